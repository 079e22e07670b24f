"""Figures without a counterpart: what speaks for a loss, and what for an abridgement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bilingual.align.evidence import significant_digits
from bilingual.checks.building import language_name, leftover_spot, members, sentence
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.model.alignment import Leftover, PairKind
from bilingual.model.document import Language
from bilingual.model.figure import Figure, Kind
from bilingual.model.report import Finding, Severity, Spot, side_figures

STATED = frozenset({Kind.AMOUNT, Kind.PERCENT, Kind.POINTS, Kind.RATIO, Kind.COUNT, Kind.RATE, Kind.PHYSICAL})
"""Kinds that state a fact; bare numbers, dates and times are often words of the sentence."""
ENOUGH_DIGITS = 2


def lost_figures(check: Check, exam: Examination, language: Language) -> Iterator[Finding]:
    """Yield figures that stand on one side only: one finding each where it is a warning, else one a line."""
    remarks: dict[int, list[Leftover]] = defaultdict(list)
    lines = _lines_with_agreement(exam, language)
    stated = _stated_elsewhere(exam, language)
    for item in exam.comparison.alignment.leftovers:
        if item.language is not language or item.kind != "figure" or item.figure is None:
            continue
        if item.figure.kind not in STATED and item.row is None:
            continue
        if exam.comparison.segments_only or _is_loss(check, exam, item, lines, stated):
            yield _one(check, exam, item, Severity.WARNING)
        elif significant_digits(item.figure) not in stated:
            remarks[item.line].append(item)
    for found in remarks.values():
        yield _several(check, exam, found)


def _is_loss(
    check: Check, exam: Examination, item: Leftover, lines: frozenset[int], stated: frozenset[str]
) -> bool:
    """Whether a figure of a document is lost, not left out on purpose: its paragraph is translated, it is not."""
    assert item.figure is not None
    if check.severity is not Severity.WARNING or exam.ja.abridged or exam.en.abridged or item.row is not None:
        return False
    digits = significant_digits(item.figure)
    return (
        len(digits) >= ENOUGH_DIGITS and item.line in lines and digits not in stated and not item.figure.word
    )


def _lines_with_agreement(exam: Examination, language: Language) -> frozenset[int]:
    """Lines of running text whose other figures have counterparts in one paragraph of the other side."""
    lines: set[int] = set()
    side = exam.comparison.side(language)
    for pair in exam.pairs:
        if (
            pair.kind is PairKind.PROSE
            and sum(both.agrees for both in pair.figures) >= 2
            and pair.score > 0.5
        ):
            for both in pair.figures:
                figure = both.ja if language is Language.JA else both.en
                lines.add(side.document.line_number(figure.span.start))
    return frozenset(lines)


def _stated_elsewhere(exam: Examination, language: Language) -> frozenset[str]:
    if exam.comparison.segments_only:
        return frozenset()
    other = exam.comparison.side(language.other)
    return frozenset(map(significant_digits, side_figures(other)))


def _one(check: Check, exam: Examination, item: Leftover, severity: Severity) -> Finding:
    side = exam.comparison.side(item.language)
    place = leftover_spot(side, item)
    phrase = f"{place.text} stands in {language_name(item.language)} only"
    return make(check, severity, sentence(_about(item), phrase), *_sided(item.language, place))


def _several(check: Check, exam: Examination, found: list[Leftover]) -> Finding:
    side = exam.comparison.side(found[0].language)
    place = leftover_spot(side, found[0])
    printed = ", ".join(_printed(item.figure) for item in found[:6] if item.figure)
    more = len(found) - 6
    verb = "stands" if len(found) == 1 else "stand"
    phrase = f"{printed} {verb} in {language_name(side.language)} only"
    return make(
        check,
        Severity.INFO,
        sentence(_about(found[0]), phrase, "", more),
        *_sided(side.language, place),
        evidence=members([leftover_spot(side, item) for item in found[1:]], (place,)),
    )


def _printed(figure: Figure) -> str:
    return " ".join(figure.printed.split())


def _about(item: Leftover) -> str:
    return item.row.label if item.row is not None else ""


def _sided(language: Language, place: Spot) -> tuple[Spot | None, Spot | None]:
    return (place, None) if language is Language.JA else (None, place)
