"""One Japanese word, several spellings.

Compares: the loan words of the Japanese version with each other: long vowels, small kana, ヤ and ア.

Why it matters: searches miss half of the places, and readers take two spellings for two things.

Flagged:
    データセンターの売上高は12億円、データセンタの費用は3億円です。
    Data center revenues were JPY1.2 billion and data center costs JPY0.3 billion.

Left alone:
    データセンターの売上高は12億円、データセンターの費用は3億円です。
    Data center revenues were JPY1.2 billion and data center costs JPY0.3 billion.

Limits: names of companies and names in quotation marks are spelled as their owners spell them. Width, blanks and middle
dots do not count.

Authority: JIS Z 8301 and the Cabinet notice on writing loan words of 1991 allow both forms, not both at once.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.checks.building import members, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.glossary.usage.spellings import spelling_groups
from bilingual.model.report import Blame, Finding, Severity


def run(exam: Examination) -> Iterator[Finding]:
    """Yield words that are spelled in several ways; the rarer spelling is the place to look at."""
    for spellings in spelling_groups(exam.ja):
        usual, *others = spellings
        places = [spot(exam.ja, word.span, word.text) for text in others for word in spellings[text]]
        counted = ", ".join(f"{text} ({len(words)})" for text, words in spellings.items())
        message = f"One word, {len(spellings)} spellings: {counted}."
        evidence = members(places[1:], (places[0],))
        yield make(
            CHECK, Severity.INFO, message, places[0], evidence=evidence, blame=Blame.JA, expected=usual
        )


CHECK = Check("TRM004", "one word, several spellings", Severity.INFO, run)
