"""From disagreements to root causes: one wrong caption, column or exchange of rows is one finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bilingual.checks.building import Case, column_of, severity_of
from bilingual.checks.disagreements import TIMES, Disagreement, cell_of, collect, principal
from bilingual.checks.exchanges import exchanged_figures, exchanged_rows, lost_cell, moved_cells
from bilingual.checks.labels import captions_oppose, names_unit, per_share, same_scale
from bilingual.figures.units import BY_NAME
from bilingual.model.alignment import Comparison, Pair, PairKind
from bilingual.model.figure import Aspect, Difference, Kind
from bilingual.model.report import Severity
from bilingual.model.table import Table

Route = Callable[[Disagreement], str]
Cases = dict[str, list[Case]]

COLUMN = 3
"""So many rows of one column that differ in the same way have one cause."""
DOUBTFUL = 6
"""So many cells of one table that differ, and more than half of all: the tables may not be the same table."""
DIGITS_KEPT = frozenset({Aspect.SCALE, Aspect.CURRENCY, Aspect.UNIT, Aspect.CURRENCY_MISSING, Aspect.POINTS})
"""Aspects that a caption or column head causes: the cells print the same digits."""
IGNORED = DIGITS_KEPT | TIMES
NUMBERS = frozenset({Aspect.VALUE, Aspect.PERCENT, Aspect.SIGN, Aspect.SCALE, Aspect.RATE, Aspect.NIL})
"""Aspects in which cells of rows or tables that do not correspond differ."""


@dataclass(frozen=True)
class _TablePair:
    ja: Table
    en: Table
    rows: tuple[Pair, ...]

    @property
    def cells(self) -> int:
        """Number of paired cells."""
        return sum(len(row.figures) for row in self.rows)


def group(comparison: Comparison, route: Route) -> Cases:
    """Gather the disagreements of a comparison by root cause, under the rule that reports each."""
    cases: Cases = defaultdict(list)
    in_tables: dict[tuple[str, str], list[Disagreement]] = defaultdict(list)
    running: list[Disagreement] = []
    for item in collect(comparison):
        if item.in_table and item.pair.ja_table is not None and item.pair.en_table is not None:
            in_tables[item.pair.ja_table.id, item.pair.en_table.id].append(item)
        else:
            running.append(item)
    tables = _table_pairs(comparison)
    for key, items in in_tables.items():
        _group_table(tables[key], items, route, cases)
    _captions_alone(comparison, cases)
    _group_running(running, comparison, route, cases)
    return cases


def _table_pairs(comparison: Comparison) -> dict[tuple[str, str], _TablePair]:
    rows: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for pair in comparison.alignment.pairs:
        if pair.kind is PairKind.ROW and pair.ja_table is not None and pair.en_table is not None:
            rows[pair.ja_table.id, pair.en_table.id].append(pair)
    return {
        key: _TablePair(found[0].ja_table, found[0].en_table, tuple(found))
        for key, found in rows.items()
        if found[0].ja_table is not None and found[0].en_table is not None
    }


def _group_table(tables: _TablePair, items: list[Disagreement], route: Route, cases: Cases) -> None:
    """Take out, one cause after another, what several cells show; the rest stands alone."""
    rest = _caption(tables, items, cases)
    rest = _per_share(rest, cases)
    rest = _opposite_captions(rest)
    rest = _zeros(rest, cases)
    rest = _exchanges(tables, rest, cases)
    rest = _columns(tables, rest, route, cases)
    rest = _doubtful(tables, rest, cases)
    rest = _rows(rest, route, cases)
    for item in rest:
        severity, note = severity_of(item.difference.serious), ""
        if item.aspect is Aspect.SCALE and _punctuation(item):
            severity, note = Severity.WARNING, "one of them prints a full stop where the other prints a comma"
        cases[route(item)].append(Case((item,), severity, note))


def _punctuation(item: Disagreement) -> bool:
    """Whether only commas and full stops differ: text that was read from a picture mixes them up."""
    ja, en = item.ja_printed.strip(), item.en_printed.strip()
    return ja != en and ja.replace(".", ",") == en.replace(".", ",")


def _caption(tables: _TablePair, items: list[Disagreement], cases: Cases) -> list[Disagreement]:
    """One unit note that says something else: the digits of most cells agree, their values do not."""
    ja, en = tables.ja, tables.en
    if (ja.unit, ja.scale) == (en.unit, en.scale):
        return items
    same = [item for item in items if item.aspect in DIGITS_KEPT and item.same_digits]
    if len(same) < 2 or 2 * len(same) < tables.cells - _plain_cells(tables):
        return items
    if ja.unit_note and en.unit_note:
        cases["UNT002"].append(Case(tuple(same), Severity.ERROR, shape="caption"))
    else:
        cases["NUM006"].append(Case(tuple(same), Severity.INFO, "one side names no unit", "caption"))
    return [item for item in map(_without_unit, items) if item is not None]


def _without_unit(item: Disagreement) -> Disagreement | None:
    """What else differs in a cell besides the unit that its caption gives it."""
    if item.figures is None or item.aspect not in DIGITS_KEPT:
        return item
    if not item.same_digits:
        # A digit off by little hides behind the factor that the caption brings in.
        return replace(item, difference=Difference(Aspect.VALUE, 2))
    other = principal(tuple(one for one in item.figures.differences if one.aspect not in IGNORED))
    return replace(item, difference=other) if other is not None else None


def _plain_cells(tables: _TablePair) -> int:
    """Cells that no unit note governs: percentages, dashes, counts with their own unit, zeros."""
    return sum(
        both.ja.kind in (Kind.PERCENT, Kind.NIL, Kind.NOT_APPLICABLE) or not both.ja.value
        for row in tables.rows
        for both in row.figures
    )


def _per_share(items: list[Disagreement], cases: Cases) -> list[Disagreement]:
    """Per-share data stand outside the unit of their table, whether or not the caption says so."""
    rest = []
    for item in items:
        row = item.pair
        governed = item.aspect in DIGITS_KEPT and item.same_digits and row.ja_row and row.en_row
        if governed and row.ja_row and row.en_row and same_scale(row.ja_row.label, row.en_row.label):
            continue  # both labels name the scale, whatever was read of it
        if governed and row.ja_row and row.en_row and per_share(row.ja_row.label, row.en_row.label):
            note = "per-share data and numbers of shares stand outside the unit of the table"
            cases["NUM006"].append(Case((item,), Severity.INFO, note))
        else:
            rest.append(item)
    return rest


def _opposite_captions(items: list[Disagreement]) -> list[Disagreement]:
    """A row whose captions count the other way round shows the other sign: that is right."""
    return [
        item
        for item in items
        if not (
            item.aspect is Aspect.SIGN
            and item.pair.ja_row
            and item.pair.en_row
            and captions_oppose(item.pair.ja_row.label, item.pair.en_row.label)
        )
    ]


def _zeros(items: list[Disagreement], cases: Cases) -> list[Disagreement]:
    """Kinds of zero that a table exchanges throughout are house style: one remark."""
    style: dict[tuple[str, str], list[Disagreement]] = defaultdict(list)
    rest = []
    for item in items:
        if (
            item.aspect is Aspect.NIL
            and item.figures
            and not item.figures.ja.value
            and not item.figures.en.value
        ):
            style[item.figures.ja.kind, item.figures.en.kind].append(item)
        else:
            rest.append(item)
    for found in style.values():
        shape = "column" if len(found) > 1 else "single"
        cases["SGN006"].append(Case(tuple(found), Severity.INFO, shape=shape))
    return rest


def _exchanges(tables: _TablePair, items: list[Disagreement], cases: Cases) -> list[Disagreement]:
    by_row: dict[int, list[Disagreement]] = defaultdict(list)
    for item in items:
        by_row[id(item.pair)].append(item)
    taken: set[int] = set()
    for one, other in exchanged_rows([found[0].pair for found in by_row.values()]):
        found = (*by_row[id(one)], *by_row[id(other)])
        cases["NUM005"].append(Case(found, Severity.ERROR, "the two rows are exchanged", "rows"))
        taken.update((id(one), id(other)))
    for key, members in by_row.items():
        if key in taken or not any(item.difference.serious == 2 for item in members):
            continue
        moved, lost = moved_cells(members[0].pair), lost_cell(members[0].pair)
        if moved:
            cases["NUM005"].append(Case(tuple(members), Severity.ERROR, moved, "row"))
        elif lost and len(members) > 1:
            cases["NUM005"].append(Case(tuple(members), Severity.WARNING, lost, "row"))
        if moved or (lost and len(members) > 1):
            taken.add(key)
    return [item for item in items if id(item.pair) not in taken]


def _columns(tables: _TablePair, items: list[Disagreement], route: Route, cases: Cases) -> list[Disagreement]:
    """The same difference down a column: a factor, a currency, a unit, a lost sign."""
    alike: dict[tuple[object, ...], list[Disagreement]] = defaultdict(list)
    for item in items:
        alike[_column_key(item)].append(item)
    taken: set[int] = set()
    for key, found in alike.items():
        if len(found) < COLUMN or not key:
            continue
        note = f"so in {len(found)} rows of the column"
        if found[0].aspect in DIGITS_KEPT and found[0].same_digits and not _heads_tell(tables, found[0]):
            cases["NUM006"].append(Case(tuple(found), Severity.INFO, note, "column"))
        else:
            cases[route(found[0])].append(Case(tuple(found), _column_severity(found), note, "column"))
        taken.update(map(id, found))
    return [item for item in items if id(item) not in taken]


def _column_severity(found: Sequence[Disagreement]) -> Severity:
    if all(map(_punctuation, found)):
        return Severity.WARNING
    return severity_of(max(item.difference.serious for item in found))


def _heads_tell(tables: _TablePair, item: Disagreement) -> bool:
    """Whether heads or notes name the units of both cells in words: a unit that was guessed accuses nobody."""
    for table, row, figure in zip(
        (tables.ja, tables.en),
        (item.pair.ja_row, item.pair.en_row),
        (item.figures.ja, item.figures.en) if item.figures else (),
        strict=False,
    ):
        cell = cell_of(row, figure)
        column = column_of(table, cell.column) if cell else None
        words = f"{column.header if column else ''} {row.label if row else ''}"
        noted = item.aspect is not Aspect.UNIT and table.unit == figure.unit
        if not names_unit(words, figure.unit) and not (noted and names_unit(table.unit_note, figure.unit)):
            return False
    return True


def _column_key(item: Disagreement) -> tuple[object, ...]:
    """What disagreements of one cause share: column, aspect and factor; empty where nothing does."""
    figures = item.figures
    if figures is None or item.aspect in (Aspect.VALUE, Aspect.PERCENT, Aspect.NIL):
        return ()
    columns = tuple(
        next((cell.column for cell in row.cells if cell.span == figure.span), -1) if row else -1
        for row, figure in ((item.pair.ja_row, figures.ja), (item.pair.en_row, figures.en))
    )
    return (*columns, item.aspect, item.difference.note, item.same_digits)


def _doubtful(tables: _TablePair, items: list[Disagreement], cases: Cases) -> list[Disagreement]:
    """Two tables that share hardly any number are hardly the same table: one question, not many errors."""
    numbers = [item for item in items if item.aspect in NUMBERS and item.difference.serious == 2]
    if len(numbers) < DOUBTFUL or 2 * len(numbers) <= tables.cells:
        return items
    note = f"{len(numbers)} of {tables.cells} cells of the two tables differ"
    cases["NUM001"].append(Case(tuple(numbers), Severity.WARNING, note, "table"))
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


def _captions_alone(comparison: Comparison, cases: Cases) -> None:
    """Unit notes that were given as segments: nothing but their words can be compared."""
    if not comparison.segments_only:
        return
    for pair in comparison.alignment.pairs:
        if pair.kind is PairKind.TABLE and pair.ja_table is not None and pair.en_table is not None:
            ja, en = pair.ja_table, pair.en_table
            if ja.rows or en.rows or (ja.unit, ja.scale) == (en.unit, en.scale):
                continue
            aspect = Aspect.SCALE if ja.unit == en.unit else Aspect.UNIT
            places = Disagreement(pair, Difference(aspect), pair.ja[0].span, pair.en[0].span)
            cases["UNT002"].append(Case((places,), Severity.ERROR, shape="caption"))


def _group_running(items: list[Disagreement], comparison: Comparison, route: Route, cases: Cases) -> None:
    rest = items
    for one, other in exchanged_figures(items, comparison):
        note = "the two figures are exchanged"
        cases["NUM005"].append(Case((one, other), Severity.ERROR, note, "row"))
        rest = [item for item in rest if item is not one and item is not other]
    for found in _merged(_without_doubles(rest)):
        severity = _doubted(found[0], severity_of(found[0].difference.serious), comparison)
        cases[route(found[0])].append(Case(tuple(found), severity))


def _without_doubles(items: Sequence[Disagreement]) -> Iterator[Disagreement]:
    """Leave out dates that are part of a period that differs already: As of March 31, 2024 is both."""
    periods: dict[int, list[Disagreement]] = defaultdict(list)
    for item in items:
        if item.periods is not None:
            periods[id(item.pair)].append(item)
    for item in items:
        inside = item.aspect is Aspect.DATE and any(
            item.ja_span.overlaps(period.ja_span) or item.en_span.overlaps(period.en_span)
            for period in periods[id(item.pair)]
        )
        if not inside:
            yield item


def _doubted(item: Disagreement, severity: Severity, comparison: Comparison) -> Severity:
    """Lower the severity where it is not sure that both places mean the same fact."""
    limit = Severity.ERROR
    both = item.figures
    if both is None or comparison.segments_only:
        return severity
    if item.aspect in TIMES and item.aspect is not Aspect.BASE:
        # The period of a figure is read from its clause; a period that differs in itself is found as such.
        limit = Severity.INFO
    elif (item.aspect is Aspect.BOUND and (both.ja.bound is None or both.en.bound is None)) or (
        item.aspect is Aspect.DATE and not _slip(both.ja.moment, both.en.moment)
    ):
        limit = Severity.INFO
    return max(severity, limit, key=lambda one: one.rank)


def _slip(ja: str, en: str) -> bool:
    """Whether two dates can be the same one with a slip: they share all parts but one."""
    mine, theirs = ja[:10].split("-"), en[:10].split("-")
    shared = sum(one == other for one, other in zip(mine, theirs, strict=False))
    return shared >= max(len(mine), len(theirs)) - 1


def _merged(items: Iterable[Disagreement]) -> Iterable[list[Disagreement]]:
    """One finding per place: the same figure or period, paired with several places, is wrong once."""
    merged: dict[tuple[object, ...], list[Disagreement]] = {}
    homes: dict[tuple[object, ...], tuple[object, ...]] = {}
    for item in sorted(items, key=lambda item: item.periods is None):
        keys = _places(item)
        home = next((homes[key] for key in keys if key in homes), keys[0])
        merged.setdefault(home, []).append(item)
        for key in keys:
            homes.setdefault(key, home)
    return merged.values()


def _places(item: Disagreement) -> list[tuple[object, ...]]:
    """What two disagreements must share to be one: a place, or the same two period words in one paragraph."""
    time = item.aspect in TIMES
    keys: list[tuple[object, ...]] = [
        ("ja", item.ja_span, time),
        ("en", item.en_span, time),
    ]
    if time and item.periods is not None:
        keys.append((id(item.pair), item.ja_printed, item.en_printed))
    elif time and item.figures is not None:
        ja, en = item.figures.ja, item.figures.en
        if item.aspect is Aspect.BASE:
            ja_period, en_period = ja.base, en.base
        else:
            ja_period, en_period = ja.period, en.period
        if ja_period and en_period:
            keys.append((id(item.pair), ja_period.printed, en_period.printed))
    return keys
