"""Direction of a change differs.

Compares: the direction of two changes: 増, 減, 改善, 悪化 with increase, decrease, rose, fell; and, in each version alone,
the word of a change with the two amounts that it names (from JPY278 million to JPY2,326 million; rose to 31.4% (28.9% a year ago)). Changes that are said
in words alone (売上の増加, decreased revenues) are compared where two paragraphs surely correspond.

Why it matters: the number is right and the statement is the opposite.

Flagged:
    前年同期比17.5%増となりました。
    This was a decrease of 17.5% year on year.

Left alone:
    赤字幅は30%縮小しました。
    The loss narrowed by 30%.

Limits: a side that names no direction is not reported; changes in words alone ask for a look only.

Authority: MQM (multidimensional quality metrics), accuracy: mistranslation of content.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.checks.changed_items import opposite_changes
from bilingual.checks.check import Check
from bilingual.checks.contradictions import contradictions
from bilingual.checks.crossed_ways import crossed_ways
from bilingual.checks.directions import opposed, opposed_sentences
from bilingual.checks.disagreements import Disagreement
from bilingual.checks.examination import Examination
from bilingual.checks.findings import report
from bilingual.checks.label_ways import opposite_labels
from bilingual.checks.levels import contradicted_levels
from bilingual.checks.sentence_wordings import contrary_in_sentences
from bilingual.checks.trends import opposite_trends
from bilingual.checks.turns import turned, turned_sentences
from bilingual.checks.wordings import contrary
from bilingual.model.figure import Aspect
from bilingual.model.report import Finding, Severity


def claims(item: Disagreement) -> bool:
    """Claim changes that go the other way."""
    return item.aspect is Aspect.DIRECTION


def run(exam: Examination) -> Iterator[Finding]:
    """Yield a finding for every root cause that this rule claims."""
    found = list(report(CHECK, exam, "the direction of the change differs"))
    told = [*contradictions(CHECK, exam), *opposite_trends(CHECK, exam)]
    lines = {(each.ja.line, each.en.line) for each in told if each.ja and each.en}
    sentences = [
        each
        for each in opposed_sentences(CHECK, exam)
        if not (each.ja and each.en and (each.ja.line, each.en.line) in lines)
    ]
    found += [*sentences, *contradicted_levels(CHECK, exam, sentences), *told]
    found += turned_sentences(CHECK, exam, found)
    found += contrary_in_sentences(CHECK, exam, found)
    yield from found
    yield from opposite_labels(CHECK, exam)
    yield from next(
        filter(
            None,
            (list(rule(CHECK, exam)) for rule in (opposed, contrary, turned, crossed_ways, opposite_changes)),
        ),
        [],
    )


CHECK = Check("SGN004", "direction differs", Severity.ERROR, run, claims)
