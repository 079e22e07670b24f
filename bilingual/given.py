"""Segments that are aligned already: each pair on its own, as `check_pairs` and bilingual files give them."""

from __future__ import annotations

import re
import reprlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bilingual.align import align_segments
from bilingual.align.given_words import with_number_words
from bilingual.errors import OptionError
from bilingual.figures import find_figures, read_unit_note
from bilingual.figures.cells import read_cell
from bilingual.figures.reading import power
from bilingual.figures.rows import ReadRow, cells_start, read_row
from bilingual.figures.units import BY_NAME, same_unit
from bilingual.glossary.matcher import Matcher
from bilingual.model.alignment import Alignment, Comparison, SegmentReading, Side
from bilingual.model.bitext import Bitext
from bilingual.model.document import Document, Language, MappedText
from bilingual.model.figure import Figure, FiscalCalendar, Kind, UnitNote
from bilingual.model.origin import SegmentPlace
from bilingual.model.segment import Segment, SegmentKind
from bilingual.model.table import Table
from bilingual.model.termbase import Termbase
from bilingual.text.codes import map_segment
from bilingual.text.normalize import slice_text


def bitext_documents(bitext: Bitext) -> tuple[Document, Document]:
    """A document for each language, whose lines are the segments of the file."""
    return (
        _document(bitext, [s.ja for s in bitext.segments], [s.ja_place for s in bitext.segments]),
        _document(bitext, [s.en for s in bitext.segments], [s.en_place for s in bitext.segments]),
    )


def _document(bitext: Bitext, texts: Sequence[str], places: Sequence[SegmentPlace]) -> Document:
    return Document(bitext.path, "\n".join(texts), bitext.encoding, bitext.sha256, segments=tuple(places))


def pair_documents(pairs: Sequence[tuple[str, str]]) -> tuple[Document, Document]:
    """A document for each language, whose lines are the segments; a line end within a segment is a blank.

    Raises:
        OptionError: for a pair that is not two texts.
    """
    for number, pair in enumerate(pairs, start=1):
        if isinstance(pair, str) or len(pair) != 2 or not all(isinstance(text, str) for text in pair):
            raise OptionError(
                f"pair {number} is {reprlib.repr(pair)}; expected two texts: (Japanese, English), "
                "an empty one where a segment has no translation"
            )
    texts = ["\n".join(pair[at].replace("\n", " ") for pair in pairs) for at in (0, 1)]
    return Document("", texts[0]), Document("", texts[1])


def compare_line(ja: Document, en: Document, number: int, matcher: Matcher, termbase: Termbase) -> Comparison:
    """Compare the segments that stand on the same line of two documents."""
    documents = ((Language.JA, ja), (Language.EN, en))
    noted = any(_is_unit_note(language, document.line_text(number)) for language, document in documents)
    rows = [read_row(_unruled(_line(document, number)), language) for language, document in documents]
    cells = 0
    if rows[0] is not None and rows[1] is not None and len(rows[0].cells) == len(rows[1].cells):
        cells = len(rows[0].cells)
    leading = [_leading_note(language, _line(document, number).text) for language, document in documents]
    # (億円) 1,234 and (Billions of yen) 123.4 are the same: where the notes differ, the numbers tell.
    led = all(leading) and len({(note.unit, note.scale) for note in leading if note is not None}) == 1
    sides = [_side(language, document, number, noted=noted, led=led) for language, document in documents]
    if cells:
        sides = [_with_cells(side, row) for side, row in zip(sides, rows, strict=True) if row is not None]
    sides[1] = with_number_words(sides[0], _with_minuses(sides[0], sides[1]))
    if noted:
        sides = _where_notes_differ(sides)
    elif not led:
        sides = _in_own_units(sides, row=bool(cells))
    alignment = align_segments(sides[0], sides[1], matcher, cells=cells)
    return Comparison(sides[0], sides[1], alignment, termbase, segments_only=True)


def compare_sentences(
    documents: Comparison, ja: SegmentReading, en: SegmentReading, matcher: Matcher, *, alone: bool = False
) -> Comparison:
    """Compare two sentences of documents that correspond, each read by itself.

    Args:
        documents: the documents.
        ja: the Japanese sentence.
        en: the English one.
        matcher: finds terms.
        alone: nothing is known of the issuer's year.
    """
    sides = []
    for side, reading in ((documents.ja, ja), (documents.en, en)):
        segment = reading.segment
        calendar = FiscalCalendar() if alone else side.calendar
        figures, periods = find_figures(segment.content, side.language, calendar)
        number = side.document.line_number(segment.span.start)
        own = SegmentReading(replace(segment, kind=SegmentKind.SENTENCE), figures, periods)
        sides.append(Side(side.document, side.language, ((number, number),), (own,), (), calendar))
    sides[1] = _with_minuses(sides[0], sides[1])
    alignment = align_segments(sides[0], sides[1], matcher)
    return Comparison(
        sides[0],
        sides[1],
        alignment,
        documents.termbase,
        segments_only=True,
        within_documents=True,
        contrasts=documents.contrasts,
    )


def joined(ja: Document, en: Document, comparisons: Sequence[Comparison], termbase: Termbase) -> Comparison:
    """The comparisons of all pairs of a file as one, for a report."""
    sides = []
    for language, document in ((Language.JA, ja), (Language.EN, en)):
        parts = [each.side(language) for each in comparisons]
        readings = tuple(reading for part in parts for reading in part.readings)
        tables = tuple(table for part in parts for table in part.tables)
        lines = ((document.first_line, document.last_line),)
        sides.append(Side(document, language, lines, readings, tables, FiscalCalendar()))
    alignment = Alignment(
        tuple(pair for each in comparisons for pair in each.alignment.pairs),
        tuple(item for each in comparisons for item in each.alignment.leftovers),
    )
    return Comparison(sides[0], sides[1], alignment, termbase, segments_only=True)


_BLANK_CELL_RE = re.compile(r"(?<!\S)_(?!\S)")


def _unruled(content: MappedText) -> MappedText:
    """The text with blanks for the lines between the cells of a row, and dashes for its empty cells: Other | _ | 34."""
    return replace(content, text=_BLANK_CELL_RE.sub("-", content.text.replace("|", " ")))


SYMBOLS_RE = re.compile(
    r"CO2|小数点?(?:以下)?第?\d位|1株(?=当た?り|あたり)|m[23]|(?<![\d.,])10{1,2}(?=[万億兆])"
)
"""Units whose names hold a digit, and scales that do: 単位:10億円."""


def _is_unit_note(language: Language, text: str) -> bool:
    content = map_segment(text)
    if read_unit_note(content.text, language) is None:
        return False
    return not any(map(str.isdecimal, SYMBOLS_RE.sub("", _undated(content, language))))


NUMBERED_RE = re.compile(
    r"\s*(?:[(\[]?\d{1,2}(?:-\d{1,2})?[)\].、]|(?:図表|[図表]|別表|資料|(?i:table|figure|fig\.|exhibit|chart))\s?\d{1,2}(?:-\d{1,2})?[.:、]?)(?=\D)"
)
"""The number of a caption: 表2, Table 2., (3)."""


def _undated(content: MappedText, language: Language) -> str:
    """The text of a caption without its number, and without the periods and dates that it names."""
    text = content.text
    figures, periods = find_figures(content, language, FiscalCalendar())
    spans = [(mention.start, mention.end) for mention in periods]
    spans += [
        (content.index(f.span.start), content.index(f.span.end))
        for f in figures
        if f.kind in (Kind.DATE, Kind.TIME)
    ]
    for first, last in spans:
        text = text[:first] + " " * (last - first) + text[last:]
    return NUMBERED_RE.sub("", text, count=1)


NOTE_RE = re.compile(r"[(\[][^()\[\]]*[)\]]")
"""A unit in the label of a row: Net sales (millions of yen) 1,023 1,098."""


UNIT_CELL_RE = re.compile(r"\t([^\t\d()]{1,20}?\d?)\s*(?=\t|\Z)")
"""A unit in a cell of its own behind the label: Purchased electricity | MWh | 142,118."""
UNIT_WORD = {Language.JA: "単位:", Language.EN: "Unit: "}


LEADING_RE = re.compile(r"\s*[(\[][^()\[\]]{1,40}[)\]](?=\s)")
"""A unit before all else: (千株) 期末発行済株式数 45,678."""


def _line(document: Document, number: int) -> MappedText:
    span = document.line_span(number)
    return map_segment(document.text[span.start : span.end], span.start)


def _leading_note(language: Language, text: str) -> UnitNote | None:
    match = LEADING_RE.match(text)
    return read_unit_note(match[0], language) if match else None


def _in_own_units(sides: list[Side], *, row: bool) -> list[Side]:
    """Two sides with their bare numbers in the units that their labels tell; notes without numbers become tables."""
    notes = [_own_notes(side, row=row) for side in sides]
    if not row and len(notes[0]) == len(notes[1]) > 1:
        return _where_notes_differ(sides)
    ja, en = (found[0] if len(found) == 1 else None for found in notes)
    if row and (ja is None) is not (en is None):  # (日) beside (Days): no weekday
        ja = ja or _own_note(sides[0], row=row, sure=True)
        en = en or _own_note(sides[1], row=row, sure=True)
    if ja is None or en is None or not (row or (ja[0].unit, ja[0].scale) != (en[0].unit, en[0].scale)):
        return sides
    scaled = [_scaled(sides[0], *ja, row=row), _scaled(sides[1], *en, row=row)]
    if row or all(mine != theirs for mine, theirs in zip(sides, scaled, strict=True)):
        return scaled
    return [_with_note(sides[0], ja[0]), _with_note(sides[1], en[0])]


def _where_notes_differ(sides: list[Side]) -> list[Side]:
    """Two heads of several units, with one that the other lacks as the unit of their tables: 売上高(億円) 前期比(%)."""
    ja, en = ([note for note, _ in _own_notes(side, row=False)] for side in sides)
    if len(ja) != len(en) or len(ja) <= 1:
        return sides
    units = [Counter((note.unit, note.scale) for note in notes) for notes in (ja, en)]
    mine, theirs = units[0] - units[1], units[1] - units[0]
    if mine.total() > 1:
        apart = [both for both in zip(ja, en, strict=True) if _is_other_unit(*both)]
        return (
            [_with_note(side, note) for side, note in zip(sides, apart[0], strict=True)] if apart else sides
        )
    return [
        _with_note(side, next(note for note in notes if (note.unit, note.scale) in other)) if other else side
        for side, notes, other in zip(sides, (ja, en), (mine, theirs), strict=True)
    ]


def _text(side: Side) -> str:
    return side.readings[0].segment.text


def _is_other_unit(ja: UnitNote, en: UnitNote) -> bool:
    """Whether two notes give another unit, or money in another scale."""
    if not (ja.unit and en.unit):
        return False
    money = BY_NAME[ja.unit].kind is Kind.AMOUNT
    return not same_unit(ja.unit, en.unit) or (money and ja.scale != en.scale)


def _own_note(side: Side, *, row: bool, sure: bool = False) -> tuple[UnitNote, int] | None:
    """The unit that the label of a segment tells for its bare numbers, in its only bracket or cell that tells one, and where they begin.

    ``sure`` says that the other segment tells one.
    """
    found = _own_notes(side, row=row, sure=sure)
    return found[0] if len(found) == 1 else None


def _own_notes(side: Side, *, row: bool, sure: bool = False) -> list[tuple[UnitNote, int]]:
    """All units that the label of a segment tells in brackets or cells, and where the numbers begin for which each holds."""
    text = _unruled(side.readings[0].segment.content).text
    start = cells_start(text) if row else len(text)
    spans = [(match[0], match.end()) for match in NOTE_RE.finditer(text, 0, start)]
    if row:
        spans += [
            (f"({UNIT_WORD[side.language]}{match[1].strip()})", match.end())
            for match in UNIT_CELL_RE.finditer(text, 0, start)
        ]
    found = [
        (note, end)
        for words, end in spans
        for note in [
            read_unit_note(f"({UNIT_WORD[side.language]}{words[1:]}" if sure else words, side.language)
        ]
        if note is not None
    ]
    return [(note, start if start < len(text) else end) for note, end in found]


def _with_cells(side: Side, row: ReadRow) -> Side:
    """The side with the cells of its row instead of what running text makes of them."""
    reading = side.readings[0]
    at = reading.segment.content.offset(row.start)
    label = [figure for figure in reading.figures if figure.span.end <= at]
    return replace(side, readings=(replace(reading, figures=(*label, *row.cells)),))


BRACKETED_RE = re.compile(r"(?<=[A-Za-z%] )\(\d[\d,.]*\)(?=\s*(?:[,;.|]|\Z))|(?<=\t)\(\d[\d,.]*%?\)(?=\t|\Z)")
"""What may be a mark as well as a minus: difference (3)."""


def _with_minuses(ja: Side, en: Side) -> Side:
    """The English side with bracketed numbers as figures where Japanese prints the same digits with a minus."""
    negative = {
        figure.digits
        for figure in ja.readings[0].figures
        if figure.kind in (Kind.NUMBER, Kind.PERCENT) and figure.value is not None and figure.value < 0
    }
    reading = en.readings[0]
    content, found = reading.segment.content, list(reading.figures)
    for match in BRACKETED_RE.finditer(content.text) if negative else ():
        cell = read_cell(slice_text(content, *match.span()), en.language)
        if cell is None or cell.digits not in negative:
            continue
        inner = [
            f
            for f in found
            if content.index(f.span.start) < match.end() and match.start() < content.index(f.span.end)
        ]
        if all(figure.kind is cell.kind and figure.digits == cell.digits for figure in inner):
            found = [figure for figure in found if figure not in inner]
            found.append(cell)
    found.sort(key=lambda figure: figure.span.start)
    return replace(en, readings=(replace(reading, figures=tuple(found)),))


def _scaled(side: Side, note: UnitNote, at: int, *, row: bool) -> Side:
    """The side with its bare numbers from ``at`` on in the unit of the note."""
    reading = side.readings[0]
    first = reading.segment.content.offset(min(at, len(_text(side)) - 1))
    figures = tuple(
        _in_unit(figure, note) if figure.span.start >= first else figure
        for figure in reading.figures
        if figure.span.start >= first or not row
    )
    return replace(side, readings=(replace(reading, figures=figures),))


def _in_unit(figure: Figure, note: UnitNote) -> Figure:
    if figure.kind is not Kind.NUMBER or figure.value is None:
        return figure
    size = power(note.scale)
    return replace(
        figure,
        kind=BY_NAME[note.unit].kind if note.unit else figure.kind,
        unit=note.unit,
        scale=note.scale,
        value=figure.value * size,
        step=figure.step and figure.step * size,
        inherited_unit=True,
    )


def _side(language: Language, document: Document, number: int, *, noted: bool, led: bool) -> Side:
    """A side of one segment; a segment that is a unit note alone becomes a table without rows.

    ``noted`` says that one of the two is: then (¥100 million) is a unit as well, not an amount. ``led`` says that both
    begin with one.
    """
    calendar = FiscalCalendar()
    content = _line(document, number)
    segment = Segment(SegmentKind.SENTENCE, language, content)
    figures, periods = find_figures(content, language, calendar)
    reading = SegmentReading(segment, figures, periods)
    note = read_unit_note(content.text, language)
    if note is None and noted:  # (10億円) beside (Billions of yen)
        label, bracket, rest = content.text.rpartition("(")
        note = read_unit_note(f"{label}{bracket}{UNIT_WORD[language]}{rest}", language)
    if led and not noted:
        note = _leading_note(language, content.text)
    if noted and note is not None:  # (千株) is a unit, not a thousand shares
        dates = tuple(f for f in reading.figures if f.kind in (Kind.DATE, Kind.TIME))
        reading = replace(reading, figures=dates)
    side = Side(document, language, ((number, number),), (reading,), (), calendar)
    return _with_note(side, note) if note is not None and (noted or led) else side


def _with_note(side: Side, note: UnitNote) -> Side:
    """The side with a table without rows that has the unit of a note."""
    content, number = side.readings[0].segment.content, side.lines[0][0]
    whole = content.span(0, len(content.text))
    table = Table(
        f"{side.language}{number}", side.language, number, number, "", None,
        note.printed, whole, note.unit, note.scale, (), (),
    )  # fmt: skip
    return replace(side, tables=(table,))
