"""The vocabulary of contrasts: words of either language of which a text has one and its translation the same.

``members.tsv`` beside this module is plain data, a line for each member of a contrast. Its fields, parted by tabs:

- ``rule``: the code of the check that tells of a difference;
- ``where``: the texts it is valid in: ``segments`` that a caller paired, ``sentences`` of documents, ``labels`` of rows,
  ``heads`` of columns, ``over`` several columns at once; ``figures``: words that name a figure beside them; ``boundary``:
  cells that say whose data a row holds;
- ``how``: how sure its words are, see `Way`;
- ``contrast`` and ``member``: names, the second unique within the first;
- ``ja`` and ``en``: the words that mean the member, patterns of regular expressions; empty where a language has none;
- ``ja_may`` and ``en_may``: words that may mean it, so that nothing is said against it where they stand.

Its lines are read by `lines.py`. English words stand by themselves, in capitals or small letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property, lru_cache
from itertools import groupby

from bilingual.contrasts.lines import packaged, read_rows
from bilingual.contrasts.pieces import Gate
from bilingual.model.contrast import OwnContrast
from bilingual.model.document import Language
from bilingual.text.normalize import fold

FIELDS = ("rule", "where", "how", "contrast", "member", "ja", "en", "ja_may", "en_may")


class Way(StrEnum):
    """How sure the words of a contrast are.

    Attributes:
        PLAIN: a word of the same member on the other side settles it, whatever stands beside it.
        STRICT: English has no word of another member, not even beside one of its own; told where nothing else is.
    """

    PLAIN = ""
    STRICT = "strict"


@dataclass(frozen=True)
class Member:
    """One of the things that a contrast tells apart.

    Attributes:
        name: unique within the contrast.
        words: by language, the pattern of the words that mean it.
        others: by language, the pattern of further words that may mean it.
    """

    name: str
    words: Mapping[Language, str]
    others: Mapping[Language, str]

    def says(self, language: Language) -> re.Pattern[str] | None:
        """What means the member in a language."""
        return _compiled(language, self.words[language])

    def may(self, language: Language) -> re.Pattern[str] | None:
        """What means the member or may mean it in a language."""
        return _compiled(language, "|".join(filter(None, (self.words[language], self.others[language]))))


@dataclass(frozen=True)
class Contrast:
    """Members that cannot stand for each other."""

    name: str
    rule: str
    where: frozenset[str]
    how: Way
    members: tuple[Member, ...]


@cache
def _compiled(language: Language, pattern: str) -> re.Pattern[str] | None:
    """A pattern of words, compiled when a text is asked for them for the first time: most texts hold few."""
    if not pattern:
        return None
    if language is Language.JA:
        return re.compile(pattern)
    # the letters around the words are written out: classes whose case does not count take three times as long to compile
    return re.compile(rf"(?<![A-Za-z\d])(?i:{pattern})(?!(?<=[A-Za-z])[A-Za-z])")


class Vocabulary:
    """Contrasts, and which of them a text may have words of.

    Args:
        contrasts: in the order in which they are asked.
    """

    def __init__(self, contrasts: Sequence[Contrast]) -> None:
        """Keep the contrasts in order."""
        self.contrasts = tuple(contrasts)

    @cached_property
    def _members(self) -> Sequence[tuple[int, Member]]:
        """All members, with the number of their contrast."""
        return [(number, member) for number, each in enumerate(self.contrasts) for member in each.members]

    @cached_property
    def _gates(self) -> Mapping[Language, Gate]:
        return {
            language: Gate(
                [member.words[language] for _, member in self._members], small=language is Language.EN
            )
            for language in Language
        }

    def named_in(self, text: str, language: Language) -> dict[int, tuple[Member, ...]]:
        """The members that a text may have words of, in order, by the number of their contrast."""
        found: dict[int, tuple[Member, ...]] = {}
        for at in self._gates[language].open_to(text):
            number, member = self._members[at]
            found[number] = (*found.get(number, ()), member)
        return found


def read_contrasts(text: str) -> Iterator[Contrast]:
    """Read contrasts from lines of the form that this module describes.

    Raises:
        ValueError: the lines of a contrast do not stand together, so that its members would not be told apart.
    """
    rows = list(read_rows(text, len(FIELDS)))
    seen: set[str] = set()
    for (rule, where, how, name), own in groupby(rows, key=lambda fields: tuple(fields[:4])):
        if name in seen:
            raise ValueError(f"the members of the contrast {name} do not stand together, or not alike")
        seen.add(name)
        members = tuple(_member(fields[4], fields[5:]) for fields in own)
        yield Contrast(name, rule, frozenset(where.split()), Way(how), members)


def _member(name: str, patterns: Sequence[str]) -> Member:
    ja, en, ja_may, en_may = patterns
    return Member(name, {Language.JA: ja, Language.EN: en}, {Language.JA: ja_may, Language.EN: en_may})


@lru_cache(maxsize=1)
def contrasts() -> tuple[Contrast, ...]:
    """All contrasts of the packaged vocabulary, in its order; read when asked for the first time."""
    return tuple(read_contrasts(packaged("members.tsv")))


@lru_cache(maxsize=32)
def vocabulary(where: str, own: tuple[OwnContrast, ...] = ()) -> Vocabulary:
    """The contrasts that are valid in texts of one kind, such as ``segments``; read when asked for the first time.

    Args:
        where: the kind of texts.
        own: contrasts of the project, which are asked first.
    """
    packaged = [contrast for contrast in contrasts() if where in contrast.where]
    return Vocabulary([*map(_of_project, own), *packaged])


def _of_project(own: OwnContrast) -> Contrast:
    """A contrast of words as they are written, the longer before what it starts with."""
    members = tuple(
        Member(
            one.name,
            {Language.JA: _written(one.ja), Language.EN: _written(one.en)},
            {Language.JA: "", Language.EN: ""},
        )
        for one in own.members
    )
    return Contrast(own.name, "TRM001", frozenset({"segments", "sentences"}), Way.PLAIN, members)


def _written(words: Sequence[str]) -> str:
    return "|".join(re.escape(fold(word)) for word in sorted(words, key=len, reverse=True))
