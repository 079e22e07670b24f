"""Exchange rates for another number of units than one or a power of ten: 7米ドル=145円, US$2 = ¥145."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilingual.checks.building import spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.model.document import Language
from bilingual.model.report import Blame, Finding, Severity

_BASE_RES = {
    Language.JA: re.compile(
        r"(?<![\d.,])(?P<base>(?!10)\d{1,2}) ?(?:米国?ドル|ドル|ユーロ|英?ポンド|人民元|中国元|元|豪ドル|バーツ|ウォン)"
        r" ?(?:=|あたり|当たり|につき) ?約?\d[\d.,]* ?円"
    ),
    Language.EN: re.compile(
        r"(?:US ?\$|U\.S\.\$|\$|€|£|RMB ?|A\$)(?P<base>(?!10)\d{1,2}) ?= ?(?:approximately )?(?:¥|JPY ?|Y)\d"
    ),
}
_RATE_RES = {
    Language.JA: re.compile(r"為替|レート|換算|前提|想定"),
    Language.EN: re.compile(r"\b(?:exchange|rates?|translat\w+|convert\w*|assum\w+)\b", re.IGNORECASE),
}


def odd_bases(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield rates of sentences that speak of exchange rates, which count the other currency by neither 1 nor 10."""
    for side in exam.sides:
        for reading in side.readings:
            text = reading.segment.text
            if "=" not in text and side.language is Language.EN:
                continue
            for match in _BASE_RES[side.language].finditer(text):
                if match["base"].lstrip("0") in ("", "1") or not _RATE_RES[side.language].search(text):
                    continue
                place = spot(side, reading.segment.content.span(*match.span()))
                phrase = (
                    f"The rate {place.text} is for {match['base']} units; rates are given for 1, 10 or 100."
                )
                sided = (place, None) if side.language is Language.JA else (None, place)
                yield make(check, Severity.WARNING, phrase, *sided, blame=Blame(side.language.value))
