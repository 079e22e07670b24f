"""What heads of columns with the same values say beside their time: whose data they hold, and whether they are targets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bilingual.contrasts import oppositions, vocabulary
from bilingual.model.document import Language

Heads = tuple[str, str]
"""The Japanese and the English head of two columns."""
_TARGET_RES = {
    Language.JA: re.compile("目標|計画|予想|見込み?|見通し"),
    Language.EN: re.compile(
        r"\b(?:targets?|goals?|plan(?:ned|s)?|forecasts?|estimates?|objectives?)\b", re.IGNORECASE
    ),
}


def crossed_targets(heads: Sequence[Heads], at: int) -> tuple[str, str] | None:
    """The heads of two columns of which one is a target, where another pair has the target in the other version."""
    if len(heads[at][0]) > LONGEST or len(heads[at][1]) > LONGEST:
        return None
    said = [
        tuple(_TARGET_RES[language].search(text) for language, text in zip(Language, both, strict=True))
        for both in heads
    ]
    ja, en = said[at]
    if bool(ja) is bool(en):
        return None
    if sum(bool(mine) for mine, _ in said) != sum(bool(theirs) for _, theirs in said):
        return None
    if not any(bool(mine) is bool(en) and bool(theirs) is bool(ja) for mine, theirs in said):
        return None
    return (ja[0], heads[at][1].split()[0]) if ja else (heads[at][0].split()[0], en[0] if en else "")


def other_boundary(ja: str, en: str) -> tuple[str, str] | None:
    """Words of two heads that say whose data they hold, and exclude each other: 国内グループ and Entire Group."""
    found = next(oppositions(vocabulary("boundary"), ja, en), None)
    return (ja[slice(*found.ja)], en[slice(*found.en)]) if found is not None else None


LONGEST = 60
"""Characters of a head."""
