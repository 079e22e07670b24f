"""What the percentages of two given heads are changes from, part by part: 通期は対前期、四半期は対前年同四半期."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bilingual.checks.building import sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.model.alignment import Side
from bilingual.model.document import Language
from bilingual.model.report import Finding, Severity

_HEAD_RES = {
    Language.JA: re.compile(r"(?:%|パーセント)(?:の?表示)?は"),
    Language.EN: re.compile(r"%|\bper ?cent", re.IGNORECASE),
}
_PARTS: Mapping[Language, tuple[tuple[str, re.Pattern[str]], ...]] = {
    Language.JA: (
        ("year", re.compile("(?:通期|年間|年度)(?=は)")),
        ("quarter", re.compile("四半期(?:累計期間?)?(?=は)")),
        ("half", re.compile("(?:(?<!四)半期|中間期|上期|第2四半期\\(累計\\))(?=は)")),
    ),
    Language.EN: (
        ("year", re.compile(r"\b(?:full(?:[ -]fiscal)?[ -]years?|annual|whole year)\b", re.IGNORECASE)),
        (
            "quarter",
            re.compile(r"\b(?:quarterly|quarters?)\b(?! (?:of|in|a year)\b)(?<!same quarter)", re.IGNORECASE),
        ),
        (
            "half",
            re.compile(
                r"\b(?:half[ -]year(?:ly|s)?|interim|first half|six months|semi-?annual)\b", re.IGNORECASE
            ),
        ),
    ),
}
_BASES: Mapping[Language, tuple[tuple[str, re.Pattern[str]], ...]] = {
    Language.JA: (
        ("same part", re.compile("対?前年同(?:四半期|期|中間期|月)")),
        ("year before", re.compile("対?前期(?!間)|対前年(?!同)|対前年度|対?前(?:連結会計|事業)年度")),
    ),
    Language.EN: (
        ("same part", re.compile(r"\b(?:same|corresponding) (?:[a-z]+ ){1,2}(?:(?:of|in) )?(?:the )?(?:previous|prior|preceding|last)", re.IGNORECASE)),
        ("year before", re.compile(r"(?<!of the )(?<!in the )(?<!of )\b(?:previous|prior|preceding|last) (?:fiscal |financial |business )?(?:year|term|period)\b", re.IGNORECASE)),
    ),
}  # fmt: skip


def exchanged_bases(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield a finding where two parts of a year have each other's base of change, or other parts are named."""
    if not exam.one_segment:
        return
    if not all(_HEAD_RES[side.language].search(side.readings[0].segment.text) for side in exam.sides):
        return
    ja, en = (_in_order(side, _PARTS) for side in exam.sides)
    if "half" not in ja:
        en = [
            "quarter" if name == "half" else name for name in en
        ]  # 第2四半期(累計) is a half: 四半期は says so
    bases = [_in_order(side, _BASES) for side in exam.sides]
    if not (len(ja) == len(en) == len(bases[0]) == len(bases[1]) == 2):
        return
    exchanged = set(ja) == set(en) and (ja == en) is not (bases[0] == bases[1])
    if exchanged or set(ja) != set(en):
        ja_place, en_place = (spot(side, side.readings[0].segment.span) for side in exam.sides)
        phrase = "the percentages are changes from other periods"
        yield make(check, Severity.WARNING, sentence("", phrase), ja_place, en_place)


def _in_order(side: Side, words: Mapping[Language, tuple[tuple[str, re.Pattern[str]], ...]]) -> list[str]:
    """What a head names, each once, in the order of its words."""
    text = side.readings[0].segment.text
    found = [(match.start(), name) for name, word in words[side.language] if (match := word.search(text))]
    return [name for _, name in sorted(found)]
