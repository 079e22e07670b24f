"""What the rules of damaged text have in common: one finding per table, or per version for its running text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bilingual.checks.building import MOST_MEMBERS, language_name, members, one_line, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.model.alignment import Side
from bilingual.model.document import Language
from bilingual.model.repair import Damage, Repair
from bilingual.model.report import Finding, Severity

LONGEST = 60
"""Characters of a printed form in a message."""


def report_repairs(check: Check, exam: Examination, damage: Damage, words: str) -> Iterator[Finding]:
    """Yield one finding for every table, and for the running text of each version, that was repaired.

    Args:
        check: the rule.
        exam: what is examined.
        damage: the damage that it reports.
        words: what was done, as a sentence without its end.
    """
    for side in exam.sides:
        groups: dict[str, list[Repair]] = {}
        for repair in side.repairs:
            if repair.damage is damage:
                groups.setdefault(repair.table, []).append(repair)
        for table, repairs in groups.items():
            for group in _shown_together(side, repairs):
                yield _finding(check, side, table, sorted(group, key=lambda repair: repair.span), words)


def _shown_together(side: Side, repairs: Sequence[Repair]) -> list[list[Repair]]:
    """All repairs of a table, or those of each step where they stand on more lines than one finding names."""
    lines = {side.document.line_number(repair.span.start) for repair in repairs}
    if len(lines) <= MOST_MEMBERS + 1:
        return [list(repairs)]
    steps: dict[str, list[Repair]] = {}
    for repair in repairs:
        steps.setdefault(repair.step, []).append(repair)
    return list(steps.values())


def _finding(check: Check, side: Side, table: str, repairs: Sequence[Repair], words: str) -> Finding:
    first, count = repairs[0], len(repairs)
    caption = next((one_line(found.caption) for found in side.tables if found.id == table), "")
    about = caption or f"Table {table}" if table else f"{language_name(side.language)} text"
    message = f"{shortened(about)}: {words}, {told(first)}"
    if count > 1:
        message += f"; {count} places in all"
    context = f"{caption} {first.step}"
    places = [(spot(side, repair.span, context), repair) for repair in repairs]
    notes = {(place.line, place.col): told_reading(repair) for place, repair in places}
    further = tuple(
        replace(item, note=f"read as {notes[item.spot.line, item.spot.col]}")
        for item in members([place for place, _ in places[1:]], (places[0][0],))
    )
    ja, en = (places[0][0], None) if side.language is Language.JA else (None, places[0][0])
    finding = make(check, Severity.INFO, f"{message}.", ja, en, evidence=further)
    return replace(finding, printed=first.printed, repaired=first.repaired)


def told(repair: Repair) -> str:
    """What is printed, and how it is read."""
    return f"{shortened(repair.printed) or 'nothing'} is read as {told_reading(repair)}"


def told_reading(repair: Repair) -> str:
    """How a place is read."""
    return shortened(repair.repaired) or "nothing"


def shortened(text: str) -> str:
    """Words on one line, cut where they are many."""
    line = one_line(text)
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
