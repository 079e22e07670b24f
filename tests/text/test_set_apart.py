"""Blanks between digits and kanji: closed where a document has the habit, and only between a number and its unit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual.text.normalize import map_text
from bilingual.text.set_apart import FEWEST, close_up_sentence, close_up_units

HABIT = ["2025 年 12 月 31 日"] * FEWEST


def closed(line, habit=HABIT):
    """A line as it is read in a document with the lines of ``habit``."""
    return close_up_units([map_text(text, 0) for text in (*habit, line)])[-1]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("2025 年 12 月 31 日", "2025年12月31日"),
        ("12 億 63 百万円", "12億63百万円"),
        ("4,500 株", "4,500株"),
        ("1.2 ポイント低下し 48.2 ％", "1.2ポイント低下し 48.2%"),
        ("42 円 00 銭      45 円 50 銭", "42円00銭         45円50銭"),
        ("前回予想(2026 年 5 月 14      42.00", "前回予想(2026年5月14          42.00"),
        ("第 3 四半期", "第3 四半期"),
        ("10月 16,842 10,318", "10月 16,842 10,318"),
        ("通期 173,000 5.8", "通期 173,000 5.8"),
        ("(注) 1 株式報酬", "(注) 1 株式報酬"),
        ("2 社債の発行", "2 社債の発行"),
        ("12  億円", "12  億円"),
    ],
)
def test_numbers_and_units_close_up(line, read):
    """A unit joins its number; labels, cells and numbered headings keep their blanks."""
    assert closed(line).text == read


@pytest.mark.parametrize(
    ("line", "read"),
    [
        (
            "営業利益は前期比 29 億円増の 79 億円となりました。",
            "営業利益は前期比29億円増の79億円となりました。",
        ),
        ("前年同月を 3.9％上回りました。", "前年同月を3.9%上回りました。"),
        ("1 当社は 12 社を連結しています。", "1 当社は12社を連結しています。"),
        ("比率は 3.7％、ROE は 8.1％でした。", "比率は3.7%、ROE は8.1%でした。"),
        ("売上高 12,034 百万円", "売上高 12,034 百万円"),
        ("合計 100 200 となりました。", "合計100 200 となりました。"),
    ],
)
def test_sentences_close_up(line, read):
    """Within a sentence no blank parts a figure from Japanese, without a habit too; lines that end none keep theirs."""
    assert close_up_sentence(map_text(line, 0)).text == read


def test_a_single_blank_is_no_habit():
    """Where a document does not write so, nothing is closed."""
    assert closed("12 億 63 百万円", HABIT[3:]).text == "12 億 63 百万円"


@given(st.text("12 年月日億百万円株第％、abc", max_size=40))
def test_every_character_leads_back(line):
    """Blanks alone disappear, and what stays leads to its place in the document."""
    whole = map_text(line, 0).text
    read = closed(line)

    assert read.text.replace(" ", "") == whole.replace(" ", "")
    assert all(whole[read.offset(at)] == character for at, character in enumerate(read.text))
