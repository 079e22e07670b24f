"""Heads of columns that a text layer wrote one behind the other without a blank: ``2Q24 1Q242Q23``.

Nothing but the words of heads tells where one ends: a date, a quarter, a comparison, at which another begins at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bilingual.model.document import MappedText
from bilingual.text.edits import Edit

LONGEST = 200
"""Characters of a line of heads."""
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.? ?\d{1,2}, ?\d{4}"
_SPAN = r"(?:Three|Six|Nine|Twelve) months|Fiscal year ended|As of"
_COMPARISON = r"Year-over-year|Sequential|[YQ]o[YQ]|YOY|QOQ"
_SEAM_RE = re.compile(
    rf"(?<=\dQ\d\d)(?=\dQ\d)|(?<=, \d{{4}})(?={_MONTH})|(?<=[a-z]{{4}})(?=(?:{_COMPARISON})\b)"
    rf"|(?<=[a-zYQ]|\d)(?={_SPAN})|(?<=\d{{4}})(?=[YQ]o[YQ]\b)|(?<=比|較)(?=前(?:年|期|四)|\d{{4}}年)"
)
_JOINT_RE = re.compile(r"[A-Z比較](?:(?<=[比較])|(?<=[a-zYQ\d][A-Z])|(?<=Q)\d\d\dQ)")
"""What every seam holds; nine lines of ten hold none, and where a search may stop at one character it is quick."""


def glued_heads(lines: Sequence[MappedText]) -> Iterator[Edit]:
    """Put a blank between heads that follow each other without one."""
    for number, line in enumerate(lines):
        text = line.text
        if len(text) <= LONGEST and _JOINT_RE.search(text):
            for match in _SEAM_RE.finditer(text):
                at = match.start()
                yield Edit(number, at - 1, at + 1, f"{text[at - 1]} {text[at]}")
