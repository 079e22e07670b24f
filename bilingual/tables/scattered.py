"""Last rows whose figures stand one to a line below their table, and their labels somewhere after them.

Readers of pictures lose the columns of the last rows of a statement: the figures come column by column, the labels
below the notes. They are put together where it is certain: every column gives the same kinds of figures, and another
table of the document shows which kind a label goes with.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from bilingual.model.document import MappedText
from bilingual.model.repair import Damage, Repair
from bilingual.tables.block import Block
from bilingual.tables.delimited import is_cell, read_tabbed
from bilingual.tables.line import Layout, Line, LineKind
from bilingual.tables.looks import look
from bilingual.tables.stub import clean_label
from bilingual.text.normalize import join_texts

MOST_LINES = 40
"""Lines below a table in which its lost figures and labels are looked for."""
MOST_LABELS = 6

Kind = tuple[str, int]
"""What a figure is written as: a fraction, or a whole number of so many digits."""


def gather_rows(blocks: Sequence[Block], lines: Sequence[Line]) -> None:
    """Give tables the rows that stand below them in pieces."""
    numbers = [line.number for line in lines]
    known: dict[str, Kind] | None = None
    for number, block in enumerate(blocks):
        if block.layout is not Layout.TAB:
            continue
        last = block.body[-1]
        start = bisect_right(numbers, last.number)
        following = blocks[number + 1].lines[0].number if number + 1 < len(blocks) else numbers[-1] + 1
        end = bisect_left(numbers, following)
        below = lines[start : min(end, start + MOST_LINES)]
        figures = list(_figures(below))
        columns = [index for index, field in enumerate(last.fields) if index and field.text]
        if len(columns) < 2 or len(figures) < len(columns) or len(figures) % len(columns):
            continue
        labels = list(_labels(below, figures[-1].number))
        if len(labels) * len(columns) == len(figures):
            if known is None:
                known = _known(blocks)
            _attach(block, columns, figures, labels, known)


def _figures(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines of one figure each, from the first line on."""
    for line in lines:
        if line.kind is LineKind.BLANK:
            continue
        if not is_cell(line.text) or look(line.text) not in ("whole", "fraction"):
            return
        yield line


def _labels(lines: Sequence[Line], after: int) -> Iterator[Line]:
    """Labels that stand alone behind the figures; notes may stand between."""
    count = 0
    for line in lines:
        if line.number <= after or line.kind in (LineKind.BLANK, LineKind.NOTE):
            continue
        if line.kind is not LineKind.LABEL or len(line.fields) > 1 or count == MOST_LABELS:
            return
        count += 1
        yield line


def _kind(text: str) -> Kind:
    written = look(text)
    return written, sum(map(str.isdigit, text)) if written == "whole" else 0


def _known(blocks: Sequence[Block]) -> dict[str, Kind]:
    """The kind of the figures that stand beside each label of the document."""
    found: dict[str, Kind] = {}
    for block in blocks:
        for row in block.rows:
            texts = [
                cell.text for cell in row.cells if cell.text and look(cell.text) in ("whole", "fraction")
            ]
            if texts:
                found.setdefault(clean_label(row.stub.text), _kind(texts[0]))
    return found


def _attach(
    block: Block,
    columns: Sequence[int],
    figures: Sequence[Line],
    labels: Sequence[Line],
    known: dict[str, Kind],
) -> None:
    runs = [
        {_kind(line.text): line for line in figures[start : start + len(labels)]}
        for start in range(0, len(figures), len(labels))
    ]
    kinds = [known.get(clean_label(label.text)) for label in labels]
    if None in kinds or any(set(run) != set(kinds) or len(run) != len(labels) for run in runs):
        return
    width = max(len(line.fields) for line in block.rows)
    for label, kind in zip(labels, kinds, strict=True):
        if kind is not None:
            block.add(_row(label, [run[kind] for run in runs], columns, width))
    block.rules.extend((*figures, *labels))


def _row(label: Line, figures: Sequence[Line], columns: Sequence[int], width: int) -> Line:
    """A row made of a label and of figures of other lines, at the line of its first figure."""
    blank = MappedText("", label.content.pieces[:1])
    parts = [_bare(label), *(blank for _ in range(width - 1))]
    for column, figure in zip(columns, figures, strict=True):
        parts[column] = _bare(figure)
    content = join_texts(parts, "\t")
    _, fields = read_tabbed(content.text)
    read = " | ".join(field.text or "_" for field in fields)
    span = label.content.span(0, len(label.content.text))
    repair = Repair("scattered_rows", Damage.CELLS, label.text, read, span)
    return Line(figures[0].number, content, Layout.TAB, LineKind.ROW, fields, (repair,))


def _bare(line: Line) -> MappedText:
    return line.reading(line.fields[0]) if line.fields[0].text else line.reading(line.fields[1])
