"""Versions of a glossary: what differs is told, what both made of it is merged, and nothing is lost."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from glossary_strategies import VERSIONS
from hypothesis import given, settings

from bilingual.glossary.comparing import compare
from bilingual.glossary.csv_format import parse
from bilingual.glossary.csv_writing import dump
from bilingual.glossary.lint import lint
from bilingual.glossary.merging import CONFLICT, merge

CASES = json.loads(
    (Path(__file__).parent.parent / "cases" / "glossary_merge.json").read_text(encoding="utf-8")
)


def concepts(lines):
    """The concepts of lines under the header of the cases."""
    return parse("a.csv", "\n".join([CASES["header"], *lines]) + "\n", strict=True).concepts


def plain(found):
    """Concepts without the field that keeps conflicts."""
    return [
        replace(concept, extra=tuple(each for each in concept.extra if each[0] != CONFLICT))
        for concept in found
    ]


@pytest.mark.parametrize("case", CASES["merges"], ids=[case["name"] for case in CASES["merges"]])
def test_merge(case):
    """The merged version is the one told, and conflicts are listed with both sides."""
    merged = merge(*(concepts(case[side]) for side in ("base", "ours", "theirs")))

    assert plain(merged.concepts) == list(concepts(case["merged"]))
    assert [[each.concept, each.field, each.ours, each.theirs] for each in merged.conflicts] == case.get(
        "conflicts", []
    )


@pytest.mark.parametrize("case", CASES["merges"], ids=[case["name"] for case in CASES["merges"]])
def test_a_conflict_stays_with_its_concept(tmp_path, case):
    """What could not be merged is written into the file, and lint reports it until it is settled."""
    merged = merge(*(concepts(case[side]) for side in ("base", "ours", "theirs")))
    path = tmp_path / "merged.csv"
    path.write_text(dump(merged.concepts), encoding="utf-8")
    found = {each.code for each in lint([path])}

    assert ("conflict" in found) == bool(merged.conflicts)


@pytest.mark.parametrize("case", CASES["diffs"], ids=[case["name"] for case in CASES["diffs"]])
def test_diff(case):
    """Differences are told by concept and field."""
    assert [str(each) for each in compare(concepts(case["older"]), concepts(case["newer"]))] == case[
        "changes"
    ]


@settings(deadline=None, max_examples=100)
@given(VERSIONS, VERSIONS)
def test_one_side_alone_is_taken_as_it_is(base, other):
    """Where one side is the base, the merge is the other side; the same change twice is one."""
    for sides in ((base, other, base), (base, base, other), (base, other, other)):
        merged = merge(*sides)
        assert sorted(merged.concepts, key=lambda each: each.id) == sorted(other, key=lambda each: each.id)
        assert merged.conflicts == ()


@settings(deadline=None, max_examples=150)
@given(VERSIONS, VERSIONS, VERSIONS)
def test_nothing_is_lost(base, ours, theirs):
    """Every text that one side brought in stands in the merged file or in the list of conflicts."""
    merged = merge(base, ours, theirs)
    kept = dump(merged.concepts) + "".join(map(str, merged.conflicts))
    before = {(each.id, term.text) for each in base for term in each.terms}
    names = {each.id for each in merged.concepts}

    for version in (ours, theirs):
        for concept in version:
            if concept.id not in {each.id for each in base}:
                assert concept.id in names
            for term in concept.terms:
                assert (concept.id, term.text) in before or term.text in kept
    assert [each.id for each in merged.concepts if each.id not in {c.id for c in (*ours, *theirs)}] == []


@settings(deadline=None, max_examples=100)
@given(VERSIONS, VERSIONS, VERSIONS)
def test_the_sides_find_the_same_conflicts(base, ours, theirs):
    """Exchanging the sides exchanges who wins, not what is a conflict."""
    one, other = merge(base, ours, theirs), merge(base, theirs, ours)

    assert {each.concept for each in one.conflicts} == {each.concept for each in other.conflicts}
    assert {each.id for each in one.concepts} == {each.id for each in other.concepts}


@settings(deadline=None, max_examples=60)
@given(VERSIONS, VERSIONS)
def test_a_version_differs_from_others_only(older, newer):
    """A version has no differences from itself; two versions without differences are the same."""
    assert compare(older, older) == []
    if compare(older, newer) == []:
        assert {each.id for each in older} == {each.id for each in newer}


def test_entries_with_new_ids_are_the_same():
    """A tool that numbers its entries anew, or the first ids, add and remove nothing."""
    named = parse("a.csv", "id,ja,en\n1,売上高,Net sales\n2,のれん,Goodwill\n", strict=True).concepts
    renumbered = parse("a.csv", "id,ja,en\n8,売上高,Net sales\n9,のれん,Good will\n", strict=True).concepts
    nameless = parse("a.csv", "ja,en\n売上高,Sales\n", strict=True).concepts

    assert [(each.concept, each.kind, each.field) for each in compare(named, renumbered)] == [
        ("8", "changed", "id"), ("9", "added", ""), ("2", "removed", ""),
    ]  # fmt: skip
    assert next((each.kind, each.field) for each in compare(nameless, named)) == ("changed", "id")


def test_a_conflict_says_what_it_was():
    """Where both chose another preferred term, the one before them is told."""
    versions = [
        parse("a.csv", f"id,ja,en\n1,売上高,{en}\n", strict=True).concepts
        for en in ("Net sales", "Revenue", "Sales")
    ]

    (conflict,) = merge(*versions).conflicts

    assert (conflict.base, conflict.ours, conflict.theirs) == ("Net sales", "Revenue", "Sales")
