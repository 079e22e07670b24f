"""Aligned texts to the files of translation tools: TMX 1.4b, XLIFF 1.2, XLIFF 2.1.

Specifications: TMX 1.4b (LISA OSCAR, 2005); OASIS XLIFF 1.2 (2008) and 2.1 (2018). Japanese is the source. No date and
no name of a person or machine is written: the same units give the same bytes. Characters that XML cannot hold become
U+FFFD.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bilingual import __version__
from bilingual.containers.markup import XML_LANG, XML_SPACE, without_controls, xml_bytes

if TYPE_CHECKING:
    from lxml import etree

TMX_DOCTYPE = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
XLIFF_12 = "urn:oasis:names:tc:xliff:document:1.2"
XLIFF_21 = "urn:oasis:names:tc:xliff:document:2.0"
TOKEN_RE = re.compile(r"[A-Za-z0-9_.:-]+")


@dataclass(frozen=True, slots=True)
class Unit:
    """A pair of texts.

    Attributes:
        id: what names it; unique among the units.
        ja: the Japanese text.
        en: the English text; empty where there is none.
        notes: further fields: (name, text), in order.
    """

    id: str
    ja: str
    en: str
    notes: tuple[tuple[str, str], ...] = ()


def tmx_bytes(units: Iterable[Unit], *, segtype: str = "sentence") -> bytes:
    """A translation memory; further fields are properties of the type ``x-NAME``."""
    from lxml import etree

    root = etree.Element("tmx", version="1.4")
    etree.SubElement(
        root,
        "header",
        {
            "creationtool": "bilingual",
            "creationtoolversion": __version__,
            "segtype": segtype,
            "o-tmf": "bilingual",
            "adminlang": "en",
            "srclang": "ja",
            "datatype": "plaintext",
        },
    )
    body = etree.SubElement(root, "body")
    for unit in units:
        entry = etree.SubElement(body, "tu", tuid=without_controls(unit.id))
        for name, text in unit.notes:
            _texted(etree.SubElement(entry, "prop", type=without_controls(f"x-{name}")), text)
        for language, text in (("ja", unit.ja), ("en", unit.en)):
            if text:
                variant = etree.SubElement(entry, "tuv", {XML_LANG: language})
                _texted(etree.SubElement(variant, "seg"), text)
    return xml_bytes(root, TMX_DOCTYPE)


def xliff_12_bytes(units: Iterable[Unit], original: str) -> bytes:
    """A bilingual document of version 1.2; further fields are notes ``from`` their name."""
    from lxml import etree

    root = etree.fromstring(f'<xliff xmlns="{XLIFF_12}" version="1.2"/>')
    file = _sub(
        root,
        "file",
        {
            "original": without_controls(original),
            "source-language": "ja",
            "target-language": "en",
            "datatype": "plaintext",
        },
    )
    body = _sub(file, "body")
    for unit in units:
        entry = _sub(body, "trans-unit", {"id": without_controls(unit.id), XML_SPACE: "preserve"})
        _texted(_sub(entry, "source"), unit.ja)
        if unit.en:
            _texted(_sub(entry, "target"), unit.en)
        for name, text in unit.notes:
            _texted(_sub(entry, "note", {"from": without_controls(name)}), text)
    return xml_bytes(root)


def xliff_21_bytes(units: Iterable[Unit], original: str) -> bytes:
    """A bilingual document of version 2.1; further fields are notes of the category of their name.

    Ids of units are tokens there: one that is not becomes ``uNUMBER``, and ``name`` keeps it.
    """
    from lxml import etree

    root = etree.fromstring(f'<xliff xmlns="{XLIFF_21}" version="2.1" srcLang="ja" trgLang="en"/>')
    file = _sub(root, "file", {"id": "f1", "original": without_controls(original)})
    taken: set[str] = set()
    for number, unit in enumerate(units, start=1):
        attributes = {"id": unit.id, XML_SPACE: "preserve"}
        if not TOKEN_RE.fullmatch(unit.id) or unit.id in taken:
            attributes = {"id": f"u{number}", "name": without_controls(unit.id), XML_SPACE: "preserve"}
        taken.add(attributes["id"])
        entry = _sub(file, "unit", attributes)
        if unit.notes:
            notes = _sub(entry, "notes")
            for name, text in unit.notes:
                _texted(_sub(notes, "note", {"category": without_controls(name)}), text)
        segment = _sub(entry, "segment")
        _texted(_sub(segment, "source"), unit.ja)
        if unit.en:
            _texted(_sub(segment, "target"), unit.en)
    return xml_bytes(root)


def _sub(parent: etree._Element, name: str, attributes: dict[str, str] | None = None) -> etree._Element:
    from lxml import etree

    return etree.SubElement(parent, f"{str(parent.tag).partition('}')[0]}}}{name}", attributes or {})


def _texted(element: etree._Element, text: str) -> None:
    element.text = without_controls(text)
