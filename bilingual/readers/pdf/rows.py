"""Rows: what stands on one baseline, in cells that wide gaps or drawn rules part."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter

from bilingual.readers.pdf.close_figures import (
    BLANK,
    DASHES,
    SIGNED_RE,
    SIGNS,
    WHOLE_RE,
    WIDE_NIL_RE,
    are_two,
    cut_figures,
    figure_of,
    is_at_edge,
    is_cut,
    is_empty_cell,
    is_in_brackets,
    is_signed_alone,
    part_of,
    with_signs_apart,
)
from bilingual.readers.pdf.fragments import WIDE, Fragment, is_figure, is_page_number
from bilingual.readers.pdf.grid import Grid
from bilingual.readers.pdf.page import Numbers, Rules
from bilingual.readers.pdf.spread import are_letters, are_of_date, spread_labels
from bilingual.readers.pdf.wording import AMOUNT_UNIT_RE, is_cut_date, is_unit_rest
from bilingual.text.normalize import fold

SAME_ROW = 0.38
"""Distance of the middles of two fragments on one baseline, as a share of the higher one."""
LEVEL = 0.95
"""Rows of a table stand at least as many heights from each other."""
APART = 0.55
"""Gap that parts two texts of one row of cells."""
SPREAD = 2.2
"""The same between single characters of a label that is spread out."""
TIGHT = 0.42
"""Gap that parts a figure from what stands beside it in a row of cells."""
_LATIN_RE = re.compile(r"[A-Za-z][A-Za-z'’,.-]*")
FEWEST_BLANKS, WIDER = 12, 1.12
"""Gaps between Latin words that show how wide a blank is, and how much wider the gap beside a figure has to be."""
WIDE_BLANK = 0.8
"""The same between two Japanese characters."""
OVER = 0.5
"""Heights by which words and a figure lie over each other that are no cell."""
BULLET_RE = re.compile(
    r"[・･•●○◆◇■□▪※*\-–—]|\(?[0-9０-９a-zA-Zア-ン]{1,3}[.)．）]|[（(][0-9０-９]{1,2}[)）]|[①-⑳]"
)
MARK_RE = re.compile(r"[(（](?:注|\*|※)?\s?\d{1,2}[)）]")
"""A note mark in brackets, which goes with the words before it."""
FROM_RE = re.compile(r"^[（(]?\s*[自至]$")
UNTIL_RE = re.compile(r"^至(?:\s|\d|$)")
"""The words before the first and the last day of a term, with a wide blank: （自　2024年４月１日　至　2025年３月31日）."""
PER_CENT_RE = re.compile(r"[(（]?[%％][)）]?")
"""A head of its own where it stands several times in a row: amounts and per cents take turns."""
DATED_RE = re.compile(r"[(（].*[年月日][)）]")
"""A date in brackets, as heads of columns have it."""
DATE_END_RE = re.compile(r"日[)）]$")
HEAD_WORD_RE = re.compile(r"増減[額率]?|増減(?:額|率)?[(（][％%][)）]|対前.{0,6}[比率]")
"""The last line of a head that is a date, and the head of the column of changes beside it."""
SIZE, MIDDLE, LEFT = attrgetter("size"), attrgetter("middle"), attrgetter("x0")
KATAKANA_RE = re.compile(r"[ァ-ヺ]$")
CUT = 0.6
"""Heights between a word and its last letter in the line below at most."""
CJK_RE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


@dataclass(slots=True)
class Cell:
    """Fragments that belong together, from left to right; a wrapped cell has several lines of them."""

    lines: list[list[Fragment]]
    x0: float
    x1: float
    y0: float
    y1: float
    left: float | None = None
    """The rules on both sides of it."""
    right: float | None = None
    words: str | None = None
    """Its text once it was asked for, and whether that is a figure."""
    figure: bool | None = None
    spread: bool = False
    """It is a label whose letters are spread over its width."""

    @classmethod
    def of(cls, fragments: list[Fragment]) -> Cell:
        """A cell of one line."""
        only = fragments[0] if len(fragments) == 1 else figure_of(fragments)
        if only is not None:
            return cls([fragments], only.x0, only.x1, only.y0, only.y1)
        return cls(
            [fragments],
            fragments[0].x0,
            max(f.x1 for f in fragments),
            min(f.y0 for f in fragments),
            max(f.y1 for f in fragments),
        )

    @property
    def text(self) -> str:
        """Its words, as far as what they look like matters."""
        if self.words is None:
            if len(self.lines) == len(self.lines[0]) == 1:
                self.words = self.lines[0][0].text
            else:
                lines = [" ".join(fragment.text for fragment in line) for line in self.lines]
                self.words = lines[0]
                for line in lines[1:]:
                    wide = CJK_RE.match(self.words[-1:]) and CJK_RE.match(line)
                    self.words += line if wide or is_cut(self.words, line) else f" {line}"
            if self.spread or (self.words[1:2] == " " and are_letters(self.words.split())):
                self.words = self.words.replace(" ", "")
        return self.words

    def grow(self, below: Cell) -> None:
        """Take in the lines of a cell below it."""
        self.lines.extend(list(line) for line in below.lines)
        self.x0, self.x1 = min(self.x0, below.x0), max(self.x1, below.x1)
        self.y0, self.y1 = min(self.y0, below.y0), max(self.y1, below.y1)
        self.words = self.figure = None
        self.spread = self.spread or below.spread

    def copy(self) -> Cell:
        """The same cell, to be changed by itself."""
        lines = [list(line) for line in self.lines]
        return Cell(lines, self.x0, self.x1, self.y0, self.y1, self.left, self.right, spread=self.spread)

    @property
    def is_figure(self) -> bool:
        """Whether it holds a figure or a dash and nothing else."""
        if self.figure is None:
            self.figure = is_figure(self.text)
        return self.figure

    @property
    def middle(self) -> float:
        """Middle of its width."""
        return (self.x0 + self.x1) / 2

    @property
    def span(self) -> tuple[float, float]:
        """From the rule on its left to that on its right; its words where there are no rules."""
        return (self.x0 if self.left is None else self.left, self.x1 if self.right is None else self.right)


def joined(one: Cell, other: Cell) -> Cell:
    """Two cells that share a column, or a name."""
    fragments = [*one.lines[-1], *other.lines[0]]
    whole = Cell.of(fragments)
    whole.lines = [*one.lines[:-1], fragments, *other.lines[1:]]
    return whole


@dataclass(slots=True)
class Row:
    """Cells on one baseline."""

    cells: list[Cell]
    wide: bool
    y0: float = field(init=False)
    y1: float = field(init=False)
    size: float = field(init=False)
    x0: float = field(init=False)
    x1: float = field(init=False)
    middle: float = field(init=False)
    figures: int = field(init=False)
    """Number of cells with figures after the first cell, which may be a label."""
    ruled: bool = field(default=False, init=False)
    """Whether it stands between two rules that cross all of it."""

    def __post_init__(self) -> None:
        cells = self.cells
        tallest = max([f for cell in cells for f in cell.lines[0]], key=SIZE)
        self.y0, self.y1, self.size = tallest.y0, tallest.y1, tallest.size
        self.x0, self.x1 = cells[0].x0, max([cell.x1 for cell in cells])
        self.middle = (self.y0 + self.y1) / 2
        self.figures = sum(cell.is_figure for cell in cells) if len(cells) > 1 else 0

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(cell.text for cell in self.cells)


def completes(row: Row, below: Row) -> bool:
    """Whether a row holds the ends of figures or dates that narrow cells cut."""
    return any(
        is_cut(a.text, b.text) or is_cut_date(fold(a.text), fold(b.text)) or is_unit_of(a, b)
        for a in row.cells
        for b in below.cells
        if a.x0 < b.x1 and b.x0 < a.x1
    )


def is_unit_of(figure: Cell, unit: Cell) -> bool:
    """Whether a cell holds the unit of the figure right above it: 54,048,890 / shares."""
    if not figure.is_figure or unit.is_figure or unit.y0 - figure.y1 > CUT * (figure.y1 - figure.y0):
        return False
    return WHOLE_RE.fullmatch(fold(figure.text)) is not None and is_unit_rest(fold(unit.text.strip()))


def find_rows(fragments: Iterable[Fragment], rules: Rules, boxes: Numbers) -> list[Row]:
    """Rows of a page or of one of its columns, from top to bottom; ``boxes`` are those of all characters of the page."""
    grid = Grid(rules.vertical)
    whole = (
        [part for fragment in fragments for part in _cut_at_rules(fragment, grid, boxes)]
        if rules.vertical
        else fragments
    )
    rows = []
    lines = _baselines(whole)
    tight = _tight(lines)
    for line in lines:
        parts = [part for fragment in line for part in cut_figures(fragment, boxes)]
        parts.sort(key=LEFT)
        parts = with_signs_apart(parts, boxes)
        over = _words_over_figures(parts)
        if over:
            rows.append(_row(over, grid, tight))
            parts = [part for part in parts if part not in over]
        rows.append(_row(parts, grid, tight))
    return _levelled(_with_cut_words(rows))


def _words_over_figures(line: Sequence[Fragment]) -> list[Fragment]:
    """Words that a figure is printed over: the last line of a head that has no room above its column."""
    found = []
    for one, other in pairwise(line):
        if other.x0 < one.x1 - OVER * one.size and one.is_figure != other.is_figure:
            found.append(other if one.is_figure else one)
    return found


def _with_cut_words(rows: Sequence[Row]) -> list[Row]:
    """Rows in which the last letter of a word that a narrow cell cuts (キャッシュ・フロ above ー) is no dash."""
    found = list(rows[:1])
    for above, row in pairwise(rows):
        cut = [cell for cell in row.cells if cell.text == "ー" and _ends_word(above, cell)]
        for cell in cut:
            cell.figure = False
        found.append(Row(row.cells, row.wide) if cut else row)
    return found


def _ends_word(above: Row, cell: Cell) -> bool:
    """Whether a letter stands right below a word of katakana."""
    if cell.y0 - above.y1 > CUT * above.size:
        return False
    return any(
        KATAKANA_RE.search(over.text) and over.x0 < cell.x1 and cell.x0 < over.x1 for over in above.cells
    )


def _levelled(rows: Sequence[Row]) -> list[Row]:
    """Rows with figures that stand a little below or above their label, as in high cells of a sheet, in one."""
    found: list[Row] = []
    for at, row in enumerate(rows):
        above = found[-1] if found else None
        if above is None or not _is_level(above, row):
            found.append(row)
        elif at + 1 < len(rows) and _is_near(row, rows[at + 1]) and not _has_figures(rows, at + 1):
            found.append(row)  # the middle one of three: figures centred beside a label of two lines
        elif len(found) > 1 and len(found[-2].cells) == 1 and _is_near(found[-2], above):
            found.append(row)
        else:
            found[-1] = Row(sorted([*above.cells, *row.cells], key=lambda cell: cell.x0), wide=True)
            found[-1].y0, found[-1].y1 = min(above.y0, row.y0), max(above.y1, row.y1)
    return found


def _is_level(above: Row, row: Row) -> bool:
    """Whether one row is a label, the other figures right of it, and both are too near to be rows of their own."""
    label, figures = (row, above) if above.cells[0].is_figure else (above, row)
    if len(label.cells) > 1 or label.cells[0].is_figure or not all(cell.is_figure for cell in figures.cells):
        return False
    return label.x1 < figures.x0 and _is_near(above, row)


def _has_figures(rows: Sequence[Row], at: int) -> bool:
    """Whether a label has figures of its own below it."""
    label = not rows[at].cells[0].is_figure
    return label and at + 1 < len(rows) and _is_level(rows[at], rows[at + 1])


def _is_near(above: Row, row: Row) -> bool:
    return row.middle - above.middle < LEVEL * max(above.size, row.size)


def _baselines(fragments: Iterable[Fragment]) -> list[list[Fragment]]:
    lines: list[list[Fragment]] = []
    middles: list[tuple[float, float]] = []
    for fragment in sorted(fragments, key=MIDDLE):
        if lines:
            middle, size = middles[-1]
            if abs(fragment.middle - middle) < SAME_ROW * max(size, fragment.size):
                lines[-1].append(fragment)
                if fragment.size > size:
                    middles[-1] = (fragment.middle, fragment.size)
                continue
        lines.append([fragment])
        middles.append((fragment.middle, fragment.size))
    return lines


def _tight(lines: Iterable[Sequence[Fragment]]) -> float:
    """Gap that parts a figure from what stands beside it: no blank between words is as wide, also where all letters have one width."""
    gaps = sorted(
        (fragment.x0 - before.x1) / fragment.size
        for line in lines
        for before, fragment in pairwise(sorted(line, key=LEFT))
        if _LATIN_RE.fullmatch(before.text) and _LATIN_RE.fullmatch(fragment.text)
    )
    words = [gap for gap in gaps if 0 < gap < APART]
    if len(words) < FEWEST_BLANKS:
        return TIGHT
    return min(max(TIGHT, WIDER * words[len(words) // 2]), APART)


def _cut_at_rules(fragment: Fragment, grid: Grid, boxes: Numbers) -> list[Fragment]:
    """Parts of a fragment that vertical rules part."""
    left, right = fragment.x0 + 2, fragment.x1 - 2
    if right <= left or not (cuts := grid.between(left, right, fragment.middle)):
        return [fragment]
    parts: list[Fragment] = []
    start = fragment.first
    slot = None
    for at in range(fragment.first, fragment.last):
        here = bisect_left(cuts, float(boxes[at, 0] + boxes[at, 2]) / 2)
        if slot is not None and here != slot:
            parts.append(part_of(fragment, start, at, boxes))
            start = at
        slot = here
    parts.append(part_of(fragment, start, fragment.last, boxes))
    return [part for part in parts if part.text.strip()]


def _row(line: list[Fragment], grid: Grid, tight: float) -> Row:
    if len(line) == 1 or is_page_number(line):
        return Row(_between_rules([line], grid), wide=False)
    cells: list[list[Fragment]] = [[line[0]]]
    wide = ruled = dated = False
    size = max(map(SIZE, line))
    units = sum(map(_is_per_cent, line))

    def around(fragment: Fragment) -> tuple[float | None, float | None]:
        return grid.around(fragment.x0, fragment.x1, fragment.middle)

    spread = {at: at > first for first, end in spread_labels(line, around) for at in range(first, end)}
    for at, (before, fragment) in enumerate(pairwise(line), start=1):
        gap = fragment.x0 - before.x1
        parted = bool(grid.between(before.x1 - 1, fragment.x0 + 1, fragment.middle))
        marked = at == 1 and BULLET_RE.fullmatch(before.text) is not None
        wide = wide or (gap > WIDE * size and not marked)
        ruled = ruled or parted
        apart = not spread[at] if at in spread else _parts(gap, size, (before, fragment), units, tight)
        apart = apart or (fragment.behind and before.is_figure)
        apart = apart or (fragment.text in SIGNS and is_at_edge(line, at))
        apart = apart and not (before.text in SIGNS and fragment.is_figure)
        apart = apart and not (before.text in DASHES and is_signed_alone(line, at, around))
        apart = apart and not (marked and gap < SPREAD * size and not fragment.is_figure)
        if apart and are_of_date(before.text, fragment.text):
            apart = None in around(fragment) or around(before) != around(fragment)
            dated = dated or not apart
        if (parted or apart) and not is_in_brackets(line, at):
            cells.append([fragment])
        else:
            cells[-1].append(fragment)
    made = _between_rules(cells, grid)
    made[0].spread = made[0].spread or dated
    return Row(made, wide or ruled)


def _between_rules(cells: Iterable[list[Fragment]], grid: Grid) -> list[Cell]:
    """Cells of one line, with the rules on both sides of each."""
    made = [Cell.of(cell) for cell in cells]
    for cell in made:
        cell.left, cell.right = grid.around(cell.x0, cell.x1, (cell.y0 + cell.y1) / 2)
    return made


def _is_per_cent(fragment: Fragment) -> bool:
    return len(fragment.text) < 4 and PER_CENT_RE.fullmatch(fragment.text) is not None


def _parts(gap: float, size: float, beside: tuple[Fragment, Fragment], units: int, tight: float) -> bool:
    """Whether a gap parts two cells; only where it is neither wide nor narrow it matters what stands beside it."""
    if gap > SPREAD * size:
        return True
    before, fragment = beside
    if is_empty_cell(fragment.text, before.text):
        return True
    if before.is_figure and fragment.is_figure and are_two(before.text, fragment.text):
        if SIGNED_RE.match(fragment.text):
            return True
        return gap > (BLANK * size if WIDE_NIL_RE.fullmatch(before.text) else -BLANK * size)
    return gap > BLANK * size and gap > _most(*beside, units, tight) * size


def _most(before: Fragment, fragment: Fragment, units: int, tight: float) -> float:
    """Most gap, in heights, between two fragments of one cell.

    Args:
        before: the left one.
        fragment: the right one.
        units: how often the row says per cent alone.
        tight: the same gap between a figure and what stands beside it.
    """
    turn = _is_per_cent(fragment) or (_is_per_cent(before) and AMOUNT_UNIT_RE.fullmatch(fragment.text))
    if units > 1 and turn:
        return BLANK
    if DATED_RE.fullmatch(before.text) and DATED_RE.fullmatch(fragment.text):
        return BLANK
    if DATE_END_RE.search(before.text) and HEAD_WORD_RE.fullmatch(fragment.text):
        return BLANK
    if before.is_figure or (fragment.is_figure and not MARK_RE.fullmatch(fragment.text)):
        return tight
    if FROM_RE.search(before.text) or (UNTIL_RE.match(fragment.text) and before.text.endswith("日")):
        return SPREAD
    if (
        len(before.text) == len(fragment.text) == 1
        and before.text != fragment.text
        and CJK_RE.match(before.text)
        and CJK_RE.match(fragment.text)
    ):
        return SPREAD
    return APART
