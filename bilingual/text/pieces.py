"""Whether a text holds one of a few pieces: asked of every text before a pattern that needs one of them is tried."""

from __future__ import annotations

from collections.abc import Iterable


def holds_any(text: str, pieces: Iterable[str]) -> bool:
    """Whether one of the pieces stands in the text.

    A plain loop: for ten pieces it takes half the time of ``any`` over a generator, or of a search for all at once.

    >>> holds_any("fiscal 2001", ("FY", "fiscal")), holds_any("2001", ("FY", "fiscal"))
    (True, False)
    """
    for piece in pieces:  # noqa: SIM110 - the loop is the point
        if piece in text:
            return True
    return False
