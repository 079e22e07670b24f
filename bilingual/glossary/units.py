"""Term pairs in TMX 1.4b, XLIFF 1.2 and XLIFF 2.1 to concepts, and back.

A concept is a unit; the fields beyond its pair are properties (TMX: ``x-NAME``) or notes (XLIFF: ``from`` or ``category``
NAME), named as the columns of our CSV. In XLIFF 2 the glossary module (``gls:glossEntry``) gives concepts too;
where there is one, segments that are sentences are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bilingual.containers.inline import inline_text
from bilingual.containers.markup import (
    XML_LANG,
    child,
    children,
    descendants,
    has_control,
    inner_text,
    line_of,
    local_name,
    parse_parts,
)
from bilingual.containers.tags import language_of_tag
from bilingual.containers.units import Unit, tmx_bytes, xliff_12_bytes, xliff_21_bytes
from bilingual.errors import GlossaryError
from bilingual.glossary.columns import ROW_NAMES
from bilingual.glossary.concept_rows import default_id
from bilingual.glossary.csv_format import Reading
from bilingual.glossary.flat import Entry, concept_from, flat_entry
from bilingual.glossary.losses import Loss
from bilingual.glossary.problems import Problem
from bilingual.model.document import Language
from bilingual.model.termbase import Concept, GlossaryFile

if TYPE_CHECKING:
    from lxml import etree

SENTENCE_RE = re.compile("[。！？!?]|(?<=[a-z]{2})[.]$")
LONGEST_TERM = 15
"""Words; names of notes and of statements are long."""
UNITS = ("tu", "trans-unit", "unit")


def write_tmx(concepts: Sequence[Concept]) -> tuple[bytes, list[Loss]]:
    """A translation memory of term pairs."""
    units, losses = _units(concepts)
    return tmx_bytes(units, segtype="phrase"), losses


def write_xliff_12(concepts: Sequence[Concept]) -> tuple[bytes, list[Loss]]:
    """A bilingual document of version 1.2."""
    units, losses = _units(concepts)
    return xliff_12_bytes(units, "glossary"), losses


def write_xliff_21(concepts: Sequence[Concept]) -> tuple[bytes, list[Loss]]:
    """A bilingual document of version 2.1."""
    units, losses = _units(concepts)
    return xliff_21_bytes(units, "glossary"), losses


def _units(concepts: Iterable[Concept]) -> tuple[list[Unit], list[Loss]]:
    units: list[Unit] = []
    losses: list[Loss] = []
    for concept in concepts:
        entry, lost = flat_entry(concept)
        losses.extend(lost)
        if entry is None:
            continue
        notes = tuple(entry.cells.items())
        for name, value in (("id", entry.id), ("ja", entry.ja), ("en", entry.en), *notes):
            if has_control(value):
                losses.append(Loss(concept.id, name, value, "characters that XML cannot hold became U+FFFD"))
        units.append(Unit(entry.id, entry.ja, entry.en, notes))
    return units, losses


def read_units(path: Path, data: bytes, layer: int) -> Reading:
    """The concepts of a TMX or XLIFF file.

    Raises:
        InputError: no well-formed XML, or with entities.
        GlossaryError: neither TMX nor XLIFF.
    """
    concepts: dict[str, Concept] = {}
    problems: list[Problem] = []
    for line, entry in _entries(path, data):
        concept = concept_from(str(path), line, entry, layer)
        if isinstance(concept, Problem):
            problems.append(concept)
        elif concept.id not in concepts:
            concepts[concept.id] = concept
        elif concept.terms != concepts[concept.id].terms:
            earlier = concepts[concept.id].line
            message = f"{concept.id!r} stands on line {earlier} too, with other terms"
            problems.append(
                Problem(str(path), line, "id", "duplicate-id", message, "give every unit an id of its own")
            )
    if not concepts and not problems:
        problems.append(
            Problem(str(path), 1, "", "empty", "expected term pairs in Japanese and English, found none")
        )
    return Reading(tuple(concepts.values()), GlossaryFile(str(path), ""), tuple(problems))


def _entries(path: Path, data: bytes) -> Iterator[tuple[int, Entry]]:
    """The entries of a file with their lines, unit by unit, so that a large file needs little memory."""
    # Where a file has a glossary of its own, sentences are the text that was translated, no pairs of terms.
    has_glossary = b"glossEntry" in data.replace(b"\0", b"")
    for root, unit in parse_parts(path, data, UNITS):
        kind = local_name(root)
        if kind not in ("tmx", "xliff"):
            raise GlossaryError(f"{path}: line 1: expected <tmx> or <xliff>, found <{kind[:40]}>")
        if unit is None:
            continue
        if kind == "xliff":
            yield from _xliff(root, unit, has_glossary=has_glossary)
        elif local_name(unit) == "tu":
            yield line_of(unit), _tmx(unit)


def _tmx(unit: etree._Element) -> Entry:
    texts: dict[Language, str] = {}
    cells: dict[str, str] = {}
    for variant in children(unit, "tuv"):
        tag = str(variant.get(XML_LANG) or variant.get("lang") or "")
        language = language_of_tag(tag)
        text = inline_text(child(variant, "seg"))
        if language is None:
            _add(cells, f"term:{tag}", text)
        elif language in texts:
            _add(cells, f"{language.value}_variants", text)
        else:
            texts[language] = text
    for prop in children(unit, "prop"):
        name = str(prop.get("type") or "prop")
        _add(cells, _free(name.removeprefix("x-")), inner_text(prop))
    for note in children(unit, "note"):
        _add(cells, "note", inner_text(note))
    for name in ("creationid", "creationdate", "changeid", "changedate", "usagecount"):
        _add(cells, name, str(unit.get(name) or ""))
    return _entry(str(unit.get("tuid") or ""), texts, cells)


def _xliff(root: etree._Element, unit: etree._Element, *, has_glossary: bool) -> Iterator[tuple[int, Entry]]:
    """The entries of a unit of version 1.2, or of the segments and the glossary of a unit of version 2."""
    file = next(unit.iterancestors("{*}file"), root)
    tags = (
        str(file.get("source-language") or root.get("srcLang") or "ja"),
        str(file.get("target-language") or root.get("trgLang") or "en"),
    )
    if local_name(unit) == "trans-unit":
        texts = _texts((child(unit, "source"), child(unit, "target")), tags)
        yield line_of(unit), _entry(str(unit.get("id") or ""), texts, _noted(children(unit, "note")))
    elif local_name(unit) == "unit":
        name = str(unit.get("name") or unit.get("id") or "")
        notes = child(unit, "notes")
        cells = _noted(children(notes, "note") if notes is not None else [])
        segments = children(unit, "segment")
        for number, segment in enumerate(segments, start=1):
            texts = _texts((child(segment, "source"), child(segment, "target")), tags)
            if any(texts.values()) and not (has_glossary and any(map(_is_sentence, texts.values()))):
                identifier = name if len(segments) == 1 else f"{name}/{segment.get('id') or number}"
                yield line_of(segment), _entry(identifier, texts, dict(cells))
        for entry in descendants(unit, "glossEntry"):
            yield line_of(entry), _glossary_entry(entry, tags)


def _is_sentence(text: str) -> bool:
    """Whether a text is a sentence rather than a term.

    >>> _is_sentence("売上高は増加しました。"), _is_sentence("Sales rose."), _is_sentence("U.S. GAAP"), _is_sentence("のれん")
    (True, True, False, False)
    """
    return bool(SENTENCE_RE.search(text)) or len(text.split()) > LONGEST_TERM


def _glossary_entry(entry: etree._Element, tags: tuple[str, str]) -> Entry:
    """An entry of the glossary module: a term, its translations, a definition."""
    translations = children(entry, "translation")
    texts = _texts((child(entry, "term"), translations[0] if translations else None), tags)
    cells: dict[str, str] = {}
    target = language_of_tag(tags[1])
    for more in translations[1:]:
        _add(cells, f"{target.value if target else 'en'}_variants", inner_text(more))
    definition = child(entry, "definition")
    if definition is not None:
        _add(cells, "definition", inner_text(definition))
        _add(cells, "source", str(definition.get("source") or ""))
    return _entry("", texts, cells)


def _texts(
    pair: tuple[etree._Element | None, etree._Element | None], tags: tuple[str, str]
) -> dict[Language, str]:
    found: dict[Language, str] = {}
    for element, tag in zip(pair, tags, strict=True):
        language = language_of_tag(str(element.get(XML_LANG) or tag)) if element is not None else None
        if language is not None:
            found[language] = inline_text(element)
    return found


def _noted(notes: Iterable[etree._Element]) -> dict[str, str]:
    cells: dict[str, str] = {}
    for note in notes:
        _add(cells, _free(str(note.get("from") or note.get("category") or "note")), inner_text(note))
    return cells


def _free(name: str) -> str:
    """The name of a further field that is none of the pair's own."""
    return f"{name} (unit)" if name in ("id", "ja", "en") else name


def _add(cells: dict[str, str], name: str, text: str) -> None:
    if text.strip():
        joint = " | " if name in ROW_NAMES and name != "note" else "\n"
        cells[name] = f"{cells[name]}{joint}{text}" if name in cells else text


def _entry(identifier: str, texts: dict[Language, str], cells: dict[str, str]) -> Entry:
    ja, en = texts.get(Language.JA, ""), texts.get(Language.EN, "")
    return Entry(identifier or default_id(ja, en), ja, en, cells)
