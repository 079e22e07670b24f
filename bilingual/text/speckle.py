"""Lines that nobody wrote: what a reader of pictures makes of rules, logos, stains and the edges of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bilingual.model.document import MappedText
from bilingual.text.edits import Edit
from bilingual.text.small_words import SMALL_WORDS

_WORD_RE = re.compile(r"[A-Za-z]{4}|[\u3041-\u30ff\u3400-\u9fff]{2}")
_FRAGMENT_RE = re.compile(r"\S+")
_FIGURE_RE = re.compile(r"[(△▲+-]*[¥$]?\d[\d,.]*%?\)?")
_FOREIGN_RE = re.compile(r"[\u0131\u03b3-\u03bb\u03bd-\u03c8\u0400-\u06ff]")
"""Dotless i, small Greek letters that are no signs of units, Cyrillic, Hebrew, Arabic: strangers in a disclosure."""
_SMALL_RE = re.compile(r"[a-z]{1,2}[.,;:]?")
_SMALL_WORDS = SMALL_WORDS | frozenset(
    ["ok", "vs", "am", "pm", "ex", "jp", "co", "kg", "km", "mm", "cm", "bp", "pt", "x", "t"]
)
"""Words and abbreviations that may stand alone in a line."""
_SPECK_RE = re.compile(r"[^\w\s%&+/*※()\[\]<>=~|-]+")
FEWEST = 3
"""Specks that make a line debris, if they are a third of it and figures are not most of it."""


def speckled_lines(lines: Sequence[MappedText]) -> Iterator[Edit]:
    """Lines without a word, most of whose fragments are specks; dividers of marks alone are none."""
    for number, line in enumerate(lines):
        text = line.text
        if len(text) < 2 * FEWEST or _WORD_RE.search(text) or not text.strip():
            continue
        fragments = _FRAGMENT_RE.findall(text)
        if len(fragments) <= FEWEST or not any(char.isalnum() for char in text):
            continue
        specks = sum(map(_is_speck, fragments))
        figures = sum(_FIGURE_RE.fullmatch(fragment) is not None for fragment in fragments)
        if specks >= FEWEST and 3 * specks >= len(fragments) and 2 * figures <= len(fragments):
            start = len(text) - len(text.lstrip())
            yield Edit(number, start, len(text.rstrip()), "")


def _is_speck(fragment: str) -> bool:
    """Whether a fragment is a mark alone, a letter of a strange script, or a few small letters that are no word."""
    if _SPECK_RE.fullmatch(fragment) or _FOREIGN_RE.search(fragment):
        return True
    return _SMALL_RE.fullmatch(fragment) is not None and fragment.rstrip(".,;:") not in _SMALL_WORDS
