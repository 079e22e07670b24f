"""One label that both given segments have once, beside another figure in English: 210万 as MVNO, 11.4 million as an MVNO."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from bilingual.checks.examination import Examination
from bilingual.checks.free_labels import Label, read_names
from bilingual.checks.labelled import BORDER_RE, Spans, acronyms, dated
from bilingual.checks.stated import Item, paired, stated_items
from bilingual.figures.surroundings import SEVERALLY_RE
from bilingual.model.alignment import Side
from bilingual.model.document import Language
from bilingual.model.figure import Kind


def moved_labels(exam: Examination) -> Iterator[tuple[Spans, Spans]]:
    """Yield two agreeing figures of which one alone stands beside a label in Japanese, and the other alone in English.

    One label tells only where it stands alone with its figure between two borders on both sides.
    """
    if not exam.one_segment:
        return
    if any(SEVERALLY_RE[side.language].search(side.readings[0].segment.text) for side in exam.sides):
        return
    days = Kind.DATE.value
    ja, en = ([item for item in side.once(stated_items) if item.states[0] != days] for side in exam.sides)
    partner = dict(paired(exam, ja, en))
    if len(partner) < len(("one", "other")):
        return
    units = {both.ja.span: both.ja.unit for pair in exam.pairs for both in pair.figures}
    for labels in (acronyms(exam), exam.once(read_names), dated(exam)):
        mine, theirs = (
            _alone(side, items, labels[side.language])
            for side, items in zip(exam.sides, (ja, en), strict=True)
        )
        for name, item in mine.items():
            other = theirs.get(name)
            if other is None or item not in partner or partner[item] == other:
                continue
            taken = next((one for one, two in partner.items() if two == other), None)
            if taken is None or taken.states[0] != item.states[0] or taken.states == item.states:
                continue
            if units.get(taken.span) != units.get(item.span):
                continue  # the REIT held 86 properties, with assets of ¥431 billion: an owner of both
            yield (item.span, partner[item].span), (taken.span, other.span)
            return


_GAP_RES = {
    Language.JA: (re.compile(r"[^\s、。はがも\d]{0,8}(?:[はがもに]|では|には|:)? ?約?"), re.compile(r"(?!)")),
    Language.EN: (
        re.compile(
            r"(?: [a-z-]+){0,2}(?::| of| at| was| is| were| are| to| had| has)? (?:about |approximately |around )?"
        ),
        re.compile(
            r" (?:[a-z-]+ ){0,2}(?:in|as|for|at|by|on|from|under) (?:an? |the |our |its )?(?:early |late |mid-)?"
        ),
    ),
}
"""Between a label and the figure behind it, and between a figure and the label behind it."""
_ANNOUNCED_RE = re.compile(r"公表|発表|開示|announced|disclosed|published|released")
"""Beside a day on which all figures of a list became known."""


def _names(text: str, language: Language, label: Label, item: Item) -> bool:
    """Whether a label stands close enough to a figure to name it."""
    before, behind = _GAP_RES[language]
    if _ANNOUNCED_RE.search(text, min(label.end, item.end), max(label.start, item.start)):
        return False
    if label.end <= item.start:
        return before.fullmatch(text, label.end, item.start) is not None
    return label.start >= item.end and behind.fullmatch(text, item.end, label.start) is not None


def _alone(side: Side, items: list[Item], labels: list[Label]) -> dict[frozenset[str], Item]:
    """By the names of a label the only item of its part of the segment, where the label is the only one too."""
    text = side.readings[0].segment.text
    borders = [
        match.start()
        for match in BORDER_RE[side.language].finditer(text)
        if not any(item.start < match.start() < item.end for item in items)
    ]
    found: dict[frozenset[str], list[Item]] = {}
    for start, end in pairwise([0, *borders, len(text) + 1]):
        within = [item for item in items if start <= item.start < end]
        own = [label for label in labels if start <= label.start < end]
        if len(within) == len(own) == 1 and _names(text, side.language, own[0], within[0]):
            found.setdefault(own[0].names, []).append(within[0])
    return {names: each[0] for names, each in found.items() if len(each) == 1}
