"""Lines of cells right below the heads of columns that are rows of words: grades of each year, targets, certificates."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bilingual.tables import patterns as p
from bilingual.tables.lines import Layout, Line

FEWEST_COLUMNS = 3
"""Columns with heads from which lines of words below them are rows."""
_YEAR_RE = re.compile(r"(?:19|20)\d\d|\b[FC]Y ?'?\d\d\b|\b\d\d年度")
_STATED_RE = re.compile(
    r"\d ?(?:%|[名人社件回倍台棟億万千百円tgkmMG]|[ヶケかカヵ][所国月]|年(?!度|\d|$)|[a-z]{3})|(?:by|in|until) (?:FY ?)?20\d\d|20\d\d年度?(?:まで|に)"
)
"""A figure or a year among words: 34.6%削減, three of 14 sites, by FY2030."""


def heads_words(headers: Sequence[Line]) -> bool:
    """Whether the first of several lines heads columns, and all those below it are rows of words.

    Args:
        headers: lines of words above the first row with figures, from top to bottom.
    """
    return _heads_with_years(headers) or _heads_statements(headers)


def _heads_with_years(headers: Sequence[Line]) -> bool:
    """Whether the first of several lines heads most columns with years, and those below are as wide: grades, words of each year."""
    if len(headers) < 2 or headers[0].layout is Layout.SPACE:
        return False
    first, *below = headers
    years = [_YEAR_RE.search(part.text) is not None for part in first.fields[1:]]
    return (
        sum(years) > max(1, len(years) // 2)
        and not _YEAR_RE.search(first.fields[0].text)
        and all(_is_worded_row(line, len(years) + 1) for line in below)
    )


def _heads_statements(headers: Sequence[Line]) -> bool:
    """Whether the first of several lines names every column and those below are rows that state something in words.

    Targets, certificates: 気候変動 | 50%削減 | 2019年度. What stands below a head in a line of heads states no figure.
    """
    if len(headers) < 2 or headers[0].layout is Layout.SPACE:
        return False
    first, *below = headers
    names = [part.text.strip() for part in first.fields]
    if len(names) < FEWEST_COLUMNS or len(set(filter(None, names))) < len(names):
        return False
    return all(_states_in_words(line, len(names)) for line in below)


def _states_in_words(line: Line, width: int) -> bool:
    """Whether a line of cells has a label, and says a figure among words in a cell that heads nothing."""
    label, *cells = (part.text.strip() for part in line.fields)
    if len(line.fields) != width or not label or label[:1] in "([" or not all(cells):
        return False
    telling = [text for text in cells if not p.HEADER_HINT_RE.fullmatch(text.strip("()[]"))]
    return 2 * len(telling) >= len(cells) and any(_STATED_RE.search(text) for text in telling)


def _is_worded_row(line: Line, width: int) -> bool:
    """Whether a line of cells has a label that is no unit, something in every column, and no second line of heads."""
    label, *cells = (part.text.strip() for part in line.fields)
    return (
        len(line.fields) == width
        and all(cells)
        and len(set(cells)) > 1
        and label[:1] not in "(["
        and not any(p.HEADER_HINT_RE.fullmatch(text.strip("()[]")) for text in cells)
    )
