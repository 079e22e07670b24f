"""Pages that were read from their pictures: recognition takes one digit for another, so what differs there asks for a look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bilingual.model.alignment import Comparison
from bilingual.model.document import Language
from bilingual.model.origin import PagePlace
from bilingual.model.report import Finding, Severity


def as_questions(comparison: Comparison, findings: Sequence[Finding]) -> Sequence[Finding]:
    """Findings, of which none that names a place on a recognised page is more than a warning."""
    documents = {language: comparison.side(language).document for language in Language}
    if not any(document.recognised for document in documents.values()):
        return findings
    return [
        replace(finding, severity=Severity.WARNING)
        if finding.severity is Severity.ERROR and _is_pictured(comparison, finding)
        else finding
        for finding in findings
    ]


def _is_pictured(comparison: Comparison, finding: Finding) -> bool:
    """Whether a finding blames words on a page that was read from its picture."""
    members = (item.spot for item in finding.evidence if item.role == "member")
    for spot in (finding.ja, finding.en, *members):
        if spot is not None:
            document = comparison.side(spot.language).document
            origin = spot.located(document).origin
            if isinstance(origin, PagePlace) and origin.page in document.recognised:
                return True
    return False
