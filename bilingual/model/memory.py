"""Values that keep what is made of them."""

from __future__ import annotations

from collections.abc import Callable
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
            given: what else it needs; of each function the answer for what was given last is kept. Values that remember are
                told apart by identity, others by what they equal.
        """
        known: dict[object, tuple[tuple[object, ...], object]] = self.__dict__.setdefault("_known", {})
        kept = known.get(work)
        if kept is None or not all(map(_same, kept[0], given)):
            kept = known[work] = (given, work(self, *given))
        return cast("Result", kept[1])

    def knows_from(self, other: Self, *works: Callable[[Self], object]) -> None:
        """Take over what an equal value knows; of one that equals it in part, what the named functions made of it."""
        known = other.__dict__.get("_known", {})
        taken = {work: known[work] for work in works if work in known} if works else known
        self.__dict__.setdefault("_known", {}).update(taken)

    def forget(self) -> None:
        """Keep nothing of what was made of it so far."""
        self.__dict__.pop("_known", None)


def _same(one: object, other: object) -> bool:
    return one is other or (not isinstance(one, Remembering) and one == other)
