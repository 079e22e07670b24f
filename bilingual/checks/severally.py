"""Figures that one of two given segments deals out to a list, in another order: A社が20億円、B社が30億円; 3 and 2, respectively."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from bilingual.align.mentions import kind_class
from bilingual.checks.enumerated import depend
from bilingual.checks.examination import Examination
from bilingual.checks.free_labels import Label
from bilingual.checks.labelled import times_of
from bilingual.checks.listed import agreeing_figures
from bilingual.checks.worded_labels import everything
from bilingual.figures.surroundings import LIST_GAP_RE, SEVERALLY_RE
from bilingual.model.alignment import FigurePair, Side
from bilingual.model.document import Language
from bilingual.model.figure import Figure, Kind

_Places = Sequence[tuple[int, int]]
_Run = Sequence[FigurePair]


def exchanged_severally(exam: Examination) -> Iterator[tuple[FigurePair, FigurePair]]:
    """Yield the first two figures of a list that is dealt out in words, which the other segment has in the other order.

    What the figures are dealt out to keeps its order, as far as it is known in both languages: 前期, 当期 and
    the current and the previous year may be told the other way round with their figures.
    """
    if not exam.one_segment:
        return
    dealt = [side for side in exam.sides if SEVERALLY_RE[side.language].search(side.readings[0].segment.text)]
    if not dealt:
        return
    agreeing = agreeing_figures(exam)
    for side in dealt:
        other = exam.en if side is exam.ja else exam.ja
        for run in _runs(side, agreeing):
            crossed = next((both for both in pairwise(run) if _behind(other, *both)), None)
            if crossed is None or any(map(_of_one_time, crossed)) or _depends(other, crossed):
                continue
            if not _keeps_order(exam, side, run):
                continue
            yield crossed
            return


def _figure(side: Side, both: FigurePair) -> Figure:
    return both.ja if side.language is Language.JA else both.en


def _place(side: Side, figure: Figure) -> tuple[int, int]:
    content = side.readings[0].segment.content
    return content.index(figure.span.start), content.index(figure.span.end)


def _runs(side: Side, agreeing: Sequence[FigurePair]) -> Iterator[_Run]:
    """The lists of agreeing figures of one unit and other values: ¥3 billion and ¥2 billion."""
    text = side.readings[0].segment.text
    ordered = sorted(agreeing, key=lambda both: _figure(side, both).span.start)
    run: list[FigurePair] = []
    for both in ordered:
        if run:
            gap = text[_place(side, _figure(side, run[-1]))[1] : _place(side, _figure(side, both))[0]]
            if not (LIST_GAP_RE.fullmatch(gap) and _alike(run[-1], both)):
                yield run
                run = []
        run.append(both)
    yield run


def _alike(one: FigurePair, other: FigurePair) -> bool:
    same = one.ja.kind is other.ja.kind and one.ja.unit == other.ja.unit
    return same and kind_class(one.en) == kind_class(other.en) and one.ja.value != other.ja.value


def _behind(side: Side, one: FigurePair, other: FigurePair) -> bool:
    return _figure(side, other).span.start < _figure(side, one).span.start


def _of_one_time(both: FigurePair) -> bool:
    """Whether both segments give a figure one time, by which it is compared."""
    ja, en = both.ja.period, both.en.period
    if ja is None or en is None:
        return False
    return (ja.year, ja.part, ja.relative, ja.end) == (en.year, en.part, en.relative, en.end)


def _depends(side: Side, crossed: tuple[FigurePair, FigurePair]) -> bool:
    """Whether one of two figures is measured from the other, or stands for a time of its own."""
    first, second = sorted(_place(side, _figure(side, both)) for both in crossed)
    percent = crossed[0].ja.kind is Kind.PERCENT
    return depend(side.readings[0].segment.text, side.language, (first, second), percent=percent)


def _keeps_order(exam: Examination, side: Side, run: _Run) -> bool:
    """Whether no two names that stand in other parts of the segments stand in another order.

    Where both repeat a noun (東部工場, 西部工場; the West Plant and the East Plant), what tells the items apart has to be known.
    """
    sources: tuple[Mapping[Language, Sequence[Label]], ...] = (
        exam.once(everything),
        {each.language: times_of(each) for each in exam.sides},
    )
    other = exam.en if side is exam.ja else exam.ja
    figures = sorted(_place(other, _figure(other, both)) for both in run)
    known = not _repeats(exam.once(everything), len(run))
    for labels in sources:
        mine, theirs = (_once(labels[each.language]) for each in (side, other))
        both = [name for name in theirs if name in mine]
        nearest = _nearest(figures, {name: theirs[name] for name in both})
        if len(nearest) == len(figures) and nearest == sorted(nearest, key=lambda name: mine[name]):
            return (
                True  # what stands at once before each figure keeps its order, whatever they are all said of
            )
        for one, two in combinations(both, 2):
            if not _parted(figures, theirs[one], theirs[two]):
                continue
            if (theirs[one] > theirs[two]) is not (mine[one] > mine[two]):
                return False
            known = True
    return known


def _repeats(labels: Mapping[Language, Sequence[Label]], times: int) -> bool:
    """Whether both texts have one name as often as they have figures."""
    counts = [Counter(name for label in own for name in label.names) for own in labels.values()]
    return any(all(count[name] >= times for count in counts) for name in counts[0])


def _nearest(figures: _Places, places: Mapping[str, int]) -> list[str]:
    """The name that stands nearest before each figure of a list, behind the figure before it."""
    found = []
    floor = 0
    for start, _ in figures:
        between = [(at, name) for name, at in places.items() if floor <= at < start]
        found += [max(between)[1]] if between else []
        floor = start
    return found


def _parted(figures: _Places, one: int, other: int) -> bool:
    """Whether a figure stands between two places of a text."""
    low, high = sorted((one, other))
    return any(low < start < high for start, _ in figures)


def _once(labels: Sequence[Label]) -> dict[str, int]:
    """Where the names stand that a text has once."""
    places: dict[str, list[int]] = {}
    for label in labels:
        for name in label.names:
            places.setdefault(name, []).append(label.start)
    return {name: own[0] for name, own in places.items() if len(own) == 1}


_PART_RE = re.compile(r" of (?:whom|which|them|these)\b")


def exchanged_portions(exam: Examination) -> Iterator[tuple[FigurePair, FigurePair]]:
    """Yield a whole that is smaller than its part in English: 9名のうち4名, four members, nine of whom."""
    if not exam.one_segment or not _PART_RE.search(exam.en.readings[0].segment.text):
        return
    agreeing = sorted(agreeing_figures(exam), key=lambda both: both.en.span.start)
    for whole, part in pairwise(agreeing):
        end = _place(exam.en, part.en)[1]
        counted = whole.ja.kind is part.ja.kind is Kind.COUNT and whole.ja.unit == part.ja.unit
        if counted and _PART_RE.match(exam.en.readings[0].segment.text, end) and _exceeds(part, whole):
            yield whole, part
            return


def _exceeds(one: FigurePair, other: FigurePair) -> bool:
    return one.ja.value is not None and other.ja.value is not None and one.ja.value > other.ja.value
