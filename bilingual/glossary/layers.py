"""Layers of termbases: base, industry, company, document; the nearest wins. Which layer gave what, and what it hides."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bilingual.glossary import combine, load_default, read_glossary
from bilingual.glossary.keys import english_key, japanese_term_key
from bilingual.model.document import Language
from bilingual.model.termbase import Concept, Termbase


class Entry(NamedTuple):
    """A concept in one layer.

    Attributes:
        concept: as that layer has it.
        layer: its number; 0 is the base.
        kept: its Japanese terms that count in the end.
        hides: what of lower layers it hides: the concept there, its Japanese terms, and whether all of it is hidden.
        hidden_by: concepts of higher layers that hide terms of this one.
    """

    concept: Concept
    layer: int
    kept: tuple[str, ...]
    hides: tuple[tuple[Concept, tuple[str, ...], bool], ...]
    hidden_by: tuple[Concept, ...]


def layers_of(paths: Sequence[str | os.PathLike[str]], *, base: bool = True) -> list[Termbase]:
    """The base and each file as a layer of its own, the base first, the nearest last.

    Raises:
        GlossaryError: a file that is missing or has a broken line.
    """
    layers = [load_default()] if base else []
    for layer, path in enumerate(paths, start=1):
        concepts, file = read_glossary(Path(path), layer)
        layers.append(Termbase(concepts, (file,)))
    return layers


def trace(layers: Sequence[Termbase], name: str) -> list[Entry]:
    """The concepts of an id (or else of a term) in every layer, the nearest first."""
    everything = [concept for termbase in layers for concept in termbase.concepts]
    names = {name} if any(concept.id == name for concept in everything) else _named(everything, name)
    return [
        _entry(layers, at, concept)
        for at in reversed(range(len(layers)))
        for concept in layers[at].concepts
        if concept.id in names
    ]


def _named(concepts: Sequence[Concept], words: str) -> set[str]:
    """Ids of the concepts that a whole term names, in either language."""
    japanese, english = japanese_term_key(words), english_key(words)
    return {
        concept.id
        for concept in concepts
        for term in concept.terms
        if (term.language is Language.JA and japanese and japanese_term_key(term.text) == japanese)
        or (term.language is Language.EN and english and english_key(term.text) == english)
    }


def _entry(layers: Sequence[Termbase], at: int, concept: Concept) -> Entry:
    final = combine(*layers[at:]) if at + 1 < len(layers) else None
    if final is None:
        kept = concept.in_language(Language.JA)
    else:
        survivor = final.by_id.get(concept.id)
        kept = survivor.in_language(Language.JA) if survivor and survivor.layer == concept.layer else ()
    return Entry(
        concept,
        at,
        tuple(term.text for term in kept),
        tuple(
            hidden for below in layers[:at] for other in below.concepts if (hidden := _hidden(other, concept))
        ),
        tuple(other for above in layers[at + 1 :] for other in above.concepts if _hidden(concept, other)),
    )


def _hidden(lower: Concept, upper: Concept) -> tuple[Concept, tuple[str, ...], bool] | None:
    """What of a lower concept an upper one hides: all of it if it has the same id or takes the preferred term."""
    japanese = lower.in_language(Language.JA)
    taken = {japanese_term_key(term.text) for term in upper.in_language(Language.JA)}
    terms = tuple(term.text for term in japanese if japanese_term_key(term.text) in taken)
    if lower.id == upper.id:
        return lower, tuple(term.text for term in japanese), True
    if not terms:
        return None
    return lower, terms, terms[0] == japanese[0].text or len(terms) == len(japanese)
