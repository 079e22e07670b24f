"""Figures of a document with the facts of an XBRL filing that state the same.

A row and a series of facts belong together where their values agree at two times, or at one where the label says so
too; the other cells of the row are then held against the facts of their times.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from bilingual.figures import read_unit_note
from bilingual.glossary.labels import Labels
from bilingual.model.alignment import Side
from bilingual.model.document import Language
from bilingual.model.facts import FiledFigure, TaggedFact
from bilingual.model.figure import Figure, Kind, Period
from bilingual.model.table import Row, Table

NEUTRAL = frozenset({"ConsolidatedMember", "ResultMember", "CurrentMember", "AnnualMember"})
"""Members that limit a fact to what a release reports anyway (taxonomies of EDINET and of the exchange)."""
SUFFIX_RE = re.compile(
    r"(?:SummaryOfBusinessResults|KeyFinancialData|IFRS|USGAAP|JMIS|(?:Ope|Inv|Fin)CF[A-Z]?|N?CA|N?CL|SGA|NO[IE]|E[IL]|PL)+$"
)
"""Ends of element names that say where a taxonomy uses them, and nothing of what they are."""
CAMEL_RE = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]+|[a-z]+|\d+")
WORD = "w:"
"""How keys of labels begin that are words and no concepts."""
LIKE = 0.6
"""Likeness of a label and an element name that makes one agreeing value enough."""

Series = tuple[str, tuple[str, ...]]
"""The name of an element with the members that limit it."""
Days = tuple[date | None, date]


class Filing:
    """The facts of a filing, found by value and time."""

    def __init__(self, facts: Sequence[TaggedFact]) -> None:
        """Index the facts; a series that states two values for one time is left out."""
        self._series: dict[Series, dict[Days, TaggedFact]] = defaultdict(dict)
        doubled: set[Series] = set()
        for fact in facts:
            if fact.end is None or fact.value is None:
                continue
            series = fact.name, tuple(name for name in fact.members if name not in NEUTRAL)
            before = self._series[series].setdefault((fact.start, fact.end), fact)
            if before.value != fact.value and before.decimals == fact.decimals:
                doubled.add(series)
        for series in doubled:
            del self._series[series]
        self._by_day: dict[date, list[tuple[Decimal, int, Series, TaggedFact]]] = defaultdict(list)
        for series, stated in self._series.items():
            for (_, end), fact in stated.items():
                size = abs(fact.value or Decimal(0))
                self._by_day[end].append((size, len(self._by_day[end]), series, fact))
        for listed in self._by_day.values():
            listed.sort(key=lambda entry: entry[:2])

    def stating(self, figure: Figure, period: Period) -> Iterator[Series]:
        """The series that state the value of a figure for its time; zeros and small numbers tell nothing."""
        interval = figure.interval
        if interval is None or period.end is None or len(figure.printed.strip("0")) < len("10"):
            return
        low, high = sorted(map(abs, interval))
        listed = self._by_day.get(period.end, [])
        for size, _, series, fact in listed[bisect_left(listed, (low, -1)) :]:
            if size > high:
                break
            if _is_time(fact, period) and _is_measure(fact, figure):
                yield series

    def fact(self, series: Series, period: Period, figure: Figure) -> TaggedFact | None:
        """The one fact of a series for a time; None where there is none, or more than one may be meant."""
        found = [
            fact
            for fact in self._series[series].values()
            if _is_time(fact, period) and _is_measure(fact, figure)
        ]
        return found[0] if len(found) == 1 else None


@dataclass
class _Line:
    """The figures of a table for one item at several times: a row, or a column where the rows are times."""

    label: str
    dated: list[tuple[Figure, Period, Row]] = field(default_factory=list)


def filed_figures(side: Side, filing: Filing, labels: Labels) -> Iterator[FiledFigure]:
    """The cells of a side with the facts that state the same.

    Args:
        side: one language of a release.
        filing: the facts.
        labels: what labels and names have in common.
    """
    for table in side.tables:
        for line in _lines(table):
            yield from _filed_line(side.language, table, line, filing, labels)


def _lines(table: Table) -> Iterable[_Line]:
    columns = {column.index: column for column in table.columns}
    lines: dict[object, _Line] = {}
    for row in table.rows:
        for cell in row.cells:
            column = columns.get(cell.column)
            if cell.figure is None or column is None:
                continue
            if column.period is not None:
                line = lines.setdefault(id(row), _Line(row.label))
                line.dated.append((cell.figure, column.period, row))
            elif cell.figure.period is not None:
                line = lines.setdefault(column.index, _Line(_item(column.header, table.language)))
                line.dated.append((cell.figure, cell.figure.period, row))
    return lines.values()


def _item(header: str, language: Language) -> str:
    """The head of a column without the unit that stands below it."""
    words = header.split(" ")
    for at in range(1, len(words)):
        if read_unit_note(f"({' '.join(words[at:])})", language):
            return " ".join(words[:at])
    return header


def _filed_line(
    language: Language, table: Table, line: _Line, filing: Filing, labels: Labels
) -> Iterator[FiledFigure]:
    votes = Counter(
        series for figure, period, _ in line.dated for series in set(filing.stating(figure, period))
    )
    ranked = [(votes[series], _likeness(line.label, series[0], language, labels), series) for series in votes]
    fitting = [entry for entry in ranked if entry[0] > 1 or entry[1] >= LIKE]
    if not fitting:
        return
    *_, series = max(fitting, key=lambda entry: (entry[0], entry[1], -len(entry[2][1]), entry[2]))
    for figure, period, row in line.dated:
        fact = filing.fact(series, period, figure)
        if fact is not None:
            yield FiledFigure(language, figure, fact, row, table)


def _is_time(fact: TaggedFact, period: Period) -> bool:
    if fact.end != period.end:
        return False
    return fact.start is None or period.start is None or fact.start == period.start


def _is_measure(fact: TaggedFact, figure: Figure) -> bool:
    if figure.kind is Kind.COUNT:
        return fact.unit == figure.unit
    return figure.kind in (Kind.AMOUNT, Kind.NUMBER) and fact.is_quantity and fact.unit != "shares"


def element_words(name: str) -> str:
    """The words of an element name, without what only a taxonomy needs.

    >>> element_words("NetSalesSummaryOfBusinessResults"), element_words("CashAndDepositsCA")
    ('Net Sales', 'Cash And Deposits')
    """
    return " ".join(CAMEL_RE.findall(SUFFIX_RE.sub("", name) or name))


def _likeness(label: str, name: str, language: Language, labels: Labels) -> float:
    words = element_words(name)
    if language is Language.JA:
        return labels.similarity(label, words)
    mine, theirs = labels.key(label, language), labels.key(words, language)
    shared = mine & theirs
    if any(not key.startswith(WORD) for key in shared):
        return 1.0
    return len(shared) / len(mine | theirs) if shared else 0.0
