"""The report as a Markdown table, for an issue or a mail."""

from __future__ import annotations

import re

from bilingual.model.report import Report, Spot
from bilingual.reports.safe import one_line
from bilingual.reports.words import coverage_lines, documents_line, headline, signature_line, where

SPECIAL_RE = re.compile(r"[\\`*_\[\]#!|<>&~@$]|(?<=http|ttps):|(?<=ftp):|(?<=www)\.", re.IGNORECASE)
"""Markup, mathematics ($), mentions, links, and what GitHub makes a link of by itself (http:, www.)."""


def escape(text: str) -> str:
    """Text that Markdown shows as it is: no markup, link, mention or HTML comes alive."""
    return SPECIAL_RE.sub(lambda match: f"&#{ord(match.group())};", one_line(text, 300))


def render(report: Report) -> str:
    """The report as GitHub-flavoured Markdown."""
    lines = [f"# {escape(documents_line(report))}", "", headline(report), ""]
    if report.findings:
        lines += ["| | rule | Japanese | English | what is wrong |", "| --- | --- | --- | --- | --- |"]
    for finding in report.findings:
        cells = (
            finding.severity.value,
            f"{finding.rule} {finding.name}",
            _cell(finding.ja),
            _cell(finding.en),
            escape(finding.message) + f" <sub>{finding.id}</sub>",
        )
        lines.append("| " + " | ".join(cells) + " |")
    lines += [
        "",
        *(f"- {escape(line)}" for line in coverage_lines(report)),
        "",
        f"<sub>{escape(signature_line(report))}</sub>",
    ]
    return "\n".join(lines) + "\n"


def _cell(spot: Spot | None) -> str:
    return f"{escape(where(spot))}: {escape(spot.text)}" if spot else ""
