"""What a figure of running text is about: the words that name its line item.

A sentence is read from figure to figure. Between two figures stand either connecting words (the item stays), a verb
with a new subject, or a noun phrase of its own ("an operating loss of JPY 16 million"). A phrase that is not
understood ends what was known: nothing is guessed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

from bilingual.glossary.keys import english_words
from bilingual.model.alignment import SegmentReading
from bilingual.model.document import Language, MappedText
from bilingual.model.figure import Figure


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_VERBS_OF_MULTIPLES = _words("doubled tripled trebled quadrupled halved")
_DEGREE_RE = re.compile(
    r"\b(?:(?:more|less) than|nearly|almost|roughly|about|approximately|virtually|over|has|have|had)\s+(?=$|[a-z]+\s*$)",
    re.IGNORECASE,
)
KEEP = "\0"
"""Said of a gap that names nothing new."""
Gap = Callable[[str, frozenset[str]], str | None]

VERBS = _words(
    "lowered reduced cut raised boosted was were is are be been totaled totalled amounted reached came stood increased decreased "
    "declined grew rose fell dropped improved improve jumped surged expanded shrank recovered "
    "narrowed widened slipped climbed deteriorated turned posted recorded reported achieved "
    "registered realized grow decline increase decrease rise fall"
)
FILLERS = _words(
    "and but or also further up down to by from in at of for with on as the a an its their our which "
    "that it this these continued compared comparing versus against respectively year over quarter "
    "month sequential sequentially basis previous prior last same period while however approximately "
    "about still slightly sharply steadily significantly more than offset result new total an amount "
    "compare increase decrease decline growth rise drop reduction improvement percent percentage "
    "point change comparison yoy qoq consolidated company group we were was is represents represent "
    "representing representation to up be been has had have out mainly primarily"
)
"""Words between two figures that name no line item."""
KEPT = frozenset({"total", "of", "and", "in", "for", "to"})
"""Fillers that may be part of a name."""
ACTING = _words("lowered reduced cut raised increased decreased improved expanded boosted")
"""Verbs that may have the line item as their object."""
CHANGES = _words("increase decrease decline growth rise drop reduction improvement change total amount")
BARE = _words("loss gain profit income benefit expense deficit")
BOUNDARIES = _words(
    "a an the to from in by with and or for compared versus its their our at on against recorded "
    "incurred reported posted as was were is had"
)
_CAUSE_RE = re.compile(
    r"^\W*(?:(?:primarily|mainly|partly|largely|mostly) )?(?:as a result|due|reflecting|thanks|driven|because|owing|"
    r"despite|following|with the|resulting)\b",
    re.IGNORECASE,
)
_APPOSITION_RE = re.compile(r"^\W*(?:the|its|our|which|a|an)\b", re.IGNORECASE)
_SCOPE_RE = re.compile(r"\W*(?:in|for|at|within|on|by|excluding|among|under)\b", re.IGNORECASE)
_CLAUSE_RE = re.compile(r"\w+ed\b(?=.*\w)|\b(?:was|were|rose|fell|grew)\b")
_SCOPE_JA_RE = re.compile(
    r"について|につきまして|において|におきまして|における|では、|向け|事業|部門|地域|セグメント|カンパニー|子会社|単体|個別"
)
"""Words that narrow down what follows to a part."""
_REFERS_RE = re.compile(r"\W*(?:This|It|These) (?:represent|is|was|are|were)\w*\b")
_AFTER_RE = re.compile(r"\s+in\s+([a-z][a-z ]+?)(?=\s+(?:from|in|for|compared|versus|to)\b|[,.;(]|$)")
_TOPIC_RE = re.compile(r"([^\s、。，,；;「」『』()]*?)(?:\s*)(?:については|につきましては|は|が|も)")
_PLAIN_GAP_RE = re.compile(
    r"^(?:[\s\W\u3041-\u309f]|増加?|減少?|増収|減収|増益|減益|改善|悪化|拡大|縮小|達成|実現|継続|営業|利益|損失|黒字化?|赤字|"
    r"前|同期|同|期|比|年度?|対|約|大幅|引|続|計上|通期|結果|一方|となり|超|伸|率|上回|下回|記録|推移|四半期)*$"
)
"""Japanese words between two figures that name no line item."""
_CLOSED_RE = re.compile(
    r"(?:から|ため|ので|(?:こと|の影響|など)(?:に(?:より|よって|伴い)|で)|もの\w?の|(?<=た)が|一方(?:で)?)、"
)
"""What ends a clause about a cause: the item that it named with が is not what the sentence goes on about."""
_LINKS = ("である", "だった", "であった", "となった", "の")


def subjects(
    reading: SegmentReading, companies: frozenset[str], carried: str | None = None
) -> Iterator[tuple[Figure, str | None]]:
    """The figures of a segment with the phrase that names their item; None where nothing names it clearly.

    Args:
        reading: the segment.
        companies: words by which the issuer calls itself; they may stand before a line item.
        carried: the item of the sentence before, for a sentence that starts with "This".
    """
    content = reading.segment.content
    text = _without_periods(reading)
    gap_of = _english_gap if reading.segment.language is Language.EN else _japanese_gap
    subject = carried if _REFERS_RE.match(text) else None
    clauses = _Clauses(companies)
    at = 0
    for figure in reading.figures:
        start = text_offset(content, figure.span.start)
        end = text_offset(content, figure.span.end - 1) + 1
        if start < at or figure.moment:
            continue
        if _is_scoped(text[:start], reading.segment.language, companies):
            yield figure, None
            continue
        gap = text[at:start]
        if _is_verb(figure):
            gap = _DEGREE_RE.sub(" ", gap) + " increased"
        found = gap_of(gap, companies)
        if found is None:
            after = _AFTER_RE.match(text[end:])
            found = after.group(1) if after else None
        if reading.segment.language is Language.JA:
            found = clauses.resumed(gap, found)
        subject = subject if found == KEEP else found
        yield figure, subject
        at = end


def _is_verb(figure: Figure) -> bool:
    """Whether a multiple is the verb of its sentence: profit more than doubled."""
    return figure.language is Language.EN and figure.printed.lower() in _VERBS_OF_MULTIPLES


def text_offset(content: MappedText, offset: int) -> int:
    """Where a place of the document stands in a segment's text."""
    pieces = content.pieces
    if len(pieces) == 1:
        return offset - pieces[0][1]
    index = bisect_right([document for _, document in pieces], offset) - 1
    text_start, document_start = pieces[max(0, index)]
    return text_start + offset - document_start


def _without_periods(reading: SegmentReading) -> str:
    text = reading.segment.text
    for mention in reading.periods:
        text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
    for figure in reading.figures:
        if figure.moment:
            start = text_offset(reading.segment.content, figure.span.start)
            end = text_offset(reading.segment.content, figure.span.end - 1) + 1
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def _is_scoped(before: str, language: Language, companies: frozenset[str]) -> bool:
    """Whether a sentence opens with a part that all of it is about: In the Americas, ...; 国内事業につきましては、..."""
    if language is Language.JA:
        return _SCOPE_JA_RE.search(before) is not None
    opening, comma, _ = before.partition(",")
    return bool(comma) and _SCOPE_RE.match(opening) is not None and _telling(opening, companies)


def _english_gap(gap: str, companies: frozenset[str]) -> str | None:
    words = english_words(gap)
    stems = [word for word, _, _ in words]
    verb = max((at for at, stem in enumerate(stems) if stem in VERBS and not _is_noun(stems, at)), default=-1)
    if stems and stems[-1] == "of":
        first = len(stems) - 1
        while first > max(verb + 1, 0) and stems[first - 1] not in BOUNDARIES:
            first -= 1
        phrase = set(stems[first:-1]) - companies
        if phrase and not phrase <= CHANGES | BARE:
            return gap[words[first][1] : words[-1][1]]
        if phrase and not phrase <= CHANGES:
            return KEEP  # a loss of ...: the item that was named, or none
    if verb < 0:
        return KEEP if all(stem in FILLERS or not stem[0].isalpha() for stem in stems) else None
    if stems[-1] == "by" and stems[verb] in ACTING:
        named = [stem for stem in stems[verb + 1 : -1] if stem not in FILLERS]
        if named:  # new contracts lowered backbone costs by
            return gap[words[verb + 1][1] : words[-1][1]]
    *heads, region = re.split("[:;]", gap[: words[verb][1]])
    if any(not _CLAUSE_RE.search(head) for head in heads):
        return None  # Automotive: net sales were
    told = _english_subject(region, companies)
    rest = [stem for stem in stems[verb + 1 :] if stem not in FILLERS and stem[0].isalpha()]
    if rest and not (set(rest) <= BARE):
        return None
    return told


def _is_noun(stems: list[str], at: int) -> bool:
    """Whether a word that may be a verb follows an article: an increase of."""
    return at > 0 and stems[at - 1] in {"a", "an", "the", "of"}


def _english_subject(region: str, companies: frozenset[str]) -> str | None:
    """The subject before a verb: all of it, less an opening about time or cause, or an apposition."""
    chunks = [chunk for chunk in region.split(",") if _telling(chunk, companies)]
    if not chunks:
        return KEEP
    if len(chunks) > 1:
        if all(
            _CAUSE_RE.search(chunk) or chunk is not chunks[0] for chunk in chunks[:-1]
        ) and _CAUSE_RE.search(chunks[0]):
            chunks = chunks[-1:]
        elif all(_APPOSITION_RE.search(chunk) for chunk in chunks[1:]):
            chunks = chunks[:1]
        elif re.match(r"\s*and\b", chunks[-1]) and not _SCOPE_RE.match(chunks[0]):
            chunks = chunks[-1:]
        else:
            return ",".join(chunks)
    return " ".join(
        chunks[0][start:end]
        for word, start, end in english_words(chunks[0])
        if chunks[0][start:end] == "companies"
        or (word not in companies and (word not in FILLERS or word in KEPT))
    )


def _telling(chunk: str, companies: frozenset[str]) -> bool:
    """Whether a stretch holds words that may name something."""
    return any(
        (word not in FILLERS or word == "total") and word not in companies and word[0].isalpha()
        for word, _, _ in english_words(chunk)
    )


def _japanese_gap(gap: str, companies: frozenset[str]) -> str | None:
    topics = [match for match in _TOPIC_RE.finditer(_without_asides(gap)) if match.group(1).strip()]
    text = _without_asides(gap)
    named = [match for match in topics if _noun(match.group(1))]
    if not named:
        return KEEP if _PLAIN_GAP_RE.match(text) else None
    last = named[-1]
    if last[0].endswith("が") and _CLOSED_RE.search(text, last.end()):
        outer = [match for match in named if match[0].endswith("は")]
        return _japanese_gap(gap[: outer[-1].end()], companies) if outer else None
    if not _PLAIN_GAP_RE.match(text[last.end() :]):
        return None
    noun = _noun(last.group(1))
    before = text[: last.end()].rsplit(noun, 1)[0].rstrip()
    if _SCOPE_JA_RE.search(before):
        return None
    for link in _LINKS:
        if before.endswith(link):
            if link != "の":
                return noun
            if before.removesuffix("の").endswith("  "):  # a period stood there
                return noun
            owner = before.removesuffix("の").strip(" 、。")
            last_words = re.split(r"[、。\s]", owner)[-1]
            return noun if not last_words or last_words.lower() in companies else f"{last_words}の{noun}"
    return noun


class _Clauses:
    """The topic of a Japanese sentence while a clause of its own stands in it: 売上高は、輸出が5億円増えたため、9億円増の20億円."""

    def __init__(self, companies: frozenset[str]) -> None:
        self._companies = companies
        self._inside = False
        self._topic: str | None = None

    def resumed(self, gap: str, found: str | None) -> str | None:
        """What a figure is about: as found, but the topic again where the gap ends the clause that named another item."""
        if found == KEEP:
            if not self._inside or _CLOSED_RE.search(gap) is None:
                return found
            self._inside = False
            return self._topic
        topics = [match for match in _TOPIC_RE.finditer(_without_asides(gap)) if _noun(match.group(1))]
        self._inside = found is not None and bool(topics) and topics[-1][0].endswith("が")
        outer = [match for match in topics[:-1] if match[0].endswith("は")]
        if outer or not self._inside:
            named = _japanese_gap(gap[: outer[-1].end()], self._companies) if outer else None
            self._topic = None if named == KEEP else named
        return found


def _noun(phrase: str) -> str:
    """The noun at the end of a phrase: what follows its last grammatical kana, with whom a result belongs to."""
    belongs = _BELONGS_RE.search(phrase.strip())
    if belongs:
        return belongs[0]
    return re.split(r"[\u3041-\u309f]", phrase.strip())[-1].strip()


_BELONGS_RE = re.compile(
    r"(?:(?:親会社(?:株主|の所有者)|非支配(?:株主|持分))に(?:帰属する|係る)|[^\u3041-\u309f、。()\s]{2,20}(?:の(?:所有者|株主))?に帰属する)[^\u3041-\u309f]+$"
)
"""親会社株主に帰属する当期純利益 is not 当期純利益, nor is 当社株主に帰属する当期純利益, as US GAAP has it."""


def _without_asides(text: str) -> str:
    """A text with closed parentheses blanked, so that no offset moves."""
    return re.sub(r"\([^()]*\)", lambda match: " " * len(match.group()), text)
