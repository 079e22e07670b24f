"""What releases do with the terms of a glossary: which are used where, which vary, which are never used."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bilingual.glossary.extraction import Candidate, Known, Part, Sighting
from bilingual.glossary.extraction.captions import caption_sightings
from bilingual.glossary.extraction.gathering import GENERIC_JA, gather
from bilingual.glossary.keys import english_key, japanese_term_key
from bilingual.glossary.labels import labels_of
from bilingual.glossary.matcher import matcher_of
from bilingual.glossary.usage.uses import Entry, TermUse, index_of, side_uses
from bilingual.model.alignment import Comparison
from bilingual.model.document import Language
from bilingual.model.termbase import Concept, Termbase, TermStatus

PARENTHESES_RE = re.compile(r"\([^()]*\)")
SIGN_WORDS = {"used in": "provided by", "losses": "income", "loss": "income", "gains": "income", "gain": "income",
              "expenses": "income", "expense": "income", "profit": "income", "decrease": "increase"}  # fmt: skip
SIGN_RE = re.compile(rf"\b(?:{'|'.join(SIGN_WORDS)})\b", re.IGNORECASE)
"""Words that follow the sign of the figure: Net loss and Net income are one rendering of 当期純損益."""
SIGN_JA_RE = re.compile("損失|純?(?:増減|増加?|減少?)額")
SIGNS_JA = {"損失": "利益"}
GENERIC_EN = frozenset({" other ", " total ", " subtotal "})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a term stands: the document's path, the line, the printed words."""

    document: str
    line: int
    text: str


@dataclass(frozen=True)
class TermUsage:
    """A term of the glossary with its places.

    Attributes:
        entry: the term with its concept; its status is that of the last document.
        places: where it stands, in order of the documents.
    """

    entry: Entry
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Variation:
    """One caption with several renderings in the other language.

    Attributes:
        language: of the caption.
        term: the caption.
        renderings: the other captions with their numbers of places, the commonest first.
        within: documents that hold several of them.
        changes: from one document to the next that renders it otherwise: both documents, both renderings.
        examples: the first place of each rendering, in their order.
        documents: Japanese documents that hold the caption, each once, in order.
    """

    language: Language
    term: str
    renderings: tuple[tuple[str, int], ...]
    within: tuple[str, ...]
    changes: tuple[tuple[str, str, str, str], ...]
    examples: tuple[Sighting, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True)
class Usage:
    """What documents do with a glossary.

    Attributes:
        documents: Japanese documents, in order.
        terms: the terms that are used, by concept.
        one_to_many: Japanese captions with several English ones.
        many_to_one: English captions with several Japanese ones.
        never_used: entries without a place; those of company glossaries where there are any, else all.
        uncovered: proven captions that the glossary does not have, the best first.
    """

    documents: tuple[str, ...]
    terms: tuple[TermUsage, ...]
    one_to_many: tuple[Variation, ...]
    many_to_one: tuple[Variation, ...]
    never_used: tuple[Concept, ...]
    uncovered: tuple[Candidate, ...]


def survey(comparisons: Sequence[Comparison]) -> Usage:
    """Survey aligned documents with the termbase that each was aligned with.

    Args:
        comparisons: in the order of their release.
    """
    terms = _terms(comparisons)
    used = {usage.entry.concept.id for usage in terms}
    latest = comparisons[-1].termbase if comparisons else Termbase()
    likeness = labels_of(matcher_of(latest)).similarity
    sightings = [s for comparison in comparisons for s in caption_sightings(comparison, likeness)]
    telling = [sighting for sighting in sightings if not _is_generic(sighting)]
    candidates = gather(sightings, matcher_of(latest))
    return Usage(
        tuple(comparison.ja.document.path for comparison in comparisons),
        tuple(terms),
        tuple(_variations(telling, Language.JA)),
        tuple(_variations(telling, Language.EN)),
        tuple(_never_used(latest, used)),
        tuple(each for each in candidates if each.known in (Known.NEW, Known.ENGLISH) and not _is_name(each)),
    )


def _is_name(candidate: Candidate) -> bool:
    """Whether both languages print the same: a name, a speed."""
    return japanese_term_key(candidate.ja) == japanese_term_key(candidate.en)


def _terms(comparisons: Sequence[Comparison]) -> list[TermUsage]:
    entries: dict[tuple[str, Language, str], Entry] = {}
    places: dict[tuple[str, Language, str], dict[Place, None]] = defaultdict(dict)
    for comparison in comparisons:
        matcher, index = matcher_of(comparison.termbase), index_of(comparison.termbase)
        named = {
            side.language: list(side_uses(side, matcher, index)) for side in (comparison.ja, comparison.en)
        }
        concepts = {
            language: {entry.concept.id for use in uses for entry in use.entries}
            for language, uses in named.items()
        }
        for language, uses in named.items():
            path = comparison.side(language).document.path
            for use in uses:
                for entry in _meant(use, concepts[language.other]):
                    key = (entry.concept.id, language, entry.term.text)
                    entries[key] = entry
                    places[key][Place(path, use.line, use.text)] = None
    return [TermUsage(entries[key], tuple(places[key])) for key in sorted(entries, key=_order)]


def _order(key: tuple[str, Language, str]) -> tuple[str, bool, str]:
    return key[0], key[1] is Language.EN, key[2]


def _meant(use: TermUse, named: set[str]) -> Iterator[Entry]:
    """The entries of a term that several concepts share: those whose concept the other language names, too."""
    shared = [entry for entry in use.entries if entry.concept.id in named]
    yield from shared or use.entries


def _is_generic(sighting: Sighting) -> bool:
    return japanese_term_key(sighting.ja) in GENERIC_JA or english_key(sighting.en) in GENERIC_EN


def _rendering_key(text: str, language: Language) -> str:
    """What makes two renderings the same: not the word that follows the sign of the figure.

    >>> keys = {_rendering_key(f"Net cash {words} operations", Language.EN) for words in ("used in", "provided by (used in)")}
    >>> len(keys)
    1
    """
    plain = PARENTHESES_RE.sub(" ", text)
    if language is Language.JA:
        plain = SIGN_JA_RE.sub(lambda match: SIGNS_JA.get(match.group(), "増減額"), plain)
        return japanese_term_key(plain) or japanese_term_key(text)
    return english_key(SIGN_RE.sub(_other_sign, plain)) or english_key(text)


def _other_sign(match: re.Match[str]) -> str:
    return SIGN_WORDS[match.group().lower()]


def _variations(sightings: Iterable[Sighting], language: Language) -> Iterator[Variation]:
    """Captions of a language that have several renderings in the other; sections are compared with sections only."""
    groups: dict[tuple[str, Part], list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        part = sighting.part if sighting.part in (Part.SECTION, Part.TABLE) else Part.ROW
        groups[_rendering_key(_own(sighting, language), language), part].append(sighting)
    for group in groups.values():
        by_key: dict[str, list[Sighting]] = defaultdict(list)
        for sighting in group:
            by_key[_rendering_key(_own(sighting, language.other), language.other)].append(sighting)
        if len(by_key) > 1:
            yield _variation(group, list(by_key.values()), language)


def _own(sighting: Sighting, language: Language) -> str:
    return sighting.ja if language is Language.JA else sighting.en


def _variation(
    group: Sequence[Sighting], renderings: Sequence[Sequence[Sighting]], language: Language
) -> Variation:
    ranked = sorted(((_usual(found, language.other), found) for found in renderings), key=_commonest)
    by_document: dict[str, Counter[str]] = {sighting.ja_document: Counter() for sighting in group}
    for name, found in ranked:
        for sighting in found:
            by_document[sighting.ja_document][name] += 1
    usual = [(document, counts.most_common(1)[0][0]) for document, counts in by_document.items()]
    changes = [
        (before[0], after[0], before[1], after[1])
        for before, after in pairwise(usual)
        if after[1] not in by_document[before[0]]
    ]
    return Variation(
        language,
        _own(group[0], language),
        tuple((name, len(found)) for name, found in ranked),
        tuple(document for document, counts in by_document.items() if len(counts) > 1),
        tuple(changes),
        tuple(found[0] for _, found in ranked),
        tuple(by_document),
    )


def _usual(found: Sequence[Sighting], language: Language) -> str:
    """The form that is printed most often."""
    return Counter(_own(sighting, language) for sighting in found).most_common(1)[0][0]


def _commonest(ranked: tuple[str, Sequence[Sighting]]) -> tuple[int, str]:
    return -len(ranked[1]), ranked[0]


def _never_used(termbase: Termbase, used: set[str]) -> Iterator[Concept]:
    own = [concept for concept in termbase.concepts if concept.layer > 0]
    for concept in own or termbase.concepts:
        if concept.id not in used and any(term.status is TermStatus.PREFERRED for term in concept.terms):
            yield concept
