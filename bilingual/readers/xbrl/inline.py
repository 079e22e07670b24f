"""Inline XBRL: figures of a page that are tagged as facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from bilingual.containers.markup import line_of
from bilingual.model.facts import TaggedFact
from bilingual.readers.xbrl.contexts import Context, plain_name, read_contexts, read_units
from bilingual.readers.xbrl.values import decimals_of, number_of, scale_of

if TYPE_CHECKING:
    from lxml import etree

FACT = "nonfraction"


def inline_facts(page: etree._Element) -> Iterator[tuple[etree._Element, TaggedFact]]:
    """The elements of a page that mark a number, each with its fact, in order.

    Args:
        page: the page, or any element of it; contexts and units are looked for in the whole page.
    """
    root = page.getroottree().getroot()
    contexts, units = read_contexts(root), read_units(root)
    for element in page.iter():
        if plain_name(element) == FACT and ":" in str(element.tag):
            fact = _fact(element, contexts, units)
            if fact is not None:
                yield element, fact


def _fact(
    element: etree._Element, contexts: Mapping[str, Context], units: Mapping[str, str]
) -> TaggedFact | None:
    get = {str(name).lower(): str(value) for name, value in element.attrib.items()}
    scale = scale_of(get.get("scale"))
    nil = get.get("xsi:nil") in ("true", "1")
    shown = number_of("".join(map(str, element.itertext())), get.get("format", ""))
    if scale is None or (shown is None and not nil):
        return None
    value = None if shown is None else shown.scaleb(scale) * (-1 if get.get("sign") == "-" else 1)
    context = contexts.get(get.get("contextref", ""), Context())
    return TaggedFact(
        get.get("name", "").rpartition(":")[2],
        value,
        units.get(get.get("unitref", ""), get.get("unitref", "")),
        decimals_of(get.get("decimals")),
        scale,
        context.start,
        context.end,
        context.members,
        line_of(element),
    )
