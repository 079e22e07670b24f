"""Row labels of both languages with the concepts they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bilingual.align.evidence import digit_weight
from bilingual.checks.crossed_rows import pairs_of_tables
from bilingual.checks.disagreements import DIGITS_KEPT
from bilingual.checks.examination import Examination
from bilingual.figures.rows import cells_start
from bilingual.glossary.keys import english_key, japanese_term_key
from bilingual.model.alignment import Anchor, Pair, PairKind
from bilingual.model.document import Language, Span
from bilingual.model.table import Row, RowKind
from bilingual.tables.row_periods import is_period_label
from bilingual.text.characters import LOST

GENERIC_JA = frozenset({"その他", "合計", "計", "小計", "総計", "合計額"})
GENERIC_EN = frozenset({" other ", " total ", " subtotal ", " sub  total ", " others ", ""})
TELLING = 2
"""Rows are one item if so many of their values agree that chance does not give."""
ROWS = 3
"""Rows that a table has at least before its order says which ones correspond."""


@dataclass(frozen=True)
class Labelled:
    """A row pair that its values or the caller prove, with the keys of its labels."""

    pair: Pair
    ja: Row
    en: Row

    @cached_property
    def ja_key(self) -> str:
        """The Japanese label without spellings."""
        return japanese_term_key(self.ja.label)

    @cached_property
    def en_key(self) -> str:
        """The English label as stems."""
        return english_key(self.en.label)

    @property
    def generic(self) -> bool:
        """Whether a label says only other or total, which the rows around it make clear, or names a period, no term."""
        return self.ja_key in GENERIC_JA or self.en_key in GENERIC_EN or is_period_label(self.ja.label)

    @property
    def about(self) -> str:
        """Both labels, for a message."""
        return f"{self.ja.label} / {self.en.label}"


def labelled_rows(exam: Examination) -> list[Labelled]:
    """Row pairs whose values agree, and given segments that are captions: their labels name the same thing."""
    return exam.once(_labelled_rows)


def _labelled_rows(exam: Examination) -> list[Labelled]:
    return [*_agreeing_rows(exam), *_given_captions(exam)]


def _agreeing_rows(exam: Examination) -> Iterator[Labelled]:
    for pair in exam.row_pairs():
        if pair.ja_row is None or pair.en_row is None or not pair.ja_row.label or not pair.en_row.label:
            continue
        if any(item.aspect not in DIGITS_KEPT for both in pair.figures for item in both.differences):
            continue  # a unit that only one table names does not make another item of the row
        if LOST in pair.ja_row.label + pair.en_row.label:
            continue  # a letter of it is lost
        values = {both.ja.digits for both in pair.figures}
        if sum(digit_weight(digits) >= 1 for digits in values) >= TELLING:
            yield Labelled(pair, pair.ja_row, pair.en_row)


def equal_rows(exam: Examination) -> Iterator[Labelled]:
    """Row pairs that agree in every cell and state at least two different figures, however few their digits.

    One figure is enough where the tables have the same rows one by one: lists of an item and its value.
    """
    in_step = exam.once(_tables_in_step)
    for pair in exam.row_pairs():
        if pair.ja_row is None or pair.en_row is None or not pair.ja_row.label or not pair.en_row.label:
            continue
        if LOST in pair.ja_row.label + pair.en_row.label:
            continue
        told = len({both.ja.digits for both in pair.figures}) if all(b.agrees for b in pair.figures) else 0
        if told > 1 or (told and id(pair) in in_step):
            yield Labelled(pair, pair.ja_row, pair.en_row)


def _tables_in_step(exam: Examination) -> frozenset[int]:
    """The pairs of tables whose rows all correspond, in the same order."""
    found: set[int] = set()
    for pairs in pairs_of_tables(exam):
        ja, en = pairs[0].ja_table, pairs[0].en_table
        if ja is None or en is None or len(pairs) < ROWS:
            continue
        lines = [pair.en[0].line for pair in pairs]
        rows = {sum(bool(row.cells) for row in table.rows) for table in (ja, en)}
        if rows == {len(pairs)} and lines == sorted(lines):
            found.update(map(id, pairs))
    return frozenset(found)


GIVEN = ("given",)
"""The evidence of a pair that the caller says corresponds."""
MARKS_RE = re.compile(r"^(?:[\s　・●○■□◆◇*※•]|- |[(（]?\d{1,2}[)）.．] ?|[①-⑳])+|[\s　:：*※]+$")
"""What stands before and behind the words of a caption."""


def _given_captions(exam: Examination) -> Iterator[Labelled]:
    """Two segments that the caller says correspond, where the Japanese one is a term with or without figures behind."""
    if not exam.one_segment:
        return
    rows: list[Row] = []
    spans: list[Span] = []
    for side in exam.sides:
        content = side.readings[0].segment.content
        text = content.text[: cells_start(content.text)]
        label = MARKS_RE.sub("", text)
        if not label:
            return
        start = text.index(label)
        span = content.span(start, start + len(label))
        spans.append(span)
        rows.append(Row(side.document.place(span).line, label, span, (), 0, RowKind.ITEM))
    if exam.matcher.exact(rows[0].label, Language.JA):
        ja, en = ((Anchor(span, row.line),) for span, row in zip(spans, rows, strict=True))
        pair = Pair(PairKind.ROW, 1.0, ja, en, evidence=GIVEN, ja_row=rows[0], en_row=rows[1])
        yield Labelled(pair, *rows)


def concepts(exam: Examination, label: str, language: Language) -> frozenset[str]:
    """Concepts that a label holds, of the longest terms."""
    found = exam.matcher.find(label, language)
    return frozenset(concept for occurrence in found for concept in occurrence.concepts)
