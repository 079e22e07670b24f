"""Note marks that a text layer glues to labels: ``Others4 751`` where note 4 stands at the foot of the page.

A small raised number loses its height in plain text. It is a mark where the document has a note of that number,
the notes are counted from 1, and what it hangs on is a word; it is no mark in a name (``IPv6``, ``T1``, ``CO2``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bilingual.model.repair import Damage, Repair
from bilingual.tables.line import Field, Layout, Line, LineKind

_NOTE_RE = re.compile(r"\s{0,3}(\d{1,2})\s+(?=[A-Z][a-z]|[\u3040-\u9fff]|[A-Z]{2,})")
_MARK_RE = re.compile(r"(?<=[a-z\u3040-\u30ff\u3400-\u9fff)）A-Z])(\d{1,2})$")
_WORD_RE = re.compile(r"[A-Za-z]+$")
SHORTEST_WORD = 4
"""Letters of a word that a mark may hang on; shorter ones with a number are names."""
_COUNTERS = frozenset("第年月日期号回表図")
_TEXT = frozenset([LineKind.NOTE, LineKind.PROSE, LineKind.LABEL])


def split_marks(lines: list[Line]) -> None:
    """Take glued note marks off the labels of rows that blanks divide; the rows tell what was repaired."""
    notes = note_numbers(lines)
    if not notes:
        return
    for index, line in enumerate(lines):
        if line.kind is LineKind.ROW and line.layout is Layout.SPACE and line.stub.text[-1:].isdigit():
            bare = _bare(line.stub.text, notes)
            if bare:
                lines[index] = _without_mark(line, len(bare))


def note_numbers(lines: Sequence[Line]) -> frozenset[int]:
    """Numbers of the notes that stand below the tables: lines that begin with a bare number, counted from 1."""
    found: list[int] = []
    for line in lines:
        if line.layout is Layout.SPACE and line.kind in _TEXT:
            match = _NOTE_RE.match(line.content.text)
            if match and len(line.text) >= 15:
                number = int(match[1])
                if number == (found[-1] if found else 0) + 1:
                    found.append(number)
    return frozenset(found)


def _bare(label: str, notes: frozenset[int]) -> str:
    """The label without its mark; empty where it has none."""
    match = _MARK_RE.search(label)
    if match is None or int(match[1]) not in notes or label[match.start() - 1] in _COUNTERS:
        return ""
    word = _WORD_RE.search(label[: match.start()])
    if word is not None and len(word[0]) < SHORTEST_WORD:
        return ""
    return label[: match.start()].rstrip()


def _without_mark(line: Line, length: int) -> Line:
    stub = line.stub
    bare = Field(stub.start, stub.start + length, stub.text[:length])
    repair = Repair("glued_marks", Damage.MARK, stub.text, bare.text, line.content.span(stub.start, stub.end))
    return replace(line, fields=(bare, *line.cells), repairs=(*line.repairs, repair))
