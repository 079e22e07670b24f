"""Sheets in two languages: columns of labels, or cells, that say the same in Japanese and in English."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bilingual.model.document import Language
from bilingual.readers.grids import GridCell, is_figure

JAPANESE_RE = re.compile("[ぁ-んァ-ヶ一-龠々]")
ENGLISH_RE = re.compile(r"[A-Za-z]{3,}|\b(?:FY|[1-4][QH])\s?[0-9]")
PARTED_RE = re.compile(r"\n|\s*[/／|｜]\s*|\s{2,}|　+")
CHANGE_RE = re.compile(r"(?<=[ぁ-んァ-ヶ一-龠々ー）)％%])\s+(?=[A-Z(][^ぁ-んァ-ヶ一-龠々]*$)")
"""Where a cell goes over from Japanese to English."""
MOST = 0.6
"""Share of the labels of a table that have a partner, from which on it is bilingual."""
FEWEST = 3
FOREIGN = 0.2
"""Share of Japanese labels up to which a column is still an English one."""
UNIT_HEAD_RE = re.compile(r"[(（]?(?:単位|[Uu]nits?)[)）]?")
"""The head of a column of units, which has no labels."""


def language_of(text: str) -> Language | None:
    """The language of the words of a label; None where it has none, or letters of codes and units alone."""
    if JAPANESE_RE.search(text):
        return Language.JA
    return Language.EN if ENGLISH_RE.search(text) else None


def halves(text: str) -> tuple[str, str] | None:
    """The Japanese and the English half of a text; None for a text that has no two.

    >>> halves("売上高 Net sales"), halves("Net sales"), halves("Scope 1 排出量")
    (('売上高', 'Net sales'), None, None)
    """
    if not JAPANESE_RE.search(text) or not ENGLISH_RE.search(text):
        return None
    for pattern in (PARTED_RE, CHANGE_RE):
        parts = [part.strip() for part in pattern.split(text) if part.strip()]
        told = [JAPANESE_RE.search(part) is not None for part in parts]
        if len(parts) > 1 and True in told and False in told:
            ja = " ".join(part for part, is_ja in zip(parts, told, strict=True) if is_ja)
            en = " ".join(part for part, is_ja in zip(parts, told, strict=True) if not is_ja)
            if told == sorted(told) or told == sorted(told, reverse=True):
                return (ja, en) if ENGLISH_RE.search(en) else None
    return None


def in_language(text: str, language: Language) -> str:
    """What a text says in a language; empty where it is in the other one alone."""
    both = halves(text)
    if both:
        return both[0] if language is Language.JA else both[1]
    return text if language_of(text) in (language, None) else ""


def _columns(cells: Iterable[GridCell]) -> dict[int, dict[int, str]]:
    """The words of every column by row, without figures."""
    out: dict[int, dict[int, str]] = defaultdict(dict)
    for cell in cells:
        if cell.text.strip() and not is_figure(cell.text):
            out[cell.column][cell.row] = cell.text
    return out


def _body_rows(cells: Sequence[GridCell]) -> set[int]:
    return {cell.row for cell in cells if cell.column and is_figure(cell.text)}


def is_bilingual(cells: Sequence[GridCell]) -> bool:
    """Whether the labels of a table stand there in both languages."""
    body = _body_rows(cells)
    columns = _columns(cells)
    first = columns.get(0, {})
    together = sum(halves(text) is not None for row, text in first.items() if row in body)
    heads = any(halves(text) is not None for row, text in first.items() if row not in body)
    if together >= (1 if heads and together == len(body) else FEWEST) and together >= MOST * len(body):
        return True
    return bool(_pairs(columns, body))


def _pairs(columns: dict[int, dict[int, str]], body: set[int]) -> list[tuple[int, int]]:
    """Columns that say the same: the Japanese one and the English one, first of labels, then of units."""
    labels: dict[Language, list[int]] = {language: [] for language in Language}
    units: dict[Language, list[int]] = {language: [] for language in Language}
    for column, texts in sorted(columns.items()):
        inner = [text for row, text in texts.items() if row in body]
        heads = [text for row, text in texts.items() if row not in body]
        words = [one for one in map(language_of, inner) if one]
        told = {language_of(text) for text in heads if halves(text) is None} - {None}
        # Japanese labels may be names in Latin letters (ROE, Scope 1); English ones are never Japanese.
        most = Language.JA if words.count(Language.JA) > FOREIGN * len(words) else Language.EN
        measured = any(UNIT_HEAD_RE.fullmatch(text.strip()) for text in heads)
        if not measured and most is Language.EN and told == {Language.JA} and "英" not in "".join(heads):
            continue  # codes and names in Latin letters below a Japanese head: Scope1, ISO 14001
        if not measured and len(words) >= MOST * len(body) and _are_enough(words, body, told):
            labels[most].append(column)
        elif len(told) == 1 and len(inner) >= MOST * len(body):
            units[Language.JA if Language.JA in told else Language.EN].append(column)
    found = [*zip(labels[Language.JA], labels[Language.EN], strict=False)]
    if found:
        taken = {column for pair in found for column in pair}
        rest = {language: sorted({*labels[language], *units[language]} - taken) for language in Language}
        found += zip(rest[Language.JA], rest[Language.EN], strict=False)
    return found


def _are_enough(words: Sequence[Language], body: set[int], heads: set[Language | None]) -> bool:
    """Whether so many labels of a column tell its language: of a small table all of them, with its head."""
    return len(words) >= FEWEST or (len(words) == len(body) > 0 and heads == set(words))


def without_other_language(cells: Sequence[GridCell], language: Language) -> Iterator[GridCell]:
    """The cells of a bilingual table as readers of one language take them."""
    pairs = _pairs(_columns(cells), _body_rows(cells))
    out = {pair[language is Language.JA] for pair in pairs}
    kept = sorted({cell.column for cell in cells} - out)
    for cell in cells:
        covered = range(cell.column, cell.column + cell.columns)
        width = sum(column in kept for column in covered)
        text = cell.text if is_figure(cell.text) else in_language(cell.text, language)
        if cell.column in out and width and text:
            yield replace(
                cell,
                column=kept.index(min(each for each in covered if each in kept)),
                columns=width,
                text=text,
            )
        elif cell.column not in out and text:
            yield replace(cell, column=kept.index(cell.column), columns=max(1, width), text=text)


def words_in(cells: Sequence[GridCell], language: Language) -> Iterator[GridCell]:
    """The cells without figures that are in a language, each with its half of what is in both."""
    for cell in cells:
        text = in_language(cell.text, language)
        if text:
            yield replace(cell, text=text)


def has_figures(cells: Sequence[GridCell]) -> bool:
    """Whether figures stand in a block, so that it is more than titles beside each other."""
    return bool(_body_rows(cells))
