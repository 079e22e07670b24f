"""Rows with rows inside paired tables.

Values, concepts, sections and order vote. A label that names the same distinctive concept on both sides
outweighs equal values, so that two exchanged rows show as exchanged; labels such as その他 or Other say
little and are settled by section, neighbours and values. What stays between two paired rows is paired by
order where nothing speaks against it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bilingual.align.assignment import best_assignment, best_monotone
from bilingual.align.evidence import digit_likeness, digit_weight, word_digits
from bilingual.glossary.labels import Labels
from bilingual.model.quick import quick
from bilingual.model.table import CellKind, Row, RowKind, Table
from bilingual.tables.row_periods import is_period_label

LARGE = 4_000
"""Rows times rows up to which every pair is scored; beyond it only pairs with something in common."""
CROWD = 30
"""A key held by more rows than this finds no candidates in large tables."""
BAND = 3
PART_RE = re.compile(r"[\W\d]*(?:うち|of which\b|including\b)", re.IGNORECASE)
"""Labels of rows that are a part of the row above."""
LONG, SLIP = 4, 0.7
"""Digits of figures that may be one with a slip, and how alike they are then."""
ALIKE = 0.35
"""Likeness from which two labels speak for each other."""


@quick
@dataclass(frozen=True, slots=True)
class RowEntry:
    """A row with its table, and what it can be recognised by."""

    table: Table
    row: Row
    values: Mapping[str, int]
    weight: float
    keys: frozenset[str]
    unique: bool


@quick
@dataclass(frozen=True, slots=True)
class RowMatch:
    """Two rows that correspond, with the reasons."""

    ja: RowEntry
    en: RowEntry
    score: float
    evidence: tuple[str, ...]


def row_entries(tables: Sequence[Table], labels: Labels) -> list[RowEntry]:
    """The rows of a group of tables in order, sections included."""
    names = Counter(row.label.casefold() for table in tables for row in table.rows)
    entries = []
    for table in tables:
        for row in table.rows:
            found = [cell.figure.digits for cell in row.cells if cell.figure is not None]
            values = _bag(filter(None, found)) or _bag(
                digits for cell in row.cells for digits in word_digits(cell)
            )
            entries.append(
                RowEntry(
                    table,
                    row,
                    values,
                    sum(digit_weight(digits) * count for digits, count in values.items()),
                    labels.key(row.label, table.language),
                    names[row.label.casefold()] == 1,
                )
            )
    return entries


def _bag(found: Iterable[str]) -> dict[str, int]:
    """How often each stands among the figures of a row; for the few of a row, ``Counter`` takes twice the time."""
    bag: dict[str, int] = {}
    for digits in found:
        bag[digits] = bag.get(digits, 0) + 1
    return bag


def pair_rows(ja: Sequence[RowEntry], en: Sequence[RowEntry], labels: Labels) -> list[RowMatch]:
    """Pair the rows of two groups of tables; section rows pair with section rows only."""
    edges: dict[tuple[int, int], float] = {}
    reasons: dict[tuple[int, int], tuple[str, ...]] = {}
    shared = _shared_digits(ja, en)
    likely = labels.likely([entry.row.label for entry in ja], [entry.row.label for entry in en])
    for i, j in _candidates(ja, en):
        if j not in likely[i] and (i, j) not in shared:
            continue
        left, right = ja[i], en[j]
        if (left.row.kind is RowKind.SECTION) is not (right.row.kind is RowKind.SECTION):
            continue
        likeness = labels.similarity(left.row.label, right.row.label)
        common = shared.get((i, j), 0.0)
        if likeness < ALIKE and not common:
            continue
        score, evidence = _score(left, right, likeness, common, labels)
        if evidence:
            distance = abs(i * len(en) / len(ja) - j)
            edges[i, j] = score + 0.12 / (1 + 0.4 * distance)
            reasons[i, j] = evidence
    chosen = _parts_below(ja, en, best_assignment(edges))
    for i, j in chosen:
        if (i, j) not in edges:
            edges[i, j], reasons[i, j] = 0.3, ("label",)
    gaps = _pair_gaps(ja, en, chosen, labels)
    matches = [RowMatch(ja[i], en[j], min(1.0, edges[i, j]), reasons[i, j]) for i, j in chosen]
    matches += [RowMatch(ja[i], en[j], 0.3, ("order",)) for i, j in gaps]
    return sorted(matches, key=lambda match: match.ja.row.line)


def _parts_below(
    ja: Sequence[RowEntry], en: Sequence[RowEntry], chosen: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Pairs in which a row and the part of it below (うち, of which) stay in their order: crossed, their values are."""
    partner = dict(chosen)
    for i, j in chosen:
        if partner.get(i) == j and partner.get(i + 1) == j - 1 and i + 1 < len(ja):
            mine = (_is_part(ja[i]), _is_part(ja[i + 1]))
            if mine == (_is_part(en[j - 1]), _is_part(en[j])) == (False, True):
                partner[i], partner[i + 1] = j - 1, j
    return sorted(partner.items())


def _is_part(entry: RowEntry) -> bool:
    return PART_RE.match(entry.row.label) is not None


def _candidates(ja: Sequence[RowEntry], en: Sequence[RowEntry]) -> list[tuple[int, int]]:
    if len(ja) * len(en) <= LARGE:
        return [(i, j) for i in range(len(ja)) for j in range(len(en))]
    found: set[tuple[int, int]] = set()
    for pick in (lambda entry: entry.values, lambda entry: entry.keys, _label_key):
        holders: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for side, entries in enumerate((ja, en)):
            for index, entry in enumerate(entries):
                for key in pick(entry):
                    holders[key][side].append(index)
        for left, right in holders.values():
            if len(left) <= CROWD and len(right) <= CROWD:
                found.update((i, j) for i in left for j in right)
    ratio = len(en) / len(ja)
    for i in range(len(ja)):
        middle = round(i * ratio)
        found.update((i, j) for j in range(max(0, middle - BAND), min(len(en), middle + BAND + 1)))
    return sorted(found)


def _label_key(entry: RowEntry) -> tuple[str, ...]:
    return (entry.row.label.casefold(),)


def _shared_digits(ja: Sequence[RowEntry], en: Sequence[RowEntry]) -> dict[tuple[int, int], float]:
    """How much the figures that two rows have in common prove, for all pairs of rows that have some."""
    holders: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for j, entry in enumerate(en):
        for digits, count in entry.values.items():
            holders[digits].append((j, count))
    shared: dict[tuple[int, int], float] = defaultdict(float)
    for i, entry in enumerate(ja):
        for digits, count in entry.values.items():
            held = holders.get(digits, ())
            if len(held) > CROWD and len(ja) * len(en) > LARGE:
                continue
            weight = digit_weight(digits)
            for j, other in held:
                shared[i, j] += weight * min(count, other)
    return shared


def _score(
    left: RowEntry, right: RowEntry, likeness: float, shared: float, labels: Labels
) -> tuple[float, tuple[str, ...]]:
    evidence: list[str] = []
    score = 0.0
    if shared:
        # One small figure in common proves little, however large a share of the row it is.
        part = shared / max(left.weight, right.weight) * min(1.0, shared / 1.5)
        score += 0.55 * part
        if part >= 0.3:
            evidence.append("values")
    score += 0.4 * likeness
    if likeness >= 0.95 and left.unique and right.unique:
        score += 0.3
        evidence.append("concept")
    elif likeness >= ALIKE:
        evidence.append("label")
    score += 0.15 * section_likeness(left.row, right.row, labels)
    if left.row.kind is right.row.kind:
        score += 0.03
    return score, tuple(evidence)


def section_likeness(left: Row, right: Row, labels: Labels) -> float:
    """How alike the section paths are: the innermost heading counts most."""
    if not left.section and not right.section:
        return 0.6
    if not left.section or not right.section:
        return 0.2
    inner = labels.similarity(left.section[-1], right.section[-1])
    outer = labels.similarity(left.section[0], right.section[0])
    return max(inner, 0.5 * outer)


def _pair_gaps(
    ja: Sequence[RowEntry],
    en: Sequence[RowEntry],
    chosen: Sequence[tuple[int, int]],
    labels: Labels,
) -> list[tuple[int, int]]:
    """Pair what is left between two paired rows, in order, unless the labels speak against it."""
    chain = best_monotone(dict.fromkeys(chosen, 1.0))
    used_ja, used_en = {i for i, _ in chosen}, {j for _, j in chosen}
    found: list[tuple[int, int]] = []
    before = (-1, -1)
    for after in [*chain, (len(ja), len(en))]:
        rest_ja = [i for i in range(before[0] + 1, after[0]) if i not in used_ja]
        rest_en = [j for j in range(before[1] + 1, after[1]) if j not in used_en]
        before = after
        if rest_ja and rest_en and len(rest_ja) * len(rest_en) <= LARGE:
            found.extend(best_monotone(_gap_scores(ja, en, rest_ja, rest_en, labels)))
    return found


def _in_words(left: RowEntry, right: RowEntry) -> bool:
    """Whether two rows fill as many cells, and the one without digits fills them with words: Six in three years."""
    filled = [
        [cell for cell in entry.row.cells if cell.kind is not CellKind.BLANK] for entry in (left, right)
    ]
    bare = filled[bool(left.values)]
    return len(filled[0]) == len(filled[1]) and any(cell.kind is CellKind.TEXT for cell in bare)


def _has_slip(left: RowEntry, right: RowEntry) -> bool:
    """Whether a long figure of one row is one of the other with a slip: 76,840,000 and 78,640,000."""
    return any(
        len(one) == len(other) >= LONG and digit_likeness(one, other) >= SLIP
        for one in left.values
        for other in right.values
    )


def _are_periods(left: RowEntry, right: RowEntry) -> bool:
    """Whether two labels name periods, each in the words of its language: 2025年2月期中間期, August 31, 2024."""
    return is_period_label(left.row.label) and is_period_label(right.row.label)


def _gap_scores(
    ja: Sequence[RowEntry],
    en: Sequence[RowEntry],
    rest_ja: Sequence[int],
    rest_en: Sequence[int],
    labels: Labels,
) -> Mapping[tuple[int, int], float]:
    even = len(rest_ja) == len(rest_en)
    scores: dict[tuple[int, int], float] = {}
    for a, i in enumerate(rest_ja):
        for b, j in enumerate(rest_en):
            left, right = ja[i], en[j]
            if (left.row.kind is RowKind.SECTION) is not (right.row.kind is RowKind.SECTION):
                continue
            stands = even and a == b and _in_words(left, right)
            if bool(left.values) is not bool(right.values) and not stands:
                continue
            likeness = labels.similarity(left.row.label, right.row.label)
            known = bool(left.keys) and bool(right.keys) and not _are_periods(left, right)
            apart = not even or a != b
            if likeness < 0.15 and (apart or (known and not _has_slip(left, right))):
                continue
            scores[i, j] = 0.1 + likeness + (0.2 if even and a == b else 0.0)
    return scores
