"""Rates, rhythms and times that one of two given segments tells and of which the other says nothing: 1TEU当たり, per day; 隔週, monthly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bilingual.checks.building import sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.figures.written_dates import MONTH
from bilingual.model.document import Language
from bilingual.model.report import Finding, Severity

_EACH = r"(?:当た?り|あたり|につき)"
_ONE = r"(?<![\d.])[1一] ?"
_DAY = rf"(?:(?:early |late |mid-|the (?:end|beginning|start) of )?(?:{MONTH}\b|fiscal\b|FY|20\d\d))"
_RUN = r"(?:consecutive|straight|successive) (?:fiscal |business |trading )?"
_TWO = r"(?<![\d.,])2(?![\d.,])"
_ENGLISH = (
    (r"(?:per|each|every) second\b(?! [a-z])", r"秒|bps|Hz"),
    (r"(?:per|a|each|every) minute\b", r"分|rpm|60秒"),
    (r"(?:per|(?<!half )an|each|every) hour\b|hourly\b", r"時|/[Hh]|Wh|60分"),
    (r"per day\b", r"日|[BbPp]/?[Dd](?![a-z])"),
    (
        r"(?<!average )daily\b|(?:each|every|(?<!hours )a) day\b(?! and a half)",
        r"日|年中無休|[BbPp]/?[Dd](?![a-z])|24時間|[毎今]朝|常",
    ),
    (r"(?:per|each|every|a) week\b|weekly\b", "週|ウイークリー|ウィークリー|[7七]日"),
    (r"(?:per|each|every|a) month\b|monthly\b", "月|マンスリー|30日"),
    (r"(?:per|each|every) quarter\b|quarterly\b", "期|Q|年(?:に|間)? ?4|3 ?[かカヶヵ箇ケ]月"),
    (
        r"per (?:year|annum)\b|(?:annually|yearly|(?<!days )a (?:fiscal )?year(?!-)|(?:each|every) (?:fiscal )?year)\b(?!-| (?:ago|earlier|before|later|after|end))",
        "[年期春夏秋冬]|FY|12 ?[かカヶヵ箇ケ]月|24時間|365日",
    ),
    (
        r"(?:half-year(?:ly)?|interim|semi-?annual(?:ly)?)\b(?!(?: securities)? reports?)",
        "(?<!四)半|中間|第[2二]四半|[上下]期|2Q|Q2|年(?:に|間)? ?[2二]|[2二][回度]|6 ?[かカヶヵ箇ケ]月|夏冬|各期|仮|暫定|途|当面|代行|臨時",
    ),
    (r"weekdays?\b", "平日|曜|月 ?[~-] ?金|営業日|土日"),
    (r"weekends?\b", "[土日休]|週末"),
    (r"the day before\b", "前日|日前|前の日|前営業|前夜"),
    (
        r"(?:in|from|with|to|than|at|of|for) (?:two|2) (?:fiscal |business )?(?:years|terms) (?:ago|earlier|before)\b",
        rf"前々|一昨|おととし|{_TWO}|二",
    ),
    (r"(?:the )?(?:fiscal )?(?:year|period|term) before last\b", rf"前々|一昨|おととし|{_TWO}|二"),
    (r"(?:the )?(?:fiscal )?(?:year|period|term) after next\b", rf"翌々|再来|{_TWO}|二"),
    (r"half[- ]on[- ]half\b|(?:previous|prior|preceding) half\b", "(?<!四)半|[上下]期|中間"),
    (rf"before {_DAY}", "前|まで|先立|内"),
    (rf"since {_DAY}", "から|以[来降後]|より|来|ぶり|始"),
    (rf"(?<!on and )(?<!on or )after {_DAY}", "後|以[来降]|から|明け|経過"),
    (
        r"by (?:the end of )?(?:fiscal(?: year)? |FY ?)?20\d\d\b(?! ?(?:compared|from|over))",
        "まで|内に|末|中|年度?に|期限|目標",
    ),
    (r"(?:the )?(?:previous|prior|preceding) day\b|day[- ](?:on|over)[- ]day\b|a day earlier\b", "日"),
    (rf"{_RUN}days?\b|days (?:in a row|running|straight)\b", "日|曜"),
    (rf"{_RUN}weeks?\b|weeks (?:in a row|running|straight)\b", "週"),
    (rf"{_RUN}months?\b|months (?:in a row|running|straight)\b", "月"),
    (rf"{_RUN}quarters?\b|quarters (?:in a row|running|straight)\b", "四半期|Q|期(?:連続|ぶり|続)"),
    (rf"{_RUN}years?\b|years (?:in a row|running|straight)\b", "年|(?<!半)期"),
    (rf"{_RUN}half", "(?<!四)半|中間|[上下]期"),
    (r"business days?\b", "営業|平日|就業|立会|銀行|稼働|業務|取引日"),
    (
        r"the next (?:fiscal )?(?:year|term)\b|(?:following|coming) (?:fiscal )?(?:year|term)\b",
        "翌|来|次|新|今後|後|先",
    ),
    (
        r"(?:sales|revenues?|income|profits?|loss|earnings|expenses|costs|expenditures?|orders|production|output|shipments) (?:as of|as at) (?=[A-Z\d]|the end)",
        r"末|時点|現在|[\d)]日",
    ),
    (r"(?:following|next|coming|previous|prior|preceding) quarter\b", "期|Q|3 ?[かカヶヵ箇ケ]月|今後"),
    (r"(?:following|next|coming|previous|prior|preceding) month\b", "月"),
    (r"(?:following|next|coming|previous|prior|preceding) week\b", "週"),
    (r"pesos?\b", "ペソ|MXN|PHP"),
    (r"centur(?:y|ies)\b", "世紀|[百0]年|老舗|歴史|古"),
    (r"per unit\b", "[個口台戸室本枚件機棟品基株箱袋冊組製物型券隻両頭種缶足着錠回話点式]|単|ユニット"),
    (r"per (?:case|item|piece)\b", "[件個点品枚本台袋箱例種通案]|ケース|アイテム|単価"),
    (r"per (?:visit|time)\b", "[回度来訪]|客単価|利用"),
    (r"per (?:m[2²]|square met(?:er|re)|sqm)\b", "㎡|m[2²]|平[方米]"),
    (r"per tsubo\b", "坪"),
    (r"per (?:m[3³]|cubic met(?:er|re))\b", "㎥|m[3³]|立[方米]"),
    (r"per (?:lit(?:er|re)|L)\b", "リットル|[Lℓ]"),
    (r"(?:per|a) (?:barrel|bbl)\b", "バレル|bbl"),
    (r"(?:per|a) (?:metric )?(?:ton|tonne)\b", "トン|㌧|屯|t"),
    (r"per (?:kilomet(?:er|re)|km)\b", "キロ|km|㎞"),
    (r"per (?:kilowatt[- ]hour|kWh)\b", "キロワット|kW|KW"),
    (r"per (?:company|firm)\b", "[社先]|企業|法人|団体|業者|グループ"),
    (r"per contract\b", "契約|[件口台本]|案件|成約|顧客|客|人|当たり"),
    (r"per (?:hospital )?bed\b", "床|ベッド"),
    (r"per seat\b", "席|シート|ライセンス|ID|人|名"),
    (r"per (?:guest )?room\b", "室|部屋|ルーム|RevPAR"),
    (
        r"bi-?weekly\b|fortnight(?:ly)?\b|every (?:two|2|other|second) weeks?\b",
        "隔週|[2二] ?週|14日|月に?[2二]回|週に?[2二]回",
    ),
    (
        r"twice a year\b|every (?:six|6) months\b|every half[- ]year\b",
        "半|年(?:に|間)? ?[2二]|[2二][回度]|[6六] ?[かカヶヵ箇ケ]月|上下|中間|夏冬|各期",
    ),
    (r"biennial(?:ly)?\b|every (?:two|2|other|second) years?\b", "隔年|[2二] ?(?:年|期|事業年度)"),
    (r"every (?:three|3) months\b", "四半|3 ?[かカヶヵ箇ケ]月|年(?:に|間)? ?4"),
)
"""What an English rate or rhythm is, and what Japanese writes whenever it says it."""
_JAPANESE = (
    (rf"毎秒|{_ONE}秒(?:間)?(?:{_EACH}|に)", r"second|/s|[kMGTP]?bps|[kMGT]?Hz"),
    (rf"毎分|{_ONE}分(?:間)?(?:{_EACH}|に)", r"minute|/min|rpm|lpm"),
    (rf"毎時|時速|{_ONE}時間{_EACH}", r"hour|/h|kph|mph|knot"),
    (rf"(?<!\d)1日(?:{_EACH}|平均)|日次|日当たり", r"day|daily|nightly|/d|ADV"),
    ("週(?!刊)", "(?:bi-?|work|mid)?week|WoW|fortnight|day|Mon|Tue|Wed|Thu|Fri|Sat|Sun"),
    (
        rf"{_ONE}[かカヶヵ箇ケ]月{_EACH}|月額|月間(?=売上|生産|販売|処理)|月次|月産",
        r"month|MRR|subscri|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec",
    ),
    (rf"{_ONE}年{_EACH}|年額|年産", r"year|annu|p\.a|fiscal|FY|twelve months|12 months"),
    (rf"{_ONE}(?:㎡|m[2²]|平方メートル|平米){_EACH}", r"m[2²]|㎡|met(?:er|re)|sqm|sq\.|GFA|floor|area"),
    (rf"坪{_EACH}|坪単価", r"tsubo|3\.3|unit price|per unit|floor"),
    (rf"{_ONE}(?:㎥|m[3³]|立方メートル){_EACH}", r"m[3³]|㎥|cubic"),
    (rf"{_ONE}リットル{_EACH}", r"lit(?:er|re)|/L|L\b"),
    (rf"バレル{_EACH}", r"barrel|bbl|crude|oil"),
    (rf"{_ONE}kWh{_EACH}", r"kWh|kilowatt"),
    (rf"{_ONE}室{_EACH}", r"room|suite|unit|key|RevPAR|apartment"),
    (rf"{_ONE}床{_EACH}", r"bed"),
    (rf"{_ONE}席{_EACH}", r"seat"),
    (
        rf"{_ONE}店舗?{_EACH}",
        r"store|shop|outlet|restaurant|location|branch|site|pharmac|unit|dealer|facilit|salon|gym|club|drugstore|office|supermarket|existing",
    ),
    (
        "隔週|2週間?に[1一][回度]",
        r"two weeks|other week|second week|alternate|bi-?week|fortnight|twice a month",
    ),
    (
        "隔年|[2二]年に[1一][回度]",
        r"two (?:fiscal |business )?years|2 years|other (?:fiscal |business )?year|second year|alternate|bienn|biannual",
    ),
    (
        "隔月|[2二][かカヶヵ箇ケ]月に[1一][回度]",
        r"two months|2 months|other month|second month|alternate|bi-?month|six times",
    ),
    ("半期(?:ごと|毎|に[1一2二][回度])", r"half|six|6|semi|bi-?annual|twice|interim"),
    ("四半期(?:ごと|毎|に[1一2二][回度])", r"quarter|three[- ]month|3 months|four times"),
    ("毎日|1日[1一]回|[前翌]日", r"da(?:y|ily)|night|morning|evening|yesterday|tomorrow|session|eve"),
    ("[前翌]営業日", "business|trading|working|session|banking"),
    ("[前先]月(?=[比のをにか末]|同)", "month|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|MoM"),
    ("翌々", rf"two|{_TWO}|second|after next|next-but|20\d\d"),
    ("前々", rf"two|{_TWO}|before|20\d\d|FY"),
    (r"\d ?日(?:間)?(?:連続|ぶり)", "day|session|week|Mon|Tue|Wed|Thu|Fri|Sat|Sun"),
    (r"[かカヶヵ箇ケ]月(?:連続|ぶり)", "month"),
    (r"(?<!第)\d四半期(?:連続|ぶり|以内|後|前|続)", "quarter|months|Q"),
    ("半期(?<!四半期)(?:連続|ぶり)", "half|six|semi|interim"),
    (r"\d世紀", "centur"),
    ("営業日(?![数別ベ])", "business|working|trading|session|banking|operat|open"),
    (r"年度?(?:末|中)?までに", "by|before|until|till|through|within|prior|ahead|end of|between|no later"),
    (
        "[日月年度末期]以降",
        "from|since|after|on|onward|later|beyond|thereafter|subsequent|start|beg|following|follows?|as of|effective|next",
    ),
    (r"\d ?キロ(?![ァ-ヴーA-Za-z])", "k[mgW]|kilo|kcal"),
    (r"\d ?センチ(?![ァ-ヴーA-Za-z])", "cm|centi"),
    (r"\d ?ミリ(?![ァ-ヴーA-Za-z秒])", "m[mglL]|milli"),
    ("[上前]半期|上期", "half|1H|H1|six|interim|Apr|Sep|2Q|second quarter|first two"),
    ("秒", "second|milli|ms|[kMGTP]?bps"),
    (
        "毎月|月(?:に|間)?[1一][回度]",
        r"month|every (?:Jan|Feb|Mar|Apr|Ma|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|12 times|twelve times",
    ),
)
"""What a Japanese rate or rhythm is, and what English writes whenever it says it."""


@cache
def _rows(language: Language) -> list[re.Pattern[str]]:
    """What each row of a language is said by on the other side."""
    if language is Language.EN:
        return [re.compile(said) for _, said in _ENGLISH]
    return [re.compile(rf"(?:(?<![A-Za-z])|(?=/))(?i:{said})") for _, said in _JAPANESE]


_RATE_RE = {
    Language.EN: re.compile(
        r"(?=[pabcdefhimqstwyPABCDEFHIMQSTWY])\b(?:"
        + "|".join(f"({rate}(?!-))" for rate, _ in _ENGLISH)
        + ")",
        re.IGNORECASE,
    ),
    Language.JA: re.compile("|".join(f"({rate})" for rate, _ in _JAPANESE)),
}


def unsaid_times(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield the first rate or rhythm of either language of which the other says nothing."""
    if not exam.comparison.segments_only or any(len(side.readings) != 1 for side in exam.sides):
        return
    for side, other in (exam.sides, exam.sides[::-1]):
        said = _rows(side.language)
        theirs = other.readings[0].segment.text
        for match in _RATE_RE[side.language].finditer(side.readings[0].segment.text):
            if match.lastindex and not said[match.lastindex - 1].search(theirs):
                place = spot(side, side.readings[0].segment.content.span(*match.span()))
                named = "Japanese" if side.language is Language.JA else "English"
                phrase = f"only the {named} version has {place.text}"
                both = (place, None) if side.language is Language.JA else (None, place)
                yield make(check, Severity.WARNING, sentence("", phrase), *both)
                return
