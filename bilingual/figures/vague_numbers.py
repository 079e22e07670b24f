"""Numbers that tell their size only: 数十社, 数億円, several hundred people, tens of billions of yen."""

from __future__ import annotations

import re
from typing import NamedTuple

from bilingual.model.document import Language

_SIZES_JA = {"十": 1, "百": 2, "千": 3}
_SCALES_JA = {"万": 4, "億": 8, "兆": 12}
_JAPANESE_RE = re.compile(
    r"(?:(?<![\d複件点人口総回個変係整乗指半端偶奇少多台店舗株社日分年員関手名戸本度歩票頭床席画桁])数|[何幾](?=[十百千]))(?P<size>[十百千])?(?P<scale>[万億兆])?"
    r"(?P<noun>[円社人名件株台回店]|[ヶケかヵカ][所国月年]|年|日|倍|%|種|拠点|機関|品目|時間)(?!性|価|値|数|量|度)"
)
_SIZES_EN = {"ten": 1, "doz": 1, "hun": 2, "tho": 3}
_SCALES_EN = {"tho": 3, "mil": 6, "bil": 9, "tri": 12}
_ENGLISH_RE = re.compile(
    r"\b(?:(?:(?:several|some|a few|many) )?(?P<size>tens|dozens|hundreds)(?: or (?:tens|hundreds|thousands))?(?: of)?(?: (?P<many>thousands|millions|billions|trillions|thousand|million|billion|trillion)\b)?"
    r"|(?:several|a few|a couple of) (?P<few>ten|dozen|hundred)(?: (?P<scale>thousand|million|billion|trillion))?"
    r"|(?P<whole>(?:several |a few |a couple of )(?:thousand|million|billion|trillion)s?|(?<![\d.] )(?<!hundred )(?<!ten )(?<=[a-z] )(?<!in )(?<!as )(?:thousands|millions|billions|trillions)(?= of))"
    r"|(?P<plain>several|a few|a couple)(?! decades)(?= (?:of (?:the |our )?)?[a-z]))\b",
    re.IGNORECASE,
)
_DECADES_RE = re.compile(r"\b(?:several |a few |for )?(?P<decades>decades)\b", re.IGNORECASE)


class VagueNumber(NamedTuple):
    """A number of which the text tells the power of ten alone: 数億円 and several hundred million yen have 8."""

    start: int
    end: int
    exponent: int


def vague_numbers(text: str, language: Language) -> list[VagueNumber]:
    """The vague numbers of a folded text, in order.

    >>> [number.exponent for number in vague_numbers("数十社に数億円を投資", Language.JA)]
    [1, 8]
    >>> [number.exponent for number in vague_numbers("tens of companies, several hundred million yen", Language.EN)]
    [1, 8]
    """
    if language is Language.JA:
        return [
            VagueNumber(
                *match.span(), _SIZES_JA.get(match["size"] or "", 0) + _SCALES_JA.get(match["scale"] or "", 0)
            )
            for match in _JAPANESE_RE.finditer(text)
        ]
    found = [VagueNumber(*match.span(), _exponent(match)) for match in _ENGLISH_RE.finditer(text)]
    found += [VagueNumber(*match.span(), 1) for match in _DECADES_RE.finditer(text)]
    return sorted(found)


def _exponent(match: re.Match[str]) -> int:
    size = _SIZES_EN.get((match["size"] or match["few"] or "")[:3].lower(), 0)
    scale = match["many"] or match["scale"] or ""
    if match["whole"]:
        scale = match["whole"].split()[-1]
    return size + _SCALES_EN.get(scale[:3].lower(), 0)
