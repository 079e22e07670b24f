"""Names of persons that English spells otherwise than Japanese reads them: 小野寺 真由美, Mayumi Onodara."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import OSA

from bilingual.checks.building import spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.glossary.romaji import plain_name, romaji
from bilingual.model.alignment import PairKind, Side
from bilingual.model.document import Span
from bilingual.model.report import Finding, Severity
from bilingual.text.normalize import fold, map_text
from bilingual.tokenizers.japanese import SpokenWord, readings, spoken_words

_ROLES = {
    "氏名": "name",
    "代表者": "representative",
    "責任者": "contact|inquir|responsib|in charge|manager|officer",
    "取締役": "director",
    "監査役": "auditor|supervisory",
    "執行役": "officer|executive",
    "社長": "president|ceo|chief executive",
    "会長": "chair",
    "委員": "member|committee",
    "部長": "manager|head|director",
}
"""What names of officers stand beside, and the beginnings of English words for it."""
_BLANK_RE = re.compile(r"\s?")
_NAME_EN_RE = re.compile(r"(?<![\w-])(?=([A-Z][A-Za-zĀĒĪŌŪāēīōū']+) ([A-Z][A-Za-zĀĒĪŌŪāēīōū']+)(?![\w-]))")
_KINDS = frozenset({PairKind.PROSE, PairKind.NOTE, PairKind.HEADING})
_SEVERAL = 2
_MOST_LINES = 120
"""Lines with roles that are read; a list of a hundred officers is no release."""
_SOUNDS = str.maketrans("zdgbpjwv", "stkhhshb")
"""Readings differ in these: Yamazaki and Yamasaki, Fujiwara and Fujihara."""
_LETTERS = 4
"""Letters of a name that one other letter does not make another one."""
_ENDING = 2
"""Letters at the end of a given name that tell it from others of the same kanji: Hikaru and Hikari."""


class _Person(NamedTuple):
    """A surname and a given name as Japanese reads them, and where they stand."""

    surname: str
    given: str
    span: Span
    kanji: tuple[str, str]


def misspelled_persons(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield names of which English has one half, and the other with one letter otherwise than any reading.

    Names have many readings: the rule is silent wherever neither half, or more than a letter, answers Japanese.
    """
    persons = exam.ja.once(_persons)
    if not persons:
        return
    named = exam.en.once(_english_names)
    for person in persons:
        if any(_key(person.surname, person.given) == _key(*name) for name in named):
            continue
        found = [both for both in named if _is_slip(person, *both) or _is_slip(person, *reversed(both))]
        if len(found) == 1:
            ja, en = spot(exam.ja, person.span), spot(exam.en, named[found[0]])
            phrase = f"The name differs, {ja.text} in Japanese, {en.text} in English."
            yield make(check, Severity.WARNING, phrase, ja, en)


def exchanged_persons(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield lines that correspond and name one person each, of which English names another one of the document; two that changed places once."""
    persons = exam.ja.once(_persons)
    if len(persons) < _SEVERAL:
        return
    by_name = {_key(person.surname, person.given): person for person in persons}
    told: set[frozenset[frozenset[str]]] = set()
    for pair in exam.pairs:
        if pair.kind not in _KINDS or len(pair.ja_readings) != 1 or len(pair.en_readings) != 1:
            continue
        here = pair.ja_readings[0].segment.span
        held = [key for key, person in by_name.items() if here.start <= person.span.start < here.end]
        if len(held) != 1:
            continue
        content = pair.en_readings[0].segment.content
        if not _has_role(pair.ja_readings[0].segment.text, content.text):
            continue  # the line of another officer
        names = {
            _key(plain_name(one[1]), plain_name(one[2])): one for one in _NAME_EN_RE.finditer(content.text)
        }
        others = [key for key in names if key in by_name]
        both = frozenset([*held, *others])
        if len(others) == 1 and others[0] not in held and both not in told:
            told.add(both)
            ja = spot(exam.ja, by_name[held[0]].span)
            en = spot(exam.en, content.span(names[others[0]].start(1), names[others[0]].end(2)))
            phrase = f"Another person is named, {ja.text} in Japanese, {en.text} in English."
            yield make(check, Severity.WARNING, phrase, ja, en)


def _has_role(ja: str, en: str) -> bool:
    """Whether English names a role that Japanese names."""
    words = [english for role, english in _ROLES.items() if role in ja]
    return not words or re.search(rf"\b(?:{'|'.join(words)})", en, re.IGNORECASE) is not None


def _key(one: str, other: str) -> frozenset[str]:
    """Both halves of a name as they are heard, in either order."""
    return frozenset({_heard(one), _heard(other)})


def _is_slip(person: _Person, given: str, surname: str) -> bool:
    """Whether one half is as it is read and the other one is a letter off, at its inside."""
    if given == person.given:
        return _differs(person.surname, surname, 0) and not _is_read(person.kanji[0], surname)
    if surname != person.surname or not _differs(person.given, given, _ENDING):
        return False
    return not _is_read(person.kanji[1], given)


def _is_read(kanji: str, written: str) -> bool:
    """Whether the dictionary has another reading of a name that English writes."""
    return any(_heard(romaji(reading)) == _heard(written) for reading in readings(kanji))


def _differs(read: str, written: str, ending: int) -> bool:
    if min(len(read), len(written)) < _LETTERS or read[0] != written[0] or _heard(read) == _heard(written):
        return False
    if OSA.distance(read, written, score_cutoff=1) != 1:
        return False
    return not ending or read[-ending:] == written[-ending:]


def _heard(name: str) -> str:
    """A name without what voicing and long vowels make of it.

    >>> _heard("yamazaki") == _heard("yamasaki"), _heard("onodera") == _heard("onodara")
    (True, False)
    """
    return name.translate(_SOUNDS)


def _persons(side: Side) -> tuple[_Person, ...]:
    """The persons of lines with roles, each once."""
    document = side.document
    found: dict[tuple[str, str], _Person] = {}
    for number in _lines_with_roles(side)[:_MOST_LINES]:
        span = document.line_span(number)
        for person in _in_line(fold(document.text[span.start : span.end]), span.start):
            found.setdefault((person.surname, person.given), person)
    return tuple(found.values())


def _lines_with_roles(side: Side) -> list[int]:
    """The numbers of the lines that name a role; words are found faster than patterns."""
    document = side.document
    numbers: set[int] = set()
    for first, last in side.lines:
        start, end = document.line_span(first).start, document.line_span(last).end
        for role in _ROLES:
            at = document.text.find(role, start, end)
            while at >= 0:
                number = document.line_number(at)
                numbers.add(number)
                at = document.text.find(role, document.line_span(number).end, end)
    return sorted(numbers)


def _in_line(text: str, start: int) -> Iterator[_Person]:
    """Two proper names of two kanji and more beside each other, read by the dictionary."""
    words = [word for word in spoken_words(text) if word.reading and _is_kanji(text, word)]
    for one, other in pairwise(words):
        if _BLANK_RE.fullmatch(text, one.end, other.start):
            yield _Person(
                romaji(one.reading),
                romaji(other.reading),
                Span(start + one.start, start + other.end),
                (text[one.start : one.end], text[other.start : other.end]),
            )


def _is_kanji(text: str, word: SpokenWord) -> bool:
    return word.end - word.start > 1 and all(
        "\u3400" <= letter <= "\u9fff" for letter in text[word.start : word.end]
    )


def _english_names(side: Side) -> dict[tuple[str, str], Span]:
    """Words with capitals beside each other, plainly spelled, and where they stand first."""
    document = side.document
    found: dict[tuple[str, str], Span] = {}
    for first, last in side.lines:
        start, end = document.line_span(first).start, document.line_span(last).end
        content = map_text(document.text[start:end], start)  # letters without a width part no name
        for match in _NAME_EN_RE.finditer(content.text):
            key = plain_name(match[1]), plain_name(match[2])
            found.setdefault(key, content.span(match.start(1), match.end(2)))
    return found
