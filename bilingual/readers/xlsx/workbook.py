"""Parts of a workbook that all its sheets share: their names, texts and number formats (ECMA-376, SpreadsheetML)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import TYPE_CHECKING

from bilingual.containers.markup import child, children, local_name
from bilingual.containers.number_formats import BUILT_IN, formatted, formatted_text
from bilingual.containers.packages import Package
from bilingual.errors import InputError
from bilingual.readers.raised import raised

if TYPE_CHECKING:
    from lxml import etree

MAIN = "xl/workbook.xml"
ON = ("1", "true", "on")


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet as the workbook lists it.

    Attributes:
        name: on its tab.
        part: name of its part; empty for a sheet without cells (a chart).
        hidden: whether a user does not see it.
    """

    name: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell shows its value: number format, and whether the text stands over the empty cells to its right."""

    code: str = "General"
    spreads: bool = False


PLAIN = Style()


class Workbook:
    """A workbook."""

    def __init__(self, package: Package) -> None:
        """Read the list of sheets."""
        self.package = package
        self.main = package.main_part(MAIN)
        root = package.xml(self.main)
        listed = child(root, "sheets") if root is not None else None
        if root is None or listed is None:
            raise InputError(f"{package.path}: the workbook has no sheets; save it again")
        properties = child(root, "workbookPr")
        self.from_1904 = properties is not None and properties.get("date1904") in ON
        relations = package.relations(self.main)
        self.sheets: list[SheetPart] = []
        for sheet in children(listed, "sheet"):
            key = next((value for name, value in sheet.attrib.items() if str(name).endswith("}id")), "")
            found = relations.get(str(key))
            part = found.target if found and found.kind == "worksheet" and not found.external else ""
            self.sheets.append(
                SheetPart(sheet.get("name") or "", part, sheet.get("state") in ("hidden", "veryHidden"))
            )

    @cached_property
    def texts(self) -> list[str]:
        """The texts that cells share."""
        name = self.package.related(self.main, "sharedStrings")
        return [rich_text(item) for item in self.package.elements(name, "si")] if name else []

    @cached_property
    def styles(self) -> list[Style]:
        """The styles that cells name by number."""
        name = self.package.related(self.main, "styles")
        root = self.package.xml(name) if name else None
        if root is None:
            return []
        codes = dict(BUILT_IN)
        for formats in children(root, "numFmts"):
            for each in children(formats, "numFmt"):
                if (number := each.get("numFmtId") or "").isdigit():
                    codes[int(number)] = each.get("formatCode") or "General"
        found = []
        for cells in children(root, "cellXfs"):
            for each in children(cells, "xf"):
                number = each.get("numFmtId") or ""
                code = codes.get(int(number), "General") if number.isdigit() else "General"
                alignment = child(each, "alignment")
                spreads = alignment is not None and alignment.get("horizontal") == "centerContinuous"
                found.append(Style(code, spreads))
        return found

    def style(self, cell: etree._Element) -> Style:
        """The style of a cell."""
        number = cell.get("s") or ""
        at = int(number) if number.isdigit() and len(number) < 8 else -1
        return self.styles[at] if 0 <= at < len(self.styles) else PLAIN

    def shown(self, cell: etree._Element) -> str | None:
        """What a cell shows; None where a formula has no saved value."""
        kind = cell.get("t") or "n"
        held = child(cell, "v")
        value = (held.text or "") if held is not None else ""
        if kind == "inlineStr":
            inner = child(cell, "is")
            return rich_text(inner) if inner is not None else ""
        if held is None or not value:
            return None if child(cell, "f") is not None and kind != "str" else ""
        code = self.style(cell).code
        if kind == "s":
            at = int(value) if value.isdigit() and len(value) < 9 else -1
            return formatted_text(self.texts[at], code) if 0 <= at < len(self.texts) else ""
        if kind == "b":
            return "TRUE" if value in ON else "FALSE"
        if kind == "n":
            try:
                return formatted(Decimal(value), code, from_1904=self.from_1904)
            except (InvalidOperation, ValueError):
                return value
        return formatted_text(value, code) if kind == "str" else value


def rich_text(item: etree._Element) -> str:
    """A text of several runs: raised digits as superscripts, readings of kanji left out."""
    out = []
    for each in item:
        name = local_name(each)
        if name == "t":
            out.append(each.text or "")
        elif name == "r":
            properties, text = child(each, "rPr"), child(each, "t")
            shift = child(properties, "vertAlign") if properties is not None else None
            words = (text.text or "") if text is not None else ""
            out.append(raised(words) if shift is not None and shift.get("val") == "superscript" else words)
    return "".join(out).replace("\r\n", "\n").replace("\r", "\n")
