"""Statements and notes of an invented release."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .changes import changes_in_equity
from .company import Book, Company
from .position import position
from .printing import Amount, Page, Rows, Words, per_cent

SECURITIES = {
    False: ("その他有価証券評価差額金", "Valuation difference on available-for-sale securities"),
    True: (
        "その他の包括利益を通じて公正価値で測定する金融資産",
        "Financial assets measured at fair value through other comprehensive income",
    ),
}


def statements(page: Page, of: Company, amount: Amount, unit: Words) -> None:
    """Write all statements and notes."""
    note = (f"（単位：{unit[0]}）", f"({unit[1]})")
    position(page, of, amount, note)
    _income(page, of, amount, note)
    _comprehensive(page, of, amount, note)
    for year in (0, 1):
        changes_in_equity(page, of, amount, note, year, _years(of)[year])
    _cash(page, of, amount, note)
    for year in (0, 1):
        _segments(page, of, amount, note, year)
    for year in (0, 1):
        _quarters(page, of, amount, note, year)
    _orders(page, of, amount, note)
    _halves(page, of, amount, note)
    _staff(page, of)


def _years(of: Company) -> list[Words]:
    return [
        (f"前連結会計年度(自 {year - 1}年4月1日 至 {year}年3月31日)" if year < of.year else f"当連結会計年度(自 {year - 1}年4月1日 至 {year}年3月31日)",
         f"Fiscal year ended March 31, {year}")
        for year in (of.year - 1, of.year)
    ]  # fmt: skip


def _income(page: Page, of: Company, amount: Amount, note: Words) -> None:
    def row(ja: str, en: str, key: str) -> tuple[Words, Sequence[Words]]:
        return (ja, en), [amount(book[key]) for book in of.results]

    if of.ifrs:
        rows: Rows = [
            row("売上収益", "Revenue", "sales"), row("売上原価", "Cost of sales", "cost"), row("売上総利益", "Gross profit", "gross"),
            row("販売費及び一般管理費", "Selling, general and administrative expenses", "selling"),
            row("その他の収益", "Other income", "other_income"), row("その他の費用", "Other expenses", "other_costs"),
            row("営業利益", "Operating profit", "operating"), row("金融収益", "Finance income", "finance_in"), row("金融費用", "Finance costs", "finance_out"),
            row("税引前利益", "Profit before tax", "pretax"), row("法人所得税費用", "Income tax expense", "tax"), row("当期利益", "Profit", "profit"),
            (("当期利益の帰属", "Profit attributable to"), ()),
            row("親会社の所有者", "Owners of parent", "owners"), row("非支配持分", "Non-controlling interests", "minority"),
        ]  # fmt: skip
        page.table(
            ("（2） 連結損益計算書", "(2) Consolidated statement of profit or loss"), note, _years(of), rows
        )
        return
    rows = [
        row("売上高", "Net sales", "sales"), row("売上原価", "Cost of sales", "cost"), row("売上総利益", "Gross profit", "gross"),
        row("販売費及び一般管理費", "Selling, general and administrative expenses", "selling"), row("営業利益", "Operating profit", "operating"),
        (("営業外収益", "Non-operating income"), ()),
        row("受取利息", "Interest income", "interest_in"), row("受取配当金", "Dividend income", "dividends_in"), row("その他", "Other", "sundry_in"),
        row("営業外収益合計", "Total non-operating income", "finance_in"),
        (("営業外費用", "Non-operating expenses"), ()),
        row("支払利息", "Interest expenses", "interest_out"), row("為替差損", "Foreign exchange losses", "exchange_out"), row("その他", "Other", "sundry_out"),
        row("営業外費用合計", "Total non-operating expenses", "finance_out"), row("経常利益", "Ordinary profit", "ordinary"),
        (("特別利益", "Extraordinary income"), ()), row("固定資産売却益", "Gain on sale of non-current assets", "gain"), row("特別利益合計", "Total extraordinary income", "gain"),
        (("特別損失", "Extraordinary losses"), ()), row("減損損失", "Impairment losses", "loss"), row("特別損失合計", "Total extraordinary losses", "loss"),
        row("税金等調整前当期純利益", "Profit before income taxes", "pretax"), row("法人税、住民税及び事業税", "Income taxes - current", "tax_now"),
        row("法人税等調整額", "Income taxes - deferred", "tax_later"), row("法人税等合計", "Total income taxes", "tax"), row("当期純利益", "Profit", "profit"),
        row("非支配株主に帰属する当期純利益", "Profit attributable to non-controlling interests", "minority"),
        row("親会社株主に帰属する当期純利益", "Profit attributable to owners of parent", "owners"),
    ]  # fmt: skip
    page.table(("（2） 連結損益計算書", "(2) Consolidated statement of income"), note, _years(of), rows)


def _comprehensive(page: Page, of: Company, amount: Amount, note: Words) -> None:
    def row(ja: str, en: str, value: Callable[[Book], int]) -> tuple[Words, Sequence[Words]]:
        return (ja, en), [amount(value(book)) for book in of.results]

    profit = "当期利益" if of.ifrs else "当期純利益"
    rows: Rows = [
        row(profit, "Profit", lambda b: b["profit"]), (("その他の包括利益", "Other comprehensive income"), ()),
        row(*SECURITIES[of.ifrs], lambda b: b["oci_valuation"]),
        row("為替換算調整勘定", "Foreign currency translation adjustment", lambda b: b["oci_translation"]),
        row("その他の包括利益合計", "Total other comprehensive income", lambda b: b["oci"]),
        row("当期包括利益" if of.ifrs else "包括利益", "Comprehensive income", lambda b: b["profit"] + b["oci"]),
    ]  # fmt: skip
    page.table(
        ("（3） 連結包括利益計算書", "(3) Consolidated statement of comprehensive income"),
        note,
        _years(of),
        rows,
    )


def _cash(page: Page, of: Company, amount: Amount, note: Words) -> None:
    def row(ja: str, en: str, value: Callable[[Book], int]) -> tuple[Words, Sequence[Words]]:
        return (ja, en), [amount(value(book)) for book in of.results]

    flow = "営業活動によるキャッシュ・フロー", "Net cash provided by (used in) operating activities"
    invest = "投資活動によるキャッシュ・フロー", "Net cash provided by (used in) investing activities"
    finance = "財務活動によるキャッシュ・フロー", "Net cash provided by (used in) financing activities"
    rows: Rows = [
        ((flow[0], "Cash flows from operating activities"), ()),
        row("税金等調整前当期純利益", "Profit before income taxes", lambda b: b["pretax"]), row("減価償却費", "Depreciation", lambda b: b["depreciation"]),
        row("その他", "Other, net", lambda b: b["operating_cash"] + b["tax_now"] - b["pretax"] - b["depreciation"]),
        row("法人税等の支払額", "Income taxes paid", lambda b: -b["tax_now"]), row(*flow, lambda b: b["operating_cash"]),
        ((invest[0], "Cash flows from investing activities"), ()),
        row("有形固定資産の取得による支出", "Purchase of property, plant and equipment", lambda b: b["investing_cash"] - b["bought"]),
        row("その他", "Other, net", lambda b: b["bought"]), row(*invest, lambda b: b["investing_cash"]),
        ((finance[0], "Cash flows from financing activities"), ()),
        row("配当金の支払額", "Dividends paid", lambda b: -b["dividends"]), row("自己株式の取得による支出", "Purchase of treasury shares", lambda b: -b["bought"]),
        row("その他", "Other, net", lambda b: b["financing_cash"] + b["dividends"] + b["bought"]), row(*finance, lambda b: b["financing_cash"]),
        row("現金及び現金同等物に係る換算差額", "Effect of exchange rate change on cash and cash equivalents", lambda b: b["exchange_cash"]),
        row("現金及び現金同等物の増減額(△は減少)", "Net increase (decrease) in cash and cash equivalents", lambda b: b["cash_change"]),
        (("現金及び現金同等物の期首残高", "Cash and cash equivalents at beginning of period"), [amount(of.sheets[at]["cash"]) for at in (0, 1)]),
        (("現金及び現金同等物の期末残高", "Cash and cash equivalents at end of period"), [amount(of.sheets[at]["cash"]) for at in (1, 2)]),
    ]  # fmt: skip
    heads = _years(of)
    if of.seed % 4 == 1:  # some issuers put the newest year first
        heads, rows = heads[::-1], [(label, list(cells)[::-1]) for label, cells in rows]
    page.table(
        ("（5） 連結キャッシュ・フロー計算書", "(5) Consolidated statement of cash flows"), note, heads, rows
    )


def _segments(page: Page, of: Company, amount: Amount, note: Words, year: int) -> None:
    parts, book = of.parts[year], of.results[year]
    heads: list[Words] = [
        *of.segments,
        ("計", "Total"),
        ("調整額", "Adjustments"),
        ("連結財務諸表計上額", "Amount in consolidated financial statements"),
    ]

    def row(ja: str, en: str, values: list[int], group: int) -> tuple[Words, Sequence[Words]]:
        whole = sum(values)
        return (ja, en), [amount(value) for value in (*values, whole, group - whole, group)]

    rows: Rows = [
        (("売上高", "Net sales"), ()),
        row(
            "外部顧客への売上高",
            "Sales to external customers",
            [part["sales"] for part in parts],
            book["sales"],
        ),
        row(
            "セグメント間の内部売上高又は振替高",
            "Intersegment sales or transfers",
            [part["inner"] for part in parts],
            0,
        ),
        row("計", "Total", [part["sales"] + part["inner"] for part in parts], book["sales"]),
        row("セグメント利益", "Segment profit", [part["profit"] for part in parts], book["operating"]),
    ]
    title = _years(of)[year]
    page.table(
        (f"（6） セグメント情報 {title[0]}", f"(6) Segment information: {title[1]}"), note, heads, rows
    )


def _quarters(page: Page, of: Company, amount: Amount, note: Words, year: int) -> None:
    end = of.year - 1 + year
    heads: list[Words] = [(f"第{number}四半期", f"{number}Q") for number in range(1, 5)] + [
        ("通期", "Full year")
    ]
    rows: Rows = []
    for label, key in (
        (("売上高", "Net sales"), "sales"),
        (("営業利益", "Operating profit"), "operating"),
        (("親会社株主に帰属する当期純利益", "Profit attributable to owners of parent"), "owners"),
    ):
        rows.append(
            (label, [*(amount(quarter[key]) for quarter in of.quarters[year]), amount(of.results[year][key])])
        )
    page.table(
        (
            f"（7） 四半期業績の推移（{end}年3月期）",
            f"(7) Quarterly results (fiscal year ended March 31, {end})",
        ),
        note,
        heads,
        rows,
    )


def _halves(page: Page, of: Company, amount: Amount, note: Words) -> None:
    """Half-years and the year in tables of their own."""
    for first, ja, en in ((True, "上期", "First half"), (False, "下期", "Second half")):
        heads: list[Words] = [
            (f"{year}年3月期{ja}", f"{en} of the fiscal year ended March 31, {year}")
            for year in (of.year - 1, of.year)
        ]
        rows: Rows = []
        for label, key in (
            (("売上高", "Net sales"), "sales"),
            (("営業利益", "Operating profit"), "operating"),
        ):
            cells = []
            for year in (0, 1):
                chosen = of.quarters[year][:2] if first else of.quarters[year][2:]
                cells.append(amount(sum(quarter[key] for quarter in chosen)))
            rows.append((label, cells))
        page.table((f"（8） {ja}の業績", f"(8) Results of the {en.lower()}"), note, heads, rows)


def _orders(page: Page, of: Company, amount: Amount, note: Words) -> None:
    heads: list[Words] = [
        ("期首受注残高", "Order backlog at beginning of period"),
        ("受注高", "Orders received"),
        ("売上高", "Net sales"),
        ("期末受注残高", "Order backlog at end of period"),
    ]
    rows: Rows = []
    totals = [0, 0, 0]
    for at, (name, part) in enumerate(zip(of.segments, of.parts[1], strict=True)):
        opening, orders = (
            part["sales"] * (30 + at * 7) // 100,
            part["sales"] * (96 + (of.seed + at) % 11) // 100,
        )
        totals = [one + other for one, other in zip(totals, (opening, orders, part["sales"]), strict=True)]
        rows.append(
            (
                name,
                [
                    amount(opening),
                    amount(orders),
                    amount(part["sales"]),
                    amount(opening + orders - part["sales"]),
                ],
            )
        )
    rows.append(
        (("合計", "Total"), [*(amount(value) for value in totals), amount(totals[0] + totals[1] - totals[2])])
    )
    page.table(("（9） 受注及び販売の状況", "(9) Orders and sales"), note, heads, rows)


def _staff(page: Page, of: Company) -> None:
    heads: list[Words] = [
        ("単位", "Unit"),
        *[(f"{year}年度", f"FY{year}") for year in range(of.year - 3, of.year)],
    ]
    people, rate = ("人", "persons"), ("%", "%")

    def row(ja: str, en: str, unit: Words, values: Sequence[Words]) -> tuple[Words, Sequence[Words]]:
        return (ja, en), [unit, *values]

    def count(key: str) -> list[Words]:
        return [(f"{book[key]:,}",) * 2 for book in of.staff]

    rows: Rows = [
        row("男性", "Men", people, count("men")), row("女性", "Women", people, count("women")),
        row("従業員数 合計", "Total employees", people, [(f"{book['men'] + book['women']:,}",) * 2 for book in of.staff]),
        row("女性従業員比率", "Share of women among employees", rate, [per_cent(book["women"], book["men"] + book["women"]) for book in of.staff]),
        row("管理職", "Managers", people, count("managers")), row("うち女性", "of which women", people, count("led")),
        row("女性管理職比率", "Share of women in management", rate, [per_cent(book["led"], book["managers"]) for book in of.staff]),
    ]  # fmt: skip
    page.table(("（10） 従業員の状況", "(10) Employees"), ("", ""), heads, rows)
