"""The months that head the labels of an English summary (``Six months ended`` over days) against the parts that Japanese labels name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from bilingual.checks.building import row_spot, spot
from bilingual.checks.examination import Examination
from bilingual.model.alignment import Pair, Side
from bilingual.model.document import Span
from bilingual.model.report import Spot
from bilingual.model.table import Table
from bilingual.text.normalize import fold

MONTHS = {"three": 3, "six": 6, "nine": 9, "3": 3, "6": 6, "9": 9}
_STUB_RE = re.compile(
    r"\s*(?P<words>(?P<n>three|six|nine|[369])[ -]months? (?:ended|ending))(?=\s{2}|\s*$)", re.IGNORECASE
)
"""Words that stand at the left edge of a head, or alone in it."""
_PART_RE = re.compile(r"第?(?P<n>[1-3])(?:四半期|Q(?![A-Za-z]))|(?P<half>中間|上半?期)")
_ALONE_RE = re.compile(r"累計|会計期間|か月|カ月|ヶ月")
"""Words that say whether a quarter is meant with the ones before it or by itself."""


class DifferingStub(NamedTuple):
    """The label of a Japanese row, and the English months over the label of its counterpart."""

    ja: Spot
    en: Spot
    ja_word: str
    en_word: str


def differing_stubs(exam: Examination) -> Iterator[DifferingStub]:
    """Yield tables whose Japanese labels all name another part of the year than the months over the English labels."""
    rows: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for pair in exam.row_pairs():
        if (
            pair.ja_table is not None
            and pair.en_table is not None
            and any(both.agrees for both in pair.figures)
        ):
            rows[pair.ja_table.id, pair.en_table.id].append(pair)
    for pairs in rows.values():
        ja_table, en_table = pairs[0].ja_table, pairs[0].en_table
        assert ja_table is not None and en_table is not None
        head = _months_over(exam.en, en_table)
        if head is None:
            continue
        words, span, months = head
        labels = [pair.ja_row.label for pair in pairs if pair.ja_row is not None]
        row = pairs[0].ja_row
        if row is not None and all(_apart(_part(label), months) for label in labels):
            yield DifferingStub(
                row_spot(exam.ja, row, ja_table), spot(exam.en, span, words), row.label, words
            )


def _months_over(side: Side, table: Table) -> tuple[str, Span, int] | None:
    """The words in the stub of a head that tell months, where they stand, and how many; None where there are none."""
    for line in table.header_lines:
        span = side.document.line_span(line)
        text = fold(side.document.text[span.start : span.end])
        match = _STUB_RE.match(text)
        if match is not None and len(text) - len(text.lstrip()) < len(text) / 4:
            start = span.start + match.start("words")
            return match["words"], Span(start, start + len(match["words"])), MONTHS[match["n"].lower()]
    return None


def _part(label: str) -> tuple[int, bool] | None:
    """The months from the start of the year to the end of the part that a label names, and whether it is a half."""
    match = _PART_RE.search(fold(label))
    if match is None or _ALONE_RE.search(label):
        return None
    return (6, True) if match["half"] else (3 * int(match["n"]), False)


def _apart(part: tuple[int, bool] | None, months: int) -> bool:
    """Whether months cannot be those of a part; three may be a quarter by itself."""
    if part is None:
        return False
    ends, half = part
    return months != ends and (months != 3 or half)
