"""The call sheet as text, CSV, XLSX, HTML or JSON, with totals that a person can sign.

No cell of a CSV or XLSX file is ever a live formula: texts of the documents are written as texts.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, Template, select_autoescape

from bilingual.containers.sheets import workbook_bytes
from bilingual.model.callsheet import MEANINGS, CallSheet, Entry, Tick
from bilingual.model.document import Language
from bilingual.model.report import Json, Report
from bilingual.reports.safe import clean, json_text, one_line
from bilingual.reports.stages import formula_free
from bilingual.reports.words import NAMES, documents_line, headline, signature_line, where

SCHEMA = "bilingual.coverage/1"
FORMATS = ("text", "csv", "xlsx", "html", "json")
ENDINGS = {".txt": "text", ".csv": "csv", ".xlsx": "xlsx", ".html": "html", ".htm": "html", ".json": "json"}
HEADER = (
    "lang",
    "place",
    "line",
    "col",
    "text",
    "about",
    *(tick.value for tick in Tick),
    "counterparts",
    "because",
    "findings",
)
MARK = "x"
LINES_TO_SIGN = (
    "Prepared by: ______________________________   Date: ______________",
    "Reviewed by: ______________________________   Date: ______________",
)
TEMPLATE = Path(__file__).parent / "callsheet.html"
WIDEST = 100


def render_bytes(report: Report, style: str) -> bytes:
    """The call sheet of a report in a format; the same report gives the same bytes.

    Args:
        report: the report.
        style: one of ``FORMATS``.
    """
    sheet = report.call_sheet()
    if style == "xlsx":
        return _workbook(report, sheet)
    text = {"text": _text, "csv": _csv, "html": _html, "json": _json}[style](report, sheet)
    return text.encode("utf-8")


def total_rows(sheet: CallSheet) -> Iterator[tuple[str, ...]]:
    """Totals: one row per tick, one column per side; a figure may have several ticks."""
    languages = [language for language in Language if sheet.side(language)]
    totals = {language: sheet.totals(language) for language in languages}
    yield ("", *(NAMES[language] for language in languages))
    yield ("figures", *(str(totals[language]["figures"]) for language in languages))
    for tick in Tick:
        yield (tick.value, *(str(totals[language][tick.value]) for language in languages))
    verified = ("verified", *(_share(totals[language]) for language in languages))
    yield verified


def _share(totals: dict[str, int]) -> str:
    count = totals["figures"] - totals[Tick.UNVERIFIED.value] - totals[Tick.DISPUTED.value]
    return f"{count} ({100 * count // totals['figures']} %)" if totals["figures"] else "0"


def _rows(sheet: CallSheet) -> Iterator[tuple[str, ...]]:
    for language in Language:
        for entry in sheet.side(language):
            yield (
                language.value,
                where(entry.place),
                str(entry.place.line),
                str(entry.place.col),
                clean(entry.place.text),
                clean(entry.about),
                *(MARK if tick in entry.ticks else "" for tick in Tick),
                _counterparts(entry),
                clean("; ".join(entry.notes)),
                " ".join(entry.findings),
            )


def _counterparts(entry: Entry) -> str:
    return clean("; ".join(f"{where(spot)}: {spot.text}" for spot in entry.counterparts))


def _text(report: Report, sheet: CallSheet) -> str:
    out = [one_line(documents_line(report), 400), "", *_aligned(list(total_rows(sheet))), ""]
    out += [f"{tick.value:<12}{words}" for tick, words in MEANINGS.items()]
    for language in Language:
        if sheet.side(language):
            out += ["", NAMES[language]]
            out += [_line(entry) for entry in sheet.side(language)]
    out += ["", headline(report), one_line(signature_line(report), 2_000), "", *LINES_TO_SIGN]
    return "\n".join(line.rstrip() for line in out) + "\n"


def _line(entry: Entry) -> str:
    ticks = ", ".join(tick.value for tick in entry.ticks)
    because = "; ".join(filter(None, (_counterparts(entry), *entry.notes[:2], *entry.findings)))
    about = one_line(entry.about, 40)
    place = (
        f"{entry.place.line:>6}:{entry.place.col:<4}" if entry.place.origin is None else where(entry.place)
    )
    words = f"{place} {one_line(entry.place.text, 24):<24}  {ticks}"
    return words + (f"  [{about}]" if about else "") + (f"  {one_line(because, WIDEST)}" if because else "")


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    return [f"{row[0]:<12}" + "".join(f"{cell:>16}" for cell in row[1:]) for row in rows]


def _csv(report: Report, sheet: CallSheet) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows([formula_free(cell) for cell in row] for row in _rows(sheet))
    return "\ufeff" + stream.getvalue()


def _workbook(report: Report, sheet: CallSheet) -> bytes:
    totals = [
        ("Call sheet", one_line(documents_line(report), 400)),
        *total_rows(sheet),
        ("",),
        *((tick.value, words) for tick, words in MEANINGS.items()),
        ("",),
        (headline(report),),
        (one_line(signature_line(report), 2_000),),
        *(
            (f"{NAMES[side.language]} sha256", side.document.sha256)
            for side in (report.comparison.ja, report.comparison.en)
            if side.lines
        ),
        ("",),
        *((line,) for line in LINES_TO_SIGN),
    ]
    sheets = [("Totals", totals)]
    for language in Language:
        rows = [row[1:] for row in _rows(sheet) if row[0] == language.value]
        if rows:
            sheets.append((NAMES[language], [HEADER[1:], *rows]))
    return workbook_bytes(sheets)


def _html(report: Report, sheet: CallSheet) -> str:
    return _template().render(
        title=clean(documents_line(report)),
        headline=headline(report),
        signature=clean(signature_line(report)),
        totals=list(total_rows(sheet)),
        meanings=[(tick.value, words) for tick, words in MEANINGS.items()],
        to_sign=LINES_TO_SIGN,
        sides=[
            {
                "name": NAMES[language],
                "language": language.value,
                "entries": [
                    {
                        "place": where(entry.place),
                        "text": clean(entry.place.text),
                        "about": clean(entry.about),
                        "ticks": [(tick.name.lower(), tick.value) for tick in entry.ticks],
                        "counterparts": _counterparts(entry),
                        "because": clean("; ".join(entry.notes)),
                        "findings": " ".join(entry.findings),
                    }
                    for entry in sheet.side(language)
                ],
            }
            for language in Language
            if sheet.side(language)
        ],
    )


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(
        autoescape=select_autoescape(default=True), trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(TEMPLATE.read_text(encoding="utf-8"))


def _json(report: Report, sheet: CallSheet) -> str:
    whole = report.to_dict()
    out: dict[str, Json] = {"schema": SCHEMA}
    out.update({name: whole[name] for name in ("signature", "documents", "summary", "coverage")})
    return json_text(out)
