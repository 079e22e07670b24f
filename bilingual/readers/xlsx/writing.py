"""Blocks of a sheet to lines; a sheet whose labels are in two languages is written once in each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bilingual.model.document import Language
from bilingual.readers.assembling import Assembler
from bilingual.readers.grids import grid_rows, is_figure
from bilingual.readers.xlsx.blocks import Block, TableBlock, TextLine
from bilingual.readers.xlsx.languages import (
    has_figures,
    is_bilingual,
    language_of,
    without_other_language,
    words_in,
)

NAME_RE = re.compile(r"[ぁ-んァ-ヶ一-龠々]{3,}|[A-Za-z]{3,}[ &,/-]+[A-Za-z]{2,}")
"""Names of sheets that say what stands there: words, no number and no ``Sheet1``."""

END_RE = re.compile(r"[。.][)）」』]?\s*\Z")
"""The end of a sentence, behind which the next row of a sheet says something else: notes stand one under another."""


def write_blocks(lines: Assembler, groups: Sequence[Sequence[Block]], name: str = "") -> None:
    """Write the blocks of a sheet.

    Args:
        lines: where they are written.
        groups: what stands together.
        name: the name on the tab, which captions a table that begins the sheet without words above it.
    """
    tables = [block for group in groups for block in group if isinstance(block, TableBlock)]
    if not any(is_bilingual(table.cells) for table in tables):
        if groups and groups[0] and isinstance(groups[0][0], TableBlock) and NAME_RE.search(name):
            lines.gap()
            lines.line([(name, groups[0][0].cells[0].place)])
        for group in groups:
            _write_group(lines, group)
        return
    for language in Language:
        for group in groups:
            _write_group(lines, [kept for block in group if (kept := _in(block, language)) is not None])


def _in(block: Block, language: Language) -> Block | None:
    """A block as readers of one language take it; None for a block in the other one."""
    if isinstance(block, TextLine) or not has_figures(block.cells):
        kept = tuple(words_in(block.cells, language))
        return replace(block, cells=kept) if kept else None
    if is_bilingual(block.cells):
        return replace(block, cells=tuple(without_other_language(block.cells, language)))
    words = " ".join(cell.text for cell in block.cells if not is_figure(cell.text))
    return block if language_of(words) in (language, None) else None


def _write_group(lines: Assembler, group: Iterable[Block]) -> None:
    for block in group:
        if isinstance(block, TableBlock):
            lines.table(grid_rows(block.cells))
        elif len(block.cells) == 1:
            for text in block.cells[0].text.split("\n"):
                if text.strip():
                    lines.line([(text.strip(), block.cells[0].place)])
                    if END_RE.search(text):
                        lines.gap()
        else:
            lines.row((cell.text, cell.place) for cell in block.cells)
    lines.gap()
