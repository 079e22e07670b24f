"""Parts that every rule builds its findings from: places, names of things, fingerprints."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from bilingual.checks.disagreements import Disagreement, cell_of
from bilingual.model.alignment import Leftover, Pair, PairKind, Side
from bilingual.model.document import Language, Span
from bilingual.model.figure import Figure, Period
from bilingual.model.repair import Damage
from bilingual.model.report import Evidence, Severity, Spot, figure_value, plain
from bilingual.model.table import Column, Row, Table
from bilingual.text.normalize import fold

MOST_MEMBERS = 10
"""A finding blames its own place and at most this many more: one that blames everything blames nothing."""
CONTEXT = 24
"""Characters before a figure of running text that tell it from others like it, in a fingerprint."""
SCALES = {2: "hundred", 3: "thousand", 6: "million", 8: "100 million", 9: "billion", 12: "trillion"}
"""Words for powers of ten in messages."""


@dataclass(frozen=True, slots=True)
class Case:
    """One root cause: the disagreements it shows in, the first being the place that is reported.

    Attributes:
        members: the disagreements.
        severity: how much it matters, before the rule's own limit.
        note: what is known of the cause, for the message.
        shape: ``single``, ``column``, ``row``, ``rows``, ``table`` or ``caption``.
    """

    members: tuple[Disagreement, ...]
    severity: Severity
    note: str = ""
    shape: str = "single"

    @property
    def first(self) -> Disagreement:
        """The disagreement that is reported."""
        return self.members[0]


Cases = dict[str, list[Case]]
"""Root causes by the code of the rule that reports them."""
Route = Callable[[Disagreement], str]
"""Tells which rule a disagreement belongs to."""


def severity_of(serious: int) -> Severity:
    """The severity that a difference asks for."""
    return (Severity.INFO, Severity.WARNING, Severity.ERROR)[serious]


def fingerprint(rule: str, ja_context: str, ja_value: str, en_context: str, en_value: str) -> str:
    """Twelve hexadecimal digits that stay the same when lines move.

    >>> len(fingerprint("NUM001", "売上高", "95", "Net sales", "94"))
    12
    """
    parts = "\x1f".join((rule, ja_context, ja_value, en_context, en_value))
    return sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def spot(side: Side, span: Span, context: str = "", value: str = "") -> Spot:
    """A place of a side with the words there."""
    place = side.document.place(span)
    return Spot(side.language, place.line, place.col, place.text, value, context=context)


def figure_spot(side: Side, figure: Figure, context: str) -> Spot:
    """The place of a figure with its value, unit and the range that its digits allow."""
    place = side.document.place(figure.span)
    interval = figure.interval
    low, high = (plain(interval[0]), plain(interval[1])) if interval else ("", "")
    return Spot(
        side.language,
        place.line,
        place.col,
        place.text,
        figure_value(figure),
        figure.unit,
        low,
        high,
        context,
    )


def period_spot(side: Side, span: Span, period: Period) -> Spot:
    """The place of a period with its days."""
    value = "/".join(day.isoformat() for day in (period.start, period.end) if day is not None)
    return spot(side, span, words_before(side, span), value or period.printed)


def row_spot(side: Side, row: Row, table: Table | None = None) -> Spot:
    """The place of a row: its label, at the line that holds its figures."""
    start = row.label_span or (row.cells[0].span if row.cells else Span(0, 0))
    place = side.document.place(start)
    context = " / ".join((table.caption if table else "", *row.section, row.label))
    col = place.col if place.line == row.line else 1
    return Spot(side.language, row.line, col, place.text, context=context)


def line_spot(side: Side, line: int, context: str = "") -> Spot:
    """A whole line, without the blanks around its words."""
    text = side.document.line_text(line)
    return Spot(side.language, line, len(text) - len(text.lstrip()) + 1, text.strip(), context=context)


def leftover_spot(side: Side, item: Leftover) -> Spot:
    """The place of something without a counterpart."""
    if item.figure is not None:
        return figure_spot(side, item.figure, context_of(side, item.figure, item.row, item.table))
    if item.row is not None:
        return row_spot(side, item.row, item.table)
    return spot(side, item.span)


def words_before(side: Side, span: Span) -> str:
    """A few characters before a place on its line: they tell equal figures of running text apart."""
    document = side.document
    start = document.line_starts[document.line_number(span.start) - document.first_line]
    return document.text[max(start, span.start - CONTEXT) : span.start]


def context_of(side: Side, figure: Figure, row: Row | None, table: Table | None) -> str:
    """What a figure is about: row and column of a cell, the words before it in running text."""
    cell = cell_of(row, figure)
    if row is None or cell is None:
        return words_before(side, figure.span)
    return " / ".join((*row.section, row.label, column_name(table, cell.column)))


def column_of(table: Table | None, index: int) -> Column | None:
    """A column of a table by its number."""
    if table is None:
        return None
    if index < len(table.columns) and table.columns[index].index == index:
        return table.columns[index]
    return next((column for column in table.columns if column.index == index), None)


def column_name(table: Table | None, index: int) -> str:
    """What a reader calls a column: its period, else its header."""
    column = column_of(table, index)
    if column is None:
        return ""
    return column.period.printed if column.period else column.header


def head_name(table: Table | None, index: int) -> str:
    """What a message calls a column: its period, but its head where another column with another head has that too."""
    name, column = column_name(table, index), column_of(table, index)
    if table is None or column is None or column.period is None or not column.header:
        return name
    shared = any(
        other.period is not None and other.period.printed == name and other.header != column.header
        for other in table.columns
    )
    return column.header if shared else name


def spots(ja: Side, en: Side, item: Disagreement) -> tuple[Spot, Spot]:
    """Both places of a disagreement."""
    pair = item.pair
    if item.figures is not None:
        mine, theirs = item.figures.ja, item.figures.en
        return (
            figure_spot(ja, mine, context_of(ja, mine, pair.ja_row, pair.ja_table)),
            figure_spot(en, theirs, context_of(en, theirs, pair.en_row, pair.en_table)),
        )
    if item.periods is not None:
        return (
            period_spot(ja, item.ja_span, item.periods.ja.period),
            period_spot(en, item.en_span, item.periods.en.period),
        )
    return spot(ja, item.ja_span), spot(en, item.en_span)


def pair_spots(ja: Side, en: Side, pair: Pair) -> tuple[Spot, Spot]:
    """Both places of an aligned unit."""
    if pair.ja_row is not None and pair.en_row is not None:
        return row_spot(ja, pair.ja_row, pair.ja_table), row_spot(en, pair.en_row, pair.en_table)
    return spot(ja, pair.ja[0].span), spot(en, pair.en[0].span)


def subject(item: Disagreement) -> str:
    """What the two figures are about, both labels and the column: ``営業収益合計 / Total revenues, 2Q01``."""
    pair = item.pair
    if pair.kind is not PairKind.ROW or pair.ja_row is None or pair.en_row is None:
        return ""
    names = " / ".join(name for name in (pair.ja_row.label, pair.en_row.label) if name)
    cell = cell_of(pair.en_row, item.figures.en) if item.figures is not None else None
    column = head_name(pair.en_table, cell.column) if cell else ""
    return f"{names}, {column}" if column else names


def unit_words(figure: Figure) -> str:
    """Unit and scale of a figure in words: ``JPY thousand``."""
    return " ".join(word for word in (figure.unit, SCALES.get(figure.scale, "")) if word)


def told(item: Disagreement) -> str:
    """Both printed forms in one phrase, with the unit where the cells take it from the table."""
    phrase = f"{one_line(item.ja_printed)} in Japanese, {one_line(item.en_printed)} in English"
    if item.in_table and item.figures is not None:
        ja, en = unit_words(item.figures.ja), unit_words(item.figures.en)
        if ja and ja == en and ja != "%":
            return f"{phrase} ({ja})"
    return phrase


def one_line(text: str) -> str:
    """Printed words without line ends and runs of blanks."""
    return " ".join(text.split())


def sentence(about: str, phrase: str, note: str = "", more: int = 0) -> str:
    """One sentence for a message: what it is about, what differs, why."""
    text = f"{about}: {phrase}" if about else phrase
    if note and not all(part in fold(phrase) for part in note.split(" against ")):
        text += f"; {note}"
    if more > 0:
        text += f"; and {more} more"
    return text[:1].upper() + text[1:].removesuffix(".") + "."


def members(places: Iterable[Spot], taken: Sequence[Spot | None], note: str = "") -> tuple[Evidence, ...]:
    """Further places of the same defect: one per line that is not named yet, at most ten."""
    seen = {(place.language, place.line) for place in taken if place is not None}
    found: list[Evidence] = []
    for place in places:
        if (place.language, place.line) in seen:
            continue
        seen.add((place.language, place.line))
        found.append(Evidence(place, "member", note))
        if len(found) == MOST_MEMBERS:
            break
    return tuple(found)


def hurt_tables(*sides: Side) -> set[str]:
    """The ids of the tables whose cells, heads or characters a damaged text layer made doubtful; "" for running text."""
    return {
        repair.table
        for side in sides
        for repair in side.repairs
        if repair.damage in (Damage.CELLS, Damage.PLACE, Damage.GLYPHS)
    }


def language_name(language: Language) -> str:
    """The English name of a language."""
    return "Japanese" if language is Language.JA else "English"
