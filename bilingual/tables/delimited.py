"""Lines whose cells tabs or Markdown pipes divide."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from bilingual.figures.worded import is_worded_value
from bilingual.tables import patterns as p
from bilingual.tables.line import MOST_FIELDS, Field, LineKind
from bilingual.text.printed import NUMBER

_STANCE_YEAR_RE = re.compile(r"(?:19|20)\d\d[AEFP]")
"""A year with the letter of what its figures are, actual or expected: 2024A, 2025E."""
_LETTERS_RE = re.compile(
    r"[^\W\d_]{2}|[\u3040-\u9fff]\s{1,8}[\u3040-\u9fff]|\d ?[年月日期末]|%|[¥$]|[1-4][QH]|[QH][1-4]|^[期末度日額率比計]$"
)
_WORDS_RE = re.compile(r"[^\W\d_]{3}|[\u3040-\u9fff](?:\s{1,8})?[\u3040-\u9fff]")
_LABEL_RE = re.compile(
    rf"{_WORDS_RE.pattern}|\A[水紙木金男女空海土油砂]\Z|\A[A-Z]{{1,4}}-\d{{2,4}}[A-Za-z]?\Z"
)
"""Words as a label has them; of single characters those that name something to report on (水 among topics)."""
_COUNT_RE = re.compile(r"(?:No\.? ?)?\d{1,2}\.?")
"""The number of a row that stands in a column of its own before the label."""
_MARK_RE = re.compile(r"\(\d\)")
_ASIDE_RE = re.compile(
    r"\((?=[^()]*(?:単位|表示|[Uu]nit|[Mm]illions|[Tt]housands|[Pp]ercentages?))[^()]*\)"
    r"|(?:(?:In |in )?(?:[Mm]illion|[Tt]housand|[Bb]illion)s of (?:yen|U\.?S\.? dollars))"
)
_MARKED_UNIT_RE = re.compile(r"[A-Z]+[¥$]?\s?\(\d{1,2}\)")
_NUMBER = rf"[(△▲-]?{NUMBER}%?\)?"
_SEVERAL_RE = re.compile(rf"(?=[^,.]*[,.]){_NUMBER}(?: (?:(?:to|-|~) )?{_NUMBER})+")
"""Figures of two rows that were read as one: 1,204 4,402."""
_MONTH_RE = re.compile(
    r"(?P<y>(?:19|20)\d\d|'?\d\d(?=/))[/.](?P<m>1[0-2]|0?[1-9])(?:[/.]\d{1,2}|-(?:19|20)\d\d[/.](?:1[0-2]|0?[1-9]))?"
    r"|(?P<m2>1[0-2]|0?[1-9])/(?P<y2>(?:19|20)\d\d)|'(?P<y3>\d\d)|(?P<y4>\d\d)'"
)
"""A time in numbers: 2024/3, 24/3, 3/2024, 2024/3/31, 2023/4-2024/3, '24."""
_TERMS = (3, 6, 12)
"""Months from one head to the next, where heads of columns are last months of terms."""
_PIPE_RE = re.compile(r"(?<!\\)\|")


def read_tabbed(text: str) -> tuple[LineKind, tuple[Field, ...]]:
    """Read a line with tabs: the part it may play, and its fields."""
    fields = []
    start = 0
    for part in text.split("\t"):
        fields.append(_field(start, part))
        start += len(part) + 1
    return _delimited(tuple(fields))


def read_piped(text: str) -> tuple[LineKind, tuple[Field, ...]]:
    """Read a row of a Markdown table: the part it may play, and its fields."""
    return _delimited(_pipe_fields(text))


def _pipe_fields(text: str) -> tuple[Field, ...]:
    bars = [match.start() for match in _PIPE_RE.finditer(text)]
    edges = [(left + 1, right) for left, right in pairwise(bars)]
    if text[bars[-1] + 1 :].strip():
        edges.append((bars[-1] + 1, len(text)))
    return tuple([_field(start, text[start:end]) for start, end in edges])


def _field(start: int, part: str) -> Field:
    """The field that a part of a line is which begins at ``start``, without the blanks around it."""
    stripped = part.strip()
    if stripped and len(stripped) < len(part):
        start += len(part) - len(part.lstrip())
    return Field(start, start + len(stripped), stripped)


@lru_cache(maxsize=16_384)
def is_cell(text: str) -> bool:
    """Whether a delimited cell holds a figure, a dash or n/a."""
    return len(text) <= 80 and p.CELL_RE.fullmatch(text) is not None and not _MARKED_UNIT_RE.fullmatch(text)


def _delimited(fields: tuple[Field, ...]) -> tuple[LineKind, tuple[Field, ...]]:
    return _delimited_kind(fields, [field for field in fields if field.text]), fields


def is_value(text: str, stub: str) -> bool:
    """Whether a field holds a figure, or beside a label a value with a word of change or bound (50%削減)."""
    if is_cell(text) or not stub:
        return is_cell(text)
    if _HALF_BRACKETED_RE.fullmatch(text):
        return True
    return is_worded_value(text) or (len(text) <= 80 and _SEVERAL_RE.fullmatch(text) is not None)


_HALF_BRACKETED_RE = re.compile(r"\(\d{1,3}(?:,\d{3})*(?:\.\d+)?%?|\d{1,3}(?:,\d{3})*(?:\.\d+)?%?\)")
"""A figure one of whose brackets is lost."""
_LEGEND_RE = re.compile(
    r"\(?(?:[^:;、,()]{1,24}: ?[^:;、,()]{1,16}[;、,] ?)+[^:;、,()]{1,24}: ?[^:;、,()]{1,16}\)?"
)
"""What each of several things is counted in, or what marks stand for, alone over the last column: GHG: t-CO2e; water: m3."""
LONGEST_HEAD = 60
LONG_HEAD = 120
"""Beside others over an empty stub a head may be long: amount recorded in the consolidated financial statements."""


def _delimited_kind(fields: tuple[Field, ...], filled: list[Field]) -> LineKind:
    if not filled:
        return LineKind.BLANK
    if len(fields) > MOST_FIELDS:
        return LineKind.PROSE
    if len(fields[0].text) != 1 and all(p.RULE_RE.fullmatch(field.text) for field in filled):
        return LineKind.RULE
    if p.TABLE_NUMBER_RE.match(filled[0].text) and not any(is_cell(field.text) for field in filled[1:]):
        return LineKind.CAPTION
    if len(filled) == 1 and filled[0] is not fields[0] and _LEGEND_RE.fullmatch(filled[0].text):
        return LineKind.UNIT
    figures: list[Field] = []
    others: list[Field] = []
    for field in filled:
        if field is not fields[0]:
            (figures if is_value(field.text, fields[0].text) else others).append(field)
    years = all(p.YEAR_RE.fullmatch(field.text.removesuffix("年")) for field in figures)
    words = [field for field in others if _LETTERS_RE.search(field.text)]
    if not years and not _heads(fields[0], figures, words):
        numbered = filled[0] is fields[0] and len(filled) > 1 and _COUNT_RE.fullmatch(filled[0].text)
        label = filled[1] if numbered and figures else fields[0]
        if 2 * len(figures) < len(filled) and not _LABEL_RE.search(label.text):
            return LineKind.BLANK
        real = fields[0].text or any(not p.NIL_RE.fullmatch(field.text) for field in figures)
        return LineKind.ROW if real else LineKind.BLANK
    if figures or _are_years(others, beside=bool(fields[0].text)):
        return LineKind.HEADER
    if words:
        if fields[0].text and all(_ASIDE_RE.fullmatch(field.text) for field in words):
            return LineKind.CAPTION
        if fields[0].text.endswith(":") and not any(p.HEADER_HINT_RE.search(field.text) for field in words):
            return LineKind.LABEL
        # Heads of several columns may stand in one cell.
        longest = max(len(field.text) // (len(p.PERIOD_RE.findall(field.text)) or 1) for field in words)
        most = LONG_HEAD if len(words) > 1 and not fields[0].text else LONGEST_HEAD
        return LineKind.HEADER if longest <= most else LineKind.PROSE
    return LineKind.LABEL if _LETTERS_RE.search(filled[0].text) else LineKind.BLANK


def _are_years(fields: list[Field], *, beside: bool) -> bool:
    """Whether fields name years or their last months in numbers: 2024/3; ``beside`` words they are as far from one another each."""
    if len(fields) < 2:
        return False
    if all(_STANCE_YEAR_RE.fullmatch(field.text) for field in fields):
        return True
    if not beside and all(p.YEAR_RE.fullmatch(field.text) for field in fields):
        return True
    months = [_MONTH_RE.fullmatch(field.text) for field in fields]
    counted = [_months(match) for match in months if match]
    steps = {b - a for a, b in pairwise(counted)}
    return len(counted) == len(fields) and len(steps) == 1 and abs(min(steps)) in _TERMS


def _months(match: re.Match[str]) -> int:
    """Months up to the time that a match names."""
    year = match["y"] or match["y2"] or match["y3"] or match["y4"]
    return 12 * int(year.lstrip("'")) + int(match["m"] or match["m2"] or 0)


def _heads(stub: Field, figures: list[Field], words: list[Field]) -> bool:
    """Whether a line with cells that look like figures is a header row: note marks, dashes, a cut date."""
    if not words:
        return False
    if all(_MARK_RE.fullmatch(field.text) for field in figures):
        return True
    if _LABEL_RE.search(stub.text) or not any(p.HEADER_HINT_RE.search(field.text) for field in words):
        return False
    return len(words) > len(figures) or all(p.NIL_RE.fullmatch(field.text) for field in figures)
