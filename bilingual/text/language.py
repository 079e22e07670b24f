"""Which language is a line written in?

Each line votes by the share of kana, kanji and Latin letters; a dynamic program over the lines (Viterbi 1967)
then finds the runs of language that explain the votes best. A switch costs something everywhere, less where a
block of text begins, so that English labels in a Japanese table and a Japanese name on an English page stay
with their surroundings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bilingual.model.document import Document, Language
from bilingual.model.origin import CellPlace, RunLayout
from bilingual.text.layer import TextLayer

KANA_RE = re.compile("[ぁ-ヶｦ-ﾟ]+")
KANJI_RE = re.compile("[㐀-䶿一-鿿⼀-⿕々〆○●△▲]+")
LATIN_RE = re.compile("[A-Za-z]+")
TAG_RE = re.compile(r"</?\w{1,6}>|https?://\S+|\S+@\S+|www\.\S+")
JAPANESE_CUE_RE = re.compile("抄訳|簡易版|決算短信|年 *[0-9]+ *月 *[0-9]+ *日|株式会社")
ENGLISH_CUE_RE = re.compile(
    r"For Immediate Release|CONTACT IN|For inquiries|^\W*Table \d|\b(?:the|of|and|for)\b", re.I
)
FUNCTION_WORDS_RE = re.compile(
    r"\b(?=[abfiotw])(?:the|of|and|for|to|in|from|by|with|was|were|is|are|on|at)\b"
)
WORD_RE = re.compile(r"[A-Z]?[a-z]{3}")
SPELT = 1.0
"""What a word in small letters counts beside its length: labels of a table may be short (March, Total), abbreviations are in both languages."""
HEAD_RE = re.compile(r"(?=[JUYy%])(?<!\S)(?:JPY|USD|[Yy]en|%)(?: \(\d\))?(?=\s+(?:[A-Z%]|of [A-Z])|\s*$)")
"""A unit that no figure stands beside: two of them and a line holds the heads of columns."""
DEEP = " " * 20
GAP_RE = re.compile(r"\S {3,}\S")
"""Words set apart, right of the labels of a table."""
SWITCH = 6.0
SWITCH_AT_BLOCK = 3.0
SWITCH_AT_CUE = 1.5
SWITCH_AT_SHEET = 0.5


@lru_cache(maxsize=16_384)
def line_vote(line: str) -> float:
    r"""Evidence of one folded line: positive for Japanese, negative for English, in units of about one word.

    >>> line_vote("営業収益合計\t9,528,307") > 3
    True
    >>> line_vote("Total revenues\t9,528,307") < -1
    True
    >>> line_vote("9,528,307")
    0.0
    """
    line = line[:4_000]
    if "<" in line or "@" in line or "/" in line or "www" in line:
        line = TAG_RE.sub(" ", line)
    kana = kanji = 0
    if not line.isascii():
        kana, kanji = _count(KANA_RE, line), _count(KANJI_RE, line)
    latin = _count(LATIN_RE, line)
    japanese = kana * 1.5 + kanji
    if not japanese and not latin:
        return 0.0
    if japanese * (4 if kana else 2) >= latin:
        # Any Japanese sentence holds Latin names; an English one hardly ever holds a fifth of Japanese, but
        # a line with an address or a name holds a few kanji without kana.
        return min(8.0, 1.0 + japanese / 2)
    words = len(FUNCTION_WORDS_RE.findall(line.lower()))
    if japanese:
        return -min(3.0, words + 0.5)
    # Cells of a table (JPY, % of Total Revenues) are English on Japanese pages too.
    weight = 0.35 if "\t" in line or "|" in line or _heads_columns(line) else 1.0
    spelt = SPELT if WORD_RE.search(line) else 0.0
    return -min(8.0, spelt + latin / 12 + words * 1.5) * weight


def _count(runs: re.Pattern[str], line: str) -> int:
    """How many characters stand in runs of a kind."""
    return len("".join(runs.findall(line)))


def _heads_columns(line: str) -> bool:
    if line.startswith(DEEP) and GAP_RE.search(line.strip()):
        return True
    return ("JPY" in line or "%" in line) and len(HEAD_RE.findall(line)) > 1


def line_languages(layer: TextLayer) -> tuple[Language | None, ...]:
    """The language of every line; None for blank lines.

    Lines without words (figures, rules, page numbers) take the language around them.
    """
    lines = [line.text for line in layer.lines]
    votes = [line_vote(line) for line in lines]
    solid = [bool(line.strip()) for line in lines]
    states = _best_runs(lines, votes, solid, _sheet_starts(layer.document))
    return tuple(
        (Language.JA if state else Language.EN) if present else None
        for state, present in zip(states, solid, strict=True)
    )


def _sheet_starts(document: Document) -> frozenset[int]:
    """Indexes of the lines on which a sheet of a workbook begins: every sheet may be in another language."""
    layout = document.layout
    if document.format != "xlsx" or not isinstance(layout, RunLayout):
        return frozenset()
    starts: set[int] = set()
    sheet = ""
    for start, place in zip(layout.starts, layout.places, strict=True):
        if isinstance(place, CellPlace) and place.sheet != sheet:
            sheet = place.sheet
            starts.add(document.line_number(start) - document.first_line)
    return frozenset(starts)


def _best_runs(
    lines: Sequence[str], votes: Sequence[float], solid: Sequence[bool], sheets: frozenset[int] = frozenset()
) -> list[bool]:
    """Viterbi over two states (True is Japanese)."""
    score = {True: 0.0, False: 0.0}
    back: list[dict[bool, bool]] = []
    after_blank = True
    for at, (line, vote, present) in enumerate(zip(lines, votes, solid, strict=True)):
        cost = SWITCH_AT_SHEET if at in sheets else _switch_cost(line, after_blank)
        step: dict[bool, bool] = {}
        new = {}
        for state in (True, False):
            stay, switch = score[state], score[not state] - cost
            # Of two places to switch at, the later: figures without a word end the text above them (from 43.8% to / 44.9%.).
            step[state] = state if stay > switch else not state
            new[state] = max(stay, switch) + (vote if state else -vote)
        score = new
        back.append(step)
        after_blank = not present
    state = score[True] >= score[False]
    states = []
    for step in reversed(back):
        states.append(state)
        state = step[state]
    return states[::-1]


def _switch_cost(line: str, after_blank: bool) -> float:
    if "\t" in line or _heads_columns(line):
        return SWITCH
    if JAPANESE_CUE_RE.search(line[:200]) or ENGLISH_CUE_RE.search(line[:200]):
        return SWITCH_AT_CUE if after_blank else SWITCH_AT_BLOCK
    return SWITCH_AT_BLOCK if after_blank else SWITCH


def language_ranges(
    languages: Sequence[Language | None], first_line: int = 1
) -> dict[Language, tuple[tuple[int, int], ...]]:
    """Inclusive ranges of lines per language; blank lines inside a run belong to it."""
    ranges: dict[Language, list[tuple[int, int]]] = {}
    current: Language | None = None
    start = end = 0
    for number, language in enumerate(languages, start=first_line):
        if language is None:
            continue
        if language is not current:
            if current is not None:
                ranges.setdefault(current, []).append((start, end))
            current, start = language, number
        end = number
    if current is not None:
        ranges.setdefault(current, []).append((start, end))
    return {language: tuple(found) for language, found in ranges.items()}
