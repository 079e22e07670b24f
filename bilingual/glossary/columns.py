"""The columns of glossary files, and the texts in them as values.

Two forms, told apart by their header:

*rows*: one concept per line. Columns ``ja`` and ``en`` (the preferred terms), ``ja_variants`` and so on (further
terms, parted by ``|``), and the fields of the concept.

*terms*: one term per line. Columns ``concept``, ``language``, ``term`` and the fields of the term; fields of the
concept stand on any of its lines (we write them on the first).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bilingual.glossary.cells import unguarded
from bilingual.model.document import Language
from bilingual.model.termbase import ConceptRelation, RelationKind, SignDirection, TermStatus

ROW_REQUIRED = ("ja", "en")
TERM_REQUIRED = ("concept", "language", "term")
TERM_COLUMNS = (
    ("ja", Language.JA, TermStatus.PREFERRED),
    ("en", Language.EN, TermStatus.PREFERRED),
    ("ja_variants", Language.JA, TermStatus.ADMITTED),
    ("en_variants", Language.EN, TermStatus.ADMITTED),
    ("ja_deprecated", Language.JA, TermStatus.DEPRECATED),
    ("en_deprecated", Language.EN, TermStatus.DEPRECATED),
    ("ja_forbidden", Language.JA, TermStatus.FORBIDDEN),
    ("en_forbidden", Language.EN, TermStatus.FORBIDDEN),
)
"""The columns of the form with one concept per line that hold terms."""
CONCEPT_FIELDS = (
    "subject_field",
    "gaap",
    "statement",
    "definition",
    "sign",
    "relations",
    "note",
    "source",
    "reviewer",
    "date",
)
"""Fields of the concept; in the form with one term per line, those that a term has too begin with ``concept_``."""
TERM_FIELDS = {
    "from": "valid_from",
    "until": "valid_until",
    "scope": "scope",
    "source": "source",
    "context": "context",
    "note": "note",
    "reviewer": "reviewer",
    "date": "date",
}
"""Columns of a term in the form with one term per line, and their attributes."""
CONCEPT_PREFIX = "concept_"
TERM_FORM_FIELDS = {name: CONCEPT_PREFIX + name if name in TERM_FIELDS else name for name in CONCEPT_FIELDS}
"""What the fields of a concept are called in the form with one term per line."""
ALIASES = {
    **dict.fromkeys(("japanese", "jp", "jpn", "日本語", "和文"), "ja"),
    **dict.fromkeys(("english", "eng", "英語", "英文"), "en"),
}
"""Names that glossaries give the two columns; taken only where ``ja`` and ``en`` themselves are missing."""
CONCEPT_ALIASES = {"concept_id": "concept"}
ROW_NAMES = frozenset({"id", *(name for name, _, _ in TERM_COLUMNS), *CONCEPT_FIELDS})
TERM_NAMES = frozenset({*TERM_REQUIRED, "status", *TERM_FIELDS, *TERM_FORM_FIELDS.values()})
DATE_RE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
"""A day, a month or a year of ISO 8601."""


class Header(NamedTuple):
    """The columns of a file: their names (``#5`` where the fifth has none), and whether a line is one term."""

    names: tuple[str, ...]
    is_terms: bool

    @property
    def extra(self) -> tuple[str, ...]:
        """Columns that we know no meaning of."""
        known = TERM_NAMES if self.is_terms else ROW_NAMES
        return tuple(name for name in self.names if name not in known)


def header_of(row: list[str]) -> Header | None:
    """The header that a line is, None if it is none."""
    names = [unguarded(name.strip()) or f"#{at}" for at, name in enumerate(row, start=1)]
    # Names that we know are known in any case; others stay as they are.
    names = [name.lower() if name.lower() in ROW_NAMES | TERM_NAMES else name for name in names]
    terms = [CONCEPT_ALIASES.get(name.lower(), name) for name in names]
    if all(name in terms for name in TERM_REQUIRED):
        return Header(tuple(terms), is_terms=True)
    for column in ROW_REQUIRED:
        if column not in names:
            names = [column if ALIASES.get(name.lower()) == column else name for name in names]
    if all(name in names for name in ROW_REQUIRED):
        return Header(tuple(names), is_terms=False)
    return None


def listed(text: str) -> list[str]:
    """The parts of a cell that ``|`` parts."""
    return [part.strip() for part in text.split("|") if part.strip()]


def language_of(text: str) -> Language | None:
    """The language that a cell names, None if it names none that we know."""
    name = text.lower()
    name = ALIASES.get(name, name)
    return Language(name) if name in ROW_REQUIRED else None


def status_of(text: str) -> TermStatus | None:
    """The status that a cell names (an empty one: preferred), None if there is no such status."""
    name = text.lower() or TermStatus.PREFERRED.value
    return TermStatus(name) if name in TermStatus.__members__.values() else None


def sign_of(text: str) -> SignDirection | None:
    """The direction of sign that a cell names, None if there is no such direction."""
    name = text.lower()
    return SignDirection(name) if name in SignDirection.__members__.values() else None


def relation_of(text: str) -> ConceptRelation | None:
    """A relation such as ``part-of:total-assets``, None if it is none.

    >>> relation_of("broader: assets")
    ConceptRelation(kind=<RelationKind.BROADER: 'broader'>, target='assets')
    """
    kind, mark, target = text.partition(":")
    kind, target = kind.strip().lower(), target.strip()
    if not mark or not target or kind not in RelationKind.__members__.values():
        return None
    return ConceptRelation(RelationKind(kind), target)
