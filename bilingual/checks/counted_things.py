"""Things that two given segments count with one number and that exclude each other: 48校, 48 beds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bilingual.checks.building import figure_spot, sentence
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.contrasts.counters import any_noun, counter_at, counter_counts, counters
from bilingual.figures.units import DURATIONS
from bilingual.model.alignment import FigurePair, Side
from bilingual.model.figure import Figure, Kind
from bilingual.model.report import Finding, Severity

_CUT_RE = re.compile(
    r"[.,;:()]|\b(?:of|in|to|and|or|for|by|at|with|from|on|than|as|that|which|who|were|was|are|is|per|a|an|the|its|our|across|among|throughout|within|through|over)\b"
)


@cache
def _counted() -> re.Pattern[str]:
    """The nouns that may follow a number, a group for each counter."""
    nouns = "|".join(f"({counter.en})" for counter in counters())
    return re.compile(rf"(?:[ -](?:[a-z]+-)?[a-z]+){{0,3}}?[ -](?:{nouns})\b")


@cache
def _number_of() -> re.Pattern[str]:
    """What a sentence counts with the number at its end: the number of affiliates rose by two to 14."""
    nouns = any_noun()
    return re.compile(
        rf"(?:\b[Nn]umber of (?:[a-z-]+ ){{0,3}}?(?P<noun>{nouns})\b(?!['’-])|(?:\A|[.;] )(?:[A-Za-z-]+ ){{0,3}}?(?P<subject>(?i:{nouns}))(?: [a-z]+){{0,7}}? (?:numbered|total(?:l?ed)?))[^.,;:()]*\Z"
    )


_MEASURED = (Kind.PERCENT, Kind.PHYSICAL)
_COUNTED = (Kind.COUNT, Kind.NUMBER, *_MEASURED)


def other_things(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield the first two equal numbers of two given segments whose nouns exclude each other."""
    if not exam.one_segment:
        return
    for pair in exam.pairs:
        for both in pair.figures:
            if not both.agrees or both.ja.kind not in _COUNTED:
                continue
            if both.en.kind is Kind.PHYSICAL and both.ja.kind in (Kind.COUNT, Kind.NUMBER):
                if both.en.unit != "TEU" and (counter := counter_at(_behind(exam.ja, both.ja))):
                    yield _told(check, exam, both, f"{counter} in Japanese counts no {both.en.unit}")
                    return
                continue
            if both.en.unit in DURATIONS:
                continue
            if both.ja.kind in _MEASURED:
                if both.en.kind is Kind.NUMBER and (noun := _noun(_behind(exam.en, both.en))):
                    yield _told(check, exam, both, f"{both.ja.printed} in Japanese are no {noun}")
                    return
                continue
            counter = counter_at(_behind(exam.ja, both.ja))
            noun = _noun(_behind(exam.en, both.en)) or _numbered(exam.en, both.en) if counter else None
            if counter is None or noun is None:
                continue
            if not counter_counts(counter, noun):
                yield _told(check, exam, both, f"{counter} in Japanese counts no {noun}")
                return


def _told(check: Check, exam: Examination, both: FigurePair, phrase: str) -> Finding:
    ja, en = figure_spot(exam.ja, both.ja, ""), figure_spot(exam.en, both.en, "")
    return make(check, Severity.WARNING, sentence("", phrase), ja, en)


def _behind(side: Side, figure: Figure) -> str:
    """The text that follows the number, its unit included."""
    content = side.readings[0].segment.content
    end = content.index(figure.span.end)
    printed = figure.unit_printed
    if printed and content.text[:end].endswith(printed):
        end -= len(printed)
        end -= content.text[:end].endswith((" ", "-"))
    return content.text[end : end + 60]


def _noun(text: str) -> str | None:
    """The first noun behind a number that a counter stands for; None where a clause ends before."""
    found = _counted().match(text)
    if found is None or found.lastindex is None:
        return None
    return None if _CUT_RE.search(text, 0, found.start(found.lastindex)) else found[found.lastindex]


def _numbered(side: Side, figure: Figure) -> str | None:
    """What the number of a sentence counts, where no noun stands behind it; None where a unit does."""
    if figure.unit:
        return None
    content = side.readings[0].segment.content
    found = _number_of().search(content.text, 0, content.index(figure.span.start))
    return (found["noun"] or found["subject"]).lower() if found else None
