"""Changes in equity of an invented release: components across, movements down; what does not move stays blank or is a dash."""

from __future__ import annotations

from collections.abc import Callable

from .company import Book, Company, owners
from .printing import Amount, Page, Rows, Words

Line = Callable[[tuple[int, ...]], list[Words]]
OPENING, CLOSING = (
    ("当期首残高", "Balance at beginning of period"),
    ("当期末残高", "Balance at end of period"),
)
CHANGES, ALL_CHANGES = (
    ("当期変動額", "Changes during period"),
    ("当期変動額合計", "Total changes during period"),
)
DIVIDENDS = "剰余金の配当", "Dividends of surplus"
PROFIT = "親会社株主に帰属する当期純利益", "Profit attributable to owners of parent"
BOUGHT = "自己株式の取得", "Purchase of treasury shares"
IFRS_HEADS: list[Words] = [
    ("資本金", "Share capital"), ("資本剰余金", "Capital surplus"), ("利益剰余金", "Retained earnings"), ("自己株式", "Treasury shares"),
    ("その他の資本の構成要素", "Other components of equity"), ("親会社の所有者に帰属する持分合計", "Total equity attributable to owners of parent"),
    ("非支配持分", "Non-controlling interests"), ("資本合計", "Total equity"),
]  # fmt: skip
OWNED_HEADS: list[Words] = [
    ("資本金", "Share capital"), ("資本剰余金", "Capital surplus"), ("利益剰余金", "Retained earnings"), ("自己株式", "Treasury shares"),
    ("株主資本合計", "Total shareholders' equity"),
]  # fmt: skip
OTHER_HEADS: list[Words] = [
    ("その他有価証券評価差額金", "Valuation difference on available-for-sale securities"), ("為替換算調整勘定", "Foreign currency translation adjustment"),
    ("その他の包括利益累計額合計", "Total accumulated other comprehensive income"), ("非支配株主持分", "Non-controlling interests"), ("純資産合計", "Total net assets"),
]  # fmt: skip


def changes_in_equity(page: Page, of: Company, amount: Amount, note: Words, year: int, title: Words) -> None:
    """Write the statement of changes in equity of a year."""
    blank = ("", "") if of.seed % 3 else ("-", "-")

    def line(values: tuple[int, ...]) -> list[Words]:
        return [amount(value) if value else blank for value in values]

    if of.ifrs:
        name = "連結持分変動計算書"
        heads, rows = IFRS_HEADS, _under_ifrs(of, year, line)
    else:
        name = "連結株主資本等変動計算書"
        heads, rows = OWNED_HEADS, _owned(of, year, line)
    caption = f"（4） {name} {title[0]}", f"(4) Consolidated statement of changes in equity: {title[1]}"
    page.table(caption, note, heads, rows)
    if not of.ifrs:
        page.table(("", ""), note, OTHER_HEADS, _beside_owned(of, year, line))


def _under_ifrs(of: Company, year: int, line: Line) -> Rows:
    opening, closing, book = of.sheets[year], of.sheets[year + 1], of.results[year]
    profit, oci, minority = book["owners"], book["oci"], book["minority"]
    paid, bought = -book["dividends"], -book["bought"]
    first, last = of.year - 2 + year, of.year - 1 + year

    def held(sheet: Book) -> tuple[int, ...]:
        components = sheet["valuation"] + sheet["translation"]
        return *_capital(sheet), components, sheet["minority"]

    def cells(own: tuple[int, ...]) -> list[Words]:
        parent = sum(own[:5])
        return line((*own[:5], parent, own[5], parent + own[5]))

    return [
        ((f"{first}年4月1日残高", f"Balance as of April 1, {first}"), cells(held(opening))),
        (("当期利益", "Profit"), cells((0, 0, profit, 0, 0, minority))),
        (("その他の包括利益", "Other comprehensive income"), cells((0, 0, 0, 0, oci, 0))),
        (("当期包括利益", "Comprehensive income"), cells((0, 0, profit, 0, oci, minority))),
        (DIVIDENDS, cells((0, 0, paid, 0, 0, 0))),
        (BOUGHT, cells((0, 0, 0, bought, 0, 0))),
        (("所有者との取引額合計", "Total transactions with owners"), cells((0, 0, paid, bought, 0, 0))),
        ((f"{last}年3月31日残高", f"Balance as of March 31, {last}"), cells(held(closing))),
    ]


def _capital(sheet: Book) -> tuple[int, ...]:
    return sheet["capital"], sheet["surplus"], sheet["retained"], sheet["treasury"]


def _owned(of: Company, year: int, line: Line) -> Rows:
    book = of.results[year]
    moves = [(0, 0, -book["dividends"], 0), (0, 0, book["owners"], 0), (0, 0, 0, -book["bought"])]
    total = tuple(sum(move[at] for move in moves) for at in range(4))

    def cells(own: tuple[int, ...]) -> list[Words]:
        return line((*own, sum(own)))

    return [
        (OPENING, cells(_capital(of.sheets[year]))),
        (CHANGES, ()),
        *((label, cells(move)) for label, move in zip((DIVIDENDS, PROFIT, BOUGHT), moves, strict=True)),
        (ALL_CHANGES, cells(total)),
        (CLOSING, cells(_capital(of.sheets[year + 1]))),
    ]


def _beside_owned(of: Company, year: int, line: Line) -> Rows:
    """The components beside what the owners have, and the net assets that both are."""
    opening, closing, book = of.sheets[year], of.sheets[year + 1], of.results[year]
    total = book["owners"] - book["dividends"] - book["bought"]
    moved = book["oci_valuation"], book["oci_translation"], book["minority"]

    def cells(value: int, gain: int, minority: int, own: int) -> list[Words]:
        return line((value, gain, value + gain, minority, value + gain + minority + own))

    def held(sheet: Book) -> list[Words]:
        return cells(sheet["valuation"], sheet["translation"], sheet["minority"], owners(sheet))

    others = "株主資本以外の項目の当期変動額(純額)", "Net changes in items other than shareholders' equity"
    return [
        (OPENING, held(opening)),
        (CHANGES, ()),
        (DIVIDENDS, cells(0, 0, 0, -book["dividends"])),
        (PROFIT, cells(0, 0, 0, book["owners"])),
        (BOUGHT, cells(0, 0, 0, -book["bought"])),
        (others, cells(*moved, 0)),
        (ALL_CHANGES, cells(*moved, total)),
        (CLOSING, held(closing)),
    ]
