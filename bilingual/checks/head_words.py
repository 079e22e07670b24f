"""Heads of columns in words: paired columns whose heads name opposite or exchanged things."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from bilingual.checks.building import column_of
from bilingual.checks.crossed_heads import crossed_heads, head_words
from bilingual.checks.examination import Examination
from bilingual.checks.stated_heads import crossed_targets, other_boundary
from bilingual.checks.twice_headed import exchanged_in_one_group, translated_heads, twice_headed
from bilingual.contrasts import Contrast, Member, said, vocabulary
from bilingual.glossary.labels import labels_of
from bilingual.model.alignment import Pair, Side
from bilingual.model.document import Language
from bilingual.model.table import Column, Table
from bilingual.tables.patterns import PERIOD_RE
from bilingual.text.normalize import fold
from bilingual.text.segments import CELLED

FEW = 2
ENOUGH_ROWS = 3
RESULT = "result-head"
"""The contrast of profits and losses: a head over amounts below zero may be called either."""
_WORD_RE = re.compile(r"[^\W\d_]{2}")
Weights = Mapping[tuple[str, str, int, int], int]
_GENERIC_RE = re.compile(
    r"合?計|小計|総計|その他|調整額?|増減|total|sub-?total|others?|adjustments?|change|all|sum", re.IGNORECASE
)
"""Heads that say little: 小計 and 合計 may both be Total."""


class DifferingWords(NamedTuple):
    """Two columns with the same values, and the words of their heads that stand for other things."""

    ja: Column
    en: Column
    ja_word: str
    en_word: str
    repeated: bool = False
    """Whether all that tells is that one version has the same head twice."""


class _Word(NamedTuple):
    """A term in a head and the concepts that it may stand for."""

    text: str
    concepts: frozenset[str]


Words = tuple[_Word, ...]


class _Both(NamedTuple):
    """Two paired columns, the terms of their heads, and whether their values prove that they correspond."""

    ja: Column
    en: Column
    ja_words: Words
    en_words: Words
    proven: bool


_JUMBLED_RE = re.compile(r"([\u3041-\u9fff]{2,})\s?\1\Z|\b([A-Z][a-z]+) \2\b|[a-z]-(?:\s|\Z)")
"""A head with one word twice, or half a word: 合計合計, Total Total, Remeasure-."""


def differing_words(
    exam: Examination, pair: Pair, ja: Table, en: Table, weights: Weights
) -> Iterator[DifferingWords]:
    """Yield columns that correspond by their values while the words of their heads do not.

    Args:
        exam: the examination.
        pair: the pair of tables, with its columns.
        ja: the Japanese table.
        en: the English table.
        weights: how many telling values agree in every pair of columns.
    """
    celled = all(side.document.format in CELLED for side in exam.sides)
    if not celled and any(
        _JUMBLED_RE.search(column.header) for table in (ja, en) for column in table.columns
    ):
        return  # heads of many lines that a text layer put together wrongly
    columns = list(_columns(exam, pair, ja, en, weights))
    told = False
    heads = [(both.ja.header, both.en.header) for both in columns]
    opposed = _opposed(columns, {column for column, _ in pair.column_map if _shows_gain(ja, column)})
    for at, both in enumerate(columns):
        if _has_no_head(ja, both.ja) and _has_no_head(en, both.en):
            continue  # the head of the amounts beside it tells
        found = opposed.get(at) or (_exchanged(columns, at) if both.proven else None)
        if not found and both.proven and celled:
            found = crossed_targets(heads, at) or other_boundary(*heads[at])
        if not found and both.proven and celled and _repeated(columns, at):
            yield DifferingWords(both.ja, both.en, both.ja.header, both.en.header, repeated=True)
        elif (
            found
            and _is_printed(exam.ja, ja, both.ja, found[0])
            and _is_printed(exam.en, en, both.en, found[1])
        ):
            told = True
            yield DifferingWords(both.ja, both.en, *found)
    over = _over_all(exam, ja, en) if columns and not told else None
    if over is not None:
        yield DifferingWords(columns[0].ja, columns[0].en, *over)
        told = True
    if not told:
        sure = [(both.ja, both.en) for both in columns if both.proven]
        translated = exam.once(translated_heads)
        for left, right in (*twice_headed(sure, translated), *exchanged_in_one_group(sure, translated)):
            told = True
            yield DifferingWords(left, right, head_words(left), head_words(right))
    if not told and celled:
        alike = exam.once(_alike_columns)
        sure = [
            (both.ja, both.en)
            for both in columns
            if both.proven or (ja.id, en.id, both.ja.index, both.en.index) in alike
        ]
        for crossed in crossed_heads(sure, labels_of(exam.matcher)):
            yield DifferingWords(*crossed.one, *crossed.words)


def _over_all(exam: Examination, ja: Table, en: Table) -> tuple[str, str] | None:
    """Words that exclude each other, each the only one of its group in all heads of its table: a head over several columns."""
    texts = {
        side.language: " ".join(
            fold(side.document.text[span.start : span.end])
            for span in map(side.document.line_span, table.header_lines)
        )
        for side, table in ((exam.ja, ja), (exam.en, en))
    }
    words = vocabulary("over")
    for number in words.named_in(texts[Language.JA], Language.JA):
        members = words.contrasts[number].members
        found = {language: said(members, text, language) for language, text in texts.items()}
        if any(len(named) != 1 for named in found.values()):
            continue
        (mine, here), (theirs, there) = (next(iter(found[language].items())) for language in texts)
        if (
            mine != theirs
            and not _may_be(members, mine, texts[Language.EN], Language.EN)
            and not _may_be(members, theirs, texts[Language.JA], Language.JA)
        ):
            return texts[Language.JA][slice(*here)], texts[Language.EN][slice(*there)]
    return None


def _may_be(members: Sequence[Member], name: str, text: str, language: Language) -> bool:
    """Whether a text has words that a member may stand for."""
    may = next(each for each in members if each.name == name).may(language)
    return may is not None and may.search(text) is not None


def _columns(exam: Examination, pair: Pair, ja: Table, en: Table, weights: Weights) -> Iterator[_Both]:
    needed = min(FEW, sum(any(cell.figure for cell in row.cells) for row in ja.rows))
    whole = (ja.id, en.id) in exam.once(_whole_tables)
    for i, j in pair.column_map:
        left, right = column_of(ja, i), column_of(en, j)
        if left is not None and right is not None:
            proven = whole or weights.get((ja.id, en.id, i, j), 0) >= max(1, needed)
            words = _words(exam, left, Language.JA), _words(exam, right, Language.EN)
            yield _Both(left, right, *words, proven)


def _whole_tables(exam: Examination) -> frozenset[tuple[str, str]]:
    """The tables that agree in all cells of enough rows, column by column in the same order.

    Their columns correspond though they hold small counts, which prove little by themselves.
    """
    rows: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for each in exam.row_pairs():
        if each.ja_table is not None and each.en_table is not None and each.figures:
            rows[each.ja_table.id, each.en_table.id].append(each)
    return frozenset(
        tables
        for tables, pairs in rows.items()
        if len({tuple(both.ja.digits for both in row.figures) for row in pairs}) >= ENOUGH_ROWS
        and all(both.agrees for row in pairs for both in row.figures)
        and all(one < other for row in pairs for (_, one), (_, other) in pairwise(sorted(row.column_map)))
    )


def _alike_columns(exam: Examination) -> frozenset[tuple[str, str, int, int]]:
    """The columns whose cells agree in all rows, which are more than a few and differ: small counts too."""
    seen: dict[tuple[str, str, int, int], list[tuple[str, str]]] = defaultdict(list)
    for each in exam.row_pairs():
        if each.ja_row is None or each.en_row is None or each.ja_table is None or each.en_table is None:
            continue
        mine, theirs = (
            {cell.column: cell.figure.digits for cell in row.cells if cell.figure is not None}
            for row in (each.ja_row, each.en_row)
        )
        for i, j in each.column_map:
            if i in mine or j in theirs:
                seen[each.ja_table.id, each.en_table.id, i, j].append((mine.get(i, ""), theirs.get(j, "")))
    return frozenset(
        place
        for place, cells in seen.items()
        if len(set(cells)) >= ENOUGH_ROWS and all(one == other for one, other in cells)
    )


def _is_printed(side: Side, table: Table, column: Column, word: str) -> bool:
    """Whether a word is printed for each column that has it: one over several may have been given to the wrong ones.

    An amount and the rate beside it have one head. A word without blanks around it counts with what it stands in: the
    利益 of 営業利益 and of a 当期純利益 that two lines divide.
    """
    word = next((piece for piece in column.header.split() if word in piece), word)
    lines = (
        fold(side.document.text[span.start : span.end])
        for span in map(side.document.line_span, table.header_lines)
    )
    named = sum(word in each.header for each in table.columns if not _is_rate(table, each))
    return named == 1 or sum(line.count(word) for line in lines) >= named


def _is_rate(table: Table, column: Column) -> bool:
    """Whether a column of per cent stands right behind one of amounts."""
    before = column_of(table, column.index - 1) if column.unit == "%" and column.index else None
    return before is not None and before.unit not in ("", "%")


def _has_no_head(table: Table, column: Column) -> bool:
    """Whether a column of per cent behind one of amounts has no words but those of the head that both share."""
    before = column_of(table, column.index - 1)
    own = set(column.header.split()) - set(before.header.split() if before is not None else ())
    return _is_rate(table, column) and not any(_WORD_RE.search(word) for word in own)


def _shows_gain(table: Table, column: int) -> bool:
    return any(
        cell.figure is not None and (cell.figure.value or 0) > 0
        for row in table.rows
        for cell in row.cells
        if cell.column == column
    )


def _opposed(columns: Sequence[_Both], gains: Set[int]) -> dict[int, tuple[str, str]]:
    """By number of the pair of columns: words that exclude each other, where each head has one word of a group.

    All heads of the two tables have as many words of the group as their counterparts: so no head was misread. ``gains``
    are the Japanese columns that print an amount above zero.
    """
    found: dict[int, tuple[str, str]] = {}
    words = vocabulary("heads")
    for number in dict.fromkeys(
        number for both in columns for number in words.named_in(both.ja.header, Language.JA)
    ):
        contrast = words.contrasts[number]
        named = [
            (_members(contrast, both.ja, Language.JA), _members(contrast, both.en, Language.EN))
            for both in columns
        ]
        if not all(_even(contrast, both, *words) for both, words in zip(columns, named, strict=True)):
            continue
        for at, (ja, en) in enumerate(named):
            if contrast.name == RESULT and columns[at].ja.index not in gains:
                continue
            if len(ja) == 1 == len(en) and ja.keys() != en.keys() and columns[at].proven:
                found.setdefault(at, (next(iter(ja.values())), next(iter(en.values()))))
    return found


def _even(contrast: Contrast, both: _Both, ja: Mapping[str, str], en: Mapping[str, str]) -> bool:
    """Whether both heads have as many words of a contrast, or the silent one words that may mean the same: 国内, Japan."""
    if len(ja) == len(en):
        return True
    if ja and en:
        return False
    language, text = (Language.EN, both.en.header) if ja else (Language.JA, both.ja.header)
    silent = [each.may(language) for each in contrast.members if each.name in (ja or en)]
    return all(words is not None and words.search(text) is not None for words in silent)


def _members(contrast: Contrast, column: Column, language: Language) -> dict[str, str]:
    """The words of a contrast in a head, by the name of the member."""
    places = said(contrast.members, column.header, language)
    return {name: column.header[start:end] for name, (start, end) in places.items()}


def _words(exam: Examination, column: Column, language: Language) -> Words:
    """The terms of a head, without its periods and what says little."""
    return tuple(
        _Word(text, frozenset(each.concepts))
        for each in exam.matcher.find(column.header, language)
        if (text := column.header[each.start : each.end])
        and not _GENERIC_RE.fullmatch(text)
        and not PERIOD_RE.search(text)
    )


def _exchanged(columns: Sequence[_Both], at: int) -> tuple[str, str] | None:
    """The only different words of two heads, which stand over each other's column, or of which one stands twice.

    A word that stands over several columns of one table and over more or fewer of the other was misread.
    """
    here = columns[at]
    ja, en = _alone(here.ja_words, here.en_words)
    if ja is None or en is None:
        return None
    counts = tuple(
        (
            sum(_holds(both.ja_words, word) for both in columns),
            sum(_holds(both.en_words, word) for both in columns),
        )
        for word in (ja, en)
    )
    even = all(mine == theirs for mine, theirs in counts)
    for other in _comparable(columns, here):
        first = _holds(other.ja_words, en) and not _holds(other.ja_words, ja)
        second = _holds(other.en_words, ja) and not _holds(other.en_words, en)
        twice_en = first and counts == ((1, 0), (1, 2)) and other.en.header == here.en.header
        twice_ja = second and counts == ((2, 1), (0, 1)) and other.ja.header == here.ja.header
        if (even and first and second) or twice_en or twice_ja:
            return ja.text, en.text
    return None


def _comparable(columns: Sequence[_Both], here: _Both) -> Iterator[_Both]:
    """The other pairs of columns that surely correspond and hold the same kind of figures."""
    return (
        other
        for other in columns
        if other is not here and other.proven and _alike(other.ja, here.ja) and _alike(other.en, here.en)
    )


def _repeated(columns: Sequence[_Both], at: int) -> bool:
    """Whether one version has the same head over another column while the other version tells the two apart.

    Only where two other columns of the table are told apart by the same words, and in both versions.
    """
    here = columns[at]
    for other in _comparable(columns, here):
        mine, theirs = _apart(here.ja, other.ja), _apart(here.en, other.en)
        if bool(mine) == bool(theirs):
            continue
        for one in columns:
            for two in columns:
                left, right = _apart(one.ja, two.ja), _apart(one.en, two.en)
                if left and right and ((mine and mine == left) or (theirs and theirs == right)):
                    return True
    return False


def _apart(one: Column, other: Column) -> tuple[frozenset[str], ...]:
    """The words of each of two heads that the other lacks; nothing where one has no such words."""
    first, second = frozenset(one.header.split()), frozenset(other.header.split())
    return (first - second, second - first) if first - second and second - first else ()


def _alone(ja: Words, en: Words) -> tuple[_Word | None, _Word | None]:
    """The only term of each head that the other does not hold."""
    mine = [word for word in ja if not _holds(en, word)]
    theirs = [word for word in en if not _holds(ja, word)]
    if len(mine) == 1 == len(theirs):
        return mine[0], theirs[0]
    return None, None


def _holds(words: Words, word: _Word) -> bool:
    return any(word.concepts & other.concepts for other in words)


def _alike(one: Column, other: Column) -> bool:
    """Whether two columns hold the same kind of figures: an amount and its share may have one head."""
    return (one.unit, one.scale, one.measure) == (other.unit, other.scale, other.measure)
