"""Rows that nobody wrote: a row read a second time in other glyphs, figures beside a heading, speckle."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bilingual.model.repair import Damage
from bilingual.tables.glyphs import is_broken
from bilingual.tables.line import Field, Line, LineKind
from bilingual.tables.looks import DIGIT_RE, Habit, look, told
from bilingual.tables.wording import Wording

_WIDE_RE = re.compile(r"[\u3041-\u30ff\u3400-\u9fff]")
FEWEST_SHADOW = 3
"""Digits of a row without a label that repeats another."""
FEWEST_COLUMNS = 3
FEWEST_DIGITS = 9
FEWEST_IN_CELL = 5
"""Digits of a single cell that is compared by itself."""
SAME_SHAPE = 8
"""Tenths of the digits that must be as round, or as straight, as those of the row that they repeat."""
SAME = 3
"""Tenths of the digits that must be the same."""
UNFAMILIAR = 40
"""Per cent of its pairs of letters by which a garbled label is less familiar than the one that it garbles."""
_OUTLINE = str.maketrans("0235689147", "ooooooolll")
"""Digits by their outline: a blurred one is taken for another that is as round, or as straight."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much of a row stands in another: digits compared, the same, of the same shape, and broken cells."""

    columns: int
    digits: int
    same: int
    shape: int
    broken: int


def likeness(row: Line, other: Line, columns: Sequence[Habit]) -> Likeness:
    """Compare the cells of two rows digit by digit."""
    counted = digits = same = shape = broken = 0
    for mine, theirs, column in zip(row.fields[1:], other.fields[1:], columns[1:], strict=False):
        broken += is_broken(row, mine, column)
        one, two = _digits(mine.text), _digits(theirs.text)
        if not one or not two:
            continue
        counted += 1
        digits += max(len(one), len(two))
        pairs = list(zip(one, two, strict=False))
        same += sum(a == b for a, b in pairs)
        if one != two:
            pairs = list(zip(one.translate(_OUTLINE), two.translate(_OUTLINE), strict=False))
        shape += sum(a == b for a, b in pairs)
    return Likeness(counted, digits, same, shape, broken)


def _digits(text: str) -> str:
    return "".join(DIGIT_RE.findall(text))


def repeats(found: Likeness) -> bool:
    """Whether a row has the digits of another, some of them in other glyphs."""
    return (
        found.columns >= FEWEST_COLUMNS
        and found.digits >= FEWEST_DIGITS
        and found.same < found.digits
        and found.shape * 10 >= found.digits * SAME_SHAPE
        and found.same * 10 >= found.digits * SAME
    )


def is_copy(text: str, other: str) -> bool:
    """Whether a cell shows the digits of another, at most some of them in other glyphs."""
    one, two = _digits(text), _digits(other)
    if len(one) != len(two) or len(one) < FEWEST_IN_CELL:
        return False
    same = sum(a == b for a, b in zip(one, two, strict=True))
    shape = sum(a == b for a, b in zip(one.translate(_OUTLINE), two.translate(_OUTLINE), strict=True))
    return same * 10 >= len(one) * SAME and shape * 10 >= len(one) * SAME_SHAPE


def drop_ghosts(rows: Sequence[Line], columns: Sequence[Habit], wording: Wording) -> list[Line]:
    """The rows of a table without those that repeat a neighbour and those that are speckle.

    A ghost with a heading for its label leaves the heading. What it shows otherwise is kept beside the figures of
    the row it repeats, as another reading of them.

    Args:
        rows: lines with figures, in order, and lines without.
        columns: the habits of the fields.
        wording: the words of the document, to tell which of two labels is the garbled one.
    """
    kept: list[Line] = []
    ghosts: dict[int, list[Line]] = {}
    figures = [index for index, row in enumerate(rows) if _filled(row)]
    dropped: set[int] = set()
    wide = 2 * sum(bool(_WIDE_RE.search(row.stub.text)) for row in rows) > sum(
        bool(row.stub.text) for row in rows
    )
    for at, index in enumerate(figures):
        row = rows[index]
        near = [figures[other] for other in (at - 1, at + 1) if 0 <= other < len(figures)]
        target = next(
            (n for n in near if n not in dropped and _is_ghost(row, rows[n], columns, wording, wide)), None
        )
        if target is not None:
            ghosts.setdefault(target, []).append(row)
        if target is not None or _is_speckle(row, columns):
            dropped.add(index)
    for index, row in enumerate(rows):
        if index in dropped:
            kept.append(_heading(row))
        elif index in ghosts:
            kept.append(_with_readings(row, ghosts[index]))
        else:
            kept.append(row)
    return kept


def _filled(row: Line) -> int:
    return sum(bool(field.text) for field in row.fields[1:])


def _is_ghost(row: Line, other: Line, columns: Sequence[Habit], wording: Wording, wide: bool) -> bool:
    if _is_shadow(row, other, wide):
        return True
    found = likeness(row, other, columns)
    if not repeats(found):
        return False
    heading, beside = row.stub.text.endswith(":"), other.stub.text.endswith(":")
    if heading is not beside:
        return heading  # headings have no figures
    back = likeness(other, row, columns)
    if found.broken != back.broken:
        return found.broken > back.broken
    if _filled(row) != _filled(other):
        return _filled(row) < _filled(other)  # a second reading loses cells
    return _is_garbled(row, other, wording)


def _is_shadow(row: Line, other: Line, wide: bool) -> bool:
    """Whether a row without a label of its own shows no figure but those of another, some of them lost or blurred."""
    if not _is_strange(row.stub.text, other.stub.text, wide):
        return False
    pairs = [(mine.text, theirs.text) for mine, theirs in zip(row.fields[1:], other.fields[1:], strict=False)]
    shown = [(mine, theirs) for mine, theirs in pairs if mine]
    exact = sum(mine == theirs for mine, theirs in shown)
    return (
        bool(shown)
        and all(_is_blur(mine, theirs) for mine, theirs in shown)
        and (exact < len(shown) or len(shown) < _filled(other))
        and sum(len(_digits(mine)) for mine, _ in shown) >= FEWEST_SHADOW
    )


def _is_blur(text: str, other: str) -> bool:
    one, two = _digits(text), _digits(other)
    return bool(one) and one.translate(_OUTLINE) == two.translate(_OUTLINE)


def _is_strange(label: str, model: str, wide: bool) -> bool:
    """Whether a label is none: no letters, the first of another label, words of the script that no other label has."""
    if not model or label == model:
        return False
    if not any(char.isalpha() for char in label):
        return True
    if len(label) <= 2 and model.startswith(label):
        return True
    return bool(_WIDE_RE.search(label)) is not wide and bool(_WIDE_RE.search(model)) is wide


def _is_garbled(row: Line, other: Line, wording: Wording) -> bool:
    """Whether a label is made of letters that the document does not write together, or half of another label."""
    label, model = row.stub.text, other.stub.text
    if not label:
        return bool(model)
    if label and model and wording.familiarity(label) + UNFAMILIAR <= wording.familiarity(model):
        return True
    alike = sum(a == b for a, b in zip(label, model, strict=False))
    if not label or len(label) != len(model) or label == model or 2 * alike < len(label):
        return False
    known, usual = wording.uses(label), wording.uses(model)
    return known == 0 and (usual > 0 or row.number > other.number)


def _is_speckle(row: Line, columns: Sequence[Habit]) -> bool:
    """Whether half of the cells of a row, and more than one, are no figures that people write."""
    broken = sum(
        is_broken(row, field, column) for field, column in zip(row.fields[1:], columns[1:], strict=False)
    )
    return broken > 1 and 2 * broken >= _filled(row)


def _heading(row: Line) -> Line:
    """What is left of a ghost: its label, where that is a heading; nothing otherwise."""
    blanks = [Field(row.stub.end, row.stub.end, "") for _ in row.fields[1:]]
    heads = row.stub.text.endswith(":")
    fields = [row.stub if heads else Field(row.stub.start, row.stub.start, ""), *blanks]
    before = row.fields[1:] if heads else row.fields
    repair = told("ghost_rows", Damage.GLYPHS, row, _trimmed(before), ())
    kind = LineKind.LABEL if heads else LineKind.RULE
    return replace(row, fields=tuple(fields), repairs=(repair,), kind=kind)


def _trimmed(fields: Sequence[Field]) -> Sequence[Field]:
    """Fields without the blank ones at both ends."""
    filled = [index for index, field in enumerate(fields) if field.text]
    return fields[filled[0] : filled[-1] + 1]


def _with_readings(row: Line, ghosts: Sequence[Line]) -> Line:
    """Keep well-formed figures of ghosts that differ as other readings of the cells they repeat."""
    fields = list(row.fields)
    for ghost in ghosts:
        for index in range(1, min(len(fields), len(ghost.fields))):
            mine, theirs = fields[index], ghost.fields[index]
            if mine.text and theirs.text != mine.text and look(theirs.text) == look(mine.text) != "broken":
                fields[index] = replace(mine, others=(*mine.others, ghost.reading(theirs)))
    return replace(row, fields=tuple(fields))
