"""Japanese is left in English.

Compares: nothing; looks for Japanese characters in sentences of the English version.

Why it matters: a word that was not translated is lost on the reader, and shows that nobody proofread the line.

Flagged:
    専用線サービスの売上が増加しました。
    Revenue from 専用線 services increased.

Left alone:
    決算短信を公表しました。
    The company released its earnings report (決算短信).

Limits: names in quotation marks and originals in parentheses are meant to stand there; lines that are Japanese as
a whole belong to the Japanese version.

Authority: MQM (multidimensional quality metrics), accuracy: untranslated text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilingual.checks.building import spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import one_of_many
from bilingual.model.alignment import Side
from bilingual.model.report import Finding, Severity, Spot

JAPANESE_RE = re.compile("[ぁ-ゖァ-ヺ一-鿿々ー]+")
SHIELDED_RE = re.compile(
    r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]|\"[^\"]{0,200}\"|「[^」]{0,200}」|『[^』]{0,200}』|'[^']{0,80}'"
)
LATIN_RE = re.compile(r"[A-Za-z]+")
LETTERS_PER_CHARACTER = 5
"""An English sentence of a document has at least so many letters for each Japanese character left in it."""
WORDS = 4


def run(exam: Examination) -> Iterator[Finding]:
    """Yield one finding for all Japanese words left in English sentences."""
    message = "Japanese words are left in the English version."
    found = _residues(exam.en, given=exam.comparison.segments_only)
    yield from one_of_many(CHECK, Severity.WARNING, exam.en, found, message)


def _residues(side: Side, *, given: bool) -> Iterator[Spot]:
    for reading in side.readings:
        text = reading.segment.text
        if text.isascii() or not JAPANESE_RE.search(text):
            continue
        open_text = SHIELDED_RE.sub(lambda match: " " * len(match.group()), text)
        runs = list(JAPANESE_RE.finditer(open_text))
        words = LATIN_RE.findall(open_text)
        size = sum(match.end() - match.start() for match in runs)
        english = len(words) >= WORDS and sum(map(len, words)) >= LETTERS_PER_CHARACTER * size
        if runs and (english or (given and words)):
            yield spot(side, reading.segment.content.span(*runs[0].span()), text[:24])


CHECK = Check("STY002", "Japanese left in English", Severity.WARNING, run)
