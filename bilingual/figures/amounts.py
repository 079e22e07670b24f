"""Compare values under the precision that they are printed with."""

from __future__ import annotations

from decimal import Decimal

from bilingual.figures.reading import power
from bilingual.figures.words_ja import DECADE
from bilingual.model.figure import Aspect, Bound, Difference, Figure, Kind

EXPONENTS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 12)
"""Powers of ten that a wrong scale word or unit note makes: thousand and million 3, 億 and billion 1, …"""

NEAR_POWER = Decimal("0.005")
"""How far from the power of ten a ratio may be: the other figure is rounded."""

LEAST_WIDENING = Decimal("0.05")
"""About 12 billion may stand for 11.5 or 12.5."""

NEXT_SCALE = 1000
"""From thousands to millions, from millions to billions: tables of both versions may be in one of them each."""

ZERO = Decimal(0)
FEW = 100
TENTHS = 10


def compare_values(ja: Figure, en: Figure, *, cell: bool = False) -> list[Difference]:
    """Compare what is printed, without sign."""
    if ja.ends or en.ends:
        return _compare_ranges(ja, en)
    if ja.value is None or en.value is None:
        return []
    first, second = abs(ja.value), abs(en.value)
    if first == second:
        return []
    if (
        _cut_to_scale(ja, en)
        if cell
        else _consistent(ja, en, first, second) or _same_set(ja, en, first, second)
    ):
        return []
    factor = _factor(first, second, ja, en)
    if factor and not (cell and ja.kind is Kind.PERCENT):
        return [Difference(Aspect.SCALE, 2, f"factor {power(factor):,f}")]
    return [Difference(_aspect(ja, en), 2, f"{ja.printed} against {en.printed}")]


COUNTED = frozenset({Kind.COUNT, Kind.NUMBER})
_MEASURED = frozenset({Kind.PHYSICAL, Kind.COUNT})


def _cut_to_scale(ja: Figure, en: Figure) -> bool:
    """Whether two amounts or measures are counted in other scales, and the coarser one is the finer one cut down or rounded.

    165,445 thousand and 165 million, 29,726 million and 29.7 billion: each table keeps to its own unit. Billions with a
    decimal are rounded: who cuts down keeps whole units. Counts and measures are rounded too: 1,198.4万件 and 11.98 million, 412,386 t-CO2 and 412.4 thousand t-CO2.
    """
    counts = ja.kind in COUNTED and en.kind in COUNTED and bool(ja.scale and en.scale)
    measures = ja.kind is en.kind and ja.kind in _MEASURED and ja.unit == en.unit != ""
    amounts = ja.kind is Kind.AMOUNT and en.kind is Kind.AMOUNT and ja.unit == en.unit
    if not (counts or amounts or measures):
        return False
    coarse, fine = (ja, en) if (ja.step or ZERO) > (en.step or ZERO) else (en, ja)
    if not coarse.step or not fine.step or (fine.step < 1 and not measures):
        return False
    rest = abs(fine.value or ZERO) - abs(coarse.value or ZERO)
    if counts or measures or coarse.step < NEXT_SCALE * fine.step:
        return coarse.scale > fine.scale and coarse.step > fine.step and abs(rest) <= coarse.step / 2
    return -coarse.step / 2 <= rest < coarse.step


def _aspect(ja: Figure, en: Figure) -> Aspect:
    if ja.kind is en.kind:
        special = {Kind.PERCENT: Aspect.PERCENT, Kind.RATE: Aspect.RATE, Kind.RATIO: Aspect.MULTIPLE}
        if ja.word is not en.word or (ja.word and en.word):
            return Aspect.WORD
        return special.get(ja.kind, Aspect.VALUE)
    if ja.word or en.word:
        return Aspect.WORD
    return Aspect.RATE if Kind.RATE in (ja.kind, en.kind) else Aspect.VALUE


def _factor(first: Decimal, second: Decimal, ja: Figure, en: Figure) -> int:
    """The power of ten between two values; 0 where there is none.

    Small numbers without scale words (3 and 30) differ, they are not misscaled.
    """
    low, high = sorted((first, second))
    if low == ZERO:
        return 0
    ratio = high / low
    if ratio < 9:
        return 0
    scaled = ja.scale or en.scale or ja.kind in (Kind.AMOUNT, Kind.PHYSICAL)
    for exponent in EXPONENTS:
        size = power(exponent)
        if abs(ratio / size - 1) <= NEAR_POWER:
            return exponent if scaled or ja.value is None or low >= 100 else 0
    return 0


def _consistent(ja: Figure, en: Figure, first: Decimal, second: Decimal) -> bool:
    """Whether figures of different precision can be prints of one value."""
    ja_step, en_step = ja.step or ZERO, en.step or ZERO
    if ja.approximate is not en.approximate:
        about, exact = (ja, en) if ja.approximate else (en, ja)
        if (exact.step or ZERO) < _significant_step(about):
            size, other = (first, second) if about is ja else (second, first)
            widening = size * LEAST_WIDENING if about.kind is not Kind.COUNT else ZERO
            return abs(size - other) <= max(_significant_step(about) / 2, widening)
    if within_limit(ja, en):
        return True
    if ja_step == en_step:
        return False
    if ja.kind is en.kind is Kind.COUNT and not (ja.scale or en.scale) and min(first, second) < FEW:
        return False  # what is counted one by one is not rounded
    if ja.kind is en.kind is Kind.RATIO and abs(first - second) * TENTHS > max(first, second):
        return False  # nobody rounds 1.5 times to twice
    low, high = _interval(first, ja_step, ja)
    other_low, other_high = _interval(second, en_step, en)
    return (
        low <= other_high
        and other_low <= high
        and _meets(low, high, other_low, other_high, min(ja_step, en_step))
    )


def within_limit(ja: Figure, en: Figure) -> bool:
    """Whether an exact figure lies just on its side of the round limit that the other names: 12,345, more than 12,000."""
    limits = [figure for figure in (ja, en) if figure.bound is not None]
    if len(limits) != 1 or ja.value is None or en.value is None:
        return False
    limit = limits[0]
    size, other = abs(limit.value or ZERO), abs((en if limit is ja else ja).value or ZERO)
    step = _significant_step(limit)
    if limit.kind not in (Kind.AMOUNT, Kind.COUNT) or (limit.step == step and not limit.scale):
        return False
    step = min(step, size / 10)
    if limit.bound in (Bound.MORE, Bound.JUST_OVER, Bound.AT_LEAST):
        return size < other < size + step
    return size - step < other < size


def _meets(low: Decimal, high: Decimal, other_low: Decimal, other_high: Decimal, step: Decimal) -> bool:
    """Half-open intervals share more than a border and half a step of the finer print; a point has to lie inside.

    What is cut down to 5億円 is not rounded up to ¥600 million.
    """
    if low == high or other_low == other_high:
        return max(low, other_low) < max(high, other_high) or (low == other_low and high == other_high)
    return min(high, other_high) - max(low, other_low) > step / 2


def _interval(size: Decimal, step: Decimal, figure: Figure) -> tuple[Decimal, Decimal]:
    """What may have been rounded to a size, or cut down to it; nobody cuts 28 % down to 2割, or 2.5倍 to twofold."""
    if figure.kind in (Kind.PERCENT, Kind.RATIO):
        return size - step / 2, size + step / 2
    return size - step / 2, size + step


def _significant_step(figure: Figure) -> Decimal:
    """The step of the last digit that an approximate figure means: the zeros of 120億円 are no digits.

    At least two digits count (100億円 means 95 to 105), and per cent are meant as printed.
    """
    step = figure.step or ZERO
    if figure.kind not in (Kind.AMOUNT, Kind.COUNT) or figure.value is None or not step:
        return step
    size = abs(figure.value)
    while size and size % (step * 10) == 0 and size / (step * 10) >= 10:
        step *= 10
    return step


def _same_set(ja: Figure, en: Figure, first: Decimal, second: Decimal) -> bool:
    """More than 29 and 30以上 are the same whole numbers."""
    if ja.kind not in (Kind.COUNT, Kind.NUMBER) or ja.bound is None or en.bound is None:
        return False
    steps = {Bound.MORE: (1, ">"), Bound.AT_LEAST: (0, ">"), Bound.LESS: (-1, "<"), Bound.AT_MOST: (0, "<")}
    if ja.bound not in steps or en.bound not in steps or first % 1 or second % 1:
        return False
    (ja_move, ja_way), (en_move, en_way) = steps[ja.bound], steps[en.bound]
    return ja_way == en_way and first + ja_move == second + en_move


def _compare_ranges(ja: Figure, en: Figure) -> list[Difference]:
    if not ja.ends or not en.ends:
        if en.ends and ja.value is not None and ja.subject.endswith(DECADE) and _decade(ja.value, en.ends):
            return []
        ends, value = (ja.ends, en.value) if ja.ends else (en.ends, ja.value)
        return (
            [Difference(Aspect.RANGE, 2, f"{ja.printed} against {en.printed}")]
            if ends and value is not None
            else []
        )
    pairs = list(zip(ja.ends, en.ends, strict=True))
    if all(_end_agrees(ja, en, first, second) for first, second in pairs):
        return []
    factors = {_factor(abs(first), abs(second), ja, en) for first, second in pairs}
    if len(factors) == 1 and factors != {0}:
        return [Difference(Aspect.SCALE, 2, f"factor {power(factors.pop()):,f}")]
    note = f"{ja.printed} against {en.printed}"
    return [Difference(Aspect.RANGE, 2, note)]


def _decade(value: Decimal, ends: tuple[Decimal, Decimal]) -> bool:
    """Whether a range reaches from a round number to the next one: 4割台, between 40% and 50%."""
    size = ends[1] - ends[0]
    return ends[0] == value and size > 0 and size.normalize().as_tuple().digits in ((1,), (9,))


def _end_agrees(ja: Figure, en: Figure, first: Decimal, second: Decimal) -> bool:
    return first == second or ((first < 0) is (second < 0) and _consistent(ja, en, abs(first), abs(second)))
