"""The report as SARIF 2.1.0 (OASIS), for code hosts and gates."""

from __future__ import annotations

from pathlib import PurePath
from urllib.parse import quote

from bilingual.checks import CHECKS, explain
from bilingual.model.origin import Origin, SegmentPlace
from bilingual.model.report import Evidence, Finding, Json, Report, Severity, Spot
from bilingual.reports.safe import clean, json_text
from bilingual.reports.words import document_of, spots, where

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def render(report: Report) -> str:
    """The report as a SARIF log with one run."""
    used = {finding.rule for finding in report.findings}
    rules: list[Json] = [
        {
            "id": check.code,
            "name": check.name,
            "shortDescription": {"text": check.name},
            "help": {"text": explain(check.code)},
        }
        for check in CHECKS
        if check.code in used
    ]
    order = [check.code for check in CHECKS if check.code in used]
    log: dict[str, Json] = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {"name": "bilingual", "version": report.signature.version, "rules": rules}
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(report, finding, order) for finding in report.findings],
            }
        ],
    }
    return json_text(log)


def _result(report: Report, finding: Finding, order: list[str]) -> dict[str, Json]:
    places = list(spots(finding))
    result: dict[str, Json] = {
        "ruleId": finding.rule,
        "ruleIndex": order.index(finding.rule),
        "level": LEVELS[finding.severity],
        "message": {"text": clean(finding.message)},
        "locations": [_location(report, spot) for spot in places[-1:]],
        "relatedLocations": [
            *(_location(report, spot, number) for number, spot in enumerate(places[:-1])),
            *(_evidence(report, item, number + 10) for number, item in enumerate(finding.evidence)),
        ],
        "partialFingerprints": {"bilingual/1": finding.id},
    }
    return result


def _evidence(report: Report, item: Evidence, number: int) -> dict[str, Json]:
    location = _location(report, item.spot, number)
    location["message"] = {"text": clean(f"{item.role}: {item.note}" if item.note else item.role)}
    return location


def uri(path: PurePath) -> str:
    r"""A path as a reference of RFC 3986; one with a drive (``C:\x.xlsx``) has a scheme, so that none is read into it."""
    return (
        path.as_uri()
        if path.drive and path.is_absolute()
        else quote(path.as_posix(), errors="surrogateescape")
    )


def _location(report: Report, spot: Spot, number: int | None = None) -> dict[str, Json]:
    first_line = spot.text.split("\n")[0]
    physical: dict[str, Json] = {
        "artifactLocation": {"uri": uri(PurePath(document_of(report, spot).path))},
    }
    location: dict[str, Json] = {"physicalLocation": physical}
    if spot.origin is None:
        physical["region"] = {
            "startLine": spot.line,
            "startColumn": spot.col,
            "endLine": spot.line,
            "endColumn": spot.col + max(1, len(first_line)),
            "snippet": {"text": clean(first_line)},
        }
    else:
        # Lines of the report are segments, rows or lines on a page; the file itself has its own lines, or none.
        location["logicalLocations"] = [_logical(spot, spot.origin)]
        if isinstance(spot.origin, SegmentPlace) and spot.origin.file_line:
            physical["region"] = {"startLine": spot.origin.file_line, "snippet": {"text": clean(first_line)}}
    if number is not None:
        location["id"] = number
        location["message"] = {"text": f"{spot.language.value} {where(spot)}: {clean(first_line)}"}
    return location


def _logical(spot: Spot, origin: Origin) -> dict[str, Json]:
    label = clean(origin.label(spot.line))
    if not isinstance(origin, SegmentPlace):
        return {"name": label, "fullyQualifiedName": label, "properties": dict(origin.to_dict())}
    name = f"{origin.sheet}!{origin.cell}" if origin.cell else origin.id
    return {"name": clean(origin.id), "fullyQualifiedName": clean(name)}
