"""What the readers of bilingual files hand on before it is known which side is Japanese."""

from __future__ import annotations

from dataclasses import dataclass

from bilingual.model.origin import SegmentPlace

NOT_TO_TRANSLATE = "segments not to be translated"
UNTRANSLATED = "segments without a translation"
FOREIGN = "segments in other languages"


@dataclass(frozen=True, slots=True)
class Half:
    """One side of a segment: its text, the language tag that the file declares (empty if none), its place."""

    text: str
    tag: str
    place: SegmentPlace


@dataclass(frozen=True, slots=True)
class RawSegment:
    """A segment as the file has it; ``skipped`` says why it is not compared, if it is not."""

    source: Half
    target: Half
    skipped: str = ""
