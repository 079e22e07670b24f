"""Comparison to findings: one small module per rule, one visible tuple of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from bilingual.checks import (
    apx001,
    apx002,
    apx003,
    apx004,
    ari001,
    ari002,
    ari003,
    ari004,
    ari005,
    ari006,
    ari007,
    ari008,
    cal001,
    cal002,
    dat001,
    dat002,
    dat003,
    ent001,
    ext001,
    ext002,
    ext003,
    ext004,
    ext005,
    ext006,
    ext007,
    frm002,
    frm003,
    fxc001,
    fxc002,
    nar001,
    nar002,
    nar003,
    num001,
    num002,
    num003,
    num004,
    num005,
    num006,
    num007,
    num008,
    pct001,
    pct002,
    pct003,
    pct004,
    pct005,
    pct006,
    pct007,
    per001,
    per002,
    per003,
    per004,
    per005,
    per006,
    per007,
    sgn001,
    sgn002,
    sgn003,
    sgn004,
    sgn005,
    sgn006,
    sty002,
    tbl001,
    tbl002,
    trm001,
    trm002,
    trm003,
    trm004,
    trm005,
    trm006,
    trm007,
    unt001,
    unt002,
    unt003,
    unt004,
    unt005,
    unt006,
    unt007,
    xbr001,
)  # fmt: skip
from bilingual.checks.building import fingerprint
from bilingual.checks.check import Check
from bilingual.checks.disagreements import Disagreement
from bilingual.checks.examination import Examination
from bilingual.checks.explain import render
from bilingual.checks.pictured import as_questions
from bilingual.model.alignment import Comparison
from bilingual.model.document import Language
from bilingual.model.report import Finding, Severity, Spot

__all__ = ["CHECKS", "Check", "by_code", "explain", "fingerprint", "in_order", "run"]

CHECKS: tuple[Check, ...] = (
    ext001.CHECK, ext002.CHECK, ext003.CHECK, ext004.CHECK, ext005.CHECK, ext006.CHECK, ext007.CHECK,
    num001.CHECK, num002.CHECK, num003.CHECK, num004.CHECK, num005.CHECK, num006.CHECK, num007.CHECK, num008.CHECK,
    unt001.CHECK, unt002.CHECK, unt003.CHECK, unt004.CHECK, unt005.CHECK, unt006.CHECK, unt007.CHECK,
    sgn001.CHECK, sgn002.CHECK, sgn003.CHECK, sgn004.CHECK, sgn005.CHECK, sgn006.CHECK,
    pct001.CHECK, pct002.CHECK, pct003.CHECK, pct004.CHECK, pct005.CHECK, pct006.CHECK, pct007.CHECK,
    apx001.CHECK, apx002.CHECK, apx003.CHECK, apx004.CHECK,
    per001.CHECK, per002.CHECK, per003.CHECK, per004.CHECK, per005.CHECK, per006.CHECK, per007.CHECK,
    dat001.CHECK, dat002.CHECK, dat003.CHECK,
    ari001.CHECK, ari002.CHECK, ari003.CHECK, ari004.CHECK, ari005.CHECK, ari006.CHECK, ari007.CHECK, ari008.CHECK,
    nar001.CHECK, nar002.CHECK, nar003.CHECK, cal001.CHECK, cal002.CHECK, frm002.CHECK, frm003.CHECK,
    tbl001.CHECK, tbl002.CHECK, fxc001.CHECK, fxc002.CHECK,
    trm001.CHECK, trm002.CHECK, trm003.CHECK,
    trm004.CHECK, trm005.CHECK, trm006.CHECK, trm007.CHECK, sty002.CHECK,
    ent001.CHECK,
    xbr001.CHECK,
)  # fmt: skip
"""All rules, in the order of the catalogue."""

OF_ONE_SIDE = frozenset({"DAT003", "PER006", "SGN005", "STY002", "XBR001"})
"""Rules that read one version alone: they keep silent on a place that a comparison already blames."""


def by_code(code: str) -> Check:
    """The rule with a code, in capitals or not.

    Raises:
        KeyError: no rule has it.
    """
    for check in CHECKS:
        if check.code == code.upper():
            return check
    raise KeyError(code)


def explain(code: str) -> str:
    """What a rule compares, why, an example flagged, one left alone, its limits and its authority.

    Raises:
        KeyError: no rule has the code.
    """
    return render(by_code(code))


def run(
    comparison: Comparison,
    disabled: Iterable[str] = (),
    severities: Iterable[tuple[str, Severity]] = (),
    only: Container[str] | None = None,
) -> tuple[Finding, ...]:
    """Run all rules over a comparison.

    Args:
        comparison: what is compared.
        disabled: codes of rules that stay off.
        severities: severity per code that replaces the rule's own.
        only: codes of the rules that run; None for all.

    Returns:
        Findings, most serious first, then by line and code; no two have the same id.
    """
    off, given = frozenset(disabled), dict(severities)
    exam = Examination(comparison, _route)
    chosen = [check for check in CHECKS if check.code not in off and (only is None or check.code in only)]
    found = as_questions(comparison, [finding for check in chosen for finding in check.run(exam)])
    found = tuple(ext007.without_word_errors(comparison, found))
    return in_order(replace(item, severity=given.get(item.rule, item.severity)) for item in _once(found))


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings, most serious first, then by line and code; no two have the same id."""
    return tuple(_distinct(sorted(findings, key=_order)))


def _route(item: Disagreement) -> str:
    """The code of the rule that a disagreement belongs to."""
    return next((check.code for check in CHECKS if check.claims(item)), num001.CHECK.code)


def _once(found: Sequence[Finding]) -> Iterator[Finding]:
    """Leave out what one version shows alone at a place that a comparison already blames."""
    blamed = {
        (place.language, place.line, place.col)
        for finding in found
        if finding.rule not in OF_ONE_SIDE and finding.severity is not Severity.INFO
        for place in (finding.ja, finding.en)
        if place is not None
    }
    for finding in found:
        place = finding.en or finding.ja
        if finding.rule in OF_ONE_SIDE and place and (place.language, place.line, place.col) in blamed:
            continue
        yield finding


def _order(finding: Finding) -> tuple[int, int, int, str, int, str]:
    place: Spot = finding.ja or finding.en or Spot(Language.JA, 0, 0, "")
    other = finding.en or place
    return finding.severity.rank, place.line, other.line, finding.rule, place.col, finding.id


def _distinct(found: Iterable[Finding]) -> Iterator[Finding]:
    """Number true duplicates, so that every id stands for one finding."""
    counts: Counter[str] = Counter()
    for finding in found:
        counts[finding.id] += 1
        number = counts[finding.id]
        yield (
            finding if number == 1 else replace(finding, id=fingerprint(finding.id, str(number), "", "", ""))
        )
