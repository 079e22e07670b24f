"""Cells and labels torn in two, and rows whose cells moved because a blank one is gone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bilingual.model.repair import Damage
from bilingual.tables import patterns as p
from bilingual.tables.glyphs import mended
from bilingual.tables.line import PLACED, REGROUPED, Field, Line
from bilingual.tables.looks import Habit, look, put, told
from bilingual.tables.rates import has_rate
from bilingual.tables.wording import Wording
from bilingual.text.normalize import join_texts
from bilingual.text.printed import GROUPED

WIDE = r"\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff"
_TAIL_RE = re.compile(rf"[{WIDE}]{{1,6}}$|[A-Za-z0-9/&'-]+$")
_HEAD_RE = re.compile(rf"[{WIDE}]{{1,4}}|[A-Za-z][A-Za-z0-9/&'-]*")
_SPECKLE_RE = re.compile(r"^[·•`'.]+(?=\S)")
_CUT_RE = re.compile(r"\(?\d{1,3}(?:,\d{3})*,")
_GROUPS_RE = re.compile(r"\d{3}(?:,\d{3})*\)?")
_INNER_RE = re.compile(rf"(?<=[{WIDE}]) (?=[{WIDE}])")
_TWO_UNITS_RE = re.compile(r"([^()]+\([^()]+\)) ([^()]+\([^()]+\))")
_TWO_WIDE_RE = re.compile(rf"([{WIDE}]{{2,}}) ([{WIDE}]{{2,}})")
_FIRST_RE = re.compile(r"[1-9]\d?")
_REST_RE = re.compile(GROUPED)
ALIEN = 2
"""Digits of what a tear leaves in a column of fractions."""
SHORTEST = 2
"""Characters of a word that may be torn; of shorter ones chance finds too many elsewhere."""


def join_cells(line: Line, columns: Sequence[Habit]) -> Line:
    """Put together a figure that stands in a column and the spare field beside it."""
    for index in range(1, len(line.fields) - 1):
        left, right = line.fields[index], line.fields[index + 1]
        if not left.text or not right.text or index + 1 >= len(columns):
            continue
        if _is_cut(left.text, right.text, line.fields[1:]):
            line = _joined(line, index, index + 1)
            continue
        spare = [
            columns[at].spare or _is_alien(field.text, columns[at])
            for at, field in ((index, left), (index + 1, right))
        ]
        if spare[0] is spare[1]:
            continue
        kept = index + 1 if spare[0] else index
        whole = left.text + right.text
        if look(whole) != columns[kept].look or not _torn(left.text, right.text, columns[kept]):
            continue
        if not _as_long(whole, line.fields[kept].text, [*line.fields[1:index], *line.fields[index + 2 :]]):
            continue
        line = _joined(line, index, kept)
    return line


def join_first_digit(line: Line, columns: Sequence[Habit], rows: Sequence[Line] = ()) -> Line:
    """Put together a figure and its first digit in the cell before it, on a page that was read from a picture.

    Both columns may be filled as a rule: the other figures of the row, as long as the whole, decide, and what stands
    in the cell stays another reading of it. Where one column of the ``rows`` is the other in another currency, a pair
    of cells that has the rate of the others is no torn figure.
    """
    for index in range(1, min(len(line.fields), len(columns)) - 1):
        left, right = line.fields[index], line.fields[index + 1]
        whole = left.text + right.text
        torn = _FIRST_RE.fullmatch(left.text) and _REST_RE.fullmatch(right.text)
        if not torn or not columns[index].grouped or look(whole) != "whole":
            continue
        others = [*line.fields[1:index], *line.fields[index + 2 :]]
        if not (_as_long(whole, right.text, others) or _is_cut(left.text, right.text, others)):
            continue
        if has_rate(left.text, right.text, rows, index):
            continue
        joined = _joined(line, index, index + 1)
        after = replace(joined.fields[index + 1], others=(*right.others, line.reading(right)))
        line = replace(joined, fields=(*joined.fields[: index + 1], after, *joined.fields[index + 2 :]))
    return line


def _joined(line: Line, index: int, kept: int) -> Line:
    """A row with two neighbouring cells as one figure, in the column of the one that is kept."""
    left, right = line.fields[index : index + 2]
    content = join_texts((line.reading(left), line.reading(right)))
    joined = Field(left.start, right.end, left.text + right.text, content, REGROUPED)
    blank = Field(left.start, left.start, "") if kept == index + 1 else Field(right.end, right.end, "")
    pair = (blank, joined) if kept == index + 1 else (joined, blank)
    fields = (*line.fields[:index], *pair, *line.fields[index + 2 :])
    return put(line, fields, told("torn_cells", Damage.CELLS, line, (left, right), (joined,)))


def _is_cut(left: str, right: str, cells: Sequence[Field]) -> bool:
    """Whether a comma at the tear, or the whole figure elsewhere in the row, shows that two cells are one."""
    if _CUT_RE.fullmatch(left) and _GROUPS_RE.fullmatch(right):
        return True
    whole = left + right
    return left.isdigit() and len(left) <= ALIEN and "," in right and whole in {cell.text for cell in cells}


def _is_alien(text: str, column: Habit) -> bool:
    """Whether a cell is a bare digit or two in a column of fractions."""
    return column.look == "fraction" and text.isdigit() and len(text) <= ALIEN


def _torn(left: str, right: str, column: Habit) -> bool:
    """Whether the parts are such as a tear leaves: digits at its edge, and the whole as long as its column asks."""
    return (
        left[-1:] in "0123456789,."
        and right[:1] in "0123456789,."
        and (column.grouped or column.look == "fraction")
    )


def _as_long(whole: str, part: str, others: Sequence[Field]) -> bool:
    """Whether the whole has as many digits as another figure of the row, and the part that stands in the column not."""
    lengths = {sum(map(str.isdigit, field.text)) for field in others if look(field.text) == look(whole)}
    return sum(map(str.isdigit, whole)) in lengths and sum(map(str.isdigit, part)) not in lengths


def shift_cells(line: Line, columns: Sequence[Habit]) -> Line:
    """Give the cells of a row that lost blank fields the columns whose looks they have."""
    missing = len(columns) - len(line.fields)
    if missing < 1 or not any(column.spare for column in columns[1:]):
        return line
    cells = [(index, field) for index, field in enumerate(line.fields) if index and field.text]
    if len(cells) < 2 or all(columns[index].spare or _suits(field, columns[index]) for index, field in cells):
        return line
    places = _places(cells, columns, missing)
    if not places:
        return line
    fields = [line.fields[0], *(Field(line.fields[-1].end, line.fields[-1].end, "") for _ in columns[1:])]
    for (_, field), place in zip(cells, places, strict=True):
        fields[place] = replace(field, confidence=min(field.confidence, PLACED))
    first = min(index for index, place in zip((i for i, _ in cells), places, strict=True) if index != place)
    return put(line, fields, told("moved_cells", Damage.CELLS, line, line.fields[first:], fields[first:]))


def _suits(field: Field, column: Habit) -> bool:
    if column.spare:
        return False
    return not column.look or look(mended(field.text, column)) in (column.look, "nil", "words")


def _places(cells: Sequence[tuple[int, Field]], columns: Sequence[Habit], missing: int) -> list[int]:
    """Columns for the cells of a row, each as far left as it suits; empty where they do not all suit."""
    places: list[int] = []
    for index, field in cells:
        low = max(index, places[-1] + 1 if places else 1)
        place = next(
            (
                at
                for at in range(low, min(index + missing, len(columns) - 1) + 1)
                if _suits(field, columns[at])
            ),
            0,
        )
        if not place:
            return []
        places.append(place)
    return places


def join_heads(line: Line) -> Line:
    """Put together a period that is torn between two fields of a header row."""
    for index in range(1, len(line.fields) - 1):
        left, right = line.fields[index], line.fields[index + 1]
        if not left.text or not right.text or p.PERIOD_RE.fullmatch(right.text):
            continue
        whole = left.text + right.text
        if p.PERIOD_RE.fullmatch(whole) and not p.PERIOD_RE.fullmatch(left.text):
            content = join_texts((line.reading(left), line.reading(right)))
            after = Field(left.start, right.end, whole, content)
            fields = (*line.fields[:index], after, Field(right.end, right.end, ""), *line.fields[index + 2 :])
            line = put(line, fields, told("torn_heads", Damage.CELLS, line, (left, right), (after,)))
    return line


def split_heads(line: Line, rows: Sequence[Line]) -> Line:
    """Part two heads that stand in the cell of the first, the second over a filled column without a head.

    Each of them names its unit, or both are Japanese words in a row of heads without blanks, or one word begins both or
    ends both: Third quarter Fourth quarter.
    """
    fields = list(line.fields)
    for index in range(1, len(fields) - 1):
        field = fields[index]
        if fields[index + 1].text or " " not in field.text:
            continue
        if 2 * sum(len(row.fields) > index + 1 and row.fields[index + 1].text != "" for row in rows) <= len(
            rows
        ):
            continue
        match = _TWO_UNITS_RE.fullmatch(field.text) or (
            _TWO_WIDE_RE.fullmatch(field.text)
            if not any(" " in other.text for other in fields if other is not field)
            else None
        )
        cut = match.start(2) if match is not None else _between_like(field.text)
        if not cut:
            continue
        left = field.text[:cut].rstrip()
        parts = [
            Field(field.start, field.start + len(left), left),
            Field(field.start + cut, field.end, field.text[cut:]),
        ]
        fields[index : index + 2] = parts
        line = put(line, fields, told("two_in_one", Damage.CELLS, line, [field], parts))
    return line


def _between_like(text: str) -> int:
    """Where the second of two heads begins that one word begins, or one word ends; 0 unless there is one such place."""
    places = [match.end() for match in re.finditer(" ", text)]
    found = []
    for place in places:
        left, right = text[:place].split(), text[place:].split()
        if len(left) > 1 < len(right) and (left[0] == right[0] or left[-1] == right[-1]):
            found.append(place)
    return found[0] if len(found) == 1 else 0


def join_label(line: Line, wording: Wording) -> Line:
    """Put together a label that is torn between two fields, if the document has the whole word elsewhere."""
    if len(line.fields) > 1 and line.fields[0].text and line.fields[1].text:
        left, right = line.fields[:2]
        joined = joined_words(left.text, right.text, wording)
        if joined and look(right.text) in ("words", "broken"):
            content = join_texts((line.reading(left), line.reading(right)))
            after = Field(left.start, right.end, joined, content)
            fields = (after, Field(right.end, right.end, ""), *line.fields[2:])
            line = put(line, fields, told("torn_labels", Damage.CELLS, line, (left, right), (after,)))
    return line


_MONTH_RE = re.compile(rf"(?:.*\s)?{p.MONTH}\.?")
_DAY_RE = re.compile(r"(?:[12]?\d|3[01])(?:, ?(?:19|20)\d\d)?")


def join_surplus_label(line: Line, columns: Sequence[Habit], wording: Wording) -> Line:
    """Put together a label whose second part makes a field too many before figures for all columns: Total costs and exp, enses."""
    if len(line.fields) != len(columns) + 1 or len(columns) < 2:
        return line
    left, right, *figures = line.fields
    if not left.text or not all(field.text and look(field.text) != "words" for field in figures):
        return line
    dated = _MONTH_RE.fullmatch(left.text) and _DAY_RE.fullmatch(right.text)
    if not dated and (look(right.text) != "words" or not columns[1].numbers):
        return line
    blank = " " if dated or _stand_alone(left.text, right.text, wording) else ""
    content = join_texts((line.reading(left), line.reading(right)), blank)
    after = Field(left.start, right.end, left.text + blank + right.text, content)
    return put(line, (after, *figures), told("torn_labels", Damage.CELLS, line, (left, right), (after,)))


def _stand_alone(left: str, right: str, wording: Wording) -> bool:
    """Whether both words at a tear stand elsewhere by themselves, and not as one."""
    if _TAIL_RE.search(left) is None or re.search(rf"[{WIDE}]$", left) or joined_words(left, right, wording):
        return False
    tail, head = left.split()[-1], right.split()[0]
    return bool(wording.uses(tail) and wording.uses(head))


def joined_words(left: str, right: str, wording: Wording) -> str:
    """Two parts of a label as one, where a word runs on from one to the other; empty where none does.

    Speckle at the tear is left out, and a character that both parts show is read once.
    """
    tail, bare = _TAIL_RE.search(left), _SPECKLE_RE.sub("", right)
    head = _HEAD_RE.match(bare)
    if tail is None or head is None:
        return ""
    for shared in range(3):
        if shared and tail[0][-shared:].casefold() != head[0][:shared].casefold():
            continue
        if shared and not head[0][shared:]:
            continue  # nothing of a word is left: the unit behind it (oil, L)
        word = tail[0] + head[0][shared:]
        if len(word) >= SHORTEST and wording.has(word):
            return left + bare[shared:]
    return ""


def join_words(line: Line, wording: Wording) -> Line:
    """Leave out blanks inside Japanese words of a label that the document elsewhere writes without."""
    stub = line.stub
    text, at = stub.text, 0
    while match := _INNER_RE.search(text, at):
        joined = joined_words(text[: match.start()], text[match.end() :], wording)
        at = match.end()
        if joined and not wording.uses(text[max(0, match.start() - 3) : match.end() + 3]):
            text, at = joined, match.start()
    if text == stub.text:
        return line
    after = Field(stub.start, stub.end, text)
    return put(line, (after, *line.fields[1:]), told("torn_labels", Damage.GLYPHS, line, (stub,), (after,)))
