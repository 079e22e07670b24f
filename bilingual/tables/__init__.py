"""Tables recovered from text: rows, stub, header, periods and units per column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bilingual.model.document import Language
from bilingual.model.figure import FiscalCalendar
from bilingual.model.repair import Repair
from bilingual.model.table import Table
from bilingual.tables.block import Block
from bilingual.tables.blocks import find_blocks
from bilingual.tables.build import build_table, continue_table
from bilingual.tables.lines import Line, LineKind, read_lines
from bilingual.tables.mending import mend_blocks
from bilingual.tables.scattered import gather_rows
from bilingual.tables.strayed import adopt_captions
from bilingual.tables.wording import Wording
from bilingual.text.layer import WITH_CELLS, TextLayer, right_columns

STRAY_HEADS = 3
"""Heads of columns that stand apart from any table are no running text."""
ANSWERS = frozenset({"Yes", "No", "None", "有", "無", "あり", "なし"})
"""What answers a question on the same line, and heads no column."""

__all__ = ["TableReading", "find_tables"]


@dataclass(frozen=True)
class TableReading:
    """The tables of one language, every line that they consume, and what was repaired in them."""

    tables: tuple[Table, ...] = ()
    lines: frozenset[int] = frozenset()
    repairs: tuple[Repair, ...] = ()


MISREAD = frozenset(
    {"digit_letters", "katakana", "unit_words", "currency_codes", "torn_columns", "cut_groups"}
)
"""Steps over lines that mend what readers of pictures alone make of characters and columns."""


def find_tables(
    layer: TextLayer, lines: Sequence[int], language: Language, calendar: FiscalCalendar
) -> TableReading:
    """Find the tables among the given lines of a document, in order; the right one of two behind the left one."""
    found = _tables(layer, lines, language, calendar, 0)
    given = frozenset(lines) if layer.tables else frozenset()
    for stretch in layer.tables:
        right, numbers = right_columns(layer, stretch)
        if numbers and given.issuperset(numbers):
            more = _tables(right, numbers, language, calendar, len(found.tables))
            tables = sorted((*found.tables, *more.tables), key=lambda table: table.line)
            found = TableReading(tuple(tables), found.lines | more.lines, (*found.repairs, *more.repairs))
    return found


def _misread(layer: TextLayer) -> int:
    """Places that a reader of pictures misread; words that came apart count where letters were taken for others too."""
    steps = Counter(repair.step for repair in layer.repairs)
    letters = sum(steps[step] for step in MISREAD)
    return letters + steps["split_words"] if letters else 0


def _tables(
    layer: TextLayer, lines: Sequence[int], language: Language, calendar: FiscalCalendar, before: int
) -> TableReading:
    """The tables of one column of text; ``before`` were numbered already."""
    document = layer.document
    read = read_lines(layer, lines)
    blocks = find_blocks(read)
    adopt_captions(blocks, read)
    gather_rows(blocks, read)
    mend_blocks(blocks, Wording(layer), misread=_misread(layer), has_cells=document.format in WITH_CELLS)
    tables: list[Table] = []
    repairs: list[Repair] = []
    for block in blocks:
        if block.continues:
            longer = continue_table(document, block, tables[-1], language, calendar)
            if longer is not None:
                tables[-1] = longer
                repairs.extend(_repairs(block, longer))
                continue
        tables.append(build_table(document, block, before + len(tables) + 1, language, calendar))
        repairs.extend(_repairs(block, tables[-1]))
    consumed = frozenset(line.number for block in blocks for line in (*block.lines, *block.head.moved))
    heads = {
        line.number
        for line in read
        if line.kind is LineKind.HEADER and len(line.cells) >= STRAY_HEADS and not _names_fields(line)
    }
    return TableReading(tuple(tables), consumed | heads, tuple(repairs))


def _names_fields(line: Line) -> bool:
    """Whether the words of a line are fields and what stands in them, which is text: ``Contact: A. Mori  Tel: …``."""
    return line.stub.text.endswith(":") or any(cell.text in ANSWERS for cell in line.cells)


def _repairs(block: Block, table: Table) -> list[Repair]:
    """What was repaired in the lines of a table and in the table itself."""
    found = [repair for line in block.lines for repair in line.repairs]
    return [replace(repair, table=table.id) for repair in (*found, *block.repairs)]
