"""Cells of two tables that say the same in another measure, which neither table has to name.

A column of ratios stands beside one of growths (109.1% of last year, 9.1%), and where a table goes on below another under heads of its own
alone, it goes on in 億円 in one version and in billions in the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from bilingual.checks.building import Case, Cases
from bilingual.checks.captions import TablePair
from bilingual.checks.disagreements import Disagreement, cell_of
from bilingual.figures import read_unit_note
from bilingual.model.alignment import FigurePair
from bilingual.model.figure import Aspect, Kind
from bilingual.model.report import Severity
from bilingual.model.table import Table
from bilingual.tables.units import MONEY

WHOLE = Decimal(100)
"""Per cent by which a ratio is more than the growth that it stands for."""
FEWEST = 2
"""Rows of a column, or cells of a table, that tell by what they differ."""
Place = tuple[int, int]


def said_otherwise(tables: TablePair, items: list[Disagreement], cases: Cases) -> list[Disagreement]:
    """Take out ratios beside growths, and figures without a unit that one scale explains all over the table."""
    if len(items) < FEWEST:
        return items
    rest = _without_ratios(tables, items)
    rest = _without_counts(tables, rest, cases)
    return _without_scales(tables, rest, cases)


def _without_ratios(tables: TablePair, items: list[Disagreement]) -> list[Disagreement]:
    """The rest without columns in which every percentage of one version is one of the other and a hundred."""
    if not any(_is_hundred_more(item.figures) for item in items):
        return items
    more: Counter[Place] = Counter()
    other: Counter[Place] = Counter()
    places: dict[int, Place] = {}
    for place, both in _cells(tables):
        if both.ja.kind is Kind.PERCENT is both.en.kind:
            (more if _is_hundred_more(both) else other)[place] += 1
            places[id(both)] = place
    columns = {place for place, count in more.items() if count >= FEWEST and not other[place]}
    return [item for item in items if item.figures is None or places.get(id(item.figures)) not in columns]


def _is_hundred_more(both: FigurePair | None) -> bool:
    if both is None or both.ja.unit != "%" or both.en.unit != "%":
        return False
    ja, en = both.ja.value, both.en.value
    return ja is not None and en is not None and abs(ja - en) == WHOLE and both.ja.step == both.en.step


_MONEY_RE = re.compile(
    r"(?:[高額益損費]|利益|収益|収入|支出|資産|負債|配当金?|原価|損失|借入金?|預金|人件費)(?:\(.*\))?$"
)
"""How Japanese names of amounts end; a name that ends otherwise may count something."""


def _without_counts(tables: TablePair, items: list[Disagreement], cases: Cases) -> list[Disagreement]:
    """The rest without rows that print the same where the notes of both tables name a unit of counts beside that of money.

    億円、千台 and billions of yen, thousands of units: 2,750 of 販売台数 are no amount in either.
    """
    if not (_counts(tables.ja) and _counts(tables.en)):
        return items
    found = [
        item
        for item in items
        if item.aspect is Aspect.SCALE
        and item.same_digits
        and item.pair.ja_row is not None
        and not _MONEY_RE.search(item.pair.ja_row.label)
    ]
    if not found:
        return items
    note = "the notes name two units, and the label tells neither"
    return _noted(items, found, note, cases)


def _noted(
    items: list[Disagreement], found: list[Disagreement], note: str, cases: Cases
) -> list[Disagreement]:
    """The rest of what differs, once a note tells why some of it says nothing of the figures."""
    cases["NUM006"].append(Case(tuple(found), Severity.INFO, note, "caption"))
    told = set(map(id, found))
    return [item for item in items if id(item) not in told]


def _counts(table: Table) -> bool:
    """Whether the note of a table names money and a unit of counts."""
    note = read_unit_note(table.unit_note, table.language) if table.unit in MONEY else None
    return note is not None and any(unit not in MONEY and unit != "%" for unit, _ in note.others)


def _without_scales(tables: TablePair, items: list[Disagreement], cases: Cases) -> list[Disagreement]:
    """The rest without cells of no unit whose values differ all over the table by one and the same scale."""
    if (tables.ja.unit, tables.ja.scale) != ("", 0) or (tables.en.unit, tables.en.scale) != ("", 0):
        return items
    scales = {_scale(both) for _, both in _cells(tables) if _bare(both)}
    if len(scales) != 1 or None in scales or Decimal(1) in scales:
        return items
    found = [item for item in items if item.figures is not None and _bare(item.figures)]
    if len(found) < FEWEST:
        return items
    note = "neither table names a unit, and one scale explains all of its cells"
    return _noted(items, found, note, cases)


def _bare(both: FigurePair) -> bool:
    """Whether neither cell has a unit, printed or inherited."""
    return all(not figure.unit and not figure.scale and figure.value for figure in (both.ja, both.en))


def _scale(both: FigurePair) -> Decimal | None:
    """The power of ten between two values that have the same digits; None where there is none."""
    ja, en = both.ja.value, both.en.value
    if not ja or not en:
        return None
    ratio = ja / en
    return ratio if ratio > 0 and ratio.normalize().as_tuple().digits == (1,) else None


def _cells(tables: TablePair) -> Iterator[tuple[Place, FigurePair]]:
    """The paired cells with the columns that they stand in."""
    for row in tables.rows:
        for both in row.figures:
            mine, theirs = cell_of(row.ja_row, both.ja), cell_of(row.en_row, both.en)
            if mine is not None and theirs is not None:
                yield (mine.column, theirs.column), both
