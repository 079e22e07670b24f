"""Two sides to an alignment: tables, rows, columns, cells, paragraphs and figures.

Everything here scores, chooses and records evidence; nothing says that anything is wrong.
"""

from __future__ import annotations

from bilingual.align.by_column import as_sets
from bilingual.align.captions import with_caption_periods, without_crossed_captions
from bilingual.align.given import align_segments
from bilingual.align.line_times import pair_line_times
from bilingual.align.lone_times import settle_lone_times
from bilingual.align.prose import align_prose
from bilingual.align.release_dates import pair_release_dates
from bilingual.align.statements import align_tables
from bilingual.glossary.labels import Labels
from bilingual.glossary.matcher import Matcher
from bilingual.model.alignment import Alignment, Side

__all__ = ["align_segments", "align_sides"]


def align_sides(ja: Side, en: Side, matcher: Matcher, labels: Labels) -> Alignment:
    """Align two sides of a bitext."""
    pairs, leftovers = align_tables(ja, en, labels)
    prose, rest = align_prose(ja, en, matcher, labels, pairs)
    prose = without_crossed_captions(pairs, pair_release_dates(ja, en, prose), ja, en)
    found = (*with_caption_periods(pairs, prose, ja, en), *prose)
    found = as_sets(ja, en, (*found, *pair_line_times(ja, en, found)))
    return Alignment(settle_lone_times(found, ja, en), (*leftovers, *rest))
