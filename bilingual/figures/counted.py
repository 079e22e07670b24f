"""What counters and counted nouns stand for: 隻 for vessels and never for vehicles, 名 for people and never for contracts."""

from __future__ import annotations

import re
from functools import lru_cache

from bilingual.model.figure import Figure, Kind

_THINGS: tuple[tuple[str, str, str], ...] = (
    ("people", "[人名]", r"people|persons?|employees|directors|engineers|workers|women|men"),
    ("firms", "社|法人", r"companies|firms|subsidiaries|corporations"),
    ("shops", "店舗?", r"stores|outlets|shops|restaurants"),
    ("vehicles", "台", r"vehicles|cars|trucks|buses"),
    ("vessels", "隻", r"vessels|ships|tankers"),
    ("aircraft", "機", r"aircraft|planes|jets"),
    ("rooms", "室", r"rooms"),
    ("beds", "床", r"beds"),
    ("seats", "席", r"seats"),
    ("countries", "[ヶケか箇カヵ]国", r"countries|nations"),
)
"""Things, the counters that count them and nothing else, and the nouns that name them and nothing else."""
_EITHER = frozenset(
    frozenset(both.split())
    for both in (
        "people seats",
        "people beds",
        "people rooms",
        "firms shops",
        "vehicles beds",
        "vehicles seats",
    )
)
"""Things of which one may be counted for the other: a hall for 120 people has 120 seats."""
_OF_JA, _OF_EN = (
    tuple((row[0], re.compile(rf"(?:{row[at]})\Z", re.IGNORECASE)) for row in _THINGS) for at in (1, 2)
)
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


def counts_others(ja: Figure, en: Figure) -> bool:
    """Whether English counts things that cannot be those of Japanese: 412名, 412 lines; 12隻, 12 vehicles."""
    if ja.kind is not Kind.COUNT or en.kind is not Kind.COUNT:
        return False
    others = _OTHERS.get(ja.unit)
    if others is not None and en.unit == "items" and others.search(en.unit_printed):
        return True
    things = _things(ja.unit_printed, en.unit_printed)
    return len(things) > 1 and things not in _EITHER


@lru_cache(maxsize=4096)
def _things(ja: str, en: str) -> frozenset[str]:
    """What two unit words name, where both name something of their own; else nothing."""
    one, other = (
        next((name for name, words in table if words.search(printed)), "")
        for table, printed in ((_OF_JA, ja), (_OF_EN, en))
    )
    return frozenset((one, other)) if one and other else frozenset()
