"""Anniversaries and numbered events of paragraphs that correspond: 70周年 beside the 80th anniversary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bilingual.checks.building import column_of, sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import head_spot, make
from bilingual.model.alignment import PairKind, SegmentReading
from bilingual.model.document import Language, Span
from bilingual.model.report import Finding, Severity

_KINDS = frozenset({PairKind.PROSE, PairKind.NOTE, PairKind.HEADING})
_ORDINAL_RES = {
    Language.JA: re.compile(r"(?P<number>\d{1,3}) ?周年|第 ?(?P<other>\d{1,3}) ?[回期](?!線|間|末|首)"),
    Language.EN: re.compile(
        r"(?<![\d.,])(?P<number>\d{1,3})(?:st|nd|rd|th)\b(?! (?:quarter|century|floor|of (?:January|February|March|April|May|June|July|August|September|October|November|December)))"
        r"|(?<![\d.,])(?P<other>\d{1,3})[ -]years? anniversary",
        re.IGNORECASE,
    ),
}


def other_ordinals(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield the only ordinals of two paragraphs where they are not the same."""
    for pair in exam.pairs if not exam.comparison.segments_only else ():
        if pair.kind not in _KINDS:
            continue
        mine = _ordinals(pair.ja_readings)
        theirs = _ordinals(pair.en_readings) if len(mine) == 1 else []
        if len(theirs) != 1 or mine[0][0] == theirs[0][0]:
            continue
        ja, en = spot(exam.ja, mine[0][1]), spot(exam.en, theirs[0][1])
        phrase = f"The number differs, {ja.text} in Japanese, {en.text} in English."
        yield make(check, Severity.WARNING, phrase, ja, en)


def other_head_ordinals(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield the first heads of columns that correspond and number their terms in another way: 第58期 over 59th."""
    for pair in exam.pairs if not exam.comparison.segments_only else ():
        ja, en = pair.ja_table, pair.en_table
        if pair.kind is not PairKind.TABLE or ja is None or en is None:
            continue
        for i, j in pair.column_map:
            mine, theirs = column_of(ja, i), column_of(en, j)
            if mine is None or theirs is None or "第" not in mine.header:
                continue
            numbers = ordinals_in(mine.header, Language.JA), ordinals_in(theirs.header, Language.EN)
            if len(numbers[0]) == len(numbers[1]) == 1 and numbers[0] != numbers[1]:
                phrase = (
                    f"the heads number their terms {numbers[0][0]} in Japanese, {numbers[1][0]} in English"
                )
                places = head_spot(exam.ja, ja, mine), head_spot(exam.en, en, theirs)
                yield make(check, Severity.WARNING, sentence(en.caption or ja.caption, phrase), *places)
                break


def ordinals_in(text: str, language: Language) -> list[int]:
    """The anniversaries and numbers of events that a folded text names: 第38回社債, 38th bonds."""
    return [int(match["number"] or match["other"]) for match in _ORDINAL_RES[language].finditer(text)]


def _ordinals(readings: Sequence[SegmentReading]) -> list[tuple[int, Span]]:
    return [
        (int(match["number"] or match["other"]), reading.segment.content.span(*match.span()))
        for reading in readings
        for match in _ORDINAL_RES[reading.segment.language].finditer(reading.segment.text)
    ]
