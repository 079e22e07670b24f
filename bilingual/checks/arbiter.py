"""Which side of a difference is right: the relations that hold with one reading and break with the other.

Only relations that tell the two readings apart count. A side is named where relations, or another place of the
other version, speak for one reading and nothing speaks for the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bilingual.arithmetic.causes import holds_with, verdict_with
from bilingual.checks.building import column_name, one_line
from bilingual.checks.examination import Examination
from bilingual.model.alignment import FigurePair
from bilingual.model.document import Language
from bilingual.model.figure import Figure, Kind
from bilingual.model.relation import Relation, RelationKind, Verdict

WITNESSES = 2
"""Kinds of relations that have to agree on a last digit."""
MOST_NAMED = 5
"""Confirmations that a message names; a rate of exchange may have dozens."""
COMPARED = frozenset(
    {Kind.AMOUNT, Kind.COUNT, Kind.NUMBER, Kind.PHYSICAL, Kind.PERCENT, Kind.RATIO, Kind.NIL, Kind.RATE}
)


@dataclass(frozen=True, slots=True)
class Backing:
    """A relation that speaks for one reading of a figure.

    Attributes:
        relation: the relation.
        language: the side on which it stands.
        figure: the figure of that side that is in question.
    """

    relation: Relation
    language: Language
    figure: Figure


def backings(exam: Examination, both: FigurePair) -> dict[Language, list[Backing]]:
    """For each side's reading of a figure: the relations, of both sides, that hold with it alone."""
    found: dict[Language, list[Backing]] = {Language.JA: [], Language.EN: []}
    if both.ja.value == both.en.value or not {both.ja.kind, both.en.kind} <= COMPARED:
        return found
    for mine, other in ((both.ja, both.en), (both.en, both.ja)):
        reading = replace(mine, value=other.value, step=other.step or mine.step, ends=None)
        for relation in exam.tied.get(id(mine), ()):
            own = relation.verdict is not Verdict.BROKEN
            if own is not holds_with(relation, mine, reading):
                backed = mine if own else other
                found[backed.language].append(Backing(relation, mine.language, mine))
    return found if any(found.values()) else _exact(exam, both)


def _exact(exam: Examination, both: FigurePair) -> dict[Language, list[Backing]]:
    """The same where either reading would do within rounding: relations that one of them satisfies exactly.

    A last digit that misses proves nothing alone, for columns are made to add; a rate and a sum that agree on it do.
    """
    found: dict[Language, list[Backing]] = {Language.JA: [], Language.EN: []}
    for mine, other in ((both.ja, both.en), (both.en, both.ja)):
        reading = replace(mine, value=other.value, step=other.step or mine.step, ends=None)
        for relation in exam.tied.get(id(mine), ()):
            verdict = verdict_with(relation, mine, reading)
            if relation.verdict is not verdict:
                backed = mine if relation.verdict is Verdict.HOLDS else other
                found[backed.language].append(Backing(relation, mine.language, mine))
    agreed = [backed for backed in found.values() if backed]
    kinds = {item.relation.kind for backed in agreed for item in backed}
    if len(agreed) != 1 or len(kinds) < WITNESSES:
        return {Language.JA: [], Language.EN: []}
    return found


def in_words(backed: Sequence[Backing]) -> str:
    """What speaks for a reading: ``the sum of its 3 parts, the growth rate 17.5%``; ``none`` where nothing does."""
    told: dict[tuple[str, str], str] = {}
    for item, phrase in zip(backed, _phrases(backed), strict=True):
        # The same relation stands in both versions: it is told once.
        shown = "" if item.relation.result.figure is item.figure else item.relation.result.figure.printed
        told.setdefault((item.relation.kind.value, one_line(shown)), phrase)
    phrases = list(told.values())
    if len(phrases) > MOST_NAMED + 1:
        phrases[MOST_NAMED:] = [f"and {len(phrases) - MOST_NAMED} more"]
    return ", ".join(phrases) if phrases else "none"


def _phrases(backed: Sequence[Backing]) -> Iterator[str]:
    for item in backed:
        relation = item.relation
        result = one_line(relation.result.figure.printed)
        if relation.kind in (RelationKind.SUM, RelationKind.CROSS_SUM):
            yield _of_sum(item)
        elif relation.kind is not RelationKind.EQUAL and _is_result(item) and " = " in relation.note:
            yield f"the calculation {one_line(relation.note.rsplit(' = ', 1)[0])}"
        elif relation.kind is RelationKind.GROWTH:
            yield f"the growth rate {result}"
        elif relation.kind is RelationKind.SHARE:
            yield f"the share {result}"
        elif relation.kind is RelationKind.CONVERSION:
            yield f"the converted amount {result}"
        elif relation.kind is RelationKind.EQUAL:
            others = [fact for fact in relation.facts if fact.figure is not item.figure]
            printed = one_line(others[0].figure.printed) if others else result
            yield f"{'the text' if others and others[0].row is None else 'another table'} ({printed})"
        else:
            yield f"the {relation.kind.value} {result}"


def _is_result(item: Backing) -> bool:
    """Whether the figure in question is what a relation gives: as printed it may be the wrong one."""
    return item.relation.result.figure is item.figure


def _of_sum(item: Backing) -> str:
    relation = item.relation
    if relation.result.figure is item.figure:
        return f"the sum of its {len(relation.members)} parts"
    total = relation.result
    name = total.row.label if total.row is not None else column_name(total.table, total.column)
    return f"the sum that gives {name} {one_line(total.figure.printed)}"
