"""Rows of words alone: a grade that differs, a row that one version lacks.

A table without figures is read line by line; its cells stand between tabs where the file tells its cells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from bilingual.align.neighbours import in_order
from bilingual.checks.building import line_spot, one_line, sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.model.alignment import Pair, PairKind, SegmentReading, Side
from bilingual.model.document import Language, Span
from bilingual.model.report import Finding, Severity
from bilingual.text.normalize import fold
from bilingual.text.segments import CELLED

_KINDS = frozenset({PairKind.PROSE, PairKind.NOTE, PairKind.HEADING})
_GRADE_RE = re.compile(r"[A-D]{1,3}[+-]?|[A-C]a{0,2}[1-3]?")
"""A grade, which no version translates: A-, BBB, Baa1."""
_LONGEST_GRADE, _LONGEST_CELL = 4, 30
_OUTLOOK_RE = re.compile(r" ?[(/][^()\d]{2,20}\)?$")
"""What a grade is expected to become: A+ (Stable), AA/安定的."""
_PARTED = "\t"


def other_grades(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield rows that correspond and whose grades differ; a version may have its columns in another order."""
    if exam.one_segment:
        yield from _given_grades(check, exam)
        return
    for pair in exam.pairs:
        cells = _cells(pair)
        if cells is None or len(cells[0]) != len(cells[1]):
            continue
        mine, theirs = ([grade for cell in own if (grade := _grade(cell))] for own in cells)
        if not mine or len(mine) != len(theirs) or Counter(mine) == Counter(theirs):
            continue
        ja, en = spot(exam.ja, pair.ja[0].span), spot(exam.en, pair.en[0].span)
        phrase = f"the grades differ, {', '.join(mine)} in Japanese, {', '.join(theirs)} in English"
        yield make(check, Severity.WARNING, sentence(one_line(cells[0][0]), phrase), ja, en)


def _given_grades(check: Check, exam: Examination) -> Iterator[Finding]:
    """Two given segments that are a grade each, and not the same one: A+ (安定的), A (Stable)."""
    ja, en = (side.readings[0].segment for side in exam.sides)
    mine, theirs = _grade(ja.text), _grade(en.text)
    if mine and theirs and mine != theirs:
        phrase = f"the grades differ, {mine} in Japanese, {theirs} in English"
        places = spot(exam.ja, ja.span), spot(exam.en, en.span)
        yield make(check, Severity.WARNING, sentence("", phrase), *places)


def _cells(pair: Pair) -> tuple[Sequence[str], Sequence[str]] | None:
    """The cells of two rows, one of which may be a grade."""
    if pair.ja_row is not None and pair.en_row is not None:
        rows = pair.ja_row, pair.en_row
        if not any(_grade(cell.text) for cell in rows[0].cells):
            return None
        ja, en = ([row.label, *(cell.text for cell in row.cells)] for row in rows)
        return ja, en
    if pair.kind not in _KINDS or len(pair.ja_readings) != 1 or len(pair.en_readings) != 1:
        return None
    texts = [reading.segment.text for reading in (*pair.ja_readings, *pair.en_readings)]
    if any(_PARTED not in text for text in texts):
        return None
    mine, theirs = (text.split(_PARTED) for text in texts)
    return mine, theirs


def _grade(cell: str) -> str:
    """The grade that a cell is, without the outlook in brackets behind it; empty where it is none."""
    if len(cell) > _LONGEST_CELL:
        return ""
    bare = _OUTLOOK_RE.sub("", fold(cell)).strip()
    return bare if len(bare) <= _LONGEST_GRADE and _GRADE_RE.fullmatch(bare) else ""


def lost_word_rows(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield rows of words between two that stand at once one behind the other in the other version."""
    if exam.abridged or any(side.document.format not in CELLED for side in exam.sides):
        return
    partner: dict[int, int] = {}
    for pair in exam.pairs:
        if len(pair.ja_readings) == len(pair.en_readings) == 1:
            one, other = id(pair.ja_readings[0]), id(pair.en_readings[0])
            partner |= {one: other, other: one}
    if not partner:
        return
    paired = {id(each) for pair in exam.pairs for each in (*pair.ja_readings, *pair.en_readings)}
    for side in exam.sides:
        rows = {id(each): each for each in side.readings if _PARTED in each.segment.text}
        if not rows or paired.issuperset(rows):
            continue
        units = in_order(side)
        others = {unit: at for at, unit in enumerate(in_order(exam.comparison.side(side.language.other)))}
        for before, unit, behind in zip(units, units[1:], units[2:], strict=False):
            if (
                not isinstance(unit, int)
                or unit not in rows
                or unit in paired
                or rows.keys().isdisjoint({before, behind})
            ):
                continue
            above, below = (
                others.get(partner.get(each, -1), -1) if isinstance(each, int) else -1
                for each in (before, behind)
            )
            if above >= 0 and below == above + 1:
                yield _lost(check, side, rows[unit])


def _lost(check: Check, side: Side, reading: SegmentReading) -> Finding:
    span: Span = reading.segment.span
    place = line_spot(side, side.document.line_number(span.start))
    lacking = "English" if side.language is Language.JA else "Japanese"
    label = one_line(reading.segment.text.split(_PARTED)[0])
    phrase = f"the row of words is missing in {lacking}"
    both = (place, None) if side.language is Language.JA else (None, place)
    return make(check, Severity.WARNING, sentence(label, phrase), *both)
