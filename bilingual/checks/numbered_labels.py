"""Things that both languages tell apart by a number, as labels of figures: 第2号議案 and Proposal No. 2."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bilingual.checks.free_labels import Label
from bilingual.model.document import Language

_NUMBERED_RES: Mapping[Language, re.Pattern[str]] = {
    Language.JA: re.compile(
        r"第 ?(?P<number>\d{1,2})(?:号議案|号機|回|種|次|[工プ])|(?:フェーズ|ステージ|ケース|タイプ|クラス|スコープ|区分) ?(?P<number2>\d{1,2})(?![\d.,])"
    ),
    Language.EN: re.compile(
        r"\b(?i:proposals?|agenda items?|phase|stage|case|type|class|scope|series|unit|plant|factory|segment|reactor|category) (?i:no\. ?)?(?P<number>\d{1,2})(?![\d.,]*\d)|\b(?P<number2>\d{1,2})(?:st|nd|rd|th) (?:series|unsecured|stock|share)"
    ),
}
"""Things that both languages tell apart by a number: 第2号議案, Proposal No. 2."""


def numbered(text: str, language: Language) -> list[Label]:
    """What a text tells apart by numbers: proposals, phases, series."""
    return [
        Label(*match.span(), frozenset({f"number {match['number'] or match['number2']}"}))
        for match in _NUMBERED_RES[language].finditer(text)
    ]
