"""Files to sides: read, split by language, tables and running text with their figures.

The reading of a document and of a side is remembered: a reviewer asks again after every correction, and the other file,
or the other question, finds it as it was.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from bilingual.containers.opening import readable
from bilingual.errors import InputError
from bilingual.figures import find_figures
from bilingual.figures.calendars import learn_calendar
from bilingual.model.alignment import SegmentReading, Side
from bilingual.model.document import Document, Language
from bilingual.model.figure import Basis, FiscalCalendar
from bilingual.model.repair import Repair
from bilingual.model.report import side_figures
from bilingual.model.segment import Segment
from bilingual.model.table import Table
from bilingual.options import Options
from bilingual.readers import read
from bilingual.tables import TableReading, find_tables
from bilingual.tagging import filed_figures, tagged_readings, tagged_tables
from bilingual.text.contents import contents_lines
from bilingual.text.language import language_ranges, line_languages
from bilingual.text.layer import TextLayer, beside_rows, read_layer
from bilingual.text.segments import split_segments

PathLike = str | os.PathLike[str]

ABRIDGED = ("抄訳", "簡易版", "要約版", "summary translation", "abridged", "excerpt translation")
"""Words by which a version declares itself an abridgement."""
EXCERPT = ("抜粋", "excerpt")
"""Words by which it declares itself an excerpt, of which the other version may be one too."""
_NUMBERED_RE = re.compile(r"\(?\d{1,2}[.)．]|\(注")
"""What begins a numbered section: an excerpt there is its own, not the whole document's."""


def read_sides(
    ja: PathLike, en: PathLike | None = None, *, options: Options | None = None
) -> tuple[Side, Side]:
    """Read one file with both languages, or two files, and prepare both sides."""
    options = options or Options()
    if en is None:
        layer = read_text_layer(ja, options)
        ranges = language_ranges(line_languages(layer), layer.document.first_line)
        _require_both(layer.document, ranges)
        parts = {language: (layer, ranges[language]) for language in Language}
    else:
        parts = _two_documents(read_text_layer(ja, options), read_text_layer(en, options))
    return _prepare(parts, options)


def read_side(path: PathLike, *, options: Options | None = None) -> Side:
    """Read a file in one language and prepare it; of a file in both, the half in its main language."""
    options = options or Options()
    layer = read_text_layer(path, options)
    language = main_language(layer)
    ranges = language_ranges(line_languages(layer), layer.document.first_line)
    both = all(ranges.get(one) for one in Language)
    parts: Parts = {language: (layer, ranges[language] if both else _whole(layer))}
    side = _prepare_side(language, *parts[language], _calendar(parts, options))
    return _with_left_out(side, ranges[language.other]) if both else side


def _with_left_out(side: Side, left_out: Ranges) -> Side:
    """A side with a remark on the lines of its file that are in the other language."""
    count = sum(last - first + 1 for first, last in left_out)
    name = {Language.JA: "Japanese", Language.EN: "English"}[side.language.other]
    lines = "1 line in {} was" if count == 1 else f"{count} lines in {{}} were"
    remark = f"{lines.format(name)} left out; bilingual check compares both languages"
    return replace(side, document=replace(side.document, remarks=(*side.document.remarks, remark)))


def present_sides(path: PathLike, *, options: Options | None = None) -> list[Side]:
    """Read a file in one or both languages and prepare the sides that it holds."""
    options = options or Options()
    layer = read_text_layer(path, options)
    ranges = language_ranges(line_languages(layer), layer.document.first_line)
    parts = {language: (layer, ranges[language]) for language in Language if ranges.get(language)}
    calendar = _calendar(parts, options)
    return [_prepare_side(language, *part, calendar) for language, part in parts.items()]


def main_language(layer: TextLayer) -> Language:
    """The language of most lines."""
    languages = line_languages(layer)
    return max(Language, key=lambda language: (languages.count(language), language is Language.EN))


Ranges = tuple[tuple[int, int], ...]
Parts = dict[Language, tuple[TextLayer, Ranges]]


def read_text_layer(path: PathLike, options: Options) -> TextLayer:
    """Read a file and its text layer; what was read lately is remembered."""
    document = _read(path, options)
    return _layer(document) if len(document.text) <= REMEMBERED else read_layer(document)


def _read(path: PathLike, options: Options) -> Document:
    """Read a file; one of the same name, bytes and options that was read lately is remembered."""
    given = Path(path)
    with readable(given):
        if options.password or not given.is_file() or given.stat().st_size > MOST_BYTES:
            return read(path, options)
        sha256 = hashlib.sha256(given.read_bytes()).hexdigest()
    remembered = _documents(str(given), sha256, options)
    if remembered:
        return remembered[0]
    document = read(path, options)
    if len(document.text) <= REMEMBERED and document.sha256 == sha256:
        remembered.append(document)
    return document


@lru_cache(maxsize=4)
def _documents(path: str, sha256: str, options: Options) -> list[Document]:
    """Room for the document that such a file is."""
    return []


MOST_BYTES = 100_000_000
"""Size up to which a file is looked at whether it was read before."""
REMEMBERED = 400_000
"""Characters up to which the reading of a document is kept for the next question about it."""

_layer = lru_cache(maxsize=4)(read_layer)


def _whole(layer: TextLayer) -> Ranges:
    return ((layer.document.first_line, layer.document.last_line),)


def _require_both(document: Document, ranges: dict[Language, Ranges]) -> None:
    present = [language for language in Language if ranges.get(language)]
    if len(present) < 2:
        name = {Language.JA: "Japanese", Language.EN: "English"}
        found = name[present[0]] if present else "no Japanese or English"
        missing = name[present[0].other] if present else "both"
        raise InputError(
            f"{document.path}: the text is {found} only, nothing to compare; give the {missing} file too "
            f"(bilingual check JA EN), or check it alone with: bilingual audit {document.path}"
        )


def _two_documents(one: TextLayer, other: TextLayer) -> Parts:
    languages = (main_language(one), main_language(other))
    if languages[0] is languages[1]:
        first, second = one.document, other.document
        name = "Japanese" if languages[0] is Language.JA else "English"
        raise InputError(
            f"{first.path} and {second.path}: both are {name}; give one Japanese and one English file, "
            f"or check one alone with: bilingual audit {first.path}"
        )
    return {language: (layer, _whole(layer)) for language, layer in zip(languages, (one, other), strict=True)}


def _prepare(parts: Parts, options: Options) -> tuple[Side, Side]:
    calendar = _calendar(parts, options)
    sides = [_prepare_side(language, *parts[language], calendar) for language in Language]
    _require_figures(sides)
    return sides[0], sides[1]


def _require_figures(sides: Sequence[Side]) -> None:
    if not any(side_figures(side) for side in sides):
        raise InputError(f"{sides[0].document.path}: no figures were found, so there is nothing to compare")


def _calendar(parts: Parts, options: Options) -> FiscalCalendar:
    """Learn one fiscal calendar from all languages together: they report the same company."""
    company = options.company
    naming = Basis(company.year_naming) if company.year_naming else None
    texts = tuple((language, _named_lines(*part)) for language, part in parts.items())
    calendar = _learned(texts, company.fiscal_year_end, naming)
    return replace(calendar, rounding=company.rounding or "", release_zone=company.release_time_zone or "")


def _named_lines(layer: TextLayer, ranges: Ranges) -> str:
    """The lines that may name a period, as one text."""
    lines = [layer.line(number).text for first, last in ranges for number in range(first, last + 1)]
    return "\n".join(line for line in lines if not _is_figures_only(line))


@lru_cache(maxsize=8)
def _learned(
    texts: tuple[tuple[Language, str], ...], fiscal_year_end: int | None, basis: Basis | None
) -> FiscalCalendar:
    return learn_calendar(texts, fiscal_year_end=fiscal_year_end, basis=basis)


def _is_figures_only(line: str) -> bool:
    """Whether a line is blank or a row of a table whose cells hold no letters, its label no number: it names no period."""
    label, tab, cells = line.partition("\t")
    if not line.strip():
        return True
    return bool(tab) and not any(map(str.isalpha, cells)) and not any(map(str.isdigit, label))


def _prepare_side(language: Language, layer: TextLayer, ranges: Ranges, calendar: FiscalCalendar) -> Side:
    if len(layer.document.text) <= REMEMBERED:
        return _remembered_side(language, layer.document, ranges, calendar)
    return _read_side(language, layer, ranges, calendar)


@lru_cache(maxsize=8)
def _remembered_side(
    language: Language, document: Document, ranges: Ranges, calendar: FiscalCalendar
) -> Side:
    """A side as it was read before: after a correction in one file, the other one is as it was."""
    return _read_side(language, _layer(document), ranges, calendar)


def _read_side(language: Language, layer: TextLayer, ranges: Ranges, calendar: FiscalCalendar) -> Side:
    document = layer.document
    lines = _lines(layer, ranges)
    tables = find_tables(layer, lines, language, calendar)
    captions = _caption_lines(document, tables.tables)
    rest = [
        number
        for number in lines
        if number not in tables.lines or number in captions or number in layer.mixed
    ]
    if layer.mixed:
        layer = beside_rows(layer, tables.lines - captions)
    readings = tuple(_read_segment(segment, calendar) for segment in split_segments(layer, rest, language))
    readings = tagged_readings(document, readings)
    mended = _repairs_of(layer, ranges, tables)
    own = _caption_lines(document, tables.tables[1:])  # an excerpt of a table is none of the document
    heads = (
        reading.segment.text
        for reading in readings[:40]
        if document.line_number(reading.segment.span.start) not in own
    )
    head = "\n".join(text for text in heads if _NUMBERED_RE.match(text) is None).lower()
    return Side(
        document,
        language,
        ranges,
        readings,
        tagged_tables(document, tables.tables),
        calendar,
        abridged=any(word in head for word in ABRIDGED),
        excerpt=any(word in head for word in EXCERPT),
        repairs=mended,
        filed=filed_figures(document, language, tables.tables),
    )


def _lines(layer: TextLayer, ranges: Ranges) -> list[int]:
    """The lines of a language without tables of contents, whose pages are no figures of the release."""
    lines = [number for first, last in ranges for number in range(first, last + 1)]
    contents = contents_lines([(number, layer.line(number).text) for number in lines])
    return [number for number in lines if number not in contents]


def _repairs_of(layer: TextLayer, ranges: Ranges, reading: TableReading) -> tuple[Repair, ...]:
    """What was repaired on one side; a repair of the text layer that stands in a table belongs to the table."""
    if not layer.repairs:
        return reading.repairs
    tables = {
        number: table.id for table in reading.tables for number in range(table.line, table.last_line + 1)
    }
    found = []
    for repair in layer.repairs:
        line = layer.document.line_number(repair.span.start)
        if any(first <= line <= last for first, last in ranges):
            found.append(replace(repair, table=tables.get(line, "")))
    return (*found, *reading.repairs)


def _caption_lines(document: Document, tables: Iterable[Table]) -> frozenset[int]:
    """Lines of captions: they are read as text too, for the periods that they name."""
    found: set[int] = set()
    for table in tables:
        if table.caption_span is not None:
            first, last = (
                document.line_number(at) for at in (table.caption_span.start, table.caption_span.end - 1)
            )
            rows = {row.line for row in table.rows} | set(table.header_lines)
            found.update(number for number in range(first, last + 1) if number not in rows)
    return frozenset(found)


def _read_segment(segment: Segment, calendar: FiscalCalendar) -> SegmentReading:
    figures, periods = find_figures(segment.content, segment.language, calendar)
    return SegmentReading(segment, figures, periods)
