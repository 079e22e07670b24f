"""A page as it is read: characters, boxes and rules, in points from the top left of the page as shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Numbers: TypeAlias = npt.NDArray[Any]


class CodeSet:
    """A set of code points that is asked for whole pages: a table instead of a search."""

    def __init__(self, codes: Iterable[int]) -> None:
        """Mark the code points, all below U+FFFF."""
        self._holds = np.zeros(0x10000, dtype=bool)
        self._holds[list(codes)] = True

    def among(self, codes: Numbers) -> Numbers:
        """Where code points of the set stand in an array."""
        found: Numbers = self._holds[np.minimum(codes, 0xFFFF)]
        return found


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn straight line, or the edge of a drawn box.

    Attributes:
        at: y of a horizontal rule, x of a vertical one.
        start: its left or upper end.
        end: its right or lower end.
    """

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of a page."""

    horizontal: tuple[Rule, ...] = ()
    vertical: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page.

    Attributes:
        number: 1-based.
        width: as shown, in points.
        height: as shown, in points.
        codes: code point of every character, in the order of the file.
        boxes: left, top, right, bottom of every character.
        rules: drawn rules.
        unknown: about how many characters have no meaning in the file.
        pictures: share of the page that pictures cover, 0 to 1.
        broken: the page could not be read.
    """

    number: int
    width: float
    height: float
    codes: Numbers
    boxes: Numbers
    rules: Rules
    unknown: int = 0
    pictures: float = 0.0
    broken: bool = False

    @classmethod
    def empty(cls, number: int) -> Page:
        """A page that could not be read."""
        nothing = np.zeros(0, dtype=np.uint32)
        return cls(number, 0.0, 0.0, nothing, np.zeros((0, 4), dtype=np.float32), Rules(), broken=True)


@dataclass(frozen=True, slots=True)
class Characters:
    """Printing characters and the blanks between them, in the order of the file.

    Attributes:
        codes: code points; blanks are spaces.
        boxes: left, top, right, bottom; a blank that PDFium inferred has no width.
        blank: where a blank, not a printing character stands.
    """

    codes: Numbers
    boxes: Numbers
    blank: Numbers

    @property
    def text(self) -> str:
        """The characters as text."""
        return self.codes.astype("<u4").tobytes().decode("utf-32-le", "replace")
