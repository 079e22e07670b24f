"""Glossary files to termbase; company files override general ones."""

from __future__ import annotations

import os
from collections.abc import Container, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from bilingual.errors import BilingualError
from bilingual.glossary.csv_format import load_csv
from bilingual.glossary.keys import japanese_term_key
from bilingual.model.document import Language
from bilingual.model.termbase import Concept, GlossaryFile, Termbase

__all__ = ["combine", "data_folder", "load", "load_default"]

PACKAGED = ("general.csv", "supplement.csv", "network.csv")


def load(paths: Sequence[str | os.PathLike[str]]) -> Termbase:
    """Load glossary files of a company; later files win over earlier ones.

    Raises:
        GlossaryError: a file that is missing or has a broken line.
    """
    termbase = Termbase()
    for layer, path in enumerate(paths, start=1):
        concepts, file = load_csv(Path(path), layer)
        termbase = combine(termbase, Termbase(concepts, (file,)))
    return termbase


@lru_cache(maxsize=1)
def load_default() -> Termbase:
    """Load the packaged glossaries, all of them general."""
    folder = data_folder()
    concepts: dict[str, Concept] = {}
    files: list[GlossaryFile] = []
    for name in PACKAGED:
        found, file = load_csv(folder / name, 0)
        concepts.update((concept.id, concept) for concept in found)
        # The name, not where this machine keeps it: a report reads the same everywhere.
        files.append(GlossaryFile(f"glossaries/{name}", file.sha256))
    return Termbase(tuple(concepts.values()), tuple(files))


def data_folder() -> Path:
    """Where the packaged glossaries are: inside the wheel, or beside the package in a checkout."""
    package = Path(__file__).parent.parent
    for folder in (package / "_glossaries", package.parent / "glossaries"):
        if folder.is_dir():
            return folder
    raise BilingualError("the packaged glossaries are missing; install bilingual again")


def combine(base: Termbase, *more: Termbase) -> Termbase:
    """Lay termbases over one another.

    A Japanese term of a higher layer belongs to that layer alone: the concepts below lose it, and with it all
    their terms if it is the preferred one or the last they have.
    """
    concepts, files = list(base.concepts), list(base.files)
    for layer in more:
        taken = {
            japanese_term_key(term.text) for each in layer.concepts for term in each.in_language(Language.JA)
        }
        names = {concept.id for concept in layer.concepts}
        below = [_without(concept, taken) for concept in concepts if concept.id not in names]
        concepts = [*(concept for concept in below if concept is not None), *layer.concepts]
        files.extend(layer.files)
    return Termbase(tuple(concepts), tuple(files))


def _without(concept: Concept, taken: Container[str]) -> Concept | None:
    """A concept without the Japanese terms that a higher layer has taken; None if nothing is left to it."""
    hidden = [term for term in concept.in_language(Language.JA) if japanese_term_key(term.text) in taken]
    if not hidden:
        return concept
    terms = tuple(term for term in concept.terms if term not in hidden)
    if concept.in_language(Language.JA)[0] in hidden or not any(t.language is Language.JA for t in terms):
        return None
    return replace(concept, terms=terms)
