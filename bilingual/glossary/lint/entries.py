"""What is wrong with one concept, seen by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache

from bilingual.glossary.columns import DATE_RE, TERM_COLUMNS, TERM_FORM_FIELDS
from bilingual.glossary.keys import english_key, japanese_key
from bilingual.glossary.lint.spelling import JAPANESE_RE
from bilingual.glossary.merging import CONFLICT
from bilingual.glossary.problems import Problem
from bilingual.model.document import Language
from bilingual.model.termbase import Concept, Term, TermStatus

STANDARDS = ("J-GAAP", "IFRS", "US-GAAP")
LANGUAGES = {Language.JA: "Japanese", Language.EN: "English"}
COLUMNS = {(language, status): name for name, language, status in TERM_COLUMNS}


def term_column(concept: Concept, term: Term) -> str:
    """The column that holds a term."""
    return COLUMNS[term.language, term.status] if _is_row(concept) else "term"


def _is_row(concept: Concept) -> bool:
    """Whether one line is the whole concept: with one term per line, its terms stand on lines of their own."""
    return len(concept.terms) > 1 and all(term.line == concept.line for term in concept.terms)


def key_of(term: Term) -> str:
    """What spellings of one term have in common."""
    return text_key(term.text, term.language)


@lru_cache(maxsize=1_000_000)
def text_key(text: str, language: Language) -> str:
    """The same for a text; several rules ask for the same ones, so they are remembered until lint forgets them."""
    key = japanese_key(text)[0] if language is Language.JA else english_key.__wrapped__(text)
    return key or text


def at_term(concept: Concept, term: Term, code: str, message: str, way_out: str) -> Problem:
    """A problem where a term stands."""
    return Problem(
        concept.file, term.line or concept.line, term_column(concept, term), code, message, way_out
    )


def at_concept(concept: Concept, column: str, code: str, message: str, way_out: str) -> Problem:
    """A problem of the concept as a whole, or of one of its fields."""
    if not _is_row(concept):
        column = TERM_FORM_FIELDS.get(column, column)
    return Problem(concept.file, concept.line, column, code, message, way_out)


def preferred(concept: Concept, day: str) -> Iterator[Problem]:
    """One preferred term per language for all (or for each scope that there is), and at most one at any time."""
    for language, name in LANGUAGES.items():
        terms = concept.in_language(language)
        chosen = [term for term in terms if term.status is TermStatus.PREFERRED]
        open_to = {term.scope for term in terms} or {""}  # a concept of one company has its terms only
        if not ("" in {term.scope for term in chosen} or open_to <= {term.scope for term in chosen}):
            message = f"{concept.id!r} has no preferred {name} term" + (
                " (no term at all)" if not terms else ""
            )
            yield at_concept(concept, "", "no-preferred", message, "make one term preferred for all scopes")
        scoped: dict[str, list[Term]] = defaultdict(list)
        for term in chosen:
            rival = next((each for each in scoped[term.scope] if _overlap(each, term)), None)
            scoped[term.scope].append(term)
            if rival is not None:
                scope = f" for {term.scope}" if term.scope else ""
                message = f"{term.text!r} and {rival.text!r} are both preferred{scope}"
                yield at_term(concept, term, "two-preferred", message, "make one of them admitted")


def _overlap(one: Term, other: Term) -> bool:
    """Whether there is a day on which both are in use."""
    return _begins_by(one, other) and _begins_by(other, one)


def _begins_by(one: Term, other: Term) -> bool:
    """Whether the one begins before the other ends."""
    until = other.valid_until
    return not until or not one.valid_from or one.valid_from[: len(until)] <= until


def validity(concept: Concept, day: str) -> Iterator[Problem]:
    """Terms that ended before they began, and expired ones that are still preferred with nothing in their place."""
    for term in concept.terms:
        until = term.valid_until
        if not until:
            continue
        if term.valid_from[: len(until)] > until:
            message = f"{term.text!r} ends ({until}) before it begins ({term.valid_from})"
            yield at_term(concept, term, "broken-date", message, "exchange the two dates")
        elif term.status is TermStatus.PREFERRED and day[: len(until)] > until:
            heir = concept.preferred(term.language, term.scope, day)
            if heir is None:
                message = f"{term.text!r} is preferred, but expired ({until})"
                way_out = "make it deprecated, and the term of today preferred"
                yield at_term(concept, term, "expired-preferred", message, way_out)


def provenance(concept: Concept, day: str) -> Iterator[Problem]:
    """Entries without a source, dates that are none, unknown standards."""
    if not concept.source and not all(term.source for term in concept.terms):
        way_out = "say where the terms are used: a form, a taxonomy, a release"
        yield at_concept(concept, "source", "missing-source", f"{concept.id!r} has no source", way_out)
    own = "date" if _is_row(concept) else TERM_FORM_FIELDS["date"]
    dated = [(concept.date, concept.line, own), *((term.date, term.line, "date") for term in concept.terms)]
    for date, line, column in dated:
        if date and not DATE_RE.fullmatch(date):
            message = f"expected a day, month or year, found {date!r}"
            way_out = "write 2026-11-21, 2026-11 or 2026"
            yield Problem(concept.file, line, column, "broken-date", message, way_out)
    for name in concept.gaap:
        if name not in STANDARDS:
            message = f"expected {', '.join(STANDARDS)}; found {name!r}"
            yield at_concept(concept, "gaap", "unknown-standard", message, "write one of them")


def doubles(concept: Concept, day: str) -> Iterator[Problem]:
    """Terms that stand twice, in the same or in another spelling."""
    seen: dict[tuple[Language, str, str], list[Term]] = defaultdict(list)
    for term in concept.terms:
        earlier = seen[term.language, key_of(term), term.scope]
        twin = next((each for each in earlier if _overlap(each, term)), None)
        earlier.append(term)
        if twin is None:
            continue
        if twin.text == term.text:
            yield at_term(concept, term, "duplicate-term", f"{term.text!r} stands twice", "remove one")
        elif term.status is TermStatus.FORBIDDEN:
            message = f"{term.text!r} is forbidden, but the matcher takes it for {twin.text!r}"
            way_out = "take it out: spelling alone cannot be forbidden"
            yield at_term(concept, term, "spelling-twin", message, way_out)
        else:
            message = f"{term.text!r} is but a spelling of {twin.text!r}"
            way_out = "take it out: the matcher knows width, long vowels, plurals, hyphens and case"
            yield at_term(concept, term, "spelling-twin", message, way_out)


def sides(concept: Concept, day: str) -> Iterator[Problem]:
    """English where Japanese is expected: words in lower case that are no name both languages share."""
    shared = {key_of(term) for term in concept.in_language(Language.EN)}
    for term in concept.in_language(Language.JA):
        if JAPANESE_RE.search(term.text) or not any(
            word.islower() and len(word) > 3 for word in term.text.split()
        ):
            continue
        if english_key(term.text) not in shared:
            message = f"{term.text!r} is not Japanese"
            yield at_term(concept, term, "wrong-language", message, "move it to the English side")


def unsettled(concept: Concept, day: str) -> Iterator[Problem]:
    """What a merge left to be decided."""
    for name, value in concept.extra:
        if name == CONFLICT:
            message = f"a merge left a conflict ({value})"
            yield at_concept(concept, CONFLICT, "conflict", message, "choose, and empty the field")


ENTRY_RULES: tuple[Callable[[Concept, str], Iterator[Problem]], ...] = (
    preferred,
    validity,
    provenance,
    doubles,
    sides,
    unsettled,
)
"""Each takes a concept and the day that counts as today."""
