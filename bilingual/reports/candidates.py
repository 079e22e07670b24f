"""Lists of candidates for a glossary: sheets that a reviewer fills in, and lines for the terminal."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from bilingual.containers.sheets import sheet_bytes
from bilingual.glossary.cells import guarded
from bilingual.glossary.extraction import Candidate, Sighting
from bilingual.glossary.extraction.decisions import COLUMNS
from bilingual.model.report import Json
from bilingual.reports.names import short_names
from bilingual.reports.safe import clean, json_text, one_line

FORMATS = ("text", "csv", "xlsx", "json")
ENDINGS = {".txt": "text", ".csv": "csv", ".xlsx": "xlsx", ".json": "json"}
MOST_PLACES = 8
MOST_RIVALS = 6
Names = Mapping[str, str]  # short names by path
EXAMPLE = 300
"""Characters of an example; a reviewer wants the sentence, not the page."""


def render_bytes(candidates: Sequence[Candidate], style: str) -> bytes:
    """Candidates in a format; the same candidates give the same bytes.

    Args:
        candidates: what was found, in the order of the output.
        style: one of ``FORMATS``; CSV is UTF-8 with a byte order mark, as spreadsheets expect it.
    """
    names = short_names(
        path for each in candidates for s in each.sightings for path in (s.ja_document, s.en_document)
    )
    if style == "text":
        return "".join(f"{line}\n" for line in _lines(candidates, names)).encode()
    rows = [_row(candidate, names) for candidate in candidates]
    if style == "json":
        listed: list[Json] = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
        return json_text(listed).encode()
    if style == "xlsx":
        return sheet_bytes([COLUMNS, *rows], "candidates")
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return f"\ufeff{stream.getvalue()}".encode()


def _row(candidate: Candidate, names: Names) -> list[str]:
    first = candidate.sightings[0]
    documents = candidate.documents
    cells = {
        "ja": candidate.ja,
        "en": candidate.en,
        "decision": "rejected" if candidate.rejected else "",
        "kind": candidate.kind.value,
        "score": f"{candidate.score:.3f}",
        "frequency": str(candidate.frequency),
        "documents": str(len(documents)),
        "known": candidate.known.value,
        "concept": " | ".join(candidate.concepts),
        "part": " ".join(candidate.parts),
        "ja_frequency": str(candidate.ja_frequency),
        "en_frequency": str(candidate.en_frequency),
        "competing_en": _counted(candidate.competing),
        "competing_ja": _counted(candidate.competing_ja),
        "spellings": " | ".join(candidate.spellings[:MOST_RIVALS]),
        "first_document": names[documents[0]],
        "last_document": names[documents[-1]],
        "places": "; ".join(place(each, names) for each in candidate.sightings[:MOST_PLACES]),
        "example_ja": first.ja_context[:EXAMPLE],
        "example_en": first.en_context[:EXAMPLE],
    }
    return [clean(cells.get(name, "")) for name in COLUMNS]


def place(sighting: Sighting, names: Names) -> str:
    """Where both terms stand: ``release.txt:107 = 505``, or the names of two files."""
    other = "" if sighting.ja_document == sighting.en_document else f"{names[sighting.en_document]}:"
    return f"{names[sighting.ja_document]}:{sighting.ja_line} = {other}{sighting.en_line}"


def _counted(rivals: Sequence[tuple[str, int]]) -> str:
    return " | ".join(f"{text} ({count})" for text, count in rivals[:MOST_RIVALS])


def _lines(candidates: Sequence[Candidate], names: Names) -> Iterator[str]:
    for each in candidates:
        words = f"{each.score:.3f}  {each.kind.value:<7} {each.frequency:>3}  {each.ja} = {each.en}"
        notes = [
            "rejected before" if each.rejected else "",
            f"{each.known.value}: {' '.join(each.concepts)}" if each.concepts else "",
            f"also {_counted(each.competing)}" if each.competing else "",
            place(each.sightings[0], names),
        ]
        yield one_line(f"{words}  [{'; '.join(filter(None, notes))}]", 2_000)
