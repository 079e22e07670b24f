"""Values of figures as the machine interface states them: exact decimals, ISO dates, periods, places."""

from __future__ import annotations

from bilingual.model.alignment import Side
from bilingual.model.document import Document, Span
from bilingual.model.figure import Figure, Kind, Period
from bilingual.model.findings import Json
from bilingual.model.origin import Fields


def plain(number: object) -> str:
    """A decimal without exponent: ``9.5E+9`` becomes ``9500000000``."""
    return f"{number:f}" if number is not None else ""


def figure_value(figure: Figure) -> str:
    """The ``value`` of a figure in the machine interface; empty for ranges."""
    if figure.kind in (Kind.NIL, Kind.NOT_APPLICABLE):
        return figure.kind.value
    return figure.moment or plain(figure.value)


def side_figures(side: Side) -> list[Figure]:
    """Every figure of a side: running text first, then cells, each in reading order."""
    found = [figure for reading in side.readings for figure in reading.figures]
    found += [
        cell.figure
        for table in side.tables
        for row in table.rows
        for cell in row.cells
        if cell.figure is not None
    ]
    return found


def period_text(figure: Figure) -> str:
    """The period of a figure as ``start/end``, an instant as its day, else as printed."""
    return _days(figure.period)


def _days(period: Period | None) -> str:
    if period is None:
        return ""
    if period.end is None:
        return period.printed
    return period.end.isoformat() if period.start is None else f"{period.start}/{period.end}"


def figure_to_dict(document: Document, figure: Figure) -> dict[str, Json]:
    """A figure with its place, as the machine interface has it."""
    place = document.place(figure.span)
    out: dict[str, Json] = {"line": place.line, "col": place.col, "text": place.text}
    out.update(origin_fields(document, figure.span))
    value = figure_value(figure)
    if value:
        out["value"] = value
    if figure.ends:
        out["ends"] = [plain(end) for end in figure.ends]
    if figure.unit:
        out["unit"] = figure.unit
    if figure.scale:
        out["scale"] = figure.scale
    if figure.sign:
        out["sign"] = figure.sign.value
    interval = figure.interval
    if interval:
        out["low"], out["high"] = plain(interval[0]), plain(interval[1])
    if figure.direction:
        out["direction"] = figure.direction.value
    if figure.bound:
        out["bound"] = figure.bound.value
    if figure.approximate:
        out["approximate"] = True
    period = period_text(figure)
    if period:
        out["period"] = period
    base = _days(figure.base)
    if base:
        out["base"] = base
    return out


def origin_fields(document: Document, span: Span) -> Fields:
    """Where the file that a person opens has a place, as the machine interface has it; empty for plain text."""
    origin = document.origin(span)
    return origin.to_dict() if origin is not None else {}


def printed(document: Document, span: Span) -> str:
    """The words of a place, as the document shows them."""
    return document.text[span.start : span.end]
