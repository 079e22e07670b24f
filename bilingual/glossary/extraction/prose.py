"""Terms of running text: noun phrases that keep appearing together in aligned sentences.

A pair is kept for one of two reasons. Either the two appear together so often, and so seldom apart, that chance
is ruled out (hypergeometric tail, over all pairs that were tried), and no other phrase fits as well. Or they
appear together and their words say the same by the morphemes and sounds that labels are compared by.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import exp, lgamma
from typing import NamedTuple

from bilingual.glossary.extraction.candidate import Part, Sighting, Tokenize
from bilingual.glossary.extraction.chunks import chunks, heads
from bilingual.glossary.keys import english_key, japanese_term_key
from bilingual.model.alignment import Comparison, Pair, PairKind, SegmentReading
from bilingual.model.document import Language

Likeness = Callable[[str, str], float]

RUNNING = frozenset({PairKind.PROSE, PairKind.HEADING, PairKind.NOTE})
LOAN_WORD = 4
KATAKANA_RE = re.compile("[ァ-ヺー・]+")
SURE = 0.8
"""Likeness of two phrases that say the same word by word."""
SUPPORTING = 0.4
TWICE = 2
CHANCE = 0.01
"""Pairs that chance alone may give, over everything that was tried."""
TOGETHER = 0.8
"""Dice coefficient of the places of two phrases from which neither appears much without the other."""
MOST_SENTENCES = 8
"""A text of more sentences on both sides than this says too little of what belongs together."""


class Context(NamedTuple):
    """Text of both languages that corresponds, with its noun phrases by key.

    ``ja`` and ``en`` give for every phrase how it is printed and the reading that holds it.
    """

    comparison: Comparison
    ja: Mapping[str, tuple[str, SegmentReading]]
    en: Mapping[str, tuple[str, SegmentReading]]


def prose_sightings(
    comparisons: Sequence[Comparison],
    tokenize: Tokenize,
    likeness: Likeness,
    known: frozenset[tuple[str, str]],
) -> Iterator[Sighting]:
    """Places of pairs of terms in aligned text.

    Args:
        comparisons: aligned documents; equal sentences in several of them count once as evidence.
        tokenize: cuts text into words.
        likeness: of a Japanese and an English phrase, from 0 to 1.
        known: keys of pairs that captions have proven; they need no other evidence here.
    """
    contexts = _contexts(comparisons, tokenize)
    chosen = _pairs(_independent(contexts), likeness) | _seen(contexts, known)
    by_ja: dict[str, list[str]] = defaultdict(list)
    for ja, en in chosen:
        by_ja[ja].append(en)
    for context in contexts:
        for ja in context.ja:
            for en in by_ja.get(ja, ()):
                if en in context.en:
                    yield _sighting(context, ja, en, float(chosen[ja, en]))


def _contexts(comparisons: Sequence[Comparison], tokenize: Tokenize) -> list[Context]:
    return [
        Context(comparison, _phrases(ja, Language.JA, tokenize), _phrases(en, Language.EN, tokenize))
        for comparison in comparisons
        for pair in comparison.alignment.pairs
        if pair.kind in RUNNING
        for ja, en in _sentences(pair)
    ]


def _sentences(pair: Pair) -> Iterator[tuple[Sequence[SegmentReading], Sequence[SegmentReading]]]:
    """Sentences that share figures, each with each; then the sentences that share none, all together."""
    ja, en = list(pair.ja_readings), list(pair.en_readings)
    if not ja or not en:
        return
    if len(ja) == len(en) == 1:
        yield ja, en
        return
    links = {(_holder(ja, both.ja.span.start), _holder(en, both.en.span.start)) for both in pair.figures}
    linked = [(i, j) for i, j in sorted(links) if i >= 0 and j >= 0]
    for i in sorted({i for i, _ in linked}):
        yield [ja[i]], [en[j] for one, j in linked if one == i]
    rest_ja = [one for i, one in enumerate(ja) if all(i != other for other, _ in linked)]
    rest_en = [one for j, one in enumerate(en) if all(j != other for _, other in linked)]
    if rest_ja and rest_en and min(len(rest_ja), len(rest_en)) <= MOST_SENTENCES:
        yield rest_ja, rest_en


def _holder(readings: Sequence[SegmentReading], offset: int) -> int:
    for at, reading in enumerate(readings):
        if reading.segment.span.start <= offset < reading.segment.span.end:
            return at
    return -1


def _phrases(
    readings: Sequence[SegmentReading], language: Language, tokenize: Tokenize
) -> dict[str, tuple[str, SegmentReading]]:
    found: dict[str, tuple[str, SegmentReading]] = {}
    for reading in readings:
        text = reading.segment.text
        for phrase in chunks(tokenize(text, language), language, text):
            forms = [phrase] if language is Language.JA else heads(phrase)
            for form in forms:
                key = japanese_term_key(form) if language is Language.JA else english_key(form)
                if key.strip():
                    found.setdefault(key, (form, reading))
    return found


def _independent(contexts: Sequence[Context]) -> list[Context]:
    """Contexts without those that only repeat another one: boilerplate proves nothing by standing in every release."""
    seen: set[tuple[frozenset[str], frozenset[str]]] = set()
    found = []
    for context in contexts:
        key = (frozenset(context.ja), frozenset(context.en))
        if key not in seen:
            seen.add(key)
            found.append(context)
    return found


def _pairs(contexts: Sequence[Context], likeness: Likeness) -> Counter[tuple[str, str]]:
    """Keys of the pairs that are kept, with what they prove."""
    ja_places = _places(context.ja for context in contexts)
    en_places = _places(context.en for context in contexts)
    found: Counter[tuple[str, str]] = Counter()
    for ja, en in _alike(contexts, likeness):
        found[ja, en] = 1
    taken_ja, taken_en = {ja for ja, _ in found}, {en for _, en in found}
    together: Counter[tuple[str, str]] = Counter()
    for ja, places in ja_places.items():
        if len(places) >= TWICE and ja not in taken_ja:
            together.update((ja, en) for at in places for en in contexts[at].en)
    tried = max(1, len(ja_places) * len(en_places))
    rivals: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for (ja, en), count in together.items():
        if count < TWICE or en in taken_en:
            continue
        dice = 2 * count / (len(ja_places[ja]) + len(en_places[en]))
        if dice >= TOGETHER:
            rivals[ja].append((dice, en))

    def alike(ja: str, en: str) -> float:
        return likeness(contexts[min(ja_places[ja])].ja[ja][0], contexts[min(en_places[en])].en[en][0])

    for ja, en in _unrivalled(rivals, en_places, alike):
        count = together[ja, en]
        chance = _chance(len(contexts), len(ja_places[ja]), len(en_places[en]), count) * tried
        if chance <= CHANCE or alike(ja, en) >= SUPPORTING:
            found[ja, en] = count
    return found


def _places(listed: Iterable[Iterable[str]]) -> dict[str, set[int]]:
    """The numbers of the texts that hold a phrase, by its key."""
    places: dict[str, set[int]] = defaultdict(set)
    for at, keys in enumerate(listed):
        for key in keys:
            places[key].add(at)
    return places


def _alike(contexts: Sequence[Context], likeness: Likeness) -> Iterator[tuple[str, str]]:
    """Pairs whose words say the same: the best of each other within their text."""
    for context in contexts:
        scores = {
            (ja, en): score
            for ja, (mine, _) in context.ja.items()
            for en, (other, _) in context.en.items()
            if _is_compound(mine, other) and (score := likeness(mine, other)) >= SURE
        }
        best_ja: dict[str, float] = defaultdict(float)
        best_en: dict[str, float] = defaultdict(float)
        for (ja, en), score in scores.items():
            best_ja[ja], best_en[en] = max(best_ja[ja], score), max(best_en[en], score)
        best = [pair for pair, score in scores.items() if score == best_ja[pair[0]] == best_en[pair[1]]]
        ends = Counter(ja for ja, _ in best), Counter(en for _, en in best)
        yield from (pair for pair in best if ends[0][pair[0]] == 1 and ends[1][pair[1]] == 1)


def _is_compound(ja: str, en: str) -> bool:
    """Whether a term is long enough to be worth an entry on the strength of its words alone."""
    return " " in en or (len(ja) >= LOAN_WORD and bool(KATAKANA_RE.fullmatch(ja)))


def _unrivalled(
    rivals: Mapping[str, Sequence[tuple[float, str]]], en_places: Mapping[str, set[int]], alike: Likeness
) -> Iterator[tuple[str, str]]:
    """Pairs that are each other's only best; of English phrases in one another the likest, then the longest counts."""
    best: dict[str, tuple[float, str]] = {}
    for ja, scored in rivals.items():
        top = max(dice for dice, _ in scored)
        names = [en for dice, en in scored if dice == top]
        longest = max(names, key=lambda name: (len(name), name))
        if all(name in longest and en_places[name] == en_places[longest] for name in names):
            best[ja] = (top, max(names, key=lambda name: (alike(ja, name), len(name), name)))
    claims: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for ja, (dice, en) in best.items():
        claims[en].append((dice, ja))
    for en, scored in claims.items():
        top = max(dice for dice, _ in scored)
        names = [ja for dice, ja in scored if dice == top]
        longest = max(names, key=lambda name: (len(name), name))
        if all(name in longest for name in names):
            yield longest, en


def _chance(total: int, mine: int, other: int, together: int) -> float:
    """How likely two phrases in ``mine`` and ``other`` of ``total`` texts meet so often by chance.

    >>> round(_chance(10, 2, 2, 2) * 45, 6)
    1.0
    """
    ways = _log_ways(total, other)
    return sum(
        exp(_log_ways(mine, count) + _log_ways(total - mine, other - count) - ways)
        for count in range(max(together, mine + other - total), min(mine, other) + 1)
    )


def _log_ways(total: int, chosen: int) -> float:
    """The logarithm of the number of ways to choose some of so many."""
    return lgamma(total + 1) - lgamma(chosen + 1) - lgamma(total - chosen + 1)


def _seen(contexts: Sequence[Context], known: frozenset[tuple[str, str]]) -> Counter[tuple[str, str]]:
    """Pairs of captions that face each other in text too."""
    by_ja: dict[str, list[str]] = defaultdict(list)
    for ja, en in known:
        by_ja[ja].append(en)
    found: Counter[tuple[str, str]] = Counter()
    for context in contexts:
        for ja in context.ja:
            found.update((ja, en) for en in by_ja.get(ja, ()) if en in context.en)
    return found


def _sighting(context: Context, ja: str, en: str, weight: float) -> Sighting:
    (mine, left), (other, right) = context.ja[ja], context.en[en]
    documents = context.comparison.ja.document, context.comparison.en.document
    lines = [
        document.line_number(reading.segment.span.start)
        for document, reading in zip(documents, (left, right), strict=True)
    ]
    return Sighting(
        mine, other, Part.TEXT, documents[0].path, documents[1].path, lines[0], lines[1],
        left.segment.text, right.segment.text, weight,
    )  # fmt: skip
