"""TBX of version 2 and 3 (DCA, DCT) to concepts; every problem with its line.

Data categories of other dialects than TBX-Basic are kept as further fields, terms in other languages as fields named
``term:LANGUAGE``. A term without a status is preferred if it is the first of its language, else admitted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bilingual.containers.markup import (
    XML_LANG,
    child,
    children,
    inner_text,
    line_of,
    local_name,
    namespace,
    parse_parts,
)
from bilingual.containers.tags import language_of_tag
from bilingual.errors import GlossaryError
from bilingual.glossary.columns import CONCEPT_FIELDS, TERM_FIELDS
from bilingual.glossary.concept_heads import head_of
from bilingual.glossary.csv_format import Reading
from bilingual.glossary.problems import Problem
from bilingual.glossary.tbx_dialects import MARK, MODULES, STATUS_VALUES, STATUSES
from bilingual.model.document import Language
from bilingual.model.termbase import Concept, Extra, GlossaryFile, RelationKind, Term, TermStatus

if TYPE_CHECKING:
    from lxml import etree

ENTRIES = ("conceptEntry", "termEntry")
SECTIONS = ("langSec", "langSet")
TERMS = ("termSec", "tig", "ntig")
GROUPS = ("descripGrp", "adminGrp", "termNoteGrp", "termCompGrp")
WRAP_RE = re.compile(r"[ \t]*[\r\n]\s*")
"""A line end within a term, which only the layout of the file put there."""
PARTS = frozenset({*SECTIONS, *TERMS, "term", "date"})
CONCEPT_CATEGORIES = {"subjectField": "subject_field", "definition": "definition", "source": "source"}
TERM_CATEGORIES = {"customerSubset": "scope", "context": "context", "source": "source"}


class Category(NamedTuple):
    """A data category of an entry, section or term: its name, text, target and line."""

    name: str
    text: str
    target: str
    line: int


def read_tbx(path: Path, data: bytes, layer: int) -> Reading:
    """The concepts of a TBX file.

    Raises:
        InputError: no well-formed XML, or with entities.
        GlossaryError: no TBX.
    """
    reader = _Reader(str(path), layer)
    for root, entry in parse_parts(path, data, ENTRIES):
        if local_name(root) not in ("tbx", "martif"):
            raise GlossaryError(
                f"{path}: line 1: expected <tbx> or <martif>, found <{local_name(root)[:40]}>"
            )
        if entry is not None:
            reader.add(entry)
    reader.relate()
    if not reader.concepts and not reader.problems:
        reader.problems.append(
            Problem(str(path), 1, "", "empty", "expected entries, found none", "export the term base again")
        )
    return Reading(tuple(reader.concepts.values()), GlossaryFile(str(path), ""), tuple(reader.problems))


def _concept_fields(entry: etree._Element) -> tuple[dict[str, str], dict[str, str]]:
    """What an entry says of its concept: in fields of ours, and in others by name."""
    fields: dict[str, str] = {}
    extra: dict[str, str] = {}
    relations: list[str] = []
    for category in _categories(entry):
        if category.name == "crossReference" and category.target:
            kind = category.text if category.text in RelationKind.__members__.values() else "related"
            relations.append(f"{kind}:{category.target}")
        else:
            _put(category, CONCEPT_CATEGORIES, CONCEPT_FIELDS, fields, extra)
    if relations:
        fields["relations"] = " | ".join(relations)
    return fields, extra


class _Reader:
    """Collects the concepts of a file and what is wrong with it."""

    def __init__(self, path: str, layer: int) -> None:
        self._path = path
        self._layer = layer
        self._names: dict[str, str] = {}  # ids of the file to those of the concepts
        self.concepts: dict[str, Concept] = {}
        self.problems: list[Problem] = []

    def add(self, entry: etree._Element) -> None:
        """Read an entry."""
        line = line_of(entry)
        fields, extra = _concept_fields(entry)
        identifier = str(entry.get("id") or f"entry-{line}")
        name = extra.pop("id", identifier)
        self._names.setdefault(identifier, name)
        terms: list[Term] = []
        for section in children(entry, *SECTIONS):
            found, others = self._section(section, name)
            terms.extend(found)
            for key, value in others:
                extra[key] = f"{extra[key]} | {value}" if key in extra else value
        head = head_of(self._path, line, fields, {})
        if isinstance(head, Problem):
            self.problems.append(head)
        elif name in self.concepts:
            message = f"the id {name!r} stands on line {self.concepts[name].line} too"
            self._problem(line, "id", "duplicate-id", message, "give every entry an id of its own")
        elif not terms:
            message = f"the entry {name!r} has no term in Japanese or English"
            self._problem(line, "", "empty-term", message, "add a term or leave the entry out")
        else:
            self.concepts[name] = Concept(
                name,
                tuple(sorted(terms, key=lambda term: term.status.rank)),
                head.subject_field,
                head.note,
                head.source,
                self._layer,
                head.gaap,
                head.statement,
                head.definition,
                head.relations,
                head.sign,
                head.reviewer,
                head.date,
                _sorted(extra),
                self._path,
                line,
            )

    def relate(self) -> None:
        """Let relations name concepts by the ids that their notes keep, now that all are known."""
        for name, concept in self.concepts.items():
            if concept.relations:
                found = (
                    replace(each, target=self._names.get(each.target, each.target))
                    for each in concept.relations
                )
                self.concepts[name] = replace(concept, relations=tuple(found))

    def _section(self, section: etree._Element, name: str) -> tuple[list[Term], Extra]:
        """The terms of a language section, and what becomes further fields of the concept."""
        tag = str(section.get(XML_LANG) or section.get("lang") or "")
        language = language_of_tag(tag)
        holders = children(section, *TERMS)
        if not tag:
            message = f"a language section of {name!r} does not say its language"
            self._problem(line_of(section), "xml:lang", "no-language", message, 'add xml:lang="ja" or "en"')
        if language is None:
            texts = [text for holder in holders if (text := _term_text(holder))]
            return [], ((f"term:{tag}", " | ".join(texts)),) if tag and texts else ()
        extra = [(f"{language.value}:{each.name}", each.text) for each in _categories(section)]
        terms: list[Term] = []
        for holder in holders:
            term = self._term(holder, language, is_first=not terms)
            if term is not None:
                terms.append(term)
        return terms, tuple(extra)

    def _term(self, holder: etree._Element, language: Language, *, is_first: bool) -> Term | None:
        text = _term_text(holder)
        if not text:
            self._problem(
                line_of(holder),
                "term",
                "empty-term",
                "expected a term, found nothing",
                "add it or leave the section out",
            )
            return None
        fields: dict[str, str] = {}
        extra: dict[str, str] = {}
        status = TermStatus.PREFERRED if is_first else TermStatus.ADMITTED
        for category in _categories(holder):
            if category.name == "administrativeStatus":
                known = STATUSES.get(category.text)
                if known is None:
                    words = ", ".join(STATUS_VALUES.values())
                    message = f"the status of {text!r} is {category.text!r}"
                    self._problem(
                        category.line, "administrativeStatus", "broken-status", message, f"use one of {words}"
                    )
                status = known or status
            else:
                _put(category, TERM_CATEGORIES, tuple(TERM_FIELDS), fields, extra)
        attributes = {TERM_FIELDS.get(key, key): value for key, value in fields.items()}
        return Term(text, language, status, extra=_sorted(extra), line=line_of(holder), **attributes)

    def _problem(self, line: int, column: str, code: str, message: str, way_out: str) -> None:
        self.problems.append(Problem(self._path, line, column, code, message, way_out))


def _put(
    category: Category,
    categories: dict[str, str],
    ours: tuple[str, ...],
    fields: dict[str, str],
    extra: dict[str, str],
) -> None:
    """Put a category where it belongs: a field of ours, a note, or a further field."""
    name, text = category.name, category.text
    if name == "note" and text.startswith(MARK):
        name, _, text = text.removeprefix(MARK).partition("=")
        target = fields if name in ours else extra
    elif name in categories:
        name, target = categories[name], fields
    elif name in ("note", "reviewer", "date"):
        target = fields
    else:
        target = extra
    if text and name in target and name != "date":
        target[name] += f"\n{text}" if name == "note" else f" | {text}"
    elif text:
        target[name] = text


def _categories(element: etree._Element) -> Iterator[Category]:
    """The data categories of an entry, a section or a term, groups taken apart."""
    for part in element:
        name = local_name(part)
        if name in PARTS:
            continue
        if name == "transacGrp":
            yield from _transaction(part)
        elif name == "termGrp":
            yield from _categories(part)
        elif name in GROUPS:
            found = list(_categories(part))
            yield from found[:1]
            yield from (each._replace(name=f"{found[0].name}.{each.name}") for each in found[1:])
        else:
            yield _category(part)


def _category(part: etree._Element) -> Category:
    name = local_name(part)
    if name != "note" and namespace(part) not in MODULES:
        name = str(part.get("type") or name)
    text = inner_text(part).strip()
    target = str(part.get("target") or "")
    if target and name not in ("crossReference", "responsibility"):
        text = target if text in ("", target) else f"{text} {target}"
    return Category(name, text, target, line_of(part))


def _transaction(group: etree._Element) -> Iterator[Category]:
    """Who approved it and when: of a modification; an origination is kept as further fields."""
    kind, found = "", []
    for part in group:
        if local_name(part) == "date":
            found.append(Category("date", inner_text(part).strip(), "", line_of(part)))
            continue
        category = _category(part)
        if category.name == "transactionType":
            kind = category.text
        elif category.name == "responsibility":
            found.append(category._replace(name="reviewer"))
        else:
            found.append(category._replace(name=f"transaction.{category.name}"))
    prefix = "" if kind in ("modification", "approval", "") else f"{kind}."
    yield from (category._replace(name=prefix + category.name) for category in found)


def _term_text(holder: etree._Element) -> str:
    group = child(holder, "termGrp")
    term = child(group if group is not None else holder, "term")
    return "" if term is None else WRAP_RE.sub(" ", inner_text(term)).strip()


def _sorted(extra: dict[str, str]) -> Extra:
    return tuple(sorted((name, value) for name, value in extra.items() if value))
