"""What several rules need of one comparison, computed once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import TypeVar, cast

from bilingual.align.mentions import kind_class
from bilingual.checks.building import Cases, Route
from bilingual.checks.grouping import group
from bilingual.glossary.matcher import Matcher, matcher_of
from bilingual.model.alignment import Comparison, FigurePair, Pair, PairKind, RunningText, Side
from bilingual.model.document import Language, Span
from bilingual.model.figure import Figure, Kind
from bilingual.model.relation import Relation
from bilingual.model.table import Table

TELLING_DIGITS = 4
"""Digits that chance does not repeat, whatever the unit."""
Fact = tuple[str, Decimal | str]
Result = TypeVar("Result")


def facts(figure: Figure) -> Iterator[Fact]:
    """What a figure states, comparable across the languages: its value by what it measures, and its digits."""
    for value in figure.ends or (figure.value,):
        if value is not None:
            size = abs(value)
            yield kind_class(figure), size
            if figure.kind in (Kind.RATIO, Kind.COUNT, Kind.NUMBER):
                yield "count", size  # 14回 is 14 times
    digits = figure.digits
    if figure.moment or len(digits) >= TELLING_DIGITS:
        yield "digits", digits


def is_stated(figure: Figure, stated: frozenset[Fact]) -> bool:
    """Whether facts hold what a figure states; of a range, both ends."""
    if figure.ends is not None:
        name = kind_class(figure)
        return all((name, abs(end)) in stated for end in figure.ends)
    return not stated.isdisjoint(facts(figure))


def _stated(side: Side) -> frozenset[Fact]:
    parts = (table.once(_stated_in_cells) for table in side.tables)
    return side.running.once(_stated_in_words).union(*parts)


def _stated_in_words(text: RunningText) -> frozenset[Fact]:
    return _all_facts(figure for reading in text.readings for figure in reading.figures)


def _stated_in_cells(table: Table) -> frozenset[Fact]:
    return _all_facts(cell.figure for row in table.rows for cell in row.cells if cell.figure is not None)


def _all_facts(figures: Iterable[Figure]) -> frozenset[Fact]:
    return frozenset([fact for figure in figures for fact in facts(figure)])


@dataclass(frozen=True)
class Examination:
    """A comparison, with its disagreements gathered by root cause.

    Attributes:
        comparison: what is examined.
        route: tells which rule a disagreement belongs to.
    """

    comparison: Comparison
    route: Route
    _results: dict[Callable[[Examination], object], object] = field(default_factory=dict, compare=False)

    def once(self, work: Callable[[Examination], Result]) -> Result:
        """What a function makes of this examination, worked out for the first rule that asks."""
        if work not in self._results:
            self._results[work] = work(self)
        return cast("Result", self._results[work])

    @property
    def ja(self) -> Side:
        """The Japanese side."""
        return self.comparison.ja

    @property
    def en(self) -> Side:
        """The English side."""
        return self.comparison.en

    @property
    def sides(self) -> tuple[Side, Side]:
        """Both sides, Japanese first."""
        return self.comparison.ja, self.comparison.en

    @property
    def abridged(self) -> bool:
        """Whether one version leaves out of its own accord; two excerpts are excerpts of the same."""
        return self.ja.abridged or self.en.abridged or self.ja.excerpt is not self.en.excerpt

    @cached_property
    def one_segment(self) -> bool:
        """Whether two given segments are compared, each one sentence or cell."""
        return self.comparison.segments_only and all(len(side.readings) == 1 for side in self.sides)

    @cached_property
    def by_itself(self) -> bool:
        """Whether these segments stand in no document, so that what one of them leaves out is said nowhere."""
        return self.one_segment and not self.comparison.within_documents

    @property
    def pairs(self) -> Sequence[Pair]:
        """Everything that was paired."""
        return self.comparison.alignment.pairs

    def row_pairs(self) -> Iterator[Pair]:
        """Pairs of rows with figures."""
        return (pair for pair in self.pairs if pair.kind is PairKind.ROW)

    def differing_spans(self) -> set[Span]:
        """The places of figures that a pair holds to differ."""
        return {
            span
            for pair in self.pairs
            for both in pair.figures
            if both.differences
            for span in (both.ja.span, both.en.span)
        }

    @cached_property
    def cases(self) -> Cases:
        """Root causes by the code of the rule that reports them."""
        return group(self.comparison, self.route)

    @cached_property
    def agreeing(self) -> dict[tuple[Language, int, int], tuple[Figure, ...]]:
        """For every figure that agrees with others of the other language somewhere: these others."""
        found: dict[tuple[Language, int, int], tuple[Figure, ...]] = {}
        for pair in self.pairs:
            for both in pair.figures:
                if not both.differences:
                    for mine, other in ((both.ja, both.en), (both.en, both.ja)):
                        key = (mine.language, mine.span.start, mine.span.end)
                        found[key] = (*found[key], other) if key in found else (other,)
        return found

    @cached_property
    def partners(self) -> dict[int, list[FigurePair]]:
        """The pairs that a figure stands in, by its identity."""
        found: dict[int, list[FigurePair]] = defaultdict(list)
        for pair in self.pairs:
            for both in pair.figures:
                found[id(both.ja)].append(both)
                found[id(both.en)].append(both)
        return found

    @cached_property
    def tied(self) -> dict[int, list[Relation]]:
        """The relations that a figure stands in, by its identity."""
        found: dict[int, list[Relation]] = defaultdict(list)
        for side in self.sides:
            for relation in self.comparison.relations(side.language):
                for fact in relation.facts:
                    found[id(fact.figure)].append(relation)
        return found

    @cached_property
    def stated(self) -> dict[Language, frozenset[Fact]]:
        """What each side states anywhere, in running text and in cells."""
        return {side.language: side.once(_stated) for side in self.sides}

    @cached_property
    def matcher(self) -> Matcher:
        """Finds the terms of the glossary."""
        return matcher_of(self.comparison.termbase)
