"""Sites of which each version names another one that both know: 尼崎工場, Yokkaichi Plant."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from bilingual.checks.building import pair_spots, sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.glossary.romaji import plain_name, romaji
from bilingual.model.alignment import Pair, PairKind, SegmentReading, Side
from bilingual.model.document import Language, Span
from bilingual.model.report import Finding, Severity
from bilingual.text.normalize import fold, map_text
from bilingual.tokenizers.japanese import spoken_words

_SITE_JA_RE = re.compile(
    r"(?:第?[一二三四1-4])?"
    r"(?:工場|製作所|事業所|研究所|支店|支社|営業所|製油所|製鉄所|製錬所|造船所|発電所|鉱山|物流センター|データセンター|技術センター)"
)
_BEFORE_RE = re.compile(r"(?:[\u3400-\u9fff々]{2,6}|[ァ-ヶー]{2,10})\Z")
_LONGEST = 10
_SITE_EN_RE = re.compile(
    r"(?<![\w-])(?P<name>[A-Z][a-zāēīōū'-]+)(?: (?:No\. ?\d|\d|First|Second|Third))? "
    r"(?i:plants?|factory|works|offices?|branch|laboratory|research|refinery|smelter|steelworks|shipyard|power|mine|distribution|logistics|data|technical|technology)\b"
)
_KATAKANA_RE = re.compile("[ァ-ヶー]+")
_WORD_RE = re.compile(r"[^\W\d_]+")
_HEARD = 75
"""Likeness in per cent of a katakana name and its spelling: rayon and Rayong have 91."""
_KINDS = frozenset({PairKind.PROSE, PairKind.NOTE, PairKind.HEADING})


class _Site(NamedTuple):
    """A site in a text: its name as it is read, plainly spelled, and where the text has it."""

    name: str
    start: int
    end: int
    printed: str


def exchanged_sites(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield paired rows and sentences that name one site each, where each is another one that the other version names elsewhere.

    Args:
        check: the rule that tells of them.
        exam: what is examined.
    """
    known = _known(exam.ja, exam.en)
    if not known:
        return
    for pair in exam.row_pairs():
        if pair.ja_row is None or pair.en_row is None:
            continue
        ja, en = _japanese(fold(pair.ja_row.label)), _english(fold(pair.en_row.label))
        if len(ja) == len(en) == 1 and _are_others(known, ja[0], en[0]):
            about = f"{pair.ja_row.label} / {pair.en_row.label}"
            yield make(
                check,
                Severity.WARNING,
                sentence(about, _phrase(ja[0], en[0])),
                *pair_spots(exam.ja, exam.en, pair),
            )
    for pair in exam.pairs:
        if pair.kind in _KINDS:
            yield from _in_text(check, exam, pair, known)


def _in_text(check: Check, exam: Examination, pair: Pair, known: Mapping[str, str]) -> Iterator[Finding]:
    mine = [(reading, site) for reading in pair.ja_readings for site in _japanese(reading.segment.text)]
    theirs = [(reading, site) for reading in pair.en_readings for site in _english(reading.segment.text)]
    said, written = {site.name for _, site in mine}, {site.name for _, site in theirs}
    if len(said) != 1 or len(written) != 1 or not _are_others(known, mine[0][1], theirs[0][1]):
        return
    words = {
        plain_name(word) for reading in pair.en_readings for word in _WORD_RE.findall(reading.segment.text)
    }
    if known[mine[0][1].name] in words:
        return  # named otherwise: the plant in Amagasaki
    places = (
        spot(side, _span(*one), one[1].printed) for side, one in ((exam.ja, mine[0]), (exam.en, theirs[0]))
    )
    yield make(check, Severity.WARNING, sentence("", _phrase(mine[0][1], theirs[0][1])), *places)


def _span(reading: SegmentReading, site: _Site) -> Span:
    return reading.segment.content.span(site.start, site.end)


def _phrase(ja: _Site, en: _Site) -> str:
    return f"the site differs, {ja.printed} in Japanese, {en.printed} in English"


def _are_others(known: Mapping[str, str], ja: _Site, en: _Site) -> bool:
    """Whether the one has another English name, and the other belongs to another Japanese one."""
    return ja.name in known and known[ja.name] != en.name and en.name in known.values()


def _known(ja: Side, en: Side) -> dict[str, str]:
    """The sites that both documents name, each Japanese name with its one spelling."""
    theirs = {site.name for site in _sites(en)}
    mine = {site.name: site.printed for site in _sites(ja)} if len(theirs) > 1 else {}
    alike: dict[str, list[str]] = defaultdict(list)
    for name, printed in mine.items():
        loan = _KATAKANA_RE.match(printed)
        for other in theirs:
            if name == other or (loan and fuzz.ratio(name, other) >= _HEARD):
                alike[name].append(other)
    single = {name: others[0] for name, others in alike.items() if len(others) == 1}
    return single if len(set(single.values())) == len(single) else {}


def _sites(side: Side) -> Iterator[_Site]:
    document = side.document
    find = _japanese if side.language is Language.JA else _english
    for first, last in side.lines:
        start, end = document.line_span(first).start, document.line_span(last).end
        yield from find(map_text(document.text[start:end], start).text)


def _japanese(text: str) -> list[_Site]:
    found = []
    for match in _SITE_JA_RE.finditer(text):
        before = _BEFORE_RE.search(text, max(0, match.start() - _LONGEST), match.start())
        name = before[0] if before else ""
        reading, length = _reading(name)
        if reading:
            at = match.start() - length
            found.append(_Site(reading, at, match.end(), text[at : match.end()]))
    return found


@lru_cache(maxsize=4_096)
def _reading(name: str) -> tuple[str, int]:
    """How the name at the end of some letters is read, and how many of them it has; nothing where they are no name."""
    if _KATAKANA_RE.fullmatch(name):
        return romaji(name.replace("ー", "")), len(name)
    words = [word for word in spoken_words(name) if word.reading and word.end == len(name)] if name else []
    return (romaji(words[0].reading), len(name) - words[0].start) if words else ("", 0)


def _english(text: str) -> list[_Site]:
    return [
        _Site(plain_name(match["name"]), match.start("name"), match.end(), match[0])
        for match in _SITE_EN_RE.finditer(text)
    ]
