"""Labels of rows, columns and captions, read once: units with English renderings, words, poles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import log
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from bilingual.glossary.katakana import KATAKANA_RE, katakana_sound
from bilingual.glossary.keys import STOP_STEMS, english_key, japanese_term_key
from bilingual.glossary.matcher import Matcher
from bilingual.glossary.morphemes import morpheme_table
from bilingual.glossary.polarity import english_poles, japanese_poles
from bilingual.model.document import Language
from bilingual.text.normalize import fold

LATIN_RE = re.compile(r"[a-z]+|\d+(?:\.\d+)?")
ASIDE_RE = re.compile(
    r"\((?:△は[増減][^()]*|(?:単位)?:?(?:百万|千|億)?[円株人%]|(?:millions of |thousands of )?yen|%|注\d*|note \d+|(?:capital )?(?:deficit|deficiency))\)"
    r"|\bfor the (?:fiscal year|year|period|quarter|interim period|(?:three|six|nine) months)(?: ended\b.*)?$"
    r"|[※*†‡]+\d*|[⁰¹²³⁴-⁹⁽⁾]+",
    re.IGNORECASE,
)
"""What a label carries besides its name: units, note marks, what △ means, the period that the column tells."""
NUMBERING_RE = re.compile(
    r"^\s*(?:(?:表|図表|table)\s*\d+[.:]?|\(?(?:\d{1,2}|[ivx]{1,4})[.)](?!\d)|[①-⑳・■●◆○]|-(?=\s))\s*",
    re.IGNORECASE,
)
GRAMMAR_RE = re.compile(
    "による|に係る|における|に関する|に対する|により|された|する|した|[のにるよびを等がとやはで及]|並び|又は"
)
"""Hiragana that ties the units together; it has no rendering of its own."""

TOTAL_RE = re.compile("合計|総計|小計|(?<![統会設累家])計$|^総|総額|総数")
TOTAL_STEMS = frozenset({"total", "subtotal", "sum", "aggregate"})
GENERIC_JAPANESE = {
    "その他": "other", "他": "other", "その他純額": "other", "その他合計": "other",
    "合計": "total", "計": "total", "総計": "total", "小計": "subtotal",
}  # fmt: skip
GENERIC_ENGLISH = {
    "other": "other", "other net": "other", "net other": "other", "other total": "other",
    "total": "total", "grand total": "total", "subtotal": "subtotal", "sub total": "subtotal",
}  # fmt: skip
"""Labels whose meaning is their neighbours'."""
DIVIDED = 6
"""Letters of a word that a blank may divide; of shorter ones English makes two."""
CATEGORY_JA_RE = re.compile(r"カテゴリー? ?(\d{1,2})(?!\d)")
CATEGORY_EN_RE = re.compile(r"\bcat(?:egory|\.) ?(\d{1,2})(?!\d)", re.IGNORECASE)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_JA_RE = re.compile(r"(1[0-2]|[1-9]) ?月(?:度|分)?")
MONTH_EN_RE = re.compile(r"([A-Z][a-z]{2})(?:[a-z]*|\.)")
"""A label that is a month and nothing more: of its column, or the section, the year."""
OF_MONTHS = 100
"""What is added to the number of a month, so that it is no category."""
GENERIC_CLUE, CATEGORY_CLUE = "other or total", "category of a standard"
UNREAD_WEIGHT = 0.4
"""Weight of a character that nothing is known about; a word has two or three."""


class Rendering(NamedTuple):
    """One English wording: its stems without grammar, and their weight."""

    stems: frozenset[str]
    weight: float


class Unit(NamedTuple):
    """A piece of a Japanese label.

    Attributes:
        renderings: its English wordings.
        weight: what it asks for when none of them is found.
        parts: the smaller units it is made of.
        sound: consonants of a katakana word that no table holds.
        stems: all words of its renderings and of those of its parts.
        sounded: whether it, or a part, is known by its sound alone.
    """

    renderings: tuple[Rendering, ...]
    weight: float
    parts: tuple[Unit, ...] = ()
    sound: str = ""
    stems: frozenset[str] = frozenset()
    sounded: bool = False


class JapaneseLabel(NamedTuple):
    """A Japanese label: its units, the concepts that the whole of it names, poles, kind of label, keys.

    ``stems`` are all words of all renderings; ``sounded`` where a unit is known by its sound alone;
    ``category`` is the number of a category of a standard (カテゴリー11) or of a month (4月), None where it names none;
    ``clues`` are all that an English label can be like it by, unless it sounds alike.
    """

    units: tuple[Unit, ...]
    whole: frozenset[str]
    poles: int
    total: bool
    generic: str
    keys: frozenset[str]
    stems: frozenset[str]
    sounded: bool
    category: int | None
    clues: frozenset[str]


class EnglishLabel(NamedTuple):
    """An English label: its stems with their weights, and the same facts."""

    stems: frozenset[str]
    weights: Mapping[str, float]
    weight: float
    whole: frozenset[str]
    poles: int
    total: bool
    generic: str
    keys: frozenset[str]
    category: int | None
    clues: frozenset[str]


class LabelReader:
    """Reads labels with the terms of a termbase and the table of morphemes."""

    def __init__(self, matcher: Matcher) -> None:
        """Index the renderings and weigh their words by rarity."""
        self._matcher = matcher
        terms, morphemes = _term_renderings(matcher), _morpheme_renderings()
        spread = Counter(
            stem
            for table in (terms, morphemes)
            for found in table.values()
            for stems in found
            for stem in stems
        )
        self._weights = {stem: 1 / (1 + 0.25 * log(1 + count)) for stem, count in spread.items()}
        merged = {key: (*terms.get(key, ()), *morphemes.get(key, ())) for key in (*terms, *morphemes)}
        self._renderings = {
            key: tuple(map(self._rendering, dict.fromkeys(found))) for key, found in merged.items()
        }
        self._known = lru_cache(maxsize=20_000)(self._read_known)
        self._longest = _Automaton(self._renderings)
        self._parts = _Automaton(morphemes)

    def japanese(self, label: str) -> JapaneseLabel:
        """Read a Japanese label."""
        name = plain(label)
        key = japanese_term_key(name)
        concepts = {each for found in self._matcher.find(label, Language.JA) for each in found.concepts}
        units = tuple(self._units(key, self._longest, LATIN_RE.findall(name.lower())))
        stems: frozenset[str] = frozenset().union(*[unit.stems for unit in units])
        whole = self._whole(label, name, Language.JA)
        generic = GENERIC_JAPANESE.get(key, "")
        category = _category(label, CATEGORY_JA_RE) or _month(label, Language.JA)
        return JapaneseLabel(
            units,
            whole,
            japanese_poles(japanese_term_key(label)),
            bool(TOTAL_RE.search(key)),
            generic,
            frozenset(concepts) | _latin_keys(label),
            stems,
            any(unit.sounded for unit in units),
            category,
            _clues(stems, whole, generic, category),
        )

    def english(self, label: str) -> EnglishLabel:
        """Read an English label; one whose word a blank divides (``Logist ics``) as the term that it is without."""
        if not self._matcher.exact(label, Language.EN):
            label = self._undivided(label)
        name = plain(label)
        stems = content(name)
        words = english_key(label)
        weights = {stem: self._weights.get(stem, 1.0) for stem in sorted(stems)}
        concepts = {each for found in self._matcher.find(label, Language.EN) for each in found.concepts}
        whole = self._whole(label, name, Language.EN)
        generic = GENERIC_ENGLISH.get(" ".join(english_key(name).split()), "")
        category = _category(label, CATEGORY_EN_RE) or _month(label, Language.EN)
        return EnglishLabel(
            stems,
            weights,
            sum(weights.values()),
            whole,
            english_poles(words),
            bool(stems & TOTAL_STEMS),
            generic,
            frozenset(concepts) | _latin_keys(label),
            category,
            _clues(stems, whole, generic, category),
        )

    def _undivided(self, label: str) -> str:
        """A label without the blank that makes a term of it; the label itself where none does."""
        words = label.split()
        for at in range(1, len(words)):
            if words[at - 1].isalpha() and words[at].isalpha() and words[at].islower():
                whole = " ".join([*words[: at - 1], words[at - 1] + words[at], *words[at + 1 :]])
                if len(words[at - 1] + words[at]) >= DIVIDED and self._matcher.exact(whole, Language.EN):
                    return whole
        return label

    def _whole(self, label: str, name: str, language: Language) -> frozenset[str]:
        """Concepts that the label names as it stands or without its asides; a Latin name stands for itself."""
        concepts = {*self._matcher.exact(label, language), *self._matcher.exact(name, language)}
        if name and name.isascii():
            concepts.add(f"={name.casefold()}")
        return frozenset(concepts)

    def _rendering(self, stems: frozenset[str]) -> Rendering:
        return Rendering(stems, sum(self._weights.get(stem, 1.0) for stem in sorted(stems)))

    def _units(self, key: str, automaton: _Automaton, latin: Sequence[str]) -> Iterator[Unit]:
        at = 0
        for start, end in automaton.find(key):
            yield from self._rest(key[at:start], latin)
            found = key[start:end]
            words = tuple(latin) if LATIN_RE.search(found) else ()
            yield self._known(found, automaton is self._longest and end - start > 2, words)
            at = end
        yield from self._rest(key[at:], latin)

    def _read_known(self, key: str, divisible: bool, latin: tuple[str, ...]) -> Unit:
        """The unit of what a table holds, with its parts; the terms of a release come back in many labels."""
        renderings = self._renderings[key]
        parts = tuple(self._units(key, self._parts, latin)) if divisible else ()
        return _unit(renderings, sum([each.weight for each in renderings]) / len(renderings), parts)

    def _rest(self, text: str, latin: Sequence[str]) -> Iterator[Unit]:
        """Units for what no table holds: Latin words and numbers, katakana by sound, the rest as unknown."""
        if not text:
            return
        for run in LATIN_RE.findall(text):
            for stem in sorted(content(" ".join(_words_of(run, latin)))):
                yield _unit((self._rendering(frozenset({stem})),), self._weights.get(stem, 1.0))
        for word in KATAKANA_RE.findall(text):
            yield _unit((), 1.0, (), katakana_sound(word))
        unread = len(re.sub(r"\W", "", GRAMMAR_RE.sub("", KATAKANA_RE.sub("", LATIN_RE.sub("", text)))))
        if unread:
            yield Unit((), UNREAD_WEIGHT * unread)


class _Automaton:
    """Finds the keys of a table in a key, longest first; Latin keys as whole words only."""

    def __init__(self, table: Mapping[str, object]) -> None:
        self._find = AhoCorasick(list(table), matchkind=MatchKind.LeftmostLongest)

    def find(self, key: str) -> Iterator[tuple[int, int]]:
        """Spans in order, without overlaps."""
        for _, start, end in self._find.find_matches_as_indexes(key):
            beside = (key[start - 1 : start] + key[start], key[end - 1] + key[end : end + 1])
            if not any(len(pair) == 2 and pair.isascii() and pair.isalnum() for pair in beside):
                yield start, end


def _unit(
    renderings: tuple[Rendering, ...], weight: float, parts: tuple[Unit, ...] = (), sound: str = ""
) -> Unit:
    stems = frozenset().union(*[each.stems for each in renderings], *[part.stems for part in parts])
    sounded = bool(sound) or any(part.sounded for part in parts)
    return Unit(renderings, weight, parts, sound, stems, sounded)


def _clues(
    stems: frozenset[str], whole: frozenset[str], generic: str, category: int | None
) -> frozenset[str]:
    """All that a label can be like one of the other language by."""
    named = (GENERIC_CLUE if generic else "", "" if category is None else CATEGORY_CLUE)
    return stems | whole | set(filter(None, named))


def _category(label: str, pattern: re.Pattern[str]) -> int | None:
    """The number by which a label names a category of a standard: カテゴリー11, Category 11."""
    found = pattern.search(label)
    return int(found[1]) if found else None


def _month(label: str, language: Language) -> int | None:
    """The month that a label is, as another kind of category."""
    if language is Language.JA:
        found = MONTH_JA_RE.fullmatch(fold(label).strip()) if "月" in label else None
        return OF_MONTHS + int(found[1]) if found else None
    named = MONTH_EN_RE.fullmatch(label.strip())
    start = named[1].lower() if named else ""
    return OF_MONTHS + 1 + MONTHS.index(start) if start in MONTHS else None


def _words_of(run: str, latin: Sequence[str]) -> Sequence[str]:
    """The printed words that a Latin run of a key (which holds no blanks) is made of."""
    for first in range(len(latin)):
        joined = ""
        for last in range(first, min(first + 8, len(latin))):
            joined += latin[last]
            if joined == run:
                return latin[first : last + 1]
    return (run,)


def plain(label: str) -> str:
    """A label without numbering, units, note marks and the colon at its end."""
    return NUMBERING_RE.sub("", ASIDE_RE.sub("", fold(label))).strip(" :")


def content(text: str) -> frozenset[str]:
    """Stems of an English text without grammar."""
    return frozenset(LATIN_RE.findall(english_key(text))) - STOP_STEMS


def _latin_keys(label: str) -> frozenset[str]:
    return frozenset(f"w:{word}" for word in LATIN_RE.findall(fold(label).lower()) if len(word) > 1)


def _term_renderings(matcher: Matcher) -> dict[str, tuple[frozenset[str], ...]]:
    found: dict[str, tuple[frozenset[str], ...]] = {}
    for concept in matcher.termbase.concepts:
        english = tuple(content(term.text) for term in concept.in_language(Language.EN))
        for term in concept.in_language(Language.JA):
            key = japanese_term_key(term.text)
            found[key] = (*found.get(key, ()), *(stems for stems in english if stems))
    return {key: stems for key, stems in found.items() if any(map(str.isalnum, key)) and stems}


def _morpheme_renderings() -> dict[str, tuple[frozenset[str], ...]]:
    found: dict[str, tuple[frozenset[str], ...]] = {}
    for morpheme, english in morpheme_table().items():
        key = japanese_term_key(morpheme)
        found[key] = (*found.get(key, ()), *(content(words) for words in english))
    return {key: stems for key, stems in found.items() if key and any(stems)}
