"""Text to sentences, by the marks of each language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bilingual.model.document import Language

ABBREVIATIONS = frozenset(
    {
        "inc", "co", "ltd", "corp", "mr", "mrs", "ms", "dr", "prof", "st", "no", "nos", "vol", "fig", "figs", "pp", "p", "e.g", "i.e", "u.s", "u.k", "u.n", "approx", "est", "dept", "vs", "etc", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "jr", "sr", "a.m", "p.m", "plc", "llc", "bros", "ave", "bldg", "cf", "al", "sec", "art", "ref",
    }
)  # fmt: skip
"""Words (lower case, without the last full stop) after which a full stop ends no sentence by itself."""
SURE_ENDS = frozenset({"inc", "co", "ltd", "corp", "etc", "u.s", "u.k", "a.m", "p.m", "plc", "llc"})
"""Abbreviations that do end a sentence when a typical first word follows."""
FIRST_WORD_RE = re.compile(
    r"(?:The|This|These|That|Those|It|In|On|As|At|For|From|We|Our|Its|By|With|Also|However|Although|During|After|"
    r"Since|While|If|To|Under|Total|Net|Revenues?|Operating|Furthermore|Moreover|Meanwhile|Thus|Therefore)\b"
)
ENGLISH_END_RE = re.compile(r"[.!?](?:[\"')\]]+)?(?:\^?\(\S{1,3}\)|[¹²³⁰-⁹⁽⁾]+)?(?=\s|$)")
WORD_BEFORE_RE = re.compile(r"[A-Za-z.]+$")
JAPANESE_MARK_RE = re.compile(
    r"[。！？!?「」『』（）()【】]|(?<=[ぁ-ん])[.．](?![\w.．])|(?<=[ぁ-ん])[.．](?=[ぁ-んァ-ヶ一-鿿\d])"
)
"""What may end a sentence; the full stop of those who write 。 so stands behind the kana of a verb."""
OPENERS, CLOSERS = "「『（(【", "」』）)】"
LONGEST_QUOTE = 400
"""A bracket open for longer than this was never closed."""
LONGEST_SENTENCE = {Language.JA: 2_000, Language.EN: 4_000}
"""Characters after which running text without a full stop is cut at a comma or a blank: all that compares the
figures of two sentences grows with their product."""
PAUSE_RE = re.compile(r"[、;]|,(?=\s)")


@lru_cache(maxsize=16_384)
def split_sentences(text: str, language: Language) -> tuple[tuple[int, int], ...]:
    """Split text into sentences.

    Args:
        text: one paragraph, folded.
        language: its language.

    Returns:
        Half-open offsets without surrounding blanks, in order; blank text gives none. What is longer than
        ``LONGEST_SENTENCE`` is given in pieces.
    """
    ends = _japanese_ends(text) if language is Language.JA else _english_ends(text)
    spans: list[tuple[int, int]] = []
    start = 0
    for end in [*ends, len(text)]:
        first, last = start, end
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        if last > first:
            spans.extend(_pieces(text, first, last, LONGEST_SENTENCE[language]))
        start = max(start, end)
    return tuple(spans)


def _pieces(text: str, first: int, last: int, longest: int) -> Iterator[tuple[int, int]]:
    """A sentence, or parts of it that are no longer than ``longest`` characters."""
    while last - first > longest:
        pauses = [match.end() for match in PAUSE_RE.finditer(text, first + longest // 2, first + longest)]
        cut = pauses[-1] if pauses else text.rfind(" ", first + longest // 2, first + longest) + 1
        cut = cut or first + longest
        yield first, cut
        first = cut
        while first < last and text[first].isspace():
            first += 1
    if last > first:
        yield first, last


def _japanese_ends(text: str) -> list[int]:
    ends: list[int] = []
    opened: list[int] = []
    for match in JAPANESE_MARK_RE.finditer(text):
        mark, at = match.group(), match.start()
        if opened and at - opened[-1] > LONGEST_QUOTE:
            opened.clear()
        if mark in OPENERS:
            opened.append(at)
        elif mark in CLOSERS:
            if opened:
                opened.pop()
        elif not opened and not (mark in "!?" and text[at + 1 : at + 2].isalnum()):
            ends.append(at + 1)
    return ends


def _english_ends(text: str) -> list[int]:
    ends: list[int] = []
    for match in ENGLISH_END_RE.finditer(text):
        after = text[match.end() : match.end() + 40].lstrip()
        if not after:
            continue
        if text[match.start()] == "." and not _is_full_stop(text, match.start(), after):
            continue
        if after[0].islower() and not after.startswith(("i ", "iP")):
            continue
        ends.append(match.end())
    return ends


def _is_full_stop(text: str, at: int, after: str) -> bool:
    """Whether a full stop ends a sentence, given the word before it and what follows."""
    found = WORD_BEFORE_RE.search(text, max(0, at - 15), at)
    word = found.group().lower().strip(".") if found else ""
    if len(word) == 1 and word.isalpha() and text[at - 1].isupper():
        return text[at - 2 : at - 1].isdigit()  # an initial; ¥683M is none
    if word in ("no", "nos", "p", "pp", "vol", "fig", "sec", "art") and after[0].isdigit():
        return False
    if word in ABBREVIATIONS:
        return word in SURE_ENDS and bool(FIRST_WORD_RE.match(after))
    return True
