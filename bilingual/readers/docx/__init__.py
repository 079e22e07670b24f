"""Word files (DOCX) to documents: the final view, block by block.

Tracked changes count as accepted, fields show their last result, numbers of lists are written out, notes stand below the
block that has their marks. Headers, footers, comments and hidden text are left out. Nothing is fetched or run.
Specification: ECMA-376, part 1, WordprocessingML, transitional and strict.
"""

from __future__ import annotations

from pathlib import Path

from bilingual.containers.packages import Package
from bilingual.model.document import Document
from bilingual.options import Options
from bilingual.readers.docx.walking import Walker


def read_docx(path: Path, options: Options) -> Document:
    """Read a Word file.

    Args:
        path: the file.
        options: the limit of its length.

    Raises:
        InputError: damaged, protected, too long, or without text.
    """
    data = path.read_bytes()
    walker = Walker(Package(path, data), options.max_characters)
    walker.read()
    return walker.lines.document(path, data, "docx", options, walker.remarks())
