"""Per cents of a named line that running text states of an amount: 540百万円で、売上高の6.4%に当たる; 6.4% of net sales.

Both the amount and the words of, の say what is divided by what, so only the line has to be found: by its name, for the days of
the sentence, in tables of the whole group.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.arithmetic.claims import NAME, Claim, best_of, cells_at
from bilingual.arithmetic.formulas import evaluate, value
from bilingual.arithmetic.items import Item, Statement
from bilingual.arithmetic.names import Names
from bilingual.arithmetic.sentences import figure_form, masked
from bilingual.arithmetic.times import Days, own_days
from bilingual.model.alignment import SegmentReading
from bilingual.model.document import Language
from bilingual.model.figure import Figure, Kind
from bilingual.model.relation import Fact, Relation, RelationKind

FORMS = {
    Language.JA: figure_form(
        r"{A}(?:で|と|となり|であり)、?(?:これは)?(?:連結)?([^\s。、はがも\ue000\ue001]{2,16}?)の{G}(?:に当た|に相当|を占め)"
    ),
    Language.EN: figure_form(
        r"{A},? (?:which (?:is|was|represents|represented|accounts for|accounted for)|representing|accounting for|or|"
        r"equivalent to|equal to) {G} of (?:the |our |consolidated )?([a-z][a-z ]{2,30}?)(?=[.,;(]| (?:in|for|and|as)\b|$)"
    ),
}
"""An amount, and the per cent of a line that it is."""


def portion_claims(reading: SegmentReading, names: Names, topic: Days) -> Iterator[tuple[list[Item], Claim]]:
    """The per cents of named lines that a sentence states, each with the lines.

    Args:
        reading: the sentence.
        names: finds the lines.
        topic: the days that its paragraph is about.
    """
    if not any(figure.kind is Kind.PERCENT for figure in reading.figures):
        return
    language = reading.segment.language
    for match in FORMS[language].finditer(masked(reading)):
        amount, name, rate = match.groups() if language is Language.JA else _english_order(*match.groups())
        top, stated = reading.figures[int(amount)], reading.figures[int(rate)]
        items = [
            item for item in names.find(name) if not item.is_part and item.statement is not Statement.CASH
        ]
        days = own_days(top.period, names.ledger.side.calendar) or topic
        if items and _is_plain(top) and _is_plain(stated):
            yield items, _claim(Fact(stated, segment=reading.segment), top, items, days)


def _english_order(amount: str, rate: str, name: str) -> tuple[str, str, str]:
    return amount, name, rate


def _is_plain(figure: Figure) -> bool:
    return figure.value is not None and not (figure.approximate or figure.bound or figure.ends)


def _claim(fact: Fact, top: Figure, items: list[Item], days: Days) -> Claim:
    """A per cent against the cells of its line; refuted only where they all give the same."""
    amount = Fact(top, segment=fact.segment)
    relations = [
        _ratio(fact, amount, cell)
        for item in items
        for cell in cells_at(item, days)
        if cell.figure.kind is top.kind is Kind.AMOUNT
        and cell.figure.unit == top.unit
        and value(cell.figure) > 0
    ]
    held = best_of(relations)
    if held is not None or len({relation.expected for relation in relations}) != 1:
        return Claim(fact, held, named=True)
    return Claim(fact, broken=relations[0], named=True)


def _ratio(fact: Fact, amount: Fact, cell: Fact) -> Relation:
    members = (amount, cell)
    verdict, expected = evaluate(RelationKind.RATIO, fact.figure, [member.figure for member in members])
    note = f"{amount.figure.printed} / {cell.figure.printed} = {fact.figure.printed}"
    return Relation(RelationKind.RATIO, fact, members, verdict, expected, 90, name=NAME, note=note)
