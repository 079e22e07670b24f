"""One Japanese word in several spellings: サーバー and サーバ, ダイヤルアップ and ダイアルアップ."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from bilingual.glossary.keys import japanese_key, japanese_term_key
from bilingual.model.alignment import Side
from bilingual.model.document import Span

KATAKANA_RE = re.compile(r"[ァ-ヺ][ァ-ヺー]{2,}")
"""A loan word; a middle dot parts two of them."""
NAME_BEFORE_RE = re.compile(r"(?:株式会社|有限会社|合同会社|\(株\)|\(有\)|[「『“\"])\s*[ァ-ヺー・A-Za-z\s]*$")
NAME_AFTER_RE = re.compile(r"^[ァ-ヺー・A-Za-z\s]*\s*(?:株式会社|有限会社|合同会社|\(株\)|\(有\)|[」』”\"])")
"""Legal names and quoted names are spelled as their owner spells them."""
BESIDE = 40
LONG = 4
"""Letters of a key, without long vowels, that make a word recognisable inside another one."""


class SpelledWord(NamedTuple):
    """A word as it is spelled at a place."""

    text: str
    span: Span
    line: int


def spelling_groups(side: Side) -> list[Mapping[str, list[SpelledWord]]]:
    """Words that a Japanese side spells in more than one way: for each, the places by spelling, the commonest first."""
    runs = list(_runs(side))
    groups: dict[str, dict[str, list[SpelledWord]]] = defaultdict(lambda: defaultdict(list))
    texts = sorted({run.text for run in runs})
    whole = sorted({key for text in texts if len(key := japanese_term_key(text)) >= LONG})
    finder = AhoCorasick(whole)
    parts = {text: _parts(text, finder, whole) for text in texts}
    for run in runs:
        for key, text in parts[run.text]:
            groups[key][text].append(run._replace(text=text))
    several = {key: spellings for key, spellings in groups.items() if len(spellings) > 1}
    return [
        dict(sorted(spellings.items(), key=lambda item: (-len(item[1]), item[1][0].span)))
        for key, spellings in several.items()
        if not _is_explained(key, several)
    ]


def _runs(side: Side) -> Iterator[SpelledWord]:
    for reading in side.readings:
        content = reading.segment.content
        for text, start in _words(content.text):
            span = content.span(start, start + len(text))
            yield SpelledWord(text, span, side.document.line_number(span.start))
    for table in side.tables:
        for row in table.rows:
            if row.label_span is not None:
                for text, _ in _words(row.label):
                    yield SpelledWord(text, row.label_span, row.line)


def _words(text: str) -> Iterator[tuple[str, int]]:
    for match in KATAKANA_RE.finditer(text):
        before, after = text[max(0, match.start() - BESIDE) : match.start()], text[match.end() :][:BESIDE]
        if not (NAME_BEFORE_RE.search(before) or NAME_AFTER_RE.search(after)):
            yield match.group(), match.start()


def _parts(text: str, finder: AhoCorasick, whole: Sequence[str]) -> list[tuple[str, str]]:
    """A run of kana, and the words in it that stand alone elsewhere, with their keys.

    >>> _parts("データセンターサービス", AhoCorasick(["デタセンタ"]), ["デタセンタ"])
    [('デタセンタサビス', 'データセンターサービス'), ('デタセンタ', 'データセンター')]
    """
    key, offsets = japanese_key(text)
    found = {key: text}
    for number, start, end in finder.find_matches_as_indexes(key, overlapping=True):
        part = text[offsets[start] : offsets[end] if end < len(key) else len(text)]
        found.setdefault(whole[number], part)
    return list(found.items())


def _is_explained(key: str, several: Iterable[str]) -> bool:
    """Whether a shorter word in the same word is spelled in several ways, too: that one is told."""
    return any(other != key and other in key for other in several)
