"""From a root cause to the finding that reports it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from bilingual.checks.arbiter import Backing, backings, in_words
from bilingual.checks.building import (
    Case,
    figure_spot,
    fingerprint,
    language_name,
    line_spot,
    members,
    one_line,
    sentence,
    spot,
    spots,
    subject,
    told,
    words_before,
)
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.printing import NUMBER_RE, printed_like
from bilingual.model.alignment import Side
from bilingual.model.document import Language, Span
from bilingual.model.figure import Figure
from bilingual.model.relation import Verdict as Holding
from bilingual.model.report import Blame, Evidence, Finding, Severity, Spot
from bilingual.model.table import Column, Table
from bilingual.tables.patterns import PERIOD_RE
from bilingual.text.normalize import fold

MOST_SUPPORT = 6
"""Places that a verdict shows at most."""


def make(
    check: Check,
    severity: Severity,
    message: str,
    ja: Spot | None = None,
    en: Spot | None = None,
    *,
    evidence: tuple[Evidence, ...] = (),
    blame: Blame | None = None,
    expected: str = "",
) -> Finding:
    """Make a finding of a rule, with its fingerprint and no more serious than the rule may be."""
    mine, theirs = ja or Spot(Language.JA, 0, 0, ""), en or Spot(Language.EN, 0, 0, "")
    name = fingerprint(
        check.code, mine.context, mine.value or mine.text, theirs.context, theirs.value or theirs.text
    )
    return Finding(
        name, check.code, check.name, check.capped(severity), message, ja, en, blame, expected, evidence
    )


def report(
    check: Check, exam: Examination, phrase: str = "", told: Callable[[Case], bool] = lambda _: False
) -> Iterator[Finding]:
    """Yield one finding for each root cause that belongs to a rule.

    Args:
        check: the rule.
        exam: what is examined.
        phrase: what differs, in the rule's own words; both printed forms follow it.
        told: whether another rule tells of a root cause.
    """
    for case in exam.cases.get(check.code, ()):
        if not told(case):
            yield case_finding(check, exam, case, phrase)


def case_finding(check: Check, exam: Examination, case: Case, phrase: str = "") -> Finding:
    """The finding of one root cause."""
    first = case.first
    ja, en = spots(exam.ja, exam.en, first)
    others = [place for item in case.members[1:] for place in reversed(spots(exam.ja, exam.en, item))]
    if case.shape == "column":
        others = [place for place in others if place.language is Language.EN]
    further = members(others, (ja, en))
    words = told(first)
    if phrase:
        words = f"{phrase}, {words}"
    note = "; ".join(part for part in (first.difference.note, case.note) if part)
    lines = {(place.language, place.line) for place in others} - {(s.language, s.line) for s in (ja, en)}
    message = sentence(subject(first), words, note, len(lines) - len(further))
    verdict = _verdict(exam, case)
    if verdict.words:
        message = f"{message} {verdict.words[:1].upper()}{verdict.words[1:]}."
    return make(
        check,
        case.severity,
        message,
        ja,
        en,
        evidence=(*further, *verdict.support),
        blame=verdict.blame,
        expected=verdict.expected,
    )


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of the guilty side.

    Attributes:
        blame: the side; ``UNKNOWN`` where the evidence does not decide; None where nothing was asked.
        expected: the digits that the wrong side should print.
        support: the places that decide.
        words: the evidence in a sentence.
    """

    blame: Blame | None = None
    expected: str = ""
    support: tuple[Evidence, ...] = ()
    words: str = ""


def _verdict(exam: Examination, case: Case) -> Verdict:
    """Which side is wrong: the one whose reading nothing confirms, if something confirms the other's."""
    both = case.first.figures
    if both is None or case.shape not in ("single", "rows"):
        return Verdict()
    backed = backings(exam, both)
    witnesses = {
        side.language: exam.agreeing.get((figure.language, figure.span.start, figure.span.end), ())
        for side, figure in zip(exam.sides, (both.ja, both.en), strict=True)
    }
    speaks = {language: bool(backed[language] or witnesses[language]) for language in Language}
    if speaks[Language.JA] is speaks[Language.EN]:
        return Verdict(Blame.UNKNOWN)
    right, wrong = (both.ja, both.en) if speaks[Language.JA] else (both.en, both.ja)
    support = [_backing_evidence(exam, item, right) for item in backed[right.language][:MOST_SUPPORT]]
    support += [_witness_evidence(exam, witness, right) for witness in witnesses[right.language][:1]]
    support = list(
        {(item.spot.language, item.spot.line, item.spot.col): item for item in reversed(support)}.values()
    )
    support.reverse()
    words = ""
    if backed[right.language]:
        words = (
            f"the {language_name(right.language)} figure is supported by {in_words(backed[right.language])}; "
            f"the {language_name(wrong.language)} by none"
        )
    return Verdict(Blame(wrong.language.value), _expected(right, wrong), tuple(support), words)


def _witness_evidence(exam: Examination, witness: Figure, right: Figure) -> Evidence:
    side = exam.comparison.side(witness.language)
    name = language_name(witness.language)
    note = f"another place of the {name} version agrees with the {language_name(right.language)} one"
    return Evidence(figure_spot(side, witness, words_before(side, witness.span)), "support", note)


def _backing_evidence(exam: Examination, item: Backing, right: Figure) -> Evidence:
    """The figure of a relation that a reader should look at: its result, or the first part of the result itself."""
    side = exam.comparison.side(item.language)
    relation = item.relation
    fact = relation.members[0] if relation.result.figure is item.figure else relation.result
    context = fact.row.label if fact.row is not None else words_before(side, fact.figure.span)
    note = one_line(relation.note)
    if relation.verdict is Holding.BROKEN:
        note += f" does not hold, with {one_line(right.printed)} it would"
    elif relation.verdict is Holding.PLUG:
        note += " but for the last digit"
    return Evidence(figure_spot(side, fact.figure, context), "support", note)


def _expected(right: Figure, wrong: Figure) -> str:
    """The digits that the wrong side should print, in its own unit and scale."""
    if right.scale == wrong.scale and right.unit == wrong.unit and right.unit_printed == wrong.unit_printed:
        return right.printed
    if right.unit != wrong.unit or right.value is None or not wrong.scale:
        return ""
    plain = len(NUMBER_RE.findall(wrong.printed)) == 1 and not right.value % (wrong.step or 1)
    return printed_like(wrong, right.value) if plain or not wrong.unit_printed else ""


def head_spot(side: Side, table: Table, column: Column, part: bool = False) -> Spot:
    """Where the head of a column stands: its period words on a header line, else the header line.

    With ``part``, the quarter below a year is meant.
    """
    context = f"{table.caption} column {column.index}"
    printed = column.period.printed if column.period else column.header
    last = [match[0] for match in PERIOD_RE.finditer(column.header)][-1:]
    for words in dict.fromkeys((*last, printed) if part else (printed, *last)):
        for line in table.header_lines:
            span = side.document.line_span(line)
            at = fold(side.document.text[span.start : span.end]).find(words) if words else -1
            if at >= 0:
                return spot(side, Span(span.start + at, span.start + at + len(words)), context, words)
    torn = printed.rsplit(",", 1)[0] + ","  # Sept. 30, above its year
    for line in table.header_lines if torn != printed and not part else ():
        span = side.document.line_span(line)
        at = fold(side.document.text[span.start : span.end]).find(torn)
        if at >= 0:
            return spot(side, Span(span.start + at, span.start + at + len(torn)), context, printed)
    return line_spot(side, table.header_lines[-1] if table.header_lines else table.line, context)


def head_word_spot(side: Side, table: Table, column: Column, word: str) -> Spot:
    """Where a word of the head of a column stands: on the header lines, its first place but those of columns before."""
    context = f"{table.caption} column {column.index}"
    before = sum(word in other.header for other in table.columns if other.index < column.index)
    places = []
    for line in table.header_lines:
        span = side.document.line_span(line)
        text = fold(side.document.text[span.start : span.end])
        places += [span.start + match.start() for match in re.finditer(re.escape(word), text)]
    if not places:
        return head_spot(side, table, column)
    at = places[min(before, len(places) - 1)]
    return spot(side, Span(at, at + len(word)), context, word)


def unit_note_spot(side: Side, table: Table) -> Spot:
    """The place of the unit note of a table; its caption or first line where it has none."""
    context = f"{table.caption} unit"
    if table.unit_span is not None:
        return spot(side, table.unit_span, context, table.unit_note)
    if table.caption_span is not None:
        return spot(side, table.caption_span, context)
    return line_spot(side, table.line, context)


def one_of_many(
    check: Check, severity: Severity, side: Side, places: Iterable[Spot], message: str
) -> Iterator[Finding]:
    """Yield one finding for a defect that repeats on one side: the first place, the others as members."""
    listed = list(places)
    if not listed:
        return
    first, rest = listed[0], listed[1:]
    further = members(rest, (first,))
    lines = {place.line for place in rest} - {first.line}
    more = len(lines) - len(further)
    if more > 0:
        message = f"{message.removesuffix('.')}; and {more} more."
    ja, en = (first, None) if side.language is Language.JA else (None, first)
    yield make(check, severity, message, ja, en, evidence=further, blame=Blame(side.language.value))
