"""Growth, shares, conversions, per-share amounts and sums over columns: found in tables of made-up figures."""

from __future__ import annotations

import random
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

import pytest

from bilingual import sides
from bilingual.arithmetic import find_relations
from bilingual.arithmetic.formulas import evaluate
from bilingual.arithmetic.misprints import misprints_of
from bilingual.model.document import Language, Span
from bilingual.model.figure import Figure, Kind
from bilingual.model.relation import RelationKind, Verdict
from bilingual.terms import load_terms

SEEDS = range(25)
NAMES = ("Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta", "Eta", "Theta")


def amount(number, step=1):
    """An amount in yen."""
    return Figure(Language.EN, Kind.AMOUNT, str(number), Span(0, 1), Decimal(number), Decimal(step), "JPY")


def per_cent(number):
    """A per cent figure with one decimal."""
    value = Decimal(str(number))
    return Figure(Language.EN, Kind.PERCENT, str(number), Span(0, 1), value, Decimal("0.1"), "%")


def rounded(number, rounding):
    """A number to one decimal."""
    return number.quantize(Decimal("0.1"), rounding=rounding)


def relations(tmp_path, lines):
    """The relations of an English document of these lines."""
    path = tmp_path / "en.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    matcher = load_terms().matcher
    return find_relations(sides.read_side(path), matcher)


def of_kind(found, kind):
    """The relations of one kind."""
    return [relation for relation in found if relation.kind is kind]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("rounding", [ROUND_HALF_UP, ROUND_DOWN])
def test_growth_holds_however_it_is_rounded(seed, rounding):
    """Growth of any two amounts holds when printed by either way of rounding, and gives the sign back."""
    rng = random.Random(seed)
    now, base = rng.randint(-9999, 99999), rng.choice([1, -1]) * rng.randint(100, 99999)
    change = rounded((Decimal(now) / base - 1) * 100, rounding)

    verdict, expected = evaluate(RelationKind.GROWTH, per_cent(change), (amount(now), amount(base)))

    assert verdict is Verdict.HOLDS
    assert abs(expected - change) <= Decimal("0.1")


@pytest.mark.parametrize("seed", SEEDS)
def test_growth_over_the_size_of_the_base_is_the_turned_quotient(seed):
    """(a - b) / |b| is the plain growth with the other sign where the base is negative."""
    rng = random.Random(seed)
    now, base = rng.randint(-9999, 9999), -rng.randint(100, 9999)
    change = rounded(Decimal(now - base) / abs(base) * 100, ROUND_HALF_UP)

    verdict, _ = evaluate(RelationKind.GROWTH, per_cent(change), (amount(now), amount(base)), (-1,))

    assert verdict is Verdict.HOLDS


@pytest.mark.parametrize("seed", SEEDS)
def test_a_growth_that_is_off_is_broken(seed):
    """Two whole points off is never rounding where the amounts have five digits."""
    rng = random.Random(seed)
    now, base = rng.randint(10000, 99999), rng.randint(10000, 99999)
    change = rounded((Decimal(now) / base - 1) * 100, ROUND_HALF_UP) + rng.choice([-2, 2])

    verdict, _ = evaluate(RelationKind.GROWTH, per_cent(change), (amount(now), amount(base)))

    assert verdict is Verdict.BROKEN


@pytest.mark.parametrize("seed", SEEDS)
def test_shares_hold(seed):
    """The share of a part in its whole holds."""
    rng = random.Random(seed)
    whole = rng.randint(10000, 999999)
    part = rng.randint(-whole, whole)
    share = rounded(Decimal(part) / whole * 100, ROUND_HALF_UP)

    assert evaluate(RelationKind.SHARE, per_cent(share), (amount(part), amount(whole)))[0] is Verdict.HOLDS


@pytest.mark.parametrize("seed", SEEDS)
def test_a_misprint_can_be_undone(seed):
    """What a misprint made of a number lists the number among what it may have been."""
    number = Decimal(random.Random(seed).randint(100, 999999))

    for printed in misprints_of(number, Decimal(1)):
        if printed == int(printed) and len(str(abs(int(printed)))) >= len(str(int(number))):
            assert number in set(misprints_of(printed, Decimal(1)))


def growth_table(rng, wrong=None):
    """Lines of a table with a growth column after its two amounts; one growth may be wrong."""
    lines = ["Net sales by region", "(Millions of yen)", "\tFY2025/3\tFY2024/3\tChange (%)"]
    for place, name in enumerate(NAMES):
        now, base = rng.randint(1000, 99999), rng.randint(1000, 99999)
        change = rounded((Decimal(now) / base - 1) * 100, ROUND_HALF_UP)
        if place == wrong:
            change += rng.choice([-7, 7])
        lines.append(f"{name}\t{now:,}\t{base:,}\t{f'({-change})' if change < 0 else change}")
    return lines


@pytest.mark.parametrize("seed", SEEDS)
def test_growth_column_is_found_and_its_wrong_row_told(tmp_path, seed):
    """Every row of a growth column is a relation; the one that is wrong is broken."""
    rng = random.Random(seed)
    wrong = rng.randrange(len(NAMES))

    found = of_kind(relations(tmp_path, growth_table(rng, wrong)), RelationKind.GROWTH)

    assert len(found) == len(NAMES)
    assert [one.verdict is Verdict.BROKEN for one in found] == [place == wrong for place in range(len(NAMES))]


@pytest.mark.parametrize("seed", SEEDS)
def test_figures_without_a_tie_prove_nothing(tmp_path, seed):
    """Columns of random figures are no growth, no share, no conversion and no sum of each other."""
    rng = random.Random(seed)
    lines = ["Key figures", "(Millions of yen)", "\tFY2025/3\tFY2024/3\tRate (%)\tFY2023/3"]
    lines += [
        f"{name}\t{rng.randint(10, 99999):,}\t{rng.randint(10, 99999):,}\t"
        f"{rng.randint(1, 999) / 10}\t{rng.randint(10, 99999):,}"
        for name in NAMES
    ]

    found = relations(tmp_path, lines)

    assert not [relation for relation in found if relation.kind is not RelationKind.SUM]


@pytest.mark.parametrize("seed", SEEDS)
def test_rate_of_a_conversion_is_told_by_the_rows(tmp_path, seed):
    """Without a printed rate the rows tell it, and the row that does not fit is broken."""
    rng = random.Random(seed)
    rate = Decimal(rng.randint(8000, 16000)) / 100
    wrong = rng.randrange(len(NAMES))
    lines = ["Revenues", "(Thousands of yen and thousands of U.S. dollars)", "\tFY2025/3 USD\tFY2025/3 JPY"]
    for place, name in enumerate(NAMES):
        yen = rng.randint(100000, 9999999)
        dollars = (yen / rate).quantize(Decimal(1), rounding=ROUND_HALF_UP)
        if place == wrong:
            dollars += dollars // 10
        lines.append(f"{name}\t{dollars:,}\t{yen:,}")

    found = of_kind(relations(tmp_path, lines), RelationKind.CONVERSION)

    assert [one.verdict is Verdict.BROKEN for one in found] == [place == wrong for place in range(len(NAMES))]


def test_two_cells_exchanged_in_the_whole_break_no_share(tmp_path):
    """Where amount and share of the whole stand in each other's place, no other row becomes the whole."""
    lines = [
        "Statements of operations",
        "(Thousands of yen)",
        "\tFY2025/3\t%\tFY2024/3\t%",
        "Access\t1,934,569\t33.9%\t1,825,612\t40.1%",
        "Dial-up\t520,584\t9.1\t631,841\t13.9",
        "Hosting\t551,593\t9.7\t305,074\t6.7",
        "Services\t3,245,030\t56.9\t2,847,072\t62.5",
        "Integration\t2,050,761\t36.0\t1,507,954\t33.1",
        "Equipment\t404,868\t7.1\t198,630\t4.4",
        "Total revenues\t5,700,659\t100.0\t100.0\t4,553,656",
        "Cost of services\t2,828,486\t49.6\t2,711,901\t59.6",
        "Cost of integration\t1,759,165\t30.9\t1,302,487\t28.6",
        "Total costs\t4,950,521\t86.9\t4,198,464\t92.2",
        "Selling\t434,059\t7.6\t464,557\t10.2",
        "Administration\t262,789\t4.6\t231,141\t5.1",
        "Total expenses\t5,692,994\t99.9\t4,935,140\t108.4",
        "Share of losses\t(783,155)\t(13.8)\t(573,526)\t(12.6)",
    ]

    broken = [
        relation.note
        for relation in of_kind(relations(tmp_path, lines), RelationKind.SHARE)
        if relation.verdict is Verdict.BROKEN
    ]

    assert [note for note in broken if "4,935,140" in note.split(" = ")[0].split(" / ")[1]] == []


def test_changes_without_heads_are_no_sums(tmp_path):
    """A column of changes whose head is lost breaks no sum of its table."""
    lines = [
        "Condensed consolidated statements of income",
        "(Millions of yen)",
        "",
        "Net sales 131,180 137,942 5.2",
        "Cost of sales 76,204 78,330 2.8",
        "Gross profit 54,976 59,612 8.4",
        "Selling, general and administrative expenses 37,402 38,118 1.9",
        "Operating profit 17,574 21,494 22.3",
        "Non-operating income 902 1,204 33.5",
        "Non-operating expenses 1,330 1,618 21.7",
        "Ordinary profit 17,146 21,080 22.9",
    ]

    broken = {
        relation.result.figure.printed
        for relation in of_kind(relations(tmp_path, lines), RelationKind.SUM)
        if relation.verdict is Verdict.BROKEN
    }

    assert broken == set()


def test_changes_of_amounts_that_were_cut_off(tmp_path):
    """A column of changes adds up but for what its amounts were cut by; what is far off is told."""
    rows = [
        ("Interest expenses", 38, 63, 25),
        ("Commission expenses", 57, 60, 3),
        ("Other", 76, 45, -31),
        ("Total non-operating expenses", 173, 168, -5),
    ]
    head = ["(Millions of yen)", "\tFY2024\tFY2025\tChange"]

    def broken(total):
        lines = [
            *head,
            *(f"{label}\t{one}\t{other}\t{change}" for label, one, other, change in rows[:-1]),
            f"{rows[-1][0]}\t173\t168\t{total}",
        ]
        return [
            relation
            for relation in of_kind(relations(tmp_path, lines), RelationKind.SUM)
            if relation.verdict is Verdict.BROKEN
        ]

    assert not broken(-5)
    assert not broken(-6)


@pytest.mark.parametrize(("stated", "told"), [("98.89", False), ("98.93", False), ("198.93", True)])
def test_expected_earnings_per_share_by_an_average_of_another_year(tmp_path, stated, told):
    """Shares move from year to year: earnings a little off what the last average gives are nobody's error."""
    lines = [
        "Consolidated Financial Results for the Fiscal Year Ended March 31, 2025",
        "3. Consolidated Forecast for the Fiscal Year Ending March 31, 2026 (April 1, 2025 to March 31, 2026)",
        "",
        "\tNet sales\tNet sales\tProfit attributable to owners of parent\tProfit attributable to owners of parent\tBasic earnings per share",
        "\tMillions of yen\t%\tMillions of yen\t%\tYen",
        "Six months ending September 30, 2025\t33,000\t1.1\t1,580\t-3.1\t46.38",
        f"Full year\t70,300\t2.0\t3,370\t5.0\t{stated}",
        "",
        "(Per share information)",
        "",
        "\tFiscal year ended March 31, 2024\tFiscal year ended March 31, 2025",
        "Profit attributable to owners of parent (millions of yen)\t3,205\t3,169",
        "Average number of common shares during the period (thousands of shares)\t34,046\t34,064",
    ]
    found = [
        relation
        for relation in of_kind(relations(tmp_path, lines), RelationKind.PER_SHARE)
        if relation.verdict is Verdict.BROKEN and relation.result.figure.printed == stated
    ]
    assert bool(found) is told
