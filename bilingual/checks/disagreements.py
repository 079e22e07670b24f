"""What the aligner paired and the comparison found to differ, one per pair of figures or periods."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bilingual.model.alignment import Comparison, FigurePair, Pair, PairKind, PeriodPair, SegmentReading
from bilingual.model.document import Span
from bilingual.model.figure import Aspect, Difference, Figure, Kind
from bilingual.model.segment import SegmentKind
from bilingual.model.table import Cell, Row

ORDER = (
    Aspect.SCALE, Aspect.SIGN, Aspect.RANGE, Aspect.CURRENCY, Aspect.UNIT, Aspect.POINTS, Aspect.MULTIPLE,
    Aspect.RATE, Aspect.WORD, Aspect.PERCENT, Aspect.VALUE, Aspect.DIRECTION, Aspect.TIME, Aspect.DATE,
    Aspect.BOUND, Aspect.ERA, Aspect.CUMULATIVE, Aspect.FISCAL_YEAR, Aspect.BASE, Aspect.PERIOD, Aspect.INSTANT,
    Aspect.NIL, Aspect.APPROXIMATION, Aspect.CURRENCY_MISSING,
)  # fmt: skip
"""Most specific first: where two figures differ in several respects, this one names the finding."""
RANK = {aspect: rank for rank, aspect in enumerate(ORDER)}
TIMES = frozenset(
    {Aspect.PERIOD, Aspect.FISCAL_YEAR, Aspect.CUMULATIVE, Aspect.BASE, Aspect.INSTANT, Aspect.ERA}
)
"""Aspects of the time that a figure is for, not of the figure itself."""
DIGITS_KEPT = frozenset({Aspect.SCALE, Aspect.CURRENCY, Aspect.UNIT, Aspect.CURRENCY_MISSING, Aspect.POINTS})
"""Aspects that a caption or the head of a column causes: the cells print the same digits."""
FAR = Decimal("0.1")
"""Parts of a whole this far apart are no loose rendering of each other: 3割 is called a third, but never a half."""
READ_AS_PRINTED = 100
"""Confidence of a figure that was read as it stands."""
SENTENCE = 80
"""Characters of an English sentence that an edge cuts, at least."""
_SAID = (SegmentKind.SENTENCE, SegmentKind.NOTE)
_GOES_ON_RE = re.compile(r"\b(?:was|were|is|to|of|by|at|reached|totale?d|stood|recorded)\s*$")
DIGITS_RE = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two places that stand for the same fact and differ.

    Attributes:
        pair: the aligned unit that they stand in.
        difference: the most serious and most specific respect in which they differ.
        ja_span: the Japanese place.
        en_span: the English place.
        figures: the two figures; None where two period mentions differ.
        periods: the two period mentions; None where two figures differ.
    """

    pair: Pair
    difference: Difference
    ja_span: Span
    en_span: Span
    figures: FigurePair | None = None
    periods: PeriodPair | None = None

    @property
    def aspect(self) -> Aspect:
        """The respect in which they differ."""
        return self.difference.aspect

    @property
    def kinds(self) -> frozenset[Kind]:
        """What the two figures measure; empty for periods."""
        return frozenset({self.figures.ja.kind, self.figures.en.kind}) if self.figures else frozenset()

    @property
    def ja_printed(self) -> str:
        """The Japanese words."""
        return (
            self.figures.ja.printed
            if self.figures
            else self.periods.ja.period.printed
            if self.periods
            else ""
        )

    @property
    def en_printed(self) -> str:
        """The English words."""
        return (
            self.figures.en.printed
            if self.figures
            else self.periods.en.period.printed
            if self.periods
            else ""
        )

    @property
    def same_digits(self) -> bool:
        """Whether both sides print the same digits: then a unit, a sign or a word differs, not the number.

        A full stop that a repair reads as a comma is one.
        """
        ja, en = self.ja_printed, self.en_printed
        if self.figures and min(self.figures.ja.confidence, self.figures.en.confidence) < READ_AS_PRINTED:
            ja, en = ja.replace(".", ","), en.replace(".", ",")
        return DIGITS_RE.findall(ja) == DIGITS_RE.findall(en)

    @property
    def in_table(self) -> bool:
        """Whether both are cells of paired rows."""
        return self.pair.kind is PairKind.ROW and self.figures is not None


def principal(differences: tuple[Difference, ...]) -> Difference | None:
    """The difference that names the finding: the most serious, then the most specific."""
    if not differences:
        return None
    return min(differences, key=lambda item: (-item.serious, RANK[item.aspect]))


def collect(comparison: Comparison) -> Iterator[Disagreement]:
    """Yield one disagreement per pair of figures or periods that differ, in order of the alignment."""
    for pair in comparison.alignment.pairs:
        for both in pair.figures:
            differences = both.differences
            if differences and pair.kind is PairKind.ROW:
                # Cells take their period from the column: the columns are compared as such.
                differences = tuple(item for item in differences if item.aspect not in TIMES)
            difference = principal(differences)
            if (
                difference is not None
                and difference.aspect is Aspect.SCALE
                and (_lost_its_unit(pair, both.en) or _unit_is_elsewhere(pair, both))
            ):
                continue
            if difference is not None:
                yield Disagreement(pair, difference, both.ja.span, both.en.span, figures=both)
        for times in pair.periods:
            difference = principal(times.differences)
            if difference is not None and difference.serious:
                yield Disagreement(pair, difference, times.ja_span, times.en_span, periods=times)


def _lost_its_unit(pair: Pair, english: Figure) -> bool:
    """Whether an English sentence breaks off behind a bare amount: its million stands at the top of another column or page.

    An item of a list may end so: only a sentence, whose verb stands before the amount, is not over. A row that no table
    holds and that meets a sentence has its unit in a caption that it lost.
    """
    if english.scale or pair.kind is PairKind.ROW:
        return False
    if not english.unit and _are(pair.ja_readings, *_SAID) and _are(pair.en_readings, SegmentKind.HEADING):
        return all(len(reading.figures) == 1 for reading in pair.en_readings)
    texts = (reading.segment.text.rstrip() for reading in pair.en_readings)
    return any(
        len(text) >= SENTENCE
        and text.endswith(english.printed)
        and _GOES_ON_RE.search(text.removesuffix(english.printed)) is not None
        for text in texts
    )


def _unit_is_elsewhere(pair: Pair, both: FigurePair) -> bool:
    """Whether a Japanese row that no table holds meets an English sentence with the digits of a bare amount: its unit is lost."""
    bare = not both.ja.unit and not both.ja.scale and both.en.scale
    if pair.kind is PairKind.ROW or not bare or both.ja.printed not in both.en.printed:
        return False
    if any(figure.unit for reading in pair.ja_readings for figure in reading.figures):
        return False
    return _are(pair.ja_readings, SegmentKind.HEADING) and _are(
        pair.en_readings, SegmentKind.LIST_ITEM, *_SAID
    )


def _are(readings: tuple[SegmentReading, ...], *kinds: SegmentKind) -> bool:
    return bool(readings) and all(reading.segment.kind in kinds for reading in readings)


def cell_of(row: Row | None, figure: Figure) -> Cell | None:
    """The cell of a row that holds a figure."""
    if row is None:
        return None
    for cell in row.cells:
        if cell.figure is figure:
            return cell
    return next((cell for cell in row.cells if cell.span == figure.span), None)


def has_myriads(item: Disagreement) -> bool:
    """Whether the Japanese amount counts in 億 or 兆, which English has no word for."""
    printed = f"{item.figures.ja.printed}{item.figures.ja.unit_printed}" if item.figures else ""
    return "億" in printed or "兆" in printed


def far_apart(item: Disagreement) -> bool:
    """Whether two parts of a whole, in words or per cent, differ by more than a tenth of it."""
    if item.figures is None:
        return False
    parts = [_part(figure) for figure in (item.figures.ja, item.figures.en)]
    return None not in parts and abs((parts[0] or Decimal(0)) - (parts[1] or Decimal(0))) > FAR


def _part(figure: Figure) -> Decimal | None:
    if figure.value is None or figure.kind not in (Kind.RATIO, Kind.PERCENT):
        return None
    return abs(figure.value) / 100 if figure.kind is Kind.PERCENT else abs(figure.value)
