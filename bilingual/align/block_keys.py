"""What paragraphs can be recognised by in both languages: figures, periods, terms, Latin words, numbers of notes and items."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from bilingual.align.evidence import digit_weight
from bilingual.figures.periods import resolve
from bilingual.model.alignment import RunningText, SegmentReading
from bilingual.model.document import Language
from bilingual.model.figure import FiscalCalendar, Period
from bilingual.model.segment import SegmentKind
from bilingual.model.termbase import Occurrence

NOTE_NUMBER_RE = re.compile(
    r"\s*\^?(?:\(?注(?:記|釈)?\)?|※|\*|\(?Notes?)?\s?[(\[]?(?:注|\*)?\s?(?P<number>\d{1,2}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})[)\]:.⁾\s]"
)
ITEM_RE = re.compile(r"\s*(?:[(\[](\d{1,2})[)\]]|([①-⑳])|(\d{1,2})\))")
"""The number of an item of a list, which both languages print: (3), ③, 3)."""
_NUMBERED_NAME_RE = re.compile(r"[A-Z][A-Za-z]+ ?\d{1,2}")
"""A heading that Japanese keeps as it is, its number with it: Appendix 2."""
LATIN_RE = re.compile(r"[A-Za-z][A-Za-z0-9&/.'-]*[A-Za-z0-9]|[A-Z]")
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
DAY = len("2001-03-31")
YEARLESS = 0.5
"""What a day in English weighs that Japanese states without its year: 11月5日."""
ITEM = 0.4
"""What the number of an item of a list weighs: every list has a (1)."""


def latin_words(readings: Iterable[SegmentReading]) -> Counter[str]:
    """Latin words of a side, lower-cased: names and abbreviations that translation keeps."""
    return Counter([word for reading in readings for word in _latin(reading.segment.text)])


@lru_cache(maxsize=4_096)
def _latin(text: str) -> tuple[str, ...]:
    return tuple([word.lower() for word in LATIN_RE.findall(text)])


def paragraph_keys(
    readings: Sequence[SegmentReading],
    calendar: FiscalCalendar,
    terms: Sequence[Sequence[Occurrence]],
    shared_words: frozenset[str],
) -> dict[str, float]:
    """What a paragraph can be recognised by, with the weight of each: figures, periods, terms, Latin words, its number."""
    keys: dict[str, float] = {}
    english = readings[0].segment.language is Language.EN
    for reading, found_terms in zip(readings, terms, strict=True):
        for figure in reading.figures:
            keys["v:" + figure.digits] = digit_weight(figure.digits)
            if english and len(figure.moment) == DAY and figure.moment[0] != "-":
                keys["v:-" + figure.moment[4:]] = YEARLESS
        for mention in reading.periods:
            key = period_key(mention.period, calendar)
            if key:
                keys["p:" + key] = 0.4
        for found in found_terms:
            for concept in found.concepts:
                keys["c:" + concept] = 0.6 / len(found.concepts)
        for word in _latin(reading.segment.text):
            if word in shared_words:
                keys["w:" + word] = 0.5
    keys.pop("v:", None)
    if _NUMBERED_NAME_RE.fullmatch(readings[0].segment.text):
        keys["s:" + readings[0].segment.text.lower()] = 1.0
    number = note_number(readings[0])
    if number:
        keys["n:" + number] = 0.5
    item = _item_number(readings[0]) if not number else ""
    if item:
        keys["i:" + item] = ITEM
    return keys


def note_number(reading: SegmentReading) -> str:
    """The number of a note, which both languages print: 注記(1), Note (1), *1."""
    if reading.segment.kind is not SegmentKind.NOTE:
        return ""
    found = NOTE_NUMBER_RE.match(reading.segment.text)
    return found["number"].translate(SUPERSCRIPTS) if found else ""


def _item_number(reading: SegmentReading) -> str:
    """The number of an item of a list: (3), ③, 3)."""
    if reading.segment.item:
        return reading.segment.item
    found = ITEM_RE.match(reading.segment.text)
    return unicodedata.normalize("NFKC", found[1] or found[2] or found[3]) if found else ""


def period_key(period: Period, calendar: FiscalCalendar) -> str:
    """A name that both languages share for the same period; empty where nothing fixes it."""
    period = resolve(period, calendar)
    if period.end is not None:
        return period.end.isoformat()
    return f"{period.year}{period.part}" if period.year else (period.part or "")


def shared_latin(ja: RunningText, en: RunningText) -> frozenset[str]:
    """Latin words that stand in both texts; ask with ``RunningText.once``."""
    mine = latin_words(reading for reading in ja.readings if reading.segment.language is Language.JA)
    return frozenset(mine) & frozenset(latin_words(en.readings))
