"""Terms in text: longest match, inside unbroken Japanese and for inflected English."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from bilingual.glossary.keys import (
    STOP_STEMS,
    VOICING,
    english_key,
    english_words,
    japanese_key,
    japanese_term_key,
)
from bilingual.model.document import Language
from bilingual.model.termbase import Occurrence, Termbase

LONGER_WORD_SUFFIXES = frozenset("率性化者費比権債付")
"""A kanji after a term that makes it another word: 営業利益率 is no 営業利益."""
LONGER_WORD_PREFIXES = frozenset("非未")
"""A kanji before a term that turns it over: 非流動資産 are no 流動資産."""
SHORT = 2
"""Kanji terms up to this length count only where no other kanji word goes on beside them."""
SEPARATE = frozenset("等年月日円前約当同各毎他計")
"""Kanji that stand beside a short term without making a longer word of it."""

REMEMBERED = 32_768
"""Texts whose terms are kept: alignment and several rules ask for the same ones."""


class Matcher:
    """Finds the terms of a termbase in text."""

    def __init__(self, termbase: Termbase) -> None:
        """Index the terms; forbidden and deprecated ones are found too."""
        self.termbase = termbase
        self._found = lru_cache(maxsize=REMEMBERED)(self._find)
        japanese: dict[str, list[str]] = defaultdict(list)
        english: dict[str, list[str]] = defaultdict(list)
        for concept in termbase.concepts:
            for term in concept.terms:
                if "<" in term.text:  # a pattern with a placeholder, not a term
                    continue
                if term.language is Language.JA:
                    japanese[japanese_term_key(term.text)].append(concept.id)
                else:
                    english[english_key(term.text)].append(concept.id)
        self._japanese = _index(japanese)
        self._english = {key: ids for key, ids in _index(english).items() if not _is_stopped(key)}
        self._japanese_keys = list(self._japanese)
        self._english_keys = list(self._english)
        self._find_japanese = AhoCorasick(self._japanese_keys, matchkind=MatchKind.LeftmostLongest)
        self._find_english = AhoCorasick(self._english_keys, matchkind=MatchKind.LeftmostLongest)

    def find(self, text: str, language: Language) -> tuple[Occurrence, ...]:
        """Find terms; offsets are into ``text``; occurrences are in order and do not overlap."""
        return self._found(text, language)

    def _find(self, text: str, language: Language) -> tuple[Occurrence, ...]:
        return tuple(self._in_japanese(text) if language is Language.JA else self._in_english(text))

    def exact(self, label: str, language: Language) -> tuple[str, ...]:
        """Concepts that the whole label is a term of."""
        if language is Language.JA:
            return self._japanese.get(japanese_term_key(label), ())
        return self._english.get(english_key(label), ())

    def _in_japanese(self, text: str) -> list[Occurrence]:
        key, offsets = japanese_key(text)
        found = []
        for number, start, end in self._find_japanese.find_matches_as_indexes(key):
            if stands_alone(key, start, end):
                term = self._japanese_keys[number]
                stop = offsets[end - 1] + 1
                if text[stop : stop + 1] in VOICING:
                    stop += 1
                found.append(Occurrence(offsets[start], stop, self._japanese[term], term))
        return found

    def _in_english(self, text: str) -> list[Occurrence]:
        words = english_words(text)
        key = "".join([f" {word} " for word, _, _ in words])
        starts: dict[int, int] = {}
        at = 0
        for number, (word, _, _) in enumerate(words):
            starts[at] = number
            at += len(word) + 2
        found = []
        for number, start, _ in self._find_english.find_matches_as_indexes(key):
            term = self._english_keys[number]
            first = starts[start]
            last = first + term.count("  ")
            found.append(Occurrence(words[first][1], words[last][2], self._english[term], term.strip()))
        return found


class _Same:
    """A termbase that equals itself only: its contents need not be compared to find its index again."""

    def __init__(self, termbase: Termbase) -> None:
        self.termbase = termbase

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.termbase is other.termbase

    def __hash__(self) -> int:
        return id(self.termbase)


def matcher_of(termbase: Termbase) -> Matcher:
    """The matcher of a termbase, made once: the index of 50,000 concepts takes seconds."""
    return _matcher_of(_Same(termbase))


@lru_cache(maxsize=8)
def _matcher_of(same: _Same) -> Matcher:
    return Matcher(same.termbase)


def stands_alone(key: str, start: int, end: int) -> bool:
    """Whether ``key[start:end]`` is a word of its own and not a part of a longer one."""
    before, after = key[start - 1 : start], key[end : end + 1]
    first, last = key[start], key[end - 1]
    if _is_same_word(last, after) or _is_same_word(before, first):
        return False
    if (is_kanji(last) and after in LONGER_WORD_SUFFIXES) or (
        is_kanji(first) and before in LONGER_WORD_PREFIXES
    ):
        return False
    if end - start > SHORT or not (is_kanji(first) and is_kanji(last)):
        return True
    return not any(is_kanji(beside) and beside not in SEPARATE for beside in (before, after))


def is_kanji(character: str) -> bool:
    """Whether a character (or nothing) is a kanji."""
    return "一" <= character <= "龠" or character == "々"


def _is_same_word(left: str, right: str) -> bool:
    """Whether two neighbours are letters or digits of one Latin word or number."""
    if not (left.isascii() and right.isascii()):
        return False
    return (left.isalpha() and right.isalpha()) or (left.isdigit() and right.isdigit())


def _index(terms: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """Concepts by key; a term without a letter (△) is a notation, which figures are read by."""
    return {key: tuple(dict.fromkeys(ids)) for key, ids in terms.items() if any(map(str.isalnum, key))}


def _is_stopped(key: str) -> bool:
    """Whether an English key holds nothing but words that every text is full of."""
    return all(word in STOP_STEMS for word in key.split())
