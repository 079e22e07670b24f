"""XML files to elements, and elements to XML: no entity is resolved, nothing is fetched.

A document type declaration is allowed (TMX and TBX of version 2 carry one) and never read; a file that declares
entities is refused before it is parsed, whatever they are for.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bilingual.errors import InputError

if TYPE_CHECKING:
    from lxml import etree

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
ENTITY = "<!ENTITY"
REFERENCE_RE = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z_][\w.-]*;")
"""A reference to an entity that XML itself does not know."""
NOT_XML_RE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 cannot hold, escaped or not."""


def parse_xml(path: Path, data: bytes) -> etree._Element:
    """The root element of an XML file.

    Raises:
        InputError: not well-formed, in a wrong encoding, or with entities of its own.
    """
    from lxml import etree

    _refuse_entities(path, data)
    # Texts over 10 MB (a document that is embedded in its translation) are let through where we can see that no
    # entity is declared; elsewhere the parser's own limits stay.
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=_is_utf8(data),
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _broken(path, error) from None
    _refuse_references(path, root)
    return root


def parse_parts(
    path: Path, data: bytes, names: Sequence[str]
) -> Iterator[tuple[etree._Element, etree._Element | None]]:
    """The root with each element of the names, complete, one after another; first the root with None.

    An element is emptied when the next one is asked for, so that a large file needs little memory.

    Raises:
        InputError: as `parse_xml`, when the place is reached.
    """
    from lxml import etree

    _refuse_entities(path, data)
    try:
        walk = etree.iterparse(
            io.BytesIO(data),
            events=("end",),
            tag=[f"{{*}}{name}" for name in names],
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            dtd_validation=False,
            huge_tree=_is_utf8(data),
            remove_comments=True,
            remove_pis=True,
        )
        root: etree._Element | None = None
        for _, element in walk:
            if root is None:
                root = element.getroottree().getroot()
                yield root, None
            _refuse_references(path, element)
            yield root, element
            element.clear(keep_tail=False)
            while element.getprevious() is not None:
                del element.getparent()[0]
        if root is None:  # no element of the names
            yield walk.root, None
    except etree.XMLSyntaxError as error:
        raise _broken(path, error) from None


def _refuse_entities(path: Path, data: bytes) -> None:
    for encoding in ("ascii", "utf-16-le", "utf-16-be"):
        at = data.find(ENTITY.encode(encoding))
        if at >= 0:
            raise _entities(path, data.count("\n".encode(encoding), 0, at) + 1)
    if b"<!DOCTYPE" in data and b"<![CDATA[" not in data:
        # An external document type may declare entities; in attributes the parser drops them without a word.
        found = REFERENCE_RE.search(data)
        if found:
            raise _entities(path, data.count(b"\n", 0, found.start()) + 1)


def _refuse_references(path: Path, element: etree._Element) -> None:
    from lxml import etree

    for entity in element.iter(etree.Entity):
        raise _entities(path, line_of(entity) or 1)


def _broken(path: Path, error: etree.XMLSyntaxError) -> InputError:
    return InputError(
        f"{path}: line {error.lineno or 1}: expected well-formed XML ({_reason(error)}); export the file again"
    )


def _entities(path: Path, line: int) -> InputError:
    return InputError(
        f"{path}: line {line}: the file uses entities of its own, which are never resolved; "
        "export it without a document type declaration"
    )


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"UTF-7" not in data[:200].upper()


def _reason(error: Exception) -> str:
    return str(error).split("\n")[0].split(", line ")[0].strip().rstrip(".")[:120]


def line_of(element: etree._Element) -> int:
    """The line of the file that an element begins on; 0 where nothing tells."""
    line: object = element.sourceline
    return line if isinstance(line, int) else 0


def inner_text(element: etree._Element) -> str:
    """All text within an element."""
    if len(element) == 0:
        return element.text or ""
    return "".join(map(str, element.itertext()))


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace.

    >>> from lxml import etree
    >>> local_name(etree.fromstring('<a:b xmlns:a="urn:a"/>'))
    'b'
    """
    return str(element.tag).rpartition("}")[2]


def namespace(element: etree._Element) -> str:
    """The namespace of an element, empty if it has none."""
    return str(element.tag).rpartition("}")[0][1:]


def children(element: etree._Element, *names: str) -> list[etree._Element]:
    """Child elements with one of the names, in any namespace."""
    return [child for child in element if local_name(child) in names]


def child(element: etree._Element, name: str) -> etree._Element | None:
    """The first child element of a name, in any namespace."""
    return next(iter(children(element, name)), None)


def descendants(element: etree._Element, *names: str) -> list[etree._Element]:
    """All elements below with one of the names, in any namespace, in order."""
    return [each for each in element.iter() if each is not element and local_name(each) in names]


def has_control(text: str) -> bool:
    """Whether a text holds a character that XML cannot hold."""
    return NOT_XML_RE.search(text) is not None


def without_controls(text: str) -> str:
    """A text with the characters that XML cannot hold replaced by U+FFFD."""
    return NOT_XML_RE.sub("\N{REPLACEMENT CHARACTER}", text)


def xml_bytes(root: etree._Element, doctype: str = "") -> bytes:
    """An XML file in UTF-8, indented where no text is."""
    from lxml import etree

    etree.indent(root, space=" ")
    body = etree.tostring(root, encoding="UTF-8", pretty_print=True)
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n{doctype}' + ("\n" if doctype else "")
    return head.encode() + (body if isinstance(body, bytes) else body.encode())
