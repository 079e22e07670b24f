"""Glossary files: CSV with a header, UTF-8 (a byte order mark is tolerated).

Specification: one concept per line with the required columns ``ja`` and ``en`` (the preferred terms; the usual
names of a language are understood too), or one term per line with the required columns ``concept``, ``language``
and ``term``; :mod:`bilingual.glossary.columns` lists the others. A column that we know no meaning of is kept with
the entry. A pair that stands twice without an id is one concept.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from bilingual.errors import GlossaryError
from bilingual.glossary.columns import Header
from bilingual.glossary.concept_rows import concept_of
from bilingual.glossary.problems import Problem
from bilingual.glossary.records import Record, read_text, records
from bilingual.glossary.term_rows import TermGroups
from bilingual.model.termbase import Concept, GlossaryFile


@dataclass(frozen=True)
class Reading:
    """What a glossary file holds.

    Attributes:
        concepts: those that could be read, in the order of the file.
        file: its name and the hash of its bytes.
        problems: lines that could not be read, and why.
        header: its columns; None if it has none.
    """

    concepts: tuple[Concept, ...]
    file: GlossaryFile
    problems: tuple[Problem, ...] = ()
    header: Header | None = None


def load_csv(path: Path, layer: int = 0) -> tuple[tuple[Concept, ...], GlossaryFile]:
    """Load one glossary file.

    Raises:
        GlossaryError: naming file, line, column and what was expected.
    """
    reading = read_csv(path, layer, strict=True)
    return reading.concepts, reading.file


def read_csv(
    path: Path, layer: int = 0, *, strict: bool = False, see: Callable[[Record], None] | None = None
) -> Reading:
    """Read one glossary file.

    Args:
        path: the file.
        layer: of its concepts.
        strict: whether the first line that cannot be read is an error; else all of them are in ``problems``.
        see: is shown every record, those that cannot be read included.

    Raises:
        GlossaryError: a file that is missing, too large or not UTF-8; and if ``strict``, a broken line.
    """
    text, sha256 = read_text(path)
    collected = parse(str(path), text, layer, strict=strict, see=see)
    return replace(collected, file=GlossaryFile(str(path), sha256))


def parse(
    name: str, text: str, layer: int = 0, *, strict: bool = False, see: Callable[[Record], None] | None = None
) -> Reading:
    """The same for a text; ``name`` is what messages call it."""
    concepts: dict[str, Concept] = {}
    groups = TermGroups(name, layer)
    problems: list[Problem] = []
    header: Header | None = None
    for record in records(name, text):
        if see is not None:
            see(record)
        problem = record.problem
        if record.header is not None:
            header = record.header
            found = _take(name, record, layer, groups, concepts)
            problem = problem or found
        if problem is not None:
            if strict:
                raise GlossaryError(str(problem))
            problems.append(problem)
    if header is not None and header.is_terms:
        concepts = {concept.id: concept for concept in groups.concepts()}
    return Reading(tuple(concepts.values()), GlossaryFile(name, ""), tuple(problems), header)


def _take(
    name: str, record: Record, layer: int, groups: TermGroups, concepts: dict[str, Concept]
) -> Problem | None:
    """Take one record in; the reason if that is not possible."""
    if record.problem is not None:
        return record.problem
    if record.header is not None and record.header.is_terms:
        return groups.add(record)
    concept = concept_of(name, record, layer)
    if isinstance(concept, Problem):
        return concept
    earlier = concepts.get(concept.id)
    if earlier is None:
        concepts[concept.id] = concept
    elif record.fields().get("id"):
        message = f"{concept.id!r} stands on line {earlier.line} too; expected an id of its own"
        return Problem(name, record.line, "id", "duplicate-id", message)
    return None
