"""The translation is wider or narrower.

Compares: the labels of rows that carry the same values, and given segments that are captions: the Japanese label is a
term of one concept of the glossary, the English one of a concept that the glossary calls wider or narrower, a part or
the whole.

Why it matters: the reader takes a part for the whole.

Flagged:
    売上債権	1,234	1,150	(the glossary has accounts receivable as narrower)
    Accounts receivable	1,234	1,150

Left alone:
    売上債権	1,234	1,150
    Trade receivables	1,234	1,150

Limits: needs a glossary with relations. A rendering that the glossary of the company gives is house style. It is a
warning where a glossary of the company has the concept, information with general glossaries.

Authority: ISO 704 and ISO 30042, generic and partitive relations.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.checks.building import pair_spots, sentence
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.checks.kinship import Kin, kinship
from bilingual.checks.terms import labelled_rows
from bilingual.model.report import Finding, Severity


def run(exam: Examination) -> Iterator[Finding]:
    """Yield rows whose English label names a wider or narrower concept."""
    seen: set[tuple[str, str]] = set()
    for item in labelled_rows(exam):
        key = (item.ja_key, item.en_key)
        kin = None if item.generic or key in seen else kinship(exam, item)
        seen.add(key)
        if kin is not None:
            ja, en = pair_spots(exam.ja, exam.en, item.pair)
            message = sentence(item.about, _phrase(kin))
            severity = Severity.WARNING if kin.mine.layer or kin.theirs.layer else Severity.INFO
            yield make(CHECK, severity, message, ja, en, expected=kin.expected if kin.mine.layer else "")


def _phrase(kin: Kin) -> str:
    advice = f"; the glossary has {kin.expected}" if kin.expected else ""
    return f"the English label names {kin.word} than the Japanese one{advice}"


CHECK = Check("TRM007", "wider or narrower translation", Severity.WARNING, run)
