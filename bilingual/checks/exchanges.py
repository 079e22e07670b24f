"""Values that stand in each other's place: rows, cells of a row, figures of a sentence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from bilingual.align.evidence import digit_weight
from bilingual.checks.disagreements import Disagreement
from bilingual.figures.periods import compare_periods
from bilingual.model.alignment import Comparison, Pair
from bilingual.model.figure import Aspect, Figure, Kind, Period
from bilingual.model.table import Row

Key = tuple[str, ...]
OTHER_HEADS = "the cells of the row stand under other heads"


def _value(figure: Figure) -> str:
    """What a cell shows, comparable across the languages and columns: sign and digits."""
    if figure.kind in (Kind.NIL, Kind.NOT_APPLICABLE):
        return "-"
    sign = "-" if figure.value is not None and figure.value < 0 else ""
    return sign + figure.digits


def row_values(row: Row | None) -> Key:
    """The values of a row in order."""
    if row is None:
        return ()
    return tuple(_value(cell.figure) for cell in row.cells if cell.figure is not None)


def exchanged_rows(pairs: Sequence[Pair]) -> Iterator[tuple[Pair, Pair]]:
    """Yield two row pairs each of which shows in English what the other shows in Japanese."""
    waiting: dict[tuple[Key, Key], list[Pair]] = defaultdict(list)
    for pair in pairs:
        ja, en = row_values(pair.ja_row), row_values(pair.en_row)
        if not ja or ja == en or max(map(digit_weight, ja)) < 0.6:
            continue
        partners = waiting[en, ja]
        if partners:
            yield partners.pop(), pair
        else:
            waiting[ja, en].append(pair)


FURTHER = "the cells stand one column further"
EXCHANGED = "two cells are exchanged"


def moved_cells(pair: Pair) -> str:
    """Say how the cells of a row moved; empty where their values are not the same ones.

    All cells one column further, or the same values in another order.
    """
    # Only cells of paired columns count: a column that one side alone has moves nothing.
    ja = tuple(_value(both.ja) for both in pair.figures)
    en = tuple(_value(both.en) for both in pair.figures)
    if len(ja) < 2 or ja == en:
        return ""
    if Counter(ja) == Counter(en):
        moved = [at for at, (mine, other) in enumerate(zip(ja, en, strict=True)) if mine != other]
        return EXCHANGED if len(moved) == 2 else "the same values stand in another order"
    if len(ja) >= 3 and (_shifted(ja, en) or _shifted(en, ja)):
        return FURTHER
    return ""


def lost_cell(pair: Pair) -> str:
    """Say why cells with the same values were compared with others: a cell is lost, or heads differ; else empty."""
    ja, en = row_values(pair.ja_row), row_values(pair.en_row)
    apart = sum(_value(both.ja) != _value(both.en) for both in pair.figures)
    if ja == en and apart:
        return OTHER_HEADS
    if min(len(ja), len(en)) < 3 or apart < 2:
        return ""
    if len(ja) == len(en):
        equal = sum(mine == other for mine, other in zip(ja, en, strict=True))
        return OTHER_HEADS if equal >= max(3, len(ja) - 1) else ""
    short, long = sorted((ja, en), key=len)
    common = _in_order(short, long)
    if len(short) - common > 1 or common < 3:
        return ""
    return f"the {'Japanese' if short is ja else 'English'} row has {len(long) - len(short)} fewer cells"


def _in_order(short: Key, long: Key) -> int:
    """How many values of a row stand in the longer row, in the same order."""
    at = found = 0
    for value in short:
        try:
            at = long.index(value, at) + 1
        except ValueError:
            continue
        found += 1
    return found


def _shifted(one: Key, other: Key) -> bool:
    return one[1:] == other[:-1] and len(set(one)) > 1


def exchanged_figures(
    items: Sequence[Disagreement], comparison: Comparison
) -> Iterator[tuple[Disagreement, Disagreement]]:
    """Yield two figures of running text that stand in each other's place.

    Either each has the period or base of the other, or each the value of the other.
    """
    by_pair: dict[int, list[Disagreement]] = defaultdict(list)
    for item in items:
        if item.figures is not None:
            by_pair[id(item.pair)].append(item)
    for found in by_pair.values():
        taken: set[int] = set()
        for at, one in enumerate(found[:40]):
            for other in found[at + 1 : at + 8]:
                if id(one) in taken or id(other) in taken:
                    continue
                if max(one.difference.serious, other.difference.serious) < 2:
                    continue
                if _crossed_values(one, other) or _crossed_times(one, other, comparison):
                    taken.update((id(one), id(other)))
                    yield one, other


def carry_units(one: Disagreement, other: Disagreement) -> bool:
    """Whether two figures that change places take their units along, other ones: nobody exchanges those, they were paired crosswise."""
    if one.figures is None or other.figures is None or not _crossed_values(one, other):
        return False
    first, second = one.figures, other.figures
    if any(figure.kind is not Kind.AMOUNT for both in (first, second) for figure in (both.ja, both.en)):
        return False  # of two rates one may name its foreign currency
    return first.ja.unit == second.en.unit != first.en.unit == second.ja.unit


def _crossed_values(one: Disagreement, other: Disagreement) -> bool:
    if one.figures is None or other.figures is None:
        return False
    keys = [figure.digits for figure in (one.figures.ja, one.figures.en, other.figures.ja, other.figures.en)]
    return keys[0] == keys[3] and keys[1] == keys[2] and keys[0] != keys[1]


def _crossed_times(one: Disagreement, other: Disagreement, comparison: Comparison) -> bool:
    if one.aspect not in (Aspect.BASE, Aspect.PERIOD) or other.aspect is not one.aspect:
        return False
    first, second = _times(one), _times(other)
    if not (_same(first[0], second[1], comparison) and _same(second[0], first[1], comparison)):
        return False
    # Values and periods in the same order in both languages are no exchange: one was read with the wrong other.
    values = (one.ja_span < other.ja_span) is not (one.en_span < other.en_span)
    return values is not _periods_cross(one.pair, first[0], second[0])


def _periods_cross(pair: Pair, one: Period | None, other: Period | None) -> bool:
    places = {both.ja.period.printed: both for both in pair.periods}
    first, second = (places.get(period.printed) if period else None for period in (one, other))
    if first is None or second is None:
        return False
    return (first.ja_span < second.ja_span) is not (first.en_span < second.en_span)


def _times(item: Disagreement) -> tuple[Period | None, Period | None]:
    assert item.figures is not None
    if item.aspect is Aspect.BASE:
        return item.figures.ja.base, item.figures.en.base
    return item.figures.ja.period, item.figures.en.period


def _same(ja: Period | None, en: Period | None, comparison: Comparison) -> bool:
    if ja is None or en is None:
        return False
    found = compare_periods(ja, en, comparison.ja.calendar, comparison.en.calendar)
    return all(difference.serious < 2 for difference in found)
