"""One English term, several Japanese ones.

Compares: the labels of rows that carry the same values: one English term that stands for different Japanese
terms.

Why it matters: two things look like one; often one of the two captions is simply wrong.

Flagged:
    受取利息 and 受取配当金
    Interest income, in both rows

Left alone:
    当期純利益 and 当期利益
    Net income, in both rows

Limits: Japanese labels that name one concept, and labels such as その他, are left alone. It is a warning within
one table, and where the glossary tells the two Japanese terms apart.

Authority: consistency of terminology, ISO 17100 and MQM (multidimensional quality metrics).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from bilingual.checks.building import members, pair_spots, row_spot, sentence
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.checks.label_words import contradiction
from bilingual.checks.terms import Labelled, concepts, labelled_rows
from bilingual.model.document import Language
from bilingual.model.report import Evidence, Finding, Severity

MAIN = 2
"""A term that is not a half of its label is not what the label is about."""

_BRACKETED_RE = re.compile(r"([^()]+)\((?!注)([^()\d]+)\)")

_UNIT_RE = re.compile(r" ?\((?:%|[a-z]+)\)$")
"""The unit behind a label, which is no part of its words: ratio (%), coverage (times)."""
NARROWER = 2
"""Words more that make an item of its own: long-term borrowings due within one year."""
_SETTLED = frozenset(["received", "paid", "collected", "refunded"])
"""What a row of cash flows adds to the item of the statement of income: interest income, interest income received."""


def run(exam: Examination) -> Iterator[Finding]:
    """Yield English labels that stand for several Japanese ones, and labels that name another row's thing."""
    rows = [
        item
        for item in labelled_rows(exam)
        if not item.generic and not contradiction(item.ja.label, item.en.label)  # that is for TRM001 to say
    ]
    yield from _same_label(exam, rows)
    yield from _borrowed_concept(exam, rows)


def _same_label(exam: Examination, rows: Sequence[Labelled]) -> Iterator[Finding]:
    groups: dict[tuple[str, str, tuple[str, ...]], dict[str, Labelled]] = defaultdict(dict)
    for item in rows:
        table = item.pair.en_table.id if item.pair.en_table else ""
        groups[table, item.en_key, item.en.section].setdefault(item.ja_key, item)
    for by_label in groups.values():
        if len(by_label) < 2:
            continue
        first, *others = by_label.values()
        if any(
            _one_concept(exam, first, other) and not _told_in_brackets(first.ja.label, other.ja.label)
            for other in others
        ):
            continue
        names = ", ".join(item.ja.label for item in by_label.values())
        phrase = f"one English label for {len(by_label)} Japanese labels of the table ({names})"
        yield _finding(exam, Severity.WARNING, first, others, first.en.label, phrase)


def _told_in_brackets(one: str, other: str) -> bool:
    """Whether two labels differ in the words of their brackets alone: 採用者数(新卒), 採用者数(キャリア)."""
    mine, theirs = _BRACKETED_RE.fullmatch(one), _BRACKETED_RE.fullmatch(other)
    return bool(mine and theirs and mine[1] == theirs[1] and mine[2] != theirs[2])


def _one_concept(exam: Examination, one: Labelled, other: Labelled) -> bool:
    return bool(concepts(exam, one.ja.label, Language.JA) & concepts(exam, other.ja.label, Language.JA))


def _borrowed_concept(exam: Examination, rows: Sequence[Labelled]) -> Iterator[Finding]:
    """A row whose English label names a concept that another row of the table has in both languages."""
    owners: dict[tuple[str, str], Labelled] = {}
    named: list[tuple[Labelled, frozenset[str], frozenset[str]]] = []
    for item in rows:
        ja = concepts(exam, item.ja.label, Language.JA)
        en = concepts(exam, item.en.label, Language.EN)
        named.append((item, ja, en))
        for concept in ja & en:
            owners.setdefault((item.pair.en_table.id if item.pair.en_table else "", concept), item)
    for item, ja, en in named:
        if not ja or not en or ja & en:
            continue
        en = _main_concepts(exam, item.en.label)
        table = item.pair.en_table.id if item.pair.en_table else ""
        owner = next((owners[table, concept] for concept in sorted(en) if (table, concept) in owners), None)
        if owner is None or _is_rest(item) or _narrows(item.en.label, owner.en.label):
            continue
        if owner.ja.label.endswith(item.ja.label):
            continue  # what a line end cut off the label: セグメント間の内 / 部売上高又は振替高
        if _is_divided(exam, item.en.label, ja):
            continue
        if owner.ja_key != item.ja_key and owner.en_key != item.en_key:
            phrase = f"the English label names what another row of the table has ({owner.about})"
            yield _finding(exam, Severity.WARNING, item, [], item.about, phrase, owner)


def _is_rest(item: Labelled) -> bool:
    """Whether both labels name what is left of an item: その他経常収益, Other ordinary revenues."""
    return item.ja.label.startswith("その他") and item.en.label.casefold().startswith("other")


def _narrows(label: str, owner: str) -> bool:
    """Whether an English label says more than the one that it contains: a part of that item, or its ratio."""
    label, whole = (_UNIT_RE.sub("", text.casefold()) for text in (label, owner))
    words = label.split()
    if words[:-1] == whole.split() and words[-1] in _SETTLED:
        return True
    return whole in label and len(words) - len(whole.split()) >= NARROWER


def _is_divided(exam: Examination, label: str, ja: frozenset[str]) -> bool:
    """Whether an English label names the Japanese thing once a blank inside a word is left out: Additio nal."""
    blanks = (at for at, char in enumerate(label) if char == " ")
    return any(concepts(exam, label[:at] + label[at + 1 :], Language.EN) & ja for at in blanks)


def _main_concepts(exam: Examination, label: str) -> frozenset[str]:
    """Concepts that most of an English label is about: men taking childcare leave are not men."""
    return frozenset(
        concept
        for found in exam.matcher.find(label, Language.EN)
        if MAIN * (found.end - found.start) >= len(label)
        for concept in found.concepts
    )


def _finding(
    exam: Examination,
    severity: Severity,
    first: Labelled,
    others: Sequence[Labelled],
    about: str,
    phrase: str,
    owner: Labelled | None = None,
) -> Finding:
    ja, en = pair_spots(exam.ja, exam.en, first.pair)
    places = [place for item in others for place in pair_spots(exam.ja, exam.en, item.pair)]
    evidence = members(places, (ja, en))
    if owner is not None:
        support = row_spot(exam.en, owner.en, owner.pair.en_table)
        evidence = (*evidence, Evidence(support, "support", "the row that the label names"))
    return make(CHECK, severity, sentence(about, phrase), ja, en, evidence=evidence)


CHECK = Check("TRM003", "one translation, several terms", Severity.WARNING, run)
