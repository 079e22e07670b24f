"""Versions whose tables came out of their file one column after the other: their figures are compared as sets of values.

Text that a program took out of a page without its layout holds the cells of a table on lines of their own, column after
column. Which row and which unit a figure belongs to is lost; what is left to compare is the values that either version
prints, how often, and in what sign.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from bilingual.align.assignment import best_assignment
from bilingual.align.block_keys import period_key
from bilingual.align.evidence import digit_likeness
from bilingual.align.line_times import BETWEEN
from bilingual.figures.periods import find_periods
from bilingual.model.alignment import Anchor, FigurePair, Pair, PairKind, PeriodPair, SegmentReading, Side
from bilingual.model.document import Language
from bilingual.model.figure import Aspect, Difference, Figure, FiscalCalendar
from bilingual.model.segment import SegmentKind

MANY = 30
"""Lone figures of a version from which it is its tables that stand in them, if there are more than cells of tables.

Of releases whose layout is kept the most have 22 beside hundreds of cells; without it the least have 97 beside 18.
"""
FEW = 12
"""The same of a version that has no cell of a table at all: a page of it that was copied."""
TELLING = 3
"""Digits from which a value is held against the values of the other version."""
LONG = 4
"""Digits from which two values that either version prints alone may be one with a slip."""
SLIP = 0.7
"""Likeness of their digits from which they are."""
ALIKE = 0.7
"""Share of the telling values that the other version must print too before one that it does not print means anything."""
USUAL = 4
"""Values that one power of ten parts in the two versions before it is one of units (億円, billions of yen)."""
FEWEST_BARE = 3
"""Figures without a unit of a line that is surely a row, where other tables are read."""
NARROW = 24
MOST_BREAKS = 2
"""Letters of a line of a narrow cell, and how often it breaks."""
STOPS = frozenset("。.")
_WORD_RE = re.compile(r"[^\W\d_]")
_YEAR_RE = re.compile(r"\d{4}|令和|平成")
_BARE_YEAR_RE = re.compile(r"(?:19|20)\d\d")
_SAID = (SegmentKind.SENTENCE, SegmentKind.NOTE)
_OF_UNITS = frozenset({Aspect.SCALE, Aspect.UNIT, Aspect.CURRENCY, Aspect.CURRENCY_MISSING})
_SLIPPED = ("slip",)


def lone_readings(side: Side) -> tuple[SegmentReading, ...]:
    """The lines of figures without a word, where the tables of a version stand in them; nothing in other versions."""
    return side.once(_tables_by_column)


def _tables_by_column(side: Side) -> tuple[SegmentReading, ...]:
    found = side.once(_lone)
    lone, cells = sum(len(reading.figures) for reading in found), sum(1 for _ in _cells(side))
    return found if lone >= (MANY if cells else FEW) and lone > cells else ()


def _lone(side: Side) -> tuple[SegmentReading, ...]:
    """All lines of figures without a word; only text without a layout of its own can lose what they belong to."""
    if side.document.layout is not None:
        return ()
    return tuple(
        [
            reading
            for reading in side.readings
            if reading.figures and not _WORD_RE.search(reading.segment.text)
        ]
    )


def as_sets(ja: Side, en: Side, pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """Pairs without the differences that only the lost order of a version makes.

    A difference stays where each of the two values is printed more often on its own side than on the other one, and the
    sides print the same values otherwise. Values that one side alone prints meet the one there that is a slip away.

    Args:
        ja: the Japanese side.
        en: the English side.
        pairs: what is paired.
    """
    if not (ja.once(_lone) or en.once(_lone)):
        return tuple(pairs)
    sets = _sets(ja, en, pairs)
    if not (lone_readings(ja) or lone_readings(en)):
        return tuple(sets.settled(pair, said=True) for pair in pairs)
    kept = [sets.settled(pair) for pair in pairs if pair.evidence != BETWEEN]
    return (*kept, *_slips(ja, en, kept, sets))


@dataclass(frozen=True)
class _Sets:
    """What both sides print.

    Attributes:
        placeless: starts of the figures whose row is lost, by language.
        more: values that a side prints more often than the other, by language; with their sign.
        printed: all digits that a side prints.
        alike: whether the sides print the same values but for a few.
        values: the same as numbers, whatever their digits.
        usual: powers of ten that part figures with the same digits.
        times: the days and periods that a side names.
        calendar: how the issuer names its periods.
    """

    placeless: Mapping[Language, frozenset[int]]
    more: Mapping[Language, Counter[tuple[str, str]]]
    printed: Mapping[Language, frozenset[str]]
    alike: bool
    values: Mapping[Language, Counter[Decimal]]
    usual: frozenset[int]
    times: Mapping[Language, frozenset[str]]
    calendar: FiscalCalendar

    def settled(self, pair: Pair, *, said: bool = False) -> Pair:
        """A pair without what the lost order explains; where it is ``said``, times stand where they belong."""
        if pair.evidence == _SLIPPED and not all(map(self._tells, pair.figures)):
            return replace(pair, figures=())
        said = said or any(
            reading.segment.kind in _SAID for reading in (*pair.ja_readings, *pair.en_readings)
        )
        figures = tuple(
            replace(both, differences=self._differences(both, said)) if both.differences else both
            for both in pair.figures
        )
        periods = tuple(both for both in pair.periods if said or not both.differences or self._is_new(both))
        return replace(pair, figures=figures, periods=periods)

    def placed(self, figure: Figure) -> bool:
        """Whether it is known what a figure belongs to."""
        return figure.span.start not in self.placeless[figure.language]

    def _tells(self, both: FigurePair, alone: int = LONG) -> bool:
        """Whether the digits of two figures may pair them by themselves, so many where the places of both are lost."""
        pair = both.ja, both.en
        places = [*map(self.placed, pair)]
        fewest = LONG if any(places) else alone
        return all(places) or all(len(figure.digits) >= fewest for figure in pair)

    def _differences(self, both: FigurePair, said: bool) -> tuple[Difference, ...]:
        """What differs in two figures for all that is known."""
        ja, en = both.ja, both.en
        if ja.moment and en.moment:
            told = said or self._is_other_day(ja, en)
        elif self.placed(ja) and self.placed(en):
            told = True
        elif not self.alike:
            told = False
        elif ja.digits == en.digits and _is_negative(ja) is _is_negative(en):
            told = self._is_tenfold(ja, en)
        elif _is_rounded(ja, en):
            told = False
        else:
            alone = all(self.more[figure.language][_key(figure)] > 0 for figure in (ja, en))
            alone = alone and self._tells(both, TELLING)
            told = alone and not (ja.value and en.value and self._are_met(ja.value, en.value))
            return tuple(map(_of_value, both.differences)) if told else ()
        return both.differences if told else ()

    def _is_tenfold(self, ja: Figure, en: Figure) -> bool:
        """Whether a power of ten parts two figures that parts no others, and either version has its value alone."""
        power = _power(ja, en)
        if self.placed(ja) or self.placed(en) or not power or ja.value is None or en.value is None:
            return False
        alone = self.values[Language.JA][ja.value] > 0 and self.values[Language.EN][en.value] > 0
        return alone and power not in self.usual and not self._are_met(ja.value, en.value)

    def _are_met(self, ja: Decimal, en: Decimal) -> bool:
        """Whether two values have counterparts elsewhere, a usual power of ten away, with fewer digits or not."""
        powers = [power for power in self.usual if power]
        japanese, english = (self.values[language] for language in Language)
        return any(_meets(ja.scaleb(-power), english) for power in powers) and any(
            _meets(en.scaleb(power), japanese) for power in powers
        )

    def _is_other_day(self, ja: Figure, en: Figure) -> bool:
        """Whether each of two days is named on its own side only, its year with it."""
        dated = all(_YEAR_RE.search(figure.printed) for figure in (ja, en))
        return dated and ja.moment not in self.times[Language.EN] and en.moment not in self.times[Language.JA]

    def _is_new(self, both: PeriodPair) -> bool:
        """Whether each of two periods is named on its own side only."""
        ja, en = (period_key(mention.period, self.calendar) for mention in (both.ja, both.en))
        return ja not in self.times[Language.EN] and en not in self.times[Language.JA]


def _sets(ja: Side, en: Side, pairs: Sequence[Pair]) -> _Sets:
    signed = {side.language: Counter(map(_key, _figures(side))) for side in (ja, en)}
    digits = {side.language: Counter(_telling(_figures(side))) for side in (ja, en)}
    values = {side.language: Counter(_values(side)) for side in (ja, en)}
    shared = (digits[Language.JA] & digits[Language.EN]).total()
    placeless = {side.language: frozenset(_placeless(side)) for side in (ja, en)}
    more = {one: values[one] - values[one.other] for one in Language}
    return _Sets(
        placeless,
        {one: signed[one] - signed[one.other] for one in Language},
        {one: frozenset(counts) for one, counts in digits.items()},
        shared >= ALIKE * min(counts.total() for counts in digits.values()),
        more,
        _usual(pairs, placeless) | _usual_of(more),
        {side.language: frozenset(_times(side)) for side in (ja, en)},
        ja.calendar,
    )


def _slips(ja: Side, en: Side, pairs: Sequence[Pair], sets: _Sets) -> Iterator[Pair]:
    """Values that one version alone prints, each with the one of the other version that a slip made of it."""
    if not sets.alike:
        return
    left, right = [*_surplus(ja, en, sets, pairs)], [*_surplus(en, ja, sets, pairs)]
    likely: dict[tuple[int, int], float] = {}
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            alone = (
                one.digits not in sets.printed[Language.EN] or other.digits not in sets.printed[Language.JA]
            )
            likeness = digit_likeness(one.digits, other.digits)
            if sets.placed(one) and sets.placed(other):
                continue
            if (alone or likeness == 1) and likeness >= SLIP and len(one.digits) == len(other.digits):
                likely[i, j] = likeness
    for i, j in best_assignment(likely):
        yield _slip(ja, en, left[i], right[j])


def _surplus(side: Side, opposite: Side, sets: _Sets, pairs: Sequence[Pair]) -> Iterator[Figure]:
    """The long values that a side prints more often than the other, those first that have no counterpart.

    Cells that have their rows count where the other version lost them.
    """
    met: dict[int, bool] = {}
    for pair in pairs:
        for both in pair.figures:
            for figure in (both.ja, both.en):
                met[id(figure)] = met.get(id(figure), False) or bool(both.differences)
    cells = frozenset(map(id, _cells(side))) if lone_readings(opposite) else frozenset()
    open_: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in _figures(side):
        long = len(figure.digits) >= LONG and not (figure.moment or _BARE_YEAR_RE.fullmatch(figure.printed))
        if long and (id(figure) in cells or not sets.placed(figure)) and not met.get(id(figure)):
            open_[_key(figure)].append(figure)
    for key, figures in open_.items():
        figures.sort(key=lambda figure: id(figure) in met)
        yield from figures[: max(0, sets.more[side.language][key])]


def _slip(ja: Side, en: Side, one: Figure, other: Figure) -> Pair:
    anchors = [
        (Anchor(figure.span, side.document.line_number(figure.span.start)),)
        for side, figure in ((ja, one), (en, other))
    ]
    aspect = Aspect.SIGN if one.digits == other.digits else Aspect.VALUE
    differs = FigurePair(one, other, (Difference(aspect, 1),))
    return Pair(PairKind.PROSE, 0.5, anchors[0], anchors[1], figures=(differs,), evidence=_SLIPPED)


def _of_value(item: Difference) -> Difference:
    """What differs between digits of which no unit is known: the value."""
    return replace(item, aspect=Aspect.VALUE) if item.aspect in _OF_UNITS else item


def _cells(side: Side) -> Iterator[Figure]:
    for table in side.tables:
        for row in table.rows:
            yield from (cell.figure for cell in row.cells if cell.figure is not None)


def _figures(side: Side) -> Iterator[Figure]:
    """All figures of a side."""
    yield from _cells(side)
    for reading in side.readings:
        yield from reading.figures


def _placeless(side: Side) -> Iterator[int]:
    fewest = 1 if lone_readings(side) else FEWEST_BARE
    for reading in (*side.once(_lone), *(one for one in side.readings if _is_bare(one, fewest))):
        yield from (figure.span.start for figure in reading.figures)
    if lone_readings(side):
        yield from (figure.span.start for figure in _cells(side))


def _is_bare(reading: SegmentReading, fewest: int) -> bool:
    """Whether a line that is no sentence states figures without a unit alone: a row, or half of one, that was read as text."""
    figures = reading.figures
    if len(figures) < fewest or any(figure.unit or figure.scale or figure.moment for figure in figures):
        return False
    return reading.segment.text.rstrip()[-1:] not in STOPS


def _key(figure: Figure) -> tuple[str, str]:
    """What a figure shows, whatever its unit: sign and digits."""
    return "-" if _is_negative(figure) else "", figure.digits


def _telling(figures: Iterable[Figure]) -> Iterator[str]:
    return (figure.digits for figure in figures if not figure.moment and len(figure.digits) >= TELLING)


def _is_negative(figure: Figure) -> bool:
    return figure.value is not None and figure.value < 0


def _is_rounded(ja: Figure, en: Figure) -> bool:
    """Whether one figure may be the other in a greater unit and with fewer digits: 1,198.4 (ten thousands) and 11.98 (millions)."""
    if not ja.value or not en.value or _is_negative(ja) is not _is_negative(en):
        return False
    great, small = sorted((ja, en), key=lambda figure: abs(figure.value or Decimal(0)), reverse=True)
    if great.value is None or small.value is None or "." not in small.printed:
        return False  # a figure that lost its last digit has no more decimals than before
    quotient = abs(great.value / small.value)
    power = (quotient * 2).adjusted() if quotient > 1 else 0
    telling = power > 0 and len(small.digits) >= TELLING
    return telling and _meets(great.value.scaleb(-power), (small.value,))


def _meets(value: Decimal, values: Iterable[Decimal]) -> bool:
    """Whether one of some values is a value, rounded to the digits of either."""
    return any(abs(value - other) <= _half(max(value, other, key=_half)) for other in values)


def _half(value: Decimal) -> Decimal:
    """Half a unit in the last place of a value, and a bit for what was cut off."""
    exponent = value.as_tuple().exponent
    return Decimal(6).scaleb(exponent - 1) if isinstance(exponent, int) else Decimal(0)


def _power(ja: Figure, en: Figure) -> int | None:
    """The power of ten between two figures with the same digits."""
    if not ja.value or not en.value:
        return None
    return ja.value.adjusted() - en.value.adjusted()


def _usual(pairs: Sequence[Pair], placeless: Mapping[Language, frozenset[int]]) -> frozenset[int]:
    """Powers of ten that part several lone figures with the same digits, or fewer of them, as their units do."""
    values: dict[int, set[str]] = defaultdict(set)
    for pair in pairs:
        for both in pair.figures:
            lone = any(figure.span.start in placeless[figure.language] for figure in (both.ja, both.en))
            power = _power(both.ja, both.en)
            same = both.ja.digits == both.en.digits or _is_rounded(both.ja, both.en)
            if lone and power is not None and same:
                values[power].add(both.ja.digits)
    return frozenset(power for power, found in values.items() if len(found) >= USUAL)


def _usual_of(more: Mapping[Language, Counter[Decimal]]) -> frozenset[int]:
    """Powers of ten that part several values which one version alone prints from values of the other one."""
    powers: Counter[int] = Counter()
    english: dict[str, set[int]] = defaultdict(set)
    for value in more[Language.EN]:
        english[_bare_digits(value)].add(value.adjusted())
    for value in more[Language.JA]:
        digits = _bare_digits(value)
        if len(digits) >= TELLING:
            powers.update({value.adjusted() - other for other in english[digits]})
    return frozenset(power for power, count in powers.items() if power and count >= USUAL)


def _bare_digits(value: Decimal) -> str:
    """The digits of a value without the noughts around them, behind its sign."""
    sign, digits, _ = value.as_tuple()
    return "-" * sign + "".join(map(str, digits)).strip("0")


def _values(side: Side) -> Iterator[Decimal]:
    return (figure.value for figure in _figures(side) if figure.value is not None)


def _times(side: Side) -> Iterator[str]:
    """The days and periods that a side names, those of a narrow cell that breaks over lines too."""
    yield from (figure.moment for figure in _figures(side) if figure.moment)
    for reading in side.readings:
        for mention in reading.periods:
            yield period_key(mention.period, side.calendar)
    for cell in _broken_cells(side) if lone_readings(side) else ():
        for mention in find_periods(cell, side.language, side.calendar):
            yield period_key(mention.period, side.calendar)


def _broken_cells(side: Side) -> Iterator[str]:
    """What two and three short lines with words say together, the last of them with a figure: the period of a head."""
    space = " " if side.language is Language.EN else ""
    texts = [reading.segment.text for reading in side.readings]
    for at in range(1, len(texts)):
        for first in range(max(0, at - MOST_BREAKS), at):
            parts = texts[first : at + 1]
            if max(map(len, parts)) <= NARROW and _WORD_RE.search(parts[0]):
                yield space.join(parts)
