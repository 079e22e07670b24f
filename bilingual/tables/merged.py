"""Two rows in one line, and two cells in one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bilingual.model.repair import Damage
from bilingual.tables import patterns as p
from bilingual.tables.line import PLACED, Field, Line, LineKind
from bilingual.tables.looks import SPACED_GROUPS_RE, Habit, look, put, told
from bilingual.tables.shadows import is_blur
from bilingual.tables.units import is_known_unit
from bilingual.tables.wording import Wording

MOST_ROWS = 4
FEWEST_ALIKE = 3
"""Cells that show by themselves that a line holds several rows."""
_TOKEN_RE = re.compile(r"\S+")
_FIGURE_RE = re.compile(r"\S*\d\S* (?:to|-|~) \S*\d\S*|\S+")
"""A figure, or a range that is one figure."""
_TWO_GROUPS_RE = re.compile(r"\d{1,3} \d{3}")
_QUOTIENT_RE = re.compile(r"[^\d\s/]+\d?/\S+(?: \S+)?")
"""A unit for each of another: t-CO2/million yen."""
_RANGE_RE = re.compile(r"\S*\d\S*\s?(?:to|-|~)\s?\S*\d\S*")


def split_rows(line: Line, columns: Sequence[Habit], wording: Wording) -> list[Line]:
    """The rows of a line: one, or as many as most of its cells hold figures, if the label names as many."""
    parts = [figures_of(field) for field in line.fields[1:]]
    counts = [len(part) for part in parts if part]
    rows = max(counts, default=1)
    if rows == 1 and _two_names(line, columns, wording):
        rows = 2
    if 1 < rows <= MOST_ROWS:
        # Beside cells that hold so many figures, 688 118 are two and no 688,118.
        split = [figures_of(field, spaced=True) for field in line.fields[1:]]
        parts = [more if len(more) == rows else part for part, more in zip(parts, split, strict=True)]
        counts = [len(part) for part in parts if part]
    if not 1 < rows <= MOST_ROWS or counts.count(rows) < 2 or counts.count(rows) * 2 <= len(counts):
        return [line]
    if any(count not in (1, rows) for count in counts):
        return [line]
    labels = split_label(line.stub, rows, wording)
    parts = [_units(part, rows, wording) for part in parts]
    if not labels or not _are_rows(parts, columns, labels, wording):
        return [line]
    made = []
    for number in range(rows):
        cells = [_cell(part, field, number, rows) for part, field in zip(parts, line.fields[1:], strict=True)]
        made.append(replace(line, fields=(labels[number], *cells), kind=LineKind.ROW))
    repair = told("merged_rows", Damage.CELLS, line, line.fields, line.fields)
    readings = " / ".join(" | ".join(field.text or "_" for field in row.fields) for row in made)
    made[0] = replace(made[0], repairs=(*line.repairs, replace(repair, repaired=readings)))
    made[1:] = [replace(row, repairs=()) for row in made[1:]]
    return made


def _two_names(line: Line, columns: Sequence[Habit], wording: Wording) -> bool:
    """Whether 29 140 and 38 152 behind two names are four figures, in columns that write 29,140 with a comma."""
    filled = [(field, column) for field, column in zip(line.cells, columns[1:], strict=False) if field.text]
    if len(filled) < 2 or not all(
        column.grouped and _TWO_GROUPS_RE.fullmatch(field.text) for field, column in filled
    ):
        return False
    labels = split_label(line.stub, 2, wording)
    return bool(labels) and _begins(labels[1].text) and any(wording.uses(label.text) for label in labels)


def figures_of(field: Field, *, spaced: bool = False) -> list[Field]:
    """The figures of a cell; the cell itself where it holds anything else.

    ``spaced`` reads groups of three that blanks part as figures of their own.
    """
    if not field.text:
        return []
    if " " not in field.text or (not spaced and SPACED_GROUPS_RE.fullmatch(field.text)):
        return [field]
    found = [
        Field(field.start + match.start(), field.start + match.end(), match[0])
        for match in _FIGURE_RE.finditer(field.text)
    ]
    return found if all(map(_is_figure, found)) else [field]


def _is_figure(field: Field) -> bool:
    if look(field.text) in ("whole", "fraction", "nil"):
        return True
    return _RANGE_RE.fullmatch(field.text) is not None and p.CELL_RE.fullmatch(field.text) is not None


def _units(part: list[Field], rows: int, wording: Wording) -> list[Field]:
    """Words that stand once for each of the rows, such as their units; the cell as it is where they do not."""
    if len(part) != 1 or " " not in part[0].text or _is_figure(part[0]) or part[0].text[0].isdigit():
        return part
    words = list(_TOKEN_RE.finditer(part[0].text))
    if len(words) == rows:
        made = [_part(part[0], [word]) for word in words]
        return made if any(_is_unit(unit, wording) for unit in made) else part
    if rows > 2:
        return part
    cuts = [[_part(part[0], words[:at]), _part(part[0], words[at:])] for at in range(1, len(words))]
    same = next((cut for cut in cuts if cut[0].text == cut[1].text), None)
    if same is not None:
        return same  # thousand m3 thousand m3
    made = max(cuts, key=lambda cut: sum(_is_unit(unit, wording) for unit in cut))
    return made if all(_is_unit(unit, wording) for unit in made) else part


def _is_unit(field: Field, wording: Wording) -> bool:
    text = field.text
    return is_known_unit(text) or _QUOTIENT_RE.fullmatch(text) is not None or wording.uses(text) > 0


def _are_rows(
    parts: Sequence[Sequence[Field]], columns: Sequence[Habit], labels: Sequence[Field], wording: Wording
) -> bool:
    """Whether the figures of the cells are those of so many rows."""
    rows = len(labels)
    if _fits(parts, columns, rows):
        return True
    filled = [(part, column) for part, column in zip(parts, columns[1:], strict=False) if part]
    figures = [part for part, _ in filled if all(map(_is_figure, part))]
    if len(figures) < 2 or any(len(part) != rows for part in figures):
        return False
    if any(len(part) == rows for part, _ in filled if part not in figures):
        return True  # a unit for each
    if _are_pairs(figures, [column for _, column in filled], labels):
        return True
    looks = [{_look(part[number]) for part in figures} for number in range(rows)]
    looks = [found - {"nil"} or found for found in looks]
    if any(len(found) != 1 for found in looks):
        return False
    if any(column.look in ("broken", "words") for part, column in filled if part in figures):
        return looks == [{"range"}] * rows
    if len(set.union(*looks)) > 1 or looks[0] == {"range"}:
        return True  # 12.9 31,204 and 19.7 30,118: a row of fractions and one of whole numbers
    return len(figures) > rows and all(wording.uses(label.text) for label in labels)


def _are_pairs(figures: Sequence[Sequence[Field]], columns: Sequence[Habit], labels: Sequence[Field]) -> bool:
    """Whether cell by cell the figures are written alike, in a table most cells of which hold one number.

    Figures in brackets behind all others may be those of another year.
    """
    if len(figures) < FEWEST_ALIKE or not all(_begins(label.text) for label in labels):
        return False
    alike = all({_look(figure) for figure in part} in ({"whole"}, {"fraction"}) for part in figures)
    single = 2 * sum(column.numbers for column in columns) > sum(column.filled for column in columns)
    return alike and single and not all(part[-1].text.startswith("(") for part in figures)


def _begins(text: str) -> bool:
    """Whether a label begins as one: with a letter, no small one, or as 1株当たり and 1年内 do."""
    return (text[0].isalpha() and not text[0].islower()) or text.startswith(("1株", "1年"))


def _look(field: Field) -> str:
    found = look(field.text)
    return found if found in ("whole", "fraction", "nil") else "range"


def _fits(parts: Sequence[Sequence[Field]], columns: Sequence[Habit], rows: int) -> bool:
    """Whether the figures of the cells are such as their columns hold."""
    held = [
        look(figure.text) == column.look
        for part, column in zip(parts, columns[1:], strict=False)
        if len(part) == rows and column.look and all(map(_is_figure, part))
        for figure in part
    ]
    return len(held) > rows and sum(held) * 10 >= len(held) * 7


def _cell(part: Sequence[Field], field: Field, number: int, rows: int) -> Field:
    if len(part) == rows:
        return part[number]
    if part and number == 0:
        return replace(part[0], confidence=PLACED)
    return Field(field.end, field.end, "")


def split_label(stub: Field, rows: int, wording: Wording) -> list[Field]:
    """The labels of rows that stand in one line: parted at blanks where the document knows both parts."""
    words = list(_TOKEN_RE.finditer(stub.text))
    if len(words) < rows:
        return []
    if len(words) == rows:
        return [_part(stub, words[index : index + 1]) for index in range(rows)]
    if rows > 2:
        return []
    cuts = [
        (_cut_score(stub.text, words, at, wording), -abs(2 * at - len(words)), at)
        for at in range(1, len(words))
    ]
    at = max(cuts)[2]
    return [_part(stub, words[:at]), _part(stub, words[at:])]


def _cut_score(text: str, words: Sequence[re.Match[str]], at: int, wording: Wording) -> int:
    """How well a label is cut before a word: both parts known, the first no half, a capital in the second."""
    known = min(
        wording.uses(text[words[0].start() : words[at - 1].end()]),
        wording.uses(text[words[at].start() : words[-1].end()]),
    )
    begins = _begins(words[at][0])
    ended = p.CUT_SHORT_RE.search(text[: words[at - 1].end()]) is None
    return 2 * min(known, 3) + 3 * begins + ended


def _part(stub: Field, words: Sequence[re.Match[str]]) -> Field:
    start, end = words[0].start(), words[-1].end()
    return Field(stub.start + start, stub.start + end, stub.text[start:end])


def spread_cells(line: Line, columns: Sequence[Habit], near: Sequence[Line] = ()) -> Line:
    """Give the second figure of a cell to the blank cell behind it, where that column is filled as a rule.

    What shows the digits of the cell above or below (``near``) is one figure with a blank in it.
    """
    fields = list(line.fields)
    for index in range(1, len(fields)):
        part = figures_of(fields[index])
        if len(part) > 1 and any(
            index < len(other.fields) and is_blur(fields[index].text, other.fields[index].text)
            for other in near
        ):
            continue
        more = len(part)
        blank = fields[index + 1 : index + more]
        if more < 2 or len(blank) < more - 1 or any(field.text for field in blank):
            continue
        wanted = columns[index : index + more]
        if len(wanted) == more and not any(column.spare for column in wanted):
            fields[index : index + more] = part
            line = put(line, fields, told("two_in_one", Damage.CELLS, line, [line.fields[index]], part))
    return line
