"""Words that name periods in English text, as patterns."""

from __future__ import annotations

import re

from bilingual.figures.written_dates import DATE, MONTH, YEAR, loosen
from bilingual.model.figure import Part, Relative

_ORD = r"(?:first|second|third|fourth|(?:opening|closing|final)(?= (?:fiscal )?quarter)|latter(?= half)|[1-4] ?(?:st|nd|rd|th))"  # 4rd is a misprint of a quarter, and still one
_FY = rf"(?:(?:full |entire )?(?:fiscal(?: year)?|FY) ?'?(?:{YEAR}|\d\d(?![\d/]))(?: (?:fiscal )?year)?|(?:full )?{YEAR} (?:fiscal|financial) year|(?:calendar |year )?{YEAR})"
_FYE = r"(?-i:FYE?) ?(?:1[0-2]|0?[1-9])/(?:20)?\d\d(?![\d/])"
"""A fiscal year by the month and the year in which it ends: FYE 3/26, FY3/2026."""
_YEAR_END = rf"(?:(?:full |the ){{0,3}}(?:fiscal |business |financial |consolidated ){{0,3}}(?:(?:years?|(?-i:FY)) (?:period )?(?:ended|ending|to|which (?:ended|ends|will end))|(?-i:FYE)) (?:on )?{DATE})"
_THIS = r"(?:this|the current|the same|the|its|our|the previous|the prior|the preceding|last|previous|prior|the next|next|the following|the coming) (?:full )?(?:fiscal |business )?year"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(loosen(pattern), re.IGNORECASE)


QUARTER_RE = _compile(
    rf"\b(?:the )?(?P<cum0>cumulative )?(?P<ord>{_ORD})[\s-]{{1,3}}(?:(?:fiscal|consolidated) )?(?P<unit>quarters?|half(?:[- ]year)?)\b(?! (?:of|a) (?:the )?(?:percent|its|our|these|those)| running\b| in a row\b)"
    r"(?P<cum> \(?cumulative\)?)?(?: \((?:the )?(?:interim|first half|six months)[^()]{0,12}\))?"
    rf"(?:,? (?:(?:financial )?results )?(?:of|for|in) (?:the )?(?P<of>{_YEAR_END}|{_FYE}|{_FY}|{_THIS})(?!\w)|,? (?:the )?(?P<of2>{_FYE}|{_FY})(?!\w))?"
    rf"(?P<rest>,? ?\(?(?:which )?(?:ended|ending) (?:on )?(?P<date>{DATE})\)?)?"
)
"""An ordinal quarter or half, the year it belongs to and the day it ends."""

MONTH_QUARTER_RE = _compile(
    rf"(?<![-~])\b(?:the )?(?P<month>March|June|September|December)(?: (?P<y>{YEAR}))?[\s-]quarter\b(?:,? (?:of )?(?P<y2>{YEAR}))?"
)
"""A quarter named by the month in which it ends: the June 2024 quarter."""

ELLIPTIC_RE = re.compile(
    r"\b(?:in|for|from|than|of|and) (?P<whole>the (?P<ord>first|second|third|fourth))(?=[.,;)]|\Z)",
    re.IGNORECASE,
)
"""The quarter whose noun was said before: up 5% in the third quarter and 8% in the fourth."""

ENDED_RE = _compile(
    r"(?=[\dbefhimnqstwy])\b(?:(?-i:(?P<label>[1-4]Q|Q[1-4]|[12]H|H[12]|9M|[Ff]irst (?:(?:[Tt]hree|[Ss]ix|[Nn]ine) [Mm]onths|(?:[Tt]wo|[Tt]hree) [Qq]uarters)|[Ii]nterim [Pp]eriod))(?: cumulative)?(?:,| of| in| for)? |(?-i:(?P<reported>(?:[Ff]irst )?(?:[Tt]hree|[Ss]ix|[Nn]ine) [Mm]onths))(?: (?:[Uu]naudited|(?:[Nn]on-)?[Cc]onsolidated|[Ff]inancial|[Oo]perating|[Bb]usiness|[Ee]arnings|[Rr]esults)){1,4} (?:of|in|for) )?(?:the |first |full ){0,3}(?:(?P<len>(?P<n>three|six|nine|twelve|3|6|9|12)[\s-]{1,3}months?(?: (?:consolidated |cumulative |accounting |interim ){0,3}periods?)?"
    r"|quarters?|half[- ]years?|(?:fiscal |business |financial |consolidated ){0,3}(?<!each\s)(?<!every\s)years?|(?:interim |fiscal |accounting ){0,3}periods?|months?|(?-i:FY))"
    rf" (?:period )?(?:ended|ending|to|(?:which|that) (?:ended|ends|will end))|(?-i:FYE)|(?<=\()(?:ended|ending)|(?<=\d,\s)(?:which )?(?:ended|ending)|(?<=plan\s)(?:ending|ended)) (?:on |in )?(?P<date>{DATE})"
)
"""A length of time and the day on which it ends, behind a part of it or the results of one: first six months financial results for the …."""

LIST_RE = _compile(rf"(?:,? and |, ?|;? (?=[A-Z]))(?:(?:of|for) )?(?P<date>{DATE})|,? and (?P<y>{YEAR})")
"""Further dates of the same kind: September 30, 2003, September 30, 2002 and June 30, 2003."""

SPAN_RE = _compile(rf" ?(?:to|through|until|-|~) ?(?:(?P<date>{DATE})|(?P<y>{YEAR}))")
"""Between the first and the last of several years: years ending March 31, 2026 to 2028."""

YEAR_RE = _compile(
    rf"\b(?:the )?(?:(?P<m9>(?:(?:first )?nine[\s-]{{1,3}}months?(?: period)?|first (?:three|3) quarters) (?:of|in) (?:the )?)|(?P<m6>(?:first (?:six months|(?:two|2) quarters)|interim period) (?:of|in) (?:the )?)|(?P<m3>first three months (?:of|in) (?:the )?))?"
    rf"(?:(?P<fye>{_FYE})|(?:full[\s-]{{1,3}}year (?:of )?)?(?:(?:full |entire )?(?:fiscal(?: years?)?|(?-i:FY)) ?'?(?P<y>{YEAR}|\d\d(?![\d,.%/]))(?:(?: fiscal)? year\b)?|(?:full )?(?P<y2>{YEAR})(?: (?:fiscal|financial) year| ?(?-i:FY))\b))"
)
"""fiscal 2001, full fiscal 2001 year, the full 2002 fiscal year, fiscal year 2003."""

INTERIM_RE = re.compile(
    r",? interim(?= (?:consolidated |financial |business )?(?:results?|statements|earnings|period(?! (?:cash )?dividends?)))",
    re.IGNORECASE,
)
"""Behind a year: its first half."""

YEAR_LIST_RE = re.compile(
    rf"(?:,? and |, |(?<=\d\d\d\d)(?: ?[-~] ?| (?:to|through) ))(?P<y>{YEAR})(?![\d,.]*\d|%)"
)
"""Further years of the same kind: fiscal 2023, 2024 and 2025."""

INSTANT_RE = _compile(
    rf"\bas (?:of|at) (?:the end of )?(?P<date>{DATE})|\b(?P<end>(?:the )?end of {MONTH},? {YEAR})"
)
"""As of March 31, 2025; the end of September 2002."""

RANGE_RE = _compile(
    r"\b(?=\d|bet|fro|[jfmasond][aepuco][nbrylgptvc])(?:"  # what ranges begin with, months by three letters
    rf"(?P<between>\bbetween )?(?:\bfrom:? )?\b(?P<m1>{MONTH}) (?P<d1>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?(?:,? (?P<y1>{YEAR}))? ?(?:to:?|through|until|till|-|~|(?(between)and|to)) ?(?P<date>{DATE})"
    rf"|(?P<amid>\bbetween )?(?:\bfrom )?\b(?P<d5>\d{{1,2}})(?:st|nd|rd|th)? (?P<m5>{MONTH})(?:,? (?P<y5>{YEAR}))? ?(?:to|through|until|till|-|~|(?(amid)and|to)) ?(?P<date5>{DATE})"
    rf"|(?P<amidst>\bbetween )?\b(?:from )?(?P<m3>{MONTH})(?:,? (?P<y3>{YEAR}))? ?(?:to|through|until|till|-to-|-|~|(?(amidst)and|to)) ?(?P<m4>{MONTH})(?!,? ?\d{{1,2}}(?!\d))(?:,? (?P<y4>{YEAR})(?: period| quarter)?|(?: period| quarter)(?: (?:(?:of|in) )?(?P<y6>{YEAR}))?)?)"
)
"""Ranges of days or months."""

_PAST = "(?:previous|prior|preceding|last)"
_NEXT = "(?:next|following|coming|upcoming|subsequent)"
_SAME = "(?:same|corresponding|comparable|year[- ]ago|year[- ]earlier|prior[- ]year|previous[- ]year)(?:'s)?"
_AGO = "(?:ago|earlier|before)"
_STRETCH = "(?:three-month |six-month |nine-month |interim |first-half |fiscal |corresponding )?(?:quarter|period|term|months?)"
_OF_YEAR = (
    rf" (?:of|in|a|during|from|for) (?:the )?(?:immediately )?{_PAST} (?:consolidated )?(?:fiscal )?year"
    rf"| (?:a|one) year {_AGO}| last year| (?:of|in) (?:the )?year {_AGO}| the {_PAST} year| (?:of|in) {YEAR}"
)

RELATIVES: tuple[tuple[str, Relative, Part | None, bool], ...] = (
    (rf"(?:the |its )?(?:end|close) of (?:the )?{_PAST} (?:consolidated )?(?:fiscal )?(?:year|period)|(?:the )?{_PAST} (?:fiscal )?year[- ]end|(?:the )?(?:beginning|start) of the (?:current |present )?(?:fiscal )?(?:year|period|term)(?! (?:ended|ending|20))", Relative.PREVIOUS_END, None, True),
    (rf"(?:the )?end of (?:the )?(?:{_SAME}|{_PAST} corresponding) {_STRETCH}(?:{_OF_YEAR})?", Relative.YEAR_AGO, None, True),
    (rf"(?:the )?(?:{_SAME}|{_PAST} corresponding) {_STRETCH}(?:{_OF_YEAR})?", Relative.YEAR_AGO, None, False),
    (rf"year[- ]over[- ]year|year[- ]on[- ]year|(?-i:YoY|YOY|Y/Y|y/y|yoy|y-o-y|Y-o-Y)|(?:a|one) year {_AGO}|year[- ]earlier|year[- ]ago|year[- ]to[- ]year|(?:twelve|12) months {_AGO}", Relative.YEAR_AGO, None, False),
    (r"quarter[- ](?:over|on|to)[- ]quarter|(?-i:QoQ|QOQ|Q/Q|q/q|qoq|q-o-q|Q-o-Q)|sequential(?:ly)?|(?:a|one) quarter (?:ago|earlier|before)|the quarter (?:before|earlier)(?! (?:last|that|we|the))|quarter-(?:ago|earlier)|(?:three|3) months (?:ago|earlier|before)", Relative.PREVIOUS_QUARTER, None, False),
    (rf"(?:the )?end of (?:the )?(?:immediately )?{_PAST} (?:fiscal )?quarter|(?:the )?{_PAST} (?:fiscal )?quarter-end", Relative.PREVIOUS_QUARTER, None, True),
    (rf"(?:the )?(?:immediately )?{_PAST}[- ](?:fiscal |three-month )?quarter(?!ly)", Relative.PREVIOUS_QUARTER, None, False),
    (r"(?:the )?end of (?:the )?(?:previous|prior|preceding) month|(?:the )?(?:previous|prior|preceding) month-end", Relative.PREVIOUS_MONTH, None, True),
    (r"month[- ](?:over|on|to)[- ]month|(?-i:MoM|MOM|M/M|m/m|mom|m-o-m|M-o-M)|(?:a|one) month (?:ago|earlier|before)|the month (?:before|earlier)(?! (?:last|that|we|the))|(?:the )?(?:(?:immediately )?(?:previous|prior|preceding) month|last month(?! of\b))(?!-)", Relative.PREVIOUS_MONTH, None, False),
    (r"week[- ](?:over|on|to)[- ]week|(?-i:WoW|WOW|W/W|w/w)|(?:a|one) week (?:ago|earlier|before)|the week before(?! (?:last|that|we|the))|(?:the )?(?:previous|prior|preceding) week|last week(?! of\b)", Relative.PREVIOUS_WEEK, None, False),
    (rf"(?:the )?{_PAST} (?:consolidated )?(?:interim|six-month|half-year|first-half) (?:consolidated )?(?:accounting )?(?:period|term)", Relative.YEAR_AGO, Part.H1, False),
    (r"(?:this|(?<![-a-z])(?:the )?current) (?:interim|six-month|half-year) (?:consolidated )?(?:accounting )?period|(?:the )?interim (?:consolidated )?(?:accounting )?period under review", Relative.CURRENT, Part.H1, False),
    (r"the year (?:before|earlier)(?! (?:last|that|we|the))", Relative.PREVIOUS_YEAR, Part.YEAR, False),
    (rf"(?:the )?{_PAST} (?:consolidated |full )?(?:(?:fiscal|business|financial) )?year(?!-)", Relative.PREVIOUS_YEAR, Part.YEAR, False),
    (rf"(?:the )?{_PAST} (?:fiscal |accounting )?(?:period|term)", Relative.PREVIOUS, None, False),
    (r"(?:the )?(?:beginning|start) of (?:the |this )?(?:current |fiscal ){0,3}(?:period|year|quarter|term)", Relative.PREVIOUS_END, None, True),
    (r"(?:the )?end of (?:the |this )?(?:current |full ){0,3}fiscal year(?! (?:ended|ending|of|\d))", Relative.CURRENT, Part.YEAR, True),
    (r"(?:the )?end of (?:the |this )?(?:current )?(?:period|year|quarter|term)(?! (?:ended|ending|of|\d))", Relative.CURRENT, None, True),
    (r"(?:this|(?<![-a-z])(?:the )?current) (?:consolidated )?fiscal year(?! end)|the (?:fiscal )?year under review", Relative.CURRENT, Part.YEAR, False),
    (r"(?:this|(?<![-a-z])(?:the )?current) (?:quarter|period|term|year)(?!ly| end)|the (?:quarter|period|term) under review|(?:in|during|for) the quarter(?! (?:ended|ending|to|of))", Relative.CURRENT, None, False),
    (rf"(?:the )?{_NEXT} fiscal year", Relative.NEXT, Part.YEAR, False),
    (rf"(?:the )?{_NEXT} (?:fiscal )?(?:quarter|period|term|year)", Relative.NEXT, None, False),
    (r"(?:versus|vs\.?|compared (?:to|with)|against|relative to|from) (?:the |our |its )?(?:initial |previous |original |earlier |latest |most recent )?(?:plan|forecast|budget|target|projection|estimate|guidance)s?", Relative.PLAN, None, False),
)  # fmt: skip
"""Words, what they mean, the part of a year they name, whether they are a point in time; the first that fits wins."""

RELATIVE_RE = _compile(
    r"\b(?=[abcdefilmnopqrstuvwy])(?:"
    + "|".join(f"(?P<r{index}>{row[0]})" for index, row in enumerate(RELATIVES))
    + r")\b"
)
"""All relative words in one scan."""

PART_RE = _compile(
    r"\b(?:(?P<year>full[- ](?:fiscal[- ])?year(?! ended| ending))|(?P<h1>interim period(?! (?:cash )?dividends?)|half[- ]year(?=(?: consolidated| financial| business| earnings)* (?:forecasts?|results|earnings|performance))|interim(?=(?: consolidated| financial| business| earnings)* (?:results|earnings|performance|report) (?:for|of) (?:the )?(?:(?:fiscal |business )?year|FY|fiscal))|the half[- ]year(?: period)?(?! (?:ended|ending|to))|the six[- ]month period)"
    r"|(?P<m9>(?:the )?(?:first )?nine[- ]months?(?: period)?(?! (?:ended|ending|later|after|of|in|from)))"
    r"|(?P<m9y>(?:the )?first nine months of (?:the |this )(?:current )?(?:fiscal )?(?:year|period)(?! (?:ended|ending)))"
    r"|(?P<h1y>(?:the )?first six months of (?:the |this )(?:current )?(?:fiscal )?(?:year|period)(?! (?:ended|ending)))"
    r"|(?P<h2y>(?:the )?(?:last|latter|second) six months of (?:the |this )(?:current )?(?:fiscal )?year)"
    r"|(?P<q2>(?:the )?first (?:two|2) quarters)|(?P<q3>(?:the )?first (?:three|3) quarters)"
    r"|(?P<h1c>the (?:first )?six[- ]months?(?! (?:ended|ending|later|after|of|from)))(?: period)?)\b"
)
"""Parts of a year without the year."""

_LONG = ("year", "quarter", "half", "period", "month", "term", "week")
TRIGGERS: dict[str, tuple[str, ...]] = {
    "quarter": ("quarter", "half"),
    "ended": ("ended", "ending", " to ", "fye"),
    "year": ("fiscal", "fy", "full", "nine", "interim", "six", "quarters", "half"),
    "instant": ("as of", "as at", "end of"),
    "range": (" to ", "through", "-", "~", "from", "between"),
    "relative": (
        *_LONG,
        "yoy",
        "y/y",
        "y-o-y",
        "qoq",
        "q/q",
        "q-o-q",
        "mom",
        "m/m",
        "m-o-m",
        "w/w",
        "wow",
        "sequential",
        "plan",
        "forecast",
        "budget",
        "target",
        "projection",
        "estimate",
        "guidance",
    ),
}
"""Lower-case words of which a text must hold one before a family of patterns is worth a scan."""
