"""Changes that a given Japanese segment counts in two counters: 850社から920人に拡大."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilingual.checks.building import sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.model.report import Blame, Finding, Severity

_NUMBER = r"\d[\d,.]*(?: ?[千万億]\d*)*"
_COUNTER = r"名|人|社|件|台|店舗?|戸|口|株|隻|棟|校|頭|枚|冊|円|ドル|トン"
_CHANGE_RE = re.compile(
    rf"{_NUMBER} ?(?P<one>{_COUNTER})(?:から約?|[増減]の約?){_NUMBER} ?(?P<other>{_COUNTER})(?=に|へ|と|となり|です|でし|、|。|まで|\Z)"
)
_ALIKE = frozenset({"名", "人"})


def mixed_counters(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield a change whose two ends are counted in words that exclude each other."""
    if not exam.one_segment:
        return
    content = exam.ja.readings[0].segment.content
    for match in _CHANGE_RE.finditer(content.text):
        both = {match["one"].removesuffix("舗"), match["other"].removesuffix("舗")}
        if len(both) > 1 and not both <= _ALIKE:
            place = spot(exam.ja, content.span(*match.span()))
            phrase = f"{place.text} counts the two ends of a change in different units"
            yield make(check, Severity.WARNING, sentence("", phrase), place, None, blame=Blame.JA)
            return
