"""Sightings to candidates: one for each pair of terms, with frequencies, rivals, what the glossary has, and a score."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence

from bilingual.glossary.extraction.candidate import Candidate, CandidateKind, Known, Part, Sighting
from bilingual.glossary.keys import english_key, japanese_term_key
from bilingual.glossary.matcher import Matcher
from bilingual.model.document import Language

PairKey = tuple[str, str]
GENERIC_JA = frozenset({"その他", "合計", "計", "小計", "総計"})
GENERIC = 0.5
"""What a caption is worth that means what the rows around it make it mean."""
IDENTICAL = 0.3
"""A name that is the same in both languages is proven, and seldom worth an entry."""
PROSE = 0.8
"""Co-occurrence proves less than equal figures."""


def pair_key(ja: str, en: str) -> PairKey:
    """What makes two pairs of terms the same: spelling, case and plural do not count."""
    return japanese_term_key(ja), english_key(en)


def gather(
    sightings: Iterable[Sighting], matcher: Matcher, rejected: Container[PairKey] = frozenset()
) -> list[Candidate]:
    """Candidates of all sightings, the best first.

    Args:
        sightings: captions before text; a pair seen in both is a caption.
        matcher: of the glossary that entries are looked up in.
        rejected: keys of pairs that were turned down.
    """
    groups: dict[PairKey, list[Sighting]] = defaultdict(list)
    places: dict[PairKey, set[tuple[str, int, str, int]]] = defaultdict(set)
    for sighting in sightings:
        key, place = pair_key(sighting.ja, sighting.en), _place(sighting)
        # Captions are read as text, too: the same lines are one place.
        if sighting.part is not Part.TEXT or place not in places[key]:
            groups[key].append(sighting)
            places[key].add(place)
    by_ja: dict[str, list[PairKey]] = defaultdict(list)
    by_en: dict[str, list[PairKey]] = defaultdict(list)
    for key in groups:
        by_ja[key[0]].append(key)
        by_en[key[1]].append(key)
    names = {key: _names(found) for key, found in groups.items()}
    candidates = [
        _candidate(key, found, groups, (by_ja[key[0]], by_en[key[1]]), names, matcher, key in rejected)
        for key, found in groups.items()
    ]
    return sorted(candidates, key=lambda each: (-each.score, -each.frequency, each.ja, each.en))


def _place(sighting: Sighting) -> tuple[str, int, str, int]:
    return sighting.ja_document, sighting.ja_line, sighting.en_document, sighting.en_line


def _names(found: Sequence[Sighting]) -> tuple[str, str]:
    """How the two terms are printed most often, in captions where there are some."""
    captions = [sighting for sighting in found if sighting.part is not Part.TEXT] or found
    return _usual(sighting.ja for sighting in captions), _usual(sighting.en for sighting in captions)


def _usual(texts: Iterable[str]) -> str:
    """The form that is printed most often; of several the first."""
    counts = Counter(texts)
    return max(counts, key=lambda text: counts[text])


def _candidate(
    key: PairKey,
    found: Sequence[Sighting],
    groups: Mapping[PairKey, Sequence[Sighting]],
    rivals: tuple[Sequence[PairKey], Sequence[PairKey]],
    names: Mapping[PairKey, tuple[str, str]],
    matcher: Matcher,
    rejected: bool,
) -> Candidate:
    ja, en = names[key]
    counts = [[(other, len(groups[other])) for other in side] for side in rivals]
    known, concepts = _known(ja, en, matcher)
    is_caption = any(sighting.part is not Part.TEXT for sighting in found)
    totals = [sum(count for _, count in side) for side in counts]
    return Candidate(
        ja,
        en,
        CandidateKind.CAPTION if is_caption else CandidateKind.PROSE,
        _score(key, found, totals[0], is_caption=is_caption),
        tuple(found),
        totals[0],
        totals[1],
        _ranked((names[other][1], count) for other, count in counts[0] if other != key),
        _ranked((names[other][0], count) for other, count in counts[1] if other != key),
        known,
        concepts,
        rejected,
    )


def _ranked(counted: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counted, key=lambda item: (-item[1], item[0])))


def _score(key: PairKey, found: Sequence[Sighting], total: int, *, is_caption: bool) -> float:
    """Proof times agreement: how sure the places make the pair, and which share of its places the term has it at."""
    proof = 1 - 0.5 ** (sum(sighting.weight for sighting in found) + len(found))
    score = proof * (0.5 + 0.5 * len(found) / total)
    if key[0] in GENERIC_JA:
        score *= GENERIC
    if key[0] == japanese_term_key(key[1]):
        score *= IDENTICAL
    return round(score if is_caption else score * PROSE, 3)


def _known(ja: str, en: str, matcher: Matcher) -> tuple[Known, tuple[str, ...]]:
    """What the glossary has: the pair, or concepts that hold one of the two terms."""
    left, right = matcher.exact(ja, Language.JA), matcher.exact(en, Language.EN)
    both = tuple(name for name in left if name in right)
    if both:
        return Known.SAME, both
    if left:
        return Known.OTHER, left
    return (Known.ENGLISH, right) if right else (Known.NEW, ())
