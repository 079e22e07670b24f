"""English words of a given segment that say the opposite of a Japanese one: 長期借入金, short-term loans.

The Japanese segment has a word, and none that its opposite could be written by; the English segment has the opposite.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilingual.checks.antonym_table import ANTONYMS
from bilingual.checks.building import sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.checks.wordings import is_told, words_opposed
from bilingual.model.report import Finding, Severity

_ANY_RE = re.compile("|".join(dict.fromkeys(each.en.pattern for each in ANTONYMS)), re.IGNORECASE)


def opposite(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield the first Japanese word of two given segments whose opposite stands in English."""
    if not exam.comparison.segments_only or any(len(side.readings) != 1 for side in exam.sides):
        return
    ja, en = (side.readings[0].segment for side in exam.sides)
    if not _ANY_RE.search(en.text) or is_told(exam):
        return
    for word in ANTONYMS:
        said, instead = word.ja.search(ja.text), word.en.search(en.text)
        if said and instead and not word.may.search(ja.text):
            if words_opposed(exam):
                return  # told by the rule of those words
            places = (
                spot(exam.ja, ja.content.span(*said.span())),
                spot(exam.en, en.content.span(*instead.span())),
            )
            phrase = f"{places[0].text} in Japanese cannot stand for {places[1].text} in English"
            yield make(check, Severity.WARNING, sentence("", phrase), *places)
            return
