"""Heads of a table of tabs or pipes that stand in one line of words, above its rows or behind them, some without a blank.

A text layer that stores a page block by block writes them so: ``2025年3月期 構成比(%) 2024年3月期構成比(%)``. They are
heads where they are as many as the table has columns, and where periods, measures or words that come again show it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bilingual.model.repair import Damage, Repair
from bilingual.tables import patterns as p
from bilingual.tables.line import Field, Layout, Line, LineKind
from bilingual.text.sentences import ENGLISH_END_RE

LONGEST = 200
"""Characters of a line of heads."""
FEWEST = 2
FAR = 2
"""Lines, blank ones counted, from the last row of a table to heads behind it."""
_COMPARED = r"前(?:年(?:同期|同四半期|度)?|期|四半期|連結会計年度)(?:増減率|比|差)"
_PERIOD_RE = re.compile(rf"{_COMPARED}|{p.TERM}|{p.PERIOD_WORD}")
_WIDE = r"\u3041-\u30ff\u3400-\u9fff"
_WIDE_RE = re.compile(rf"[{_WIDE}]")
_WORD_RE = re.compile(r"\S+")
_SEAM_RE = re.compile(
    rf"(?<=[a-z])(?=[A-Z])|(?<=\))(?=[A-Za-z{_WIDE}])|(?<=[a-z%])(?=[{_WIDE}])"
    r"|(?:(?<=売上高)|(?<=収益)|(?<=利益)|(?<=資産))(?=売上|営業|経常|親会社|当期|四半期|中間|税引|純資産|自己資本|1株)"
)
"""Where one head ends and the next begins without a blank."""
_BEGINS_RE = re.compile(rf"[A-Z%{_WIDE}]")
_DIGITS_RE = re.compile(r"\d+")
_TELLING_RE = re.compile(r"%|[前増構実予計差率]")
_SENTENCE_RE = re.compile(rf"[。、;]|{ENGLISH_END_RE.pattern}")
"""What running text has and heads have not; a note mark may stand behind its full stop."""
_ANSWER_RE = re.compile(
    r": *[-△▲(]?[¥$€][-△▲(]?\d|: *[-△▲(]?\d[\d,.]*\)? *(?:million|billion|yen|円|千円|百万円|億円)"
)
"""A field and the amount that stands in it: Fiscal year ended March 31, 2026: ¥(118) million."""
_HEADING = frozenset([LineKind.LABEL, LineKind.PERIOD, LineKind.PROSE])


def mark_line_heads(lines: list[Line]) -> None:
    """Name the lines that hold the heads of a table beside them, in place, and divide them."""
    for index, line in enumerate(lines):
        if line.layout is not Layout.SPACE or line.kind not in _HEADING or len(line.text) > LONGEST:
            continue
        if _SENTENCE_RE.search(line.text) or _ANSWER_RE.search(line.text):
            continue
        below = lines[index + 1] if index + 1 < len(lines) else None
        if below is not None and below.kind is LineKind.HEADER and below.layout is not Layout.SPACE:
            lines[index] = _above_heads(line, below)
            continue
        columns = _columns_beside(lines, index)
        heads = _heads(line.content.text, columns) if columns >= FEWEST else []
        if heads:
            lines[index] = replace(
                line, kind=LineKind.HEADER, fields=(Field(0, 0, ""), *heads), repairs=_told(line, heads)
            )


def _above_heads(line: Line, below: Line) -> Line:
    """A line above a row of heads: heads over one or several of them each; over which ones must be sure."""
    texts = [cell.text for cell in below.cells]
    for size in (1, 2, 3):
        count, rest = divmod(len(texts), size)
        if rest or count < FEWEST or (size > 1 and texts != texts[:size] * count):
            continue
        heads = _heads(line.content.text, count, sure=size > 1)
        if heads:
            blanks = size - 1
            spread = [part for head in heads for part in (head, *[Field(head.end, head.end, "")] * blanks)]
            fields = (Field(0, 0, ""), *spread)
            return replace(
                line, kind=LineKind.HEADER, layout=below.layout, fields=fields, repairs=_told(line, heads)
            )
    return line


def _columns_beside(lines: Sequence[Line], index: int) -> int:
    """The columns of the table whose first row stands right below a line, or whose last row right above; else 0."""
    below = lines[index + 1] if index + 1 < len(lines) else None
    if below is not None and _is_row(below):
        return len(below.cells)
    above = next((line for line in reversed(lines[max(0, index - FAR) : index]) if _is_printed(line)), None)
    after = next((line for line in lines[index + 1 : index + 1 + FAR] if _is_printed(line)), None)
    if above is None or not _is_row(above) or (after is not None and after.layout is not Layout.SPACE):
        return 0
    return len(above.cells)


def _is_row(line: Line) -> bool:
    return line.kind is LineKind.ROW and line.layout is not Layout.SPACE


def _is_printed(line: Line) -> bool:
    return line.kind is not LineKind.BLANK


def _heads(text: str, columns: int, *, sure: bool = False) -> list[Field]:
    """So many heads as there are columns, one behind the other; none where a line holds anything else.

    ``sure``: the heads below, which come again as often, show it; else their words have to.
    """
    starts: list[int] = []
    for start, period in _parts(text):
        begins = period or _BEGINS_RE.match(text, start) is not None
        if not starts and not begins:
            return []
        if begins:
            starts.append(start)
    if len(starts) != columns:
        return []
    ends = [*starts[1:], len(text.rstrip())]
    heads = [
        Field(start, start + len(text[start:end].rstrip()), text[start:end].rstrip())
        for start, end in zip(starts, ends, strict=True)
    ]
    return heads if sure or _are_heads([head.text for head in heads]) else []


def _parts(text: str) -> list[tuple[int, bool]]:
    """Where words begin, those that blanks part and those that are glued; a period is one."""
    found: list[tuple[int, bool]] = []
    at = 0
    for match in _PERIOD_RE.finditer(text):
        if _WIDE_RE.match(match[0]) and _WIDE_RE.match(text[match.start() - 1 : match.start()]):
            continue  # 親会社株主に帰属する当期純利益 is one
        found += [(start, False) for start in _words(text, at, match.start())]
        found.append((match.start(), True))
        at = match.end()
    return found + [(start, False) for start in _words(text, at, len(text))]


def _words(text: str, first: int, past: int) -> list[int]:
    """Where the words of a stretch begin."""
    starts = []
    for word in _WORD_RE.finditer(text, first, past):
        starts.append(word.start())
        starts += [seam.start() for seam in _SEAM_RE.finditer(text, word.start() + 1, word.end())]
    return starts


def _are_heads(heads: Sequence[str]) -> bool:
    """Whether most are periods, measures or units, or say what another one says with other words or figures before it."""
    shapes = Counter(_DIGITS_RE.sub("0", head) for head in heads)
    endings = Counter(head.split()[-1].casefold() for head in heads if " " in head)
    known = telling = 0
    for head in heads:
        again = shapes[_DIGITS_RE.sub("0", head)] > 1 or (
            " " in head and endings[head.split()[-1].casefold()] > 1
        )
        known += again or p.HEADER_HINT_RE.search(head) is not None
        telling += again or _PERIOD_RE.match(head) is not None or _TELLING_RE.search(head) is not None
    return 2 * known >= len(heads) and telling > 1


def _told(line: Line, heads: Sequence[Field]) -> tuple[Repair, ...]:
    """What is told of heads that follow each other without a blank."""
    text = line.content.text
    if all(text[head.start - 1] == " " for head in heads[1:]):
        return line.repairs
    first, last = heads[0].start, heads[-1].end
    reading = " | ".join(head.text for head in heads)
    repair = Repair("glued_heads", Damage.CELLS, text[first:last], reading, line.content.span(first, last))
    return (*line.repairs, repair)
