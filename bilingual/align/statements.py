"""Paired tables to pairs of rows and cells, with what is left over."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from bilingual.align.columns import pair_columns
from bilingual.align.rows import RowEntry, RowMatch, pair_rows, row_entries
from bilingual.align.tables import TableGroup, pair_tables
from bilingual.align.word_cells import pair_word_cells, says_no_figure
from bilingual.figures.agreement import differences
from bilingual.figures.periods import compare_periods, find_periods
from bilingual.glossary.labels import Labels
from bilingual.model.alignment import Anchor, FigurePair, Leftover, Pair, PairKind, PeriodPair, Side
from bilingual.model.document import Language, Span
from bilingual.model.figure import Aspect, Difference, FiscalCalendar, Kind
from bilingual.model.table import Cell, CellKind, Row, RowKind, Table

DOUBTFUL = 70
"""Confidence, in per cent, up to which the column of a figure is a guess."""
GUESSED = 60
"""Confidence up to which its digits are."""
FEWEST_IN_ORDER = 3
"""Cells of a row that fills its columns whose order tells which one is which."""
DOTTED_RE = re.compile(r"(?<!\d)\d{1,3}(?:[.,]\d{3})*\.\d{3}(?!\d)")
ColumnMap = tuple[tuple[int, int], ...]


def align_tables(ja: Side, en: Side, labels: Labels) -> tuple[list[Pair], list[Leftover]]:
    """Align everything that stands in tables.

    Returns:
        Pairs of tables, section headings and rows, and the rows and tables without a counterpart.
    """
    pairs: list[Pair] = []
    leftovers: list[Leftover] = []
    groups = pair_tables(ja.tables, en.tables, labels)
    for group in groups:
        if len(group.ja) == len(group.en) == 1:
            found, rest = group.ja[0].once(_align_couple, group.en[0], labels, ja.calendar, en.calendar)
        else:
            found, rest = _align_group(group, labels, ja.calendar, en.calendar)
        pairs.extend(found)
        leftovers.extend(rest)
    paired = {table.id for group in groups for table in (*group.ja, *group.en)}
    for side in (ja, en):
        leftovers.extend(
            _table_leftover(table) for table in side.tables if table.id not in paired and table.rows
        )
    return pairs, leftovers


def _align_couple(
    ja: Table, en: Table, labels: Labels, ja_calendar: FiscalCalendar, en_calendar: FiscalCalendar
) -> tuple[Sequence[Pair], Sequence[Leftover]]:
    return _align_group(TableGroup((ja,), (en,)), labels, ja_calendar, en_calendar)


def _align_group(
    group: TableGroup, labels: Labels, ja: FiscalCalendar, en: FiscalCalendar
) -> tuple[Sequence[Pair], Sequence[Leftover]]:
    left, right = row_entries(group.ja, labels), row_entries(group.en, labels)
    matches = pair_rows(left, right, labels)
    by_tables: dict[tuple[str, str], list[RowMatch]] = defaultdict(list)
    for match in matches:
        by_tables[match.ja.table.id, match.en.table.id].append(match)
    pairs: list[Pair] = []
    leftovers: list[Leftover] = []
    for matched in by_tables.values():
        ja_table, en_table = matched[0].ja.table, matched[0].en.table
        rows = [(match.ja.row, match.en.row) for match in matched]
        column_map = pair_columns(ja_table, en_table, rows, ja, en)
        pairs.append(_table_pair(ja_table, en_table, column_map, matched))
        for match in matched:
            pair, rest = _row_pair(match, column_map, ja, en)
            pairs.append(pair)
            pairs.extend(pair_word_cells(match, pair.column_map, ja, en))
            leftovers.extend(rest)
    used = {id(entry) for match in matches for entry in (match.ja, match.en)}
    leftovers.extend(_row_leftover(entry) for entry in (*left, *right) if id(entry) not in used)
    return pairs, leftovers


def _table_pair(ja_table: Table, en_table: Table, column_map: ColumnMap, matched: Sequence[RowMatch]) -> Pair:
    score = sum(match.score for match in matched) / max(len(ja_table.rows), len(en_table.rows))
    return Pair(
        PairKind.TABLE,
        min(1.0, score),
        (_table_anchor(ja_table),),
        (_table_anchor(en_table),),
        evidence=("rows",),
        ja_table=ja_table,
        en_table=en_table,
        column_map=column_map,
    )


def _row_pair(
    match: RowMatch, column_map: ColumnMap, ja: FiscalCalendar, en: FiscalCalendar
) -> tuple[Pair, list[Leftover]]:
    left, right = match.ja.row, match.en.row
    section = left.kind is RowKind.SECTION
    figures, leftovers = _pair_cells(match, () if section else column_map, ja, en)
    return (
        Pair(
            PairKind.HEADING if section else PairKind.ROW,
            match.score,
            (_row_anchor(left),),
            (_row_anchor(right),),
            figures=tuple(figures),
            periods=_label_periods(match, ja, en) if "values" in match.evidence else (),
            evidence=match.evidence,
            ja_row=left,
            en_row=right,
            ja_table=match.ja.table,
            en_table=match.en.table,
            column_map=column_map,
        ),
        leftovers,
    )


def _label_periods(match: RowMatch, ja: FiscalCalendar, en: FiscalCalendar) -> tuple[PeriodPair, ...]:
    """The periods that the labels of two rows name, where each names one (第2四半期(累計), Six months ending)."""
    mine, theirs = match.ja.row, match.en.row
    if mine.label_span is None or theirs.label_span is None:
        return ()
    left = find_periods(mine.label, Language.JA, ja)
    right = find_periods(theirs.label, Language.EN, en) if len(left) == 1 else []
    if len(right) != 1:
        return ()
    differ = compare_periods(left[0].period, right[0].period, ja, en)
    return (PeriodPair(left[0], right[0], mine.label_span, theirs.label_span, differ),)


def _pair_cells(
    match: RowMatch, column_map: ColumnMap, ja: FiscalCalendar, en: FiscalCalendar
) -> tuple[list[FigurePair], list[Leftover]]:
    left = {cell.column: cell for cell in match.ja.row.cells}
    right = {cell.column: cell for cell in match.en.row.cells}
    found: list[FigurePair] = []
    leftovers: list[Leftover] = []
    for i, j in _in_order(left, right, column_map):
        mine, theirs = left.get(i), right.get(j)
        if mine and theirs and mine.figure and theirs.figure:
            differ = differences(mine.figure, theirs.figure, ja, en, cell=True)
            if differ:
                differ = _readable(mine, theirs, differ, ja, en)
            found.append(FigurePair(mine.figure, theirs.figure, differ))
        elif mine and _is_value(mine) and not _may_say(theirs, mine, Language.EN):
            leftovers.append(_cell_leftover(Language.JA, mine, match.ja))
        elif theirs and _is_value(theirs) and not _may_say(mine, theirs, Language.JA):
            leftovers.append(_cell_leftover(Language.EN, theirs, match.en))
    if any(pair.ja.confidence <= DOUBTFUL or pair.en.confidence <= DOUBTFUL for pair in found):
        found = [_doubted(pair, found) for pair in found]
    return found, leftovers


def _in_order(left: Mapping[int, Cell], right: Mapping[int, Cell], column_map: ColumnMap) -> ColumnMap:
    """Which cells of two rows correspond: those of corresponding columns.

    A row that fills all columns has no other place for its cells: where the other version prints the same figures in the
    same order, but a text layer put some of them into other columns (the first row of a new page), order decides.
    """
    mine, theirs = ([i for i, cell in side.items() if cell.figure] for side in (left, right))
    full = len(mine) == len(theirs) == len(column_map) >= FEWEST_IN_ORDER
    if not full or all(pair in column_map for pair in zip(mine, theirs, strict=True)):
        return column_map
    if any(after <= before for (_, before), (_, after) in pairwise(column_map)):
        return column_map
    same = all(_same_digits(left[i], right[j]) for i, j in zip(mine, theirs, strict=True))
    return tuple(zip(mine, theirs, strict=True)) if same else column_map


def _readable(
    mine: Cell, theirs: Cell, differ: tuple[Difference, ...], ja: FiscalCalendar, en: FiscalCalendar
) -> tuple[Difference, ...]:
    """What differs, said softly where another reading of a damaged text layer agrees.

    Other glyphs explain other digits; a sign or a unit that differs they do not. Where a full stop may be a comma and
    the digits differ as well, the digits are what differs.
    """
    if not (mine.others or theirs.others):
        return differ
    if _same_digits(mine, theirs) and not (_is_dotted(mine) or _is_dotted(theirs)):
        return differ
    plainer = differ
    for left in (mine.figure, *mine.others):
        for right in (theirs.figure, *theirs.others):
            if left is None or right is None or (left is mine.figure and right is theirs.figure):
                continue
            read = differences(left, right, ja, en, cell=True)
            if _scaled(plainer) and not _scaled(read):
                plainer = read
            if not read:
                other = left if left is not mine.figure else right
                note = f"the text layer has another reading, {other.printed}, that agrees"
                return tuple(replace(item, serious=0, note=note) for item in differ)
    return plainer


def _scaled(differ: Sequence[Difference]) -> bool:
    """Whether values differ by a power of ten."""
    return any(item.aspect is Aspect.SCALE for item in differ)


def _is_dotted(cell: Cell) -> bool:
    """Whether a figure prints a full stop before three digits, as a damaged comma looks."""
    return cell.figure is not None and DOTTED_RE.search(cell.figure.printed) is not None


def _same_digits(mine: Cell, theirs: Cell) -> bool:
    both = [cell.figure.digits for cell in (mine, theirs) if cell.figure is not None]
    return both[0] == both[-1]


def _doubted(pair: FigurePair, row: Sequence[FigurePair]) -> FigurePair:
    """A pair whose difference rests on a guess is no error: a guessed digit, a column that the row does not confirm."""
    confidence = min(pair.ja.confidence, pair.en.confidence)
    if confidence > DOUBTFUL or pair.agrees:
        return pair
    others = [other for other in row if other is not pair]
    if confidence > GUESSED and 2 * sum(map(_tells_alike, others)) > len(others):
        return pair
    what = "column" if confidence > GUESSED else "reading"
    return replace(
        pair,
        differences=tuple(
            replace(item, serious=0, note=item.note or f"the {what} of a damaged cell is a guess")
            for item in pair.differences
        ),
    )


def _tells_alike(pair: FigurePair) -> bool:
    """Whether two cells agree, or have the same digits, whatever their tables say of the unit."""
    return pair.agrees or (pair.ja.digits != "" and pair.ja.digits == pair.en.digits)


def _is_value(cell: Cell) -> bool:
    return cell.figure is not None and cell.figure.kind not in (Kind.NIL, Kind.NOT_APPLICABLE)


def _may_say(cell: Cell | None, other: Cell, language: Language) -> bool:
    """Whether a cell has words that may state the figure of the other cell: some number, or that there is none."""
    if cell is None or cell.kind is not CellKind.TEXT:
        return False
    return not (other.figure and other.figure.value and says_no_figure(cell, language))


def _cell_leftover(language: Language, cell: Cell, entry: RowEntry) -> Leftover:
    return Leftover(language, "figure", cell.span, entry.row.line, cell.figure, entry.table, entry.row)


def _row_leftover(entry: RowEntry) -> Leftover:
    row = entry.row
    return Leftover(entry.table.language, "row", _row_anchor(row).span, row.line, table=entry.table, row=row)


def _table_leftover(table: Table) -> Leftover:
    anchor = _table_anchor(table)
    return Leftover(table.language, "table", anchor.span, anchor.line, table=table)


def _row_anchor(row: Row) -> Anchor:
    span = row.label_span or (row.cells[0].span if row.cells else Span(0, 0))
    return Anchor(span, row.line)


def _table_anchor(table: Table) -> Anchor:
    if table.caption_span is not None:
        return Anchor(table.caption_span, table.line)
    if table.rows:
        return _row_anchor(table.rows[0])
    return Anchor(Span(0, 0), table.line)
