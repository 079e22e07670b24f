"""Whether a sentence speaks of the whole group as its statements show it: no part, no other basis, no forecast."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bilingual.arithmetic.items import Item
from bilingual.arithmetic.names import Names
from bilingual.glossary.keys import english_words
from bilingual.model.document import Language
from bilingual.model.segment import Segment, SegmentKind

EXPECTED_RE = re.compile(
    r"(?=[aefipw見予計目修])(?:"  # with which each of them begins
    r"(?<!as )\bexpect(?:s|ing)?\b|\b(?:is|are) (?:expected|forecast\w*|projected|estimated)\b|\bforecasts?\b|"
    r"\banticipat(?:es?|ing)\b|\bplans? to\b|\bwill (?:be|grow|reach|increase|decrease|rise|fall)\b|"
    r"見込|予想|予測|計画|目標|見通|修正)",
    re.IGNORECASE,
)
"""A sentence about what is expected: tables tell what was achieved."""
OTHER_BASIS_RE = re.compile(
    r"\b(?:excluding|except|before deducting|non-consolidated|parent|cumulative|pro forma|constant currency|"
    r"segments?|subsidiar(?:y|ies)|like-for-like|organic|adjusted for|of which|including)\b|"
    r"除く|除い|単体|個別|累計|セグメント|うち|実質|換算|既存|子会社",
    re.IGNORECASE,
)
"""A sentence about a part or on another basis: nothing is held against it."""
PLAIN_WORDS = frozenset(
    [
        *(
            [
                "the",
                "of",
                "and",
                "for",
                "in",
                "on",
                "at",
                "to",
                "a",
                "an",
                "as",
                "by",
                "with",
                "our",
                "its",
                "company",
                "group",
                "consolidated",
                "financial",
            ]
        ),
        *(
            [
                "result",
                "results",
                "summary",
                "highlight",
                "highlights",
                "overview",
                "quarter",
                "quarterly",
                "fiscal",
                "year",
                "full",
                "half",
            ]
        ),
        *(
            [
                "first",
                "second",
                "third",
                "fourth",
                "operation",
                "operating",
                "performance",
                "business",
                "outlook",
                "review",
                "key",
                "ended",
                "month",
            ]
        ),
        *(
            [
                "analysis",
                "discussion",
                "management",
                "qualitative",
                "information",
                "announcement",
                "announce",
                "report",
                "income",
                "loss",
            ]
        ),
        *(
            [
                "profit",
                "cost",
                "expense",
                "revenue",
                "revenues",
                "sales",
                "earnings",
                "three",
                "six",
                "nine",
                "period",
                "status",
                "position",
                "cash",
                "flow",
                "flows",
                "dividend",
                "dividends",
                "point",
                "points",
                "under",
            ]
        ),
    ]
)
"""Words of headings that name no part of the group."""
_PERIOD_WORD_RE = re.compile(
    r"^(?:\d.*|fy\d*|[1-4]q\d*|q[1-4]|h[12]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)$"
)
_PLAIN_JA_RE = re.compile(
    r"キャッシュ・?フロー|配当|ポイント|サマリー|主[なた]|主要|等|要約|決算|概況|概要|業績|経営成績|財政状態|ハイライト|損益|売上高?|営業|経常|純利益|費用|コスト|利益|損失|収益|連結|四半期|"
    r"当社グループ|当社|第|上期|下期|通期|累計|期間?|年度|年|月|日|当|前|同|関する|説明|定性的|情報|状況|分析|及び|および|"
    r"結果|発表|について|動向|平成|令和|[\u3041-\u309f]"
)
_AMOUNT_RE = re.compile(r"\d ?(?:百万|千|億)?円|[¥$] ?\d|\b(?:JPY|USD) ?\d")
_TELLING_JA_RE = re.compile(r"[\u30a1-\u30fa\u4e00-\u9fff々A-Za-z]")


_NARROWED_RES = {
    Language.JA: re.compile(
        r"(?:事業|部門|地域|セグメント|カンパニー|子会社|単体|個別|店|工場)(?:[はがも、]|で[はも]|につ|にお|に関)"
    ),
    Language.EN: re.compile(
        r"(?=[bdnprs])\b(?:segments?|business(?:es)?|divisions?|subsidiar(?:y|ies)|non-consolidated|stores?|plants?|regions?)\b|"
        r"^In (?:the |our )?[A-Z]",
    ),
}


def narrows(segment: Segment) -> bool:
    """Whether a sentence turns to a part of the group, which the rest of its paragraph may be about."""
    return _NARROWED_RES[segment.language].search(segment.text) is not None


def is_plain(segment: Segment, names: Names, items: Sequence[Item] = ()) -> bool:
    """Whether nothing in a sentence or its heading narrows it down to a part or to another basis.

    Args:
        segment: the sentence.
        names: finds line items; a heading may be the name of one.
        items: the line items of the sentence; a heading may hold a part of their names (Backbone costs).
    """
    if segment.kind in (SegmentKind.NOTE, SegmentKind.CAPTION) or OTHER_BASIS_RE.search(segment.text):
        return False
    heading = segment.heading
    if not heading or _AMOUNT_RE.search(heading):
        return True  # a note that states amounts heads nothing
    if OTHER_BASIS_RE.search(heading):
        return False
    if _names_no_part(heading, segment.language) or names.find(heading):
        return True
    labels = {word for item in items for word, _, _ in english_words(item.row.label)}
    words = {word for word, _, _ in english_words(heading)}
    return bool(labels) and words <= labels | PLAIN_WORDS


def _names_no_part(heading: str, language: Language) -> bool:
    """Whether a heading holds nothing but words of reports and periods."""
    if language is Language.JA:
        return _TELLING_JA_RE.search(_PLAIN_JA_RE.sub("", heading)) is None
    return all(
        word in PLAIN_WORDS or word in names_of_issuer(heading) or _PERIOD_WORD_RE.match(word)
        for word, _, _ in english_words(heading)
    )


def names_of_issuer(heading: str) -> frozenset[str]:
    """Words before the verb of a headline: IIJ Announces ..."""
    match = re.match(r"\s*(\S+(?: \S+){0,3}) (?:Announces|Reports|Posts|Achieves)\b", heading)
    return (
        frozenset(word for word, _, _ in english_words(match.group(1))) | {"announces", "reports"}
        if match
        else frozenset()
    )
