"""The termbase of a run with its indexes, as it stands on the document's day for the document's company."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from bilingual.glossary import combine, load, load_default
from bilingual.glossary.labels import Labels, labels_of
from bilingual.glossary.matcher import Matcher, matcher_of
from bilingual.model.alignment import Side
from bilingual.model.termbase import Termbase
from bilingual.options import Options

HEAD = 40
"""Lines at the top of a document that name its issuer."""
LETTER_RE = re.compile(r"[A-Za-z0-9]")


class Terms(NamedTuple):
    """A termbase with the indexes built on it."""

    termbase: Termbase
    matcher: Matcher
    labels: Labels


def load_terms(
    glossaries: tuple[str, ...] = (), day: str = "", company: str = "", *, packaged: bool = True
) -> Terms:
    """The packaged termbase with company glossaries over it, on a day and for a company, and its indexes.

    Raises:
        GlossaryError: a file that is missing or has a broken line.
    """
    return _load_terms(glossaries, day, company, packaged)


@lru_cache(maxsize=8)
def _load_terms(glossaries: tuple[str, ...], day: str, company: str, packaged: bool) -> Terms:
    general = _termbase(glossaries, packaged)
    termbase = general.at(day, company)
    if (day or company) and termbase is general:
        return _load_terms(glossaries, "", "", packaged)
    matcher = matcher_of(termbase)
    return Terms(termbase, matcher, labels_of(matcher))


@lru_cache(maxsize=8)
def _termbase(glossaries: tuple[str, ...], packaged: bool) -> Termbase:
    termbase = load_default() if packaged else Termbase()
    return combine(termbase, load(glossaries)) if glossaries else termbase


def terms_for(options: Options, sides: Sequence[Side] = ()) -> Terms:
    """The terms for documents: of the day and company that the options name, else of those that the documents name.

    Raises:
        GlossaryError: a glossary that is missing or has a broken line.
    """
    termbase = _termbase(options.glossaries, options.packaged)
    if not termbase.is_conditional:
        return load_terms(options.glossaries, packaged=options.packaged)
    company = options.company.name or issuer(termbase.scopes, map(_head, sides))
    day = options.date or _release_day(sides)
    return load_terms(options.glossaries, day, company, packaged=options.packaged)


def _release_day(sides: Iterable[Side]) -> str:
    """The day of release that stands in the documents; the last day of the period reported where there is none."""
    for side in sides:
        current = side.calendar.current
        day = side.calendar.release or (current.end if current is not None else None)
        if day is not None:
            return day.isoformat()
    return ""


def _head(side: Side) -> str:
    lines = [line for first, last in side.lines for line in range(first, last + 1)][:HEAD]
    return "\n".join(side.document.line_text(line) for line in lines)


def issuer(scopes: Iterable[str], heads: Iterable[str]) -> str:
    """The company, of those that terms are for, that the tops of the documents name; empty if none or several.

    >>> issuer(["IIJ", "Other Company"], ["IIJ Announces Results"])
    'IIJ'
    """
    texts = [unicodedata.normalize("NFKC", head).casefold() for head in heads]
    named = [scope for scope in scopes if any(_names(text, scope) for text in texts)]
    return named[0] if len(named) == 1 else ""


def _names(text: str, scope: str) -> bool:
    name = unicodedata.normalize("NFKC", scope).casefold().strip()
    before = r"(?<![a-z0-9])" if LETTER_RE.match(name) else ""
    after = r"(?![a-z0-9])" if LETTER_RE.match(name[-1:]) else ""
    return bool(name) and name in text and re.search(before + re.escape(name) + after, text) is not None
