"""Counters of Japanese, and the English nouns that exclude them: 校 counts schools and no beds.

``counters.tsv`` beside this module is plain data (see `lines.py`). Its fields are the counter, the English plurals that
mean what it counts and nothing else, and others that may; patterns of regular expressions. Where Japanese counts with
one, English has no noun of another. A row without a counter (``(?!)``) holds plurals that only exclude the others.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from bilingual.contrasts.lines import packaged, read_rows

FIELDS = ("ja", "en", "may")


class Counter(NamedTuple):
    """A counter of Japanese, the English plurals that mean what it counts and nothing else, and others that may."""

    ja: str
    en: str
    may: str


@cache
def counters() -> tuple[Counter, ...]:
    """All counters, in the order in which they are asked."""
    return tuple(Counter(*fields) for fields in read_rows(packaged("counters.tsv"), len(FIELDS)))


@cache
def any_noun() -> str:
    """The pattern of any plural that a counter may exclude."""
    return "|".join(counter.en for counter in counters())


@cache
def _any_counter() -> re.Pattern[str]:
    return re.compile("|".join(f"({counter.ja})" for counter in counters()))


@cache
def _nouns() -> list[re.Pattern[str]]:
    """What each counter may stand for."""
    return [re.compile(f"(?:{counter.en}|{counter.may or counter.en})") for counter in counters()]


def counter_at(text: str) -> str | None:
    """The counter that a Japanese text begins with.

    >>> counter_at("校を新設"), counter_at("正")
    ('校', None)
    """
    found = _any_counter().match(text)
    return found[0] if found else None


def is_counter(word: str) -> bool:
    """Whether a Japanese word is one of the counters, and nothing else."""
    return counter_at(word) == word


def is_noun(word: str) -> bool:
    """Whether an English plural is one of those that a counter may exclude."""
    return re.fullmatch(any_noun(), word) is not None


def counter_counts(counter: str, noun: str) -> bool:
    """Whether a Japanese counter may stand for an English plural.

    >>> counter_counts("校", "schools"), counter_counts("校", "beds")
    (True, False)
    """
    found = _any_counter().match(counter)
    return found is None or found.lastindex is None or bool(_nouns()[found.lastindex - 1].fullmatch(noun))
