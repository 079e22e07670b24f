"""Cells of given lines that hold words alone, heads of columns: terms that stand in each other's cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from bilingual.checks.examination import Examination
from bilingual.contrasts import names_in
from bilingual.figures.plain_numbers import plain_numbers
from bilingual.model.alignment import Side
from bilingual.model.document import Span
from bilingual.model.figure import PAST, Relative

Cell = tuple[int, int, frozenset[str]]
"""Where a cell begins and ends, and what its terms stand for."""


def exchanged_heads_of_cells(exam: Examination) -> Iterator[tuple[tuple[Span, Span], tuple[Span, Span]]]:
    """Yield two cells each of which has in English the term of the other: 売上高 | 営業利益, Operating profit | Net sales."""
    if not exam.one_segment:
        return
    if any("\t" not in side.readings[0].segment.text for side in exam.sides):
        return
    if any(both.agrees for pair in exam.pairs for both in pair.figures):
        return
    ja, en = (_cells(exam, side) for side in exam.sides)
    if len(ja) != len(en):
        return
    for one, other in combinations(range(len(ja)), 2):
        first, second = ja[one][2] - ja[other][2], ja[other][2] - ja[one][2]
        third, fourth = en[one][2] - en[other][2], en[other][2] - en[one][2]
        if first & fourth and second & third and not (first & third or second & fourth):
            yield (
                (_span(exam.ja, ja[one]), _span(exam.en, en[one])),
                (_span(exam.ja, ja[other]), _span(exam.en, en[other])),
            )
            return


def _cells(exam: Examination, side: Side) -> Sequence[Cell]:
    reading = side.readings[0]
    text = reading.segment.text
    terms = exam.matcher.find(text, side.language)
    found: list[Cell] = []
    at = 0
    for words in text.split("\t"):
        end = at + len(words)
        names = {name for term in terms if at <= term.start < end for name in term.concepts}
        names |= {each.name for each in names_in(words, side.language)}
        names |= {
            "past" if time.period.relative in PAST else "now"
            for time in reading.periods
            if at <= time.start < end
            and (time.period.relative in PAST or time.period.relative is Relative.CURRENT)
        }
        names |= {f"number {each.value}" for each in plain_numbers(words, side.language)}
        found.append((at, end, frozenset(names)))
        at = end + 1
    return found


def _span(side: Side, cell: Cell) -> Span:
    return side.readings[0].segment.content.span(cell[0], max(cell[0] + 1, cell[1]))
