"""The statement of financial position of an invented release."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .company import Book, Company, assets, equity, liabilities, owners
from .printing import Amount, Page, Rows, Words

FIXED = ("buildings", "machinery", "land", "software", "securities", "other_fixed")
CURRENT = ("cash", "receivables", "inventories", "other_current", "doubtful")
Row = Callable[[str, str, Callable[[Book], int]], tuple[Words, Sequence[Words]]]


def position(page: Page, of: Company, amount: Amount, note: Words) -> None:
    """Write the balance sheet, or the statement of financial position, of two years."""
    heads: list[Words] = [
        (f"{'前' if year < of.year else '当'}連結会計年度({year}年3月31日)", f"As of March 31, {year}")
        for year in (of.year - 1, of.year)
    ]

    def row(ja: str, en: str, value: Callable[[Book], int]) -> tuple[Words, Sequence[Words]]:
        return (ja, en), [amount(value(of.sheets[1])), amount(value(of.sheets[2]))]

    rows = [*_assets(of, row), *_liabilities(of, row), *_equity(of, row)]
    name = (
        ("連結財政状態計算書", "Consolidated statement of financial position")
        if of.ifrs
        else ("連結貸借対照表", "Consolidated balance sheet")
    )
    page.table((f"（1） {name[0]}", f"(1) {name[1]}"), note, heads, rows)


def _assets(of: Company, row: Row) -> Rows:
    fixed = "非流動資産" if of.ifrs else "固定資産"
    cash = (
        ("現金及び現金同等物", "Cash and cash equivalents")
        if of.ifrs
        else ("現金及び預金", "Cash and deposits")
    )
    return [
        (("資産の部", "Assets"), ()), (("流動資産", "Current assets"), ()),
        row(*cash, lambda s: s["cash"]), row("売掛金", "Accounts receivable - trade", lambda s: s["receivables"]),
        row("棚卸資産", "Inventories", lambda s: s["inventories"]), row("その他", "Other", lambda s: s["other_current"]),
        row("貸倒引当金", "Allowance for doubtful accounts", lambda s: s["doubtful"]),
        row("流動資産合計", "Total current assets", lambda s: sum(s[k] for k in CURRENT)),
        ((fixed, "Non-current assets"), ()),
        row("建物及び構築物(純額)", "Buildings and structures, net", lambda s: s["buildings"]),
        row("機械装置及び運搬具(純額)", "Machinery, equipment and vehicles, net", lambda s: s["machinery"]),
        row("土地", "Land", lambda s: s["land"]), row("ソフトウエア", "Software", lambda s: s["software"]),
        row("投資有価証券", "Investment securities", lambda s: s["securities"]), row("その他", "Other", lambda s: s["other_fixed"]),
        row(f"{fixed}合計", "Total non-current assets", lambda s: sum(s[k] for k in FIXED)),
        row("資産合計", "Total assets", assets),
    ]  # fmt: skip


def _liabilities(of: Company, row: Row) -> Rows:
    owed = "非流動負債" if of.ifrs else "固定負債"
    return [
        (("負債の部", "Liabilities"), ()), (("流動負債", "Current liabilities"), ()),
        row("買掛金", "Accounts payable - trade", lambda s: s["payables"]), row("短期借入金", "Short-term borrowings", lambda s: s["short_loans"]),
        row("その他", "Other", lambda s: s["accrued"]),
        row("流動負債合計", "Total current liabilities", lambda s: s["payables"] + s["short_loans"] + s["accrued"]),
        ((owed, "Non-current liabilities"), ()),
        row("長期借入金", "Long-term borrowings", lambda s: s["long_loans"]), row("退職給付に係る負債", "Retirement benefit liability", lambda s: s["pensions"]),
        row("その他", "Other", lambda s: s["other_long"]),
        row(f"{owed}合計", "Total non-current liabilities", lambda s: s["long_loans"] + s["pensions"] + s["other_long"]),
        row("負債合計", "Total liabilities", liabilities),
    ]  # fmt: skip


def _equity(of: Company, row: Row) -> Rows:
    own: Rows = [
        row("資本金", "Share capital", lambda s: s["capital"]), row("資本剰余金", "Capital surplus", lambda s: s["surplus"]),
        row("利益剰余金", "Retained earnings", lambda s: s["retained"]), row("自己株式", "Treasury shares", lambda s: s["treasury"]),
    ]  # fmt: skip
    if of.ifrs:
        return [
            (("資本の部", "Equity"), ()), *own,
            row("その他の資本の構成要素", "Other components of equity", lambda s: s["valuation"] + s["translation"]),
            row("親会社の所有者に帰属する持分合計", "Total equity attributable to owners of parent", equity),
            row("非支配持分", "Non-controlling interests", lambda s: s["minority"]),
            row("資本合計", "Total equity", lambda s: equity(s) + s["minority"]), row("負債及び資本合計", "Total liabilities and equity", assets),
        ]  # fmt: skip
    return [
        (("純資産の部", "Net assets"), ()), (("株主資本", "Shareholders' equity"), ()), *own,
        row("株主資本合計", "Total shareholders' equity", owners),
        (("その他の包括利益累計額", "Accumulated other comprehensive income"), ()),
        row("その他有価証券評価差額金", "Valuation difference on available-for-sale securities", lambda s: s["valuation"]),
        row("為替換算調整勘定", "Foreign currency translation adjustment", lambda s: s["translation"]),
        row("その他の包括利益累計額合計", "Total accumulated other comprehensive income", lambda s: s["valuation"] + s["translation"]),
        row("非支配株主持分", "Non-controlling interests", lambda s: s["minority"]),
        row("純資産合計", "Total net assets", lambda s: equity(s) + s["minority"]), row("負債純資産合計", "Total liabilities and net assets", assets),
    ]  # fmt: skip
