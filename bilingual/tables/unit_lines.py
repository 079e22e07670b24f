"""Lines of heads over a grid that look like others: units in brackets one blank apart (ブランド （室） （％） 前年差（pt）), words between two lines of heads."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from bilingual.tables.line import Field, Layout, Line, LineKind

_WORD_RE = re.compile(r"[^\s()]+(?: ?\([^()]*\))?|\([^()]*\)")
_UNIT_RE = re.compile(r"[^\s()\d]{0,12} ?\([^()\s\d]{1,8}\)")
_STUB_RE = re.compile(r"[^\s()\d]{1,12}")
_KINDS = frozenset([LineKind.LABEL, LineKind.UNIT, LineKind.HEADER])
FEWEST = 3


def mark_unit_lines(lines: list[Line]) -> None:
    """Name the lines that hold a unit in brackets for every column of the rows right below, and divide them, in place."""
    for index, line in enumerate(lines[:-1]):
        below = lines[index + 1]
        if line.layout is not Layout.SPACE or line.kind not in _KINDS or below.kind is not LineKind.ROW:
            continue
        if below.layout is not Layout.SPACE or not FEWEST <= len(below.cells) != len(line.cells):
            continue
        units = _units(line.content.text, len(below.cells))
        if units:
            lines[index] = replace(line, kind=LineKind.HEADER, fields=(Field(0, 0, ""), *units))


def _units(text: str, count: int) -> list[Field]:
    """So many units, with the words that they belong to, at the end of a text that holds no more than the head of the labels before them."""
    if text.count("(") != count:
        return []
    words = [Field(match.start(), match.end(), match[0]) for match in _WORD_RE.finditer(text)]
    stub, units = words[:-count], words[-count:]
    if len(stub) > 1 or not all(_STUB_RE.fullmatch(word.text) for word in stub):
        return []
    return units if all(_UNIT_RE.fullmatch(word.text) for word in units) else []


_PART_RE = re.compile(r"\S+(?: \S+)*")
_BETWEEN = frozenset([LineKind.LABEL, LineKind.UNIT, LineKind.PROSE])
DEEP, WIDE, LONGEST = 20, 5, 40
"""Blanks before a line of heads, and between two of them; letters of one of them."""


def mark_heads_between(lines: list[Line]) -> None:
    """Name the lines of heads that stand between two others, in place: ``owners of parent     per share``, ``Millions of    Millions of``."""
    for index in range(1, len(lines) - 1):
        above = lines[index - 1]
        heads = above.kind is LineKind.HEADER and lines[index + 1].kind is LineKind.HEADER
        if heads and _heads_units(lines[index]):
            lines[index] = replace(lines[index], kind=LineKind.HEADER, fields=_labels_and_unit(lines[index]))
            continue
        stub = None
        if index > 1 and above.kind is LineKind.LABEL and len(above.text) <= LONGEST:
            stub, above = above, lines[index - 2]
        if above.kind is not LineKind.HEADER or above.layout is not Layout.SPACE:
            continue
        run: list[list[Field]] = []
        for line in lines[index : index + 2]:
            parts = _parts_apart(line)
            if not parts:
                break
            run.append(parts)
        below = lines[index + len(run)] if run and index + len(run) < len(lines) else None
        if below is None or below.layout is not Layout.SPACE:
            continue
        whole = below.kind is LineKind.ROW and FEWEST <= len(run[-1]) == len(below.cells)
        if (below.kind is not LineKind.HEADER or stub is not None) and not whole:
            continue
        if stub is not None:
            lines[index - 1] = replace(
                stub, kind=LineKind.HEADER
            )  # the head of the labels, between two lines of heads
        for at, parts in enumerate(run, start=index):
            lines[at] = replace(lines[at], kind=LineKind.HEADER, fields=(Field(0, 0, ""), *parts))


_UNIT_HEAD_RE = re.compile(r"\s*(?P<stub>\S+(?: \S+){0,5})\s{2,}(?P<unit>[Uu]nits?|単位)\s*")


def _heads_units(line: Line) -> bool:
    """Whether a line holds the heads of the labels and of a column of units, and nothing else: the years above, the quarters below."""
    return (
        line.kind is LineKind.LABEL
        and line.layout is Layout.SPACE
        and _UNIT_HEAD_RE.fullmatch(line.content.text) is not None
    )


def _labels_and_unit(line: Line) -> tuple[Field, ...]:
    match = _UNIT_HEAD_RE.fullmatch(line.content.text)
    names = ("stub", "unit") if match else ()
    return tuple(Field(match.start(name), match.end(name), match[name]) for name in names if match)


def _parts_apart(line: Line) -> list[Field]:
    """The words of a line that begins far right and has wide gaps; none of other lines."""
    text = line.content.text
    if line.kind not in _BETWEEN or line.layout is not Layout.SPACE or len(text) - len(text.lstrip()) < DEEP:
        return []
    parts = [Field(match.start(), match.end(), match[0]) for match in _PART_RE.finditer(text)]
    gaps = [right.start - left.end for left, right in pairwise(parts)]
    if not gaps or max(gaps) < WIDE or any(len(part.text) > LONGEST for part in parts):
        return []
    return parts


_SCALED = r"[¥$€]?[△▲-]?\(?[¥$€]?\d[\d,]*(?:\.\d+)?\)? (?:thousand|million|billion|trillion)(?: yen)?"
_SCALED_RE = re.compile(_SCALED)
_SCALED_ROW_RE = re.compile(rf"(?P<label>\s*\S+(?: \S+)*?)\s{{3,}}(?P<cells>{_SCALED}(?:\s+{_SCALED})+)\s*")


def mark_scaled_rows(lines: list[Line]) -> None:
    """Divide the rows whose amounts have their scale in words and stand one blank apart, beside rows with as many cells, in place."""
    for index, line in enumerate(lines):
        if line.kind is not LineKind.PROSE or line.layout is not Layout.SPACE:
            continue
        text = line.content.text
        if " " * WIDE not in text.strip():
            continue
        match = _SCALED_ROW_RE.fullmatch(text)
        if match is None:
            continue
        first, last = match.span("cells")
        cells = [Field(one.start(), one.end(), one[0]) for one in _SCALED_RE.finditer(text, first, last)]
        beside = lines[max(0, index - 1) : index] + lines[index + 1 : index + 2]
        if any(other.kind is LineKind.ROW and len(other.cells) == len(cells) for other in beside):
            start = match.start("label") + len(match["label"]) - len(match["label"].lstrip())
            stub = Field(start, match.end("label"), match["label"].strip())
            lines[index] = replace(line, kind=LineKind.ROW, fields=(stub, *cells))
