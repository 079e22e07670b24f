"""A concept as one flat entry: one pair of terms, and everything else as named texts.

That is what formats of pairs (TMX, XLIFF, UTX, two columns) can hold. The names are those of the CSV columns.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bilingual.glossary.cells import guarded
from bilingual.glossary.columns import ROW_NAMES, TERM_COLUMNS, TERM_FIELDS, Header
from bilingual.glossary.concept_heads import head_cells
from bilingual.glossary.concept_rows import concept_of, fits_a_row, row_cells
from bilingual.glossary.losses import Loss
from bilingual.glossary.problems import Problem
from bilingual.glossary.records import Record
from bilingual.model.document import Language
from bilingual.model.termbase import Concept, Term, TermStatus

NO_ROOM = "the format has no place for it"
NO_PAIR = "the format holds pairs; the concept has no term on this side and is left out"


@dataclass(frozen=True, slots=True)
class Entry:
    """A flat entry: its pair, and further texts by column (without ``id``, ``ja``, ``en``)."""

    id: str
    ja: str
    en: str
    cells: dict[str, str]


def flat_entry(concept: Concept) -> tuple[Entry | None, list[Loss]]:
    """The entry of a concept (None if it has terms in one language only), and what it does not hold."""
    if fits_a_row(concept):
        cells = row_cells(concept)
        cells.pop("id", None)
        return Entry(concept.id, cells.pop("ja"), cells.pop("en"), cells), []
    mains = {language: _main(concept, language) for language in Language}
    ja, en = mains[Language.JA], mains[Language.EN]
    if ja is None or en is None:
        missing = Language.JA if ja is None else Language.EN
        texts = " | ".join(term.text for term in concept.terms)
        return None, [Loss(concept.id, missing.value, texts, NO_PAIR)]
    cells, losses = _listed(concept, (ja, en))
    losses += [
        _status_loss(concept, term, "the first term of a pair is taken as preferred")
        for term in (ja, en)
        if term.status is not TermStatus.PREFERRED
    ]
    cells |= head_cells(concept)
    for name, value in concept.extra:
        if name.lower() in ROW_NAMES:
            losses.append(Loss(concept.id, name, value, "a field of ours has this name"))
        else:
            cells[name] = value
    return Entry(concept.id, ja.text, en.text, cells), losses


def _listed(concept: Concept, pair: tuple[Term, Term]) -> tuple[dict[str, str], list[Loss]]:
    """The terms besides the pair as lists by column, and what these do not hold."""
    losses: list[Loss] = []
    lists: dict[str, list[str]] = {}
    columns = {(language, status): column for column, language, status in TERM_COLUMNS}
    for term in concept.terms:
        losses.extend(_term_losses(concept.id, term))
        if term in pair:
            continue
        status = term.status
        if status is TermStatus.PREFERRED:
            status = TermStatus.ADMITTED
            losses.append(_status_loss(concept, term, "a second preferred term became a variant"))
        column = columns[term.language, status]
        if "|" in term.text:
            losses.append(Loss(concept.id, column, term.text, "terms in lists cannot hold |"))
        else:
            lists.setdefault(column, []).append(term.text)
    return {column: " | ".join(texts) for column, texts in lists.items()}, losses


def _status_loss(concept: Concept, term: Term, reason: str) -> Loss:
    return Loss(concept.id, f"{term.language.value} status", term.text, reason)


def _main(concept: Concept, language: Language) -> Term | None:
    """The term of the pair: the general preferred one, else the first one."""
    return concept.preferred(language) or next(iter(concept.in_language(language)), None)


def _term_losses(name: str, term: Term) -> list[Loss]:
    fields = [(column, str(getattr(term, attribute))) for column, attribute in TERM_FIELDS.items()]
    return [
        Loss(name, f"{term.language.value} {column}", value, NO_ROOM)
        for column, value in (*fields, *term.extra)
        if value
    ]


def concept_from(path: str, line: int, entry: Entry, layer: int) -> Concept | Problem:
    """The concept of a flat entry, or why it is none."""
    cells = {"id": entry.id, "ja": entry.ja, "en": entry.en, **entry.cells}
    return concept_from_cells(path, line, cells, layer)


def concept_from_cells(path: str, line: int, cells: Mapping[str, str], layer: int) -> Concept | Problem:
    """The concept of named texts as a CSV line would hold them, or why it is none."""
    header = Header(tuple(cells), is_terms=False)
    record = Record(line, "", [guarded(cell.strip()) for cell in cells.values()], header)
    return concept_of(path, record, layer)
