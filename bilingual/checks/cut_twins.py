"""Sentences of two versions that are not whole: a cell that wraps, a row whose rest stands on the next line."""

from __future__ import annotations

import re

from bilingual.checks.sentence_pairs import is_cut_off
from bilingual.model.alignment import SegmentReading
from bilingual.model.segment import SegmentKind
from bilingual.text.room import printed_widths

LONGER = 2.2
"""Times the width of a Japanese sentence that its English may have, kana and kanji being wide: 1.2 to 1.9 are usual."""
SPARE = 12
"""Letters beyond that of a sentence with figures: in a short one a phrase (前期末, at the end of the previous fiscal year) may be as long as the rest."""
_SAID = frozenset([SegmentKind.SENTENCE, SegmentKind.NOTE, SegmentKind.CELL])
_CUT_RE = re.compile("[、ぁ-ん]$")
_HALF_ROW_RE = re.compile(r"(?=.* {2})(?:[a-z(]|.* {2}(?:19|20)\d{2}(?: {2}|\Z))")
"""The lower line of a row whose cells wrap: ``period    June 30, 2025    184,000 shares    2025``; the rest of its dates stands above."""
Twin = tuple[SegmentReading, SegmentReading]


def is_cut(twin: Twin, *, whole: bool) -> bool:
    """Whether one sentence ends in a full stop and the other nowhere, or Japanese on a particle, or one is far too short: the rest is another segment.

    Where the file tells its cells, the text of a cell is ``whole``: 連結に含まれないもの ends where it ends.
    """
    ja, en = (reading.segment.text.rstrip() for reading in twin)
    if len(en) > LONGER * printed_widths(ja)[0] + (SPARE if twin[0].figures else 0) or _HALF_ROW_RE.match(en):
        return True
    if whole and twin[0].segment.kind is SegmentKind.CELL:
        return False
    if ja.count("(") > ja.count(")") or _lacks_cells(twin):
        return True
    return is_cut_off(ja) or _CUT_RE.search(ja) is not None or (ja.endswith("。") and en[-1:].isalnum())


def _lacks_cells(twin: Twin) -> bool:
    """Whether two lines that are no sentences state more figures on one side: the rest of a row stands on the next line."""
    if any(one.segment.kind in _SAID for one in twin):
        return False
    stated = [sum(not figure.moment for figure in one.figures) for one in twin]
    return min(stated) > 0 and stated[0] != stated[1]
