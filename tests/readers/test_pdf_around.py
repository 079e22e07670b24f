"""What stands near tables of printed pages: running heads, tables beside them, the units of their columns."""

from __future__ import annotations

from pdf_maker import Maker

from bilingual.readers import read


def lines(maker, tmp_path):
    """The lines of a document made for a test, blank ones left out."""
    text = read(maker.save(tmp_path / "a.pdf")).text
    return [line.rstrip("\t") for line in text.split("\n") if line.strip()]


def test_a_running_head_that_stands_close_above_tables(tmp_path):
    """A line that runs is no head of the columns below it, where it stands apart on one page at least."""
    maker = Maker()
    for number in range(3):
        if number:
            maker.page()
        maker.text(300, 40, "Minato Paper Co., Ltd. 2026 Results", 8)
        y = 56 if number else 80
        maker.row(y, "", "FY2025", "FY2026", size=8)
        for step, label in enumerate(("Sales", "Costs", "Profit")):
            maker.row(y + 14 + 14 * step, f"{label} {number + 1}", "1,234", "2,345", size=8)

    found = lines(maker, tmp_path)
    assert found[0] == "\tFY2025\tFY2026"
    assert not any("Minato" in line for line in found)


def test_tables_beside_each_other_whose_rows_have_other_baselines(tmp_path):
    """Labels of two lines part the baselines of two tables; both go on to their own ends."""
    maker = Maker()
    left = [f"Asset {number}" for number in range(1, 30)]
    right = [f"Debt {number}" for number in range(1, 30)]
    for number, label in enumerate(left):
        maker.row(
            80 + 12 * number + (6 if number > 4 else 0), label, "1,234", "2,345", edges=(200, 260), size=8
        )
    for number, label in enumerate(right):
        maker.row(80 + 12 * number, label, "345", "456", edges=(460, 520), size=8, left=320)

    found = lines(maker, tmp_path)
    assert [line.split("\t")[0] for line in found] == [*left, *right]


def test_units_with_a_currency_before_the_scale(tmp_path):
    """¥ million is a unit of a column: no line of the heads above it, where rules part the rows."""
    edges = (280, 320, 380, 420, 480, 520)
    maker = Maker().text(240, 80, "Net sales", 8).text(340, 80, "Profit", 8).text(440, 80, "Assets", 8)
    for x, unit in zip((240, 306, 345, 406, 440, 506), ("¥ million", "%") * 3, strict=True):
        maker.text(x, 95, unit, 8)
    for y, label in ((116, "FY2025"), (130, "FY2024"), (144, "FY2023")):
        maker.row(y, label, "28,188", "2.1", "2,252", "3.1", "1,606", "9.7", edges=edges, size=8)
        maker.rule(55, y + 5, 530, y + 5)

    assert lines(maker, tmp_path)[:2] == [
        "\tNet sales\tNet sales\tProfit\tProfit\tAssets\tAssets",
        "\t¥ million\t%\t¥ million\t%\t¥ million\t%",
    ]


def test_a_term_spread_over_its_cell(tmp_path):
    """Digits and letters of a term that fill a cell between rules are one label, also where they take two lines."""
    maker = Maker()
    for x in (55, 130, 210, 290):
        maker.rule(x, 70, x, 150)
    for y in (70, 90, 120, 150):
        maker.rule(55, y, 290, y)
    maker.text(160, 83, "売上高", 8).text(240, 83, "純利益", 8)
    for y, year in ((102, "2026"), (132, "2025")):
        maker.text(58, y, year, 8).text(84, y, "年", 8).text(98, y, "7", 8).text(110, y, "月期", 8)
        maker.text(58, y + 12, "第1四半期", 8).row(y, "", "5,172", "193", edges=(206, 286), size=8)

    found = [line.replace(" ", "") for line in lines(maker, tmp_path)]
    assert found == [
        "\t売上高\t純利益",
        "2026年7月期第1四半期\t5,172\t193",
        "2025年7月期第1四半期\t5,172\t193",
    ]
