"""Running text against tables of the same language: amounts, changes, margins and shares that prose names.

A relation is claimed where line item, days and measure are named and one cell answers to them. Of several cells that
would do, one that agrees settles it. A figure that no cell agrees with is held against the text only where something
shows that the item is understood: another figure of the same statement ties, or the digits are one slip away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bilingual.arithmetic.changes import change_claim
from bilingual.arithmetic.claims import (
    Claim,
    amount_claims,
    digits,
    growth_claim,
    is_amount,
    is_change,
)
from bilingual.arithmetic.flows import cash_claims
from bilingual.arithmetic.inner import inner_changes
from bilingual.arithmetic.items import Item, in_named_years
from bilingual.arithmetic.margins import margin_claims, margin_of, states_numerator
from bilingual.arithmetic.multiples import is_multiple, multiple_claim
from bilingual.arithmetic.names import Names
from bilingual.arithmetic.portions import portion_claims
from bilingual.arithmetic.scope import EXPECTED_RE, is_plain, narrows
from bilingual.arithmetic.slips import another_line, is_slip
from bilingual.arithmetic.subjects import subjects
from bilingual.arithmetic.times import Days, base_days, days_of, own_days, reporting_days
from bilingual.model.alignment import SegmentReading, Side
from bilingual.model.document import Language
from bilingual.model.figure import Figure, Kind
from bilingual.model.quick import replace
from bilingual.model.relation import Fact, Relation, RelationKind

MEASURED = frozenset({Kind.AMOUNT, Kind.NUMBER, Kind.PERCENT, Kind.PHYSICAL, Kind.COUNT})
TELLING, SURE_DIGITS = 3, 4
"""Digits of one figure that ties, and of one that is a slip away, that chance does not give."""
SURE, LIKELY = 95, 70
"""Certainty of a broken relation with and without something that shows that the item is understood."""
LABEL_WORD_RE = re.compile(r"[a-z]{3,}|[\u3040-\u9fff々ー]{2,}")
SAYS_ITS_NAME = 60
"""Segments within which a document says how it calls its issuer."""
_NEVER = date.min
_ALIAS_RE = re.compile(r"\([“\"]([A-Z][\w&.-]{1,15})[”\"]\)|\b([A-Z]{2,6})(?:,| Group) (?:NASDAQ|Nasdaq|TSE)")


@dataclass(frozen=True, slots=True)
class _Statement:
    """Figures of one sentence about one item; `narrowed` where a sentence before it turned to a part of the group."""

    reading: SegmentReading
    items: tuple[Item, ...]
    claims: tuple[Claim, ...]
    narrowed: bool = False


def find_narrative(names: Names) -> Iterator[Relation]:
    """Yield the relations between figures of running text and cells of tables."""
    ledger, side = names.ledger, names.ledger.side
    if not ledger.items:
        return
    told = [reading for reading in side.readings if any(map(_is_measured, reading.figures))]
    if not told:
        return
    companies = _companies(
        "\n".join(reading.segment.text for reading in side.readings[:SAYS_ITS_NAME]), side.language
    )
    topics: dict[int, Days] = {}
    carried: dict[int, str | None] = {}
    narrowed = _narrowed(side)
    for reading in told:
        if EXPECTED_RE.search(reading.segment.text):
            continue
        block = reading.segment.block
        topic = topics.setdefault(block, _topic(reading, side))
        found = reading.once(_subjects, companies, carried.get(block))
        carried[block] = found[-1][1] if found else None
        flows = list(cash_claims(reading, names, topic))
        taken = {id(claim.fact.figure) for _, claim in flows}
        found = [(figure, None if id(figure) in taken else subject) for figure, subject in found]
        told_of = (*_of_cash(reading, flows), *_statements(reading, found, names, topic, side))
        portions = (
            _Statement(reading, tuple(items), (claim,))
            for items, claim in portion_claims(reading, names, topic)
        )
        for statement in (*told_of, *portions):
            yield from _settled(replace(statement, narrowed=id(reading) in narrowed), names)
        yield from inner_changes(reading)


def _subjects(
    reading: SegmentReading, companies: frozenset[str], carried: str | None
) -> list[tuple[Figure, str | None]]:
    return list(subjects(reading, companies, carried))


def _of_cash(
    reading: SegmentReading, flows: Sequence[tuple[tuple[Item, ...], Claim]]
) -> Iterator[_Statement]:
    """The cash flows of a sentence together: one that ties shows how it is to be read."""
    if flows:
        items = tuple(item for named, _ in flows for item in named)
        yield _Statement(reading, items, tuple(claim for _, claim in flows))


def _narrowed(side: Side) -> frozenset[int]:
    """The readings (by identity) that stand behind a sentence about a part of the group, in its paragraph."""
    found: set[int] = set()
    block, narrow = -1, False
    for reading in side.readings:
        if reading.segment.block != block:
            block, narrow = reading.segment.block, False
        if narrow:
            found.add(id(reading))
        narrow = narrow or narrows(reading.segment)
    return frozenset(found)


def _is_measured(figure: Figure) -> bool:
    return (
        figure.kind in MEASURED
        and figure.value is not None
        and not figure.word
        and figure.bound is None
        and figure.ends is None
    )


def _topic(reading: SegmentReading, side: Side) -> Days:
    """The days that a paragraph is about: those that its first sentence names first, else the reported ones."""
    for figure in reading.figures:
        days = own_days(figure.period, side.calendar)
        if days is not None and figure.period is not None and figure.period.relative is None:
            return days
        break
    return reporting_days(side.calendar) or (None, _NEVER)


def _statements(
    reading: SegmentReading,
    told: Sequence[tuple[Figure, str | None]],
    names: Names,
    topic: Days,
    side: Side,
) -> Iterator[_Statement]:
    groups: list[tuple[str, tuple[Item, ...], list[Claim]]] = []
    for figure, subject in told:
        if subject is None or not (_is_measured(figure) or is_multiple(figure)):
            continue
        if not groups or groups[-1][0] != subject:
            counted = figure.kind in (Kind.PHYSICAL, Kind.COUNT)
            found = names.find(subject, money=not counted) or names.find(subject, money=False)
            groups.append((subject, tuple(found), []))
        _, items, claims = groups[-1]
        named = _counted_back(figure, claims) or own_days(figure.period, side.calendar)
        days = named or topic
        fact = Fact(figure, segment=reading.segment)
        margin = margin_of(subject, names) if figure.kind is Kind.PERCENT else None
        if margin is not None:
            claims.append(margin_claims(fact, margin, days, named=named is not None))
        elif items and figure.kind is Kind.PERCENT and figure.direction:
            claims.append(growth_claim(fact, items, days, side))
        elif items and is_multiple(figure):
            claims.append(multiple_claim(fact, items, days))
        elif items and is_amount(figure) and not is_change(fact):
            placed = in_named_years(items, side) if named is not None else items
            claims.append(amount_claims(fact, placed, days, side, named=named is not None))
        elif items and is_amount(figure):
            claims.append(change_claim(fact, items, days, side))
    for _, items, claims in groups:
        yield _Statement(reading, items, tuple(claims))


def _counted_back(figure: Figure, claims: Sequence[Claim]) -> Days | None:
    """The days that a year ago names behind an amount that ties to a column: a release reports quarters and years."""
    period = figure.period
    held = claims[-1].held if claims else None
    if held is None or held.kind is not RelationKind.EQUAL or period is None or period.relative is None:
        return None
    fact = held.members[0]
    if fact.table is None or len(held.members) != 1 or not 0 <= fact.column < len(fact.table.columns):
        return None
    days = days_of(fact.table.columns[fact.column].period)
    return base_days(period, days) if days is not None else None


def _settled(statement: _Statement, names: Names) -> Iterator[Relation]:
    """What holds, and what is broken where it is certain enough that the item is understood."""
    held = [claim for claim in statement.claims if claim.held is not None]
    broken = [claim for claim in statement.claims if claim.held is None and claim.broken is not None]
    for claim in held:
        if claim.held is not None:
            yield claim.held
    for claim in statement.claims:
        if claim.held is None and claim.misfit is not None and _is_sure(claim.misfit, statement, names, held):
            yield claim.misfit
    if not broken or not _is_plain(statement, names):
        return
    told = another_line(broken, statement.items, names.ledger) if not held else None
    if told is not None:
        if not _says(statement.reading.segment.text, told):
            yield told
        return
    tied = len(held) > 1 or any(digits(claim.fact.figure) >= TELLING for claim in held)
    for claim in broken:
        relation = claim.broken
        if relation is None or claim.misfit is not None:
            continue
        sure = tied or states_numerator(relation, statement.reading)
        if relation.kind is RelationKind.RATIO and is_multiple(relation.result.figure):
            if sure:  # words are loose: a question, where the amount shows what is spoken of
                yield replace(relation, certainty=LIKELY)
        elif relation.kind is RelationKind.GROWTH and not claim.named:
            if sure and is_slip(relation):  # of a change without a base only a slip can be told
                yield replace(relation, certainty=LIKELY)
        elif sure or (relation.kind is RelationKind.EQUAL and is_slip(relation, SURE_DIGITS)):
            yield replace(relation, certainty=SURE)
        elif (
            held
            or (relation.kind is RelationKind.EQUAL and is_slip(relation))
            or (claim.named and _close(relation))
        ):
            yield replace(relation, certainty=LIKELY)


def _is_sure(misfit: Relation, statement: _Statement, names: Names, held: Sequence[Claim]) -> bool:
    """Whether nothing else explains a misfit: the sentence names the other days too, or another figure must tie."""
    if misfit.name != "period":
        return True
    if misfit.kind is not RelationKind.EQUAL:
        return misfit.certainty >= SURE or bool(held)
    calendar = names.ledger.side.calendar
    days = {own_days(mention.period, calendar) for mention in statement.reading.periods}
    relative = any(mention.period.relative is not None for mention in statement.reading.periods)
    cell = misfit.members[0]
    column = cell.table.columns[cell.column].period if cell.table is not None else None
    return not relative and days_of(column) not in days and _is_plain(statement, names)


def _says(text: str, relation: Relation) -> bool:
    """Whether a sentence names the line that its figures tie to: 親会社の所有者に帰属する当期利益 names two."""
    row = relation.members[0].row
    words = LABEL_WORD_RE.findall(row.label.casefold()) if row is not None else []
    return bool(words) and all(word in text.casefold() for word in words)


def _close(relation: Relation) -> bool:
    """Whether two amounts are so near each other that they should be one; changes of a part and a whole often are."""
    if relation.kind is not RelationKind.EQUAL:
        return False
    stated, other = relation.result.figure.value, relation.expected
    if not stated or not other:
        return False
    return abs(abs(stated) - abs(other)) * 10 <= max(abs(stated), abs(other))


def _is_plain(statement: _Statement, names: Names) -> bool:
    """Whether a sentence is about the whole group, and states what it refutes without reserve."""
    if statement.narrowed:
        return False
    return is_plain(statement.reading.segment, names, statement.items) and all(
        not claim.fact.figure.approximate
        for claim in statement.claims
        if claim.broken is not None and claim.held is None
    )


def _companies(text: str, language: Language) -> frozenset[str]:
    """Words by which the issuer calls itself."""
    own = (
        {"company", "group", "we", "our", "consolidated"}
        if language is Language.EN
        else {"当社", "当社グループ", "連結"}
    )
    for match in _ALIAS_RE.finditer(text):
        own.add((match.group(1) or match.group(2)).lower())
        break
    return frozenset(own)
