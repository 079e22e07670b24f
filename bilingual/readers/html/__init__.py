"""Web pages (HTML, XHTML, inline XBRL) to documents: what the page shows, block by block.

Nothing is fetched, no script or style runs; what the page hides by its mark-up is left out and said.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bilingual.errors import InputError
from bilingual.model.document import Document
from bilingual.options import Options
from bilingual.readers.html.flat_grids import grid_styles
from bilingual.readers.html.marks import marked_figures
from bilingual.readers.html.parsing import parse_page
from bilingual.readers.html.walking import Walker

MARKUP_FACTOR = 40
"""Bytes of a page per character of its text that are read: an inline XBRL filing has about twenty."""


def read_html(path: Path, options: Options) -> Document:
    """Read a web page.

    Args:
        path: the file.
        options: the limit of its length.

    Raises:
        InputError: too long, empty, or in no known encoding.
    """
    size = path.stat().st_size
    if size > MARKUP_FACTOR * options.max_characters:
        raise InputError(
            f"{path}: {size:,} bytes are over the limit for {options.max_characters:,} characters of text; check that it "
            "is the right file, or raise limits.max_characters in bilingual.toml"
        )
    data = path.read_bytes()
    body, encoding = parse_page(path, data)
    walker = Walker(path, options.max_characters)
    walker.styles = grid_styles(body)
    walker.read(body)
    document = walker.lines.document(path, data, "html", options, walker.remarks())
    return replace(document, encoding=encoding, marked=marked_figures(document.text, walker, body))
