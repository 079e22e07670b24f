"""What the program says beside its output: on standard error, on one line, and harmless to a terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

LONGEST_MESSAGE = 2_000
UNUSABLE = 2


def progress(words: str) -> AbstractContextManager[object]:
    """A spinner on standard error while work goes on; nothing where that is no terminal."""
    from contextlib import nullcontext

    if not sys.stderr.isatty():
        return nullcontext()
    from rich.console import Console

    return Console(stderr=True).status(words)


def say(message: str) -> None:
    """One line on standard error, in which nothing of a file name or a document steers the terminal."""
    from bilingual.reports.safe import one_line

    print(f"bilingual: {one_line(message, LONGEST_MESSAGE)}", file=sys.stderr)  # noqa: T201


def complain(message: str) -> int:
    """Say why nothing can be done; returns the exit status."""
    say(message)
    return UNUSABLE
