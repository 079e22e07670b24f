"""Paragraphs that say on several lines what the other language says on one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from bilingual.align.blocks import BlockPair
from bilingual.align.figures import FigureMatching, Judge, pair_figures
from bilingual.align.mentions import Mention, numbered
from bilingual.model.document import Language

SURE_SECONDARY = 0.35
"""Score from which two paragraphs say the same although one of them has a better counterpart."""
BlockMentions = Mapping[Language, Sequence[Sequence[Mention]]]


def divided_figures(
    pairs: Sequence[BlockPair], mentions: BlockMentions, judge: Judge
) -> dict[BlockPair, FigureMatching]:
    """Figures of paragraphs that say on several lines what the other language says on one, paired together.

    Each line for itself would take the figure that agrees, and leave the one that differs without a partner.

    Args:
        pairs: the paired paragraphs.
        mentions: the figures of every paragraph of both sides.
        judge: compares them.

    Returns:
        The figures of those pairs that belong together; the others are paired by themselves.
    """
    out: dict[BlockPair, FigureMatching] = {}
    for language in Language:
        further = _further(pairs, language)
        for first in pairs:
            rest = further.get(_number(first, language), {})
            group = [] if first.secondary else _beside(first, rest, language.other)
            if len(group) < 2 or any(pair in out for pair in group):
                continue
            numbers = {side: dict.fromkeys(_number(pair, side) for pair in group) for side in Language}
            ja, en = (
                numbered(one for number in numbers[side] for one in mentions[side][number])
                for side in Language
            )
            one, several = (ja, en) if language is Language.JA else (en, ja)
            if len(several) > len(one):
                continue  # they state more than it does: the same thing twice
            out.update(_shared_out(mentions, pair_figures(ja, en, judge), group, language))
    return out


def _further(pairs: Sequence[BlockPair], one: Language) -> dict[int, dict[int, BlockPair]]:
    """For every paragraph of a language: those of the other that have no other partner, by their numbers."""
    taken = Counter(_number(pair, one.other) for pair in pairs)
    found: dict[int, dict[int, BlockPair]] = defaultdict(dict)
    for pair in pairs:
        number = _number(pair, one.other)
        if pair.secondary and pair.score >= SURE_SECONDARY and taken[number] == 1:
            found[_number(pair, one)][number] = pair
    return found


def _number(pair: BlockPair, language: Language) -> int:
    return pair.ja if language is Language.JA else pair.en


def _beside(first: BlockPair, rest: Mapping[int, BlockPair], other: Language) -> list[BlockPair]:
    """A pair with those of the next paragraphs of the other language, in their order."""
    group = [first]
    for step in (1, -1):
        at = _number(first, other) + step
        while at in rest:
            group.append(rest[at])
            at += step
    return sorted(group, key=lambda pair: _number(pair, other))


def _shared_out(
    mentions: BlockMentions, matching: FigureMatching, group: Sequence[BlockPair], one: Language
) -> dict[BlockPair, FigureMatching]:
    """The figures that were paired together, each with the pair of paragraphs in which it stands."""
    out = {}
    for number, pair in enumerate(group):
        mine = {id(mention.figure) for mention in mentions[one.other][_number(pair, one.other)]}
        out[pair] = FigureMatching(
            tuple(both for both in matching.pairs if id(both.en if one is Language.JA else both.ja) in mine),
            tuple(m for m in matching.ja_rest if id(m.figure) in mine or (one is Language.JA and not number)),
            tuple(m for m in matching.en_rest if id(m.figure) in mine or (one is Language.EN and not number)),
        )
    return out
