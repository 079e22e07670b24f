"""The machine interface: the report as JSON."""

from __future__ import annotations

from bilingual.model.report import Report
from bilingual.reports.safe import json_text


def render(report: Report) -> str:
    """The report as JSON of docs/report.schema.json, UTF-8 characters kept."""
    return json_text(report.to_dict())
