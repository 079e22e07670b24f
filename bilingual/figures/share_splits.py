"""Ratios of share splits and of reverse splits in English: 3-for-1, one-for-ten."""

from __future__ import annotations

import re
from decimal import Decimal

from bilingual.figures.numerals import ENGLISH, ENGLISH_WORD
from bilingual.figures.reading import Reading
from bilingual.figures.units import BY_NAME

SPLIT_RE = re.compile(
    rf"(?P<into>\d{{1,3}}|(?i:{ENGLISH_WORD}))-(?:for|to)-(?P<of>\d{{1,3}}|(?i:{ENGLISH_WORD}))(?= (?:[a-z]+ ){{0,2}}(?:split|consolidation|reverse|stock|share))"
)
"""The ratio of a stock split or of a reverse split."""
_SPLIT_NOUN = 20


def read_split(match: re.Match[str]) -> Reading:
    """Shares into which one is split, or that are made one: 3-for-1, one-for-ten."""
    size = max(
        Decimal(side) if side.isdigit() else Decimal(ENGLISH[side.lower()])
        for side in match.group("into", "of")
    )
    unit = BY_NAME["units" if " unit" in match.string[match.end() : match.end() + _SPLIT_NOUN] else "shares"]
    return Reading(
        match.start(),
        match.end(),
        match.start(),
        size,
        Decimal(1),
        size,
        unit=unit,
        code=unit.name,
        kind=unit.kind,
    )
