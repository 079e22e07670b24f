"""Labels that wrap: the first line stands as a heading of its own above the row, or the last line below it."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator

from bilingual.model.document import Document, Language
from bilingual.model.table import Row, RowKind, Table
from bilingual.text.normalize import fold

Likeness = Callable[[str, str], float]
GAIN = 0.15
"""How much liker the other label a joined one has to be than the piece, where no word says that it goes on."""
NEAR = 2
"""Lines between the pieces of a label, at most."""
GOES_ON_RE = re.compile(
    r"(?:\b(?:and|or|of|to|in|for|from|by|with|on|at|the|under|per)|[,&-])$", re.IGNORECASE
)
CONTINUES_RE = re.compile(r"(?!of which\b|including\b|excluding\b|e-)[a-z]")
PIECE_JA_RE = re.compile(
    r"[ーぁぃぅぇぉっゃゅょァィゥェォッャュョ)\]】」』、。,]|(?:に|の|を|及び|並びに|または|又は)(?!れ)"
)
CAPITALIZED = 0.8
"""Share of the labels of a table from which a small letter at the beginning says that a label goes on."""


def whole_label(
    document: Document, table: Table, at: int, other: str, paired: Container[int], likeness: Likeness
) -> str:
    """The label of a row, joined with its other line where it wraps.

    Args:
        document: that holds the table.
        table: the table.
        at: number of the row.
        other: the label of the row's partner in the other language.
        paired: identities of rows that have a partner; what has one is a heading.
        likeness: of a Japanese and an English label.

    Returns:
        The label; empty where it is a piece whose rest is not there.
    """
    row = table.rows[at]
    for first, last in _joinable(document, table, at, paired):
        joined = f"{first}{' ' if table.language is Language.EN else ''}{last}"
        if _goes_on(first, last, table) or _is_liker(joined, row.label, other, table, likeness):
            return joined
    return "" if _is_cut(row.label, table) else row.label


def _joinable(document: Document, table: Table, at: int, paired: Container[int]) -> Iterator[tuple[str, str]]:
    """The label with the heading above it, with the text line above it that is no row, with the heading below it."""
    row = table.rows[at]
    above = table.rows[at - 1] if at else None
    below = table.rows[at + 1] if at + 1 < len(table.rows) else None
    if above is not None and id(above) not in paired and _is_piece(above, row):
        yield above.label, row.label
    line = row.line - 1
    if (
        table.line < line
        and line not in table.header_lines
        and line not in {each.line for each in table.rows}
    ):
        text = " ".join(fold(document.line_text(line)).split())
        if text and not any(map(str.isdigit, text)) and not any(text in each.label for each in table.rows):
            yield text, row.label
    if below is not None and id(below) not in paired and _is_piece(below, row):
        yield row.label, below.label


def _is_piece(piece: Row, row: Row) -> bool:
    return piece.kind is RowKind.SECTION and not piece.cells and abs(piece.line - row.line) <= NEAR


def _goes_on(first: str, last: str, table: Table) -> bool:
    if table.language is Language.EN:
        return bool(GOES_ON_RE.search(first)) or _is_cut(last, table)
    return _is_cut(last, table)


def _is_cut(label: str, table: Table) -> bool:
    """Whether a label begins in the middle of something."""
    if label.count(")") > label.count("("):
        return True
    if table.language is Language.JA:
        return bool(PIECE_JA_RE.match(label))
    if not CONTINUES_RE.match(label):
        return False
    letters = [row.label[0] for row in table.rows if row.label[:1].isalpha() and row.label != label]
    return bool(letters) and sum(letter.isupper() for letter in letters) >= CAPITALIZED * len(letters)


def _is_liker(joined: str, alone: str, other: str, table: Table, likeness: Likeness) -> bool:
    """Whether a joined Japanese label says more of what the English one says; English ones tell by themselves."""
    if table.language is Language.EN:
        return False
    return likeness(joined, other) - likeness(alone, other) >= GAIN
