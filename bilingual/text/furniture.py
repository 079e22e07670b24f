"""Page furniture: running heads, page numbers and rules that stand between the lines of a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

PAGE_RE = re.compile(
    r"^[\s\-–—]*(?:(?:page|p\.)\s*)?\d{1,3}(?:\s*(?:/|of)\s*\d{1,3})?[\s\-–—]*(?:ページ|頁)?$", re.IGNORECASE
)
PAGE_AT_END_RE = re.compile(r"\b(?:page|p\.)\s*\d{1,3}$|(?:^|\s)[\-–—]\s*\d{1,3}\s*[\-–—]$", re.IGNORECASE)
RULE_RE = re.compile(r"^[\s\-_=*・.─━―—–#|+:]*$")
DATE_LINE_RE = re.compile(
    r"^(?:\w+\s+\d{1,2},\s*\d{4}|\d{1,2}\s+\w+\s+\d{4}|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)$"
)
_STATES_RE = re.compile(r"\d[.,]\d.*(?:。|[a-z\d]\.)$")
"""A sentence that states a figure; a copyright notice has but a year."""
NEIGHBOURHOOD = 4
LONGEST_TITLE = 160
"""Characters of a running title with a page number behind it that several pages have."""


def is_page_number(line: str) -> bool:
    """Whether a line holds a page number and nothing else."""
    return bool(PAGE_RE.match(line)) and any(character.isdigit() for character in line)


def is_rule(line: str) -> bool:
    """Whether a line is a drawn rule or ornament."""
    return bool(line.strip()) and bool(RULE_RE.match(line))


def _unnumbered(text: str) -> str:
    """A line without the page number at its end."""
    ends = text[-1:].isdigit() or text[-1:] in ("-", "–", "—")
    return PAGE_AT_END_RE.sub("", text) if ends else text


def furniture_lines(lines: Sequence[tuple[int, str]]) -> frozenset[int]:
    """Numbers of the lines that are page furniture.

    A page number or rule is furniture wherever it stands. A short line is a running head when it stands next
    to a page number (blank lines aside) and the same words stand so at least twice, or next to page numbers
    every time, unless it is a sentence with a number (a note that several statements share); a running title of any length where it ends with a number of its own on several pages.

    Args:
        lines: number and folded text of every line, blank lines included.
    """
    solid = [(number, text.strip()) for number, text in lines if text.strip()]
    found: set[int] = set()
    counts = Counter(text for _, text in solid if len(text) < 80)
    near: dict[int, tuple[int, str]] = {}
    for index, (number, text) in enumerate(solid):
        if is_rule(text):
            found.add(number)
        elif is_page_number(text) and "page" in text.lower() + "page" * (index > 0):
            found.add(number)
            for beside, words in solid[max(0, index - NEIGHBOURHOOD) : index + 2]:
                near.setdefault(beside, (number, words))
    heads = Counter(text for _, text in set(near.values()))  # twice on one page is the end of two sentences
    unnumbered = [_unnumbered(text) for _, text in solid]
    titles = Counter(title for (_, text), title in zip(solid, unnumbered, strict=True) if title != text)
    for (number, text), title in zip(solid, unnumbered, strict=True):
        if title != text and titles[title] > 1 and len(text) <= LONGEST_TITLE:
            found.add(number)
        if number in found or len(text) >= 80:
            continue
        states = _STATES_RE.search(text) is not None
        repeated = (
            not states and counts[text] >= 2 and heads[text] >= 2 and counts[text] <= 2 * heads[text] + 1
        )
        dated = DATE_LINE_RE.match(text) and heads[text] >= 2
        if repeated or dated or (title != text and len(text) < 60):
            found.add(number)
    return frozenset(found)
