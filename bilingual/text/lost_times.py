"""Letters lost in words of time and of comparison, which are few: S�x months, M�y 31, 2024, �期比%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilingual.text.characters import LOST

_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
)  # fmt: skip
_NUMBERS = ("three", "six", "nine", "twelve")
_COMPARISONS = (
    *("前年同期比", "前期比", "前年比", "前年度比", "前四半期比", "前年同四半期比", "対前年比", "対前期比"),
    *(
        "対前年同期比",
        "構成比",
        "構成比率",
        "前期増減率",
        "対前期増減率",
        "前年同期増減率",
        "対前年同期増減率",
    ),
)
_KANJI = "\u3400-\u9fff"
_WORD = rf"(?<![A-Za-z{LOST}])(?P<word>[A-Za-z]*{LOST}[A-Za-z]*)(?![A-Za-z{LOST}])"
_PLACES = (
    (_MONTHS, re.compile(rf"{_WORD}\.? (?:\d{{1,2}}, ?)?(?:19|20)\d\d(?![\d,.])")),
    (_MONTHS, re.compile(rf"(?<![\d,.])\d{{1,2}} {_WORD}\.?,? (?:19|20)\d\d(?![\d,.])")),
    (_NUMBERS, re.compile(rf"{_WORD}[ -][Mm]onths?\b")),
    (
        _COMPARISONS,
        re.compile(rf"(?<![{_KANJI}{LOST}])(?P<word>[{_KANJI}]*{LOST}[{_KANJI}]*)(?=[\s%(|]|$)"),
    ),
)


def letters_of_times(text: str) -> Iterator[tuple[int, str]]:
    """Where a letter is lost in a word of time that only one word fits, and the letter in its case.

    >>> list(letters_of_times("S�x months ended Ju� 30, 2024"))
    [(1, 'i')]
    """
    for words, pattern in _PLACES:
        for match in pattern.finditer(text):
            printed = match["word"]
            if len(printed) < min(map(len, words)):
                continue
            at = printed.index(LOST)
            fits = {
                word[at]
                for word in words
                if len(word) == len(printed)
                and word[:at] == printed[:at].lower()
                and word[at + 1 :] == printed[at + 1 :].lower()
            }
            if len(fits) == 1:
                begins = words is _MONTHS or not text[: match.start("word")].rstrip()[-1:].islower()
                upper = printed.replace(LOST, "").isupper() or (at == 0 and begins)
                yield match.start("word") + at, min(fits).upper() if upper else min(fits)
