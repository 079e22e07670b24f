"""TMX to segments. Specification: TMX 1.4b (LISA OSCAR, 2005).

A unit gives one segment: its first Japanese and its first English variant. The id is ``tuid``, else the number.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bilingual.containers.inline import inline_text
from bilingual.containers.markup import XML_LANG, child, children, descendants, line_of
from bilingual.containers.tags import language_of_tag
from bilingual.model.document import Language
from bilingual.model.origin import SegmentPlace
from bilingual.readers.bitext.raw import FOREIGN, Half, RawSegment

if TYPE_CHECKING:
    from lxml import etree


def tmx_segments(root: etree._Element) -> Iterator[RawSegment]:
    """The segments of a TMX file, in order."""
    for number, unit in enumerate(descendants(root, "tu"), start=1):
        name = str(unit.get("tuid") or number)
        found: dict[Language, Half] = {}
        first: list[Half] = []
        for variant in children(unit, "tuv"):
            tag = str(variant.get(XML_LANG) or variant.get("lang") or "")
            place = SegmentPlace(name, line_of(variant))
            half = Half(inline_text(child(variant, "seg")), tag, place)
            first.append(half)
            language = language_of_tag(tag)
            if language is not None:
                found.setdefault(language, half)
        if len(found) == len(Language):
            yield RawSegment(found[Language.JA], found[Language.EN])
        else:
            empty = Half("", "", SegmentPlace(name, line_of(unit)))
            first += [empty, empty]
            yield RawSegment(first[0], first[1], FOREIGN)
