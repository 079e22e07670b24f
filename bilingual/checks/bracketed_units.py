"""Units in brackets of two given segments that exclude each other: 売上高(件), Net sales (companies)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bilingual.checks.building import sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.contrasts.counters import counter_counts, is_counter, is_noun
from bilingual.figures import read_unit_note
from bilingual.figures.units import BY_NAME
from bilingual.model.alignment import Side
from bilingual.model.document import Language
from bilingual.model.figure import Kind
from bilingual.model.report import Finding, Severity

_BRACKET_RE = {
    Language.JA: re.compile(r"[(\[](?:単位 ?:? ?)?[十百千万億]{0,2}([^()\[\]\d:、,]{1,8}\d?)[)\]]"),
    Language.EN: re.compile(
        r"[(\[](?i:(?:units?: ?)?(?:in )?(?:number of )?(?:(?:thousand|million|hundred)s? (?:of )?)?)([^()\[\]\d:,]{1,24}\d?)[)\]]"
    ),
}
_TIMES = (
    ("years", "[かカヶヵ箇]?年|歳", "(?:fiscal )?years?|yrs?"),
    ("months", "[かカヶヵ箇]?月", "months?|mos?"),
    ("weeks", "週間?", "weeks?"),
    ("days", "日間?", "days?"),
    ("hours", "時間", "hours?|hrs?"),
    ("minutes", "分", "minutes?|mins?"),
    ("seconds", "秒", "seconds?|secs?"),
    ("sen", "銭", "sen"),
)
"""Lengths of time; and the hundredth of a yen, which is a part of its unit as a minute is of the hour."""
_TIME_RE = {
    Language.JA: re.compile("|".join(f"(?P<{name}>{ja})" for name, ja, _ in _TIMES)),
    Language.EN: re.compile("|".join(f"(?P<{name}>{en})" for name, _, en in _TIMES), re.IGNORECASE),
}
_WORD = {Language.JA: "(単位:{})", Language.EN: "(Unit: {})"}
_MEASURES = frozenset({Kind.AMOUNT, Kind.PERCENT, Kind.PHYSICAL, Kind.POINTS, Kind.RATIO})
_FORM_OF_COMPANY_RE = re.compile(r"(?<![数式])\(株\)|\(社\)(?=[一-龠])")


class _Unit(NamedTuple):
    """What a bracket tells: a length of time, a measure, or the word that counts; and where it stands."""

    time: str
    measure: str
    word: str
    start: int
    end: int


def bracketed_units(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield the first units in brackets of two given segments, one beside the other, that exclude each other."""
    if not exam.one_segment:
        return
    if any("(" not in side.readings[0].segment.text for side in exam.sides):
        return
    ja, en = (list(_units(side)) for side in exam.sides)
    if len(ja) != len(en):
        return
    for mine, theirs in zip(ja, en, strict=True):
        if _apart(mine, theirs):
            places = [
                spot(side, side.readings[0].segment.content.span(each.start, each.end))
                for side, each in zip(exam.sides, (mine, theirs), strict=True)
            ]
            phrase = f"{places[0].text} in Japanese is no {places[1].text}"
            yield make(check, Severity.WARNING, sentence("", phrase), *places)
            return


def length_of_time(words: str, language: Language) -> str:
    """The length of time that words are, alone; empty where they are none.

    >>> length_of_time("年", Language.JA), length_of_time("months", Language.EN), length_of_time("人", Language.JA)
    ('years', 'months', '')
    """
    match = _TIME_RE[language].fullmatch(words.strip())
    return (match.lastgroup or "") if match else ""


_ROUNDING_RE = re.compile(r"未満|四捨五入|切り?[捨上]|\b[Rr]ound(?:ed|ing)\b(?!.*\b[Yy]en\b)")
"""Words in brackets that say how figures are rounded, and name no unit."""


def _units(side: Side) -> Iterator[_Unit]:
    """The units in the brackets of a segment."""
    text, language = side.readings[0].segment.text, side.language
    for match in _BRACKET_RE[language].finditer(text):
        if _FORM_OF_COMPANY_RE.match(text, match.start()) or _ROUNDING_RE.search(match[1]):
            continue
        word = match[1].strip().lower() if language is Language.EN else match[1].strip()
        time = length_of_time(word, language)
        if time:
            yield _Unit(time, "", "", *match.span())
            continue
        counted = is_counter(word) if language is Language.JA else is_noun(word)
        note = None if counted else read_unit_note(_WORD[language].format(match[1]), language)
        measure = note.unit if note and note.unit and BY_NAME[note.unit].kind in _MEASURES else ""
        if counted or measure:
            yield _Unit("", measure, word if counted else "", *match.span())


def _apart(ja: _Unit, en: _Unit) -> bool:
    """Whether the units of two brackets exclude each other; two measures are compared as notes of tables."""
    if ja.word and en.word:
        return not counter_counts(ja.word, en.word)
    if (ja.measure and en.measure) or (ja.measure == en.word == "times"):
        return False
    return (ja.time, ja.measure) != (en.time, en.measure)
