"""Pieces of a page in another order than they are read: heads behind tables, labels and units over two lines."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from .page import WRAPPED, Damaged, Page, is_japanese, is_prose, width, wrap
from .rows import Row, Table, captions, tables

Line = tuple[str, tuple[int, ...]]
UNIT_END_RE = re.compile(r"(?:\d[億百]|JPY ?[\d,.]+|¥[\d,.]+|[\d,.]+\d%?)$")
NOTES = ("集計の方法は前期と同じ。", "The method of counting is the same as before.")
COMPANY_RE = {
    True: re.compile(r"^\s*(\S*株式会社\S*)(?:\s.*)?$", re.M),
    False: re.compile(r"^\s*([A-Z][\w .&-]{3,40}(?:Inc\.|Corp\.|Ltd\.|INC\.))", re.M),
}


def damage(lines: Sequence[str], rng: random.Random) -> Damaged:
    """Move and glue heads, move captions and bodies, wrap labels, break units, glue note marks, put in running heads.

    Args:
        lines: the clean lines.
        rng: what decides.

    Returns:
        The damaged lines and their places; running heads and footnotes have none.
    """
    body = pieces(lines, rng)
    companies = {
        ja: match[1] if (match := rule.search("\n".join(lines))) else "" for ja, rule in COMPANY_RE.items()
    }
    page = Page()
    number, left = 1, rng.randrange(34, 46)
    for n, (text, sources) in enumerate(body):
        if left <= 0 and n + 1 < len(body):
            number, left = number + 1, rng.randrange(34, 46)
            japanese = is_japanese("".join(line for line, _ in body[max(0, n - 4) : n + 1]))
            foot = rng.choice((f"- {number} -", str(number), f"Page {number}"))
            for extra in ("", companies[japanese], foot, ""):
                page.add(extra)
        page.add(text, *sources)
        left -= 1
    return page.done()


def pieces(lines: Sequence[str], rng: random.Random) -> list[Line]:
    """The lines of the document in their new order and shape."""
    found = {table.first: table for table in tables(lines)}
    plans, skipped = {}, set()
    for table in found.values():
        above = captions(lines, table)
        plan = rng.choices(("stay", "head", "glue", "caption", "later"), (4, 3, 3, 2, 2))[0]
        if plan == "caption" and above:
            skipped.update(above)
        plans[table.first] = plan, above
    out: list[Line] = []
    at = 0
    while at < len(lines):
        if at in found:
            plan, above = plans[at]
            moved = body(lines, found[at], plan, above, rng)
            at = found[at].last + 1
            if plan == "later":
                end = paragraph_after(lines, at)
                for n in range(at, end):
                    out += prose(lines[n], n, rng)
                moved = [("", ()), *moved] if end > at else moved
                at = end
            out += moved
            continue
        if at not in skipped:
            out += prose(lines[at], at, rng)
        at += 1
    return out


def paragraph_after(lines: Sequence[str], at: int) -> int:
    """Where the sentence that follows a table behind an empty line ends; `at` itself if none does."""
    start = next((n for n in range(at, len(lines)) if lines[n].strip()), at)
    if start >= len(lines) or not is_prose(lines[start]):
        return at
    return next((n for n in range(start, len(lines)) if not lines[n].strip()), len(lines))


def body(lines: Sequence[str], table: Table, plan: str, above: list[int], rng: random.Random) -> list[Line]:
    """The lines of a table under a plan for its heads or its caption."""
    heads = [
        at
        for at in table.heads[:1]
        if len(set(filter(None, table.rows[at].cells))) > 1 and lines[at][:1] != "|" and not table.is_grid
    ]
    behind: list[Line] = []
    if plan == "head" and heads:
        dated = re.search(r"年.*、|, \d{4}.* and ", "".join(lines[at] for at in above)) is not None
        behind = [
            ("", ()),
            (glued(table.rows[heads[0]], rng, jumbled=dated and rng.random() < 0.5), (heads[0],)),
        ]
    elif plan == "caption" and above:
        behind = [("", ()), *((lines[at], (at,)) for at in above)]
    out: list[Line] = []
    for at in range(table.first, table.last + 1):
        row = table.rows.get(at)
        if heads == [at] and plan == "head":
            continue
        if heads == [at] and plan == "glue":
            out.append((glued(row, rng, jumbled=False), (at,)))
        elif row is None or row.style == "pipes" or not row.figures:
            out.append((lines[at], (at,)))
        else:
            out += wrapped(row, at, rng)
    notes = [text for text, sources in out if not sources]
    out = [line for line in out if line[1]]
    return [*out, *behind, *([("", ())] if behind and notes else []), *((text, ()) for text in notes)]


def glued(row: Row, rng: random.Random, *, jumbled: bool) -> str:
    """The heads of a row in one text: one joint without a blank, in another order if `jumbled`."""
    heads = list(filter(None, row.cells))
    if jumbled:
        heads = [*heads[1:], heads[0]]
    joint = rng.randrange(len(heads) - 1)
    return "".join(head if n in (0, joint + 1) else " " + head for n, head in enumerate(heads))


def wrapped(row: Row, at: int, rng: random.Random) -> list[Line]:
    """A row, its label perhaps on two lines before or around its figures, or with a note mark glued to it."""
    label = row.label.strip()
    if re.fullmatch(r"[^\d()（）]{3,}", label) and rng.random() < 0.04:
        mark = str(rng.randrange(1, 7))
        note = f"{mark} {label}{'：' if is_japanese(label) else ': '}{NOTES[not is_japanese(label)]}"
        if row.style != "blanks" or rng.random() < 0.7:
            return [(row.but(label=row.label + mark).write(), (at,)), (note, ())]
        return [(label, (at,)), (f"{mark} {' '.join(row.cells)}", (at,)), (note, ())]
    if width(label) < 16 or rng.random() > 0.12:
        return [(row.write(), (at,))]
    blanks = [n for n, char in enumerate(label) if char == " " and 4 < n < len(label) - 4]
    middle = len(label) // 2
    cut = min(blanks, key=lambda n: abs(n - middle)) if blanks else middle
    if not blanks and not is_japanese(label):
        return [(row.write(), (at,))]
    first, second = label[:cut].rstrip(), label[cut:].strip()
    shape = rng.random()
    if shape < 0.6:
        return [(row.indent + first, (at,)), (row.but(label=second).write(), (at,))]
    if shape < 0.8:
        return [(row.but(label=first).write(), (at,)), (row.indent + second, (at,))]
    blank = "" if row.style == "tabs" else row.indent
    return [
        (row.indent + first, (at,)),
        (row.indent + second, (at,)),
        (blank + row.but(label="").write(), (at,)),
    ]


def prose(line: str, at: int, rng: random.Random) -> list[Line]:
    """A line of running text, wrapped so that a unit stands apart from its figure where the text has one."""
    if not is_prose(line) or width(line) <= WRAPPED or rng.random() < 0.3:
        return [(line, (at,))]
    columns = list(range(72, 104, 2))
    rng.shuffle(columns)
    best = max(
        (wrap(line, n) for n in columns),
        key=lambda lines: sum(bool(UNIT_END_RE.search(x)) for x in lines[:-1]),
    )
    return [(text, (at,)) for text in best]
