"""Running text against tables: what holds, what is broken, what is left alone."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import ROOT

from bilingual import sides
from bilingual.arithmetic import find_relations
from bilingual.arithmetic.times import base_days, months_of, opening_of, same_days, shifted
from bilingual.model.figure import Period, Relative
from bilingual.model.relation import Verdict
from bilingual.terms import load_terms

DATA = json.loads((ROOT / "tests" / "cases" / "narrative.json").read_text(encoding="utf-8"))
HEADS = {"en": "Results for the second quarter of FY2001", "ja": "2001年度第2四半期決算"}


def relations_of(folder, language, text, table=None):
    """The relations of a document with one paragraph and one table that rest on running text."""
    path = folder / "document.txt"
    lines = [HEADS[language], "", text, "", *(table or DATA["tables"][language]), ""]
    path.write_text("\n".join(lines), encoding="utf-8")
    side = sides.read_side(path)
    found = find_relations(side, load_terms().matcher)
    return [relation for relation in found if any(fact.segment is not None for fact in relation.facts)]


@pytest.mark.parametrize("case", DATA["cases"], ids=lambda case: case["why"])
def test_case(case, tmp_path):
    """Figures hold, are broken or stay without a relation, as the case says."""
    found = relations_of(tmp_path, case["lang"], case["text"])
    held, broken = set(), set()
    for relation in found:
        target = broken if relation.verdict is Verdict.BROKEN else held
        target.update(fact.figure.printed for fact in relation.facts if fact.segment is not None)

    assert sorted(held) == sorted(case.get("holds", []))
    assert sorted(broken) == sorted(case.get("broken", []))


amounts = st.integers(min_value=100_000, max_value=99_999_999)


@settings(max_examples=40, deadline=None)
@given(now=amounts, before=amounts, down=st.booleans())
def test_true_statements_are_never_refuted(tmp_path_factory, now, before, down):
    """Amounts in millions, cut off or rounded, and the change in per cent that follows always hold."""
    table = [
        "Statements of operations",
        "(Thousands of yen)",
        "\t2Q01\t2Q00",
        f"Total revenues\t{now:,}\t{before:,}",
    ]
    table += ["Total costs\t51,204\t48,113", "Sales and marketing\t7,118\t6,905"]
    million = now // 1000 if down else int((Decimal(now) / 1000).quantize(Decimal(1), "ROUND_HALF_UP"))
    rate = ((Decimal(now) / Decimal(before) - 1) * 100).quantize(Decimal("0.1"), "ROUND_HALF_UP")
    verb = "a decrease" if rate < 0 else "an increase"
    text = f"Total revenues in 2Q01 were JPY {million:,} million, {verb} of {abs(rate):,}% from 2Q00."

    found = relations_of(tmp_path_factory.mktemp("true"), "en", text, table)

    assert not [relation.note for relation in found if relation.verdict is Verdict.BROKEN]
    assert any(relation.verdict is not Verdict.BROKEN for relation in found)


@settings(max_examples=40, deadline=None)
@given(now=st.integers(min_value=1_000_000, max_value=99_999_999), at=st.integers(0, 3), by=st.integers(1, 9))
def test_a_changed_digit_is_refuted(tmp_path_factory, now, at, by):
    """One digit of an amount changed (the last one by more than rounding explains) is broken."""
    digits = str(now // 1000)
    place = at % len(digits)
    changed = digits[:place] + str((int(digits[place]) + by) % 10) + digits[place + 1 :]
    if abs(int(changed) - int(digits)) < 2 or changed.startswith("0"):
        return
    table = [
        "Statements of operations",
        "(Thousands of yen)",
        "\t2Q01\t2Q00",
        f"Total revenues\t{now:,}\t8,107,935",
    ]
    table += ["Total costs\t51,204\t48,113", "Sales and marketing\t7,118\t6,905"]

    found = relations_of(
        tmp_path_factory.mktemp("wrong"),
        "en",
        f"Total revenues in 2Q01 were JPY {int(changed):,} million.",
        table,
    )

    assert [relation.verdict for relation in found] == [Verdict.BROKEN]


@given(start=st.dates(date(1990, 1, 1), date(2050, 1, 1)), months=st.integers(1, 12), back=st.integers(0, 36))
def test_days_move_by_months_and_keep_their_length(start, months, back):
    """Whole months stay as many months, wherever they are moved."""
    first = start.replace(day=1)
    days = shifted((first, shifted((None, date(first.year, first.month, 1)), -months)[1]), 0)
    days = (first, opening_of((days[1], days[1]))[1])

    assert months_of(days) == months
    assert months_of(shifted(days, back)) == months
    assert same_days(days, (None, days[1]))
    assert same_days(days, shifted(days, back)) is (back == 0)
    assert base_days(Period(relative=Relative.PREVIOUS), days) == shifted(days, months)
    assert base_days(Period(relative=Relative.YEAR_AGO), days) == shifted(days, 12)
