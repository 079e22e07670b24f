"""Drawings of a sheet: text boxes and charts, at the cells that they are anchored to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bilingual.containers.cell_names import column_name
from bilingual.containers.markup import child, descendants, local_name
from bilingual.model.origin import CellPlace
from bilingual.readers.assembling import Assembler
from bilingual.readers.drawings import GRAPHICS, Chart, box_lines, chart_cells, graphic_keys, read_chart
from bilingual.readers.grids import grid_rows
from bilingual.readers.xlsx.workbook import ON, SheetPart, Workbook

if TYPE_CHECKING:
    from lxml import etree

ANCHORS = ("twoCellAnchor", "oneCellAnchor", "absoluteAnchor")
SHEET_RE = re.compile(r"\(?(?:'((?:[^']|'')+)'|([^!'(]+))!")


@dataclass
class _Drawn:
    """A text box or a chart, with the row and column that it hangs on."""

    row: int
    column: int
    lines: tuple[str, ...] = ()
    chart: Chart | None = None


def write_drawings(lines: Assembler, workbook: Workbook, part: SheetPart) -> Iterator[str]:
    """Write the text boxes and charts of a sheet, from top to bottom.

    Values that a chart takes from a visible sheet are read there, and not again.

    Returns:
        Remarks on what was not read.
    """
    pictures = 0
    drawn: list[_Drawn] = []
    for relation in workbook.package.relations(part.part).values():
        root = None
        if relation.kind == "drawing" and not relation.external:
            root = workbook.package.xml(relation.target)
        if root is not None:
            pictures += len(descendants(root, "pic"))
            drawn += _drawn(workbook, relation.target, root)
    for one in sorted(drawn, key=lambda each: (each.row, each.column)):
        place = CellPlace(part.name, f"{column_name(one.column)}{one.row + 1}")
        _write(lines, one, place, workbook)
    if pictures:
        yield f"sheet {part.name!r}: pictures are not read"


def _drawn(workbook: Workbook, drawing: str, root: etree._Element) -> Iterator[_Drawn]:
    relations = workbook.package.relations(drawing)
    for anchor in (each for each in root.iter() if local_name(each) in ANCHORS):
        row, column = _corner(anchor)
        for each in _shapes(anchor):
            if local_name(each) in GRAPHICS:
                keys = graphic_keys(each)
                found = relations.get(keys[0]) if keys else None
                part = workbook.package.xml(found.target) if found and not found.external else None
                if part is not None:
                    yield _Drawn(row, column, chart=read_chart(part))
            elif texts := box_lines(each):
                yield _Drawn(row, column, tuple(texts))


def _corner(anchor: etree._Element) -> tuple[int, int]:
    start = child(anchor, "from")
    found = []
    for name in ("row", "col"):
        at = child(start, name) if start is not None else None
        text = (at.text or "").strip() if at is not None else ""
        found.append(int(text) if text.isdigit() and len(text) < 8 else 0)
    return found[0], min(found[1], 16_383)


def _shapes(anchor: etree._Element) -> Iterator[etree._Element]:
    """Shapes with words of their own, charts and diagrams; what a cell says is not said again."""
    pending = list(anchor)[::-1]
    while pending:
        each = pending.pop()
        name = local_name(each)
        if name in GRAPHICS:
            yield each
        elif name == "Fallback":
            continue
        elif name in ("sp", "cxnSp"):
            told = descendants(each, "cNvPr")
            if not each.get("textlink") and not any(one.get("hidden") in ON for one in told):
                yield each
        else:
            pending.extend(list(each)[::-1])


def _write(lines: Assembler, one: _Drawn, place: CellPlace, workbook: Workbook) -> None:
    lines.gap()
    for text in one.lines or (one.chart.titles if one.chart else ()):
        lines.line([(text, place)])
    if one.chart and one.chart.rows and not _stands_in_cells(one.chart, workbook):
        lines.table(grid_rows(chart_cells(one.chart, place)))
    lines.gap()


def _stands_in_cells(chart: Chart, workbook: Workbook) -> bool:
    """Whether a visible sheet has the values of a chart."""
    shown = {part.name for part in workbook.sheets if not part.hidden}
    for source in chart.sources:
        match = SHEET_RE.match(source)
        if match is None or (match[1] or match[2] or "").replace("''", "'") not in shown:
            return False
    return True
