"""Tables that came out of their file one column after the other are compared as sets of values."""

from __future__ import annotations

from pathlib import Path

import pytest

import bilingual
from bilingual.align.by_column import MANY, lone_readings
from bilingual.sides import read_sides

LABELS = (
    ("売上高", "Net sales"), ("売上原価", "Cost of sales"), ("売上総利益", "Gross profit"), ("営業利益", "Operating profit"),
    ("経常利益", "Ordinary profit"), ("当期純利益", "Profit"), ("総資産", "Total assets"), ("純資産", "Net assets"),
    ("現金及び預金", "Cash and deposits"), ("売掛金", "Accounts receivable"), ("商品", "Merchandise"), ("建物", "Buildings"),
)  # fmt: skip
SEEDS = (31, 57, 83)
"""The tables of the release."""
INTRO = (
    "2026年3月期の連結業績についてお知らせいたします。当期の売上高は前期を上回りました。",
    "We announce our consolidated results for the fiscal year ended March 31, 2026. Net sales rose from the previous year.",
)


def _amounts(seed: int) -> list[tuple[int, int]]:
    """Two years of a table, in 億円; no two values alike."""
    return [(1013 * (row + 3) + seed, 1009 * (row + 2) + 7 * seed) for row in range(len(LABELS))]


def _release(english: bool, *, by_column: bool, billions: bool = False) -> str:
    """The release in one language: its tables column by column, or row by row."""
    lines = [INTRO[english], ""]
    for seed in SEEDS:
        cells = [
            [f"{value / 10:,.1f}" if billions else f"{value:,}" for value in row] for row in _amounts(seed)
        ]
        names = [label[english] for label in LABELS]
        if by_column:
            columns = [names, *map(list, zip(*cells, strict=True))]
            lines += [line for column in columns for line in (*column, "")]
        else:
            lines += ["\t".join((name, *row)) for name, row in zip(names, cells, strict=True)] + [""]
    return "\n".join(lines) + "\n"


def _findings(folder: Path, ja: str, en: str) -> list[dict]:
    """What is told above info."""
    paths = folder / "ja.txt", folder / "en.txt"
    for path, text in zip(paths, (ja, en), strict=True):
        path.write_text(text, encoding="utf-8")
    return [item for item in bilingual.check(*paths).to_dict()["findings"] if item["severity"] != "info"]


@pytest.mark.parametrize("billions", [False, True], ids=["same unit", "億円 and billions"])
def test_lost_rows_are_told_once_and_accuse_no_figure(tmp_path, billions):
    """Two versions that agree in every value give one warning, with the way out, whatever units they count in."""
    ja, en = (
        _release(english=False, by_column=True),
        _release(english=True, by_column=True, billions=billions),
    )

    (found,) = _findings(tmp_path, ja, en)

    assert (found["rule"], found["severity"]) == ("EXT006", "warning")
    assert "pdftotext -layout" in found["message"]
    assert found["ja"]["line"] > 1
    assert found["en"]["line"] > 1


def test_one_version_that_lost_its_rows_is_named_alone(tmp_path):
    """Where the other version has its rows, the finding stands in one version."""
    found = _findings(
        tmp_path, _release(english=False, by_column=False), _release(english=True, by_column=True)
    )

    assert [(item["rule"], item["ja"]) for item in found] == [("EXT006", None)]


@pytest.mark.parametrize("billions", [False, True], ids=["same unit", "億円 and billions"])
@pytest.mark.parametrize("row", [0, 5, 11])
def test_changed_digit_is_still_told(tmp_path, row, billions):
    """A value that stands in one version alone is found, though its row is lost."""
    value = _amounts(SEEDS[1])[row][0]
    other = value + 3 if value % 10 < 7 else value - 3
    right, wrong = (f"{one / 10:,.1f}" if billions else f"{one:,}" for one in (value, other))
    en = _release(english=True, by_column=True, billions=billions)
    assert en.count(f"\n{right}\n") == 1

    found = _findings(
        tmp_path, _release(english=False, by_column=True), en.replace(f"\n{right}\n", f"\n{wrong}\n")
    )

    assert any(item["en"] and item["en"]["text"] == wrong for item in found)


def test_two_columns_in_another_order_are_no_error(tmp_path):
    """The order of lone figures is what the reading made of it: another one accuses nobody."""
    ja, en = _release(english=False, by_column=True), _release(english=True, by_column=True)
    first, second = ("\n".join(f"{row[column]:,}" for row in _amounts(SEEDS[0])) for column in (0, 1))
    turned = en.replace(first, "@").replace(second, first).replace("@", second)
    assert turned != en

    assert [item["rule"] for item in _findings(tmp_path, ja, turned)] == ["EXT006"]


def test_tables_row_by_row_have_lost_nothing(tmp_path):
    """Rows of tabs are tables, and a few figures on lines of their own beside them change nothing."""
    lone = "\n".join(f"{number},415" for number in range(2, MANY - 5)) + "\n"
    for name, english in (("ja.txt", False), ("en.txt", True)):
        (tmp_path / name).write_text(_release(english=english, by_column=False) + lone, encoding="utf-8")

    assert [lone_readings(side) for side in read_sides(tmp_path / "ja.txt", tmp_path / "en.txt")] == [(), ()]


@pytest.mark.parametrize(
    ("old", "new", "rules"),
    [
        ("", "", []),
        ("\n4,083\n", "\n4,803\n", ["NUM002"]),
        ("\n(6,146)\n", "\n6,146\n", ["SGN001"]),
    ],
    ids=["right", "digits exchanged", "sign lost"],
)
def test_a_copied_page_meets_the_rows_of_the_other_version(tmp_path, old, new, rules):
    """A table of which one version keeps the rows and the other, a page that was copied, has each cell on a line."""
    names, years = [pair[0] for pair in LABELS[:6]], ["2026年3月期", "2025年3月期"]
    cells = [["3,070", "2,049"], ["4,083", "3,058"], ["5,096", "4,067"]]
    cells += [["△6,146", "△5,117"], ["7,159", "6,126"], ["△8,172", "△7,135"]]
    ja = [INTRO[0], "", "(百万円)", "\t".join(("", *years))]
    ja += ["\t".join((name, *row)) for name, row in zip(names, cells, strict=True)]
    en = [INTRO[1], "", "Millions of yen"]
    en += [label[1] for label in LABELS[:6]]
    en += [f"({cell[1:]})" if cell[0] == "△" else cell for row in cells for cell in row]
    text = "\n".join(en) + "\n"

    found = _findings(tmp_path, "\n".join(ja) + "\n", text.replace(old, new) if old else text)

    assert sorted(item["rule"] for item in found) == sorted([*rules, "EXT006"])


def test_half_of_a_row_has_no_unit_that_a_sentence_contradicts(tmp_path):
    """``第１四半期 41,207`` is what is left of a row in millions: JPY41,207 million says the same."""
    lone = [f"{1201 + 317 * at:,}" for at in range(MANY + 4)]
    ja = [
        "売上収益",
        "百万円 ％",
        "",
        "2026年３月期",
        "第１四半期 41,207",
        "",
        "\n\n".join(lone),
        "",
        "当期の受注は堅調でした。",
    ]
    en = [
        "Revenues",
        "JPY millions %",
        "",
        "\n\n".join(lone),
        "",
        "Revenues were JPY41,207 million, up 6.6% year over year.",
    ]

    findings = _findings(tmp_path, "\n".join(ja), "\n".join(en))

    assert [finding["rule"] for finding in findings if finding["severity"] != "info"] == ["EXT006"]


def test_a_period_that_a_narrow_cell_breaks_is_named_all_the_same(tmp_path):
    """``Six months``, ``ending September``, ``30, 2026`` on three lines names the half that 第２四半期（累計） is."""
    lone = [f"{1201 + 317 * at:,}" for at in range(MANY + 4)]
    ja = [
        "2027年３月期の業績予想",
        "第２四半期(累計)",
        "",
        "通期",
        "",
        "\n\n".join(lone),
        "",
        "当期の受注は堅調でした。",
    ]
    en = [
        "Forecast",
        "Six months",
        "ending September",
        "30, 2026",
        "",
        "The fiscal year ending March 31, 2027",
        "",
        "\n\n".join(lone),
        "",
        "Orders were firm.",
    ]

    findings = _findings(tmp_path, "\n".join(ja), "\n".join(en))

    assert [finding["rule"] for finding in findings if finding["severity"] != "info"] == ["EXT006"]


@pytest.mark.parametrize(
    ("old", "rules"), [("", []), ("\n12.48\n", ["NUM002"])], ids=["right", "a digit changed"]
)
def test_values_with_fewer_digits_in_a_greater_unit_are_the_same(tmp_path, old, rules):
    """1,198.4 (万件) and 11.98 (millions) are one value where the rows are lost."""
    values = (1198.4, 1203.9, 1209.2, 1216.0, 1223.8, 1231.5, 1239.1, 1248.0)
    names = "スマートフォン契約数", "Smartphone subscriptions"
    ja = "\n".join([names[0], "万件", *(f"{value:,.1f}" for value in values)])
    en = "\n".join([names[1], "Millions", *(f"{value / 100:.2f}" for value in values)])
    pages = [
        _release(english=english, by_column=True) + f"\n{rows}\n"
        for english, rows in ((False, ja), (True, en))
    ]

    found = _findings(tmp_path, pages[0], pages[1].replace(old, "\n12.84\n") if old else pages[1])

    assert sorted(item["rule"] for item in found) == sorted([*rules, "EXT006"])


def test_cells_beside_each_other_are_no_row(tmp_path):
    """Two columns that the text left beside each other have no label, so that no row of them can be missing."""
    both = (
        ("37,500", "190,500"),
        ("96", "5,419"),
        ("37,596", "195,919"),
        ("304", "16,395"),
        ("552", "6,255"),
    )
    beside = "\n".join(["", *map(" ".join, both), ""])
    apart = "\n".join(["", *(" ".join(row) for row in both if row[0] != "96"), "", "96", "", "5,419", ""])
    ja = _release(english=False, by_column=True) + beside
    en = _release(english=True, by_column=True) + apart

    assert [item["rule"] for item in _findings(tmp_path, ja, en)] == ["EXT006"]
