"""Root causes in paired tables: exchanged rows, moved cells, wrong columns, tables that are not the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from bilingual.checks.building import Case, Cases, Route, severity_of
from bilingual.checks.captions import (
    TablePair,
    heads_tell,
    no_head,
    no_heads,
    no_unit,
    outside_unit,
    unit_caption,
    without_opposite_captions,
    zeros,
)
from bilingual.checks.disagreements import DIGITS_KEPT, Disagreement, cell_of
from bilingual.checks.exchanges import EXCHANGED, FURTHER, exchanged_rows, lost_cell, moved_cells
from bilingual.checks.guessed_units import guessed_units
from bilingual.checks.said_otherwise import said_otherwise
from bilingual.checks.spilled import spilled_rows
from bilingual.figures.units import BY_NAME
from bilingual.model.document import Language
from bilingual.model.figure import Aspect
from bilingual.model.report import Severity

COLUMN = 3
"""So many rows of one column that differ in the same way have one cause."""
DOUBTFUL = 6
"""So many cells of one table that differ, and more than half of all: the tables may not be the same table."""
STOP_FOR_COMMA = "one of them prints a full stop where the other prints a comma"
_SIGN_RE = re.compile(r"[△▲()\s-]+")
NUMBERS = frozenset({Aspect.VALUE, Aspect.PERCENT, Aspect.SIGN, Aspect.SCALE, Aspect.RATE, Aspect.NIL})
"""Aspects in which cells of rows or tables that do not correspond differ."""


def group_table(tables: TablePair, items: list[Disagreement], route: Route, cases: Cases) -> None:
    """Take out, one cause after another, what several cells show; the rest stands alone."""
    rest = unit_caption(tables, items, cases)
    rest = no_unit(tables, rest, cases)
    rest = no_head(tables, rest, cases)
    rest = no_heads(tables, rest, cases)
    rest = guessed_units(tables, rest, cases)
    rest = said_otherwise(tables, rest, cases)
    rest = outside_unit(rest, cases)
    rest = without_opposite_captions(rest)
    rest = zeros(rest, cases)
    rest = spilled_rows(tables, rest, cases)
    rest = _exchanges(tables, rest, cases)
    rest = _columns(tables, rest, route, cases)
    rest = _doubtful(tables, rest, cases)
    rest = _rows(rest, route, cases)
    for item in rest:
        severity, note = severity_of(item.difference.serious), ""
        if _dotted(item) in tables.misread or (item.aspect is Aspect.SCALE and _dotted(item) is not None):
            severity, note = _limited(tables, [item], severity), STOP_FOR_COMMA
        cases[route(item)].append(Case((item,), severity, note))


def _dotted(item: Disagreement) -> Language | None:
    """The language that prints full stops where the other prints commas, if they differ in nothing else.

    Text that was read from a picture mixes them up.
    """
    ja, en = item.ja_printed.strip(), item.en_printed.strip()
    if _SIGN_RE.search(ja) and _SIGN_RE.search(en):
        ja, en = _SIGN_RE.sub("", ja), _SIGN_RE.sub("", en)  # △1.392 and (1,392)
    if ja == en or ja.replace(".", ",") != en.replace(".", ","):
        return None
    return Language.JA if ja.count(".") > en.count(".") else Language.EN


def _limited(tables: TablePair, found: Sequence[Disagreement], severity: Severity) -> Severity:
    """A question where full stops for commas are all the difference; less where that version's characters are in doubt."""
    dotted = {_dotted(item) for item in found}
    if None in dotted:
        return severity
    limit = Severity.INFO if dotted <= tables.misread else Severity.WARNING
    return max(limit, severity, key=lambda one: one.rank)


def _exchanges(tables: TablePair, items: list[Disagreement], cases: Cases) -> list[Disagreement]:
    by_row: dict[int, list[Disagreement]] = defaultdict(list)
    for item in items:
        by_row[id(item.pair)].append(item)
    taken: set[int] = set()
    for one, other in exchanged_rows([found[0].pair for found in by_row.values()]):
        found = (*by_row[id(one)], *by_row[id(other)])
        cases["NUM005"].append(Case(found, Severity.ERROR, "the two rows are exchanged", "rows"))
        taken.update((id(one), id(other)))
    taken |= _exchanged_columns(by_row, taken, cases)
    shifted = sum(moved_cells(found[0].pair) == FURTHER for found in by_row.values()) if tables.damaged else 0
    for key, members in by_row.items():
        if key in taken or not any(item.difference.serious == 2 for item in members):
            continue
        moved, lost = moved_cells(members[0].pair), lost_cell(members[0].pair)
        if moved:
            # Nobody shifts row after row, but heads that a damaged text layer lost or glued do.
            severity = Severity.INFO if moved == FURTHER and shifted >= COLUMN else Severity.ERROR
            cases["NUM005"].append(Case(tuple(members), severity, moved, "row"))
        elif lost:
            read = len(tables.ja.columns) == len(tables.en.columns)
            severity = Severity.WARNING if read else Severity.INFO
            cases["NUM005"].append(Case(tuple(members), severity, lost, "row"))
        if moved or lost:
            taken.add(key)
    return [item for item in items if id(item.pair) not in taken]


def _exchanged_columns(by_row: Mapping[int, list[Disagreement]], taken: set[int], cases: Cases) -> set[int]:
    """Gather rows that exchange the same two cells: it is two columns that are exchanged. Returns these rows."""
    alike: dict[frozenset[tuple[int, int]], list[int]] = defaultdict(list)
    for key, members in by_row.items():
        if key not in taken and moved_cells(members[0].pair) == EXCHANGED:
            alike[frozenset(_place(item) for item in members)].append(key)
    gathered: set[int] = set()
    for places, keys in alike.items():
        if len(keys) >= COLUMN and len(places) > 1:
            found = tuple(item for key in keys for item in by_row[key])
            note = f"two columns are exchanged in {len(keys)} rows"
            cases["NUM005"].append(Case(found, Severity.ERROR, note, "column"))
            gathered.update(keys)
    return gathered


def _columns(tables: TablePair, items: list[Disagreement], route: Route, cases: Cases) -> list[Disagreement]:
    """The same difference down a column: a factor, a currency, a unit, a lost sign."""
    alike: dict[tuple[object, ...], list[Disagreement]] = defaultdict(list)
    for item in items:
        alike[_column_key(item)].append(item)
    taken: set[int] = set()
    for key, found in alike.items():
        if len(found) < COLUMN or not key:
            continue
        note = f"so in {len(found)} rows of the column"
        if found[0].aspect in DIGITS_KEPT and _same_figures(found[0]) and not heads_tell(tables, found[0]):
            cases["NUM006"].append(Case(tuple(found), Severity.INFO, note, "column"))
        else:
            severity = severity_of(max(item.difference.serious for item in found))
            severity = _limited(tables, found, severity)
            cases[route(found[0])].append(Case(tuple(found), severity, note, "column"))
        taken.update(map(id, found))
    return [item for item in items if id(item) not in taken]


def _same_figures(item: Disagreement) -> bool:
    """Whether both print the same digits, at most with a point more: 842 in 億円 is 84.2 in billions."""
    if item.same_digits or item.aspect is not Aspect.SCALE:
        return item.same_digits
    ja, en = ([char for char in printed if char.isdigit()] for printed in (item.ja_printed, item.en_printed))
    return ja == en


def _column_key(item: Disagreement) -> tuple[object, ...]:
    """What disagreements of one cause share: column, aspect and factor; empty where nothing does."""
    figures = item.figures
    if figures is None or item.aspect in (Aspect.VALUE, Aspect.PERCENT, Aspect.NIL):
        return ()
    named = item.aspect in (Aspect.MULTIPLE, Aspect.POINTS) and item.same_digits  # the note says the digits
    return (*_place(item), item.aspect, "" if named else item.difference.note, item.same_digits)


def _place(item: Disagreement) -> tuple[int, int]:
    """The numbers of the columns in which two cells stand; -1 for what is no cell."""
    if item.figures is None:
        return -1, -1
    ja, en = cell_of(item.pair.ja_row, item.figures.ja), cell_of(item.pair.en_row, item.figures.en)
    return (-1 if ja is None else ja.column), (-1 if en is None else en.column)


LIKELY = 0.5
"""Score from which two rows correspond by their labels and places, where their values do not speak for it."""


def _doubtful(tables: TablePair, items: list[Disagreement], cases: Cases) -> list[Disagreement]:
    """Two tables that share hardly any number are hardly the same table: one question, not many errors.

    Where not even the labels of most rows speak for it, there is nothing to ask.
    """
    numbers = [item for item in items if item.aspect in NUMBERS and item.difference.serious == 2]
    if len(numbers) < DOUBTFUL or 2 * len(numbers) <= tables.cells:
        return items
    note = f"{len(numbers)} of {tables.cells} cells of the two tables differ"
    likely = sum("concept" in item.pair.evidence or item.pair.score >= LIKELY for item in numbers)
    severity = Severity.WARNING if 2 * likely >= len(numbers) else Severity.INFO
    cases["NUM001"].append(Case(tuple(numbers), severity, note, "table"))
    taken = set(map(id, numbers))
    return [item for item in items if id(item) not in taken]


def _rows(items: list[Disagreement], route: Route, cases: Cases) -> list[Disagreement]:
    """A row in which most cells differ is one wrong row, or two rows that do not correspond.

    A row whose cells all differ in their unit alone has a wrong unit, or a unit that nobody has heard of.
    """
    by_row: dict[int, list[Disagreement]] = defaultdict(list)
    for item in items:
        if item.difference.serious == 2 and (item.aspect in NUMBERS or item.aspect in DIGITS_KEPT):
            by_row[id(item.pair)].append(item)
    taken: set[int] = set()
    for found in by_row.values():
        cells = len(found[0].pair.figures)
        aspects = {item.aspect for item in found}
        units = len(aspects) == 1 and aspects <= DIGITS_KEPT and all(item.same_digits for item in found)
        if (units and len(found) > 1) or (len(found) >= COLUMN and 2 * len(found) > cells):
            note = f"{len(found)} of {cells} cells of the row differ"
            code = route(found[0]) if len(aspects) == 1 else "NUM001"
            severity = Severity.ERROR if code != "NUM001" or len(found) < cells else Severity.WARNING
            if aspects == {Aspect.UNIT} and not all(map(_known_units, found)):
                code, severity = "NUM006", Severity.INFO
            cases[code].append(Case(tuple(found), severity, note, "row"))
            taken.update(map(id, found))
    return [item for item in items if id(item) not in taken]


def _known_units(item: Disagreement) -> bool:
    """Whether both units are in the table of units; of others nobody can say that they differ."""
    return item.figures is not None and item.figures.ja.unit in BY_NAME and item.figures.en.unit in BY_NAME
