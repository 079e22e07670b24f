"""Units that are quotients (gCO2/kWh, kWh/TB): the same figures per another amount, or of another unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bilingual.checks.building import pair_spots, sentence
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.figures.units import BY_NAME, Unit
from bilingual.model.alignment import FigurePair, Side
from bilingual.model.figure import Aspect, Kind
from bilingual.model.report import Finding, Severity
from bilingual.model.table import Row
from bilingual.text.normalize import fold

_QUOTIENT_RE = re.compile(
    r"(?<![A-Za-z\d/])(?P<over>[A-Za-z]{1,4}?[23²³]?)(?:-?CO[2₂]e?q?)?\s?/\s?(?P<under>[^\s\t()\d/]{1,24}[23²³]?)"
)
_POWERS = str.maketrans("²³", "23")


def differing_quotients(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield rows that agree in all figures while their units are quotients of other physical units."""
    for pair in exam.row_pairs():
        if (
            pair.ja_row is None
            or pair.en_row is None
            or not pair.figures
            or not all(map(_alike, pair.figures))
        ):
            continue
        ja, en = _quotient(exam.ja, pair.ja_row), _quotient(exam.en, pair.en_row)
        if ja is None or en is None:
            continue
        if _other(ja.over, en.over) or _other(ja.under, en.under):
            about = f"{pair.ja_row.label} / {pair.en_row.label}"
            phrase = f"the unit differs, {ja.printed} in Japanese, {en.printed} in English"
            yield make(check, Severity.ERROR, sentence(about, phrase), *pair_spots(exam.ja, exam.en, pair))


class _Quotient(NamedTuple):
    printed: str
    over: Unit | None
    under: Unit | None


def _alike(both: FigurePair) -> bool:
    """Whether two figures have the same digits and nothing else parts them; a per cent is no quotient."""
    return (
        both.ja.digits == both.en.digits
        and both.ja.unit != "%"
        and not (
            both.differences
            and any(item.serious and item.aspect is not Aspect.UNIT for item in both.differences)
        )
    )


def _quotient(side: Side, row: Row) -> _Quotient | None:
    """The only quotient that stands before the figures of a row, with what is known of its parts."""
    document = side.document
    start = document.line_span(row.line).start
    end = min((cell.span.start for cell in row.cells if cell.figure is not None), default=start)
    words = fold(document.text[start : max(start, end)])
    found = list(_QUOTIENT_RE.finditer(words)) if "/" in words else []
    if len(found) != 1:
        return None
    match = found[0]
    return _Quotient(match[0], _physical(match["over"]), _physical(match["under"]))


def _physical(symbol: str) -> Unit | None:
    unit = BY_NAME.get(symbol.translate(_POWERS))
    return unit if unit is not None and unit.kind is Kind.PHYSICAL else None


def _other(one: Unit | None, other: Unit | None) -> bool:
    """Whether two known units are not the same amount of the same thing."""
    return one is not None and other is not None and (one.base, one.factor) != (other.base, other.factor)
