"""Tables of contents: titles with the pages where they stand, which differ between the versions of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence

HEADING_RE = re.compile(r"(?=[目CcIi])(?:目\s*次|\b(?:[Cc]ontents|CONTENTS|[Ii]ndex|INDEX)\b)")
LONGEST_HEADING = 70
ENTRY_RE = re.compile(
    r"^\s*(?P<title>\S.*?)(?P<leader>[\s.…‥・·_-]+)(?:[PpＰ]\.?\s?)?(?P<page>\d{1,3})\s?(?:ページ|頁)?\s*$"
)
LEADER_RE = re.compile(r"[.…‥・·_-]\s?(?:(?:[.…‥・·_-]\s?){3}|(?<=…)…)")
"""Four marks, or two ellipses; a class at the front is what the search looks for in a line."""
LONGEST = 400
"""Characters of an entry with its leader at most."""
FEWEST = 3
"""Entries that make a table of contents."""
LETTER_RE = re.compile(r"[^\W\d_]")


def contents_lines(lines: Sequence[tuple[int, str]]) -> frozenset[int]:
    """Numbers of the lines that are a table of contents, without its heading.

    Entries end with a page, no page before that of the entry above. They follow a heading that says so, or have leaders.

    Args:
        lines: number and folded text of every line, blank lines included.
    """
    solid = [(number, text) for number, text in lines if text.strip()]
    found: set[int] = set()
    at = 0
    while at < len(solid):
        headed = at > 0 and is_heading(solid[at - 1][1])
        own = _entries(solid, at) if headed or _has_leader(solid[at][1]) else 0
        if headed or sum(_has_leader(text) for _, text in solid[at : at + own]) >= FEWEST:
            found.update(number for number, _ in solid[at : at + own])
        at += max(own, 1)
    return frozenset(found)


def is_heading(text: str) -> bool:
    """Whether a line says that a table of contents follows."""
    return len(text.strip()) <= LONGEST_HEADING and HEADING_RE.search(text) is not None


def _entries(lines: Sequence[tuple[int, str]], first: int) -> int:
    """How many lines from ``first`` on are entries, their titles on one line or two; 0 where they are too few."""
    page, count, at, end = 0, 0, first, first
    while at < len(lines):
        entry = _entry(lines[at][1])
        if entry is None and count and at + 1 < len(lines) and at == end:
            below = lines[at + 1][1]
            entry = _entry(below) if _has_leader(below) or "\t" in below else None
            at += entry is not None
        if entry is None or entry < page:
            break
        page, count, at = entry, count + 1, at + 1
        end = at
    return end - first if count >= FEWEST else 0


def _has_leader(text: str) -> bool:
    return len(text) <= LONGEST and LEADER_RE.search(text) is not None


def _entry(text: str) -> int | None:
    """The page that a line ends with behind a title; None where it is no entry."""
    match = ENTRY_RE.match(text) if len(text) <= LONGEST else None
    if match is None or not LETTER_RE.search(match["title"]):
        return None
    leader = LEADER_RE.search(match["title"])
    if leader and any(map(str.isdigit, match["title"][leader.end() :])):
        return None  # a row of a table whose label is led to figures: another one stands between the leader and the last
    return int(match["page"])
