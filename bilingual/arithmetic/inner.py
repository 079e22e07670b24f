"""Changes that one sentence proves by itself: "22.7Gbps, an increase of 57.6% compared to 14.4Gbps"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilingual.arithmetic.formulas import evaluate, value
from bilingual.arithmetic.items import same_measure
from bilingual.arithmetic.slips import is_slip
from bilingual.arithmetic.subjects import text_offset
from bilingual.model.alignment import SegmentReading
from bilingual.model.document import Language
from bilingual.model.figure import Direction, Figure, Kind
from bilingual.model.relation import Fact, Relation, RelationKind, Verdict

NAME = "narrative"
CHANGES = frozenset({Kind.PERCENT, Kind.RATIO})
AMOUNTS = frozenset({Kind.AMOUNT, Kind.COUNT, Kind.NUMBER, Kind.PHYSICAL})
_COMPARED_RE = re.compile(
    r"^\s*(?:increase|decrease|decline|growth|rise|drop)?\s*(?:compared (?:to|with)|from|versus)\s*(?:the)?\s*$",
    re.IGNORECASE,
)
_LINKED_RE = re.compile(
    r"\b(?:increase|decrease|decline|growth|rise|drop|up|down|or)\b|^\W*(?:an?|by)?\W*$", re.IGNORECASE
)


def inner_changes(reading: SegmentReading) -> Iterator[Relation]:
    """Yield the changes of a sentence whose two amounts it states too; English only."""
    segment = reading.segment
    if segment.language is not Language.EN or len(reading.figures) < 3:
        return
    text = segment.text
    places = [
        (
            text_offset(segment.content, figure.span.start),
            text_offset(segment.content, figure.span.end - 1) + 1,
        )
        for figure in reading.figures
    ]
    first: Figure | None = None
    for number, figure in enumerate(reading.figures):
        if figure.kind in AMOUNTS and first is None and figure.value is not None:
            first = figure
        if first is None or figure.kind not in CHANGES or number + 1 >= len(reading.figures):
            continue
        base = reading.figures[number + 1]
        before = text[places[number - 1][1] : places[number][0]]
        between = text[places[number][1] : places[number + 1][0]]
        if not _COMPARED_RE.match(between) or not (_LINKED_RE.search(before) or _LINKED_RE.search(between)):
            continue
        if base.kind in AMOUNTS and _comparable(first, base) and value(base) > 0 and value(first) > 0:
            relation = _change(
                Fact(figure, segment=segment), Fact(first, segment=segment), Fact(base, segment=segment)
            )
            if relation.verdict is not Verdict.BROKEN or (
                figure.kind is Kind.PERCENT and not figure.approximate and is_slip(relation)
            ):
                yield relation


def _comparable(one: Figure, other: Figure) -> bool:
    return same_measure(one, other) or {one.kind, other.kind} <= {Kind.NUMBER, Kind.COUNT}


def _change(fact: Fact, current: Fact, base: Fact) -> Relation:
    """A change in per cent, or a multiple: 8.4 times the base."""
    kind = RelationKind.GROWTH if fact.figure.kind is Kind.PERCENT else RelationKind.RATIO
    falls = kind is RelationKind.GROWTH and fact.figure.direction is Direction.DOWN
    weights = (-1,) if falls else ()
    verdict, expected = evaluate(kind, fact.figure, [current.figure, base.figure], weights)
    less = " - 1" if kind is RelationKind.GROWTH else ""
    note = f"{current.figure.printed} / {base.figure.printed}{less} = {'-' if falls else ''}{fact.figure.printed}"
    return Relation(kind, fact, (current, base), verdict, expected, 80, weights, name=NAME, note=note)
