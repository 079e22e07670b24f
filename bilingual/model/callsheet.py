"""The call sheet: every figure of both documents with what confirms it, as auditors tick a printed report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bilingual.model.alignment import Comparison, FigurePair, Side
from bilingual.model.document import Language
from bilingual.model.figure import Figure, Kind
from bilingual.model.relation import Relation, RelationKind, Verdict
from bilingual.model.report import Finding, Json, Severity, Spot, side_figures


class Tick(StrEnum):
    """What is known of a figure."""

    EQUAL = "equal"  # its counterpart in the other language states the same at the same precision
    CONSISTENT = "consistent"  # its counterpart states the same at another precision or in other words
    ADDS_UP = "adds up"  # it stands in a sum that holds
    RECOMPUTED = "recomputed"  # it stands in a growth rate, share, ratio or conversion that holds
    TIED = "tied"  # running text or another table of the same language states it too
    FORCED = "last digit"  # a relation that it stands in holds but for a last digit, as rounding explains
    DISPUTED = "disputed"  # an error or a warning names it
    UNVERIFIED = "unverified"  # stated once, and nothing confirms it


MEANINGS: Mapping[Tick, str] = {
    Tick.EQUAL: "the counterpart in the other language is equal",
    Tick.CONSISTENT: "the counterpart is consistent: another precision or other words for the same",
    Tick.ADDS_UP: "stands in a sum that holds",
    Tick.RECOMPUTED: "stands in a growth rate, share, ratio or conversion that holds",
    Tick.TIED: "stated again in running text or in another table",
    Tick.FORCED: "a relation holds but for a last digit, as rounding explains",
    Tick.DISPUTED: "an error or a warning names it",
    Tick.UNVERIFIED: "stated once and unverified",
}
"""What each tick says, for a reader."""
SUMS = frozenset({RelationKind.SUM, RelationKind.CROSS_SUM})
COUNTED = frozenset(Kind) - {Kind.NIL, Kind.NOT_APPLICABLE}
"""Kinds of figures that are counted: dashes and n/a state nothing."""
MOST_NOTES = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure with its ticks.

    Attributes:
        figure: the figure.
        place: where it stands.
        about: row label and column of a cell; empty for running text.
        ticks: what is known of it, in the order of ``Tick``.
        counterparts: where the other language states it.
        notes: the calculations and ties that confirm it.
        findings: identifiers of the errors and warnings that name it.
    """

    figure: Figure
    place: Spot
    about: str
    ticks: tuple[Tick, ...]
    counterparts: tuple[Spot, ...] = ()
    notes: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()


@dataclass(frozen=True)
class CallSheet:
    """Every figure of both sides, in order of place.

    Attributes:
        ja: the figures of the Japanese side.
        en: the figures of the English side.
    """

    ja: tuple[Entry, ...] = ()
    en: tuple[Entry, ...] = ()

    def side(self, language: Language) -> tuple[Entry, ...]:
        """The figures of one language."""
        return self.ja if language is Language.JA else self.en

    def totals(self, language: Language) -> dict[str, int]:
        """Number of figures of a language, and of those with each tick; a figure may have several."""
        entries = self.side(language)
        return {
            "figures": len(entries),
            **{tick.value: sum(tick in entry.ticks for entry in entries) for tick in Tick},
        }

    def to_dict(self) -> dict[str, Json]:
        """The ``coverage`` of the machine interface."""
        return {
            "ticks": {tick.value: words for tick, words in MEANINGS.items()},
            "totals": {language.value: self.totals(language) for language in Language},
            "figures": {
                language.value: [_entry_to_dict(entry) for entry in self.side(language)]
                for language in Language
            },
        }


@dataclass
class _Known:
    """What is known of one figure while the sheet is filled."""

    ticks: set[Tick] = field(default_factory=set)
    counterparts: list[Figure] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def call_sheet(comparison: Comparison, findings: Sequence[Finding]) -> CallSheet:
    """Tick every figure of a comparison."""
    known: dict[int, _Known] = defaultdict(_Known)
    for pair in comparison.alignment.pairs:
        for both in pair.figures:
            _tick_pair(both, known)
    for language in Language:
        for relation in comparison.relations(language):
            _tick_relation(relation, known)
    named = _named(findings)
    sheets = [
        tuple(_entries(side, comparison, known, named)) if side.lines else ()
        for side in (comparison.ja, comparison.en)
    ]
    return CallSheet(*sheets)


def _tick_pair(both: FigurePair, known: Mapping[int, _Known]) -> None:
    if not both.agrees:
        return
    one, other = both.ja, both.en
    same = one.value == other.value and one.step == other.step and one.ends == other.ends
    equal = not both.differences and (same or bool(one.moment)) and one.approximate is other.approximate
    for mine, theirs in ((one, other), (other, one)):
        entry = known[id(mine)]
        entry.ticks.add(Tick.EQUAL if equal else Tick.CONSISTENT)
        entry.counterparts.append(theirs)


def _tick_relation(relation: Relation, known: Mapping[int, _Known]) -> None:
    if relation.verdict is Verdict.BROKEN:
        return
    if relation.kind in SUMS:
        tick = Tick.ADDS_UP
    elif relation.kind is RelationKind.EQUAL:
        tick = Tick.TIED
    else:
        tick = Tick.RECOMPUTED
    for fact in relation.facts:
        entry = known[id(fact.figure)]
        entry.ticks.add(tick)
        if relation.verdict is Verdict.PLUG:
            entry.ticks.add(Tick.FORCED)
        if relation.note and relation.note not in entry.notes and len(entry.notes) < MOST_NOTES:
            entry.notes.append(relation.note)


def _named(findings: Sequence[Finding]) -> dict[tuple[Language, int, int], list[str]]:
    """The errors and warnings by the places that they blame."""
    named: dict[tuple[Language, int, int], list[str]] = defaultdict(list)
    for finding in findings:
        if finding.severity is Severity.INFO:
            continue
        members = (item.spot for item in finding.evidence if item.role == "member")
        for spot in (finding.ja, finding.en, *members):
            if spot is not None and finding.id not in named[spot.language, spot.line, spot.col]:
                named[spot.language, spot.line, spot.col].append(finding.id)
    return named


def _entries(
    side: Side,
    comparison: Comparison,
    known: Mapping[int, _Known],
    named: Mapping[tuple[Language, int, int], Sequence[str]],
) -> list[Entry]:
    abouts = _abouts(side)
    figures = {figure.span: figure for figure in side_figures(side) if figure.kind in COUNTED}
    other = comparison.side(side.language.other)
    found = []
    for figure in sorted(figures.values(), key=lambda figure: figure.span):
        place = _spot(side, figure)
        what = known.get(id(figure)) or _Known()
        ids = tuple(named.get((side.language, place.line, place.col), ()))
        ticks = set(what.ticks)
        if ids:
            ticks.add(Tick.DISPUTED)
        elif not ticks:
            ticks.add(Tick.UNVERIFIED)
        found.append(
            Entry(
                figure,
                place,
                abouts.get(id(figure), ""),
                tuple(tick for tick in Tick if tick in ticks),
                tuple(_spot(other, item) for item in what.counterparts[:MOST_NOTES]),
                tuple(what.notes),
                ids,
            )
        )
    return found


def _abouts(side: Side) -> dict[int, str]:
    """Row label and column of every cell."""
    found: dict[int, str] = {}
    for table in side.tables:
        names = {
            column.index: column.period.printed if column.period else column.header
            for column in table.columns
        }
        for row in table.rows:
            for cell in row.cells:
                if cell.figure is not None:
                    found[id(cell.figure)] = ", ".join(filter(None, (row.label, names.get(cell.column, ""))))
    return found


def _spot(side: Side, figure: Figure) -> Spot:
    place = side.document.place(figure.span)
    return Spot(side.language, place.line, place.col, place.text, origin=side.document.origin(figure.span))


def _entry_to_dict(entry: Entry) -> dict[str, Json]:
    place = entry.place
    out = place.to_dict()
    out["ticks"] = [tick.value for tick in entry.ticks]
    if entry.about:
        out["about"] = entry.about
    if entry.counterparts:
        out["counterparts"] = [spot.to_dict() for spot in entry.counterparts]
    if entry.notes:
        out["notes"] = list(entry.notes)
    return out


__all__ = ["COUNTED", "MEANINGS", "CallSheet", "Entry", "Tick", "call_sheet"]
