"""Office packages (DOCX, XLSX): parts of a ZIP file, read so that a hostile file does no harm.

Nothing is unpacked to disk, fetched or run; a part is read only when it is asked for, and never further than its limit.
Specification: ECMA-376, part 2 (Open Packaging Conventions).
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from bilingual.containers.markup import local_name, parse_parts, parse_xml
from bilingual.errors import InputError

if TYPE_CHECKING:
    from lxml import etree

LARGEST = 400_000_000
"""Bytes of all parts when unpacked."""
LARGEST_PART = 150_000_000
"""Bytes of a part of XML: a text of five million characters has a third of that."""
HIGHEST_RATIO = 200
SUSPICIOUS = 50_000_000
MOST_PARTS = 20_000
DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError, KeyError,
)  # fmt: skip
"""What the ZIP library raises for damaged, encrypted or unknown content."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to.

    Attributes:
        id: name of the relation within its part.
        kind: last word of its type (``styles``, ``worksheet``).
        target: name of the part, or an address outside the package.
        external: whether the target lies outside; such a target is never opened.
    """

    id: str
    kind: str
    target: str
    external: bool = False


class Package:
    """An Office file with its parts.

    Args:
        path: the file, for messages.
        data: its bytes.

    Raises:
        InputError: damaged, protected by a password, or unpacking to more than is read.
    """

    def __init__(self, path: Path, data: bytes) -> None:
        """Look at the list of parts."""
        self.path = path
        self.data = data
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except DAMAGE as error:
            raise self._damaged(error) from None
        size = sum(entry.file_size for entry in entries)
        if (
            len(entries) > MOST_PARTS
            or size > LARGEST
            or (size > SUSPICIOUS and size > HIGHEST_RATIO * len(data))
        ):
            raise InputError(
                f"{path}: the file unpacks to {size:,} bytes in {len(entries):,} parts, which is more than is read "
                f"({LARGEST:,}, and no more than {HIGHEST_RATIO} times the file); split it, or save it as text"
            )
        if any(entry.flag_bits & 1 for entry in entries):
            raise InputError(f"{path}: the Office file is protected by a password; save it without one")
        self.names = tuple(entry.filename for entry in entries)

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {name.replace("\\", "/").lower(): name for name in reversed(self.names)}

    def part(self, name: str) -> bytes | None:
        """The bytes of a part; None if the package has none of that name (capitals do not count).

        Raises:
            InputError: damaged, or too long.
        """
        entry = self._folded.get(name.lstrip("/").lower())
        if entry is None:
            return None
        try:
            with self._zip.open(entry) as part:
                data = part.read(LARGEST_PART + 1)
        except DAMAGE as error:
            raise self._damaged(error, entry) from None
        if len(data) > LARGEST_PART:
            raise InputError(
                f"{self.path}: {name} has more than {LARGEST_PART:,} bytes, which is more than is read; split the file"
            )
        return data

    def xml(self, name: str) -> etree._Element | None:
        """The root element of a part; None if the package has none of that name.

        Raises:
            InputError: damaged, not well-formed, or with a document type declaration.
        """
        data = self._markup(name)
        return None if data is None else parse_xml(self.path, data)

    def elements(self, name: str, *names: str) -> Iterator[etree._Element]:
        """The elements of a part that have one of the names, one after another; each is emptied behind itself.

        Raises:
            InputError: as `xml`, when the place is reached.
        """
        data = self._markup(name)
        for _, element in () if data is None else parse_parts(self.path, data, names):
            if element is not None:
                yield element

    def _markup(self, name: str) -> bytes | None:
        data = self.part(name)
        if data is not None and any(mark in data[:65_536] for mark in DOCTYPES):
            raise InputError(
                f"{self.path}: {name} carries a document type declaration, which no Office file has; ask for the file anew"
            )
        return data

    def relations(self, part: str = "") -> dict[str, Relation]:
        """The relations of a part, or of the package itself, by their ids."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, Relation] = {}
        for item in () if root is None else root:
            if local_name(item) != "Relationship" or not item.get("Target"):
                continue
            target, external = item.get("Target", ""), item.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
            kind = item.get("Type", "").rpartition("/")[2]
            found[item.get("Id", "")] = Relation(item.get("Id", ""), kind, target, external)
        return found

    def related(self, part: str, kind: str) -> str | None:
        """The name of the first part of a kind that a part refers to."""
        return next(
            (
                each.target
                for each in self.relations(part).values()
                if each.kind == kind and not each.external
            ),
            None,
        )

    def main_part(self, usual: str) -> str:
        """The name of the part that holds the document.

        Raises:
            InputError: if there is none.
        """
        name = self.related("", "officeDocument") or usual
        if name.lower() not in self._folded:
            name = usual
        if name.lower() not in self._folded:
            raise InputError(f"{self.path}: the Office file lacks its main part; save it again")
        return name

    def _damaged(self, error: Exception, part: str = "") -> InputError:
        where = f"{part}: " if part else ""
        said = str(error).strip("'\"")[:80] or type(error).__name__
        return InputError(f"{self.path}: {where}the file is damaged ({said}); save it again")
