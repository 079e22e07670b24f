"""Margins that running text names: gross, operating, pre-tax and net margin, and the equity ratio."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from bilingual.arithmetic.claims import NAME, Claim, digits
from bilingual.arithmetic.formulas import evaluate
from bilingual.arithmetic.items import Item, Statement
from bilingual.arithmetic.names import Names
from bilingual.arithmetic.roles import Role
from bilingual.arithmetic.times import Days
from bilingual.model.alignment import SegmentReading
from bilingual.model.document import Language
from bilingual.model.figure import Kind
from bilingual.model.relation import Fact, Relation, RelationKind, Verdict

SHARES = frozenset({"share"})

_GROSS_RE = re.compile(
    r"^gross (?:profit )?margin(?: ratio)?(?: (?:for|of) (.+))?$|^(?:売上総利益|粗利益|粗利)率$",
    re.IGNORECASE,
)
_MARGIN_RE = re.compile(
    r"^(operating|ordinary|net|pre-?tax)(?: (?:income|loss|profit))?(?: \((?:income|loss)\))?"
    r"(?: margin| ratio| to revenues? ratio| ratio to revenues?)(?: (?:against|to|over|on) (?:total |net )?(?:revenues?|sales))?"
    r"|^(?:売上高|対売上高)?(営業|経常|純|当期純)(?:利益|損失|損益)率$",
    re.IGNORECASE,
)
_EQUITY_RE = re.compile(
    r"^(?:(?:shareholders'?|owners'?) )?equity ratio$|^equity[- ]to[- ](?:total[- ])?assets? ratio$|^(?:自己資本|株主資本)比率$",
    re.IGNORECASE,
)
_PAYOUT_RE = re.compile(r"^(?:dividend )?payout ratio$|^(?:連結)?配当性向$", re.IGNORECASE)
REVENUES = ("total revenues", "net sales", "revenues", "売上高", "営業収益")
COSTS = ("total cost of revenues", "cost of sales", "total costs", "売上原価")
GROSS = ("gross profit", "売上総利益")
RESULTS = {
    "operating": ("operating income", "operating loss"),
    "ordinary": ("ordinary income", "ordinary profit"),
    "net": ("net income", "net loss"),
    "pretax": ("income before income taxes", "loss before income taxes"),
    "pre-tax": ("income before income taxes", "loss before income taxes"),
    "営業": ("営業利益",),
    "経常": ("経常利益",),
    "純": ("当期純利益", "当期利益"),
    "当期純": ("当期純利益", "当期利益"),
}
ASSETS = ("total assets", "資産合計", "総資産")
EQUITIES = (
    "total shareholders' equity",
    "total equity",
    "total net assets",
    "equity attributable to owners of parent",
    "資本合計",
    "純資産合計",
    "自己資本",
    "株主資本合計",
    "親会社の所有者に帰属する持分合計",
)
NET_ASSETS = ("total net assets", "純資産合計")


@dataclass(frozen=True)
class Margin:
    """A quotient by its two lines.

    Attributes:
        tops: rows of the numerator; of the costs, where the margin is what they leave.
        wholes: rows of the denominator.
        left: the margin is what the numerator leaves of the whole.
        apart: the two lines may stand in different tables.
    """

    tops: tuple[Item, ...]
    wholes: tuple[Item, ...]
    left: bool = False
    apart: bool = False

    @cached_property
    def wholes_of(self) -> dict[int, list[Item]]:
        """Rows of the denominator by the identity of their table."""
        found: dict[int, list[Item]] = defaultdict(list)
        for whole in self.wholes:
            found[id(whole.table)].append(whole)
        return found


def margin_of(subject: str, names: Names) -> Sequence[Margin] | None:
    """The quotients that a phrase may name; None where it names no margin."""
    phrase = " ".join(subject.split()).removeprefix("and ")
    gross = _GROSS_RE.search(phrase)
    if gross:
        part = gross.group(1) if names.language is Language.EN else None
        if part:
            return [
                Margin(
                    _find(names, (f"cost of {part}",)), _find(names, (f"{part} revenues", part)), left=True
                )
            ]
        whole = _find(names, REVENUES)
        return [Margin(_find(names, GROSS), whole), Margin(_find(names, COSTS), whole, left=True)]
    margin = _MARGIN_RE.search(phrase)
    if margin:
        kind = next(group for group in margin.groups() if group).lower()
        return [Margin(_find(names, RESULTS[kind]), _find(names, REVENUES))]
    if _EQUITY_RE.search(phrase):
        shared = names.by_role.get(Role.MINORITY)  # net assets are equity only where no one else has a share
        return [
            Margin(_find(names, (equity,)), _find(names, ASSETS))
            for equity in EQUITIES
            if not (shared and equity in NET_ASSETS)
        ]
    if _PAYOUT_RE.search(phrase):
        of = names.by_role.get
        return [Margin(of(Role.DIVIDENDS, ()), of(Role.EARNINGS_PER_SHARE, ()), apart=True)]
    return None


def margin_claims(fact: Fact, margins: Sequence[Margin], days: Days, *, named: bool) -> Claim:
    """A stated margin against its two lines, and against the share that the table prints."""
    found = [relation for margin in margins for relation in _relations(fact, margin, days)]
    held = next((relation for relation in found if relation.verdict is not Verdict.BROKEN), None)
    if held is not None:
        return Claim(fact, held, named=named)
    if not named:  # a margin of other days may be meant
        others = dict.fromkeys(days for margin in margins for top in margin.tops for days in top.days())
        found_elsewhere = (
            relation for other in others for margin in margins for relation in _relations(fact, margin, other)
        )
        held = next((one for one in found_elsewhere if one.verdict is not Verdict.BROKEN), None)
    if held is not None or not found or len({relation.expected for relation in found}) > 1:
        return Claim(fact, held, named=named)
    return Claim(fact, broken=found[0], named=named)


def states_numerator(relation: Relation, reading: SegmentReading) -> bool:
    """Whether a sentence states what its margin divides too: then it is clear which lines are meant."""
    if relation.kind is not RelationKind.RATIO or relation.result.figure.kind is not Kind.PERCENT:
        return False
    top = relation.members[0].figure
    return any(
        figure.kind is Kind.AMOUNT
        and figure.value is not None
        and digits(figure) > 1
        and not (figure.approximate or figure.bound)
        and evaluate(RelationKind.EQUAL, figure, [top])[0] is not Verdict.BROKEN
        for figure in reading.figures
    )


def _find(names: Names, phrases: Sequence[str]) -> tuple[Item, ...]:
    found: dict[int, Item] = {}
    for phrase in phrases:
        for item in names.find(phrase):
            found.setdefault(id(item), item)
    return tuple(found.values())


def _relations(fact: Fact, margin: Margin, days: Days) -> Iterator[Relation]:
    weights = (-1,) if margin.left else ()
    for top in margin.tops:
        if top.statement is Statement.CASH or top.is_part:
            continue
        for whole in margin.wholes if margin.apart else margin.wholes_of.get(id(top.table), ()):
            upper, lower = top.at(days, ""), whole.at(days, "")
            for unit in ("JPY", "USD"):
                upper, lower = upper or top.at(days, unit), lower or whole.at(days, unit)
            if upper is None or lower is None or upper.figure.unit != lower.figure.unit:
                continue
            verdict, expected = evaluate(
                RelationKind.RATIO, fact.figure, [upper.figure, lower.figure], weights
            )
            left = "1 - " if margin.left else ""
            note = f"{left}{upper.figure.printed} / {lower.figure.printed} = {fact.figure.printed}"
            yield Relation(
                RelationKind.RATIO, fact, (upper, lower), verdict, expected, 90, weights, name=NAME, note=note
            )
