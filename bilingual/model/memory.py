"""Values that keep what is made of them."""

from __future__ import annotations

from collections.abc import Callable
from operator import is_
from typing import Self, TypeVar, TypeVarTuple, cast

Result = TypeVar("Result")
Given = TypeVarTuple("Given")


class Remembering:
    """A value that keeps what functions make of it, as long as it lives itself.

    Several readers ask the same of a side; and a release that is checked again after a correction shares its other tables
    and sentences with the check before, so that what they tell by themselves is known.
    """

    def once(self, work: Callable[[Self, *Given], Result], *given: *Given) -> Result:
        """What a function makes of this value, worked out for the first that asks.

        Args:
            work: needs nothing but the value and what is given, and gives values that nobody changes: no iterator that the
                first could use up.
            given: what else it needs; of each function the answer for the objects that were given last is kept.
        """
        known: dict[object, tuple[tuple[object, ...], object]] = self.__dict__.setdefault("_known", {})
        kept = known.get(work)
        if kept is None or not all(map(is_, kept[0], given)):
            kept = known[work] = (given, work(self, *given))
        return cast("Result", kept[1])

    def knows_from(self, other: Self) -> None:
        """Take over what an equal value knows."""
        self.__dict__.setdefault("_known", {}).update(other.__dict__.get("_known", {}))
