"""Columns of labels that a wrong line between columns cuts in two: ``Non-cur`` and ``rent liabilities``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from unicodedata import east_asian_width

from bilingual.model.document import MappedText
from bilingual.text.edits import Edit

FEWEST = 3
"""Labels cut in two that show a line through their column."""
FEWEST_RUN_ON = 2
"""Words that run on from one half to the other."""
SLACK = 2
"""Columns that a first half may end before the line: a blank at its end is lost."""
LONGEST = 90
"""Characters of a label."""
LONG = 4
"""Letters that the end of a word which the document uses only once seldom has."""
_WORD_RE = re.compile(r"[A-Za-z]+")
_LETTER_RE = re.compile(r"[A-Za-z\u3041-\u30ff\u3400-\u9fff]")
_WIDE_RE = re.compile(r"[\u3041-\u30ff\u3400-\u9fff]")
_TAIL_RE = re.compile(r"[A-Za-z]+$")
_MONTH_DAY_RE = re.compile(r"(?:^|\s)[A-Z][a-z]{2,8}\.?(?: \d{1,2})?$")
_DAY_YEAR_RE = re.compile(r"(?:\d{1,2})?, (?:19|20)\d\d(?!\d)")
_FIGURE_RE = re.compile(r"[(△▲¥$+-]*\d[\d,.]*[%)]*|[-–—]|[Nn]/[Aa]")


@dataclass(frozen=True, slots=True)
class _Cut:
    """A row with the halves of its label: its line, the first tab, the end of the second half and the blanks before it."""

    line: int
    tab: int
    end: int
    left: str
    right: str
    blanks: int
    short: bool = False

    @property
    def edges(self) -> tuple[str, str]:
        """The Latin letters at both sides of the cut, in small ones; empty where there are none."""
        tail, head = _TAIL_RE.search(self.left), _WORD_RE.match(self.right)
        return tail[0].casefold() if tail else "", head[0].casefold() if head else ""

    @property
    def dated(self) -> bool:
        """Whether the cut goes through a date: ``March 3`` and ``1, 2024``."""
        return bool(_MONTH_DAY_RE.search(self.left) and _DAY_YEAR_RE.match(self.right))


class _Words:
    """The words of a document, and its text."""

    def __init__(self, lines: Sequence[MappedText]) -> None:
        self.text = "\n".join([line.text for line in lines]).casefold()
        self.counts = Counter(_WORD_RE.findall(self.text))

    def beyond(self, cuts: Sequence[_Cut]) -> Counter[str]:
        """How often words stand in the document beyond the edges of cut labels."""
        edges = Counter(word for cut in cuts for word in cut.edges if word)
        return self.counts - edges

    def has(self, cut: _Cut) -> bool:
        """Whether the document has the whole of a word that goes on from one half to the other."""
        left, right = cut.left, cut.right
        if cut.dated:
            return True
        if _WIDE_RE.match(right) and _WIDE_RE.search(left[-1:]):
            return len(left) > 1 and len(right) > 1 and (left[-2:] + right[:2]).casefold() in self.text
        return all(cut.edges) and right[0].islower() and self.counts["".join(cut.edges)] > 0

    def runs_on(self, cut: _Cut, beyond: Counter[str]) -> bool:
        """Whether a word may go on from one half to the other: the document has the whole, or neither part."""
        parts = all(cut.edges) and cut.right[0].islower() and not any(beyond[part] for part in cut.edges)
        return parts or self.has(cut)

    def joint(self, cut: _Cut, beyond: Counter[str]) -> str:
        """What stands between two halves: nothing inside a word, a blank between two."""
        tail, head = cut.edges
        if cut.dated:
            return " " if tail and cut.right[0].isdigit() else ""
        if _WIDE_RE.search(cut.left[-1:] + cut.right[:1]):
            return ""
        if cut.short or not (tail and head):
            return " " if cut.short else ""
        apart = len(tail) > 1 and (
            (beyond[tail] and (beyond[head] or len(head) >= LONG)) or (beyond[head] > 1 and len(head) > LONG)
        )
        return " " if apart and not self.counts[tail + head] else ""


def torn_columns(lines: Sequence[MappedText]) -> Iterator[Edit]:
    """Put together labels that stand in two cells of their rows; the second cell is left empty.

    The first halves end at the same place, no other label reaches beyond it, the second column holds nothing but
    second halves, and words run on from one to the other.
    """
    words: _Words | None = None
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and "\t" in lines[end].text:
            end += 1
        if end - at >= FEWEST:
            cuts = _cuts(lines, at, end)
            if cuts:
                words = words or _Words(lines)
                yield from _joined(cuts, words)
        at = max(end, at + 1)


def _cuts(lines: Sequence[MappedText], first: int, past: int) -> list[_Cut]:
    """The cut labels of a table; none where it is not cut."""
    cuts: list[_Cut] = []
    whole: list[str] = []
    for number in range(first, past):
        text = lines[number].text
        fields = text.split("\t")
        if len(fields) < FEWEST:
            continue
        left, right = fields[0].strip(), fields[1].strip()
        if not right:
            whole.append(left)
            continue
        if not left or _FIGURE_RE.fullmatch(right):
            return []
        if not _LETTER_RE.search(right) and not _DAY_YEAR_RE.match(right):
            return []
        if len(left) + len(right) > LONGEST:
            return []
        tab = len(fields[0])
        blanks = len(fields[1]) - len(fields[1].lstrip())
        cuts.append(_Cut(number, tab, tab + 1 + len(fields[1]), fields[0].rstrip(), right, blanks))
    if len(cuts) < FEWEST or 2 * len({cut.right for cut in cuts}) <= len(cuts):
        return []
    for measure in (len, _columns):
        sizes = [measure(cut.left.strip()) for cut in cuts]
        reach = max(sizes)
        if min(sizes) >= reach - SLACK and all(measure(label) <= reach for label in whole):
            return [replace(cut, short=size < reach) for cut, size in zip(cuts, sizes, strict=True)]
    return []


def _columns(text: str) -> int:
    """Columns that a text takes on the page: wide characters take two."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def _joined(cuts: Sequence[_Cut], words: _Words) -> Iterator[Edit]:
    beyond = words.beyond(cuts)
    run_on = sum(words.runs_on(cut, beyond) for cut in cuts)
    if run_on < FEWEST_RUN_ON or 4 * run_on < len(cuts) or not any(map(words.has, cuts)):
        return
    for cut in cuts:
        first = len(cut.left) - len(cut.left.lstrip())
        yield Edit(cut.line, first, len(cut.left), cut.left[first:])
        yield Edit(cut.line, len(cut.left), cut.tab + 1 + cut.blanks, words.joint(cut, beyond))
        yield Edit(cut.line, cut.end, cut.end, "\t")
