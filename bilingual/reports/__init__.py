"""Report to output, one module per format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from json import loads  # a module of this package is called json
from typing import cast

from bilingual.errors import OptionError
from bilingual.model.report import Report
from bilingual.reports.safe import json_text

__all__ = ["RENDERERS", "Renderer", "joined", "render", "renderer_for"]


@dataclass(frozen=True, slots=True)
class Renderer:
    """An output format: its name, the file extensions that mean it, and the module that renders it."""

    name: str
    extensions: tuple[str, ...]
    module: str

    def render(self, report: Report) -> str:
        """Render a report; the same report gives the same bytes."""
        return cast("Callable[[Report], str]", import_module(self.module).render)(report)


RENDERERS = (
    Renderer("text", (".txt",), "bilingual.reports.text"),
    Renderer("json", (".json",), "bilingual.reports.json"),
    Renderer("html", (".html", ".htm"), "bilingual.reports.html"),
    Renderer("md", (".md", ".markdown"), "bilingual.reports.md"),
    Renderer("sarif", (".sarif",), "bilingual.reports.sarif"),
)
"""Formats, imported when they are first used."""


def render(report: Report, name: str) -> str:
    """Render a report in the named format.

    Raises:
        OptionError: for a format that does not exist.
    """
    return renderer_for(name).render(report)


def joined(reports: Sequence[Report], name: str) -> str:
    """Several reports in one output: a list in JSON, one run each in SARIF, one after another in text.

    Raises:
        OptionError: for a format that does not exist, or that holds one report only.
    """
    if len(reports) == 1:
        return render(reports[0], name)
    rendered = [render(report, name) for report in reports]
    if name == "json":
        return "[\n" + ",\n".join(text.rstrip("\n") for text in rendered) + "\n]\n"
    if name == "sarif":
        logs = [loads(text) for text in rendered]
        first = logs[0]
        first["runs"] = [run for log in logs for run in log["runs"]]
        return json_text(first)
    if name == "html":
        raise OptionError(
            "an HTML page holds one report; check the pairs one by one, or choose another format"
        )
    return "\n".join(rendered)


def renderer_for(name: str) -> Renderer:
    """The renderer of a format name or a file extension.

    Raises:
        OptionError: for a format that does not exist.
    """
    for renderer in RENDERERS:
        if name == renderer.name or name.lower() in renderer.extensions:
            return renderer
    known = ", ".join(renderer.name for renderer in RENDERERS)
    raise OptionError(f"{name!r} is no output format; the formats are {known}")
