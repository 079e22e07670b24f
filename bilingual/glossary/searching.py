"""Concepts by a term that is known roughly: either language, kana and width folded, typing slips allowed."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process

from bilingual.glossary.keys import english_key, japanese_term_key
from bilingual.model.document import Language
from bilingual.model.termbase import Concept, Term

LEAST = 60.0
"""Likeness below which a term is not what was looked for."""
KATAKANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}


class Hit(NamedTuple):
    """A term that was found, its concept, and how like it is: 100 is the term itself."""

    score: float
    concept: Concept
    term: Term


def search(concepts: Sequence[Concept], words: str, limit: int = 20) -> list[Hit]:
    """Find concepts, the likest first, each once with its likest term.

    >>> from bilingual.glossary import load_default
    >>> [hit.term.text for hit in search(load_default().concepts, "ｿﾌﾄｳｴｱ", 1)]
    ['ソフトウエア']
    """
    terms = [(concept, term) for concept in concepts for term in concept.terms]
    asked = {language: _key(words, language) for language in Language}
    found: dict[str, Hit] = {}
    for language in Language:
        owned = [each for each in terms if each[1].language is language]
        keys = [_key(term.text, language) for _, term in owned]
        if not asked[language]:
            continue
        for key, likeness, at in process.extract(
            asked[language], keys, scorer=fuzz.ratio, score_cutoff=LEAST, limit=None
        ):
            _take(found, owned[at], _raised(asked[language], key, likeness))
        for at, key in enumerate(keys):
            if asked[language] in key:
                _take(found, owned[at], _raised(asked[language], key, 0.0))
    order = {concept.id: at for at, concept in enumerate(concepts)}
    hits = sorted(found.values(), key=lambda hit: (-hit.score, hit.term.status.rank, order[hit.concept.id]))
    return hits[:limit]


def _raised(asked: str, key: str, likeness: float) -> float:
    """A term that holds the words is liker than one that only looks like them."""
    if asked == key:
        return 100.0
    if asked in key:
        return max(likeness, 80 + 19 * len(asked) / len(key))
    return min(likeness, 98.0) * 0.9


def _take(found: dict[str, Hit], owned: tuple[Concept, Term], score: float) -> None:
    concept, term = owned
    earlier = found.get(concept.id)
    if earlier is None or score > earlier.score:
        found[concept.id] = Hit(round(score, 1), concept, term)


def _key(text: str, language: Language) -> str:
    """What is compared: width, kana, long vowels, case, plurals and hyphens are folded."""
    text = unicodedata.normalize("NFKC", text)
    if language is Language.JA:
        return japanese_term_key(text.translate(KATAKANA)).translate(KATAKANA)
    return " ".join(english_key(text).split())
