"""Paragraphs with paragraphs: what they state in common decides, order settles the rest.

The Japanese side of a release is often an abridgement, so order is weak evidence between distant paragraphs
and strong evidence next to a paragraph that is already paired.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import NamedTuple

from bilingual.align.assignment import best_assignment
from bilingual.align.between import (
    NEIGHBOUR,
    WEAK,
    fill,
    left_among_tables,
    left_between,
    marked_otherwise,
    names_times,
)
from bilingual.align.block_keys import note_number, paragraph_keys
from bilingual.glossary.matcher import Matcher
from bilingual.model.alignment import Anchor, Pair, PairKind, RunningText, SegmentReading, Side
from bilingual.model.document import Language
from bilingual.model.figure import Figure, Kind
from bilingual.model.quick import quick
from bilingual.model.segment import SegmentKind
from bilingual.model.termbase import Occurrence

OTHER_TABLE = 0.4
"""What notes below tables of which each has another partner keep of what they have in common."""
BELOW = 24
"""Lines between a table and its notes, at most."""
LONGEST_TITLE = 160
"""Characters of a numbered line that may be a heading."""
CROWD = 40
"""A key in more paragraphs than this proposes no candidates (it still counts as evidence)."""
STRONG = 1.2
SECONDARY = 1.5
RICH = 3.0
POOR = 1.3
"""Paragraphs that are paired with no more in common than this may say what another paragraph says."""
BETWEEN = 3
RELAXATIONS = 2
FAR_WORSE = 0.5

Terms = tuple[tuple[Occurrence, ...], ...]
"""The terms of each segment of a paragraph."""


@quick
@dataclass(frozen=True)
class Block:
    """A paragraph: its segments, what it can be recognised by (key to weight), and the terms of each segment.

    ``table`` names the paired tables that a note stands below, ``between`` those that it stands between.
    """

    number: int
    readings: tuple[SegmentReading, ...]
    keys: Mapping[str, float]
    terms: Terms = ()
    table: str = ""
    between: str = ""

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All figures of the paragraph in order."""
        return tuple(figure for reading in self.readings for figure in reading.figures)

    @property
    def note(self) -> bool:
        """Whether the paragraph is a note to a table or text."""
        return self.readings[0].segment.kind is SegmentKind.NOTE

    @property
    def title(self) -> bool:
        """Whether the paragraph is a heading or caption."""
        return self.readings[0].segment.kind in (SegmentKind.HEADING, SegmentKind.CAPTION)

    @property
    def listed(self) -> bool:
        """Whether the paragraph may be a numbered heading or an item of a list: 1. Consolidated results."""
        first = self.readings[0].segment
        short = len(self.readings) == 1 and len(first.text) <= LONGEST_TITLE
        return short and first.kind is SegmentKind.LIST_ITEM and first.text.rstrip()[-1:] not in "。.!?;"

    def states_like(self, other: Block) -> bool:
        """Whether both state something, and figures of the same kinds."""
        return bool(self.kinds) and self.kinds == other.kinds

    @property
    def kinds(self) -> Counter[Kind]:
        """How many figures of each kind the paragraph states."""
        return Counter(figure.kind for figure in self.figures)

    def stands_like(self, other: Block) -> bool:
        """Whether both are headings, or neither is, as far as their form tells."""
        if self.title is other.title:
            return True
        return (self.listed and other.title) or (self.title and other.listed)


def paragraphs(text: RunningText) -> tuple[tuple[SegmentReading, ...], ...]:
    """The segments of a running text, paragraph by paragraph; ask with ``RunningText.once``."""
    grouped: dict[int, list[SegmentReading]] = {}
    for reading in text.readings:
        grouped.setdefault(reading.segment.block, []).append(reading)
    return tuple(map(tuple, grouped.values()))


def paragraph_terms(text: RunningText, matcher: Matcher) -> tuple[Terms, ...]:
    """The terms of each segment, paragraph by paragraph; ask with ``RunningText.once``."""
    return tuple(
        tuple(tuple(matcher.find(reading.segment.text, text.language)) for reading in readings)
        for readings in text.once(paragraphs)
    )


def text_blocks(
    text: RunningText,
    matcher: Matcher,
    shared_words: frozenset[str],
    below: Mapping[int, str],
    among: Mapping[int, str],
) -> tuple[Block, ...]:
    """The paragraphs of a running text with their keys; ask with ``RunningText.once``.

    Args:
        text: the running text.
        matcher: finds terms.
        shared_words: Latin words that stand on both sides.
        below: the paired tables that notes stand below, by the number of the paragraph.
        among: the paired tables that paragraphs stand between, by their number.
    """
    blocks = []
    listed = zip(text.once(paragraphs), text.once(paragraph_terms, matcher), strict=True)
    for number, (readings, terms) in enumerate(listed):
        keys, table = paragraph_keys(readings, text.calendar, terms, shared_words), below.get(number, "")
        keys = {**keys, table: 0.6} if table else keys
        blocks.append(Block(number, readings, keys, terms, table, among.get(number, "")))
    return tuple(blocks)


def tables_above(side: Side, pairs: Iterable[Pair]) -> dict[int, str]:
    """The paired tables that notes stand below, by the number of the paragraph: every statement has the same notes."""
    places = _places(side, pairs)
    ends = [(place.last, place.name) for place in places]
    found: dict[int, str] = {}
    marked: set[tuple[str, str]] = set()
    for number, readings in enumerate(side.running.once(paragraphs)):
        segment = readings[0].segment
        line = side.document.line_number(segment.span.start) if segment.kind is SegmentKind.NOTE else 0
        at = bisect_left(ends, (line, "")) - 1
        if line and at + 1 < len(places) and places[at + 1].head < line:
            found[number] = places[at + 1].name  # between title and rows, as a text layer may store it
        elif line and at >= 0 and line - ends[at][0] <= BELOW:
            mark = (ends[at][1], note_number(readings[0]))
            if mark not in marked:  # a second note (1) is of the next table
                found[number] = ends[at][1]
            if mark[1]:
                marked.add(mark)
    return found


def tables_around(side: Side, pairs: Iterable[Pair]) -> dict[int, str]:
    """The paired tables that each paragraph stands between at a few lines' distance, by the number of the paragraph."""
    places = _places(side, pairs)
    lasts = [place.last for place in places]
    found = {}
    for number, readings in enumerate(side.running.once(paragraphs) if places else ()):
        line = side.document.line_number(readings[0].segment.span.start)
        at = bisect_left(lasts, line)
        above = places[at - 1] if at and line - lasts[at - 1] <= BELOW else None
        following = places[at] if at < len(places) and places[at].first > line else None
        if above is not None:
            found[number] = f"{above.name} {following.name if following else ''}"
    return found


class _Place(NamedTuple):
    """The lines of a paired table's head, first and last row, with a name that both sides share."""

    head: int
    first: int
    last: int
    name: str


def _places(side: Side, pairs: Iterable[Pair]) -> list[_Place]:
    """Where the paired tables stand, from above."""
    found = []
    for number, pair in enumerate(pairs):
        table = pair.ja_table if side.language is Language.JA else pair.en_table
        if pair.kind is PairKind.TABLE and table is not None and table.rows:
            lines = [row.line for row in table.rows]
            found.append(_Place(table.line, min(lines), max(lines), f"t:{number}"))
    return sorted(found, key=lambda place: place.last)


@dataclass(frozen=True, slots=True)
class BlockPair:
    """Two paragraphs that correspond; ``secondary`` where one of them has a better partner."""

    ja: int
    en: int
    score: float
    secondary: bool = False


def pair_blocks(ja: Sequence[Block], en: Sequence[Block]) -> list[BlockPair]:
    """Pair paragraphs: each at most once, then those left over with the best partner that has one already.

    Several paragraphs of a full text may say what one of an abridgement says.
    """
    rarity = _rarity(ja, en)
    weights = [sum(weight * rarity[key] for key, weight in block.keys.items()) for block in ja]
    shared = {(i, j): _shared(ja[i], en[j], weights[i], rarity) for i, j in _candidates(ja, en)}
    strong = {
        (i, j): score + 0.6 * _closeness(i, len(ja), j, len(en))
        for (i, j), score in shared.items()
        if score >= STRONG
    }
    strong = _near_best(strong)
    chosen = best_assignment(strong)
    for _ in range(RELAXATIONS):
        chosen = best_assignment(_with_neighbours(ja, en, strong, shared, chosen))
    chosen += fill(ja, en, chosen, shared)
    chosen += left_between(ja, en, chosen)
    chosen += left_among_tables(ja, en, chosen)
    pairs = [BlockPair(i, j, min(1.0, shared.get((i, j), 0.0) / 6 + 0.3)) for i, j in sorted(chosen)]
    used_ja, used_en = {i for i, _ in chosen}, {j for _, j in chosen}
    best_ja: dict[int, float] = defaultdict(float)
    best_en: dict[int, float] = defaultdict(float)
    for (i, j), own in shared.items():
        best_ja[i], best_en[j] = max(own, best_ja[i]), max(own, best_en[j])
    used_ja -= {i for i, j in chosen if _is_poor(shared.get((i, j), 0.0), best_ja[i])}
    used_en -= {j for i, j in chosen if _is_poor(shared.get((i, j), 0.0), best_en[j])}
    best: dict[tuple[str, int], tuple[float, int, int]] = {}
    partners = set(chosen)
    for (i, j), own in sorted(shared.items()):
        beside = partners & {(i, j - 1), (i, j + 1), (i - 1, j), (i + 1, j)}
        score = own + (NEIGHBOUR if beside else 0.0)
        if score < SECONDARY or (i, j) in partners:
            continue
        for side, number, used in (("ja", i, used_ja), ("en", j, used_en)):
            if number not in used and score > best.get((side, number), (0.0, 0, 0))[0]:
                best[side, number] = (score, i, j)
    found = {(i, j): score for score, i, j in best.values()}
    # What the better one settles, others leave.
    extra = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return pairs + [BlockPair(i, j, min(1.0, score / 6), secondary=True) for (i, j), score in extra]


def _is_poor(own: float, best: float) -> bool:
    """Whether a paragraph may say what another one says than the one that it is paired with."""
    return own < POOR or best >= max(RICH, 2 * own)


def _near_best(scores: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """Drop candidates that are far worse than the best of both their ends: they only slow the assignment down."""
    best_i: dict[int, float] = {}
    best_j: dict[int, float] = {}
    for (i, j), score in scores.items():
        best_i[i] = max(score, best_i.get(i, 0.0))
        best_j[j] = max(score, best_j.get(j, 0.0))
    return {
        (i, j): score
        for (i, j), score in scores.items()
        if score >= FAR_WORSE * best_i[i] or score >= FAR_WORSE * best_j[j]
    }


def _with_neighbours(
    ja: Sequence[Block],
    en: Sequence[Block],
    strong: Mapping[tuple[int, int], float],
    shared: Mapping[tuple[int, int], float],
    chosen: Sequence[tuple[int, int]],
) -> dict[tuple[int, int], float]:
    """Scores with a bonus for standing next to a pair, in the same order."""
    beside: Counter[tuple[int, int]] = Counter()
    for i, j in chosen:
        for a, b in ((i - 1, j - 1), (i + 1, j + 1)):
            if not (0 <= a < len(ja) and 0 <= b < len(en) and ja[a].stands_like(en[b])):
                continue
            if shared.get((a, b), 0.0) >= WEAK or not marked_otherwise(ja[a], en[b]):
                beside[a, b] += 1
    scores = dict(strong)
    for edge, count in beside.items():
        own = shared.get(edge, 0.0)
        # Between two pairs a heading needs no word in common with its translation.
        if edge in strong or own >= WEAK or count == 2:
            scores[edge] = strong.get(edge, max(own, 0.0)) + NEIGHBOUR * (1 if count == 1 else BETWEEN)
    return scores


def _rarity(ja: Sequence[Block], en: Sequence[Block]) -> dict[str, float]:
    spread = Counter(key for block in (*ja, *en) for key in block.keys)
    total = len(ja) + len(en)
    return {key: log(1 + total / count) / 2 for key, count in spread.items()}


def _candidates(ja: Sequence[Block], en: Sequence[Block]) -> set[tuple[int, int]]:
    holders: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, blocks in enumerate((ja, en)):
        for block in blocks:
            for key in block.keys:
                holders[key][side].append(block.number)
    found: set[tuple[int, int]] = set()
    for left, right in holders.values():
        if left and right and len(left) + len(right) <= CROWD:
            found.update((i, j) for i in left for j in right)
    return found


def _shared(left: Block, right: Block, mine: float, rarity: Mapping[str, float]) -> float:
    small, large = sorted((left.keys, right.keys), key=len)
    common = sum([min(weight, large[key]) * rarity[key] for key, weight in small.items() if key in large])
    score = common * (0.5 + common / (mine + 1.0))
    if left.table and right.table and left.table != right.table:
        score *= OTHER_TABLE
    if left.note is not right.note and names_times(right if left.note else left):
        score *= OTHER_TABLE  # heads of columns share their days with the note on the rate of exchange
    item = next((key for key in small if key.startswith("i:")), "")
    alike = (item != "" and item in large) or (left.stands_like(right) and left.note is right.note)
    return score + (0.15 if alike else -0.15)


def _closeness(i: int, ja: int, j: int, en: int) -> float:
    # Squared: equal paragraphs (repeated notes) then keep their order.
    return 1 - (i / ja - j / en) ** 2


def line_anchors(side: Side, readings: Sequence[SegmentReading]) -> tuple[Anchor, ...]:
    """One anchor per line on which a segment of the paragraph starts."""
    anchors: dict[int, Anchor] = {}
    for reading in readings:
        span = reading.segment.span
        line = side.document.line_number(span.start)
        anchors.setdefault(line, Anchor(span, line))
    return tuple(anchors.values())
