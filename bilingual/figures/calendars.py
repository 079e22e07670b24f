"""Learn from the documents how the issuer names its periods."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import zip_longest

from bilingual.figures.dates import DateMention, find_dates
from bilingual.figures.eras import unnamed_era
from bilingual.figures.fiscal import part_span, year_end
from bilingual.figures.periods import find_periods
from bilingual.figures.written_dates import LOOSE_DATE, MONTH, read_date
from bilingual.model.document import Language
from bilingual.model.figure import Basis, FiscalCalendar, Part, Period, PeriodMention

CELLS = 2
"""Tabs in a line that is the row of a table: a label and at least two cells."""
DAYS = 2
"""Days in the line of a release's own at most: in two places of the world; a row of a printed sheet has more."""
TWO_YEARS = 2
"""Years of which a paper prints the same quarter: this one and the one before."""
LONG_AGO = 10
"""Years by which no release precedes all fiscal years that it names; one alone may be a goal (2050年度)."""
_ROW_RE = re.compile(r"(?:\s{2,}[△▲(-]?\d[\d,.]*%?\)?){2}\s")
"""Two cells of figures before a day: a row of a table that blanks divide."""
TOP = 3000
"""Characters from the start of a half in which its title, its release date and its current period stand."""

WHOLE = 300_000
"""Characters that are read at most; a calendar shows itself long before."""

# The whole text is searched: patterns ask for their first letter before they ask for the edge of a word, which
# takes half the time.

_YEAR_ENDED_RE = re.compile(rf"(?=y)\byears?\s+(?:ended|ending|to)\s+(?:on\s+)?({LOOSE_DATE})", re.IGNORECASE)
_QUARTER_ENDED_RE = re.compile(
    rf"(?=[fst1-4])\b(first|second|third|fourth|1 ?st|2 ?nd|3 ?rd|4 ?th)\s+quarter\s+(?:(?:19|20)\d\d\s+)?\(?(?:ended|ending)\s+(?:on\s+)?({LOOSE_DATE})",
    re.IGNORECASE,
)
_MONTHS_ENDED_RE = re.compile(
    rf"(?=[sn])\b(six|nine)[\s-]+months?\s+(?:period\s+)?(?:ended|ending)\s+({LOOSE_DATE})", re.IGNORECASE
)
_TERM_RE = re.compile(r"年 {0,2}(\d{1,2}) {0,2}月 {0,2}期( {0,2}(?:通期|第|の?決算|決算短信|連結|有価))?")
_QUARTER_MONTHS_RE = re.compile(
    r"第 {0,2}([1-4]) {0,2}四半期 {0,2}\( {0,2}\d{1,2} {0,2}月? {0,2}[-~] {0,2}(\d{1,2}) {0,2}月"
)
_ENDED_JA_RE = re.compile(
    r"年 {0,2}(\d{1,2}) {0,2}月 {0,2}\d{1,2} {0,2}日 {0,2}(?:に終了した|を末日とする)(?:連結)?(?:会計年度|事業年度|1年)"
)
_YEAR_RANGE_JA_RE = re.compile(
    r"年 {0,2}(\d{1,2})月 {0,2}1 {0,2}日[^\d\n]{1,6}\d{4} {0,2}年 {0,2}(\d{1,2}) {0,2}月 {0,2}(?:2[89]|3[01]) {0,2}日"
)
_YEAR_TERM_RE = re.compile(r"((?:19|20)\d\d) {0,2}年 {0,2}(\d{1,2}) {0,2}月 {0,2}期")
_NENDO_RE = re.compile(r"((?:19|20)\d\d) {0,2}年 {0,2}度")
_FY_RE = re.compile(r"(?=f)\b(?:FY ?|fiscal (?:year )?)((?:19|20)\d\d)\b", re.IGNORECASE)
_QFY_RE = re.compile(r"[1-4](?<![\w.].)Q((?:20)?\d\d)(?![\d,.%])")
_FY_ENDED_RE = re.compile(
    rf"(?=[fy])(?:\byears?\s+(?:ended|ending)\s+(?:on\s+)?(?P<d1>{LOOSE_DATE})[\s,]*[(\[]\s*(?:hereinafter |the |\"|')*\s*(?:FY ?|fiscal (?:year )?)(?P<y1>(?:19|20)\d\d)\b"
    rf"|\b(?:FY ?|fiscal (?:year )?)(?P<y2>(?:19|20)\d\d)\b(?! year end)[\"'\s,]*(?:[(\[-]\s*)?(?:(?:the |which |is |means |refers to )*(?:fiscal )?(?:years? )?(?:ended|ending|ends)\s+(?:on\s+)?)(?P<d2>{LOOSE_DATE})"
    rf"|\b(?:FY ?|fiscal (?:year )?)(?P<y3>(?:19|20)\d\d)\b\s*\(\s*{LOOSE_DATE}\s*(?:to|-|~|through)\s*(?P<d3>{LOOSE_DATE}))",
    re.IGNORECASE,
)
_QUARTER_LABEL_ENDED_RE = re.compile(
    rf"(?=[fst1-4])\b(?P<q>first|second|third|fourth|1 ?st|2 ?nd|3 ?rd|4 ?th)\s+quarter\s+(?:of\s+)?(?:FY ?|fiscal (?:year )?)?(?P<y>(?:19|20)\d\d)\s+(?:\(?(?:ended|ending))\s+(?P<d>{LOOSE_DATE})",
    re.IGNORECASE,
)
_NENDO_TERM_RE = re.compile(
    r"((?:19|20)\d\d) {0,2}年度 {0,2}\( {0,2}((?:19|20)\d\d) {0,2}年 {0,2}\d{1,2} {0,2}月 {0,2}期"
)
_DATELINE_RE = re.compile(
    rf"\b(?:Tokyo|Osaka|Kyoto|Nagoya|Yokohama|Kobe|Japan)\b[^\n]{{0,60}}?,?\s({MONTH}\s\d{{1,2}},?\s(?:19|20)\d\d)"
)
_ANY_YEAR_RE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_EVENT_RE = re.compile(r"付|に|を|より|から|開催|現在|時点|\(予定\)|まで|[-~]")
_SCHEDULED_RE = re.compile(
    r"(?:予定日?|開催日|支払(?:開始)?日|提出日|基準日|効力発生日) ?:? ?\Z"
    r"|\b(?:scheduled|planned|expected|record date|effective date|payments?|filing|submission|meeting)\b[^.;:]*:? ?\Z",
    re.IGNORECASE,
)
"""The words before a day on which something else is to be done: 配当支払開始予定日 2026年6月22日."""
_NOTE_RE = re.compile(r"\s*[(\[]?(?:注\d?[:.)\]]|注記|※|\*|[Nn]otes?\b ?\d?[:.)\]])")
_THIS_TERM_RE = re.compile(
    r"当(?:期|年度|(?:第[1-4]|中間|四半期)*(?:連結)?(?:累計|会計)?(?:会計年度|事業年度|会計期間|期間))\s{0,4}\((?=\s*自?\s*(?:\d|平成|令和))"
)
"""The words for the reported term before its days: 当連結会計年度(自 2024年4月1日 至 2025年3月31日)."""
_TITLE_RE = re.compile(r"決算|業績|results?\b|report", re.IGNORECASE)
_CLOSING_EN_RE = re.compile(rf"(?=[ae])\b(?:ended|ending|as of|as at)\s+({LOOSE_DATE})", re.IGNORECASE)
_CLOSING_JA_RE = re.compile(
    r"((?:19|20)\d\d|(?:平成|令和) {0,2}\d{1,2}) {0,2}年 {0,2}(\d{1,2}) {0,2}月 {0,2}(\d{1,2}) {0,2}日"
)
LAST = 31
"""Stands for the last day of any month."""
ENOUGH_DAYS = 3
"""Printed ends of periods that tell on which day the issuer closes."""
USUAL = 3
SENTENCE = {Language.JA: 30, Language.EN: 60}
"""Characters from which a line with a day in its middle is running text."""
_APART = timedelta(days=60)
"""Two days of release further apart are no two places, and no two days of work: one of them is misprinted."""
_ORDINALS = {"f": 1, "s": 2, "t": 3, "1": 1, "2": 2, "3": 3, "4": 4}


def learn_calendar(
    texts: Iterable[tuple[Language, str]], *, fiscal_year_end: int | None = None, basis: Basis | None = None
) -> FiscalCalendar:
    """Learn year end, naming, release date and current period from folded text.

    >>> text = "Results for the second quarter ended September 30, 2001"
    >>> calendar = learn_calendar([(Language.EN, text)])
    >>> calendar.year_end_month, calendar.current.part.value
    (3, 'Q2')
    """
    halves: dict[Language, list[str]] = {Language.JA: [], Language.EN: []}
    for language, text in texts:
        halves[language].append(text)
    ja, en = ("\n".join(halves[language])[:WHOLE] for language in (Language.JA, Language.EN))
    month = fiscal_year_end or _year_end_month(ja, en)
    naming = basis or _basis(ja, en, month or 3)
    quarter_labels = _quarter_labels(ja, month or 3)
    calendar = FiscalCalendar(
        year_end_month=month or 3,
        basis=naming or (Basis.UNKNOWN if month else Basis.START),
        quarter_labels=quarter_labels,
        learned=month is not None or naming is not None or quarter_labels,
        era=unnamed_era(ja),
    )
    release = _release(ja, en, calendar)
    calendar = replace(calendar, closing_day=_closing_day(ja, en, calendar.year_end_month))
    return replace(calendar, release=release, current=_current(ja, en, calendar, release))


def _ordinal(word: str) -> int:
    return 4 if word.lower().startswith("fo") else _ORDINALS[word[0].lower()]


def _wrap(month: int) -> int:
    return (month - 1) % 12 + 1


def _year_end_month(ja: str, en: str) -> int | None:
    """Vote for the month in which the fiscal year ends."""
    votes: Counter[int] = Counter()
    for match in _YEAR_ENDED_RE.finditer(en):
        votes[read_date(match[1]).month] += 3
    for match in _QUARTER_ENDED_RE.finditer(en):
        votes[_wrap(read_date(match[2]).month + 3 * (4 - _ordinal(match[1])))] += 3
    for match in _MONTHS_ENDED_RE.finditer(en):
        votes[_wrap(read_date(match[2]).month + (6 if match[1].lower() == "six" else 3))] += 2
    for match in _QUARTER_MONTHS_RE.finditer(ja):
        votes[_wrap(int(match[2]) + 3 * (4 - int(match[1])))] += 3
    for match in _ENDED_JA_RE.finditer(ja):
        votes[_wrap(int(match[1]))] += 3
    for match in _YEAR_RANGE_JA_RE.finditer(ja):
        if _wrap(int(match[1]) - 1) == int(match[2]):
            votes[_wrap(int(match[2]))] += 3
    plain: Counter[int] = Counter()
    for match in _TERM_RE.finditer(ja):
        if 1 <= int(match[1]) <= 12:
            (votes if match[2] else plain)[int(match[1])] += 2
    votes.pop(0, None)
    found = votes or plain  # 2001年9月期 alone may name a quarter
    # Where one slip stands against one statement, most issuers end their year in March.
    return max(found, key=lambda month: (found[month], month == USUAL, -month)) if found else None


def _closing_day(ja: str, en: str, month: int) -> int:
    """The day on which the issuer's periods end, 31 for the last of the month; 0 where too few are printed."""
    months = {_wrap(month + 3 * quarter) for quarter in range(4)}
    days: Counter[int] = Counter()
    for match in _CLOSING_EN_RE.finditer(en):
        last = read_date(match[1]).end
        if last is not None and last.month in months:
            days[LAST if (last + timedelta(days=1)).day == 1 else last.day] += 1
    for match in _CLOSING_JA_RE.finditer(ja):
        number, day = int(match[2]), int(match[3])
        if number in months and 1 <= day <= LAST:
            ends = day >= (28 if number == 2 else 30 if number in (4, 6, 9, 11) else LAST)
            days[LAST if ends else day] += 1
    if not days:
        return 0
    day, times = days.most_common(1)[0]
    return day if times >= ENOUGH_DAYS and times * 5 >= days.total() * 4 else 0


def _basis(ja: str, en: str, month: int) -> Basis | None:
    """Vote whether fiscal 2001 starts or ends in 2001."""
    votes: Counter[Basis] = Counter()
    for match in _FY_ENDED_RE.finditer(en):
        last = read_date(match["d1"] or match["d2"] or match["d3"]).end
        label = int(match["y1"] or match["y2"] or match["y3"])
        if last is not None and last.month == month and month != 12:
            _vote(votes, label, last, Part.YEAR, month, 3)
    for match in _QUARTER_LABEL_ENDED_RE.finditer(en):
        last = read_date(match["d"]).end
        if last is not None:
            _vote(votes, int(match["y"]), last, Part(f"Q{_ordinal(match['q'])}"), month, 2)
    for match in _NENDO_TERM_RE.finditer(ja):
        votes[Basis.START if int(match[2]) == int(match[1]) + 1 else Basis.END] += 3 if month != 12 else 0
    if not votes:
        _vote_by_frequency(votes, ja, en)
    best = [item for item in votes.most_common() if item[1] > 0]
    if not best or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    return best[0][0]


def _vote(votes: Counter[Basis], label: int, last: date, part: Part, month: int, weight: int) -> None:
    for basis in (Basis.START, Basis.END):
        span = part_span(part, year_end(label, basis, month))
        if span and span[1] == last:
            votes[basis] += weight


def _vote_by_frequency(votes: Counter[Basis], ja: str, en: str) -> None:
    """The year that 年度 names most against the one that FY names most; where there is none, the years of 2025年3月期."""
    japanese = Counter(int(match[1]) for match in _NENDO_RE.finditer(ja))
    if not japanese:
        _vote_by_terms(votes, {int(match[1]) for match in _YEAR_TERM_RE.finditer(ja)}, en)
        return
    labels = Counter(int(match[1]) for match in _FY_RE.finditer(en))
    labels.update(int(match[1][-2:]) + 2000 for match in _QFY_RE.finditer(en))
    year = japanese.most_common(1)[0][0]
    if not labels or labels[year] >= labels[year + 1]:
        votes[Basis.START] += 1
    elif labels[year + 1] > 2 * labels[year]:
        votes[Basis.END] += 1


def _vote_by_terms(votes: Counter[Basis], terms: set[int], en: str) -> None:
    """Whether the fiscal years of one version are those that the terms of the other end in, or those before."""
    labels = {int(match[1]) for match in _FY_RE.finditer(en)}
    ending, starting = labels <= terms, {year + 1 for year in labels} <= terms
    if len(labels) > 1 and ending is not starting:
        votes[Basis.END if ending else Basis.START] += 1


def _quarter_labels(ja: str, month: int) -> bool:
    """Whether 6月期 and 12月期 of a March year name quarters; one of them over three years ends the years of another company."""
    months = Counter(int(match[1]) for match in _TERM_RE.finditer(ja) if not match[2])
    first, third, middle = (months[_wrap(month + after)] for after in (3, 9, 6))
    if bool(first) is not bool(third) and not middle:
        other = _wrap(month + (3 if first else 9))
        if len({match[1] for match in _YEAR_TERM_RE.finditer(ja) if int(match[2]) == other}) > TWO_YEARS:
            return False
    return first + third >= 2 or (
        months[_wrap(month + 6)] >= 2 and "四半期連結" in ja and not re.search("中間", ja)
    )


def _release(ja: str, en: str, calendar: FiscalCalendar) -> date | None:
    """The day near the top that belongs to no period; the Japanese calendar day where both languages tell it.

    Days far apart cannot both be right: the release is of the one that a period ended shortly before.
    """
    dateline = _DATELINE_RE.search(en[: 2 * TOP])
    told = _since(_first_day(_top(ja), Language.JA, calendar), ja, en)
    other = (
        read_date(dateline[1]).end
        if dateline
        else _since(_first_day(_top(en), Language.EN, calendar), ja, en)
    )
    if told is None or other is None:
        return told or other
    if (
        abs(told - other) > _APART
        and not _current(ja, en, calendar, told)
        and _current(ja, en, calendar, other)
    ):
        return other
    return told


def _since(day: date | None, *texts: str) -> date | None:
    """A day of release, unless it lies years before all fiscal years that the texts name, or most years: 設立 1978年6月12日."""
    if day is None:
        return None
    labels = (found.finditer(text) for found in (_YEAR_TERM_RE, _NENDO_RE, _FY_RE) for text in texts)
    named = [int(match[1]) for matches in labels for match in matches]
    if len(named) > 1 and day.year + LONG_AGO < min(named):
        return None
    years = sorted(int(match[0]) for text in texts for match in _ANY_YEAR_RE.finditer(text))
    return None if len(years) > USUAL and day.year + LONG_AGO < years[len(years) // 2] else day


def _top(text: str) -> str:
    """The whole lines at the top: half of a row of a table no longer looks like one."""
    return text[:TOP].rpartition("\n")[0] if len(text) > TOP and "\n" in text[:TOP] else text[:TOP]


def _first_day(text: str, language: Language, calendar: FiscalCalendar) -> date | None:
    """The first whole date that stands at an edge of its line and belongs to no period."""
    for line in text.splitlines():
        if _NOTE_RE.match(line) or line.count("\t") >= CELLS or _ROW_RE.search(line):
            continue  # a day in the notes or in a row of a table is one of what they tell
        periods: list[PeriodMention] | None = None
        days = list(find_dates(line, language))
        for mention in days if len(days) <= DAYS and not _far_apart(days) else ():
            if mention.local_date is None or len(mention.moment) < 10 or mention.moment.startswith("-"):
                continue
            head, tail = line[: mention.start].strip(), line[mention.end :].strip()
            edge = not (head and tail and len(line) > SENTENCE[language])
            if not edge or _EVENT_RE.match(tail) or _SCHEDULED_RE.search(head):
                continue
            periods = find_periods(line, language, calendar) if periods is None else periods
            if not any(period.start < mention.end and mention.start < period.end for period in periods):
                return mention.local_date
    return None


def _far_apart(days: Sequence[DateMention]) -> bool:
    """Whether days stand far apart, as in the heads of two columns: September 30, 2025   September 30, 2026."""
    dates = [mention.local_date for mention in days if mention.local_date is not None]
    return len(dates) > 1 and max(dates) - min(dates) > _APART


def _current(ja: str, en: str, calendar: FiscalCalendar, release: date | None) -> Period | None:
    """The period that a title names, else the one called 当期, else the first.

    It ended within seven months before the release, where the day of release is known.
    """
    tops = ((Language.JA, ja[:TOP].splitlines()), (Language.EN, en[: 2 * TOP].splitlines()))
    titles = ((language, _titles(lines)) for language, lines in tops)
    terms = (ja[match.end() : match.end() + 60] for match in _THIS_TERM_RE.finditer(ja))
    for language, lines in (*titles, (Language.JA, terms), *tops):
        for line in lines:
            for mention in find_periods(line, language, calendar):
                if _reportable(mention) and _recent(mention.period.end, release):
                    return mention.period
    return None


def _titles(lines: Sequence[str]) -> list[str]:
    """Lines that say what is reported, the end of a line inside that word or not."""
    return [
        line
        for line, below in zip_longest(lines, lines[1:], fillvalue="")
        if _TITLE_RE.search(line) or _TITLE_RE.fullmatch(line[-1:] + below[:1])
    ]


def _reportable(mention: PeriodMention) -> bool:
    period = mention.period
    plain = not period.instant and period.relative is None and not mention.problem
    return plain and period.end is not None and period.part not in (None, Part.OTHER, Part.MONTH)


def _recent(end: date | None, release: date | None) -> bool:
    if end is None:
        return False
    return release is None or timedelta(0) <= release - end <= timedelta(days=215)
