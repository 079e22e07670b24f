"""Rows of per cents that divide two rows of the same table: women among managers, recycled waste, renewable energy.

Which row is divided by which is told by the figures: the two whose quotient is what is printed in most columns, and in so
many digits that chance is ruled out. A word that the ratio shares with the row that is divided speaks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from math import log10

from bilingual.arithmetic.formulas import ONE, evaluate, value
from bilingual.arithmetic.strips import CHANGES, Layout, Strip
from bilingual.model.figure import Kind
from bilingual.model.relation import Relation, RelationKind, Verdict

RATIO = "ratio"
ABOVE, BELOW = 8, 3
"""Rows before and after a ratio in which its two rows are looked for."""
ENOUGH, KIN, MISS = 3.5, 2.0, 1.0
"""Orders of magnitude by which quotients must beat chance, what a shared word is worth, what a miss costs."""
SURE, LIKELY = 95, 80
FEWEST = 2
_WORD_RE = re.compile(r"[a-z]{5}|[\u30a1-\u30faー]{2,}|[\u4e00-\u9fff]{2}")
_TOO_COMMON = frozenset({"total", "share", "ratio", "numbe", "合計", "比率", "割合", "総数"})


def find_row_ratios(layout: Layout) -> Iterator[Relation]:
    """Yield the ratios that rows of a table state of two others, broken ones included."""
    if len(layout.columns) < FEWEST:
        return
    # A ratio's own change is a difference of ratios, not the ratio of the two changes beside it.
    dated = [column for column in layout.columns if column.measure not in CHANGES]
    layout = replace(layout, columns=tuple(dated))
    strips = [layout.row_strip(at, layout.measure_of_row(at)) for at in range(len(layout.rows))]
    for ratio in strips:
        if ratio.unit == "%" and ratio.measure not in CHANGES and len(ratio.filled) >= FEWEST:
            yield from _best(layout, ratio, strips)


def _best(layout: Layout, ratio: Strip, strips: list[Strip]) -> list[Relation]:
    near = [
        strip
        for strip in strips[max(0, ratio.at - ABOVE) : ratio.at + BELOW + 1]
        if strip.unit != "%" and len(strip.filled) >= FEWEST
    ]
    pairs = [(part, whole) for part, whole in permutations(near, 2) if part.unit == whole.unit]
    kin = _words(layout.rows[ratio.at].label)
    best: tuple[float, list[Relation]] = (0.0, [])
    for part, whole in pairs:
        relations = list(_relations(ratio, part, whole))
        held = [relation for relation in relations if relation.verdict is not Verdict.BROKEN]
        broken = len(relations) - len(held)
        if len(held) < FEWEST or len(held) <= broken:
            continue
        akin = bool(kin & _words(layout.rows[part.at].label))
        score = sum(_digits(relation, akin=akin) for relation in held) - MISS * broken - log10(len(pairs))
        score += KIN if akin else 0.0
        if score > best[0]:
            best = (score, relations)
    return best[1] if best[0] >= ENOUGH else []


def _relations(ratio: Strip, part: Strip, whole: Strip) -> Iterator[Relation]:
    for stated, top, bottom in zip(ratio.facts, part.facts, whole.facts, strict=True):
        if stated is None or top is None or bottom is None or stated.figure.kind is not Kind.PERCENT:
            continue
        if top.figure.unit != bottom.figure.unit or not (top.figure.value and bottom.figure.value):
            continue
        figures = (top.figure, bottom.figure)
        verdict, expected = evaluate(RelationKind.RATIO, stated.figure, figures)
        if expected is not None:
            note = f"{figures[0].printed} / {figures[1].printed} = {stated.figure.printed}"
            yield Relation(
                RelationKind.RATIO, stated, (top, bottom), verdict, expected, SURE, (), None, RATIO, note
            )


def _digits(relation: Relation, *, akin: bool) -> float:
    """How many digits of a ratio a quotient proves: where no word speaks for it, as many as its roughest figure has."""
    figures = [relation.result.figure]
    if not akin:
        figures.extend(member.figure for member in relation.members)
    return min(max(0.0, log10(abs(value(figure)) / (figure.step or ONE) + ONE) - 0.3) for figure in figures)


def _words(label: str) -> frozenset[str]:
    return frozenset(_WORD_RE.findall(label.lower())) - _TOO_COMMON
