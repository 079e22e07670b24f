"""Candidates for a glossary from aligned documents: extract, then a person approves or rejects."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from bilingual.glossary.extraction.candidate import (
    Candidate,
    CandidateKind,
    Known,
    Part,
    Sighting,
    Tokenize,
)
from bilingual.glossary.extraction.captions import caption_sightings
from bilingual.glossary.extraction.gathering import PairKey, gather, pair_key
from bilingual.glossary.extraction.prose import prose_sightings
from bilingual.glossary.labels import labels_of
from bilingual.glossary.matcher import matcher_of
from bilingual.model.alignment import Comparison
from bilingual.model.termbase import Termbase

__all__ = [
    "Candidate",
    "CandidateKind",
    "Known",
    "Part",
    "Sighting",
    "Tokenize",
    "extract_candidates",
    "pair_key",
]


def extract_candidates(
    comparisons: Iterable[Comparison],
    *,
    termbase: Termbase | None = None,
    tokenize: Tokenize | None = None,
    rejected: Container[PairKey] = frozenset(),
) -> list[Candidate]:
    """Find pairs of terms in aligned documents.

    Args:
        comparisons: aligned documents, in the order of their release.
        termbase: the glossary that existing entries are looked up in; none if left out.
        tokenize: cuts text into words; without it captions are looked at and running text is not.
        rejected: keys (see ``pair_key``) of pairs that a reviewer has turned down; they come marked.

    Returns:
        Candidates, the best first.
    """
    listed: Sequence[Comparison] = list(comparisons)
    matcher = matcher_of(termbase or Termbase())
    likeness = labels_of(matcher).similarity
    sightings = [s for comparison in listed for s in caption_sightings(comparison, likeness)]
    if tokenize is not None:
        proven = frozenset(pair_key(sighting.ja, sighting.en) for sighting in sightings)
        sightings.extend(prose_sightings(listed, tokenize, likeness, proven))
    return gather(sightings, matcher, rejected)
