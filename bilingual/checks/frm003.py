"""A flag of the form differs (有 against No).

Compares: what both versions answer to the questions of the form of financial results: supplementary material, briefing,
revised forecasts of results and dividends, scope of consolidation, accounting policies and estimates, restatement, review.

Why it matters: a reader who sees No does not look for the revision that follows.

Flagged:
    直近に公表されている配当予想からの修正の有無：有
    Revisions to the most recently announced dividend forecast: No

Left alone:
    直近に公表されている配当予想からの修正の有無：有
    Revisions to the most recently announced dividend forecast: Yes

Limits: answers that are given as often in both versions are compared in their order; a question that one version asks
more often than the other is left alone.

Authority: forms of financial results of the Japan Exchange Group (有・無).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bilingual.checks.building import spot, words_before
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.model.alignment import PairKind, SegmentReading, Side
from bilingual.model.document import Language
from bilingual.model.report import Blame, Finding, Severity, Spot
from bilingual.model.table import CellKind

_YES_EN = r"(?:Yes|Applicable|Available|(?:To|Will) be (?:held|prepared|provided)|Scheduled|Planned|Prepared|Held|Established)"
_NO_EN = (
    r"(?:Not (?:applicable|available|scheduled|planned|prepared|held|established)|(?:Will n|N)ot (?:to )?be (?:held|prepared|provided)"
    r"|None|No|N/A)"
)
ANSWER_RES = {
    Language.JA: re.compile(
        r"(?P<words>[^:：。]{4,120}?)\s*[:：\s]\s*(?P<answer>(?P<yes>有|あり|有り)|無|なし|無し)(?=$|[\s()（）、。,])"
    ),
    Language.EN: re.compile(
        r"(?P<words>[^:;：]{4,240}?)(?:\s*[:：\t]\s*|(?P<far>\s{3,}))(?P<answer>(?P<yes>"
        + _YES_EN
        + ")|"
        + _NO_EN
        + r")(?![\w-])(?!\.?\s?\d)(?(far)(?=\s*$|\s{2,}|\s?\())",
        re.IGNORECASE,
    ),
}
ANSWERED_RES = {
    Language.JA: re.compile(r"[:：\s](?:有り?|あり|無し?|なし)(?=$|[\s()（）、。,])"),
    Language.EN: re.compile(rf"(?:[:：\t]\s*|\s{{3,}})(?:{_YES_EN}|{_NO_EN})(?![\w-])", re.IGNORECASE),
}
"""What every answer ends with."""
YES_RES = {
    Language.JA: re.compile(r"有り?|あり"),
    Language.EN: re.compile(_YES_EN, re.IGNORECASE),
}
NO_RES = {
    Language.JA: re.compile(r"無し?|なし"),
    Language.EN: re.compile(_NO_EN, re.IGNORECASE),
}
QUESTIONS = (
    ("supplement", r"補足(?:説明)?資料", r"\bsupplement(?:ary|al)\b|\bexplanatory (?:\w+ )?(?:materials?|documents?)\b"),
    ("briefing", r"説明会", r"\bbriefing(?! (?:materials?|documents?))|\b(?:results|earnings|information|investors?|analysts?) (?:presentation|meeting|conference|explanatory meeting)"
        r"|\bconferences? for\b"),
    ("dividends", r"配当予想", r"\bdividends? (?:per share )?(?:forecast|projection|estimate|outlook|guidance)|\b(?:forecasts?|outlook|guidance)\b.{0,30}\bdividends?\b"),
    ("outlook", r"業績予想", r"\b(?:earnings|results|performance|financial|business)\b.{0,20}\b(?:forecasts?|outlook|guidance)\b"
        r"|\bforecasts?\b.{0,30}\b(?:earnings|results|performance)\b|\b(?:latest|recent|published|announced) forecasts?\b"),
    ("scope", r"連結(?:の)?範囲|子会社の異動", r"\bscope of consolidation|\b(?:significant|specified|major) subsidiar"),
    ("treatment", r"特有の会計処理", r"\baccounting (?:treatment|method|procedure|processing)s?\b.{0,20}\b(?:specific|peculiar"
        r"|unique|particular)|\b(?:specific|special|particular|unique) accounting|\badopted (?:specially|specifically|particularly)\b"),
    ("other policies", r"以外の会計方針の変更", r"\baccounting polic\w+\b.{0,60}\bother (?:than|reasons?)\b"
        r"|\b(?:other|voluntary) changes? (?:in|of|to) accounting polic\w+|\bchanges? other than (?:those )?(?:in |of |under )?(?:\(|[①1ia]\b|the above|above)"),
    ("policies", r"会計方針の変更", r"\baccounting polic\w+|\b(?:due to|following) (?:the )?(?:revisions?|amendments?) (?:of|to|in) accounting standards"),
    ("estimates", r"見積り?の変更", r"\baccounting estimates?\b|\bchanges? (?:in|of|to) estimates?\b"),
    ("restatement", r"修正再表示", r"\brestatement|\bretrospective"),
    ("review", r"によるレビュー", r"\breview\b.{0,160}\b(?:by|accountant|audit)"),
    ("trading", r"特定取引勘定", r"\btrading accounts?\b"),
)  # fmt: skip
"""What the form asks, in both languages."""
PATTERNS = {
    Language.JA: tuple((name, re.compile(ja)) for name, ja, _ in QUESTIONS),
    Language.EN: tuple((name, re.compile(en, re.IGNORECASE)) for name, _, en in QUESTIONS),
}
ASKED = frozenset({PairKind.PROSE, PairKind.HEADING, PairKind.NOTE})


@dataclass(frozen=True, slots=True)
class _Answer:
    question: str
    is_yes: bool
    place: Spot


def run(exam: Examination) -> Iterator[Finding]:
    """Yield one finding for each answer that differs."""
    if exam.comparison.segments_only:
        for pair in exam.pairs:
            if pair.kind in ASKED:
                yield from _compared(_read(exam.ja, pair.ja_readings), _read(exam.en, pair.en_readings))
        return
    ja, en = (side.once(_answers) for side in exam.sides)
    yield from _compared(ja, en)


def _answers(side: Side) -> list[_Answer]:
    return [*_read(side, side.readings), *_cells(side)]


def _compared(ja: Iterable[_Answer], en: Iterable[_Answer]) -> Iterator[Finding]:
    mine, theirs = _by_question(ja), _by_question(en)
    for question, answers in mine.items():
        others = theirs.get(question, [])
        if len(answers) != len(others):
            continue
        for left, right in zip(answers, others, strict=True):
            if left.is_yes is not right.is_yes:
                message = f"The answer differs, {left.place.text} in Japanese, {right.place.text} in English."
                yield make(CHECK, Severity.ERROR, message, left.place, right.place, blame=Blame.UNKNOWN)


def _by_question(answers: Iterable[_Answer]) -> dict[str, list[_Answer]]:
    found: dict[str, list[_Answer]] = defaultdict(list)
    for answer in sorted(answers, key=lambda one: (one.place.line, one.place.col)):
        found[answer.question].append(answer)
    return found


def _question(words: str, language: Language) -> str:
    """The question nearest to the answer: words of a heading may stand before it."""
    best, reached = "", 0
    for name, pattern in PATTERNS[language]:
        for match in pattern.finditer(words):
            if match.end() > reached:
                best, reached = name, match.end()
    return best


def _read(side: Side, readings: Iterable[SegmentReading]) -> Iterator[_Answer]:
    for reading in readings:
        if not ANSWERED_RES[side.language].search(reading.segment.text):
            continue  # nearly all: no question before it is looked for
        for match in ANSWER_RES[side.language].finditer(reading.segment.text):
            question = _question(match["words"], side.language)
            if question:
                span = reading.segment.content.span(*match.span("answer"))
                place = spot(side, span, words_before(side, span))
                yield _Answer(question, match["yes"] is not None, place)


def _cells(side: Side) -> Iterator[_Answer]:
    """Answers in cells of their own."""
    for table in side.tables:
        for row in table.rows:
            words = [cell for cell in row.cells if cell.kind not in (CellKind.FIGURE, CellKind.BLANK)]
            question = _question(row.label, side.language) if words else ""
            for cell in words if question else ():
                is_yes = YES_RES[side.language].fullmatch(cell.text.strip()) is not None
                if is_yes or NO_RES[side.language].fullmatch(cell.text.strip()):
                    yield _Answer(question, is_yes, spot(side, cell.span, row.label))


CHECK = Check("FRM003", "flag differs", Severity.ERROR, run)
