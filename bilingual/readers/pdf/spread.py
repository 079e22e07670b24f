"""Labels spread over the width of their cells, character by character (均等割付), as heads of columns often are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bilingual.readers.pdf.fragments import Fragment

EVEN, EVEN_SHARE = 0.15, 0.08
"""How far the gaps within one label differ at most: in heights of a line, and as a share of the widest."""
MOST, MOST_ALONE = 14.0, 8.0
"""Widest gap within a label, in heights of a line: with labels spread out beside it, and alone."""
MOST_CHARACTERS = 60
"""Single characters in a row beyond which no labels are looked for."""
COUNTED = frozenset("円株人名台件口個社回倍点％%－ー-")
"""Units and dashes: several of them in a row are cells of their own."""
WORDS = frozenset(
    {
        "売上高",
        "売上収益",
        "営業収益",
        "営業利益",
        "経常利益",
        "税引前利益",
        "純利益",
        "当期純利益",
        "四半期純利益",
        "中間純利益",
        "当期利益",
        "中間利益",
        "包括利益",
        "総資産",
        "純資産",
        "自己資本",
        "資本合計",
        "資産合計",
        "純資産合計",
        "自己資本比率",
        "期末",
        "合計",
        "小計",
        "累計",
        "通期",
        "上期",
        "下期",
        "増減",
        "増減額",
        "増減率",
        "前期",
        "当期",
        "円銭",
        "金額",
        "構成比",
        "科目",
        "区分",
        "項目",
        "種類",
        "摘要",
        "備考",
        "年間",
        "配当金",
        "報告セグメント",
        "調整額",
        "その他",
        "受注高",
        "受注残高",
        "株主資本",
        "資本金",
        "資本剰余金",
        "利益剰余金",
        "自己株式",
    }
)
"""Words that heads of columns spread out: they decide where the gaps within labels and between them are alike."""


def spread_labels(line: Sequence[Fragment]) -> list[tuple[int, int]]:
    """Stretches (first, end) of fragments that are one label each; ``line`` is what stands on a baseline, from left to right."""
    found: list[tuple[int, int]] = []
    if sum([_is_single(fragment.text) for fragment in line]) < 2:
        return found
    first = 0
    while first < len(line):
        end = first
        while end < len(line) and _is_single(line[end].text):
            end += 1
        if 2 <= end - first <= MOST_CHARACTERS:
            found += [(first + a, first + b) for a, b in _labels(line[first:end])]
        first = max(end, first + 1)
    return found


def _is_single(text: str) -> bool:
    return len(text) == 1 and text > "\u2e7f"


def _labels(run: Sequence[Fragment]) -> list[tuple[int, int]]:
    """Labels whose characters stand at even gaps each, with the most characters in known words, then the fewest; none where that tells nothing."""
    gaps = [b.x0 - a.x1 for a, b in pairwise(run)]
    size = max(fragment.size for fragment in run)
    words = [fragment.text for fragment in run]

    def is_label(first: int, end: int) -> bool:
        own = gaps[first : end - 1]
        if max(own) > MOST * size or max(own) - min(own) > EVEN * size + EVEN_SHARE * max(own):
            return False
        return not all(word in COUNTED for word in words[first:end])

    def known(label: tuple[int, int]) -> int:
        return label[1] - label[0] if "".join(words[slice(*label)]) in WORDS else 0

    best: list[tuple[tuple[int, int], ...] | None] = [None] * len(run) + [()]
    for first in reversed(range(len(run) - 1)):
        options = [
            ((first, end), *rest)
            for end in range(first + 2, len(run) + 1)
            if (rest := best[end]) is not None and is_label(first, end)
        ]
        best[first] = min(options, key=lambda labels: (-sum(map(known, labels)), len(labels)), default=None)
    labels = best[0]
    if labels is None:
        return []
    if len(labels) == 1 and not known(labels[0]) and (len(run) == 2 or max(gaps) > MOST_ALONE * size):
        return []
    return list(labels)
