"""Tables with rules between their rows alone, and heads that hardly a gap parts."""

from __future__ import annotations

from pdf_maker import Maker

from bilingual.readers import read

OFFICERS = (
    ((60, "Name"), (150, "New position"), (300, "Current position"), (450, "Date")),
    ((60, "Aya Mori"), (150, "Chair"), (300, "President"), (450, "April 1, 2026")),
    ((60, "Jun Oka"), (150, "President"), (300, "Director"), (450, "April 1, 2026")),
)
WRAPPED = (
    ((60, "Ken Abe"), (150, "Director and"), (300, "Manager of the"), (450, "June 25,")),
    ((150, "Executive"), (300, "Osaka branch"), (450, "2026")),
)


def lines(maker, tmp_path):
    """The lines of a document made for a test, blank ones left out."""
    text = read(maker.save(tmp_path / "a.pdf")).text
    return [line.rstrip("\t") for line in text.split("\n") if line.strip()]


def officers(maker, *, ruled=True):
    """A table of words with a rule below every row, the last of which wraps."""
    y = 100
    for row in (*OFFICERS, *WRAPPED):
        for x, words in row:
            maker.text(x, y, words, 8)
        wraps = row is WRAPPED[0]
        if ruled and not wraps:
            maker.rule(56, y + 5, 540, y + 5)
        y += 10 if wraps else 18
    return maker


def test_cells_of_words_that_wrap_between_rules_are_whole(tmp_path):
    """A date on two lines of its cell keeps its year, and every row its columns."""
    found = lines(officers(Maker()), tmp_path)
    assert found[-1] == "Ken Abe\tDirector and Executive\tManager of the Osaka branch\tJune 25, 2026"
    assert found[-2] == "Jun Oka\tPresident\tDirector\tApril 1, 2026"


def test_without_rules_nothing_is_joined(tmp_path):
    """What stands below each other without a rule may be rows of their own."""
    found = lines(officers(Maker(), ruled=False), tmp_path)
    assert all("\t" not in line for line in found)


def test_heads_over_units_between_rules_stay_on_their_lines(tmp_path):
    """A head over two others is no cell that wraps, though rules stand above and below both lines."""
    maker = Maker()
    maker.rule(56, 70, 540, 70)
    maker.rule(56, 86, 540, 86)
    maker.text(60, 96, "Item", 8).text(230, 96, "Change", 8).text(312, 96, "Impact (billions of yen)", 8)
    maker.text(225, 106, "of rate", 8).text(310, 106, "Sales", 8).text(375, 106, "Profit", 8)
    maker.rule(56, 112, 540, 112)
    for y, label, *cells in ((122, "Dollar", "1", "18", "4"), (140, "Euro", "2", "12", "3")):
        maker.row(y, label, *cells, edges=(250, 330, 395), size=8).rule(56, y + 6, 540, y + 6)

    found = lines(maker, tmp_path)
    assert "Impact" not in next(line for line in found if "Profit" in line)


def test_the_same_end_of_two_periods_is_of_two_heads(tmp_path):
    """至 2024年12月31日）至 2025年12月31日） has hardly a gap, and is the last line of two heads."""
    maker = Maker()
    for left, year in ((330, 2024), (408, 2025)):
        maker.text(left, 60, f"（自 {year}年4月1日", 8)
        maker.text(left, 71, f"至 {year}年12月31日）", 8)
    for y, label, *cells in ((90, "売上高", "247,936", "268,412"), (102, "営業利益", "27,521", "30,943")):
        maker.row(y, label, *cells, edges=(405, 486), size=8)

    found = lines(maker, tmp_path)
    assert not any("2024年12月31日）至" in line.replace(" ", "") for line in found)


def test_years_below_two_heads_are_of_one_each(tmp_path):
    """9M and 9M above FY2024 FY2025, which one blank parts."""
    maker = Maker()
    maker.text(240, 60, "9M", 8).text(272, 60, "9M", 8)
    maker.text(230, 70, "FY2024 FY2025", 8)
    for y, label, *cells in ((90, "Sales", "16,284", "17,463"), (102, "Capex", "17,638", "21,047")):
        maker.row(y, label, *cells, edges=(257, 292), size=8)

    assert any(line.endswith("\tFY2024\tFY2025") for line in lines(maker, tmp_path)[:2])


def test_days_behind_a_blank_stay_in_their_heads(tmp_path):
    """期間（自 and 2024年4月 stand half a character apart on one line of a head that a narrow column breaks."""
    maker = Maker()
    for left, year in ((340, 2024), (435, 2025)):
        maker.text(left, 60, "第３四半期連結累計", 8)
        maker.text(left, 71, "期間（自", 8).text(left + 38, 71, f"{year}年4月", 8)
        maker.text(left, 82, "1日 至", 8).text(left + 29, 82, f"{year}年12月", 8)
        maker.text(left + 26, 93, "31日）", 8)
    for y, label, *cells in ((110, "売上高", "247,936", "268,412"), (122, "営業利益", "27,521", "30,943")):
        maker.row(y, label, *cells, edges=(412, 507), size=8)

    heads = lines(maker, tmp_path)[0].replace(" ", "").split("\t")
    assert heads[1:] == [
        f"第３四半期連結累計期間（自{year}年4月1日至{year}年12月31日）" for year in (2024, 2025)
    ]
