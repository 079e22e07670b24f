"""The order of the stages, on one screen."""

from __future__ import annotations

import gc
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from bilingual import __version__
from bilingual.align import align_sides
from bilingual.arithmetic import find_relations
from bilingual.checks import in_order, run
from bilingual.errors import InputError, OptionError
from bilingual.figures import find_figures
from bilingual.figures.calendars import learn_calendar
from bilingual.given import bitext_documents, compare_line, joined, pair_documents, placed
from bilingual.glossary import combine, load, load_default
from bilingual.glossary.labels import Labels
from bilingual.glossary.matcher import Matcher
from bilingual.model.alignment import Alignment, Comparison, PairKind, SegmentReading, Side
from bilingual.model.bitext import Bitext
from bilingual.model.document import Document, Language
from bilingual.model.figure import Basis, FiscalCalendar, Kind
from bilingual.model.relation import Relation
from bilingual.model.repair import Repair
from bilingual.model.report import Coverage, Finding, Report, SideCoverage, Signature, side_figures
from bilingual.model.segment import Segment, Token
from bilingual.model.table import Table
from bilingual.model.termbase import Termbase
from bilingual.options import Options
from bilingual.readers import read
from bilingual.readers.bitext import is_bitext, read_bitext
from bilingual.tables import TableReading, find_tables
from bilingual.text.language import language_ranges, line_languages
from bilingual.text.layer import TextLayer, read_layer
from bilingual.text.segments import split_segments
from bilingual.tokenizers import signature as tokenizer_signature
from bilingual.tokenizers import tokenize

PathLike = str | os.PathLike[str]

ABRIDGED = ("抄訳", "簡易版", "要約版", "抜粋", "summary translation", "abridged", "excerpt translation")
"""Words by which a version declares itself an abridgement."""


class Terms(NamedTuple):
    """A termbase with the indexes built on it."""

    termbase: Termbase
    matcher: Matcher
    labels: Labels


def check(ja: PathLike, en: PathLike | None = None, *, options: Options | None = None) -> Report:
    """Compare the two languages of a release and report what disagrees.

    Args:
        ja: a file that holds both languages, or the Japanese file.
        en: the English file; the two are told apart by content if they come the other way round.
        options: how to check.

    Raises:
        InputError: a file that cannot be used, or that holds one language only.
    """
    options = options or Options()
    if _is_bitext(ja, en, options):
        return check_bitext(read_bitext(ja, options.max_characters), options=options)
    terms = load_terms(options.glossaries)
    with _collector_paused():
        sides = read_sides(ja, en, options=options)
        alignment = align_sides(*sides, terms.matcher, terms.labels)
        return _report(_related(Comparison(*sides, alignment, terms.termbase), terms), options)


def _related(comparison: Comparison, terms: Terms) -> Comparison:
    """A comparison with what arithmetic says of both sides."""
    return replace(
        comparison,
        ja_relations=_relations(comparison.ja, terms.matcher),
        en_relations=_relations(comparison.en, terms.matcher),
    )


def _relations(side: Side, matcher: Matcher) -> tuple[Relation, ...]:
    if len(side.document.text) <= REMEMBERED:
        return _remembered_relations(side, matcher)
    return find_relations(side, matcher)


_remembered_relations = lru_cache(maxsize=8)(find_relations)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Hold the cyclic garbage collector: a check makes many small values and no cycles.

    Measured on ten releases in one file: a tenth of the time went into looking through them for cycles. Another
    thread that ends first may switch it on again, which costs time and nothing else.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def align(ja: PathLike, en: PathLike | None = None, *, options: Options | None = None) -> Report:
    """Align the two languages of a release without judging it: a report without findings."""
    options = options or Options()
    if _is_bitext(ja, en, options):
        report = check_bitext(read_bitext(ja, options.max_characters), options=options)
        return replace(report, findings=(), baselined=0)
    terms = load_terms(options.glossaries)
    sides = read_sides(ja, en, options=options)
    comparison = Comparison(*sides, align_sides(*sides, terms.matcher, terms.labels), terms.termbase)
    return Report(comparison, (), _coverage(comparison), _signature(terms.termbase, options))


def audit(path: PathLike, *, options: Options | None = None) -> Report:
    """Check one document in one language for what it contradicts by itself."""
    options = options or Options()
    terms = load_terms(options.glossaries)
    side = read_side(path, options=options)
    other = Side(Document("", ""), side.language.other, (), (), (), side.calendar)
    ja, en = (side, other) if side.language is Language.JA else (other, side)
    return _report(_related(Comparison(ja, en, Alignment(), terms.termbase), terms), options)


def examine(ja: PathLike, en: PathLike | None = None, *, options: Options | None = None) -> Report:
    """Check two languages where the files hold both, else the one that there is."""
    options = options or Options()
    if en is None and not _is_bitext(ja, None, options) and not _holds_both(ja, options):
        return audit(ja, options=options)
    return check(ja, en, options=options)


def _holds_both(path: PathLike, options: Options) -> bool:
    layer = _read(path, options)
    ranges = language_ranges(line_languages(layer), layer.document.first_line)
    return all(ranges.get(language) for language in Language)


def check_pairs(
    pairs: Iterable[tuple[str, str]], *, options: Options | None = None
) -> list[tuple[Finding, ...]]:
    """Check segments that are already aligned, each pair on its own.

    Returns:
        One tuple of findings per pair, in order; ``line`` is 1 + the index of the pair.
    """
    options = options or Options()
    terms = load_terms(options.glossaries)
    listed = list(pairs)
    ja, en = pair_documents(listed)
    return [_check_line(ja, en, number, terms, options)[1] for number in range(1, len(listed) + 1)]


def check_bitext(bitext: Bitext, *, options: Options | None = None) -> Report:
    """Check the segments of a bilingual file, each pair on its own; a line of the report is a segment."""
    options = options or Options()
    terms = load_terms(options.glossaries)
    ja, en = bitext_documents(bitext)
    comparisons: list[Comparison] = []
    findings: list[Finding] = []
    with _collector_paused():
        for number, segment in enumerate(bitext.segments, start=1):
            if not segment.skipped:
                comparison, found = _check_line(ja, en, number, terms, options)
                comparisons.append(comparison)
                findings.extend(placed(finding, ja, en) for finding in found)
        skipped = Counter(segment.skipped for segment in bitext.segments if segment.skipped)
        report = _reported(joined(ja, en, comparisons, terms.termbase), in_order(findings), options)
    coverage = replace(report.coverage, muted=(*report.coverage.muted, *sorted(skipped.items())))
    return replace(report, coverage=coverage)


def _check_line(
    ja: Document, en: Document, number: int, terms: Terms, options: Options
) -> tuple[Comparison, tuple[Finding, ...]]:
    comparison = compare_line(ja, en, number, terms.matcher, terms.termbase)
    return comparison, run(comparison, options.disabled, options.severities)


def _is_bitext(ja: PathLike, en: PathLike | None, options: Options) -> bool:
    """Whether a file is read as segments: as the options say, else by its content.

    Raises:
        OptionError: two files that are to be read as segments.
    """
    if options.read_as == "document":
        return False
    found = next((path for path in (ja, en) if path is not None and is_bitext(path)), None)
    if en is not None and (options.read_as == "segments" or found is not None):
        raise OptionError(
            f"{found or ja}: a bilingual file is checked by itself; give this one file, or --as document"
        )
    return options.read_as == "segments" or found is not None


@lru_cache(maxsize=8)
def load_terms(glossaries: tuple[str, ...] = ()) -> Terms:
    """The packaged termbase with company glossaries over it, and its indexes."""
    termbase = load_default()
    if glossaries:
        termbase = combine(termbase, load(glossaries))
    matcher = Matcher(termbase)
    return Terms(termbase, matcher, Labels(matcher))


def read_sides(
    ja: PathLike, en: PathLike | None = None, *, options: Options | None = None
) -> tuple[Side, Side]:
    """Read one file with both languages, or two files, and prepare both sides."""
    options = options or Options()
    if en is None:
        layer = _read(ja, options)
        ranges = language_ranges(line_languages(layer), layer.document.first_line)
        _require_both(layer.document, ranges)
        parts = {language: (layer, ranges[language]) for language in Language}
    else:
        parts = _two_documents(_read(ja, options), _read(en, options))
    return _prepare(parts, options)


def read_side(path: PathLike, *, options: Options | None = None) -> Side:
    """Read a file in one language and prepare it; of a file in both, the half in its main language."""
    options = options or Options()
    layer = _read(path, options)
    language = main_language(layer)
    ranges = language_ranges(line_languages(layer), layer.document.first_line)
    both = all(ranges.get(one) for one in Language)
    parts: Parts = {language: (layer, ranges[language] if both else _whole(layer))}
    return _prepare_side(language, *parts[language], _calendar(parts, options))


def present_sides(path: PathLike, *, options: Options | None = None) -> list[Side]:
    """Read a file in one or both languages and prepare the sides that it holds."""
    options = options or Options()
    layer = _read(path, options)
    ranges = language_ranges(line_languages(layer), layer.document.first_line)
    parts = {language: (layer, ranges[language]) for language in Language if ranges.get(language)}
    calendar = _calendar(parts, options)
    return [_prepare_side(language, *part, calendar) for language, part in parts.items()]


def line_tokens(
    path: PathLike, *, options: Options | None = None
) -> Iterator[tuple[Document, int, Sequence[Token]]]:
    """Tokenize a file line by line, each line in its language, glossary terms kept whole."""
    options = options or Options()
    matcher = load_terms(options.glossaries).matcher
    layer = _read(path, options)
    document = layer.document
    for number, language in zip(layer.numbers, line_languages(layer), strict=True):
        if language is not None:
            line = document.line_text(number)
            yield document, number, tokenize(line, language, matcher.find(line, language))


def main_language(layer: TextLayer) -> Language:
    """The language of most lines."""
    languages = line_languages(layer)
    return max(Language, key=lambda language: (languages.count(language), language is Language.EN))


Ranges = tuple[tuple[int, int], ...]
Parts = dict[Language, tuple[TextLayer, Ranges]]


def _read(path: PathLike, options: Options) -> TextLayer:
    document = read(path, options.max_characters)
    return _layer(document) if len(document.text) <= REMEMBERED else read_layer(document)


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
    """Whether a line is blank or a row of a table whose cells hold no letters: it names no period."""
    _, tab, cells = line.partition("\t")
    return not line.strip() or (bool(tab) and not any(map(str.isalpha, cells)))


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
    lines = [number for first, last in ranges for number in range(first, last + 1)]
    tables = find_tables(layer, lines, language, calendar)
    captions = _caption_lines(document, tables.tables)
    rest = [number for number in lines if number not in tables.lines or number in captions]
    readings = tuple(_read_segment(segment, calendar) for segment in split_segments(layer, rest, language))
    mended = _repairs_of(layer, ranges, tables)
    head = "\n".join(reading.segment.text for reading in readings[:40]).lower()
    return Side(
        document,
        language,
        ranges,
        readings,
        tables.tables,
        calendar,
        abridged=any(word in head for word in ABRIDGED),
        repairs=mended,
    )


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


def _report(comparison: Comparison, options: Options) -> Report:
    return _reported(comparison, run(comparison, options.disabled, options.severities), options)


def _reported(comparison: Comparison, findings: tuple[Finding, ...], options: Options) -> Report:
    shown = tuple(finding for finding in findings if finding.id not in options.baseline)
    return Report(
        comparison,
        shown,
        _coverage(comparison),
        _signature(comparison.termbase, options),
        baselined=len(findings) - len(shown),
    )


def _signature(termbase: Termbase, options: Options) -> Signature:
    given = {
        "disabled": ",".join(options.disabled),
        "fiscal_year_end": str(options.company.fiscal_year_end or ""),
        "year_naming": options.company.year_naming or "",
        "rounding": options.company.rounding or "",
        "release_time_zone": options.company.release_time_zone or "",
    }
    return Signature(
        __version__,
        tokenizer_signature(),
        tuple((file.path, file.sha256) for file in termbase.files),
        tuple((name, value) for name, value in given.items() if value),
    )


COUNTED = frozenset(Kind) - {Kind.NIL, Kind.NOT_APPLICABLE}


def _coverage(comparison: Comparison) -> Coverage:
    agreeing: dict[tuple[Language, int, int], bool] = {}
    rows: set[tuple[Language, int]] = set()
    for pair in comparison.alignment.pairs:
        for both in pair.figures:
            for figure in (both.ja, both.en):
                key = (figure.language, figure.span.start, figure.span.end)
                agreeing[key] = agreeing.get(key, True) and both.agrees
        if pair.kind is PairKind.ROW and pair.ja_row and pair.en_row:
            rows.add((Language.JA, pair.ja_row.line))
            rows.add((Language.EN, pair.en_row.line))
    covered = [_side_coverage(side, agreeing, rows) for side in (comparison.ja, comparison.en)]
    unread = sum(item.kind == "figure" and item.figure is not None for item in comparison.alignment.leftovers)
    return Coverage(covered[0], covered[1], (("figures without a counterpart", unread),))


def _side_coverage(
    side: Side, agreeing: dict[tuple[Language, int, int], bool], rows: set[tuple[Language, int]]
) -> SideCoverage:
    figures = [figure for figure in side_figures(side) if figure.kind in COUNTED]
    keys = [(figure.language, figure.span.start, figure.span.end) for figure in figures]
    own_rows = [row for table in side.tables for row in table.rows if row.cells]
    return SideCoverage(
        len(figures),
        sum(key in agreeing for key in keys),
        sum(agreeing.get(key, False) for key in keys),
        len(own_rows),
        sum((side.language, row.line) in rows for row in own_rows),
    )
