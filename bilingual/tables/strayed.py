"""Numbered captions that a text layer moved away from their tables.

A page is often stored block by block, so that ``Table 5. Other revenue (JPY in millions)`` stands paragraphs above
its figures. A table without a numbered caption takes the one whose title is its own heading, else the one right behind
it; where one caption and one table are all that is left between two tables that have theirs, they belong together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bilingual.model.repair import Damage, Repair
from bilingual.tables import patterns as p
from bilingual.tables.block import Block
from bilingual.tables.lines import Line, LineKind

FARTHEST = 90
"""Lines between a caption and its table; a page has fewer."""
BEHIND = 3
"""Lines between a table and a caption that was stored behind it."""
FOOT = 6
"""Lines between them where the page ends in between."""
LONGEST_TITLE = 80
_TITLES = frozenset([LineKind.CAPTION, LineKind.NAME])
"""What a statement begins with: its title, the name of the company."""
_NUMBERED_RE = re.compile(r"[(（]?\d{1,2}[.)）](?!\d)[^.。]*$")
"""A heading with its number, and without a full stop at its end."""
_TITLE_RE = re.compile(r"[^\W\d_]+")
_SMALL = frozenset(["and", "the", "of", "for", "in"])
_BRACKETS_RE = re.compile(r"[(\[<【][^()\[\]<>【】]*[)\]>】]")


def adopt_captions(blocks: Sequence[Block], lines: Sequence[Line]) -> None:
    """Give tables without a numbered caption the captions that no table has; they join the head of the table."""
    _hand_back(blocks)
    _hand_on(blocks, lines)
    taken = {line.number for block in blocks for line in (*block.lines, *block.head.moved)}
    _adopt_heads(blocks, lines, taken)
    _adopt_units(blocks, lines, taken)
    free = [
        line
        for line in lines
        if line.kind is LineKind.CAPTION and line.number not in taken and p.TABLE_NUMBER_RE.match(line.text)
    ]
    if not free:
        return
    orphans = [
        block for block in blocks if not _numbered(block) and not block.continues and block.head.headers
    ]
    for block in orphans:
        titles = _titles(block, lines)
        named = [line for line in _before(block, free) if _title(line.text) in titles]
        if len(named) == 1:
            _adopt(block, named[0], free)
    orphans = [block for block in orphans if not block.head.moved]
    for number, block in enumerate(blocks):
        behind = _behind(block, blocks[number + 1 : number + 2], free, lines)
        if behind is not None and block in orphans:
            _adopt(block, behind, free)
            for line in _units_below(behind, lines, taken):
                _take_up(block, line)
                block.head.moved.append(line)
    for block in orphans:
        before = _before(block, free)
        if len(before) == 1 and not block.head.moved and _alone(block, before[0], blocks):
            _adopt(block, before[0], free)


def _hand_back(blocks: Sequence[Block]) -> None:
    """Give a table without caption the numbered one right behind it, where the next table has a title of its own."""
    for block, following in pairwise(blocks):
        captions = following.head.captions
        titles = [line for line in captions if line.kind in _TITLES]
        if _numbered(block) or block.continues or not block.head.headers or len(titles) < 2:
            continue
        first = titles[0]
        last = block.lines[-1].number
        if (
            first is captions[0]
            and last < first.number <= last + BEHIND
            and p.TABLE_NUMBER_RE.match(first.text)
        ):
            for line in (first, *_right_below(first, captions)):
                captions.remove(line)
                _take_up(block, line)
                block.head.moved.append(line)


def _hand_on(blocks: Sequence[Block], lines: Sequence[Line]) -> None:
    """Give every table the title right behind it where the last of a chain has one that heads nothing else.

    ``rows, Table 3, rows, Table 4``: the second rows have taken Table 3, and Table 4 is left. The same of titles that
    have no number but a unit: (1) Consolidated balance sheet, (Millions of yen).
    """
    heading = {line.number for block in blocks for line in block.lines}
    parts = _parts(blocks)
    at = 0
    while at < len(parts):
        chain = _chain(parts[at:], lines, heading)
        for (block, *_), (following, *_) in pairwise(chain):
            following.head.titled = False
            for line in _handed(following):
                following.head.captions.remove(line)
                _take_up(block, line)
                block.head.moved.append(line)
        at += max(1, len(chain))


def _parts(blocks: Sequence[Block]) -> list[list[Block]]:
    """Tables with the parts on other pages that go on with them."""
    parts: list[list[Block]] = []
    for block in blocks:
        if parts and block.continues:
            parts[-1].append(block)
        else:
            parts.append([block])
    return parts


def _chain(parts: Sequence[list[Block]], lines: Sequence[Line], heading: set[int]) -> list[list[Block]]:
    """The first table, if it lacks a title, and those below it that each took the title of the one above; else none."""
    chain = [parts[0]]
    if not _has_room(parts[0][0]):
        return []
    for part in parts[1:]:
        handed = _handed(part[0])
        if not handed or part[0].head.moved or not _is_close(lines, chain[-1][-1], handed[0]):
            break
        chain.append(part)
    last = chain[-1][-1]
    own = _title_behind(last, lines) or _number_behind(last, lines)
    return chain if len(chain) > 1 and own and own[0].number not in heading else []


def _handed(block: Block) -> list[Line]:
    """The lines at the top of the head of a table that may be the title of the one above."""
    captions = block.head.captions
    numbered = [line for line in captions if p.TABLE_NUMBER_RE.match(line.text)]
    if numbered:
        whole = len(numbered) == 1 and numbered[0] is captions[0]
        return [captions[0], *_right_below(captions[0], captions)] if whole else []
    kinds = [line.kind for line in captions[:2]]
    if kinds == [LineKind.LABEL, LineKind.UNIT] and len(captions) == 2 and block.head.headers:
        first, unit = captions  # a few words and their unit, with a gap below them and none between
        apart = unit.number == first.number + 1 < block.head.headers[0].number - 1
        return captions[:2] if apart and _is_title(first) else []
    return captions[:2] if kinds == [LineKind.CAPTION, LineKind.UNIT] else []


def _number_behind(block: Block, lines: Sequence[Line]) -> list[Line]:
    """The numbered caption that stands first behind a table."""
    last = block.lines[-1].number
    below = [line for line in _between(lines, last + 1, last + FOOT + 1) if line.kind is not LineKind.BLANK]
    return [line for line in below[:1] if p.TABLE_NUMBER_RE.match(line.text)]


def _has_room(block: Block) -> bool:
    """Whether a table with heads lacks both title and unit."""
    return _is_unnamed(block) and not block.head.moved and bool(block.head.headers)


def _is_unnamed(block: Block) -> bool:
    """Whether a table has neither a unit nor a caption; the heading of the section above it is none."""
    named = any(line.kind in (LineKind.UNIT, LineKind.CAPTION) for line in block.head.captions)
    return not named and not block.continues


def _right_below(caption: Line, others: Sequence[Line]) -> list[Line]:
    """The lines of units right below a caption, no line between: they go where it goes."""
    found: list[Line] = []
    for line in others:
        if line.kind is LineKind.UNIT and line.number == caption.number + len(found) + 1:
            found.append(line)
    return found


def _is_close(lines: Sequence[Line], block: Block, line: Line) -> bool:
    """Whether a line stands right behind a table, the foot of a page or the other language between them perhaps."""
    last = block.lines[-1].number
    if last < line.number <= last + BEHIND:
        return True
    between = _between(lines, last + 1, line.number)
    kinds = {other.kind for other in between}
    if not last < line.number <= last + FOOT:
        return False
    return kinds == {LineKind.BLANK, LineKind.FURNITURE} or (
        kinds <= {LineKind.BLANK} and len(between) < BEHIND
    )


def _title_behind(block: Block, lines: Sequence[Line]) -> list[Line]:
    """The title right behind a table, the periods it names and its unit; empty where something else stands there."""
    last = block.lines[-1].number
    below = [
        line
        for line in _between(lines, last + 1, last + 2 * FOOT + 1)
        if line.kind not in (LineKind.BLANK, LineKind.FURNITURE)
    ]
    days = next((n for n, line in enumerate(below[1:], 1) if line.kind is not LineKind.PERIOD), 1)
    if len(below) <= days or not _is_title(below[0]) or below[days].kind is not LineKind.UNIT:
        return []
    if not _is_close(lines, block, below[0]) or below[days].number > below[0].number + FOOT:
        return []
    return below[: days + 1]


def _adopt_units(blocks: Sequence[Block], lines: Sequence[Line], taken: set[int]) -> None:
    """Give a table without title and unit the title and the unit right behind it that head nothing."""
    for part in _parts(blocks):
        block = part[0]
        if not _is_unnamed(block) or any(line.kind is LineKind.UNIT for line in block.head.moved):
            continue
        below = _title_behind(part[-1], lines)
        if {line.number for line in below} & taken:
            continue
        for line in below:
            _take_up(block, line)
            block.head.moved.append(line)
            taken.add(line.number)


def _is_title(line: Line) -> bool:
    """Whether a line may be the title of a table: a caption or a few words, or a numbered heading."""
    if len(line.text) > LONGEST_TITLE:
        return False
    if line.kind in (LineKind.CAPTION, LineKind.LABEL):
        return True
    return line.kind is LineKind.PROSE and _NUMBERED_RE.match(line.text) is not None


def _before(block: Block, free: Sequence[Line]) -> list[Line]:
    """The captions on the page above a table."""
    first = block.lines[0].number
    return [line for line in free if first - FARTHEST <= line.number < first]


def _adopt_heads(blocks: Sequence[Block], lines: Sequence[Line], taken: set[int]) -> None:
    """Give tables without heads the line of heads right behind them, one for each of their columns."""
    for block in blocks:
        if block.head.headers or block.continues:
            continue
        last = block.lines[-1].number
        below = [
            line for line in _between(lines, last + 1, last + BEHIND + 1) if line.kind is not LineKind.BLANK
        ]
        if len(below) > 1 and below[0].kind is LineKind.LABEL and below[0].number == last + 1:
            del below[0]  # the second half of the last label
        if not below or below[0].kind is not LineKind.HEADER or below[0].number in taken:
            continue
        if not below[0].stub.text and len(below[0].cells) == block.width:
            _take_up(block, below[0])
            block.head.headers.append(below[0])
            taken.add(below[0].number)


def _units_below(caption: Line, lines: Sequence[Line], taken: set[int]) -> list[Line]:
    """The lines of units and periods that go with a caption which was stored behind its table."""
    found: list[Line] = []
    for line in _between(lines, caption.number + 1, caption.number + 2 * BEHIND):
        if line.kind is LineKind.BLANK:
            continue
        if line.kind not in (LineKind.UNIT, LineKind.PERIOD) or line.number in taken:
            break
        found.append(line)
    return found


def _behind(
    block: Block, following: Sequence[Block], free: Sequence[Line], lines: Sequence[Line]
) -> Line | None:
    """The caption right behind a table, where the next table has its own or stands behind running text."""
    close = [line for line in free if _is_close(lines, block, line)]
    if len(close) != 1:
        return None
    for other in following:
        first = other.lines[0].number
        if first < close[0].number:
            return None
        between = _between(lines, close[0].number + 1, first)
        apart = any(line.kind in (LineKind.PROSE, *_TITLES) for line in between)
        own = any(line is not close[0] and _is_close(lines, other, line) for line in free)
        if first - close[0].number <= FARTHEST and not (_numbered(other) or apart or own):
            return None
    return close[0]


def _adopt(block: Block, caption: Line, free: list[Line]) -> None:
    _take_up(block, caption)
    block.head.moved.append(caption)
    free.remove(caption)


def _take_up(block: Block, line: Line) -> None:
    """Note that a line which stands elsewhere is read as part of the head of a table."""
    first = next((each for each in block.body if each.cells), block.lines[0])
    read = f"the head of {first.text}"
    span = line.content.span(0, len(line.content.text))
    block.repairs.append(Repair("moved_heads", Damage.PLACE, line.text, read, span))


def _numbered(block: Block) -> bool:
    return block.head.titled


def _titles(block: Block, lines: Sequence[Line]) -> set[str]:
    """What may be the title of a table without caption: words above its heads, its first heading."""
    found = {_title(line.text) for line in (*block.head.captions, *block.body[:1])}
    found.update(_title(line.stub.text) for line in block.head.headers if line.stub.text)
    first = block.lines[0].number
    above = [line for line in _between(lines, first - 3, first) if line.kind is not LineKind.BLANK]
    found.update(_title(line.text) for line in above[-1:] if len(line.text) <= 80)
    return found - {""}


def _between(lines: Sequence[Line], first: int, past: int) -> list[Line]:
    low, high = 0, len(lines)
    while low < high:
        middle = (low + high) // 2
        if lines[middle].number < first:
            low = middle + 1
        else:
            high = middle
    found = []
    while low < len(lines) and lines[low].number < past:
        found.append(lines[low])
        low += 1
    return found


def _title(text: str) -> str:
    """The words of a title, without its number and what stands in brackets."""
    number = p.TABLE_NUMBER_RE.match(text)
    bare = _BRACKETS_RE.sub(" ", text[number.end() :] if number else text)
    return " ".join(word for word in _TITLE_RE.findall(bare.casefold()) if word not in _SMALL)


def _alone(block: Block, caption: Line, blocks: Sequence[Block]) -> bool:
    """Whether no other table without caption stands between a caption and a table."""
    first = block.lines[0].number
    return not any(
        other is not block
        and not other.head.moved
        and not _numbered(other)
        and caption.number < other.lines[0].number < first
        for other in blocks
    )
