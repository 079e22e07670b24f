"""Tables of clean lines: rows with labels and cells, however their columns are parted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

CELL = r"(?:[(△▲-]?\d(?:[\d,.]*\d)?%?\)?|-|N/A|n/a)"
FIGURES_RE = re.compile(rf"^(?P<label>.*?)(?P<cells>(?:(?:^|\s+){CELL}){{2,}})\s*$")
HEAD_RE = re.compile(r"USD \(1\)|(?:YoY|QoQ) %|[A-Z][a-z]+ \d+, \d{4}|\S+")
HEADS_RE = re.compile(
    r"^\s*(?:(?:USD \(1\)|(?:YoY|QoQ)(?: %)?|[A-Z][a-z]+ \d+, \d{4}|\dQ\d\d|JPY|%|前\S*比%?|\d{4}年\d+月期)(?:\s+|$)){2,}"
)
RULE_RE = re.compile(r"[|\s:-]+")
GRID_RE = re.compile(r"\S {3,}\S")
"""Blanks that set a cell under the cells above it."""
NUMBER_RE = re.compile(
    r"[(△▲−-]*\d[\d,.]*%?\)?(?:百万円|株| shares)?(?:\s*(?:～|-|to)\s*\d[\d,.]*(?:百万円)?)?"
)


@dataclass(frozen=True)
class Row:
    """A row: its label, its cells with the empty ones, what parts its columns (tabs, pipes, blanks), its indentation.

    `ends` are the right edges of the cells of a row that blanks set under others, `gap` the blanks that part all cells
    of a row where they are as many.
    """

    label: str
    cells: tuple[str, ...]
    style: str
    indent: str = ""
    ends: tuple[int, ...] = ()
    gap: str = ""

    @property
    def figures(self) -> tuple[str, ...]:
        """The cells that hold a number."""
        return tuple(cell for cell in self.cells if NUMBER_RE.fullmatch(cell))

    @property
    def is_head(self) -> bool:
        """Whether the row heads columns: cells, but no label and no plain numbers."""
        return not self.label.strip() and any(self.cells) and not self.figures

    @property
    def is_section(self) -> bool:
        """Whether the row is a caption without cells."""
        return bool(self.label.strip()) and not any(self.cells)

    def write(self) -> str:
        """The row as a line, its columns parted as they were."""
        if self.style == "pipes":
            return "| " + " | ".join([self.label, *self.cells]) + " |"
        if self.style == "tabs":
            return self.indent + "\t".join([self.label, *self.cells])
        if len(self.ends) == len(self.cells) > 0:
            return self._set()
        parts = [self.label, *filter(None, self.cells)]
        if self.gap:
            return self.indent + self.gap.join(part for part in parts if part)
        return self.indent + ("  " if self.indent else " ").join(part for part in parts if part)

    def _set(self) -> str:
        """The row with every cell at its right edge, at least two blanks from what stands before it."""
        line = self.indent + self.label
        for cell, end in zip(self.cells, self.ends, strict=True):
            if cell:
                line += " " * max(2 if line.strip() else 0, end - len(cell) - len(line)) + cell
        return line

    def but(self, **changes) -> Row:
        """The row with other fields."""
        return replace(self, **changes)


@dataclass(frozen=True)
class Table:
    """Lines from `first` to `last` (indexes from 0), and what each is read as; a rule of dashes is no row."""

    first: int
    last: int
    rows: dict[int, Row]

    @property
    def heads(self) -> list[int]:
        """Lines of the rows that head columns, above the first row with figures."""
        body = next((at for at, row in self.rows.items() if row.figures and row.label.strip()), self.last)
        return [at for at, row in self.rows.items() if row.is_head and at < body]

    @property
    def is_grid(self) -> bool:
        """Whether blanks set its cells under each other already."""
        return any(row.ends for row in self.rows.values())

    @property
    def columns(self) -> int:
        """Number of columns beside the label."""
        return max((len(row.cells) for row in self.rows.values()), default=0)


def style(line):
    """What parts the columns of a line, if it is a row of a table."""
    if "\t" in line:
        return "tabs"
    if line.startswith("|"):
        return "pipes"
    return "blanks" if FIGURES_RE.match(line) or HEADS_RE.match(line) else ""


def read_row(line, parted):
    """A line as a row; nothing for the rule under a head of pipes."""
    if parted == "tabs":
        label, *cells = line.split("\t")
        return Row(label, tuple(cell.strip() for cell in cells), parted)
    if parted == "pipes":
        if RULE_RE.fullmatch(line):
            return None
        label, *cells = (part.strip() for part in line.strip().removeprefix("|").removesuffix("|").split("|"))
        return Row(label, tuple(cells), parted)
    indent = line[: len(line) - len(line.lstrip())]
    if HEADS_RE.match(line):
        return Row("", tuple(HEAD_RE.findall(line)), parted, indent)
    match = FIGURES_RE.match(line)
    if match and match["label"].strip():
        cells = list(re.finditer(r"\S+", line[match.start("cells") :]))
        grid = GRID_RE.search(line.strip()) is not None
        gaps = set(re.findall(r" +", line[match.start("cells") :].strip())) | {
            line[len(match["label"].rstrip()) : match.start("cells") + cells[0].start()]
        }
        even = gaps.pop() if grid and len(gaps) == 1 else ""
        ends = tuple(match.start("cells") + cell.end() for cell in cells) if grid and not even else ()
        return Row(match["label"].strip(), tuple(cell[0] for cell in cells), parted, indent, ends, even)
    return Row(line.strip(), (), parted, indent)


def tables(lines: Sequence[str]) -> list[Table]:
    """All tables: runs of lines parted alike, with the captions between rows parted by blanks."""
    found, at = [], 0
    while at < len(lines):
        parted = style(lines[at])
        end = at
        while (
            parted
            and end + 1 < len(lines)
            and (style(lines[end + 1]) == parted or within(lines, end + 1, parted))
        ):
            end += 1
        rows = {n: row for n in range(at, end + 1) if (row := read_row(lines[n], parted))} if parted else {}
        if sum(len(row.figures) > 0 for row in rows.values()) >= 2:
            found.append(Table(at, end, rows))
        at = end + 1
    return found


def within(lines, at, parted):
    """Whether a line is a caption inside a table parted by blanks."""
    short = lines[at].strip() and len(lines[at].strip()) < 45 and not lines[at].rstrip().endswith((".", "。"))
    return parted == "blanks" and bool(short) and at + 1 < len(lines) and bool(lines[at + 1].strip())


def captions(lines: Sequence[str], table: Table) -> list[int]:
    """Lines of the title, the period and the unit that stand above a table, the nearest last."""
    found: list[int] = []
    blanks = 0
    for at in range(table.first - 1, -1, -1):
        text = lines[at].strip()
        if not text:
            blanks += 1
            continue
        if (
            blanks > 1 + len(found)
            or len(found) > 5
            or style(lines[at])
            or len(text) > 115
            or text.endswith(("。", "です"))
        ):
            break
        if re.fullmatch(r"[^(（].*[a-z]\.", text):
            break
        found.insert(0, at)
        if re.match(r"表|Table|#|[(（]?\d+[.)）]", text) or re.search(
            r"計算書|STATEMENTS|SHEET|^Consolidated", text
        ):
            break
    return found


def placed(table: Table, row: Row) -> tuple[str, ...]:
    """The cells of a row in the columns of its table, the blanks that a text of blanks does not print included.

    Short rows of such a text belong under the heads of amounts in yen; what cannot be told stays as it is.
    """
    if row.style != "blanks" or len(row.cells) in (0, table.columns):
        return row.cells
    heads = [table.rows[at] for at in table.heads if len(table.rows[at].cells) == table.columns]
    yen = [n for n, head in enumerate(heads[-1].cells) if head == "JPY"] if heads else []
    if len(yen) != len(row.cells):
        return row.cells
    if row.is_head:
        yen[0] = 0
    cells = [""] * table.columns
    for at, cell in zip(yen, row.cells, strict=True):
        cells[at] = cell
    return tuple(cells)
