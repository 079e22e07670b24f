"""Cells of words in paired rows: targets, base years, terms of office say figures and times too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bilingual.align.figures import Judge, pair_figures
from bilingual.align.mentions import reading_mentions
from bilingual.align.periods import dated_periods, located_periods, pair_periods
from bilingual.align.rows import RowMatch
from bilingual.figures import find_figures, read_cell
from bilingual.figures.agreement import differences
from bilingual.figures.plain_numbers import plain_numbers
from bilingual.model.alignment import (
    Anchor,
    FigurePair,
    Pair,
    PairKind,
    PeriodPair,
    SegmentReading,
)
from bilingual.model.document import Language, MappedText
from bilingual.model.figure import Figure, FiscalCalendar, Kind
from bilingual.model.segment import Segment, SegmentKind
from bilingual.model.table import Cell, CellKind
from bilingual.text.normalize import map_text

_YEAR_RE = re.compile(r"((?:19|20)\d\d)年?")
"""A year alone, which is a date beside words, no number."""
_ITEM_RE = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,4}(?:回|名|人|件|社)?")
_LIST_RE = re.compile(
    r"\s*\d{1,4}(?:回|名|人|件|社)?(?:\s*(?:[/／、・;]|,\s)\s*\d{1,4}(?:回|名|人|件|社)?){1,11}\s*"
    r"|\d[\d,]* ?\(\d[\d,]*\)"
)
"""Numbers one after the other: 13回/14回, 7, 13; a number and a part of it: 342(204)."""
_MARK_RE = re.compile(r"\(\d{1,2}\)|[①-⑳]")
"""A mark that stands for one of several things, no figure: ①, (1)."""
LONGEST = 200
"""Characters of a cell that states something; longer ones are running text in a frame."""
LONGEST_REST = 16
"""Characters that stand beside a number word in a cell that states it: its counter, a limit."""
WORDS = ("words",)
"""What speaks for such a pair: the cells stand in paired rows and columns and state the same kinds of things."""


def pair_word_cells(
    match: RowMatch, column_map: Sequence[tuple[int, int]], ja: FiscalCalendar, en: FiscalCalendar
) -> list[Pair]:
    """Pair what the cells of two rows say in words.

    Args:
        match: the rows.
        column_map: their columns, (Japanese index, English index).
        ja: the calendar of the Japanese side.
        en: that of the English side.

    Returns:
        One pair for each two cells of words that state figures or times.
    """
    if match.evidence == ("order",):
        return []
    left = {cell.column: cell for cell in match.ja.row.cells}
    right = {cell.column: cell for cell in match.en.row.cells}
    found = []
    for i, j in column_map:
        mine, theirs = left.get(i), right.get(j)
        if mine and theirs and _says(mine) and _says(theirs) and _worded(mine, theirs):
            pair = _pair(match, mine, theirs, ja, en)
            if pair.figures or pair.periods:
                found.append(pair)
    return found


def says_no_figure(cell: Cell, language: Language) -> bool:
    """Whether a cell holds words that name no number: 集計なし, not tracked."""
    if cell.kind is not CellKind.TEXT or any(map(str.isdigit, cell.text)):
        return False
    return not plain_numbers(cell.text, language)


def _says(cell: Cell) -> bool:
    """Whether a cell holds words or a figure (a year may be either)."""
    if cell.kind is CellKind.TEXT and _MARK_RE.fullmatch(cell.text):
        return False
    return cell.kind in (CellKind.TEXT, CellKind.FIGURE) and 0 < len(cell.text) <= LONGEST


def _worded(mine: Cell, theirs: Cell) -> bool:
    return CellKind.TEXT in (mine.kind, theirs.kind)


def _pair(match: RowMatch, mine: Cell, theirs: Cell, ja: FiscalCalendar, en: FiscalCalendar) -> Pair:
    periods: tuple[PeriodPair, ...] = ()
    figures = _listed(mine, theirs, ja, en)
    if not figures:
        figures, periods = _stated(_reading(mine, Language.JA, ja), _reading(theirs, Language.EN, en), ja, en)
    return Pair(
        PairKind.CELL,
        match.score,
        (Anchor(mine.span, match.ja.row.line),),
        (Anchor(theirs.span, match.en.row.line),),
        figures=figures,
        periods=periods,
        evidence=WORDS,
    )


def _stated(
    left: SegmentReading, right: SegmentReading, ja: FiscalCalendar, en: FiscalCalendar
) -> tuple[tuple[FigurePair, ...], tuple[PeriodPair, ...]]:
    """The figures and the times that two cells name, paired."""
    ja_mentions, en_mentions = (reading_mentions(reading, (), 0, 0) for reading in (left, right))
    even = len(ja_mentions) == len(en_mentions)
    judge = Judge(ja, en, lambda _: False, lambda _: False, given=even)
    matching = pair_figures(ja_mentions, en_mentions, judge)
    named, other = located_periods([left]), located_periods([right])
    if not named or not other:
        named += dated_periods([left], [mention.figure for mention in matching.ja_rest])
        other += dated_periods([right], [mention.figure for mention in matching.en_rest])
    given = len(named) == len(other) == 1
    return matching.pairs, pair_periods(named, other, ja, en, given=given)


def _listed(mine: Cell, theirs: Cell, ja: FiscalCalendar, en: FiscalCalendar) -> tuple[FigurePair, ...]:
    """The numbers of two lists, one by one: 13回/14回 and 13/14, 7、13 and 7, 13."""
    left, right = _items(mine, Language.JA), _items(theirs, Language.EN)
    if len(left) < 2 or len(left) != len(right):
        return ()
    return tuple(
        FigurePair(one, other, differences(one, other, ja, en, cell=True))
        for one, other in zip(left, right, strict=True)
    )


def _items(cell: Cell, language: Language) -> list[Figure]:
    """The numbers of a cell that is a list of nothing else."""
    if not _LIST_RE.fullmatch(cell.text):
        return []
    found = []
    for match in _ITEM_RE.finditer(cell.text):
        content = map_text(match[0], cell.span.start + match.start())
        figure = read_cell(content, language)
        if figure is not None and figure.value is not None:
            found.append(figure)
    return found


def _reading(cell: Cell, language: Language, calendar: FiscalCalendar) -> SegmentReading:
    """A cell as text with its figures and times; the figure that the table read of it stands as it is."""
    content = map_text(cell.text, cell.span.start)
    figures, periods = find_figures(content, language, calendar)
    number = _number_word(cell, content, language, calendar) if cell.figure is None and not figures else None
    year = _YEAR_RE.fullmatch(content.text.strip())
    if year:
        figures = (Figure(language, Kind.DATE, cell.text, cell.span, moment=year[1]),)
    elif cell.figure is not None:
        figures = (replace(cell.figure, period=None),)
    elif number is not None:
        figures = (number,)
    return SegmentReading(Segment(SegmentKind.CELL, language, content), figures, periods)


def _number_word(
    cell: Cell, content: MappedText, language: Language, calendar: FiscalCalendar
) -> Figure | None:
    """The figure of a cell that writes its number in words and holds little else: Ten or fewer, 二十三名."""
    text = content.text
    numbers = plain_numbers(text, language)
    if len(numbers) != 1:
        return None
    only = numbers[0]
    word, rest = text[only.start : only.end], len(text) - (only.end - only.start)
    if only.rank or only.month or only.wide or only.scaled or rest > LONGEST_REST or re.search(r"\d", word):
        return None
    digits = map_text(f"{text[: only.start]}{only.value}{text[only.end :]}")
    figure = read_cell(digits, language)
    if figure is None:
        found = find_figures(digits, language, calendar)[0]
        figure = found[0] if len(found) == 1 else None
    if figure is None or figure.value is None:
        return None
    return replace(figure, printed=cell.text, span=cell.span, period=None, word=True)
