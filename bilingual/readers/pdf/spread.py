"""Labels spread over the width of their cells, character by character (均等割付), as heads of columns often are."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby, pairwise

from bilingual.readers.pdf.fragments import Fragment
from bilingual.text.normalize import fold

EVEN, EVEN_SHARE = 0.15, 0.08
"""How far the gaps within one label differ at most: in heights of a line, and as a share of the widest."""
MOST, MOST_ALONE = 14.0, 8.0
"""Widest gap within a label, in heights of a line: with labels spread out beside it, and alone."""
MOST_CHARACTERS = 60
"""Single characters in a row beyond which no labels are looked for."""
FILLED = 1.6
"""How far from the rules beside it the text of a cell that it fills begins and ends at most, in heights of a line."""
UNIT_RE = re.compile(r"[(（][%％円倍年株][)）]")
YEAR, LONGEST_TERM = 4, 16
"""Digits of a year, and fragments of the longest term that begins with one."""
FEWEST_PARTS = 4
"""Fragments of a term that is spread out: 2024 / 年 / 3 / 月期."""
TERM_RE = re.compile(
    r"(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日|期(?:第[1-4]四半期|中間期)?)(?:[(](?:予想|実績)[)])?"
)
DATE_LETTERS = frozenset("年月日第")
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
        "年間配当金",
        "第1四半期末",
        "第2四半期末",
        "第3四半期末",
        "中間期末",
        "円銭",
        "百万円",
        "千円",
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
"""Words that heads of columns spread out, be the gaps as wide as they may: they decide where the gaps within labels and between them are alike."""


Around = tuple[float | None, float | None]
"""The rules on both sides."""


def nowhere(_: Fragment) -> Around:
    """No rules."""
    return None, None


def spread_labels(
    line: Sequence[Fragment], around: Callable[[Fragment], Around] = nowhere
) -> list[tuple[int, int]]:
    """Stretches (first, end) of fragments that are one label each.

    Args:
        line: what stands on a baseline, from left to right.
        around: the rules on both sides of a fragment.
    """
    found = _spread_terms(line)
    if found:
        return found + [
            own for own in _spread_words(line, around) if all(own[0] >= b or own[1] <= a for a, b in found)
        ]
    return _spread_words(line, around)


def _spread_terms(line: Sequence[Fragment]) -> list[tuple[int, int]]:
    """Terms that are spread out, digits and all: 2024 年 3 月 期 第 2 四 半 期."""
    found: list[tuple[int, int]] = []
    for first, (year, word) in enumerate(pairwise(line)):
        if len(year.text) != YEAR or not year.text.isdecimal() or word.text[:1] != "年":
            continue
        text, last = fold(year.text), 0
        for end, fragment in enumerate(line[first + 1 : first + LONGEST_TERM], start=first + 2):
            text += fold(fragment.text).replace(" ", "")
            if TERM_RE.fullmatch(text):
                last = end
        if last:
            found.append((first, last))
    return found


def is_spread_term(fragments: Sequence[Fragment]) -> bool:
    """Whether fragments are such a term and nothing else."""
    if len(fragments) < FEWEST_PARTS or len(fragments[0].text) != YEAR:
        return False
    return (
        TERM_RE.fullmatch("".join(fold(fragment.text).replace(" ", "") for fragment in fragments)) is not None
    )


def is_spread(words: Sequence[str]) -> bool:
    """Whether words are single letters, the brackets, digits and marks between them aside."""
    if len(words) < 2 or not any(map(_is_single, words)):
        return False
    return all(len(word) == 1 or word.isascii() for word in words)


def are_letters(words: Sequence[str]) -> bool:
    """Whether words are single Japanese characters, as of a label that is spread out (百 万 円)."""
    return len(words) > 1 and all(map(_is_single, words))


def _spread_words(line: Sequence[Fragment], around: Callable[[Fragment], Around]) -> list[tuple[int, int]]:
    """Stretches of fragments of one character that are one label each."""
    found: list[tuple[int, int]] = []
    if sum([_is_single(fragment.text) for fragment in line]) < 2:
        return found
    first = 0
    while first < len(line):
        end = first
        while end < len(line) and _is_single(line[end].text):
            end += 1
        if first == 0 and _is_label_of_figures(line, end):
            found.append((0, end))
        elif 2 <= end - first <= MOST_CHARACTERS:
            at = first
            for rules, cell in groupby(line[first:end], around):
                run = list(cell)
                found += [(at + a, at + b) for a, b in _in_cell(run, rules)]
                at += len(run)
            if found and found[-1][1] == end and _takes_unit(line, *found[-1]):
                found[-1] = found[-1][0], end + 1
        first = max(end, first + 1)
    return found


def _is_label_of_figures(line: Sequence[Fragment], end: int) -> bool:
    """Whether characters at the beginning of a line stand at even gaps, and nothing but figures behind them: no heads of columns."""
    if not 2 < end < len(line) or not all(fragment.is_figure for fragment in line[end:]):
        return False
    gaps = [b.x0 - a.x1 for a, b in pairwise(line[:end])]
    size = max(fragment.size for fragment in line[:end])
    return is_even(gaps, size) and max(gaps) < min(MOST * size, line[end].x0 - line[end - 1].x1 + size)


def _is_single(text: str) -> bool:
    return len(text) == 1 and text > "\u2e7f"


def _in_cell(run: Sequence[Fragment], rules: Around) -> list[tuple[int, int]]:
    """Labels of characters between the same rules: all of them are one where they fill the cell at even gaps."""
    if len(run) < 2:
        return []
    left, right = rules
    size = max(fragment.size for fragment in run)
    filled = (
        left is not None
        and right is not None
        and run[0].x0 - left < FILLED * size
        and right - run[-1].x1 < FILLED * size
    )
    words = [fragment.text for fragment in run]
    whole = filled and (_is_known(words) or not all(word in COUNTED for word in words))
    if whole and is_even([b.x0 - a.x1 for a, b in pairwise(run)], size):
        return [(0, len(run))]
    return _labels(run)


def _takes_unit(line: Sequence[Fragment], first: int, end: int) -> bool:
    """Whether a unit in brackets ends a label, as far from its last character as these from each other."""
    if end == len(line) or not UNIT_RE.fullmatch(line[end].text):
        return False
    gaps = [b.x0 - a.x1 for a, b in pairwise(line[first : end + 1])]
    return len(gaps) > 1 and is_even(gaps, line[first].size)


def _is_known(words: Sequence[str]) -> bool:
    return fold("".join(words)) in WORDS


def is_even(gaps: Sequence[float], size: float) -> bool:
    """Whether gaps are as wide as each other."""
    return max(gaps) - min(gaps) <= EVEN * size + EVEN_SHARE * max(gaps)


def _labels(run: Sequence[Fragment]) -> list[tuple[int, int]]:
    """Labels whose characters stand at even gaps each (per cent may stand alone), with the most characters in known words, then the fewest; none where that tells nothing."""
    gaps = [b.x0 - a.x1 for a, b in pairwise(run)]
    size = max(fragment.size for fragment in run)
    words = [fragment.text for fragment in run]

    def is_label(first: int, end: int) -> bool:
        own = gaps[first : end - 1]
        if not own:
            return words[first] in "％%"
        if len(set(words[first:end])) == 1:  # the last letters of heads that wrap
            return False
        if not is_even(own, size) or (max(own) > MOST * size and not known((first, end))):
            return False
        return not all(word in COUNTED for word in words[first:end])

    def known(label: tuple[int, int]) -> int:
        return label[1] - label[0] if _is_known(words[slice(*label)]) else 0

    best: list[tuple[tuple[int, int], ...] | None] = [*[None] * len(run), ()]
    for first in reversed(range(len(run))):
        options = [
            ((first, end), *rest)
            for end in range(first + 1, len(run) + 1)
            if (rest := best[end]) is not None and is_label(first, end)
        ]
        best[first] = min(options, key=lambda labels: (-sum(map(known, labels)), len(labels)), default=None)
    labels = best[0]
    if labels is None or len(labels) == len(run):
        return []
    if len(labels) == 1 and not known(labels[0]) and (len(run) == 2 or max(gaps) > MOST_ALONE * size):
        return []
    return list(labels)


def are_of_date(before: str, text: str) -> bool:
    """Whether texts beside each other may be parts of a date or term that is spread out: a letter that counts, and a number.

    >>> are_of_date("2026", "年"), are_of_date("月 期 第", "1"), are_of_date("1,204", "年"), are_of_date("第", "一")
    (True, True, False, False)
    """
    letter, number = before[-1:], text
    if letter not in DATE_LETTERS:
        letter, number = text[:1], before
    return letter in DATE_LETTERS and len(number) <= YEAR and number.isdecimal()
