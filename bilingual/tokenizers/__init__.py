"""Text to words, one module per language; importing this loads no dictionary."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version

from bilingual.model.document import Language
from bilingual.model.segment import Token
from bilingual.model.termbase import Occurrence

__all__ = ["signature", "tokenize"]


def tokenize(text: str, language: Language, occurrences: Sequence[Occurrence] = ()) -> list[Token]:
    """Cut text into words by the tokenizer of its language."""
    if language is Language.JA:
        from bilingual.tokenizers import japanese

        return japanese.tokenize(text, occurrences)
    from bilingual.tokenizers import english

    return english.tokenize(text, occurrences)


def signature() -> str:
    """The tokenizer and its dictionary with their versions, for the report."""
    return " ".join(f"{name} {_version(name)}" for name in ("fugashi", "unidic-lite"))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"
