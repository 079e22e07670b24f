"""Units of cells that heads name in no word, or that the cells cannot have: readings of heads, which accuse nobody."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from bilingual.checks.building import Case, Cases, column_of
from bilingual.checks.captions import TablePair, signs_of
from bilingual.checks.disagreements import Disagreement, cell_of
from bilingual.checks.labels import names_unit
from bilingual.model.figure import Aspect, Figure
from bilingual.model.report import Severity
from bilingual.model.table import Row, Table

_THOUSANDS_RE = re.compile(r"\d,\d{3}(?![.\d])")
"""A whole number of thousands, which is no percentage of anything."""
_CUT_UNIT_RE = re.compile(
    r"(?<!million )(?<!millions )(?<!thousands )(?<!billions )(?<!trillions )\bof (?:yen|(?:U\.?S\.? )?dollars)\b",
    re.IGNORECASE,
)
"""The lower line of a unit over two, behind words of the heads beside it: Millions Yen % of yen."""
_CHANGE_RE = re.compile(
    r"増減(?!率)|差$|(?<!率)の?変化|\b(?:[Cc]hange|[Dd]ifference|[Ii]ncrease|[Vv]ariance)\b|比$|^(?:vs\.?|from) "
)
"""The head of a column of differences."""
UNITS = frozenset({Aspect.SCALE, Aspect.UNIT, Aspect.PERCENT, Aspect.VALUE})
"""Aspects in which cells that print the same digits differ by their units alone."""
_PER_CENT = "%"
FAR = 1000
"""By how much values differ at least of which a head counts one in thousands or more."""


def guessed_units(tables: TablePair, items: list[Disagreement], cases: Cases) -> list[Disagreement]:
    """Take out cells that print the same digits where the unit of one rests on heads that do not say it.

    Heads on several lines over narrow columns are taken apart wrongly where a text layer is damaged: a percentage sign
    comes to stand over amounts, and an amount under no word at all. Where one column of a table shows it, the units of
    the others are readings of the same heads.
    """
    items = [item for item in items if not _is_difference_of_rates(tables, item)]
    items = _without_torn_scales(tables, items, cases)
    alike = [item for item in items if item.aspect in UNITS and _units_differ(item) and _prints_same(item)]
    if not any(_is_guess(tables, item) for item in alike):
        return items
    found = [item for item in alike if _by_heads(tables, item) or _holds_impossible(tables, item)]
    cases["NUM006"].append(
        Case(tuple(found), Severity.INFO, "the heads of one side do not tell the units", "caption")
    )
    told = set(map(id, found))
    return [*(item for item in items if id(item) not in told), *signs_of(found)]


def _without_torn_scales(tables: TablePair, items: list[Disagreement], cases: Cases) -> list[Disagreement]:
    """Take out columns whose cells all print the same digits, tens apart, where heads that were torn count in 億円 and in billions.

    影響額(億円・通期) over 18 and 6, Impact (billions of yen, full year) over 1.8 and 0.6: the unit stands over both columns, in
    words that the columns shared out among themselves.
    """
    heads = [
        " ".join([table.caption, *(column.header for column in table.columns)])
        for table in (tables.ja, tables.en)
    ]
    if "億" not in heads[0] or "billion" not in heads[1].lower():
        return items
    columns: dict[tuple[int, int], list[Disagreement]] = defaultdict(list)
    for item in items:
        places = _columns(tables, item)
        if places is not None and _is_tenth(item):
            columns[places].append(item)
    compared: Counter[tuple[int, int]] = Counter()
    for row in tables.rows:
        for both in row.figures:
            cells = cell_of(row.ja_row, both.ja), cell_of(row.en_row, both.en)
            if cells[0] is not None and cells[1] is not None:
                compared[cells[0].column, cells[1].column] += 1
    found = [item for places, own in columns.items() if FEW <= len(own) == compared[places] for item in own]
    if found:
        note = "the heads of one side do not tell the units"
        cases["NUM006"].append(Case(tuple(found), Severity.INFO, note, "caption"))
    told = set(map(id, found))
    return [*(item for item in items if id(item) not in told), *signs_of(found)]


def _columns(tables: TablePair, item: Disagreement) -> tuple[int, int] | None:
    cells = [cell_of(row, figure) for _, row, figure in _cells(tables, item)]
    if len(cells) != 2 or cells[0] is None or cells[1] is None:
        return None
    return cells[0].column, cells[1].column


def _is_tenth(item: Disagreement) -> bool:
    """Whether neither cell names a unit and the English one is a tenth of the Japanese one, with one decimal more."""
    if item.figures is None:
        return False
    ja, en = item.figures.ja, item.figures.en
    if ja.unit or en.unit or ja.value is None or en.value is None or not ja.value:
        return False
    return abs(ja.value) == TENTHS * abs(en.value)


FEW, TENTHS = 2, 10


def _is_difference_of_rates(tables: TablePair, item: Disagreement) -> bool:
    """Whether a column of changes without a unit of its own stands in a table of per cent: it counts in points.

    増減 below (単位:%) and Change (pt) say the same; Change (%) does not.
    """
    if item.aspect is not Aspect.POINTS or not item.same_digits:
        return False
    return any(
        figure.unit == _PER_CENT and not figure.unit_printed and _is_bare_change(table, row, figure)
        for table, row, figure in _cells(tables, item)
    )


def _is_bare_change(table: Table, row: Row | None, figure: Figure) -> bool:
    cell = cell_of(row, figure)
    column = column_of(table, cell.column) if cell else None
    return (
        column is not None
        and _CHANGE_RE.search(column.header) is not None
        and not names_unit(column.header, _PER_CENT)
        and table.unit == _PER_CENT
    )


def _units_differ(item: Disagreement) -> bool:
    """Whether the cells were read in different units: their values may differ by these alone."""
    if item.aspect is not Aspect.VALUE or item.figures is None:
        return True
    return (item.figures.ja.unit, item.figures.ja.scale) != (item.figures.en.unit, item.figures.en.scale)


def _prints_same(item: Disagreement) -> bool:
    """Whether both cells print the same digits; with another point only where more than a slip of it parts them.

    143,810 in 億円 and 14,381.0 under a head that lacks its billions of yen.
    """
    if item.same_digits or item.figures is None or item.aspect is not Aspect.SCALE:
        return item.same_digits
    ja, en = ("".join(filter(str.isdigit, text)).lstrip("0") for text in (item.ja_printed, item.en_printed))
    values = [abs(figure.value) for figure in (item.figures.ja, item.figures.en) if figure.value]
    return ja == en and len(values) == 2 and max(values) >= FAR * min(values)


def _cells(tables: TablePair, item: Disagreement) -> tuple[tuple[Table, Row | None, Figure], ...]:
    if item.figures is None:
        return ()
    return (
        (tables.ja, item.pair.ja_row, item.figures.ja),
        (tables.en, item.pair.en_row, item.figures.en),
    )


def _holds_impossible(tables: TablePair, item: Disagreement) -> bool:
    """Whether one cell cannot have its unit, whatever the label says (増減額 of 13,000 under a sign of per cent)."""
    return any(_is_impossible(figure) for _, _, figure in _cells(tables, item))


def _by_heads(tables: TablePair, item: Disagreement) -> bool:
    """Whether neither cell prints its unit and no row names it: both come from heads."""
    return all(
        not figure.unit_printed
        and not (row is not None and figure.unit and (row.unit or names_unit(row.label, figure.unit)))
        for _, row, figure in _cells(tables, item)
    )


def _is_guess(tables: TablePair, item: Disagreement) -> bool:
    return _by_heads(tables, item) and any(
        _is_impossible(figure) or not _is_named(table, row, figure)
        for table, row, figure in _cells(tables, item)
    )


def _is_impossible(figure: Figure) -> bool:
    """Whether a whole number of thousands is read as a percentage."""
    return figure.unit == _PER_CENT and _THOUSANDS_RE.search(figure.printed) is not None


def _is_named(table: Table, row: Row | None, figure: Figure) -> bool:
    """Whether the head of the column or a note of the table names the unit of a cell."""
    cell = cell_of(row, figure)
    column = column_of(table, cell.column) if cell else None
    words = column.header if column else ""
    if _CUT_UNIT_RE.search(words):
        return False
    if names_unit(words, figure.unit):
        return True
    note = table.unit_note  # one of money and per cent tells the unit of neither: ``yen %``
    return names_unit(note, figure.unit) and (figure.unit == _PER_CENT or _PER_CENT not in note)
