"""From a root cause to the finding that reports it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bilingual.checks.building import (
    Case,
    figure_spot,
    fingerprint,
    language_name,
    line_spot,
    members,
    sentence,
    spot,
    spots,
    subject,
    told,
    words_before,
)
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.model.alignment import Side
from bilingual.model.document import Language
from bilingual.model.figure import Figure
from bilingual.model.report import Blame, Evidence, Finding, Severity, Spot
from bilingual.model.table import Table


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


def report(check: Check, exam: Examination, phrase: str = "") -> Iterator[Finding]:
    """Yield one finding for each root cause that belongs to a rule.

    Args:
        check: the rule.
        exam: what is examined.
        phrase: what differs, in the rule's own words; both printed forms follow it.
    """
    for case in exam.cases.get(check.code, ()):
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
    blame, expected, support = _verdict(exam, case)
    return make(
        check, case.severity, message, ja, en, evidence=(*further, *support), blame=blame, expected=expected
    )


def _verdict(exam: Examination, case: Case) -> tuple[Blame | None, str, tuple[Evidence, ...]]:
    """Which side is wrong: the one whose value the other language confirms nowhere, if it confirms the other's."""
    both = case.first.figures
    if both is None or case.shape not in ("single", "rows"):
        return None, "", ()
    backs = {
        side.language: exam.agreeing.get((figure.language, figure.span.start, figure.span.end), ())
        for side, figure in zip(exam.sides, (both.ja, both.en), strict=True)
    }
    if bool(backs[Language.JA]) is bool(backs[Language.EN]):
        return Blame.UNKNOWN, "", ()
    right, wrong = (both.ja, both.en) if backs[Language.JA] else (both.en, both.ja)
    witness = backs[right.language][0]
    name = language_name(witness.language)
    note = f"another place of the {name} version agrees with the {language_name(right.language)} one"
    context = words_before(exam.comparison.side(witness.language), witness.span)
    evidence = Evidence(
        figure_spot(exam.comparison.side(witness.language), witness, context), "support", note
    )
    return Blame(wrong.language.value), _expected(right, wrong), (evidence,)


def _expected(right: Figure, wrong: Figure) -> str:
    """The digits that the wrong side should print, where both print in the same unit and scale."""
    if right.scale == wrong.scale and right.unit == wrong.unit and right.unit_printed == wrong.unit_printed:
        return right.printed
    return ""


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
