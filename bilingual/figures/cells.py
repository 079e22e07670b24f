"""Cells of tables as figures."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from bilingual.figures.context_en import describe_english
from bilingual.figures.context_ja import describe_japanese
from bilingual.figures.english import read_english
from bilingual.figures.japanese import read_japanese
from bilingual.figures.noise import DISCLOSURE_CODE, Mask
from bilingual.figures.numerals import DAMAGED, ENGLISH_WORD, SPACED_DIGITS, read_digits
from bilingual.figures.ranges import join_ranges
from bilingual.figures.reading import Reading, power, to_figure
from bilingual.figures.units import BY_NAME, CURRENCY_PREFIX
from bilingual.model.document import Language, MappedText
from bilingual.model.figure import Figure, Kind, Period
from bilingual.text.characters import NOTE_MARKS

_MINUS = r"△|▲|-|\(\s?-\s?\)"
_CELL = (
    rf"(?P<s1>{_MINUS}|\+|\(\s?\+\s?\))?\s?(?P<open>\()?\s?(?P<currency>{CURRENCY_PREFIX})?\s{{0,3}}(?P<s2>{_MINUS}|\+)?\s?(?P<inner>\()?\s?"
    rf"(?P<digits>\.\d+|{SPACED_DIGITS})\s{{0,2}}(?P<percent1>%)?\s?(?P<close>\){{1,2}})?\s?(?P<percent2>%)?"
)
CELL_RE = re.compile(_CELL)
"""A number with signs, brackets, currency and per cent, and nothing else."""
_CODES = tuple((name, group) for name, group in CELL_RE.groupindex.items() if name.isupper())
"""Groups of the currency, named as its code."""
_PARTS = ("s1", "open", "currency", "s2", "inner", "digits", "percent1", "close", "percent2")
_MINUS_MARKS = frozenset("△▲-")

_SPLIT_RE = re.compile(
    r"(?P<low>.*[\d%)])(?:\s{1,3}-\s{1,3}|\s?~\s?|\s+to\s+|(?<=[\d%])-(?=[\d.]))(?P<high>.+)"
)
_NIL_RE = re.compile(r"\(?-{1,4}\)?(?:\s?(?:%|円|銭|ポイント|pts?|倍|株|人|名|社|件|yen|-))*|\.{2,4}|…")
_NOT_APPLICABLE_RE = re.compile(
    r"(?i:n\.?/?a\.?|n\.?\s?m\.?|not (?:applicable|meaningful|available)|該当(?:事項)?(?:なし|無し|ありません)|未定|undecided|TBD)"
)
_MARKS = re.escape(NOTE_MARKS)
_TRAILING_RE = re.compile(
    rf"\s*(?:\*{{1,3}}\d?|[{_MARKS}]+\d{{0,2}}|\^\(?[*\d]{{1,3}}\)?|(?:(?<=[\d%)])\s+|(?<=,\d{{3}})|(?<=\.\d))\(\*?\d\)|\(?注\s?\d{{0,2}}\)|\(?\*\d?\))\s*\Z"
)
_LEADING_RE = re.compile(
    rf"\s*(?:[{_MARKS}]+(?:\d{{1,2}}(?=[\s△▲(¥-]))?|\*{{1,3}}(?:\d?\s|(?=[\d△▲(¥-]))|\((?:注|[Nn]otes?) ?\d{{0,2}}\))\s*"
)
_MARKED_RE = re.compile(rf"[*^注{_MARKS}]|\s\(|\d\(|[Nn]ote")
"""What every note mark begins with or is."""
_REST_RE = re.compile(
    r"[\s約(),、。]*(?i:approximately|about|approx\.?|(?:more|less) than|at least|at most|over|under|up to|最大|最低|上限|下限|総額)?[\s(約]*"
)
_REST_AFTER_RE = re.compile(
    r"\s*(?:程度|前後|以上|以下|未満|超|強|弱|増|減|増加|減少|or more|or less|or higher|or lower|を?上限|\((?:を?上限|下限|最大|最小|(?i:max(?:imum)?\.?|min(?:imum)?\.?|upper limit|lower limit))\))?\s*[)。.]?\s*"
)

_CODE_RE = re.compile(DISCLOSURE_CODE)
_COUNTED_RE = re.compile(rf"(?i:{ENGLISH_WORD}) [A-Za-z]{{3,}}")
"""A number word and what it counts, which is a figure as 45 companies in the row above is: Two companies."""
LONGEST_CELL = 60
"""Characters of the longest text that may be one figure."""

WHOLE_SCALES = (3, 6)
"""Columns in thousands or millions print whole numbers."""

DAMAGED_PLACES = 3

READERS: dict[Language, Callable[[str, Mask], list[Reading]]] = {
    Language.JA: read_japanese,
    Language.EN: read_english,
}
"""What reads the quantities of a language."""


def read_cell(
    content: MappedText, language: Language, unit: str = "", scale: int = 0, period: Period | None = None
) -> Figure | None:
    """Read a table cell; None where it holds words, a date, a flag or nothing.

    Unit and scale of the column or caption hold where the cell prints none of its own.
    """
    start, end, reading = _read_text(content.text, unit, scale)
    if reading is None and start < end:
        reading = _worded(content.text[start:end], start, language, unit, scale)
    if reading is None:
        return None
    if isinstance(reading, Kind):
        return _silent(content, language, reading, start, end, unit, period)
    return to_figure(reading, content, language, period)


@lru_cache(maxsize=65_536)
def _read_text(text: str, unit: str, scale: int) -> tuple[int, int, Reading | Kind | None]:
    """What a cell without words says, wherever it stands: the other language prints the same cells again.

    Returns:
        Where the cell begins and ends without its note marks, nowhere where it is no cell, and what it says; None
        where words say it, or nothing does.
    """
    start, end = _core(text)
    core = text[start:end]
    if not core or ("-" in core and _CODE_RE.fullmatch(core)):
        return start, start, None
    if core[-1] in "-.-…)%円銭株人名倍n" and _NIL_RE.fullmatch(core):
        return start, end, Kind.NIL
    reading = _quantity(core) or _range(core)
    if reading is None:
        return start, end, Kind.NOT_APPLICABLE if _NOT_APPLICABLE_RE.fullmatch(core) else None
    return start, end, _placed(reading, start, unit, scale)


@lru_cache(maxsize=16_384)
def _worded(text: str, start: int, language: Language, unit: str, scale: int) -> Reading | None:
    """What the words of a cell say that begin at ``start`` in it."""
    reading = _with_words(text, language)
    return None if reading is None else _placed(reading, start, unit, scale)


def _placed(reading: Reading, start: int, unit: str, scale: int) -> Reading:
    """A reading of a cell with unit and scale of its column, where it stands in the text of the cell."""
    reading = _with_column(reading, unit, scale)
    return reading._replace(start=reading.start + start, end=reading.end + start) if start else reading


def _core(text: str) -> tuple[int, int]:
    """The cell without blanks and note marks."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if not _MARKED_RE.search(text):
        return start, end
    leading = _LEADING_RE.match(text, 0, end)
    if leading and leading.end() < end:
        start = leading.end()
    while trailing := _TRAILING_RE.search(text, max(start + 1, end - 8), end):
        if trailing.start() == end:
            break
        end = trailing.start()
    return start, end


def _silent(
    content: MappedText,
    language: Language,
    kind: Kind,
    start: int,
    end: int,
    unit: str,
    period: Period | None,
) -> Figure:
    printed = content.text[start:end]
    own = "%" if "%" in printed else unit
    return Figure(language, kind, printed, content.span(start, end), unit=own, period=period)


def _quantity(text: str) -> Reading | None:
    """A plain number: the form of nearly all cells."""
    match = CELL_RE.fullmatch(text)
    if not match:
        return None
    first, opened, currency, second, inner, digits, before, closed, behind = match.group(*_PARTS)
    numeral = read_digits("0" + digits if digits.startswith(".") else digits)
    brackets = bool(opened) + bool(inner)
    if numeral is None or brackets != len(closed or ""):
        return None
    marks = (first or "") + (second or "")
    code = next((code for code, group in _CODES if match[group]), "") if currency else ""
    percent = bool(before or behind)
    name = "%" if percent else code
    unit = BY_NAME[name] if name else None
    return Reading(
        0, len(text), match.start("digits"), numeral.value, power(-numeral.places), numeral.value, numeral.places,
        unit=unit, code=name, kind=unit.kind if unit else Kind.NUMBER, unit_printed="%" if percent else currency or "",
        minus=(bool(brackets) and "+" not in marks) or not _MINUS_MARKS.isdisjoint(marks), plus="+" in marks, confidence=numeral.confidence,
    )  # fmt: skip


def _range(text: str) -> Reading | None:
    split = _SPLIT_RE.fullmatch(text)
    if not split:
        return None
    low, high = _quantity(split["low"].strip()), _quantity(split["high"].strip())
    if low is None or high is None:
        return None
    if low.code and high.code and low.code != high.code:
        return None
    shown = high if high.code else low
    ends = (low.signed, high.signed)
    step = min(low.step, high.step)
    return shown._replace(start=0, end=len(text), ends=ends, step=step, minus=False, plus=False)


_BRACKETED_RE = re.compile(r"\([\d.,]+ ?[^()\d]+\)")
"""All of a cell in brackets: points below zero (0.6 pt) as amounts are; (3 persons) says something of the cell above."""


def _with_words(text: str, language: Language) -> Reading | None:
    """A number with words: 10,000 百万円 - 10,500 百万円, 12円50銭, 3社; the whole cell has to be it."""
    if len(text) > LONGEST_CELL:
        return None
    numbered = any(char.isdigit() or char in "一二三四五六七八九十" for char in text)
    if not numbered and (language is Language.JA or not _COUNTED_RE.fullmatch(text)):
        return None
    readings = join_ranges(text, READERS[language](text, Mask([])), language)
    if len(readings) != 1:
        return None
    reading = readings[0]
    if not _REST_RE.fullmatch(text, 0, reading.start) or not _REST_AFTER_RE.fullmatch(text, reading.end):
        return None
    describe = describe_japanese if language is Language.JA else describe_english
    described = describe(text, [reading], ())[0]
    if described.kind is Kind.POINTS and not described.minus and _BRACKETED_RE.fullmatch(text):
        return described._replace(minus=True, start=0, end=len(text))
    return described


def _is_damaged(reading: Reading) -> bool:
    return reading.places == DAMAGED_PLACES and reading.ends is None and reading.number < 1000


def _undotted(reading: Reading) -> Reading:
    """8.144 in a column of thousands of yen is 8,144 with a damaged comma: nobody prints yen in such tables."""
    factor = power(DAMAGED_PLACES)
    return reading._replace(
        amount=reading.amount * factor, step=reading.step * factor, number=reading.number * factor, places=0,
        confidence=DAMAGED,
    )  # fmt: skip


def _with_column(reading: Reading, name: str, scale: int) -> Reading:
    """Apply unit and scale of the column or caption to a cell that prints none."""
    own_unit = bool(reading.code)
    sign_only = (
        own_unit and reading.unit_printed and reading.kind is Kind.AMOUNT and reading.first > reading.start
    )
    if reading.scale or (own_unit and not sign_only):
        return reading
    if own_unit and name not in ("", reading.code):
        return reading
    unit = BY_NAME.get(name)
    kind = unit.kind if unit else Kind.RATE if "/" in name else reading.kind
    if kind in (Kind.AMOUNT, Kind.NUMBER) and scale in WHOLE_SCALES and _is_damaged(reading):
        reading = _undotted(reading)
    factor = power(scale) if kind in (Kind.AMOUNT, Kind.COUNT, Kind.NUMBER, Kind.PHYSICAL) else Decimal(1)
    ends = (reading.ends[0] * factor, reading.ends[1] * factor) if reading.ends else None
    return reading._replace(amount=reading.amount * factor, step=reading.step * factor, ends=ends, unit=unit or reading.unit,
        code=name or reading.code, kind=kind, scale=scale if factor != 1 else 0, inherited=bool(name or scale),
    )  # fmt: skip
