"""Two rows of a table whose labels change places between the versions while their values stay where they were."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz

from bilingual.checks.crossed_rows import Crossing, pairs_of_tables, telling
from bilingual.checks.examination import Examination
from bilingual.checks.free_labels import nouns, spoken
from bilingual.glossary.katakana import english_sounds, katakana_sound
from bilingual.glossary.labels import Labels, labels_of
from bilingual.model.alignment import Pair
from bilingual.model.document import Language
from bilingual.model.report import Severity

NEAR = 3
"""Only rows that stand this near to one another are taken for exchanged."""
LIKE = 0.6
"""Likeness of labels that belong together."""
CLEAR = 0.15
"""By how much both labels are more alike crosswise than any of them is to its own."""
HALF, FAR = 0.45, 0.3
"""Likeness crosswise of labels that only in part are known, and by how much more that is than of their own."""
SURE = 0.9
"""Likeness of a label that surely is the other row's, where nothing is known of the second one."""
SOME, TOGETHER = 0.25, 0.75
"""Likeness of each, and of both together, that tells of labels which have nothing in common with their own rows."""


HEARD_BY, UNHEARD, HEARD_FAR = 0.55, 0.5, 0.7
"""How alike names sound that are each other's crosswise and not to their own, and by how much more both together."""


def exchanged_captions(exam: Examination) -> tuple[Crossing, ...]:
    """Rows in order whose values agree and whose English labels are those of each other."""
    return exam.once(_all_exchanged)


def _all_exchanged(exam: Examination) -> tuple[Crossing, ...]:
    return tuple(_exchanged(exam))


def _exchanged(exam: Examination) -> Iterator[Crossing]:
    labels = labels_of(exam.matcher)
    for pairs in pairs_of_tables(exam):
        rows = sorted(pairs, key=lambda pair: pair.ja[0].line)
        found: set[int] = set()
        for at, one in enumerate(rows):
            if not _is_odd(labels, one):
                continue
            for other in rows[at + 1 : at + 1 + NEAR]:
                if {id(one), id(other)} & found or one.en[0].line > other.en[0].line:
                    continue
                if (
                    telling(one)
                    and telling(other)
                    and _are_exchanged(labels, one, other, beside=other is rows[at + 1])
                ) or _names_exchanged(labels, one, other):
                    found.update((id(one), id(other)))
                    yield Crossing(one, other, Severity.WARNING)


def _is_odd(labels: Labels, pair: Pair) -> bool:
    ja, en = _label(pair.ja_row), _label(pair.en_row)
    return bool(ja and en) and labels.similarity(ja, en) + CLEAR < 1


def _names_exchanged(labels: Labels, one: Pair, other: Pair) -> bool:
    """Whether each of two English labels spells the proper name of the other row, however few digits the rows have."""
    if not all(pair.figures and all(both.agrees for both in pair.figures) for pair in (one, other)):
        return False
    ja, en, ja_other, en_other = (_label(row) for row in (one.ja_row, one.en_row, other.ja_row, other.en_row))
    if labels.similarity(ja, en) >= LIKE or labels.similarity(ja_other, en_other) >= LIKE:
        return False
    if _spelt(ja, en) or _spelt(ja_other, en_other):
        return False
    if _spelt(ja, en_other) and _spelt(ja_other, en):
        return True
    own = _heard(ja, en), _heard(ja_other, en_other)
    cross = _heard(ja, en_other), _heard(ja_other, en)
    return max(own) <= UNHEARD and min(cross) >= HEARD_BY and sum(cross) - sum(own) >= HEARD_FAR


@lru_cache(maxsize=1_024)
def _heard(ja: str, en: str) -> float:
    """How alike a name in katakana sounds to one that an English label spells, in one word or two: ネムリス, Nemris; 0 without one."""
    words = _NAME_WORD_RE.findall(en)
    spelt = [*words, *(one + other for one, other in pairwise(words))]
    return max(
        (
            fuzz.ratio(katakana_sound(name), sound) / 100
            for name in _KATAKANA_RE.findall(ja)
            for word in spelt
            for sound in english_sounds(word)
        ),
        default=0.0,
    )


def _nouns_cross(ja: str, en: str, ja_other: str, en_other: str) -> bool:
    """Whether one English label renders more nouns of the other row than of its own, and the other one no fewer."""
    gains = (
        len(_rendered(ja, en_other)) - len(_rendered(ja, en)),
        len(_rendered(ja_other, en)) - len(_rendered(ja_other, en_other)),
    )
    return min(gains) >= 0 < max(gains)


@lru_cache(maxsize=1_024)
def _rendered(ja: str, en: str) -> frozenset[str]:
    """The nouns of a Japanese label one of whose renderings stands in an English one."""
    return frozenset(name for label in nouns(ja, en)[Language.JA] for name in label.names)


@lru_cache(maxsize=1_024)
def _spelt(ja: str, en: str) -> bool:
    """Whether an English label spells a name that stands in the Japanese one: 谷口 文子, Fumiko Taniguchi."""
    if not (_NAME_RE.search(en) and _KANJI_RE.search(ja)):
        return False
    return any(not name.startswith("-") for label in spoken(ja, en)[Language.EN] for name in label.names)


_NAME_RE = re.compile(r"\b[A-Z][a-z]{2}")
_KANJI_RE = re.compile("[一-鿿]")
_NUMBERED_RE = re.compile(r"\A\d{1,2}[.)]?\s+(?=[^\W\d])")
_NAME_WORD_RE = re.compile(
    r"\b(?!(?:Branch|Business|Cent(?:er|re)|Company|Division|Factory|Group|Laboratory|Office|Others?|Plants?|Products?|Sales|Segment|Total|Works)\b)[A-Z][A-Za-z]{2,}"
)
_KATAKANA_RE = re.compile("[ァ-ヴー]{3,}")


def _label(row: object) -> str:
    """The label of a row without a number before it, which stays where it is: 9 輸送・配送."""
    label = str(getattr(row, "label", "")).strip()
    return _NUMBERED_RE.sub("", label) or label


def _are_exchanged(labels: Labels, one: Pair, other: Pair, *, beside: bool) -> bool:
    names: Sequence[str] = [_label(row) for row in (one.ja_row, one.en_row, other.ja_row, other.en_row)]
    if not all(names) or names[0] == names[2] or names[1] == names[3]:
        return False
    ja, en, ja_other, en_other = names
    own = labels.similarity(ja, en), labels.similarity(ja_other, en_other)
    cross = labels.similarity(ja, en_other), labels.similarity(ja_other, en)
    if min(cross) >= LIKE and min(cross) > max(own) + CLEAR:
        return True
    if min(cross) >= HALF and min(cross) > max(own) + FAR:
        return True
    if beside and sum(cross) > sum(own) + FAR and _nouns_cross(ja, en, ja_other, en_other):
        return True
    if max(own) or not beside:
        return False
    return max(cross) >= SURE or (min(cross) >= SOME and sum(cross) >= TOGETHER)
