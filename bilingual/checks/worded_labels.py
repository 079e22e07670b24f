"""Two numbers of given segments under each other's nouns or names, told by what these are called in the other language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from bilingual.checks.enumerated import depend
from bilingual.checks.examination import Examination
from bilingual.checks.free_labels import Label, longest, nouns, read_names, sounds
from bilingual.checks.labelled import Spans, acronyms, exchanged_under, in_a_row, with_terms
from bilingual.model.alignment import Side
from bilingual.model.document import Language, Span


def nouns_of(exam: Examination) -> Mapping[Language, list[Label]]:
    """The nouns of a segment, each with its rendering in the other one."""
    return nouns(*(side.readings[0].segment.text for side in exam.sides))


def _all_names(exam: Examination) -> Mapping[Language, list[Label]]:
    """Names by their reading and by their sound, and the terms of the glossary."""
    read, heard = exam.once(read_names), exam.once(sounds)
    return {
        side.language: longest([*read[side.language], *heard[side.language], *with_terms(exam, side)])
        for side in exam.sides
    }


def everything(exam: Examination) -> Mapping[Language, list[Label]]:
    """All of these and acronyms: ROE, and the cost of equity."""
    sources = [exam.once(nouns_of), exam.once(_all_names), acronyms(exam)]
    return {
        side.language: longest(label for source in sources for label in source[side.language])
        for side in exam.sides
    }


_PAIR = 2
_SOURCES: tuple[Callable[[Examination], Mapping[Language, list[Label]]], ...] = (
    nouns_of,
    read_names,
    _all_names,
    everything,
)


def exchanged_under_words(exam: Examination) -> Iterator[tuple[Spans, Spans]]:
    """Yield two agreeing numbers each of which has in English the noun or the name of the other: 仙台は412名、福岡は286名."""
    if not exam.one_segment:
        return
    agrees = any(both.agrees for pair in exam.pairs for both in pair.figures)
    if not agrees and len(exam.comparison.alignment.leftovers) < _PAIR:
        return  # Kanto 87 may be a name: then numbers without a partner are looked at
    for source in _SOURCES:
        found = exam.once(source)
        labels = {side.language: in_a_row(side, _timeless(side, found[side.language])) for side in exam.sides}
        told = exchanged_under(exam, labels)
        if told is not None and not any(
            _depend(side, told[0][at], told[1][at]) or _lost_label(side, told[0][at], told[1][at])
            for at, side in enumerate(exam.sides)
        ):
            yield told
            return


def _timeless(side: Side, labels: list[Label]) -> list[Label]:
    """The labels that are no part of a period."""
    times = side.readings[0].periods
    return [label for label in labels if not any(t.start < label.end and label.start < t.end for t in times)]


def _lost_label(side: Side, one: Span, other: Span) -> bool:
    """Whether a text begins with an item of a form whose label stands on a line before: June 24, 2026 Start date: June 25."""
    segment = side.readings[0].segment
    first, second = sorted(segment.content.index(span.start) for span in (one, other))
    return not segment.text[:first].strip() and ":" in segment.text[first:second]


def _depend(side: Side, one: Span, other: Span) -> bool:
    segment = side.readings[0].segment
    index = segment.content.index
    first, second = sorted((index(span.start), index(span.end)) for span in (one, other))
    percent = "%" in segment.text[first[0] : first[1] + 1]
    return depend(segment.text, side.language, (first, second), percent=percent)
