"""What one language says, and what the other writes whenever it says it: per day, 日; 12 crews, 乗 or 班.

``answers.tsv`` beside this module is plain data (see `lines.py`). Its fields are the ``topic``, the ``language``, the
words that say a thing and the words of the other language one of which answers them; patterns of regular expressions.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from bilingual.contrasts.lines import packaged, read_rows
from bilingual.model.document import Language

FIELDS = ("topic", "language", "said", "answered")


class Answer(NamedTuple):
    """Words of one language, and those of the other that answer them."""

    said: str
    answered: str


@cache
def answers(topic: str, language: Language) -> tuple[Answer, ...]:
    """What a language says of a topic (``times``, ``things``) with its answers, in the order of the table."""
    rows = read_rows(packaged("answers.tsv"), len(FIELDS))
    return tuple(Answer(*fields[2:]) for fields in rows if fields[:2] == [topic, language.value])
