"""Lines of text made of a structured file, with the way back to the place of every piece."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from bilingual.errors import InputError
from bilingual.model.document import Document
from bilingual.model.origin import Origin, RunLayout
from bilingual.options import Options

Piece = tuple[str, Origin | None]
"""Words with the place that they stand in."""

BLANKS_RE = re.compile(r"[\t\n\r\f\v\x85\u2028\u2029]+")


LONGEST_CAPTION = 60
"""Characters of a caption within a table; what is longer is running text."""


def _is_sentence(text: str) -> bool:
    return len(text.strip()) > LONGEST_CAPTION or text.rstrip().endswith("。")


class Assembler:
    r"""Collects the lines of a document: paragraphs, and rows whose cells stand between tabs.

    >>> lines = Assembler()
    >>> lines.line([("売上高の内訳", None)])
    >>> lines.row([("専用線", None), ("95", None)])
    >>> lines.text
    '売上高の内訳\n専用線\t95\n'
    """

    def __init__(self, most_characters: int = 0) -> None:
        """Begin a document; a text over so many characters is given up (0: there is no limit)."""
        self._parts: list[str] = []
        self._starts: list[int] = []
        self._places: list[Origin | None] = []
        self._length = 0
        self._most = most_characters

    @property
    def text(self) -> str:
        """What has been written so far."""
        return "".join(self._parts)

    @property
    def is_full(self) -> bool:
        """Whether the text is over the limit."""
        return bool(self._most) and self._length > self._most

    def line(self, pieces: Iterable[Piece]) -> None:
        """Write a line of running text; line ends and tabs within it are blanks."""
        for text, place in pieces:
            self._write(BLANKS_RE.sub(" ", text), place)
        self._write("\n", None)

    def row(self, cells: Iterable[Piece], width: int = 0) -> None:
        """Write a row of a table; empty cells at its end are left out.

        Args:
            cells: the cells from left to right.
            width: columns of the table: the row is filled up, so that a caption within the table is known as one;
                a sentence within a table is a line of running text.
        """
        row = [(BLANKS_RE.sub(" ", text), place) for text, place in cells]
        while row and not row[-1][0].strip():
            row.pop()
        for at, (text, place) in enumerate(row):
            if at:
                self._write("\t", None)
            self._write(text if len(row) == 1 else text.strip(), place)
        if len(row) > 1 or (row and not _is_sentence(row[0][0])):
            self._write("\t" * (width - len(row)), None)
        self._write("\n", None)

    def table(self, rows: Iterable[Sequence[Piece]]) -> None:
        """Write the rows of a table, between blank lines."""
        listed = list(rows)
        width = max(map(len, listed), default=0)
        self.gap()
        for row in listed:
            self.row(row, width)
        self.gap()

    def gap(self) -> None:
        """Write a blank line, if none stands there yet."""
        if self._parts and not (len(self._parts) > 1 and self._parts[-1] == self._parts[-2] == "\n"):
            self._write("\n", None)

    def _write(self, text: str, place: Origin | None) -> None:
        if text:
            self._starts.append(self._length)
            self._places.append(place)
            self._parts.append(text)
            self._length += len(text)

    def layout(self) -> RunLayout:
        """The way back from the text written so far."""
        return RunLayout(tuple(self._starts), tuple(self._places))

    def document(
        self, path: Path, data: bytes, name: str, options: Options, remarks: Iterable[str] = ()
    ) -> Document:
        """The document.

        Args:
            path: the file.
            data: its bytes.
            name: its format.
            options: the limit of its length.
            remarks: what a user should know of the reading.

        Raises:
            InputError: no text, or more than the options allow.
        """
        text = self.text
        if not text.strip():
            raise InputError(f"{path}: the file holds no text; check that it is the release")
        if len(text) > options.max_characters:
            raise InputError(
                f"{path}: its text is over the limit of {options.max_characters:,} characters; check that it is the "
                "right file, or raise limits.max_characters in bilingual.toml"
            )
        return Document(
            str(path),
            text,
            sha256=hashlib.sha256(data).hexdigest(),
            format=name,
            layout=self.layout(),
            remarks=tuple(remarks),
        )
