"""Figures of one sentence that have each other's time: 7,612 in 2026年3月期 and 6,153 in the year before, turned round in English."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import NamedTuple

from bilingual.checks.building import Case, sentence, spots
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.figures.periods import compare_periods
from bilingual.model.alignment import FigurePair, PairKind
from bilingual.model.figure import Aspect, Period
from bilingual.model.report import Finding, Severity

CODES = ("PER001", "PER002")
_TIMES = frozenset({Aspect.PERIOD, Aspect.FISCAL_YEAR})
_KINDS = frozenset({PairKind.PROSE, PairKind.NOTE, PairKind.HEADING})


class _Exchange(NamedTuple):
    code: str
    one: Case
    other: Case


def exchanged_times(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield a finding for every two figures of which each agrees and stands for the time that the other one has.

    One alone may be read with the time of its neighbour; two that answer each other are no misreading.
    """
    for found in exam.once(_exchanges):
        if found.code != check.code:
            continue
        figures = found.one.first.figures
        if figures is None or figures.ja.period is None or figures.en.period is None:
            continue
        ja, en = spots(exam.ja, exam.en, found.one.first)
        phrase = (
            f"two figures have each other's time, {figures.ja.printed} is of {figures.ja.period.printed} in Japanese, "
            f"of {figures.en.period.printed} in English"
        )
        yield make(check, Severity.WARNING, sentence("", phrase), ja, en)


def tells_exchange(exam: Examination) -> Callable[[Case], bool]:
    """Whether a case is one of two figures that have each other's time."""
    told = {id(case) for found in exam.once(_exchanges) for case in (found.one, found.other)}
    return lambda case: id(case) in told


def _exchanges(exam: Examination) -> list[_Exchange]:
    by_pair: dict[int, list[tuple[str, Case, FigurePair]]] = defaultdict(list)
    for code in CODES:
        for case in exam.cases.get(code, ()):
            figures = case.first.figures
            if figures is not None and len(case.members) == 1 and case.first.pair.kind in _KINDS:
                by_pair[id(case.first.pair)].append((code, case, figures))

    def same(ja: Period | None, en: Period | None) -> bool:
        differ = (
            None if ja is None or en is None else compare_periods(ja, en, exam.ja.calendar, exam.en.calendar)
        )
        return differ is not None and not any(item.aspect in _TIMES for item in differ)

    return [
        _Exchange(code, one, other)
        for cases in by_pair.values()
        for (code, one, first), (_, other, second) in combinations(cases, 2)
        if same(first.ja.period, second.en.period) and same(second.ja.period, first.en.period)
    ]
