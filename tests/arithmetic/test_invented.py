"""Invented releases: without an error nothing is said, and an error in both versions at once is found."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import bilingual

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from invented import invent, pages

SEEDS = (1, 3, 6, 22)
"""Japanese standards and IFRS, thousands and millions, blanks and dashes, the newest year first and last."""


def checked(folder, texts):
    """Errors and warnings of a release in two files."""
    paths = [folder / f"{language}.txt" for language in ("ja", "en")]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    found = bilingual.check(*paths).findings
    return [finding for finding in found if finding.severity.value in ("error", "warning")]


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_said_of_a_correct_release(tmp_path, seed):
    """A correct release gives no error and no warning."""
    assert not checked(tmp_path, pages(invent(seed)))


def misprinted(text, label, place):
    """The text with the last digits of a cell exchanged: the cell at a place of the one row with a label."""
    lines = text.split("\n")
    at = max(number for number, line in enumerate(lines) if line.split("\t")[0] == label)
    cells = lines[at].split("\t")
    digits = [number for number, char in enumerate(cells[place]) if char.isdigit()]
    chars = list(cells[place])
    first = next(number for number in digits if chars[number] not in "89")
    chars[first] = str(int(chars[first]) + 2)
    cells[place] = "".join(chars)
    lines[at] = "\t".join(cells)
    return "\n".join(lines)


ERRORS = [
    (1, ("当期変動額合計", "Total changes during period"), -1, {"ARI006", "ARI002"}),
    (
        1,
        ("親会社株主に帰属する当期純利益", "Profit attributable to owners of parent"),
        4,
        {"ARI008", "ARI002"},
    ),
    (3, ("所有者との取引額合計", "Total transactions with owners"), 3, {"ARI006", "ARI002"}),
    (3, ("その他の費用", "Other expenses"), 1, {"ARI005"}),
]
"""Seed, label of the row, place of the cell, and the rules that may tell it."""


@pytest.mark.parametrize(("seed", "labels", "place", "rules"), ERRORS)
def test_errors_in_both_versions_are_found(tmp_path, seed, labels, place, rules):
    """A cell that both versions print wrong is found by what it stands in."""
    texts = [misprinted(text, label, place) for text, label in zip(pages(invent(seed)), labels, strict=True)]
    found = checked(tmp_path, texts)
    assert found
    assert {finding.rule for finding in found} <= rules
