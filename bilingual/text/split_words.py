"""English words that a blank divides: ``ex penses`` where the document has expenses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from bilingual.model.document import MappedText
from bilingual.text.edits import Edit
from bilingual.text.small_words import SMALL_WORDS

SHORTEST = 6
"""Letters of a word that is put together; shorter ones chance makes of two."""
_WORD_RE = re.compile(r"[A-Za-z]+")
_DIVIDED_RE = re.compile(r"(?<![A-Za-z'’&/.-])([A-Za-z]{1,12}+) (?=([a-z]{1,12}+)(?![A-Za-z'’&/-]))")
_USUAL = frozenset(
    [
        "million", "billion", "thousand", "trillion", "millions", "billions", "thousands", "approximately", "percent",
        "increase", "increased", "increases", "decrease", "decreased", "decreases",
    ]
)  # fmt: skip
"""Words of which the whole stands in every release, whether or not this one spells them anywhere else."""
_COMPOUND = frozenset(
    [
        "web",
        "site",
        "data",
        "base",
        "share",
        "holder",
        "holders",
        "stock",
        "work",
        "force",
        "net",
        "back",
        "bone",
        "soft",
        "hard",
        "ware",
        "broad",
        "band",
        "high",
        "light",
        "through",
        "out",
        "under",
        "over",
        "line",
        "up",
        "down",
        "time",
        "in",
        "on",
        "off",
        "side",
        "end",
        "some",
        "any",
        "every",
        "thing",
        "one",
        "day",
        "day's",
        "set",
        "new",
        "old",
        "life",
        "cycle",
        "house",
        "room",
        "land",
        "mark",
        "market",
        "place",
        "post",
        "pre",
        "paid",
        "key",
        "word",
        "note",
        "book",
        "web",
        "page",
        "pages",
        "cross",
        "wave",
        "inter",
        "super",
        "sub",
        "non",
        "co",
    ]
)
"""Words of which English makes one or two as it likes: Web site, website."""
_SHORT = SMALL_WORDS | frozenset(
    [
        "i",
        "all",
        "and",
        "any",
        "are",
        "but",
        "can",
        "for",
        "had",
        "has",
        "her",
        "him",
        "his",
        "how",
        "its",
        "may",
        "nor",
        "not",
        "now",
        "off",
        "one",
        "our",
        "out",
        "own",
        "per",
        "pre",
        "she",
        "the",
        "too",
        "two",
        "via",
        "was",
        "who",
        "why",
        "yet",
        "you",
        "non",
        "sub",
    ]
)


def split_words(lines: Sequence[MappedText]) -> Iterator[Edit]:
    """Yield the blanks inside words: the parts stand nowhere else in the document, the whole does."""
    whole = "\n".join([line.text for line in lines])
    words = _WORD_RE.findall(whole)
    known = {word.casefold() for word in set(words)} | _USUAL
    pairs = {(left.casefold(), right) for left, right in set(_DIVIDED_RE.findall(whole))}
    if not (suspects := [pair for pair in pairs if "".join(pair) in known]):
        return  # as in most documents, which one search tells
    counts = Counter(map(str.casefold, words))
    if not any(_is_divided(left, right, counts) for left, right in suspects):
        return
    for number, line in enumerate(lines):
        text = line.text
        for match in _DIVIDED_RE.finditer(text):
            if _is_divided(match[1].casefold(), match[2], counts):
                yield Edit(number, match.start(1), match.end(2), match[1] + match[2])


def _is_divided(left: str, right: str, counts: Counter[str]) -> bool:
    whole = left + right
    if len(whole) < SHORTEST or (whole not in counts and whole not in _USUAL):
        return False  # as nearly any two words
    if left in _COMPOUND and right in _COMPOUND:
        return False
    strange = [part for part in (left, right) if counts[part] == 1 and part not in _SHORT]
    return len(strange) == 2 or (
        len(strange) == 1 and (left in _SHORT or right in _SHORT or min(len(left), len(right)) < 3)
    )
