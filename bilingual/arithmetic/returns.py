"""Returns on averages, as the summary of the form prescribes them: on equity, on assets, dividends on equity.

The form divides what a year earned by the average of what stood there at its start and at its end. The year before the
last lacks its start, so most releases show one quotient of each kind: what misses is a question, not a proof.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from bilingual.arithmetic.formulas import evaluate
from bilingual.arithmetic.roles import Role
from bilingual.arithmetic.series import Book, Series, of_role
from bilingual.arithmetic.times import Days, months_of, shifted
from bilingual.model.figure import Kind
from bilingual.model.relation import Fact, Relation, RelationKind, Verdict

RATIO = "ratio"
YEAR = 12
SURE, LIKELY = 95, 80
MOST = 4
"""Lines of one role that are tried."""
RETURNS: tuple[tuple[Role, tuple[Role, ...], Role], ...] = (
    (Role.RETURN_ON_EQUITY, (Role.OWNERS_PROFIT,), Role.EQUITY),
    (Role.RETURN_ON_ASSETS, (Role.ORDINARY, Role.PRETAX), Role.ASSETS),
    (Role.DIVIDENDS_ON_EQUITY, (Role.DIVIDENDS,), Role.NET_ASSETS_PER_SHARE),
)
"""What is stated, what was earned or paid, and what it is divided by, on average."""


_ORDINARY_RE = re.compile("経常|ordinary", re.IGNORECASE)
"""Of a return whose name says so: no other profit is what was earned."""


def find_returns(book: Book, equity: Sequence[Series]) -> Iterator[Relation]:
    """Yield the quotients over averages, broken ones included.

    Args:
        book: the lines of a side.
        equity: what notes state as equity, where no line does.
    """
    for role, tops, bottom in RETURNS:
        under = [*(equity if bottom is Role.EQUITY else ()), *of_role(book, bottom)[:MOST]]
        for stated in of_role(book, role)[:MOST]:
            named = _ORDINARY_RE.search(stated.label) if Role.ORDINARY in tops else None
            over = [
                series
                for top in ((Role.ORDINARY,) if named else tops)
                for series in of_role(book, top)[:MOST]
            ]
            for days, fact in stated.facts:
                if fact.figure.kind is Kind.PERCENT and months_of(days) in (0, YEAR):
                    yield from _settled(fact, days, over, under)


def _settled(fact: Fact, days: Days, over: Sequence[Series], under: Sequence[Series]) -> Iterator[Relation]:
    """The quotient that comes out right; where none does, the one that all lines agree on."""
    found = [
        relation
        for top, whole in product(over, under)
        if (relation := _relation(fact, days, top, whole)) is not None
    ]
    held = [relation for relation in found if relation.verdict is not Verdict.BROKEN]
    if held:
        yield held[0]
    elif len({relation.expected for relation in found}) == 1:
        yield found[0]


def _relation(fact: Fact, days: Days, top: Series, whole: Series) -> Relation | None:
    end = (None, days[1])
    earned, closing, opening = top.at(days), whole.at(end), whole.at(shifted(end, YEAR))
    if earned is None or closing is None or opening is None:
        return None
    members = (earned, closing, opening)
    figures = [member.figure for member in members]
    if any(not figure.value for figure in figures) or figures[1].step != figures[2].step:
        return None
    weights = (1, 1, 1)
    verdict, expected = evaluate(RelationKind.RATIO, fact.figure, figures, weights)
    note = (
        f"{figures[0].printed} / (({figures[2].printed} + {figures[1].printed}) / 2) = {fact.figure.printed}"
    )
    sure = LIKELY if verdict is Verdict.BROKEN else SURE
    return Relation(RelationKind.RATIO, fact, members, verdict, expected, sure, weights, None, RATIO, note)
