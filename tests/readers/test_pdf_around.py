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


def test_a_running_foot_close_below_rows(tmp_path):
    """A line that runs is no row, though the rows above it reach down to it and a page number stands in a column."""
    maker = Maker()
    for number in range(4):
        if number:
            maker.page()
        for step in range(4):
            maker.row(
                740 + 14 * step - (300 if number < 2 else 0),
                f"Item {number}{step}",
                "1,234",
                "2,345",
                size=8,
            )
        maker.text(60, 800, "Minami Lease Co., Ltd.", 8).text(376, 800, str(number + 1), 8)

    found = lines(maker, tmp_path)
    assert len(found) == 16
    assert not any("Minami" in line for line in found)


def test_heads_of_narrow_columns_that_end_with_them(tmp_path):
    """Heads with hardly a gap between them are two where all lines of the heads end where the figures of two columns do."""
    maker = Maker()
    for y, words, width in ((80, "前中間連結会計", 56), (90, "期間", 16), (100, "（11月30日）", 48)):
        maker.text(381 - width, y, words.replace("前", "当"), 8).text(322 - width, y, words, 8)
    for y, label in ((120, "売上高"), (134, "売上原価"), (148, "売上総利益")):
        maker.text(60, y, label, 8).row(y, "", "5,172", "4,193", edges=(322, 381), size=8)

    assert lines(maker, tmp_path)[0] == "\t前中間連結会計\t当中間連結会計"


def test_a_letter_far_from_its_label_makes_no_column(tmp_path):
    """The last letter of a label that stands apart from the others is no cell: it stands far left of all figures."""
    maker = Maker().row(80, "", "2025年", "2026年", edges=(400, 480), size=8)
    maker.text(60, 94, "現金", 8).row(94, "", "1,234", "2,345", edges=(400, 480), size=8)
    maker.text(60, 106, "流動負", 8).text(108, 106, "債", 8)
    for y, label in ((118, "借入金"), (130, "社債")):
        maker.text(60, y, label, 8).row(y, "", "345", "456", edges=(400, 480), size=8)

    assert lines(maker, tmp_path)[1:3] == ["現金\t1,234\t2,345", "流動負債"]


def test_a_label_at_the_end_of_a_page_far_below_its_table(tmp_path):
    """The rows go on behind a label that a page ends in, where the next page has their heads again."""
    maker = Maker().row(740, "", "FY2025", "FY2026", size=8)
    maker.row(754, "Land", "1,234", "2,345", size=8).row(766, "Total", "1,234", "2,345", size=8)
    maker.text(60, 788, "Equity", 8).page().row(60, "", "FY2025", "FY2026", size=8)
    maker.row(74, "Capital", "345", "456", size=8).row(86, "Surplus", "45", "56", size=8)

    found = lines(maker, tmp_path)
    assert found[3:] == ["Equity", "Capital\t345\t456", "Surplus\t45\t56"]


def test_tables_beside_each_other_below_a_wide_one(tmp_path):
    """Two tables of unlike width, each between rules of its own, do not take the last rows of the table above as heads."""
    maker = Maker()
    wide = (
        ("Rail", "421", "14", "238", "13"),
        ("Land", "226", "117", "249", "15"),
        ("Shops", "802", "9", "27", "2"),
    )
    for at, row in enumerate(wide):
        maker.row(80 + 14 * at, *row, edges=(200, 270, 400, 500), size=8)
        maker.rule(50, 84 + 14 * at, 550, 84 + 14 * at)
    for x, words in ((150, "FY2025"), (240, "Share"), (430, "FY2024"), (500, "FY2025")):
        maker.text(x, 134, words, 8)
    left = [(f"Plant {number}", f"14,86{number}", f"4{number}.2%") for number in range(5)]
    left = [(name, value, "31,500", share) for name, value, share in left]
    right = [(f"Loan {number}", f"131,76{number}", f"124,38{number}") for number in range(5)]
    for at, row in enumerate(left):
        maker.row(150 + 14 * at, *row, edges=(170, 220, 270), size=8)
    for at, row in enumerate(right):
        maker.row(150 + (12 if at < 3 else 14) * at, *row, edges=(460, 540), size=8, left=320)
    for start, end in ((50, 290), (310, 550)):
        for y in (125, 139, 212):
            maker.rule(start, y, end, y)

    found = lines(maker, tmp_path)
    assert [line for line in found if line.startswith(("Plant", "Loan"))] == [
        "\t".join(row) for row in (*left, *right)
    ]
