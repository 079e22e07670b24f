"""Figures of columns beside each other that leave hardly a gap between them, or none."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np

from bilingual.readers.pdf.fragments import Fragment, is_figure
from bilingual.readers.pdf.page import Numbers
from bilingual.text.normalize import fold

BLANK = 0.13
"""Gap that is a blank between two words."""
DASH_RE = re.compile(r"[-－‐–—―─ー]")
WHOLE_RE = re.compile(r"(?P<open>\()?[△▲+-]?[¥$]?\d{1,3}(?:,\d{3})*(?:\.\d{1,2})?%?(?(open)\)%?)")
"""A figure with all its digits and brackets."""
REST_RE = re.compile(r"[\d,]{0,6}(?:\.\d{1,2})?%?\)?%?")
"""The end of a figure that a narrow cell cut."""
FIGURES_RE = re.compile(r"[0-9０-９.,．，%％()（）△▲－-]{3,80}")
"""What may be two figures that columns near each other leave hardly a gap between."""
GLUED_RE = re.compile(r"(?<=[\d-])(?=[△▲])|(?<=,\d{3})(?=[\d(])|(?<=\d\))(?=-\Z)")
"""Where a figure begins without a gap behind another: at its sign, behind the last three digits of an amount; a dash behind a bracket."""
WORDS_RE = re.compile(r"[(（] [^\s()（）]+ [)）]|\S+")
"""Words, and a figure in brackets that blanks part from it: ( 1.9 )."""
BRACKET_RE = re.compile(r"(?<=^[(]) (?=\S)|(?<=\S) (?=[)]$)")
NIL_RE = re.compile(r"[-ー]")
WIDE_NIL_RE = re.compile(r"[－–—―─ー]")
"""A dash that no sign is: where a gap stands behind it, nothing is meant."""
MARK_RE = re.compile(r"[(]\d{1,2}[)]")
"""A note mark, or a small negative figure."""
SIGNS = frozenset(("△", "▲", "¥", "￥", "$"))
"""What stands for no figure alone: the left edge of the cell whose figure stands at the right one."""
DASHES = frozenset("-－–—―─ー")
EDGES = 2.2
"""Heights between a sign and its figure, at least, where these stand at the two edges of a cell."""
OPENS_RE = re.compile(r"[¥￥$]?[(（][¥￥$]?")
CLOSES_RE = re.compile(r"[)）][%％]?")
"""The brackets of a negative figure, each in a cell of its own."""
CLOSED_RE = re.compile(r"\d[\d,.]*[)）][%％]?")
"""A negative figure whose opening bracket stands in a cell of its own, at the left edge: ( | 42)."""
OPEN_RE = re.compile(r"[(（][^)）]*$")
"""A label that goes on in the line below: 増減額(△ / は減少)."""
SIGNED_RE = re.compile(r"[△▲(（]")
BEHIND_RE = re.compile(
    r"([△▲(-]?\d{1,3}(?:,\d{3}|\.\d{1,2}|(?=[ )]))+\)?) (?=[^\W\d_]{2})(?![^\W\d_]+$(?<=[円株名人%]))"
)
"""A figure, and behind a blank the words of another cell."""
FEWEST_BEHIND, LEVEL = 4, 0.8
"""Unlike labels that begin behind a column of figures at least, and how unlike the places are where these end, in points."""


def cut_figures(fragment: Fragment, boxes: Numbers) -> list[Fragment]:
    """Parts of a fragment that holds nothing but figures: no cell has two."""
    if " " not in fragment.text:
        return _cut_close_figures(fragment, boxes) if FIGURES_RE.fullmatch(fragment.text) else [fragment]
    found = list(WORDS_RE.finditer(fragment.text))
    words = [word[0] for word in found]
    if len(words) < 2 or not all(map(is_figure, words)):
        return [fragment]
    whole = words[:-1] if is_empty_cell(words[-1], words[-2]) else words
    if min(map(len, words)) == 1 and not all(are_two(a, b) for a, b in pairwise(whole)):
        return [fragment]
    first = fragment.first
    return [part_of(fragment, first + word.start(), first + word.end(), boxes) for word in found]


def _cut_close_figures(fragment: Fragment, boxes: Numbers) -> list[Fragment]:
    """Parts of a fragment of figures that stand so near each other that no blank was found between them."""
    text = fold(fragment.text)
    if WHOLE_RE.fullmatch(text):
        return [fragment]
    own = boxes[fragment.first : fragment.last]
    gaps = (np.flatnonzero(own[1:, 0] - own[:-1, 2] > BLANK * fragment.size) + 1).tolist()
    for cuts in (gaps, [match.start() for match in GLUED_RE.finditer(text)]):
        places = pairwise([fragment.first, *(fragment.first + at for at in cuts), fragment.last])
        parts = [part_of(fragment, first, last, boxes) for first, last in places]
        if len(parts) > 1 and all(are_two(a.text, b.text) for a, b in pairwise(parts)):
            return parts
    return [fragment]


@lru_cache(maxsize=4_096)
def are_two(one: str, other: str) -> bool:
    """Whether texts beside each other are a figure each, and no figure together.

    >>> are_two("4,193", "33,515"), are_two("12", "345"), are_two("-", "△1,270"), are_two("1,234", "(1)"), are_two("(412)", "-")
    (True, False, True, False, True)
    >>> are_two("4,193", "( 7.2 )")
    True
    """
    wide = WIDE_NIL_RE.fullmatch(one.strip()) is not None
    one, other = (BRACKET_RE.sub("", fold(text.strip())) for text in (one, other))
    if wide and WHOLE_RE.fullmatch(other):
        return True
    if NIL_RE.fullmatch(other):
        return one.endswith(")") and WHOLE_RE.fullmatch(one) is not None
    if NIL_RE.fullmatch(one):
        return SIGNED_RE.match(other) is not None and WHOLE_RE.fullmatch(other) is not None
    if not WHOLE_RE.fullmatch(one) or not WHOLE_RE.fullmatch(other) or MARK_RE.fullmatch(other):
        return False
    return not WHOLE_RE.fullmatch(one + other) and not (one + other).isdigit()


def closes(before: str, text: str) -> bool:
    """Whether a text is the bracket that closes a negative figure, in a cell of its own: (42 | )."""
    return text in (")", "）") and before[:1] in ("(", "（") and OPEN_RE.search(before) is not None


def is_in_brackets(line: Sequence[Fragment], at: int) -> bool:
    """Whether a fragment goes on with a figure whose brackets stand in cells of their own: ( | 42 | )."""
    before, text = line[at - 1].text, line[at].text
    if closes(before, text) or (OPENS_RE.fullmatch(before) and CLOSED_RE.fullmatch(text)):
        return True
    if line[at].is_figure and OPENS_RE.fullmatch(before):
        return at + 1 < len(line) and CLOSES_RE.fullmatch(line[at + 1].text) is not None
    if not line[at - 1].is_figure or not CLOSES_RE.fullmatch(text):
        return False
    return at > 1 and OPENS_RE.fullmatch(line[at - 2].text) is not None


def figure_of(line: Sequence[Fragment]) -> Fragment | None:
    """The figure of a cell whose fragments are its brackets and itself: it shows where the column stands."""
    if not line or not OPENS_RE.fullmatch(line[0].text):
        return None
    closed = len(line) == 2 and CLOSED_RE.fullmatch(line[1].text)
    return line[1] if closed or (len(line) == len("(0)") and CLOSES_RE.fullmatch(line[2].text)) else None


def is_empty_cell(text: str, before: str) -> bool:
    """Whether a text of its own is a dash behind a figure: of a range the dash is part of the text."""
    dash = DASH_RE.fullmatch(text.strip())
    return dash is not None and WHOLE_RE.fullmatch(fold(before.strip())) is not None


def part_of(fragment: Fragment, first: int, last: int, boxes: Numbers) -> Fragment:
    """The characters ``first`` to ``last`` (end excluded) of a page as a fragment of their own."""
    text = fragment.text[first - fragment.first : last - fragment.first]
    first += len(text) - len(text.lstrip())
    last -= len(text) - len(text.rstrip())
    inside = boxes[first : max(last, first + 1)]
    x0, x1 = float(inside[:, 0].min()), float(inside[:, 2].max())
    return Fragment(x0, fragment.y0, x1, fragment.y1, first, last, text.strip())


def with_labels_apart(fragments: Sequence[Fragment], boxes: Numbers) -> list[Fragment]:
    """Fragments of a page, with the labels parted that begin right behind a column of figures: liabilities beside assets.

    The figures end at one place below each other, and unlike words follow; what is counted or dated repeats its words.
    """
    ends: dict[int, tuple[Fragment, int, float]] = {}
    for number, fragment in enumerate(fragments):
        match = BEHIND_RE.match(fragment.text) if fragment.text[-1:] not in "。." else None
        if match is not None:
            at = fragment.first + match.end(1)
            ends[number] = fragment, at, float(boxes[at - 1, 2])
    if len(ends) < FEWEST_BEHIND:
        return list(fragments)
    alike = {
        number: {f.text[at - f.first :].strip() for f, at, x1 in ends.values() if abs(x1 - end) < LEVEL}
        for number, (_, _, end) in ends.items()
    }
    edges = {ends[number][2] for number, labels in alike.items() if len(labels) >= FEWEST_BEHIND}
    parted: list[Fragment] = []
    for number, fragment in enumerate(fragments):
        if number in ends and ends[number][2] in edges:
            at = ends[number][1]
            label = part_of(fragment, at, fragment.last, boxes)
            parted += [part_of(fragment, fragment.first, at, boxes), label]
        else:
            label = fragment
            parted.append(fragment)
        label.behind = any(0 <= label.x0 - edge < label.size for edge in edges)
    return parted


def with_signs_apart(line: Sequence[Fragment], boxes: Numbers) -> list[Fragment]:
    """Fragments of a line, with the sign parted that a label touches: its figure stands at the other edge of the cell."""
    if not any(fragment.text[-1:] in SIGNS for fragment in line):
        return list(line)
    found: list[Fragment] = []
    for at, fragment in enumerate(line):
        if len(fragment.text) > 1 and is_at_edge(line, at) and not OPEN_RE.search(fragment.text):
            last = fragment.last - 1
            found += [
                part_of(fragment, fragment.first, last, boxes),
                part_of(fragment, last, last + 1, boxes),
            ]
        else:
            found.append(fragment)
    return found


def is_at_edge(line: Sequence[Fragment], at: int) -> bool:
    """Whether the figure of the sign that a fragment is, or ends in, stands far from it: both are at the edges of a cell."""
    if line[at].text[-1:] not in SIGNS or at + 1 == len(line):
        return False
    return line[at + 1].is_figure and line[at + 1].x0 - line[at].x1 > EDGES * line[at].size


def is_signed_alone(
    line: Sequence[Fragment], at: int, around: Callable[[Fragment], tuple[float | None, float | None]]
) -> bool:
    """Whether a figure and a dash before it fill a cell between two rules: the dash is its sign, no empty cell."""
    before, fragment = line[at - 1], line[at]
    if NIL_RE.fullmatch(fold(fragment.text)) or not WHOLE_RE.fullmatch(fold(fragment.text)):
        return False
    own = around(fragment)
    if None in own or around(before) != own:
        return False
    beside = [*line[max(at - 2, 0) : at - 1], *line[at + 1 : at + 2]]
    return all(around(other) != own for other in beside)


def is_cut(upper: str, lower: str) -> bool:
    """Whether a narrow cell cut a figure: neither line is one alone, both together are (``7,155,83`` and ``2``)."""
    if not REST_RE.fullmatch(fold(lower)):
        return False
    upper = fold(upper.rsplit(" ", 1)[-1])
    return WHOLE_RE.fullmatch(upper) is None and WHOLE_RE.fullmatch(upper + fold(lower)) is not None
