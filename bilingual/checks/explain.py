"""What a rule says about itself: its module's docstring, in parts."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from bilingual.checks.check import Check

HEADINGS = ("Compares", "Why it matters", "Flagged", "Left alone", "Limits", "Authority")
"""Parts of a rule's docstring after its title, in order."""


def documentation(check: Check) -> str:
    """The docstring of a rule's module."""
    return (sys.modules[check.run.__module__].__doc__ or "").strip()


def title(check: Check) -> str:
    """The first line of a rule's docstring."""
    return documentation(check).split("\n", 1)[0]


def parts(check: Check) -> dict[str, str]:
    """The parts of a rule's docstring by heading; paragraphs are one line, examples keep theirs."""
    found: dict[str, str] = {}
    for heading, lines in _blocks(documentation(check)):
        separator = "\n" if heading in ("Flagged", "Left alone") else " "
        found[heading] = separator.join(line.strip() for line in lines if line.strip())
    return found


def _blocks(text: str) -> Iterator[tuple[str, list[str]]]:
    heading, lines = "", list[str]()
    for line in text.split("\n")[1:]:
        name, colon, rest = line.partition(":")
        if colon and name in HEADINGS:
            if heading:
                yield heading, lines
            heading, lines = name, [rest]
        else:
            lines.append(line)
    if heading:
        yield heading, lines


def render(check: Check) -> str:
    """A rule for a person at a terminal: code, name, the most it may give, and its docstring."""
    return f"{check.code} {check.name} (at most {check.severity})\n\n{documentation(check)}\n"
