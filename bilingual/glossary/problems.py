"""What is wrong with a glossary, and where: values, not exceptions."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One problem of a glossary file.

    Attributes:
        path: the file.
        line: from 1.
        column: the name of the column, or its number where it has none; empty for the whole line.
        code: the kind of problem, for example ``spaces``.
        message: what is wrong, or what was expected.
        way_out: what to do about it.
        fixable: whether ``lint --fix`` mends it.
    """

    path: str
    line: int
    column: str
    code: str
    message: str
    way_out: str = ""
    fixable: bool = False

    def __str__(self) -> str:
        """One line: place, what is wrong, the way out."""
        column = f", column {self.column}" if self.column else ""
        way_out = f"; {self.way_out}" if self.way_out else ""
        return f"{self.path}: line {self.line}{column}: {self.message}{way_out}"
