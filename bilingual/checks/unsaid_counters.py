"""Counts of companies in a given Japanese segment for a bare number of an English one that speaks of nothing of the kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilingual.checks.building import figure_spot, sentence
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.model.figure import Kind
from bilingual.model.report import Finding, Severity

_FIRMS_RE = re.compile(
    r"\b(?:compan|firm|corporat|subsidiar|affiliat|associate|client|customer|supplier|vendor|business|enterprise|partner|institution|issuer|member|operator|store|shop|dealer|agenc|agent|bank"
    r"|manufactur|maker|contractor|tenant|borrower|lender|organi[sz]ation|group|employer|entit|develop|provider|advertiser|merchant|licens|franchise|start-?up|venture|invest|shareholder|applica|exhibit"
    r"|particip|carrier|user|subscri|account|contract|install|adopt|introduc|listed|publisher|outlet|office|distributor|wholesaler|retailer|player|competitor|brand|deal|project|case|peer|consolidat|sponsor)",
    re.IGNORECASE,
)
"""Whatever 社 may count."""
_ALONE_RE = re.compile(r"\s*(?:[.,;:)]|(?:to|from|and|or|at|in|by|as|on|for|of)\b|\Z)")
"""Behind a number that no noun of its own follows."""


def unsaid_firms(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield the first count in 社 that meets a bare number in a segment without a word that it could stand for."""
    if not exam.by_itself:
        return
    for pair in exam.pairs:
        for both in pair.figures:
            bare = both.agrees and both.en.kind is Kind.NUMBER and not both.en.unit
            content = exam.en.readings[0].segment.content
            if not bare or not _ALONE_RE.match(content.text, content.index(both.en.span.end)):
                continue
            if both.ja.unit_printed == "社" and not _FIRMS_RE.search(content.text):
                ja, en = figure_spot(exam.ja, both.ja, ""), figure_spot(exam.en, both.en, "")
                phrase = f"{ja.text} counts companies, of which English says nothing"
                yield make(check, Severity.WARNING, sentence("", phrase), ja, en)
                return
