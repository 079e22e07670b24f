"""Glossary files: CSV with a header, UTF-8 (a byte order mark is tolerated).

Specification: one concept per line. Required columns ``ja`` and ``en`` (the preferred terms; the usual names of a
language are understood too); optional ``id``, ``ja_variants`` and ``en_variants`` (admitted terms, parted by
``|``), the same with ``_deprecated`` and ``_forbidden``, ``subject_field``, ``note``, ``source``. Unknown columns
are ignored; a pair that stands twice is one concept.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator
from pathlib import Path

from bilingual.errors import GlossaryError
from bilingual.model.document import Language
from bilingual.model.termbase import Concept, GlossaryFile, Term, TermStatus

REQUIRED = ("ja", "en")
TERM_COLUMNS = (
    ("ja", Language.JA, TermStatus.PREFERRED),
    ("en", Language.EN, TermStatus.PREFERRED),
    ("ja_variants", Language.JA, TermStatus.ADMITTED),
    ("en_variants", Language.EN, TermStatus.ADMITTED),
    ("ja_deprecated", Language.JA, TermStatus.DEPRECATED),
    ("en_deprecated", Language.EN, TermStatus.DEPRECATED),
    ("ja_forbidden", Language.JA, TermStatus.FORBIDDEN),
    ("en_forbidden", Language.EN, TermStatus.FORBIDDEN),
)
ALIASES = {
    **dict.fromkeys(("japanese", "jp", "jpn", "日本語", "和文"), "ja"),
    **dict.fromkeys(("english", "eng", "英語", "英文"), "en"),
}
"""Names that glossaries give the two columns; taken only where ``ja`` and ``en`` themselves are missing."""


def load_csv(path: Path, layer: int) -> tuple[tuple[Concept, ...], GlossaryFile]:
    """Load one glossary file.

    Raises:
        GlossaryError: naming file, line, column and what was expected.
    """
    if not path.is_file():
        raise GlossaryError(f"{path}: there is no such glossary file; check the name")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise GlossaryError(f"{path}: cannot be read ({error.strerror}); check its permissions") from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GlossaryError(
            f"{path}: line {line}: expected UTF-8 text; save the glossary as UTF-8 CSV"
        ) from None
    concepts = tuple(_concepts(path, text, layer))
    return concepts, GlossaryFile(str(path), hashlib.sha256(data).hexdigest())


def _concepts(path: Path, text: str, layer: int) -> Iterator[Concept]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header: list[str] = []
    seen: dict[str, int] = {}
    try:
        for row in reader:
            if not header:
                header = _header(path, reader.line_num, row)
                continue
            if not any(field.strip() for field in row):
                continue
            fields = _fields(path, reader.line_num, header, row)
            concept = _concept(path, reader.line_num, fields, layer)
            if concept.id in seen and not fields.get("id"):
                continue
            if concept.id in seen:
                raise GlossaryError(
                    f"{path}: line {reader.line_num}, column id: {concept.id!r} stands on line "
                    f"{seen[concept.id]} too; expected an id of its own"
                )
            seen[concept.id] = reader.line_num
            yield concept
    except csv.Error as error:
        raise GlossaryError(
            f"{path}: line {reader.line_num}: expected comma-separated fields with quotes in pairs ({error})"
        ) from None
    if not header:
        raise GlossaryError(
            f"{path}: line 1: expected a header with the columns ja and en; the file is empty"
        )


def _header(path: Path, line: int, row: list[str]) -> list[str]:
    header = [name.strip().lower() for name in row]
    for column in REQUIRED:
        if column not in header:
            header = [column if ALIASES.get(name) == column else name for name in header]
    missing = [name for name in REQUIRED if name not in header]
    if missing:
        raise GlossaryError(
            f"{path}: line {line}: expected a header with the columns ja and en, found {', '.join(row)[:80]!r}"
        )
    return header


def _fields(path: Path, line: int, header: list[str], row: list[str]) -> dict[str, str]:
    if len(row) > len(header) and any(field.strip() for field in row[len(header) :]):
        raise GlossaryError(
            f"{path}: line {line}, column {len(header) + 1}: expected {len(header)} fields, found {len(row)}; "
            "put fields that hold a comma in quotes"
        )
    return {name: field.strip() for name, field in zip(header, row, strict=False)}


def _concept(path: Path, line: int, fields: dict[str, str], layer: int) -> Concept:
    for name in REQUIRED:
        if not fields.get(name):
            raise GlossaryError(f"{path}: line {line}, column {name}: expected a term, found nothing")
    terms: list[Term] = []
    for column, language, status in TERM_COLUMNS:
        for text in (fields.get(column) or "").split("|") if column not in REQUIRED else (fields[column],):
            if text.strip() and not any(t.text == text.strip() and t.language is language for t in terms):
                terms.append(Term(text.strip(), language, status))
    return Concept(
        fields.get("id") or f"{fields['ja']}={fields['en']}",
        tuple(terms),
        fields.get("subject_field", ""),
        fields.get("note", ""),
        fields.get("source", "") or path.name,
        layer,
    )
