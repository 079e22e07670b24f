"""Computed values as the document would print them."""

from __future__ import annotations

import re
from decimal import Decimal

from bilingual.checks.building import one_line
from bilingual.model.figure import Figure, Kind, Sign

HUNDREDTH = Decimal("0.01")
NUMBER_RE = re.compile(r"\d[\d,]*(?:\.\d+)?")


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
    >>> text = Figure(Language.EN, Kind.AMOUNT, "JPY712 million", Span(0, 14), D(712000000), D(1000000), "JPY", 6)
    >>> printed_like(text, D(721000000))
    'JPY721 million'
    >>> spent = Figure(Language.JA, Kind.AMOUNT, "432百万円", Span(0, 6), D(-432000000), D(1000000), "JPY", 6, Sign.WORD)
    >>> printed_like(spent, D(-423000000))
    '423百万円'
    """
    step = figure.step or (HUNDREDTH if figure.kind is Kind.RATIO else Decimal(1))
    shown = abs(value) / Decimal(10) ** figure.scale
    unit = step / Decimal(10) ** figure.scale
    places = max(0, -_exponent(unit))
    grouped = "," in figure.printed or abs(shown) < 10_000
    text = f"{shown:{',' if grouped else ''}.{places}f}"
    if "%" in figure.printed:
        text += "%"
    if value >= 0 or figure.sign is Sign.WORD:
        return _in_place(figure, text)
    return _negative(figure.printed if figure.sign is Sign.MARK else style or figure.printed, text)


def _in_place(figure: Figure, text: str) -> str:
    """A number with the words around the one that it replaces: JPY10,710 million for JPY11,924 million."""
    numbers = NUMBER_RE.findall(figure.printed)
    marked = (figure.value or 0) < 0 and figure.sign is not Sign.WORD
    if marked or len(numbers) != 1 or "%" in figure.printed:
        return text
    return one_line(NUMBER_RE.sub(text, figure.printed))


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
