"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bilingual.checks.disagreements import Disagreement
from bilingual.model.report import Finding, Severity

if TYPE_CHECKING:
    from bilingual.checks.examination import Examination


def claims_nothing(_: Disagreement) -> bool:
    """Claim no disagreement: the rule looks at the documents in another way."""
    return False


@dataclass(frozen=True)
class Check:
    """A rule.

    Attributes:
        code: stable code, the name of its module in capitals.
        name: short name for a list of findings.
        severity: the most serious that it may give.
        run: yields its findings.
        claims: whether a disagreement between two paired figures belongs to this rule; the first rule of the
            registry that claims it has it.
    """

    code: str
    name: str
    severity: Severity
    run: Callable[[Examination], Iterator[Finding]]
    claims: Callable[[Disagreement], bool] = claims_nothing

    def capped(self, severity: Severity) -> Severity:
        """The severity, but nothing more serious than the rule may give."""
        return max(severity, self.severity, key=lambda item: item.rank)
