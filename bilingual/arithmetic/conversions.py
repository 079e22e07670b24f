"""Convenience translations: a column in another currency, and the rate at which it is converted.

Every row tells the rates that its two amounts allow. The rate that most rows tell is the one that was used. Where a
note prints it, the note's figure takes part in the relations; a printed rate that the rows contradict is wrong itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import log10

from bilingual.arithmetic.formulas import ONE, ZERO, Interval, evaluate, interval, rounded, value
from bilingual.arithmetic.shares import most_agreed
from bilingual.arithmetic.strips import Layout, Strip, certainty, samples
from bilingual.model.alignment import Side
from bilingual.model.figure import Kind
from bilingual.model.relation import Fact, Relation, RelationKind, Verdict

ENOUGH = 3.0
MISS = 1.0
FEWEST = 3
"""Rows that have to tell the same rate."""
WITNESSES = 3
"""Largest amounts that bear witness against a printed rate."""
FINER = 1000
NEARLY = (4, 5)
"""Share of the best rate's rows that a printed rate has to give."""
SLIP = Decimal(2)
"""A printed rate is meant for a table if it is less than this many times the rate that the rows tell."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """A column of amounts in another currency, the one that it was converted from, and the rates that rows tell."""

    converted: Strip
    amount: Strip
    rates: Interval
    rows: tuple[Interval, ...]
    held: int
    missed: int
    score: float


def printed_rates(side: Side) -> list[Fact]:
    """The exchange rates that running text states, in order."""
    return [
        Fact(figure, segment=reading.segment)
        for reading in side.readings
        for figure in reading.figures
        if figure.kind is Kind.RATE and figure.value
    ]


def find_conversions(readings: Sequence[Conversion], rates: Sequence[Fact]) -> Iterator[Relation]:
    """Yield the conversions of a table, broken ones included.

    Args:
        readings: what `read_conversions` finds in it.
        rates: the exchange rates that running text states.
    """
    for reading in readings:
        stated = _stated(reading, rates)
        if stated is None or _allows(reading, stated):
            yield from _relations(reading, stated, _simplest(reading.rates))
        else:
            yield from _relations(reading, None, _simplest(reading.rates))
            yield from _against(reading, stated)


def read_conversions(layout: Layout) -> Iterator[Conversion]:
    """The columns of a table that another one is converted to, with the rates that their rows allow."""
    currencies = [strip for strip in layout.amounts if strip.unit]
    home = max(
        {strip.unit for strip in currencies},
        key=lambda unit: (sum(strip.unit == unit for strip in currencies), unit == "JPY", unit),
        default="",
    )
    for converted in currencies:
        if converted.unit == home:
            continue
        found = [
            reading
            for amount in currencies
            if amount.unit == home and (reading := _read(converted, amount)) is not None
        ]
        if found:
            yield max(found, key=lambda reading: (reading.score, -abs(reading.amount.at - converted.at)))


def _read(converted: Strip, amount: Strip) -> Conversion | None:
    pairs = []
    missed = 0
    for place in samples(converted, amount):
        result, base = converted.facts[place], amount.facts[place]
        if result is None or base is None or not (result.figure.value and base.figure.value):
            continue
        if result.figure.unit != converted.unit or base.figure.unit != amount.unit:
            continue
        if (result.figure.value < 0) is not (base.figure.value < 0):
            missed += 1
        else:
            pairs.append((_implied(result, base), result.figure))
    if len(pairs) < FEWEST:
        return None
    point, held = most_agreed([rates for rates, _ in pairs])
    agreed = [(rates, figure) for rates, figure in pairs if rates[0] <= point <= rates[1]]
    missed += len(pairs) - held
    told = sorted(log10(abs(value(figure)) / (figure.step or ONE) + 1) - 0.5 for _, figure in agreed)
    score = sum(told[:-1]) - MISS * missed
    if held < FEWEST or held <= 2 * missed or score < ENOUGH:
        return None
    rates = (max(low for (low, _), _ in agreed), min(high for (_, high), _ in agreed))
    return Conversion(converted, amount, rates, tuple(each for each, _ in pairs), held, missed, score)


def _implied(result: Fact, base: Fact) -> Interval:
    """The rates that two amounts allow; the converted one may be off by a last digit so that its column adds."""
    step = result.figure.step or ZERO
    low, high = sorted(abs(end) for end in interval(base.figure))
    value = abs(result.figure.value or ZERO)
    least = value - step
    return low / (value + step), (high / least if least > 0 else Decimal("Infinity"))


def _stated(reading: Conversion, rates: Sequence[Fact]) -> Fact | None:
    """The printed rate that is meant for a table: the nearest that fits, else the nearest that is near the mark."""
    wanted = f"/{reading.converted.unit}"
    here = max(fact.figure.span.end for fact in reading.converted.facts if fact is not None)
    near = sorted(
        (fact for fact in rates if fact.figure.unit.endswith(wanted)),
        key=lambda fact: (abs(fact.figure.span.start - here), fact.figure.span.start),
    )
    fitting = [fact for fact in near if _allows(reading, fact)]
    if fitting:
        return fitting[0]
    low, high = reading.rates[0] / SLIP, reading.rates[1] * SLIP
    return next((fact for fact in near if low < (fact.figure.value or ZERO) < high), None)


def _allows(reading: Conversion, stated: Fact) -> bool:
    """Whether a printed rate gives (nearly) as many rows as the rate that gives most."""
    low, high = interval(stated.figure)
    held = sum(low <= most and least <= high for least, most in reading.rows)
    return held * NEARLY[1] >= reading.held * NEARLY[0]


def _simplest(rates: Interval) -> Decimal:
    """The rate with the fewest decimals among those that the rows allow."""
    middle = (rates[0] + rates[1]) / 2
    for places in range(7):
        rate = rounded(middle, Decimal(1).scaleb(-places))
        if rates[0] <= rate <= rates[1]:
            return rate
    return middle


def _relations(reading: Conversion, stated: Fact | None, rate: Decimal) -> Iterator[Relation]:
    sure = certainty(reading.score, reading.held, reading.missed)
    for result, base in zip(reading.converted.facts, reading.amount.facts, strict=True):
        if result is None or base is None:
            continue
        if result.figure.unit != reading.converted.unit or base.figure.unit != reading.amount.unit:
            continue
        if (result.figure.step or 0) > (base.figure.step or 0) * FINER:
            continue  # per-share amounts beside converted ones
        yield _relation(result, base, stated, rate, sure)


def _against(reading: Conversion, stated: Fact) -> Iterator[Relation]:
    """The largest amounts against a printed rate with which they do not come out."""
    rows = [
        (result, base)
        for result, base in zip(reading.converted.facts, reading.amount.facts, strict=True)
        if result is not None and base is not None and result.figure.unit == reading.converted.unit
    ]
    rows.sort(key=lambda row: -abs(row[0].figure.value or ZERO))
    sure = certainty(reading.score, reading.held, reading.missed)
    for result, base in rows[:WITNESSES]:
        relation = _relation(result, base, stated, ZERO, sure)
        if relation.verdict is Verdict.BROKEN:
            yield relation


def _relation(result: Fact, base: Fact, stated: Fact | None, rate: Decimal, sure: int) -> Relation:
    members = (base,) if stated is None else (base, stated)
    used = rate if stated is None else None
    verdict, expected = evaluate(
        RelationKind.CONVERSION, result.figure, [member.figure for member in members], (), used
    )
    shown = stated.figure.printed if stated is not None else f"{rate}"
    note = f"{base.figure.printed} / {shown} = {result.figure.printed}"
    return Relation(RelationKind.CONVERSION, result, members, verdict, expected, sure, (), used, note=note)
