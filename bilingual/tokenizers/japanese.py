"""Japanese text to tokens: fugashi with unidic-lite, kept away from what breaks it.

Seen with fugashi 1.5.2 and unidic-lite 1.0.8: one call with 372,000 characters ends the interpreter; a run of
50,000 equal characters takes 4 s (quadratic); NUL ends the text; nodes of one call show the features of the
next one; numbers fall apart at every comma and point; offsets are not given. Hence: numbers, terms and long
runs are cut out before, the rest goes in by line and in stretches of bounded length, and features are copied
at once.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bilingual.errors import BilingualError
from bilingual.model.segment import Token
from bilingual.model.termbase import Occurrence
from bilingual.tokenizers.fixed import Gap, gaps, term_tokens

if TYPE_CHECKING:
    from fugashi import Tagger

LONGEST = 8_000
"""Characters given to the tagger in one call."""
LONGEST_RUN = 500
"""Equal characters in a row that the tagger may see; longer rulers become tokens of their own."""

FIXED_RE = re.compile(
    r"(?P<name>(?<![A-Za-z0-9])(?!JPY|USD|EUR)[A-Za-z]{1,12}[0-9][A-Za-z0-9]{0,12}(?![A-Za-z0-9.]))"
    r"|(?P<number>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)"
    rf"|(?P<run>(\S)\4{{{LONGEST_RUN},}})"
)
"""Names with digits (IPv6, T1) and numbers, which the dictionary cuts at every digit; and long runs."""
UNSAFE_RE = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\ud800-\udfff]")
"""Control characters and lone surrogates: the tagger stops at them or refuses them."""
LINE_RE = re.compile(r"[^\n]+")
SAFE_ENDS = "。、！？!?;:)）」』】 \t"
"""Characters after which a long stretch may be divided without cutting a word."""

MOST_READINGS = 20
"""Ways to read a name that the tagger is asked for."""
FEATURE_LEMMA = 7
"""Place of the lemma among the features of UniDic 2.1.2; unknown words have fewer features."""

_local = threading.local()


def tokenize(text: str, occurrences: Sequence[Occurrence] = ()) -> list[Token]:
    """Cut Japanese text into tokens that cover every character that is not blank.

    Args:
        text: any text; line ends end a word.
        occurrences: glossary terms found in ``text``; each becomes one token that names its concept.
    """
    clean = UNSAFE_RE.sub(" ", text)
    terms = term_tokens(text, occurrences)
    fixed = sorted([*terms, *_fixed_tokens(clean, terms)], key=lambda token: token.start)
    tokens = [token for gap in gaps(len(clean), fixed) for token in _gap_tokens(clean, gap)]
    if not fixed:
        return tokens
    return sorted([*tokens, *fixed], key=lambda token: token.start)


class SpokenWord(NamedTuple):
    """A word with what tells its counterpart in another language.

    Attributes:
        start: offset of its first character.
        end: offset after its last character.
        reading: of a proper name, how it is read, in katakana; else empty.
        source: of a loan word, the foreign word that the dictionary says it was; else empty.
    """

    start: int
    end: int
    reading: str
    source: str


def spoken_words(text: str) -> list[SpokenWord]:
    """The proper names of a text of one line with their readings, and its loan words with what they were.

    Nothing of texts longer than a stretch for the tagger.
    """
    clean = UNSAFE_RE.sub(" ", text)
    if len(clean) > LONGEST or re.search(rf"(\S)\1{{{LONGEST_RUN},}}", clean):
        return []
    at, found = 0, []
    for surface, raw in [(word.surface, word.feature_raw) for word in _tagger()(clean)]:
        at = clean.find(surface, at)
        fields = raw.split(",", FEATURE_LEMMA + 1)
        if len(fields) > FEATURE_LEMMA and '"' not in raw:
            name = fields[FEATURE_LEMMA - 1] if fields[1] == "固有名詞" else ""
            source = fields[FEATURE_LEMMA].partition("-")[2]
            if name or (source and source.isascii()):
                found.append(SpokenWord(at, at + len(surface), name, source))
        at += len(surface)
    return found


@lru_cache(maxsize=1_024)
def readings(name: str) -> frozenset[str]:
    """All readings that the dictionary has for a name, in kana: 久我 is クガ and コガノ. Empty for what it does not hold whole."""
    if not name or UNSAFE_RE.search(name):
        return frozenset()
    found = set()
    for way in _tagger().nbestToNodeList(name, MOST_READINGS):
        fields = way[0].feature_raw.split(",", FEATURE_LEMMA) if len(way) == 1 else []
        if len(fields) >= FEATURE_LEMMA and fields[FEATURE_LEMMA - 1] not in ("", "*"):
            found.add(fields[FEATURE_LEMMA - 1])
    return frozenset(found)


def _fixed_tokens(text: str, terms: Sequence[Token]) -> Iterator[Token]:
    """Names with digits, numbers and long runs of one character outside the terms."""
    for gap in gaps(len(text), terms):
        for match in FIXED_RE.finditer(text, gap.start, gap.end):
            label = match.lastgroup or ""
            yield Token(match.group(), match.start(), match.end(), label, match.group()[:LONGEST_RUN])


def _gap_tokens(text: str, gap: Gap) -> Iterator[Token]:
    for line in LINE_RE.finditer(text, gap.start, gap.end):
        start = line.start()
        while start < line.end():
            end = _safe_end(text, start, line.end())
            yield from _tag(text[start:end], start)
            start = end


def _safe_end(text: str, start: int, end: int) -> int:
    """The end of the next stretch: after the last mark that ends a word, if there is one."""
    if end - start <= LONGEST:
        return end
    limit = start + LONGEST
    last = max(text.rfind(mark, start + LONGEST // 2, limit) for mark in SAFE_ENDS)
    return last + 1 if last >= 0 else limit


def _tag(stretch: str, start: int) -> Iterator[Token]:
    if not stretch.strip():
        return
    words = [(word.surface, word.feature_raw) for word in _tagger()(stretch)]
    at = 0
    for surface, features in words:
        at = stretch.find(surface, at)
        part_of_speech, lemma = _features(features)
        end = at + len(surface)
        if not surface.isspace():
            yield Token(surface, start + at, start + end, part_of_speech, lemma or surface)
        at = end


@lru_cache(maxsize=50_000)
def _features(raw: str) -> tuple[str, str]:
    """Part of speech and lemma of a feature string; no lemma for unknown words and symbols."""
    fields = raw.split(",", FEATURE_LEMMA + 1)
    lemma = fields[FEATURE_LEMMA] if len(fields) > FEATURE_LEMMA and '"' not in raw else ""
    # UniDic tells homonyms and loan words apart by an addition: サービス-service.
    lemma = lemma.partition("-")[0]
    return fields[0], "" if lemma == "*" else lemma


def _tagger() -> Tagger:
    """The tagger of this thread; a tagger must not be shared, its nodes live in it."""
    tagger: Tagger | None = getattr(_local, "tagger", None)
    if tagger is None:
        try:
            import unidic_lite
            from fugashi import Tagger
        except ImportError as error:
            raise BilingualError(
                f"Japanese text cannot be cut into words ({error}); install it with: "
                "pip install fugashi unidic-lite"
            ) from error
        folder = unidic_lite.DICDIR
        tagger = _local.tagger = Tagger(f'-r "{folder}/mecabrc" -d "{folder}"')
    return tagger
