"""Computed values as the document would print them."""

from __future__ import annotations

from decimal import Decimal

from bilingual.model.figure import Figure, Sign


def printed_like(figure: Figure, value: Decimal, style: str = "") -> str:
    """A value as the document would print it in the place of a figure.

    Args:
        figure: the figure.
        value: what it should be.
        style: another negative figure as printed there, where this one shows no minus.

    >>> from decimal import Decimal as D
    >>> from bilingual.model.document import Language, Span
    >>> from bilingual.model.figure import Kind
    >>> cell = Figure(Language.EN, Kind.AMOUNT, "(1,234)", Span(0, 7), value=D(-1234000), step=D(1000), scale=3)
    >>> printed_like(cell, D(-1243000)), printed_like(cell, D(1243000))
    ('(1,243)', '1,243')
    """
    step = figure.step or Decimal(1)
    shown = abs(value) / Decimal(10) ** figure.scale
    unit = step / Decimal(10) ** figure.scale
    places = max(0, -_exponent(unit))
    grouped = "," in figure.printed or abs(shown) < 10_000
    text = f"{shown:{',' if grouped else ''}.{places}f}"
    if "%" in figure.printed:
        text += "%"
    if value >= 0 or figure.sign is Sign.WORD:
        return text
    return _negative(figure.printed if figure.sign is Sign.MARK else style or figure.printed, text)


def _negative(printed: str, text: str) -> str:
    for mark in ("△", "▲", "−"):
        if mark in printed:
            return mark + text
    if "-" in printed:
        return f"-{text}"
    return f"({text})"


def _exponent(unit: Decimal) -> int:
    exponent = unit.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
