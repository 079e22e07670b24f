"""The order of the stages, on one screen."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache

from bilingual import __version__
from bilingual.align import align_sides
from bilingual.align.filing import Filing, filed_figures
from bilingual.arithmetic import find_relations
from bilingual.checks import in_order, run
from bilingual.checks.ext007 import without_word_errors
from bilingual.errors import OptionError
from bilingual.given import bitext_documents, compare_line, joined, pair_documents
from bilingual.glossary.labels import Labels
from bilingual.model.alignment import Alignment, Comparison, PairKind, Side
from bilingual.model.bitext import Bitext
from bilingual.model.document import Document, Language
from bilingual.model.facts import FiledFigure
from bilingual.model.figure import Kind
from bilingual.model.report import Coverage, Finding, Report, SideCoverage, Signature, side_figures
from bilingual.model.segment import Token
from bilingual.model.termbase import Termbase
from bilingual.options import Options
from bilingual.readers.bitext import is_bitext, read_bitext
from bilingual.readers.xbrl import read_filing
from bilingual.sides import REMEMBERED, PathLike, read_side, read_sides, read_text_layer
from bilingual.terms import Terms, terms_for
from bilingual.text.language import language_ranges, line_languages
from bilingual.tokenizers import signature as tokenizer_signature
from bilingual.tokenizers import tokenize
from bilingual.twin_sentences import twin_findings
from bilingual.unchanged import with_known_parts


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
    with _collector_paused():
        sides = _sides(ja, en, options)
        terms = terms_for(options, sides)
        alignment = _aligned(*sides, terms)
        _forget_large(*sides)
        report = _report(
            _related(
                Comparison(*sides, alignment, terms.termbase, contrasts=options.contrasts), terms, options
            ),
            options,
            terms,
        )
        _forget_large(*sides)
        return report


def _forget_large(*sides: Side) -> None:
    """Keep nothing of what was made of large sides: of 1,000 pages it is 200 MiB, and no correction asks for it."""
    for side in sides:
        if len(side.document.text) > REMEMBERED:
            side.forget()


def _related(comparison: Comparison, terms: Terms, options: Options) -> Comparison:
    """A comparison with what arithmetic says of both sides."""
    return replace(
        comparison,
        ja_relations=comparison.ja.once(find_relations, terms.matcher),
        en_relations=comparison.en.once(find_relations, terms.matcher),
        filed=_filed(comparison, terms.labels, options) if options.xbrl else (),
    )


def _filed(comparison: Comparison, labels: Labels, options: Options) -> tuple[FiledFigure, ...]:
    """The figures of both sides that the filing states too."""
    filing = Filing(read_filing(options.xbrl))
    sides = (comparison.ja, comparison.en)
    return tuple(filed for side in sides for filed in filed_figures(side, filing, labels))


def _sides(ja: PathLike, en: PathLike | None, options: Options) -> tuple[Side, Side]:
    """Both sides; what of them is as it was read before is known."""
    first, second = read_sides(ja, en, options=options)
    return with_known_parts(first), with_known_parts(second)


def _aligned(ja: Side, en: Side, terms: Terms) -> Alignment:
    """What corresponds; asked again of the same two sides (with other rules or another report), it is known."""
    if len(ja.document.text) + len(en.document.text) <= 2 * REMEMBERED:
        return _remembered_alignment(ja, en, terms.matcher, terms.labels)
    return align_sides(ja, en, terms.matcher, terms.labels)


_remembered_alignment = lru_cache(maxsize=4)(align_sides)


MOST_UNSEEN = 1_000_000
"""Values for collectors to see that checks of about twenty releases keep, 60 MiB."""


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Hold the cyclic garbage collector: a check makes many small values and no cycles.

    Measured on ten releases in one file: a tenth of the time went into looking through them for cycles. Another
    thread that ends first may switch it on again, which costs time and nothing else.

    What was made meanwhile counts as old afterwards (freezing and unfreezing does that without a look at any of it):
    else the first value made after the check would have all of them looked through, for an eighth of the time of the check.
    Where the program has frozen values of its own, they are left alone.

    A table and what is known of it hold each other, so that of a release that is no longer remembered it is freed by the
    collector alone, which never takes values that count as old for a reason to look: a long run looks once in a while.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            if not gc.get_freeze_count():
                _settle(gc.get_count()[0])
            gc.enable()


_unseen = 0
"""Values that checks made and kept since the collector last looked through all."""


def _settle(kept: int) -> None:
    """Make the values that a check keeps old, or collect where so many have come together that a look is worth its time."""
    global _unseen
    _unseen += kept
    if _unseen > MOST_UNSEEN:
        gc.collect()
        _unseen = 0
    else:
        gc.freeze()
        gc.unfreeze()


def align(ja: PathLike, en: PathLike | None = None, *, options: Options | None = None) -> Report:
    """Align the two languages of a release without judging it: a report without findings."""
    options = options or Options()
    if _is_bitext(ja, en, options):
        report = check_bitext(read_bitext(ja, options.max_characters), options=options)
        return replace(report, findings=(), baselined=0)
    sides = _sides(ja, en, options)
    terms = terms_for(options, sides)
    comparison = Comparison(*sides, _aligned(*sides, terms), terms.termbase)
    return Report(comparison, (), _coverage(comparison), _signature(terms.termbase, options))


def audit(path: PathLike, *, options: Options | None = None) -> Report:
    """Check one document in one language for what it contradicts by itself."""
    options = options or Options()
    side = with_known_parts(read_side(path, options=options))
    terms = terms_for(options, [side])
    other = Side(Document("", ""), side.language.other, (), (), (), side.calendar)
    ja, en = (side, other) if side.language is Language.JA else (other, side)
    return _report(_related(Comparison(ja, en, Alignment(), terms.termbase), terms, options), options)


def examine(ja: PathLike, en: PathLike | None = None, *, options: Options | None = None) -> Report:
    """Check two languages where the files hold both, else the one that there is."""
    options = options or Options()
    if en is None and not _is_bitext(ja, None, options) and not holds_both(ja, options=options):
        return audit(ja, options=options)
    return check(ja, en, options=options)


def holds_both(path: PathLike, *, options: Options) -> bool:
    """Whether a file holds text in both languages."""
    layer = read_text_layer(path, options)
    ranges = language_ranges(line_languages(layer), layer.document.first_line)
    return all(ranges.get(language) for language in Language)


def check_pairs(
    pairs: Iterable[tuple[str, str]], *, options: Options | None = None
) -> list[tuple[Finding, ...]]:
    """Check segments that are already aligned, each pair on its own.

    Returns:
        One tuple of findings per pair, in order; ``line`` is 1 + the index of the pair.

    Raises:
        OptionError: for a pair that is not two texts.
    """
    options = options or Options()
    terms = terms_for(options)
    listed = list(pairs)
    ja, en = pair_documents(listed)
    return [_check_line(ja, en, number, terms, options)[1] for number in range(1, len(listed) + 1)]


def check_bitext(bitext: Bitext, *, options: Options | None = None) -> Report:
    """Check the segments of a bilingual file, each pair on its own; a line of the report is a segment."""
    options = options or Options()
    terms = terms_for(options)
    ja, en = bitext_documents(bitext)
    comparisons: list[Comparison] = []
    findings: list[Finding] = []
    with _collector_paused():
        for number, segment in enumerate(bitext.segments, start=1):
            if not segment.skipped:
                comparison, found = _check_line(ja, en, number, terms, options)
                comparisons.append(comparison)
                findings.extend(found)
        skipped = Counter(segment.skipped for segment in bitext.segments if segment.skipped)
        report = _reported(joined(ja, en, comparisons, terms.termbase), in_order(findings), options)
    coverage = replace(report.coverage, muted=(*report.coverage.muted, *sorted(skipped.items())))
    return replace(report, coverage=coverage)


def _check_line(
    ja: Document, en: Document, number: int, terms: Terms, options: Options
) -> tuple[Comparison, tuple[Finding, ...]]:
    compared = compare_line(ja, en, number, terms.matcher, terms.termbase)
    comparison = replace(compared, contrasts=options.contrasts)
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


def line_tokens(
    path: PathLike, *, options: Options | None = None
) -> Iterator[tuple[Document, int, Sequence[Token]]]:
    """Tokenize a file line by line, each line in its language, glossary terms kept whole."""
    options = options or Options()
    matcher = terms_for(options).matcher
    layer = read_text_layer(path, options)
    document = layer.document
    for number, language in zip(layer.numbers, line_languages(layer), strict=True):
        if language is not None:
            line = document.line_text(number)
            yield document, number, tokenize(line, language, matcher.find(line, language))


def _report(comparison: Comparison, options: Options, terms: Terms | None = None) -> Report:
    """The report of two sides; with ``terms`` their sentences are compared too."""
    findings = run(comparison, options.disabled, options.severities)
    if terms is not None:
        twins = twin_findings(comparison, findings, terms, options)
        findings = in_order([*findings, *without_word_errors(comparison, twins)])
    return _reported(comparison, findings, options)


def _reported(comparison: Comparison, findings: tuple[Finding, ...], options: Options) -> Report:
    documents = {language: comparison.side(language).document for language in Language}
    shown = tuple(finding.located(documents) for finding in findings if finding.id not in options.baseline)
    return Report(
        comparison,
        shown,
        _coverage(comparison),
        _signature(comparison.termbase, options),
        baselined=len(findings) - len(shown),
    )


def _signature(termbase: Termbase, options: Options) -> Signature:
    given = {
        "company": options.company.name or "",
        "date": options.date,
        "disabled": ",".join(options.disabled),
        "fiscal_year_end": str(options.company.fiscal_year_end or ""),
        "year_naming": options.company.year_naming or "",
        "rounding": options.company.rounding or "",
        "release_time_zone": options.company.release_time_zone or "",
        "contrasts": ",".join(one.name for one in options.contrasts),
        "xbrl": options.xbrl,
        "ocr": "on" if options.ocr else "",
        "packaged_glossaries": "" if options.packaged else "no",
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
