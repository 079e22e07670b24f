"""The bytes of a page to its body element."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from bilingual.containers.delimited import decode_file
from bilingual.errors import InputError
from bilingual.text.encodings import MARKS

if TYPE_CHECKING:
    from lxml import etree

CHARSET_RE = re.compile(rb"(?:charset\s*=|<\?xml[^>]*encoding\s*=)\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
HEAD = 4_096
CODECS = {"shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932",
          "ms_kanji": "cp932", "iso-2022-jp": "iso2022_jp_ext", "euc-jp": "euc_jp", "x-euc-jp": "euc_jp"}  # fmt: skip
"""Names that pages give to their encodings, and the codec that reads what browsers read under that name
(WHATWG Encoding Standard: Shift_JIS is Windows-31J)."""


def parse_page(path: Path, data: bytes) -> tuple[etree._Element, str]:
    """The body of a page and the encoding that its bytes are in.

    Raises:
        InputError: no known encoding, or nothing that a parser takes for a page.
    """
    from lxml import etree, html

    text, encoding = _decoded(path, data)
    # A text that declares an encoding of its own is refused by the parser; bytes in UTF-8 are not.
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"{path}: the page cannot be read ({error}); save it again from a browser") from None
    body = root.find("body")
    return (root if body is None else body), encoding


def _decoded(path: Path, data: bytes) -> tuple[str, str]:
    """The page as text: by its mark, else by the encoding it declares, else as other text files."""
    if not data.startswith(tuple(mark for mark, _ in MARKS)):
        declared = CHARSET_RE.search(data[:HEAD])
        if declared:
            name = declared[1].decode("ascii").lower()
            try:
                return data.decode(CODECS.get(name, name)), name
            except (LookupError, UnicodeDecodeError):
                pass  # pages that declare one encoding and hold another are common; the bytes decide
    text, encoding = decode_file(path, data)
    return text.removeprefix("\ufeff"), encoding
