"""Heads of columns that contradict how the document pairs them elsewhere: one over two columns, two in each other's place."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from bilingual.checks.building import column_of
from bilingual.checks.crossed_heads import Both, head_words
from bilingual.checks.examination import Examination
from bilingual.model.alignment import PairKind

_NAME_RE = re.compile(r"[^\W\d_]{2}")
Translations = Mapping[str, Mapping[str, int]]


def translated_heads(exam: Examination) -> tuple[Translations, Translations]:
    """How often which heads in words stand over paired columns of all tables: from Japanese to English, and back."""
    there: dict[str, Counter[str]] = defaultdict(Counter)
    back: dict[str, Counter[str]] = defaultdict(Counter)
    for pair in exam.pairs:
        if pair.kind is not PairKind.TABLE or pair.ja_table is None or pair.en_table is None:
            continue
        for i, j in pair.column_map:
            left, right = column_of(pair.ja_table, i), column_of(pair.en_table, j)
            ja, en = (head_words(column) if column is not None else "" for column in (left, right))
            if _NAME_RE.search(ja) and _NAME_RE.search(en):
                there[ja][en] += 1
                back[en][ja] += 1
    return there, back


def twice_headed(columns: Sequence[Both], translated: tuple[Translations, Translations]) -> Iterator[Both]:
    """Yield the columns whose head belongs over another column of their table, where it stands too.

    Args:
        columns: columns that surely correspond by their values, one with one.
        translated: what :func:`translated_heads` counted.

    Elsewhere the head of the one version has another counterpart, and the repeated head belongs to the head beside.
    """
    there, back = translated
    for here in columns:
        for other in columns:
            if other is here or any(one.period != two.period for one, two in zip(here, other, strict=True)):
                continue
            (ja, en), (ja_other, en_other) = (tuple(map(head_words, both)) for both in (here, other))
            if not all(map(_NAME_RE.search, (ja, en, ja_other, en_other))):
                continue
            twice_en = en == en_other and ja != ja_other and _belongs(there, ja, ja_other, en)
            if twice_en or (ja == ja_other and en != en_other and _belongs(back, en, en_other, ja)):
                yield here


def exchanged_in_one_group(
    columns: Sequence[Both], translated: tuple[Translations, Translations]
) -> Iterator[Both]:
    """Yield the first of two columns of one time whose heads translate each other crosswise in other groups of columns.

    Args:
        columns: columns that surely correspond by their values, one with one.
        translated: what :func:`translated_heads` counted.

    Where as many groups have them one way as the other, the last group of the table is told.
    """
    there = translated[0]
    found: dict[frozenset[str], Both] = {}
    for here, other in combinations(columns, 2):
        if any(one.period != two.period for one, two in zip(here, other, strict=True)):
            continue
        (ja, en), (ja_other, en_other) = (tuple(map(head_words, both)) for both in (here, other))
        if not all(map(_NAME_RE.search, (ja, en, ja_other, en_other))) or ja == ja_other or en == en_other:
            continue
        own = min(there.get(ja, {}).get(en, 0), there.get(ja_other, {}).get(en_other, 0))
        cross = min(there.get(ja, {}).get(en_other, 0), there.get(ja_other, {}).get(en, 0))
        if 0 < own <= cross:
            found[frozenset((ja, ja_other))] = here
    yield from found.values()


def _belongs(translations: Translations, told: str, beside: str, twice: str) -> bool:
    """Whether elsewhere a head has another counterpart than the repeated one, which is that of the head beside it."""
    others = _elsewhere(translations.get(told, {}), twice)
    return bool(others) and translations[told][twice] == 1 and translations.get(beside, {}).get(twice, 0) > 1


def _elsewhere(counts: Mapping[str, int], but: str) -> Iterable[str]:
    return [name for name in counts if name != but and name not in but and but not in name]
