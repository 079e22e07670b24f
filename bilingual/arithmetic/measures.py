"""Measures that a document defines or whose name is a formula: EBITDA by its definition, ratios in tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bilingual.arithmetic.formulas import evaluate
from bilingual.arithmetic.items import Item
from bilingual.arithmetic.margins import margin_claims, margin_of
from bilingual.arithmetic.names import Names
from bilingual.arithmetic.times import Days, same_days
from bilingual.model.figure import Kind
from bilingual.model.relation import Fact, Relation, RelationKind, Verdict
from bilingual.model.table import Table

DEFINED = "defined"
CERTAINTY = 80
_DEFINITION_RES = (
    re.compile(
        r"(?P<measure>(?:Adjusted )?[A-Z][A-Za-z]{2,})[^A-Za-z]{0,8} (?:represents|is|means|is defined as|is calculated as)"
        r" (?P<first>[a-z][a-z ()]+?) plus (?P<second>[a-z][a-z ]+?)(?=[.;,]|$)"
    ),
    re.compile(
        r"(?P<measure>[A-Za-z]{3,}|[^\s。、は(]{3,})(?:は|とは|[=:])、?(?P<first>[^\s。、=に]+)(?:に|\+)(?P<second>[^\s。、を]+)を?(?:加え|足し|$)"
    ),
)
_JOINING = (" plus ", "加え", "足し", "+")
_QUALIFIED_RE = re.compile(r"\b(?:includ|exclud)(?:es|ing|ed)\b|含[むめみん]|除[くい]")
"""A note that says what a component holds: then the plain formula is not what was computed."""


def find_measures(names: Names) -> Iterator[Relation]:
    """Yield defined measures and ratios of tables with the lines that they follow from."""
    if not names.ledger.items:
        return
    yield from _defined(names)
    yield from _ratios(names)


def _defined(names: Names) -> Iterator[Relation]:
    side = names.ledger.side
    texts = [reading.segment.text for reading in side.readings]
    seen: set[str] = set()
    for text in texts:
        if not any(word in text for word in _JOINING):
            continue
        for pattern in _DEFINITION_RES:
            match = pattern.search(text)
            if match is None or match["measure"] in seen:
                continue
            parts = [names.find(match[name].strip()) for name in ("first", "second")]
            measures = names.find(match["measure"])
            if not measures or not all(parts):
                continue
            seen.add(match["measure"])
            labels = {item.row.label.lower() for item in (*parts[0], *parts[1], *measures)}
            qualified = any(
                label in note.lower() for note in texts if _QUALIFIED_RE.search(note) for label in labels
            )
            found = [relation for measure in measures for relation in _sums(measure, parts)]
            held = [relation for relation in found if relation.verdict is not Verdict.BROKEN]
            yield from found if held and not qualified and 2 * len(held) >= len(found) else held


def _sums(measure: Item, parts: Sequence[Sequence[Item]]) -> Iterator[Relation]:
    for days, fact in measure.facts():
        members = [_cell(part, days, fact, measure.table) for part in parts]
        if fact.figure.kind is not Kind.AMOUNT or any(member is None for member in members):
            continue
        given = tuple(member for member in members if member is not None)
        weights = (1,) * len(given)
        verdict, expected = evaluate(
            RelationKind.SUM, fact.figure, [member.figure for member in given], weights
        )
        note = " + ".join(member.figure.printed for member in given) + f" = {fact.figure.printed}"
        yield Relation(
            RelationKind.SUM, fact, given, verdict, expected, CERTAINTY, weights, name=DEFINED, note=note
        )


def _cell(items: Sequence[Item], days: Days, fact: Fact, table: Table) -> Fact | None:
    """The figure of a component for the same days and unit, of the same table where it has one."""
    for item in sorted(items, key=lambda item: item.table is not table):
        for own, cell in item.facts():
            if (
                same_days(days, own)
                and cell.figure.unit == fact.figure.unit
                and cell.figure.kind is Kind.AMOUNT
            ):
                return cell
    return None


def _ratios(names: Names) -> Iterator[Relation]:
    """Rows of tables whose label is a ratio; broken ones only where others of the row hold."""
    for item in names.ledger.items:
        margins = margin_of(item.row.label, names)
        if margins is None:
            continue
        found: list[Relation] = []
        held = 0
        for days, fact in item.facts(frozenset({"", "amount", "share"})):
            if fact.figure.kind is not Kind.PERCENT:
                continue
            claim = margin_claims(fact, margins, days, named=True)
            held += claim.held is not None
            found.extend(relation for relation in (claim.held, claim.broken) if relation is not None)
        for relation in found:
            if relation.verdict is not Verdict.BROKEN or held:
                yield relation
