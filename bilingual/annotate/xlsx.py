"""Excel copies with notes and fills on the cells in question; confirmed cells are filled green."""

from __future__ import annotations

import copy
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bilingual.annotate.notes import SheetNotes
from bilingual.annotate.remarks import Remark
from bilingual.containers.markup import child, children, namespace
from bilingual.containers.package_edits import PackageEdits, is_strict
from bilingual.containers.packages import Package
from bilingual.errors import InputError
from bilingual.model.document import Document
from bilingual.model.origin import CellPlace
from bilingual.model.report import Severity
from bilingual.readers.xlsx.workbook import Workbook

if TYPE_CHECKING:
    from lxml import etree

COLOURS = {
    Severity.ERROR: "FFFFC7C2",
    Severity.WARNING: "FFFFE3A3",
    Severity.INFO: "FFD6E9FF",
    None: "FFDDF3DD",
}
"""Fills of cells: red, amber, blue, and green for confirmed ones."""
LONGEST = 30_000
"""Characters of a note; a cell of a sheet holds 32,767."""


def annotated(document: Document, remarks: Sequence[Remark], password: str) -> bytes:
    """A copy of an Excel file with remarks in it; no value and no formula changes.

    Raises:
        InputError: the file cannot be opened again.
    """
    path = Path(document.path)
    package = Package(path, path.read_bytes())
    workbook = Workbook(package)
    root = package.xml(workbook.main)
    edits = PackageEdits(package, strict=root is not None and is_strict(root))
    fills = _Fills(edits, workbook.main)
    places: dict[str, dict[str, list[Remark]]] = defaultdict(lambda: defaultdict(list))
    for remark in remarks:
        if isinstance(remark.origin, CellPlace):
            places[remark.origin.sheet][remark.origin.cell].append(remark)
    for sheet in workbook.sheets:
        if sheet.part and not sheet.hidden and sheet.name in places:
            _mark(edits, sheet.part, places[sheet.name], fills)
    return edits.data()


def _mark(edits: PackageEdits, part: str, places: dict[str, list[Remark]], fills: _Fills) -> None:
    root = edits.tree(part)
    data = child(root, "sheetData") if root is not None else None
    if root is None or data is None:
        return
    notes = SheetNotes(edits, part, root)
    rest = dict(places)
    for row in children(data, "row"):
        for cell in children(row, "c"):
            name = cell.get("r") or ""
            own = rest.pop(name, [])
            if own:
                told = [remark.severity for remark in own if not remark.is_tick and remark.severity]
                worst = min(told, key=lambda one: one.rank, default=None)
                cell.set("s", fills.style(cell.get("s") or "0", COLOURS[worst]))
                _note(notes, name, own)
    for name, own in rest.items():  # charts and text boxes hang on cells that may be empty
        _note(notes, name, own)
    notes.write()


def _note(notes: SheetNotes, cell: str, own: Sequence[Remark]) -> None:
    words = dict.fromkeys(f"{remark.title}\n{remark.text}" for remark in own if not remark.is_tick)
    if words:
        notes.add(cell, "\n\n".join(words)[:LONGEST])


class _Fills:
    """The styles of a workbook, with new ones that add a fill to old ones."""

    def __init__(self, edits: PackageEdits, main: str) -> None:
        name = edits.package.related(main, "styles")
        root = edits.tree(name) if name else None
        if root is None:
            raise InputError(
                f"{edits.package.path}: the workbook has no styles, so no cell can be marked; save it in a spreadsheet program"
            )
        self._root = root
        self._made: dict[tuple[str, str], str] = {}
        self._fills: dict[str, str] = {}

    def style(self, old: str, colour: str) -> str:
        """The number of a style that is as an old one, on a fill."""
        key = (old, colour)
        if key not in self._made:
            styles = self._part("cellXfs")
            number = int(old) if old.isdigit() and int(old) < len(styles) else 0
            new = copy.deepcopy(styles[number]) if len(styles) else styles.makeelement(self._name("xf"))
            new.set("fillId", self._fill(colour))
            new.set("applyFill", "1")
            self._made[key] = self._append(styles, new)
        return self._made[key]

    def _fill(self, colour: str) -> str:
        if colour not in self._fills:
            fills = self._part("fills")
            fill = fills.makeelement(self._name("fill"))
            pattern = fill.makeelement(self._name("patternFill"), {"patternType": "solid"})
            pattern.append(pattern.makeelement(self._name("fgColor"), {"rgb": colour}))
            pattern.append(pattern.makeelement(self._name("bgColor"), {"indexed": "64"}))
            fill.append(pattern)
            self._fills[colour] = self._append(fills, fill)
        return self._fills[colour]

    def _append(self, parent: etree._Element, element: etree._Element) -> str:
        parent.append(element)
        parent.set("count", str(len(parent)))
        return str(len(parent) - 1)

    def _part(self, name: str) -> etree._Element:
        found = child(self._root, name)
        if found is None:
            found = self._root.makeelement(self._name(name))
            order = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs")
            before = order[: order.index(name)]
            at = sum(each.tag in {self._name(one) for one in before} for each in self._root)
            self._root.insert(at, found)
        return found

    def _name(self, name: str) -> str:
        return f"{{{namespace(self._root)}}}{name}"
