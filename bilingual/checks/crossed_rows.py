"""Two rows whose values change places between the versions while all other rows keep their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from bilingual.align.evidence import digit_weight
from bilingual.checks.examination import Examination
from bilingual.glossary.labels import Labels, labels_of
from bilingual.model.alignment import Pair
from bilingual.model.report import Severity
from bilingual.text.characters import LOST

ENOUGH = 4
"""Rows of a table of which two may be said to have left the order."""
FEWEST = 3
"""The same where the labels surely stand crosswise."""
MOST = 2
"""Crossings of one table; where more rows cross, one version has another order."""
OWN = 0.6
"""Likeness of labels that belong together: then whole rows moved, labels and values."""
CLEAR = 0.3
"""By how much the labels are more alike crosswise where the values alone moved."""
SLIGHT = 0.1
"""The same where labels of kin (total assets, total net assets) are alike both ways."""
TELLING = 1.0


class Crossing(NamedTuple):
    """Two row pairs in the order of the Japanese rows, and how sure it is that values moved without their labels."""

    one: Pair
    other: Pair
    severity: Severity


def crossed_rows(exam: Examination) -> Iterator[Crossing]:
    """Yield rows that cross, unless their labels crossed with them."""
    for pairs in pairs_of_tables(exam):
        crossing = _crossing(sorted(pairs, key=lambda pair: pair.ja[0].line))
        for one, other in crossing:
            severity = _severity(labels_of(exam.matcher), one, other, OWN if len(pairs) < FEWEST else 0.0)
            if severity is not None and (len(pairs) >= ENOUGH or severity is Severity.ERROR):
                yield Crossing(one, other, severity)


def pairs_of_tables(exam: Examination) -> Iterable[list[Pair]]:
    """The pairs of rows, table by table."""
    tables: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for pair in exam.row_pairs():
        if pair.ja_table is not None and pair.en_table is not None:
            tables[pair.ja_table.id, pair.en_table.id].append(pair)
    return tables.values()


def _crossing(pairs: Sequence[Pair]) -> list[tuple[Pair, Pair]]:
    """Neighbours that cross, or two rows that stand in each other's place, where all other rows are in order."""
    if len(pairs) < MOST:
        return []
    apart = [
        at
        for at, (pair, line) in enumerate(zip(pairs, sorted(pair.en[0].line for pair in pairs), strict=True))
        if pair.en[0].line != line
    ]
    if len(apart) == MOST and apart[1] - apart[0] > 1:
        one, other = (pairs[at] for at in apart)
        return [(one, other)] if telling(one) and telling(other) else []
    found: list[tuple[Pair, Pair]] = []
    order = list(pairs)
    for at, (one, other) in enumerate(pairwise(pairs)):
        if one.en[0].line > other.en[0].line and telling(one) and telling(other):
            found.append((one, other))
            order[at], order[at + 1] = other, one
    lines = [pair.en[0].line for pair in order]
    return found if len(found) <= MOST and lines == sorted(lines) else []


def telling(pair: Pair) -> bool:
    """Whether the values pair the rows beyond chance."""
    agreeing = [both for both in pair.figures if both.agrees or both.ja.digits == both.en.digits]
    told = sum(digit_weight(both.ja.digits) for both in agreeing if both.ja.digits)
    return "values" in pair.evidence and told >= TELLING and 2 * len(agreeing) > len(pair.figures)


def _severity(labels: Labels, one: Pair, other: Pair, least: float) -> Severity | None:
    """How sure it is that labels stayed while values moved; None where the labels moved with them.

    Labels that are alike crosswise must be so by the least likeness.
    """
    if not (one.ja_row and one.en_row and other.ja_row and other.en_row):
        return None
    names = (one.ja_row.label, other.ja_row.label), (one.en_row.label, other.en_row.label)
    if not all(label.strip() for both in names for label in both):
        return None
    if any(LOST in label for both in names for label in both):
        return None  # a label that lost letters tells nothing of the order
    (ja, ja_other), (en, en_other) = names
    own = labels.similarity(ja, en), labels.similarity(ja_other, en_other)
    cross = labels.similarity(ja, en_other), labels.similarity(ja_other, en)
    if min(cross) < least:
        return None
    if sum(cross) > sum(own) + CLEAR:
        return Severity.ERROR
    if min(cross) > max(own) and sum(cross) > sum(own) + SLIGHT:
        return Severity.WARNING
    if min(own) >= OWN or sum(own) > sum(cross) + CLEAR:
        return None
    return Severity.WARNING
