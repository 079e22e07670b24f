"""The year that a change is measured from, exchanged with the year that it leads to: 2020年度を基準年として2024年度に."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilingual.checks.building import sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.model.document import Language
from bilingual.model.report import Finding, Severity

_YEAR_RE = re.compile(r"(?<![\d,.])(?:19|20)\d\d(?![\d,.]\d)")
_BASE_RE = {
    Language.JA: re.compile(
        r"(?<!\d)(?P<year>(?:19|20)\d\d)年?度?(?:[1-9]\d?月期)?(?:実績|水準)?(?:比(?!率)|対比|基準|を(?:基準|100(?!\d))|に(?:比べ|対し)|と比)"
    ),
    Language.EN: re.compile(
        r"\b(?:base year|baseline|compared (?:to|with)|relative to|versus|vs\.?|against|from)(?: (?:of|in|the|a|that|our|its|levels?|figures?|results?|base|baseline|year|fiscal(?: year)?|FY|ended|ending))*"
        r" ?(?P<year>(?:19|20)\d\d)(?! (?:on|onward)s?\b)",
        re.IGNORECASE,
    ),
}


def exchanged_base(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield the year that a given segment measures from, where the other one measures from another of the same years."""
    if not exam.one_segment:
        return
    texts = [side.readings[0].segment.text for side in exam.sides]
    years = [_YEAR_RE.findall(text) for text in texts]
    if set(years[0]) != set(years[1]) or len(set(years[0])) != 2:
        return
    bases = [
        list(_BASE_RE[side.language].finditer(text)) for side, text in zip(exam.sides, texts, strict=True)
    ]
    if [len(found) for found in bases] != [1, 1] or bases[0][0]["year"] == bases[1][0]["year"]:
        return
    places = [
        spot(side, side.readings[0].segment.content.span(*found[0].span("year")))
        for side, found in zip(exam.sides, bases, strict=True)
    ]
    phrase = f"the year measured from differs, {places[0].text} in Japanese, {places[1].text} in English"
    yield make(check, Severity.WARNING, sentence("", phrase), *places)
