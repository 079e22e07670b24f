"""Paragraphs and figures of running text meet where they say the same, also where a figure of one is wrong."""

from __future__ import annotations

import pytest

from bilingual import pipeline
from bilingual.model.alignment import PairKind

STATEMENTS = (
    ("損益計算書", "Statements of operations", "売上高", "Revenues", ("9,185", "8,344")),
    (
        "年間損益計算書",
        "Annual statements of operations",
        "年間売上高",
        "Annual revenues",
        ("39,904", "31,875"),
    ),
    ("貸借対照表", "Balance sheets", "資産合計", "Total assets", ("38,434", "27,586")),
)
NOTE_JA = "注記(1): 2025年3月期につきましては、米ドル換算レート{rate}円=1米ドル(2025/3/31)にて参考表示しております。"
NOTE_EN = (
    "Note (1): The translations of Japanese yen amounts into dollars are for convenience only and have been made"
    " at the rate of JPY{rate} = $1, the rate of exchange on Mar 31, 2025."
)


def release(language, rates):
    """A release of three statements, each with its note; None where a statement has none."""
    ja = language == "ja"
    lines = ["2025年5月13日", "株式会社みなとネット"] if ja else ["Minato Net Corporation", "May 13, 2025"]
    for (title_ja, title, label_ja, label, cells), rate in zip(STATEMENTS, rates, strict=True):
        lines += [
            "",
            title_ja if ja else title,
            "(百万円)" if ja else "(Millions of yen)",
            "\tFY2024\tFY2023",
        ]
        lines += ["\t".join((label_ja if ja else label, *cells)), ""]
        lines += [(NOTE_JA if ja else NOTE_EN).format(rate=rate)] if rate else []
    return lines


def check(tmp_path, ja, en):
    """The report on two texts."""
    paths = [tmp_path / "ja.txt", tmp_path / "en.txt"]
    for path, lines in zip(paths, (ja, en), strict=True):
        path.write_text("\n".join(lines), encoding="utf-8")
    return pipeline.check(*paths)


@pytest.mark.parametrize("wrong", [0, 1, 2])
def test_notes_meet_below_their_tables(tmp_path, wrong):
    """Each of three equal notes meets the one below the same statement, also the one with another rate."""
    rates = ["149.52"] * 3
    rates[wrong] = "194.52"

    found = check(tmp_path, release("ja", rates), release("en", ["149.52"] * 3)).findings

    told = [(item.rule, item.ja.line, item.en.line) for item in found if item.severity != "info"]
    assert told == [("FXC002", 9 + 7 * wrong, 9 + 7 * wrong)]


def test_a_note_without_counterpart_takes_no_other(tmp_path):
    """A note that only one version prints leaves the notes below the other statements their counterparts."""
    ja, en = release("ja", ["149.52", "194.52", "149.52"]), release("en", [None, "149.52", "149.52"])

    found = check(tmp_path, ja, en).findings

    told = [(item.rule, item.ja.line, item.en.line) for item in found if item.severity != "info"]
    assert told == [("FXC002", 16, 15)]


HEAD_JA = ["2025年5月13日", "株式会社みなとネット", "2025年3月期決算のお知らせ", ""]
HEAD_EN = ["Minato Net Corporation", "May 13, 2025", "Results for the fiscal year ended March 31, 2025", ""]


def test_a_bare_part_settles_no_year(tmp_path):
    """通期 and the full year agree with any year: a year beside them that is a slip away is told."""
    ja = [
        *HEAD_JA,
        "・ 2024年度通期の売上高は、前年比25.2%増の399億円となりました。通期の営業利益は54百万円でした。",
    ]
    en = [
        *HEAD_EN,
        "- For the full fiscal 2027 year, revenues were JPY39.9 billion, a 25.2% increase. Operating income was JPY54"
        " million on a full year basis.",
    ]

    found = check(tmp_path, ja, en).findings

    assert [item.rule for item in found if item.severity != "info"] == ["PER002"]
    right = [line.replace("2027", "2024") for line in en]
    assert [item.rule for item in check(tmp_path, ja, right).findings if item.severity != "info"] == []


def test_of_two_places_the_one_in_order(tmp_path):
    """A day that one side names twice meets the place that stands behind the rate, as on the other side."""
    ja = [*HEAD_JA, NOTE_JA.format(rate="149.52")]
    en = [
        *HEAD_EN,
        "Note (1): The translations with respect to Mar 31, 2025 have been made at the rate of JPY149.52 = $1, the rate on"
        " Mar 31, 2025.",
    ]

    (pair,) = [
        pair for pair in check(tmp_path, ja, en).comparison.alignment.pairs if pair.kind is PairKind.NOTE
    ]

    rate, day = (both.en.span.start for both in pair.figures)
    assert rate < day


def test_an_outlook_that_is_stated_twice(tmp_path):
    """A paragraph whose counterpart has a better one is compared with it all the same, whatever else it resembles."""
    ja = [
        *HEAD_JA,
        "- 2025年度第1四半期の売上高は、90-95億円となる見込み。前年同期比で8.0%-14.0%の成長となる。営業損益は一時的に損失となるが、第2四半期にて黒字に戻る見込み。EBITDAは引き続き黒字を維持。",
        "",
        "(*)ネットワーク事業の売上計上は、上期末(第2四半期末)および下期末(第4四半期末)に集中する傾向にある。",
    ]
    en = [
        *HEAD_EN,
        "- For the first quarter of fiscal 2025, the company expects revenues to be between JPY9.0 million and JPY9.5 million."
        " An operating loss in the first quarter is expected to turn into a profit in the second quarter.",
        "",
        "For the first quarter of fiscal 2025, the company expects revenues to be between JPY9.0 billion and JPY9.5 billion,"
        " an increase of 8.0% to 14.0%. An operating loss is expected to turn into a profit in the second quarter. EBITDA is"
        " expected to remain positive.",
    ]

    found = check(tmp_path, ja, en).findings

    assert [(item.rule, item.en.line) for item in found if item.severity == "error"] == [("UNT004", 5)]


DAYS_JA = "定時株主総会開催予定日 2025年6月25日 配当支払開始予定日 2025年6月26日"
DAYS_EN = (
    "Scheduled date of annual general meeting of shareholders: June {}, 2025",
    "Scheduled date to commence dividend payments: June {}, 2025",
)


@pytest.mark.parametrize(("meeting", "payment", "told"), [(26, 26, 0), (25, 25, 1), (25, 26, None)])
def test_days_of_one_line_meet_those_of_several_in_order(tmp_path, meeting, payment, told):
    """Two days on one line stand on two lines of the other language: the wrong one is told where it stands."""
    days = [line.format(day) for line, day in zip(DAYS_EN, (meeting, payment), strict=True)]
    ja = ["2025年3月期 決算短信", "", "株式会社みなと", "", DAYS_JA, "", "売上高は95億円でした。"]
    en = ["Financial Results for the Fiscal Year Ended March 31, 2025", "", "Minato Corporation", ""]
    en += [days[0], "", days[1], "", "Net sales were JPY9.5 billion."]

    found = check(tmp_path, ja, en).findings

    expected = [] if told is None else [("DAT001", 5, 5 + 2 * told)]
    assert [(item.rule, item.ja.line, item.en.line) for item in found] == expected


@pytest.mark.parametrize(("minutes", "told"), [(12, []), (15, [("NUM001", 5, 5)])])
def test_the_only_remark_between_two_tables_meets_its_counterpart(tmp_path, minutes, told):
    """Nothing but its place says what a remark corresponds to whose only figure is wrong."""
    ja = [
        *(
            "運行",
            "\t2022年度\t2023年度\t2024年度",
            "便数\t1,204\t1,318\t1,377",
            "旅客数\t88,120\t91,406\t95,233",
        ),
        *("12分以上の遅れを数えています。", "", "収入", "\t2022年度\t2023年度\t2024年度"),
        *("貨物\t4,410\t4,602\t4,755", "旅客\t7,318\t7,544\t7,906"),
    ]
    en = [
        *("Operations", "\tFY2022\tFY2023\tFY2024", "Flights\t1,204\t1,318\t1,377"),
        *("Passengers\t88,120\t91,406\t95,233", f"Delays of {minutes} minutes or more are counted.", ""),
        *(
            "Revenue",
            "\tFY2022\tFY2023\tFY2024",
            "Cargo\t4,410\t4,602\t4,755",
            "Passenger\t7,318\t7,544\t7,906",
        ),
    ]

    found = check(tmp_path, ja, en).findings

    assert [(item.rule, item.ja.line, item.en.line) for item in found] == told


def test_a_figure_that_the_other_language_says_in_words_takes_no_other(tmp_path):
    """Of a paragraph that answers two, the figure that agrees with the second is none for 1円, which English says in words."""
    ja = [
        *("感応度", "", "1円の円安は年間7億円の増益要因となる見込みです。"),
        "原油価格が1バレル当たり10ドル上がると、経常利益は年間3億円減少します。",
    ]
    en = [
        *("Sensitivity", "", "A one-yen depreciation is expected to increase profit by ¥0.7 billion a year."),
        "If the oil price rises by US$10 per barrel, ordinary profit decreases by ¥0.3 billion a year.",
    ]

    found = check(tmp_path, ja, en).findings

    assert [(item.rule, item.severity) for item in found] == [("NUM003", "info")]


@pytest.mark.parametrize(("day", "rules"), [("5", set()), ("6", {"DAT001"})])
def test_a_day_meets_its_twin_that_has_the_year(tmp_path, day, rules):
    """11月5日 and November 5, 2023 tell that two paragraphs correspond; 2016 beside them is no other name for that day."""
    ja = [
        *(
            "当社は7億円を投じた第二窯の改修を終え、11月5日に焼成を再開しました。能力は600トンから1,000トンになりました。",
            "",
        ),
        "窯は1997年に築かれ、2016年に一度改修されています。",
    ]
    en = [
        f"Having invested ¥700 million in its second furnace, Northern Kiln took up firing again on November {day}, 2023."
        " Its capacity was raised from 600 tons to 1,000 tons.",
        *("", "Wall tiles are fired slowly, and each is looked at by hand.", ""),
        "The furnace was built in 1997 and rebuilt once in 2016.",
    ]

    report = check(tmp_path, ja, en)

    assert {item.rule for item in report.findings if item.severity != "info"} == rules
    met = {(both.ja.printed, both.en.printed) for pair in report.alignment for both in pair.figures}
    assert ("1,000トン", "1,000 tons") in met
    assert not any("11月5日" in ja and "2016" in en for ja, en in met)


def test_two_days_are_no_two_periods(tmp_path):
    """A day that only Japanese names and another that only English names contradict no period."""
    ja = [
        *("御影電子部品、通期予想を下方修正", "2026年4月15日", ""),
        "御影電子部品は4月12日、のれんの減損などにより、2025年度第4四半期に約70億円のその他の費用を計上すると発表した。",
    ]
    en = [
        *("Mikage Electronic Devices Revises Its Forecast", ""),
        "Mikage Electronic Devices announced other expenses of approximately ¥7.0 billion in the fourth quarter of fiscal"
        " year 2025. The forecast, initially announced on February 5, 2026, has been adjusted.",
    ]

    assert "PER001" not in {item.rule for item in check(tmp_path, ja, en).findings}


def test_notes_with_other_numbers_do_not_meet_by_their_place(tmp_path):
    """Two notes that share no figure stand in the same place, each with another number: nothing of them is compared."""
    ja = [*release("ja", [None] * 3), "4 固定資産合計:集計の方法は前期と同じ。", "", "以上のとおりです。"]
    en = [*release("en", [None] * 3), "6 Total net assets: The method of counting is the same as before.", "", "End."]  # fmt: skip

    found = check(tmp_path, ja, en).findings

    assert not [item for item in found if item.severity != "info"]


def test_heads_that_lost_their_table_are_no_title(tmp_path):
    """A line of two fiscal years meets no title that names one of them, whatever stands around both."""
    title_ja, title_en = (
        "表2 四半期の推移(2025年3月期)",
        "Table 2 Quarterly results (fiscal year ended March 31, 2025)",
    )
    heads = "Fiscal year ended March 31, 2025 Fiscal year ended March 31, 2024 ChangeChange (%)"
    ja = [*release("ja", [None] * 3), "", title_ja, "", "以上のとおりです。"]
    en = [*release("en", [None] * 3), "", heads, "", title_en, "", "That is all."]

    found = check(tmp_path, ja, en).findings

    assert not [item for item in found if item.rule.startswith("PER") and item.severity != "info"]


def test_a_note_of_two_years_meets_its_two_lines(tmp_path):
    """The year of each line is read once, whatever words stand before its date: As of March 31, 2026."""
    ja = ["（参考）自己資本　2026年３月期　128,327百万円　　2025年３月期　114,254百万円"]
    en = [
        "Reference: Equity   As of March 31, 2026: ¥128,327 million",
        "As of March 31, 2025: ¥114,254 million",
    ]

    found = [item for item in check(tmp_path, ja, en).findings if item.severity != "info"]
    assert not found


def test_a_day_whose_year_its_cell_cuts_off_contradicts_no_year(tmp_path):
    """A line of two dates whose years stand on the next one says of neither which year it is."""
    ja = ["②期末自己株式数                2026年３月期    1,894,700株   2025年３月期    1,318,400株"]
    en = [
        "                                                   March 31,                        March 31,",
        "(ii) Number of treasury shares at end of period             1,894,700 shares                 1,318,400 shares",
        "                                                        2026                             2025",
    ]

    assert not [item for item in check(tmp_path, ja, en).findings if item.severity != "info"]
