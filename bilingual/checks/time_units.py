"""Lengths of time of two given segments that have the same number and another unit: 5年ぶり, in five months."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from bilingual.checks.building import sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.checks.wordings import is_told
from bilingual.figures.numerals import ENGLISH, ENGLISH_WORD, read_kanji
from bilingual.figures.plain_numbers import ORDINALS, plain_numbers
from bilingual.model.alignment import Side
from bilingual.model.document import Language, Span
from bilingual.model.report import Finding, Severity


class Length(NamedTuple):
    """A length of time as written: 5年 is 5 of ``years``."""

    number: Decimal
    unit: str
    start: int
    end: int


_UNITS_JA: tuple[tuple[str, str], ...] = (
    ("years", r"[ヶケかヵカ箇]年|年(?= ?\d{1,2} ?[ヶケかヵカ箇]月)|年(?![度号第初末\d])(?=間|ごと|毎|おき|未満|経過|延長|連続|ぶり|続|以|超|前|後|目標|で|債|物|平均|総額|合計|累計|[のはがにを、。)]|\Z)|期(?=連続|ぶり|続)"),
    ("months", r"[ヶケかヵカ箇]月"),
    ("quarters", "四半期(?=連続|ぶり|続|[のにでを平累合分間、])"),
    ("weeks", "週間?"),
    ("days", "日間|営業日|日(?=(?:ほど|程度)?(?:早|遅|前倒|短縮))"),
    ("hours", "時間"),
    ("minutes", "分(?!の|担|割|野|配|散|譲|離|類|析|岐|社|科|母)"),
    ("seconds", "秒"),
)  # fmt: skip
_JAPANESE_RE = re.compile(
    r"(?<![\d.,/第])(?<!令和)(?<!平成)(?<!昭和)(?<!\d時)(?<!\d[~-])(?P<number>\d{1,3}(?!\d)|[一二三四五六七八九十]{1,3})\s?(?:"
    + "|".join(f"(?P<{unit}>{words})" for unit, words in _UNITS_JA)
    + ")"
)
_UNITS_EN = ("years", "months", "quarters", "weeks", "days", "hours", "minutes", "seconds")
_RUNNING = "straight|consecutive|successive"
_ENGLISH_RE = re.compile(
    rf"(?<![\w.,$¥€/-])(?:(?P<number>\d{{1,3}}|{ENGLISH_WORD})|(?P<ordinal>{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))(?= (?:{_RUNNING})| (?:years?|quarters?|months?|weeks?|days?) (?:running|in a row)\b))"
    rf"[ -](?:(?:{_RUNNING}|full|fiscal|business|working|whole|calendar|more|further)[ -])*"
    rf"(?:(?P<unit>{'|'.join(unit[:-1] for unit in _UNITS_EN)})s?|(?P<decades>decades?|centur(?:y|ies)))\b(?! (?:period )?(?:ended|ending)| of (?:fiscal|FY|20)| from )",
    re.IGNORECASE,
)
_NUMBERED_RE = re.compile(
    r"\b(?P<unit>day|week|month|year) (?P<number>\d{1,3})(?![\d,.]*\d|%| ?[-~/])", re.IGNORECASE
)
"""A point in the course of a study: at week 48."""
_ONE_RE = re.compile(
    r"\ban? (?P<unit>day|week|month|hour)(?= (?:before|earlier|after|later|ahead|in advance|prior|beforehand)\b)",
    re.IGNORECASE,
)
_SINGLE_RE = re.compile(
    r"\b(?:a|the (?:past|last|next|coming)|this) (?P<word>decade|century)\b", re.IGNORECASE
)
_HALF_YEAR_RE = re.compile(r"(?<![約\d])半年(?=前|間|後|で|ぶり|以)")
_IN_A_ROW_RE = re.compile(r" (?:running|in a row)\b", re.IGNORECASE)
"""Behind a row of years whose number NUM008 tells."""
_AGES_RE = re.compile(r"decade|centur", re.IGNORECASE)
_MONTHS = {"years": 12, "quarters": 3, "months": 1}
_SECONDS = {"weeks": 604_800, "days": 86_400, "hours": 3_600, "minutes": 60, "seconds": 1}
_YEARS = {"d": Decimal(10), "c": Decimal(100)}


def other_time_units(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield one finding where two given segments write a length of time with the same number in other units.

    Of single lengths, years are held against decades and centuries too, and the numbers against each other.
    """
    if not exam.comparison.segments_only or any(len(side.readings) != 1 for side in exam.sides):
        return
    ja, en = (_lengths(side) for side in exam.sides)
    if not (ja or _HALF_YEAR_RE.search(_text(exam.ja))) or not en:
        return
    mine, theirs = _by_number(ja), _by_number(en)
    lengths = {_length(length) for length in ja}, {_length(length) for length in en}
    apart = [
        (next(iter(mine[number].values())), next(iter(theirs[number].values())))
        for number in mine.keys() & theirs.keys()
        if not mine[number].keys() & theirs[number].keys()
    ]
    halves = list(_HALF_YEAR_RE.finditer(_text(exam.ja)))
    if not ja and len(halves) == len(en) == 1:
        ja = [Length(Decimal(6), "months", *halves[0].span())]
        apart.append((ja[0], en[0]))
        lengths = {_length(ja[0])}, lengths[1]
    if len(ja) == len(en) == 1 and _AGES_RE.search(_text(exam.en), en[0].start, en[0].end):
        apart.append((ja[0], en[0]))
    alone = len(ja) == len(en) == 1 and not _IN_A_ROW_RE.match(_text(exam.en), en[0].end)
    if not apart and alone and ja[0].unit == en[0].unit and not is_told(exam):
        numbers = [{each.value for each in plain_numbers(_text(side), side.language)} for side in exam.sides]
        if ja[0].number not in numbers[1] and en[0].number not in numbers[0]:
            apart.append((ja[0], en[0]))
    apart = [both for both in apart if not {_length(length) for length in both} & (lengths[0] & lengths[1])]
    if apart:
        ja_place, en_place = (
            spot(side, _span(side, length)) for side, length in zip(exam.sides, apart[0], strict=True)
        )
        phrase = f"the length of time differs, {ja_place.text} in Japanese, {en_place.text} in English"
        yield make(check, Severity.WARNING, sentence("", phrase), ja_place, en_place)


def _text(side: Side) -> str:
    return side.readings[0].segment.text


def _span(side: Side, length: Length) -> Span:
    return side.readings[0].segment.content.span(length.start, length.end)


def _by_number(lengths: list[Length]) -> Mapping[Decimal, dict[str, Length]]:
    found: dict[Decimal, dict[str, Length]] = defaultdict(dict)
    for length in lengths:
        found[length.number].setdefault(length.unit, length)
    return found


def _length(length: Length) -> tuple[str, Decimal]:
    """A length in months or in seconds, which do not convert."""
    if length.unit in _MONTHS:
        return "months", length.number * _MONTHS[length.unit]
    return "seconds", length.number * _SECONDS[length.unit]


def _lengths(side: Side) -> list[Length]:
    text = _text(side)
    if side.language is Language.JA:
        found = [
            Length(_kanji_or_digits(match["number"]), str(match.lastgroup), *match.span())
            for match in _JAPANESE_RE.finditer(text)
        ]
        return _joined(text, _with_halves(text, side.language, found))
    found = []
    for match in _ENGLISH_RE.finditer(text):
        number = _english_number(match)
        if match["decades"]:
            found.append(Length(number * _YEARS[match["decades"][0].lower()], "years", *match.span()))
        else:
            found.append(Length(number, f"{match['unit'].lower()}s", *match.span()))
    found += [
        Length(Decimal(match["number"]), f"{match['unit'].lower()}s", *match.span())
        for match in _NUMBERED_RE.finditer(text)
    ]
    found += [
        Length(Decimal(1), f"{match['unit'].lower()}s", *match.span()) for match in _ONE_RE.finditer(text)
    ]
    found += [
        Length(_YEARS[match["word"][0].lower()], "years", *match.span())
        for match in _SINGLE_RE.finditer(text)
    ]
    return _joined(text, _with_halves(text, side.language, found))


_HALVES = {
    Language.JA: re.compile(
        r"(?<![\d.,第])(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3}) ?(?P<unit>年|時間)半"
    ),
    Language.EN: re.compile(
        rf"\b(?:(?P<number>an?|one|\d{{1,3}}|{ENGLISH_WORD}) (?P<unit>year|hour)s? and a half"
        rf"|(?P<number2>one|\d{{1,3}}|{ENGLISH_WORD}) and a half (?P<unit2>year|hour)s?|half an? (?P<unit3>year|hour))\b(?! later| ago| earlier)",
        re.IGNORECASE,
    ),
}
"""Lengths that end with a half: 1時間半, an hour and a half, two and a half years, half an hour."""
_PARTS = {"年": ("months", 12), "year": ("months", 12), "時間": ("minutes", 60), "hour": ("minutes", 60)}


def _with_halves(text: str, language: Language, lengths: list[Length]) -> list[Length]:
    """The lengths of a text, those that end with a half in the next smaller unit."""
    found = []
    for match in _HALVES[language].finditer(text):
        groups = match.groupdict()
        word = (groups["number"] or groups.get("number2") or "0").lower()
        unit, size = _PARTS[(groups["unit"] or groups.get("unit2") or groups.get("unit3") or "").lower()]
        known = Decimal(1) if word in ("a", "an") else Decimal(ENGLISH[word]) if word in ENGLISH else None
        number = _kanji_or_digits(word) if known is None else known
        found.append(Length(number * size + size // 2, unit, *match.span()))
    kept = [each for each in lengths if not any(h.start < each.end and each.start < h.end for h in found)]
    return sorted(kept + found, key=lambda each: each.start)


_SMALLER = {"years": ("months", 12), "hours": ("minutes", 60), "minutes": ("seconds", 60)}
_GAP_RE = re.compile(r" ?と? ?|,? (?:and )?")


def _joined(text: str, lengths: list[Length]) -> list[Length]:
    """Lengths in two units as one in the smaller: 1年2カ月 and a year and two months are 14 months."""
    found: list[Length] = []
    for length in lengths:
        larger = found[-1] if found else None
        smaller, size = _SMALLER.get(larger.unit, ("", 0)) if larger else ("", 0)
        if larger and length.unit == smaller and _GAP_RE.fullmatch(text, larger.end, length.start):
            number = larger.number * size + length.number
            found[-1] = Length(number, smaller, larger.start, length.end)
        else:
            found.append(length)
    return found


def _kanji_or_digits(text: str) -> Decimal:
    if text.isascii():
        return Decimal(text)
    numeral = read_kanji(text)
    return numeral.value if numeral is not None else Decimal(0)


def _english_number(match: re.Match[str]) -> Decimal:
    if match["ordinal"]:
        word = match["ordinal"].lower()
        return Decimal(ORDINALS[word]) if word in ORDINALS else Decimal(word[:-2])
    word = match["number"].lower()
    return Decimal(word) if word.isdigit() else Decimal(ENGLISH[word])
