"""Japanese words whose translation never has the opposite, unless the original names that too."""

from __future__ import annotations

import re
from typing import NamedTuple


class Antonym(NamedTuple):
    """A Japanese word, the words that may stand for its opposite, and the opposite in English."""

    ja: re.Pattern[str]
    may: re.Pattern[str]
    en: re.Pattern[str]


def _antonyms(*rows: tuple[str, str, str]) -> tuple[Antonym, ...]:
    return tuple(
        Antonym(re.compile(ja), re.compile(may), re.compile(rf"\b(?:{en})\b", re.IGNORECASE))
        for ja, may, en in rows
    )


_RESULT = "(?:profits?|income|loss(?:es)?|margins?)"
_PEOPLE = "(?:customers?|clients?|users?|investors?|shareholders?|contracts?|subscribers?)"
_EACH = "(?:産|間|次|額|率|平均|利|商(?!品))"
_PAST_YEAR = "前年|昨年|前期|前(?:連結会計|事業)?年度|昨期|昨[春夏秋冬]"
_YEAR_AGO = r"(?:previous|prior|preceding|last) (?:consolidated )?(?:fiscal |financial |business )?year|year[- ](?:on|over)[- ]year|YoY|y/y|a year (?:ago|earlier|before)"
_PER_YEAR = rf"年{_EACH}|毎年|通年|年に|年\d+ ?回|年ベース|年[度当]|年\d[\d.]*%"
_PER_MONTH = rf"月{_EACH}|毎月|(?<![\d一二三四五六七八九十今当毎同翌前先来何数かカヶヵ箇])月(?=約?\d[\d,.]*[千万億]?(?:トン|t|台|件|円|人|名|本|個|回|時間|kWh|kl|ドル|食|戸|㎡))"
_PER_DAY = "日(?:産|次|額|量)|毎日|[1一]日(?:当た?り|あたり|につき|平均)"
ANTONYMS = _antonyms(
    ("長期", "短期|流動|1年|目先|臨時|一時|短[いくめ縮]|翌年", r"short[- ]term"),
    ("短期(?!間)", "長期|固定|非流動|中期|長[いくめ]", r"long[- ]term"),
    ("営業活動|営業(?:CF|キャッシュ)", "投資|財務|資金調達", r"(?:investing|financing) (?:activities|cash flows?)"),
    ("投資活動|投資(?:CF|キャッシュ)", "営業|財務|資金調達", r"(?:operating|financing) (?:activities|cash flows?)"),
    ("財務活動|財務(?:CF|キャッシュ)", "営業|投資", r"(?:operating|investing) (?:activities|cash flows?)"),
    ("有形", "無形|ソフト|のれん", "intangible"),
    ("無形", "有形|設備|建物|機械", "tangible|property, plant"),
    ("男性", "女|男女", r"wom[ae]n|females?"),
    ("女性", "男", r"m[ae]n|males?"),
    ("個人(?!情報)", "法人|企業|事業者|会社", rf"corporate {_PEOPLE}|corporations"),
    ("法人(?!税)", "個人|消費者|家庭", rf"(?:individual|retail) {_PEOPLE}|consumers|individuals"),
    ("輸出", "輸入", r"imports?|imported"),
    ("輸入", "輸出", r"exports?|exported"),
    ("社外(?=取締役|監査役|役員)", "社内|業務執行|外部", r"(?:inside|internal) (?:directors?|officers?|auditors?)"),
    ("売却", "取得|購入|買|譲受", r"purchases?|purchased|acquired|acquisitions?|bought|purchasing|buying"),
    ("(?:取得|購入|買収)(?!原価|価額)", "売|譲渡|処分", r"sold|disposals?|divest\w*|sale of"),
    ("貸付", "借", r"borrow\w*|repay\w*"),
    ("借入", "貸", r"lending|lent|lends|loans? receivable"),
    ("(?<!純)資産", "負債|債務", r"liabilit(?:y|ies)"),
    ("負債", "資産|財産", r"(?<!net )assets?"),
    ("出店|開店|新店", "閉|退店|撤退", r"clos(?:es?|ed|ing|ures?)"),
    ("閉店|閉鎖|退店", "出店|開|新", r"open(?:s|ed|ing|ings)?"),
    ("受取(?!人|先|口座)", "支払|費用", r"paid|payable|expenses?"),
    ("支払(?:利息|配当|手形)", "受取|収益", r"received|receivable|income"),
    ("支出", "収入|調達", "proceeds"),
    ("による収入", "支出|支払", r"expenditures?|outlays?|payments for"),
    ("売掛金|売上債権|営業債権|未収", "買掛|仕入|債務|未払", r"payables?"),
    ("買掛金|仕入債務|営業債務|未払", "売掛|債権|未収", r"receivables?"),
    ("新規(?!連結)", "既存|従来|継続|現在", r"existing"),
    ("既存", "新", r"new(?:ly)?"),
    ("(?:期|年度)末", "中間|期中|年央|半", r"mid-?(?:year|term|period)"),
    ("固定(?:金利|費)", "変動", r"floating|variable"),
    ("変動(?:金利|費)", "固定", r"fixed"),
    ("需要", "供給", "supply"),
    ("供給", "需要", "demand"),
    ("生産", "販売|売", r"sales volumes?|unit sales"),
    ("販売", "生産|製造", r"production (?:volumes?|output)"),
    ("午前", "午後|夕|正午|時間", r"p\.m|afternoon"),
    ("午後", "午前|朝|時間", r"a\.m|morning"),
    ("平日", "休|祝|週末|土|日曜", r"weekends?|holidays?"),
    ("休日|祝日|週末", "平日|営業日", r"weekdays?|business days?"),
    ("差益", "損", r"loss(?:es)?"),
    ("差損", "益", r"gains?"),
    ("税引前|税金等調整前", "後", r"after[- ]tax|net of tax"),
    ("税引後", "前", r"pre-?tax|before tax"),
    ("加速", "鈍|減速|遅|緩", r"slow\w*|decelerat\w*"),
    ("鈍化|減速", "加速", r"accelerat\w*"),
    ("販売価格|売価", "仕入|購入|調達|取得", r"(?:purchase|procurement|purchasing) (?:prices?|costs?)"),
    ("(?:仕入|購入|調達)(?:価格|単価|コスト)", "販売|売", r"(?:selling|sales) prices?"),
    ("大企業", "中小|小", r"small(?:er)?"),
    ("経常", "営業|特別|純|税", rf"(?:operating|extraordinary|net|gross) {_RESULT}"),
    ("営業(?:利益|損失|損益)", "経常|純|総利益|粗利|正味", rf"(?:ordinary|net|recurring|gross) {_RESULT}"),
    ("純(?:利益|損失)", "経常|営業|税|総利益|粗利", rf"(?:ordinary|operating|recurring|gross) {_RESULT}"),
    ("(?:売上)?総利益|粗利", "営業|経常|純|正味", rf"(?:operating|ordinary|net) {_RESULT}"),
    ("基本的", "希薄|潜在", "diluted"),
    ("希薄化後", "基本的|(?:希薄化|調整)前", "basic"),
    ("親会社株主|親会社の所有者", "非支配", r"non-?controlling"),
    ("非支配", "親会社", r"owners of (?:the )?parent"),
    ("特別利益", "損", r"extraordinary (?:loss(?:es)?|expenses?|charges?)"),
    ("特別損失", "益", r"extraordinary (?:income|gains?|profits?)"),
    ("営業外収益", "費用|損", r"non-?operating (?:expenses?|loss(?:es)?)"),
    ("営業外費用", "収益|益", r"non-?operating (?:income|gains?)"),
    ("普通株式", "優先|種類", r"preferred (?:shares?|stock)|preference shares?"),
    ("優先株式", "普通", r"(?:common|ordinary) (?:shares?|stock)"),
    ("(?<!四)半期|上期|下期|[上下]半期", "四半期|[1-4]Q|Q[1-4]|期末|[ヶかカヵ箇]月|月期", r"quarter(?:ly|s)?"),
    (_PER_MONTH, rf"{_PER_YEAR}|{_PER_DAY}|週|四半期", r"per (?:year|annum|day|week)|annual(?:ly)?|yearly|daily|weekly|quarterly|(?:(?<!once )a|each|every) (?:year(?! (?:ago|earlier|before|later|or))|day|week)"),
    (rf"年{_EACH}|毎年|通年", rf"月{_EACH}|毎月|{_PER_DAY}|週|四半期", r"per (?:month|day|week|quarter)|monthly|daily|weekly|quarterly|a (?:quarter|day|week)(?! (?:ago|earlier|before|later|or))|(?:each|every) (?:month|day|week|quarter)"),
    (_PER_DAY, rf"{_PER_YEAR}|月{_EACH}|毎月|週|四半期", r"per (?:year|annum|month|week)|annual(?:ly)?|yearly|monthly|weekly|quarterly|(?:(?<!once )an?|each|every) (?:year|month|week)(?! (?:ago|earlier|before|later))"),
    ("前(?:連結会計|事業)?年度|前期(?!間)|前年", "翌|次|来|今後|以降|将来|先", r"(?:next|following|coming) (?:consolidated )?(?:fiscal |financial |business )?year"),
    ("翌(?:連結会計|事業)?年度?|[翌来次]期", "前|昨|過去|直近", r"(?:previous|prior|preceding|last) (?:consolidated )?(?:fiscal |financial |business )?year"),
    ("前期(?![間末])", r"四半期|[1-4]Q|Q[1-4]|\d月?[~-]\d{1,2}月|前年", r"(?:previous|prior|preceding|last)[- ]quarter(?:'s)?|quarter[- ](?:on|over|to)[- ]quarter|QoQ|q/q"),
    ("終了時[刻間]|閉場|終業|大引け", "開|始|寄", r"opening|starts?|starting|beginning"),
    ("開始時[刻間]|開場|始業|寄り?付き", "終|閉|引け", r"clos(?:es?|ing)|ends?|ending|finish\w*"),
    ("含(?:む|み(?!ませ|益|損)|め(?!な|ませ|ず)|まれ(?!な|ませ|ず|てい?な|てい?ませ|ておりませ))", "除|含まな|含まず|含みませ|含めな|含めず|含めませ|含まれな|含まれず|含まれませ|ていな|ていませ|ておりませ|以外|控除|[税別外]抜", r"excludes?|excluded|excluding|exclusive of|not includ\w+"),
    ("支払", "還付|返還|払い?戻|受取|償還", r"refund\w*"),
    ("還付", "支払|納付", r"paid|payments?"),
    ("未使用|未実行|未引出", "(?<!未)使用|実行済|引出済", "drawn|used|utilized"),
    ("(?<!未)(?:使用|借入実行|引出)(?:済み?)?(?:残高|額)", "未", "undrawn|unused|unutilized"),
    ("併合", "分割", r"(?<!reverse )(?:stock|share) splits?"),
    ("株式(?:の)?分割", "併合", r"(?:share|stock) consolidations?|consolidation of shares|reverse (?:stock|share)? ?splits?"),
    ("終値", "始値|寄", r"opening"),
    ("始値", "終値|引け", r"closing"),
    ("前(?:の)?営業日|前日|前取引日", "翌|後", r"(?:business |trading )?day after|following (?:business |trading )?day"),
    ("翌(?:営業)?日", "前", r"(?:business |trading )?day before|(?:previous|preceding) (?:business |trading )?day"),
    (r"\A\D*?(?:トン|(?<![A-Za-z])t(?![A-Za-z]))\D*\Z", "kg|キロ|グラム", r"kilograms?|kg|grams?"),
    (r"\A\D*?(?:kg|キログラム)\D*\Z", "トン|(?<![A-Za-z])t(?![A-Za-z])|g(?![A-Za-z])", r"(?:metric )?(?:tons?|tonnes?)"),
    (r"\A\D*?(?:キロメートル|km(?![2²]))\D*\Z", "(?<!キロ)メートル|(?<![A-Za-z])m", r"met(?:er|re)s|miles?"),
    (r"\A\D*?(?:ヘクタール|(?<![A-Za-z])ha(?![A-Za-z]))\D*\Z", "㎡|平方|m2|坪|アール", r"square met(?:er|re)s?|sqm|acres?"),
    ("円高", "円安", r"yen(?:'s|’s)(?: [a-z-]+){0,3} (?:depreciation|weakening|weakness|decline|fall|slide|slump)"),
    ("円安", "円高", r"yen(?:'s|’s)(?: [a-z-]+){0,3} (?:appreciation|strengthening|strength|rise|surge|rally)"),
    ("四半期(?!末|報告)", "年|通期|(?<!四)半期|月|前期|期末|決算", r"per (?:year|month)|annual(?:ly)?|yearly|monthly|(?:in|for) a (?:full )?(?:year|month)(?! (?:ago|earlier))"),
    ("から?開始|を開始|が始ま", "終|満了|完|閉|末", r"will (?:end|expire|finish|terminate|close)|(?:ends|ended|expires|expired|terminates) (?:on|in|at)"),
    ("を終了|が終了|満了す|失効", "開始|始|着手|稼働", r"will (?:begin|start|commence)|(?:begins|began|starts|started|commences|commenced) (?:on|in|at|from)"),
    ("円安", "円高|強|上昇", r"stronger(?! (?:U\.?S\.? )?(?:dollar|euro|pound|sterling|yuan|baht|foreign|currenc|demand))"),
    ("円高", "円安|弱|下落", r"weaker(?! (?:U\.?S\.? )?(?:dollar|euro|pound|sterling|yuan|baht|foreign|currenc|demand))"),
    (f"{_PAST_YEAR}", "前月|先月|か月前|月比|翌月", r"(?:previous|prior|preceding|last) month(?!s)|month[- ](?:on|over)[- ]month|MoM|m/m|a month (?:ago|earlier|before)"),
    (f"{_PAST_YEAR}", "週", r"(?:previous|prior|preceding|last) week(?!s)|week[- ](?:on|over)[- ]week|a week (?:ago|earlier|before)"),
    ("前月|先月", _PAST_YEAR, _YEAR_AGO),
    ("[前先]週", f"{_PAST_YEAR}|月", rf"{_YEAR_AGO}|(?:previous|prior|preceding|last) month|month[- ](?:on|over)[- ]month"),
    ("前日|前営業日", f"{_PAST_YEAR}|月|週|年", rf"{_YEAR_AGO}|(?:previous|prior|preceding|last) (?:month|week)"),
    ("時給|時間給", "日給|月給|年|日額|月額", r"(?:an?|per) (?:day|week|month|year)|daily|weekly|monthly|annual"),
    ("日給|日当", "時給|月給|年収|月額|年額", r"(?:an?|per) (?:hour|week|month|year)|hourly|weekly|monthly|annual"),
    ("月給|月収|月俸", "時給|日給|年収|年俸|年額", r"(?:an?|per) (?:hour|day|week|year)|hourly|daily|weekly|annual"),
    ("年収|年俸|年間給与|年額", "時給|日給|月給|月収|月額|月", r"(?:an?|per) (?:hour|day|week|month)|hourly|daily|weekly|monthly"),
    ("冬", "夏", "summer"),
    ("夏", "冬", "winter"),
    ("春", "秋", "autumn"),
    ("秋", "春", "spring"),
    (r"\d(?:日|[かカヶヵ箇]月|週間?|年|時間|分)前", "後|以降|経過", r"(?:days?|months?|weeks?|hours?|minutes?|years?) (?:after|following)"),
    (r"\d(?:日|[かカヶヵ箇]月|週間?|年|時間|分)間?(?:後|経過後)", "前", r"(?:days?|months?|weeks?|hours?|minutes?|years?) (?:before|prior to|ahead of)"),
    ("\\((?:益|利益|貸方)\\)", "損|費用", r"expenses?|loss(?:es)?|charges?"),
    ("\\((?:損|損失|費用|借方)\\)", "益", r"benefits?|gains?|income"),
)  # fmt: skip
"""Words of which a translation never has the opposite, unless the original names that too."""
