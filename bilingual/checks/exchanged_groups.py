"""Groups of rows under each other's heading: 輸送人員 over the rows of 旅客収入 in one version alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from bilingual.checks.crossed_rows import Crossing, pairs_of_tables
from bilingual.checks.examination import Examination
from bilingual.glossary.labels import Labels, labels_of
from bilingual.model.alignment import Pair
from bilingual.model.report import Severity
from bilingual.text.characters import LOST

ALIKE = 0.8
"""Likeness of each heading at least to the one over the other group."""
HALF_ALIKE, STRANGE = 0.5, 0.1
"""The same of one of them, where no heading has a word of the one over its own group: 計測機器, Measuring Instruments."""
CLEAR = 0.6
"""By how much the headings are more alike crosswise, both together."""


def exchanged_groups(exam: Examination) -> Iterator[Crossing]:
    """Yield the first rows of two groups of a table whose rows agree while each heading translates the other one's."""
    labels = labels_of(exam.matcher)
    for pairs in pairs_of_tables(exam):
        groups = _groups(pairs)
        for (names, one), (others, other) in combinations(groups.items(), 2):
            if _crossed(labels, names, others):
                yield Crossing(one, other, Severity.WARNING)


def _groups(pairs: Sequence[Pair]) -> Mapping[tuple[str, str], Pair]:
    """The first row of each group, by its two headings; nothing where a heading meets more than one of the other version."""
    found: dict[tuple[str, str], Pair] = {}
    met: tuple[dict[str, set[str]], dict[str, set[str]]] = defaultdict(set), defaultdict(set)
    for pair in sorted(pairs, key=lambda pair: pair.ja[0].line):
        if pair.ja_row is None or pair.en_row is None or not all(both.agrees for both in pair.figures):
            continue
        if not pair.ja_row.section or not pair.en_row.section or not pair.figures:
            continue
        ja, en = pair.ja_row.section[-1], pair.en_row.section[-1]
        met[0][ja].add(en)
        met[1][en].add(ja)
        found.setdefault((ja, en), pair)
    return {
        (ja, en): pair
        for (ja, en), pair in found.items()
        if len(met[0][ja]) == len(met[1][en]) == 1 and LOST not in ja + en
    }


def _crossed(labels: Labels, one: tuple[str, str], other: tuple[str, str]) -> bool:
    (ja, en), (ja_other, en_other) = one, other
    cross = labels.similarity(ja, en_other), labels.similarity(ja_other, en)
    if min(cross) < HALF_ALIKE or max(cross) < ALIKE:
        return False
    own = labels.similarity(ja, en), labels.similarity(ja_other, en_other)
    if min(cross) < ALIKE and max(own) > STRANGE:
        return False
    return sum(cross) > sum(own) + CLEAR
