"""XBRL reports to facts: instances and inline XBRL, offline and without their taxonomies.

Names, contexts, units and values are read; no schema or linkbase is fetched, so a fact is known by the name of its
element (XBRL 2.1; Inline XBRL 1.1).
"""

from __future__ import annotations

import os
from pathlib import Path

from bilingual.containers.markup import local_name, parse_xml
from bilingual.errors import InputError
from bilingual.model.facts import TaggedFact
from bilingual.readers.html.parsing import parse_page
from bilingual.readers.sniffing import format_of
from bilingual.readers.xbrl.contexts import read_contexts, read_units
from bilingual.readers.xbrl.inline import inline_facts
from bilingual.readers.xbrl.instance import instance_facts

__all__ = ["inline_facts", "read_contexts", "read_filing", "read_units"]

LARGEST = 200_000_000
"""Bytes of a report: an annual one of a large bank has about thirty million."""


def read_filing(path: str | os.PathLike[str]) -> tuple[TaggedFact, ...]:
    """The numeric facts of an XBRL instance or an inline XBRL page, in order.

    Raises:
        InputError: missing, too large, hostile, or without a fact.
    """
    given = Path(path)
    if not given.is_file():
        raise InputError(f"{given}: there is no such file; check the name")
    if given.stat().st_size > LARGEST:
        raise InputError(f"{given}: the report is over {LARGEST:,} bytes; check that it is the right file")
    data = given.read_bytes()
    if format_of(given) == "html":
        page, _ = parse_page(given, data)
        facts = tuple(fact for _, fact in inline_facts(page))
    else:
        root = parse_xml(given, data)
        if local_name(root) != "xbrl":
            raise InputError(
                f"{given}: this is neither an XBRL instance nor an inline XBRL page; give the .xbrl file or the page of "
                "the filing"
            )
        facts = tuple(instance_facts(root))
    if not facts:
        raise InputError(f"{given}: the report holds no numeric facts; give the file with the statements")
    return facts
