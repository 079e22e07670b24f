"""Text to figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

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
    alone = text.strip()
    if len(text) <= LONGEST_CELL and CELL_RE.fullmatch(alone) and not _DOTTED_DAY_RE.fullmatch(alone):
        cell = read_cell(content, language, note.unit if note else "", note.scale if note else 0)
        return ((cell,) if cell else ()), tuple(find_periods(text, language, calendar))
    found = _read_text(text, language, calendar)
    figures = [to_figure(reading, content, language) for reading in found.quantities]
    if found.moments:
        figures += [_moment(date, content, language) for date in found.moments]
        figures.sort(key=lambda figure: figure.span)
    return tuple(figures), found.periods


_UNIT_ALONE_RE = re.compile(
    r"\s*[(\[]?(?:(?:百万|千万|十万|十億|[千万億兆])[^\W\d_]{1,6}"
    r"|(?:(?:[Tt]ens?|(?:[Oo]ne )?[Hh]undreds?) (?:of )?)?(?:[Tt]housand|[Mm]illion|[Bb]illion)s?(?: of [A-Za-z. ]{2,20}| yen)?)[)\]]?\s*"
)
"""A unit that fills its line, as one of a column does whose cells stand on lines of their own: 百万人民元, Ten thousands."""


_DOTTED_DAY_RE = re.compile(r"(?:19|20)\d\d\.(?:1[0-2]|0?[1-9])\.(?:3[01]|[12]\d|0?[1-9])")
"""A day that fills its line and has nothing but the characters of a figure: 2025.5.13."""


class _Found(NamedTuple):
    """What a text says, wherever it stands."""

    quantities: tuple[Reading, ...]
    moments: tuple[DateMention, ...]
    periods: tuple[PeriodMention, ...]


@lru_cache(maxsize=16_384)
def _read_text(text: str, language: Language, calendar: FiscalCalendar) -> _Found:
    """Read a text; a reviewer checks a release again after every correction, and most of it is as before."""
    if _UNIT_ALONE_RE.fullmatch(text):
        return _Found((), (), ())
    mentions = find_periods(text, language, calendar)
    dates = find_dates(text, language, calendar.release)
    return _Found(
        tuple(_quantities(text, language, mentions, dates)),
        tuple(date for date in dates if not _within_period(date, mentions)),
        tuple(mentions),
    )


def _quantities(
    text: str, language: Language, mentions: list[PeriodMention], dates: list[DateMention]
) -> list[Reading]:
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
    return DESCRIBERS[language](text, join_ranges(text, readings, language), mentions)


def _within_period(date: DateMention, mentions: list[PeriodMention]) -> bool:
    """Whether a date belongs to a period: quarter ended September 30."""
    return any(m.start < date.end and date.start < m.end and not m.period.instant for m in mentions)


def _moment(date: DateMention, content: MappedText, language: Language) -> Figure:
    return Figure(
        language, date.kind, content.text[date.start : date.end], content.span(date.start, date.end),
        moment=date.moment, local_date=date.local_date,
    )  # fmt: skip
