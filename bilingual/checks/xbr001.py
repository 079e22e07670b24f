"""A figure and the XBRL fact that states the same differ.

Compares: figures that an inline XBRL page tags with what their table says of unit, scale and time; figures of both versions with
the facts of a filing given beside them, row by row, where values at other times or the label show that both state one thing.

Why it matters: the filing, not the paper, is what databases take; the two must state the same.

Flagged:
    表 (百万円) 売上高 1,234, tagged 1234000 (thousands)
    売上高 1,243 / 1,234 in the filing, where the row's other years agree

Left alone:
    表 (百万円) 売上高 1,234, tagged 1234000000
    売上高 1,234 (百万円) / 1,234,567,890 in the filing

Limits: ratios and texts are not compared; a sign counts only where the row's other figures show which sign the fact takes, because a
tag may state an outflow as a positive payment. Segments and other members are compared only where two values agree.

Authority: XBRL 2.1, Inline XBRL 1.1; Guidelines of the exchange and of EDINET for filing in XBRL.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from bilingual.checks.building import column_name, figure_spot, line_spot, one_line
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.model.alignment import Side
from bilingual.model.document import Language
from bilingual.model.facts import FiledFigure, TaggedFact
from bilingual.model.figure import Figure
from bilingual.model.report import Blame, Evidence, Finding, Severity, Spot
from bilingual.model.table import Column


class _Key(NamedTuple):
    """One root cause: the unit of a table, the head of a column, or the value of a fact."""

    kind: str
    where: object


def run(exam: Examination) -> Iterator[Finding]:
    """Yield one finding per root cause."""
    filed = (*exam.ja.filed, *exam.en.filed, *exam.comparison.filed)
    grouped: dict[_Key, list[FiledFigure]] = defaultdict(list)
    for item in filed:
        kind = _conflict(item, filed)
        if kind == "scale" and item.tagged and item.table is not None:
            grouped[_Key(kind, (item.table.id, item.figure.unit))].append(item)
        elif kind == "time" and item.table is not None:
            grouped[_Key(kind, (item.table.id, _column(item).index))].append(item)
        elif kind:
            fact = item.fact
            grouped[_Key(kind, (fact.name, fact.start, fact.end, fact.members))].append(item)
    for key, items in grouped.items():
        yield _finding(exam, key, items)


def _conflict(item: FiledFigure, filed: Sequence[FiledFigure]) -> str:
    """In what a figure contradicts its fact: ``value``, ``scale``, ``sign``, ``time``, or nothing."""
    figure, fact = item.figure, item.fact
    if item.tagged and _other_time(_column(item), fact):
        return "time"
    if figure.value is None or fact.value is None or not fact.is_quantity:
        return ""
    if item.tagged and not figure.unit:
        return ""  # nothing printed tells a unit that the tag could contradict
    if not _overlap(figure, fact):
        factor = abs(fact.value) / abs(figure.value) if figure.value else Decimal(0)
        if _is_power(factor):
            return "scale"
        return "" if item.tagged else "value"
    if figure.value * fact.value < 0 and _sign_is_known(item, filed):
        return "sign"
    return ""


def _overlap(figure: Figure, fact: TaggedFact) -> bool:
    """Whether one amount can be printed as both, rounded or cut off; signs apart."""
    interval = figure.interval
    if interval is None or fact.value is None:
        return True
    low, high = sorted(map(abs, interval))
    if (figure.value or 0) == 0:
        low = Decimal(0)
    slack = Decimal(1).scaleb(-fact.decimals) if fact.decimals is not None else Decimal(0)
    size = abs(fact.value)
    return low <= size + slack / 2 and size <= high + slack


def _is_power(factor: Decimal) -> bool:
    return factor > 0 and factor != 1 and factor.normalize().as_tuple().digits == (1,)


def _sign_is_known(item: FiledFigure, filed: Sequence[FiledFigure]) -> bool:
    """Whether other figures of the row have the sign of their facts."""
    same = [
        (other.figure.value or 0) * (other.fact.value or 0) > 0
        for other in filed
        if other.row is item.row and other is not item and other.figure.value and other.fact.value
    ]
    return bool(same) and all(same)


def _column(item: FiledFigure) -> Column:
    cells = item.row.cells if item.row else ()
    at = next((cell.column for cell in cells if cell.span == item.figure.span), -1)
    columns = item.table.columns if item.table else ()
    return next((column for column in columns if column.index == at), Column(at))


def _other_time(column: Column, fact: TaggedFact) -> bool:
    period = column.period
    if period is None or period.end is None or fact.end is None or column.measure not in ("", "amount"):
        return False
    if period.end != fact.end:
        return True
    return period.start is not None and fact.start is not None and period.start != fact.start


def _finding(exam: Examination, key: _Key, items: Sequence[FiledFigure]) -> Finding:
    ja = [item for item in items if item.language is Language.JA]
    en = [item for item in items if item.language is Language.EN]
    first = items[0]
    places = {side.language: side for side in (exam.ja, exam.en)}
    spots = {
        name: _spot(places[name], found[0], key)
        for name, found in ((Language.JA, ja), (Language.EN, en))
        if found
    }
    rest = [item for item in items if item not in (ja[:1] + en[:1])]
    evidence = tuple(
        Evidence(_spot(places[item.language], item, _Key("value", None)), "member", _filed(item.fact))
        for item in rest[:6]
    )
    certain = key.kind in ("value", "sign") or (key.kind == "scale" and not first.tagged)
    return make(
        CHECK,
        Severity.WARNING if key.kind == "time" else Severity.ERROR,
        _message(key.kind, first, spots.values()),
        spots.get(Language.JA),
        spots.get(Language.EN),
        evidence=evidence,
        blame=(Blame.BOTH if ja and en else Blame(first.language.value)) if certain else Blame.UNKNOWN,
        expected=f"{first.fact.value:f}" if certain and first.fact.value is not None else "",
    )


def _spot(side: Side, item: FiledFigure, key: _Key) -> Spot:
    label = item.row.label if item.row else ""
    context = " / ".join((label, column_name(item.table, _column(item).index)))
    if key.kind == "time" and item.table is not None and item.table.header_lines:
        return line_spot(side, item.table.header_lines[-1], context)
    return figure_spot(side, item.figure, context)


def _message(kind: str, item: FiledFigure, spots: Iterable[Spot]) -> str:
    label = item.row.label if item.row else item.fact.name
    column = column_name(item.table, _column(item).index)
    about = one_line(f"{label}, {column}" if column else label)
    printed = " / ".join(spot.text for spot in spots)
    if kind == "time":
        return f"{about}: the column is headed {one_line(column)}, the tag {item.fact.name} is for {_days(item.fact)}."
    if kind == "scale":
        return (
            f"{about}: {item.figure.printed} in the unit of its table is {item.figure.value:f}, "
            f"the filing has {_filed(item.fact)}."
        )
    what = "another sign" if kind == "sign" else "another value"
    return f"{about}: {printed}, but the filing has {what}: {_filed(item.fact)}."


def _filed(fact: TaggedFact) -> str:
    value = f"{fact.value:,f}" if fact.value is not None else "nil"
    return f"{value} {fact.unit} ({fact.name}, {_days(fact)})"


def _days(fact: TaggedFact) -> str:
    if fact.end is None:
        return "no time"
    return f"{fact.start} to {fact.end}" if fact.start else str(fact.end)


CHECK = Check("XBR001", "filing differs", Severity.ERROR, run)
