"""Damaged twins of documents: what producers, scanners and pastes do to a text layer, made on purpose.

Every kind of damage is a module with `damage(lines, rng)`: clean lines and a random generator in, `Damaged` out, the
damaged lines with the places of the clean ones. What the document states stays the same, so its gold and its planted
errors carry over. The same seed gives the same twin.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from . import blanks, codes, joints, layout, mail, merged, moved, ocr, overprint, pages
from .page import Damaged

KINDS = {
    "overprint": overprint.damage,
    "ocr": ocr.damage,
    "blanks": blanks.damage,
    "merged": merged.damage,
    "moved": moved.damage,
    "layout": layout.damage,
    "codes": codes.damage,
    "mail": mail.damage,
    "pages": pages.damage,
    "joints": joints.damage,
}
"""Kinds of damage by name."""


def twin(lines: Sequence[str], kind: str, seed: object) -> Damaged:
    """The damaged twin of a text.

    Args:
        lines: its lines.
        kind: one of `KINDS`.
        seed: anything whose text decides, the same for the same twin.

    Returns:
        The damaged lines with the places of the clean ones.
    """
    return KINDS[kind](list(lines), random.Random(f"{kind}/{seed}"))
