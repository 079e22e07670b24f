"""Text files of the corpus to blocks: headings, paragraphs, items of lists, captions and tables.

The reading is meant for the corpus alone, whose layouts are known: tables of tabs, of pipes and of blanks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

CORPUS = Path(__file__).parent.parent.parent / "corpus"
DOCUMENTS = tuple(sorted(path.parent.name for path in CORPUS.glob("*/gold.json")))

TAGS_RE = re.compile(r"</?[ib]>|\*\*")
RULE_RE = re.compile(r"\|(?:-+\|)+")
CELL = r"[(△▲]?[\d,]+(?:\.\d+)?%?\)?%?|-|N/A"
FIGURE_RE = re.compile(rf"\s*(?:{CELL}|[\d.,]+(?:株|円))\s*")
DATE = r"[A-Z][a-z]+ \d{1,2}, \d{4}"
HEAD_RE = re.compile(rf"{DATE}|\dQ\d\d|USD \(1\)|JPY|(?:YoY|QoQ)(?: %)?|%")
ENGLISH_HEAD_RE = re.compile(rf"(?:(?:{HEAD_RE.pattern})(?: |$)){{2,}}")
ENGLISH_ROW_RE = re.compile(rf"(?P<label>\D.*?)(?P<cells>(?: (?:{CELL})){{3,}})")
ITEM_RE = re.compile(r"[-・] ?(?P<words>\S.*)", re.DOTALL)
HEADING_RE = re.compile(r"(?P<marks>#+) (?P<words>.*)")
CAPTION_RE = re.compile(r"表 ?\d+|Table \d+")
STUB_HEADS = ("", "項目", "Item")
WRAPPED_AT = 70
"""Columns of a page from which on a line of running text may be wrapped."""
ENDS = "。.:：）)”」"


@dataclass(frozen=True)
class Cell:
    """A cell of a table: what it shows, and how many columns it spans."""

    text: str
    columns: int = 1


@dataclass(frozen=True)
class Block:
    """A block of a document.

    Attributes:
        kind: ``heading``, ``paragraph``, ``item``, ``caption`` or ``table``.
        text: its words; of a table nothing.
        level: of a heading, from 1.
        rows: of a table, from top to bottom.
        heads: number of rows that are heads.
    """

    kind: str
    text: str = ""
    level: int = 0
    rows: tuple[tuple[Cell, ...], ...] = ()
    heads: int = 0

    @property
    def width(self) -> int:
        """Columns of a table."""
        return max(sum(cell.columns for cell in row) for row in self.rows)


@dataclass
class _Reading:
    blocks: list[Block] = field(default_factory=list)
    paragraph: list[str] = field(default_factory=list)
    table: list[list[str]] = field(default_factory=list)


def sources(name: str) -> list[Path]:
    """The texts of a document that are kept in other formats too: all but those of ``planted_arithmetic``."""
    return sorted(path for path in (CORPUS / name).glob("*.txt") if "arithmetic" not in path.stem)


def read_blocks(path: Path) -> list[Block]:
    """The blocks of a text file of the corpus."""
    lines = path.read_text(encoding="utf-8").split("\n")
    wrapped = max(map(_columns, lines)) <= 1.6 * WRAPPED_AT and not any("\t" in line for line in lines)
    reading = _Reading()
    for line in lines:
        if RULE_RE.fullmatch(line):
            continue
        fields = _fields(line)
        if fields:
            _end_paragraph(reading)
            reading.table.append(fields)
            continue
        pause = not line.strip()
        _end_table(reading)
        if pause or not wrapped or _begins(line, reading.paragraph):
            _end_paragraph(reading)
        if not pause:
            reading.paragraph.append(line.strip())
    _end_table(reading)
    _end_paragraph(reading)
    return _captions(reading.blocks)


def _fields(line: str) -> list[str]:
    """The fields of a row of a table; none of a line that is no row."""
    if line.startswith("|"):
        return _clean(line.strip("|").split("|"))
    if "\t" in line:
        return _clean(line.split("\t"))
    if line.startswith("  ") and line.strip():
        indent = (len(line) - len(line.lstrip()) - 2) // 2
        fields = re.split(r" {2,}", line.strip())
        head = all(re.fullmatch(r"\dQ\d\d|前.*比%?|\d{4}年\d+月期|USD \(1\)|JPY|%", each) for each in fields)
        return _clean(["", *fields] if head else ["\u3000" * indent + fields[0], *fields[1:]])
    if ENGLISH_HEAD_RE.fullmatch(line):
        return ["", *HEAD_RE.findall(line)]
    match = ENGLISH_ROW_RE.fullmatch(line)
    if match:
        return [match["label"], *match["cells"].split()]
    if re.fullmatch(r"(?:Revenues|Hosting services|Costs and expenses):|ASSETS|LIABILITIES AND .*", line):
        return [line]
    return []


def _clean(fields: Sequence[str]) -> list[str]:
    return [TAGS_RE.sub("", each).strip(" ") for each in fields]


def _begins(line: str, before: Sequence[str]) -> bool:
    """Whether a line begins a paragraph where lines are wrapped."""
    return (
        not before
        or _columns(before[-1]) < WRAPPED_AT
        or ITEM_RE.fullmatch(line) is not None
        or before[-1].endswith("。")
    )


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def _end_paragraph(reading: _Reading) -> None:
    if not reading.paragraph:
        return
    text = reading.paragraph[0]
    for line in reading.paragraph[1:]:
        wide = unicodedata.east_asian_width(text[-1]) in "WF" or unicodedata.east_asian_width(line[0]) in "WF"
        text += line if wide else f" {line}"
    reading.paragraph = []
    text = TAGS_RE.sub("", text)
    heading, item = HEADING_RE.fullmatch(text), ITEM_RE.fullmatch(text)
    if heading:
        reading.blocks.append(Block("heading", heading["words"], len(heading["marks"])))
    elif item and not text.endswith("-") and len(text) > 20:
        reading.blocks.append(Block("item", item["words"]))
    elif len(text) < 60 and not text.endswith(tuple(ENDS)) and not re.search(r"[@、，]|\d{3}", text):
        reading.blocks.append(Block("heading", text, 2))
    else:
        reading.blocks.append(Block("paragraph", text))


def _end_table(reading: _Reading) -> None:
    rows, reading.table = reading.table, []
    if not rows:
        return
    width = max(map(len, rows))
    heads = next((at for at, row in enumerate(rows) if row[0].strip() not in STUB_HEADS), len(rows))
    made: list[tuple[Cell, ...]] = []
    for row in rows[:heads]:
        made.append(tuple(_head(row, rows[:heads], width, _starts(made[-1] if made else ()))))
    made += [tuple(_body(row, made[-1] if made else (), width)) for row in rows[heads:]]
    reading.blocks.append(Block("table", rows=tuple(made), heads=heads))


def _starts(row: Sequence[Cell]) -> frozenset[int]:
    """Columns that the cells of a row begin in."""
    return frozenset(sum(cell.columns for cell in row[:at]) for at in range(len(row)))


def _head(
    row: Sequence[str], heads: Sequence[Sequence[str]], width: int, bounds: frozenset[int]
) -> Iterator[Cell]:
    """A row of heads: a head spans the empty cells behind it, up to where a head above it ends."""
    if len(row) < width and len(heads) > 1:
        yield from _spread(row, heads[-1])
        return
    cells = [*row, *[""] * (width - len(row))]
    last = heads[-1] if heads[-1] is not row else None
    at = 1
    yield Cell(cells[0])
    while at < width:
        end = at + 1
        while end < width and not cells[end] and end not in bounds and last is not None:
            end += 1
        yield Cell(cells[at], end - at)
        at = end


def _spread(row: Sequence[str], below: Sequence[str]) -> Iterator[Cell]:
    """Heads of a table of blanks over those below: every one from a currency to the next one's."""
    starts = [
        at for at, name in enumerate(below) if name in ("JPY", "USD (1)") and below[at - 1] != "USD (1)"
    ]
    yield Cell("")
    for name, start, end in zip(row[1:], starts, [*starts[1:], len(below)], strict=True):
        yield Cell(name, end - start)


def _body(row: Sequence[str], head: Sequence[Cell], width: int) -> Iterator[Cell]:
    """A row of the body; where cells of a table of blanks are missing, those that there are are amounts in yen."""
    cells = [*row]
    amounts = [at for at, cell in enumerate(head) if cell.text == "JPY"]
    if 1 < len(cells) < width and len(amounts) == len(cells) - 1:
        cells = [cells[0], *[""] * (width - 1)]
        for at, text in zip(amounts, row[1:], strict=True):
            cells[at] = text
    yield from map(Cell, [*cells, *[""] * (width - len(cells))])


def _captions(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with what stands right before a table, and names it, as its caption."""
    out = list(blocks)
    for at, block in enumerate(out[:-1]):
        if block.kind in ("heading", "paragraph") and (
            CAPTION_RE.match(block.text) or out[at + 1].kind == "table"
        ):
            out[at] = Block("caption", block.text, block.level)
    return out
