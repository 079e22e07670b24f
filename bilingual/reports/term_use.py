"""What releases do with a glossary, as lines, sheets and a page: one table with the same columns in every section."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path, PurePath

from jinja2 import Environment, Template, select_autoescape

from bilingual.containers.sheets import workbook_bytes
from bilingual.glossary.cells import guarded
from bilingual.glossary.usage.survey import Place, Usage, Variation
from bilingual.model.document import Language
from bilingual.model.report import Finding, Json
from bilingual.model.termbase import Concept
from bilingual.reports.candidates import Names
from bilingual.reports.candidates import place as sighting_place
from bilingual.reports.names import short_names
from bilingual.reports.safe import clean, json_text, one_line

FORMATS = ("text", "csv", "xlsx", "html", "json")
ENDINGS = {".txt": "text", ".csv": "csv", ".xlsx": "xlsx", ".html": "html", ".htm": "html", ".json": "json"}
COLUMNS = (
    "section", "concept", "ja", "en", "status", "count", "documents", "first_document", "last_document", "places", "note",
)  # fmt: skip
HEADS = {
    "concept": "Entry or rule", "ja": "Japanese", "en": "English", "status": "Status", "count": "Places",
    "documents": "Documents", "first_document": "First document", "last_document": "Last document",
    "places": "Where", "note": "Note",
}  # fmt: skip
"""Columns as sheets and pages call them; those without a cell are left out there."""
SECTIONS = {
    "findings": "What the rules of terms say (bilingual explain CODE tells more)",
    "one to many": "One Japanese caption, several English ones",
    "many to one": "One English caption, several Japanese ones",
    "within": "Several renderings inside one document",
    "over releases": "Renderings that changed from one release to the next",
    "uncovered": "Captions that equal figures prove and the glossary does not have",
    "never used": "Entries that no document uses",
    "terms": "Terms of the glossary, where they are used",
}
MOST_PLACES = 8
MOST_LINES = 30
"""Lines of a section for people; the sheets have all."""
TEMPLATE = Path(__file__).parent / "term_use.html"
Row = dict[str, str]


def render_bytes(usage: Usage, findings: Sequence[tuple[str, Finding]], style: str) -> bytes:
    """A survey with the findings of the rules of terms; the same survey gives the same bytes.

    Args:
        usage: the survey.
        findings: of all documents, each with the document's path.
        style: one of ``FORMATS``.
    """
    sections = dict(_sections(usage, findings, _names(usage, findings)))
    if style == "xlsx":
        return workbook_bytes(
            (
                name,
                [[HEADS[column] for column in columns], *([row.get(c, "") for c in columns] for row in rows)],
            )
            for name, rows in sections.items()
            for columns in [_filled(rows)]
        )
    text = {"text": _text, "csv": _csv, "html": _html, "json": _json}[style](usage, sections)
    return text.encode("utf-8")


def _names(usage: Usage, findings: Sequence[tuple[str, Finding]]) -> Names:
    """Short names of all documents of both languages."""
    paths = [*usage.documents, *(path for path, _ in findings)]
    paths += [place.document for each in usage.terms for place in each.places]
    paths += [s.en_document for each in usage.uncovered for s in each.sightings]
    paths += [s.en_document for each in (*usage.one_to_many, *usage.many_to_one) for s in each.examples]
    return short_names(paths)


def _sections(
    usage: Usage, findings: Sequence[tuple[str, Finding]], names: Names
) -> Iterator[tuple[str, list[Row]]]:
    yield "findings", [_finding_row(path, finding, names) for path, finding in findings]
    yield "one to many", [_variation_row(each, names) for each in usage.one_to_many]
    yield "many to one", [_variation_row(each, names) for each in usage.many_to_one]
    both = (*usage.one_to_many, *usage.many_to_one)
    yield "within", [_within_row(each, path, names) for each in both for path in each.within]
    yield "over releases", [_change_row(each, change, names) for each in both for change in each.changes]
    yield (
        "uncovered",
        [
            _cleaned(
                ja=each.ja,
                en=each.en,
                count=str(each.frequency),
                places="; ".join(sighting_place(s, names) for s in each.sightings[:MOST_PLACES]),
                **_documents(each.documents, names),
            )
            for each in usage.uncovered
        ],
    )
    yield "never used", [_entry_row(concept) for concept in usage.never_used]
    yield (
        "terms",
        [
            _cleaned(
                concept=each.entry.concept.id,
                status=each.entry.term.status.value,
                count=str(len(each.places)),
                places=_places(each.places, names),
                note=_other_forms(each.entry.term.text, each.places),
                **{each.entry.term.language.value: each.entry.term.text},
                **_documents([place.document for place in each.places], names),
            )
            for each in usage.terms
        ],
    )


def _filled(rows: Sequence[Row]) -> list[str]:
    """The columns that have a cell in some row; the pair at least."""
    return [name for name in HEADS if name in ("ja", "en") or any(row.get(name) for row in rows)]


def _cleaned(**cells: str) -> Row:
    return {name: clean(text) for name, text in cells.items()}


def _finding_row(path: str, finding: Finding, names: Names) -> Row:
    spots = [spot for spot in (finding.ja, finding.en) if spot is not None]
    return _cleaned(
        concept=finding.rule,
        ja=finding.ja.text if finding.ja else "",
        en=finding.en.text if finding.en else "",
        status=finding.severity.value,
        count=str(1 + sum(evidence.role == "member" for evidence in finding.evidence)),
        places="; ".join(f"{names[path]} {spot.language.value} {spot.line}" for spot in spots),
        note=finding.message,
        **_documents([path], names),
    )


def _variation_row(each: Variation, names: Names) -> Row:
    mine, other = each.language.value, each.language.other.value
    count = sum(number for _, number in each.renderings)
    listed = " | ".join(f"{text} ({number})" for text, number in each.renderings)
    return _cleaned(
        count=str(count),
        places="; ".join(sighting_place(sighting, names) for sighting in each.examples[:MOST_PLACES]),
        **{mine: each.term, other: listed},
        **_documents(each.documents, names),
    )


def _within_row(each: Variation, path: str, names: Names) -> Row:
    row = {name: text for name, text in _variation_row(each, names).items() if name in ("ja", "en")}
    return {**row, **_cleaned(**_documents([path], names))}


def _change_row(each: Variation, change: tuple[str, str, str, str], names: Names) -> Row:
    earlier, later, before, after = change
    mine, other = each.language.value, each.language.other.value
    return _cleaned(**{mine: each.term, other: f"{before} → {after}"}, **_documents([earlier, later], names))


def _entry_row(concept: Concept) -> Row:
    terms = {language: concept.in_language(language) for language in Language}
    return _cleaned(
        concept=concept.id,
        note=concept.file and f"{PurePath(concept.file).name}, line {concept.line}",
        **{language.value: found[0].text for language, found in terms.items() if found},
    )


def _documents(paths: Sequence[str], names: Names) -> Row:
    listed = list(dict.fromkeys(names[path] for path in paths))
    return {"documents": str(len(listed)), "first_document": listed[0], "last_document": listed[-1]}


def _places(places: Sequence[Place], names: Names) -> str:
    shown = [f"{names[place.document]}:{place.line}" for place in places[:MOST_PLACES]]
    return "; ".join(shown) + (" …" if len(places) > MOST_PLACES else "")


def _other_forms(term: str, places: Sequence[Place]) -> str:
    forms = [text for text in dict.fromkeys(place.text for place in places) if text != term]
    return f"printed {' | '.join(forms[:MOST_PLACES])}" if forms else ""


def _headline(usage: Usage) -> str:
    used = len({each.entry.concept.id for each in usage.terms})
    count = len(usage.documents)
    return f"{count} document{'' if count == 1 else 's'}, {used} entries used, {len(usage.never_used)} never used"


def _text(usage: Usage, sections: dict[str, list[Row]]) -> str:
    lines = [_headline(usage)]
    for name, rows in sections.items():
        lines += ["", f"{SECTIONS[name]}: {len(rows)}"]
        lines += [f"  {_line(name, row)}" for row in rows[:MOST_LINES]]
        if len(rows) > MOST_LINES:
            lines.append(f"  and {len(rows) - MOST_LINES} more; -o FILE.xlsx has all")
    return "\n".join(lines) + "\n"


def _line(section: str, row: Row) -> str:
    pair = " = ".join(filter(None, (row.get("ja", ""), row.get("en", ""))))
    number = f"{row['count']}x" if row.get("count") else ""
    where = row.get("places") or " → ".join(
        dict.fromkeys(filter(None, (row.get("first_document", ""), row.get("last_document", ""))))
    )
    words = [row.get("note", "")] if section == "findings" else [pair, row.get("note", "")]
    parts = [row.get("concept", ""), row.get("status", ""), *words, number, where]
    return one_line("  ".join(filter(None, parts)), 300)


def _csv(usage: Usage, sections: dict[str, list[Row]]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for name, rows in sections.items():
        writer.writerows(
            [guarded(({"section": name} | row).get(column, "")) for column in COLUMNS] for row in rows
        )
    return "\ufeff" + stream.getvalue()


def _json(usage: Usage, sections: dict[str, list[Row]]) -> str:
    out: dict[str, Json] = {
        "documents": [clean(name) for name in short_names(usage.documents).values()],
        "sections": {name: [dict(row) for row in rows] for name, rows in sections.items()},
    }
    return json_text(out)


def _html(usage: Usage, sections: dict[str, list[Row]]) -> str:
    return _template().render(
        title=", ".join(clean(name) for name in short_names(usage.documents).values()),
        headline=_headline(usage),
        heads=HEADS,
        sections=[(SECTIONS[name], _filled(rows), rows) for name, rows in sections.items()],
    )


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(
        autoescape=select_autoescape(default=True), trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(TEMPLATE.read_text(encoding="utf-8"))
