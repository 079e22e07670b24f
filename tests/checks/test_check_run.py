"""Running the rules: order, severity, identity."""

from __future__ import annotations

import pytest
from check_factory import compare_tables
from test_check_grouping import changed, rows

from bilingual import pipeline
from bilingual.checks import CHECKS, fingerprint, run
from bilingual.model.figure import Aspect
from bilingual.model.report import Severity

WRONG = {(1, 0): Aspect.VALUE, (3, 2): Aspect.SIGN, (4, 1): Aspect.APPROXIMATION, (5, 1): Aspect.BOUND}


def comparison():
    """Two tables with errors of every severity."""
    return compare_tables(rows(7), rows(7), WRONG)


def test_most_serious_first():
    """Findings stand by severity, then by line."""
    found = run(comparison())

    assert [finding.severity.value for finding in found] == ["error", "error", "warning", "info"]
    assert [finding.ja.line for finding in found if finding.severity is Severity.ERROR] == [2, 4]


def test_disabled_rules_stay_off():
    """A rule that is disabled gives nothing, the others give what they gave."""
    found = run(comparison(), disabled=("NUM001",))

    assert {finding.rule for finding in run(comparison())} - {finding.rule for finding in found} == {"NUM001"}


def test_severities_can_be_set():
    """A severity that the user sets replaces the rule's own."""
    found = run(comparison(), severities=(("NUM001", Severity.INFO),))

    assert [finding.severity for finding in found if finding.rule == "NUM001"] == [Severity.INFO]


def test_no_rule_is_more_serious_than_it_may_be():
    """A rule never gives more than its own severity."""
    limits = {check.code: check.severity.rank for check in CHECKS}

    assert all(finding.severity.rank >= limits[finding.rule] for finding in run(comparison()))


def test_running_twice_gives_the_same():
    """The same comparison gives equal findings in equal order, however often it is run."""
    given = comparison()

    assert run(given) == run(given) == run(comparison())


def test_ids_are_unique():
    """No two findings share an id, not even true duplicates."""
    double = ("同じ", ["100", "200", "300"])
    other = ("Same", ["100", "201", "300"])
    found = run(compare_tables([double, *rows(4), double], [other, *rows(4), other]))

    assert len(found) == 2
    assert len({finding.id for finding in found}) == 2


def test_ids_survive_moved_lines():
    """Lines that are added above change no id."""
    english = changed(rows(6), (2, 1), "1")
    before = run(compare_tables(rows(6), english))
    after = run(compare_tables([("前文", ["9", "9", "9"]), *rows(6)], [("Text", ["9", "9", "9"]), *english]))

    assert [finding.id for finding in before] == [finding.id for finding in after]
    assert [finding.ja.line for finding in before] != [finding.ja.line for finding in after]


def test_ids_change_with_the_value():
    """Another wrong value is another finding."""
    first = run(compare_tables(rows(6), changed(rows(6), (2, 1), "1")))
    second = run(compare_tables(rows(6), changed(rows(6), (2, 1), "2")))

    assert first[0].id != second[0].id


def test_fingerprint_is_twelve_hexadecimal_digits():
    """A fingerprint depends on each of its parts."""
    parts = ["NUM001", "売上高", "95", "Net sales", "94"]
    prints = {fingerprint(*parts)} | {
        fingerprint(*parts[:at], "x", *parts[at + 1 :]) for at in range(len(parts))
    }

    assert len(prints) == 6
    assert all(len(name) == 12 and int(name, 16) >= 0 for name in prints)


def test_the_side_that_a_second_place_contradicts_is_blamed(tmp_path):
    """Where running text states the Japanese value too, the English cell is blamed and the value expected."""
    table = ["\t2Q01\t1Q01", "売上高\t9,528\t8,332", "売上原価\t8,181\t7,288", "販売費\t819\t818", ""]
    ja = ["2001年度第2四半期決算", "", "表1. 業績", "", "(百万円)", "", *table]
    en = [
        "Results for the second quarter of FY2001", "", "Net sales in 2Q01 were JPY 9,528 million.", "",
        "Table 1. Results", "", "(Millions of yen)", "",
        "\t2Q01\t1Q01", "Net sales\t9,582\t8,332", "Cost of sales\t8,181\t7,288", "Selling expenses\t819\t818", "",
    ]  # fmt: skip
    for name, lines in (("ja", ja), ("en", en)):
        (tmp_path / f"{name}.txt").write_text("\n".join(lines), encoding="utf-8")
    found = pipeline.check(tmp_path / "ja.txt", tmp_path / "en.txt").findings
    cell = next(finding for finding in found if finding.rule == "NUM001")

    assert (cell.blame, cell.expected) == ("en", "9,528")
    assert [evidence.role for evidence in cell.evidence] == ["support"]


def written(folder, **texts):
    """Files of a release, by language."""
    paths = []
    for name, lines in texts.items():
        paths.append(folder / f"{name}.txt")
        paths[-1].write_text("\n".join(lines), encoding="utf-8")
    return paths


SALES_JA = ["", "\t2025年3月期\t2024年3月期", "加工食品\t18,612\t17,904", "飲料\t12,119\t11,802"]
SALES_EN = ["", "\tFY2024\tFY2023", "Processed foods\t18,612\t17,904", "Beverages\t12,119\t11,802"]
STAFF_JA = ["", "\t2025年3月期\t2024年3月期", "国内\t3,204\t3,118", "海外\t1,404\t1,330"]
STAFF_EN = ["", "\tFY2024\tFY2023", "Japan\t3,204\t3,118", "Overseas\t1,404\t1,330"]


@pytest.mark.parametrize(("number", "severity"), [("2", Severity.ERROR), ("1", Severity.INFO)])
def test_the_unit_under_another_tables_caption_is_no_error(number, severity, tmp_path):
    """A unit note below a caption with the number of another table may be that table's."""
    ja = ["表1 従業員数", "(名)", *STAFF_JA, "", "表2 商品別の売上高", "(百万円)", *SALES_JA]
    en = ["Table 1 Employees", "(persons)", *STAFF_EN, ""]
    en += [f"Table {number} Net sales by category", "(Thousands of yen)", *SALES_EN]

    found = pipeline.check(*written(tmp_path, ja=ja, en=en)).findings

    assert [finding.severity for finding in found if finding.rule == "UNT002"] == [severity]


def test_a_table_without_any_unit_contradicts_none(tmp_path):
    """Cells with their unit against the same digits in a table that names no unit are worth knowing, no error."""
    ja = [
        "次期の見通し",
        "",
        "\t2026年3月期",
        "売上高\t12,500百万円 - 13,000百万円",
        "営業利益\t400百万円 - 550百万円",
    ]
    en = ["Outlook", "", "\tFY2025", "Net sales\t12,500 to 13,000", "Operating profit\t400 to 550"]

    found = pipeline.check(*written(tmp_path, ja=ja, en=en)).findings

    assert {finding.rule for finding in found if "400" in finding.message or "12,500" in finding.message} == {
        "NUM006"
    }
    assert all(finding.severity is Severity.INFO for finding in found)


def test_a_column_without_a_head_has_no_unit_of_its_own(tmp_path):
    """A share under its head against the same digits in a column that lost its head is no wrong unit."""
    ja = ["表1 配当", "", "\t中間(円)\t期末(円)\t年間(円)\t配当性向(%)"]
    ja += ["2024年3月期\t16.00\t18.00\t34.00\t43.9", "2025年3月期\t18.00\t20.00\t38.00\t39.3"]
    en = ["Table 1 Dividends per share", "(yen)", "", "Fiscal year 2023\t16.00\t18.00\t34.00\t43.9"]
    en += ["Fiscal year 2024\t18.00\t20.00\t38.00\t39.3"]

    found = pipeline.check(*written(tmp_path, ja=ja, en=en)).findings

    assert [finding.rule for finding in found if "43.9" in finding.message] == ["NUM006"]
    assert all(finding.severity is Severity.INFO for finding in found)
