"""The output of single stages: figures, tables, tokens, alignment, as text, JSON or CSV."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TextIO

from rich.cells import cell_len

from bilingual.model.alignment import Side
from bilingual.model.document import Document
from bilingual.model.report import Json, Report, figure_to_dict, side_figures
from bilingual.model.segment import Token
from bilingual.reports.safe import clean, json_text, one_line

Rows = Sequence[Mapping[str, Json]]
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
HARMLESS_RE = re.compile(r"[-+]?(?:\d[\d,]*(?:\.\d+)?)?%?")
"""What a spreadsheet reads as a number, a percentage or a dash, and never as a formula."""
WIDEST = 44


def figure_rows(side: Side) -> list[dict[str, Json]]:
    """Every figure of a side, in order of place."""
    figures = sorted(side_figures(side), key=lambda figure: figure.span)
    return [
        {"lang": figure.language.value, "kind": figure.kind.value, **figure_to_dict(side.document, figure)}
        for figure in figures
    ]


def token_rows(lines: Iterable[tuple[Document, int, Sequence[Token]]]) -> list[dict[str, Json]]:
    """Every token with its place."""
    return [
        {
            "line": number,
            "col": token.start + 1,
            "text": token.surface,
            "pos": token.part_of_speech,
            "lemma": token.lemma,
            "term": token.term,
        }
        for _, number, tokens in lines
        for token in tokens
    ]


def alignment_rows(report: Report) -> list[dict[str, Json]]:
    """Every pair with its figures, one row per figure pair."""
    return [
        {str(name): value if isinstance(value, (str, int, float)) else "" for name, value in row.items()}
        for row in report.to_frame("pairs").astype(object).fillna("").to_dict("records")
    ]


def print_rows(rows: Rows, style: str, stream: TextIO) -> None:
    """Print rows as a text table, as JSON or as CSV; nothing of them runs in a terminal or a spreadsheet."""
    if style == "json":
        stream.write(json_text(list(rows)))
        return
    names = list(dict.fromkeys(name for row in rows for name in row))
    if style == "csv":
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(names)
        writer.writerows([_field(row.get(name)) for name in names] for row in rows)
        return
    cells = [[_shown(row.get(name)) for name in names] for row in rows]
    widths = [
        min(WIDEST, max([cell_len(name), *(cell_len(row[at]) for row in cells)]))
        for at, name in enumerate(names)
    ]
    for row in [names, *cells]:
        stream.write(
            "  ".join(padded(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip() + "\n"
        )


def _field(value: Json) -> str:
    return formula_free(_text(value))


def formula_free(text: str) -> str:
    """A CSV field that no spreadsheet takes for a formula (numbers and dashes stay as they are)."""
    if text.startswith(FORMULA_SIGNS) and not HARMLESS_RE.fullmatch(text):
        return "'" + text
    return text


def _shown(value: Json) -> str:
    return one_line(_text(value), WIDEST)


def _text(value: Json) -> str:
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return "..".join(str(item) for item in value)
    return clean(str(value))


def padded(text: str, width: int) -> str:
    """Text with blanks up to a width in terminal cells; Japanese characters take two."""
    return text + " " * max(0, width - cell_len(text))
