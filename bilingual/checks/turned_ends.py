"""The two ends of a change, or sides of a comparison, that given segments name without figures: 「A-」から「A」へ, from A to A-."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from bilingual.checks.anchored import ENDS_RES
from bilingual.checks.examination import Examination
from bilingual.checks.labelled import with_terms
from bilingual.checks.worded_labels import everything
from bilingual.glossary.katakana import KATAKANA_RE, heard_in, katakana_sound
from bilingual.model.alignment import Side
from bilingual.model.document import Language, Span

_CODE_RE = re.compile(r"(?<![A-Za-z\d])[A-Z][A-Za-z]{0,3}\d{0,2}[+-]?(?![A-Za-z\d])")
"""A grade or another short name that translation keeps: AA-, Baa1, B."""
_ENDS = ("first", "last")
Both = tuple[Span, Span]
_Named = Callable[[Side, int, int], frozenset[str]]


COMPARED_RES = {
    Language.JA: re.compile(r"(?P<last>[^、。;()]*?)[はが、](?P<first>[^、。;()]*?)(?:に比べ|より|と比較し)"),
    Language.EN: re.compile(
        r"(?P<last>(?:[^.,;()]|\.\d)*?),? (?:compared (?:with|to)|than in|versus|relative to) (?P<first>(?:[^.,;()]|\.\d)*)"
    ),
}
"""What is compared, and with what."""
PASSED_RES = {
    Language.JA: re.compile(
        r"(?P<last>[^、。;()]*?)[がは](?P<first>[^、。;()]*?)を(?:大きく|大幅に|やや|約?\d[\d.,]*[^、。;()\d]{1,5})?(?:上回[っりる]|超え|凌)"
    ),
    Language.EN: re.compile(
        r"(?P<last>(?:[^.,;()]|\.\d)*?) (?:outnumber\w*|exceed\w*|outpac\w*|outstrip\w*|outweigh\w*|surpass\w*|topp?\w*|(?:was|were|is|are) (?:above|higher than|larger than|greater than)) (?P<first>(?:[^.,;()]|\.\d)*)"
    ),
}
"""What is more, and than what."""


def turned_ends(exam: Examination) -> Iterator[tuple[Both, Both]]:
    """Yield what a change starts from and what it leads to, with what English has in either place, where each is the other.

    Grades, names that Japanese took from English and parts of the year are known; each language tells of one change.
    """
    if not exam.one_segment:
        return
    for patterns, known in ((ENDS_RES, (_codes, _parts)), (COMPARED_RES, (_parts,)), (PASSED_RES, (_parts,))):
        matches = [
            list(patterns[side.language].finditer(side.readings[0].segment.text)) for side in exam.sides
        ]
        if any(len(found) != 1 for found in matches):
            continue
        [mine], [theirs] = matches
        if (
            _turned(exam, mine, theirs, known)
            or (patterns is ENDS_RES and _loans_turned(mine, theirs))
            or (patterns is not COMPARED_RES and _things_turned(exam, mine, theirs))
        ):
            (ja, ja_last), (en, en_last) = (
                [side.readings[0].segment.content.span(*match.span(end)) for end in _ENDS]
                for side, match in ((exam.ja, mine), (exam.en, theirs))
            )
            yield (ja, en), (ja_last, en_last)
            return


def _turned(exam: Examination, mine: re.Match[str], theirs: re.Match[str], known: Sequence[_Named]) -> bool:
    """Whether the names at the ends stand at the other ends in English."""
    for named in known:
        ja = [named(exam.ja, *mine.span(end)) for end in _ENDS]
        en = [named(exam.en, *theirs.span(end)) for end in _ENDS]
        if all(ja) and ja[0] != ja[1] and en == ja[::-1]:
            return True
    return False


def _things_turned(exam: Examination, mine: re.Match[str], theirs: re.Match[str]) -> bool:
    """Whether what stands at either end names in English what stands at the other end in Japanese, and that alone."""
    words = exam.once(everything)
    ends = [
        [
            {
                name
                for label in (*words[side.language], *with_terms(exam, side))
                if match.start(end) <= label.start and label.end <= match.end(end)
                for name in label.names
            }
            for end in _ENDS
        ]
        for side, match in ((exam.ja, mine), (exam.en, theirs))
    ]
    (first, last), (en_first, en_last) = ends
    first, last = first - last, last - first
    en_first, en_last = en_first - en_last, en_last - en_first
    return bool(first & en_last and last & en_first) and not (first & en_first or last & en_last)


def _loans_turned(mine: re.Match[str], theirs: re.Match[str]) -> bool:
    """Whether each end has a loan word that sounds like a word of the other end alone: スタンダードからプライムへ."""
    words = [re.findall(r"[a-z]{3,}", theirs[end].lower()) for end in _ENDS]
    heard = [
        [
            any(
                heard_in(katakana_sound(loan), own)
                for loan in KATAKANA_RE.findall(mine[end].replace("ー", ""))
            )
            for own in words
        ]
        for end in _ENDS
    ]
    return heard == [[False, True], [True, False]]


def _codes(side: Side, start: int, end: int) -> frozenset[str]:
    text = side.readings[0].segment.text[start:end]
    return frozenset(_CODE_RE.findall(text))


def _parts(side: Side, start: int, end: int) -> frozenset[str]:
    """The parts of the year that stand between two places."""
    return frozenset(
        str(mention.period.part)
        for mention in side.readings[0].periods
        if mention.period.part and start <= mention.start < end
    )
