"""Styles of a Word file: what a paragraph or run takes from the style that it names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bilingual.containers.markup import child, children

if TYPE_CHECKING:
    from lxml import etree

OFF = ("0", "false", "off", "none")


def value(element: etree._Element | None, name: str = "val") -> str:
    """An attribute of an element by its local name; empty where there is none.

    >>> from lxml import etree
    >>> value(etree.fromstring('<w:b xmlns:w="urn:w" w:val="5"/>'))
    '5'
    """
    if element is None:
        return ""
    return next(
        (str(each) for key, each in element.attrib.items() if str(key).rpartition("}")[2] == name), ""
    )


def within(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The first child of a name, its first child of the next name, and so on; None where one is missing."""
    for name in names:
        if element is None:
            return None
        element = child(element, name)
    return element


def switched_on(properties: etree._Element | None, name: str) -> bool | None:
    """Whether a property is on; None where nothing is said of it."""
    found = within(properties, name)
    return None if found is None else value(found).lower() not in OFF


class Styles:
    """The styles of a document, each with what it is based on."""

    def __init__(self, root: etree._Element | None) -> None:
        """Index the styles by their ids."""
        self._styles: dict[str, etree._Element] = {}
        self._defaults: dict[str, str] = {}
        for style in children(root, "style") if root is not None else ():
            name = value(style, "styleId")
            self._styles[name] = style
            if value(style, "default") in ("1", "true"):
                self._defaults[value(style, "type")] = name

    def _chain(self, name: str, kind: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        name = name or self._defaults.get(kind, "")
        while name in self._styles and name not in seen:
            seen.add(name)
            style = self._styles[name]
            yield style
            name = value(child(style, "basedOn"))

    def name(self, style: str) -> str:
        """The name of a paragraph style in small letters (``heading 1``, ``toc 2``)."""
        found = self._styles.get(style)
        return value(child(found, "name")).lower() if found is not None else style.lower()

    def numbering(self, style: str) -> tuple[str, int] | None:
        """The list and level that a paragraph style numbers by."""
        level: int | None = None
        for each in self._chain(style, "paragraph"):
            found = within(each, "pPr", "numPr")
            if level is None and (given := value(within(found, "ilvl"))).isdigit():
                level = int(given)
            if number := value(within(found, "numId")):
                return number, level or 0
        return None

    def is_heading(self, style: str) -> bool:
        """Whether a paragraph style has a level of the outline."""
        for each in self._chain(style, "paragraph"):
            outline = value(within(each, "pPr", "outlineLvl"))
            if outline.isdigit():
                return int(outline) < 9
        return self.name(style) in ("title", "subtitle")

    def hides(self, style: str, kind: str) -> bool:
        """Whether text in a style is hidden."""
        for each in self._chain(style, kind):
            said = switched_on(child(each, "rPr"), "vanish")
            if said is not None:
                return said
        return False

    def raises(self, style: str) -> bool:
        """Whether text in a character style is raised."""
        for each in self._chain(style, "character"):
            said = value(within(each, "rPr", "vertAlign"))
            if said:
                return said == "superscript"
        return False


def paragraph_style(paragraph: etree._Element) -> str:
    """The id of the style that a paragraph names."""
    return value(within(paragraph, "pPr", "pStyle"))
