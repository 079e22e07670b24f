"""Findings from arithmetic: one for each cause of broken relations, in one language or in both."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from bilingual.arithmetic.causes import OF_ROWS, TOLD, Cause, find_causes, holds_with
from bilingual.checks.building import figure_spot, head_name, one_line, sentence
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.checks.printing import printed_like
from bilingual.model.alignment import FigurePair, Side
from bilingual.model.document import Language
from bilingual.model.figure import Aspect, Figure, Sign
from bilingual.model.relation import Fact, Relation, RelationKind, Verdict
from bilingual.model.report import Blame, Evidence, Finding, Severity, Spot
from bilingual.model.table import Row

Owns = Callable[[Cause], bool]
SURE = 90
"""Certainty from which a broken relation is an error and not a question."""
CONFIDENT = 100
"""Confidence of a figure that was read as it stands."""
SIGN_RULE = "SGN002"
"""The rule of figures that are right but for their sign, whatever relation shows it."""
MOST_SUPPORT = 6
OF_SCALE = frozenset({"scale", "precision"})
"""Relations that a wrong scale alone breaks."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A cause with the places that a finding shows: on one side, or on both where both print the same."""

    cause: Cause
    spots: dict[Language, Spot]
    members: tuple[Spot, ...]


def report_causes(check: Check, exam: Examination, owns: Owns) -> Iterator[Finding]:
    """Yield one finding for each cause that a rule owns.

    Args:
        check: the rule.
        exam: what is examined.
        owns: whether a cause belongs to the rule.
    """
    for proof in exam.once(_proofs):
        cause = proof.cause
        mine = check.code == SIGN_RULE if _is_sign_lost(cause) else owns(cause)
        if mine:
            yield _finding(check, exam, proof)


def _is_sign_lost(cause: Cause) -> bool:
    return (
        cause.lost_sign
        and cause.relation.kind is not RelationKind.EQUAL
        and cause.relation.name != "narrative"
    )


def _proofs(exam: Examination) -> list[Proof]:
    """Causes of both sides; the same cause on both sides is one, one that the comparison shows is none."""
    found: list[Proof] = []
    shared: set[frozenset[int]] = set()
    cells = exam.once(_cells)
    for side in exam.sides:
        for cause in find_causes(exam.comparison.relations(side.language)):
            figures = _figures(cause)
            of_scale = cause.relation.name in OF_SCALE or _spans_tables(cause.relation)
            if cause.relation.name != "period" and any(
                _differ(both, of_scale=of_scale)
                for figure in figures
                for both in exam.partners.get(id(figure), ())
            ):
                continue  # the versions differ there: the rule of that difference reports it
            if cause.relation.name not in TOLD and all(
                _is_explained(exam, relation) for relation in cause.broken
            ):
                continue  # with what the other version prints for one of its figures it holds
            if frozenset(map(id, figures)) in shared:
                continue
            twins = [_twin(exam, figure, side.language.other) for figure in figures]
            if all(twin is not None for twin in twins):
                shared.add(frozenset(id(twin) for twin in twins))
            place = (cause.fact or cause.relation.result).figure
            spots = {side.language: _spot(side, place, cause)}
            twin = _twin(exam, place, side.language.other)
            alike = twin is not None and (id(twin) in cells) is (id(place) in cells)
            if (
                twin is not None
                and alike
                and all(item is not None for item in twins)
                and _is_shared(exam, cause, twin)
            ):
                other = exam.comparison.side(side.language.other)
                spots[other.language] = _spot(other, twin, None)
            others = [fact for fact in cause.relation.facts if fact.figure is not place]
            members = () if cause.fact else tuple(_spot(side, fact.figure, None, fact) for fact in others)
            found.append(Proof(cause, spots, members))
    return list(_told_apart(exam, found))


def _told_apart(exam: Examination, proofs: Sequence[Proof]) -> Iterator[Proof]:
    """The proofs without those that cannot tell the wrong figure where one of the other version names it.

    A definition that one version prints shows which of two figures is wrong in both.
    """
    sure = [proof.cause for proof in proofs if proof.cause.fact is not None]
    for proof in proofs:
        if proof.cause.fact is not None or not any(
            _mends(exam, cause, relation) for cause in sure for relation in proof.cause.broken
        ):
            yield proof


def _mends(exam: Examination, cause: Cause, relation: Relation) -> bool:
    """Whether the correction of a figure, or of its counterpart in the other version, makes a relation hold."""
    if cause.fact is None or cause.expected is None:
        return False
    figure = cause.fact.figure
    for fact in relation.facts:
        mine = fact.figure
        both = exam.partners.get(id(mine), ())
        if mine is figure or any(pair.ja is figure or pair.en is figure for pair in both):
            reading = replace(mine, value=cause.expected, ends=None)
            if holds_with(relation, mine, reading):
                return True
    return False


def _is_shared(exam: Examination, cause: Cause, twin: Figure) -> bool:
    """Whether the other version says the same thing wrong: of words only its own relations tell."""
    if cause.relation.name not in TOLD:
        return True
    return any(
        relation.name == cause.relation.name
        and relation.result.figure is twin
        and relation.verdict is Verdict.BROKEN
        for relation in exam.comparison.relations(twin.language)
    )


def told_periods(exam: Examination) -> frozenset[int]:
    """Figures (by identity) whose base arithmetic has shown to be another than the one that is named."""
    return frozenset(
        id(relation.result.figure)
        for side in exam.sides
        for relation in exam.comparison.relations(side.language)
        if relation.name == "period" and relation.verdict is Verdict.BROKEN
    )


def told_lines(exam: Examination) -> frozenset[int]:
    """Figures (by identity) of running text that arithmetic has shown to be those of another line (NAR001, NAR002)."""
    return frozenset(
        id(fact.figure)
        for side in exam.sides
        for relation in exam.comparison.relations(side.language)
        if relation.name in ("narrative", "line") and relation.verdict is Verdict.BROKEN
        for fact in (relation.result, *relation.members)
    )


def _cells(exam: Examination) -> frozenset[int]:
    """The figures (by identity) that stand in tables."""
    return frozenset(
        id(cell.figure)
        for side in exam.sides
        for table in side.tables
        for row in table.rows
        for cell in row.cells
        if cell.figure is not None
    )


def _spans_tables(relation: Relation) -> bool:
    """Whether figures of several places stand in a relation: a wrong scale of one of them breaks it."""
    return len({id(fact.table) for fact in relation.facts}) > 1


def _figures(cause: Cause) -> list[Figure]:
    if cause.fact is not None and cause.relation.name not in TOLD:
        return [cause.fact.figure]
    return [fact.figure for fact in cause.relation.facts]


def _twin(exam: Examination, figure: Figure, language: Language) -> Figure | None:
    """The figure of the other version that states the same."""
    for both in exam.partners.get(id(figure), ()):
        if not _differ(both) and not _reads_otherwise(both):
            return both.ja if language is Language.JA else both.en
    return None


def _reads_otherwise(both: FigurePair) -> bool:
    """Whether two figures have other digits, though that is held against nobody: one of them is a damaged cell."""
    return any(difference.aspect is Aspect.VALUE for difference in both.differences) and (
        min(both.ja.confidence, both.en.confidence) < CONFIDENT
    )


def _is_explained(exam: Examination, relation: Relation) -> bool:
    """Whether a broken relation holds once a figure that differs between the versions is read as the other prints it."""
    for fact in relation.facts:
        mine = fact.figure
        for both in exam.partners.get(id(mine), ()):
            other = both.en if both.ja is mine else both.ja
            if other.value is not None and (_differ(both) or _reads_otherwise(both)):
                reading = replace(mine, value=other.value, step=other.step or mine.step, ends=None)
                if holds_with(relation, mine, reading):
                    return True
    return False


def _differ(both: FigurePair, *, of_scale: bool = False) -> bool:
    """Whether two figures print other digits, or another sign; a scale or a period leaves their sums what they are.

    Args:
        both: the figures.
        of_scale: whether the scale is what matters.
    """
    serious = any(difference.serious for difference in both.differences)
    if not serious or of_scale:
        return serious
    ja, en = (
        figure.value / (figure.step or 1) if figure.value is not None else None
        for figure in (both.ja, both.en)
    )
    return ja is None or ja != en


def _spot(side: Side, figure: Figure, cause: Cause | None, fact: Fact | None = None) -> Spot:
    fact = fact or (cause.fact or cause.relation.result if cause else None)
    return figure_spot(side, figure, _about(fact) if fact else "")


def _finding(check: Check, exam: Examination, proof: Proof) -> Finding:
    cause = proof.cause
    language = next(iter(proof.spots))
    side = exam.comparison.side(language)
    tied = cause.relation.name in TOLD  # what a figure ties to is read right
    facts = (cause.relation.result,) if tied else cause.relation.facts
    doubtful = any(fact.figure.confidence < CONFIDENT for fact in facts)
    severity = Severity.ERROR if cause.relation.certainty >= SURE else Severity.WARNING
    if doubtful or not cause.legible or _is_stray(exam, cause):
        severity = Severity.INFO
    ja, en = proof.spots.get(Language.JA), proof.spots.get(Language.EN)
    blame = Blame.BOTH if ja and en else Blame(language.value)
    evidence = [Evidence(place, "member") for place in proof.members]
    if cause.relation.name in TOLD:
        cells = [_spot(side, fact.figure, None, fact) for fact in cause.relation.members]
        role = "member" if cause.relation.name == "scale" else "support"
        evidence += [Evidence(place, role, place.context) for place in cells]
    seen = {(place.line, place.col) for place in (ja, en) if place}
    for relation in (*cause.broken, *cause.support):
        place = _spot(side, relation.result.figure, None, relation.result)
        if len(evidence) - len(proof.members) < MOST_SUPPORT and (place.line, place.col) not in seen:
            seen.add((place.line, place.col))
            evidence.append(Evidence(place, "support", one_line(relation.note)))
    return make(
        check,
        severity,
        _message(cause, both=bool(ja and en)),
        ja,
        en,
        evidence=tuple(evidence),
        blame=blame,
        expected=_expected(cause) if cause.exact else "",
    )


def _message(cause: Cause, *, both: bool) -> str:
    relation = cause.relation
    where = " in both versions" if both else ""
    if relation.name in TOLD:
        return sentence(_subject(relation), one_line(relation.note))
    if cause.fact is None:
        figure = relation.result.figure
        given = printed_like(figure, relation.expected) if relation.expected is not None else "another value"
        phrase = (
            f"{one_line(figure.printed)} is printed{where}, the figures give {given} ({one_line(relation.note)} "
            f"does not hold); which of the {len(relation.facts)} figures is wrong cannot be told"
        )
        return sentence(_subject(relation), phrase)
    figure = cause.fact.figure
    expected = _expected(cause) or "another value"
    if not cause.exact:
        expected = f"about {expected}"
    phrase = f"{one_line(figure.printed)} is printed{where}, {expected} is expected: "
    phrase += f"{one_line(relation.note)} does not hold"
    if len(cause.broken) > 1:
        phrase += f", nor {_counted(len(cause.broken) - 1, 'other relation')}"
    if cause.support:
        phrase += f"; with {expected} {_counted(len(cause.broken) + len(cause.support), 'relation')} would"
    return sentence(_about(cause.fact) or _subject(relation), phrase)


def _is_stray(exam: Examination, cause: Cause) -> bool:
    """Whether the row stands alone in a table whose other rows have counterparts: an echo of another row."""
    fact = cause.fact or cause.relation.result
    if fact.table is None or fact.row is None or cause.relation.kind not in OF_ROWS:
        return False
    return not _is_paired(exam, fact.row) and any(_is_paired(exam, row) for row in fact.table.rows)


def _is_paired(exam: Examination, row: Row) -> bool:
    return any(id(cell.figure) in exam.partners for cell in row.cells if cell.figure is not None)


def _expected(cause: Cause) -> str:
    """What should be printed; a minus as the table prints it."""
    if cause.relation.meant:
        return cause.relation.meant
    if cause.fact is None or cause.expected is None:
        return ""
    table = cause.fact.table
    rows = table.rows if table is not None else ()
    marked = (
        cell.figure.printed
        for row in rows
        for cell in row.cells
        if cell.figure and cell.figure.sign is Sign.MARK
    )
    style = next(marked, "")
    return printed_like(cause.fact.figure, cause.expected, style)


def _counted(number: int, noun: str) -> str:
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    count = words[number] if number < len(words) else str(number)
    return f"{count} {noun}{'' if number == 1 else 's'}"


def _subject(relation: Relation) -> str:
    """What a relation is about: its result, or the cell that running text is held against."""
    named = relation.members[-1:] if relation.name == "line" else relation.members
    return next(filter(None, map(_about, (relation.result, *named))), "")


def _about(fact: Fact) -> str:
    """What a figure is about: its row and column."""
    if fact.row is None:
        return ""
    column = head_name(fact.table, fact.column)
    return f"{fact.row.label}, {column}" if column else fact.row.label
