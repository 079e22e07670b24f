"""What optical recognition makes of a scanned page."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from .page import Damaged, Page, is_japanese
from .rows import Row, Table, captions, tables

GROUPED_RE = re.compile(r"[(△▲-]?\d{1,3}(?:,\d{3})+\)?")
DEBRIS = ("_", "-", "—", "·", "- -", "~", "'", ". ,", "―", "|")
OUTLINES = {"8": "0", "6": "0", "9": "07", "3": "02"}
"""Digits and the digits that a faint print of them is read as."""
LOOKALIKES = {"持": "特", "末": "未", "ー": "一", "ニ": "二", "カ": "力", "ロ": "口", "入": "人", "間": "問"}
JUNK = ("The state of the s", "世界", "省果", "_", "FH A", "Th sti f")


def damage(lines: Sequence[str], rng: random.Random) -> Damaged:
    """Dots for commas, split words, look-alikes, ghost rows, debris, torn cells, joined heads.

    Args:
        lines: the clean lines.
        rng: what decides.

    Returns:
        The damaged lines and the places of the clean ones; ghosts and debris have none.
    """
    page = Page()
    starts = {table.first: table for table in tables(lines)}
    above = {at for table in starts.values() for at in captions(lines, table)}
    at = 0
    while at < len(lines):
        table = starts.get(at)
        if table is None:
            page.add(prose(lines[at], at in above, rng), at)
            at += 1
            continue
        scan(page, lines, table, rng)
        at = table.last + 1
    return page.done()


def scan(page: Page, lines: Sequence[str], table: Table, rng: random.Random) -> None:
    """Print a table as recognition reads it."""
    cut = tear_at(table, rng)
    joined = table.heads[0] if table.heads and rng.random() < 0.3 else None
    for at in range(table.first, table.last + 1):
        row = table.rows.get(at)
        if row is None:
            page.add(lines[at], at)
            continue
        if at == joined:
            read = join_heads(row, rng)
        elif (near := neighbour(table, at, rng)) is not None and rng.random() < 0.15:
            read = row.but(label=words(row.label, rng), cells=blurred(near.cells, rng))
        else:
            read = row.but(label=words(row.label, rng), cells=figures(row, rng))
        page.add(torn_label(read, cut).write(), at)
        if (
            row.figures
            and row.label.strip()
            and row.style != "blanks"
            and len(row.figures) > 2
            and rng.random() < 0.05
        ):
            ghost = row.but(label=rng.choice((*JUNK, "", row.label[:1])), cells=blurred(row.cells, rng))
            page.add(torn_label(ghost, cut).write())
        if at < table.last and row.style != "pipes" and rng.random() < 0.04:
            page.add(rng.choice(DEBRIS) + ("\t" * rng.randrange(4) if row.style == "tabs" else ""))


def neighbour(table: Table, at: int, rng: random.Random) -> Row | None:
    """The row above or below a caption without cells, the ghost of which may stand beside the caption."""
    if not table.rows[at].is_section or table.rows[at].style != "tabs":
        return None
    near = [table.rows[n] for n in (at - 1, at + 1) if n in table.rows and len(table.rows[n].figures) > 2]
    return rng.choice(near) if near else None


def figures(row: Row, rng: random.Random) -> tuple[str, ...]:
    """The cells of a row with dots for commas, letters for digits, doubled brackets and a cell torn in two."""
    dotted = rng.random() < 0.15
    cells = list(row.cells)
    for n, cell in enumerate(row.cells):
        if not GROUPED_RE.fullmatch(cell):
            continue
        if dotted and rng.random() < 0.5:
            cells[n] = cell.replace(",", ".")
        elif rng.random() < 0.015 and "0" in cell[2:]:
            cells[n] = cell[:2] + cell[2:].replace("0", "O", 1)
        elif rng.random() < 0.01 and "1" in cell[1:]:
            cells[n] = cell[:1] + cell[1:].replace("1", "l", 1)
        elif rng.random() < 0.02 and cell.startswith("("):
            cells[n] = "(" + cell
        elif rng.random() < 0.08 and n and not row.cells[n - 1] and cell[0].isdigit() and row.style == "tabs":
            cells[n - 1], cells[n] = cell[0], cell[1:].lstrip(",")
            if cell[1] == ",":
                cells[n - 1], cells[n] = cell[:2], cell[2:]
    return tuple(cells)


def blurred(cells: Sequence[str], rng: random.Random) -> tuple[str, ...]:
    """Cells as a faint second print of them is read: other digits, some missing, some with a blank inside."""
    found = []
    for cell in cells:
        text = "".join(
            rng.choice(OUTLINES[char]) if char in OUTLINES and rng.random() < 0.6 else char for char in cell
        )
        if len(text) > 6 and rng.random() < 0.2:
            at = rng.randrange(2, len(text) - 1)
            text = text[:at] + " " + text[at:]
        found.append(text if rng.random() < 0.85 else "")
    return tuple(found)


def words(label: str, rng: random.Random) -> str:
    """A label with split words and look-alikes."""
    if re.search(r"合計$", label) and rng.random() < 0.3:
        return (label[:-2].rstrip() + " 合 計").strip() if rng.random() < 0.4 else label[:-1] + " 計"
    if rng.random() < 0.04:
        spots = [n for n, char in enumerate(label) if char in LOOKALIKES]
        if spots:
            n = rng.choice(spots)
            return label[:n] + LOOKALIKES[label[n]] + label[n + 1 :]
    long = list(re.finditer(r"[A-Za-z]{6,}", label))
    if long and rng.random() < 0.05:
        word = rng.choice(long)
        at = rng.randrange(word.start() + 2, word.end() - 1)
        return f"{label[:at]} {label[at:]}"
    return label


def tear_at(table: Table, rng: random.Random) -> int | None:
    """Where a wrong column line goes through the labels of a table, if one does."""
    labels = [row.label for row in table.rows.values() if row.style == "tabs"]
    longest = max(map(len, labels), default=0)
    return rng.randrange(6, longest - 2) if len(labels) > 4 and longest > 12 and rng.random() < 0.12 else None


def torn_label(row: Row, cut: int | None) -> Row:
    """A row whose label is parted by a wrong column line."""
    if cut is None:
        return row
    return row.but(label=row.label[:cut].rstrip(), cells=(row.label[cut:].strip(), *row.cells))


def join_heads(row: Row, rng: random.Random) -> Row:
    """A head row with two neighbouring heads in one cell."""
    pairs = [n for n in range(len(row.cells) - 1) if row.cells[n] and row.cells[n + 1]]
    if row.style == "blanks" or not pairs:
        return row
    n = rng.choice(pairs)
    cells = list(row.cells)
    cells[n : n + 2] = [f"{cells[n]} {cells[n + 1]}", ""]
    return row.but(cells=tuple(cells))


def prose(line: str, caption: bool, rng: random.Random) -> str:
    """A line outside of tables: look-alikes in captions, split or misread words in a few sentences."""
    if caption and rng.random() < 0.3:
        line = line.replace("JPY", "JPV", 1) if rng.random() < 0.5 else line.replace("千円", "干円", 1)
    if rng.random() < 0.06 and not is_japanese(line):
        line = re.sub(r"\b([A-Z])ll\b|\bIT\b", lambda match: match[0].replace("l", "I"), line)
        long = list(re.finditer(r"\b[a-z]{8,}\b", line))
        if long:
            word = rng.choice(long)
            line = f"{line[: word.start() + 4]} {line[word.start() + 4 :]}"
    elif rng.random() < 0.06 and "サービス" in line:
        line = line.replace("サービス", "サー·ビス", 1)
    return line
