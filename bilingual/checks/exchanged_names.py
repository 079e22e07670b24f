"""Figures of a sentence under each other's name, the names as paired rows of the document teach them: 食品小売で2.9%, 専門店で4.1%."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from bilingual.checks.examination import Examination
from bilingual.model.alignment import FigurePair, Pair, PairKind, SegmentReading
from bilingual.model.document import Language
from bilingual.model.figure import Figure
from bilingual.text.normalize import fold

_KINDS = frozenset({PairKind.PROSE, PairKind.NOTE})
FEWEST_CELLS = 2
"""Cells of a row that agree before its labels are taken for renderings of each other."""
LENGTHS = {Language.JA: (2, 24), Language.EN: (3, 60)}
_NAME_RE = {
    Language.JA: re.compile("(?!その他|合計|小計|計\\Z|[前当同]期)[^\\d()]*[\u3041-\u9fff][^\\d()]*"),
    Language.EN: re.compile(r"(?!(?:Total|Others?|Subtotal)\b)[A-Z][^\d()]*"),
}
_MARK_RE = re.compile(r"(?<=[^\W\d_])\d\Z|[*※†★]+\Z")
_BEHIND_RE = re.compile(r"\)?,? (?:in|for|at|from|of) (?:the |our )?")
"""Between a figure and the name that it is of: 2.9% in Food Retail."""
_BEFORE_RE = {
    Language.JA: re.compile(r"(?:事業|部門|セグメント)?(?:で|は|が|の|に|において)?[、,]?[^\d。、]{0,10}"),
    Language.EN: re.compile(r"[^\d.;,]{0,24}"),
}
"""Between a name and the figure of it."""
_Names = Mapping[Language, Mapping[str, int]]


def exchanged_under_names(exam: Examination) -> Iterator[tuple[FigurePair, FigurePair]]:
    """Yield two figures that agree, each of which has in English the name that the other one has in Japanese."""
    names = exam.once(_names)
    if not names[Language.JA]:
        return
    for pair in exam.pairs:
        if pair.kind in _KINDS and len(pair.figures) > 1:
            yield from _of_pair(pair, names)


def _of_pair(pair: Pair, names: _Names) -> Iterator[tuple[FigurePair, FigurePair]]:
    agreeing = [both for both in pair.figures if both.agrees and both.ja.value is not None]
    mine = _named(pair.ja_readings, Language.JA, names)
    theirs = _named(pair.en_readings, Language.EN, names) if mine else {}
    known = [
        (both, mine[id(both.ja)], theirs[id(both.en)])
        for both in agreeing
        if id(both.ja) in mine and id(both.en) in theirs
    ]
    for (one, ja, en), (other, ja_other, en_other) in combinations(known, 2):
        alike = (
            one.ja.kind is other.ja.kind and one.ja.unit == other.ja.unit and one.ja.value != other.ja.value
        )
        if alike and ja != ja_other and (ja, ja_other) == (en_other, en):
            yield one, other


def _names(exam: Examination) -> dict[Language, dict[str, int]]:
    """The labels of rows that agree in their cells, each with one rendering in the whole document, by number."""
    met: dict[tuple[str, str], int] = defaultdict(int)
    for pair in exam.row_pairs():
        if pair.ja_row is None or pair.en_row is None or not all(both.agrees for both in pair.figures):
            continue
        ja, en = (_MARK_RE.sub("", fold(row.label)).strip() for row in (pair.ja_row, pair.en_row))
        if _is_name(ja, Language.JA) and _is_name(en, Language.EN):
            met[ja, en] += len(pair.figures)
    sure = [both for both, cells in met.items() if cells >= FEWEST_CELLS]
    single = [
        (ja, en)
        for ja, en in sure
        if sum(ja == one for one, _ in met) == sum(en == other for _, other in met) == 1
    ]
    return {
        Language.JA: {ja: number for number, (ja, _) in enumerate(single)},
        Language.EN: {en.casefold(): number for number, (_, en) in enumerate(single)},
    }


def _is_name(label: str, language: Language) -> bool:
    low, high = LENGTHS[language]
    return low <= len(label) <= high and _NAME_RE[language].fullmatch(label) is not None


def _named(readings: Sequence[SegmentReading], language: Language, names: _Names) -> dict[int, int]:
    """The number of the name that each figure has at once before or behind it, by the identity of the figure."""
    found: dict[int, int] = {}
    for reading in readings:
        content = reading.segment.content
        text = content.text if language is Language.JA else content.text.casefold()
        places = _places(text, names[language])
        for figure in reading.figures if places else ():
            name = _name_of(
                figure, content.index(figure.span.start), content.index(figure.span.end), text, places
            )
            if name is not None:
                found[id(figure)] = name
    return found


def _places(text: str, names: Mapping[str, int]) -> list[tuple[int, int, int]]:
    """Start, end and number of the names in a text, no one within another."""
    found: list[tuple[int, int, int]] = []
    for name in sorted((name for name in names if name in text), key=len, reverse=True):
        for match in re.finditer(re.escape(name), text):
            if not any(start < match.end() and match.start() < end for start, end, _ in found):
                found.append((match.start(), match.end(), names[name]))
    return sorted(found)


def _name_of(
    figure: Figure, start: int, end: int, text: str, places: Sequence[tuple[int, int, int]]
) -> int | None:
    if figure.language is Language.EN:
        behind = _BEHIND_RE.match(text, end)
        after = next((name for at, _, name in places if behind and at == behind.end()), None)
        if after is not None:
            return after
    before = [(past, name) for _, past, name in places if past <= start]
    if not before:
        return None
    past, name = max(before)
    return name if _BEFORE_RE[figure.language].fullmatch(text, past, start) else None
