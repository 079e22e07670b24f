"""XLIFF to segments: 1.x (``.xlf``, ``.xliff``, and with their own additions ``.sdlxliff``, ``.mqxliff``) and 2.x.

Specifications: OASIS XLIFF 1.2, XLIFF 2.1. A segment is a ``trans-unit`` of version 1, or each of its ``mrk`` of type
``seg`` where the unit is segmented, and a ``segment`` of version 2. Its id is the unit's id, with the segment's id
behind it where the unit holds several; in Studio's files the number that the editor shows. Suggestions
(``alt-trans``, ``matches``) and notes are no segments.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bilingual.containers.inline import inline_text
from bilingual.containers.markup import XML_LANG, child, children, descendants, line_of, local_name, namespace
from bilingual.model.origin import SegmentPlace
from bilingual.readers.bitext.raw import NOT_TO_TRANSLATE, Half, RawSegment

if TYPE_CHECKING:
    from lxml import etree


def xliff_segments(root: etree._Element) -> Iterator[RawSegment]:
    """The segments of an XLIFF file, in order."""
    files = children(root, "file")
    studio = any("sdl.com" in str(uri) for uri in root.nsmap.values())
    version_2 = (
        namespace(root).startswith("urn:oasis:names:tc:xliff:document:2") or root.get("srcLang") is not None
    )
    for file in files:
        prefix = f"{file.get('original') or file.get('id') or ''}#" if len(files) > 1 else ""
        if version_2:
            tags = str(root.get("srcLang") or ""), str(root.get("trgLang") or "")
            yield from _units(file, prefix, tags)
        else:
            tags = str(file.get("source-language") or ""), str(file.get("target-language") or "")
            for unit in descendants(file, "trans-unit"):
                yield from _trans_unit(unit, "" if studio else prefix, tags, studio=studio)


def _trans_unit(
    unit: etree._Element, prefix: str, tags: tuple[str, str], *, studio: bool
) -> Iterator[RawSegment]:
    source, target = child(unit, "source"), child(unit, "target")
    skipped = NOT_TO_TRANSLATE if _is_locked(unit) else ""
    name = f"{prefix}{unit.get('id') or ''}"
    marks = _marks(child(unit, "seg-source"))
    translations = dict(_marks(target))
    if not marks or (target is not None and not translations and inline_text(target)):
        yield _segment(name, source, target, tags, skipped)
        return
    for mid, mark in marks:
        number = mid if studio else f"{name}/{mid}" if len(marks) > 1 else name
        yield _segment(number, mark, translations.get(mid), tags, skipped)


def _marks(element: etree._Element | None) -> list[tuple[str, etree._Element]]:
    if element is None:
        return []
    return [
        (str(mark.get("mid") or ""), mark)
        for mark in descendants(element, "mrk")
        if mark.get("mtype") == "seg"
    ]


def _is_locked(unit: etree._Element) -> bool:
    """Whether the unit or a group around it says ``translate="no"``; the nearest word counts."""
    at: etree._Element | None = unit
    while at is not None:
        word = at.get("translate")
        if word is not None:
            return word == "no"
        at = at.getparent()
    return False


def _units(file: etree._Element, prefix: str, tags: tuple[str, str]) -> Iterator[RawSegment]:
    for unit in descendants(file, "unit"):
        segments = children(unit, "segment")
        skipped = NOT_TO_TRANSLATE if _is_locked(unit) else ""
        for number, segment in enumerate(segments, start=1):
            name = f"{prefix}{unit.get('id') or ''}"
            if len(segments) > 1:
                name += f"/{segment.get('id') or number}"
            yield _segment(name, child(segment, "source"), child(segment, "target"), tags, skipped)


def _segment(
    name: str,
    source: etree._Element | None,
    target: etree._Element | None,
    tags: tuple[str, str],
    skipped: str,
) -> RawSegment:
    halves = []
    line = line_of(source) if source is not None else 0
    for element, tag in zip((source, target), tags, strict=True):
        own = str(element.get(XML_LANG) or "") if element is not None else ""
        if not own and element is not None and local_name(element) == "mrk":
            own = next(
                (str(e.get(XML_LANG)) for e in element.iterancestors("{*}target") if e.get(XML_LANG)), ""
            )
        at = (line_of(element) if element is not None else 0) or line
        halves.append(Half(inline_text(element), own or tag, SegmentPlace(name, at)))
    return RawSegment(halves[0], halves[1], skipped)
