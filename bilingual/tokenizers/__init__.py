"""Words of Japanese and English text, with offsets; glossary terms and numbers stay whole.

Importing this package loads no dictionary: the Japanese one is opened by the first text.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from bilingual.model.document import Language
from bilingual.model.segment import Token
from bilingual.model.termbase import Occurrence
from bilingual.tokenizers import english, japanese

__all__ = ["signature", "tokenize"]

PARTS = ("fugashi", "unidic-lite")
"""Distributions that decide how Japanese is cut."""

TOKENIZERS = {Language.JA: japanese.tokenize, Language.EN: english.tokenize}


def tokenize(text: str, language: Language, occurrences: Sequence[Occurrence] = ()) -> list[Token]:
    """Cut a text of either language into tokens; glossary occurrences stay whole."""
    return TOKENIZERS[language](text, occurrences)


@cache
def signature() -> str:
    """Name the tokenizer and its dictionary with their versions, without loading them; what is installed is read once."""
    return " ".join(f"{part} {_version(part)}" for part in PARTS)


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "missing"
