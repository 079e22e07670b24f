"""The issuer's profile: rounding, and the zone in which a release is dated."""

from __future__ import annotations

import pytest

import bilingual

DOCUMENT = """2001年11月14日

売上高は96億円となりました。営業利益は12億円でした。

Tokyo, November 13, 2001 - Example Inc. announced its results.

Net sales were JPY 9,570 million. Operating profit was JPY1.2 billion.
"""


@pytest.mark.parametrize(("rounding", "count"), [(None, 0), ("half_up", 0), ("down", 1)])
def test_declared_rounding_decides(tmp_path, rounding, count):
    """9,570 million is 96億円 rounded half up, and 95億円 cut off; undeclared, both will do."""
    path = tmp_path / "a.txt"
    path.write_text(DOCUMENT, encoding="utf-8")
    options = bilingual.Options(company=bilingual.CompanyProfile(rounding=rounding))

    findings = bilingual.check(path, options=options).findings

    assert sum(finding.severity == "error" for finding in findings) == count


@pytest.mark.parametrize(("zone", "forgiven"), [("America/New_York", True), ("Asia/Tokyo", False)])
def test_release_is_dated_where_it_came_out(zone, forgiven):
    """A day earlier is the same day in New York, not in Tokyo."""
    from datetime import date

    from bilingual.figures.profile import dated_in_zone
    from bilingual.model.document import Language, Span
    from bilingual.model.figure import Aspect, Difference, Figure, FiscalCalendar, Kind

    day, eve = date(2001, 11, 14), date(2001, 11, 13)
    ja = Figure(Language.JA, Kind.DATE, "", Span(0, 0), local_date=day)
    en = Figure(Language.EN, Kind.DATE, "", Span(0, 0), local_date=eve)

    found = dated_in_zone(
        (Difference(Aspect.DATE, 1),), ja, en, FiscalCalendar(release=day, release_zone=zone)
    )

    assert (found[0].serious == 0) is forgiven
