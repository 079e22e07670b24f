"""Formulas of relations: what the members give for the result, and whether the printed result can mean that.

Every printed figure stands for an interval (`docs`: value model): half-up and truncated printing together, unless
the issuer's way of rounding is known. All arithmetic is exact (Decimal).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Context, Decimal, getcontext, setcontext

from bilingual.model.figure import Bound, Figure, Kind
from bilingual.model.relation import RelationKind, Verdict

Interval = tuple[Decimal, Decimal]
ZERO, ONE, HUNDRED, HALF = Decimal(0), Decimal(1), Decimal(100), Decimal("0.5")
HUNDREDTH = Decimal("0.01")
AVERAGED = 3
"""Members of a quotient over an average: what is divided, and what was there at the end and at the start."""
NEARLY, LOOSELY = Decimal("0.7"), Decimal("1.5")
"""Parts of a multiple in words between which it is still called so."""
PRECISION = 40
"""Digits of intermediate quotients: far more than any release prints."""
_EXACT = Context(prec=PRECISION)


def interval(figure: Figure) -> Interval:
    """The values that a printed figure can mean, half-up and truncation together; nil is exactly zero."""
    return figure.interval or (ZERO, ZERO)


def evaluate(
    kind: RelationKind,
    result: Figure,
    members: Sequence[Figure],
    weights: Sequence[int] = (),
    rate: Decimal | None = None,
) -> tuple[Verdict, Decimal | None]:
    """Whether a relation is satisfied by these figures, and what the members give for the result.

    Args:
        kind: the formula.
        result: the figure that the members determine.
        members: in the order of ``Relation.members``.
        weights: for sums, the sign of each member; for the others, -1 where the result's sign is turned: by words,
            or for growth that is stated over the size of a negative base. With a weight for each of three members, a
            quotient is over the average of the last two, else over the second less the third.
        rate: for conversions, the rate where no member prints it.

    Returns:
        The verdict, and the expected value of the result; (``BROKEN``, None) where nothing can be computed.
    """
    before = getcontext()
    setcontext(_EXACT)  # a third of the time of ``localcontext``, which copies
    try:
        if kind in (RelationKind.SUM, RelationKind.CROSS_SUM):
            return _sum(result, members, weights)
        if kind is RelationKind.EQUAL:
            return _equal(result, members[0], _turn(weights))
        if kind is RelationKind.CONVERSION:
            return _conversion(result, members, rate)
        averaged = len(members) == len(weights) == AVERAGED
        return _quotient(kind, result, members, _turn(weights), averaged=averaged)
    finally:
        setcontext(before)


def explained_by_rounding(apart: Decimal, step: Decimal, parts: Sequence[Decimal], below: int = 0) -> bool:
    """Whether a printed total may lie so far from the sum of its printed parts.

    Half-up printing of ``n`` parts and a total moves the difference by less than (n + 1) / 2 steps either way.
    Truncation towards zero (切捨て) lets a total of ``n`` positive parts exceed their sum by up to n - 1 steps;
    negative parts move it the other way.

    Args:
        apart: total less sum.
        step: the last digit that the figures print.
        parts: the signed parts as they enter the sum; zeros do not count.
        below: parts that are printed as 0: what is below the last digit may add up.
    """
    steps = apart / step if step else apart
    positive = len([part for part in parts if part > 0])
    negative = len([part for part in parts if part < 0])
    if abs(steps) * 2 < positive + negative + below + 1:
        return True
    least, most = max(negative - (not positive), 0), max(positive - (not negative), 0)
    return -least - below * (negative > 0) <= steps <= most + below * (positive > 0)


def _sum(result: Figure, members: Sequence[Figure], weights: Sequence[int]) -> tuple[Verdict, Decimal]:
    parts = [value(member) * weight for member, weight in zip(members, weights, strict=True)]
    expected = sum(parts, ZERO)
    apart = value(result) - expected
    if not apart:
        return Verdict.HOLDS, expected
    if all(_is_counted(figure) for figure in (result, *members)):
        return Verdict.BROKEN, expected
    step = max(figure.step or ZERO for figure in (result, *members))
    below = sum(member.value == ZERO and "0" in member.printed for member in members)
    explained = explained_by_rounding(apart, step, parts, below)
    return (Verdict.PLUG if explained else Verdict.BROKEN), expected


def _meanings(figure: Figure) -> Interval:
    """The values that a member of a quotient can mean: of what was counted one by one, the printed one."""
    return (value(figure), value(figure)) if _is_counted(figure) else interval(figure)


def _is_counted(figure: Figure) -> bool:
    """Whether a figure was counted one by one, persons and cases, so that nothing is rounded."""
    return figure.kind is Kind.COUNT and not figure.scale and figure.step == ONE and not figure.approximate


def _turn(weights: Sequence[int]) -> int:
    """-1 where words carry what the figure does not: a loss of 300, a decrease of 5%, what costs leave of revenue."""
    return weights[0] if weights else 1


def _equal(result: Figure, other: Figure, turn: int) -> tuple[Verdict, Decimal]:
    expected = value(other) * turn
    if value(result) == expected:
        return Verdict.HOLDS, expected
    low, high = interval(result)
    other_low, other_high = sorted(end * turn for end in interval(other))
    if (result.step or ZERO) == (other.step or ZERO):
        return Verdict.BROKEN, expected
    meets = low < other_high and other_low < high
    return (Verdict.HOLDS if meets else Verdict.BROKEN), expected


def _conversion(
    result: Figure, members: Sequence[Figure], rate: Decimal | None
) -> tuple[Verdict, Decimal | None]:
    per = rate if rate is not None else value(members[1])
    if not per:
        return Verdict.BROKEN, None
    low, high = sorted(end / per for end in interval(members[0]))
    step = result.step or ZERO
    expected = rounded(value(members[0]) / per, step)
    mine = value(result)
    if low - step * 3 / 2 < mine < high + step * 3 / 2:  # half by rounding, one that makes the column add
        exact = low - step / 2 <= mine <= high + step / 2
        return (Verdict.HOLDS if exact else Verdict.PLUG), expected
    return Verdict.BROKEN, expected


def _quotient(
    kind: RelationKind, result: Figure, members: Sequence[Figure], turn: int = 1, *, averaged: bool = False
) -> tuple[Verdict, Decimal | None]:
    """Growth, share and ratio in per cent; a ratio in times or per share where the result's unit says so.

    Turned, a growth is a decrease, and a ratio what the numerator leaves of the denominator.
    """
    top, bottom = _meanings(members[0]), _meanings(members[1])
    base = value(members[1])
    for other in members[2:]:
        low, high = _meanings(other)
        if averaged:  # what was there at the start and at the end
            base = (base + value(other)) / 2
            bottom = ((bottom[0] + low) / 2, (bottom[1] + high) / 2)
        else:  # shares issued, less those that the issuer holds itself
            base -= value(other)
            bottom = (bottom[0] - high, bottom[1] - low)
    if not base or bottom[0] <= 0 <= bottom[1]:
        return Verdict.BROKEN, None
    ends = [first / second for first in top for second in bottom]
    factor = HUNDRED if result.unit == "%" else ONE
    one = ONE if kind is RelationKind.GROWTH or turn < 0 else ZERO
    low, high = (min(ends) - one) * factor * turn, (max(ends) - one) * factor * turn
    if turn < 0:
        low, high = high, low
    step = result.step or ZERO
    expected = rounded((value(members[0]) / base - one) * factor * turn, step)
    if result.kind is Kind.RATIO and (result.word or result.approximate or result.bound):
        expected = rounded(expected, step or HUNDREDTH)
        least, most = _meant(result)
        return (Verdict.HOLDS if low <= most and least <= high else Verdict.BROKEN), expected
    mine = value(result)
    # Half-up printing strays by half a step either way, truncation by a whole one towards zero.
    low, high = (low - step, high + step / 2) if expected >= 0 else (low - step / 2, high + step)
    if low <= mine <= high:
        return Verdict.HOLDS, expected
    return (Verdict.PLUG if low - step <= mine <= high + step else Verdict.BROKEN), expected


def _meant(multiple: Figure) -> Interval:
    """The quotients that a multiple in words or with a limit may mean: doubled, more than halved, about 3 times.

    Words are loose: only what nobody would call so is outside.
    """
    mine = value(multiple)
    most = Decimal("Infinity")
    if multiple.bound in (Bound.MORE, Bound.AT_LEAST):
        return (mine, most) if mine >= ONE else (ZERO, mine)
    if multiple.bound in (Bound.LESS, Bound.AT_MOST):
        return (mine * NEARLY, mine) if mine >= ONE else (ZERO, mine * LOOSELY)
    return mine * NEARLY, mine * LOOSELY


def value(figure: Figure) -> Decimal:
    """The value of a figure; nil counts as zero."""
    return figure.value if figure.value is not None else ZERO


def rounded(number: Decimal, step: Decimal) -> Decimal:
    """A computed number as a table with this step would print it (half up)."""
    if not step:
        return number
    steps = number / step
    whole = (abs(steps) + HALF).to_integral_value(rounding="ROUND_FLOOR")
    return (whole if steps >= 0 else -whole) * step
