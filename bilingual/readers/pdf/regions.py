"""Which rows of a page are tables: rows with figures in columns, their heads, and the labels between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from bilingual.readers.pdf.head_lines import (
    begins_columns,
    heads_other_columns,
    in_one_grid,
    is_between_heads,
    stand_alike,
)
from bilingual.readers.pdf.rows import Cell, Row, completes
from bilingual.readers.pdf.worded import tables_of_words
from bilingual.readers.pdf.wording import goes_on, is_cut_unit
from bilingual.text.normalize import fold

FAR = 2.2
"""Gap between rows of one table, at most, in heights of a line."""
FAR_ROWS = 3.4
"""The same between rows whose figures end at the same places: rows of sheets may be high."""
FAR_GRID = 9.0
"""The same between rows whose cells stand between the same vertical rules: cells of a grid may be high."""
INDENTED = 3.0
"""Heights that a label stands left of those below it at most."""
UNIT_GAP = 0.8
"""Heights between a label and the unit on its second line at most, downwards and at its left edge."""
FAR_HEADS = 3.2
"""The same above heads that stand over the columns, for their cells are higher; not below the first line of a page, a running head."""
FAR_MANY, MANY = 4.6, 4
"""The same above a row of so many heads."""
MOST_BETWEEN = 4
"""Most lines without figures between two rows with figures."""
MOST_HEADS = 18
MOST_LABELS = 6
"""Most labels without figures between the heads of a table and its first row with figures."""
CENTRED = 0.85
"""A figure centred beside a label of two lines stands less than this many heights from either."""
STAGGERED = 0.85
"""Rows of heads that stand nearer to each other than this many heights are lines of heads of unlike length."""
CLOSER = 0.9
"""Lines of a wrapped label stand nearer to each other than rows by this factor."""
FEET = 2
"""Lines that may stand below the last label of a page: a page number, a running foot."""
WHOLE = 0.72
"""A line that is wider than this share of the table is running text, no label."""

UNIT_NOTE_RE = re.compile(
    r"\s*[(\[]?\s*(?:単位|表示単位|[Uu]nits?\s*:|(?:[Ii]n )?(?:\d{1,3} )?(?:[Mm]illions?|[Tt]housands?|[Bb]illions?)\b"
    r"|[Pp]ercentages?\b|% (?:represent|indicate|change|figures?|show|rates?)|(?:百万|千|億)?円未満|(?:[^()]{0,12})?%表示|(?:Yen|JPY|US\$|USD|[¥$])\s?(?:in )?(?:[Mm]illions?|[Tt]housands?)"
    r"|Amounts? (?:of|less|under|below|are|have|shown|presented|stated|rounded)\b|Figures? |\(?(?:百万|千|億)?(?:円|株|米ドル)\)$)"
)
"""A note of units above a table."""
UNIT_END_RE = re.compile(r"\S\s*[(]\s*(?:単位|表示単位|[Uu]nits?)\s*:[^()]{1,24}[)]$")
"""The same behind a caption."""
CAPTION_RE = re.compile(
    r"\s*(?:(?:図)?表\s?\d|Table\s\d|Exhibit\s\d|Appendix\s\d|[(]\d{1,2}[)]\s?\D|\d{1,2}[.．](?!\d)|[①-⑳]\s?\S|[<【■●◆]|[(](?:注|参考|Notes?)|※|\*\d|[⁽¹²³⁴⁵⁶⁷⁸⁹])"
)
"""A caption, a numbered heading or a note: it stands above or below a table, not in it."""
MARK_RE = re.compile(r"[(]?(?:注|\*|※|Notes?)[)]?\s?[(]?\d{0,2}[)]{0,2}")
"""A note mark that stands alone."""
NOTE_RE = re.compile(r"\s*[(](?:注|参考|Notes?|Reference)")
"""A note below a table."""
HEAD_RE = re.compile(
    r"(?:19|20)\d\d|\d{1,2}\s?[年月期Q]|[QH][1-4]\b|FY|[前当次][期連年中四第]|上期|下期|通期|四半期|(?:百万|千|億)?円|銭|%|増減|構成比|前年|実績|予想|見込"
    r"|計画|合計|\b(?:[Yy]en|[Mm]illions?|[Tt]housands?|[Cc]hange|[Yy]ears?|[Mm]onths?|[Ee]nded|[Ee]nding|[Aa]s of|[Ff]orecasts?|[Aa]ctual|[Tt]otal"
    r"|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|[Ii]ncrease|[Rr]atio|JPY|USD|[Dd]ollars?|Notes?|Units?)|単位|注記"
)
"""Words that head columns."""
PAGE_RE = re.compile(r"\d{1,4}")
"""The number of a page."""
YEAR_RE = re.compile(r"(?:19|20)\d\d(?:[./]\d{1,2}){0,2}")
END_RE = re.compile(r"[。.!?]\s*$")


@dataclass(frozen=True, slots=True)
class Region:
    """Rows that form a table (``heads`` of them above the first row with figures), or running text.

    The cells of a table of words (``worded``) stand under each other in all rows.
    """

    rows: list[Row]
    is_table: bool
    heads: int = 0
    worded: bool = False


def find_regions(rows: Sequence[Row]) -> list[Region]:
    """Rows of an area as tables and running text, in order."""
    regions: list[Region] = []
    at = 0
    for first, last, heads in _tables(rows):
        regions.extend(_text(rows[at:first]))
        regions.append(Region(list(rows[first:last]), is_table=True, heads=heads))
        at = last
    regions.extend(_text(rows[at:]))
    return regions


def _text(rows: Sequence[Row]) -> list[Region]:
    """Rows without columns of figures: running text, and tables of words."""
    regions: list[Region] = []
    at = 0
    for first, past, whole in tables_of_words(rows):
        if first > at:
            regions.append(Region(list(rows[at:first]), is_table=False))
        regions.append(Region(whole, is_table=True, worded=True))
        at = past
    return [*regions, Region(list(rows[at:]), is_table=False)] if at < len(rows) else regions


def _tables(rows: Sequence[Row]) -> list[tuple[int, int, int]]:
    """First row, end and number of head rows of every table."""
    cores = _cores(rows)
    groups: list[list[int]] = []
    for core in cores:
        if groups and _linked(rows, groups[-1], core):
            groups[-1].append(core)
        else:
            groups.append([core])
    found = []
    floor = 0
    for number, group in enumerate(groups):
        first = first_head(rows, group, floor)
        last = _last(rows, group)
        if number + 1 < len(groups):
            last = min(last, _end_above(rows, group[-1], groups[number + 1][0]))
        if len(group) == 1 and _is_alone(rows[group[0]], rows[first : group[0]]):
            continue
        found.append((first, last, group[0] - first))
        floor = last
    return found


def _end_above(rows: Sequence[Row], last: int, core: int) -> int:
    """Where a table ends at the latest above the next one: above the heads of all of its columns."""
    headed = core - 1 > last and heads_other_columns(rows[last], rows[core - 1], rows[core])
    return core - headed


def _is_alone(row: Row, heads: Sequence[Row]) -> bool:
    """Whether a row with one figure is no table of one row: words beside the figure, or no heads of columns above it."""
    if row.figures > 1:
        return False
    headed = any(len(head.cells) > 1 and is_head(head) for head in heads)
    return not headed or not all(cell.is_figure for cell in row.cells[1:])


def _cores(rows: Sequence[Row]) -> list[int]:
    """Rows with figures in cells; those too whose widest cells leave no wide gap, where the figures stand below such a row's."""
    found: list[int] = []
    for index, row in enumerate(rows):
        below = bool(found) and found[-1] == index - 1
        if is_core(row) or (below and _may_be_core(row) and stand_alike(rows[index - 1], row)):
            found.append(index)
    return found


def _may_be_core(row: Row) -> bool:
    return row.figures > 1 and not is_head(row) and not is_worded_note(row)


def is_core(row: Row) -> bool:
    """Whether a row holds figures in cells; a note that names what each of its figures is does not."""
    if not row.figures or is_head(row) or is_worded_note(row):
        return False
    return row.wide or (row.figures > 1 and all(cell.is_figure for cell in row.cells[1:]))


def is_worded_note(row: Row) -> bool:
    """Whether a line is a note with words between its figures (（参考）自己資本　2025年３月期　50,278百万円　…)."""
    if not NOTE_RE.match(fold(row.cells[0].text)):
        return False
    words = [cell for cell in row.cells[1:] if not cell.is_figure]
    return bool(words) and not all(cell.is_figure for cell in row.cells[-2:])


def is_head(row: Row) -> bool:
    """Whether a row heads columns: words of periods and units, or years, and no other figures."""
    cells = row.cells if row.cells[0].is_figure or len(row.cells) == 1 else row.cells[1:]
    figures = [cell for cell in cells if cell.is_figure and not _is_year(cell.text)]
    if figures:
        return False
    if any(_is_year(cell.text) for cell in cells):
        return not (len(row.cells[0].text) > 12 and not HEAD_RE.search(fold(row.cells[0].text)))
    return bool(HEAD_RE.search(fold(row.text)))


def _is_year(text: str) -> bool:
    return YEAR_RE.fullmatch(fold(text.strip())) is not None


def is_apart(row: Row) -> bool:
    """Whether a line stands above or below a table: a unit note, a caption, a note."""
    text = fold(row.text)
    if row.figures > row.cells[0].is_figure:  # the number of a caption may stand in a cell of its own
        return is_worded_note(row)
    if (len(row.cells) > 1 or text[-2:].strip(")").isdigit()) and all(
        MARK_RE.fullmatch(fold(cell.text)) for cell in row.cells
    ):
        return False  # note marks below heads of columns
    if CAPTION_RE.match(text) or UNIT_END_RE.search(text):
        return True
    if len(row.cells) > 1 or UNIT_NOTE_RE.match(text) is None:
        return False
    if text.count(")") > text.count("("):  # the rest of a label: (百万, 円)
        return False
    return not text.endswith(" of")  # the head of a narrow column: Millions of, yen


def _linked(rows: Sequence[Row], group: Sequence[int], core: int) -> bool:
    """Whether a row with figures goes on with a table."""
    last = group[-1]
    between = rows[last + 1 : core]
    stub = rows[last].cells[0]
    if len(between) > MOST_BETWEEN and not all(_beside(row, stub) for row in between):
        return False
    alike = stand_alike(rows[last], rows[core])
    size = (max if alike else min)(rows[last].size, rows[core].size)
    steps = [rows[last], *between, rows[core]]
    far = FAR_GRID if in_one_grid(rows[last], rows[core]) else FAR_ROWS if alike else FAR
    if any(b.y0 - a.y1 > far * size for a, b in pairwise(steps)):
        return False
    if not between:
        return True
    if any(len(row.cells) > 2 and not row.figures and is_head(row) for row in between):
        return False  # a table of its own right below, with heads of its own
    if heads_other_columns(rows[last], rows[core - 1], rows[core]):
        return False
    right = max(rows[index].x1 for index in group)
    left = min(rows[index].x0 for index in group)
    if rows[last].cells[0].is_figure:  # its label stands in the lines above and below it
        left = min(left, *(row.x0 for row in between))
    figures = _figures_start(rows, [*group, core])
    return all(
        _beside(row, stub)
        or _is_lone(row, figures)
        or _may_stand_between(row, left, right, figures)
        or _is_unit_of_label(rows, at)
        for at, row in enumerate(between, start=last + 1)
    )


def _is_unit_of_label(rows: Sequence[Row], at: int) -> bool:
    """Whether a unit in brackets ends the label right above it, beside whose lines figures may be centred, and is no note above a table."""
    row, above = rows[at], rows[at - 1]
    if above.cells[0].is_figure and at > 1 and len(rows[at - 2].cells) == 1:
        above = rows[at - 2]
    gap = UNIT_GAP * above.size
    between = at + 1 < len(rows) and is_core(rows[at + 1]) and is_core(rows[at - 1])
    if between and CLOSER * (row.middle - rows[at - 1].middle) < rows[at + 1].middle - row.middle:
        gap *= 2  # lines and rows stand alike where there is room
    # below a caption in brackets stands the unit of a table
    if len(row.cells) > 1 or fold(above.text.strip()[:1]) in "([":
        return False
    near = row.y0 - above.y1 < gap and abs(row.x0 - above.x0) < UNIT_GAP * above.size
    return near and UNIT_NOTE_RE.match(fold(row.text)) is not None


def _is_lone(row: Row, figures: float) -> bool:
    """Whether a row is one figure in a column, as beside a label of two lines."""
    return len(row.cells) == 1 and row.cells[0].is_figure and row.x0 >= figures


def _figures_start(rows: Sequence[Row], group: Sequence[int]) -> float:
    """Where the columns of figures begin."""
    behind = [cell.x0 for index in group for cell in rows[index].cells[1:] if cell.is_figure]
    return min(behind or [cell.x0 for index in group for cell in rows[index].cells if cell.is_figure])


def _may_stand_between(row: Row, left: float, right: float, figures: float) -> bool:
    if is_apart(row):
        return False
    heads = len(row.cells) > 2 and row.x0 > left + 0.5 * (figures - left)
    if row.wide or heads or (len(row.cells) > 2 and row.x1 > figures):
        return not is_head(row)
    if END_RE.search(row.text) and row.x1 - row.x0 > 0.5 * (right - left):
        return False
    return row.x0 < figures and row.x1 - row.x0 < WHOLE * (right - left)


def first_head(rows: Sequence[Row], group: Sequence[int], floor: int) -> int:
    """Index of the first row of a table's head."""
    first = at = group[0]
    figures = _figures_start(rows, group)
    stub = rows[first].cells[0]
    left, right = min(rows[index].x0 for index in group), max(rows[index].x1 for index in group)
    if stub.is_figure and at > floor and len(rows[at - 1].cells) == 1:  # the label of the first row
        left = min(left, rows[at - 1].x0)
    loose = False
    while at > floor and group[0] - at < MOST_HEADS:
        row, below = rows[at - 1], rows[at]
        staggered = below.middle - row.middle < STAGGERED * row.size
        over = row.cells[-1].x1 > figures and row.x0 > left + 0.5 * (figures - left)
        stands = at > 1 and (row.wide or over) and row.x1 <= right + row.size
        far = FAR if not stands else FAR_MANY if len(row.cells) >= MANY else FAR_HEADS
        if (gridded := in_one_grid(row, rows[group[0]])) or in_one_grid(row, below):
            far = FAR_GRID
        if below.y0 - row.y1 > far * row.size:
            loose = _is_loose_label(row, below, stub)
            if not loose:
                break
        scale = any(is_cut_unit(fold(row.text.strip()), fold(cell.text.strip())) for cell in below.cells)
        inside = at - 1 > floor and is_between_heads(rows[at - 2], row, below)
        # Thousands / of yen is no note above a table, nor is what stands between the rules of a column
        if is_apart(row) and not (staggered or scale or inside or gridded):
            break
        if _is_caption_with_unit(row, left, right):
            break
        at -= 1
        if loose and over and len(row.cells) < 2 and not is_head(row):
            break
        if (
            (row.wide or gridded)
            or (first == at + 1 and begins_columns(row, below, left))
            or _beside(row, stub)
            or _heads_columns(row, figures)
            or (over and row.x1 <= right + 2 * row.size and len(row.text) < 60)
        ):
            first = at
        elif (
            group[0] - at > MOST_LABELS or END_RE.search(row.text) or row.x1 - row.x0 > WHOLE * (right - left)
        ):
            break
    return first


def _is_loose_label(row: Row, below: Row, stub: Cell) -> bool:
    """Whether a line is a label of rows that stand far apart, as where the cells beside it hold blank paragraphs."""
    off = row.x0 - (below.x0 if len(below.cells) == 1 else stub.x0)
    if len(row.cells) > 1 or not -INDENTED < off / row.size < 1:
        return False
    return below.y0 - row.y1 < FAR_ROWS * max(row.size, below.size, stub.y1 - stub.y0)


def _is_caption_with_unit(row: Row, left: float, right: float) -> bool:
    """Whether a line is what a table is about and, over its last column, the unit."""
    return ends_in_unit(row) and row.x0 < left + row.size and row.x1 > right - row.size


def ends_in_unit(row: Row) -> bool:
    """Whether the last of the cells of a line is a unit for all below it: （単位：百万円）, (Millions of yen)."""
    if len(row.cells) < 2:
        return False
    unit = fold(row.cells[-1].text.strip())
    return unit[:1] == "(" and unit[-1] == ")" and UNIT_NOTE_RE.match(unit) is not None and "%" not in unit


def _ends_label(rows: Sequence[Row], group: Sequence[int], at: int) -> bool:
    """Whether a line is the rest of the label of the last row: between its rules, or nearer to it than rows are."""
    row, above = rows[at], rows[at - 1]
    if above.cells[0].is_figure and _is_unit_of_label(rows, at):
        return True
    steps = [rows[b].middle - rows[a].middle for a, b in pairwise(group) if b == a + 1]
    led = len(steps) > 2 and row.middle - above.middle < median(steps) / CLOSER  # much room between lines
    if len(row.cells) > 1 or is_apart(row):
        return False
    cell, label = row.cells[0], rows[group[-1]].cells[0]
    boxed = _beside(row, label)
    if row.y0 - above.y1 > (FAR if boxed else 1) * row.size and not led:
        return False
    if label.is_figure and at - 2 >= 0:
        label = rows[at - 2].cells[0]
    lines = [label.text, *(rows[line].text for line in range(group[-1] + 1, at))]
    words = lines[0] if label is not rows[group[-1]].cells[0] else " ".join(line.strip() for line in lines)
    if _beside(row, label) or goes_on(fold(words.strip()), fold(row.text.strip())):
        return True
    if row.y0 - above.y1 > row.size or cell.left is not None or abs(cell.x0 - label.x0) > 2 * row.size:
        return False
    if above.cells[0].is_figure and at - 2 >= 0 and len(rows[at - 2].cells) == 1:
        return max(above.middle - rows[at - 2].middle, row.middle - above.middle) < CENTRED * row.size
    return len(steps) > 2 and row.middle - above.middle < CLOSER * median(steps)


def _beside(row: Row, stub: Cell) -> bool:
    """Whether a line stands between the same two rules as the labels of a table."""
    cell = row.cells[0]
    if cell.left is None or cell.right is None or stub.left is None or stub.right is None:
        return False
    return abs(cell.left - stub.left) < 2 and abs(cell.right - stub.right) < 2


def _heads_columns(row: Row, figures: float) -> bool:
    """Whether the cells of a row without wide gaps stand over columns."""
    if len(row.cells) < 2 or row.cells[-1].x1 < figures or END_RE.search(row.text):
        return False
    return len(row.cells) >= MANY or max(len(cell.text) for cell in row.cells) <= 45


def _last(rows: Sequence[Row], group: Sequence[int]) -> int:
    """End of a table: rows of cells without figures right below it, labels where the page ends below them."""
    at = group[-1] + 1
    while at < len(rows) and rows[at].wide and not is_head(rows[at]) and not is_apart(rows[at]):
        if rows[at].y0 - rows[at - 1].y1 > rows[at].size:
            break
        at += 1
    while at < len(rows) and (_ends_label(rows, group, at) or completes(rows[at - 1], rows[at])):
        at += 1
    end = at
    figures = _figures_start(rows, group)
    left, right = min(rows[index].x0 for index in group), max(rows[index].x1 for index in group)
    while end < len(rows) and rows[end].y0 - rows[end - 1].y1 < 0.8 * rows[end].size:
        if end == len(rows) - 1 and PAGE_RE.fullmatch(rows[end].text.strip()):
            break
        if rows[end].wide or not _may_stand_between(rows[end], left, right, figures):
            return at
        end += 1
    return end if end - at <= MOST_BETWEEN and len(rows) - end <= FEET else at
