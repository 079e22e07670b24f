"""The machine interface: the report as JSON."""

from __future__ import annotations

import json

from bilingual.model.report import Report


def render(report: Report) -> str:
    """The report as JSON of docs/report.schema.json, UTF-8 characters kept."""
    text = json.dumps(report.to_dict(), ensure_ascii=False, indent=2)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"
