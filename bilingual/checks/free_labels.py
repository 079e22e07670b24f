"""Labels of figures that no table lists: names of places and people by their reading, nouns by what they become in English."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from bilingual.checks.examination import Examination
from bilingual.glossary.katakana import english_sounds, heard_in, katakana_sound
from bilingual.glossary.morphemes import morpheme_table
from bilingual.glossary.romaji import plain_name, romaji
from bilingual.model.document import Language
from bilingual.tokenizers.japanese import spoken_words


class Label(NamedTuple):
    """A label in the text of a segment with what it may be called."""

    start: int
    end: int
    names: frozenset[str]


_WORD_RE = re.compile(r"[A-Za-zĀĒĪŌŪāēīōū]{3,}")
_NO_NOUN = frozenset(
    {
        "増加",
        "減少",
        "増減",
        "増減額",
        "前期",
        "当期",
        "期末",
        "期首",
        "年度",
        "四半期",
        "当",
        "計",
        "合計",
        "その他",
        "百万円",
        "千円",
    }
)
"""Words of change and of time, which name no item."""


def spoken(ja: str, en: str) -> Mapping[Language, list[Label]]:
    """The proper names and loan words of a Japanese text that English spells once: 仙台工場, Sendai Plant."""
    words: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in _WORD_RE.finditer(en):
        if match[0][0].isupper():
            words[plain_name(match[0])].append(match)
        words[f"-{match[0].lower().removesuffix('s')}"].append(match)
    found = [
        (word.start, word.end, name)
        for word in spoken_words(ja)
        if (name := romaji(word.reading) if word.reading else f"-{word.source.lower().removesuffix('s')}")
        in words
        and len(words[name]) == 1
    ]
    return {
        Language.JA: [Label(start, end, frozenset({name})) for start, end, name in found],
        Language.EN: longest(
            Label(*words[name][0].span(), frozenset({name}))
            for name in dict.fromkeys(name for *_, name in found)
        ),
    }


def read_names(exam: Examination) -> Mapping[Language, list[Label]]:
    """The names of a segment by their reading, each with its English spelling: 仙台工場, Sendai Plant."""
    return spoken(*(side.readings[0].segment.text for side in exam.sides))


_SOUNDED_RE = re.compile(r"[A-Za-z]{3,}")
_LOAN_RE = re.compile("[ァ-ヴー]{3,}")
_FEW_SOUNDS = 3
"""Sounds that two words share by chance: those of annual are in those of エネルギー."""


def sounds(exam: Examination) -> Mapping[Language, list[Label]]:
    """The katakana words of a segment, each with the English word that it was made of: ベトナム, Vietnam."""
    ja, en = (side.readings[0].segment.text for side in exam.sides)
    words: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in _SOUNDED_RE.finditer(en):
        words[match[0].lower()].append(match)
    single = [word for word, matches in words.items() if len(matches) == 1]
    met: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in _LOAN_RE.finditer(ja):
        heard = _heard(match[0], single)
        if heard is not None:
            met[heard].append(match)
    found = {word: matches[0] for word, matches in met.items() if len(matches) == 1}
    return {
        Language.JA: sorted(Label(*match.span(), frozenset({word})) for word, match in found.items()),
        Language.EN: sorted(Label(*words[word][0].span(), frozenset({word})) for word in found),
    }


def _heard(katakana: str, words: Sequence[str]) -> str | None:
    """The only word that a katakana word sounds like."""
    sound = katakana_sound(katakana)
    heard = [
        word
        for word in words
        if len(sound) > 1 and sound in {*english_sounds(word), *english_sounds(word.removesuffix("s"))}
    ] or [
        word
        for word in heard_in(sound, words)
        if any(len(each) > _FEW_SOUNDS and each in sound for each in english_sounds(word))
    ]
    return heard[0] if len(heard) == 1 else None


def nouns(ja: str, en: str) -> Mapping[Language, list[Label]]:
    """The nouns of a Japanese text one of whose renderings stands in English."""
    mine = [(start, end, noun) for start, end, noun in _japanese_nouns(ja)]
    theirs = {noun: list(_english(noun).finditer(en)) for noun in dict.fromkeys(noun for *_, noun in mine)}
    return {
        Language.JA: [Label(start, end, frozenset({noun})) for start, end, noun in mine if theirs[noun]],
        Language.EN: longest(
            (Label(*match.span(), frozenset({noun})) for noun, matches in theirs.items() for match in matches)
        ),
    }


def longest(labels: Iterable[Label]) -> list[Label]:
    """Labels in order; where two overlap they are one with both names."""
    merged: list[Label] = []
    for label in sorted(labels):
        if merged and label.start < merged[-1].end:
            last = merged.pop()
            label = Label(last.start, max(last.end, label.end), last.names | label.names)
        merged.append(label)
    return merged


def _japanese_nouns(text: str) -> Iterator[tuple[int, int, str]]:
    words, automaton = _automaton()
    for number, start, end in automaton.find_matches_as_indexes(text):
        yield start, end, words[number]


@lru_cache(maxsize=1)
def _automaton() -> tuple[list[str], AhoCorasick]:
    words = [word for word in morpheme_table() if len(word) > 1 and word not in _NO_NOUN]
    return words, AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)


@lru_cache(maxsize=2_048)
def _english(noun: str) -> re.Pattern[str]:
    renderings = sorted(morpheme_table_once()[noun], key=len, reverse=True)
    return re.compile(rf"(?<![A-Za-z-])(?:{'|'.join(map(re.escape, renderings))})(?:e?s)?\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def morpheme_table_once() -> Mapping[str, tuple[str, ...]]:
    """The table of morphemes, read once."""
    return morpheme_table()


def of_one_contrast(ja: Sequence[Label], en: Sequence[Label]) -> Iterator[Mapping[Language, list[Label]]]:
    """The labels of one contrast whose members both segments have once, other labels left out: 国際線の旅客数は2倍、国内線は.

    Args:
        ja: the labels of the Japanese segment, each called by its contrast and its member.
        en: those of the English one.
    """
    table = {Language.JA: ja, Language.EN: en}
    counts = [Counter(name for label in own for name in label.names if " " in name) for own in (ja, en)]
    single = [name for name, count in counts[0].items() if count == 1 == counts[1][name]]
    for contrast, members in Counter(name.split()[0] for name in single).items():
        if members > 1 and contrast != "label":
            names = {name for name in single if name.split()[0] == contrast}
            yield {language: [one for one in own if one.names & names] for language, own in table.items()}
