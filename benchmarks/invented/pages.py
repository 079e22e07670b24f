"""The pages of an invented release: the summary of the form, running text, statements and notes, in both languages."""

from __future__ import annotations

from decimal import Decimal

from .company import Book, Company, assets, equity
from .printing import Page, Words, change, decimal, per_cent, shortened, whole
from .statements import statements

NAMES = {
    False: (("売上高", "Net sales"), ("営業利益", "Operating profit"), ("経常利益", "Ordinary profit"),
            ("親会社株主に帰属する当期純利益", "Profit attributable to owners of parent")),
    True: (("売上収益", "Revenue"), ("営業利益", "Operating profit"), ("税引前利益", "Profit before tax"),
           ("親会社の所有者に帰属する当期利益", "Profit attributable to owners of parent")),
}  # fmt: skip
KEYS = ("sales", "operating", "ordinary", "owners")


class Release:
    """Writes one release."""

    def __init__(self, company: Company) -> None:
        """Prepare for a company."""
        self.of, self.page = company, Page()
        million = company.unit > 1_000
        self.unit: Words = ("百万円", "Millions of yen") if million else ("千円", "Thousands of yen")

    def amount(self, yen: int) -> Words:
        """An amount as the statements print it."""
        return whole(shortened(yen, self.of.unit, down=self.of.down), nothing=not yen)

    def title(self, year: int) -> Words:
        """A fiscal year as the form calls it."""
        return f"{year}年3月期", f"March 31, {year}"

    def write(self) -> Words:
        """The release in both languages."""
        self._front()
        self._results()
        self._ratios()
        self._position()
        self._dividends()
        self._forecast()
        self._shares()
        self._text()
        statements(self.page, self.of, self.amount, self.unit)
        return self.page.texts()

    def _front(self) -> None:
        of, page = self.of, self.page
        standard = ("IFRS", "IFRS") if of.ifrs else ("日本基準", "Japanese GAAP")
        page.line(f"{of.year}年3月期 決算短信〔{standard[0]}〕（連結）",
                  f"Consolidated Financial Results for the Fiscal Year Ended March 31, {of.year} [{standard[1]}]")  # fmt: skip
        page.line()
        page.line(f"{of.year}年5月13日", f"May 13, {of.year}")
        page.line(
            f"上場会社名 白峰ホールディングス{of.seed}株式会社",
            f"Company name: Shiramine Holdings {of.seed} Co., Ltd.",
        )
        page.line()
        way = ("未満切捨て", "rounded down") if of.down else ("未満四捨五入", "rounded to the nearest unit")
        small = ("百万円", "one million yen") if of.unit > 1_000 else ("千円", "one thousand yen")
        page.line(f"（{small[0]}{way[0]}）", f"(Amounts of less than {small[1]} are {way[1]}.)")
        page.line()
        page.line(f"1. {of.year}年3月期の連結業績（{of.year - 1}年4月1日～{of.year}年3月31日）",
                  f"1. Consolidated financial results for the fiscal year ended March 31, {of.year} (from April 1, {of.year - 1} to March 31, {of.year})")  # fmt: skip
        page.line()

    def _paired(self, names: tuple[Words, ...]) -> tuple[list[Words], list[Words]]:
        heads: list[Words] = []
        units: list[Words] = []
        for name in names:
            heads += [name, ("", "")]
            units += [self.unit, ("%", "%")]
        return heads, units

    def _results(self) -> None:
        of, page = self.of, self.page
        page.line(
            "（1） 連結経営成績 （％表示は対前期増減率）",
            "(1) Consolidated operating results (Percentages indicate year-on-year changes.)",
        )
        heads, units = self._paired(NAMES[of.ifrs])
        page.row(("", ""), heads)
        page.row(("", "Fiscal year ended"), units)
        before, now = of.results
        now_cells: list[Words] = []
        for key in KEYS:
            now_cells += [self.amount(now[key]), change(now[key], before[key])]
        page.row(self.title(of.year), now_cells)
        before_cells: list[Words] = []
        for at, key in enumerate(KEYS):
            before_cells += [self.amount(before[key]), decimal(Decimal(of.seed * 7 % 170 + at * 13) / 10 - 5)]
        page.row(self.title(of.year - 1), before_cells)
        page.line()

    def eps(self, year: int) -> Decimal:
        """Basic earnings per share."""
        return Decimal(self.of.results[year]["owners"]) / self.of.results[year]["average"]

    def bps(self, closing: int) -> Decimal:
        """Net assets per share."""
        sheet = self.of.sheets[closing]
        return Decimal(equity(sheet)) / (sheet["shares"] - sheet["own"])

    def _ratios(self) -> None:
        of, page = self.of, self.page
        names: list[Words] = (
            [("基本的1株当たり当期利益", "Basic earnings per share"), ("親会社所有者帰属持分当期利益率", "Return on equity attributable to owners of parent"),
             ("資産合計税引前利益率", "Ratio of profit before tax to total assets"), ("売上収益営業利益率", "Ratio of operating profit to revenue")]
            if of.ifrs
            else [("1株当たり当期純利益", "Basic earnings per share"), ("自己資本当期純利益率", "Return on equity"),
                  ("総資産経常利益率", "Ratio of ordinary profit to total assets"), ("売上高営業利益率", "Ratio of operating profit to net sales")]
        )  # fmt: skip
        page.row(("", ""), names)
        page.row(("", "Fiscal year ended"), [("円 銭", "Yen"), ("%", "%"), ("%", "%"), ("%", "%")])
        for year in (1, 0):
            result, opening, closing = of.results[year], of.sheets[year], of.sheets[year + 1]
            page.row(self.title(of.year - 1 + year), [
                decimal(self.eps(year), 2),
                decimal(Decimal(result["owners"]) * 200 / (equity(opening) + equity(closing))),
                decimal(Decimal(result["ordinary"]) * 200 / (assets(opening) + assets(closing))),
                per_cent(result["operating"], result["sales"]),
            ])  # fmt: skip
        page.line()

    def _position(self) -> None:
        of, page = self.of, self.page
        page.line("（2） 連結財政状態", "(2) Consolidated financial position")
        names: list[Words] = (
            [("資産合計", "Total assets"), ("資本合計", "Total equity"), ("親会社の所有者に帰属する持分", "Equity attributable to owners of parent"),
             ("親会社所有者帰属持分比率", "Ratio of equity attributable to owners of parent to total assets"),
             ("1株当たり親会社所有者帰属持分", "Equity attributable to owners of parent per share")]
            if of.ifrs
            else [("総資産", "Total assets"), ("純資産", "Net assets"), ("自己資本比率", "Equity-to-asset ratio"), ("1株当たり純資産", "Net assets per share")]
        )  # fmt: skip
        yen, rate = ("円 銭", "Yen"), ("%", "%")
        page.row(("", ""), names)
        page.row(("", "As of"), [self.unit, self.unit, *([self.unit] if of.ifrs else []), rate, yen])
        for at in (2, 1):
            sheet = of.sheets[at]
            own = [self.amount(equity(sheet))] if of.ifrs else []
            page.row(self.title(of.year - 2 + at), [
                self.amount(assets(sheet)), self.amount(equity(sheet) + sheet["minority"]), *own,
                per_cent(equity(sheet), assets(sheet)), decimal(self.bps(at), 2),
            ])  # fmt: skip
        if not of.ifrs:
            now, before = (self.amount(equity(of.sheets[at])) for at in (2, 1))
            page.line(f"（参考） 自己資本 {of.year}年3月期 {now[0]}{self.unit[0]} {of.year - 1}年3月期 {before[0]}{self.unit[0]}",
                      f"Reference: Equity: As of March 31, {of.year}: ¥{now[1]} {self.unit[1].split()[0].lower().rstrip('s')} As of March 31, {of.year - 1}: ¥{before[1]} {self.unit[1].split()[0].lower().rstrip('s')}")  # fmt: skip
        page.line()
        page.line("（3） 連結キャッシュ・フローの状況", "(3) Consolidated cash flows")
        page.row(("", ""), [("営業活動によるキャッシュ・フロー", "Cash flows from operating activities"), ("投資活動によるキャッシュ・フロー", "Cash flows from investing activities"),
                            ("財務活動によるキャッシュ・フロー", "Cash flows from financing activities"), ("現金及び現金同等物期末残高", "Cash and cash equivalents at end of period")])  # fmt: skip
        page.row(("", "Fiscal year ended"), [self.unit] * 4)
        for year in (1, 0):
            book = of.results[year]
            page.row(
                self.title(of.year - 1 + year),
                [self.amount(book[key]) for key in ("operating_cash", "investing_cash", "financing_cash")]
                + [self.amount(of.sheets[year + 1]["cash"])],
            )
        page.line()

    def _dividends(self) -> None:
        of, page = self.of, self.page
        page.line("2. 配当の状況", "2. Cash dividends")
        blank = ("", "")
        page.row(blank, [("年間配当金", "Annual dividends per share"), blank, blank, blank, blank, ("配当金総額(合計)", "Total cash dividends (Total)"), ("配当性向(連結)", "Dividend payout ratio (Consolidated)"),
                         ("親会社所有者帰属持分配当率(連結)", "Ratio of dividends to equity attributable to owners of parent (Consolidated)") if of.ifrs else ("純資産配当率(連結)", "Ratio of dividends to net assets (Consolidated)")])  # fmt: skip
        page.row(
            blank,
            [
                ("第1四半期末", "First quarter-end"),
                ("第2四半期末", "Second quarter-end"),
                ("第3四半期末", "Third quarter-end"),
                ("期末", "Fiscal year-end"),
                ("合計", "Total"),
                blank,
                blank,
                blank,
            ],
        )
        page.row(
            ("", "Fiscal year ended"),
            [("円 銭", "Yen"), *[("円 銭", "Yen")] * 4, self.unit, ("%", "%"), ("%", "%")],
        )
        dash = ("-", "-")
        for year in (0, 1):
            book = of.results[year]
            sheet = of.sheets[year + 1]
            paid = book["interim"] * (sheet["shares"] - of.sheets[year]["own"]) + (
                book["per_share"] - book["interim"]
            ) * (sheet["shares"] - sheet["own"])
            payout = (
                decimal(Decimal(book["per_share"]) * 100 / self.eps(year)) if self.eps(year) > 1 else dash
            )
            page.row(self.title(of.year - 1 + year), [
                dash, decimal(Decimal(book["interim"]), 2), dash, decimal(Decimal(book["per_share"] - book["interim"]), 2), decimal(Decimal(book["per_share"]), 2),
                self.amount(paid), payout, decimal(Decimal(book["per_share"]) * 200 / (self.bps(year) + self.bps(year + 1))),
            ])  # fmt: skip
        page.line()

    def _forecast(self) -> None:
        of, page, now = self.of, self.page, self.of.results[1]
        heads, units = self._paired(NAMES[of.ifrs])
        page.line(f"3. {of.year + 1}年3月期の連結業績予想（{of.year}年4月1日～{of.year + 1}年3月31日）",
                  f"3. Consolidated financial result forecasts for the fiscal year ending March 31, {of.year + 1} (from April 1, {of.year} to March 31, {of.year + 1})")  # fmt: skip
        page.line("（％表示は対前期増減率）", "(Percentages indicate year-on-year changes.)")
        eps = (
            ("基本的1株当たり当期利益", "Basic earnings per share")
            if of.ifrs
            else ("1株当たり当期純利益", "Basic earnings per share")
        )
        page.row(("", ""), [*heads, eps])
        page.row(("", ""), [*units, ("円 銭", "Yen")])
        tens = of.unit * 10
        cells: list[Words] = []
        planned: Book = {key: now[key] * (103 + of.seed % 5) // 100 // tens * tens for key in KEYS}
        for key in KEYS:
            cells += [self.amount(planned[key]), change(planned[key], now[key])]
        outstanding = of.sheets[2]["shares"] - of.sheets[2]["own"]
        page.row(("通期", "Full year"), [*cells, decimal(Decimal(planned["owners"]) / outstanding, 2)])
        page.line()

    def _shares(self) -> None:
        of, page = self.of, self.page
        page.line("（3） 発行済株式数（普通株式）", "(3) Number of issued shares (common shares)")
        page.row(("", ""), [self.title(of.year), self.title(of.year - 1)])
        rows = (
            (("① 期末発行済株式数(自己株式を含む)", "1) Total number of issued shares at the end of the period (including treasury shares)"), [of.sheets[2]["shares"], of.sheets[1]["shares"]]),
            (("② 期末自己株式数", "2) Number of treasury shares at the end of the period"), [of.sheets[2]["own"], of.sheets[1]["own"]]),
            (("③ 期中平均株式数", "3) Average number of shares outstanding during the period"), [of.results[1]["average"], of.results[0]["average"]]),
        )  # fmt: skip
        for label, counts in rows:
            page.row(label, [(f"{count:,}株", f"{count:,} shares") for count in counts])
        page.line()

    def money(self, yen: int) -> Words:
        """An amount of running text."""
        ja, en = self.amount(abs(yen))
        word = "million" if self.of.unit > 1_000 else "thousand"
        return f"{ja}{self.unit[0]}", f"¥{en} {word}"

    def _text(self) -> None:
        of, page = self.of, self.page
        page.line("1. 経営成績等の概況", "1. Overview of operating results")
        page.line()
        before, now = of.results
        ja, en = [], []
        for name, key in zip(NAMES[of.ifrs], KEYS, strict=True):
            if now[key] <= 0 or before[key] <= 0:
                continue
            rate = change(now[key], before[key])[1].strip("()")
            if rate == "-":
                continue
            up = now[key] >= before[key]
            money = self.money(now[key])
            ja.append(f"{name[0]}は{money[0]}（前期比{rate}％{'増' if up else '減'}）")
            en.append(
                f"{name[1][0].lower() + name[1][1:]} was {money[1]} ({'up' if up else 'down'} {rate}% year on year)"
            )
        page.line(
            "当連結会計年度の" + "、".join(ja) + "となりました。",
            "In the fiscal year under review, " + ", and ".join(en) + ".",
        )
        page.line()
        for part, old, name in zip(of.parts[1], of.parts[0], of.segments, strict=True):
            rate = change(part["sales"], old["sales"])
            if rate[0] == "-":
                continue
            up, money = part["sales"] >= old["sales"], self.money(part["sales"])
            digits = rate[1].strip("()")
            page.line(f"（{name[0]}） 外部顧客への売上高は{money[0]}（前期比{digits}％{'増' if up else '減'}）となりました。",
                      f"({name[1]}) Sales to external customers came to {money[1]} ({'up' if up else 'down'} {digits}% year on year).")  # fmt: skip
        page.line()
        self._multiples()
        sheet, old_sheet = of.sheets[2], of.sheets[1]
        total, gap = self.money(assets(sheet)), assets(sheet) - assets(old_sheet)
        ratio = per_cent(equity(sheet), assets(sheet))[0]
        grew = ("増加", "an increase") if gap >= 0 else ("減少", "a decrease")
        difference = self.money(
            shortened(assets(sheet), of.unit, down=of.down) * of.unit
            - shortened(assets(old_sheet), of.unit, down=of.down) * of.unit
        )
        names = (
            ("親会社所有者帰属持分比率", "ratio of equity attributable to owners of parent to total assets")
            if of.ifrs
            else ("自己資本比率", "equity-to-asset ratio")
        )
        page.line(f"当連結会計年度末の{'資産合計' if of.ifrs else '総資産'}は{total[0]}となり、前連結会計年度末に比べ{difference[0]}{grew[0]}しました。{names[0]}は{ratio}％です。",
                  f"Total assets at the end of the fiscal year were {total[1]}, {grew[1]} of {difference[1]} from the end of the previous fiscal year. The {names[1]} was {ratio}%.")  # fmt: skip
        page.line()

    def _multiples(self) -> None:
        """Sentences of multiples: a new business that grew fast, and one that shrank."""
        page, rng = self.page, self.of.seed
        small = 120 + rng * 37 % 700
        large = small * (205 + rng % 40) // 100
        times = decimal(Decimal(large) / small)[0]
        page.line(
            f"定期契約の件数は{small:,}件から{large:,}件へ{times}倍に増加しました。",
            f"The number of subscriptions rose from {small:,} to {large:,}, {times} times the number of the year before.",
        )
        less = large * 48 // 100
        page.line(
            f"一方、従来型の契約件数は{large:,}件から{less:,}件に半減しました。",
            f"The number of conventional contracts, however, more than halved from {large:,} to {less:,}.",
        )
        page.line(
            f"海外の会員数は{small:,}人から{large:,}人に倍増しました。",
            f"Members abroad doubled from {small:,} to {large:,}.",
        )
        page.line()


def pages(company: Company) -> Words:
    """The release of a company: Japanese and English."""
    return Release(company).write()
