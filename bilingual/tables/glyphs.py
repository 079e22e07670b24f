"""Cells whose characters were taken for others: what the column holds tells what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bilingual.model.repair import Damage
from bilingual.tables.line import GUESSED, REGROUPED, REPAIRED, Field, Line
from bilingual.tables.looks import DOTTED_RE, LETTERED_RE, Habit, look, printed, put, read_as, told
from bilingual.text.printed import GROUPED

ALIKE = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "|": "1", "S": "5", "B": "8", "Z": "2"})
"""Letters that stand for digits in figures."""
FEWEST_DIGITS = 3
"""Digits of a figure whose second bracket may be missing."""
BRACKETS = str.maketrans({"[": "(", "{": "(", "]": ")", "}": ")"})
_DOTTED_RE = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")
_FRACTION_COMMA_RE = re.compile(r"(?<=\d),(?=\d{1,2}(?!\d))")
_SPACED_GROUP_RE = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_SPECKLE_RE = re.compile(r"^[·•`'.:;\s]+(?=[\d(△▲¥$-])|(?<=[\d)%])[·•`':;\s]+$")
_GLUED_WORD_RE = re.compile(rf"[^\W\d_]{{3,}}([△▲-]?\(?{GROUPED}\)?)")
"""The last word of a head, printed upon the first cell below it."""
_NIL_RE = re.compile(r"[_·•~=.]|_{2,3}|--+")
_EDGES_RE = re.compile(r"^(\(*)(.*?)(\)*)$")


def mend_cells(line: Line, columns: Sequence[Habit]) -> Line:
    """Read the cells of a row as the columns ask, where they are no numbers as they stand."""
    fractions = _holds_fractions(line)
    for index in range(1, len(line.fields)):
        field = line.fields[index]
        if not field.text or index >= len(columns):
            continue
        column = columns[index]
        if DOTTED_RE.fullmatch(field.text) and _among_commas(line, index, column, fractions):
            column = replace(column, look="whole", grouped=True)  # the other figures of the row have commas
        if fractions and column.look == "whole" and look(field.text) == "fraction":
            continue
        text = mended(field.text, column) if column.look else _with_brackets(field.text)
        if text != field.text:
            after = read_as(line, field, text, _confidence(field.text, text))
            fields = (*line.fields[:index], after, *line.fields[index + 1 :])
            line = put(line, fields, told("misread_cells", Damage.GLYPHS, line, [field], [after]))
    return line


def _among_commas(line: Line, index: int, column: Habit, fractions: bool) -> bool:
    """Whether the other figures of the row show that a full stop before three digits is a comma."""
    if not column.fractions:
        return not fractions
    others = [field.text for at, field in enumerate(line.fields) if at not in (0, index) and field.text]
    figures = [text for text in others if look(text) in ("whole", "fraction")]
    commas = sum("," in text and look(text) == "whole" for text in figures)
    dotted = sum(DOTTED_RE.fullmatch(text) is not None for text in figures)
    return column.look != "fraction" and commas > 0 and commas + dotted == len(figures)


def _holds_fractions(line: Line) -> bool:
    """Whether a row among amounts holds fractions: no figure of it has a comma, or two dots."""
    return not any("," in field.text or field.text.count(".") > 1 for field in line.fields[1:])


def mended(text: str, column: Habit) -> str:
    """A cell as its column asks; the cell itself where nothing makes it fit."""
    glued = _GLUED_WORD_RE.fullmatch(text)
    if glued and column.look == "whole" and column.grouped:
        return glued[1]
    written = look(text)
    if written != "broken" and (written, column.look) != ("fraction", "whole"):
        return text
    if _NIL_RE.fullmatch(text):
        return "-"
    for reading in _readings(text, column):
        if look(reading) == column.look:
            return reading
    return text


def _readings(text: str, column: Habit) -> Sequence[str]:
    """What a cell may stand for, the least changed first."""
    bare = _SPECKLE_RE.sub("", text)
    level = _levelled(bare.translate(BRACKETS))
    if column.look == "whole":
        if not column.grouped:
            return (bare, level)
        commas = _DOTTED_RE.sub(",", level)
        digits = _DOTTED_RE.sub(",", level.translate(ALIKE)) if LETTERED_RE.fullmatch(bare) else level
        groups = _SPACED_GROUP_RE.sub(",", level)
        return (bare, level, commas, digits, groups)
    point = _FRACTION_COMMA_RE.sub(".", level)
    # A letter at the end of a fraction is a unit: 1.5B, 2.0l.
    digits = level.translate(ALIKE) if LETTERED_RE.fullmatch(bare) and not bare[-1].isalpha() else level
    return (bare, level, point, digits, _FRACTION_COMMA_RE.sub(".", digits))


def _with_brackets(text: str) -> str:
    """A figure with as many brackets at its end as at its start, in a column too short to have a habit."""
    level = _levelled(text) if look(text) == "broken" else text
    return level if look(level) in ("whole", "fraction") else text


def _levelled(text: str) -> str:
    """As many brackets at the end as at the start, one pair at most."""
    match = _EDGES_RE.match(text)
    if match is None or not (match[1] or match[3]) or (len(match[1]), len(match[3])) == (1, 1):
        return text
    if "(" in match[2] or ")" in match[2] or sum(map(str.isdigit, text)) < FEWEST_DIGITS:
        return text  # a list number, a note mark
    return f"({match[2]})"


def _confidence(before: str, text: str) -> int:
    if text.replace(",", ".") == before.replace(",", ".") or text == "-":
        return REPAIRED
    same = [char for char in before if char.isdigit()] == [char for char in text if char.isdigit()]
    return REGROUPED if same else GUESSED


def is_broken(line: Line, field: Field, column: Habit) -> bool:
    """Whether what stands in a cell is no figure that people write, in a column of figures."""
    text = printed(line, field)
    return bool(column.look and text) and field.text not in ("", "-") and look(text) == "broken"
