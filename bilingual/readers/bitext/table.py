"""CSV, TSV and XLSX to segments: a column in Japanese, a column in English, told by the header.

The header is the first row that names both languages. The id is the column ``id``, ``segment``, ``key``, ``no`` or
``番号``, else the row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from bilingual.containers.cell_names import column_name
from bilingual.containers.delimited import delimited_rows
from bilingual.containers.inline import without_tags
from bilingual.containers.sheets import Row, read_rows
from bilingual.model.origin import SegmentPlace
from bilingual.readers.bitext.raw import Half, RawSegment

HEADER_ROWS = 20
"""Rows in which a header is looked for: exports put titles and dates above it."""
NAMES = {
    "ja": ("ja", "ja-jp", "ja_jp", "jp", "jpn", "japanese", "japanese text", "日本語", "和文", "日文", "原文(日本語)", "日本語原文"),
    "en": ("en", "en-us", "en-gb", "en_us", "en_gb", "eng", "english", "english text", "英語", "英文", "英訳", "訳文(英語)"),
}  # fmt: skip
SIDES = ("source", "target"), ("原文", "訳文")
"""Names that do not say the language: told by the content."""
IDS = frozenset(
    {"id", "segment", "segment id", "segment no", "key", "no", "no.", "#", "番号", "セグメント", "行"}
)


class Columns(NamedTuple):
    """Where the columns are, from 0; ``identifier`` is None where no column names the rows."""

    source: int
    target: int
    source_tag: str
    target_tag: str
    identifier: int | None


def columns_of(cells: Iterable[str]) -> Columns | None:
    """The columns that a header names; None for a row that names no two sides."""
    names = [" ".join(cell.split()).lower().replace("（", "(").replace("）", ")") for cell in cells]
    identifier = next((at for at, name in enumerate(names) if name in IDS), None)
    found = {tag: [at for at, name in enumerate(names) if name in known] for tag, known in NAMES.items()}
    if found["ja"] and found["en"]:
        return Columns(found["ja"][0], found["en"][0], "ja", "en", identifier)
    for source, target in SIDES:
        if source in names and target in names:
            return Columns(names.index(source), names.index(target), "", "", identifier)
    return None


def has_columns(rows: Iterable[list[str]]) -> bool:
    """Whether one of the first rows is a header with both languages."""
    return any(columns_of(row) for row, _ in zip(rows, range(HEADER_ROWS), strict=False))


def delimited_segments(path: Path, text: str) -> Iterator[RawSegment]:
    """The segments of a CSV or TSV file."""
    return _segments(Row("", line, cells) for line, cells in delimited_rows(path, text))


def sheet_segments(path: Path, data: bytes) -> Iterator[RawSegment]:
    """The segments of all sheets of a workbook that have a header with both languages."""
    return _segments(read_rows(path, data))


def _segments(rows: Iterable[Row]) -> Iterator[RawSegment]:
    columns: Columns | None = None
    sheet: str | None = None
    seen = 0
    for row in rows:
        if row.sheet != sheet:
            sheet, columns, seen = row.sheet, None, 0
        if columns is None:
            seen += 1
            columns = columns_of(row.cells) if seen <= HEADER_ROWS else None
            continue
        yield _segment(row, columns)


def _segment(row: Row, columns: Columns) -> RawSegment:
    name = _at(row, columns.identifier) if columns.identifier is not None else ""
    name = name or (f"{row.sheet}!{row.number}" if row.sheet else str(row.number))
    halves = []
    for column, tag in ((columns.source, columns.source_tag), (columns.target, columns.target_tag)):
        if row.sheet:
            place = SegmentPlace(name, 0, row.sheet, f"{column_name(column)}{row.number}")
        else:
            place = SegmentPlace(name, row.number)
        halves.append(Half(without_tags(_unguarded(_at(row, column))), tag, place))
    return RawSegment(halves[0], halves[1])


def _unguarded(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in tuple("=+-@＝＋－＠") else cell


def _at(row: Row, column: int) -> str:
    return row.cells[column].strip() if column < len(row.cells) else ""
