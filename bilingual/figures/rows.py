"""A row of a table as one text: a label, then cells and nothing else (Other (89) 12)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bilingual.figures.cells import read_cell
from bilingual.figures.prefixes import row_start
from bilingual.model.document import Language, MappedText
from bilingual.model.figure import Figure

_AFTER_BRACKET_RE = re.compile(r"(?<=[)\]])\s+[△▲(+-]{0,2}[\d,.]*\d\)?%?\s*\Z")
_FIELD_RE = re.compile(r"\(?\s?(?:[△▲]\s?|[+-])?\(?[\d,.]*\d%?\)?%?|-")


@dataclass(frozen=True, slots=True)
class ReadRow:
    """The cells of a row and where they begin, as an offset into its text."""

    start: int
    cells: tuple[Figure, ...]


def cells_start(text: str) -> int:
    """Where the cells of a row begin; one number is a cell where it stands behind a bracket.

    >>> cells_start("Other (89) 12"), cells_start("Change (%) (3.2)"), cells_start("Sales of 12")
    (6, 10, 11)
    """
    start, cell = row_start(text), _AFTER_BRACKET_RE.search(text)
    return cell.start() if cell and start == len(text) else start


def read_row(content: MappedText, language: Language) -> ReadRow | None:
    """Read a text that is a row: the cells after its label; None where it is none, or a cell is no figure.

    In a row (12) is a minus, in running text it may be the mark of a note.
    """
    text = content.text
    start = cells_start(text)
    label = text[:start].rstrip()
    if start == len(text) or not label:
        return None
    cells = [
        read_cell(_part(content, match.start(), match.end()), language)
        for match in _FIELD_RE.finditer(text, start)
    ]
    found = tuple(replace(cell, subject=label) for cell in cells if cell is not None)
    return ReadRow(start, found) if len(found) == len(cells) else None


def _part(content: MappedText, start: int, end: int) -> MappedText:
    pieces = [(max(0, at - start), content.offset(max(at, start))) for at, _ in content.pieces if at < end]
    first = max(number for number, (at, _) in enumerate(content.pieces) if at <= start)
    return MappedText(content.text[start:end], tuple(pieces[first:]))
