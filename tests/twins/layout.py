"""Text as `pdftotext -layout` prints it: tables as grids of blanks, wrapped prose, pages."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from .page import WRAPPED, Damaged, Page, is_prose, width, wrap
from .rows import NUMBER_RE, Row, Table, placed, tables

UNIT_RE = re.compile(
    r"\s*[(（](?:単位|百万円|億円|千|社|名|Unit|JPY|Millions|Thousands|Billions|Expressed).{0,40}[)）]\s*"
)


def damage(lines: Sequence[str], rng: random.Random) -> Damaged:
    """Set tables as grids with figures at their right edges, wrap prose at the page width, foot the pages.

    Args:
        lines: the clean lines.
        rng: what decides.

    Returns:
        The damaged lines and their places; page numbers and the rules under heads of pipes have none.
    """
    columns = rng.choice((84, 92, 100))
    hang, gap = rng.random() < 0.5, rng.choice((2, 3, 5))
    found = {table.first: table for table in tables(lines) if not table.is_grid}
    body: list[tuple[str, tuple[int, ...]]] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if at in found:
            body += grid(found[at], hang=hang, gap=gap, rng=rng)
            at = found[at].last + 1
            continue
        if UNIT_RE.fullmatch(line):
            body.append((" " * max(0, columns - width(line.strip())) + line.strip(), (at,)))
        elif is_prose(line) and width(line) > WRAPPED:
            indent = "  " if line.lstrip().startswith(("-", "・")) else ""
            body += [(text, (at,)) for text in wrap(line, columns, indent)]
        else:
            body.append((line, (at,)))
        at += 1
    return paged(body, columns, rng)


def paged(body: Sequence[tuple[str, tuple[int, ...]]], columns: int, rng: random.Random) -> Damaged:
    """The lines on pages of some fifty lines with a number at the foot and a form feed before the next."""
    page = Page()
    number, left, feed = 1, rng.randrange(44, 58), ""
    style = rng.choice(("{}", "- {} -", "{}"))
    for text, sources in body:
        page.add(feed + text, *sources)
        feed = ""
        left -= 1
        if left <= 0:
            foot = style.format(number)
            for extra in ("", "", " " * ((columns - len(foot)) // 2) + foot):
                page.add(extra)
            number, left, feed = number + 1, rng.randrange(44, 58), "\f"
    return page.done()


def _column_width(full: dict[int, list[str]], heads: set[int], n: int, *, bracket: bool) -> int:
    """The width of a column: of its cells, with room for a bracket that hangs, and of the longest word of its heads."""
    body = [width(row[n]) + (bracket and row[n][-1:] != ")") for at, row in full.items() if at not in heads]
    words = [word for at in heads if at in full for word in words_of(full[at], n)]
    return max(4, *body, *map(width, words))


def grid(table: Table, *, hang: bool, gap: int, rng: random.Random) -> list[tuple[str, tuple[int, ...]]]:
    """A table in blanks.

    Args:
        table: the table.
        hang: whether a closing bracket stands to the right of the digits above it.
        gap: blanks between columns at the least.
        rng: what decides how a long label is broken.

    Returns:
        Lines with the indexes of the clean lines they print.
    """
    cells = {at: placed(table, row) for at, row in table.rows.items()}
    heads = set(table.heads)
    full = {at: row for at, row in cells.items() if len(row) == table.columns}
    numeric = [column_is_numeric(table, full, n) for n in range(table.columns)]
    brackets = [hang and any(row[n].endswith(")") for row in full.values()) for n in range(table.columns)]
    widths = [_column_width(full, heads, n, bracket=brackets[n]) for n in range(table.columns)]
    stub = min(46, max(width(row.label.strip()) + 2 * depth(row) for row in table.rows.values()))
    out: list[tuple[str, tuple[int, ...]]] = []
    for at, row in table.rows.items():
        label = "  " * depth(row) + row.label.strip().replace("**", "")
        if at in heads and at in full:
            out += [(text, (at,)) for text in head_lines(label, full[at], stub, widths, gap)]
            continue
        pieces = wrap(label, stub, "  " * depth(row)) if width(label) > stub else [label]
        values = cells[at] if at in full else None
        if values is None:
            figures = (" " * gap).join(row.cells)
            line = pad(pieces[-1], stub) + " " * gap + figures
        else:
            line = pad(pieces[-1], stub) + "".join(
                " " * gap + (right if numeric[n] else left)(cell, widths[n], brackets[n])
                for n, cell in enumerate(values)
            )
        out += [(text, (at,)) for text in pieces[:-1]]
        out.append((line.rstrip(), (at,)))
        if row.figures and re.search(r"合計$|^Total", row.label) and rng.random() < 0.3:
            out.append(("", ()))
    return out


def depth(row: Row) -> int:
    """Steps of indentation of a label."""
    return 1 if re.match(r"うち|of which", row.label) else len(row.indent) // 2


def column_is_numeric(table: Table, full: dict[int, tuple[str, ...]], n: int) -> bool:
    """Whether most cells of a column are numbers."""
    texts = [row[n] for at, row in full.items() if at not in table.heads and row[n] not in ("", "-")]
    return sum(NUMBER_RE.fullmatch(text) is not None for text in texts) * 2 >= len(texts)


def words_of(cells: tuple[str, ...], n: int) -> list[str]:
    """The parts of a head that do not break, where it stands over one column alone."""
    wide = n + 1 < len(cells) and not cells[n + 1]
    if not wide and width(cells[n]) <= 16:
        return [cells[n]]
    return [] if wide else re.findall(r"[!-~]+(?: \d{4}| \(\d\))?|[^!-~\s]{1,8}", cells[n])


def head_lines(label: str, cells: tuple[str, ...], stub: int, widths: Sequence[int], gap: int) -> list[str]:
    """The lines of a head row: a head centred over the columns up to the next head, broken where it is too wide."""
    spans = []
    for n, cell in enumerate(cells):
        if not cell:
            continue
        end = next((m for m in range(n + 1, len(cells)) if cells[m]), len(cells))
        start = stub + sum(widths[:n]) + gap * (n + 1)
        span = sum(widths[n:end]) + gap * (end - n - 1)
        spans.append((start, span, wrap(cell, max(span, 6)) if width(cell) > span else [cell]))
    rows = max((len(pieces) for _, _, pieces in spans), default=1)
    out = []
    for k in range(rows):
        line = pad(label if k == rows - 1 else "", 0)
        for start, span, pieces in spans:
            index = k - (rows - len(pieces))
            if index >= 0:
                text = pieces[index]
                line = pad(line, start + max(0, span - width(text)) // 2) + text
        out.append(line)
    return out


def pad(text: str, columns: int) -> str:
    """A text filled with blanks up to a number of columns; one blank stands behind a text that is too long."""
    return text + " " * max(columns - width(text), 1 if columns and text and columns <= width(text) else 0)


def right(cell: str, columns: int, bracket: bool) -> str:
    """A figure at the right edge of its column, or one blank before it where brackets hang over."""
    text = cell + " " if bracket and cell and not cell.endswith(")") else cell
    return " " * max(columns - width(text), 0) + text


def left(cell: str, columns: int, bracket: bool) -> str:
    """A text at the left edge of its column."""
    return cell + " " * max(columns - width(cell), 0)
