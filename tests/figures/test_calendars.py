"""What is learned about the issuer's fiscal calendar."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest

from bilingual.figures.calendars import TOP, learn_calendar
from bilingual.figures.periods import find_periods
from bilingual.model.document import Language
from bilingual.model.figure import Basis, Part
from bilingual.text.normalize import fold

JA, EN = Language.JA, Language.EN

START_JA = """
2001年11月14日
サンプル通信株式会社
2001年度第2四半期(7-9月)決算について
売上高は95億円となった。2001年度通期では増収を見込む。
2001年9月期、2000年9月期、2001年6月期
四半期連結損益計算書
"""
START_EN = """
Sample Networks Announces Results
Tokyo, November 13, 2001 - Sample Networks today announced results for the second quarter ended September 30, 2001.
2Q01 was the best quarter of fiscal 2001. The fiscal year ending March 31, 2002 ("fiscal 2001") goes on.
"""
TANSHIN_JA = """
2025年3月期 決算短信[日本基準](連結)
2025年5月13日
上場会社名 サンプル製作所
定時株主総会開催予定日 2025年6月26日
1. 2025年3月期の連結業績(2024年4月1日~2025年3月31日)
2026年3月期の連結業績予想(2025年4月1日~2026年3月31日)
"""
TANSHIN_EN = """
Consolidated Financial Results for the Fiscal Year Ended March 31, 2025 [Japanese GAAP]
May 13, 2025
Company name: Sample Works
1. Results for fiscal 2025 (the fiscal year ended March 31, 2025)
"""
NINE_JA = """
2025年2月10日
2025年3月期 第3四半期決算短信[IFRS](連結)
2025年3月期第3四半期の連結業績(2024年4月1日~2024年12月31日)
"""
NINE_EN = """
Consolidated Financial Results for the Nine Months Ended December 31, 2024
February 10, 2025
"""
DECEMBER_JA = """
2024年8月8日
2024年12月期 第2四半期(中間期)決算短信[IFRS](連結)
2024年12月期中間期の業績(2024年1月1日~2024年6月30日)
"""
DECEMBER_EN = "Results for the second quarter ended June 30, 2024\nThe fiscal year ending December 31, 2024"


def test_start_naming() -> None:
    """A March company that names years by their start, and quarters by their last month."""
    calendar = learn_calendar([(JA, START_JA), (EN, START_EN)])
    assert calendar.learned
    assert (calendar.year_end_month, calendar.basis, calendar.quarter_labels) == (3, Basis.START, True)
    assert calendar.release == date(2001, 11, 14)
    assert calendar.current is not None
    assert (calendar.current.part, calendar.current.end) == (Part.Q2, date(2001, 9, 30))


def test_end_naming() -> None:
    """A March company whose fiscal 2025 ends in 2025; its annual paper reports the year."""
    calendar = learn_calendar([(JA, TANSHIN_JA), (EN, TANSHIN_EN)])
    assert (calendar.year_end_month, calendar.basis, calendar.quarter_labels) == (3, Basis.END, False)
    assert calendar.release == date(2025, 5, 13)
    assert calendar.current is not None
    assert (calendar.current.part, calendar.current.end) == (Part.YEAR, date(2025, 3, 31))


def test_nine_months() -> None:
    """A third-quarter summary form: the end of the period is known from both languages."""
    for texts in ([(JA, NINE_JA), (EN, NINE_EN)], [(EN, NINE_EN)], [(JA, NINE_JA)]):
        calendar = learn_calendar(texts)
        assert calendar.year_end_month == 3
        assert not calendar.quarter_labels
        assert calendar.release == date(2025, 2, 10)
        assert calendar.current is not None
        assert calendar.current.end == date(2024, 12, 31)


def test_december() -> None:
    """A December company."""
    calendar = learn_calendar([(JA, DECEMBER_JA), (EN, DECEMBER_EN)])
    assert calendar.year_end_month == 12
    assert calendar.current is not None
    assert calendar.current.end == date(2024, 6, 30)


@pytest.mark.parametrize(
    ("text", "printed", "ends"),
    [
        ("平成29年3月期 第1四半期決算短信\n平成28年8月5日", "28年3月期", date(2016, 3, 31)),
        ("平成29年3月期 決算短信\n2025年の万博に向けて", "29年3月期", date(2017, 3, 31)),
        ("令和7年3月期 決算短信\n(参考) 2025年3月31日", "7年3月期", date(2025, 3, 31)),
        ("令和2年3月期 決算短信", "31年3月期", date(2019, 3, 31)),
        ("2018年3月期 決算短信", "17年3月期", date(2017, 3, 31)),
    ],
)
def test_years_of_an_era_whose_name_is_left_out(text: str, printed: str, ends: date) -> None:
    """Summary forms print 平成29年3月期 in the title and 29年3月期 in the tables: years of that era, or of the one before."""
    calendar = learn_calendar([(JA, f"{text}\n{printed} 1,234")])
    found = find_periods(printed, JA, calendar)
    assert [mention.period.end for mention in found] == [ends]


def test_nothing_to_learn() -> None:
    """Without evidence everything is the default and says so."""
    calendar = learn_calendar([(JA, "売上高は95億円。"), (EN, "Revenue was JPY9.5 billion.")])
    assert not calendar.learned
    assert (calendar.year_end_month, calendar.basis, calendar.current) == (3, Basis.START, None)
    assert learn_calendar([]) == calendar


def test_options_win() -> None:
    """What the caller says goes before what the documents say."""
    calendar = learn_calendar([(EN, START_EN)], fiscal_year_end=12, basis=Basis.END)
    assert (calendar.year_end_month, calendar.basis, calendar.learned) == (12, Basis.END, True)


@pytest.mark.parametrize(
    "line", ["2003年9月16日付けで契約を締結した", "2025年6月26日に開催する", "2001年9月30日現在の契約数"]
)
def test_event_is_no_release(line: str) -> None:
    """A date of an event or of a balance is not the day of the release."""
    assert learn_calendar([(JA, line)]).release is None


SEEDS = Path(os.environ.get("BILINGUAL_SEEDS", Path(__file__).parents[3] / "shared" / "seeds"))


@pytest.mark.skipif(not SEEDS.is_dir(), reason="no real releases here")
def test_real_releases() -> None:
    """Real releases of one issuer give the same calendar."""
    for path in sorted(SEEDS.glob("*.txt")):
        halves: dict[Language, list[str]] = {JA: [], EN: []}
        for line in fold(path.read_text(encoding="utf-8")).splitlines():
            halves[JA if re.search("[ぁ-んァ-ン一-龥]", line) else EN].append(line)
        calendar = learn_calendar([(language, "\n".join(lines)) for language, lines in halves.items()])
        assert (calendar.year_end_month, calendar.learned) == (3, True), path.name
        assert calendar.release is not None, path.name
        assert calendar.current is not None, path.name
        assert calendar.current.part in (Part.Q1, Part.Q2, Part.Q3, Part.Q4), path.name


@pytest.mark.parametrize(
    "head",
    [
        "前連結会計年度 (自 2023年4月1日 至 2024年3月31日) 当連結会計年度 (自 2024年4月1日 至 2025年3月31日)",
        "前事業年度(2023年4月1日~2024年3月31日)\t当事業年度(2024年4月1日~2025年3月31日)",
        "前期(自 令和5年4月1日 至 令和6年3月31日) 当期(自 令和6年4月1日 至 令和7年3月31日)",
    ],
)
def test_the_term_that_heads_call_the_current_one(head: str) -> None:
    """Where no title names the period, the days behind 当連結会計年度 do, wherever the year before stands."""
    calendar = learn_calendar([(JA, f"連結損益計算書\n{head}\n")])

    assert calendar.current is not None
    assert calendar.current.end == date(2025, 3, 31)


@pytest.mark.parametrize(
    ("labels", "basis"),
    [("FY2025 FY2024", Basis.END), ("FY2024 FY2023", Basis.START), ("FY2024", Basis.UNKNOWN)],
)
def test_fiscal_years_against_terms(labels, basis):
    """Where one version says 2025年3月期, the years that the other names tell whether they start or end in them."""
    japanese = "2025年3月期 決算短信\n2025年3月期 通期の業績\n2024年3月期 通期の業績"
    calendar = learn_calendar([(JA, japanese), (EN, f"Consolidated results {labels}")])

    assert (calendar.year_end_month, calendar.basis) == (3, basis)


def test_misprinted_release():
    """Of two days of release far apart, the one shortly after the end of the period reported."""
    japanese = "2070年2月13日\n2006年度第3四半期(10-12月)決算のお知らせ"
    english = "Results for the third quarter ended December 31, 2006\n\nTokyo, February 13, 2007 - Kaede Data announced"
    for day in ("2070年2月13日", "2007年2月13日"):
        texts = [(JA, japanese.replace("2070年2月13日", day)), (EN, english)]
        assert learn_calendar(texts).release == date(2007, 2, 13)


def test_the_day_of_foundation_is_no_day_of_release():
    """A profile whose only whole day is that of foundation has no day of release, though one label alone names a year."""
    text = "ドラッグ月報 (2026年2月期)\n\n設立\t1978年6月12日\n2025年8月末 632店\n株主構成 2025年8月31日現在の状況について\n2025年10月10日に開示します"

    assert learn_calendar([(Language.JA, text)]).release is None


def test_a_row_at_the_end_of_the_top_is_no_day_of_release():
    """The row of a table stays one where the top of the text ends inside it, wherever that is."""
    row = "September 15, 2021\t1st green bonds\t20.0\t0.28%\t10 years"
    for cut in range(len(row)):
        text = "x" * (TOP - cut - 1) + "\n" + row + "\nCalls\t3\t2\t4\n"
        assert learn_calendar([(EN, text)]).release is None


@pytest.mark.parametrize(
    ("japanese", "english"),
    [
        ("配当支払開始予定日 2026年6月22日", "Scheduled date of dividend payment: June 22, 2026"),
        ("定時株主総会開催予定日 2026年6月19日", "Scheduled date of the annual meeting: June 19, 2026"),
        ("半期報告書提出予定日 2026年6月17日", "Scheduled filing date of the report: June 17, 2026"),
        ("基準日:2026年6月30日", "Record date: June 30, 2026"),
    ],
)
def test_the_day_of_something_to_be_done_is_no_release(japanese, english):
    """Where a text layer puts the day of release below the days of payment and filing, it is the release all the same."""
    texts = [
        (JA, f"2026年3月期 決算短信\n{japanese}\n2026年5月8日\n"),
        (EN, f"Results for the Year Ended March 31, 2026\n{english}\nMay 8, 2026\n"),
    ]

    for told in (texts, texts[:1], texts[1:]):
        assert learn_calendar(told).release == date(2026, 5, 8)
