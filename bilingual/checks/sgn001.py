"""Sign differs.

Compares: the signs of two figures: △ ▲ - ( ) (-), and the words that say minus (損失, 赤字, loss, deficit).

Why it matters: a loss that reads as a profit is the gravest error of all.

Flagged:
    営業損益は▲300百万円となった。
    Operating income was JPY300 million.

Left alone:
    営業損益は▲300百万円となった。
    The company posted an operating loss of (-) JPY300 million.

Limits: a word and a mark together are one minus. Sentences and rows with the same figures, profits in one version and losses in
the other, are told where nothing in them speaks of both. Rows whose captions count the other way round are SGN003.

Authority: MQM (multidimensional quality metrics), accuracy: mistranslation of numbers. Corporate accounting practice in Japan: △ marks
a minus.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.checks.building import figure_spot, pair_spots, sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.disagreements import Disagreement
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make, report
from bilingual.checks.half_signed import half_signed, unsigned
from bilingual.checks.opposite_results import opposite_results, opposite_rows
from bilingual.checks.sentence_wordings import contrary_in_sentences
from bilingual.checks.wordings import contrary
from bilingual.model.figure import Aspect
from bilingual.model.report import Finding, Severity


def claims(item: Disagreement) -> bool:
    """Claim figures with another sign."""
    return item.aspect is Aspect.SIGN


def run(exam: Examination) -> Iterator[Finding]:
    """Yield a finding for every root cause that this rule claims."""
    yield from report(CHECK, exam, "the sign differs")
    told = list(contrary(CHECK, exam))
    yield from told
    if not told:
        for result in opposite_results(exam):
            ja, en = spot(exam.ja, result.ja), spot(exam.en, result.en)
            phrase = f"the same figure is of {ja.text} in Japanese and of {en.text} in English"
            told.append(make(CHECK, Severity.WARNING, sentence("", phrase), ja, en))
            yield told[-1]
        for both in half_signed(exam) if not told else ():
            ja, en = figure_spot(exam.ja, both.ja, ""), figure_spot(exam.en, both.en, "")
            phrase = f"{ja.text} in Japanese is below zero like the other end of the change, {en.text} in English is not"
            yield make(CHECK, Severity.WARNING, sentence("", phrase), ja, en)
        for mine, theirs in unsigned(exam) if not told else ():
            ja, en = spot(exam.ja, mine), spot(exam.en, theirs)
            yield make(
                CHECK,
                Severity.WARNING,
                sentence("", f"{ja.text} in Japanese is {en.text} in English"),
                ja,
                en,
            )
    yield from contrary_in_sentences(CHECK, exam, told)
    for pair in opposite_rows(exam):
        ja, en = pair_spots(exam.ja, exam.en, pair)
        phrase = "the same values are a profit in one version and a loss in the other"
        yield make(CHECK, Severity.WARNING, sentence(f"{ja.text} / {en.text}", phrase), ja, en)


CHECK = Check("SGN001", "sign differs", Severity.ERROR, run, claims)
