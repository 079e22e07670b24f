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

from bilingual.align.assignment import best_assignment, best_monotone
from bilingual.align.evidence import digit_weight
from bilingual.glossary.labels import Labels
from bilingual.model.figure import Kind
from bilingual.model.table import Table

TABLE_NUMBER_RE = re.compile(r"(?:表|図表|[Tt]able|TABLE)\s*(\d{1,3})")
CROWD = 25
"""A key with more pairs of holders than this proposes no candidates: it would pair everything with everything."""
FEW = 25
"""Up to so many tables on each side, every pair is scored."""
ACCEPT = 0.55
JOIN = 0.9
SMALL, LIKELY = 6, 0.5
"""Rows of a table whose place between two others may tell its counterpart, and how alike labels are that may say the same."""


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
    chosen += _left_between(left, right, chosen, labels)
    return _join_blocks(left, right, chosen, scores)


def _left_between(
    left: Sequence[_Profile], right: Sequence[_Profile], chosen: Sequence[tuple[int, int]], labels: Labels
) -> list[tuple[int, int]]:
    """Tables that stand alone between two neighbouring pairs, of as many rows and figures of the same kinds.

    The few figures of a list of items may all differ, or its only one.
    """
    found: list[tuple[int, int]] = []
    before = (-1, -1)
    for after in [*best_monotone(dict.fromkeys(chosen, 1.0)), (len(left), len(right))]:
        i, j = before[0] + 1, before[1] + 1
        alone = after[0] - before[0] == after[1] - before[1] == 2
        before = after
        if alone and not any(i == one or j == other for one, other in chosen):
            mine, theirs = left[i].table, right[j].table
            if _kinds(mine) == _kinds(theirs) and _is_likely(mine, theirs, labels):
                found.append((i, j))
    return found


def _kinds(table: Table) -> list[list[tuple[Kind, str] | None]]:
    """What the cells of a table hold, row by row."""
    return [
        [(cell.figure.kind, cell.figure.unit) if cell.figure else None for cell in row.cells]
        for row in table.rows
    ]


def _is_likely(ja: Table, en: Table, labels: Labels) -> bool:
    """Whether half of the rows of two small tables have the same digits, or labels that may say the same."""
    if not 1 < len(ja.rows) <= SMALL:
        return False
    alike = 0
    for mine, theirs in zip(ja.rows, en.rows, strict=True):
        digits = [
            (one.figure.digits, other.figure.digits)
            for one, other in zip(mine.cells, theirs.cells, strict=True)
            if one.figure and other.figure
        ]
        same = bool(digits) and all(one == other for one, other in digits)
        alike += same or labels.similarity(mine.label, theirs.label) >= LIKELY
    return 2 * alike >= len(ja.rows)


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
