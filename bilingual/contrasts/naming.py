"""What words beside figures name: 国内 and overseas, 基準日 and record date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from bilingual.contrasts.pieces import Gate
from bilingual.contrasts.vocabulary import Member, vocabulary
from bilingual.model.document import Language


class Named(NamedTuple):
    """Words of a text that name a member of a contrast."""

    start: int
    end: int
    name: str


def names_in(text: str, language: Language) -> list[Named]:
    """The words of a text that name figures, from left to right; of words at one place the first of the vocabulary.

    >>> [each.name for each in names_in("国内120店、海外45店", Language.JA)]
    ['home-or-abroad home', 'home-or-abroad abroad']
    """
    members, gate = _members(language)
    return _leftmost(text, [members[number] for number in gate.open_to(text)])


_Words = tuple[str, re.Pattern[str]]


def _leftmost(text: str, words: Sequence[_Words]) -> list[Named]:
    found: list[Named] = []
    ahead = {at: match for at, (_, pattern) in enumerate(words) if (match := pattern.search(text))}
    while ahead:
        at, match = min(ahead.items(), key=lambda item: (item[1].start(), item[0]))
        found.append(Named(*match.span(), words[at][0]))
        for other, far in list(ahead.items()):
            if far.start() < match.end():
                following = words[other][1].search(text, match.end())
                if following:
                    ahead[other] = following
                else:
                    del ahead[other]
    return found


@lru_cache
def _members(language: Language) -> tuple[list[_Words], Gate]:
    members: list[tuple[str, Member]] = [
        (f"{contrast.name} {member.name}", member)
        for contrast in vocabulary("figures").contrasts
        for member in contrast.members
    ]
    words = [(name, pattern) for name, member in members if (pattern := member.may(language))]
    patterns = ["|".join(filter(None, (m.words[language], m.others[language]))) for _, m in members]
    return words, Gate([pattern for pattern in patterns if pattern], small=language is Language.EN)
