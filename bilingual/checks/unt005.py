"""Physical unit or counter differs.

Compares: units such as Gbps, MWh, t-CO2, and counters such as 株, 名, 社; units of rows that are quotients (gCO2/kWh),
and the words of the units of rows, whatever their cells print (% beside persons, 件 beside persons); in given segments also
units of time.

Why it matters: 6.4 Mbps is a thousandth of 6.4 Gbps; shares are no yen.

Flagged:
    契約帯域は6.4Gbpsです。
    Contracted bandwidth was 6.4Mbps.

Left alone:
    従業員数は1,500名です。
    The company has 1,500 employees.

Limits: counters have many right translations; only units that exclude one another are reported. Cases beside persons or
companies are a warning, and only where both stand in a column of units or in brackets behind the label.

Authority: MQM (multidimensional quality metrics), accuracy: mistranslation of unit conversion.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.checks.bracketed_units import bracketed_units
from bilingual.checks.check import Check
from bilingual.checks.counted_things import other_things
from bilingual.checks.disagreements import Disagreement
from bilingual.checks.examination import Examination
from bilingual.checks.findings import report
from bilingual.checks.mixed_counters import mixed_counters
from bilingual.checks.named_things import unnamed_things
from bilingual.checks.quotients import differing_quotients
from bilingual.checks.row_units import differing_row_units
from bilingual.checks.section_units import differing_sections
from bilingual.checks.time_units import other_time_units
from bilingual.checks.unsaid_counters import unsaid_firms
from bilingual.checks.unsaid_times import unsaid_times
from bilingual.checks.wordings import contrary
from bilingual.model.figure import Aspect
from bilingual.model.report import Finding, Severity


def claims(item: Disagreement) -> bool:
    """Claim units and counters that exclude one another."""
    return item.aspect is Aspect.UNIT


def run(exam: Examination) -> Iterator[Finding]:
    """Yield a finding for every root cause that this rule claims."""
    yield from report(CHECK, exam, "the unit differs")
    yield from contrary(CHECK, exam)
    yield from other_time_units(CHECK, exam)
    yield from differing_quotients(CHECK, exam)
    yield from differing_row_units(CHECK, exam)
    yield from differing_sections(CHECK, exam)
    yield from unsaid_times(CHECK, exam)
    yield from mixed_counters(CHECK, exam)
    told = list(other_things(CHECK, exam)) or list(bracketed_units(CHECK, exam))
    yield from told or list(unsaid_firms(CHECK, exam)) or unnamed_things(CHECK, exam)


CHECK = Check("UNT005", "unit differs", Severity.ERROR, run, claims)
