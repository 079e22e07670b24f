"""The true figures of an issuer that does not exist, in yen: everything that has to add up does.

Balance sheets at three closings, results and cash flows of the two years between. Amounts are printed elsewhere, each
shortened for itself, as issuers do.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

Book = dict[str, int]
INDUSTRIES: tuple[tuple[tuple[str, str], ...], ...] = (
    (
        ("自動車部品", "Automotive parts"),
        ("産業機器", "Industrial machinery"),
        ("医療機器", "Medical devices"),
    ),
    (("食品", "Food"), ("飲料", "Beverages"), ("外食", "Restaurants")),
    (("建築", "Building construction"), ("土木", "Civil engineering"), ("不動産", "Real estate")),
    (("国内物流", "Domestic logistics"), ("国際輸送", "International freight"), ("倉庫", "Warehousing")),
    (("クラウド", "Cloud"), ("受託開発", "Contract development"), ("保守", "Maintenance")),
    (("医薬品", "Pharmaceuticals"), ("診断薬", "Diagnostics"), ("化粧品", "Cosmetics")),
)
ASSETS = (
    "receivables",
    "inventories",
    "other_current",
    "buildings",
    "machinery",
    "land",
    "software",
    "securities",
    "other_fixed",
)
LIABILITIES = ("payables", "short_loans", "accrued", "long_loans", "pensions", "other_long")
GROWS = {"payables": 3, "short_loans": 1, "accrued": 2, "long_loans": 4, "pensions": 1, "other_long": 1}


@dataclass(frozen=True)
class Company:
    """An issuer.

    Attributes:
        seed: what it was drawn from.
        ifrs: it reports under IFRS, not under Japanese standards.
        down: amounts are cut off, not rounded.
        unit: yen of one unit of its statements.
        year: the fiscal year that ends in March of it.
        segments: names in both languages.
        results: of the year before and of the year.
        sheets: at the closings before these years and after each.
        parts: sales and profit of the segments, per year.
        quarters: sales and operating profit of the four quarters, per year.
    """

    seed: int
    ifrs: bool
    down: bool
    unit: int
    year: int
    segments: tuple[tuple[str, str], ...]
    results: tuple[Book, Book]
    sheets: tuple[Book, Book, Book]
    parts: tuple[tuple[Book, ...], tuple[Book, ...]]
    quarters: tuple[tuple[Book, ...], tuple[Book, ...]]
    staff: tuple[Book, ...] = field(default_factory=tuple)


def invent(seed: int) -> Company:
    """An issuer for a seed; the same seed gives the same one."""
    rng = random.Random(f"issuer {seed}")
    unit = rng.choice((1_000_000, 1_000_000, 1_000))
    sales = (
        rng.randrange(9_000_000_000, 400_000_000_000)
        if unit > 1_000
        else rng.randrange(2_000_000_000, 40_000_000_000)
    )
    shares = max(2_000_000, sales // rng.randrange(1_800, 5_000) // 1_000 * 1_000)
    ifrs = rng.random() < 0.4
    before = _opening(rng, sales, shares)
    sheets, results = [before], []
    for _ in range(2):
        result = _results(rng, sales, sheets[-1], ifrs=ifrs)
        results.append(result)
        sheets.append(_closing(rng, sheets[-1], result))
        sales = sales * rng.randrange(880, 1_210) // 1_000 + rng.randrange(1_000_000)
    segments = rng.choice(INDUSTRIES)
    return Company(
        seed, ifrs, rng.random() < 0.6, unit, rng.randrange(2_019, 2_027), segments,
        (results[0], results[1]), (sheets[0], sheets[1], sheets[2]),
        (_parts(rng, results[0]), _parts(rng, results[1])),
        (_quarters(rng, results[0]), _quarters(rng, results[1])),
        tuple(_staff(rng) for _ in range(3)),
    )  # fmt: skip


def _share(rng: random.Random, whole: int, low: float, high: float) -> int:
    return int(whole * rng.uniform(low, high)) + rng.randrange(1_000)


def _split(rng: random.Random, whole: int, count: int) -> list[int]:
    weights = [rng.uniform(0.4, 2) for _ in range(count)]
    parts = [int(whole * weight / sum(weights)) for weight in weights[:-1]]
    return [*parts, whole - sum(parts)]


def _opening(rng: random.Random, sales: int, shares: int) -> Book:
    sheet = {name: _share(rng, sales, 0.03, 0.2) for name in ("cash", *ASSETS)}
    sheet["doubtful"] = -_share(rng, sales, 0.0003, 0.002)
    total = sum(sheet.values())
    sheet["capital"], sheet["surplus"] = _share(rng, total, 0.05, 0.1), _share(rng, total, 0.05, 0.1)
    sheet["retained"], sheet["treasury"] = _share(rng, total, 0.15, 0.3), -_share(rng, total, 0.002, 0.01)
    sheet["valuation"], sheet["translation"] = (
        _share(rng, total, 0.005, 0.02),
        _share(rng, total, 0.005, 0.02),
    )
    sheet["minority"] = _share(rng, total, 0.005, 0.02)
    sheet["shares"], sheet["own"] = shares, shares // rng.randrange(40, 200)
    _owe(rng, sheet)
    return sheet


def equity(sheet: Book) -> int:
    """What belongs to the owners of the parent."""
    return owners(sheet) + sheet["valuation"] + sheet["translation"]


def owners(sheet: Book) -> int:
    """Shareholders' equity without other comprehensive income."""
    return sheet["capital"] + sheet["surplus"] + sheet["retained"] + sheet["treasury"]


def assets(sheet: Book) -> int:
    """Total assets."""
    return sheet["cash"] + sheet["doubtful"] + sum(sheet[name] for name in ASSETS)


def liabilities(sheet: Book) -> int:
    """Total liabilities."""
    return sum(sheet[name] for name in LIABILITIES)


def _owe(rng: random.Random, sheet: Book) -> None:
    """Fill the liabilities so that the sheet balances."""
    for name, part in zip(
        LIABILITIES,
        _split(rng, assets(sheet) - equity(sheet) - sheet["minority"], len(LIABILITIES)),
        strict=True,
    ):
        sheet[name] = part


def _results(rng: random.Random, sales: int, sheet: Book, *, ifrs: bool) -> Book:
    book = {"sales": sales, "cost": _share(rng, sales, 0.55, 0.78)}
    book["gross"] = sales - book["cost"]
    book["selling"] = _share(rng, book["gross"], 0.6, 0.97)
    book["other_income"], book["other_costs"] = (
        _share(rng, sales, 0.001, 0.006),
        _share(rng, sales, 0.001, 0.006),
    )
    book["operating"] = book["gross"] - book["selling"] + (book["other_income"] - book["other_costs"]) * ifrs
    for name in ("interest_in", "dividends_in", "sundry_in"):
        book[name] = _share(rng, sales, 0.0005, 0.002)
    for name in ("interest_out", "exchange_out", "sundry_out"):
        book[name] = _share(rng, sales, 0.0005, 0.002)
    book["finance_in"] = book["interest_in"] + book["dividends_in"] + book["sundry_in"]
    book["finance_out"] = book["interest_out"] + book["exchange_out"] + book["sundry_out"]
    book["ordinary"] = book["operating"] + book["finance_in"] - book["finance_out"]
    book["gain"], book["loss"] = _share(rng, sales, 0.0002, 0.002), _share(rng, sales, 0.0002, 0.003)
    book["pretax"] = book["ordinary"] + (0 if ifrs else book["gain"] - book["loss"])
    book["tax_now"], book["tax_later"] = (
        _share(rng, abs(book["pretax"]), 0.25, 0.35),
        -_share(rng, abs(book["pretax"]), 0.0, 0.04),
    )
    book["tax"] = book["tax_now"] + book["tax_later"]
    book["profit"] = book["pretax"] - book["tax"]
    book["minority"] = _share(rng, abs(book["profit"]), 0.01, 0.05)
    book["owners"] = book["profit"] - book["minority"]
    book["oci_valuation"], book["oci_translation"] = (
        int(rng.uniform(-1, 1) * sheet[name] / 4) for name in ("valuation", "translation")
    )
    book["oci"] = book["oci_valuation"] + book["oci_translation"]
    book["per_share"] = rng.randrange(4, 61)
    book["interim"] = book["per_share"] // 2
    book["dividends"] = book["per_share"] * (sheet["shares"] - sheet["own"])
    book["bought"] = _share(rng, -sheet["treasury"], 0.001, 0.02)
    book["average"] = sheet["shares"] - sheet["own"] - rng.randrange(500)
    book["depreciation"] = _share(rng, sales, 0.02, 0.05)
    book["operating_cash"] = _share(rng, sales, 0.05, 0.1)
    book["investing_cash"], book["financing_cash"] = (
        -_share(rng, sales, 0.02, 0.06),
        -_share(rng, sales, 0.01, 0.03),
    )
    book["exchange_cash"] = int(rng.uniform(-1, 1) * sales * 0.003)
    book["cash_change"] = (
        book["operating_cash"] + book["investing_cash"] + book["financing_cash"] + book["exchange_cash"]
    )
    book["orders"] = _share(rng, sales, 0.9, 1.2)
    return book


def _closing(rng: random.Random, before: Book, result: Book) -> Book:
    sheet = {
        name: int(amount * rng.uniform(0.93, 1.1))
        for name, amount in before.items()
        if name in (*ASSETS, "doubtful")
    }
    sheet["cash"] = before["cash"] + result["cash_change"]
    for name in ("capital", "surplus", "shares"):
        sheet[name] = before[name]
    sheet["retained"] = before["retained"] + result["owners"] - result["dividends"]
    sheet["treasury"] = before["treasury"] - result["bought"]
    sheet["own"] = before["own"] + rng.randrange(100, 5_000)
    sheet["valuation"] = before["valuation"] + result["oci_valuation"]
    sheet["translation"] = before["translation"] + result["oci_translation"]
    sheet["minority"] = before["minority"] + result["minority"]
    _owe(rng, sheet)
    return sheet


def _parts(rng: random.Random, result: Book) -> tuple[Book, ...]:
    sales, profit = (
        _split(rng, result["sales"], 3),
        _split(rng, result["operating"] + result["operating"] // 9, 3),
    )
    inner = [_share(rng, part, 0.001, 0.02) for part in sales]
    return tuple(
        {"sales": sale, "profit": one, "inner": own}
        for sale, one, own in zip(sales, profit, inner, strict=True)
    )


def _quarters(rng: random.Random, result: Book) -> tuple[Book, ...]:
    sales, profit, owned = (_split(rng, result[name], 4) for name in ("sales", "operating", "owners"))
    return tuple(
        {"sales": one, "operating": two, "owners": three}
        for one, two, three in zip(sales, profit, owned, strict=True)
    )


def _staff(rng: random.Random) -> Book:
    men, women = rng.randrange(800, 4_000), rng.randrange(200, 1_500)
    managers = rng.randrange(200, 600)
    return {"men": men, "women": women, "managers": managers, "led": rng.randrange(12, managers // 3)}
