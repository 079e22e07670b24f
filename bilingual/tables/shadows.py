"""Rows that show nothing but what is left of a neighbour: blurred copies, with no label or with that of a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bilingual.model.repair import Damage
from bilingual.tables.line import Field, Line, LineKind
from bilingual.tables.looks import DIGIT_RE, look, told
from bilingual.tables.wording import Wording

_WIDE_RE = re.compile(r"[\u3041-\u30ff\u3400-\u9fff]")
_OPEN_RE = re.compile(r":$|の(?:部|帰属)$|\battributable to$")
_NET_FLOW_RE = re.compile(r"netcash.*?((?:operating|investing|financing)activities)")
FEWEST_SHADOW = 3
"""Digits of a row without a label that repeats another."""
FEWEST_IN_CELL = 5
"""Digits of a single cell that is compared by itself."""
OUTLINE = str.maketrans("0235689147", "ooooooolll")
"""Digits by their outline: a blurred one is taken for another that is as round, or as straight."""


FEWEST_ALIKE, DIGITS_ALIKE = 3, 9
"""Cells and digits that repeat those of the row above beside a label that is none."""
SCRAP = 2
"""Letters of what is left of a label."""
FEWEST_FILLED = 2
"""Cells of a row that may have a shadow."""


def drop_shadows(rows: Sequence[Line], wording: Wording) -> list[Line]:
    """The rows of a table without those that have no label and show nothing but what is left of the row above.

    They give themselves away: nothing else of the document need be damaged. A heading loses the blurred figures of
    the row above or below it.
    """
    wide, heads = is_wide(rows), heads_of(rows)
    kept: list[Line] = []
    above = -1
    for at, row in enumerate(rows):
        below = rows[at + 1 : at + 2]
        near = [*([kept[above]] if above >= 0 else []), *below]
        heads_rows = row.stub.text in heads or _is_broken_copy(row, below)
        if heads_rows and filled(row) and any(_is_blurred(row, other) for other in near):
            kept.append(left_of(row, heads=True))
        elif above >= 0 and filled(row) and _is_lone_shadow(row, kept[above], wording, wide):
            kept[above] = with_readings(kept[above], [row])
            kept.append(left_of(row, heads=False))
        else:
            kept.append(row)
            above = len(kept) - 1 if filled(row) else above
    return kept


def _is_broken_copy(row: Line, below: Sequence[Line]) -> bool:
    """Whether a row shows a figure that nobody writes, and the row below, which it repeats, none."""
    return bool(below) and _is_broken(row) and not _is_broken(below[-1]) and _is_blurred(row, below[0])


def _is_broken(row: Line) -> bool:
    return "broken" in [look(field.text) for field in row.fields[1:]]


def _is_blurred(row: Line, other: Line) -> bool:
    """Whether a row shows the figures of another, at least one of them in other glyphs."""
    fields = [
        (mine.text, theirs.text) for mine, theirs in zip(row.fields[1:], other.fields[1:], strict=False)
    ]
    exact = all(mine == theirs for mine, theirs in fields if mine)
    return not exact and shows_only(row, other) and many_digits(row)


def _is_lone_shadow(row: Line, above: Line, wording: Wording, wide: bool) -> bool:
    label = row.stub.text
    if filled(above) < FEWEST_FILLED or not label or label[-1] in ":0123456789":
        return False
    if is_shadow(row, above, wide):
        return True
    if not shows_only(row, above):
        return False
    broken = any(look(field.text) == "broken" for field in row.fields[1:] if field.text)
    several = sum(bool(digits_of(field.text)) for field in row.fields[1:])
    if several >= FEWEST_ALIKE and many_digits(row, DIGITS_ALIKE) and is_scrap(label, wording):
        return True  # no two rows of figures have so much in common by chance
    return many_digits(row) and (broken or (several > 1 and wording.familiarity(label) == 0))


def is_scrap(label: str, wording: Wording) -> bool:
    """Whether a label beside figures of the row above may be none: two kanji may stand in a document often, and name nothing."""
    scrap = not label.isascii() and len(label) <= SCRAP and not label.endswith("計")
    return scrap or not wording.may_name(label)


def many_digits(row: Line, fewest: int = FEWEST_IN_CELL) -> bool:
    """Whether a row has so many digits that chance does not repeat them."""
    return sum(len(digits_of(field.text)) for field in row.fields[1:]) >= fewest


def shows_only(row: Line, other: Line) -> bool:
    """Whether a row shows no figure but those of another, some of them lost or blurred."""
    shown: list[tuple[str, str]] = []
    exact = 0
    for field, above in zip(row.fields[1:], other.fields[1:], strict=False):
        mine, theirs = field.text, above.text
        if not mine or (mine.isalpha() and len(mine) < 3):
            continue
        if _is_words(mine) and (not theirs or _is_words(theirs)):
            continue
        if mine == theirs:
            exact += 1
        elif not is_blur(mine, theirs):
            return False  # as nearly every row does in its first cell
        shown.append((mine, theirs))
    return (
        any(digits_of(mine) for mine, _ in shown)
        and _same_digits(shown)
        and (exact < len(shown) or len(shown) < figures_of(other))
    )


def _is_words(text: str) -> bool:
    """Whether a cell holds the rest of a label that a wrong line between columns cut, and no figure."""
    return sum(map(str.isalpha, text)) > 1 and not any(map(str.isdigit, text))


def figures_of(row: Line) -> int:
    """How many cells of a row hold anything but words."""
    return sum(bool(field.text) and not _is_words(field.text) for field in row.fields[1:])


def _same_digits(pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether a third of the digits that two rows show are the same: outlines agree by chance."""
    digits = [
        both for mine, theirs in pairs for both in zip(digits_of(mine), digits_of(theirs), strict=False)
    ]
    return 3 * sum(one == other for one, other in digits) >= len(digits)


def is_wide(rows: Sequence[Line]) -> bool:
    """Whether most labels of a table are Japanese."""
    labels = [row.stub.text for row in rows if row.stub.text]
    return 2 * sum(bool(_WIDE_RE.search(label)) for label in labels) > len(labels)


def filled(row: Line) -> int:
    """How many cells of a row hold anything."""
    return len([field for field in row.fields[1:] if field.text])


def is_shadow(row: Line, other: Line, wide: bool) -> bool:
    """Whether a row without a label of its own shows no figure but those of another, some of them lost or blurred."""
    if not is_strange(row.stub.text, other.stub.text, wide):
        return False
    digits = sum(len(digits_of(field.text)) for field in row.fields[1:])
    return shows_only(row, other) and digits >= FEWEST_SHADOW


def is_blur(text: str, other: str) -> bool:
    """Whether a cell shows the digits of another, some of them taken for others of the same outline."""
    one, two = digits_of(text), digits_of(other)
    if not one or len(one) != len(two):
        return False
    shapes = zip(one, two, one.translate(OUTLINE), two.translate(OUTLINE), strict=True)
    return all(a == b or {mine, theirs} == {"7", "9"} for mine, theirs, a, b in shapes)


def is_strange(label: str, model: str, wide: bool) -> bool:
    """Whether a label is none: no letters, the first of another label, words of the script that no other label has."""
    if not model or label == model:
        return False
    if not any(char.isalpha() for char in label):
        return True
    if len(label) <= 2 and model.startswith(label):
        return True
    return bool(_WIDE_RE.search(label)) is not wide and bool(_WIDE_RE.search(model)) is wide


def heads_of(rows: Sequence[Line]) -> set[str]:
    """The labels that head rows: by their end (``:``, attributable to), or a total repeats them (流動負債合計).

    Cash flows from operating activities head the rows that net cash provided by operating activities ends.
    """
    labels = {row.stub.text for row in rows if row.stub.text}
    bare = {"".join(label.split()).casefold() for label in labels}
    totals = {label.removesuffix("合計") for label in bare if label.endswith("合計")}
    totals.update(re.sub("^total(?:of)?", "", label) for label in bare if label.startswith("total"))
    flows = {match[1] for label in bare if (match := _NET_FLOW_RE.match(label))}
    totals.update(opening + flow for flow in flows for opening in ("", "cashflowsfrom"))
    return {label for label in labels if is_open(label) or "".join(label.split()).casefold() in totals}


def is_open(label: str) -> bool:
    """Whether a label heads the rows below it by its end: assets:, 負債の部, 当期利益の帰属."""
    return _OPEN_RE.search(label) is not None


def left_of(row: Line, *, heads: bool) -> Line:
    """What is left of a ghost: its label, where that is a heading; nothing otherwise."""
    blanks = [Field(row.stub.end, row.stub.end, "") for _ in row.fields[1:]]
    fields = [row.stub if heads else Field(row.stub.start, row.stub.start, ""), *blanks]
    before = row.fields[1:] if heads else row.fields
    repair = told("ghost_rows", Damage.GLYPHS, row, _trimmed(before), ())
    kind = LineKind.LABEL if heads else LineKind.RULE
    return replace(row, fields=tuple(fields), repairs=(repair,), kind=kind)


def _trimmed(fields: Sequence[Field]) -> Sequence[Field]:
    """Fields without the blank ones at both ends."""
    filled = [index for index, field in enumerate(fields) if field.text]
    return fields[filled[0] : filled[-1] + 1]


def with_readings(row: Line, ghosts: Sequence[Line]) -> Line:
    """Keep well-formed figures of ghosts that differ as other readings of the cells they repeat."""
    if not ghosts:
        return row
    fields = list(row.fields)
    for ghost in ghosts:
        for index in range(1, min(len(fields), len(ghost.fields))):
            mine, theirs = fields[index], ghost.fields[index]
            if mine.text and theirs.text != mine.text and look(theirs.text) == look(mine.text) != "broken":
                fields[index] = replace(mine, others=(*mine.others, ghost.reading(theirs)))
    return replace(row, fields=tuple(fields))


def digits_of(text: str) -> str:
    """The digits of a cell."""
    return "".join(DIGIT_RE.findall(text))
