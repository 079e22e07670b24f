"""Nouns that never stand for what a counter counts: 名 for people and never for contracts."""

from __future__ import annotations

import re

from bilingual.model.figure import Figure, Kind

_OTHERS = {
    "persons": re.compile(
        r"(?:lines|contracts|projects|types|kinds|products|properties|buildings|brands|titles|deals|transactions|acquisitions|stages|steps|services)\Z",
        re.IGNORECASE,
    ),
    "companies": re.compile(
        r"(?:patients|households|contracts|lines|types|kinds|products|properties|buildings|titles|subjects|items|stages|steps|accidents|incidents|transactions)\Z",
        re.IGNORECASE,
    ),
}
"""Nouns of the general counter that never stand for 名, or for 社; one in the singular belongs to the noun behind it."""


_CARRIERS_RE = re.compile(r"\b(?:bus|cruise|ferry|shipping|steamship) lines\Z", re.IGNORECASE)
"""Lines that are companies."""


def counts_others(ja: Figure, en: Figure) -> bool:
    """Whether English counts things that cannot be those of Japanese: 412名, 412 lines."""
    if ja.kind is not Kind.COUNT or en.kind is not Kind.COUNT:
        return False
    if ja.unit == "companies" and _CARRIERS_RE.search(en.printed):
        return False
    others = _OTHERS.get(ja.unit)
    return others is not None and en.unit == "items" and bool(others.search(en.unit_printed))
