"""Sentences within paired paragraphs: figures anchor them, and what stands between anchors keeps its place."""

from __future__ import annotations

import pytest

import bilingual
from bilingual.align import sentences
from bilingual.model.alignment import PairKind

HEAD_JA = "2025年11月12日\n株式会社西浜物流\n業績について\n"
HEAD_EN = "November 12, 2025\nNishihama Logistics Co., Ltd.\nResults\n"
CASES = [
    pytest.param(
        "売上高は412億円でした。倉庫の新設が寄与しました。営業利益は38億円でした。",
        "Net sales were 41.2 billion yen. New warehouses contributed. Operating profit was 3.8 billion yen.",
        [(1, 1, True), (1, 1, True), (1, 1, True)],
        id="as many on both sides",
    ),
    pytest.param(
        "売上高は412億円でした。倉庫の新設が寄与しました。営業利益は38億円でした。",
        "Net sales were 41.2 billion yen. New warehouses contributed. So did higher rates. Operating profit was 3.8 billion yen.",
        [(1, 1, False), (1, 1, False)],
        id="a sentence more between anchors",
    ),
    pytest.param(
        "売上高は412億円、営業利益は38億円でした。純利益は25億円でした。",
        "Net sales were 41.2 billion yen. Operating profit was 3.8 billion yen. Net profit was 2.5 billion yen.",
        [(1, 2, True), (1, 1, True)],
        id="one sentence became two",
    ),
    pytest.param(
        "営業利益は38億円でした。売上高は412億円でした。",
        "Net sales were 41.2 billion yen. Operating profit was 3.8 billion yen.",
        [(1, 1, False), (1, 1, False)],
        id="the other order",
    ),
    pytest.param(
        "倉庫の新設により減価償却費は増加しました。業績予想に修正はありません。",
        "Depreciation increased due to new warehouses. There is no revision to the forecast.",
        [(1, 1, True), (1, 1, True)],
        id="words alone, as many on both sides",
    ),
    pytest.param(
        "倉庫の新設により減価償却費は増加しました。業績予想に修正はありません。",
        "We built new warehouses. Depreciation increased. There is no revision to the forecast.",
        [],
        id="words alone, one more in English",
    ),
]


@pytest.fixture
def paragraph(tmp_path, monkeypatch):
    """The beads of the paragraph that two texts consist of."""

    def of(ja, en):
        for name, text in (("ja.txt", HEAD_JA + ja), ("en.txt", HEAD_EN + en)):
            (tmp_path / name).write_text(text + "\n", encoding="utf-8")
        aligned = bilingual.align(tmp_path / "ja.txt", tmp_path / "en.txt")
        return sentences.beads([pair for pair in aligned.alignment if pair.kind is PairKind.PROSE][-1])

    return of


@pytest.mark.parametrize(("ja", "en", "expected"), CASES)
def test_sentences_are_paired(paragraph, ja, en, expected):
    """How many sentences of either side a bead has, and whether those around it have their places too."""
    found = [(len(bead.ja), len(bead.en), bead.placed) for bead in paragraph(ja, en)]

    assert found == expected


def test_what_figures_join_in_a_tangle_is_left_alone(paragraph):
    """Figures of two sentences that both stand in either of two others prove nothing."""
    found = paragraph(
        "売上高は412億円、営業利益は38億円でした。純利益は25億円、配当は12億円でした。",
        "Net sales were 41.2 billion yen and net profit was 2.5 billion yen. Operating profit was 3.8 billion yen and dividends were 1.2 billion yen.",
    )

    assert found == []
