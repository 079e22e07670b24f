"""How alike are a Japanese and an English label?

A label is cut into units: glossary terms, then morphemes, then Latin words and numbers. Every unit has English
renderings; the likeness is how much of both labels the renderings cover (Dice coefficient on rarity weights),
less for words that contradict each other.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from math import log

from ahocorasick_rs import AhoCorasick, MatchKind

from bilingual.glossary.keys import STOP_STEMS, english_words, japanese_key
from bilingual.glossary.matcher import Matcher
from bilingual.glossary.morphemes import morpheme_table
from bilingual.model.document import Language

LATIN_RE = re.compile(r"[a-z]+|\d+(?:\.\d+)?")
GENERIC = frozenset({"other", "total", "subtotal", "sub", "number", "amount", "net"})
GENERIC_LIKENESS = 0.75
"""Other against その他 says that much and no more: neighbours and sections have to decide."""
OPPOSITES = tuple(
    (frozenset(left.split()), frozenset(right.split()))
    for left, right in (
        ("asset", "liability"),
        ("international", "domestic"),
        ("short", "long"),
        ("noncurrent", "current"),
        ("cost expense", "revenue sales"),
        ("beginning", "end ending"),
        ("purchase payment", "sale proceeds"),
        ("profit", "loss"),
        ("borrowing", "lease"),
        ("operating", "investing financing nonoperating ordinary"),
        ("investing", "financing"),
    )
)
TOTALS = ("合計", "小計", "総計", "計")
TOTAL_STEMS = frozenset({"total", "subtotal"})
CASH_FLOW_TOTAL_RE = re.compile("活動による(?:キャッシュ|資金|純)")


@dataclass(frozen=True)
class _JapaneseLabel:
    units: tuple[tuple[tuple[frozenset[str], ...], float], ...]  # renderings and length share of each unit
    concepts: frozenset[str]
    stems: frozenset[str]
    total: bool
    generic: bool


@dataclass(frozen=True)
class _EnglishLabel:
    stems: frozenset[str]
    weight: float
    concepts: frozenset[str]
    total: bool
    generic: bool


class Labels:
    """Compares labels across the languages, and names what they hold."""

    def __init__(self, matcher: Matcher) -> None:
        """Index the renderings of all terms and morphemes."""
        self._matcher = matcher
        renderings: dict[str, list[frozenset[str]]] = {}
        spread: Counter[str] = Counter()
        for concept in matcher.termbase.concepts:
            english = [_content(term.text) for term in concept.in_language(Language.EN)]
            for stems in english:
                spread.update(stems)
            for term in concept.in_language(Language.JA):
                renderings.setdefault(japanese_key(term.text)[0], []).extend(english)
        for morpheme, english_words_ in morpheme_table().items():
            renderings.setdefault(japanese_key(morpheme)[0], []).extend(_content(word) for word in english_words_)
        renderings.pop("", None)
        self._renderings = {key: tuple(dict.fromkeys(found)) for key, found in renderings.items()}
        self._keys = list(self._renderings)
        self._find = AhoCorasick(self._keys, matchkind=MatchKind.LeftmostLongest)
        self._weight = {stem: 1 / (1 + 0.25 * log(1 + count)) for stem, count in spread.items()}
        self.key = lru_cache(maxsize=50_000)(self._key)
        self.similarity = lru_cache(maxsize=200_000)(self._similarity)
        self._read_japanese = lru_cache(maxsize=50_000)(self._analyse_japanese)
        self._read_english = lru_cache(maxsize=50_000)(self._analyse_english)

    def _key(self, label: str, language: Language) -> frozenset[str]:
        """Concepts and Latin words that a label holds: what it can be recognised by in both languages."""
        read = self._read_japanese(label) if language is Language.JA else self._read_english(label)
        words = {
            f"w:{word}" for word in LATIN_RE.findall(label.lower()) if language is Language.JA and len(word) > 1
        }
        if language is Language.EN:
            words = {f"w:{stem}" for stem in LATIN_RE.findall(label.lower()) if len(stem) > 1}
        return read.concepts | words

    def _similarity(self, ja: str, en: str) -> float:
        """Likeness of a Japanese and an English label, from 0 to 1."""
        left, right = self._read_japanese(ja), self._read_english(en)
        if not right.stems or not left.units:
            return 0.0
        if left.generic and right.generic:
            return GENERIC_LIKENESS if left.stems & right.stems else 0.2
        exact = set(self._matcher.exact(ja, Language.JA)) & set(self._matcher.exact(en, Language.EN))
        if exact:
            return 1.0
        covered, share = self._cover(left, right)
        mine = sum(self._weight.get(stem, 1.0) for stem in covered)
        score = 2 * share * (mine / right.weight) / (share + mine / right.weight) if mine else 0.0
        if left.total is not right.total:
            score *= 0.7
        if _contradict(left.stems, right.stems):
            score *= 0.5
        return min(0.97, score)

    def _cover(self, left: _JapaneseLabel, right: _EnglishLabel) -> tuple[set[str], float]:
        """English stems that renderings of the Japanese units cover, and the share of units they cover."""
        covered: set[str] = set()
        share = 0.0
        for renderings, length in left.units:
            best: frozenset[str] = frozenset()
            part = 0.0
            for stems in renderings:
                hit = stems & right.stems
                if hit and len(hit) * 1.0 / len(stems) >= part:
                    ratio = len(hit) / len(stems)
                    if ratio > part or len(hit) > len(best):
                        best, part = hit, ratio
            # Half a rendering is a hint, not a translation.
            share += length * part * part
            if part > 0.5:
                covered |= best
        return covered, share

    def _analyse_japanese(self, label: str) -> _JapaneseLabel:
        key, _ = japanese_key(label)
        units: list[tuple[tuple[frozenset[str], ...], int]] = []
        at = 0
        for number, start, end in self._find.find_matches_as_indexes(key):
            self._latin_units(key[at:start], units)
            found = self._keys[number]
            if found.isascii() and _inside_word(key, start, end):
                self._latin_units(found, units)
            else:
                units.append((self._renderings[found], end - start))
            at = end
        self._latin_units(key[at:], units)
        total = sum(length for _, length in units) + _unread(key, units)
        concepts = frozenset(
            concept
            for occurrence in self._matcher.find(label, Language.JA)
            for concept in occurrence.concepts
        )
        stems = frozenset(stem for renderings, _ in units for group in renderings for stem in group)
        plain = key.rstrip("0123456789")
        return _JapaneseLabel(
            tuple((renderings, length / total) for renderings, length in units),
            concepts,
            stems,
            plain.endswith(TOTALS),
            plain in ("その他", *TOTALS),
        )

    def _latin_units(self, key: str, units: list[tuple[tuple[frozenset[str], ...], int]]) -> None:
        for word in LATIN_RE.findall(key):
            stems = _content(word) or frozenset({word})
            units.append(((stems,), max(2, len(word))))

    def _analyse_english(self, label: str) -> _EnglishLabel:
        stems = _content(label)
        concepts = frozenset(
            concept
            for occurrence in self._matcher.find(label, Language.EN)
            for concept in occurrence.concepts
        )
        weight = sum(self._weight.get(stem, 1.0) for stem in stems)
        return _EnglishLabel(stems, weight or 1.0, concepts, bool(stems & TOTAL_STEMS), stems <= GENERIC)


def _content(text: str) -> frozenset[str]:
    stems: set[str] = set()
    for word, _, _ in english_words(text):
        stems.update(part for part in LATIN_RE.findall(word) if part not in STOP_STEMS)
    return frozenset(stems)


def _inside_word(key: str, start: int, end: int) -> bool:
    before, after = key[start - 1 : start] if start else "", key[end : end + 1]
    return before.isascii() and before.isalpha() or after.isascii() and after.isalpha()


def _unread(key: str, units: list[tuple[tuple[frozenset[str], ...], int]]) -> int:
    """Characters that no unit covers (grammar such as の and による counts little)."""
    rest = len(re.sub("[のにるよびを等をとやが]|による|に係る|[^\\w]", "", key)) - sum(length for _, length in units)
    return max(0, rest)


def _contradict(left: frozenset[str], right: frozenset[str]) -> bool:
    for first, second in OPPOSITES:
        for here, there in ((first, second), (second, first)):
            if left & here and right & there and not left & there and not right & here:
                return True
    return False
