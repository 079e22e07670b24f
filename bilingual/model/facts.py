"""Facts of an XBRL report: what the issuer filed, with unit, precision and time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bilingual.model.document import Language, Span
from bilingual.model.figure import Figure
from bilingual.model.table import Row, Table

SHARES = "shares"


@dataclass(frozen=True, slots=True)
class TaggedFact:
    """A numeric fact (XBRL 2.1, 4.6; Inline XBRL 1.1, section 10).

    Attributes:
        name: local name of its element (``NetSales``).
        value: exact value in base units, signed as filed; None for nil.
        unit: ISO currency code, ``shares``, ``JPY`` for yen per share, ``pure`` for ratios, else the measure as named.
        decimals: digits after the point up to which it is accurate (-6: millions); None where exact or unknown.
        scale: power of ten between the shown digits and the value; 0 for facts that are not shown.
        start: first day of a duration; None for an instant and where the context is unknown.
        end: last day of a duration, or the day of an instant.
        members: local names of the members that limit it (``NonConsolidatedMember``), sorted.
        line: line of the file.
    """

    name: str
    value: Decimal | None
    unit: str
    decimals: int | None = None
    scale: int = 0
    start: date | None = None
    end: date | None = None
    members: tuple[str, ...] = ()
    line: int = 0

    @property
    def is_quantity(self) -> bool:
        """Whether it counts money or shares, and no ratio."""
        return self.unit == SHARES or (len(self.unit) == len("JPY") and self.unit.isupper())


@dataclass(frozen=True, slots=True)
class MarkedFigure:
    """A fact and the digits of a document that it marks."""

    span: Span
    fact: TaggedFact


@dataclass(frozen=True, slots=True)
class FiledFigure:
    """A figure of a document with the fact that states the same.

    Attributes:
        language: the side that it stands on.
        figure: the figure as the document prints it, with the unit of its table.
        fact: the fact.
        row: the row that it stands in; None for running text.
        table: the table of the row.
        tagged: the document itself marks the figure as the fact; else label, time and neighbours say so.
    """

    language: Language
    figure: Figure
    fact: TaggedFact
    row: Row | None = None
    table: Table | None = None
    tagged: bool = False
