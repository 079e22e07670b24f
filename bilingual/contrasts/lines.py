"""Tables of words that are kept as plain text: a line for each row, fields parted by tabs.

A line that starts with ``#`` is a remark. One that starts with ``@`` names a piece of patterns that the lines below hold
as ``@name@``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import resources

from bilingual.figures.written_dates import MONTH

PIECES = {"month": MONTH}
"""What patterns take from other rooms."""
_PIECE_RE = re.compile(r"@(\w+)@")


def packaged(name: str) -> str:
    """The text of a table of this room."""
    return (resources.files("bilingual.contrasts") / name).read_text(encoding="utf-8")


def read_rows(text: str, width: int) -> Iterator[list[str]]:
    """Read the rows of a table, their pieces filled in, each with as many fields.

    Args:
        text: lines of the form that this module describes.
        width: fields of a row; what a line leaves out at its end is empty.

    Raises:
        ValueError: a line has more fields, or holds a piece that no line above it names.
    """
    known = dict(PIECES)
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("@"):
            name, pattern = line[1:].split("\t")
            known[name] = _filled(pattern, known, number)
        elif line and not line.startswith("#"):
            fields = line.split("\t")
            if len(fields) > width:
                raise ValueError(f"line {number} has {len(fields)} fields, not {width}")
            yield [_filled(field, known, number) for field in fields] + [""] * (width - len(fields))


def _filled(pattern: str, known: Mapping[str, str], number: int) -> str:
    """A pattern with its pieces."""
    try:
        return _PIECE_RE.sub(lambda match: known[match[1]], pattern)
    except KeyError as unknown:
        raise ValueError(f"line {number} holds the piece {unknown}, which no line above names") from None
