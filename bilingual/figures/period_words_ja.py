"""Words that name periods in Japanese text, as patterns."""

from __future__ import annotations

import re

from bilingual.model.figure import Part, Relative

_S = " {0,2}"
_N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_ANY_YEAR = rf"(?:19|20)\d\d|'?\d\d|[1-9](?={_S}年{_S}\d{{1,2}}{_S}月期)"
"""Four digits or two; one digit counts from the start of an era: 7年3月期."""
_NOT_BEFORE = (
    "(?<![引整除却])"  # 税引前四半期利益, 税金等調整前四半期純利益: before tax, not the quarter before
)
_NOT_TOU = "(?<![該相担本適正割手充妥見配])"  # 該当期間, 相当期間 and 担当 name no period


def year_pattern(prefix: str) -> str:
    """Pattern of a year: Gregorian with four or two digits, in kanji, or of an era; groups get the prefix."""
    return (
        rf"(?:(?P<{prefix}y>(?<!\d)(?:{_ANY_YEAR})|(?<![〇零一二三四五六七八九十])[〇零一二三四五六七八九]{{4}})"
        rf"|(?P<{prefix}era>明治|大正|昭和|平成|令和|(?<![A-Za-z])[MTSHR])\.?{_S}"
        rf"(?P<{prefix}e>元|\d{{1,2}}|[一二三四五六七八九十]{{1,3}}))"
    )


RELATIVES: tuple[tuple[str, Relative, Part | None, bool], ...] = (
    (r"(?:(?<!一)[前昨]|(?<!\d)(?:19|20)\d\d ?)年の?同(?:四半期|中間期|期間?|月)|前年の同じ(?:時期|期間|月)|前年(?=比|対比|比較)", Relative.YEAR_AGO, None, False),
    (r"前(?:連結会計年度|事業年度|会計年度|年度|期)の?末日?|昨年度末|前々?期首", Relative.PREVIOUS_END, None, True),
    (r"前(?:連結会計年度|事業年度|会計年度|年度)|昨年度", Relative.PREVIOUS_YEAR, Part.YEAR, False),
    (rf"{_NOT_BEFORE}直?前の?四半期末", Relative.PREVIOUS_QUARTER, None, True),
    (rf"{_NOT_BEFORE}直?前の?四半期", Relative.PREVIOUS_QUARTER, None, False),
    (r"(?<!\d[かカヵヶケ箇])(?<![以直])前月末日?", Relative.PREVIOUS_MONTH, None, True),
    (r"(?<!\d[かカヵヶケ箇])(?<![以直])(?:前月|先月)(?!号|分|末)", Relative.PREVIOUS_MONTH, None, False),
    (r"(?<![午以税目事])前期(?!の?繰越|損益|待|間)", Relative.PREVIOUS, None, False),
    (r"(?<![数一])[前昨]年(?![同来並末比対度])", Relative.PREVIOUS_YEAR, None, False),
    (rf"{_NOT_TOU}当(?:期|(?:連結会計年度|事業年度|(?:連結)?(?:会計)?期間|中間期|四半期)の?期?)首|(?<![半年])期首|(?<!四半)期初(?=から|比|に比べ|と比べ|の ?[\d(△▲])", Relative.PREVIOUS_END, None, True),
    (rf"{_NOT_TOU}当(?:連結会計年度|事業年度|会計年度|年度)の?末日?|[今本]年度の?末", Relative.CURRENT, Part.YEAR, True),
    (rf"{_NOT_TOU}当(?:四半期|期)の?末日?(?!処分)", Relative.CURRENT, None, True),
    (r"(?<![半年中次前翌来])(?<!中間[・と])期末(?!(?:とも|・中間|ともに|それぞれ|はそれぞれ|[はが])?(?:配当|手当|商品|棚卸| ?\d[\d.]* ?円))|今期末", Relative.CURRENT, None, True),
    (rf"{_NOT_TOU}当(?:連結会計年度|事業年度|会計年度|年度)|[今本]年度", Relative.CURRENT, Part.YEAR, False),
    (rf"{_NOT_TOU}[当今本]四半期(?!純|利益|損失|包括)(?:連結)?(?:会計期間)?", Relative.CURRENT, None, False),
    (r"(?<![該相担本適正割手充妥見配前])当期(?!純|利益|損|未処|包括|製造|仕入|総|商品|変動|間|待|限|初)|(?<!昨)今期(?!間|待)", Relative.CURRENT, None, False),
    (r"[来次翌]年度|翌(?:連結会計年度|事業年度|会計年度)", Relative.NEXT, Part.YEAR, False),
    (r"(?<![二三])次期(?!繰越|間)|(?<![将従本元古以由])来期|翌期(?!首|間)|[次来翌]の?四半期", Relative.NEXT, None, False),
    (r"(?<![\d.])[1一]年前(?![倒後])", Relative.YEAR_AGO, None, False),
    (r"(?<![\d.])[1一] ?[かカヵヶケ箇]月前(?![倒後])|前の月(?!末)", Relative.PREVIOUS_MONTH, None, False),
    (r"(?<![\d.])3 ?[かカヵヶケ箇]月前(?!まで|倒|後)", Relative.PREVIOUS_QUARTER, None, False),
    (r"[前先]週末?(?!号)|前の週", Relative.PREVIOUS_WEEK, None, False),
    (r"(?:期初|当初|前回|従来)?(?:公表|発表)?(?:計画|予算|予想|見通し|(?<=公表)数?値)(?=比|対比|に比べ|と比べ|に対し|との比較)", Relative.PLAN, None, False),
    (r"(?<![A-Za-z])(?:YoY|YOY|Y/Y|y/y|yoy|y-o-y)(?![A-Za-z])", Relative.YEAR_AGO, None, False),
    (r"(?<![A-Za-z])(?:QoQ|QOQ|Q/Q|q/q|qoq|q-o-q)(?![A-Za-z])", Relative.PREVIOUS_QUARTER, None, False),
    (r"(?<![A-Za-z])(?:MoM|MOM|M/M|m/m|mom|m-o-m)(?![A-Za-z])", Relative.PREVIOUS_MONTH, None, False),
)  # fmt: skip
"""Words, what they mean, the part of a year they name, whether they are a point in time; the first that fits wins."""

_RELATIVE = "|".join(f"(?P<r{index}>{row[0]})" for index, row in enumerate(RELATIVES))


def tail_pattern(prefix: str) -> str:
    """Pattern of a part of a year; groups get the prefix."""
    return (
        rf"(?:第{_S}(?P<{prefix}q>\d{{1,2}}|[一二三四五六七八九])(?:{_S}[・,、]{_S}第?{_S}[1-4](?={_S}四半期))?{_S}四半期"
        rf"|(?<![A-Za-z\d.])(?:(?P<{prefix}q2>[1-4])Q|Q(?P<{prefix}q3>[1-4]))(?![A-Za-z\d])"
        rf"|(?P<{prefix}h1>上半期|(?<!以)上期|中間(?:連結)?(?:会計)?期間?|(?:(?<=[度期])|(?<=[度期] ))中間(?=(?:連結)?(?:決算|業績|財務))|(?<=[度年])(?:の?前半)(?!期)|(?<![A-Za-z\d.])1H(?![A-Za-z\d]))"
        rf"|(?P<{prefix}h2>下半期|(?<!以)下期|(?<=[度年])(?:の?後半)(?!期)|(?<![A-Za-z\d.])2H(?![A-Za-z\d]))"
        rf"|(?P<{prefix}full>通期|通年(?!度)))"
        rf"(?P<{prefix}s>{_S}(?:連結|個別)?{_S}(?:累計)?(?:会計)?(?:期間)?(?:{_S}\({_S}(?:累計(?:期間)?{_S}\)|中間期{_S}\)(?!{_S}\())|{_S}累計(?:期間)?)?"
        rf"(?:{_S}までの?{_S}(?:[369三六九]{_S}[かカヵヶケ箇]月間?|累計(?:期間)?))?)"
        rf"(?P<{prefix}edge>の?末日?|首)?"
    )


LABELLED_RE = re.compile(
    r"(?:(?=[\d'〇零一二三四五六七八九明大昭平令MTSHR])(?:"
    rf"(?P<fy>{year_pattern('a')}{_S}年{_S}(?:度(?P<fyend>の?末)?|(?=の?(?:[前後]半(?!期)|[上下]半?期|第 ?[1-4一二三四] ?四半期)| ?(?:[1-4]Q|Q[1-4])(?![A-Za-z\d]))))"
    rf"|(?P<term>{year_pattern('b')}{_S}(?P<sep>[年/.]){_S}(?P<tm>{_N}){_S}(?P<tsu>月)?{_S}(?P<mid>中間)?期(?![間限待日首])))"
    rf"|(?=[前昨直当今本次翌来期計予見先従公発YQMyqm\d一])(?P<rel>{_RELATIVE}))"
    rf"(?:{_S}[の:]?{_S}{tail_pattern('t')})?"
    rf"|(?=[当前第上下中の後通Q1-4])(?P<bare>{_NOT_TOU}{_NOT_BEFORE}[当前](?:年の?)?{_S}(?=第|中間|[上下]))?{tail_pattern('u')}"
)
"""A fiscal year or relative word, with or without the part of it; or a part alone, or behind 当 and 前."""

INSTANT_RE = re.compile(
    rf"(?=[\d'〇零一二三四五六七八九明大昭平令MTSHR]){year_pattern('a')}{_S}(?:年|[/.](?=\d{{1,2}}月?末)){_S}(?P<m>{_N}){_S}月?"
    rf"(?:{_S}(?P<d>{_N}){_S}日{_S}(?:現在|時点|末|(?:に?終了(?:した|する|の)?|を末日とする){_S}(?P<what>(?:連結)?会計年度|事業年度|年度|1年間"
    rf"|(?P<len>\d{{1,2}}){_S}[かカヵヶケ箇]月(?:間)?|(?:第{_S}[1-4一二三四]{_S})?四半期(?:連結)?(?:会計期間|累計期間)?))|{_S}末(?![日尾]))"
)
"""2002年3月末, 2001年9月30日現在, 2025年3月31日に終了した連結会計年度."""

RANGE_RE = re.compile(
    rf"(?=[自\d'〇零一二三四五六七八九明大昭平令MTSHR])(?:(?:自{_S})?{year_pattern('a')}{_S}年{_S}(?P<m1>{_N}){_S}月(?:{_S}(?P<d1>{_N}){_S}日)?"
    rf"(?:{_S}(?:から|より|[-~])|[,、]? {{0,16}}至){_S}"
    rf"(?:(?:{year_pattern('b')}{_S}年{_S}|同年{_S})?(?P<m2>{_N}){_S}月(?:{_S}(?P<d2>{_N}){_S}日)?(?:まで|期(?![間待限]))?"
    rf"|(?:同月?{_S}(?P<d7>{_N}){_S}日(?!間)|(?P<d8>{_N}){_S}日(?=まで|の間))(?:まで)?)"
    rf"|{year_pattern('c')}{_S}年{_S}(?P<m3>\d{{1,2}}){_S}[-~]{_S}(?P<m4>\d{{1,2}}){_S}月(?:期(?![間待限]))?"
    r"|(?P<slash>(?<![A-Za-z\d/])(?P<sy1>(?:19|20)\d\d|[RHS]\d{1,2})[/.](?P<sm1>\d{1,2})[/.](?P<sd1>\d{1,2}) ?[-~] ?(?:(?P<sy2>(?:19|20)\d\d|[RHS]\d{1,2})[/.])?(?P<sm2>\d{1,2})[/.](?P<sd2>\d{1,2})(?![\d/]))"
    r"|(?P<months>(?<![A-Za-z\d/])(?P<yy1>(?:19|20)\d\d)[/.](?P<ym1>1[0-2]|0?[1-9]) ?[-~] ?(?P<yy2>(?:19|20)\d\d)[/.](?P<ym2>1[0-2]|0?[1-9])(?![\d/]))"
    rf"|(?<![\d年./,-])(?P<m5>\d{{1,2}}){_S}月?{_S}(?:[-~]|から){_S}(?:翌年?の?{_S})?(?P<m6>\d{{1,2}}){_S}月(?!{_S}\d{{1,2}}{_S}日|末)(?:期(?![間待限]))?)"
)
"""Ranges of days or months, with or without a year."""

QUARTERS_RE = re.compile(
    r"第 ?[1一](?: ?四半期)? ?(?:から|[-~]) ?第? ?(?P<last>[23二三]) ?四半期(?:まで)?(?:の?累計)?(?:期間)?"
)
"""The first quarters of a year counted together: 第1四半期から第3四半期まで."""

MONTHS_TO_DATE_RE = re.compile(
    r"(?:当|期初からの? ?)(?:(?P<months>[369三六九]) ?[かカヵヶケ箇]月間?|(?P<half>半年)間?)(?:累計(?:期間)?)?"
    r"|(?<![\d.第])(?P<counted>[369三六九]) ?[かカヵヶケ箇]月間?の?累計(?:期間)?"
)
"""Months counted from the start of the year: 当9カ月, 9カ月累計, 期初から半年間."""

TRIGGERS = (
    "期",
    "年",
    "月",
    "末",
    "通年",
    "予算",
    "計画",
    "予想",
    "見通し",
    "公表",
    "週",
    "Q",
    "H",
    "/",
    "YoY",
    "YOY",
    "yoy",
    "y-o-y",
    "qoq",
    "q-o-q",
    "MoM",
    "MOM",
    "mom",
    "m-o-m",
)
"""A text without any of these names no period."""
