"""Date differs.

Compares: the dates of the same event.

Why it matters: record dates, payment dates and release dates bind the issuer.

Flagged:
    2003年9月16日に払込が完了した。
    Payment was completed on September 17, 2003.

Left alone:
    2003年9月16日に払込が完了した。
    Payment was completed on September 16, 2003.

Limits: an English date one day earlier may be the same moment in another time zone and asks for a look.

Authority: MQM (multidimensional quality metrics), accuracy: mistranslation of date and time.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.checks.check import Check
from bilingual.checks.day_ranges import other_days
from bilingual.checks.disagreements import Disagreement
from bilingual.checks.examination import Examination
from bilingual.checks.findings import report
from bilingual.checks.form_days import form_days
from bilingual.checks.release_days import release_days
from bilingual.checks.replaced import report_replaced
from bilingual.checks.sides_of_days import other_sides
from bilingual.checks.tbl002 import is_told
from bilingual.checks.wordings import contrary, thirds
from bilingual.model.figure import Aspect
from bilingual.model.report import Finding, Severity


def claims(item: Disagreement) -> bool:
    """Claim other days."""
    return item.aspect is Aspect.DATE


def run(exam: Examination) -> Iterator[Finding]:
    """Yield what differs, then figures without a counterpart that stand in each other's place."""
    yield from report(CHECK, exam, "the date differs", is_told(exam))
    yield from report_replaced(CHECK, exam)
    yield from release_days(CHECK, exam)
    yield from form_days(CHECK, exam)
    told = list(contrary(CHECK, exam)) or list(thirds(CHECK, exam)) or list(other_days(CHECK, exam))
    yield from told or other_sides(CHECK, exam)


CHECK = Check("DAT001", "date differs", Severity.ERROR, run, claims)
