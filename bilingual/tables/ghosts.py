"""Rows that nobody wrote: a row read a second time in other glyphs, figures beside a heading, speckle."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from bilingual.tables.delimited import is_cell
from bilingual.tables.likeness import Likeness, is_speckle, likeness
from bilingual.tables.line import Line
from bilingual.tables.looks import Habit
from bilingual.tables.shadows import (
    FEWEST_IN_CELL,
    OUTLINE,
    SCRAP,
    digits_of,
    filled,
    heads_of,
    is_blur,
    is_scrap,
    is_shadow,
    is_strange,
    is_wide,
    left_of,
    many_digits,
    shows_only,
    with_readings,
)
from bilingual.tables.wording import Wording

FEWEST_COLUMNS = 3
FEWEST_DIGITS = 9
MOST_GHOSTS = 3
"""Ghosts that may stand between a row and one more ghost of it, and the row itself."""
SAME_SHAPE = 8
"""Tenths of the digits that must be as round, or as straight, as those of the row that they repeat."""
SAME = 3
"""Tenths of the digits that must be the same."""
SHORT = 4
"""Characters of a label that is what is left of one."""
FEWEST_SPECK = 2
"""Digits of a lone cell without a label that repeats the one above."""
FEWEST_SHORT = 4
"""Digits of a row with such a label that repeats another."""
FEWEST_LEFT = 3
"""Digits of a row that lost most of its cells and its label."""
SAME_NAMED = 5
"""Those of a row that has a label of its own."""
UNFAMILIAR = 40
"""Per cent of its pairs of letters by which a garbled label is less familiar than the one that it garbles."""
PIECE = 4
"""Letters of a piece of a word, at most; Violations of law is a name."""
FEWEST_FADED = 2
_FADED = {"8": "03", "6": "05", "9": "07", "3": "2"}
"""Digits, and those that are left of them where strokes did not print."""
_WORDLESS_RE = re.compile(r"[-_.,·•~|*'`]+")
"""Debris where a label would stand; ditto marks are none."""


def repeats(found: Likeness, *, labelled: bool, named: bool) -> bool:
    """Whether a row has the digits of another, some of them in other glyphs.

    ``labelled``: it has a label that is no heading; ``named``: the label may be that of a row.
    """
    return (
        found.columns >= (FEWEST_COLUMNS if named else FEWEST_COLUMNS - 1)
        and found.digits >= FEWEST_DIGITS
        and found.same < found.digits
        and found.shape * 10 >= found.digits * SAME_SHAPE
        and found.same * 10 >= found.digits * (SAME_NAMED if labelled else SAME)
        and not (named and found.unlike * 4 > found.columns)
    )


def is_copy(text: str, other: str) -> bool:
    """Whether a cell shows the digits of another, at most some of them in other glyphs."""
    one, two = digits_of(text), digits_of(other)
    if len(one) != len(two) or len(one) < FEWEST_IN_CELL:
        return False
    same = sum(a == b for a, b in zip(one, two, strict=True))
    shape = sum(a == b for a, b in zip(one.translate(OUTLINE), two.translate(OUTLINE), strict=True))
    return same * 10 >= len(one) * SAME and shape * 10 >= len(one) * SAME_SHAPE


def echoed_labels(tables: Iterable[Sequence[Line]]) -> frozenset[str]:
    """The labels that stand on several rows of a document, nearly all of which show what is left of the row above or below.

    A name that a document uses again is no scrap, unless nothing of its own ever stands beside it.
    """
    echoes: Counter[str] = Counter()
    told: set[str] = set()
    rows_of: Counter[str] = Counter()
    for rows in tables:
        lines, wide = [row for row in rows if filled(row)], is_wide(rows)
        for at, row in enumerate(lines):
            near = (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2])
            rows_of[row.stub.text] += 1
            named = [other for other in near if not is_strange(other.stub.text, row.stub.text, wide)]
            echoes[row.stub.text] += any(shows_only(row, other) or _same_cells(row, other) for other in named)
            if many_digits(row, FEWEST_SHORT) and any(shows_only(row, other) for other in near):
                told.add(row.stub.text)
    return frozenset(
        label for label in told - {""} if rows_of[label] > 1 and 5 * echoes[label] >= 4 * rows_of[label]
    )


def drop_ghosts(
    rows: Sequence[Line],
    columns: Sequence[Habit],
    wording: Wording,
    echoed: frozenset[str] = frozenset(),
) -> list[Line]:
    """The rows of a table without those that repeat a neighbour and those that are speckle.

    A ghost with a heading for its label leaves the heading. What it shows otherwise is kept beside the figures of
    the row it repeats, as another reading of them.

    Args:
        rows: lines with figures, in order, and lines without.
        columns: the habits of the fields.
        wording: the words of the document, to tell which of two labels is the garbled one.
        echoed: labels that never stand beside figures of their own.
    """
    ghosts: dict[int, list[Line]] = {}
    figures = [index for index, row in enumerate(rows) if filled(row)]
    first = _first_of_name(rows, echoed)
    kept_heads: set[int] = set()
    dropped: set[int] = set()
    wide, heads = is_wide(rows), heads_of(rows)
    for at, index in enumerate(figures):
        row = rows[index]
        above = next((n for n in reversed(figures[max(0, at - MOST_GHOSTS) : at]) if n not in dropped), None)
        near = [n for n in (above, *figures[at + 1 : at + 2]) if n is not None]
        specks = [n for n in near if index in first and _is_speck_beside(row, rows[n], wording, wide)]
        target = next(
            (
                n
                for n in near
                if n in specks
                or _is_ghost(row, rows[n], columns, wording, heads, wide=wide)
                or (n < index and _is_left_of(row, rows[n], echoed))
            ),
            None,
        )
        if target is not None:
            ghosts.setdefault(target, []).append(row)
            if target in specks or (target > index and wording.may_name(row.stub.text)):
                kept_heads.add(index)  # what heads its model
        if target is not None or is_speckle(row, columns):
            dropped.add(index)
    kept_heads.update(index for index in dropped if rows[index].stub.text in heads)
    return [_left(row, index, ghosts, dropped, kept_heads) for index, row in enumerate(rows)]


def _first_of_name(rows: Sequence[Line], echoed: frozenset[str]) -> frozenset[int]:
    """The lines that print a label first of several: heads of rows, whose total has their name."""
    labels = ["".join(row.stub.text.split()) for row in rows]
    named = Counter(labels)
    first: dict[str, int] = {}
    for index, label in enumerate(labels):
        first.setdefault(label, index)
    return frozenset(
        index
        for label, index in first.items()
        if label and named[label] > 1 and rows[index].stub.text not in echoed
    )


def _left(
    row: Line, index: int, ghosts: Mapping[int, Sequence[Line]], dropped: set[int], headed: set[int]
) -> Line:
    """What is left of a row: a heading or nothing of a ghost, and else the row with the readings of its ghosts."""
    if index in dropped:
        return left_of(row, heads=index in headed)
    return with_readings(row, ghosts.get(index, ()))


def _is_ghost(
    row: Line, other: Line, columns: Sequence[Habit], wording: Wording, heads: set[str], *, wide: bool
) -> bool:
    found = likeness(row, other, columns)
    back = likeness(other, row, columns)
    if is_shadow(row, other, wide) and found.broken >= back.broken:
        return True
    label, model = row.stub.text, other.stub.text
    later = row.number > other.number and label not in heads and not (model and model in label)
    if later and _is_scrap_beside(row, other, wording):
        return True
    if later and not label and model and _is_unnamed_ghost(row, other):
        return True
    heading, beside = row.stub.text in heads, other.stub.text in heads
    if beside and not heading and filled(row) >= filled(other):
        return False  # a heading has no figures of its own
    if heading and not beside and _is_speck_of(row, other):
        return True
    fewest = FEWEST_SHORT if len(label) <= SHORT else FEWEST_IN_CELL
    if later and shows_only(row, other) and many_digits(row, fewest) and not wording.uses(label):
        return True  # on a page that was read from a picture
    if heading and not beside and _is_exact(row, other):
        return True
    named = wording.may_name(label)
    labelled = bool(label) and not heading
    if not repeats(found, labelled=labelled, named=labelled and named):
        return False
    if not heading and filled(other) < filled(row) and shows_only(other, row):
        return False  # of two readings, the one with more cells is the row
    if heading is not beside:
        return heading  # headings have no figures
    strange = is_strange(row.stub.text, other.stub.text, wide)
    if strange is not is_strange(other.stub.text, row.stub.text, wide) and found.broken == back.broken:
        return strange
    if found.broken != back.broken:
        return found.broken > back.broken
    if filled(row) != filled(other):
        return filled(row) < filled(other)  # a second reading loses cells
    faded = _fades(row, other)
    if faded is not _fades(other, row):
        return faded
    if row.number < other.number and is_scrap(model, wording) and not is_scrap(label, wording):
        return False  # letters that name nothing may stand in a document twice
    return (label != "" and later and not named) or _is_garbled(row, other, wording)


def _is_unnamed_ghost(row: Line, other: Line) -> bool:
    """Whether a row without a label repeats the one above: all its cells, or its unit and nothing but its figures."""
    if (
        filled(row) >= FEWEST_COLUMNS
        and _same_cells(row, other)
        and (many_digits(row) or _has_unit_of(row, other))
    ):
        return True
    return _has_unit_of(row, other) and shows_only(row, other)


def _fades(row: Line, other: Line) -> bool:
    """Whether all digits that two rows do not share are such as less ink makes of those of the other: 0 of 8, 7 of 9."""
    pairs = [
        (one, two)
        for mine, theirs in zip(row.fields[1:], other.fields[1:], strict=False)
        if len(digits_of(mine.text)) == len(digits_of(theirs.text))
        for one, two in zip(digits_of(mine.text), digits_of(theirs.text), strict=True)
        if one != two
    ]
    return len(pairs) >= FEWEST_FADED and all(one in _FADED.get(two, "") for one, two in pairs)


def _is_scrap_beside(row: Line, other: Line, wording: Wording) -> bool:
    """Whether a row with a scrap for its label has nothing but what the row above shows, several cells of it.

    Zeros alone prove little: beside them the label has to be letters that no row is named by.
    """
    label, model = row.stub.text, other.stub.text
    if filled(row) < min(FEWEST_COLUMNS, filled(other)) and shows_only(row, other):
        return _is_scrap(label, wording) and many_digits(row, FEWEST_LEFT)
    same = _same_cells(row, other) or _same_figures(row, other)
    if not label or filled(row) < FEWEST_COLUMNS or not (shows_only(row, other) or same):
        return False
    if len(label) <= SCRAP and label != model and model.startswith(label):
        return True
    if _WORDLESS_RE.fullmatch(label):
        return True
    if not is_scrap(label, wording):
        return False
    told = any(digits_of(field.text).strip("0") for field in row.fields[1:])
    if told and many_digits(row, FEWEST_DIGITS):
        return True
    words = label.split()
    return label.isascii() and len(words) > 1 and max(map(len, words)) <= PIECE and not wording.uses(label)


def _is_scrap(label: str, wording: Wording) -> bool:
    """Whether a label is letters that no row is named by: two kanji, or pieces of words."""
    if not label or wording.may_name(label):
        return False
    return not label.isascii() or " " in label


def _is_speck_of(row: Line, other: Line) -> bool:
    """Whether a heading, whose total has its name, shows cells of the row above and nothing else."""
    figures = sum(is_cell(field.text) for field in row.fields[1:])
    fewest = min(FEWEST_DIGITS, max(FEWEST_SHORT, 3 * figures))
    return filled(other) > 1 and shows_only(row, other) and many_digits(row, fewest)


def _is_speck_beside(row: Line, other: Line, wording: Wording, wide: bool) -> bool:
    """Whether the first row of a repeated name shows cells of a row, which is itself no shadow of it."""
    if not other.stub.text or not _is_speck_of(row, other) or is_shadow(other, row, wide):
        return False
    return other.number < row.number or not is_scrap(other.stub.text, wording)


def _is_left_of(row: Line, other: Line, echoed: frozenset[str]) -> bool:
    """Whether a row shows what is left of the one above: its label never does anything else, or it is a lone speck."""
    shows = shows_only(row, other) or _same_cells(row, other)
    return (row.stub.text in echoed and shows) or _is_lone_speck(row, other)


def _is_lone_speck(row: Line, other: Line) -> bool:
    """Whether a row without a label has one cell, two digits or more, that is a blur of the one above."""
    blurs = [
        is_blur(mine.text, theirs.text)
        for mine, theirs in zip(row.fields[1:], other.fields[1:], strict=False)
        if mine.text and (digits_of(mine.text) or mine.text != theirs.text)
    ]
    return (
        not row.stub.text
        and filled(other) >= FEWEST_COLUMNS
        and blurs == [True]
        and many_digits(row, FEWEST_SPECK)
    )


def _is_exact(row: Line, other: Line) -> bool:
    """Whether a row has the cells of another, all of them, and too many digits for chance."""
    return _same_cells(row, other) and many_digits(row)


def _same_cells(row: Line, other: Line) -> bool:
    """Whether two rows hold the same in all their cells."""
    return [field.text for field in row.fields[1:]] == [field.text for field in other.fields[1:]]


def _same_figures(row: Line, other: Line) -> bool:
    """Whether two rows hold the same figures, one of them perhaps no longer its unit."""
    fields = list(zip(row.fields[1:], other.fields[1:], strict=False))
    return all(
        mine.text == theirs.text or (not mine.text and theirs.text and not digits_of(theirs.text))
        for mine, theirs in fields
    )


def _has_unit_of(row: Line, other: Line) -> bool:
    """Whether a row has words in a cell, a unit, which are those of another."""
    words = [
        (mine.text, theirs.text)
        for mine, theirs in zip(row.fields[1:], other.fields[1:], strict=False)
        if sum(map(str.isalpha, mine.text)) > 1 and not digits_of(mine.text)
    ]
    return bool(words) and all(mine == theirs for mine, theirs in words)


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
    if digits_of(label) != digits_of(model) and _words_of(label) == _words_of(model):
        return False  # 2025年3月期 and 2026年3月期
    known, usual = wording.uses(label), wording.uses(model)
    return known == 0 and (usual > 0 or row.number > other.number)


def _words_of(label: str) -> str:
    return "".join(char for char in label if not char.isdigit())
