"""Blocks to Excel files: figures are numbers, and number formats make them what the text shows."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from formats.blocks import Block

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

WRITTEN = datetime(2025, 1, 1)
NUMBER_RE = re.compile(
    r"(?P<sign>[△▲-]?)(?P<open>\(?)(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<percent>%?)\)?(?P<unit>株|円)?"
)
SCALES = ((re.compile("千円|thousand", re.IGNORECASE), 3), (re.compile("百万円|million", re.IGNORECASE), 6))
SCALED_RE = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,3}")
NIL = 0


def workbook(blocks: Sequence[Block], title: str) -> bytes:
    """A workbook with one sheet: text in its first column, tables below each other, spanning heads merged.

    In every third table whose caption names a scale the amounts are stored in yen and scaled by their format.
    """
    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False})
    book.set_properties({"title": title, "created": WRITTEN})
    sheet = book.add_worksheet("Release")
    writer = _Writer(book, sheet)
    for before, block in zip([Block("paragraph"), *blocks], blocks, strict=False):
        writer.write(block, before.text)
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 12, 14)
    book.close()
    return buffer.getvalue()


class _Writer:
    def __init__(self, book: Workbook, sheet: Worksheet) -> None:
        self._book, self._sheet = book, sheet
        self._row = self._tables = 0
        self._formats: dict[str, object] = {}

    def write(self, block: Block, caption: str) -> None:
        """Write a block below the others."""
        if block.kind != "table":
            mark = "・" if block.kind == "item" else ""
            self._sheet.write_string(self._row, 0, mark + block.text)
            self._row += 1 if block.kind == "caption" else 2
            return
        self._tables += 1
        scale = next((power for pattern, power in SCALES if pattern.search(caption)), 0)
        scale = scale if self._tables % 3 == 0 else 0
        for row in block.rows:
            column = 0
            for cell in row:
                if cell.columns > 1:
                    last = column + cell.columns - 1
                    self._sheet.merge_range(self._row, column, self._row, last, cell.text)
                elif cell.text:
                    self._cell(column, cell.text, scale)
                column += cell.columns
            self._row += 1
        self._row += 1

    def _cell(self, column: int, text: str, scale: int) -> None:
        match = NUMBER_RE.fullmatch(text) if column else None
        if text == "-" and column:
            self._sheet.write_number(self._row, column, NIL, self._format('#,##0;△#,##0;"-"'))
        elif match is None or re.fullmatch(r"0\d+|(19|20)\d\d", match["digits"]):
            self._sheet.write_string(self._row, column, text)
        else:
            self._number(column, match, scale)

    def _number(self, column: int, match: re.Match[str], scale: int) -> None:
        value = Decimal(match["digits"].replace(",", ""))
        decimals = len(match["digits"].partition(".")[2])
        shape = ("#,##0" if "," in match["digits"] else "0") + ("." + "0" * decimals if decimals else "")
        if match["percent"]:
            value /= 100
            shape += "%"
        elif scale and SCALED_RE.fullmatch(match["digits"]):
            value = value * 10**scale + (137 if value % 2 else -137)
            shape += "," * (scale // 3)
        if match["unit"]:
            shape += f'"{match["unit"]}"'
        negative = bool(match["sign"] or match["open"])
        mark = match["sign"] if match["sign"] in ("△", "▲") else ""
        section = f"{mark}{shape}" if mark else f"({shape})" if match["open"] else f"-{shape}"
        self._sheet.write_number(
            self._row, column, float(-value if negative else value), self._format(f"{shape};{section}")
        )

    def _format(self, code: str) -> object:
        if code not in self._formats:
            self._formats[code] = self._book.add_format({"num_format": code})
        return self._formats[code]
