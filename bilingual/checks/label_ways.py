"""Labels of rows with the same values that name opposite changes: 解約率10%低下 beside 10% increase in lapse rates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilingual.checks.building import pair_spots, sentence
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.checks.label_words import contradiction
from bilingual.checks.terms import equal_rows
from bilingual.figures.changes import DOWN_EN, DOWN_JA, UP_EN, UP_JA
from bilingual.model.alignment import Pair
from bilingual.model.document import Language
from bilingual.model.report import Finding, Severity
from bilingual.text.normalize import fold

_WAYS = {
    Language.JA: re.compile(rf"(?P<up>{UP_JA})|(?P<down>{DOWN_JA})"),
    Language.EN: re.compile(rf"\b(?:(?P<up>{UP_EN}|higher)|(?P<down>{DOWN_EN}|lower))\b", re.IGNORECASE),
}
_EITHER_RE = re.compile(r"増減|損益|純額|\(|\bnet\b|\bchange|\bor\b|/", re.IGNORECASE)
"""Labels that hold for both ways, or say the other one in brackets."""


def opposite_labels(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield rows that agree in all cells, signs with them, and whose labels each name one change, the other way round."""
    for item in equal_rows(exam):
        labels = fold(item.ja.label), fold(item.en.label)
        if any(map(_EITHER_RE.search, labels)):
            continue
        ja, en = (
            list(_WAYS[language].finditer(label)) for language, label in zip(Language, labels, strict=True)
        )
        if len(ja) != 1 or len(en) != 1 or bool(ja[0]["up"]) is bool(en[0]["up"]) or not _signed(item.pair):
            continue
        if contradiction(item.ja.label, item.en.label):
            continue  # TRM001 tells
        phrase = f"{ja[0][0]} in Japanese and {en[0][0]} in English are said of the same row"
        about = f"{item.ja.label} / {item.en.label}"
        yield make(check, Severity.WARNING, sentence(about, phrase), *pair_spots(exam.ja, exam.en, item.pair))


def _signed(pair: Pair) -> bool:
    """Whether the values of a row have the same signs in both versions, so that no label turns them round."""
    return all(
        both.ja.value is not None and both.en.value is not None and (both.ja.value < 0) is (both.en.value < 0)
        for both in pair.figures
    )
