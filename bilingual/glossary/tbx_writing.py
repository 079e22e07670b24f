"""Concepts to TBX-Basic of version 2, and of version 3 in the styles DCA and DCT.

Everything of a concept is held: what TBX-Basic has no data category for stands in notes (``bilingual:NAME=VALUE``),
which the reader takes back. Only characters that XML cannot hold are lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from bilingual.containers.markup import XML_LANG, has_control, without_controls, xml_bytes
from bilingual.glossary.concept_heads import head_cells
from bilingual.glossary.losses import Loss
from bilingual.glossary.tbx_dialects import (
    BASIC,
    MARK,
    MIN,
    MODULE_OF,
    STATUS_VALUES,
    TERM_NOTES,
    VERSION_2,
    Dialect,
)
from bilingual.glossary.term_rows import term_cells
from bilingual.model.document import Language
from bilingual.model.termbase import Concept, Term

if TYPE_CHECKING:
    from lxml import etree

ID_RE = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
DAY_RE = re.compile(r"\d{4}-\d\d-\d\d")
OTHER_TERM = "term:"
"""Further fields named so hold terms in other languages: ``term:de``."""
LINK_RE = re.compile(r"(?:(?P<text>.*) )?(?P<target>https?://\S+)", re.DOTALL)
TAG_RE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
"""A language tag as XML takes it; other fields of terms stay notes."""
XREFS = {"entry": ("externalCrossReference", "xGraphic"), "term": ("externalCrossReference",)}
"""Links by the level that TBX-Basic has them on."""
NAMESPACE_RE = re.compile(rb' xmlns(?::\w+)?="[^"]*"')
"""Declarations that an entry repeats when it is written alone; the root has them."""
PLACE = "entries"
DOCTYPE_2 = '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">'


def write_tbx(concepts: Sequence[Concept], dialect: Dialect) -> tuple[bytes, list[Loss]]:
    """A TBX file of a dialect, and what it does not hold."""
    writer = _Writer(dialect, concepts)
    for concept in concepts:
        writer.add(concept)
    losses = [
        Loss(concept.id, name, value, "characters that XML cannot hold became U+FFFD")
        for concept in concepts
        for _, cells in term_cells(concept)
        for name, value in cells.items()
        if has_control(value)
    ]
    return writer.file(), losses


class _Writer:
    """Builds the tree of one file."""

    def __init__(self, dialect: Dialect, concepts: Iterable[Concept]) -> None:
        """Begin with the header, and give every concept the id that it has in XML."""
        from lxml import etree

        self._dialect = dialect
        modules = f' xmlns:min="{MIN}" xmlns:basic="{BASIC}"' if dialect.is_tagged else ""
        namespace = f' xmlns="{dialect.namespace}"' if dialect.namespace else ""
        style = f' style="{"dct" if dialect.is_tagged else "dca"}"' if dialect is not VERSION_2 else ""
        self._root = etree.fromstring(
            f'<{dialect.root} type="TBX-Basic"{style} xml:lang="en"{namespace}{modules}/>'
        )
        header = self._sub(self._root, dialect.header)
        description = self._sub(self._sub(header, "fileDesc"), "sourceDesc")
        self._sub(description, "p", "Written by bilingual")
        if dialect is VERSION_2:
            self._sub(self._sub(header, "encodingDesc"), "p", "TBXBasicXCSV02.xcs", type="XCSURI")
        self._text = self._sub(self._root, "text")
        self._body = self._sub(self._text, "body")
        self._body.append(etree.Comment(PLACE))
        self._entries: list[bytes] = []
        self._ids = _xml_ids(concepts)
        self._people: dict[str, str] = {}

    def file(self) -> bytes:
        """The bytes, with the people that are named in the back matter."""
        if self._people:
            section = self._sub(
                self._sub(self._text, "back"),
                "refObjectSec" if self._dialect.namespace else "refObjectList",
                type="respPerson",
            )
            for name, identifier in self._people.items():
                person = self._sub(section, "refObject", id=identifier)
                self._sub(person, "item", name, type="fn")
        frame = xml_bytes(self._root, DOCTYPE_2 if self._dialect is VERSION_2 else "")
        before, _, after = frame.partition(f"<!--{PLACE}-->".encode())
        return b"".join((before.rstrip(b" "), *self._entries, b"  ", after.lstrip()))

    def add(self, concept: Concept) -> None:
        """Write an entry: as bytes at once, for a tree of all of them takes ten times the memory."""
        from lxml import etree

        entry = self._sub(self._body, self._dialect.entry, id=self._ids[concept.id])
        self._fill(entry, concept)
        etree.indent(entry, space=" ", level=3)
        opening, mark, rest = etree.tostring(entry, encoding="UTF-8", with_tail=False).partition(b">")
        self._entries.append(b"   " + NAMESPACE_RE.sub(b"", opening) + mark + rest + b"\n")
        self._body.remove(entry)

    def _fill(self, entry: etree._Element, concept: Concept) -> None:
        fields = head_cells(concept)
        for meta, name, field in (
            ("descrip", "subjectField", "subject_field"),
            ("descrip", "definition", "definition"),
            ("admin", "source", "source"),
        ):
            self._category(entry, meta, name, fields.pop(field, ""))
        extra = dict(concept.extra)
        if not self._transaction(entry, fields.get("reviewer", ""), fields.get("date", "")):
            extra.update({name: fields[name] for name in ("reviewer", "date") if name in fields})
        elif "date" in fields and not DAY_RE.fullmatch(fields["date"]):
            extra["date"] = fields["date"]
        if all(relation.target in self._ids for relation in concept.relations):
            for relation in concept.relations:
                target = self._ids[relation.target]
                self._category(entry, "ref", "crossReference", relation.kind.value, target=target)
            fields.pop("relations", None)
        note = fields.pop("note", "")
        others = {
            name: extra.pop(name)
            for name in [*extra]
            if name.startswith(OTHER_TERM) and TAG_RE.fullmatch(name.removeprefix(OTHER_TERM))
        }
        self._links(entry, extra, "entry")
        for name in ("gaap", "statement", "sign", "relations"):
            if name in fields:
                extra[name] = fields[name]
        if self._ids[concept.id] != concept.id:
            extra["id"] = concept.id
        self._notes(entry, note, extra)
        for language in Language:
            self._section(entry, language.value, concept.in_language(language))
        for name, texts in others.items():
            section = self._sub(entry, self._dialect.section, lang=name.removeprefix(OTHER_TERM))
            for text in texts.split(" | "):
                self._sub(self._sub(section, self._dialect.term), "term", text)

    def _section(self, entry: etree._Element, language: str, terms: Sequence[Term]) -> None:
        if not terms:
            return
        section = self._sub(entry, self._dialect.section, lang=language)
        for term in terms:
            self._term(self._sub(section, self._dialect.term), term)

    def _term(self, section: etree._Element, term: Term) -> None:
        self._sub(section, "term", term.text)
        self._category(section, "termNote", "administrativeStatus", STATUS_VALUES[term.status])
        extra = dict(term.extra)
        for name, permitted in TERM_NOTES.items():
            if name in extra and (not permitted or extra[name] in permitted):
                self._category(section, "termNote", name, extra.pop(name))
        self._category(section, "admin", "customerSubset", term.scope)
        self._category(section, "descrip", "context", term.context)
        self._category(section, "admin", "source", term.source)
        if not self._transaction(section, term.reviewer, term.date):
            extra |= {
                name: given for name, given in (("reviewer", term.reviewer), ("date", term.date)) if given
            }
        elif term.date and not DAY_RE.fullmatch(term.date):
            extra["date"] = term.date
        self._links(section, extra, "term")
        extra |= {
            name: given for name, given in (("from", term.valid_from), ("until", term.valid_until)) if given
        }
        self._notes(section, term.note, extra)

    def _transaction(self, parent: etree._Element, reviewer: str, date: str) -> bool:
        """Write who approved it and when; False if that says nothing that a transaction can hold."""
        is_day = DAY_RE.fullmatch(date) is not None and _is_day(date)
        if not reviewer and not is_day:
            return False
        group = self._sub(parent, "transacGrp")
        self._category(group, "transac", "transactionType", "modification")
        if is_day:
            self._sub(group, "date", date)
        if reviewer:
            identifier = self._people.setdefault(reviewer, f"person{len(self._people) + 1}")
            self._category(group, "transacNote", "responsibility", reviewer, target=identifier)
        return True

    def _links(self, parent: etree._Element, extra: dict[str, str], level: str) -> None:
        for name in XREFS[level]:
            found = LINK_RE.fullmatch(extra.get(name, ""))
            if found:
                self._category(parent, "xref", name, found["text"] or found["target"], target=found["target"])
                del extra[name]

    def _notes(self, parent: etree._Element, note: str, extra: Mapping[str, str]) -> None:
        if note:
            self._sub(parent, "note", note)
        for name, value in extra.items():
            self._sub(parent, "note", f"{MARK}{name}={value}")

    def _category(self, parent: etree._Element, meta: str, name: str, text: str, **attributes: str) -> None:
        """Write a data category: as an attribute of its metadata element, or as a tag of its own."""
        if not text:
            return
        if self._dialect.is_tagged:
            from lxml import etree

            tagged = etree.SubElement(parent, f"{{{MODULE_OF.get(name, BASIC)}}}{name}", attributes)
            tagged.text = without_controls(text)
        else:
            self._sub(parent, meta, text, type=name, **attributes)

    def _sub(
        self, parent: etree._Element, name: str, text: str = "", lang: str = "", **attributes: str
    ) -> etree._Element:
        from lxml import etree

        tag = f"{{{self._dialect.namespace}}}{name}" if self._dialect.namespace else name
        element = etree.SubElement(parent, tag, attributes)
        if lang:
            element.set(XML_LANG, lang)
        if text:
            element.text = without_controls(text)
        return element


def _is_day(text: str) -> bool:
    from datetime import date

    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _xml_ids(concepts: Iterable[Concept]) -> dict[str, str]:
    """Ids as XML takes them: what is no name there gets one."""
    names = [concept.id for concept in concepts]
    ids = {name: name for name in names if ID_RE.fullmatch(name) and not name.startswith("person")}
    taken = set(ids)
    number = 0
    for name in names:
        if name not in ids:
            number += 1
            while f"c{number}" in taken:
                number += 1
            ids[name] = f"c{number}"
    return ids
