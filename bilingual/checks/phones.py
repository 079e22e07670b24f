"""The telephone number of the one to ask, of which digits differ between the versions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilingual.checks.building import spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.model.alignment import Side
from bilingual.model.document import Span
from bilingual.model.report import Finding, Severity
from bilingual.text.normalize import fold

NAMES = ("TEL", "Tel", "電話", "Phone", "phone", "℡", "ＴＥＬ", "Ｔｅｌ")
PHONE_RE = re.compile(
    r"(?:\b(?:TEL|Tel|[Tt]elephone|[Pp]hone)\b|電話(?:番号)?|℡)[\s.:(]{0,6}(\+?\d[\d() -]{7,18}\d)(?!\d)"
)
COUNTRY_RE = re.compile(r"\A(?:\+\s?81|81(?=[ (-]))")
MOST_OTHER = 2
"""Digits that a slip changes; with more the English version names another desk."""


def other_phones(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield a finding where each version has one number that the other lacks, and digits of it were mistaken."""
    mine, theirs = _phones(exam.ja), _phones(exam.en)
    here, there = mine.keys() - theirs.keys(), theirs.keys() - mine.keys()
    if len(here) != 1 or len(there) != 1:
        return
    (ja,), (en,) = here, there
    if len(ja) != len(en) or sum(map(str.__ne__, ja, en)) > MOST_OTHER:
        return
    places = spot(exam.ja, mine[ja]), spot(exam.en, theirs[en])
    phrase = f"The telephone number differs, {places[0].text} in Japanese, {places[1].text} in English."
    yield make(check, Severity.WARNING, phrase, *places)


def _phones(side: Side) -> dict[str, Span]:
    """The numbers that a side names, without the digits that call the country or the area from within it."""
    document = side.document
    found: dict[str, Span] = {}
    for first, last in side.lines:
        start, end = document.line_span(first).start, document.line_span(last).end
        text = document.text[start:end]
        if not any(name in text for name in NAMES):
            continue
        for match in PHONE_RE.finditer(fold(text)):
            digits = re.sub(r"\D", "", COUNTRY_RE.sub("", match[1], count=1)).removeprefix("0")
            found[digits] = Span(start + match.start(1), start + match.end(1))
    return found
