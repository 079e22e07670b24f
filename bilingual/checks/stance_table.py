"""Meanings that exclude each other in given segments, told by narrow words and excused by wide ones."""

from __future__ import annotations

import re
from typing import NamedTuple

from bilingual.figures.written_dates import MONTH
from bilingual.model.document import Language


class Stance(NamedTuple):
    """One meaning.

    Attributes:
        says: by language, words that surely mean it.
        may: words that may mean it; where a segment has one, it is not held against the other segment.
    """

    says: dict[Language, re.Pattern[str]]
    may: dict[Language, re.Pattern[str]]


def _stance(ja: str, en: str, ja_may: str, en_may: str) -> Stance:
    """A meaning; what surely means it may mean it too."""
    english = r"\b(?:{})(?!(?<=[A-Za-z])[A-Za-z])".format
    return Stance(
        {Language.JA: re.compile(ja), Language.EN: re.compile(english(en), re.IGNORECASE)},
        {
            Language.JA: re.compile("|".join(filter(None, (ja, ja_may)))),
            Language.EN: re.compile(english("|".join(filter(None, (en, en_may)))), re.IGNORECASE),
        },
    )


_YEAR = r"(?= (?:consolidated )?(?:fiscal |financial |business )?(?:year|term)\b)"
_DATED = rf"(?= (?:early |mid-|late |the end of |the (?:first|second|third|fourth) quarter|{MONTH}|fiscal|FY|20\d\d))"
_PAST = r"\w+-earlier|earlier|ago|before|former\w*|past|YoY|y/y|since|compared|against|versus|vs|than|over|up|down|from|(?:19|20)\d\d|FY ?\d+|[1-4]Q\d*|Q[1-4]"
_OF_YEAR = r"(?:year[- ](?:on|over|to)[- ]year|YoY|y/y|(?:previous|prior|preceding|last) (?:consolidated )?(?:fiscal |financial |business )?year|a year (?:earlier|ago|before)|year-(?:ago|earlier))"

_MINUS_JA = r"赤字|[△▲−]|マイナス|-\d|\(\d|損益|欠損|損失[(又ま]"
_MINUS_EN = r"lost|negative|minus|red|deficits?|\(loss(?:es)?\)|unprofitable"
_MARK_EN = r"[(−-] ?(?:-\) ?)?(?:JPY|¥|US\$)? ?\d"


def _results(ja: str, en: str, before: str = "(?!)") -> tuple[Stance, Stance]:
    """Profit and loss of one kind; a minus before a profit is a loss."""
    profit, loss = r"(?:profits?|income|earnings)(?! ?[(/])(?! tax)", r"loss(?:es)?(?! per)"
    return (
        _stance(
            rf"(?:{ja})(?:利益|黒字)(?!率|又は|または|[(])",
            rf"(?:{en})[ -]{profit}|{profit} (?:{before})",
            "利益|損益|黒字|益",
            "(?:loss|profit|income)(?:es)? \\((?:loss|profit|income)",
        ),
        _marked(
            _stance(
                rf"(?:{ja})(?:損失|赤字)(?![(又ま])",
                rf"(?:{en})[ -]{loss}|{loss} (?:{before})",
                _MINUS_JA,
                _MINUS_EN,
            )
        ),
    )


def _marked(loss: Stance) -> Stance:
    """A loss that English may show by a mark alone."""
    english = loss.may[Language.EN]
    may = {**loss.may, Language.EN: re.compile(f"{english.pattern}|{_MARK_EN}", re.IGNORECASE)}
    return loss._replace(may=may)


STANCES: dict[str, tuple[tuple[Stance, ...], ...]] = {
    "PER004": (
        (
            _stance(
                r"前(?:年|期(?!間)|年度|連結会計年度|事業年度)|昨年|昨期",
                rf"(?:previous|prior|preceding|last){_YEAR}",
                "前|昨|過去|従来|旧",
                rf"previous\w*|prior|preceding|last|{_PAST}",
            ),
            _stance(
                r"当(?:年度|期(?![純利損首末])|連結会計年度|事業年度)|今(?:期|年度|年)(?!後)|本年度",
                rf"(?:current|this){_YEAR}|(?:fiscal )?year under review",
                "当|今|本年|現在",
                r"current|this|under review|the (?:fiscal |full )?year|present|now",
            ),
            _stance(
                r"来(?:期|年|年度)|次(?:期(?!シ)|年度)|翌(?:期|年|年度|連結会計年度)",
                rf"(?:next|coming|following|subsequent){_YEAR}",
                "来|次|翌|今後|将来|以降",
                r"next|coming|following|subsequent\w*|upcoming|ensuing|later|after|(?:19|20)\d\d|FY ?\d+",
            ),
        ),
        (
            _stance("前年の?同", r"(?:same|corresponding) (?:\w+ ){1,2}(?:(?:of|in) )?(?:the )?(?:previous|prior|preceding|last)", "", r"previous\w*|prior|preceding|last|\w+-earlier|earlier|ago|before|year[- ](?:on|over|to)[- ]year|YoY|y/y|(?:19|20)\d\d|FY ?\d+|[1-4]Q\d*|Q[1-4]"),
            _stance("(?!)", r"same (?:period|quarter|month|half) (?:(?:of|in) )?(?:the )?(?:current|this|next|coming|following)", "", ""),
        ),
        (
            _stance("前(?:連結会計|事業)?年度|前連結|前事業", r"(?!)", "年", _OF_YEAR),
            _stance(r"前四半期|直前四半期", r"(?:previous|prior|preceding|last) quarter", "四半期|前期|か月|カ月|[1-4]Q|Q[1-4]", r"quarter\w*|sequential\w*|QoQ|q/q|three months|[1-4]Q\d*|Q[1-4]"),
            _stance("(?!)", _OF_YEAR, "前年|昨年|前期|年前|前年度|前連結|年比|対前年", "(?!)"),
        ),
    ),
    "PER001": (
        *(
            (
                _stance(rf"翌{ja}(?!年)|来{ja}", "(?!)", "", rf"{en}s?"),
                _stance("(?!)", rf"(?:next|following|coming|subsequent) (?:fiscal |business )?(?!{en})(?:day|week|month|quarter|year)", rf"[翌来次](?!{ja})", ""),
            )
            for ja, en in (("営業日", "business day"), ("日(?!本)", "day"), ("週", "week"), ("月", "month"), ("四半期", "quarter"))
        ),
        (
            _stance("通期|通年|年間(?!配当)|年度計", r"full[- ](?:fiscal |consolidated )?year(?!'s)|(?:whole|entire) (?:fiscal )?year|annual (?:forecasts?|results?|sales|revenues?|profits?|targets?|plans?)", "年度|1年|年計|期末|年次|本決算", r"full[- ]year|annual\w*|whole|entire|twelve|12[- ]months?|FY ?\d*|(?:fiscal|the|per|a) year|year-end"),
            _stance("(?<!四)半期(?!報告)|上期|下期|中間(?:期|会計期間|連結会計期間|決算)", r"(?:first|second|1st|2nd)[- ]half|half[- ]year(?:ly)?|semi-?annual|interim (?:period|results|forecasts?)", "半|上期|下期|中間|第2四半期|[26][かカヶヵ]月|2Q|Q2|[12]H|H[12]", r"half\w*|interim|six|semi\w*|2Q|Q2|[12]H|H[12]|second quarter"),
        ),
        (
            _stance("(?<!半)年(?:間|額|率|平均|産(?!品|物)|商|当た?り|あたり)|年次(?!有給|休暇|報告)|毎年", r"annual(?:ly|ized)?|yearly|per annum|per year|(?<!once )a year(?! (?:ago|earlier|before|on))", r"通[期年]|年度|1年|ARR|年に|年\d+回|年ベース|年当た|(?<![前昨今来翌\d])年\d", r"annual\w*|yearly|per annum|p\.a\.|(?:per|a|each|every|the|full|one|whole|calendar)[- ](?:fiscal |full )?year(?! (?:ago|earlier))|twelve|12[- ]months?|CAGR"),
            _stance("月(?:間(?!報)|額|次|例|産(?!品)|平均|商|利|当た?り|あたり)|毎月", r"monthly|per month|(?<!once )a month(?! (?:ago|earlier|before))|(?:each|every) month", r"月別|月に|月\d|ひと月|[当今来]月|月当たり|1[かカヶヵ箇]月", r"monthly|(?:per|a|each|every|the|one|in) month|MAU|MRR"),
        ),
    ),
    "PER005": (
        (
            _stance("(?:四半期|中間(?:会計)?期|半期)末", "(?!)", "期首", r"(?:end|close) of|ended|(?:quarter|period|half)-end|as (?:of|at)|at quarter"),
            _stance("(?!)", r"(?:beginning|start) of the (?:current )?(?:(?:first|second|third|fourth|interim) )?(?:quarter|half|interim|period)", "首|初|始", ""),
        ),
        (
            _stance("前(?:期|年度|連結会計年度|事業年度|四半期)[首初]", "(?!)", "", "beginning|start|opening"),
            _stance("(?!)", "end of the (?:previous|prior|preceding|last)|(?:previous|prior|preceding|last) (?:fiscal )?(?:year|quarter|period)-end", "末", ""),
        ),
        (
            _stance("前(?:期|年度|連結会計年度|事業年度|四半期)末", "(?!)", "", "end|ended|close|closing|as (?:of|at)|last|year-end|opening|beginning of the (?:current|fiscal|year|period)"),
            _stance("(?!)", "(?:beginning|start) of the (?:previous|prior|preceding|last)", "[首初始]", ""),
        ),
        (
            _stance("(?<=[日末])(?:現在|時点)", r"as (?:of|at) [A-Z]\w+ \d", "現在|時点|末", r"as (?:of|at)|at|end of|(?:year|quarter|period)-end"),
            _stance(r"(?<=日)から[^、。]{0,12}日まで|会計期間(?!末)|累計期間(?!末)", r"for the (?:[a-z-]+ ){0,3}(?:years?|periods?|quarters?|months) ended", "期|から|至|累計|間|年度", r"for|from|during|in|over|months|quarter|year"),
        ),
    ),
    "DAT001": (
        (
            _stance(r"(?<=\d[日月年時分])(?:から|より|以降)(?!起算)", rf"(?:from|since|starting|beginning|effective|on or after){_DATED}|after (?=\d{{1,2}}(?::\d\d)? ?(?:[ap]\.?m|noon)|noon|midnight)", "から|より|以[降後]|付|開始|始|[をに]もって|発効", r"from|since|start\w*|effective|after|beg[iau]n\w*|onwards?|commenc\w*|later|follow\w*|between|as of|launch\w*"),
            _stance(r"(?<=\d[日月年時分])末?まで|正午まで", rf"(?:until|till|through|by|no later than|up to|before)(?:{_DATED}| (?=\d{{1,2}}(?::\d\d)? ?(?:[ap]\.?m|noon)))", "まで|以前|末|終|満[了期]|間|迄|前に|内に|期限", r"until|till|through|by|to|before|end\w*|within|up to|prior|expir\w*|during|over|deadline|no later|due|matur\w*"),
        ),
    ),
    "APX002": (
        (
            _stance("最大(?![手限級])|上限", r"maximum|up to|at most|no more than|upper limit", "以[下内]|未満|まで|最高|限|枠", r"max\w*|upper|top|ceiling|cap\w*|limit\w*|most|high\w*|as (?:much|many) as|not (?:exceed\w*|more)|within|peak\w*|record|larg\w*|or (?:less|fewer)|big\w*|great\w*|than"),
            _stance("最低(?!賃金)|最小|下限|少なくとも", r"minimum|at least|lower limit|no less than", "以上|少な|超|必要|所要|限", r"min\w*|least|lower|bottom|floor|low\w*|less than|fewer|or (?:more|above|over|higher|greater)|small\w*|requir\w*"),
        ),
    ),
    "SGN001": (
        _results("営業", "operating"),
        _results("経常", "ordinary|recurring"),
        _results("純|最終|当期|四半期|中間", "net|bottom-line"),
        _results("税引前(?:当期|四半期|中間)?(?:純)?|税金等調整前(?:当期|四半期|中間)?(?:純)?", "pre-?tax", "before (?:income )?tax(?:es)?"),
        _results("セグメント|事業", "segment|business"),
    ),
}  # fmt: skip
"""By rule: groups of meanings that cannot stand for each other."""
