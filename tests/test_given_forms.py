"""Given segments that say one thing in the forms that both languages have for it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import bilingual

FAMILIES = json.loads((Path(__file__).parent / "cases" / "given_forms.json").read_text(encoding="utf-8"))
"""Families of forms: a sentence with a gap in each language, and classes of forms that mean the same."""


def serious(ja: str, en: str) -> list[str]:
    """What is said above information of one given pair."""
    return [found["message"] for found in bilingual.check_pairs([(ja, en)])[0] if found["severity"] != "info"]


def in_turn(one: list[str], other: list[str]) -> Iterator[tuple[str, str]]:
    """Every form of both lists at least once."""
    for at in range(max(len(one), len(other))):
        yield one[at % len(one)], other[at % len(other)]


ALIKE = [
    (family, ja, en)
    for family in FAMILIES
    for each in family["classes"]
    for ja, en in in_turn(each["ja"], each["en"])
]
APART = [
    (family, ja, en)
    for family in FAMILIES
    for one in family["classes"]
    for other in family["classes"]
    if one is not other
    and [one["name"], other["name"]] not in family.get("alike", [])
    and [other["name"], one["name"]] not in family.get("alike", [])
    for ja, en in in_turn(one["ja"], other["en"])
]


def _name(case: object) -> str:
    return case["family"] if isinstance(case, dict) else str(case)


@pytest.mark.parametrize(("family", "ja", "en"), ALIKE, ids=_name)
def test_forms_of_one_class_stand_for_each_other(family, ja, en):
    """Whatever form each language chooses, a pair that says the same is silent."""
    assert serious(family["ja"].format(ja), family["en"].format(en)) == []


@pytest.mark.parametrize(("family", "ja", "en"), APART, ids=_name)
def test_forms_of_two_classes_are_told_apart(family, ja, en):
    """Another class on one side is another fact, in every form."""
    assert serious(family["ja"].format(ja), family["en"].format(en))
