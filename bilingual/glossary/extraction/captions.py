"""Captions that equal figures prove to correspond: rows, sections, titles of tables, heads of columns.

No dictionary is asked: rows that carry the same values are the same item, whatever they are called. A section
corresponds where the rows under it do, a title where the rows of its table do, a head where the cells of its
column do.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field

from bilingual.glossary.extraction.candidate import Part, Sighting
from bilingual.glossary.extraction.heads import HeadLines, head_terms, once, title_terms, without_units
from bilingual.glossary.extraction.wrapped import Likeness, whole_label
from bilingual.model.alignment import Comparison, FigurePair, Pair, PairKind
from bilingual.model.document import Document
from bilingual.model.figure import Figure
from bilingual.model.table import Row, Table
from bilingual.text.normalize import fold

TELLING_DIGITS = 3
"""A figure of so many digits weighs 1: chance hardly repeats it within a table."""
AGREEING = 0.5
"""Share of the figures of two rows that has to agree: the rest may be errors."""
PROVEN = 1.0
BETWEEN = 0.5
"""What a row without telling figures proves that stands between two proven rows on both sides."""
CELLS = 2
"""Rows that have to agree before a title or a head is proven."""

Places = tuple[int, int]


@dataclass
class _TablePair:
    """What two tables prove of each other.

    Attributes:
        pair: the tables.
        rows: their pairs of rows and sections, by place in the Japanese table.
        weights: what the rows prove, by the numbers of both rows in their tables.
    """

    pair: Pair
    rows: list[tuple[Places, Pair]] = field(default_factory=list)
    weights: dict[Places, float] = field(default_factory=dict)


def caption_sightings(comparison: Comparison, likeness: Likeness) -> Iterator[Sighting]:
    """Captions of both sides that correspond, in reading order of the Japanese side.

    Args:
        comparison: aligned documents.
        likeness: of a Japanese and an English label; it decides only whether two lines are one label.
    """
    pairs = comparison.alignment.pairs
    paired = {id(row) for pair in pairs for row in (pair.ja_row, pair.en_row) if row is not None}
    for tables in _table_pairs(pairs):
        _prove(tables)
        yield from _titles(comparison, tables)
        yield from _heads(comparison, tables)
        for places, pair in tables.rows:
            weight = tables.weights.get(places, 0.0)
            if weight:
                labels = _labels(comparison, tables, places, paired, likeness)
                yield from _row(comparison, pair, labels, weight)


def _labels(
    comparison: Comparison, tables: _TablePair, places: Places, paired: Container[int], likeness: Likeness
) -> tuple[str, str]:
    """The labels of two rows, whole where they wrap; an empty one where a part is missing."""
    mine, other = tables.pair.ja_table, tables.pair.en_table
    if mine is None or other is None:
        return "", ""
    ja, en = mine.rows[places[0]].label, other.rows[places[1]].label
    return (
        whole_label(comparison.ja.document, mine, places[0], en, paired, likeness),
        whole_label(comparison.en.document, other, places[1], ja, paired, likeness),
    )


def _table_pairs(pairs: Sequence[Pair]) -> list[_TablePair]:
    found: dict[tuple[str, str], _TablePair] = {}
    for pair in pairs:
        if pair.kind is PairKind.TABLE and pair.ja_table is not None and pair.en_table is not None:
            found[pair.ja_table.id, pair.en_table.id] = _TablePair(pair)
    numbers = {
        id(table): {id(row): at for at, row in enumerate(table.rows)}
        for both in found.values()
        for table in (both.pair.ja_table, both.pair.en_table)
        if table is not None
    }
    for pair in pairs:
        if pair.ja_row is None or pair.en_row is None or pair.ja_table is None or pair.en_table is None:
            continue
        tables = found.get((pair.ja_table.id, pair.en_table.id))
        if tables is not None:
            at = (
                numbers[id(pair.ja_table)].get(id(pair.ja_row)),
                numbers[id(pair.en_table)].get(id(pair.en_row)),
            )
            if at[0] is not None and at[1] is not None:
                tables.rows.append(((at[0], at[1]), pair))
    for tables in found.values():
        tables.rows.sort(key=lambda item: item[0])
    return list(found.values())


def _prove(tables: _TablePair) -> None:
    """Weigh rows by their figures, then what stands between proven rows, then sections by the rows under them."""
    for places, pair in tables.rows:
        if pair.kind is PairKind.ROW:
            weight = figures_weight(pair.figures)
            if weight >= PROVEN:
                tables.weights[places] = weight
    for rows in (tables.rows, tables.rows[::-1]):  # down, then up
        for (i, j), pair in rows:
            if (i, j) not in tables.weights and not _contradicts(pair) and _is_beside(tables, i, j, pair):
                tables.weights[i, j] = BETWEEN


def _is_beside(tables: _TablePair, i: int, j: int, pair: Pair) -> bool:
    """Whether the places of two rows say that they correspond: between proven rows, or beside one and alike."""
    before, after = tables.weights.get((i - 1, j - 1)), tables.weights.get((i + 1, j + 1))
    if pair.kind is PairKind.HEADING:
        return bool(after or _next_proven(tables, i, j))
    if before and after:
        return True
    agreeing = sum(bool(_digits(both.ja)) for both in pair.figures)
    return bool(before or after) and (agreeing >= CELLS or "concept" in pair.evidence)


def _next_proven(tables: _TablePair, i: int, j: int) -> float | None:
    """What the next pair proves, where headings follow headings on both sides."""
    for places, pair in tables.rows:
        if places == (i + 1, j + 1):
            if pair.kind is PairKind.HEADING:
                return _next_proven(tables, i + 1, j + 1)
            return tables.weights.get(places)
    return None


def figures_weight(figures: Sequence[FigurePair]) -> float:
    """How much the figures that two places have in common prove; 0 where most of them disagree.

    Equal figures of one row (the same amount in two columns) count once.
    """
    agreeing = [both for both in figures if not both.differences or _digits(both.ja) == _digits(both.en)]
    if not agreeing or len(agreeing) < AGREEING * len(figures):
        return 0.0
    weights = {
        digits: min(1.0, len(digits) / TELLING_DIGITS) for digits in map(_digits_of, agreeing) if digits
    }
    return sum(weights.values())


def _contradicts(pair: Pair) -> bool:
    return any(both.differences for both in pair.figures)


def _digits_of(both: FigurePair) -> str:
    return _digits(both.ja)


def _digits(figure: Figure) -> str:
    """The digits of a value without sign and zeros at both ends; nothing of nil and zero."""
    values = figure.ends or (figure.value,)
    return "/".join(
        str(value).split("E")[0].replace("-", "").replace(".", "").strip("0")
        for value in values
        if value is not None
    )


MARKUP_RE = re.compile(r"<[^<>]{1,20}>")
LETTER_RE = re.compile(r"[^\W\d_]")
MARKS_RE = re.compile(r"^(?:[\s・●○■□◆◇*※•]|- |\(?\d{1,2}\) ?|[①-⑳])+|[\s:：*※]+$")

STUTTER_RE = re.compile(r"^(\S+(?: \S+){1,9}) \1(?= )")
"""A heading before a row that repeats its words."""


def plain_label(label: str) -> str:
    """A label, once, without bullets and numbers before it and the colon or asterisk after it.

    >>> plain_label("営業費用:"), plain_label("・ Others *"), plain_label("2) Treasury shares")
    ('営業費用', 'Others', 'Treasury shares')
    >>> plain_label("Profit attributable to Profit attributable to owners of parent")
    'Profit attributable to owners of parent'
    """
    plain = once(" ".join(MARKS_RE.sub("", label).split()))
    return STUTTER_RE.sub(r"\1", plain)


def printed_label(document: Document, row: Row, label: str) -> str:
    """A label as the document prints it (width, dashes, apostrophes), without the marks that reading took off it."""
    if row.label_span is None or not label:
        return label
    printed = MARKUP_RE.sub("", document.text[row.label_span.start : row.label_span.end])
    words = r"\s+".join(map(re.escape, label.split()))
    found = re.search(words, fold(printed))
    return " ".join(printed[found.start() : found.end()].split()) if found else label


def _row(comparison: Comparison, pair: Pair, labels: tuple[str, str], weight: float) -> Iterator[Sighting]:
    mine, other = pair.ja_row, pair.en_row
    if mine is None or other is None:
        return
    ja, en = without_units(
        plain_label(printed_label(comparison.ja.document, mine, labels[0])),
        plain_label(printed_label(comparison.en.document, other, labels[1])),
    )
    if not (LETTER_RE.search(ja) and LETTER_RE.search(en)):
        return
    part = Part.SECTION if pair.kind is PairKind.HEADING else Part.ROW
    ja_path = (pair.ja_table.caption if pair.ja_table else "", *mine.section, ja)
    en_path = (pair.en_table.caption if pair.en_table else "", *other.section, en)
    yield _sighting(comparison, part, (ja, en), (mine.line, other.line), (ja_path, en_path), weight)


def _titles(comparison: Comparison, tables: _TablePair) -> Iterator[Sighting]:
    proven = sum(weight >= PROVEN for weight in tables.weights.values())
    mine, other = tables.pair.ja_table, tables.pair.en_table
    if mine is None or other is None or proven < min(CELLS, len(mine.rows), len(other.rows)) or not proven:
        return
    texts = (_caption_lines(comparison, mine), _caption_lines(comparison, other))
    for ja, en in title_terms(*texts):
        yield _sighting(
            comparison,
            Part.TABLE,
            (ja, en),
            (mine.line, other.line),
            ((mine.caption,), (other.caption,)),
            proven,
        )


def _caption_lines(comparison: Comparison, table: Table) -> list[str]:
    """The lines of a caption; one line where it was repaired or nothing is known of its place."""
    document = comparison.side(table.language).document
    if table.caption_span is None:
        return [table.caption] if table.caption else []
    printed = document.text[table.caption_span.start : table.caption_span.end]
    return printed.split("\n") if "\n" in printed else [table.caption]


def _heads(comparison: Comparison, tables: _TablePair) -> Iterator[Sighting]:
    mine, other = tables.pair.ja_table, tables.pair.en_table
    if mine is None or other is None or not (mine.header_lines and other.header_lines):
        return
    agreeing = Counter[Places]()
    for _, pair in tables.rows:
        left, right = _columns_of(pair.ja_row), _columns_of(pair.en_row)
        for both in pair.figures:
            if not both.differences and len(_digits(both.ja)) >= TELLING_DIGITS - 1:
                agreeing[left.get(id(both.ja), -1), right.get(id(both.en), -1)] += 1
    columns = (
        {column.index: column for column in mine.columns},
        {column.index: column for column in other.columns},
    )
    ja_heads, en_heads = _head_lines(comparison, mine), _head_lines(comparison, other)
    renderings: dict[str, set[str]] = defaultdict(set)
    weights = Counter[tuple[str, str]]()
    for i, j in tables.pair.column_map:
        if agreeing[i, j] >= CELLS and i in columns[0] and j in columns[1]:
            terms = head_terms(columns[0][i], columns[1][j])
            if (
                terms
                and ja_heads.tells(terms[0], is_other_plain=en_heads.is_plain)
                and en_heads.tells(terms[1], is_other_plain=ja_heads.is_plain)
            ):
                renderings[terms[0]].add(terms[1])
                weights[terms] += agreeing[i, j]
    for (ja, en), weight in weights.items():
        if len(renderings[ja]) == 1:
            lines = (mine.header_lines[0], other.header_lines[0])
            yield _sighting(
                comparison, Part.COLUMN, (ja, en), lines, ((mine.caption, ja), (other.caption, en)), weight
            )


def _head_lines(comparison: Comparison, table: Table) -> HeadLines:
    document = comparison.side(table.language).document
    return HeadLines([fold(document.line_text(line)) for line in table.header_lines], table.columns)


def _columns_of(row: Row | None) -> dict[int, int]:
    """The column of every figure of a row, by the figure's identity."""
    return {id(cell.figure): cell.column for cell in row.cells if cell.figure is not None} if row else {}


def _sighting(
    comparison: Comparison,
    part: Part,
    terms: tuple[str, str],
    lines: Places,
    paths: tuple[Sequence[str], Sequence[str]],
    weight: float,
) -> Sighting:
    contexts = [" / ".join(name for name in path if name) for path in paths]
    documents = comparison.ja.document.path, comparison.en.document.path
    return Sighting(*terms, part, *documents, *lines, contexts[0], contexts[1], weight)
