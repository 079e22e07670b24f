"""What stands between paired paragraphs or tables: little in common suffices there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from typing import TYPE_CHECKING

from bilingual.align.assignment import best_monotone
from bilingual.model.figure import Kind

if TYPE_CHECKING:
    from bilingual.align.blocks import Block

WEAK = 0.35
NEIGHBOUR = 0.9
"""What it is worth to stand beside two paragraphs that are paired, in the same order."""
ALONE = 0.55
"""The same of running text where one of the two is paired and nothing is in common: less than a few figures in common say.

A heading has little that it could share, and stands right above what it heads.
"""
BOTH = 2
"""A paragraph stands between two that are paired."""
_NUMBER_RE = re.compile(r"\s*[(\[]?(\d{1,2})(?=[.)、])")
"""The number of a heading: 4. Forecast for FY6/2027."""
_MARK_RE = re.compile(r"\s*(\d{1,2}) (?=[A-Z\u3041-\u9fff])")
"""The mark of a note, apart from its text."""
FEW = 3
"""Paragraphs without a word in common between two pairs, of which each is the other's by its place alone."""


def fill(
    ja: Sequence[Block],
    en: Sequence[Block],
    chosen: Sequence[tuple[int, int]],
    shared: Mapping[tuple[int, int], float],
) -> list[tuple[int, int]]:
    """Pair what stands between paired paragraphs: little in common suffices there, or direct adjacency."""
    used_ja, used_en = {i for i, _ in chosen}, {j for _, j in chosen}
    partners = set(chosen)
    chain = best_monotone({edge: shared.get(edge, 0.0) + 0.1 for edge in chosen})
    found: list[tuple[int, int]] = []
    before = (-1, -1)
    for after in [*chain, (len(ja), len(en))]:
        rest_i = [i for i in range(before[0] + 1, after[0]) if i not in used_ja]
        rest_j = [j for j in range(before[1] + 1, after[1]) if j not in used_en]
        before = after
        scores = {}
        for i in rest_i:
            for j in rest_j if len(rest_i) * len(rest_j) < 20_000 else ():
                score = shared.get((i, j), 0.0)
                adjacent = ((i - 1, j - 1) in partners) + ((i + 1, j + 1) in partners)
                if score < WEAK and adjacent and _numbered_otherwise(ja[i], en[j]):
                    continue  # a heading and the title of the page that stands before it in one version
                if score < WEAK and marked_otherwise(ja[i], en[j]):
                    continue  # notes that have other numbers
                if score < WEAK and _crosses(ja[i], en[j]):
                    continue  # headings of two tables, of which one lost its own
                if score < 1 and ja[i].title and en[j].title and names_times(ja[i]) is not names_times(en[j]):
                    continue  # a title and the heads of columns that lost their table
                if ja[i].stands_like(en[j]) or (adjacent == BOTH and ja[i].states_like(en[j])):
                    # 会議:16時30分 looks like a heading, 4:30 p.m. ends a sentence
                    alone = adjacent == 1 and score < WEAK and not ja[i].title
                    score += ALONE if alone else NEIGHBOUR * adjacent
                if score >= WEAK:
                    scores[i, j] = score
        found.extend(best_monotone(scores))
    return found


def _crosses(ja: Block, en: Block) -> bool:
    """Whether one of two paragraphs stands above a paired table that the other stands below."""
    (ja_above, _, ja_below), (en_above, _, en_below) = (block.between.partition(" ") for block in (ja, en))
    return bool((ja_below and ja_below == en_above) or (en_below and en_below == ja_above))


def _numbered_otherwise(ja: Block, en: Block) -> bool:
    """Whether only one of two headings bears a number: 4. Forecast, and a running title."""
    if not ((ja.title or ja.listed) and (en.title or en.listed)):
        return False
    one, other = _heading_number(ja), _heading_number(en)
    return one != other and "" in (one, other)


def _heading_number(block: Block) -> str:
    """The number that stands before a heading; that of a listed one is left out of its text."""
    first = block.readings[0].segment
    found = _NUMBER_RE.match(first.text)
    return found[1] if found else "listed" if block.listed else ""


def marked_otherwise(ja: Block, en: Block) -> bool:
    """Whether two paragraphs begin with the numbers of two notes: 4 固定資産, 6 Total net assets."""
    one, other = (_MARK_RE.match(block.readings[0].segment.text) for block in (ja, en))
    return one is not None and other is not None and one[1] != other[1]


def names_times(block: Block) -> bool:
    """Whether a paragraph names times and hardly anything else, as the heads of columns do."""
    reading = block.readings[0]
    content, text = reading.segment.content, reading.segment.text
    spans = [(mention.start, mention.end) for mention in reading.periods]
    spans += [
        (content.index(figure.span.start), content.index(figure.span.end))
        for figure in reading.figures
        if figure.kind is Kind.DATE
    ]
    said = {at for start, end in spans for at in range(start, end) if text[at].isalnum()}
    return len(spans) > 1 and len(said) * 4 >= 3 * sum(map(str.isalnum, text))


def left_between(
    ja: Sequence[Block], en: Sequence[Block], chosen: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Pair in order what is left between two neighbouring pairs: as few on both sides, which stand alike."""
    found: list[tuple[int, int]] = []
    before = (-1, -1)
    for after in [*best_monotone(dict.fromkeys(chosen, 1.0)), (len(ja), len(en))]:
        apart = after[0] - before[0]
        if 1 < apart == after[1] - before[1] <= 1 + FEW:
            between = [(before[0] + step, before[1] + step) for step in range(1, apart)]
            taken = any(i == one or j == other for i, j in between for one, other in chosen)
            unlike = any(ja[i].title is not en[j].title or marked_otherwise(ja[i], en[j]) for i, j in between)
            if not taken and not unlike:
                found.extend((i, j) for i, j in between if not ja[i].title)
        before = after
    return found


def left_among_tables(
    ja: Sequence[Block], en: Sequence[Block], chosen: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Pair in order what is left of the text between the same two paired tables.

    There are as few paragraphs on both sides, and each states figures of the kinds that the other states.
    """
    found: list[tuple[int, int]] = []
    mine, theirs = _among(ja, {i for i, _ in chosen}), _among(en, {j for _, j in chosen})
    for place, left in mine.items():
        right = theirs.get(place, [])
        if len(left) == len(right) <= FEW and all(
            one.kinds == other.kinds and not marked_otherwise(one, other)
            for one, other in zip(left, right, strict=True)
        ):
            found.extend((one.number, other.number) for one, other in zip(left, right, strict=True))
    return found


def _among(blocks: Sequence[Block], used: Container[int]) -> dict[str, list[Block]]:
    """The paragraphs that have no partner yet, by the tables that they stand between."""
    found: dict[str, list[Block]] = defaultdict(list)
    for block in blocks:
        if block.between and block.number not in used and not block.title:
            found[block.between].append(block)
    return found
