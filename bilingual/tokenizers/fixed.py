"""Stretches that no tokenizer may cut: glossary terms, and whatever a language adds to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bilingual.model.segment import Token
from bilingual.model.termbase import Occurrence

TERM = "term"
"""Part of speech of a token that is a whole glossary term."""


class Gap(NamedTuple):
    """A stretch between fixed tokens: half-open offsets."""

    start: int
    end: int


def term_tokens(text: str, occurrences: Sequence[Occurrence]) -> list[Token]:
    """Tokens for glossary occurrences, in order; of overlapping ones the earlier, then the longer stays."""
    tokens: list[Token] = []
    at = 0
    for found in sorted(occurrences, key=lambda each: (each.start, -each.end)):
        surface = text[found.start : found.end]
        if found.start < at or not surface.strip() or len(surface) != found.end - found.start:
            continue
        concept = found.concepts[0] if found.concepts else ""
        tokens.append(Token(surface, found.start, found.end, TERM, found.term or surface, concept))
        at = found.end
    return tokens


def gaps(length: int, fixed: Iterable[Token]) -> Iterator[Gap]:
    """Stretches of a text of ``length`` characters that fixed tokens leave open."""
    at = 0
    for token in fixed:
        if token.start > at:
            yield Gap(at, token.start)
        at = token.end
    if at < length:
        yield Gap(at, length)
