"""Caption counts the other way round.

Compares: which word of a caption stands before the parentheses: 減少(増加), Increase (decrease). The plain
figure belongs to it, the figure in parentheses to the other.

Why it matters: with the same signs below, an increase in one language is a decrease in the other.

Flagged:
    売掛金の減少(増加)額	(566,601)
    Increase (decrease) in accounts receivable	(566,601)

Left alone:
    売掛金の減少(増加)額	(566,601)
    Decrease (increase) in accounts receivable	(566,601)

Limits: captions with one direction only, as in decrease in cash, are left alone: their sign is SGN001. Rows that
show the other sign under the other caption are right.

Authority: Ordinance on Terminology, Forms, and Preparation Methods of Financial Statements (財務諸表等規則):
△ and its legend.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilingual.align.printed import printed_lines, printed_text
from bilingual.checks.building import pair_spots, sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.checks.labels import captions_oppose
from bilingual.model.alignment import Side
from bilingual.model.document import Language, Span
from bilingual.model.figure import Aspect
from bilingual.model.repair import Damage
from bilingual.model.report import Blame, Finding, Severity


def run(exam: Examination) -> Iterator[Finding]:
    """Yield row pairs with the same signs under opposite captions."""
    for pair in exam.row_pairs():
        if pair.ja_row is None or pair.en_row is None or "(" not in pair.en_row.label:
            continue
        if not captions_oppose(pair.ja_row.label, pair.en_row.label):
            continue
        amounts = [both for both in pair.figures if both.ja.value and both.en.value]
        if amounts and not any(item.aspect is Aspect.SIGN for both in amounts for item in both.differences):
            about = f"{pair.ja_row.label} / {pair.en_row.label}"
            phrase = "the captions count the other way round, and the figures have the same sign"
            yield make(CHECK, Severity.ERROR, sentence(about, phrase), *pair_spots(exam.ja, exam.en, pair))
    yield from _given(exam)
    for side in exam.sides:
        yield from _doubled(side)


def _given(exam: Examination) -> Iterator[Finding]:
    """Given segments that are captions, or rows with the same signs behind them."""
    if not exam.one_segment:
        return
    signs = any(
        item.aspect is Aspect.SIGN
        for pair in exam.pairs
        for both in pair.figures
        for item in both.differences
    )
    ja, en = (side.readings[0].segment for side in exam.sides)
    if signs or not captions_oppose(ja.text, en.text):
        return
    phrase = "the captions count the other way round"
    yield make(CHECK, Severity.WARNING, sentence("", phrase), spot(exam.ja, ja.span), spot(exam.en, en.span))


DOUBLED_RES = {
    Language.JA: re.compile(
        r"(?<![額率数])(?:増増|減減)(?=([額率数])(?!\1))|減加(?!工)|増少|増加\(増加\)|減少\(減少\)|増加又は増加|減少又は減少"
    ),
    Language.EN: re.compile(r"\bincrease \(increase\)|\bdecrease \(decrease\)", re.IGNORECASE),
}
"""Captions that name one direction twice: 増減額 is meant."""


def _doubled(side: Side) -> Iterator[Finding]:
    """Captions of one version that count both ways in one direction; letters printed twice are no second word."""
    text = side.once(printed_text)
    if "crease)" not in text.lower() and side.language is Language.EN:
        return
    if not DOUBLED_RES[side.language].search(text):
        return
    mended = [repair.span for repair in side.repairs if repair.damage is Damage.OVERPRINT]
    for text, start, _ in side.once(printed_lines):
        for match in DOUBLED_RES[side.language].finditer(text):
            span = Span(start + match.start(), start + match.end())
            if any(span.overlaps(other) for other in mended):
                continue
            place = spot(side, span)
            ja, en = (place, None) if side.language is Language.JA else (None, place)
            phrase = sentence("", f"{match[0]} names the same direction twice")
            yield make(CHECK, Severity.WARNING, phrase, ja, en, blame=Blame(side.language.value))


CHECK = Check("SGN003", "caption counts the other way", Severity.ERROR, run)
