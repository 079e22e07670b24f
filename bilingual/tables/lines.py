"""Lines of a document, split into a stub and cells and named for the part they may play in a table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from bilingual.model.document import Document, MappedText
from bilingual.tables import patterns as p
from bilingual.text.normalize import map_text

LONGEST_SPACED = 600
"""Longer lines are running text unless tabs or pipes divide them."""
LONGEST_LABEL = 120
MOST_FIELDS = 400
"""No table of a disclosure is wider; a line with more dividers is something else."""


class Layout(StrEnum):
    """How the cells of a line are divided."""

    TAB = "tab"
    PIPE = "pipe"
    SPACE = "space"


class LineKind(StrEnum):
    """The part that a line may play, judged by itself."""

    BLANK = "blank"
    RULE = "rule"
    ROW = "row"
    WEAK = "weak"  # one figure after a wide gap: a row among rows only
    HEADER = "header"
    LABEL = "label"  # a stub without figures, or a short line
    CAPTION = "caption"
    UNIT = "unit"
    PERIOD = "period"
    NAME = "name"  # company or appendix: part of a caption, or page furniture
    NOTE = "note"
    FURNITURE = "furniture"
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Field:
    """A stub or cell: offsets into the line's folded text, without the blanks around it."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its fields; the first field is the stub, empty where the line has none."""

    number: int
    content: MappedText
    layout: Layout
    kind: LineKind
    fields: tuple[Field, ...]

    @property
    def text(self) -> str:
        """The folded text without the blanks around it."""
        return self.content.text.strip()

    @property
    def stub(self) -> Field:
        """The first field."""
        return self.fields[0]

    @property
    def cells(self) -> tuple[Field, ...]:
        """The fields after the stub."""
        return self.fields[1:]

    @property
    def indent(self) -> int:
        """Blanks before the stub."""
        return self.fields[0].start if self.fields else 0


_MANY_RE = re.compile(r"\S(?:  +|\t)")
_LETTERS_RE = re.compile(r"[^\W\d_]{2}|%|[¥$]|[1-4][QH]|[QH][1-4]")
_WORDS_RE = re.compile(r"[^\W\d_]{3}|[\u3040-\u9fff]{2}")
_MARK_RE = re.compile(r"\(\d\)")
_ASIDE_RE = re.compile(r"\((?=[^()]*(?:単位|表示|[Uu]nit|[Mm]illions|[Tt]housands|[Pp]ercentages?))[^()]*\)")
_MARKED_UNIT_RE = re.compile(r"[A-Z¥$]+\s?\(\d{1,2}\)")
_PIPE_RE = re.compile(r"(?<!\\)\|")


def read_lines(document: Document, numbers: Sequence[int]) -> list[Line]:
    """Read the lines of one language; texts that come back again and again are page furniture."""
    lines = [_read_line(document, number) for number in numbers]
    counts = Counter(line.text for line in lines if _may_repeat(line))
    for index, line in enumerate(lines):
        if _may_repeat(line) and counts[line.text] > 1:
            lines[index] = replace(line, kind=LineKind.FURNITURE)
        elif line.kind is LineKind.PROSE and _wraps(lines, index):
            lines[index] = replace(line, kind=LineKind.LABEL)
    return lines


def _wraps(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is the first half of a label: the row below it goes on in small letters."""
    text = lines[index].text
    if len(text) > 70 or index + 1 >= len(lines) or p.FULL_STOP_RE.search(text) or not text[0].isupper():
        return False
    below = lines[index + 1]
    return (
        below.kind is LineKind.ROW
        and below.layout is Layout.SPACE
        and below.stub.text[:1].islower()
        and (index == 0 or lines[index - 1].kind is not LineKind.PROSE)
    )


def _may_repeat(line: Line) -> bool:
    """Whether a line is page furniture if it comes back: a short line, a date."""
    if line.kind is LineKind.LABEL:
        return len(line.fields) == 1 and not line.text.endswith(":")
    return line.kind is LineKind.HEADER and p.DATE_LINE_RE.fullmatch(line.text) is not None


def _read_line(document: Document, number: int) -> Line:
    span = document.line_span(number)
    content = map_text(document.text[span.start : span.end], span.start)
    text = content.text
    if not text.strip():
        return Line(number, content, Layout.SPACE, LineKind.BLANK, ())
    if text.lstrip().startswith("|") and text.count("|") > 1:
        return _delimited(number, content, Layout.PIPE, _pipe_fields(text))
    if "\t" in text:
        return _delimited(number, content, Layout.TAB, tuple(_fields(text, _tab_edges(text))))
    if p.RULE_RE.fullmatch(text):
        return Line(number, content, Layout.SPACE, LineKind.RULE, ())
    return _spaced(number, content)


def _tab_edges(text: str) -> list[tuple[int, int]]:
    edges = []
    start = 0
    while (at := text.find("\t", start)) >= 0:
        edges.append((start, at))
        start = at + 1
    return [*edges, (start, len(text))]


def _pipe_fields(text: str) -> tuple[Field, ...]:
    bars = [match.start() for match in _PIPE_RE.finditer(text)]
    edges = [(left + 1, right) for left, right in pairwise(bars)]
    if text[bars[-1] + 1 :].strip():
        edges.append((bars[-1] + 1, len(text)))
    return tuple(_fields(text, edges))


def _fields(text: str, edges: Iterable[tuple[int, int]]) -> Iterable[Field]:
    for start, end in edges:
        part = text[start:end]
        stripped = part.strip()
        first = start + len(part) - len(part.lstrip()) if stripped else start
        yield Field(first, first + len(stripped), stripped)


def is_cell(text: str) -> bool:
    """Whether a delimited cell holds a figure, a dash or n/a."""
    return len(text) <= 80 and p.CELL_RE.fullmatch(text) is not None and not _MARKED_UNIT_RE.fullmatch(text)


def _delimited(number: int, content: MappedText, layout: Layout, fields: tuple[Field, ...]) -> Line:
    filled = [field for field in fields if field.text]
    kind = _delimited_kind(fields, filled)
    return Line(number, content, layout, kind, fields)


def _delimited_kind(fields: tuple[Field, ...], filled: list[Field]) -> LineKind:
    if not filled:
        return LineKind.BLANK
    if len(fields) > MOST_FIELDS:
        return LineKind.PROSE
    if len(fields[0].text) != 1 and all(p.RULE_RE.fullmatch(field.text) for field in filled):
        return LineKind.RULE
    if p.TABLE_NUMBER_RE.match(filled[0].text) and not any(is_cell(field.text) for field in filled[1:]):
        return LineKind.CAPTION
    figures = [field for field in fields[1:] if field.text and is_cell(field.text)]
    years = [field for field in figures if p.YEAR_RE.fullmatch(field.text)]
    words = [field for field in filled if field is not fields[0] and _LETTERS_RE.search(field.text)]
    words = [field for field in words if field not in figures]
    if figures and len(years) < len(figures) and not _heads(fields[0], figures, words):
        if 2 * len(figures) < len(filled) and not _WORDS_RE.search(fields[0].text):
            return LineKind.BLANK
        real = fields[0].text or any(not p.NIL_RE.fullmatch(field.text) for field in figures)
        return LineKind.ROW if real else LineKind.BLANK
    if figures:
        return LineKind.HEADER
    if words:
        if fields[0].text and all(_ASIDE_RE.fullmatch(field.text) for field in words):
            return LineKind.CAPTION
        if fields[0].text.endswith(":") and not any(p.HEADER_HINT_RE.search(field.text) for field in words):
            return LineKind.LABEL
        longest = max(len(field.text) for field in words)
        return LineKind.HEADER if longest <= 60 else LineKind.PROSE
    return LineKind.LABEL if _LETTERS_RE.search(filled[0].text) else LineKind.BLANK


def _heads(stub: Field, figures: list[Field], words: list[Field]) -> bool:
    """Whether a line with cells that look like figures is a header row: note marks, dashes, a cut date."""
    if not words:
        return False
    if all(_MARK_RE.fullmatch(field.text) for field in figures):
        return True
    if _WORDS_RE.search(stub.text) or not any(p.HEADER_HINT_RE.search(field.text) for field in words):
        return False
    return len(words) > len(figures) or all(p.NIL_RE.fullmatch(field.text) for field in figures)


def _spaced(number: int, content: MappedText) -> Line:
    text = content.text
    stripped = text.strip()
    first = len(text) - len(text.lstrip())
    whole = (Field(first, first + len(stripped), stripped),)
    if len(text) > LONGEST_SPACED:
        return Line(number, content, Layout.SPACE, LineKind.PROSE, whole)
    fields = _tail_cells(text)
    if fields is not None:
        kind = LineKind.ROW if len(fields) > 2 else LineKind.WEAK
        return Line(number, content, Layout.SPACE, kind, fields)
    header = _header_words(text)
    if header is not None:
        return Line(number, content, Layout.SPACE, LineKind.HEADER, header)
    return Line(number, content, Layout.SPACE, _plain_kind(stripped), whole)


def _tail_cells(text: str) -> tuple[Field, ...] | None:
    """The stub and the run of cells that ends the line; None where the line is no row."""
    tokens = list(p.TOKEN_RE.finditer(text))
    at = len(text.rstrip())
    cells: list[Field] = []
    for match in reversed(tokens):
        if text[match.end() : at].strip():
            break
        cells.append(Field(match.start(), match.end(), match[0]))
        at = match.start()
    if not cells or not _is_row(text[:at], cells):
        return None
    cells.reverse()
    label = text[:at].strip()
    first = len(text[:at]) - len(text[:at].lstrip()) if label else 0
    return (Field(first, first + len(label), label), *cells)


def _is_row(label: str, cells: list[Field]) -> bool:
    formatted = any(p.FORMATTED_RE.search(cell.text) for cell in cells)
    if all(p.YEAR_RE.fullmatch(cell.text) for cell in cells) or all(
        p.NIL_RE.fullmatch(cell.text) for cell in cells
    ):
        return False
    if len(label.strip()) > LONGEST_LABEL or p.BULLET_RE.match(label):
        return False
    wide = bool(label.strip()) and len(label) - len(label.rstrip()) > 1
    if len(cells) == 1:
        return wide and not p.SENTENCE_RE.search(label.strip())
    apart = wide and all(right.start - left.end > 1 for left, right in pairwise(reversed(cells)))
    return (formatted or len(cells) > 2 or apart) and not p.FULL_STOP_RE.search(label.strip())


def _header_words(text: str) -> tuple[Field, ...] | None:
    """Header words separated by blanks only; None where anything else stands in the line."""
    found: list[Field] = []
    at = 0
    for match in p.HEADER_TOKEN_RE.finditer(text):
        between = text[at : match.start()].strip()
        if between and (found or not _stub_head(between, text, match.start())):
            return None
        if between and not found:
            first = text.index(between)
            found.append(Field(first, first + len(between), between))
        elif not found:
            found.append(Field(0, 0, ""))
        found.append(Field(match.start(), match.end(), match[0]))
        at = match.end()
    if len(found) < 2 or text[at:].strip() or (len(found) == 2 and p.ALONE_RE.fullmatch(found[1].text)):
        return None
    return tuple(found)


def _stub_head(between: str, text: str, at: int) -> bool:
    """Whether the words before the first header word head the stub: few of them, then header words only."""
    return (
        len(between) <= 40
        and not p.SENTENCE_RE.search(between)
        and len(p.HEADER_TOKEN_RE.findall(text[at:])) > 1
    )


def _plain_kind(text: str) -> LineKind:
    if p.PAGE_RE.fullmatch(text):
        return LineKind.FURNITURE
    numbered = p.TABLE_NUMBER_RE.match(text)
    if numbered and len(text) <= 160:
        return (
            LineKind.PROSE if p.SENTENCE_RE.search(text[numbered.end() :].lstrip(". ")) else LineKind.CAPTION
        )
    if is_unit_line(text):
        return LineKind.UNIT
    heading = _NUMBERED_RE.sub("", text)
    if heading != text and len(heading) <= 60 and _is_title(heading):
        return LineKind.CAPTION if p.STATEMENT_RE.search(heading) else LineKind.LABEL
    if p.NOTE_RE.match(text):
        return LineKind.NOTE
    if len(text) > LONGEST_LABEL or p.BULLET_RE.match(text):
        return _long_kind(text)
    if p.STATEMENT_RE.search(text) and _is_title(text):
        return LineKind.CAPTION
    if p.PERIOD_LINE_RE.match(text) or _lists_periods(text):
        return LineKind.PERIOD
    named = p.APPENDIX_RE.fullmatch(text) or (
        p.COMPANY_RE.search(text) and len(text) <= 80 and _is_title(text)
    )
    if named:
        return LineKind.NAME
    if p.SENTENCE_RE.search(text) and not (text.endswith(":") and len(text) <= 90 and text[0].isupper()):
        return LineKind.PROSE
    return LineKind.LABEL


def _lists_periods(text: str) -> bool:
    """Whether a line names periods, and units at most."""
    match = p.PERIOD_LIST_RE.match(text)
    if not match or not p.PERIOD_RE.search(match[0]):
        return False
    rest = text[match.end() :].strip()
    return not rest or "単位" in rest


def _long_kind(text: str) -> LineKind:
    if (
        len(text) <= 260
        and p.PERIOD_LINE_RE.match(text)
        and p.UNIT_HINT_RE.search(text)
        and text.endswith(_CLOSING)
    ):
        return LineKind.PERIOD
    titled = len(text) <= 240 and p.STATEMENT_RE.search(text) is not None and _is_title(text)
    return LineKind.CAPTION if titled else LineKind.PROSE


def is_unit_line(text: str) -> bool:
    """Whether a line does nothing but name units: in brackets, or led by a unit word."""
    if len(text) > 200 or not p.UNIT_HINT_RE.search(text):
        return False
    if text[0] in "([<【" and not p.NOTE_RE.match(text):
        return not re.search(r"\d,\d{3}|。", text)
    return _UNIT_LEAD_RE.match(text) is not None and p.SENTENCE_RE.search(text) is None


_UNIT_LEAD_RE = re.compile(
    r"単位|[Uu]nits?\b|(?:JPY|USD)\s?/|(?:In |in |IN )?(?:[Tt]housands?|[Mm]illions?|[Bb]illions?|THOUSANDS|MILLIONS)\b"
)
_WORD_RE = re.compile(r"[A-Za-z][A-Za-z'&-]*")
_NUMBERED_RE = re.compile(r"^(?:\(?\d{1,2}(?:-\d{1,2})?[.)]|[IVX]{1,4}\.|[①-⑮■●◆○]|\[\d{1,2}\])\s*")
_CLOSING = (")", "]")
_SMALL = frozenset(["of", "and", "the", "for", "in", "to", "on", "at", "by", "with", "or", "a", "an", "as"])


def _is_title(text: str) -> bool:
    """Whether the words are set as a title: capitals in English, no sentence end in either language."""
    if text.endswith(("。", "、", ",", ";")):
        return False
    words = [word for word in _WORD_RE.findall(text) if word.casefold() not in _SMALL]
    latin = sum(map(len, words))
    if latin < len(text) / 2:
        return p.SENTENCE_RE.search(text) is None
    capitals = [word for word in words if word[0].isupper()]
    return len(capitals) * 10 >= len(words) * 7
