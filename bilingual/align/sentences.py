"""Sentences with sentences, within the paragraphs that are paired: what they state in common anchors them.

A translator parts a paragraph into sentences otherwise. The unit that keeps its content is the *bead* (Gale and Church,
"A Program for Aligning Sentences in Bilingual Corpora", 1993): one sentence and one, or one and the two that it became.
Where lengths guess, figures know: sentences whose figures are paired with each other and with no others are anchors, and
what stands between two neighbouring anchors is paired in order where both sides have as many sentences.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bilingual.model.alignment import FigurePair, Pair, SegmentReading
from bilingual.model.document import Span

Readings = tuple[SegmentReading, ...]

LONGEST = 2
"""Sentences of one language that are one in the other."""
FEW = 3
"""Sentences of words alone that keep their order where both paragraphs have as many."""


@dataclass(frozen=True)
class Bead:
    """Sentences of two paired paragraphs that say the same.

    Attributes:
        pair: the pair of paragraphs.
        ja: the Japanese sentences, one behind another.
        en: the English ones.
        figures: the pairs of their figures; none where only their place pairs them.
        placed: whether all sentences around them have their places as well.
    """

    pair: Pair
    ja: tuple[SegmentReading, ...]
    en: tuple[SegmentReading, ...]
    figures: tuple[FigurePair, ...]
    placed: bool

    @property
    def is_single(self) -> bool:
        """Whether it is one sentence on either side."""
        return len(self.ja) == len(self.en) == 1


@dataclass(frozen=True)
class _Group:
    """Numbers of the sentences that pairs of figures join: the first and the last on both sides."""

    ja: tuple[int, int]
    en: tuple[int, int]
    figures: tuple[FigurePair, ...]


def beads(pair: Pair) -> list[Bead]:
    """The sentences of two paired paragraphs that are each other's translation, in the order of the Japanese ones.

    Args:
        pair: a pair of running text.
    """
    ja, en = pair.ja_readings, pair.en_readings
    if not ja or not en:
        return []
    groups, tangled = _groups(pair)
    if not groups:
        return _in_order(pair) if not tangled else []
    order = {group.ja[0]: number for number, group in enumerate(sorted(groups, key=lambda one: one.en))}
    fences = [_Group((-1, -1), (-1, -1), ()), *groups, _Group((len(ja),) * 2, (len(en),) * 2, ())]
    ranks = [-1, *(order[group.ja[0]] for group in groups), len(groups)]
    between = [
        _between(pair, left, right, tangled) if after == before + 1 else None
        for left, right, before, after in zip(fences, fences[1:], ranks, ranks[1:], strict=False)
    ]
    found: list[Bead] = []
    for number, group in enumerate(groups):
        found.extend(Bead(pair, *both, (), placed=True) for both in between[number] or ())
        placed = between[number] is not None and between[number + 1] is not None
        sides = ja[group.ja[0] : group.ja[1] + 1], en[group.en[0] : group.en[1] + 1]
        found.append(Bead(pair, *sides, group.figures, placed))
    found.extend(Bead(pair, *both, (), placed=True) for both in between[-1] or ())
    return found


def _in_order(pair: Pair) -> list[Bead]:
    """The sentences of paragraphs without a figure that both have: one and one, or a few of words alone."""
    ja, en = pair.ja_readings, pair.en_readings
    if len(ja) != len(en) or len(ja) > FEW or not _alike(ja, en):
        return []
    if len(ja) > 1 and any(map(_states, ja)):
        return []
    return [Bead(pair, (one,), (other,), (), placed=True) for one, other in zip(ja, en, strict=True)]


def _groups(pair: Pair) -> tuple[list[_Group], set[tuple[str, int]]]:
    """Sentences that figures join, in the order of the Japanese ones, and those that figures join in a tangle."""
    joined: dict[tuple[int, int], list[FigurePair]] = defaultdict(list)
    for both in pair.figures:
        i, j = _number(pair.ja_readings, both.ja.span), _number(pair.en_readings, both.en.span)
        if i is not None and j is not None:
            joined[i, j].append(both)
    found = []
    tangled: set[tuple[str, int]] = set()
    for links in _connected(joined):
        ja, en = sorted({i for i, _ in links}), sorted({j for _, j in links})
        if min(len(ja), len(en)) == 1 and all(_is_run(own) for own in (ja, en)):
            figures = tuple(both for link in links for both in joined[link])
            found.append(_Group((ja[0], ja[-1]), (en[0], en[-1]), figures))
        else:
            tangled |= {("ja", i) for i in ja} | {("en", j) for j in en}
    return sorted(found, key=lambda group: group.ja), tangled


def _is_run(numbers: Sequence[int]) -> bool:
    return numbers[-1] - numbers[0] + 1 == len(numbers) <= LONGEST


def _connected(links: Iterable[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Links that hang together by a sentence of either side."""
    left = sorted(links)
    while left:
        own = [left.pop(0)]
        for one in own:
            more = [other for other in left if other[0] == one[0] or other[1] == one[1]]
            own.extend(more)
            left = [other for other in left if other not in more]
        yield sorted(own)


def _between(
    pair: Pair, left: _Group, right: _Group, tangled: set[tuple[str, int]]
) -> list[tuple[Readings, Readings]] | None:
    """The sentences between two neighbouring anchors, one with one; None where they are not as many, or not alike."""
    mine, theirs = range(left.ja[1] + 1, right.ja[0]), range(left.en[1] + 1, right.en[0])
    if len(mine) != len(theirs) or any(("ja", i) in tangled for i in mine):
        return None
    if any(("en", j) in tangled for j in theirs):
        return None
    found: list[tuple[Readings, Readings]] = [
        ((pair.ja_readings[i],), (pair.en_readings[j],)) for i, j in zip(mine, theirs, strict=True)
    ]
    return found if all(_alike(*both) for both in found) else None


def _alike(ja: Sequence[SegmentReading], en: Sequence[SegmentReading]) -> bool:
    """Whether both have figures, or neither has; a number in words may be no figure of the other language (five, ５区分)."""
    return any(map(_states, ja)) is any(map(_states, en))


def _states(reading: SegmentReading) -> bool:
    return any(not figure.word for figure in reading.figures)


def _number(readings: Sequence[SegmentReading], span: Span) -> int | None:
    """The sentence in which a figure stands; the spans of sentences in two columns of a page may overlap."""
    for number, reading in enumerate(readings):
        if any(figure.span == span for figure in reading.figures):
            return number
    return next(
        (number for number, reading in enumerate(readings) if reading.segment.span.overlaps(span)), None
    )
