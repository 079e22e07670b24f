"""Cash flows do not lead from opening to closing cash.

Compares: the net change in cash with operating, investing and financing flows and exchange effects; closing cash with
opening cash and the change; closing and opening cash with the cash of the balance sheets of those days.

Why it matters: the three statements meet in cash; where they do not, one of them misstates what the company has.

Flagged:
    現金及び現金同等物の期首残高 12,574 / 減少額 (1,162) / 期末残高 11,421
    Cash, beginning of period 12,574 / Net decrease in cash (1,162) / Cash, end of period 11,421

Left alone:
    現金及び現金同等物の期首残高 12,574 / 減少額 (1,162) / 期末残高 11,412
    Cash, beginning of period 12,574 / Net decrease in cash (1,162) / Cash, end of period 11,412

Limits: the tie to the balance sheet needs a row that is called cash, or cash and cash equivalents, and nothing else: deposits
and restricted cash are other things. It is held against a column only where at least two others tie.

Authority: IAS 7.45 (reconciliation of cash to the balance sheet); ASC 230.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.arithmetic.causes import Cause
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.proofs import report_causes
from bilingual.model.report import Finding, Severity


def owns(cause: Cause) -> bool:
    """Own sums and ties of cash."""
    return cause.relation.name == "cash"


def run(exam: Examination) -> Iterator[Finding]:
    """Yield one finding per cause."""
    yield from report_causes(CHECK, exam, owns)


CHECK = Check("ARI004", "cash does not roll forward", Severity.ERROR, run)
