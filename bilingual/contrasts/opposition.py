"""Which member of a contrast each of two texts names, and whether they can stand for each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bilingual.contrasts.vocabulary import Contrast, Member, Vocabulary, Way
from bilingual.model.document import Language
from bilingual.text.characters import LOST

BESIDE = 4
"""Characters beside a word within which a lost one may belong to it."""
Place = tuple[int, int]
"""Start and end of words in a text."""


class Opposition(NamedTuple):
    """Words of two texts that cannot stand for each other."""

    contrast: Contrast
    ja: Place
    en: Place


def said(members: Iterable[Member], text: str, language: Language) -> dict[str, Place]:
    """Where a text first has words of which of some members of a contrast, by its name."""
    found = {}
    for member in members:
        words = member.says(language)
        match = words.search(text) if words else None
        if match:
            found[member.name] = match.span()
    return found


class _Named(NamedTuple):
    """A contrast, and the members of it that each of two texts may name."""

    contrast: Contrast
    ja: Sequence[Member]
    en: Sequence[Member]


def _named_in_both(vocabulary: Vocabulary, ja: str, en: str) -> Iterator[_Named]:
    mine = vocabulary.named_in(ja, Language.JA)
    theirs = vocabulary.named_in(en, Language.EN) if mine else {}
    for number, members in mine.items():
        if number in theirs:
            yield _Named(vocabulary.contrasts[number], members, theirs[number])


def oppositions(vocabulary: Vocabulary, ja: str, en: str) -> Iterator[Opposition]:
    """Yield the first words of each contrast that two texts give other members."""
    for named in _named_in_both(vocabulary, ja, en):
        found = _opposition(named, ja, en)
        if found is not None and not (_is_cut(ja, found[0]) or _is_cut(en, found[1])):
            yield Opposition(named.contrast, *found)


def _is_cut(text: str, place: Place) -> bool:
    """Whether a text lost a letter beside a word, which may have been the end of another one: 1�ン当たり."""
    return LOST in text[max(0, place[0] - BESIDE) : place[1] + BESIDE]


def named_alike(
    vocabulary: Vocabulary, ja: str, en: str
) -> Iterator[tuple[dict[str, Place], dict[str, Place]]]:
    """Yield where two texts have the words of a contrast, of which both name the same members, each once: 変動, 固定."""
    for named in _named_in_both(vocabulary, ja, en):
        if len(named.ja) < 2 or len(named.en) < 2:
            continue
        mine = _all_said(named.ja, ja, Language.JA)
        theirs = _all_said(named.en, en, Language.EN) if len(mine) > 1 else {}
        if mine.keys() == theirs.keys() and all(
            len(places) == 1 for places in (*mine.values(), *theirs.values())
        ):
            yield (
                {name: places[0] for name, places in mine.items()},
                {name: places[0] for name, places in theirs.items()},
            )


def _opposition(named: _Named, ja: str, en: str) -> tuple[Place, Place] | None:
    contrast = named.contrast
    mine = said(named.ja, ja, Language.JA)
    theirs = said(named.en, en, Language.EN) if mine else {}
    if not theirs:
        return None
    if abs(len(mine) - len(theirs)) == 1:
        found = _named_twice(named, ja, en)
        if found is not None:
            return found
    if contrast.how is Way.PLAIN and mine.keys() & theirs.keys() and len(mine) != len(theirs):
        return None  # one of them names more than the other: what it leaves out is no contradiction
    for one in named.ja:
        if one.name not in mine or _is_met(contrast, one, theirs, en):
            continue
        for other in named.en:
            if other.name in theirs and other.name not in mine and not _may(other, Language.JA, ja):
                return mine[one.name], theirs[other.name]
    return None


def _named_twice(named: _Named, ja: str, en: str) -> tuple[Place, Place] | None:
    """Words of a contrast of which one text has one member once more, and the other a member that it lacks: 北米 twice, North and South America."""
    mine, theirs = _all_said(named.ja, ja, Language.JA), _all_said(named.en, en, Language.EN)
    more, fewer, language = (
        (mine, theirs, Language.EN) if len(mine) > len(theirs) else (theirs, mine, Language.JA)
    )
    missing = next((member for member in named.contrast.members if member.name in more.keys() - fewer), None)
    if missing is None or not fewer.keys() < more.keys() or len(more[missing.name]) != 1:
        return None
    twice = [name for name, places in fewer.items() if len(places) != len(more[name])]
    if len(twice) != 1 or (len(fewer[twice[0]]), len(more[twice[0]])) != (2, 1):
        return None
    if _may(missing, language, en if language is Language.EN else ja):
        return None
    there = more[missing.name][0]
    order = sorted((place, name) for name in (missing.name, twice[0]) for place in more[name])
    here = fewer[twice[0]][[name for _, name in order].index(missing.name)]
    return (there, here) if language is Language.EN else (here, there)


def _all_said(members: Iterable[Member], text: str, language: Language) -> dict[str, list[Place]]:
    """All places where a text has words of each member that it names."""
    found = {
        member.name: [match.span() for match in words.finditer(text)]
        for member in members
        if (words := member.says(language))
    }
    return {name: places for name, places in found.items() if places}


def _is_met(contrast: Contrast, member: Member, said_in_english: Mapping[str, Place], en: str) -> bool:
    if contrast.how is Way.STRICT:
        return False
    return member.name in said_in_english or _may(member, Language.EN, en)


def _may(member: Member, language: Language, text: str) -> bool:
    """Whether a text has words that may mean a member."""
    if not member.others[language]:
        return False
    words = member.may(language)
    return words is not None and words.search(text) is not None


def told(found: Sequence[Opposition]) -> list[Opposition]:
    """What of the oppositions of two texts is told: one for the same words; the first strict one where no other is.

    Args:
        found: the oppositions, in the order of the vocabulary.
    """
    kept: list[Opposition] = []
    for one in [one for one in found if one.contrast.how is Way.PLAIN] or found[:1]:
        if not any(one.ja[0] < other.ja[1] and other.ja[0] < one.ja[1] for other in kept):
            kept.append(one)
    return kept
