"""Levels beside the ones they come from whose sizes contradict the verb: fell to 31.4% (28.9% in the previous year)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bilingual.arithmetic.items import same_measure
from bilingual.arithmetic.sentences import figure_form, masked
from bilingual.checks.building import figure_spot, one_line, sentence, words_before
from bilingual.checks.check import Check
from bilingual.checks.contradictions import MEASURED
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.figures.words_en import LOSS_RE
from bilingual.model.alignment import SegmentReading, Side
from bilingual.model.document import Language
from bilingual.model.figure import Aspect, Figure
from bilingual.model.report import Blame, Evidence, Finding, Severity

_VERB_EN = (
    r"\b(?:(?P<up>rose|risen|increased|grew|grown|climbed|expanded)|(?P<down>fell|fallen|decreased|declined|dropped|shrank))"
    r"(?: (?:further|slightly|sharply|significantly|markedly))? to (?:about |approximately )?"
)
_VERB_JA = r"(?:に|へと?|まで|と)(?:大きく|大幅に|さらに|やや)?(?:(?P<up>上昇|増加|拡大|増え|伸長)|(?P<down>低下|減少|縮小|減[りっ]|下落))"
_LEVELS: dict[Language, tuple[re.Pattern[str], ...]] = {
    Language.JA: (
        *(
            figure_form(rf"{{{kind}}} ?\((?:前|同|昨)[^()\ue000。]{{0,14}}{{{kind}}}\){_VERB_JA}")
            for kind in "GA"
        ),
    ),
    Language.EN: (
        *(
            figure_form(
                rf"{_VERB_EN}{{{kind}}} ?\((?:(?:from|compared (?:with|to)|versus|vs\.?|against) )?{{{kind}}} ?(?:in|for|at|as of|during|a year|the)\b[^()\ue000]{{0,60}}\)"
            )
            for kind in "GA"
        ),
        *(figure_form(rf"{_VERB_EN}{{{kind}}},? from {{{kind}}}") for kind in "GA"),
    ),
}
"""The level of now, then the one before; the verb says which is the larger."""
_DEFICIT_JA_RE = re.compile(r"損失|赤字|欠損|マイナス")


def contradicted_levels(check: Check, exam: Examination, told: Sequence[Finding] = ()) -> Iterator[Finding]:
    """Yield levels of documents that a verb says to have risen or fallen, against the level before, which stands behind.

    Args:
        check: the rule.
        exam: what is examined.
        told: findings that tell of the directions of whole sentences.
    """
    if exam.comparison.segments_only:
        return
    lines = {(spot.language, spot.line) for finding in told for spot in (finding.ja, finding.en) if spot}
    for side in exam.sides:
        for reading in side.readings:
            if len(reading.figures) < 2 or _is_of_losses(reading):
                continue
            for finding in _contradicted(check, exam, side, reading):
                place = finding.ja or finding.en
                if place is not None and (place.language, place.line) not in lines:
                    yield finding


def _contradicted(check: Check, exam: Examination, side: Side, reading: SegmentReading) -> Iterator[Finding]:
    text = masked(reading)
    for pattern in _LEVELS[side.language]:
        for match in pattern.finditer(text):
            numbers = [int(group) for group in match.groups() if group and group.isdigit()]
            now, before = (reading.figures[number] for number in numbers)
            if _is_told(exam, now, before) or not _compares(now, before):
                continue
            assert now.value is not None and before.value is not None
            if now.value != before.value and (now.value > before.value) is not bool(match["up"]):
                yield _finding(check, side, (now, before), match["up"] or match["down"])


def _finding(check: Check, side: Side, levels: tuple[Figure, Figure], verb: str) -> Finding:
    now, before = levels
    place = figure_spot(side, now, words_before(side, now.span))
    other = figure_spot(side, before, words_before(side, before.span))
    phrase = f"{one_line(before.printed)} to {one_line(now.printed)} is called {verb}"
    ja, en = (place, None) if side.language is Language.JA else (None, place)
    return make(
        check,
        Severity.ERROR,
        sentence("", phrase),
        ja,
        en,
        evidence=(Evidence(other, "member"),),
        blame=Blame(side.language.value),
    )


def _is_of_losses(reading: SegmentReading) -> bool:
    text = reading.segment.text
    return bool(_DEFICIT_JA_RE.search(text) or LOSS_RE.search(text))


def _compares(now: Figure, before: Figure) -> bool:
    """Whether two levels are exact, of one measure and not below zero."""
    levels = (now, before)
    if any(
        level.value is None or level.value < 0 or level.ends or level.kind not in MEASURED for level in levels
    ):
        return False
    return same_measure(now, before)


def _is_told(exam: Examination, *figures: Figure) -> bool:
    """Whether the comparison of the versions reports one of the figures already."""
    return any(
        difference.serious and difference.aspect is not Aspect.BOUND
        for figure in figures
        for both in exam.partners.get(id(figure), ())
        for difference in both.differences
    )
