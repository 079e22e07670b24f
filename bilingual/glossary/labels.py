"""How alike are a Japanese and an English label?

Both labels are read once (`label_reading`). A pair is scored by what the English renderings of the Japanese
units share with the English words, weighted by rarity (Dice coefficient), less for words that contradict each
other and for a total against a part. Labels that say nothing but "other" or "total" are never surely equal.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from bilingual.glossary.katakana import heard_in
from bilingual.glossary.label_reading import EnglishLabel, JapaneseLabel, LabelReader, Rendering, Unit
from bilingual.glossary.matcher import Matcher
from bilingual.glossary.polarity import contradictions
from bilingual.model.document import Language

GENERIC_LIKENESS = 0.7
"""Other against その他 says that much and no more: neighbours and sections have to decide."""
HALF_GENERIC = 0.65
"""A glossary may have Others for a longer Japanese label."""
DIFFERENT_GENERIC = 0.1
COMPOSED = 0.97
"""Highest likeness of labels that are put together from parts; only whole terms are surely equal."""
PART_AGAINST_TOTAL = 0.7
CONTRADICTION = 0.5
MISSING = 0.5
"""What a word of a rendering costs that the English label does not hold, when renderings are chosen."""


class _Cover(NamedTuple):
    """What a unit finds in an English label: words hit, their weight, and the weight it asked for."""

    stems: frozenset[str]
    hit: float
    asked: float


COMMON = 200
"""Labels of a table that share a word, above which a set of them for each label takes longer than it saves."""


def _gain(hit: float, asked: float) -> float:
    """What a rendering is worth where this much of it is found."""
    return hit - MISSING * (asked - hit)


class Labels:
    """Compares labels across the languages, and names what they hold. Both answers are kept."""

    def __init__(self, matcher: Matcher) -> None:
        """Index the renderings of all terms and morphemes."""
        reader = LabelReader(matcher)
        self._japanese = lru_cache(maxsize=50_000)(reader.japanese)
        self._english = lru_cache(maxsize=50_000)(reader.english)
        self._similarity = lru_cache(maxsize=200_000)(self._compare)

    def key(self, label: str, language: Language) -> frozenset[str]:
        """Concepts and Latin words (``w:ebitda``) by which a label can be recognised in both languages."""
        return self._japanese(label).keys if language is Language.JA else self._english(label).keys

    def similarity(self, ja: str, en: str) -> float:
        """Likeness of a Japanese and an English label, from 0 to 1; 1 only for one and the same concept."""
        return self._similarity(ja, en)

    def likely(self, ja: Sequence[str], en: Sequence[str]) -> list[frozenset[int]]:
        """For every Japanese label the places of the English ones that it may be like: the others share no word with it.

        The likeness to those is zero, so that most pairs of the rows of a table need not be asked for theirs.
        """
        holders: dict[str, set[int]] = defaultdict(set)
        for place, label in enumerate(en):
            for clue in self._english(label).clues:
                holders[clue].add(place)
        everywhere = frozenset(range(len(en)))
        common = {clue for clue, places in holders.items() if len(places) > COMMON}
        return [
            everywhere
            if label.sounded or not label.clues.isdisjoint(common)
            else frozenset().union(*[holders[clue] for clue in label.clues & holders.keys()])
            for label in map(self._japanese, ja)
        ]

    def _compare(self, ja: str, en: str) -> float:
        left, right = self._japanese(ja), self._english(en)
        if left.generic and right.generic:
            return GENERIC_LIKENESS if left.generic == right.generic else DIFFERENT_GENERIC
        if left.whole & right.whole:
            return HALF_GENERIC if left.generic or right.generic else 1.0
        score = _overlap(left, right)
        if left.category is not None and right.category is not None:
            # the number names the category, whatever words follow
            return COMPOSED if left.category == right.category else min(COMPOSED, score) * CONTRADICTION
        if not score:
            return 0.0
        if left.total is not right.total:
            score *= PART_AGAINST_TOTAL
        against = contradictions(left.poles, right.poles)
        return float(min(COMPOSED, score) * CONTRADICTION ** min(against, 2))


@lru_cache(maxsize=8)
def labels_of(matcher: Matcher) -> Labels:
    """The labels of a matcher, indexed once."""
    return Labels(matcher)


def _overlap(left: JapaneseLabel, right: EnglishLabel) -> float:
    """Dice coefficient of what the Japanese label asks for and what the English one holds."""
    if not left.sounded and left.stems.isdisjoint(right.stems):
        return 0.0  # most pairs of labels have no word in common
    cover = _cover_all(left.units, right)
    if not cover.stems:
        return 0.0
    held = sum([right.weights[stem] for stem in cover.stems])
    return (cover.hit + held) / (cover.asked + right.weight)


def _cover_all(units: Iterable[Unit], right: EnglishLabel) -> _Cover:
    """What units find together."""
    hit = asked = 0.0
    covered: set[str] = set()
    for unit in units:
        if not unit.sounded and unit.stems.isdisjoint(right.stems):
            asked += unit.weight  # as most units of most pairs
            continue
        cover = _cover(unit, right)
        hit += cover.hit
        asked += cover.asked
        covered |= cover.stems
    return _Cover(frozenset(covered), hit, asked)


def _cover(unit: Unit, right: EnglishLabel) -> _Cover:
    """The best rendering of a unit, or of its parts where the English words it otherwise."""
    if unit.sound:
        stems = heard_in(unit.sound, [stem for stem in right.weights if stem.isalpha()])
        return _Cover(stems, sum(right.weights[stem] for stem in stems), unit.weight)
    best = _best(unit.renderings, right) or _Cover(frozenset(), 0.0, unit.weight)
    if not unit.parts or best.hit == best.asked:
        return best
    composed = _cover_all(unit.parts, right)
    if not composed.hit:
        return best
    return composed if _gain(composed.hit, composed.asked) > _gain(best.hit, best.asked) else best


def _best(renderings: tuple[Rendering, ...], right: EnglishLabel) -> _Cover | None:
    best: _Cover | None = None
    most = (0.0, 0.0)
    for wording, weight in renderings:
        stems = wording & right.stems
        if stems:
            hit = weight if len(stems) == len(wording) else sum([right.weights[stem] for stem in stems])
            won = (_gain(hit, weight), hit)
            if best is None or won > most:
                best, most = _Cover(stems, hit, weight), won
    return best
