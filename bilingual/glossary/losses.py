"""What a format cannot hold, and what became of it: values, listed for the user."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Loss:
    """A field that a format cannot hold.

    Attributes:
        concept: id of the concept.
        field: the field, for a term with the term's language before it (``ja_forbidden``, ``en scope``).
        value: what was lost.
        reason: why, or what became of it.
    """

    concept: str
    field: str
    value: str
    reason: str

    def __str__(self) -> str:
        """One line."""
        return f"{self.concept}: {self.field} {self.value!r}: {self.reason}"


def summary(losses: Iterable[Loss]) -> Iterator[str]:
    """Losses counted by field and reason, the most frequent first."""
    counts = Counter((loss.field, loss.reason) for loss in losses)
    for (field, reason), count in counts.most_common():
        yield f"{count:,} x {field}: {reason}"
