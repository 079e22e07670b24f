"""Strings that every match of a pattern has to hold, so that a text without them need not be searched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ahocorasick_rs import AhoCorasick

_QUANTIFIER_RE = re.compile(r"(?:[?*+]|\{(?P<least>\d*)(?:,\d*)?\})\??")
_ASSERTIONS = ("(?=", "(?!", "(?<=", "(?<!")


def pieces(pattern: str) -> frozenset[str] | None:
    r"""Strings one of which stands in every text that a pattern matches; None where none is sure.

    Reads what the vocabulary is written in: alternatives, groups, classes, assertions and counts.

    >>> sorted(pieces("短期(?!間)|長[いく]期"))
    ['短期', '長']
    >>> sorted(pieces(r"(?:前|翌)期")), pieces(r"\d+")
    (['期'], None)
    """
    found: set[str] = set()
    for alternative in _split(pattern):
        best = _best(alternative)
        if best is None:
            return None
        found |= best
    return frozenset(found)


def alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern, outside all groups.

    >>> alternatives("net (?:sales|revenues?)|turnover")
    ['net (?:sales|revenues?)', 'turnover']
    """
    return list(_split(pattern))


def _split(pattern: str) -> Iterator[str]:
    start = 0
    for at, atom in _atoms(pattern):
        if atom == "|":
            yield pattern[start:at]
            start = at + 1
    yield pattern[start:]


def _atoms(pattern: str) -> Iterator[tuple[int, str]]:
    """Where the parts of a pattern start, and what they are: a character, a class or a group with what it holds."""
    at = 0
    while at < len(pattern):
        end = at + 1
        if pattern[at] == "\\":
            end = at + 2
        elif pattern[at] == "[":
            end = _class_end(pattern, at)
        elif pattern[at] == "(":
            end = _group_end(pattern, at)
        yield at, pattern[at:end]
        at = end


def _class_end(pattern: str, start: int) -> int:
    at = start + (2 if pattern.startswith("[^", start) else 1) + 1
    while pattern[at - 1] == "\\" or pattern[at] != "]":
        at += 1
    return at + 1


def _group_end(pattern: str, start: int) -> int:
    at = start + 1
    while pattern[at] != ")":
        if pattern[at] == "\\":
            at += 2
        elif pattern[at] == "[":
            at = _class_end(pattern, at)
        elif pattern[at] == "(":
            at = _group_end(pattern, at)
        else:
            at += 1
    return at + 1


def _best(alternative: str) -> frozenset[str] | None:
    """Of what an alternative has to hold the longest."""
    runs, groups = [""], []
    skip = 0
    for at, atom in _atoms(alternative):
        if at < skip or atom.startswith(_ASSERTIONS) or atom in ("^", "$"):
            continue
        count = _QUANTIFIER_RE.match(alternative, at + len(atom))
        skip = count.end() if count else 0
        optional = count is not None and (count[0][0] in "?*" or count["least"] in ("", "0"))
        literal = atom[-1] if (len(atom) == 1 and atom != ".") or _is_escaped_sign(atom) else ""
        if optional or not literal:
            runs.append("")
            if atom.startswith("(?:") and not optional and (held := pieces(atom[3:-1])):
                groups.append(held)
        else:
            runs[-1] += literal
            if count:
                runs.append("")
    longest = max(runs, key=len)
    known = groups + ([frozenset({longest})] if longest else [])
    return max(known, key=lambda one: (min(map(len, one)), -len(one)), default=None)


def _is_escaped_sign(atom: str) -> bool:
    return atom.startswith("\\") and not atom[1].isalnum()


class Gate:
    """Tells which of many patterns a text may match, by the strings that each of them needs.

    Args:
        patterns: empty ones match nothing.
        small: whether letters count the same in capitals and small letters.
    """

    def __init__(self, patterns: Sequence[str], *, small: bool = False) -> None:
        """Gather the strings that the patterns need."""
        self._small = small
        self._always: set[int] = set()
        numbers: dict[str, list[int]] = {}
        for number, pattern in enumerate(patterns):
            needed = pieces(pattern) if pattern else frozenset()
            if needed is None:
                self._always.add(number)
            else:
                for piece in needed:
                    numbers.setdefault(piece.lower() if small else piece, []).append(number)
        self._numbers = [*numbers.values()]
        self._pieces = AhoCorasick(list(numbers))

    def open_to(self, text: str) -> list[int]:
        """The numbers of the patterns that a text may match, in order."""
        text = text.lower() if self._small else text
        held = {match[0] for match in self._pieces.find_matches_as_indexes(text, overlapping=True)}
        return sorted(self._always.union(*(self._numbers[piece] for piece in held)))
