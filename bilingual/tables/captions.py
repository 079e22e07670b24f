"""Captions and unit notes: which words name the table, which name its units."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bilingual.figures import read_unit_note
from bilingual.figures.periods import find_periods
from bilingual.figures.units import PHYSICALS
from bilingual.model.document import Language, MappedText, Span
from bilingual.model.figure import FiscalCalendar, Period, UnitNote
from bilingual.tables import patterns as p
from bilingual.tables.lines import Layout, Line, LineKind
from bilingual.tables.plain import PER_CENT_RE

_BRACKETS_RE = re.compile(r"[(\[<【][^()\[\]<>【】]*(?:\([^()]*\)[^()\[\]<>【】]*){0,6}[)\]>】]")
_RATES_RE = re.compile(
    r"\s*[(]?\s*(?:%表示|(?:%|[Pp]ercentages?|[Pp]ercent figures)(?: figures)? (?:indicates?|represents?|shows?)\b)"
)
"""A note of what per cents are changes from: its periods are those of the bases."""
_CHANGES_RE = re.compile(r"増減率|percentages? (?:\w+ ){0,3}changes?|% (?:\w+ ){0,3}changes?", re.IGNORECASE)
_OPEN_RE = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*){0,6}$")
_MEASURES = frozenset(unit.name for unit in PHYSICALS)
_TAIL_RE = re.compile(
    r"(?:単位\s?[:：]?\s?\S+|(?<!\S)\S{1,4}/\S*単位.*|(?<=\t)(?:[Ii]n )?(?:[Mm]illion|[Tt]housand|[Bb]illion)s of (?:yen|U\.?S\.? dollars))$"
)
"""A unit at the end of a title, or in a cell of its own beside it."""
FARTHEST = 6
"""Lines from one line of a caption to the next."""
_MARK_RE = re.compile(r"\s*(?:\(\d{1,2}\)|⁽[\d¹²³⁰⁴-⁹]{1,2}⁾)\s*$")


@dataclass(frozen=True)
class Caption:
    """What the lines above a table say.

    Attributes:
        text: the caption without unit notes.
        span: where it stands.
        note: the unit note.
        note_printed: its words, folded.
        note_span: where it stands.
        periods: periods that the caption names.
        instant: it is a table of points in time.
        changes: its bare per cent columns are changes.
    """

    text: str = ""
    span: Span | None = None
    note: UnitNote | None = None
    note_printed: str = ""
    note_span: Span | None = None
    periods: tuple[Period, ...] = ()
    instant: bool = False
    changes: bool = False


def read_caption(
    lines: Sequence[Line], headers: Sequence[Line], language: Language, calendar: FiscalCalendar
) -> Caption:
    """Read caption lines; a unit note in a header row's stub counts where they hold none."""
    texts: list[str] = []
    spans: list[Span] = []
    note: tuple[UnitNote, MappedText, int, int] | None = None
    alone = False  # the line of the note names nothing else: it outdoes the torn end of a label above it
    following = [line.text for line in (*lines, *headers[:1])][1:]
    for number, line in enumerate(lines):
        content, rest = line.content, _ends(line)
        below = following[number] if number < len(following) else ""
        last = number == len(lines) - 1
        found = None if alone else _unit_part(content, rest, language, below, last=last)
        bare = found is not None and not _LETTER_RE.search(
            content.text[: found[2]] + content.text[found[3] :]
        )
        if found is not None and (note is None or bare):
            note, alone = found, bare
            start, end = found[2], found[3]
            rest = (rest[0], start) if start > rest[0] else (end, rest[1])
        title = _TITLED_HALF_RE.match(content.text)
        if title is not None:
            rest = title.span("title")
        elif line.kind is LineKind.UNIT:
            continue
        if line.layout is not Layout.SPACE:
            rest = (line.stub.start, min(line.stub.end, rest[1])) if line.stub.text else rest
        words = " ".join(content.text[rest[0] : rest[1]].split())
        if words:
            texts.append(words)
            spans.append(content.span(*rest))
    if note is None:
        stubs = (unit_in_stub(line, language) for line in headers)
        note = next((found for found in stubs if found is not None), None)
    text = " ".join(texts)
    named = " ".join(line.text for line in lines)
    dated = " ".join(line.text for line in lines if not _RATES_RE.match(line.text))
    periods = [mention.period for mention in find_periods(dated, language, calendar)]
    return Caption(
        text,
        _whole(spans, lines),
        note[0] if note else None,
        note[1].text[note[2] : note[3]] if note else "",
        note[1].span(note[2], note[3]) if note else None,
        tuple(period for period in periods if period.relative is None),
        p.BALANCE_RE.search(named) is not None and "キャッシュ" not in named,
        _CHANGES_RE.search(named) is not None,
    )


_LETTER_RE = re.compile(r"[^\W\d_]")


def _whole(spans: Sequence[Span], lines: Sequence[Line]) -> Span | None:
    """Where a caption stands; of one whose first line was moved away, only that line."""
    if not spans:
        return None
    numbers = [line.number for line in lines]
    near = all(below - above <= FARTHEST for above, below in pairwise(numbers))
    return Span(spans[0].start, spans[-1].end) if near else spans[0]


def _ends(line: Line) -> tuple[int, int]:
    text = line.content.text
    start = len(text) - len(text.lstrip(" \t|"))
    return start, max(len(text.rstrip(" \t|")), start)


_APART_RE = re.compile(r" {3,}")
"""Blanks between what two columns of a page print in one line."""
_TITLED_HALF_RE = re.compile(r"\s*(?P<title>[^\W\d_](?:\S| {1,2}(?! ))*) {3,}[^()]{1,20}\)\s*$")
"""A title, and apart from it the second half of a note of units in brackets."""


def _closing(text: str, depth: int) -> str:
    """The beginning of a line up to the bracket that closes those left open above it; empty where none does."""
    for at, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if not depth:
            return text[: at + 1].strip()
    return ""


def _unit_part(
    content: MappedText, ends: tuple[int, int], language: Language, below: str = "", *, last: bool = True
) -> tuple[UnitNote, MappedText, int, int] | None:
    """The part of a caption line that names units: the whole line, or words in brackets, which the next line may close."""
    text = content.text
    whole = text[ends[0] : ends[1]]
    if PER_CENT_RE.fullmatch(whole):
        if not last:
            return None  # the second line of a head, others below it: Change / (%) / Full-year
        note = read_unit_note("(%)", language)
        return (note, content, *ends) if note is not None else None
    if not p.UNIT_HINT_RE.search(whole):
        return _measure_at_end(content, ends, language)
    opened = _OPEN_RE.search(text, *ends)
    if opened and opened[0].count("(") > opened[0].count(")") and p.UNIT_HINT_RE.search(opened[0]):
        rest = _closing(below, opened[0].count("(") - opened[0].count(")"))
        beside = _APART_RE.split(rest)[-1]  # below it, a title at the left margin: Revenues   millions)
        tried = (f"{opened[0]} {rest}".rstrip(), f"{opened[0]} {beside}".rstrip(), opened[0])
        notes = (read_unit_note(words, language) for words in dict.fromkeys(tried))
        note = next((read for read in notes if read is not None), None)
        if note is not None:
            return note, content, opened.start(), opened.end()
    for match in reversed(list(_BRACKETS_RE.finditer(text, *ends))):
        if p.UNIT_HINT_RE.search(match[0]):
            note = read_unit_note(match[0], language)
            if note is not None:
                return note, content, match.start(), match.end()
    mark = _MARK_RE.search(whole)
    end = ends[0] + mark.start() if mark else ends[1]
    if re.match(
        r"(?:[(\[]?単位|(?:百万|千|十億|億|万)?(?:円|米ドル|ドル|株)単位|[(\[]?[Uu]nits?\b|JPY|USD|¥|[Ii]n )|(?i:thousands|millions|billions)",
        whole,
    ):
        note = read_unit_note(text[ends[0] : end], language)
        if note is not None:
            return note, content, ends[0], end
    tail = _TAIL_RE.search(text, ends[0], end)
    if tail:
        note = read_unit_note(tail[0], language)
        if note is not None:
            return note, content, tail.start(), tail.end()
    return None


def _measure_at_end(
    content: MappedText, ends: tuple[int, int], language: Language
) -> tuple[UnitNote, MappedText, int, int] | None:
    """A unit of measure in brackets at the end of a title, or alone below it: GHG排出量(万t-CO2e)."""
    if content.text[ends[1] - 1 : ends[1]] != ")":
        return None
    last = next(iter(reversed(list(_BRACKETS_RE.finditer(content.text, *ends)))), None)
    note = read_unit_note(last[0], language) if last else None
    physical = note is not None and note.unit in _MEASURES
    return (note, content, last.start(), last.end()) if note and last and physical else None


def unit_in_stub(line: Line, language: Language) -> tuple[UnitNote, MappedText, int, int] | None:
    """The unit note that the stub of a header row holds: ``(百万円)`` left of the periods."""
    stub = line.stub
    if not stub.text or not p.UNIT_HINT_RE.search(stub.text):
        return None
    return _unit_part(line.content, (stub.start, stub.end), language)
