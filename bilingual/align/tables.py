"""Tables with tables.

Captions, numbers, concepts in the stub, values in the cells and the order of appearance each vote; the
assignment is global. A table that stands in two blocks on one side joins its partner's group afterwards.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from bilingual.align.assignment import best_assignment
from bilingual.align.evidence import digit_weight
from bilingual.glossary.labels import Labels
from bilingual.model.table import Table

TABLE_NUMBER_RE = re.compile(r"(?:表|図表|[Tt]able|TABLE)\s*(\d{1,3})")
CROWD = 25
"""A key with more pairs of holders than this proposes no candidates: it would pair everything with everything."""
FEW = 25
"""Up to so many tables on each side, every pair is scored."""
ACCEPT = 0.55
JOIN = 0.9


@dataclass(frozen=True)
class TableGroup:
    """Tables of both sides that are one table to the reader."""

    ja: tuple[Table, ...]
    en: tuple[Table, ...]


@dataclass(frozen=True)
class _Profile:
    table: Table
    number: str
    values: Counter[str]
    keys: Counter[str]
    total: int


def pair_tables(ja: Sequence[Table], en: Sequence[Table], labels: Labels) -> list[TableGroup]:
    """Pair the tables of two sides.

    Returns:
        Groups in order of the Japanese side; tables without a partner are in none.
    """
    if not ja or not en:
        return []
    left = [table.once(_profile, labels) for table in ja]
    right = [table.once(_profile, labels) for table in en]
    rarity = _rarity([*left, *right])
    weights = [
        [sum([rarity[key] * count for key, count in profile.keys.items()]) for profile in side]
        for side in (left, right)
    ]
    scores = {
        (i, j): _score(
            left[i],
            right[j],
            abs(i / len(ja) - j / len(en)),
            _alike(left[i], right[j], rarity, weights[0][i], weights[1][j]),
            labels,
        )
        for i, j in sorted(_candidates(left, right))
    }
    chosen = best_assignment({edge: score for edge, score in scores.items() if score >= ACCEPT})
    return _join_blocks(left, right, chosen, scores)


def table_number(table: Table) -> str:
    """The number in the caption of a table; empty where it has none."""
    number = TABLE_NUMBER_RE.search(table.caption)
    return number[1] if number else ""


def _profile(table: Table, labels: Labels) -> _Profile:
    named = [table.caption, *(row.label for row in table.rows)]
    keys = Counter(key for label in named for key in labels.key(label, table.language))
    values = Counter(
        [
            digits
            for row in table.rows
            for cell in row.cells
            if cell.figure is not None and digit_weight(digits := cell.figure.digits) > 0.5
        ]
    )
    return _Profile(table, table_number(table), values, keys, values.total())


def _rarity(profiles: Sequence[_Profile]) -> dict[str, float]:
    """Inverse document frequency of concept keys over all tables."""
    spread = Counter(key for profile in profiles for key in profile.keys)
    return {key: log(1 + len(profiles) / count) for key, count in spread.items()}


def _candidates(left: Sequence[_Profile], right: Sequence[_Profile]) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    for pick in (_profile_values, _profile_keys):
        holders: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for side, profiles in enumerate((left, right)):
            for index, profile in enumerate(profiles):
                for key in pick(profile):
                    holders[key][side].append(index)
        for ja_holders, en_holders in holders.values():
            if len(ja_holders) * len(en_holders) <= CROWD:
                found.update((i, j) for i in ja_holders for j in en_holders)
    if len(left) * len(right) <= FEW * FEW:
        found.update((i, j) for i in range(len(left)) for j in range(len(right)))
    return found


def _profile_values(profile: _Profile) -> Counter[str]:
    return profile.values


def _profile_keys(profile: _Profile) -> Counter[str]:
    return profile.keys


def _common(first: Counter[str], second: Counter[str]) -> list[tuple[str, int]]:
    """What two bags share."""
    small, large = (first, second) if len(first) <= len(second) else (second, first)
    if small.keys().isdisjoint(large):
        return []
    return [(key, min(count, large[key])) for key, count in small.items() if key in large]


def _alike(left: _Profile, right: _Profile, rarity: Mapping[str, float], mine: float, theirs: float) -> float:
    """The rare concepts that two tables share, as a share of what the smaller one has."""
    common = sum([rarity[key] * count for key, count in _common(left.keys, right.keys)])
    return common / min(mine, theirs) if common else 0.0


def _score(left: _Profile, right: _Profile, apart: float, concepts: float, labels: Labels) -> float:
    # Very small tables share a value or a key by chance: their overlap counts in proportion to its size.
    shared = sum([count for _, count in _common(left.values, right.values)])
    values = shared / min(left.total, right.total) if shared else 0.0
    score = 2.0 * values * min(1.0, shared / 3)
    score += concepts
    if left.table.caption and right.table.caption:
        score += 0.8 * labels.similarity(left.table.caption, right.table.caption)
    if left.number and right.number:
        score += 0.3 if left.number == right.number else -0.2
    score += 0.3 * (1 - apart)
    rows_left, rows_right = len(left.table.rows), len(right.table.rows)
    score += 0.2 * min(rows_left, rows_right) / max(rows_left, rows_right, 1)
    if len(left.table.columns) == len(right.table.columns):
        score += 0.1
    return score - 0.3


def _join_blocks(
    left: Sequence[_Profile],
    right: Sequence[_Profile],
    chosen: Sequence[tuple[int, int]],
    scores: Mapping[tuple[int, int], float],
) -> list[TableGroup]:
    """Let tables without a partner join the group of the table that shares their values or concepts."""
    partner_of_ja: dict[int, int] = dict(chosen)
    partner_of_en = {j: i for i, j in chosen}
    joined: set[int] = set()
    more_ja: dict[int, list[int]] = defaultdict(list)
    more_en: dict[int, list[int]] = defaultdict(list)
    for (i, j), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score < JOIN or not (left[i].values & right[j].values or left[i].keys & right[j].keys):
            continue
        if i not in partner_of_ja and j in partner_of_en:
            partner_of_ja[i] = j
            more_ja[partner_of_en[j]].append(i)
            joined.add(i)
        elif j not in partner_of_en and i in partner_of_ja and i not in joined:
            partner_of_en[j] = i
            more_en[i].append(j)
    return [
        TableGroup(
            tuple(left[index].table for index in sorted([i, *more_ja[i]])),
            tuple(right[index].table for index in sorted([j, *more_en[i]])),
        )
        for i, j in chosen
    ]
