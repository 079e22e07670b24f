"""The fields of a concept that are no terms: cells to values, and back."""

from __future__ import annotations

from collections.abc import Mapping
from sys import intern

from bilingual.glossary.columns import listed, relation_of, sign_of
from bilingual.glossary.problems import Problem
from bilingual.model.termbase import Concept, ConceptRelation

RELATION_WORDS = "broader:ID, narrower:ID, part-of:ID, has-part:ID or related:ID, parted by |"
SIGN_WORDS = "adds, deducts, either or reversed"


def head_of(path: str, line: int, cells: Mapping[str, str], columns: Mapping[str, str]) -> Concept | Problem:
    """A concept without id and terms.

    Args:
        path: the file, for a message.
        line: likewise.
        cells: texts by field; a field may be missing.
        columns: the columns that the fields have in the file; where it is not in here, its own name.
    """
    relations: list[ConceptRelation] = []
    for part in listed(cells.get("relations", "")):
        relation = relation_of(part)
        if relation is None:
            message = f"expected {RELATION_WORDS}; found {part!r}"
            return Problem(path, line, columns.get("relations", "relations"), "broken-relation", message)
        relations.append(relation)
    sign = sign_of(cells.get("sign", ""))
    if sign is None and cells.get("sign"):
        message = f"expected {SIGN_WORDS}, found {cells['sign']!r}"
        return Problem(path, line, columns.get("sign", "sign"), "broken-sign", message)
    return Concept(
        id="",
        terms=(),
        subject_field=intern(cells.get("subject_field", "")),
        note=cells.get("note", ""),
        source=intern(cells.get("source", "")),
        gaap=tuple(map(intern, listed(cells.get("gaap", "")))),
        statement=intern(cells.get("statement", "")),
        definition=cells.get("definition", ""),
        relations=tuple(relations),
        sign=sign,
        reviewer=intern(cells.get("reviewer", "")),
        date=intern(cells.get("date", "")),
    )


def head_cells(concept: Concept) -> dict[str, str]:
    """Cells by field, those without content left out."""
    cells = {
        "subject_field": concept.subject_field,
        "gaap": " | ".join(concept.gaap),
        "statement": concept.statement,
        "definition": concept.definition,
        "sign": concept.sign.value if concept.sign else "",
        "relations": " | ".join(f"{each.kind.value}:{each.target}" for each in concept.relations),
        "note": concept.note,
        "source": concept.source,
        "reviewer": concept.reviewer,
        "date": concept.date,
    }
    return {name: cell for name, cell in cells.items() if cell}
