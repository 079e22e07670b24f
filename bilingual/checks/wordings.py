"""Words of two given segments that cannot stand for each other: 短期 and long-term, 中旬 and late, 数十 and hundreds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from bilingual.align.given_figures import MARKS
from bilingual.checks.building import sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.contrasts import Opposition, oppositions, told, vocabulary
from bilingual.figures.vague_numbers import vague_numbers
from bilingual.figures.written_dates import MONTH, MONTH_NUMBERS
from bilingual.model.alignment import Leftover, Side
from bilingual.model.document import Language, Span
from bilingual.model.figure import Aspect, Kind
from bilingual.model.report import Finding, Severity


def contrary(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield the words of two given segments that cannot stand for each other and that the rule tells of."""
    if check.code == "UNT003" and all(side.tables for side in exam.sides):
        return  # notes of units: UNT002 tells
    for found in exam.once(_oppositions):
        if found.contrast.rule == check.code:
            mine, theirs = (side.readings[0].segment.content for side in exam.sides)
            yield _told(check, exam, mine.span(*found.ja), theirs.span(*found.en))


def _oppositions(exam: Examination) -> Sequence[Opposition]:
    """What the vocabulary of contrasts says against two given segments, where no figure and no time does."""
    if not exam.one_segment:
        return ()
    ja, en = (side.readings[0].segment.text for side in exam.sides)
    found = list(oppositions(vocabulary("segments", exam.comparison.contrasts), ja, en))
    if found and _marked_once(exam):
        found = [each for each in found if each.contrast.rule != SIGNS]
    return told(found) if found and not is_told(exam) else ()


SIGNS = "SGN001"
"""The rule that tells of a profit for a loss."""


def _marked_once(exam: Examination) -> bool:
    """Whether a mark makes the only figure negative on one side and a word on the other: 損失12億円, profit of ¥(1.2) billion."""
    figures = [both for pair in exam.pairs for both in pair.figures]
    return (
        len(figures) == 1
        and figures[0].agrees
        and (figures[0].ja.sign in MARKS) is not (figures[0].en.sign in MARKS)
    )


_THIRD_JA_RE = re.compile(
    r"(?<!\d)(?P<month>1[0-2]|[1-9]) ?月の?(?:(?P<early>[上初]旬|初め|初頭)|(?P<mid>中旬|半ば|中頃)|(?P<late>下旬|末))"
)
_THIRD_EN_RE = re.compile(
    rf"\b(?:(?P<early>early|beginning of|start of)|(?P<mid>mid(?:dle of|way through)?)|(?P<late>late|end of))[ -](?:in )?(?P<month>{MONTH})",
    re.IGNORECASE,
)


def thirds(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield months that both given segments name once, with another third of them: 6月下旬, mid-June."""
    if not exam.one_segment:
        return
    if is_told(exam):
        return
    mine, theirs = (_thirds(side) for side in exam.sides)
    for month in mine.keys() & theirs.keys():
        if mine[month][0] != theirs[month][0]:
            yield _told(check, exam, mine[month][1], theirs[month][1])
            return
    for month in mine.keys() - theirs.keys():
        days = [match for match in _DAY_EN_RE.finditer(_text(exam.en)) if _month_of(match) == month]
        if len(days) == 1 and not re.search(rf"(?<!\d){month} ?月 ?\d", _text(exam.ja)):
            third = ("early", "mid", "late")[min((int(days[0]["day"]) - 1) // 10, 2)]
            if third != mine[month][0]:
                yield _told(
                    check, exam, mine[month][1], exam.en.readings[0].segment.content.span(*days[0].span())
                )
                return


_DAY_EN_RE = re.compile(rf"\b(?P<month>{MONTH})\.? (?P<day>[1-3]?\d)(?!\d)(?!st\b|nd\b|rd\b|th\b)")


def _month_of(match: re.Match[str]) -> int:
    return MONTH_NUMBERS[match["month"][:3].lower()]


def _text(side: Side) -> str:
    return side.readings[0].segment.text


def _thirds(side: Side) -> dict[int, tuple[str, Span]]:
    """The third in which each month stands, and where; without months that stand in several."""
    segment = side.readings[0].segment
    japanese = side.language is Language.JA
    found: dict[int, tuple[str, Span]] = {}
    twice: set[int] = set()
    for match in (_THIRD_JA_RE if japanese else _THIRD_EN_RE).finditer(segment.text):
        month = int(match["month"]) if japanese else MONTH_NUMBERS[match["month"][:3].lower()]
        twice |= {month} & found.keys()
        third = next(name for name in ("early", "mid", "late") if match[name])
        found[month] = third, segment.content.span(*match.span())
    return {month: told for month, told in found.items() if month not in twice}


def vague(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield numbers that tell their size only (数十社), where the other segment tells another size or an exact number."""
    if not exam.one_segment:
        return
    if is_told(exam):
        return
    mine, theirs = (
        {
            number.exponent: side.readings[0].segment.content.span(number.start, number.end)
            for number in vague_numbers(side.readings[0].segment.text, side.language)
        }
        for side in exam.sides
    )
    places = opposed(mine, theirs)
    if places is None and bool(mine) is not bool(theirs):
        places = _exact_instead(exam, mine or theirs, Language.JA if mine else Language.EN)
    if places is not None and (mine.keys() | theirs.keys()) != {0}:
        yield _told(check, exam, *places)


def is_told(exam: Examination, *, limits: bool = True) -> bool:
    """Whether a figure, a date or a period of the two segments differs already; ``limits`` of figures too."""
    return any(
        item.serious for pair in exam.pairs for both in pair.periods for item in both.differences
    ) or any(
        item.serious and (limits or item.aspect is not Aspect.BOUND)
        for pair in exam.pairs
        for both in pair.figures
        for item in both.differences
    )


def opposed(mine: Mapping[int, Span], theirs: Mapping[int, Span]) -> tuple[Span, Span] | None:
    """The first words of both sides without a counterpart, where no meaning or as many others are told."""
    if not mine or not theirs or mine.keys() == theirs.keys():
        return None
    if mine.keys() & theirs.keys() and len(mine) != len(theirs):
        return None
    alone = [
        next(span for key, span in one.items() if key not in other)
        for one, other in ((mine, theirs), (theirs, mine))
    ]
    return alone[0], alone[1]


def _exact_instead(
    exam: Examination, told: Mapping[int, Span], language: Language
) -> tuple[Span, Span] | None:
    """A vague number and the only exact count of the other segment, which has no counterpart."""
    if len(told) != 1 or 0 in told:
        return None
    rest: list[Leftover] = [item for item in exam.comparison.alignment.leftovers if item.figure is not None]
    other = [item for item in rest if item.language is language.other]
    if len(other) != 1 or len(rest) != 1 or other[0].figure is None:
        return None
    if other[0].figure.kind not in (Kind.COUNT, Kind.NUMBER, Kind.AMOUNT):
        return None
    span = next(iter(told.values()))
    return (span, other[0].span) if language is Language.JA else (other[0].span, span)


def _told(check: Check, exam: Examination, ja: Span, en: Span) -> Finding:
    places = spot(exam.ja, ja), spot(exam.en, en)
    phrase = f"{places[0].text} in Japanese cannot stand for {places[1].text} in English"
    return make(check, Severity.WARNING, sentence("", phrase), *places)
