"""Sums that the form of statements prescribes, series over tables, and what sentences prove by themselves."""

from __future__ import annotations

import random
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual import sides
from bilingual.arithmetic import find_relations
from bilingual.arithmetic.formulas import explained_by_rounding
from bilingual.arithmetic.roles import Role, role_of
from bilingual.model.relation import Verdict
from bilingual.terms import load_terms

MILLION = 10**6
HEAD = ["Results for the fiscal year ended March 31, 2025", ""]
COLUMNS = "\tFiscal year ended March 31, 2024\tFiscal year ended March 31, 2025"


def printed(yen, rounding):
    """An amount in yen as a statement in millions prints it."""
    number = (Decimal(yen) / MILLION).to_integral_value(rounding=rounding)
    return f"({abs(number):,})" if number < 0 else f"{number:,}"


def statement(rng, rounding):
    """A random statement of income in millions that follows to the yen."""
    columns = []
    for _ in range(2):
        sales, interest, dividends, paid, loss = (rng.randint(1, 9 * 10**11) for _ in range(5))
        cost, selling = int(sales * rng.uniform(0.4, 0.9)), int(sales * rng.uniform(0.1, 0.5))
        operating = sales - cost - selling
        ordinary = operating + interest + dividends - paid
        columns.append(
            [
                sales,
                cost,
                sales - cost,
                selling,
                operating,
                interest,
                dividends,
                interest + dividends,
                paid,
                paid,
            ]
        )
        columns[-1] += [ordinary, loss, loss, ordinary - loss]
    labels = (
        "Net sales", "Cost of sales", "Gross profit", "Selling, general and administrative expenses",
        "Operating profit (loss)", "Interest income", "Dividend income", "Total non-operating income",
        "Interest expenses", "Total non-operating expenses", "Ordinary profit (loss)", "Impairment losses",
        "Total extraordinary losses", "Profit (loss) before income taxes",
    )  # fmt: skip
    headings = {5: "Non-operating income", 8: "Non-operating expenses", 11: "Extraordinary losses"}
    lines = [*HEAD, "Consolidated statement of income", "(Millions of yen)", COLUMNS]
    for at, label in enumerate(labels):
        lines += [f"{headings[at]}\t\t"] if at in headings else []
        lines.append(f"{label}\t{printed(columns[0][at], rounding)}\t{printed(columns[1][at], rounding)}")
    return lines


def relations(tmp_path, lines):
    """The relations of an English document of these lines."""
    path = tmp_path / "en.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return find_relations(sides.read_side(path), load_terms().matcher)


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("rounding", [ROUND_DOWN, ROUND_HALF_UP])
def test_a_true_statement_is_never_refuted(tmp_path, seed, rounding):
    """However a statement in millions is rounded, no sum of it is broken, and its results are proved."""
    found = relations(tmp_path, statement(random.Random(seed), rounding))

    assert not [relation.note for relation in found if relation.verdict is Verdict.BROKEN]
    proved = {relation.result.row.label for relation in found if relation.result.row is not None}
    assert {"Operating profit (loss)", "Ordinary profit (loss)", "Total extraordinary losses"} <= proved


@pytest.mark.parametrize("seed", range(10))
def test_one_wrong_result_of_two_columns_is_found(tmp_path, seed):
    """A result that is off in one of two columns breaks the sum that its label prescribes."""
    lines = statement(random.Random(seed), ROUND_HALF_UP)
    at = next(number for number, line in enumerate(lines) if line.startswith("Ordinary profit"))
    label, before, _ = lines[at].split("\t")
    lines[at] = f"{label}\t{before}\t9,999,999"

    broken = [one for one in relations(tmp_path, lines) if one.verdict is Verdict.BROKEN]

    assert any(relation.result.row.label == label for relation in broken)


@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=8))
def test_truncated_parts_explain_their_truncated_total(parts):
    """Parts and total cut off at the million never contradict each other, parts below a million included."""
    printed_parts = [Decimal(part // MILLION) for part in parts]
    apart = Decimal(sum(parts) // MILLION) - sum(printed_parts)

    below = sum(part == 0 for part in printed_parts)
    assert explained_by_rounding(apart, Decimal(1), printed_parts, below)


@given(st.text(max_size=60))
def test_any_label_has_one_role_or_none(label):
    """Labels of any form are read without an error."""
    assert role_of(label) is None or isinstance(role_of(label), Role)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The operating margin was 6.1%, up 0.7 percentage points from 5.4% in the previous year.", True),
        ("The operating margin was 6.1%, up 1.7 percentage points from 5.4% in the previous year.", False),
        ("The operating margin improved by 0.7 points to 6.1% from 5.4%.", True),
        ("Net sales were ¥9,500 million, 2.5 times the ¥3,800 million of a year earlier.", True),
        ("Net sales were ¥9,500 million, 3.5 times the ¥3,800 million of a year earlier.", False),
        ("Net sales were ¥9,500 million, about 3 times the ¥3,800 million of a year earlier.", None),
        ("Net sales rose from ¥3,800 million to ¥9,500 million, up 150.0%.", True),
        ("The margin was 6.1% in Japan. It rose 0.7 points overseas; it had been 3.0% there.", None),
    ],
)
def test_what_the_form_of_a_sentence_proves(tmp_path, text, verdict):
    """Figures that a sentence ties hold or are refuted; without a form that leaves no doubt nothing is claimed."""
    found = relations(tmp_path, [*HEAD, text])

    assert [relation.verdict is not Verdict.BROKEN for relation in found] == (
        [] if verdict is None else [verdict]
    )
