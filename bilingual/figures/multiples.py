"""Per cent, percentage points and multiples against each other."""

from __future__ import annotations

from decimal import Decimal

from bilingual.model.figure import Aspect, Difference, Direction, Figure, Kind

HUNDRED = Decimal(100)


def compare_multiples(ja: Figure, en: Figure) -> list[Difference]:
    """Compare figures of which one is in per cent, points or times and the other in another of them."""
    kinds = {ja.kind, en.kind}
    note = f"{ja.printed} against {en.printed}"
    if Kind.POINTS in kinds:
        points, percent = (ja, en) if ja.kind is Kind.POINTS else (en, ja)
        if points.unit == "bps" and points.value is not None and percent.value is not None:
            same = abs(points.value) / HUNDRED == abs(percent.value)
            return [Difference(Aspect.POINTS, 0 if same else 2, note)]
        return [Difference(Aspect.POINTS, 2, note)]
    if ja.value is None or en.value is None:
        return [Difference(Aspect.MULTIPLE, 1, note)]
    ratio, percent = (ja, en) if ja.kind is Kind.RATIO else (en, ja)
    if _fits(ratio, percent):
        return []
    aspect = Aspect.WORD if (ratio.word or percent.word) and percent.direction is None else Aspect.MULTIPLE
    return [Difference(aspect, 2, note)]


def _fits(ratio: Figure, percent: Figure) -> bool:
    """Twice is 200 % of it or 100 % more; half is 50 % of it, 50 % less or, by half, 50 % more; a third is 33 %."""
    multiple, stated = abs(ratio.value or Decimal(0)), abs(percent.value or Decimal(0))
    readings = []
    if percent.direction in (None, Direction.FLAT) or (percent.word and ratio.direction is None):
        readings.append(multiple * HUNDRED)  # 5割超に引き上げる is a level: raise it to more than half
    if percent.direction is not Direction.DOWN and multiple > 1:
        readings.append((multiple - 1) * HUNDRED)
    if percent.direction is not Direction.UP and multiple < 1:
        readings.append((1 - multiple) * HUNDRED)
    if (
        percent.direction is ratio.direction
        and ratio.direction in (Direction.UP, Direction.DOWN)
        and multiple < 1
    ):
        readings.append(multiple * HUNDRED)
    slack = max(percent.step or Decimal(0), (ratio.step or Decimal(0)) * HUNDRED / 2)
    if not ratio.approximate:
        slack = max(percent.step or Decimal(0), min(slack, multiple * HUNDRED / 10))
    if percent.word and percent.unit_printed.startswith("割"):
        slack = min(slack, Decimal(1))
    return any(abs(reading - stated) <= max(slack, Decimal(0)) for reading in readings)
