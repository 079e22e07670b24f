"""Terms in text: longest match, inside unbroken Japanese and for inflected English."""

from __future__ import annotations

import re
from collections import defaultdict

from ahocorasick_rs import AhoCorasick, MatchKind

from bilingual.glossary.keys import STOP_STEMS, english_key, english_words, japanese_key
from bilingual.model.document import Language
from bilingual.model.termbase import Occurrence, Termbase, TermStatus

KANJI_RE = re.compile("[一-龠々]")
LONGER_WORD_SUFFIXES = "率性化者費"
"""A kanji after a term that makes it another word: 営業利益率 is no 営業利益."""
SHORT = 2
SEPARATE = frozenset("の、。は が を に で と も や へ 及 等 ( ) ・ : / 年 月 日 円 % % 前 約 当 同 各 ・".split())


class Matcher:
    """Finds the terms of a termbase in text."""

    def __init__(self, termbase: Termbase) -> None:
        """Index the terms; forbidden ones are found too."""
        self.termbase = termbase
        japanese: dict[str, list[str]] = defaultdict(list)
        english: dict[str, list[str]] = defaultdict(list)
        for concept in termbase.concepts:
            for term in concept.terms:
                if term.language is Language.JA:
                    japanese[japanese_key(term.text)[0]].append(concept.id)
                elif "<" not in term.text and term.status is not TermStatus.DEPRECATED:
                    english[english_key(term.text)].append(concept.id)
        self._japanese = {key: tuple(dict.fromkeys(ids)) for key, ids in japanese.items() if key}
        self._english = {
            key: tuple(dict.fromkeys(ids)) for key, ids in english.items() if key.strip() and not _stopped(key)
        }
        self._japanese_keys = list(self._japanese)
        self._english_keys = list(self._english)
        self._find_japanese = AhoCorasick(self._japanese_keys, matchkind=MatchKind.LeftmostLongest)
        self._find_english = AhoCorasick(self._english_keys, matchkind=MatchKind.LeftmostLongest)

    def find(self, text: str, language: Language) -> list[Occurrence]:
        """Find terms; offsets are into ``text``; occurrences do not overlap."""
        return self._in_japanese(text) if language is Language.JA else self._in_english(text)

    def exact(self, label: str, language: Language) -> tuple[str, ...]:
        """Concepts that the whole label is a term of."""
        if language is Language.JA:
            return self._japanese.get(japanese_key(label)[0], ())
        return self._english.get(english_key(label), ())

    def _in_japanese(self, text: str) -> list[Occurrence]:
        key, offsets = japanese_key(text)
        found = []
        for number, start, end in self._find_japanese.find_matches_as_indexes(key):
            term = self._japanese_keys[number]
            if _stands_alone(key, start, end, term):
                found.append(Occurrence(offsets[start], offsets[end - 1] + 1, self._japanese[term], term))
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
        for number, start, end in self._find_english.find_matches_as_indexes(key):
            first = starts[start]
            last = first + self._english_keys[number].count("  ")
            term = self._english_keys[number]
            if end - start == len(term):
                found.append(Occurrence(words[first][1], words[last][2], self._english[term], term))
        return found


def _stopped(key: str) -> bool:
    return all(word in STOP_STEMS for word in key.split())


def _stands_alone(key: str, start: int, end: int, term: str) -> bool:
    """Whether a match is the term and not a part of a longer word."""
    after, before = key[end : end + 1], key[start - 1 : start] if start else ""
    if term.isascii():
        return not (after.isascii() and after.isalnum() or before.isascii() and before.isalnum())
    if after and after in LONGER_WORD_SUFFIXES and KANJI_RE.match(term[-1]):
        return False
    if len(term) <= SHORT and KANJI_RE.match(term[-1]):
        return not (
            (KANJI_RE.match(after or " ") and after not in SEPARATE)
            or (KANJI_RE.match(before or " ") and before not in SEPARATE)
        )
    return True
