"""Glossary terms kept whole in a list of tokens."""

from __future__ import annotations

from collections.abc import Sequence

from bilingual.model.segment import Token
from bilingual.model.termbase import Occurrence


def with_terms(tokens: Sequence[Token], text: str, occurrences: Sequence[Occurrence]) -> list[Token]:
    """Replace the tokens inside every occurrence by one token; tokens that stick out are cut."""
    if not occurrences:
        return list(tokens)
    kept: list[Token] = []
    terms = iter(sorted(occurrences, key=lambda found: found.start))
    term = next(terms, None)
    for token in tokens:
        start = token.start
        while term is not None and term.start < token.end:
            if start < term.start:
                kept.append(_part(token, text, start, term.start))
            if not kept or kept[-1].start != term.start or not kept[-1].term:
                surface = text[term.start : term.end]
                kept.append(Token(surface, term.start, term.end, "term", surface, term.concepts[0]))
            start = term.end
            if term.end > token.end:
                break
            term = next(terms, None)
        if start < token.end:
            kept.append(token if start == token.start else _part(token, text, start, token.end))
    return kept


def _part(token: Token, text: str, start: int, end: int) -> Token:
    return Token(text[start:end], start, end, token.part_of_speech, text[start:end])
