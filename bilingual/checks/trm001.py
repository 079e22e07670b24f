"""Preferred term is not used.

Compares: the labels of rows that carry the same values, and given segments that are captions: the Japanese label is a
term of the glossary, the English one is none of its translations; or the two differ in a word that tells line items
apart (短期 and other, 取得 and sale). Also headings and sentences that are each other's translation: one holds a word
that cannot stand for that of the other (連結 and non-consolidated, 含む and excluding), and given segments of which
only one denies what it says.

Why it matters: readers search filings for the caption they know.

Flagged:
    経常利益	1,234	1,150
    Current income	1,234	1,150

Left alone:
    経常利益	1,234	1,150
    Ordinary profit	1,234	1,150

Limits: with the general glossary this is information, and only where the English label is the term of another
concept; a glossary of the company makes it a warning. Labels that contradict each other are a warning anyway.

Authority: EDINET taxonomy of the Financial Services Agency; the glossary of the issuer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilingual.checks.banned import banned_uses
from bilingual.checks.building import pair_spots, sentence, spot
from bilingual.checks.cell_words import odd_cells
from bilingual.checks.check import Check
from bilingual.checks.denials import denials
from bilingual.checks.examination import Examination
from bilingual.checks.exchanged_captions import exchanged_captions
from bilingual.checks.findings import make
from bilingual.checks.kinship import kinship
from bilingual.checks.label_words import contradiction, with_boundary
from bilingual.checks.opposite_results import opposite_rows, other_results
from bilingual.checks.sentence_wordings import contrary_in_sentences, contrary_sentences
from bilingual.checks.terms import GIVEN, Labelled, concepts, equal_rows, labelled_rows
from bilingual.checks.wordings import contrary
from bilingual.model.document import Language
from bilingual.model.report import Finding, Severity
from bilingual.model.termbase import Concept, TermStatus

SIGN_WORD_RE = re.compile(
    r"\s*\((?:loss(?:es)?|gains?|income|profit|decrease|increase|benefit|expenses?)\)", re.I
)
"""What a figure with the other sign is called: Operating profit (loss) renders 営業利益."""


def run(exam: Examination) -> Iterator[Finding]:
    """Yield rows whose English label is no term of the concept that the Japanese label names."""
    told = list(contrary(CHECK, exam)) or list(denials(CHECK, exam))
    yield from told
    if told:
        return  # two words that exclude each other: the glossary has nothing to add
    told = list(contrary_sentences(CHECK, exam))
    yield from told
    within = list(contrary_in_sentences(CHECK, exam, told))
    yield from within
    if not told and not within:
        for result in other_results(exam):
            ja, en = spot(exam.ja, result.ja), spot(exam.en, result.en)
            phrase = f"the same amount is of {ja.text} in Japanese and of {en.text} in English"
            yield make(CHECK, Severity.WARNING, sentence("", phrase), ja, en)
    opposed = dict(_opposed(exam))
    for item, word in opposed.values():
        yield _contradicting(exam, item, word)
    for odd in odd_cells(exam):
        yield make(
            CHECK,
            Severity.WARNING,
            sentence(odd.label, odd.why),
            spot(exam.ja, odd.ja),
            spot(exam.en, odd.en),
        )
    seen: set[tuple[str, str]] = set()
    signs = {id(pair) for pair in opposite_rows(exam)}  # SGN001 tells
    for item in labelled_rows(exam):
        key = (item.ja_key, item.en_key)
        if item.generic or key in seen or key in opposed or id(item.pair) in signs:
            continue
        seen.add(key)
        found = [
            exam.comparison.termbase.by_id[name] for name in exam.matcher.exact(item.ja.label, Language.JA)
        ]
        if found and not _uses(exam, item, found) and not _is_told_elsewhere(exam, item):
            yield from _finding(exam, item, found)


def _opposed(exam: Examination) -> Iterator[tuple[tuple[str, str], tuple[Labelled, str]]]:
    """Rows whose labels contradict each other, once for each pair of labels."""
    told = labelled_rows(exam)
    known = {id(item.pair) for item in told}
    seen: set[tuple[str, str]] = set()
    moved = {id(pair) for crossing in exchanged_captions(exam) for pair in (crossing.one, crossing.other)}
    for item in (*told, *(item for item in equal_rows(exam) if id(item.pair) not in known)):
        key = (item.ja_key, item.en_key)
        if item.generic or key in seen or id(item.pair) in moved:  # NUM005 tells of labels that change places
            continue
        word = contradiction(
            with_boundary(item.ja.label, item.ja.section, Language.JA),
            with_boundary(item.en.label, item.en.section, Language.EN),
        )
        if word:
            seen.add(key)
            yield key, (item, word)


def _contradicting(exam: Examination, item: Labelled, word: str) -> Finding:
    why = "" if item.pair.evidence == GIVEN else "the values are the same, but "
    phrase = f"{why}“{word}” is not what the Japanese label says"
    ja, en = pair_spots(exam.ja, exam.en, item.pair)
    return make(CHECK, Severity.WARNING, sentence(item.about, phrase), ja, en)


def _uses(exam: Examination, item: Labelled, found: list[Concept]) -> bool:
    """Whether the English label holds a term of one of the concepts that is not forbidden."""
    label = item.en.label
    named = concepts(exam, label, Language.EN) | concepts(exam, SIGN_WORD_RE.sub("", label), Language.EN)
    allowed = {
        concept.id
        for concept in found
        if not any(
            term.status is TermStatus.FORBIDDEN and term.text.casefold() == item.en.label.casefold()
            for term in concept.in_language(Language.EN)
        )
    }
    return bool(named & allowed)


def _is_told_elsewhere(exam: Examination, item: Labelled) -> bool:
    """Whether the label is a forbidden or expired term (TRM005), or a wider or narrower one (TRM007)."""
    banned = [place.use for places in banned_uses(exam).values() for place in places]
    if item.pair.evidence == GIVEN:
        return any(use.language is Language.EN for use in banned) or kinship(exam, item) is not None
    return id(item.en) in {id(use.row) for use in banned} or kinship(exam, item) is not None


def _finding(exam: Examination, item: Labelled, found: list[Concept]) -> Iterator[Finding]:
    company = any(concept.layer > 0 for concept in found)
    if not company and not exam.matcher.exact(item.en.label, Language.EN):
        return
    terms = [term.text for concept in found for term in concept.in_language(Language.EN)[:1]]
    if not terms:
        return
    severity = Severity.WARNING if company else Severity.INFO
    phrase = f"the glossary has {' or '.join(dict.fromkeys(terms))}"
    ja, en = pair_spots(exam.ja, exam.en, item.pair)
    yield make(CHECK, severity, sentence(item.about, phrase), ja, en, expected=terms[0] if company else "")


CHECK = Check("TRM001", "preferred term not used", Severity.WARNING, run)
