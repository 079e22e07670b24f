"""Small measures of evidence that the aligners share."""

from __future__ import annotations

import re
from decimal import Decimal

from bilingual.model.figure import Figure, Kind
from bilingual.model.table import Cell, CellKind

_RUN_RE = re.compile(r"\d+(?:[.,]\d+)*")


FEWEST_ROUNDED = 2
"""Digits of a rounded amount that are left to tell it by."""


def digit_weight(digits: str) -> float:
    """How much a coincidence of these digits proves: nothing for 0, little for 5, everything for 3431156."""
    if len(digits) >= 3:
        return 1.0
    return 0.0 if digits == "0" else len(digits) / 3


def word_digits(cell: Cell) -> list[str]:
    """The runs of digits that a cell of words prints: FY2030, 50%削減."""
    return [run.replace(",", "") for run in _RUN_RE.findall(cell.text)] if cell.kind is CellKind.TEXT else []


def figure_likeness(first: Figure, second: Figure) -> float:
    """How likely one figure is a slip of the other, by their digits: 1 equal, 0 unrelated.

    Figures of the same size are compared place by place too: 106億円 is one digit away from JPY10 billion, 40.7% from
    40.0%. Of an amount
    that one version rounds, the digits that are left count: 17.6 billion is one digit away from 186億47百万円.
    """
    one, other = first.digits, second.digits
    likeness = max(digit_likeness(one, other), _rounded_likeness(first, second))
    if likeness or first.value is None or second.value is None:
        return likeness
    full = [_in_full(figure.value, figure.step) for figure in (first, second) if figure.value is not None]
    if len(full[0]) != len(full[1]) or (first.step != second.step and any("." in digits for digits in full)):
        return 0.0
    wrong = sum(a != b for a, b in zip(*full, strict=True))
    return {1: 0.2, 2: 0.5}.get(max(len(one), len(other)), 0.8) if wrong == 1 else 0.0


def _in_full(value: Decimal, step: Decimal | None) -> str:
    """The digits of a value with the zeros that its print has behind the point: 40.0%."""
    places = max(0, -int(step.as_tuple().exponent)) if step else 0
    return f"{abs(value):.{places}f}" if places else f"{abs(value):f}"


def _rounded_likeness(first: Figure, second: Figure) -> float:
    """Likeness of two amounts of which one is rounded to two digits or more, whatever their scale words."""
    if first.kind is not Kind.AMOUNT or second.kind is not Kind.AMOUNT or first.step == second.step:
        return 0.0
    short, long = sorted((first.digits, second.digits), key=len)
    if len(short) < FEWEST_ROUNDED or len(long) <= len(short) or not long.isdigit() or not short.isdigit():
        return 0.0
    cut = int(long[: len(short)])
    up = cut + (long[len(short)] >= "5")
    return max(digit_likeness(short, str(kept)) for kept in {cut, up})


def digit_likeness(first: str, second: str) -> float:
    """How likely one string of digits is a slip of the other: 1 equal, 0 unrelated."""
    if first == second:
        return 1.0
    if len(first) == len(second):
        wrong = [at for at, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
        if len(wrong) == 1:
            return {1: 0.2, 2: 0.5}.get(len(first), 0.8)
        if len(wrong) == 2 and wrong[1] == wrong[0] + 1 and sorted(first) == sorted(second):
            return 0.5 if len(first) == 2 else 0.8
        return 0.0
    return _one_digit_dropped(first, second)


def _one_digit_dropped(first: str, second: str) -> float:
    """A lost or doubled digit, or a changed last digit that turned into a trailing zero."""
    short, long = sorted((first, second), key=len)
    if len(long) - len(short) != 1 or len(long) < 3:
        return 0.0
    if any(long[:at] + long[at + 1 :] == short for at in range(len(long))):
        return 0.7
    return 0.6 if len(long) >= 4 and long[: len(short) - 1] == short[:-1] else 0.0
