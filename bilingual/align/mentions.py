"""Figures with the words around them, and an index of where a value is stated."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from itertools import chain

from bilingual.align.named import names
from bilingual.align.poles import poles
from bilingual.figures.surroundings import LIST_GAP_RE, SEVERALLY_RE
from bilingual.figures.units import DURATIONS
from bilingual.glossary.labels import Labels
from bilingual.model.alignment import SegmentReading, Side
from bilingual.model.document import Language
from bilingual.model.figure import Figure, Kind
from bilingual.model.quick import quick
from bilingual.model.table import Row, Table
from bilingual.model.termbase import Occurrence

CLAUSE_TERMS = 3
"""How many terms before (and one after) a figure are taken as naming what it measures."""


@quick
@dataclass(frozen=True, slots=True)
class Mention:
    """A figure with its context.

    Attributes:
        figure: the figure.
        concepts: concepts named near it: terms before it in its sentence, or the labels of its row.
        nearest: concepts of the last term before it.
        block: number of its paragraph; -1 for cells.
        rank: its number among the figures of the block.
        reading: the segment that it stands in; None for cells.
        row: the row that it stands in; None for running text.
        table: the table of the row.
        pole: which of two opposite words names it (国内 and 海外); empty where none does for sure.
        names: what words at once beside it say it is: the former, the interim one, that of a period before.
    """

    figure: Figure
    concepts: frozenset[str]
    nearest: frozenset[str]
    block: int
    rank: int
    reading: SegmentReading | None = None
    row: Row | None = None
    table: Table | None = None
    pole: str = ""
    names: frozenset[str] = frozenset()

    @property
    def digits(self) -> str:
        """Significant digits of the figure."""
        return self.figure.digits


def numbered(mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions of one text with their numbers in it, in the order given."""
    return [replace(mention, rank=rank) for rank, mention in enumerate(mentions)]


def reading_mentions(
    reading: SegmentReading, found_terms: Sequence[Occurrence], block: int, rank: int
) -> list[Mention]:
    """The figures of a segment with the terms around them (offsets of the terms are into its text)."""
    if not reading.figures:
        return []
    segment = reading.segment
    terms = sorted((segment.content.offset(found.start), found.concepts) for found in found_terms)
    starts = [start for start, _ in terms]
    mentions = []
    listed = distributed(reading, terms)
    places = [(_start(reading, n), _end(reading, n)) for n in range(len(reading.figures))]
    opposite = _poles(reading)
    named = names(reading, places)
    for number, figure in enumerate(reading.figures):
        at = bisect_left(starts, figure.span.start)
        near = terms[max(0, at - CLAUSE_TERMS) : at + 1]
        if segment.language is Language.EN:
            near = terms[max(0, at - CLAUSE_TERMS) : at + 2]
        concepts = frozenset(concept for _, names in near for concept in names)
        nearest = (
            listed.get(number)
            or _counted(figure, terms[at:])
            or (frozenset(terms[at - 1][1]) if at else frozenset())
        )
        mentions.append(
            Mention(
                figure,
                concepts,
                nearest,
                block,
                rank + number,
                reading,
                pole=opposite.get(number, ""),
                names=named.get(number, frozenset()),
            )
        )
    return mentions


def _counted(figure: Figure, behind: Sequence[tuple[int, Iterable[str]]]) -> frozenset[str]:
    """The concepts of what a figure counts, where its own words name it: four consolidated subsidiaries."""
    return next((frozenset(names) for start, names in behind[:1] if start < figure.span.end), frozenset())


_CHANGES = frozenset({"increase", "decrease"})
"""Concepts that tell which way a figure goes, not what it is of."""


def distributed(
    reading: SegmentReading, terms: Sequence[tuple[int, Iterable[str]]]
) -> dict[int, frozenset[str]]:
    """What the figures of a list stand for where the sentence deals them out (それぞれ, respectively), by their number.

    ``terms`` are the offsets of the terms of the segment with their concepts, in order.
    """
    text, language = reading.segment.text, reading.segment.language
    marker = SEVERALLY_RE[language].search(text)
    if marker is None:
        return {}
    content = reading.segment.content
    at = content.offset(marker.start() if language is Language.EN else marker.end() - 1)
    numbers = [
        n for n, figure in enumerate(reading.figures) if (figure.span.start > at) is (language is Language.JA)
    ]
    run = _run(reading, numbers if language is Language.JA else numbers[::-1])
    if len(run) < 2:
        return {}
    first = reading.figures[min(run)].span.start
    floor = reading.figures[min(run) - 1].span.end if min(run) else 0
    times = [content.span(mention.start, mention.end) for mention in reading.periods]
    names = [
        frozenset(concepts)
        for start, concepts in terms
        if floor <= start < first and not any(span.start <= start < span.end for span in times)
    ]
    if len(names) > len(
        run
    ):  # personnel expenses and depreciation will increase by so much and so much, respectively
        names = [concepts for concepts in names if not concepts <= _CHANGES]
    return dict(zip(sorted(run), names, strict=True)) if len(names) == len(run) else {}


def _run(reading: SegmentReading, numbers: Sequence[int]) -> list[int]:
    """The figures that form one list, from the first number on."""
    run: list[int] = []
    document = reading.segment.content
    for number in numbers:
        if run:
            low, high = sorted((run[-1], number))
            gap = document.text[_end(reading, low) : _end(reading, high) - len(reading.figures[high].printed)]
            if not LIST_GAP_RE.fullmatch(gap):
                break
        run.append(number)
    return run


def _poles(reading: SegmentReading) -> dict[int, str]:
    """Which of two opposite words names a figure, by the numbers of the figures; how long and when say nothing."""
    numbers = [
        number
        for number, figure in enumerate(reading.figures)
        if figure.unit not in DURATIONS and figure.kind not in (Kind.DATE, Kind.TIME)
    ]
    named = poles(reading.segment.text, reading.segment.language, [_start(reading, n) for n in numbers])
    if not named:  # 1,041社のうち487社(46.8%)
        numbers = [number for number in numbers if reading.figures[number].kind is not Kind.PERCENT]
        named = poles(reading.segment.text, reading.segment.language, [_start(reading, n) for n in numbers])
    return {numbers[at]: name for at, name in named.items()}


def _start(reading: SegmentReading, number: int) -> int:
    """Where a figure starts in the text of its segment."""
    return _end(reading, number) - len(reading.figures[number].printed)


def _end(reading: SegmentReading, number: int) -> int:
    """Where a figure ends in the text of its segment."""
    content, last = reading.segment.content, reading.figures[number].span.end - 1
    start, source = next(piece for piece in reversed(content.pieces) if piece[1] <= last)
    return start + last - source + 1


def cell_mentions(table: Table, labels: Labels) -> tuple[Mention, ...]:
    """The figures of all cells of a table with the concepts of their row labels."""
    mentions: list[Mention] = []
    for row in table.rows:
        concepts = labels.key(row.label, table.language)
        mentions.extend(
            Mention(cell.figure, concepts, concepts, -1, 0, None, row, table)
            for cell in row.cells
            if cell.figure is not None
        )
    return tuple(mentions)


MANY = 60
"""Mentions of like size beyond which unit and precision are looked at first."""


class ValueIndex:
    """Finds mentions that state a given value, whatever their unit words and precision."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        """Index the mentions by kind and size; dates and times by their ISO text."""
        sized: dict[str, list[tuple[Decimal, int, Mention]]] = defaultdict(list)
        self._moments: dict[str, list[Mention]] = defaultdict(list)
        for number, mention in enumerate(mentions):
            figure = mention.figure
            if figure.moment:
                self._moments[figure.moment].append(mention)
                continue
            size = figure_size(figure)
            if size is not None:
                sized[kind_class(figure)].append((size, number, mention))
        self._sized = {
            name: (sorted_list, [entry[0] for entry in sorted_list])
            for name, entries in sized.items()
            for sorted_list in [sorted(entries, key=lambda entry: entry[:2])]
        }

    @property
    def sized(self) -> Iterator[Mention]:
        """All mentions of a size, kind by kind."""
        for entries, _ in self._sized.values():
            for _, _, mention in entries:
                yield mention

    def near(self, figure: Figure) -> Sequence[Mention]:
        """Mentions whose size lies within ten per cent; for dates and times, the same moment.

        Where they are very many, those are left out that print other digits of the same unit and precision.
        """
        if figure.moment:
            return self._moments.get(figure.moment, [])
        size = figure_size(figure)
        if size is None or kind_class(figure) not in self._sized:
            return []
        entries, sizes = self._sized[kind_class(figure)]
        low, high = size * Decimal("0.9"), size * Decimal("1.1")
        first, last = bisect_left(sizes, low), bisect_right(sizes, high)
        look = _look(figure) if last - first > MANY else None
        if look is None:
            return [mention for _, _, mention in entries[first:last]]
        found = [
            entry
            for own, listed in self._looks[kind_class(figure)].items()
            for entry in _between(listed, *((size, size) if own == look else (low, high)))
        ]
        return [mention for _, _, mention in sorted(found, key=lambda entry: entry[:2])]

    @cached_property
    def _looks(self) -> dict[str, dict[_Look | None, _Listed]]:
        """The mentions of each class by unit and precision, in order of size."""
        found: dict[str, dict[_Look | None, _Listed]] = {}
        for name, (entries, _) in self._sized.items():
            looks = found[name] = defaultdict(lambda: ([], []))
            for entry in entries:
                sizes, listed = looks[_look(entry[2].figure)]
                sizes.append(entry[0])
                listed.append(entry)
        return found


def cell_index(side: Side, labels: Labels) -> ValueIndex:
    """Where the cells of a side state a value."""
    return ValueIndex(chain.from_iterable(table.once(cell_mentions, labels) for table in side.tables))


_Look = tuple[Kind, str, Decimal | None]
_Entry = tuple[Decimal, int, Mention]
_Listed = tuple[list[Decimal], list[_Entry]]


def _between(listed: _Listed, low: Decimal, high: Decimal) -> list[_Entry]:
    sizes, entries = listed
    return entries[bisect_left(sizes, low) : bisect_right(sizes, high)]


def _look(figure: Figure) -> _Look | None:
    """Kind, unit and precision of a figure that is exactly what it prints; None for the others.

    Of two figures that look alike, one states what the other does only if the digits are the same.
    """
    if figure.value is None or figure.approximate or figure.bound is not None or figure.word:
        return None
    return figure.kind, figure.unit, figure.step


def figure_size(figure: Figure) -> Decimal | None:
    """Size without sign; of a range its first end."""
    if figure.ends:
        return abs(figure.ends[0])
    return abs(figure.value) if figure.value is not None else None


def kind_class(figure: Figure) -> str:
    """Kinds that may state the same fact share a class: a currency may be left out, a counter translated."""
    if figure.kind in (Kind.PERCENT, Kind.POINTS):
        return "percent"
    if figure.kind in (Kind.RATIO, Kind.PHYSICAL, Kind.RATE):
        return figure.kind.value
    return "quantity"
