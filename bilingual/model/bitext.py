"""Bilingual files of translators' tools: segments that are aligned already."""

from __future__ import annotations

from dataclasses import dataclass

from bilingual.model.origin import SegmentPlace


@dataclass(frozen=True, slots=True)
class BitextSegment:
    """A segment and its translation.

    Attributes:
        ja: the Japanese text, without inline tags, on one line; empty where there is none.
        en: the English text, likewise.
        ja_place: where the file has the Japanese text.
        en_place: where the file has the English text.
        skipped: why the pair is not compared; empty if it is.
    """

    ja: str
    en: str
    ja_place: SegmentPlace
    en_place: SegmentPlace
    skipped: str = ""


@dataclass(frozen=True)
class Bitext:
    """A bilingual file.

    Attributes:
        path: the path as the user gave it.
        segments: all of them, in order of the file; their numbers start from 1.
        encoding: what decoded the file; ``utf-8`` for XML and workbooks.
        sha256: hex digest of the file's bytes.
    """

    path: str
    segments: tuple[BitextSegment, ...]
    encoding: str = "utf-8"
    sha256: str = ""
