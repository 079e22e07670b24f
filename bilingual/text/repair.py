"""Repairs of damaged text layers, as named steps that say what they did.

A repair is a reading, never an edit: the document stays as the user has it. Two steps are here, those whose reading
folding applies to every text; the steps for overprinted and badly recognised text will stand beside them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bilingual.model.document import Document, Span
from bilingual.text.characters import CONTROLS, FOLD, KANGXI

CONTROL_RE = re.compile("[" + "".join(re.escape(character) for character in CONTROLS) + "]+")
RADICAL_RE = re.compile("[" + "".join(KANGXI) + "]+")


@dataclass(frozen=True, slots=True)
class Repair:
    """What stands in the text layer, and how it is read.

    Attributes:
        kind: name of the step.
        printed: the characters in the document.
        repaired: how they are read.
        span: where they stand.
    """

    kind: str
    printed: str
    repaired: str
    span: Span


def _folded(kind: str, pattern: re.Pattern[str], text: str) -> Iterator[Repair]:
    for match in pattern.finditer(text):
        yield Repair(kind, match.group(), match.group().translate(FOLD), Span(*match.span()))


def control_characters(text: str) -> Iterator[Repair]:
    """Control characters, read as blanks."""
    yield from _folded("control_characters", CONTROL_RE, text)


def kangxi_radicals(text: str) -> Iterator[Repair]:
    """Radicals that stand for the characters they look like: ⾼ is 高."""
    yield from _folded("kangxi_radicals", RADICAL_RE, text)


STEPS: tuple[tuple[str, Callable[[str], Iterator[Repair]]], ...] = (
    ("control_characters", control_characters),
    ("kangxi_radicals", kangxi_radicals),
)
"""Steps in the order in which they are applied."""


def find_repairs(document: Document) -> list[Repair]:
    """All repairs of a document, step by step, in order of place within a step."""
    return [repair for _, step in STEPS for repair in step(document.text)]
