"""Glossary files to termbase; company files override general ones."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from bilingual.errors import BilingualError
from bilingual.glossary.csv_format import load_csv
from bilingual.model.document import Language
from bilingual.model.termbase import Concept, Termbase

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
    """Load the packaged glossaries."""
    folder = data_folder()
    loaded = [load_csv(folder / name, 0) for name in PACKAGED]
    concepts: dict[str, Concept] = {}
    for found, _ in loaded:
        concepts.update((concept.id, concept) for concept in found)
    files = tuple(file for _, file in loaded)
    return Termbase(
        tuple(concepts.values()),
        tuple(type(file)(f"glossaries/{Path(file.path).name}", file.sha256) for file in files),
    )


def data_folder() -> Path:
    """Where the packaged glossaries are: inside the wheel, or beside the package in a checkout."""
    package = Path(__file__).parent.parent
    for folder in (package / "_glossaries", package.parent / "glossaries"):
        if folder.is_dir():
            return folder
    raise BilingualError("the packaged glossaries are missing; install bilingual again")


def combine(base: Termbase, *more: Termbase) -> Termbase:
    """Lay termbases over one another.

    A concept of a higher layer hides the concepts below it that share its preferred Japanese term.
    """
    concepts, files = list(base.concepts), list(base.files)
    for layer in more:
        hidden = {concept.in_language(Language.JA)[0].text for concept in layer.concepts}
        concepts = [
            concept
            for concept in concepts
            if not any(term.text in hidden for term in concept.in_language(Language.JA)[:1])
        ]
        concepts.extend(layer.concepts)
        files.extend(layer.files)
    return Termbase(tuple(concepts), tuple(files))
