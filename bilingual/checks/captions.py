"""What unit notes, heads and labels say about cells: differences that they explain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bilingual.checks.building import Case, Cases, column_of
from bilingual.checks.disagreements import DIGITS_KEPT, TIMES, Disagreement, cell_of, principal
from bilingual.checks.labels import captions_oppose, names_unit, per_share, same_scale
from bilingual.figures.notes import read_unit_note
from bilingual.figures.reading import power
from bilingual.figures.units import conversion, same_unit
from bilingual.model.alignment import Comparison, FigurePair, Pair, PairKind
from bilingual.model.document import Language
from bilingual.model.figure import Aspect, Difference, Figure, Kind
from bilingual.model.report import Severity
from bilingual.model.table import Row, Table
from bilingual.tables.units import row_unit, unit_words

IGNORED = DIGITS_KEPT | TIMES
"""What a caption explains, and what columns are compared for."""


@dataclass(frozen=True)
class TablePair:
    """Two tables with their paired rows."""

    ja: Table
    en: Table
    rows: tuple[Pair, ...]
    strayed: bool = False
    """Whether the caption of one has a number that another table of the other version has: it may be that table's."""
    damaged: bool = False
    """Whether cells or heads of one were repaired: where they stand is a reading."""
    misread: frozenset[Language] = frozenset()
    """The versions of which characters were taken for others."""

    @property
    def cells(self) -> int:
        """Number of paired cells."""
        return sum(len(row.figures) for row in self.rows)


def unit_caption(tables: TablePair, items: list[Disagreement], cases: Cases) -> list[Disagreement]:
    """One unit note that says something else: the digits of most cells agree, their values do not."""
    ja, en = tables.ja, tables.en
    if (ja.unit, ja.scale) == (en.unit, en.scale):
        return items
    same = [item for item in items if item.aspect in DIGITS_KEPT and item.same_digits]
    if len(same) < 2 or 2 * len(same) < tables.cells - _plain_cells(tables):
        return _one_factor(tables, items, cases)
    torn = ja.scale == en.scale and not (ja.unit and en.unit)  # (単位:百万 whose 円 stands on the next line
    if ja.unit_note and en.unit_note and not torn:
        severity, note = (Severity.INFO, STRAYED) if tables.strayed else (Severity.ERROR, "")
        cases["UNT002"].append(Case(tuple(same), severity, note, "caption"))
    else:
        cases["NUM006"].append(Case(tuple(same), Severity.INFO, "one side names no unit", "caption"))
    return [item for item in map(without_unit, items) if item is not None]


def no_unit(tables: TablePair, items: list[Disagreement], cases: Cases) -> list[Disagreement]:
    """Cells that name their unit against a table that names none, in no note, head or cell: nobody contradicts it."""
    if _is_bare(tables.ja) is _is_bare(tables.en):
        return items
    same = [
        item
        for item in items
        if item.aspect in DIGITS_KEPT and item.same_digits and not _rows_name_scales(item)
    ]
    if not same:
        return items
    cases["NUM006"].append(Case(tuple(same), Severity.INFO, "one side names no unit", "caption"))
    rest = (item if _rows_name_scales(item) else without_unit(item) for item in items)
    return [item for item in rest if item is not None]


def no_head(tables: TablePair, items: list[Disagreement], cases: Cases) -> list[Disagreement]:
    """The same digits under the head of a column that names a unit and under no head: its unit is a guess."""
    rest: list[Disagreement] = []
    found: list[Disagreement] = []
    others: list[Disagreement] = []
    for item in items:
        heads = [
            column.header
            if (cell := cell_of(row, figure)) and (column := column_of(table, cell.column))
            else ""
            for table, row, figure in _sides(tables, item)
        ]
        guessed = item.aspect in DIGITS_KEPT and bool(heads) and bool(heads[0]) is not bool(heads[-1])
        guessed = guessed and not _in_unit_columns(item)
        (rest if not guessed else found if item.same_digits else others).append(item)
    if len(found) <= len(others):
        rest += others
    else:  # of a cell with other digits the unit that nothing names hides what differs
        rest += [replace(item, difference=_of_digits(item)) for item in others]
    if found:
        cases["NUM006"].append(
            Case(tuple(found), Severity.INFO, "the column of one side has no head", "caption")
        )
    return [*rest, *signs_of(found)]


def no_heads(tables: TablePair, items: list[Disagreement], cases: Cases) -> list[Disagreement]:
    """The same numbers down a column without a head in either version, beside columns that the units explain.

    Amounts in 億円 and in billions differ by ten in print; what is printed alike all the way down is no amount.
    """
    columns: dict[tuple[int, int], list[FigurePair]] = defaultdict(list)
    for row in tables.rows:
        for both in row.figures:
            mine, theirs = cell_of(row.ja_row, both.ja), cell_of(row.en_row, both.en)
            if mine is not None and theirs is not None:
                columns[mine.column, theirs.column].append(both)
    found: list[Disagreement] = []
    for (left, right), cells in columns.items():
        heads = column_of(tables.ja, left), column_of(tables.en, right)
        alike = sum(_same_number(both) for both in cells)
        if alike == len(cells) > 1 and not any(head is not None and head.header for head in heads):
            of_column = set(map(id, cells))
            found += [
                item
                for item in items
                if item.aspect is Aspect.SCALE
                and id(item.figures) in of_column
                and not _rows_name_scales(item)
            ]
    if not found or len(found) * 2 > tables.cells:
        return items
    cases["NUM006"].append(
        Case(tuple(found), Severity.INFO, "the column has no head in either version", "caption")
    )
    told = set(map(id, found))
    return [item for item in items if id(item) not in told]


def _same_number(both: FigurePair) -> bool:
    """Whether two cells print the same number, whatever their tables count in."""
    numbers = (both.ja.value, both.ja.scale), (both.en.value, both.en.scale)
    return len({value and value.scaleb(-scale) for value, scale in numbers}) == 1


def _of_digits(item: Disagreement) -> Difference:
    """A difference of digits, of a percentage where one of the two is one."""
    return Difference(Aspect.PERCENT if Kind.PERCENT in item.kinds else Aspect.VALUE, 2)


def _sides(tables: TablePair, item: Disagreement) -> Iterator[tuple[Table, Row | None, Figure]]:
    """Both tables with the row and the figure of an item; none where it is about periods."""
    if item.figures is not None:
        yield tables.ja, item.pair.ja_row, item.figures.ja
        yield tables.en, item.pair.en_row, item.figures.en


def _is_bare(table: Table) -> bool:
    """Whether neither the notes, nor the columns, nor a cell of a table names a unit; rates and ratios aside."""
    figures = (cell.figure for row in table.rows for cell in row.cells if cell.figure is not None)
    named = any(figure.unit and figure.kind not in UNITLESS for figure in figures)
    return not (table.unit_note or table.unit or named or any(column.unit for column in table.columns))


def _one_factor(tables: TablePair, items: list[Disagreement], cases: Cases) -> list[Disagreement]:
    """The same where the units are of other sizes (億円, billions of yen): one factor parts nearly all cells."""
    factors: dict[str, list[Disagreement]] = defaultdict(list)
    for item in items:
        if item.aspect is Aspect.SCALE and item.difference.note:
            factors[item.difference.note].append(item)
    apart = max(factors.values(), key=len, default=[])
    if len(apart) < 2 or 4 * len(apart) < 3 * (tables.cells - _plain_cells(tables)):
        return items
    if not (tables.ja.unit_note and tables.en.unit_note):
        return items
    cases["UNT002"].append(Case(tuple(apart), Severity.ERROR, shape="caption"))
    return [item for item in items if not any(item is other for other in apart)]


def without_unit(item: Disagreement) -> Disagreement | None:
    """What else differs in a cell besides the unit that its caption gives it."""
    if item.figures is None or item.aspect not in DIGITS_KEPT:
        return item
    if not item.same_digits:
        # A digit off by little hides behind the factor that the caption brings in.
        return replace(item, difference=Difference(Aspect.VALUE, 2))
    other = principal(tuple(one for one in item.figures.differences if one.aspect not in IGNORED))
    return replace(item, difference=other) if other is not None else None


def signs_of(items: Sequence[Disagreement]) -> list[Disagreement]:
    """The signs that differ in cells whose units are a guess."""
    found = (without_unit(item) for item in items)
    return [item for item in found if item is not None and item.aspect is Aspect.SIGN]


def _plain_cells(tables: TablePair) -> int:
    """Cells that no unit note governs: percentages, dashes, counts with their own unit, zeros."""
    return sum(
        both.ja.kind in (Kind.PERCENT, Kind.NIL, Kind.NOT_APPLICABLE) or not both.ja.value
        for row in tables.rows
        for both in row.figures
    )


def outside_unit(items: list[Disagreement], cases: Cases) -> list[Disagreement]:
    """Per-share data stand outside the unit of their table, whether or not the caption says so."""
    rest, counts = [], []
    for item in items:
        row = item.pair
        governed = item.aspect in DIGITS_KEPT and item.same_digits and row.ja_row and row.en_row
        currencies = item.aspect is Aspect.CURRENCY and _labels_name_units(item)
        alike = row.ja_row and row.en_row and same_scale(row.ja_row.label, row.en_row.label)
        if governed and alike and not currencies:
            continue  # both labels name the scale, whatever was read of it
        shares = governed and row.ja_row and row.en_row and per_share(row.ja_row.label, row.en_row.label)
        shares = shares and not _in_unit_columns(item)
        if shares and not _labels_name_units(item):
            note = "per-share data and numbers of shares stand outside the unit of the table"
            cases["NUM006"].append(Case((item,), Severity.INFO, note))
        elif governed and _counts_under_note(item):
            counts.append(item)
        else:
            rest.append(item)
    if counts:
        note = "one label names a unit, the other stands under the unit of its table"
        cases["NUM006"].append(Case(tuple(counts), Severity.INFO, note, "caption"))
    return rest


def _labels_name_units(item: Disagreement) -> bool:
    """Whether both labels name the currency of their row: (円), (USD)."""
    both, labels = item.figures, [row.label if row else "" for row in (item.pair.ja_row, item.pair.en_row)]
    return both is not None and all(
        figure.kind is Kind.AMOUNT and label.endswith(")") and names_unit(unit_words(label), figure.unit)
        for label, figure in zip(labels, (both.ja, both.en), strict=True)
    )


def _rows_name_scales(item: Disagreement) -> bool:
    """Whether both labels name in brackets what their row counts in: (千人), (millions), whatever the table says."""
    for row, language in ((item.pair.ja_row, Language.JA), (item.pair.en_row, Language.EN)):
        unit = row_unit(row.label, language) if row is not None and row.label.endswith(")") else None
        if unit is None or not unit.scale:
            return False
    return True


def _in_unit_columns(item: Disagreement) -> bool:
    """Whether a column of units names what the row counts in, in both versions: no head of a column has to."""
    rows = item.pair.ja_row, item.pair.en_row
    return all(row is not None and row.unit.strip("() -") for row in rows)


def _counts_under_note(item: Disagreement) -> bool:
    """Whether one label counts (役職員数(人)) and the other (Officers and employees) has money from its table alone."""
    both = item.figures
    if both is None or item.aspect is not Aspect.UNIT or item.kinds != {Kind.COUNT, Kind.AMOUNT}:
        return False
    labels = [row.label if row else "" for row in (item.pair.ja_row, item.pair.en_row)]
    return all(
        names_unit(label, figure.unit) == (figure.kind is Kind.COUNT)
        for label, figure in zip(labels, (both.ja, both.en), strict=True)
    )


def without_opposite_captions(items: list[Disagreement]) -> list[Disagreement]:
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


def zeros(items: list[Disagreement], cases: Cases) -> list[Disagreement]:
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


UNITLESS = frozenset({Kind.PERCENT, Kind.RATIO})
"""What has its unit in itself, whatever its table counts in."""
STRAYED = "a caption has the number of another table, to which it may belong"
CONVERTED = {8, 9}
"""English may count in billions what Japanese counts in 億: where the cells are converted the note is right; a person looks."""


def captions_alone(comparison: Comparison, cases: Cases) -> None:
    """Unit notes that were given as segments: nothing but their words can be compared."""
    if not comparison.segments_only:
        return
    for pair in comparison.alignment.pairs:
        if pair.kind is PairKind.TABLE and pair.ja_table is not None and pair.en_table is not None:
            ja, en = pair.ja_table, pair.en_table
            if not (ja.rows or en.rows) and _others_differ(ja, en):
                places = Disagreement(pair, Difference(Aspect.UNIT), pair.ja[0].span, pair.en[0].span)
                cases["UNT002"].append(Case((places,), Severity.WARNING, shape="caption"))
                continue
            if ja.rows or en.rows or (ja.unit, ja.scale) == (en.unit, en.scale):
                continue
            if ja.scale == en.scale and same_unit(ja.unit, en.unit):
                continue  # (単位:千件), (Thousands); (店), (locations)
            factor = conversion(ja.unit, en.unit)
            if factor is not None and factor * power(ja.scale) == power(en.scale):
                continue  # (千トン), (kt)
            aspect = Aspect.SCALE if ja.unit == en.unit else Aspect.UNIT
            places = Disagreement(pair, Difference(aspect), pair.ja[0].span, pair.en[0].span)
            converted = aspect is Aspect.SCALE and {ja.scale, en.scale} == CONVERTED
            severity = Severity.WARNING if converted else Severity.ERROR
            cases["UNT002"].append(Case((places,), severity, shape="caption"))


def _others_differ(ja: Table, en: Table) -> bool:
    """Whether notes that tell as many further units tell others: %、ポイント beside %, basis points."""
    notes = read_unit_note(ja.unit_note, Language.JA), read_unit_note(en.unit_note, Language.EN)
    if notes[0] is None or notes[1] is None or (ja.unit, ja.scale) != (en.unit, en.scale):
        return False
    mine, theirs = (note.others for note in notes if note is not None)
    if len(mine) != len(theirs) or sorted(mine) == sorted(theirs):
        return False
    return any(
        one[1] != other[1] or not same_unit(one[0], other[0]) for one, other in zip(mine, theirs, strict=True)
    )


def heads_tell(tables: TablePair, item: Disagreement) -> bool:
    """Whether heads or notes name the units of both cells in words: a unit that was guessed accuses nobody."""
    for table, row, figure in _sides(tables, item):
        cell = cell_of(row, figure)
        column = column_of(table, cell.column) if cell else None
        words = f"{column.header if column else ''} {row.label if row else ''}"
        noted = item.aspect is not Aspect.UNIT and table.unit == figure.unit
        if not names_unit(words, figure.unit) and not (noted and names_unit(table.unit_note, figure.unit)):
            return False
    return True
