"""A table with running text right of it on the same lines comes apart; remarks in a column of a table stay in their rows."""

from __future__ import annotations

import pytest

import bilingual
from bilingual.text.normalize import map_text
from bilingual.text.side_by_side import divide
from bilingual.text.text_beside import find_text_beside

SLIDE_EN = [
    "                 (¥ billion)      FY2024      FY2025      YoY change",
    "                                                                      Gross profit increased for the fourth",
    "Gross profit                        81.1        87.2            6.1",
    "                                                                      consecutive year",
    "  Interest income                   61.0        68.4            7.4",
    "  Fees and commissions              16.2        17.1            0.9   The yield on loans was 1.28%, up 0.21",
    "  Other income                       3.9         1.7          (2.2)   points, and that on deposits was 0.17%, up",
    "Expenses (-)                        52.1        54.3            2.2   0.11 points",
    "Credit costs (-)                     4.7         3.8          (0.9)   Expenses rose ¥2.2 billion on base pay and",
    "Ordinary profit                     24.3        29.1            4.8   on IT investment",
]
SLIDE_JA = [
    "         (億円)   2025/3期         2026/3期         前期比       連結粗利益の増加は4期連続",
    "連結粗利益                     811             872        61",
    " 資金利益                     610             684        74   貸出金利回りは1.28%と前期比0.21ポイント上",
    " 役務取引等利益                  162             171         9   昇、預金利回りは0.17%と同0.11ポイント上昇",
    " その他業務利益                   39              17       △22   経費はベースアップとシステム投資に",
    "経費(△)                     521             543        22   より22億円増加",
    "与信関係費用(△)                  47              38        △9",
    "経常利益                      243             291        48",
]
REMARKS = [
    "                    FY2024   FY2025     Main factors",
    "Parts                 30.2     36.1     Growth of orders in North America and in Europe",
    "Service               11.4     14.3     More contracts",
    "Construction           6.2      5.0     Fewer large projects than in the previous year",
    "Other                  2.1      2.4     Price revision in the second half",
    "Total                 49.9     57.8     Higher sales in all but one of the segments",
]


@pytest.mark.parametrize(
    ("lines", "said"), [(SLIDE_EN, "0.11 points"), (SLIDE_JA, "より22億円増加")], ids=["English", "Japanese"]
)
def test_text_beside_a_table_comes_apart(lines, said):
    """The rows stand left, the sentences right."""
    mapped = [map_text(line, 0) for line in lines]
    (found,) = find_text_beside(mapped)
    parts = [divide(mapped[found.first + at], cut) for at, cut in enumerate(found.cuts)]

    assert said in [right.text for _, right in parts]
    assert ["".join(f"{left.text}{right.text}".split()) for left, right in parts] == [
        "".join(line.text.split()) for line in mapped[found.first : found.past]
    ]


def test_a_column_of_remarks_is_part_of_its_table():
    """A remark is over where the next row begins."""
    assert not list(find_text_beside([map_text(line, 0) for line in REMARKS]))


@pytest.mark.parametrize(
    ("old", "new", "rules"),
    [("", "", []), ("87.2 ", "82.7 ", ["NUM001"]), ("up 0.21", "up 0.12", ["PCT001"])],
    ids=["right", "a cell", "a sentence"],
)
def test_both_are_compared(tmp_path, old, new, rules):
    """A digit of a row and one of the text beside it are told where they stand."""
    ja, en = tmp_path / "ja.txt", tmp_path / "en.txt"
    ja.write_text("\n".join(["2026年5月20日", "決算説明資料", "", *SLIDE_JA]) + "\n", encoding="utf-8")
    text = "\n".join(["May 20, 2026", "Results presentation", "", *SLIDE_EN]) + "\n"
    en.write_text(text.replace(old, new, 1) if old else text, encoding="utf-8")

    found = bilingual.check(ja, en).findings

    assert [one.rule for one in found if one.severity == "error"] == rules
