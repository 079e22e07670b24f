"""Repairs of damaged text layers, as named steps that say what they did.

A repair is a reading, never an edit: the document stays as the user has it. A step looks at the folded lines of a
whole document (what is damage is often told by the other lines) and answers with edits of single lines; the next
step sees the lines as the one before it left them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bilingual.model.document import Document, MappedText, Span
from bilingual.text.characters import CONTROLS, FOLD, KANGXI


@dataclass(frozen=True, slots=True)
class Edit:
    """What a step changes in a line: the characters ``start:end`` of its text are read as ``text``."""

    line: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Repair:
    """What stands in the text layer, and how it is read.

    Attributes:
        kind: name of the step.
        printed: the characters as they stand there, folded.
        repaired: how they are read.
        span: where they stand in the document.
    """

    kind: str
    printed: str
    repaired: str
    span: Span


Step = Callable[[Sequence[MappedText]], Iterator[Edit]]

STEPS: tuple[tuple[str, Step], ...] = ()
"""Steps in the order in which they are applied."""


def repair_lines(lines: Sequence[MappedText]) -> tuple[Sequence[MappedText], tuple[Repair, ...]]:
    """Apply all steps to the folded lines of a document.

    Returns:
        The lines as they are to be read, and the repairs, step by step, in order of place within a step.
    """
    repairs: list[Repair] = []
    for kind, step in STEPS:
        by_line: dict[int, list[Edit]] = defaultdict(list)
        for edit in step(lines):
            by_line[edit.line].append(edit)
        if not by_line:
            continue
        read = list(lines)
        for index, edits in sorted(by_line.items()):
            edits.sort(key=lambda edit: edit.start)
            content = lines[index]
            repairs.extend(
                Repair(
                    kind, content.text[edit.start : edit.end], edit.text, content.span(edit.start, edit.end)
                )
                for edit in edits
            )
            read[index] = apply_edits(content, edits)
        lines = read
    return lines, tuple(repairs)


def apply_edits(content: MappedText, edits: Sequence[Edit]) -> MappedText:
    """A line with edits made, in order of place and apart from each other, still mapped to the document.

    A replacement of equal length maps character by character; a shorter one to the first characters of what it
    stands for, what a longer one has more to its last character.
    """
    parts: list[str] = []
    pieces: list[tuple[int, int]] = []
    length = at = 0

    def keep(start: int, end: int) -> None:
        nonlocal length
        if end > start:
            pieces.append((length, content.offset(start)))
            pieces.extend(
                (length + text_at - start, offset)
                for text_at, offset in content.pieces
                if start < text_at < end
            )
            parts.append(content.text[start:end])
            length += end - start

    for edit in edits:
        keep(at, edit.start)
        if edit.text:
            covered = edit.end - edit.start
            pieces.append((length, content.offset(edit.start)))
            last = content.offset(max(edit.start, edit.end - 1))
            pieces.extend((length + beyond, last) for beyond in range(max(1, covered), len(edit.text)))
            parts.append(edit.text)
            length += len(edit.text)
        at = edit.end
    keep(at, len(content.text))
    return MappedText("".join(parts), tuple(pieces) or content.pieces[:1])


FOLDED: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "control_characters",
        re.compile("[" + "".join(re.escape(character) for character in CONTROLS if character != "\f") + "]+"),
    ),
    ("kangxi_radicals", re.compile("[" + "".join(KANGXI) + "]+")),
)
"""Damage that folding mends in passing: control characters, and radicals for the characters they look like (⾼)."""


def folded_repairs(document: Document) -> tuple[Repair, ...]:
    """What folding mended in a document; a form feed parts pages and is none."""
    return tuple(
        Repair(kind, match.group(), match.group().translate(FOLD), Span(*match.span()))
        for kind, pattern in FOLDED
        for match in pattern.finditer(document.text)
    )
