"""Tagged elements of a page to the spans of their figures in the text that was made of it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bilingual.model.document import Span
from bilingual.model.facts import MarkedFigure, TaggedFact
from bilingual.model.origin import BlockPlace
from bilingual.readers.html.inline import inline_text
from bilingual.readers.html.walking import Walker
from bilingual.readers.xbrl.inline import inline_facts

if TYPE_CHECKING:
    from lxml import etree


def marked_figures(text: str, walker: Walker, body: etree._Element) -> tuple[MarkedFigure, ...]:
    """The tagged figures of a page, in order of place.

    Args:
        text: the text that was made of the page.
        walker: what made it; it knows the places of the tagged elements.
        body: the page.
    """
    if not walker.marked:
        return ()
    facts = {id(element): fact for element, fact in inline_facts(body)}
    wanted: dict[BlockPlace, list[tuple[str, TaggedFact]]] = defaultdict(list)
    for place, element in walker.marked:
        shown = inline_text(element).strip()
        if id(element) in facts and shown:
            wanted[place].append((shown, facts[id(element)]))
    found: list[MarkedFigure] = []
    layout = walker.lines.layout()
    ends = [*layout.starts[1:], len(text)]
    for start, end, where in zip(layout.starts, ends, layout.places, strict=True):
        queue = wanted.get(where) if isinstance(where, BlockPlace) else None
        at = start
        while queue:
            shown, fact = queue[0]
            at = text.find(shown, at, end)
            if at < 0:
                break
            queue.pop(0)
            found.append(MarkedFigure(Span(at, at + len(shown)), fact))
            at += len(shown)
    return tuple(found)
