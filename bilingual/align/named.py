"""Words beside a figure that say what it is among several of its kind: the former, the average, the interim one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bilingual.model.alignment import SegmentReading
from bilingual.model.document import Language
from bilingual.model.figure import PAST, Figure, Kind, Part, Period
from bilingual.text.normalize import small_letters

_ABOUT_JA = r"(?:では|には|とは|で|が|は|の|を|に|も|:|=|、)?\s?[(]?\s?(?:1株(?:当た?り|につき)\s?)?(?:約|およそ|ほぼ)?\s?\Z"
_ABOUT_EN = r"(?:,| of| at| was| were| is| are| to|:| from)?\s?[(]?(?:the |an? )?(?:end of |beginning of |early |late |mid-)?(?:about |around |approximately |roughly |some |just over |just under )?\Z"

_CHANGE_JA = (
    "積み?上が|積み?増|上乗せ|増(?!資(?!し)|税)|減(?!価|損|資(?!し)|税)|[純微漸急]増|[純微漸急]減|上昇|低下|下落|急落|落ち|拡大|縮小|改善|悪化|短縮|円高|円安|下回|上回|上が|下が|伸び|伸長"
    "|引き?上げ|引き?下げ|押し?上げ|押し?下げ|[値賃]上げ|値下げ|値上がり|値下がり|高ま|割り込"
)
"""At once behind the amount of a change: 14億円増の51億円, 210億円下回る."""
_CHANGED = (
    "up|down|rose|risen|fell|fallen|increas(?:ed|ing)|decreas(?:ed|ing)|declin(?:ed|ing)|gr[eo]wn?|dropp(?:ed|ing)|climb(?:ed|ing)|jump(?:ed|ing)|surg(?:ed|ing)|soar(?:ed|ing)"
    "|plung(?:ed|ing)|slump(?:ed|ing)|tumbl(?:ed|ing)|raised|lowered|reduced|cut|narrow(?:ed|ing)|widen(?:ed|ing)|improv(?:ed|ing)|worsened|deteriorated|shorten(?:ed|ing)|slipped|dipped"
    "|shr[au]nk|gain(?:ed|ing)|expand(?:ed|ing)|contract(?:ed|ing)|advanced|strengthened|weakened|appreciated|depreciated"
)
"""At once before the amount of a change: rose ¥1.4 billion."""


class Name(NamedTuple):
    """The words that give a figure a name: before it and at once behind it, in either language, in small letters."""

    name: str
    ja: str
    en: str
    ja_behind: str = ""
    en_behind: str = ""


NAMES: tuple[Name, ...] = (
    Name("former", r"従来(?:予想|計画|値)?|修正前|変更前|改定前|前回(?:発表)?(?:の)?(?:予想|計画|見通し|値)?|当初(?:予想|計画|見通し|想定)?|期初(?:予想|計画|見通し|想定)?",
     r"previously(?: (?:announced|forecast(?:ed)?|disclosed|planned|expected|published|projected|stated))?|formerly|(?:previous|initial|original|earlier)(?: (?:forecast|plan|estimate|outlook|target|projection|assumption|guidance|level|figure))?|initially|originally", "", r"(?:last time|previously|in the (?:previous|last) (?:survey|assessment|evaluation))"),
    Name("present", r"現行", r"currently|at present|the current"),
    Name("average", r"平均(?:値|水準)?", r"average(?: figure| level)?(?!,)"),
    Name("target", r"目標(?:値|額|水準)?(?:である|として(?:いた|いる))?", r"targets?|goals?", r"の(?:達成)?目標|を目標|とする目標", r"(?:targets?|goals?)"),
    Name("plan", r"(?:計画|予算|予想|見通し)(?:対?比|に対(?:して|し))", r"(?:versus|against|vs\.?|relative to) (?:the |our )?(?:plan|forecast|budget)", "", r"of (?:the |our |its )?(?:plan(?:ned)?|forecast|budget)"),
    Name("required", r"(?:最低所要|規制|必要|所要|最低|法定)(?:水準|比率|額|基準|雇用率|実効税率|税率|率)?|上場維持基準[^、。()\d]{0,16}", r"(?:minimum|required|regulatory|statutory)(?: (?:requirement|level|minimum|ratio|standard|rate))*|requirement", "", r"(?:required|stipulated|needed|threshold|requirement)"),
    Name("interim", r"中間(?:配当)?(?:金)?", r"interim(?: dividends?)?", "", r"(?:per share )?(?:as an )?interim"),
    Name("final", r"(?<!四半)(?<![年前])期末(?:配当)?(?:金)?", r"(?:year-end|final)(?: dividends?)?", "", r"(?:per share )?(?:as a )?(?:year-end|final)"),
    Name("short", r"短期(?:借入金|インセンティブ|業績)?[^、。()\d]{0,6}", r"short-term(?: [a-z]+){0,2}", "", r"(?:in |of )?short-term"),
    Name("long", r"(?<!中)長期(?:借入金|インセンティブ|業績)?[^、。()\d]{0,6}", r"long-term(?: [a-z]+){0,2}", "", r"(?:in |of )?long-term"),
    Name("regular", r"(?<!非)正規(?:雇用)?(?:労働者|社員|従業員)?|正社員", r"(?:regular|permanent|full-time)(?: [a-z]+)?", "", r"(?:for |among )?(?:regular|permanent|full-time)"),
    Name("irregular", r"(?:パート|非正規|有期)[^、。()\d]{0,10}", r"(?:part-time|non-regular|fixed-term|temporary)(?: and [a-z-]+)?(?: [a-z]+)?", "", r"(?:for |among )?(?:part-time|non-regular|fixed-term|temporary)"),
    Name("existing", r"既存店(?:売上高|ベース)?", r"(?:existing|same|comparable)[- ]stores?(?: sales)?", "", r"(?:at |for )?(?:existing|same|comparable)[- ]stores?"),
    Name("every", r"全店(?:売上高|ベース)?", r"(?:all|total)[- ]stores?(?: sales)?", "", r"(?:at |for )?all stores"),
    Name("refurbished", r"改装|改修|リニューアル", r"(?:refurbish|renovat|remodel)\w*"),
    Name("whole", r"", r"", r"(?:の)?(?:うち|内(?=[、の])|中(?=[、の\d])|[、(]うち)", r"(?:, |\()of (?:which|whom)"),
    Name("voting", r"議決権(?:ベース|比率)?", r"voting[- ]rights?(?: basis)?", "", r"(?:on a voting[- ]rights? basis|of (?:the )?voting rights)"),
    Name("current", r"流動(?:資産|負債)?", r"(?<!-)(?<!non)(?<!the )(?<!non )current(?: (?:assets|liabilities|portion))?"),
    Name("non-current", r"(?:固定|非流動)(?:資産|負債)?", r"(?:non-? ?current|long-term)(?: (?:assets|liabilities|portion))?"),
    Name("ads", r"1 ?ads(?:当た?り|につき)", r"per ads", "", r"per ads"),
    Name("each", "", r"(?:for|per) (?:each|every)|per", r"(?:ごとに?|につき|に対し(?!て?の))", ""),
    Name("after", r"(?:償却|税引き?|控除|調整|分割)後(?:の)?", r"after (?:depreciation|amortization|tax(?:es)?|deductions?|adjustments?|the split)|post-(?:tax|split)", "", r"after (?:depreciation|amortization|tax(?:es)?|deductions?|adjustments?)"),
    Name("announced", r"(?:公表|発表|開示)日", r"(?:announced|disclosed|published|released|issued) on|(?:announcement|disclosure|publication|release) date", r"(?:付け?)?(?:に|で|の)?(?:公表|発表|開示|リリース)"),
    Name("revised", r"(?:修正|訂正|変更)日", r"(?:revised|corrected|amended|changed|modified) (?:again )?on|(?:revision|correction|amendment) date", r"付け?(?:に|で|の)?(?:修正|訂正|変更)"),
    Name("resolved", r"決議日", r"(?:resolved|resolution|decided|approved|meeting held) (?:(?:at|by) [a-z ]{3,40} )?on|(?:resolution|decision) date|date of (?:the )?resolution", r"(?:付け?)?(?:に|の|開催の)?(?:取締役会|決議|決定)"),
    Name("record", r"(?:権利確定|基準)日", r"record date", r"を基準日"),
    Name("effective", r"(?:効力発生|実行|実施)日|(?:移行|適用)(?:開始)?日", r"effective(?: date| on| as of)?|takes effect on", r"(?:付け?で|に)(?:実施|効力|移行)"),
    Name("origin", r"", r"(?<!income )(?<!revenues )(?<!gains )from(?: (?:an?|the) (?:loss|profit|income|gain|level|deficit|surplus) of)?", r"(?:の[^、。()\d]{1,8})?から(?!の|構成|成)|(?:だった|であった)(?:もの|の)?(?:が|を|から)| ?[→⇒➡](?= ?[¥$]?\d)|(?:の[^、。()\d]{1,14})?」?を(?=[^、。\d]{0,6}[\d¥$][\d,.]*[^、。\d]{1,7}[にへ](?:引|変更|修正|改定|見直|上方|下方|増|減|拡|縮|延|短|訂正))", r"(?:→|⇒|->) ?[¥$]?[\d,.]*\d|\"?[.,]?\"? ?(?:is |was |has been |have been |are |were |will be )?(?:corrected|revised|changed|amended|restated|raised|lowered|increased|reduced|cut|extended|shortened) (?:up |down |upward |downward )?to"),
    Name("difference", r"(?:[純微]?[増減]|増加|減少|増減)額|(?:前[年期月](?:同[期月]|度)?|前回|前四半期)(?:末)?(?:比|差)",
     rf"(?:rais|lower|increas|decreas|reduc|cut|extend|expand|revis|lift|trim|shorten)(?:e[sd]?|s|ed|ing|ting)? [^.;,]{{1,58}} by|(?:an? )?(?:[a-z]+ )?(?:increase|decrease|rise|drop|decline|fall|gain|reduction|improvement|shift)(?: of| by)|(?:{_CHANGED})(?: (?:by|a further|further|another))?(?! (?:to|from|at|of)\b)",
     rf"(?:ほど|程度|余り|強|弱)?(?:\([^()]{{1,12}}\))?(?:の)?(?:{_CHANGE_JA})(?!率)|(?:多い|少ない)(?=[^、。\d]{{0,8}}\d)",
     r"(?:\([^()]{1,12}\) )?(?:(?!and |or )[a-z]+ )?(?:(?:more|fewer|less|higher|lower|greater|above|below|shorter|longer|weaker|stronger|better|worse)(?= than)|(?:above|below)(?= (?:the|that|those|its|our|last|a year|year|previous|initial|plan))|short of|(?:higher|lower|shorter|longer|weaker|stronger|worse|better|increase|decrease|decline|rise|drop|fall|reduction)(?! in\b))"),
)  # fmt: skip

_Patterns = Mapping[Language, tuple[tuple[str, re.Pattern[str]], ...]]
_BEFORE_RES: _Patterns = {
    Language.JA: tuple((each.name, re.compile(rf"(?:{each.ja}){_ABOUT_JA}")) for each in NAMES if each.ja),
    Language.EN: tuple(
        (each.name, re.compile(rf"(?<![a-z-])(?:{each.en}){_ABOUT_EN}")) for each in NAMES if each.en
    ),
}
_BEHIND_RES: _Patterns = {
    Language.JA: tuple((each.name, re.compile(each.ja_behind)) for each in NAMES if each.ja_behind),
    Language.EN: tuple(
        (
            each.name,
            re.compile(rf"\s?[(]?(?:{each.en_behind})\b(?! (?:dividend )?of\b)"),
        )
        for each in NAMES
        if each.en_behind
    ),
}
"""Words in small letters, and the names that they give a figure behind or before them."""
_ANY_BEFORE_RE = {
    Language.JA: re.compile(rf"(?:{'|'.join(each.ja for each in NAMES if each.ja)}){_ABOUT_JA}"),
    Language.EN: re.compile(rf"(?<![a-z-])(?:{'|'.join(each.en for each in NAMES if each.en)}){_ABOUT_EN}"),
}
_ANY_BEHIND_RE = {
    Language.JA: re.compile("|".join(each.ja_behind for each in NAMES if each.ja_behind)),
    Language.EN: re.compile(rf"\s?[(]?(?:{'|'.join(each.en_behind for each in NAMES if each.en_behind)})\b"),
}
"""Any of them: beside most figures none stands."""
_REACH = 60
_TIME_BEFORE = {
    Language.JA: re.compile(r"末?(?:の|は|が|には|における)?[^、。()\d]{0,16}\(?約?"),
    Language.EN: re.compile(r"(?:'s)?(?: (?:figure|level|result)(?: of)?)? "),
}
_TIME_BEHIND_RE = re.compile(
    r"(?: [a-z]+){0,4}?,? (?:\(|(?:in|for|by|during|at|as of|recorded in|posted in) )?(?:the )?"
)
"""Between a figure and the time that it is for."""
_WHOLE_RE = re.compile(
    r" (?:[a-z-]+ ){0,2}of (?:(?:the|our|its|all|these|Japan's|roughly|about|approximately|some) ){0,2}"
)
_AT_RE = re.compile(r" (?:at|as of|as at|on) ")
FULL_DATE = len("2001-09-30")


def names(reading: SegmentReading, places: Sequence[tuple[int, int]]) -> dict[int, frozenset[str]]:
    """What words beside each figure say it is, by the number of the figure.

    Args:
        reading: a segment with its figures.
        places: where its figures start and end in the text, in order.
    """
    text, language = reading.segment.text, reading.segment.language
    small = small_letters(text)
    found: dict[int, frozenset[str]] = {}
    for number, (start, end) in enumerate(places):
        floor = max(places[number - 1][1] if number else 0, start - _REACH)
        own: set[str] = set()
        if _ANY_BEFORE_RE[language].search(small, floor, start):
            own.update([name for name, before in _BEFORE_RES[language] if before.search(small, floor, start)])
        if _ANY_BEHIND_RE[language].match(small, end):
            own.update([name for name, behind in _BEHIND_RES[language] if behind.match(small, end)])
        if number and language is Language.EN and _WHOLE_RE.fullmatch(text, floor, start):
            own.add("whole")
        dated = number - 1
        while dated >= 0 and reading.figures[dated].kind in (Kind.DATE, Kind.TIME):
            dated -= 1  # a day may be read as a figure too
        since = places[dated][1] if dated >= 0 else 0
        following = places[number + 1] if number + 1 < len(places) else (len(text), len(text))
        for mention in reading.periods:
            time = (mention.start, mention.end)
            figure = reading.figures[number]
            # 提出予定日 6月24日(前期は6月26日): a day is for no period, but may be that of the year before.
            meant = mention.period == figure.period or (
                figure.kind is Kind.DATE and mention.period.relative in PAST
            )
            if meant and _of_period(text, language, time, (since, start), (end, following[0])):
                own |= time_name(mention.period)
        if number + 1 < len(places) and _AT_RE.fullmatch(text, end, following[0]):
            own |= _day_name(reading.figures[number + 1])
        if "difference" in own:
            own.discard("whole")  # ¥64, an increase of ¥2 (of which ¥32 has been paid)
        if own:
            found[number] = frozenset(own)
    return found


def time_name(period: Period) -> set[str]:
    """A name for a time before, a closing day or a fiscal year; the time reported goes without saying."""
    if period.relative in PAST:
        return {"past"}
    if period.instant and period.end is not None:
        return {f"at {period.end:%Y-%m}"}
    if period.year and period.part and period.relative is None:
        basis = period.basis if period.part is Part.YEAR else ""  # FY2024 may end in March 2025
        return {f"{period.part} {period.year} {basis}"}
    return set()


def _day_name(figure: Figure) -> set[str]:
    return (
        {f"at {figure.moment[:7]}"} if figure.kind is Kind.DATE and len(figure.moment) == FULL_DATE else set()
    )


def _of_period(
    text: str, language: Language, time: tuple[int, int], before: tuple[int, int], behind: tuple[int, int]
) -> bool:
    """Whether a time stands at once before or behind a figure and belongs to no other."""
    if before[0] <= time[0] and time[1] <= before[1]:
        return bool(_TIME_BEFORE[language].fullmatch(text, time[1], before[1]))
    if behind[0] <= time[0] and time[1] <= behind[1]:
        if language is Language.JA:
            return text[behind[0] : time[0]] == "(" and text.startswith(")", time[1])
        return bool(_TIME_BEHIND_RE.fullmatch(text, behind[0], time[0]))
    return False
