"""What the changes of two given segments are measured from, taken together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bilingual.model.alignment import FigurePair
from bilingual.model.figure import Aspect, Difference, Figure, Relative

STEPS = frozenset({Relative.PREVIOUS, Relative.YEAR_AGO, Relative.PREVIOUS_QUARTER, Relative.PREVIOUS_YEAR})


def told_apart(pairs: Sequence[FigurePair]) -> tuple[FigurePair, ...]:
    """Mark changes that one side measures from two bases and the other from one.

    前期 alone may be the year before as well as the quarter before; beside 前年同期 it is not year-over-year.
    """
    found = list(pairs)
    for at, both in enumerate(found):
        for other in found[:at]:
            if _at_odds(both, other) and not any(
                item.aspect is Aspect.BASE and item.serious for item in both.differences
            ):
                note = f"{_name(both.ja)} against {_name(both.en)}"
                rest = tuple(item for item in both.differences if item.aspect is not Aspect.BASE)
                found[at] = replace(both, differences=(*rest, Difference(Aspect.BASE, 2, note)))
                break
    return tuple(found)


def _at_odds(one: FigurePair, other: FigurePair) -> bool:
    ja, en = (_relative(one.ja), _relative(other.ja)), (_relative(one.en), _relative(other.en))
    if not (STEPS.issuperset(ja) and STEPS.issuperset(en)):
        return False
    return (ja[0] is ja[1]) is not (en[0] is en[1])


def _relative(figure: Figure) -> Relative | None:
    base = figure.base
    return base.relative if base is not None and base.part is None and base.end is None else None


def _name(figure: Figure) -> str:
    relative = _relative(figure)
    return relative.value.replace("_", " ") if relative else ""
