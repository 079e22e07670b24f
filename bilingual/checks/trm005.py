"""A forbidden or expired term is used.

Compares: the terms of both versions with the status and the days of use that the glossary gives them, on the day of the
document.

Why it matters: a house that has settled on a term, or a standard that has replaced one, is contradicted in public.

Flagged:
    少数株主持分	1,234	1,150	(the glossary has the term until March 2015, the release is of 2025)
    Minority interests	1,234	1,150

Left alone:
    非支配株主持分(旧 少数株主持分)	1,234	1,150
    Non-controlling interests (formerly minority interests)	1,234	1,150

Limits: needs a glossary that forbids terms or says until when they are used; a term that is only deprecated is
information. A term that another concept may use is
flagged only where the other version names the concept that may not. Quotations and columns of old periods are left alone.

Authority: ISO 30042, administrative status; the glossary of the issuer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bilingual.checks.banned import Banned, banned_uses, in_order
from bilingual.checks.building import members, row_spot, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.model.document import Language
from bilingual.model.report import Blame, Finding, Severity, Spot
from bilingual.model.termbase import Concept, Term, TermStatus


def run(exam: Examination) -> Iterator[Finding]:
    """Yield the forbidden and expired terms of each concept once, with their places."""
    for places in in_order(banned_uses(exam)):
        yield _finding(exam, places)


def _finding(exam: Examination, places: Sequence[Banned]) -> Finding:
    firsts = {place.use.language: place for place in reversed(places)}
    terms = [firsts[language] for language in Language if language in firsts]
    spots = {place.use.language: _spot(exam, place) for place in terms}
    reason, severity = min((_reason(place.entry.term) for place in terms), key=_seriousness)
    better = [_better(place.entry.concept, place.entry.term) for place in terms]
    count = f", in {len(places)} places" if len(places) > len(terms) else ""
    advice = f"; the glossary has {' / '.join(filter(None, better))}" if any(better) else ""
    message = f"{' / '.join(place.use.text for place in terms)} {reason}{count}{advice}."
    ja, en = (spots.get(language) for language in Language)
    return make(
        CHECK,
        severity,
        message,
        ja,
        en,
        evidence=members([_spot(exam, place) for place in places], (ja, en)),
        blame=Blame.BOTH if len(terms) > 1 else Blame(terms[0].use.language.value),
        expected=better[-1],
    )


def _seriousness(reason: tuple[str, Severity]) -> int:
    return reason[1].rank


def _reason(term: Term) -> tuple[str, Severity]:
    if term.status is TermStatus.FORBIDDEN:
        return "is forbidden by the glossary", Severity.WARNING
    if term.valid_until:
        return f"was in use until {term.valid_until}", Severity.WARNING
    return "is deprecated by the glossary", Severity.INFO


def _better(concept: Concept, term: Term) -> str:
    found = concept.in_language(term.language)
    return next((each.text for each in found if each.status is TermStatus.PREFERRED), "")


def _spot(exam: Examination, place: Banned) -> Spot:
    side, use = exam.comparison.side(place.use.language), place.use
    if use.row is not None:
        return row_spot(side, use.row, use.table)
    return spot(side, use.span, use.text)


CHECK = Check("TRM005", "forbidden or expired term", Severity.WARNING, run)
