"""Candidates for a glossary, and the evidence that speaks for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from bilingual.model.document import Language
from bilingual.model.segment import Token

Tokenize: TypeAlias = Callable[[str, Language], Sequence[Token]]
"""Cuts a text into words."""


class CandidateKind(StrEnum):
    """Where the two terms face each other."""

    CAPTION = "caption"
    PROSE = "prose"


class Part(StrEnum):
    """What carries the terms."""

    ROW = "row"
    SECTION = "section"
    TABLE = "table"
    COLUMN = "column"
    TEXT = "text"


class Known(StrEnum):
    """What the glossary says of a pair.

    ``new``: it has neither term. ``same``: it has the pair. ``other``: it has the Japanese term with another
    rendering. ``english``: it has the English term for another Japanese one.
    """

    NEW = "new"
    SAME = "same"
    OTHER = "other"
    ENGLISH = "english"


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place where a Japanese and an English term stand for the same thing.

    Attributes:
        ja: the Japanese term, folded, without note marks.
        en: the English one.
        part: what carries the two.
        ja_document: path of the document that holds the Japanese term.
        en_document: the same for the English term.
        ja_line: its line, from 1.
        en_line: the same for the English term.
        ja_context: the words around it: section path of a caption, sentence of a term in text.
        en_context: the same for the English term.
        weight: how much the place proves: figures that both captions share, a long one counting 1.
    """

    ja: str
    en: str
    part: Part
    ja_document: str
    en_document: str
    ja_line: int
    en_line: int
    ja_context: str
    en_context: str
    weight: float


@dataclass(frozen=True)
class Candidate:
    """A pair of terms with all that was seen of it.

    Attributes:
        ja: the Japanese term as it is printed most often.
        en: the English term as it is printed most often.
        kind: caption or prose.
        score: how good the pair is, from 0 to 1.
        sightings: its places in order of the documents.
        ja_frequency: places of the Japanese term with any rendering.
        en_frequency: places of the English term with any original.
        competing: other English renderings of the Japanese term with their numbers of places.
        competing_ja: other Japanese originals of the English term, likewise.
        known: what the glossary says of the pair.
        concepts: ids of the concepts that hold the pair, or else one of the two terms.
        rejected: a reviewer has turned the pair down before.
    """

    ja: str
    en: str
    kind: CandidateKind
    score: float
    sightings: tuple[Sighting, ...]
    ja_frequency: int
    en_frequency: int
    competing: tuple[tuple[str, int], ...] = ()
    competing_ja: tuple[tuple[str, int], ...] = ()
    known: Known = Known.NEW
    concepts: tuple[str, ...] = ()
    rejected: bool = False

    @property
    def spellings(self) -> tuple[str, ...]:
        """Other printed forms of the two terms: width, case, plural, ヤ for ア."""
        forms = [text for sighting in self.sightings for text in (sighting.ja, sighting.en)]
        return tuple(text for text in dict.fromkeys(forms) if text not in (self.ja, self.en))

    @property
    def frequency(self) -> int:
        """Places of the pair."""
        return len(self.sightings)

    @property
    def documents(self) -> tuple[str, ...]:
        """Japanese documents that hold the pair, each once, in order."""
        return tuple(dict.fromkeys(sighting.ja_document for sighting in self.sightings))

    @property
    def parts(self) -> tuple[Part, ...]:
        """What carries the pair, each once."""
        return tuple(dict.fromkeys(sighting.part for sighting in self.sightings))
