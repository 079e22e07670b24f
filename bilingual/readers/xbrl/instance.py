"""XBRL instances: facts are the children of the root that name a context."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bilingual.containers.markup import line_of, local_name
from bilingual.model.facts import TaggedFact
from bilingual.readers.xbrl.contexts import Context, read_contexts, read_units
from bilingual.readers.xbrl.values import decimals_of, number_of

if TYPE_CHECKING:
    from lxml import etree

NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"


def instance_facts(root: etree._Element) -> Iterator[TaggedFact]:
    """The numeric facts of an instance, in order; those whose text is no number are left out."""
    contexts, units = read_contexts(root), read_units(root)
    for element in root:
        unit = element.get("unitRef")
        if unit is None or not isinstance(element.tag, str):
            continue
        value = number_of(element.text or "")
        if value is None and element.get(NIL) not in ("true", "1"):
            continue
        context = contexts.get(element.get("contextRef") or "", Context())
        yield TaggedFact(
            local_name(element),
            value,
            units.get(unit, unit),
            decimals_of(element.get("decimals")),
            0,
            context.start,
            context.end,
            context.members,
            line_of(element),
        )
