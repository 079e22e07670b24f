"""Cells of glossary files: nothing that we write is live in a spreadsheet, and nothing is lost by that.

Spreadsheet programs take a cell that begins with ``=``, ``+``, ``-`` or ``@`` (half or full width), a tab or a
carriage return for a formula. We write such a cell with an apostrophe before it, as the programs themselves do for
"this is text"; the reader takes one apostrophe off again where such a character follows. A cell that begins with
apostrophes already gets one more, so that every text comes back as it was.
"""

from __future__ import annotations

import re

LIVE_RE = re.compile("'*[=+@\\-\t\r＝＋＠－]")
"""The start of a cell that has to be guarded."""
GUARDED_RE = re.compile("''*[=+@\\-\t\r＝＋＠－]")
BARE_RE = re.compile("[=+@\\-\t\r＝＋＠－]")


def guarded(text: str) -> str:
    """A cell that no spreadsheet runs.

    >>> [guarded(cell) for cell in ("=1+1", "'=1+1", "営業利益", "-")]
    ["'=1+1", "''=1+1", '営業利益', "'-"]
    """
    return f"'{text}" if LIVE_RE.match(text) else text


def unguarded(cell: str) -> str:
    """The text of a cell, guarded or not.

    >>> [unguarded(cell) for cell in ("'=1+1", "=1+1", "'99")]
    ['=1+1', '=1+1', "'99"]
    """
    return cell[1:] if cell[:1] == "'" and GUARDED_RE.match(cell) else cell


def is_live(cell: str) -> bool:
    """Whether a spreadsheet would take a cell for a formula."""
    return bool(BARE_RE.match(cell))
