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


def misprinted(text, label, place, which):
    """The text with two added to the first digit of a cell that allows it: in one of the rows with a label."""
    lines = text.split("\n")
    at = [number for number, line in enumerate(lines) if line.split("\t")[0] == label][which]
    cells = lines[at].split("\t")
    chars = list(cells[place])
    first = next(number for number, char in enumerate(chars) if char.isdigit() and char not in "89")
    chars[first] = str(int(chars[first]) + 2)
    cells[place] = "".join(chars)
    lines[at] = "\t".join(cells)
    return "\n".join(lines)


ERRORS = {
    "a total of movements in equity": (1, ("当期変動額合計", "Total changes during period"), -1, -1, {"ARI006", "ARI002"}),
    "transactions with owners": (3, ("所有者との取引額合計", "Total transactions with owners"), 3, -1, {"ARI006", "ARI002"}),
    "a quarter of a year": (
        1, ("親会社株主に帰属する当期純利益", "Profit attributable to owners of parent"), 4, -1, {"ARI008", "ARI002"},
    ),
    "other expenses between gross and operating profit": (3, ("その他の費用", "Other expenses"), 1, -1, {"ARI005"}),
    "return on equity": (1, ("2024年3月期", "March 31, 2024"), 2, 1, {"CAL001"}),
    "dividends on net assets": (1, ("2024年3月期", "March 31, 2024"), 8, -1, {"CAL001"}),
    "dividends in total": (1, ("2024年3月期", "March 31, 2024"), 6, -1, {"ARI007"}),
    "earnings per share of the forecast": (1, ("通期", "Full year"), 9, -1, {"ARI007"}),
    "sales of a half-year": (1, ("売上高", "Net sales"), 2, -1, {"ARI008"}),
    "women in management": (1, ("女性管理職比率", "Share of women in management"), 3, -1, {"CAL001"}),
    "backlog of a segment": (1, ("自動車部品", "Automotive parts"), 4, -1, {"ARI002", "ARI001"}),
}  # fmt: skip
"""Seed, label of the row, place of the cell, which row of that label, and the rules that may tell it."""


@pytest.mark.parametrize("name", ERRORS)
def test_errors_in_both_versions_are_found(tmp_path, name):
    """A cell that both versions print wrong is found by what it stands in."""
    seed, labels, place, which, rules = ERRORS[name]
    texts = [
        misprinted(text, label, place, which) for text, label in zip(pages(invent(seed)), labels, strict=True)
    ]
    found = checked(tmp_path, texts)
    assert found
    assert {finding.rule for finding in found} <= rules


SENTENCES = {
    "members doubled": ("海外の会員数は{small}人から{large}人に倍増しました", "Members abroad doubled from {small} to {large}"),
    "contracts rose": ("定期契約の件数は{small}件から{large}件へ2.1倍に増加しました", "subscriptions rose from {small} to {large}, 2.1 times"),
}  # fmt: skip


@pytest.mark.parametrize("name", SENTENCES)
def test_multiples_that_do_not_follow_are_found(tmp_path, name):
    """A multiple in words or figures is held against the two figures of its sentence."""
    texts = list(pages(invent(2)))
    for at, words in enumerate(SENTENCES[name]):
        right, wrong = words.format(small="194", large="401"), words.format(small="194", large="201")
        assert right in texts[at]
        texts[at] = texts[at].replace(right, wrong)
    assert {finding.rule for finding in checked(tmp_path, texts)} == {"CAL001"}


def test_text_is_held_against_a_summary_of_periods(tmp_path):
    """Where no statement follows, the summary whose rows are years tells what a sentence should say."""
    texts = [
        text.split(stop)[0]
        for text, stop in zip(
            pages(invent(1)), ("（1） 連結貸借対照表", "(1) Consolidated balance sheet"), strict=True
        )
    ]
    assert not checked(tmp_path, texts)
    wrong = [
        text.replace(words + "366,496", words + "366,946")
        for text, words in zip(texts, ("売上高は", "net sales was ¥"), strict=True)
    ]
    assert wrong[0] != texts[0] and wrong[1] != texts[1]
    assert {finding.rule for finding in checked(tmp_path, wrong)} == {"NAR001"}
