"""Runs of rows that form one table, cut at captions, headers and running text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bilingual.tables import patterns as p
from bilingual.tables.belonging import (
    captioned_below,
    ends_last,
    ends_page,
    heads_others,
    is_half,
    joins,
    may_stand_between,
    named_below,
    repeats,
    rows_again,
    stands_apart,
    text_row,
    tight,
    tops_page,
)
from bilingual.tables.block import LOOSE, MOST_BLANKS, MOST_LABELS, MOST_LOOSE, PAGED, ROWS, Block, width_of
from bilingual.tables.delimited import is_value
from bilingual.tables.heads import read_head
from bilingual.tables.lines import Layout, Line, LineKind


def find_blocks(lines: Sequence[Line]) -> list[Block]:
    """Find all tables, in order."""
    blocks: list[Block] = []
    at = floor = 0
    while at < len(lines):
        if not _starts(lines, at):
            at += 1
            continue
        block, at = _grow(lines, at, floor)
        if _is_table(block):
            block.continues = floor > 0 and _continues(block, lines, floor)
            blocks.append(block)
            floor = at
    return blocks


def _continues(block: Block, lines: Sequence[Line], floor: int) -> bool:
    if block.head.headers or block.head.captions:
        return False
    first = block.lines[0].number
    note = False
    for line in lines[floor : floor + MOST_LOOSE * 2]:
        if line.number >= first:
            return True
        if line.kind not in LOOSE | {LineKind.BLANK, LineKind.RULE} and not (
            note and line.kind is LineKind.PROSE
        ):
            return False
        note = line.kind is LineKind.NOTE
    return False


def _starts(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    if line.kind is LineKind.ROW:
        return True
    if line.kind is not LineKind.WEAK or not stands_apart(line):
        return False
    headed = at > 0 and lines[at - 1].kind is LineKind.HEADER
    value = line.fields[1].text
    stated = p.FORMATTED_RE.search(value) or _AMOUNT_RE.match(value)
    return (headed or stated is not None) and _goes_on(lines, at + 1)


_AMOUNT_RE = re.compile(r"約?\d+(?:兆|億|百万|千)円")
"""An amount of few digits by its unit: 30億円(上限) in a list of items, as ¥3.0 billion is in the other version."""


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    """Whether a row stands there, or behind a blank line or the foot of the page."""
    below = lines[at : at + MOST_BLANKS + 1]
    index = next((index for index, line in enumerate(below) if line.kind not in PAGED), None)
    if index is None or below[index].kind not in ROWS:
        return False
    return index < 2 or any(line.kind is LineKind.FURNITURE for line in below[:index])


def _grow(lines: Sequence[Line], first: int, floor: int) -> tuple[Block, int]:
    """Take rows from ``first`` on; returns the block and where reading goes on."""
    block = _begun(lines, first, floor)
    at = end = first + 1
    between: list[Line] = []
    while at < len(lines):
        line = lines[at]
        at += 1
        if line.kind in ROWS:
            if not joins(block, between, line):
                break
            _take(block, between)
            block.add(line)
        elif (
            line.layout is not Layout.SPACE
            and line.kind is LineKind.LABEL
            and (tight(between) or is_half(block, between, line))
        ):
            _take(block, between)
            block.add(line)
        elif (
            line.kind is LineKind.HEADER
            and repeats(block, between, line, lines[at : at + 1])
            and not named_below(lines, at)
            and not rows_again(block, lines, at)
        ):
            _take(block, between)
            block.rules.append(line)
        elif line.kind is LineKind.HEADER and heads_others(between, line, lines[at : at + MOST_LABELS]):
            break
        elif line.kind is LineKind.HEADER and text_row(block, line) and tight(between):
            _take(block, between)
            block.add(line if line.layout is not Layout.SPACE else replace(line, kind=LineKind.ROW))
        elif line.kind is LineKind.CAPTION and captioned_below(block, lines, at):
            block.head.captions.append(line)
            block.head.titled = True
            between.clear()
        elif (
            may_stand_between(between, line)
            or tops_page(block, between, line, lines[at : at + MOST_LABELS])
            or ends_page(block, between, line, lines[at : at + MOST_BLANKS])
        ):
            between.append(line)
            continue
        else:
            break
        between = []
        end = at
    while end < len(lines) and ends_last(block, lines[end], lines[end + 1 : end + 2]):
        block.add(lines[end])
        end += 1
    return block, end


def _begun(lines: Sequence[Line], first: int, floor: int) -> Block:
    """A table with its head and its first row."""
    block = Block(read_head(lines, first, floor))
    last = block.head.headers[-1] if block.head.headers else None
    if last is not None and last.layout is not Layout.SPACE and last.stub.text.endswith(":"):
        # A heading and the last header row share a line.
        block.body.append(replace(last, kind=LineKind.LABEL, fields=last.fields[:1]))
    block.body.extend(block.head.sections)
    block.head.sections = []
    block.add(lines[first])
    return block


def _take(block: Block, between: Sequence[Line]) -> None:
    """Keep what stands between two rows of a table; notes and furniture stay outside."""
    for line in between:
        if line.kind is LineKind.RULE:
            block.rules.append(line)
        elif line.kind is LineKind.LABEL:
            block.body.append(line)


def _worded(block: Block) -> int:
    """How many lines of an item and its value hold words: a profile of a company is read line by line."""
    lines = [*block.head.headers, *block.body]
    return sum(line.kind is LineKind.HEADER and bool(line.stub.text) for line in lines)


def _is_table(block: Block) -> bool:
    rows = block.rows
    figures = [
        [cell.text for cell in row.cells if cell.text and not p.NIL_RE.fullmatch(cell.text)] for row in rows
    ]
    if block.width == 1:
        if block.layout is not Layout.SPACE and _worded(block) >= len(rows):
            return False
        plain = [texts[0] for texts in figures if texts]
        formatted = any(p.FORMATTED_RE.search(text) or not text.isdigit() for text in plain)
        named = bool(block.head.headers) or any(line.kind is LineKind.UNIT for line in block.head.captions)
        return (len(rows) > 1 or named) and (formatted or named)
    several = sum(len(texts) > 1 for texts in figures)
    if block.layout is not Layout.SPACE:
        if not any(is_value(text, "-") for texts in figures for text in texts):
            return False
        return several > 0 or (len(rows) > 1 and any(figures))
    if block.head.headers:
        whole = sum(
            bool(texts) and width_of(row) == block.width for texts, row in zip(figures, rows, strict=True)
        )
        return (
            several > 0 or whole > 1
        )  # 86.21 beside a dash in every row: earnings per share before dilution
    widths = [len(row.cells) for row in rows]
    return several > 1 and max(map(widths.count, set(widths))) > 1
