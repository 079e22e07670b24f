"""Lengths of time that a text writes: 5年, three months, an hour and a half, a fortnight."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from bilingual.figures.numerals import ENGLISH, ENGLISH_WORD, read_kanji
from bilingual.figures.plain_numbers import ORDINALS
from bilingual.model.document import Language


class Length(NamedTuple):
    """A length of time as written: 5年 is 5 of ``years``; ``joined`` where it is written in two units."""

    number: Decimal
    unit: str
    start: int
    end: int
    joined: bool = False


_UNITS_JA: tuple[tuple[str, str], ...] = (
    ("years", r"[ヶケかヵカ箇]年|年(?= ?\d{1,2} ?[ヶケかヵカ箇]月)|年(?![度号第初末\d])(?=間|分|ごと|毎|おき|未満|経過|延長|連続|ぶり|続|以|超|前|後|目標|で|債|国債|固定|物|平均|総額|合計|累計|[のはがにを、。)]|\Z)|期(?=連続|ぶり|続)"),
    ("months", r"[ヶケかヵカ箇]月"),
    ("quarters", "四半期(?=連続|ぶり|続|[のにでを平累合分間、])"),
    ("weeks", "週間?"),
    ("days", r"日間|営業日|(?<=丸\d)日|(?<=丸\d\d)日|日(?=で(?:復旧|完了|完売|達成|突破|終え))|日(?=(?:ほど|程度)?(?:早|遅|前倒|短縮|伸び|延び|増え|減[りっ]|少な|多[いくか])|に(?:伸び|延び|短縮|延長|増え|減[りっ]))"),
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
    r"\ban? (?P<unit>day|week|month|hour)(?= (?:before|earlier|after|later|ahead|in advance|prior|beforehand)\b)"
    r"|\b(?:over|within|during|for) the (?:past|last|next|coming) (?P<unit2>day|week|month|year)\b"
    r"|\b(?:in|within|over|after|takes?|took|taken|lasts?|lasted|lasting|about|roughly|approximately|some) (?:an?|one) (?P<unit3>day|week|month|year|hour|minute)\b(?! and a half)(?!-)"
    r"|\ban? (?P<unit4>year|hour|minute)(?=,? (?:and )?(?:\d|[a-z]+ (?:month|minute|second)s))|\b(?P<fortnight>fortnight)\b",
    re.IGNORECASE,
)
_YEARS = {"d": Decimal(10), "c": Decimal(100)}
_SINGLE_RE = re.compile(
    r"\b(?:a|the (?:past|last|next|coming)|this) (?P<word>decade|century)\b", re.IGNORECASE
)


_BY_QUARTERS_RE = re.compile(r"四半期(?:ベース|決算|として)")


def _unit_of(match: re.Match[str]) -> str:
    """The unit of a Japanese length; a 期 is a quarter where the text counts by quarters: 四半期ベースで5期ぶり."""
    if match[0].endswith("期") and _BY_QUARTERS_RE.search(match.string):
        return "quarters"
    return str(match.lastgroup)


@lru_cache(maxsize=256)
def find_lengths(text: str, language: Language) -> Sequence[Length]:
    """The lengths of time of a folded text, in order; two units that follow each other are one length.

    >>> [(str(each.number), each.unit) for each in find_lengths("1年6カ月と30分", Language.JA)]
    [('18', 'months'), ('30', 'minutes')]
    """
    if language is Language.JA:
        found = [
            Length(_kanji_or_digits(match["number"]), _unit_of(match), *match.span())
            for match in _JAPANESE_RE.finditer(text)
        ]
        return _joined(text, _with_halves(text, language, found))
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
        Length(Decimal(2), "weeks", *match.span())
        if match["fortnight"]
        else Length(Decimal(1), f"{(match[match.lastgroup or 0]).lower()}s", *match.span())
        for match in _ONE_RE.finditer(text)
    ]
    found += [
        Length(_YEARS[match["word"][0].lower()], "years", *match.span())
        for match in _SINGLE_RE.finditer(text)
    ]
    return _joined(text, _with_halves(text, language, found))


_HALVED_JA = "年|時間|日|週間?|[ヶケかヵカ箇]月"
_HALVED_EN = "year|hour|day|week|month"
_HALVES = {
    Language.JA: re.compile(
        rf"(?<![\d.,第])(?P<number>\d{{1,3}}|[一二三四五六七八九十]{{1,3}}) ?(?P<unit>{_HALVED_JA})半(?!ば)"
    ),
    Language.EN: re.compile(
        rf"\b(?:(?P<number>an?|one|\d{{1,3}}|{ENGLISH_WORD}) (?P<unit>{_HALVED_EN})s? and a half"
        rf"|(?P<number2>one|\d{{1,3}}|{ENGLISH_WORD}) and a half (?P<unit2>{_HALVED_EN})s?|half an? (?P<unit3>{_HALVED_EN}))\b(?! later| ago| earlier)",
        re.IGNORECASE,
    ),
}
"""Lengths that end with a half: 1時間半, an hour and a half, two and a half years, half an hour."""
_PARTS = {
    "年": ("months", 12),
    "year": ("months", 12),
    "時間": ("minutes", 60),
    "hour": ("minutes", 60),
    "日": ("hours", 24),
    "day": ("hours", 24),
    "週": ("hours", 168),
    "週間": ("hours", 168),
    "week": ("hours", 168),
    "month": ("months", 1),
}
"""The unit in which such a length is told, and how many of it there are in one; of a month, months."""


def _with_halves(text: str, language: Language, lengths: list[Length]) -> list[Length]:
    """The lengths of a text, those that end with a half in the next smaller unit."""
    found = []
    for match in _HALVES[language].finditer(text):
        groups = match.groupdict()
        word = (groups["number"] or groups.get("number2") or "0").lower()
        name = (groups["unit"] or groups.get("unit2") or groups.get("unit3") or "").lower()
        unit, size = _PARTS.get(name, ("months", 1))
        known = Decimal(1) if word in ("a", "an") else Decimal(ENGLISH[word]) if word in ENGLISH else None
        number = _kanji_or_digits(word) if known is None else known
        found.append(Length(number * size + Decimal(size) / 2, unit, *match.span()))
    kept = [each for each in lengths if not any(h.start < each.end and each.start < h.end for h in found)]
    return sorted(kept + found, key=lambda each: each.start)


_SMALLER: dict[str, dict[str, int]] = {
    "years": {"months": 12},
    "quarters": {"months": 3},
    "hours": {"minutes": 60, "seconds": 3600},
    "minutes": {"seconds": 60},
}
_GAP_RE = re.compile(r" ?と? ?|,? (?:and )?")


def _joined(text: str, lengths: list[Length]) -> list[Length]:
    """Lengths in two units as one in the smaller: 1年2カ月 and a year and two months are 14 months."""
    found: list[Length] = []
    for length in lengths:
        larger = found[-1] if found else None
        size = _SMALLER.get(larger.unit, {}).get(length.unit) if larger else None
        if larger and size and _GAP_RE.fullmatch(text, larger.end, length.start):
            number = larger.number * size + length.number
            found[-1] = Length(number, length.unit, larger.start, length.end, joined=True)
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


_MONTHS = {"years": 12, "quarters": 3, "months": 1}
_SECONDS = {"weeks": 604_800, "days": 86_400, "hours": 3_600, "minutes": 60, "seconds": 1}
_DAYS = {"months": Decimal("30.4"), "seconds": Decimal(1) / 86_400}


def size_of(length: Length) -> tuple[str, Decimal]:
    """A length in months or in seconds, which do not convert."""
    if length.unit in _MONTHS:
        return "months", length.number * _MONTHS[length.unit]
    return "seconds", length.number * _SECONDS[length.unit]


def days_of(length: Length) -> Decimal:
    """A length in days, months as long as they are on average."""
    unit, number = size_of(length)
    return number * _DAYS[unit]


def equal_lengths(ja: str, en: str) -> list[tuple[Length, Length]]:
    """The lengths of two folded texts that are equal, each with one of the other: 36時間, a day and a half.

    >>> [(one.end - one.start, other.end - other.start) for one, other in equal_lengths("36時間で復旧", "in 1.5 days")]
    []
    >>> [size_of(one) == size_of(other) for one, other in equal_lengths("36時間で復旧", "in a day and a half")]
    [True]
    """
    rest = list(find_lengths(en, Language.EN))
    found = []
    for length in find_lengths(ja, Language.JA):
        other = next((each for each in rest if size_of(each) == size_of(length)), None)
        if other is not None:
            rest.remove(other)
            found.append((length, other))
    return found
