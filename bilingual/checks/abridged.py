"""Figures that one of two given segments leaves out: a detail that the other adds, or a fact that is lost."""

from __future__ import annotations

import re
from decimal import Decimal

from bilingual.checks.examination import Examination
from bilingual.checks.replaced import STATED
from bilingual.figures.plain_numbers import plain_numbers
from bilingual.figures.units import DURATIONS
from bilingual.model.alignment import Leftover, Side
from bilingual.model.document import Language
from bilingual.model.figure import Figure, Kind
from bilingual.model.report import Severity

TOPIC_RE = {
    Language.JA: re.compile(r"(?:は|が|も) ?(?:約|およそ)?"),
    Language.EN: re.compile(
        r" (?:was|were|came to|amounted to|totall?ed|stood at|reached) (?:about |approximately )?"
    ),
}
"""Between an item and its figure, where the sentence is about the item."""
PART_RE = re.compile(r"(?:うち|内訳|内)[、:]?\Z|\b(?i:of which|of this|including)[, ]*(?:the )?\Z")
"""Before an item that is part of what was said: うち海外は120億円."""
LONGEST_TOPIC = 40


def severity_of_omission(exam: Examination, item: Leftover) -> Severity:
    """How much it matters that the other segment leaves a figure out.

    Segments that agree in all else may be abridged or explained on one side: that is worth knowing. It is a
    warning where Japanese states this figure only, where another figure differs or may stand in its place, and
    where the segment says what an item amounts to that the other does not name.
    """
    if item.figure is not None and item.figure.kind is Kind.COUNT and item.figure.value == 1:
        return Severity.INFO  # 1回 is once, 1社 a company
    if item.figure is not None and (item.figure.unit in DURATIONS or item.figure.unit in LENGTHS):
        others = exam.comparison.side(item.language.other)
        periods = [mention for reading in others.readings for mention in reading.periods]
        if (periods and item.language is Language.EN) or _length_named(item.figure, others):
            return Severity.INFO  # 9カ月決算 is a nine-month period
    if item.figure is not None and item.figure.value == 0:
        return Severity.INFO  # 0件 is none
    if _is_whole(exam, item):
        return Severity.INFO  # 取得率100%: all took it
    if _unit_of_rate(exam, item):
        return Severity.INFO  # 100万時間当たり is per million hours
    if _written_there(exam, item):
        return Severity.INFO
    if _otherwise_the_same(exam, item.language) and not _own_statement(exam, item):
        return Severity.INFO
    return Severity.WARNING


LENGTHS = {
    "months": {
        3: r"quarter|四半期|\b(?:three|3)[- ]months?|3 ?[ヶかカヵ]月",
        6: "half|semi|interim|半期|中間|上期|下期",
        12: "year|annual|年|通期",
        2: r"bi-?monthly|(?:every (?:other|second)|alternate) month|隔月",
    },
    "years": {
        1: "year|annual|年|通期|twelve|12",
        2: "every (?:other|second) year|biennial|隔年",
        10: "decade",
        100: "centur|世紀",
    },
    "rounds": {
        2: "semi-?annual|biannual|half[- ]year|six months|twice|半期|半年",
        4: "quarterly|(?:each|every) quarter|四半期",
        12: "monthly|(?:each|every) month|毎月|月次",
    },
    "quarters": {2: "half|semi|半期|半年|中間", 4: "year|annual|年|通期"},
    "weeks": {
        1: "week|7|seven|週",
        2: r"fortnight|bi-?weekly|(?:every (?:other|second)|alternate) week|隔週",
    },
    "days": {1: r"\ba day\b|daily|24|日", 7: "week|週", 14: "fortnight"},
    "hours": {1: r"an hour\b|hourly|60|sixty|毎時", 24: r"\ba day\b|around the clock|1 ?日"},
    "minutes": {30: "half an hour|half-hour|半時間", 60: r"an hour\b|hourly|1 ?時間"},
    "seconds": {60: r"a minute\b|1 ?分"},
}
"""Words that name the length of a period, or how often a year, without its number."""


def _length_named(figure: Figure, others: Side) -> bool:
    """Whether the other segment writes the number of a duration, or a word for a period of this length."""
    words = LENGTHS.get(figure.unit, {}).get(int(figure.value or 0), "")
    for reading in others.readings:
        text = reading.segment.text
        if words and re.search(words, text, re.IGNORECASE):
            return True
        if any(number.value == figure.value for number in plain_numbers(text, others.language)):
            return True
    return False


_WHOLE_RE = {
    Language.JA: re.compile("全|すべて|総て|丸ごと"),
    Language.EN: re.compile(
        r"\b(?:all|each|entire(?:ly|ty)?|every(?:one|body)?|full(?:y)?|total(?:ly)?|whol(?:e|ly))\b",
        re.IGNORECASE,
    ),
}
_WHOLE = Decimal(100)


def _is_whole(exam: Examination, item: Leftover) -> bool:
    """Whether a figure is 100%, which the other segment says in a word."""
    figure, other = item.figure, item.language.other
    if figure is None or figure.kind is not Kind.PERCENT or figure.value != _WHOLE:
        return False
    return any(_WHOLE_RE[other].search(r.segment.text) for r in exam.comparison.side(other).readings)


_POWERS = {
    Decimal(10) ** exponent: word
    for exponent, word in ((2, "hundred"), (3, "thousand"), (6, "million"), (9, "billion"))
}


def _unit_of_rate(exam: Examination, item: Leftover) -> bool:
    """Whether English writes a power of ten behind *per* as a word alone: per thousand people."""
    word = (
        _POWERS.get(item.figure.value) if item.figure is not None and item.figure.value is not None else None
    )
    if word is None or item.language is not Language.JA:
        return False
    text = exam.en.readings[0].segment.text if exam.en.readings else ""
    return re.search(rf"\b(?:per|every|an?) {word}\b", text, re.IGNORECASE) is not None


def _written_there(exam: Examination, item: Leftover) -> bool:
    """Whether the other segment writes the number all the same, among words that count nothing: 17 in a row."""
    figure, other = item.figure, exam.comparison.side(item.language.other)
    if figure is None or figure.kind not in (Kind.COUNT, Kind.RATIO) or figure.value is None:
        return False
    taken = [
        (both.en if item.language is Language.JA else both.ja).span
        for pair in exam.pairs
        for both in pair.figures
    ]
    for reading in other.readings:
        for number in plain_numbers(reading.segment.text, other.language):
            span = reading.segment.content.span(number.start, number.end)
            if number.value == abs(figure.value) and not any(
                span.start < held.end and held.start < span.end for held in taken
            ):
                return True
    return False


def _otherwise_the_same(exam: Examination, language: Language) -> bool:
    """Whether all that stands on both sides agrees, and the other side has nothing left over."""
    both = [figures for pair in exam.pairs for figures in pair.figures]
    if any(item.serious for figures in both for item in figures.differences):
        return False
    if not both and language is Language.JA:
        return (
            False  # the sentence was about this figure; English may put in a number where Japanese has a word
        )
    return not any(
        rest.language is language.other and rest.figure is not None and rest.figure.kind in STATED
        for rest in exam.comparison.alignment.leftovers
    )


def _own_statement(exam: Examination, item: Leftover) -> bool:
    """Whether the figure is what an item amounts to (営業利益は12億円) that the other segment does not name."""
    mine, others = exam.comparison.side(item.language), exam.comparison.side(item.language.other)
    for reading in mine.readings:
        segment = reading.segment
        for term in exam.matcher.find(segment.text, mine.language):
            start = segment.content.offset(term.end - 1) + 1
            if not start <= item.span.start <= start + LONGEST_TOPIC:
                continue
            between = mine.document.text[start : item.span.start]
            if PART_RE.search(segment.text, 0, term.start):
                continue
            if TOPIC_RE[mine.language].fullmatch(between):
                named = {
                    concept
                    for other in others.readings
                    for found in exam.matcher.find(other.segment.text, others.language)
                    for concept in found.concepts
                }
                return not named & set(term.concepts)
    return False
