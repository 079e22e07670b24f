"""Every place where a term of the glossary stands, with the entries that have it and their status there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple
from weakref import WeakKeyDictionary

from bilingual.glossary.keys import english_key, japanese_term_key
from bilingual.glossary.matcher import Matcher, matcher_of
from bilingual.model.alignment import SegmentReading, Side
from bilingual.model.document import Language, Span
from bilingual.model.table import Row, Table
from bilingual.model.termbase import AVOIDED, Concept, Occurrence, Term, Termbase
from bilingual.text.normalize import fold


class Entry(NamedTuple):
    """A term with the concept that has it."""

    concept: Concept
    term: Term

    @property
    def is_avoided(self) -> bool:
        """Whether the term is forbidden, was right once, or is over."""
        return self.term.status in AVOIDED


class TermUse(NamedTuple):
    """A place where a term stands.

    Attributes:
        language: of the term.
        key: under which the glossary has it.
        text: the words there, folded.
        span: where they stand; of a caption, the whole caption.
        line: its line.
        entries: the terms of the glossary that they are.
        reading: the running text that holds them; None for captions.
        row: the row whose label holds them; None otherwise.
        table: the table of the row or head.
        before: the text before them.
        after: the text after them.
    """

    language: Language
    key: str
    text: str
    span: Span
    line: int
    entries: tuple[Entry, ...]
    reading: SegmentReading | None = None
    row: Row | None = None
    table: Table | None = None
    before: str = ""
    after: str = ""


class TermIndex:
    """Entries of a termbase by what the matcher reports."""

    def __init__(self, termbase: Termbase) -> None:
        """Index all terms by language and key."""
        found: dict[tuple[Language, str], list[Entry]] = defaultdict(list)
        for concept in termbase.concepts:
            for term in concept.terms:
                key = japanese_term_key if term.language is Language.JA else _english
                found[term.language, key(term.text)].append(Entry(concept, term))
        self._entries = {key: tuple(entries) for key, entries in found.items()}

    def entries(self, found: Occurrence, language: Language, printed: str) -> tuple[Entry, ...]:
        """The entries of an occurrence; where a concept has several spellings of it, the one that is printed."""
        entries = self._entries.get((language, found.term), ())
        if len(entries) < 2:
            return entries
        exact = {entry.concept.id for entry in entries if fold(entry.term.text) == printed}
        return tuple(
            entry for entry in entries if entry.concept.id not in exact or fold(entry.term.text) == printed
        )


def index_of(termbase: Termbase) -> TermIndex:
    """The index of a termbase, made once."""
    matcher = matcher_of(termbase)
    known = _INDEXES.get(matcher)
    if known is None:
        known = _INDEXES[matcher] = TermIndex(termbase)
    return known


_INDEXES: WeakKeyDictionary[Matcher, TermIndex] = WeakKeyDictionary()
"""Indexes live as long as the matchers that report what they explain."""


def _english(text: str) -> str:
    return english_key(text).strip()


def side_uses(side: Side, matcher: Matcher, index: TermIndex) -> Iterator[TermUse]:
    """The terms on one side: running text (with titles of tables), labels of rows, heads of columns."""
    for reading in side.readings:
        text = reading.segment.text
        for found in matcher.find(text, side.language):
            span = reading.segment.content.span(found.start, found.end)
            use = _use(side, found, text, span, side.document.line_number(span.start), index)
            yield use._replace(reading=reading)
    for table in side.tables:
        for row in table.rows:
            span = row.label_span or (row.cells[0].span if row.cells else Span(0, 0))
            for found in matcher.find(row.label, side.language):
                yield _use(side, found, row.label, span, row.line, index)._replace(row=row, table=table)
        if table.header_lines:
            line = table.header_lines[0]
            for head in dict.fromkeys(column.header for column in table.columns if column.header):
                for found in matcher.find(head, side.language):
                    span = side.document.line_span(line)
                    yield _use(side, found, head, span, line, index)._replace(table=table)


def _use(side: Side, found: Occurrence, text: str, span: Span, line: int, index: TermIndex) -> TermUse:
    printed = text[found.start : found.end]
    return TermUse(
        side.language,
        found.term,
        printed,
        span,
        line,
        index.entries(found, side.language, fold(printed)),
        before=text[: found.start],
        after=text[found.end :],
    )
