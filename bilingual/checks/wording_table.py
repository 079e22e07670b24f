"""Words of given segments that exclude each other, by the rule that tells them."""

from __future__ import annotations

import re
from typing import NamedTuple

from bilingual.figures.written_dates import MONTH

_MONTH_OR_YEAR = (
    rf"(?:(?:in |of |the month of )?(?:{MONTH}|next month|this month|the month)|(?:19|20)\d\d|(?:fiscal|FY))"
)


class Wording(NamedTuple):
    """One meaning: the words for it in either language."""

    ja: re.Pattern[str]
    en: re.Pattern[str]


def _wording(ja: str, en: str) -> Wording:
    return Wording(
        re.compile(ja), re.compile(rf"(?<![A-Za-z\d])(?:{en})(?!(?<=[A-Za-z])[A-Za-z])", re.IGNORECASE)
    )


_LEVEL = r"(?=[ -](?:end of the |half of the |part of the )?(?:[¥$€\d]|single|double|triple|teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))"
_SALES = r"(?:(?:net|operating|total|consolidated) )?(?:sales|revenues?)"
_PROFITS = r"(?:(?:net|operating|ordinary) )?(?:profits?|income|earnings)"
_ROSE = r"(?:(?:also|has|have|both|were|was) ){0,2}(?:rose|risen|increas(?:ed?|es)|grew|grown|up|higher|climbed|growth)"
_FELL = r"(?:(?:also|has|have|both|were|was) ){0,2}(?:fell|fallen|decreas(?:ed?|es)|declin(?:ed?|es)|down|lower|dropped)"
_HIGHER = r"(?:higher|increased|(?:growth|increases?|rises?) in)(?: both)?"
_LOWER = r"(?:lower|decreased|reduced|(?:declines?|decreases?|falls?|drops?|reductions?) in)(?: both)?"
_SPAN_JA = r"[数\d一二三四五六七八九十]{1,2} ?(?:年|[かカヵヶ箇]月|四半期)"
_SPAN_EN = (
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|few) (?:fiscal )?(?:years|months|quarters)"
)
_Groups = tuple[tuple[Wording, ...], ...]
_OF_TERMS: _Groups = (
    tuple(_wording(rf"(?<![A-Z]){letter}種", rf"(?:class|type|series)[- ]{letter}|{letter}[- ](?:class|type|series)") for letter in "ABCDEF"),
    (
        _wording("海外|国外", r"overseas|abroad|international\w*|foreign|global\w*|outside|worldwide|non-Japan\w*|countr\w+|regions?|exports?|offshore"),
        _wording("国内(?!外)|日本", r"domestic\w*|(?:in|within|across|throughout) Japan|home market|nationwide"),
    ),
    (
        _wording("営業外収益", "non-?operating (?:income|gains?|revenues?)|other income"),
        _wording("営業外費用", "non-?operating (?:expenses?|losses|costs?|loss)|other expenses?"),
    ),
    (
        _wording("期末日?(?:の?為替|換算)?レート", "(?:period|year|term)-end|end of|closing|spot|as of"),
        _wording("(?:期中)?平均(?:為替|換算)?レート", "average"),
    ),
    (
        _wording("固定金利", "fixed"),
        _wording("変動金利", "floating|variable|adjustable"),
    ),
    (
        _wording("無担保", "unsecured|uncollateralized|no collateral|without collateral|non-?collateral\\w*"),
        _wording("有担保|担保付", "secured|collateral\\w*|mortgage"),
    ),
    (
        _wording("先入先出", "first[- ]in,? first[- ]out|FIFO"),
        _wording("後入先出", "last[- ]in,? first[- ]out|LIFO"),
        _wording("移動平均", "moving[- ]average"),
        _wording("総平均", "(?:weighted|periodic|total|gross)[- ]average"),
        _wording("個別法", "specific|identified|individual"),
        _wording("売価還元", "retail"),
    ),
    (
        _wording("短期(?:投資|借入|社債|貸付|資金|金利|プライム)", r"short[- ]term|current|short-dated|temporary|commercial paper"),
        _wording("(?<!中)長期(?:投資|借入|社債|貸付|資金|金利|プライム)", r"long(?:er)?[- ]term|non-?current|fixed|long-dated|long"),
    ),
    (
        _wording("定額法", "straight[- ]line"),
        _wording("定率法", "declining[- ]balance|reducing[- ]balance"),
        _wording("生産高比例法", "units?[- ]of[- ]production"),
    ),
    (
        _wording("定時(?:株主)?総会", "annual|ordinary|regular"),
        _wording("臨時(?:株主)?総会", "extraordinary|special"),
    ),
    (
        _wording("除[くい]|除き|含(?:み|んで[いお]り?)?ませ?ん|含み?ません|含ま(?:な|ず|れな|れず|れていな|れていませ|れておりませ)|含め(?:な|ませ|ず)", "exclud\\w*|exclusi\\w+|except\\w*|other than|without|net of|less(?! than)|before|outside|ex-|apart from|aside from|not (?:includ|count)\\w*|deduct\\w*|non-"),
        _wording("含む|含めて?(?!な|ませ|ず)|(?<=[税昇給分料算])込み?(?=で|の|[)、])|含み(?!ませ)|含んで(?!いな|いませ|おりませ|はい)", "includ\\w*|inclusive|with|compris\\w*|contain\\w*|together|plus|along|combined|gross|as well as|after"),
    ),
    (
        _wording("(?<!純)資産(?:合計|総額|の部)|総資産(?![回利])|繰延税金資産", "(?<!net )assets?|propert\\w+|holdings?"),
        _wording("(?<!1株当たり)(?<!1株あたり)純資産(?!倍率|価額|額)", r"net assets|net worth|equity|NAV|BPS|P/B"),
        _wording("負債(?:合計|総額|の部)|繰延税金負債", r"(?<!assets and )liabilit\w+|debts?|borrowings?"),
    ),
    (
        _wording(r"\(流動\)", r"(?<!non-)(?<!non)current|short-term"),
        _wording(r"\((?:固定|非流動)\)", "non-?current|fixed|long-term"),
    ),
    (
        _wording("税込", "includ\\w*|inclusive|after tax|tax[- ]in"),
        _wording("税抜|税別", "exclud\\w*|exclusive|before tax|without|plus|not includ\\w*|pre-tax|net of"),
    ),
    (
        _wording("差引手取|手取(?:概算)?額|純額", "net"),
        _wording("(?:払込|調達|発行価額の?)総額", "gross|total|aggregate"),
    ),
    (
        _wording("特別損失", "(?:extraordinary|special|exceptional|non-?recurring|one-time) (?:loss(?:es)?|charges?|expenses?|items?)|loss(?:es)? \\(extraordinary\\)"),
        _wording("特別利益", "(?:extraordinary|special|exceptional|non-?recurring|one-time) (?:income|gains?|profits?|items?)"),
    ),
    (
        _wording("(?<!非)連結(?!子会社|除外)", "(?<!non-)(?<!non)(?<!un)consolidated|group"),
        _wording("個別(?!注記|開示|引当)|単体|単独(?!で)", "non-?consolidated|unconsolidated|stand-?alone|individual|separate|(?<!of )(?<!of the )(?<!to )(?<!to the )parent"),
    ),
)  # fmt: skip
_OF_GIVEN_TERMS: _Groups = (
    (
        _wording("全(?:株式?|量|額|数|員|社)(?!会|体)|(?:すべて|全て)[のをが]", "all|entire\\w*|whole|every\\w*|full\\w*|total|each|100%|wholly|complete\\w*|any|overall|aggregate"),
        _wording("半(?:分|数|額|量)", "half|50%|halv\\w+|0\\.5|one-half"),
    ),
    (
        _wording("除[くい](?!た結果)|除き|含まない|含みません", r"exclud\\w*|exclusi\\w+|except\\w*|other than|without|net of|less|ex-|apart from|aside from|not (?:includ|count)\\w*|deduct\\w*|non-|before|outside(?! (?:directors?|officers?|auditors?|audit|members?|experts?))"),
        _wording("(?!)", r"includ(?:ing|es?|ed)|inclusive"),
    ),
    (
        _wording("(?!)", r"exclud(?:ing|es?|ed)|exclusive"),
        _wording("(?:を|も)含(?:む|め[てた]?(?!な|ませ|ず)|み(?!ませ))", r"includ\\w*|inclusive|as well as|together|comprising|plus|combined"),
    ),
)  # fmt: skip
"""Words that a translation of a whole sentence has too often beside others."""
WORDINGS: dict[str, tuple[tuple[Wording, ...], ...]] = {
    "DAT001": (
        tuple(
            _wording(rf"{ja}曜", rf"{en}s?")
            for ja, en in zip(
                "月火水木金土日",
                ("Mon(?:day)?", "Tue(?:sday)?", "Wed(?:nesday)?", "Thu(?:rsday)?", "Fri(?:day)?", "Sat(?:urday)?", "Sun(?:day)?"),
                strict=True,
            )
        ),
        (
            _wording("(?<=[年度来今翌])の?(?:初|晩)?春|春(?:頃|ごろ)", "spring"),
            _wording("(?<=[年度来今翌])の?(?:初|晩)?夏|夏(?:頃|ごろ)|夏[季期]", "summer"),
            _wording("(?<=[年度来今翌])の?(?:初|晩)?秋|秋(?:頃|ごろ)", "autumn|fall"),
            _wording("(?<=[年度来今翌])の?(?:初|晩)?冬|冬(?:頃|ごろ)|冬[季期]", "winter"),
        ),
        (
            _wording("月[上初]旬|[月年]初|[月年]の?(?:初め|前半)", rf"(?:early|beginning of|start of|first half of|first ten days of)(?= (?:in )?(?:the )?{_MONTH_OR_YEAR})"),
            _wording("月中旬|[月年]の?(?:半ば|中頃|央)", rf"(?:mid(?:dle of)?)(?=[ -]?(?:the )?{_MONTH_OR_YEAR})"),
            _wording("月下旬|[月年]末|[月年]の?(?:終わり|後半)", rf"(?:late|(?:the )?end of|last (?:ten days|third|week) of|second half of)(?= (?:in )?(?:the )?{_MONTH_OR_YEAR})"),
        ),
    ),
    "APX002": (
        (
            _wording("台の?前半", rf"(?:low|lower){_LEVEL}"),
            _wording("台の?(?:半ば|中盤|中頃)", rf"(?:mid|middle){_LEVEL}"),
            _wording("台の?後半", rf"(?:high|upper){_LEVEL}"),
        ),
        (
            _wording("上限", r"(?:upper|top|high(?:er)?)(?= (?:end|limit|half|bound))|maximum|ceiling|cap|up to|not (?:exceed\w*|more than)|or (?:less|below)|at most|no more than"),
            _wording("下限", r"(?:lower|bottom|low)(?= (?:end|limit|half|bound))|minimum|floor|at least|or more|no less than"),
        ),
        (
            _wording("(?:範囲|レンジ|目標値?|水準)(?:\\([^()]*\\))?の?内", "within|inside|in (?:the|our) "),
            _wording("(?:範囲|レンジ)(?:\\([^()]*\\))?の?外", "outside|beyond|out of"),
        ),
    ),
    "PER001": (
        (
            _wording("第1四半期(?!から)|第[1-4一二三四]四半期(?:連結)?会計期間", "(?:three|3)[- ]months?|[1-4]Q|Q[1-4]|quarters?|(?:first|1st|[2-4]nd|3rd|4th|second|third|fourth) quarter"),
            _wording("第1四半期から第2四半期|(?:第2四半期|2Q|Q2)(?:連結)?累計|中間(?:連結)?会計期間", r"(?:six|6)[- ]months?|half|interim|cumulative|second quarter|2Q|Q2|1H|H1"),
            _wording("第1四半期から第3四半期|(?:第3四半期|3Q|Q3)(?:連結)?累計", r"(?:nine|9)[- ]months?|three quarters|cumulative|third quarter|3Q|Q3"),
        ),
        (
            _wording(rf"(?:今後|向こう)の?{_SPAN_JA}", "next|coming|following|future|ahead|forward"),
            _wording(rf"(?:過去|直近)の?{_SPAN_JA}", rf"(?:past|last|previous|preceding|latest|recent) {_SPAN_EN}"),
        ),
        (
            _wording("前(?:期|年度|事業年度|連結会計年度)(?=実績|末|の実績|[)\\s]|$)", r"(?:previous|prior|last|preceding|past|former)|year[- ]ago|(?:a )?year (?:earlier|before)|FY ?'?\\d\\d+|fiscal(?: year)? \\d\\d+|(?:19|20)\\d\\d"),
            _wording("(?!)", r"(?:current|this|present|next|coming|following) (?:fiscal |financial |business )*(?:year|period|term)"),
        ),
        (
            _wording("本年(?!度)|今年(?!度)", r"this year|current year|of the year|(?:19|20)\d\d|FY\d+"),
            _wording("昨年(?!度|並)|去年", r"last year|(?:previous|prior|preceding) year|year (?:ago|earlier|before)|year-ago|year-earlier|(?:19|20)\d\d|FY\d+"),
        ),
        (
            _wording("期首|年初", "(?:beginning|start) of|opening balances?|outset|end of the (?:previous|prior|preceding|last)|previous (?:fiscal )?year[- ]end|(?:since|from) the (?:previous|prior)"),
            _wording("期末|年末|(?<=[年度])末", "end|ended|ending|closing|close|as (?:of|at)|ends|year-end|period-end"),
        ),
        (
            _wording("前回(?:発表)?(?:の)?(?:予想|計画|見通し)|修正前(?:の)?(?:予想|計画|見通し)", "previous\\w*|prior|last|initial\\w*|original\\w*|earlier|before|former\\w*|old|existing|announced"),
            _wording("今回(?:発表|修正)?(?:の)?(?:予想|計画|見通し)|修正後(?:の)?(?:予想|計画|見通し)", "revis\\w+|new\\w*|current\\w*|after|latest|updated|this|amended|present"),
        ),
        (
            _wording("(?:異動|変更|合併|増資|移行|統合|決算日|期末日|貸借対照表日|報告期間|基準日|分割|併合|控除|税引き?|消却|償却|適用|修正|調整|税効果|終了|閉会|取引)(?:考慮|反映|時間)?前", "pre-|pretax|EBITDA\\w*|before|prior to|gross|unadjusted|original\\w*|previous\\w*"),
            _wording("(?:異動|変更|合併|増資|移行|統合|決算日|期末日|貸借対照表日|報告期間|基準日|分割|併合|控除|税引き?|消却|償却|適用|修正|調整|税効果|終了|閉会|取引)(?:考慮|反映|時間)?後", "post-|after|net of|adjusted|adj|follow\\w+|reflect\\w+|restated|revised|retrospective\\w*|new"),
        ),
        (
            _wording("当(?:連結)?会計年度|当事業年度", r"year\w*|fiscal|FY\d*|annual\w*|twelve|12[- ]months?|period under review|current period"),
            _wording("当(?:第[1-4]|連結)?四半期|当[1-4]Q", r"quarter\w*|three[- ]months?|[1-4]Q|Q[1-4]|(?:six|nine)[- ]months?|half|period under review|current period"),
        ),
        (
            _wording("年間(?:の)?配当|(?:1株当?た?り)?年(?:間)?配当(?!率|性)", "annual dividends?|full[- ]year dividends?|yearly dividends?"),
            _wording("(?:中間|(?<!四半)期末|第2四半期末)(?:の)?(?:配当|[^、。]{0,3}\\d)", "interim|half-year|year[- ]end|final"),
        ),
        (
            _wording("中間配当|第2四半期末(?:の)?配当|2Q末配当", "interim|half-year|second[- ]quarter|2Q"),
            _wording("(?<!四半)期末配当", "year[- ]end|final|end of|period[- ]end|fiscal[- ]year[- ]end|term-end"),
        ),
        (
            _wording("四半期(?:ベース|として)", r"quarter(?:ly|s)?|three months|(?:Q[1-4]|[1-4]Q)"),
            _wording("(?:年間|通期|年度)(?:ベース|として)", r"annual(?:ly)?|(?:full[- ])?year(?:ly)?|fiscal \d+"),
            _wording("(?:月間|月次|単月)(?:ベース|として)", "month(?:ly)?"),
        ),
        (
            _wording("毎秒|1秒(?:間に|あたり|当たり)", r"(?:per|a|each|every)[ -]second|/s(?:ec)?|[kMGTP]bps|bps|Hz"),
            _wording("毎分|1分(?:間に|あたり|当たり)", r"(?:per|a|each|every)[ -]minute|/min|rpm"),
            _wording("毎時|時速|1時間(?:に|あたり|当たり)", r"(?:per|an|each|every)[ -]hour|hourly|/h(?:r)?|km/h"),
        ),
        (
            _wording("(?<!\\d)月(?=\\d[\\d.,]*(?:時間|件|円|万円))|月額|月次|毎月|月例|月平均|月間|月別|月率|月利", r"month(?:ly|s)?"),
            _wording("年額|(?<![前昨今来翌々同年半何数毎近])年(?=\\d[\\d.]*%)|年次(?!有給|休暇)|毎年|年払|年率|年利|年度?別|(?<![半数\\d一二三十ヶか])年間(?!配当)", r"(?:12|twelve)[- ]months?|annual(?:ly|ized)?|year(?:ly|s)?|per annum|p\.a\."),
            _wording("日次|日額|毎日|日歩", r"daily|days?"),
            _wording("週次|毎週|週(?=\\d+ ?[回便本日])", r"week(?:ly|s)?"),
            _wording("四半期(?:ごと|毎|次|別|(?:連結)?(?:貸借|損益|財政|決算|財務|包括|報告))|毎四半期", r"quarter(?:ly|s)?|periods?|interim|[1-4]Q|Q[1-4]|months"),
        ),
    ),
    "TRM001": _OF_TERMS + _OF_GIVEN_TERMS,
    "TRM006": (
        (
            _wording("IFRS|国際(?:会計|財務報告)基準", "IFRSs?|International (?:Financial|Accounting)"),
            _wording("日本基準|日本会計基準", "Japan(?:ese)? (?:GAAP|accounting|standards?)|J-?GAAP|JGAAP|GAAP in Japan"),
            _wording("米国(?:会計)?基準|US-?GAAP", "U\\.?S\\.?[ -]?GAAP|American|GAAP in the United"),
        ),
    ),
    "UNT002": (
        (
            _wording("(?<=単位:)千円|(?<=[(額]:)千円|(?<=\\()千円(?=[、,)])", r"(?:(?<=in )|(?<=\(unit: )|(?<=\())(?:thousands? (?:of )?(?:Japanese )?yen|(?:JPY|¥) ?thousands?)"),
            _wording("(?<=単位:)百万円|(?<=[(額]:)百万円|(?<=\\()百万円(?=[、,)])", r"(?:(?<=in )|(?<=\(unit: )|(?<=\())(?:millions? (?:of )?(?:Japanese )?yen|(?:JPY|¥) ?(?:millions?|mn|m))"),
            _wording("(?<=単位:)(?:十|10)億円|(?<=[(額]:)(?:十|10)億円|(?<=\\()(?:十|10)億円(?=[、,)])", r"(?:(?<=in )|(?<=\(unit: )|(?<=\())(?:billions? (?:of )?(?:Japanese )?yen|(?:JPY|¥) ?(?:billions?|bn))"),
        ),
        (
            _wording(r"(?<=\()千(?=[^円\d)][^\d)]{0,8}\))", r"(?<=\()(?:in |unit: )?thousand"),
            _wording(r"(?<=\()百万(?=[^円\d)][^\d)]{0,8}\))", r"(?<=\()(?:in |unit: )?million"),
        ),
        (
            _wording(r"(?<=\()千円(?=\)[^\d]*\()", r"(?<=\()(?:in )?(?:thousand yen|JPY thousand|¥ ?thousand)"),
            _wording(r"(?<=\()百万円(?=\)[^\d]*\()", r"(?<=\()(?:in )?(?:million yen|JPY million|¥ ?million)"),
        ),
    ),
    "UNT007": (
        (
            _wording("(?:[1一] ?)株(?:当た?り|あたり|につき)", r"per (?:common |ordinary |basic |diluted )?shares?|EPS"),
            _wording("(?:[1一] ?)?(?:AD[SR]|米国預託(?:証券|株式)) ?(?:[1一] ?(?:株|単位|口))?(?:当た?り|あたり|につき)", r"per (?:equivalent |basic |diluted )?(?:AD[SR]|(?:American )?depositary (?:share|receipt))s?"),
        ),
    ),
    "UNT005": (
        (
            _wording("[1一] ?単元(?:株)?(?:当た?り|あたり|につき)", r"(?:per|a|each|one)[- ](?:share |trading |round )?(?:unit|lot)"),
            _wording("(?:[1一] ?)株(?:当た?り|あたり|につき)", r"(?:per|a|each|one)[- ](?:common |ordinary |diluted )?(?:shares?|stocks?)|EPS|BPS|DPS"),
            _wording("(?:(?:[1一] ?)口|投資(?:単位|口(?: ?[1一]口)?))(?:当た?り|あたり|につき)", r"(?:per|a|each|one)[- ](?:investment )?units?"),
            _wording("(?:[1一] ?)(?:台|戸|単位)(?:当た?り|あたり|につき)", r"(?:per|a|each|one)[- ](?:[a-z]+ )?(?:units?|vehicles?|cars?|pieces?|homes?|houses?)"),
        ),
        (
            _wording("(?:[1一] ?)?(?:kg|キログラム|キロ)(?:当た?り|あたり|につき)|円/kg", "(?:per|a)[- ](?:kilograms?|kilos?|kg)|/kg"),
            _wording("(?<![kK])(?:[1一] ?)?(?:g|グラム)(?:当た?り|あたり|につき)|円/g", "(?:per|a)[- ](?:\\d+ )?(?:grams?|g)|/g"),
            _wording("(?<!\\d)1 ?(?:t|トン) ?(?=約?[¥$\\d])|(?:[1一] ?)?(?:t|トン)(?:当た?り|あたり|につき)|円/t", "(?:per|a)[- ](?:metric )?(?:tons?|tonnes?|t)|/t(?:on)?"),
            _wording("(?:[1一] ?)?(?:kWh|キロワット時)(?:当た?り|あたり|につき)|円/kWh", "(?:per|a)[- ](?:kilowatt[- ]hours?|kWh)|/kWh"),
            _wording("(?:[1一] ?)?(?:MWh|メガワット時)(?:当た?り|あたり|につき)|円/MWh", "(?:per|a)[- ](?:megawatt[- ]hours?|MWh)|/MWh"),
            _wording("(?:[1一] ?)?(?:kl|キロリットル)(?:当た?り|あたり|につき)", "(?:per|a)[- ](?:kilolit(?:er|re)s?|kl)|/kl"),
            _wording("(?<!キロ)(?:[1一] ?)?リットル(?:当た?り|あたり|につき)", "(?:per|a)[- ](?:lit(?:er|re)s?|l)|/l"),
            _wording("(?:[1一] ?)?バレル(?:当た?り|あたり|につき)|(?<!\\d)1 ?バレル ?(?=[¥$\\d])", "(?:per|a)[- ](?:barrels?|bbl)|/bbl"),
            _wording("(?:[1一] ?)?kWh(?:当た?り|あたり|につき)|円/kWh", "(?:per|a)[- ](?:kWh|kilowatt[- ]hour)|/kWh"),
            _wording("(?:[1一] ?)?MWh(?:当た?り|あたり|につき)|円/MWh", "(?:per|a)[- ](?:MWh|megawatt[- ]hour)|/MWh"),
            *(
                _wording(rf"(?:[1一] ?)?{unit}(?:当た?り|につき)", rf"(?:per|a)[- ]{unit}|/{unit}")
                for unit in ("TB", "GB", "MB", "Gbps", "Mbps")
            ),
            _wording("(?:[1一] ?)?ガロン(?:当た?り|あたり|につき)", "(?:per|a)[- ]gallons?|/gal"),
            _wording("(?<!\\d)1 ?坪 ?(?=約?[¥$\\d])|(?:[1一] ?)?坪(?:当た?り|あたり|につき)", "(?:per|a)[- ]tsubo|/tsubo"),
            _wording("(?:[1一] ?)?(?:㎡|m2|m²|平方メートル|平米)(?:当た?り|あたり|につき)", "(?:per|a)[- ](?:square met(?:er|re)s?|m2|m²|㎡|sqm)|/(?:m2|m²|㎡)"),
        ),
    ),
    "UNT003": (
        (
            _wording("円(?:単位)?未満|円単位", "yen|JPY|¥"),
            _wording("ドル(?:単位)?未満|ドル単位", r"dollars?|USD|\$"),
            _wording("ユーロ(?:単位)?未満|ユーロ単位", "euros?|EUR|€"),
        ),
        (
            _wording("円(?![滑形満卓陣熟盤筒錐周環])", r"yen|JPY|¥|sen|Y(?=\d)"),
            _wording("米ドル|米国ドル|USD|US\\$|(?<![豪加港湾ルダアド])ドル", r"(?:US|U\.S\. |American )?dollars?|USD|US\$|\$"),
            _wording("ユーロ|EUR|€", r"euros?|EUR|€"),
            _wording("人民元|中国元|CNY|RMB", r"(?:Chinese )?yuan|RMB|CNY|renminbi"),
            _wording("英?ポンド|GBP|£", r"pounds?|sterling|GBP|£"),
            _wording("豪ドル|AUD", r"Australian dollars?|AUD|A\$"),
            _wording("韓国ウォン|ウォン|KRW", r"(?:Korean |(?<=\d )|(?<=illion ))won|KRW"),
            _wording("バーツ|THB", r"(?:Thai )?baht|THB"),
        ),
    ),
    "PER004": (
        (
            _wording("前年同月", "(?:same|corresponding|comparable) month|month (?:of the previous|last|a) year"),
            _wording("前年同四半期", "(?:same|corresponding|comparable) quarter"),
        ),
        (
            _wording("前月(?=[:0-9比末のは])|前月(?:末)?比|前月(?:末)?(?:から|に比べ|と比べ|より|を[上下]回|の[約\\d])", "(?:previous|prior|last|preceding) month|month (?:before|earlier)|month[- ](?:on|over)|MoM|m/m"),
            _wording("前四半期(?:末)?比|前四半期(?:末)?(?:から|に比べ|と比べ|より|を[上下]回|の[約\\d])", "(?:previous|prior|last|preceding) quarter|quarter[- ](?:on|over|to)|QoQ|q/q|sequential\\w*"),
            _wording("前年|昨年", "year\\w*|YoY|y/y|annual\\w*|fiscal|FY\\d+|(?:19|20)\\d\\d|12 months"),
        ),
    ),
    "SGN001": (
        (
            _wording("(?:プラス|好|押し?上げ)の?(?:影響|効果|要因)|追い風", "positive\\w*|favou?rabl\\w+|benefi\\w+|boost\\w*|lift\\w*|push\\w* up|tailwinds?|gains?|increas\\w+|add\\w*"),
            _wording("(?:マイナス|悪|負|押し?下げ)の?(?:影響|効果|要因)|逆風", "negativ\\w+|advers\\w+|unfavou?rabl\\w+|harm\\w*|drag\\w*|headwinds?|loss(?:es)?|decreas\\w+|reduc\\w+|lower\\w*|push\\w* down|hurt|weigh\\w*|downward|damag\\w+"),
        ),
        (
            _wording("増益(?:の|となる)?要因", r"rais\w+|boost\w*|lift\w*|add\w*|increas\w+|push\w*|positive\w*|contribut\w+|higher|up|benefi\w+|gr[eo]w\w*|improv\w+|help\w*"),
            _wording("減益(?:の|となる)?要因", r"reduc\w+|lower\w*|decreas\w+|declin\w+|down|cut\w*|hurt\w*|hit\w*|drag\w*|negativ\w+|dent\w*|squeez\w+|erod\w+|f[ae]ll\w*|knock\w*|weigh\w*|drop\w*|damag\w+|depress\w+"),
        ),
        (
            _wording("最終(?:損益)?[^、。]{0,16}黒字|純損益[^、。]{0,16}黒字", r"(?:net|bottom[- ]line)(?: [a-z]+)? (?:profits?|income|earnings)|(?:into|in) the black"),
            _wording("最終(?:損益)?[^、。]{0,16}赤字|純損益[^、。]{0,16}赤字", r"(?:net|bottom[- ]line)(?: [a-z]+)? loss(?:es)?|(?:into|in) the red"),
        ),
        (
            _wording("(?:差|売却|評価|償還|処分)益", r"gains?|profits?|income|surplus"),
            _wording("(?:差|売却|評価|償還|処分|除却|減損)損(?!益)", r"loss(?:es)?|write-?(?:downs?|offs?)|impairments?|deficit"),
        ),
        (
            _wording("プラス(?:に|へ)(?:転|反転|回復)", r"positive\w*|black|plus|turnaround"),
            _wording("マイナス(?:に|へ)(?:転|反転)", r"negative\w*|red|minus"),
        ),
        (
            _wording("黒字(?:に|への?)?(?:転換|転化|浮上|化)", r"turn\w* (?:positive|profitable|around)|profits?|profitab\w+|black|turnaround|positive|surplus"),
            _wording("赤字(?:に|への?)?(?:転換|転化|転落|化)|赤字に(?:なり|陥)", r"turn\w* negative|loss(?:es)?|red|deficit|negative|unprofitable"),
        ),
        (
            _wording("は[、]?[^。]{0,6}(?:利益|増加|上昇|プラス|収入)(?:を(?:示|表|意味)|[)。]|$)", r"(?:indicat|represent|show|denot|express|mean)\w*[^.;]{0,30}\b(?:gain|profit|increase|rise|income|positive)\w*"),
            _wording("は[、]?[^。]{0,6}(?:損失|減少|下落|マイナス|支出)(?:を(?:示|表|意味)|[)。]|$)", r"(?:indicat|represent|show|denot|express|mean)\w*[^.;]{0,30}\b(?:loss|decrease|decline|reduction|negative|deficit|minus|outflow|expen)\w*"),
        ),
        (
            _wording("(?:営業|経常|純|当期|税引前|持分法(?:による)?投資)利益(?!率)(?![^。]*(?:[△▲(]|マイナス|赤字|減))", "profit\\w*|income|earnings"),
            _wording("(?:営業|経常|純|当期|四半期|税引前|持分法(?:による)?投資)損失", "lost|loss(?:es)?|deficits?|negative|minus|red|(?:of|was|were|to|by) ?[-(] ?(?:JPY|¥)? ?\\d"),
        ),
        (
            _wording("黒字", "black|profit\\w*|surplus\\w*|positive|income|earnings|turnaround"),
            _wording("赤字", "red|loss(?:es)?|deficits?|negative|unprofitable|shortfall"),
        ),
    ),
    "SGN004": (
        (
            _wording("前倒し?|繰り?上げ(?!返済|償還)", "earlier|ahead|forward|early|advanc\\w*|accelerat\\w*|sooner|before"),
            _wording("先送り|延期|後ろ倒し|繰り?下げ|繰り?延べ(?!税)", "behind|later|delay\\w*|postpon\\w*|deferr?\\w*|push\\w* back|put off|put back|pushed"),
        ),
        (
            _wording("円高", "(?:stronger|strong|higher|rising|firmer) yen|(?<!\\d-)yen(?:'s)? (?:strength\\w*|appreciat\\w+|r[io]se)|(?:appreciation|strength\\w*) (?:of|in|for) the (?:Japanese )?yen"),
            _wording("円安", "(?:weaker|weak|lower|cheap\\w*|falling|softer) yen|(?<!\\d-)yen(?:'s)? (?:weak\\w*|depreciat\\w+|fell|fall\\w*)|(?:depreciation|weak\\w*) (?:of|in|for) the (?:Japanese )?yen"),
        ),
        (
            _wording("増配", "increas\\w+|rais\\w+|hik\\w+|higher|rise|up|growth|lift\\w*|boost\\w*|progressive|grow\\w*"),
            _wording("減配", "cut\\w*|reduc\\w+|decreas\\w+|lower\\w*|down"),
        ),
        (
            _wording("改善|(?<=から)回復|回復し", r"improv\w+|better|enhanc\w+|recover\w*|progress\w*|gains?|strengthen\w*|healthier|turnaround"),
            _wording("悪化", r"deteriorat\w+|worsen\w*|worse|weaken\w*|declin\w+"),
        ),
        (
            _wording("増収(?!率|効果)", rf"{_SALES} {_ROSE}|{_HIGHER} {_SALES}"),
            _wording("減収", rf"{_SALES} {_FELL}|{_LOWER} {_SALES}"),
        ),
        (
            _wording("増益(?!率|要因)", rf"{_PROFITS} {_ROSE}|{_HIGHER} {_PROFITS}"),
            _wording("減益(?!率|要因)", rf"{_PROFITS} {_FELL}|{_LOWER} {_PROFITS}"),
        ),
        (
            _wording("純増", r"net (?:gains?|increases?|additions?|adds?|growth|inflows?)|increas\w+|grew|growth|rose|added|gained|up"),
            _wording("純減", r"net (?:loss(?:es)?|decreases?|declines?|reductions?|outflows?|cancellations?)|decreas\w+|declin\w+|fell|lost|down|shed|shr[au]nk"),
        ),
        (
            _wording("過去最高|史上最高|最高(?=[益値額を])", r"record(?:[- ](?!low|date|holder)|[,.]|s\b)|highest|all-time(?! low)|historic\w*|new high|peak\w*|best|most|largest|biggest|greatest|unprecedented|ever"),
            _wording("過去最低|史上最低|過去最悪", "record[- ]low|all-time low|lowest|new low|worst|low(?:est)?|smallest|least|ever"),
        ),
        (
            _wording("格上げ", "upgrad\\w+|rais\\w+|lift\\w*|promot\\w+|up"),
            _wording("格下げ", "downgrad\\w+|lower\\w*|cut\\w*|reduc\\w+|down"),
        ),
        (
            _wording("(?:上方修正|上振れ)", "upward\\w*|rais\\w+|increas\\w+|up|higher|lift\\w*|better|above|exceed\\w*|improv\\w+|hik\\w+|upside|overshoot\\w*"),
            _wording("(?:下方修正|下振れ)", "downward\\w*|lower\\w*|cut\\w*|reduc\\w+|decreas\\w+|down|short|below|trim\\w*|slash\\w*|downside|worse|less|undershoot\\w*|miss\\w*"),
        ),
    ),
}  # fmt: skip
"""By rule: groups of meanings of which a segment has one and its translation has to have the same."""
IN_DOCUMENTS: dict[str, _Groups] = {"TRM001": _OF_TERMS}
"""Those that sentences of documents are held against each other by, too."""
