"""Japanese words by fugashi and UniDic, with the library's traps fenced off.

Measured with fugashi 1.5: one call with more than about 370,000 characters kills the interpreter; a run of one
character costs quadratic time; NUL ends the text; nodes of an earlier call show features of the later one; there
are no offsets. Text is therefore cut into short stretches, numbers are found first, control characters are
replaced one by one, and everything is copied out of the nodes at once.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Protocol

from bilingual.model.segment import Token
from bilingual.model.termbase import Occurrence
from bilingual.text.characters import CONTROLS
from bilingual.tokenizers.numbers import NUMBER_RE
from bilingual.tokenizers.spans import with_terms

LONGEST_CALL = 4_000
LONGEST_RUN = 200
RUN_RE = re.compile(rf"(\S)\1{{{LONGEST_RUN},}}")
BREAK_RE = re.compile("[。、！？!?,;\\s]")
PLAIN = {**{ord(control): " " for control in CONTROLS}, ord("\r"): " ", ord("\v"): " "}
_local = threading.local()


class _Node(Protocol):
    surface: str
    white_space: str
    feature_raw: str


def tokenize(text: str, occurrences: Sequence[Occurrence] = ()) -> list[Token]:
    """Cut Japanese text into words.

    Args:
        text: the text; offsets of the tokens are into it.
        occurrences: glossary terms found in it, each kept as one token.

    Returns:
        Tokens in order that cover everything but blanks; numbers are whole.
    """
    tokens: list[Token] = []
    at = 0
    plain = text.translate(PLAIN)
    for match in (*NUMBER_RE.finditer(plain), None):
        start, end = match.span() if match else (len(plain), len(plain))
        for first, last in _stretches(plain, at, start):
            tokens.extend(_words(plain[first:last], text, first))
        if match:
            tokens.append(Token(text[start:end], start, end, "数詞", match.group()))
        at = end
    return with_terms(tokens, text, occurrences)


def _stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a stretch at line ends, long runs and, where need be, after a mark."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop + 1
        if stop - start > LONGEST_CALL:
            window = start + LONGEST_CALL
            breaks = [match.end() for match in BREAK_RE.finditer(text, window - 500, window)]
            stop = breaks[-1] if breaks else window
        run = RUN_RE.search(text, start, stop)
        if run:
            if run.start() > start:
                stop = run.start()
            else:
                stop = min(run.start() + LONGEST_RUN, run.end())
        yield start, stop
        start = stop


def _words(stretch: str, text: str, offset: int) -> Iterator[Token]:
    if not stretch.strip():
        return
    at = offset
    for node in _tagger()(stretch):
        at += len(node.white_space)
        end = at + len(node.surface)
        part_of_speech, lemma = _features(node.feature_raw)
        yield Token(text[at:end], at, end, part_of_speech, lemma or text[at:end])
        at = end


@lru_cache(maxsize=50_000)
def _features(raw: str) -> tuple[str, str]:
    """Word class and lemma of a UniDic 2.1 feature line (fields 1 and 8)."""
    fields = raw.split(",")
    lemma = fields[7] if len(fields) > 7 and fields[7] != "*" else ""
    return fields[0], lemma


class _Tagger(Protocol):
    def __call__(self, text: str) -> Sequence[_Node]: ...


def _tagger() -> _Tagger:
    """One tagger per thread: its nodes live in the tagger and are overwritten by the next call."""
    tagger: _Tagger | None = getattr(_local, "tagger", None)
    if tagger is None:
        import fugashi

        tagger = fugashi.Tagger()
        _local.tagger = tagger
    return tagger
