"""Units of columns and of single rows."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from bilingual.figures import read_unit_note
from bilingual.figures.unit_reader import UnitReader
from bilingual.figures.units import COUNTERS
from bilingual.model.document import Language
from bilingual.model.figure import UnitNote

MONEY = frozenset(["JPY", "USD", "EUR", "GBP", "CNY", "KRW", "TWD", "HKD", "AUD"])

_MARKS_RE = re.compile(r"\s*(?:\((?:[Nn]otes? ?|注 ?)?\d{1,2}\)|⁽[\d¹²³⁰⁴-⁹]{1,2}⁾|[※*]\s?\d{0,2})\s*$")
_BARE: dict[str, tuple[str, int]] = {
    "JPY": ("JPY", 0), "¥": ("JPY", 0), "円": ("JPY", 0), "Yen": ("JPY", 0), "yen": ("JPY", 0),
    "USD": ("USD", 0), "US$": ("USD", 0), "$": ("USD", 0), "米ドル": ("USD", 0), "ドル": ("USD", 0),
    "EUR": ("EUR", 0), "%": ("%", 0), "(%)": ("%", 0),
    "千円": ("JPY", 3), "百万円": ("JPY", 6), "億円": ("JPY", 8), "千米ドル": ("USD", 3),
    "株": ("shares", 0), "千株": ("shares", 3), "倍": ("times", 0), "pt": ("pt", 0), "bps": ("bps", 0),
}  # fmt: skip
_CELLS: dict[str, str] = {
    "件": "items", "cases": "items", "case": "items", "incidents": "items", "回": "rounds", "times": "rounds",
    "年": "years", "歳": "years", "years old": "years", "ポイント": "pt", "points": "pt", "percentage points": "pt",
    "%ポイント": "pt", "名": "persons", "人": "persons", "people": "persons", "時間": "hours", "日": "days",
    "社": "companies",
}  # fmt: skip
"""Words that are a unit where they fill a cell of a column of units, and need company in running text."""
_COUNTED: dict[str, tuple[str, int]] = {
    word: (unit, 0)
    for unit, words in (
        ("persons", "名 人 people persons"), ("hours", "時間 hours"), ("days", "days"), ("items", "件 cases incidents"),
        ("pt", "ポイント points"),
    )
    for word in words.split()
}  # fmt: skip
"""The same where they stand in brackets behind a label; (日) may be a Sunday there, and (times) a ratio."""
_SCALED_CELLS: dict[str, tuple[str, int]] = {
    "thousands": ("items", 3), "thousand": ("items", 3), "million": ("items", 6), "millions": ("items", 6),
    "ten thousand": ("items", 4), "ten thousands": ("items", 4), "10 thousand": ("items", 4), "10,000": ("items", 4),
    "千": ("items", 3), "万": ("items", 4), "百万": ("items", 6), "か月": ("months", 0), "ヶ月": ("months", 0),
    "kt-co2": ("t-CO2", 3), "kt-co2e": ("t-CO2e", 3), "mt-co2": ("t-CO2", 6), "mt-co2e": ("t-CO2e", 6),
    "gwh": ("MWh", 3), "tj": ("GJ", 3),
}  # fmt: skip
"""The same with the scale that a word or a prefix gives them."""
_COUNTER_SCALES = {"千": 3, "万": 4, "百万": 6, "thousand": 3, "ten thousand": 4, "10,000": 4, "million": 6}
_SCALED_COUNTER_RE = re.compile(
    r"(?P<scale>千|百万|万|(?:[Tt]en )?[Tt]housand(?= )|10,000(?= )|[Mm]illion(?= ))(?P<counter>[一-龠々ァ-ヶー]{1,6}| [a-z]{3,15})"
)
_SCALE_ALONE_RE = re.compile(r"(?:in )?([Tt]housand|[Mm]illion)s?")
"""A scale alone in brackets behind a label: what is counted, the label says."""
_QUOTIENT_RE = re.compile(
    r"(?P<unit>[^/／\s\d]{1,8}) ?[/／] ?(?P<round>10{0,3})?(?P<scale>百万|千|万)(?=[^\d円]*$)"
)
_LAST_PART_RE = re.compile(r"[,、;] ?([^,、;\d]{1,24})$")
"""The unit behind what is measured: (Scope 3, kt), (原油換算、千kL)."""
_NO_COUNTER_RE = re.compile(r"[千万](?:[葉歳代島曲鳥種博全一国]|[一-龠々]{2})")
"""千葉県, 万博: names and words that begin like a scale; a counter that no table knows is one kanji or in katakana."""
_COUNTER_READERS = {
    Language.JA: UnitReader(COUNTERS, japanese=True),
    Language.EN: UnitReader(COUNTERS, japanese=False),
}
_NOUN_RE = re.compile(r"\b[a-z]{3,}s\b")
"""A noun in the plural."""
_PARTS_OF_NAMES = frozenset(["Share", "share"])
"""First word of ``Share capital`` on two lines; a unit is in the plural."""
_CODE_RE = re.compile(r"(?<![A-Za-z])(?:USD|JPY|EUR|GBP)(?![A-Za-z])")
_LAST_BRACKETS_RE = re.compile(
    r"[(\[]([^()\[\]]{1,40})[)\]](?:\s+[A-Z]{1,6}(?:[-.][A-Za-z0-9]{1,6}){1,4})?\s*$"
)
"""The last words in brackets of a label, before the code of a metric: Loans (billion yen) FN-CB-240a.1."""
_PER_SHARE_RE = re.compile(
    r"(?=[1一預証投普\s株単口apebd])(?:(?:[1一]|ADS|預託証券|証券|投資口|普通株式)?\s?(?:株|単位|口|ADS)\s?(?:当|あ)たり|\bper (?:\w+ ){0,2}(?:share|ADS|ADR|unit)\b|\bEPS\b|\bBPS\b|\bDPS\b)",
    re.IGNORECASE,
)
_SHARE_COUNT_RE = re.compile(
    r"(?:株式|証券|投資口)\s?(?:総)?数|株数|\b(?:number|amount) of (?:\w+ ){0,3}(?:shares|ADS|units)|\bshares (?:outstanding|issued)|\boutstanding shares",
    re.IGNORECASE,
)
_PERSONS_RE = re.compile(
    r"従業員数|人員数?$|^(?:\w+ )?employees$|\bnumber of (?:\w+ )?employees|\bheadcount", re.IGNORECASE
)
_RATIO_RE = re.compile(
    r"(?<!倍)率$|レシオ$|\b(?:ratio|margin|ROE|ROA|ROIC)$|(?<!exchange )(?<!currency )(?<!average )(?<!closing )(?<!spot )(?<!assumed )(?<!end )(?<!ending )(?<!forex )(?<!FX )\brate$",
    re.IGNORECASE,
)
"""The last word of what is counted in per cent: 損害率, occupancy rate; 倍率 and an exchange rate are counted in something else."""

_MULTIPLE_RE = re.compile(
    r"倍率$|(?:/|\bto\b) ?EBITDA(?: ratio| multiple)?$|\b(?:EBITDA|earnings|equity) multiple$", re.IGNORECASE
)
"""The last word of what is counted in times: 純有利子負債/EBITDA倍率, Net debt / EBITDA."""
_SHIFT_RE = re.compile(
    r"\d ?(?:bps?|pts?|%|ppt|percent(?:age points?)?)[ -](?:point )?(?:decline|decrease|drop|fall|increase|reduction|rise|upward|downward|higher|lower)",
    re.IGNORECASE,
)
"""What is assumed of a rate, the effect of which the row states: 50bp increase in risk-free rate."""


@dataclass(frozen=True, slots=True)
class RowUnit:
    """A unit that governs one row; ``money`` keeps the currency of the column, ``counted`` the scale of the table's note."""

    unit: str
    scale: int
    money: bool = False
    decimals_only: bool = False
    counted: bool = False


@lru_cache(maxsize=4096)
def header_unit(words: str, language: Language) -> tuple[str, int] | None:
    """The unit that header words name.

    >>> header_unit("USD (1)", Language.EN)
    ('USD', 0)
    """
    bare = _MARKS_RE.sub("", words).strip()
    known = _BARE.get(bare) or (_COUNTED.get(bare) if language is Language.EN else None)
    if known is not None:
        return known
    if not bare or len(bare) > 80 or bare in _PARTS_OF_NAMES:
        return None
    if "%" in bare or "％" in bare:
        return ("%", 0)
    note = read_unit_note(bare, language)
    if note is not None and note.unit:
        return note.unit, note.scale
    counted = _thousands_of(bare) if language is Language.EN else None
    if counted is not None:
        return counted
    last = _BARE.get(bare.split()[-1]) if " " in bare else None
    code = _CODE_RE.search(bare)
    return last or ((code[0], 0) if code else None)


_CHANGE_RE = re.compile(
    r"(?:net |total )?(?:changes?|increases?|decreases?|additions?|adds|balance|total)\b[^$¥€£]*\(",
    re.IGNORECASE,
)
"""A head that names no noun: what the column beside it counts, so and so many thousands."""


def _thousands_of(words: str) -> tuple[str, int] | None:
    """What a head counts by a scale alone in brackets behind the noun: Shares held (thousands)."""
    match = _LAST_BRACKETS_RE.search(words)
    alone = _SCALE_ALONE_RE.fullmatch(match[1]) if match else None
    if match is None or alone is None:
        return None
    for word in _NOUN_RE.findall(words[: match.start()].lower()):
        found = _COUNTER_READERS[Language.EN].match(word, 0)
        if found is not None and found[1] == len(word):
            return found[0].name, _COUNTER_SCALES[alone[1].lower()]
    change = _CHANGE_RE.match(words)
    return ("", _COUNTER_SCALES[alone[1].lower()]) if change else None


def is_rate(words: str) -> bool:
    """Whether words end with what is counted in per cent: E.I. loss ratio, 損害率."""
    return _RATIO_RE.search(words) is not None


@lru_cache(maxsize=4096)
def row_unit(label: str, language: Language) -> RowUnit | None:
    """The unit that a row's label names: per share, a number of shares, words in brackets."""
    match = _LAST_BRACKETS_RE.search(label)
    per_share = _PER_SHARE_RE.search(label) is not None
    if match:
        named = _in_brackets(match[1], language)
        last = _LAST_PART_RE.search(match[1]) if named is None else None
        named = _in_brackets(last[1], language) if last else named
        if named is not None:
            unit, scale = named
            return RowUnit(unit, scale, money=unit in MONEY and per_share)
        alone = _SCALE_ALONE_RE.fullmatch(match[1])
        if alone is not None and not per_share:
            unit = "shares" if _SHARE_COUNT_RE.search(label) else ""
            return RowUnit(unit, _COUNTER_SCALES[alone[1].lower()], money=not unit)
    if per_share:
        return RowUnit("JPY", 0, money=True)
    if _SHARE_COUNT_RE.search(label):
        return RowUnit("shares", 0, counted=True)
    if _PERSONS_RE.search(label):
        return RowUnit("persons", 0, counted=True)
    if _MULTIPLE_RE.search(label):
        return RowUnit("times", 0, decimals_only=True)
    if _RATIO_RE.search(label) and not _SHIFT_RE.search(label):
        return RowUnit("%", 0, decimals_only=True)
    return None


def _in_brackets(words: str, language: Language) -> tuple[str, int] | None:
    """The unit that words in brackets behind a label are."""
    named = _BARE.get(words) or _named(words, language) or _COUNTED.get(words.lower())
    return named or _counted(words, language) or _quotient(words)


def _quotient(words: str) -> tuple[str, int] | None:
    """What is counted in so many of something, with the scale of those as English gives it: 件/百万個, cases/million units."""
    match = _QUOTIENT_RE.match(words)
    unit = _CELLS.get(match["unit"]) if match else None
    if match is None or unit is None:
        return None
    return unit, _COUNTER_SCALES[match["scale"]] + len(match["round"] or "1") - 1


def _named(words: str, language: Language) -> tuple[str, int] | None:
    if re.search(r"損失|loss|減少|decrease|income|利益|expense|benefit|deficit", words, re.IGNORECASE):
        return None
    note = read_unit_note(words, language)
    return (note.unit, note.scale) if note is not None and note.unit else None


@lru_cache(maxsize=4096)
def cell_unit(words: str, language: Language) -> RowUnit | None:
    """The unit in a row's unit cell; one that nothing knows stands for itself (``t-CO2``)."""
    bare = words.strip("() ")
    if not bare or bare in "-":
        return None
    if bare.lower() in _CELLS:
        return RowUnit(_CELLS[bare.lower()], 0)
    number = re.match(r"10?,000(?=.)", bare)
    if number is not None:
        counted = cell_unit(bare[number.end() :], language)
        return replace(counted, scale=counted.scale + len(number[0]) - 2) if counted is not None else None
    named = _BARE.get(bare) or _SCALED_CELLS.get(bare.lower()) or _named(bare, language) or _scaled(bare)
    named = named or _quotient(bare)
    return RowUnit(*named) if named is not None else RowUnit(bare, 0)


def _scaled(words: str) -> tuple[str, int] | None:
    """A counter that nothing knows, with the scale before it: 万口座, million accounts."""
    match = _SCALED_COUNTER_RE.fullmatch(words)
    return (match["counter"].strip(), _COUNTER_SCALES[match["scale"].lower()]) if match else None


def _counted(words: str, language: Language) -> tuple[str, int] | None:
    """A counter in brackets behind a label, with the scale before it: 千局, million tablets."""
    match = _SCALED_COUNTER_RE.fullmatch(words)
    if match is None:
        return None
    counter, scale = match["counter"].strip(), _COUNTER_SCALES[match["scale"].lower()]
    found = _COUNTER_READERS[language].match(counter, 0)
    if found is not None and found[1] == len(counter):
        return found[0].name, scale
    return None if language is Language.JA and _NO_COUNTER_RE.match(words) else (counter, scale)


def unit_words(label: str) -> str:
    """The words in the last brackets of a label, where the unit of a row stands that has no column for it.

    >>> unit_words("労働災害(件)")
    '件'
    """
    match = _LAST_BRACKETS_RE.search(label)
    return match[1].strip() if match else ""


def is_known_unit(words: str) -> bool:
    """Whether words are a unit wherever they fill a cell."""
    bare = words.strip("() ")
    return bare in _BARE or bare.lower() in _CELLS or bare.lower() in _SCALED_CELLS


def note_scale(note: UnitNote | None, unit: str) -> tuple[str, int]:
    """Unit and scale of a column with a bare currency, or none, under a unit note."""
    if note is None:
        return unit, 0
    for other, scale in ((note.unit, note.scale), *note.others):
        if unit and unit == other:
            return unit, scale
    if not unit:
        return note.unit, note.scale
    if unit in MONEY and (note.unit in MONEY or not note.unit):
        return unit, note.scale
    return unit, 0
