"""Signs before figures that an encoding took for others: the minus, the triangle, the yen.

Seven bits hold the yen sign and the backslash under one code. An encoding that lacks the triangle (△1,234) puts a
question mark or the character for what is unknown there; a hand that types kana puts the long mark of katakana.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bilingual.model.document import MappedText
from bilingual.text.characters import LOST
from bilingual.text.edits import Edit

FEWEST = 2
"""Figures behind the same wrong sign that show what an encoding lost."""
_JAPANESE_RE = re.compile("[\u3041-\u30ff\u3400-\u9fff]")
_BEHIND_RE = re.compile("[\u3041-\u30ff\u3400-\u9fff%]\\Z")
"""Before the character for what is unknown: as many particles (収入は2,400円) stand there as signs."""
_LETTER_RE = re.compile("[A-Za-z]")
_LONG_MARK_RE = re.compile(
    "(?<![\\w\u3041-\u30ff\u3400-\u9fff])ー(?=\\d)|(?<=[\\t|])( ?)ー(?= ?(?:[\\t|]|$))"
)
_LOST = f"?{LOST}"
_LOST_RE = re.compile(rf"(?<![A-Za-z\d{_LOST}!)か千万])[{_LOST}](?=\d)(?!.(?:19|20)\d\d(?:[年度./]|$))")
_LOST_AMOUNT_RE = re.compile(
    rf"(?<![\w{_LOST}!)])[{_LOST}](?=\d[\d,.]*(?: ?(?:thousand|million|billion|trillion|per share)\b))"
)
_BACKSLASH_RE = re.compile(r"(?<![\\\w:/.])\\(?= ?\d)")
_TRIANGLE_RE = re.compile("[△▲](?= ?\\d)")


def minus_kana(lines: Sequence[MappedText]) -> Iterator[Edit]:
    """The long mark of katakana before a figure, or alone in a cell, where no kana stands before it."""
    for number, line in enumerate(lines):
        if "ー" in line.text:
            for match in _LONG_MARK_RE.finditer(line.text):
                yield Edit(number, match.end() - 1, match.end(), "-")


def lost_minuses(lines: Sequence[MappedText]) -> Iterator[Edit]:
    """Question marks before figures of Japanese lines and of lines of figures below them, in a document that shows its negative figures nowhere else."""
    if not _holds_lost(lines) or any(_TRIANGLE_RE.search(line.text) for line in lines):
        return
    found = []
    japanese = False
    for number, line in enumerate(lines):
        if _JAPANESE_RE.search(line.text):
            japanese = True
        elif _LETTER_RE.search(line.text):
            japanese = False
        if japanese:  # a line of figures is of the language of the last words above it
            found += [(number, match) for match in _LOST_RE.finditer(line.text)]
    for sign in _LOST:
        same = [(number, match) for number, match in found if match[0] == sign]
        told = [
            match for _, match in same if sign == "?" or not _BEHIND_RE.search(match.string[: match.start()])
        ]
        if len(told) >= FEWEST:
            for number, match in same:
                yield Edit(number, match.start(), match.end(), "△")


def lost_yen(lines: Sequence[MappedText]) -> Iterator[Edit]:
    """Backslashes before figures; question marks before English amounts of a document that has no yen sign."""
    for number, line in enumerate(lines):
        if "\\" in line.text:
            for match in _BACKSLASH_RE.finditer(line.text):
                yield Edit(number, match.start(), match.end(), "¥")
    if not _holds_lost(lines) or any("¥" in line.text for line in lines):
        return
    found = [
        (number, match)
        for number, line in enumerate(lines)
        if not _JAPANESE_RE.search(line.text)
        for match in _LOST_AMOUNT_RE.finditer(line.text)
    ]
    if len(found) >= FEWEST:
        for number, match in found:
            yield Edit(number, match.start(), match.end(), "¥")


def _holds_lost(lines: Sequence[MappedText]) -> bool:
    return any(sign in line.text for line in lines for sign in _LOST)
