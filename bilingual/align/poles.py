"""Words that part a whole in two, and the figure that each of them names: 国内120店、海外45店."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bilingual.model.document import Language
from bilingual.text.normalize import small_letters

POLES: tuple[tuple[tuple[str, str, str], tuple[str, str, str]], ...] = (
    (("home", "国内|日本(?!円|経済|銀行|基準|時間|以外|を除)", r"domestic(?:ally)?|(?:in|within) japan"),
     ("abroad", "海外|国外", r"overseas|abroad|international(?:ly)?|outside (?:of )?japan")),
    (("down", "下り", r"down(?:stream|link|load)(?: speeds?)?"), ("up", "(?<!売り)(?<!積み)上り", r"up(?:stream|link|load)(?: speeds?)?")),
    (("graduates", "新卒", r"(?:new )?graduates?"), ("experienced", "中途|キャリア採用", r"mid-career|experienced")),
    (("men", "男性", r"(?:men|males?)"), ("women", "女性", r"(?:women|females?)")),
    (("group", "連結(?!子会社|除外|決算|財務|会計|業績)", r"(?<!non-)(?<!non)consolidated"), ("parent", "個別|単体|単独", r"non-?consolidated|unconsolidated|parent(?:-only| alone)")),
    (("interim", "中間|第2四半期末", r"interim|(?:end of )?(?:the )?second quarter(?:-end| end)?"), ("year-end", "(?<!四半)(?<![年前])期末", r"year-end|(?:fiscal )?year end")),
    (("within", "[1一]年以?内", r"within (?:one|1) year|(?:one|1) year or less"), ("beyond", "[1一]年超", r"(?:over|after|beyond|more than) (?:one|1) year")),
    (("persons", "個人", r"individuals?|retail|consumers?"), ("firms", "法人|企業", r"corporat(?:e|ions?)|business(?:es)?")),
    (("in", "新規|新設|開店|出店", r"new(?:ly)?(?: consolidated)?|open(?:ed|ing|s)?"), ("out", "除外|閉店|閉鎖|退店", r"exclu(?:ded|sions?)|clos(?:e[ds]?|ing)")),
    (("old", "(?:変更|修正|訂正|改定|見直し|更新|組替え?|調整)前|従来|前回", r"before|previous(?:ly)?"), ("new", "(?:変更|修正|訂正|改定|見直し|更新|組替え?|調整)後|今回", r"after|revised|current")),
    (("average", "平均", r"average"), ("end", "期末日?(?:レート)?", r"(?:period|year|term)[- ]end|end of (?:the )?(?:fiscal )?(?:period|year|term)|closing")),
    (("first", "期首", r"(?:at (?:the )?)?(?:beginning|start) of (?:the )?(?:fiscal )?(?:period|year|term)|opening"), ("last", "期末", r"(?:at (?:the )?)?end of (?:the )?(?:fiscal )?(?:period|year|term)|closing")),
    (("basic", "基本的|潜在株式調整前", r"basic"), ("diluted", "希薄化後|潜在株式調整後", r"diluted")),
    (("ordinary", "普通配当", r"ordinary"), ("extra", "記念配当|特別配当", r"commemorative|special")),
    (("forecast", "(?:予想|計画|見通し|目標)(?!し|す|さ|いた|いま|して|であ|です|とし)", r"forecasts?|plans?|planned|targets?|budget|estimates?"), ("result", "実績", r"actuals?|results?")),
    (("short", "短期|流動", r"short-term|current"), ("long", "長期|固定|非流動", r"long-term|non-?current|fixed")),
    (("low", "最低|下限|最小", r"minimum|lower limit|lowest"), ("high", "最高|上限|最大", r"maximum|upper limit|highest")),
)  # fmt: skip
"""Pairs of opposite words: a name, its Japanese words, its English words in small letters."""


def _compiled(words: str, language: Language) -> re.Pattern[str]:
    return re.compile(words if language is Language.JA else rf"\b(?:{words})\b")


_RES: Mapping[Language, tuple[tuple[tuple[str, re.Pattern[str]], tuple[str, re.Pattern[str]]], ...]] = {
    language: tuple(
        ((one[0], _compiled(one[at], language)), (other[0], _compiled(other[at], language)))
        for one, other in POLES
    )
    for language, at in ((Language.JA, 1), (Language.EN, 2))
}
_ANY_RES: Mapping[Language, tuple[re.Pattern[str], ...]] = {
    language: tuple(_compiled("|".join(pair[end][at] for pair in POLES), language) for end in (0, 1))
    for language, at in ((Language.JA, 1), (Language.EN, 2))
}
"""Any first word and any second word of a pair: few texts have both."""


_PART_RE = {
    Language.JA: re.compile(r"うち"),
    Language.EN: re.compile(r"\b(?:includ(?:ing|es)|incl\.|of which)"),
}
_OF_RE = re.compile(r"Of (?:the|our|its|this|these|a total of)\b")
"""Before a whole that its part follows: of the ¥15 billion, ¥9.2 billion was used."""
_HELD_RE = re.compile(r"を含(?:む|み|んだ|んで)")
"""Behind a part: 3,250円(うち超過分120円を含む)."""


def poles(text: str, language: Language, figures: Sequence[int]) -> dict[int, str]:
    """What each figure is named by, as numbers in the list of figures; empty where words and figures do not take turns.

    Both words have to stand once, and to take turns with the first two figures; where the figures come first, there
    are no others: with more, nothing tells which figure a word goes with.

    Args:
        text: the folded text of a segment.
        language: its language.
        figures: where its figures start, in order.

    >>> poles("国内120店、海外45店", Language.JA, [2, 8])
    {0: 'home', 1: 'abroad'}
    """
    if len(figures) < 2:
        return {}
    small = small_letters(text)
    for (one, first), (other, second) in (
        _RES[language] if all(any_word.search(small) for any_word in _ANY_RES[language]) else ()
    ):
        ones = list(first.finditer(small))
        others = list(second.finditer(small)) if len(ones) == 1 else []
        if len(others) != 1:
            continue
        named = sorted([(ones[0].start(), one), (others[0].start(), other)])
        turns = sorted([(place, name) for place, name in named] + [(place, "") for place in figures])
        order = [bool(name) for _, name in turns]
        if order[:4] == [True, False, True, False] or order == [False, True, False, True]:
            return dict(enumerate(name for _, name in named))
    parts = [match.start() for match in _PART_RE[language].finditer(text)]
    if len(figures) == 2 and len(parts) == 1 and figures[0] < parts[0] < figures[1]:
        return {0: "whole", 1: "part"}
    if len(figures) == 2 and language is Language.EN and _OF_RE.match(text):
        return {0: "whole", 1: "part"}
    held = [match.start() for match in _HELD_RE.finditer(text)] if language is Language.JA else []
    if len(figures) == 2 and len(held) == 1 and figures[0] < held[0]:
        return {0: "whole", 1: "part"} if figures[1] < held[0] else {0: "part", 1: "whole"}
    return {}
