"""Words of paired headings and sentences that cannot stand for each other: 連結 and non-consolidated, 含む and excluding."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bilingual.align.sentences import beads
from bilingual.checks.building import sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.checks.proofs import told_lines
from bilingual.checks.sentence_pairs import SentencePair, sentence_lines, sentence_pairs
from bilingual.contrasts import Opposition, oppositions, said, told, vocabulary
from bilingual.model.alignment import Pair, PairKind, SegmentReading, Side
from bilingual.model.document import Language, MappedText, Span
from bilingual.model.report import Finding, Severity
from bilingual.text.normalize import map_text

KINDS = frozenset({PairKind.HEADING, PairKind.PROSE, PairKind.NOTE})
HEADING = 0.35
"""Score of two headings that have more than their place in common, which gives 0.3."""


def contrary_sentences(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield the first words of two paired sentences that a group of the rule gives other meanings."""
    other_lines = exam.once(told_lines)
    for pair in exam.pairs if not exam.comparison.segments_only else ():
        if not other_lines.isdisjoint(id(figure) for both in pair.figures for figure in (both.ja, both.en)):
            continue  # the words name another line than the figures: told with the line that is meant
        if pair.kind not in KINDS or any(item.serious for both in pair.figures for item in both.differences):
            continue
        if pair.kind is PairKind.HEADING and pair.score < HEADING and _numbered_otherwise(pair):
            continue  # only their place pairs them
        for mine, theirs in sentences_of(pair):
            yield from _contrary(check, exam, mine.segment.content, theirs.segment.content)
    yield from _contrary_captions(check, exam)


_NUMBER_RE = re.compile(r"\s*[(\[]?(\d{1,2})(?=[.)、])")
"""The number of a heading: 4. 個別受注の状況."""


def _numbered_otherwise(pair: Pair) -> bool:
    """Whether two headings bear other numbers, or one of them none."""
    numbers = [
        match[1] if readings and (match := _NUMBER_RE.match(readings[0].segment.text)) else ""
        for readings in (pair.ja_readings, pair.en_readings)
    ]
    return numbers[0] != numbers[1]


def contrary_in_sentences(
    check: Check, exam: Examination, before: Sequence[Finding] = ()
) -> Iterator[Finding]:
    """Yield words of sentences that surely correspond which the vocabulary of given segments sets against each other.

    Of sentences in which the rule has told something ``before`` nothing more is told.
    """
    lines = {finding.en.line for finding in before if finding.en is not None}
    other_lines = exam.once(told_lines)
    for (mine, theirs, figures), contrary in exam.once(_contrary_pairs):
        if not other_lines.isdisjoint(id(figure) for both in figures for figure in (both.ja, both.en)):
            continue
        for found in contrary:
            if found.contrast.rule == check.code and lines.isdisjoint(sentence_lines(exam.en, theirs)):
                ja = spot(exam.ja, mine.segment.content.span(*found.ja))
                en = spot(exam.en, theirs.segment.content.span(*found.en))
                phrase = f"{ja.text} in Japanese cannot stand for {en.text} in English"
                yield make(check, Severity.WARNING, sentence("", phrase), ja, en)


def _contrary_pairs(exam: Examination) -> list[tuple[SentencePair, list[Opposition]]]:
    """The sentences that surely correspond and have words that cannot stand for each other, with these."""
    compared = [
        (each, _oppositions(exam, each.ja.segment.content.text, each.en.segment.content.text))
        for each in exam.once(sentence_pairs)
    ]
    return [(each, found) for each, found in compared if found]


def _oppositions(exam: Examination, ja: str, en: str) -> list[Opposition]:
    """What the vocabulary says against two sentences, but for contrasts that are told of all paragraphs.

    A sentence that names two members of a contrast may part them otherwise: who is included and who is not. A contrast with
    a member that one language has no words for leaves that to the words beside it, which sentences of documents may part.
    """
    found = oppositions(vocabulary("segments", exam.comparison.contrasts), ja, en)
    alone = [
        each
        for each in found
        if "sentences" not in each.contrast.where
        and all(all(member.words.values()) for member in each.contrast.members)
        and len(said(each.contrast.members, ja, Language.JA)) == 1
        and len(said(each.contrast.members, en, Language.EN)) == 1
    ]
    return list(told(alone))


def _contrary_captions(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield the same of the captions of two tables that correspond; a caption over several tables once."""
    seen: set[tuple[Span, Span]] = set()
    for pair in exam.pairs if not exam.comparison.segments_only else ():
        if pair.kind is not PairKind.TABLE or pair.ja_table is None or pair.en_table is None:
            continue
        ja, en = pair.ja_table.caption_span, pair.en_table.caption_span
        if ja is None or en is None or (ja, en) in seen:
            continue
        seen.add((ja, en))
        yield from _contrary(check, exam, _caption(exam.ja, ja), _caption(exam.en, en))


def _caption(side: Side, span: Span) -> MappedText:
    return map_text(side.document.text[span.start : span.end], span.start)


def _contrary(check: Check, exam: Examination, mine: MappedText, theirs: MappedText) -> Iterator[Finding]:
    found = next(
        oppositions(vocabulary("sentences", exam.comparison.contrasts), mine.text, theirs.text), None
    )
    if found is not None:
        ja, en = spot(exam.ja, mine.span(*found.ja)), spot(exam.en, theirs.span(*found.en))
        phrase = f"{ja.text} in Japanese cannot stand for {en.text} in English"
        yield make(check, Severity.WARNING, sentence("", phrase), ja, en)


def sentences_of(pair: Pair) -> Iterator[tuple[SegmentReading, SegmentReading]]:
    """Single sentences of two paragraphs that are each other's translation, as those around them are."""
    for bead in beads(pair):
        if bead.is_single and bead.placed:
            yield bead.ja[0], bead.en[0]
