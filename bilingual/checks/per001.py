"""Period differs.

Compares: the periods that paired sentences name, and the periods that their figures are for; within one version, the
period that a change is said to be measured from with the cells that give it.

Why it matters: a figure of another quarter is another figure.

Flagged:
    2001年度第2四半期の売上高は95億円。
    Total revenues for the third quarter of FY2001 were JPY9.5 billion.

Left alone:
    2001年度第2四半期の売上高は95億円。
    Total revenues for the quarter ended September 30, 2001 were JPY9.5 billion.

Limits: 前期 may be a quarter or a year and agrees with both until the document tells. Headers of columns are TBL002.

Authority: MQM (multidimensional quality metrics), accuracy: mistranslation of date and time.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.arithmetic.causes import Cause
from bilingual.checks.building import sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.disagreements import Disagreement
from bilingual.checks.examination import Examination
from bilingual.checks.exchanged_times import exchanged_times, tells_exchange
from bilingual.checks.findings import make, report
from bilingual.checks.listed import exchanged_heads
from bilingual.checks.proofs import report_causes
from bilingual.checks.tbl002 import is_told
from bilingual.checks.title_times import differing_titles, other_quarters
from bilingual.checks.wordings import contrary
from bilingual.checks.year_ends import other_year_ends
from bilingual.model.figure import Aspect
from bilingual.model.report import Finding, Severity


def claims(item: Disagreement) -> bool:
    """Claim periods that cover other days."""
    return item.aspect is Aspect.PERIOD


def owns(cause: Cause) -> bool:
    """Own changes that are measured from another period than the one that is named."""
    return cause.relation.name == "period"


def run(exam: Examination) -> Iterator[Finding]:
    """Yield a finding for every root cause that this rule claims."""
    of_heads, of_two = is_told(exam), tells_exchange(exam)
    yield from report(CHECK, exam, "the period differs", lambda case: of_heads(case) or of_two(case))
    yield from exchanged_times(CHECK, exam)
    yield from report_causes(CHECK, exam, owns)
    yield from contrary(CHECK, exam)
    yield from other_year_ends(CHECK, exam)
    yield from differing_titles(CHECK, exam)
    yield from other_quarters(CHECK, exam)
    crossed = exchanged_heads(exam)
    if crossed is not None:
        places = spot(exam.ja, crossed[0]), spot(exam.en, crossed[1])
        phrase = f"the heads stand in another order, {places[0].text} first in Japanese, {places[1].text} in English"
        yield make(CHECK, Severity.WARNING, sentence("", phrase), *places)


CHECK = Check("PER001", "period differs", Severity.ERROR, run, claims)
