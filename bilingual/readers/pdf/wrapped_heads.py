"""Heads that wrap: lines between the same rules, words that go on, heads of one height as one row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bilingual.readers.pdf.head_lines import heads_above, is_crossed, is_in_middle, most_step
from bilingual.readers.pdf.page import Rule
from bilingual.readers.pdf.regions import STAGGERED
from bilingual.readers.pdf.rows import Cell, Row
from bilingual.readers.pdf.wording import JOINED_RE, OPEN_RE, is_cut_date
from bilingual.text.normalize import fold

STACKED, STACKED_WORDS = 1.5, 1.7
"""Lines of a wrapped head stand nearer to each other than this many heights; those that small letters begin."""
UNIT_RE = re.compile(
    r"(?![^(]+[)])\s*[(]?(?:(?:百万|千|億|十億)?(?:円(?:\s?銭)?|米?ドル|ユーロ|株|人|名)|百万|千|億|銭|%|pt|ポイント|倍|(?:[Mm]illions?|[Tt]housands?|[Bb]illions?)"
    r"(?:\sof)?(?:\s(?:yen|shares|dollars|U\.S\. dollars))?|of yen|[Yy]en|(?:JPY|USD|EUR|US[$]|[¥$])(?:\s?(?:[Mm]illions?|[Tt]housands?|[Bb]illions?))?)(?:\s?[(]\d[)])?[)]?\s*"
)
"""A unit as heads of columns have it; ``of yen)`` is the rest of one whose bracket opens in the line above."""
RATIO_RE = re.compile(r"比(?:率|[%％(（]|$)")
"""How no Japanese head begins (前年同期 above 比%)."""
OPEN_HEAD_RE = re.compile(r"[ぁ-ん々一-龠][にをのへ]$")
"""How no Japanese head ends, for what follows says of what: 親会社の所有者に above 帰属する当期利益."""
NO_START = frozenset("ーァィゥェォッャュョヮ、。）」ぁぃぅぇぉっゃゅょ")
"""What no Japanese line begins with."""
EVEN = 1.1
"""By how much more the lines of one head stand from each other at one place than at another, at most."""
CUT_AMOUNT_RE = re.compile(r"(?:\A|(?<=\s))[百千十]\Z")
"""The first letter of a unit at the end of a line, behind the name of its item: 営業収益 百 above 万円."""
BESIDE = 0.25
"""How far above and below the heads beside it the lines of a head of two lines stand at least, in heights."""


def stacked(one: Cell, other: Cell) -> bool:
    """Whether a cell stands below another one, between its rules or below its words."""
    if one.y1 > other.y1 - 1 and other.y0 < one.y1 - 0.5 * (other.y1 - other.y0):
        return False
    if one.left is not None and one.right is not None:
        return one.left < other.middle < one.right
    return min(one.x1, other.x1) > max(one.x0, other.x0)


def stack(rows: Sequence[Row], rules: Sequence[Rule]) -> list[Row]:
    """Heads that wrap whole: lines between the same rules, Latin words that go on; heads of one height are one row."""
    cells: list[Cell] = []
    middles = [row.middle for row in rows]
    most = most_step(middles, max((row.size for row in rows), default=0.0))
    drawn = [rule for rule in rules if middles and middles[0] < rule.at < middles[-1]]
    if not any(b.middle - a.middle < STAGGERED * b.size for a, b in pairwise(rows)):
        rules = ()
    for row in rows:
        heads = heads_above(row, cells, most, drawn, UNIT_RE)
        own = _is_level(row, cells)
        units: list[Cell] = []
        taken: list[Cell] = []
        for cell, head in zip(row.cells, heads, strict=True):
            above = head or next(
                (
                    c
                    for c in reversed(cells)
                    if _goes_on(c, cell, middles, drawn)
                    or (rules and not (own and _is_set_off(c, cell)) and _boxed(c, cell, rules))
                ),
                None,
            )
            if above is None and _is_bracketed_unit(cell):
                units.append(cell)
                continue
            if above is None:
                cells.append(cell.copy())
                continue
            above.grow(cell)
            taken.append(above)
        _place_units(units, cells, taken, most)
    if sum(len(row.cells) for row in rows) == len(cells):
        return list(rows)
    levels: list[list[Cell]] = []
    for cell in sorted(cells, key=_middle):
        level = next((own for own in levels if _is_beside(cell, own)), None)
        if level is None:
            levels.append([cell])
        else:
            level.append(cell)
    whole: list[list[Cell]] = []
    for level in levels:
        tall = next((own for own in whole if _hold(own, level)), None)
        if tall is None:
            whole.append(level)
        else:
            tall.extend(level)
    return [Row(sorted(own, key=lambda cell: cell.x0), wide=True) for own in whole]


def in_boxes(rows: Sequence[Row], rules: Sequence[Rule]) -> list[Row] | None:
    """Heads as the rules around each cell show them, whatever the room between its lines; None where one stands between no rules."""
    boxes: dict[tuple[float, ...], Cell] = {}
    for cell in (cell for row in rows for cell in row.cells):
        if cell.left is None or cell.right is None:
            return None
        middle, level = (cell.left + cell.right) / 2, _middle(cell)
        own = [rule.at for rule in rules if rule.start - 1 <= middle <= rule.end + 1]
        top = max((at for at in own if at < level), default=None)
        bottom = min((at for at in own if at > level), default=None)
        if top is None or bottom is None:
            return None
        key = (round(top), round(cell.left), round(cell.right), round(bottom))
        if key in boxes:
            boxes[key].grow(cell)
        else:
            boxes[key] = cell.copy()
    tops = sorted({key[0] for key in boxes})
    levels = [[cell for key, cell in boxes.items() if key[0] == top] for top in tops]
    return [Row(sorted(level, key=lambda cell: cell.x0), wide=True) for level in levels]


def _is_level(row: Row, above: Sequence[Cell]) -> bool:
    """Whether a row of heads is below one of those above: it begins with a label, or two of its cells stand under one."""
    if len(row.cells) < 3 or not above:
        return False
    begins = row.cells[0].x1 < min(cell.x0 for cell in above)
    return begins or any(sum(stacked(head, cell) for cell in row.cells) > 1 for head in above)


def _is_bracketed_unit(cell: Cell) -> bool:
    words = fold(cell.text.strip())
    return words[:1] == "(" and UNIT_RE.fullmatch(words) is not None


def _place_units(units: Sequence[Cell], cells: list[Cell], taken: Sequence[Cell], most: float) -> None:
    """Put units in brackets below the heads in whose middle they stand, where other cells of their row went on with heads."""
    free = [head for head in reversed(cells) if not any(head is other for other in taken)] if taken else []
    for unit in units:
        above = next((head for head in free if is_in_middle(head, unit, most)), None)
        if above is None:
            cells.append(unit.copy())
        else:
            above.grow(unit)


def _is_set_off(above: Cell, cell: Cell) -> bool:
    """Whether a line stands farther below a head of several lines than these from each other."""
    lines = [line[0].middle for line in above.lines[-2:]]
    return len(lines) > 1 and cell.lines[0][0].middle - lines[1] > EVEN * (lines[1] - lines[0])


def _middle(cell: Cell) -> float:
    return (cell.y0 + cell.y1) / 2


def _is_beside(cell: Cell, row: Sequence[Cell]) -> bool:
    """Whether a head stands at the height of those of a row, and over none of their columns."""
    return _middle(cell) - _middle(row[0]) < 0.55 * cell.lines[0][0].size and not _share_columns(row, [cell])


def _hold(row: Sequence[Cell], level: Sequence[Cell]) -> bool:
    """Whether heads stand within the height of the tallest of those beside them, or they the other way round."""
    if _share_columns(row, level):
        return False
    tallest = max(row, key=lambda other: other.y1 - other.y0)
    return all(_holds(tallest, cell) or all(_holds(cell, other) for other in row) for cell in level)


def _share_columns(one: Sequence[Cell], other: Sequence[Cell]) -> bool:
    return any(min(a.x1, b.x1) > max(a.x0, b.x0) for a in one for b in other)


def _holds(tall: Cell, cell: Cell) -> bool:
    """Whether a head of words reaches as high and as low as one beside it."""
    words = any(map(str.isalpha, tall.text)) and not cell.is_figure
    return words and cell.y0 >= tall.y0 - 1 and cell.y1 <= tall.y1 + 1


def _boxed(above: Cell, cell: Cell, rules: Sequence[Rule]) -> bool:
    """Whether a head stands between the same rules as the one above it, and no rule between them."""
    if above.left is None or above.right is None or cell.left is None or cell.right is None:
        return False
    if abs(above.left - cell.left) > 2 or abs(above.right - cell.right) > 2:
        return False
    top, bottom, middle = above.lines[-1][0].middle, cell.lines[0][0].middle, (cell.left + cell.right) / 2
    crossed = any(top < rule.at < bottom and rule.start - 1 <= middle <= rule.end + 1 for rule in rules)
    return not crossed and bottom - top < STACKED * cell.lines[0][0].size


def _goes_on(above: Cell, cell: Cell, middles: Sequence[float], rules: Sequence[Rule]) -> bool:
    """Whether a head goes on in the line below it; ``middles`` are those of all rows of heads.

    Where the heads beside stand between its two lines, it is one head of two lines beside heads of one.
    """
    line = above.lines[-1]
    size = max(line[0].size, cell.lines[0][0].size)
    step = cell.lines[0][0].middle - line[0].middle
    if not 0.5 * size < step < STACKED_WORDS * size or min(above.x1, cell.x1) <= max(above.x0, cell.x0):
        return False
    if is_crossed(above, cell, rules):
        return False
    start, end = cell.text.strip(), line[-1].text.strip()
    small = (start[:1].islower() and start[:1].isascii()) or is_cut_date(fold(end), fold(start))
    small |= RATIO_RE.match(start) is not None and end[-1:] > "\u2e7f"
    small |= JOINED_RE.match(start) is not None
    small |= start[:1] in NO_START and end[-1:] > "\u2e7f"
    small |= OPEN_HEAD_RE.search(end) is not None
    small |= CUT_AMOUNT_RE.search(end) is not None and UNIT_RE.fullmatch(end[-1] + start) is not None
    small |= len(start) == 1 and start > "\u3040" and end[-1:] > "\u2e7f" and not UNIT_RE.fullmatch(start)
    if not small and step >= STACKED * size:
        return False
    top, bottom = line[0].middle + BESIDE * size, cell.lines[0][0].middle - BESIDE * size
    if any(top < middle < bottom for middle in middles):
        return True
    bracketed = start[:1] in "(（" and not UNIT_RE.fullmatch(fold(start))
    whole = fold("".join(fragment.text for fragment in line))
    bracketed |= whole.count("(") > whole.count(")") and start[-1:] in (")", "）")
    return small or bracketed or OPEN_RE.search(end) is not None
