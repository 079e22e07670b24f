"""Foreign tables whose rows hold more than a pair: several columns of one language, or a status of the pair.

Term bases export an entry per row with a column for every term and what is said of it behind (memoQ: ``Term_Info``,
``Term_Example``); style sheets write a row for each pair and whether it may be used. Both become one term per line,
which holds the data of every term; rows that name the same concept become one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bilingual.glossary.columns import (
    CONCEPT_FIELDS,
    CONCEPT_PREFIX,
    TERM_COLUMNS,
    TERM_FIELDS,
    TERM_FORM_FIELDS,
    listed,
)
from bilingual.glossary.concept_rows import default_id
from bilingual.model.document import Language
from bilingual.model.termbase import TermStatus

Line = tuple[int, dict[str, str]]
STATUS_WORDS = {
    word: status
    for status, words in {
        TermStatus.PREFERRED: "preferred approved recommended final ok 推奨 優先 承認 承認済 承認済み 採用 正 使用",
        TermStatus.ADMITTED: "admitted allowed acceptable accepted synonym 許容 可 使用可 代替 同義",
        TermStatus.DEPRECATED: "deprecated obsolete superseded legacy outdated 非推奨 廃止 旧 旧称",
        TermStatus.FORBIDDEN: "forbidden prohibited banned do_not_use donotuse not_allowed rejected ng 禁止 使用禁止 使用不可 不可 却下 不採用",
    }.items()
    for word in words.split()
}
"""What other glossaries call a status, blanks written as ``_``."""
BEHIND_A_TERM = {"term_info": "Term_Info", "term_example": "context", "term_note": "note"}
"""Columns that say something of the term before them, and what they are here."""
FORBIDDEN_RE = re.compile(r"\bforbidden\b", re.I)
KEPT_STATUS = "entry status"
MAIN = {"ja": Language.JA, "en": Language.EN}
LISTS = {name: (language, status) for name, language, status in TERM_COLUMNS if name not in MAIN}


def is_wide(names: Sequence[str]) -> bool:
    """Whether a header of ours by name (``mapped_header``) needs one term per line.

    >>> is_wide(["id", "ja", "en"]), is_wide(["ja", "ja", "en"]), is_wide(["ja", "en", "status"])
    (False, True, True)
    """
    if {"concept", "language", "term"} <= set(names):
        return False
    return "status" in names or any(names.count(name) > 1 for name in MAIN)


def status_of_word(word: str) -> TermStatus | None:
    """The status that a foreign word names, None if we know none.

    >>> status_of_word("Do not use"), status_of_word("推奨"), status_of_word("draft")
    (<TermStatus.FORBIDDEN: 'forbidden'>, <TermStatus.PREFERRED: 'preferred'>, None)
    """
    return STATUS_WORDS.get("_".join(word.lower().split()))


@dataclass
class _Term:
    language: Language
    text: str
    status: TermStatus | None
    """As the row says; None: the first of its language is preferred, others are admitted."""
    cells: dict[str, str] = field(default_factory=dict)


@dataclass
class _Entry:
    """A concept: what its rows say of it, and its terms with the lines they stand on."""

    head: dict[str, str]
    terms: list[tuple[int, _Term]] = field(default_factory=list)


def narrow(names: Sequence[str], rows: Sequence[tuple[int, Sequence[str]]]) -> list[Line]:
    """Rows as lines with one term each, by the columns of that form, each with the line it comes from."""
    entries = _Entries()
    late: list[tuple[int, dict[str, str], list[_Term], TermStatus]] = []
    for line, cells in rows:
        head, terms, status = _split(names, cells)
        if status in (None, TermStatus.PREFERRED):
            entries.add(line, head, terms)
        else:
            late.append((line, head, terms, status))
    for line, head, terms, status in late:  # what may not be used belongs to what is used instead
        entries.add(line, head, terms, status)
    return [each for name, entry in entries.by_name.items() for each in _lines(name, entry)]


def _split(
    names: Sequence[str], cells: Sequence[str]
) -> tuple[dict[str, str], list[_Term], TermStatus | None]:
    """What a row says of the concept, its terms, and the status of the pair if it names one that we know."""
    head: dict[str, str] = {}
    terms: list[_Term] = []
    status: TermStatus | None = None
    is_behind = False
    last: _Term | None = None
    for name, cell in zip(names, cells, strict=False):
        behind = (
            BEHIND_A_TERM.get(re.sub(r"[ _]\d+$", "", name).lower().replace(" ", "_")) if is_behind else None
        )
        if name in MAIN:
            last = _Term(MAIN[name], cell, None) if cell else None
            is_behind = True
            terms += [last] if last else []
        elif behind:
            if cell and last:
                last.cells[behind] = cell
                if behind == "Term_Info" and FORBIDDEN_RE.search(cell):
                    last.status = TermStatus.FORBIDDEN
        elif name in LISTS:
            terms += [_Term(LISTS[name][0], text, LISTS[name][1]) for text in listed(cell)]
        elif name == "status":
            status = status_of_word(cell)
            if cell and (status is None or cell.lower() != status.value):
                head[KEPT_STATUS] = cell
        elif cell:
            head[name] = cell
    return head, terms, status


class _Entries:
    """The concepts so far, by id and by the terms that may be used for them."""

    def __init__(self) -> None:
        self.by_name: dict[str, _Entry] = {}
        self._by_term: dict[tuple[Language, str], _Entry] = {}

    def add(
        self, line: int, head: dict[str, str], terms: Sequence[_Term], status: TermStatus | None = None
    ) -> None:
        """Add a row to the concept that it names: by its id; a pair with a status, by a term that it shares."""
        firsts = {
            language: next((t.text for t in terms if t.language is language), "")
            for language in MAIN.values()
        }
        name = head.pop("id", "")
        owner = self.by_name.get(name) if name else None
        if owner is None and status is not None:
            owner = next(filter(None, (self._by_term.get(first) for first in firsts.items())), None)
        name = name or default_id(firsts[Language.JA], firsts[Language.EN])
        owner = owner or self.by_name.get(name)
        rest: dict[str, str] = {}
        if owner is None:
            owner = self.by_name[name] = _Entry(head)
            if status is not None:  # alone, a pair forbids its translation, not the word that is translated
                _give([term for term in terms if term.language is Language.EN], status)
        else:
            rest = {key: value for key, value in head.items() if owner.head.get(key) != value}
            _give(terms, status)
        self._join(owner, line, terms, rest)

    def _join(self, owner: _Entry, line: int, terms: Sequence[_Term], rest: Mapping[str, str]) -> None:
        known = {(term.language, term.text) for _, term in owner.terms}
        new = [term for term in terms if (term.language, term.text) not in known]
        for term in new or (terms[:1] if rest else ()):
            term.cells.update(_own(rest, term.cells))
            rest = {}
            owner.terms.append((line, term))
            if term.status in (None, TermStatus.PREFERRED):
                self._by_term.setdefault((term.language, term.text), owner)


def _give(terms: Sequence[_Term], status: TermStatus | None) -> None:
    for term in terms:
        term.status = term.status or status


def _own(rest: Mapping[str, str], taken: Mapping[str, str]) -> dict[str, str]:
    """What a further row says besides its terms, as fields of its first new term."""
    found = {}
    for name, value in rest.items():
        fits = name in TERM_FIELDS or name not in CONCEPT_FIELDS
        found[name if fits and name not in taken else f"entry {name}"] = value
    return found


def _lines(name: str, entry: _Entry) -> Iterator[Line]:
    head = {TERM_FORM_FIELDS.get(key, CONCEPT_PREFIX + key): value for key, value in entry.head.items()}
    seen: set[Language] = {term.language for _, term in entry.terms if term.status is TermStatus.PREFERRED}
    for line, term in entry.terms:
        status = term.status
        if status is None:
            status = TermStatus.ADMITTED if term.language in seen else TermStatus.PREFERRED
            seen.add(term.language)
        yield (
            line,
            {
                "concept": name,
                "language": term.language.value,
                "term": term.text,
                "status": status.value,
                **term.cells,
                **head,
            },
        )
        head = {}
