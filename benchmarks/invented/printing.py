"""How an issuer prints its figures: cut off or rounded, in thousands or millions, with the minus of the language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

Words = tuple[str, str]
"""The same in Japanese and in English."""
Amount = Callable[[int], Words]
"""How an amount is printed."""
Rows = list[tuple[Words, Sequence[Words]]]
"""The rows of a table: labels and cells."""


def shortened(amount: int, unit: int, *, down: bool) -> int:
    """An amount in units, cut off towards zero or rounded to the nearest."""
    return int((Decimal(amount) / unit).quantize(Decimal(1), ROUND_DOWN if down else ROUND_HALF_UP))


def marked(number: str, *, minus: bool) -> Words:
    """A number with the minus of either language."""
    return (f"△{number}", f"({number})") if minus else (number, number)


def whole(number: int, *, nothing: bool = True) -> Words:
    """A whole number; nothing is a dash, less than one is 0."""
    if not number:
        return ("-", "-") if nothing else ("0", "0")
    return marked(f"{abs(number):,}", minus=number < 0)


def decimal(number: Decimal, places: int = 1) -> Words:
    """A number with decimals, rounded to the nearest."""
    text = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return marked(f"{abs(text):,}", minus=text < 0)


def per_cent(part: int, total: int) -> Words:
    """A share of a total."""
    return decimal(Decimal(part) * 100 / total)


def change(now: int, base: int) -> Words:
    """A change in per cent; a dash where it means nothing."""
    return (
        decimal(Decimal(now - base) * 100 / base) if base > 0 and abs(now - base) < 10 * base else ("-", "-")
    )


class Page:
    """A document that is written in both languages at once."""

    def __init__(self) -> None:
        """Start with nothing."""
        self.lines: tuple[list[str], list[str]] = ([], [])

    def line(self, ja: str = "", en: str = "") -> None:
        """Add a line to each version."""
        self.lines[0].append(ja)
        self.lines[1].append(en)

    def row(self, label: Words, cells: Sequence[Words] = ()) -> None:
        """Add a row of a table."""
        for at in (0, 1):
            self.lines[at].append("\t".join([label[at], *(cell[at] for cell in cells)]))

    def table(
        self, title: Words, unit: Words, heads: Sequence[Words], rows: Sequence[tuple[Words, Sequence[Words]]]
    ) -> None:
        """Add a table with its title, unit and heads."""
        self.line(*title)
        if unit[0]:
            self.line(*unit)
        self.row(("", ""), heads)
        for label, cells in rows:
            self.row(label, cells or [("", "")] * len(heads))
        self.line()

    def texts(self) -> Words:
        """The two documents."""
        return "\n".join(self.lines[0]) + "\n", "\n".join(self.lines[1]) + "\n"
