"""Unit notes above heads that a text layer stacks one below the other."""

from __future__ import annotations

import pytest

from bilingual.model.document import Document, Language
from bilingual.model.figure import FiscalCalendar
from bilingual.tables import find_tables
from bilingual.text.layer import read_layer

STACKED_JA = (
    "資本金 資本剰余金 利益剰余金",
    "その他の資本",
    "の構成要素",
    "自己株式 合計 非支配持分 資本合計",
)
ROWS_JA = (
    "2025年4月1日残高 1,234 2,022 16,852 3,216 △588 22,736 1,688 24,424",
    "当期利益 - - 3,592 - - 3,592 133 3,725",
    "2026年3月31日残高 1,234 2,022 20,444 3,216 △588 26,328 1,821 28,149",
)
STACKED_EN = ("Common", "stock", "Capital", "surplus", "Retained", "earnings", "Total", "equity")
ROWS_EN = (
    "Balance at April 1, 2025 1,234 2,022 16,852 20,108",
    "Profit for the year - - 3,592 3,592",
    "Balance at March 31, 2026 1,234 2,022 20,444 23,700",
)


def _tables(lines, language):
    document = Document("", "\n".join(lines) + "\n")
    return find_tables(
        read_layer(document), range(1, document.last_line + 1), language, FiscalCalendar(quarter_labels=True)
    ).tables


@pytest.mark.parametrize(
    ("language", "lines", "unit"),
    [
        (Language.JA, ("(単位:億円)", *STACKED_JA, *ROWS_JA), ("JPY", 8)),
        (
            Language.JA,
            ("当期(自 2025年4月1日 至 2026年3月31日)(単位:億円)", *STACKED_JA, *ROWS_JA),
            ("JPY", 8),
        ),
        (Language.EN, ("(Billions of yen)", *STACKED_EN, *ROWS_EN), ("JPY", 9)),
        (Language.EN, ("Year ended March 31, 2026 (Billions of yen)", *STACKED_EN, *ROWS_EN), ("JPY", 9)),
    ],
)
def test_unit_note_above_stacked_heads_is_the_tables(language, lines, unit):
    """Heads of one column below those of another part a table from its unit note; the note counts all the same."""
    (table,) = _tables(("本文です。" if language is Language.JA else "Text.", *lines), language)

    assert (table.unit, table.scale) == unit
    assert all(cell.figure.unit == "JPY" for row in table.rows for cell in row.cells if cell.figure.value)


@pytest.mark.parametrize(
    "between",
    [
        (
            "Total assets grew over the course of the year and reached the highest level of the last ten years.",
        ),
        ("% change", "% change"),
        ("", "", "", ""),
    ],
    ids=["a sentence", "heads of percentages", "blank lines"],
)
def test_unit_note_that_stands_apart_is_not(between):
    """Sentences and blank lines part a note from a table, and heads of percentages name units of their own."""
    (table,) = _tables(("Text.", "(Billions of yen)", *between, *STACKED_EN, *ROWS_EN), Language.EN)

    assert table.unit == ""
