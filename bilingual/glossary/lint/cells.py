"""What is wrong with the cells of one line, each by itself, and how the safe ones are mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from bilingual.glossary.cells import is_live, unguarded
from bilingual.glossary.columns import ROW_REQUIRED, TERM_COLUMNS, Header, language_of
from bilingual.glossary.lint import spelling
from bilingual.glossary.problems import Problem
from bilingual.glossary.records import Record
from bilingual.model.document import Language

ROW_TERMS = {name: language for name, language, _ in TERM_COLUMNS}
MISPLACED = frozenset({"from", "until", "scope", "context", "status"})


class CellRule(NamedTuple):
    """A rule whose problems can be mended.

    Attributes:
        code: of the problem.
        mend: a term to what it should be.
        languages: of the terms that it looks at.
        message: what is wrong.
    """

    code: str
    mend: Callable[[str], str]
    languages: tuple[Language, ...]
    message: str


BOTH = (Language.JA, Language.EN)
CELL_RULES = (
    CellRule("invisible", spelling.visible, BOTH, "a character that nobody sees"),
    CellRule("spaces", spelling.single_spaced, BOTH, "blanks that are doubled, wide or at an end"),
    CellRule(
        "width", spelling.japanese_width, (Language.JA,), "half-width katakana, or letters of both widths"
    ),
    CellRule("width", spelling.english_width, (Language.EN,), "full-width letters in English"),
    CellRule("look-alike", spelling.unlike, BOTH, "a letter that looks like the one that is meant"),
    CellRule("brackets", spelling.brackets, BOTH, "brackets of different width"),
)
"""In the order in which they mend."""


def cell_problems(path: str, record: Record) -> Iterator[Problem]:
    """Problems of a line's cells: those that can be mended, then those that a person has to decide."""
    if record.header is None:
        return
    for name, cell in zip(record.header.names, record.cells, strict=False):
        if not cell:
            continue
        if is_live(cell.strip()):
            message = "a spreadsheet takes this cell for a formula"
            yield Problem(
                path, record.line, name, "live-cell", message, "write an apostrophe before it", True
            )
        language = _language(record, name)
        if language is None:
            if cell != cell.strip():
                yield Problem(path, record.line, name, "spaces", "blanks at an end", "take them out", True)
            continue
        yield from term_problems(path, record.line, name, cell, language)
        if record.header.is_terms or name in ROW_REQUIRED:
            continue
        for term in _doubled(_main(record, name), unguarded(cell.strip())):
            message = f"{term!r} stands twice"
            yield Problem(path, record.line, name, "duplicate-term", message, "remove one", True)


def term_problems(path: str, line: int, name: str, cell: str, language: Language) -> Iterator[Problem]:
    """What is wrong with the terms of one cell: blanks, width, look-alikes, brackets, the wrong language."""
    is_plain = language is Language.EN and cell.isascii() and "  " not in cell
    if cell != cell.strip():
        yield Problem(path, line, name, "spaces", "blanks at an end", "take them out", True)
    for part in _parts(name, unguarded(cell.strip())):
        term = part.strip()
        if spelling.PLAIN_RE.fullmatch(term) and language is Language.JA:
            continue
        if not (is_plain and term.isprintable()):
            for rule in CELL_RULES:
                mended = rule.mend(term) if language in rule.languages else term
                if mended != term:
                    yield Problem(path, line, name, rule.code, rule.message, f"write {mended!r}", True)
                    term = mended
            pair = spelling.doubtful(term)
            if pair:
                message = f"{pair[0]!r} in {term!r} may be meant for {pair[1]!r}"
                yield Problem(path, line, name, "look-alike", message, "look at it and correct or reword it")
        if spelling.has_open_brackets(term):
            yield Problem(
                path, line, name, "brackets", f"{term!r} has a bracket without its partner", "add it"
            )
        if language is Language.EN and spelling.JAPANESE_RE.search(term):
            message = f"{term!r} is not English"
            yield Problem(path, line, name, "wrong-language", message, "move it to the Japanese column")


def mended_cells(record: Record) -> list[str]:
    """The texts of a line's cells with all that is safe to mend mended (live cells are guarded on writing)."""
    if record.header is None:
        return record.cells
    cells = [unguarded(cell.strip()) for cell in record.cells]
    names = record.header.names[: len(cells)]
    for at, name in enumerate(names):
        language = _language(record, name)
        if language is not None:
            cells[at] = "|".join(_mended(part, language) for part in _parts(name, cells[at])).strip()
    if record.header.is_terms:
        return cells
    for at, name in enumerate(names):
        if name in ROW_TERMS and name not in ROW_REQUIRED:
            main = cells[names.index(name[:2])] if name[:2] in names else ""
            cells[at] = _without(cells[at], _doubled(main, cells[at]))
    return cells


def _mended(part: str, language: Language) -> str:
    """A term with what surrounds it as it was; what one rule mends may be for another one to see."""
    term = part.strip()
    if not term or (language is Language.JA and spelling.PLAIN_RE.fullmatch(term)):
        return part
    at = part.index(term)
    before, after = part[:at], part[at + len(term) :]
    mended = ""
    while mended != term:
        mended, term = term, _once(term, language)
    return f"{before}{term}{after}"


def _once(term: str, language: Language) -> str:
    for rule in CELL_RULES:
        if language in rule.languages:
            term = rule.mend(term)
    return term


def _main(record: Record, name: str) -> str:
    """The preferred term of the language of a column."""
    names = record.header.names if record.header else ()
    at = names.index(name[:2]) if name[:2] in names else len(record.cells)
    return unguarded(record.cells[at].strip()) if at < len(record.cells) else ""


def _doubled(main: str, cell: str) -> list[str]:
    """Variants that stand in the same cell before, or are the preferred term."""
    seen, found = {main}, []
    for part in cell.split("|"):
        term = part.strip()
        if term and term in seen:
            found.append(term)
        seen.add(term)
    return found


def _without(cell: str, doubled: list[str]) -> str:
    """A list of variants without the later ones of those that stand in it twice."""
    if not doubled:
        return cell
    left = Counter(doubled)
    parts = []
    for part in reversed(cell.split("|")):
        if left[part.strip()] > 0:
            left[part.strip()] -= 1
        else:
            parts.append(part)
    return "|".join(reversed(parts)).strip()


def _parts(name: str, cell: str) -> list[str]:
    return cell.split("|") if name in ROW_TERMS and name not in ROW_REQUIRED else [cell]


def _language(record: Record, name: str) -> Language | None:
    """The language of the terms in a column; None if it holds no terms."""
    if record.header is not None and record.header.is_terms:
        if name != "term":
            return None
        at = record.header.names.index("language")
        return language_of(record.cells[at].strip()) if at < len(record.cells) else None
    return ROW_TERMS.get(name)


def header_problems(path: str, line: int, header: Header) -> Iterator[Problem]:
    """Columns that mean something in the other form only."""
    if header.is_terms:
        return
    for name in header.names:
        if name in MISPLACED:
            message = f"{name} belongs to a term; where one line is a whole concept it has no meaning"
            way_out = "write one term per line: concept,language,term,status,…"
            yield Problem(path, line, name, "misplaced-column", message, way_out)
