"""Terms that the glossary forbids, or has had until a day: where they stand, and where they may."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from bilingual.checks.examination import Examination
from bilingual.figures.periods import resolve
from bilingual.glossary.usage.uses import Entry, TermUse, index_of, side_uses
from bilingual.model.alignment import SegmentReading, Side
from bilingual.model.figure import FiscalCalendar, Period
from bilingual.model.table import Row
from bilingual.model.termbase import TermStatus

QUOTES = {"「": "」", "『": "』", "“": "”", '"': '"', "‘": "’"}
OPEN_RE = re.compile('[「『“"‘][^」』”"’]{0,60}$')
FORMER_RE = re.compile(
    r"旧|以前の|従来の|改称|名称を?変更|formerly|previously|renamed|former ", re.IGNORECASE
)
"""Words by which a text says that it names what was."""


class Banned(NamedTuple):
    """A place of a term that must not be used there.

    Attributes:
        use: the place.
        entry: the term with its concept.
    """

    use: TermUse
    entry: Entry


def banned_uses(exam: Examination) -> dict[str, list[Banned]]:
    """Forbidden and expired terms of both sides, by concept; the Japanese ones first."""
    return exam.once(_banned_uses)


def _banned_uses(exam: Examination) -> dict[str, list[Banned]]:
    found: dict[str, list[Banned]] = defaultdict(list)
    termbase = exam.comparison.termbase
    if not termbase.has_avoided:
        return found
    index = index_of(termbase)
    partners = _Partners(exam)
    for side in exam.sides:
        for use in side_uses(side, exam.matcher, index):
            entry = _banned_entry(use, partners)
            if entry is not None and not (_is_quoted(use) or _is_of_its_time(use, entry, side)):
                found[entry.concept.id].append(Banned(use, entry))
    return found


def _banned_entry(use: TermUse, partners: _Partners) -> Entry | None:
    """The entry that says no: all that have the term do, or the other language names the concept that does."""
    avoided = [entry for entry in use.entries if entry.is_avoided]
    if not avoided:
        return None
    allowed = [entry for entry in use.entries if not entry.is_avoided]
    if not allowed:
        return avoided[0]
    named = partners.concepts_beside(use)
    if named is None or any(entry.concept.id in named for entry in allowed):
        return None
    return next((entry for entry in avoided if entry.concept.id in named), None)


class _Partners:
    """The concepts that the other language names beside a row or a text."""

    def __init__(self, exam: Examination) -> None:
        self._exam = exam
        self._rows: dict[int, Row] = {}
        self._texts: dict[int, list[SegmentReading]] = defaultdict(list)
        for pair in exam.pairs:
            if pair.ja_row is not None and pair.en_row is not None:
                self._rows[id(pair.ja_row)], self._rows[id(pair.en_row)] = pair.en_row, pair.ja_row
            for mine, other in ((pair.ja_readings, pair.en_readings), (pair.en_readings, pair.ja_readings)):
                for reading in mine:
                    self._texts[id(reading)].extend(other)

    def concepts_beside(self, use: TermUse) -> frozenset[str] | None:
        """Concepts in the text of the other language that corresponds; None where none does."""
        if use.row is not None:
            row = self._rows.get(id(use.row))
            texts = [row.label] if row is not None else []
        else:
            texts = [each.segment.text for each in self._texts.get(id(use.reading), ())]
        if not texts:
            return None
        matcher, language = self._exam.matcher, use.language.other
        return frozenset(
            concept for text in texts for found in matcher.find(text, language) for concept in found.concepts
        )


def _is_quoted(use: TermUse) -> bool:
    """Whether the term stands in quotation marks, or the text says that it names what was."""
    opened = OPEN_RE.search(use.before)
    if opened and QUOTES[opened.group()[0]] in use.after[:60]:
        return True
    return bool(FORMER_RE.search(use.before[-12:]) or FORMER_RE.search(use.after[:12]))


def _is_of_its_time(use: TermUse, entry: Entry, side: Side) -> bool:
    """Whether an expired term stands where nothing but its own time is reported."""
    until = entry.term.valid_until
    if not until or entry.term.status is TermStatus.FORBIDDEN:
        return False
    if use.reading is not None:
        periods = [mention.period for mention in use.reading.periods]
    else:
        periods = [column.period for column in use.table.columns if column.period] if use.table else []
    ends = [_end(period, side.calendar) for period in periods]
    return bool(ends) and all(end and end[: len(until)] <= until for end in ends)


def _end(period: Period, calendar: FiscalCalendar) -> str:
    end = resolve(period, calendar).end
    return end.isoformat() if end is not None else ""


def in_order(found: dict[str, list[Banned]]) -> Iterator[list[Banned]]:
    """The places of each concept, in order; two places on a line count once."""
    for places in found.values():
        lines = {(place.use.language, place.use.line): place for place in reversed(places)}
        yield list(lines.values())[::-1]
