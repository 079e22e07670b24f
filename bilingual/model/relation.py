"""Relations that the figures of one side should satisfy, and whether they do."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bilingual.model.figure import Figure
from bilingual.model.quick import quick
from bilingual.model.segment import Segment
from bilingual.model.table import Row, Table


class RelationKind(StrEnum):
    """What kind of arithmetic ties figures together."""

    SUM = "sum"  # a total and its parts, signs included: statements, cascades, roll-forwards
    CROSS_SUM = "cross sum"  # a column and the columns that it adds up
    EQUAL = "equal"  # the same fact stated twice: balance, closing cash, two precisions, prose and table
    GROWTH = "growth"  # a change in per cent, from two cells
    SHARE = "share"  # a part in per cent of a whole
    RATIO = "ratio"  # margins, equity ratio and other quotients in per cent
    CONVERSION = "conversion"  # an amount in another currency at a stated rate
    PER_SHARE = "per share"  # an amount over a number of shares


class Verdict(StrEnum):
    """Whether a relation is satisfied."""

    HOLDS = "holds"
    PLUG = "plug"  # missed by a last digit, as rounding or a forced column explains
    BROKEN = "broken"


@quick
@dataclass(frozen=True, slots=True)
class Fact:
    """A figure with its place in the structure of the document.

    Attributes:
        figure: the figure.
        table: the table of a cell; None for running text.
        row: its row.
        column: its column's index; -1 for running text.
        segment: the segment of a figure of running text.
    """

    figure: Figure
    table: Table | None = None
    row: Row | None = None
    column: int = -1
    segment: Segment | None = None


@quick
@dataclass(frozen=True, slots=True)
class Relation:
    """A relation between figures of one side.

    Attributes:
        kind: what ties them together; it names the formula.
        result: the figure that the others determine.
        members: the figures that determine it: parts of a sum; current and base of a growth; part and whole of a
            share; numerator and denominator of a ratio; amount (and rate, if it is printed) of a conversion;
            the other statement of an equal fact.
        verdict: whether it is satisfied.
        expected: what the members give for the result, in base units (per cent for growth and shares); None where
            they give nothing.
        certainty: per cent; how sure it is that the relation was meant.
        weights: for sums, +1 or -1 for each member; for growth, -1 where the change of a negative base is stated over
            its size, (a - b) / |b|.
        rate: for conversions without a printed rate figure, units of the amount's currency per unit of the result's.
        name: the rule that owns it where the kind leaves several: ``balance``, ``cash``, ``cascade``, ``deficit``,
            ``quarters``, ``narrative``, ``precision``, ...; empty for plain ones.
        note: the calculation in words for a reader: ``93,253 + 63,917 = 157,170``.
        meant: what should be printed where no value is wrong: the period that a change is measured from.
    """

    kind: RelationKind
    result: Fact
    members: tuple[Fact, ...]
    verdict: Verdict
    expected: Decimal | None = None
    certainty: int = 100
    weights: tuple[int, ...] = ()
    rate: Decimal | None = None
    name: str = ""
    note: str = ""
    meant: str = ""

    @property
    def key(self) -> tuple[int, frozenset[int]]:
        """What it ties together, by identity: its result, and its members in any order."""
        return id(self.result.figure), frozenset(id(member.figure) for member in self.members)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The result and its members."""
        return (self.result, *self.members)
