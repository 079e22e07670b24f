"""Copies of Office packages in which some parts are other: everything else stays byte for byte."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import TYPE_CHECKING

from bilingual.containers.markup import children, local_name, namespace
from bilingual.containers.packages import DAMAGE, Package
from bilingual.errors import InputError

if TYPE_CHECKING:
    from lxml import etree

TYPES = "[Content_Types].xml"
TYPES_SPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS_SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_KINDS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
ADDED = (1980, 1, 1, 0, 0, 0)
"""Date of parts that are new: the same bytes on every run."""


class PackageEdits:
    """Parts of a package that are edited as trees, and new ones."""

    def __init__(self, package: Package, *, strict: bool = False) -> None:
        """Begin a copy; ``strict`` is the variant of the standard that the package is written in."""
        self.package = package
        self.kinds = STRICT_KINDS if strict else KINDS
        self._trees: dict[str, etree._Element] = {}

    def has(self, name: str) -> bool:
        """Whether the copy has a part."""
        return name in self._trees or name.lower() in {each.lower() for each in self.package.names}

    def tree(self, name: str) -> etree._Element | None:
        """The root of a part, which may be edited; None where there is none."""
        if name not in self._trees:
            root = self.package.xml(name)
            if root is None:
                return None
            self._trees[name] = root
        return self._trees[name]

    def put(self, name: str, root: etree._Element) -> None:
        """Set a part."""
        self._trees[name] = root

    def free_name(self, pattern: str) -> str:
        """A name that no part has; ``{}`` in the pattern stands for a number."""
        number = 1
        while self.has(pattern.format(number)):
            number += 1
        return pattern.format(number)

    def relate(self, part: str, kind: str, target: str) -> str:
        """Relate a part to another one; returns the id of the relation."""
        from lxml import etree

        folder, name = posixpath.split(part)
        own = posixpath.join(folder, "_rels", f"{name}.rels")
        root = self.tree(own)
        if root is None:
            root = etree.fromstring(f'<Relationships xmlns="{RELATIONS_SPACE}"/>')
            self.put(own, root)
        taken = {each.get("Id") for each in root}
        number = 1
        while f"rIdBilingual{number}" in taken:
            number += 1
        relation = etree.SubElement(root, f"{{{namespace(root) or RELATIONS_SPACE}}}Relationship")
        relation.set("Id", f"rIdBilingual{number}")
        relation.set("Type", f"{self.kinds}/{kind}")
        relation.set("Target", f"/{target}")
        return f"rIdBilingual{number}"

    def declare(self, content: str, *, part: str = "", ending: str = "") -> None:
        """Say what a part, or every part with an ending, contains."""
        from lxml import etree

        root = self.tree(TYPES)
        if root is None:
            raise InputError(f"{self.package.path}: the Office file lacks its list of content; save it again")
        space = namespace(root) or TYPES_SPACE
        if ending:
            if any((each.get("Extension") or "").lower() == ending for each in children(root, "Default")):
                return
            item = etree.Element(f"{{{space}}}Default", Extension=ending, ContentType=content)
            root.insert(0, item)
        elif not any(each.get("PartName") == f"/{part}" for each in children(root, "Override")):
            etree.SubElement(root, f"{{{space}}}Override", PartName=f"/{part}", ContentType=content)

    def data(self) -> bytes:
        """The bytes of the copy.

        Raises:
            InputError: a part that is kept is damaged.
        """
        from lxml import etree

        changed = {
            name.lower(): etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            for name, root in self._trees.items()
        }
        names = {name.lower(): name for name in self._trees}
        buffer = io.BytesIO()
        try:
            with (
                zipfile.ZipFile(io.BytesIO(self.package.data)) as old,
                zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
            ):
                for entry in dict.fromkeys(old.namelist()):
                    info = old.getinfo(entry)
                    kept = zipfile.ZipInfo(entry, info.date_time)
                    kept.compress_type = (
                        zipfile.ZIP_STORED if info.compress_type == 0 else zipfile.ZIP_DEFLATED
                    )
                    kept.external_attr = info.external_attr
                    name = entry.lower()
                    new.writestr(kept, changed.pop(name) if name in changed else old.read(entry))
                for name, data in changed.items():
                    new.writestr(zipfile.ZipInfo(names[name], ADDED), data, zipfile.ZIP_DEFLATED)
        except DAMAGE as error:
            raise InputError(
                f"{self.package.path}: no copy can be made ({str(error)[:80]}); save it again"
            ) from None
        return buffer.getvalue()


def is_strict(root: etree._Element) -> bool:
    """Whether a part is written in the strict variant of the standard."""
    return "purl.oclc.org" in namespace(root)


def following(root: etree._Element, names: tuple[str, ...]) -> int:
    """The place among the children of an element before the first one with one of the names, else behind the last."""
    return next((at for at, each in enumerate(root) if local_name(each) in names), len(root))
