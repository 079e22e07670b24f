"""Two things of given segments each of which goes in English the way the other goes: 国内は増収、海外は減収, up abroad and down at home."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations

from bilingual.checks.building import sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.directions import DEFICIT_RE
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.checks.free_labels import Label
from bilingual.checks.labelled import with_terms
from bilingual.checks.said_of import Said, said_of
from bilingual.checks.turns import CHANGES, EITHER_RE
from bilingual.checks.worded_labels import everything
from bilingual.checks.wordings import is_told
from bilingual.contrasts import named_alike, vocabulary
from bilingual.model.document import Language
from bilingual.model.report import Finding, Severity
from bilingual.model.segment import Segment

_Sides = tuple[Sequence[Said], Sequence[Said]]
_Both = tuple[Said, Said]
_PAIR = 2
_WAYS = frozenset({"up", "down"})
_OPPOSED = (_WAYS, frozenset({"better", "worse"}), frozenset({"flat", "up"}), frozenset({"flat", "down"}))
_STATE_RES = {
    Language.JA: re.compile(
        r"(?P<better>改善|良化|好転|向上)|(?P<worse>悪化)|(?P<flat>横ばい|(?<=[年期月度])並み|同水準|変わら[ずなぬ])|(?P<up>重く(?=な)|成長(?!戦略|投資|分野|市場|領域|企業|機会|余地|性|ドライバ|可能|期待|段階))|(?P<down>軽く(?=な))"
    ),
    Language.EN: re.compile(
        r"\b(?:(?P<better>improv\w+|better)|(?P<worse>wors\w+|deteriorat\w+)"
        r"|(?P<flat>flat|unchanged|level with|on (?:a )?par|in line with|little changed|same level|steady|stable)|(?P<up>larger|greater|bigger|heavier)|(?P<down>fewer|lighter))\b",
        re.IGNORECASE,
    ),
}
"""What is said of a thing otherwise than by a word of change."""


_LASTING_RE = re.compile(r"長引|長期化|prolong|drag", re.IGNORECASE)
"""What lasts long: no amount of it goes up (在庫調整が長引き、減収となった)."""


def crossed_ways(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield a finding where what goes up in Japanese goes down in English, told by what the words of change stand with."""
    if not exam.one_segment or check.code in exam.cases or is_told(exam, limits=False):
        return
    ways = _ways(exam)
    for said in (ways, *_alike(exam)):
        if said is ways and not _may_oppose(*ways):
            continue
        if _is_settled(said[0], *_held(exam, said, exam.once(_terms))):
            continue
        labels = exam.once(_labels)
        mine, theirs = _held(exam, said, labels)
        sure: Set[str] = mine.keys()
        if said is ways and not _may_differ(*said):
            sure &= _heads(exam.ja.readings[0].segment.text, labels[Language.JA])
        found = _crossed(mine, theirs, sure if said is ways else frozenset())
        if found is not None:
            spans = [
                side.readings[0].segment.content.span(each.start, each.end)
                for side, each in zip(exam.sides, found, strict=True)
            ]
            ja, en = (spot(side, span) for side, span in zip(exam.sides, spans, strict=True))
            phrase = f"{ja.text} in Japanese and {en.text} in English are said of the same item"
            yield make(check, Severity.WARNING, sentence("", phrase), ja, en)
            return


def _crossed(mine: Mapping[str, Said], theirs: Mapping[str, Said], sure: Set[str]) -> _Both | None:
    """Words that are said of two things the other way round, or of a ``sure`` one; none of which another thing agrees."""
    both = {name: (mine[name], theirs[name]) for name in mine if name in theirs}
    agreeing = {
        word for words in both.values() if words[0].name == words[1].name for word in enumerate(words)
    }
    both = {name: words for name, words in both.items() if agreeing.isdisjoint(enumerate(words))}
    for name, (ja, en) in both.items():
        if name in sure and {ja.name, en.name} in _OPPOSED:
            return ja, en
    for first, second in combinations(both.values(), _PAIR):
        if (first[0].name, second[0].name) == (second[1].name, first[1].name):
            return first
    return None


def _may_oppose(ja: Sequence[Said], en: Sequence[Said]) -> bool:
    """Whether a word of one segment excludes a word of the other: only then it is asked what they are said of."""
    mine, theirs = {each.name for each in ja}, {each.name for each in en}
    return any({one, other} in _OPPOSED for one in mine for other in theirs)


def _may_differ(ja: Sequence[Said], en: Sequence[Said]) -> bool:
    """Whether a single word may be turned over: there is one of each way, or the segments have unlike many of a way."""
    if _are_two(ja) and _are_two(en):
        return True
    return Counter(each.name for each in ja) != Counter(each.name for each in en)


def _heads(text: str, labels: Sequence[Label]) -> frozenset[str]:
    """The names of labels that are no part of a longer word: シェアは, but not 販売 of 販売量."""
    inner = {label.end for label in labels if _WORD_RE.match(text, label.end)}
    return frozenset(name for label in labels if label.end not in inner for name in label.names)


_WORD_RE = re.compile("[一-龠ァ-ヶー]")


def _ways(exam: Examination) -> _Sides:
    """The words of change of both segments; none where losses of one side may be profits of the other."""
    ja, en = (side.readings[0].segment for side in exam.sides)
    mine, theirs = (_changes(segment.text, segment.language) for segment in (ja, en))
    if all(any(each.name == "flat" for each in own) for own in (mine, theirs)):
        mine, theirs = ([each for each in own if each.name != "flat"] for own in (mine, theirs))
    if (_are_two(mine) and _are_two(theirs)) or _are_plain(ja, en):
        return mine, theirs
    return (), ()


def _alike(exam: Examination) -> Iterator[_Sides]:
    """The words of contrasts of which both segments name the same members, each once."""
    texts = [side.readings[0].segment.text for side in exam.sides]
    for places in named_alike(vocabulary("segments", exam.comparison.contrasts), *texts):
        ja, en = (sorted(Said(*place, name) for name, place in own.items()) for own in places)
        yield ja, en


def _are_two(said: Sequence[Said]) -> bool:
    """Whether one word goes up and one goes down."""
    return len(said) == _PAIR and {each.name for each in said} == _WAYS


def _are_plain(ja: Segment, en: Segment) -> bool:
    """Whether words of change mean what they say: losses are losses in both, and nothing holds for either way."""
    if any(EITHER_RE.search(segment.text) for segment in (ja, en)):
        return False
    return len({DEFICIT_RE[segment.language].search(segment.text) is None for segment in (ja, en)}) == 1


def _changes(text: str, language: Language) -> list[Said]:
    """The words of change and of state of a text, in order; what grows less goes down."""
    found = (
        (match, match.lastgroup or "")
        for pattern in (CHANGES[language], _STATE_RES[language])
        for match in pattern.finditer(text)
        if not _LASTING_RE.match(match[0])
    )
    return sorted(
        Said(match.start(), match.end(), "down" if way == "grew_less" else way) for match, way in found
    )


_Labels = Mapping[Language, Sequence[Label]]
_Held = Mapping[str, Said]


def _held(exam: Examination, said: _Sides, labels: _Labels) -> tuple[_Held, _Held]:
    """What either segment says of each thing."""
    mine, theirs = (
        said_of(side.readings[0].segment, own, labels[side.language])
        for side, own in zip(exam.sides, said, strict=True)
    )
    return mine, theirs


def _is_settled(said: Sequence[Said], mine: _Held, theirs: _Held) -> bool:
    """Whether all words of a segment agree with the other by what they are said of, so that no other names need be sought."""
    both = [(mine[name], theirs[name]) for name in mine if name in theirs]
    return all(ja.name == en.name for ja, en in both) and {ja for ja, _ in both} == set(said)


def _terms(exam: Examination) -> _Labels:
    """The terms and the names of a contrast that both segments have, which cost little to find."""
    return _alike_often({side.language: with_terms(exam, side) for side in exam.sides})


def _labels(exam: Examination) -> _Labels:
    """What names one thing in both segments, and stands as often in either."""
    words = exam.once(everything)
    return _alike_often(
        {side.language: [*words[side.language], *with_terms(exam, side)] for side in exam.sides}
    )


def _alike_often(table: _Labels) -> _Labels:
    mine, theirs = (Counter(name for label in own for name in label.names) for own in table.values())
    alike = {name for name, count in mine.items() if count == theirs[name]}
    return {
        language: [Label(label.start, label.end, label.names & alike) for label in own if label.names & alike]
        for language, own in table.items()
    }
