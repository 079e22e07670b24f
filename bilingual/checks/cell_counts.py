"""Cells of words that count one thing each and differ: a term of 7年 beside 5 years, 平均12日 beside 21 days on average."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilingual.checks.building import sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.checks.label_numbers import counted_apart
from bilingual.figures.lengths import find_lengths
from bilingual.model.alignment import PairKind
from bilingual.model.document import Language
from bilingual.model.report import Finding, Severity
from bilingual.model.table import Cell, CellKind
from bilingual.text.normalize import fold

LONGEST = 60
"""Characters of a cell that says one thing; longer ones are remarks, which each version words its own way."""
_MARK_RE = re.compile(r"\((\d{1,2})\)|([①-⑳])")
"""A mark that stands for one of several things which a legend names: ① and (1)."""
_YEAR_RE = re.compile(r"\(((?:19|20)\d\d)\)")
"""A bare year behind a target: 100% (2030)."""
_PART_RE = re.compile(
    r"(\d{1,5}) ?(?:[名人社件]|[a-z]+)? ?\( ?(?:うち|of which)? ?(\d{1,5}) ?(?:[名人社件]|[a-z]+)?\)"
)
"""A count and how many of them are of a kind: 5名(4名), 5 (4)."""
_DAYS_AND_YEARS = {"days": "日", "years": "年"}
"""Lengths of time that a Japanese cell may write as it writes dates."""


def other_counts(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield cells in paired rows and columns whose only number counts something and is another one in English."""
    compared: set[int] | None = None
    for pair in exam.row_pairs():
        if pair.ja_row is None or pair.en_row is None or pair.evidence == ("order",):
            continue
        left = [cell for cell in pair.ja_row.cells if _counts(cell)]
        right = {cell.column: cell for cell in pair.en_row.cells if _counts(cell)} if left else {}
        other = dict(pair.column_map) if right else {}
        for cell in left:
            theirs = right.get(other.get(cell.column, -1))
            if theirs is None or CellKind.TEXT not in (cell.kind, theirs.kind):
                continue
            told = _printed_apart(cell, theirs)
            counted = None if told or cell.kind is not CellKind.TEXT else _apart(exam, cell, theirs)
            if counted is not None:
                compared = _compared(exam) if compared is None else compared
                told = counted if cell.span.start not in compared else None
            if told is not None:
                phrase = f"{told[0]} stands in Japanese, {told[1]} in English"
                places = spot(exam.ja, cell.span), spot(exam.en, theirs.span)
                yield make(check, Severity.WARNING, sentence(pair.en_row.label, phrase), *places)


def _counts(cell: Cell) -> bool:
    return cell.kind in (CellKind.TEXT, CellKind.FIGURE) and 0 < len(cell.text) <= LONGEST


def _compared(exam: Examination) -> set[int]:
    """Where Japanese cells of words begin whose figures are paired: other rules compare them."""
    return {
        pair.ja[0].span.start
        for pair in exam.pairs
        if pair.kind is PairKind.CELL and pair.ja and (pair.figures or pair.periods)
    }


def _printed_apart(mine: Cell, theirs: Cell) -> tuple[str, str] | None:
    """What two cells print that other rules do not read: marks, bare years."""
    texts = fold(mine.text).strip(), fold(theirs.text).strip()
    marks = _MARK_RE.fullmatch(texts[0]), _MARK_RE.fullmatch(texts[1])
    if marks[0] and marks[1]:
        return texts if _marked(marks[0]) != _marked(marks[1]) else None
    parts = _PART_RE.fullmatch(texts[0]), _PART_RE.fullmatch(texts[1])
    if parts[0] and parts[1] and CellKind.FIGURE in (mine.kind, theirs.kind):
        # What stands in brackets behind a figure was taken for the mark of a note.
        same = parts[0][1] != parts[1][1] or int(parts[0][2]) == int(parts[1][2])
        return None if same else texts
    years = _YEAR_RE.findall(texts[0]), _YEAR_RE.findall(texts[1])
    if len(years[0]) == len(years[1]) == 1 and years[0] != years[1]:
        return years[0][0], years[1][0]
    return None


def _marked(mark: re.Match[str]) -> int:
    return int(mark[1]) if mark[1] else ord(mark[2]) - ord("①") + 1


def _apart(exam: Examination, mine: Cell, theirs: Cell) -> tuple[str, str] | None:
    texts = fold(mine.text), fold(theirs.text)
    lengths = find_lengths(texts[0], Language.JA), find_lengths(texts[1], Language.EN)
    if len(lengths[0]) == len(lengths[1]) == 1:
        one, other = lengths[0][0], lengths[1][0]
        if one.unit != other.unit or one.number == other.number or one.joined or other.joined:
            return None
        return texts[0][one.start : one.end], texts[1][other.start : other.end]
    if lengths[0] or len(lengths[1]) > 1:
        return None
    told = counted_apart(exam, texts)
    if told is None or not lengths[1]:
        return told
    counter = _DAYS_AND_YEARS.get(lengths[1][0].unit)
    return told if counter is not None and f"{told[0]}{counter}" in texts[0] else None
