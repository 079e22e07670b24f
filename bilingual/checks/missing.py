"""Figures without a counterpart: what speaks for a loss, and what for an abridgement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bilingual.checks.abridged import severity_of_omission
from bilingual.checks.building import language_name, leftover_spot, members, one_line, sentence
from bilingual.checks.check import Check
from bilingual.checks.emptied import emptied_cells
from bilingual.checks.examination import Examination, Fact, is_stated
from bilingual.checks.findings import make
from bilingual.checks.lost_sentences import told_with_sentence
from bilingual.checks.replaced import STATED, replacements
from bilingual.model.alignment import Leftover, PairKind
from bilingual.model.document import Language
from bilingual.model.report import Finding, Severity, Spot
from bilingual.text.characters import LOST

ENOUGH_DIGITS = 2
ENOUGH_AGREEING = 2
TELLING_DIGITS = 4
"""Digits that chance does not repeat, whatever the unit."""
BESIDE = 2
"""Characters beside a figure that belong to the word before or behind it."""

DURATIONS = frozenset({"days"})
"""Units that Japanese writes like a date."""


def lost_figures(check: Check, exam: Examination, language: Language) -> Iterator[Finding]:
    """Yield figures that stand on one side only: one finding each where it is a warning, else one a line."""
    remarks: dict[int, list[Leftover]] = defaultdict(list)
    replaced = replacements(exam, exam.comparison.side(language))
    lines = _translated_lines(exam, language)
    stated = exam.stated[language.other]
    with_sentence = told_with_sentence(exam)
    for item in exam.comparison.alignment.leftovers:
        if item.language is not language or item.kind != "figure" or item.figure is None:
            continue
        if item.span in replaced or (language is Language.JA and item.span in with_sentence):
            continue  # reported with what stands in its place, or with its sentence
        if item.figure.kind not in STATED and item.row is None:
            continue
        if item.figure.unit in DURATIONS and item.figure.language is Language.EN:
            continue  # 65日 may be a day of the month; “65 days” is not
        if exam.comparison.segments_only:
            yield _one(check, exam, item, severity_of_omission(exam, item))
        elif _is_loss(exam, item, lines, stated):
            yield _one(check, exam, item, Severity.WARNING)
        elif not is_stated(item.figure, stated):
            remarks[item.line].append(item)
    for found in remarks.values():
        yield _several(check, exam, found)


def _is_loss(exam: Examination, item: Leftover, lines: frozenset[int], stated: frozenset[Fact]) -> bool:
    """Whether a figure of a document is lost, not left out on purpose: its paragraph is translated, it is not."""
    assert item.figure is not None
    if item.row is not None:
        return (item.language, item.span) in emptied_cells(exam)
    if item.language is Language.EN or exam.en.abridged or (exam.en.excerpt and not exam.ja.excerpt):
        return False  # English explains what Japanese readers know; an abridgement leaves out on purpose
    if len(item.figure.digits) < ENOUGH_DIGITS or item.figure.word:
        return False
    if LOST in exam.ja.document.text[max(0, item.span.start - BESIDE) : item.span.end + BESIDE]:
        return False  # 150円�ら155円: the word that says what it is lost a letter
    return item.line in lines and not is_stated(item.figure, stated)


def _translated_lines(exam: Examination, language: Language) -> frozenset[int]:
    """Lines of paragraphs whose other figures have counterparts in one paragraph of the other side."""
    lines: set[int] = set()
    side = exam.comparison.side(language)
    for pair in exam.pairs:
        if pair.kind is not PairKind.PROSE:
            continue
        agreeing = sum(both.agrees for both in pair.figures)
        agreements = agreeing + sum(not times.differences for times in pair.periods)
        if not agreeing or agreements < ENOUGH_AGREEING:
            continue
        for reading in pair.ja_readings if language is Language.JA else pair.en_readings:
            span = reading.segment.span
            first, last = (
                side.document.line_number(at) for at in (span.start, max(span.start, span.end - 1))
            )
            lines.update(range(first, last + 1))
    return frozenset(lines)


def _one(check: Check, exam: Examination, item: Leftover, severity: Severity) -> Finding:
    side = exam.comparison.side(item.language)
    place = leftover_spot(side, item)
    phrase = f"only the {language_name(item.language)} version has {place.text}"
    return make(check, severity, sentence(_about(item), phrase), *_sided(item.language, place))


def _several(check: Check, exam: Examination, found: list[Leftover]) -> Finding:
    side = exam.comparison.side(found[0].language)
    place = leftover_spot(side, found[0])
    printed = ", ".join(one_line(item.figure.printed) for item in found[:6] if item.figure)
    more = len(found) - 6
    phrase = f"only the {language_name(side.language)} version has {printed}"
    return make(
        check,
        Severity.INFO,
        sentence(_about(found[0]), phrase, "", more),
        *_sided(side.language, place),
        evidence=members([leftover_spot(side, item) for item in found[1:]], (place,)),
    )


def _about(item: Leftover) -> str:
    return item.row.label if item.row is not None else ""


def _sided(language: Language, place: Spot) -> tuple[Spot | None, Spot | None]:
    return (place, None) if language is Language.JA else (None, place)
