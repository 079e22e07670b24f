"""UTX to concepts, and back. Specification: UTX 1.20 (AAMT, 2018); older versions are read as well.

A line is a pair of terms. We write a concept as its preferred pair (``approved``) and a line for each further term,
paired with the preferred term of the other language: ``non-standard`` for admitted terms, ``forbidden`` for deprecated
and forbidden ones, which the column ``x-status`` keeps apart. The fields of a term stand in columns with ``src:`` or
``tgt:`` before their name, those of the concept on its first line. Tabs and line ends in texts become blanks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from bilingual.containers.delimited import decode_text
from bilingual.containers.tags import language_of_tag
from bilingual.errors import GlossaryError
from bilingual.glossary.cells import guarded, unguarded
from bilingual.glossary.columns import CONCEPT_FIELDS, TERM_FIELDS
from bilingual.glossary.concept_heads import head_cells, head_of
from bilingual.glossary.concept_rows import default_id
from bilingual.glossary.csv_format import Reading
from bilingual.glossary.losses import Loss
from bilingual.glossary.problems import Problem
from bilingual.model.document import Language
from bilingual.model.termbase import Concept, GlossaryFile, Term, TermStatus

VERSION_RE = re.compile(r"#\s*UTX(?:-S)?\s+[\d.]+")
DIRECTION_RE = re.compile(r"([A-Za-z-]+)\s*/\s*([A-Za-z-]+)")
BREAK_RE = re.compile("[\t\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
COMMENT_RE = re.compile("'*#")
STATUSES = {
    "approved": TermStatus.PREFERRED,
    "provisional": TermStatus.PREFERRED,
    "non-standard": TermStatus.ADMITTED,
    "forbidden": TermStatus.FORBIDDEN,
    "rejected": TermStatus.FORBIDDEN,
    "": TermStatus.PREFERRED,
}
WORDS = {
    TermStatus.PREFERRED: "approved",
    TermStatus.ADMITTED: "non-standard",
    TermStatus.DEPRECATED: "forbidden",
    TermStatus.FORBIDDEN: "forbidden",
}
NAMES = {
    "src": "src",
    "tgt": "tgt",
    "term status": "status",
    "concept id": "concept",
    "src:pos": "pos",
    "x-status": "own",
}
OWN_NAMES = {"pos": "x-pos", "term status": "x-term status"}
"""Further fields of a term whose names mean something in UTX, and what they are called there."""
FIRST = ("src", "tgt", "src:pos", "term status", "concept ID", "x-status")
UNKNOWN_POS = ("", "noun", "-")


def write_utx(concepts: Sequence[Concept]) -> tuple[bytes, list[Loss]]:
    """A UTX file from Japanese to English, dated by its newest entry."""
    losses: list[Loss] = []
    lines: list[dict[str, str]] = []
    for concept in concepts:
        found, lost = _lines(concept)
        lines.extend(found)
        losses.extend(lost)
    names = [*FIRST, *dict.fromkeys(name for line in lines for name in line if name not in FIRST)]
    newest = max((concept.date for concept in concepts), default="")
    head = "; ".join(
        part for part in ("#UTX 1.20", "ja/en", newest, "copyright: unknown", "license: unknown") if part
    )
    rows = [head, "#" + "\t".join(names)]
    rows += ["\t".join(_cell(line.get(name, "")) for name in names) for line in lines]
    return ("\n".join(rows) + "\n").encode("utf-8"), losses


def _cell(text: str) -> str:
    """A text as a cell: no formula, no comment, no line of its own."""
    text = BREAK_RE.sub(" ", text)
    return f"'{text}" if COMMENT_RE.match(text) else guarded(text)


def _lines(concept: Concept) -> tuple[list[dict[str, str]], list[Loss]]:
    mains = [next(iter(concept.in_language(language)), None) for language in Language]
    ja, en = mains
    if ja is None or en is None:
        missing = Language.JA if ja is None else Language.EN
        texts = " | ".join(term.text for term in concept.terms)
        return [], [
            Loss(
                concept.id,
                missing.value,
                texts,
                "a line of UTX needs terms in both languages; the concept is left out",
            )
        ]
    pairs = [(ja, en, ja)]
    pairs += [
        (term, en, term) if term.language is Language.JA else (ja, term, term)
        for term in concept.terms
        if term not in (ja, en)
    ]
    lines = []
    for source, target, own in pairs:
        line = {
            "src": source.text,
            "tgt": target.text,
            "src:pos": "noun",
            "term status": WORDS[own.status],
            "concept ID": concept.id,
        }
        is_first = own is ja
        if is_first and (ja.status, en.status) != (TermStatus.PREFERRED, TermStatus.PREFERRED):
            line["x-status"] = f"{ja.status.value}/{en.status.value}"
        elif own.status is TermStatus.DEPRECATED:
            line["x-status"] = own.status.value
        for side, term in (("src", source), ("tgt", target)):
            if is_first or term is own:
                cells = {column: str(getattr(term, name)) for column, name in TERM_FIELDS.items()}
                cells |= {OWN_NAMES.get(name, name): value for name, value in term.extra}
                line |= {f"{side}:{name}": value for name, value in cells.items() if value}
        if is_first:
            line |= head_cells(concept) | dict(concept.extra)
        lines.append(line)
    losses = [
        Loss(concept.id, name, value, "tabs and line ends became blanks")
        for line in lines
        for name, value in line.items()
        if BREAK_RE.search(value)
    ]
    return lines, losses


@dataclass
class _Group:
    """What the lines of one concept say."""

    line: int
    cells: dict[str, str] = field(default_factory=dict)
    mains: dict[Language, str] = field(default_factory=dict)
    terms: dict[tuple[Language, str], Term] = field(default_factory=dict)
    """The first line of a term counts, except that a preferred pair may follow."""


def read_utx(path: Path, data: bytes, layer: int) -> Reading:
    """The concepts of a UTX file.

    Raises:
        GlossaryError: no UTX, or in other languages.
    """
    text, _ = decode_text(path, data)
    lines = text.split("\n")
    sides, names = _head(path, lines)
    groups: dict[str, _Group] = {}
    problems: list[Problem] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = {name: _text(cell) for name, cell in zip(names, line.rstrip("\r").split("\t"), strict=False)}
        problem = _take(str(path), number, cells, sides, groups)
        if problem is not None:
            problems.append(problem)
    concepts: list[Concept] = []
    for name, group in groups.items():
        head = head_of(
            str(path), group.line, {each: group.cells.get(each, "") for each in CONCEPT_FIELDS}, {}
        )
        if isinstance(head, Problem):
            problems.append(head)
            continue
        terms = tuple(sorted(group.terms.values(), key=lambda term: term.status.rank))
        extra = tuple(sorted((key, value) for key, value in group.cells.items() if key not in CONCEPT_FIELDS))
        concepts.append(
            replace(head, id=name, terms=terms, extra=extra, layer=layer, file=str(path), line=group.line)
        )
    if not concepts and not problems:
        problems.append(Problem(str(path), 1, "", "empty", "expected lines with terms, found none"))
    return Reading(tuple(concepts), GlossaryFile(str(path), ""), tuple(problems))


def _head(path: Path, lines: Sequence[str]) -> tuple[dict[str, Language], list[str]]:
    """The languages of ``src`` and ``tgt``, and the names of the columns."""
    first = lines[0].strip()
    if not VERSION_RE.match(first):
        raise GlossaryError(f"{path}: line 1: expected '#UTX 1.20; ja/en; …', found {first[:60]!r}")
    direction = DIRECTION_RE.search(first.partition(";")[2])
    tags = direction.groups() if direction else ("", "")
    source, target = (language_of_tag(tag) for tag in tags)
    if source is None or target is None or source is target:
        raise GlossaryError(f"{path}: line 1: expected ja/en or en/ja, found {'/'.join(tags)!r}")
    named = next((line for line in lines[1:] if re.match(r"#\s*(?:src\b|[^\t]*\t?term:)", line)), "")
    if not named:
        raise GlossaryError(
            f"{path}: line 2: expected the columns '#src, tgt, src:pos, …', found none; add them"
        )
    names = [name.strip() for name in named.lstrip("#").rstrip("\r").split("\t")]
    return {"src": source, "tgt": target}, [_sided(name, {source: "src", target: "tgt"}) for name in names]


def _sided(name: str, sides: Mapping[Language, str]) -> str:
    """The name of a column by its side where it is by its language: ``term:ja``, ``pos:en``.

    >>> sides = {Language.JA: "src", Language.EN: "tgt"}
    >>> _sided("term:ja", sides), _sided("pos:en-US", sides), _sided("term:fr", sides), _sided("src:pos", sides)
    ('src', 'tgt:pos', 'term:fr', 'src:pos')
    """
    what, mark, tag = name.rpartition(":")
    language = language_of_tag(tag) if mark and what not in sides.values() else None
    side = sides.get(language) if language else None
    if side is None:
        return name
    return side if what == "term" else f"{side}:{what}"


def _text(cell: str) -> str:
    cell = cell.strip()
    return cell[1:] if cell.startswith("'") and COMMENT_RE.match(cell) else unguarded(cell)


def _kin(groups: Mapping[str, _Group], texts: Mapping[Language, str], status: TermStatus) -> str:
    """The concept of a line that names none: for a term not to be preferred, an earlier one with its other term."""
    if status is not TermStatus.PREFERRED:
        for name, group in groups.items():
            if any(group.mains[language] == text for language, text in texts.items()):
                return name
    return default_id(texts[Language.JA], texts[Language.EN])


def _statuses(
    stated: TermStatus, own: Sequence[str], source: Language, *, is_new: bool
) -> dict[Language, TermStatus]:
    """The statuses of the terms of a line: as the column of ours says for both, or as the one of the format implies."""
    known = set(TermStatus.__members__.values())
    if is_new and len(own) == len(Language) and set(own) <= known:
        return {language: TermStatus(each) for language, each in zip(Language, own, strict=True)}
    if list(own) != [""] and set(own) <= known:
        return dict.fromkeys(Language, TermStatus(own[0]))
    statuses = dict.fromkeys(Language, stated)
    if is_new and statuses[Language.JA] is not TermStatus.PREFERRED:
        # A line alone forbids its translation, not the word that is translated.
        statuses[source] = TermStatus.PREFERRED
    return statuses


def _term(text: str, language: Language, status: TermStatus, more: dict[str, str], number: int) -> Term:
    """A term with what further columns say of it."""
    pos = more.pop("pos", "")
    if pos not in UNKNOWN_POS:
        more["partOfSpeech"] = pos
    more |= {name: more.pop(own) for name, own in OWN_NAMES.items() if own in more}
    fields = {TERM_FIELDS[key]: more.pop(key) for key in [*more] if key in TERM_FIELDS}
    return Term(text, language, status, extra=tuple(sorted(more.items())), line=number, **fields)


def _take(
    path: str, number: int, cells: Mapping[str, str], sides: Mapping[str, Language], groups: dict[str, _Group]
) -> Problem | None:
    fixed = {NAMES[name.lower()]: cell for name, cell in cells.items() if name.lower() in NAMES}
    texts = {sides[side]: fixed.get(side, "") for side in ("src", "tgt")}
    for side in ("src", "tgt"):
        if not fixed.get(side):
            return Problem(path, number, side, "empty-term", "expected a term, found nothing")
    by_side = "" if "status" in fixed else "tgt:term status"
    word = (cells.get(by_side, "") if by_side else fixed["status"]).lower()
    if word not in STATUSES:
        message = f"expected a term status ({', '.join(filter(None, STATUSES))}), found {word!r}"
        return Problem(path, number, "term status", "broken-status", message)
    name = fixed.get("concept") or _kin(groups, texts, STATUSES[word])
    is_new = name not in groups
    group = groups.setdefault(name, _Group(number))
    statuses = _statuses(STATUSES[word], fixed.get("own", "").split("/"), sides["src"], is_new=is_new)
    for side, language in sides.items():
        text = texts[language]
        if not is_new and text == group.mains.get(language):
            continue
        group.mains.setdefault(language, text)
        more = {
            key.removeprefix(f"{side}:"): value
            for key, value in cells.items()
            if key.startswith(f"{side}:") and value and key != by_side
        }
        term = _term(text, language, statuses[language], more, number)
        group.terms.setdefault((language, text), term)
    further = {
        key: value
        for key, value in cells.items()
        if key.lower() not in NAMES and key[:4] not in ("src:", "tgt:")
    }
    if word in ("provisional", "rejected"):
        further["utx status"] = word
    group.cells |= {key: value for key, value in further.items() if value and key not in group.cells}
    return None
