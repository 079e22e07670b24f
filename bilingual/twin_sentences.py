"""Sentences of two documents that are surely each other's translation, compared as given segments are.

Between paragraphs nobody knows which figure and which word answers which: much is left alone there. Where the
figures of a sentence agree with those of its counterpart alone, both are as good as aligned by hand, and all that is
told of given segments can be told of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import lru_cache
from itertools import islice, pairwise

from bilingual.align.by_column import lone_readings
from bilingual.align.mentions import kind_class
from bilingual.align.neighbours import held_by_neighbours
from bilingual.align.sentences import Bead, beads
from bilingual.align.table_twins import table_twins
from bilingual.checks import run
from bilingual.checks.cut_twins import Twin, is_cut
from bilingual.checks.listed import MOMENTS
from bilingual.checks.sentence_pairs import FEWEST_DIGITS
from bilingual.given import compare_sentences
from bilingual.model.alignment import Comparison, FigurePair, Pair, PairKind, SegmentReading, Side
from bilingual.model.document import Language
from bilingual.model.figure import Aspect, Figure, Kind
from bilingual.model.report import Finding, Severity
from bilingual.model.segment import SegmentKind
from bilingual.options import Options
from bilingual.terms import Terms
from bilingual.text.normalize import join_texts
from bilingual.text.segments import CELLED

KINDS = frozenset({PairKind.HEADING, PairKind.PROSE, PairKind.NOTE})
RULES = frozenset(
    {
        "NUM001", "NUM002", "NUM005", "NUM007", "NUM008", "UNT001", "UNT004", "UNT005", "UNT007", "SGN001", "SGN004",
        "PCT001", "PCT002", "PCT003", "PER001", "PER003", "PER004", "PER005", "APX003", "DAT001", "TRM001", "ENT001",
    }
)  # fmt: skip
"""What differs within a sentence; dates, limits and currencies are compared between paragraphs as well as here."""
TEXTS_OF_TABLES = RULES | {"PER002", "APX002"}
"""The same of the texts of tables that correspond: a limit or the label of a year stands alone in its cell."""
LITERAL = 0.5
"""Sentences with figures that have a twin in a version that follows the other sentence by sentence: full
translations reach 0.54 and more on both sides, abridgements 0.2 on the longer one."""
FEW_ROWS, SPARSE, FAITHFUL = 20, 2, 0.9
"""Rows of a book of tables, how many times more they are than its segments, and the share that corresponds."""
WORDS = 0.42
"""Score of two single sentences that have words in common but no figures; what only stands in the same place has 0.3."""
TIMES = frozenset({"PER001", "PER003", "PER004"})
SURE_TIMES = frozenset({"PER001", "DAT001"})
NUMBERS = frozenset({"NUM001", "NUM002", "UNT001", "UNT004", "UNT005", "PCT001"})
WORDINGS = frozenset({"TRM001", "SGN001", "SGN004", "PER001"})
_SAID_BESIDE = WORDINGS | TIMES
"""What one sentence says and its twin leaves to the next: 中間期の業績とあわせて, Results for the interim period are below."""
EXCHANGES = frozenset({"NUM005"})
MANY = 3
"""Figures of a digit each that agree in two sentences, all that they state."""
MOST_IN_WORDS = 10
SHARE = 8
"""One twin in so many that may be flagged: where more are, the version is a free one, and they are notes."""
SHARE_BESIDE = 3
"""The same of what stands in and around tables that correspond: each text has its place, and none is a free version."""
FEW = 4
"""Twins that may be flagged in any document."""
_SEVERAL = 2


def twin_findings(
    comparison: Comparison, known: Iterable[Finding], terms: Terms, options: Options
) -> tuple[Finding, ...]:
    """What is told of sentences that are each other's translation, as warnings.

    Args:
        comparison: both documents.
        known: what is told of them already: a sentence that a finding touches is left alone.
        terms: the glossaries.
        options: how to check.
    """
    known = list(known)
    told = _Told(comparison, known, terms, options)
    paired = list(twins(comparison))
    if not _is_literal(comparison, paired):
        paired = []
    if any(lone_readings(side) for side in (comparison.ja, comparison.en)):
        paired = [twin for twin in paired if all(one.segment.kind is not SegmentKind.HEADING for one in twin)]
    found = _few(told.of(paired), len(paired) // SHARE)
    line_of = comparison.en.document.line_number
    taken = {line_of(twin[1].segment.span.start) for twin in paired}
    beside = [twin for twin in table_twins(comparison) if line_of(twin[1].segment.span.start) not in taken]
    return (*found, *_few(told.of(beside, TEXTS_OF_TABLES), len(beside) // SHARE_BESIDE))


def _few(found: Sequence[Finding], most: int) -> list[Finding]:
    """Findings as they are where they are few, else as notes."""
    if len(found) > max(FEW, most):
        return [replace(finding, severity=Severity.INFO) for finding in found]
    return list(found)


class _Told:
    """What is told of twins beside what is known already."""

    def __init__(
        self, comparison: Comparison, known: Sequence[Finding], terms: Terms, options: Options
    ) -> None:
        """Take both documents, what is told of them, and how to ask."""
        self._comparison, self._terms, self._options = comparison, terms, options
        self._lines = _told_lines(known)
        self._noted = {_place(finding) for finding in known}
        self._agreed = _agreed(comparison)
        self._spares = _Spares(comparison)
        self._celled = all(side.document.format in CELLED for side in (comparison.ja, comparison.en))

    def of(self, paired: Iterable[Twin], rules: frozenset[str] = RULES) -> list[Finding]:
        """The first warning of each twin that nothing else is told of."""
        found: list[Finding] = []
        paired = list(paired)
        taken = {id(reading) for twin in paired for reading in twin}
        for twin in paired:
            if _touched(self._comparison, twin, self._lines) or is_cut(twin, whole=self._celled):
                continue
            whole = self._spares.with_spares(twin, taken)
            given = _answer(_Question(self._comparison, twin, whole, self._terms, self._options, rules))
            told_here = (
                replace(finding, severity=Severity.WARNING)
                for finding in given
                if not _is_met(finding, self._agreed)
                and (_is_sure_time(finding) or _place(finding) not in self._noted)
            )
            found.extend(islice(told_here, 1))
        return found


class _Spares:
    """The sentences of paired paragraphs in their order, to find what stands beside one."""

    def __init__(self, comparison: Comparison) -> None:
        """Take the paragraphs of both documents that are paired."""
        self._runs: dict[int, tuple[tuple[SegmentReading, ...], int]] = {}
        for pair in comparison.alignment.pairs:
            for own in (pair.ja_readings, pair.en_readings) if pair.kind in KINDS else ():
                for at, reading in enumerate(own):
                    self._runs.setdefault(id(reading), (own, at))

    def with_spares(self, twin: Twin, taken: AbstractSet[int]) -> Twin:
        """A twin of which each sentence goes on with its neighbours that are in no twin."""
        ja, en = twin
        return self._longer(ja, "", taken), self._longer(en, " ", taken)

    def _longer(self, reading: SegmentReading, blank: str, taken: AbstractSet[int]) -> SegmentReading:
        readings, at = self._runs.get(id(reading), ((reading,), 0))
        before = [one for one in readings[max(0, at - 1) : at] if id(one) not in taken]
        behind = [one for one in readings[at + 1 : at + 2] if id(one) not in taken]
        if not (before or behind):
            return reading
        joined = join_texts([one.segment.content for one in (*before, reading, *behind)], blank)
        return SegmentReading(replace(reading.segment, content=joined), reading.figures, reading.periods)


def _place(finding: Finding) -> tuple[str, tuple[int, str] | None]:
    """What tells that two findings are one: what the document left as a note is no warning of its sentence."""
    return finding.rule, (finding.en.line, finding.en.text) if finding.en else None


def _is_sure_time(finding: Finding) -> bool:
    """Whether two sentences of one figure differ in its time: between paragraphs nobody knows which time belongs to it."""
    return finding.rule in SURE_TIMES and finding.severity is Severity.ERROR


def _is_literal(comparison: Comparison, paired: Sequence[Twin]) -> bool:
    """Whether most sentences with figures of either side have a twin: an abridged or free version says things its own way.

    A book of tables that correspond row by row has few sentences beside them: its notes follow the other version too.
    """
    if not paired:
        return False
    sides = comparison.ja, comparison.en
    rows = [sum(len(table.rows) for table in side.tables) for side in sides]
    if min(rows) > FEW_ROWS and all(
        SPARSE * len(side.readings) < own for side, own in zip(sides, rows, strict=True)
    ):
        met = sum(bool(pair.ja_row or pair.en_row) for pair in comparison.alignment.pairs)
        return met >= FAITHFUL * max(rows)
    for at, side in enumerate(sides):
        stating = sum(bool(reading.figures) for reading in side.readings)
        if sum(bool(twin[at].figures) for twin in paired) < LITERAL * stating:
            return False
    return True


_Print = tuple[Language, int, str]


def _agreed(comparison: Comparison) -> set[_Print]:
    """Line and print of the figures of running text each of which agrees with one of its own in the other version."""
    partners: dict[_Print, set[int]] = defaultdict(set)
    for pair in comparison.alignment.pairs:
        for both in pair.figures if pair.kind in KINDS else ():
            if both.agrees:
                partners[_print(comparison, both.ja)].add(id(both.en))
                partners[_print(comparison, both.en)].add(id(both.ja))
    printed = Counter(
        _print(comparison, figure)
        for side in (comparison.ja, comparison.en)
        for reading in side.readings
        for figure in reading.figures
    )
    return {place for place, others in partners.items() if len(others) >= printed[place]}


def _print(comparison: Comparison, figure: Figure) -> _Print:
    document = comparison.side(figure.language).document
    return figure.language, document.line_number(figure.span.start), figure.printed


def _is_met(finding: Finding, agreed: set[_Print]) -> bool:
    """Whether a figure that is said to differ agrees with another one already."""
    if finding.rule not in NUMBERS or finding.ja is None or finding.en is None:
        return False
    if finding.ja.value and finding.ja.value == finding.en.value:
        return False  # what one figure is, the change or what it leads to, differs
    return any((spot.language, spot.line, spot.text) in agreed for spot in (finding.ja, finding.en))


class _Question:
    """Two sentences and all that the rules go by; equal where these are, so that an answer is remembered."""

    def __init__(
        self,
        comparison: Comparison,
        twin: Twin,
        whole: Twin,
        terms: Terms,
        options: Options,
        rules: frozenset[str],
    ) -> None:
        """Take what the answer rests on."""
        self.asked: tuple[Comparison, Twin, Twin, Terms, Options, frozenset[str]] | None = (
            comparison, twin, whole, terms, options, rules,
        )  # fmt: skip
        self.key = (
            *_sentence(comparison.ja, twin[0]),
            *_sentence(comparison.en, twin[1]),
            *(reading.segment.content.text for reading in whole),
            terms.matcher,
            comparison.contrasts,
            options.disabled,
            options.severities,
            rules,
        )

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Question) and self.key == other.key


def _sentence(side: Side, reading: SegmentReading) -> tuple[Hashable, ...]:
    """What a sentence says, where it stands, and what is known of its times."""
    segment = reading.segment
    return segment.content.text, segment.span, side.document.line_number(segment.span.start), side.calendar


@lru_cache(maxsize=512)
def _answer(question: _Question) -> tuple[Finding, ...]:
    """What is told of two sentences; the documents are let go of."""
    asked, question.asked = question.asked, None
    return tuple(_told(*asked)) if asked else ()


def _told(
    comparison: Comparison, twin: Twin, whole: Twin, terms: Terms, options: Options, asked: frozenset[str]
) -> list[Finding]:
    """What the rules tell of two sentences; of times only what holds whatever is known of the issuer's year.

    Of words and times only what is told too where each goes on with the sentences beside it that have no twin.
    """
    given = compare_sentences(comparison, *twin, terms.matcher)
    agreeing = [both for both in given.alignment.pairs[0].figures if both.agrees]
    by_time = all(_names_years(reading) for reading in twin)  # the document knows how each names its years
    kinds = [kind_class(figure) for figure in given.ja.readings[0].figures]
    several = len(set(kinds)) < len(kinds)
    rules = asked if several and not by_time else asked - EXCHANGES
    if any(one.en.span.start > other.en.span.start for one, other in pairwise(agreeing)):
        rules -= (
            WORDINGS  # the sentence says its parts in another order: nothing tells which word answers which
        )
    found = [
        finding
        for finding in run(given, options.disabled, options.severities, rules)
        if finding.severity is not Severity.INFO
    ]
    if whole != twin and any(finding.rule in _SAID_BESIDE for finding in found):
        longer = compare_sentences(comparison, *whole, terms.matcher)
        again = {_words(finding) for finding in run(longer, options.disabled, options.severities, rules)}
        found = [finding for finding in found if finding.rule not in _SAID_BESIDE or _words(finding) in again]
    if any(finding.rule in TIMES for finding in found):
        alone = compare_sentences(comparison, *twin, terms.matcher, alone=True)
        sure = {finding.rule for finding in run(alone, options.disabled, options.severities, TIMES)}
        found = [finding for finding in found if finding.rule not in TIMES or finding.rule in sure]
    if not _says_one_time(given):
        return [replace(finding, severity=Severity.WARNING) for finding in found]
    return found


def _words(finding: Finding) -> tuple[str, str, str]:
    """What a finding is told of, wherever that stands."""
    return finding.rule, finding.ja.text if finding.ja else "", finding.en.text if finding.en else ""


def _says_one_time(given: Comparison) -> bool:
    """Whether two sentences state the same, and a date or a period of it each: all that a time can belong to."""
    figures = given.alignment.pairs[0].figures
    dates = [sum(f.kind in MOMENTS for f in side.readings[0].figures) for side in (given.ja, given.en)]
    return max(dates) < _SEVERAL and any(_only_times(both) for both in figures if both.ja.kind not in MOMENTS)


def _names_years(reading: SegmentReading) -> bool:
    """Whether a sentence names several years or quarters; last year is one to all versions."""
    return sum(mention.period.relative is None for mention in reading.periods) > 1


def twins(comparison: Comparison) -> Iterator[Twin]:
    """Yield single sentences that are each other's translation, each once."""
    pairs = [
        pair
        for pair in comparison.alignment.pairs
        if pair.kind in KINDS and pair.ja_readings and pair.en_readings
    ]
    used: set[int] = set()
    held = held_by_neighbours(comparison, filter(_is_placed, pairs), _is_anchor)
    for pair in sorted(pairs, key=lambda pair: -sum(both.agrees for both in pair.figures)):
        alone = [Bead(pair, pair.ja_readings, pair.en_readings, pair.figures, placed=True)]
        for bead in alone if id(pair) in held else _sure_ones(pair):
            twin = bead.ja[0], bead.en[0]
            if used.isdisjoint(map(id, twin)):
                used.update(map(id, twin))
                yield twin


def _is_placed(pair: Pair) -> bool:
    """Whether a pair is one sentence each whose figures do not pair them, with no more than one."""
    readings = pair.ja_readings, pair.en_readings
    if pair.figures or any(len(own) != 1 for own in readings):
        return False
    return all(len(own[0].figures) < _SEVERAL for own in readings)


def _is_anchor(pair: Pair) -> bool:
    """Whether figures or words pair two paragraphs."""
    return pair.score >= WORDS or any(both.agrees for both in pair.figures)


def _sure_ones(pair: Pair) -> Iterator[Bead]:
    """The single sentences that surely correspond.

    Two that state the same, or stand between two that do without a figure of their own, or are their paragraphs.
    """
    found = beads(pair)
    sure = [bead.is_single and (_is_sure(bead) or _is_alike(bead)) for bead in found]
    for at, bead in enumerate(found):
        beside = [*sure[max(0, at - 1) : at], *sure[at + 1 : at + 2]]
        if sure[at] or (_is_plain(bead) and beside and all(beside)):
            yield bead


def _is_plain(bead: Bead) -> bool:
    """Whether neither states a figure, but for numbers in words (from five to four), which Japanese has in digits of no unit."""
    return all(figure.word for reading in (*bead.ja, *bead.en) for figure in reading.figures)


def _is_alike(bead: Bead) -> bool:
    """Whether words alone pair two paragraphs surely enough, and none of their sentences has a figure."""
    if bead.pair.score < WORDS or bead.pair.figures or not _is_plain(bead):
        return False
    return not any("  " in reading.segment.text for reading in (*bead.ja, *bead.en))


def _is_sure(bead: Bead) -> bool:
    """Whether two sentences state the same figures, all of them alike but one: no free translation does by chance.

    Where the sentences around them are parted otherwise, all agree.
    """
    agreeing = sum(both.agrees or _only_times(both) for both in bead.figures)
    stated = max(len(bead.ja[0].figures), len(bead.en[0].figures))
    if bead.placed:
        counted = sum(map(_is_small_count, bead.ja[0].figures))  # 1件: a filing, one approval
        return agreeing > 0 and agreeing >= min(stated - 1, stated - counted)
    telling = agreeing >= MANY or any(len(both.ja.digits) >= FEWEST_DIGITS for both in bead.figures)
    return agreeing == stated and telling


def _is_small_count(figure: Figure) -> bool:
    """Whether a figure counts things in one digit, which English may write in words that are no figure."""
    counted = figure.kind is Kind.COUNT and len(figure.digits) == 1
    return counted and figure.value is not None and abs(figure.value) < MOST_IN_WORDS


def _only_times(both: FigurePair) -> bool:
    """Whether two figures are the same, said of other times."""
    return all(item.aspect is Aspect.PERIOD for item in both.differences)


def _told_lines(known: Iterable[Finding]) -> set[tuple[Language, int]]:
    """The lines that errors and warnings point at."""
    return {
        (spot.language, spot.line)
        for finding in known
        if finding.severity is not Severity.INFO
        for spot in (
            finding.ja,
            finding.en,
            *(item.spot for item in finding.evidence if item.role == "member"),
        )
        if spot is not None
    }


def _touched(comparison: Comparison, twin: Twin, told: set[tuple[Language, int]]) -> bool:
    for side, reading in zip((comparison.ja, comparison.en), twin, strict=True):
        span = reading.segment.span
        last = side.document.line_number(max(span.start, span.end - 1))
        lines = range(side.document.line_number(span.start), last + 1)
        if any((side.language, line) in told for line in lines):
            return True
    return False
