"""Letters that became the character for what is unknown, read from the same words elsewhere in the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bilingual.model.document import MappedText
from bilingual.text.edits import Edit

_LOST = "\N{REPLACEMENT CHARACTER}"
_REACHES = (((3, 3), (2, 2), (3, 1), (1, 3)), ((4, 0), (0, 4)))
"""Characters before and behind a lost one by which it is looked for: what one group finds has to agree."""
_LATIN_REACHES = (((4, 3),), ((3, 2),), ((5, 0), (0, 5)), ((2, 2),))

_BESIDE_FIGURES = (
    ("月", re.compile(rf"(?:年|月 ?[-~] ?)\d{{1,2}}({_LOST})")),
    ("日", re.compile(rf"月\d{{1,2}}({_LOST})(?! ?[-~])")),
    ("年", re.compile(rf"(?<!\d)(?:19|20)\d\d({_LOST})(?=\d{{1,2}}月)")),
    ("億", re.compile(rf"(?<![\d,])\d{{1,4}}({_LOST})(?=\d,\d{{3}}万|\d{{3,4}}万)")),
)
"""What stands beside figures and can be but one character."""

_Key = tuple[str, str]


def lost_letters(lines: Sequence[MappedText]) -> Iterator[Edit]:
    """Letters between the same neighbours as everywhere else in the document: 前�比 for 前期比.

    Digits are never guessed, and nothing is where the places elsewhere do not agree.
    """
    lost = [(number, at) for number, line in enumerate(lines) for at in _spots(line.text)]
    if not lost:
        return
    wanted = {key for number, at in lost for group in _keys(lines[number].text, at) for key in group}
    reaches = {(len(before), len(behind)) for before, behind in wanted}
    found: dict[_Key, set[str]] = {}
    for line in lines:
        text = line.text
        for before, behind in reaches:
            for at in range(before, len(text) - behind):
                key = (text[at - before : at], text[at + 1 : at + 1 + behind])
                if key in wanted:
                    found.setdefault(key, set()).add(text[at])
    for number, at in lost:
        if beside := _beside_figures(lines[number].text, at):
            yield Edit(number, at, at + 1, beside)
            continue
        groups = _keys(lines[number].text, at)
        read = (set[str]().union(*(found.get(key, set()) for key in group)) - {_LOST} for group in groups)
        letters = next(filter(None, read), set())
        if len(letters) == 1 and (letter := min(letters)).isalpha():
            yield Edit(number, at, at + 1, letter)


def _spots(text: str) -> Iterator[int]:
    at = text.find(_LOST)
    while at >= 0:
        yield at
        at = text.find(_LOST, at + 1)


def _beside_figures(text: str, at: int) -> str:
    around = text[max(0, at - 8) : at + 8]
    return next(
        (
            char
            for char, pattern in _BESIDE_FIGURES
            for match in pattern.finditer(around)
            if match.start(1) == min(at, 8)
        ),
        "",
    )


def _keys(text: str, at: int) -> Iterator[list[_Key]]:
    """What stands around a lost character, the surest first; never another lost one, never a figure beside it."""
    near = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
    for group in _LATIN_REACHES if near.isascii() else _REACHES:
        keys = [
            (text[at - before : at], text[at + 1 : at + 1 + behind])
            for before, behind in group
            if before <= at and at + behind < len(text)
        ]
        yield [
            (left, right)
            for left, right in keys
            if _LOST not in left + right and not (left[-1:].isdigit() or right[:1].isdigit())
        ]
