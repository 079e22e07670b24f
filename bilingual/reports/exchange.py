"""What is aligned, as units for the tools of translators: sentences, headings, captions and row labels as printed.

Pairs of a kind that gives no translation of its own (a sentence and the cell that states its figure) are left out, and
so is what is printed the same in both versions. A pair that comes again is one unit in a translation memory.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import PurePath

from bilingual.containers.units import Unit, tmx_bytes, xliff_12_bytes, xliff_21_bytes
from bilingual.model.alignment import Anchor, Pair, PairKind, SegmentReading, Side
from bilingual.model.document import Language, Span
from bilingual.model.origin import SegmentPlace
from bilingual.model.report import Report

LEAST_SCORE = 0.38
"""Below, pairs of headings rest on their order alone and are wrong as often as right (seen on the packaged release)."""
SPACES_RE = re.compile(r"\s+")


def exchange_bytes(report: Report, name: str) -> bytes:
    """The alignment as ``tmx`` (1.4b), ``xliff`` (1.2) or ``xliff2`` (2.1)."""
    units = list(aligned_units(report))
    original = PurePath(report.comparison.ja.document.path).name or "document"
    if name == "tmx":
        return tmx_bytes(_once(units))
    writers: dict[str, Callable[[Iterable[Unit], str], bytes]] = {
        "xliff": xliff_12_bytes,
        "xliff2": xliff_21_bytes,
    }
    return writers[name](units, original)


def aligned_units(report: Report) -> Iterator[Unit]:
    """Units in the order of the Japanese version, numbered from 1, with their lines and their score."""
    ja, en = report.comparison.ja, report.comparison.en
    number = 0
    for pair in sorted(_best(report.alignment), key=lambda pair: (pair.ja[0].span, pair.en[0].span)):
        texts = _texts(pair, ja, en)
        if texts is None or not all(texts) or texts[0] == texts[1]:
            continue
        number += 1
        origin = ja.document.origin(pair.ja[0].span)
        notes = (
            ("kind", pair.kind.value),
            ("score", f"{pair.score:.2f}"),
            ("ja-line", str(pair.ja[0].line)),
            ("en-line", str(pair.en[0].line)),
        )
        yield Unit(origin.id if isinstance(origin, SegmentPlace) else str(number), *texts, notes=notes)


def _best(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Pairs that are sure enough (not those that share one value and no more); a place that stands in several of them is taken in the best one."""
    taken: set[tuple[Language, Span]] = set()
    for pair in sorted(pairs, key=lambda pair: -pair.score):
        if not pair.ja or not pair.en or pair.score < LEAST_SCORE or pair.evidence == ("value",):
            continue
        places = {(Language.JA, each.span) for each in pair.ja} | {
            (Language.EN, each.span) for each in pair.en
        }
        if not places & taken:
            taken |= places
            yield pair


def _texts(pair: Pair, ja: Side, en: Side) -> tuple[str, str] | None:
    """Both texts of a pair; None for a pair that gives none."""
    if pair.kind is PairKind.ROW and pair.ja_row and pair.en_row:
        return _one_line(pair.ja_row.label), _one_line(pair.en_row.label)
    if pair.kind is PairKind.TABLE and pair.ja_table and pair.en_table:
        return _one_line(pair.ja_table.caption), _one_line(pair.en_table.caption)
    if pair.kind in (PairKind.PROSE, PairKind.HEADING, PairKind.NOTE):
        return _printed(ja, pair.ja_readings, pair.ja), _printed(en, pair.en_readings, pair.en)
    return None


def _printed(side: Side, readings: Sequence[SegmentReading], anchors: Sequence[Anchor]) -> str:
    """The words of readings as printed, on one line: wrapped lines are joined as they were read."""
    if not readings:  # a heading within a table
        spans = [anchor.span for anchor in anchors]
        return _one_line(" ".join(side.document.text[span.start : span.end] for span in spans))
    texts = []
    for reading in readings:
        content = reading.segment.content
        printed = [side.document.text[content.offset(at)] for at in range(len(content.text))]
        # Where lines were joined, the text has a blank or nothing in place of the line end.
        texts.append(
            "".join(
                was if not was.isspace() and not read.isspace() else read
                for was, read in zip(printed, content.text, strict=True)
            )
        )
    return _one_line(("" if side.language is Language.JA else " ").join(texts))


def _one_line(text: str) -> str:
    return SPACES_RE.sub(" ", text).strip()


def _once(units: Iterable[Unit]) -> Iterator[Unit]:
    seen: set[tuple[str, str]] = set()
    for unit in units:
        if (unit.ja, unit.en) not in seen:
            seen.add((unit.ja, unit.en))
            yield unit
