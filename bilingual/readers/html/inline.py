"""Running text of a page: what is shown of an element that stands within a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bilingual.readers.raised import raised

if TYPE_CHECKING:
    from lxml import etree

SILENT = frozenset({
    "script", "style", "template", "head", "title", "meta", "link", "noscript", "iframe", "object",
    "embed", "applet", "svg", "math", "canvas", "audio", "video", "source", "track", "map", "area",
    "select", "option", "optgroup", "datalist", "input", "textarea", "button", "param", "frame",
    "frameset", "rp", "rt", "base", "col", "colgroup", "ix:header", "ix:hidden", "ix:references",
    "ix:resources",
})  # fmt: skip
"""Elements that show no text of the document."""
HIDDEN_RE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def shown(element: etree._Element) -> str:
    """The name of an element that shows text; empty for comments, scripts, styles and what is hidden."""
    name = element.tag if isinstance(element.tag, str) else ""
    return "" if name in SILENT or is_hidden(element) else name


def is_hidden(element: etree._Element) -> bool:
    """Whether the mark-up of an element hides it."""
    if not isinstance(element.tag, str) or element.tag in SILENT:
        return False
    return "hidden" in element.attrib or HIDDEN_RE.search(element.get("style") or "") is not None


def tagged_elements(element: etree._Element) -> list[etree._Element]:
    """The elements at or below an element that mark a number as a fact (Inline XBRL 1.1, section 10)."""
    return [
        each for each in element.iter() if isinstance(each.tag, str) and each.tag.endswith(":nonfraction")
    ]


def inline_text(element: etree._Element) -> str:
    """The text of an element within a line; a forced line end is U+0000.

    Raised digits become superscripts, so that a note mark is not part of the figure before it.
    """
    name = shown(element)
    if not name:
        return ""
    if name == "br":
        return "\x00"
    text = (element.text or "") + "".join(inline_text(child) + (child.tail or "") for child in element)
    return raised(text) if name == "sup" else text
