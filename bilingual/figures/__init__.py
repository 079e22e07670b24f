"""Text to figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bilingual.figures.cells import CELL_RE, LONGEST_CELL, READERS, read_cell
from bilingual.figures.context_en import describe_english
from bilingual.figures.context_ja import describe_japanese
from bilingual.figures.dates import DateMention, find_dates
from bilingual.figures.noise import Mask, noise_spans
from bilingual.figures.notes import read_unit_note
from bilingual.figures.periods import find_periods
from bilingual.figures.ranges import join_ranges
from bilingual.figures.rates import read_rates
from bilingual.figures.reading import Reading, to_figure
from bilingual.model.document import Language, MappedText
from bilingual.model.figure import Figure, FiscalCalendar, PeriodMention, UnitNote

__all__ = ["find_figures", "read_cell", "read_unit_note"]

DESCRIBERS: dict[Language, Callable[[str, list[Reading], Sequence[PeriodMention]], list[Reading]]] = {
    Language.JA: describe_japanese,
    Language.EN: describe_english,
}
"""What reads the words around them."""


def find_figures(
    content: MappedText, language: Language, calendar: FiscalCalendar, note: UnitNote | None = None
) -> tuple[tuple[Figure, ...], tuple[PeriodMention, ...]]:
    """Find the figures of one segment and the periods that it names, both in order.

    Args:
        content: folded text with its way back to the document.
        language: the language of the segment.
        calendar: how the issuer names its periods.
        note: unit note that holds for bare numbers of the segment, if there is one.
    """
    text = content.text
    mentions = find_periods(text, language, calendar)
    if len(text) <= LONGEST_CELL and CELL_RE.fullmatch(text.strip()):
        cell = read_cell(content, language, note.unit if note else "", note.scale if note else 0)
        return ((cell,) if cell else ()), tuple(mentions)
    dates = find_dates(text, language, calendar.release)
    figures = [
        *_quantities(content, language, mentions, dates),
        *_moments(content, language, mentions, dates),
    ]
    figures.sort(key=lambda figure: figure.span)
    return tuple(figures), tuple(mentions)


def _quantities(
    content: MappedText, language: Language, mentions: list[PeriodMention], dates: list[DateMention]
) -> list[Figure]:
    text = content.text
    rates = read_rates(text)
    taken = [
        *((mention.start, mention.end) for mention in mentions),
        *((date.start, date.end) for date in dates),
        *(span for _, span in rates),
        *noise_spans(text, language),
    ]
    readings = READERS[language](text, Mask(taken))
    if rates:
        readings = sorted((*readings, *(reading for reading, _ in rates)), key=lambda reading: reading.start)
    if not readings:
        return []
    readings = join_ranges(text, readings, language)
    return [
        to_figure(reading, content, language) for reading in DESCRIBERS[language](text, readings, mentions)
    ]


def _moments(
    content: MappedText, language: Language, mentions: list[PeriodMention], dates: list[DateMention]
) -> list[Figure]:
    """Dates and times; the date inside a period (quarter ended September 30) belongs to the period."""
    found = []
    for date in dates:
        if any(m.start < date.end and date.start < m.end and not m.period.instant for m in mentions):
            continue
        span = content.span(date.start, date.end)
        found.append(
            Figure(
                language, date.kind, content.text[date.start : date.end], span,
                moment=date.moment, local_date=date.local_date,
            )
        )  # fmt: skip
    return found
