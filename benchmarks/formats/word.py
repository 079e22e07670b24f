"""Blocks to Word files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt

from formats.blocks import FIGURE_RE, Block

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

WRITTEN = datetime(2025, 1, 1)
ZIPPED = (2025, 1, 1, 0, 0, 0)
STYLES = {"item": "List Bullet", "caption": "Caption"}


def word_file(blocks: Sequence[Block], title: str) -> bytes:
    """A Word file of the blocks; spanning heads are merged cells.

    Args:
        blocks: what it shows, from top to bottom.
        title: a title for its properties, which no page shows.
    """
    document = Document()
    properties = document.core_properties
    properties.title, properties.author = title, ""
    properties.created = properties.modified = WRITTEN
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(9)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "IPAexMincho")
    for block in blocks:
        if block.kind == "table":
            _add_table(document, block)
        elif block.kind == "heading":
            document.add_heading(block.text, block.level)
        else:
            document.add_paragraph(block.text, STYLES.get(block.kind))
    buffer = io.BytesIO()
    document.save(buffer)
    return _same_bytes(buffer.getvalue())


def _add_table(document: WordDocument, block: Block) -> None:
    table = document.add_table(len(block.rows), block.width)
    table.style = "Table Grid"
    for number, row in enumerate(block.rows):
        cells = table.rows[number].cells
        at = 0
        for cell in row:
            target = cells[at] if cell.columns == 1 else cells[at].merge(cells[at + cell.columns - 1])
            target.text = cell.text
            if at and FIGURE_RE.fullmatch(cell.text):
                target.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
            at += cell.columns
    document.add_paragraph()


def _same_bytes(data: bytes) -> bytes:
    """The package with one date on all its parts."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as package,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        for name in package.namelist():
            out.writestr(zipfile.ZipInfo(name, ZIPPED), package.read(name), zipfile.ZIP_DEFLATED, 9)
    return buffer.getvalue()
