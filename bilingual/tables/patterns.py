"""What cells, header words, captions and notes look like, on folded text."""

from __future__ import annotations

import re

_NUMBER = r"\d[\d,]*(?:\.\d+)*"
_NUMBER_ASIDE = rf"\({_NUMBER}(?:\)%|%\))"
"""A negative per cent in brackets inside the brackets of what is said aside: ((2.3)%)."""
_CURRENCY = r"(?:(?:JPY|USD|EUR|US\$|[¥$€£]|Y(?=\d))\s?)?"
_SIGN = r"(?:[△▲+\-]\s?|\([-+]\)\s?)?"
_TIGHT_SIGN = r"(?:[△▲+\-]|\([-+]\)\s?)?"


def _core(sign: str) -> str:
    return (
        rf"{sign}{_CURRENCY}{sign}(?:\({_NUMBER_ASIDE}\)|\(\s?{sign}{_CURRENCY}{_NUMBER}\s?%?\s?\)|{_NUMBER})"
        r"(?:(?:\s?%|(?:\s?(?:pts?|pp|bps|ppt)|p|x)(?![A-Za-z\d])|\s?ポイント|倍)(?:増|減|上昇|低下|改善|悪化)?)?"
    )


_CORE = _core(_SIGN)
_NIL = r"(?:-{1,3}|ー|\.{2,3}|[nN]/?[aAmM]\.?|[nN]\.[aAmM]\.?|nil|Nil|該当なし|\*{1,3})"
SCALE_WORDS = r"(?:thousand|million|billion|trillion|trn|tn|bn|bln|mln|mn)"
"""Words behind the figure of a cell that say how it is counted."""
_UNIT = (
    r"(?:\s?(?:兆|億|百万|千万|万|千)?(?:円(?:\d{1,2}銭|銭)?|米?ドル|ユーロ|株|口|人|名|社|件|台|棟|戸|店舗?|箇所|ヶ所|か所|カ所|回|時間|日|年|歳|m2|㎡|t)"
    rf"|[兆億万]|\s?{SCALE_WORDS}(?:\s(?:yen|dollars))?"
    r"|\s?(?:yen|dollars|shares|persons|people|times|years)"
    r"|\s?[kKMGTP]?(?:bps|Wh|W|B|Hz|L|l|g|m|t)(?:-?CO2e?)?)"
)
_MARK = (
    r"(?:\s?(?:⁽[\d¹²³⁰⁴-⁹]{1,2}⁾|\^[({]?\*?\d{0,2}[)}]?|\*\d{0,2}|※\d{0,2}|\(注\s?\d{0,2}\)|[¹²³⁴-⁹①-⑮†‡]))?"
)

CELL_RE = re.compile(
    rf"(?:{_CORE}{_UNIT}?(?:(?:\s(?:-|~|to)\s?|~|-(?=[\d¥$(][^\-]*\D$)){_CORE}{_UNIT}?)?|{_NIL}){_MARK}"
)
"""A delimited cell that holds a figure, a range of figures, a dash or n/a."""

_TURNED = r"(?:黒字|赤字)(?:転換|化|拡大|縮小)|[黒赤]転|損失(?:拡大|縮小)|(?:[Tt]urn(?:ed|around)?|[Ss]wung|[Ss]wing|[Rr]eturn(?:ed)?) (?:in)?to (?:a |the )?(?:profit|loss|black|red)|[Ll]oss (?:widened|narrowed)"
"""What stands for the rate of change of a loss that became a profit, or stayed one."""
TOKEN_RE = re.compile(
    rf"(?=[\d(△▲+\-JUEY¥$€£nNー約黒赤損TSRLt])(?<!\S)(?:{_TURNED}|約?{_core(_TIGHT_SIGN)}(?:円(?:\d{{1,2}}銭)?|株|人|名|社|件|回|倍|枚|台|戸|棟|室|隻|店舗?|か所|ヶ所|箇所|百万円|千円|億円|trn|tn|bn|bln|mln|mn)?(?:以上|以下|未満|超|程度|\((?:上限|下限|最大)\))?|\d[\d,]*\(\d[\d,]*\)|-{{1,2}}|[nN]/[aA]|[nN]\.[aAmM]\.|ー)(?!\S)"
)
"""A cell among blanks, one with a part of it in brackets too: 342(204).
Units in Latin letters, but for short scale words, are no cells here: 1.5Mbps belongs to a label."""

BOUND_WORDS = r"(?:[Oo]ver|[Uu]nder|[Aa]bove|[Bb]elow|[Aa]bout|[Aa]round|[Aa]pprox\.|[Aa]pproximately|[Aa]t (?:least|most)|[Uu]p to|(?:[Nn]o )?(?:[Ll]ess|[Mm]ore) than)"
"""What may stand before a figure in its cell."""
WIDE_TOKEN_RE = re.compile(
    rf"(?:(?<=\s\s)|^)(?:{BOUND_WORDS} )?{_core(_TIGHT_SIGN)}"
    rf"(?: ?{SCALE_WORDS}(?: (?:yen|dollars))?| (?:yen|dollars|shares|persons|people|times|years|months|hours|stores|units|rooms|sheets|tickets|vouchers|companies|locations|buildings|vehicles|vessels|households|pts?|pp|ppt|percentage points?|points?)| (?:[百千]?万?|[十百]?億)[株口円人名社件倍])?"
    r"(?: or (?:more|less|over|under|above|below|higher|lower))?(?=\s\s|\s*$)"
)
"""A cell of several words that two blanks or more set apart: ``654 million yen``, ``60 or more``, ``Over 25%``."""

NIL_RE = re.compile(_NIL)
FORMATTED_RE = re.compile(r"\d,\d{3}|%|\d\.\d|\(\s?[-\d]|[△▲]")
"""A figure that is more than a bare small integer (a page or list number)."""

YEAR_RE = re.compile(r"(?:19|20)\d\d|(?:19|20)\d\d[/.]\d{1,2}(?:[/.]\d{1,2})?")
RULE_RE = re.compile(r"[:\-=_*~. ]*(?:[\-=_*]{2}|:-|-:)[:\-=_*~. ]*")

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
PERIOD_WORD = (
    r"(?:(?:[12]H|H[12]|[1-4]Q|Q[1-4])(?: ?(?:of )?FY ?'?(?:\d{1,2}/)?\d{2,4}(?:/\d{1,2})?(?!\d)| (?:19|20)\d\d(?![\d,.]))"
    r"|[1-4]Q ?(?:FY ?)?'?\d\d(?:\d\d)?|Q[1-4] ?(?:FY ?)?'?\d\d(?:\d\d)?|(?:[1-4]Q|Q[1-4]|[12]H|H[12])\b|[12]H ?(?:FY ?)?\d{2,4}"
    r"|FY ?'?(?:\d{2,4}(?:/\d{1,2})?|\d{1,2}/(?:(?:19|20)\d\d|\d\d(?!\d)))(?: ?(?:[1-4]Q|Q[1-4]|[12]H|H[12]))?"
    rf"|{MONTH}\.? ?\d{{1,2}} ?, ?\d{{4}}|\d{{1,2}} {MONTH}\.? \d{{4}}|{MONTH}\.? \d{{4}}"
    r"|(?:19|20)\d\d年\d{1,2}月 ?[-~] ?(?:(?:19|20)\d\d年)?\d{1,2}月"
    r"|(?:(?:19|20)\d\d|(?:令和|平成|昭和)(?:\d{1,2}|元))年(?:度|\d{1,2}月(?:\d{1,2}日)?)?(?:期末?|末|現在)?"
    r"(?:第?[1-4一二三四]四半期|上期|下期|通期|中間期|累計|期間| ?[1-4]Q(?!\w)(?! ?[1-4]Q))*"
    r"|[前当]?第?[1-4]四半期(?:累計期間|累計|末)?|(?:前|当)(?:中間|第?[1-4]?四半期)?(?:連結)?(?:累計|会計)?(?:期間|年度|期)末?"
    r"|(?:19|20)\d\d[/.]\d{1,2}(?:[/.]\d{1,2})?(?!\d)|(?:19|20)\d\d(?: ?FY(?![A-Za-z]))?(?![\d,.]))"
)
TERM = rf"(?:(?:[Tt]hree|[Ss]ix|[Nn]ine|[Tt]welve) [Mm]onths|(?:[Ff]iscal )?[Yy]ear) [Ee]nded {MONTH}\.? ?\d{{1,2}} ?, ?\d{{4}}"
"""A period in words: among other heads it is one, alone it captions the table below."""
PERIOD_RE = re.compile(rf"(?=[\dA-Z前当第令平昭]){PERIOD_WORD}")
"""A period as header cells write it; reading it is the work of the figures room."""

_MEASURE = (
    r"(?:前年(?:同期|同四半期)?比較|前(?:四半)?期比較|(?:Year-over-[Yy]ear|Sequential) Comparison|対前年\s?同?(?:四半期|期)?(?:増減率|比)?|対前四半期(?:増減率|比)?|前年\s?(?:同期|同四半期|度)?(?:増減率|比|差)?|同期比"
    r"|前(?:期|四半期|連結会計年度)(?:増減率|比)|増減[率額]?|構成比率?|百分比|金額|対(?:営業収益|売上高?)比?率?"
    r"|(?:YoY|YOY|Yoy|QoQ|QOQ|Y/Y|Q/Q)(?: ?(?:% ?)?(?:[Cc]hange|[Cc]hg)?(?: ?\(?%\)?)?)?"
    r"|% of (?:[Tt]otal )?(?:(?:[Nn]et )?[Ss]ales|[Rr]evenues?|[Tt]otal)|% (?:of|change|Change)|[Cc]hg\.? ?\(?%\)?|(?:[Cc]hange|Increase|Decrease|Variance|Difference)s?(?: ?\(?%\)?(?! [Cc]hange))?"
    r"|of [Tt]otal|Total|Revenues?|[Ss]ales|[Rr]atio|[Cc]omposition|Amounts?|実績|予想|見込み?|計画|[Aa]ctual|[Ff]orecast|[Pp]lan|累計)"
)
_HEADER_UNIT = (
    r"(?:(?:(?:[Mm]illions|[Tt]housands|[Bb]illions) of (?:yen|shares|U\.S\. dollars)|(?:[Mm]illion|[Tt]housand|[Bb]illion) yen|(?:[Mm]il|[Bb]il|[Tt]hous?)\.? (?:of )?yen|Yen|USD|JPY|EUR|GBP|RMB|US\$|¥|\$|%|bps|pt|(?:兆|億|百万|千)?(?:円(?: ?銭)?|米?ドル|株)|Gbps|Mbps|単位|[Uu]nits?)"
    r"(?: ?(?:\(\d\)|⁽[\d¹²³⁰⁴-⁹]⁾|/千円|million|billion|thousand))?)"
)
_COMPARED = (
    rf"(?:(?:vs\.?|from|[Cc]ompared (?:with|to)) (?:{PERIOD_WORD}|[Pp]revious (?:year|period|quarter|forecast))|{PERIOD_WORD}比"
    rf"|{PERIOD_WORD} (?:(?:initial|latest|original|previous|revised) )?(?:actual|estimates?|forecasts?|outlook|plan|results?|target)"
    rf"|{PERIOD_WORD} (?:期初|修正|前回|今回|通期)?(?:予想|実績|計画|見通し)"
    r"|(?:Previous|Prior|Initial|Original|Revised|Latest|New|Current)(?:ly [Aa]nnounced)? (?:[Ff]orecasts?|[Pp]lans?|[Ee]stimates?)"
    r"|(?:前回|今回|期初|当初|修正)(?:発表|公表|修正)?(?:予想|計画)|前回発表比)"
    rf"(?: ?\({PERIOD_WORD}[^()]{{0,12}}\))?"
)
"""A column held against another time, or a forecast against the one before, as its head says it."""
_PART_OF_YEAR = rf"(?:{MONTH}\.?|(?:[Ff]irst|[Ss]econd|1st|2nd) [Hh]alf|[Ff]ull [Yy]ear)"
"""A month or another part of a year without its year, as the heads of monthly figures are."""
_QUARTER_END = (
    r"(?:(?:[1-3]Q|Q[1-3]|(?:[Ff]irst|[Ss]econd|[Tt]hird|1st|2nd|3rd) [Qq]uarter)[ -][Ee]nd|(?:[Ff]iscal )?[Yy]ear[ -][Ee]nd"
    r"|第[1-3]四半期末|中間期末|(?<= )(?:期末|合計))"
)
"""The days on which dividends are recorded, as the heads of their columns."""
_SPAN = r"[前当](?:中間|第?[1-4]?四半期)?(?:連結)?(?:累計|会計)?(?:期間|年度) ?\(自 ?\d{4}年\d{1,2}月\d{1,2}日 ?至 ?\d{4}年\d{1,2}月\d{1,2}日\)"
"""A stretch of time by its name and its days in one head."""
HEADER_TOKEN_RE = re.compile(
    r"(?=[(\d%¥$A-Z前当第令平昭対同増構金実予見計累兆億百千円米ド株単中期合今修]|act|bil|bps|ch[ag]|com|fir|fis|for|ful|mil|nin|of |pla|pt|rat|sal|sec|six|th[or]|twe|uni|vs|fro|com|yea)"  # what they begin with
    rf"(?:\({PERIOD_WORD}\)|{_SPAN}|{_QUARTER_END}|{TERM}|{_COMPARED}|{PERIOD_WORD}|{_PART_OF_YEAR}|{_MEASURE}(?:\(?%\)?)?|{_HEADER_UNIT})(?= |\d|$|\(|[QY]o[QY]|前(?:年|期|四))"
)
"""A header word in a line where only blanks separate columns."""
ALONE_RE = re.compile(
    rf"(?:{TERM}|{_SPAN}|Total|Revenues?|[Ss]ales|[Rr]atio|[Pp]lan|実績|予想|計画|累計|(?:[Mm]illions|[Tt]housands|[Bb]illions) of [Yy]en|(?:億|百万|千)円)"
)
"""Header words that head nothing when they stand alone in a line; a unit is that of the table then."""
HEADER_HINT_RE = re.compile(rf"{PERIOD_WORD}|{_MEASURE}|(?<![A-Za-z]){_HEADER_UNIT}(?![A-Za-z])")

DATE_IN_LABEL_RE = re.compile(
    rf"(?<![A-Za-z]){MONTH}\.? \d{{1,2}},?(?:\s{{1,2}}(?:19|20)\d\d(?![\d,.]))?|(?<![A-Za-z])(?:[Ff]iscal(?: [Yy]ear)?|FY|CY) ?(?:19|20)\d\d(?![\d,.])"
)
"""A date of which a row's label ends: its day and year are no cells."""
BARE_YEAR_RE = re.compile(r"(?:19|20)\d\d")
DATE_LINE_RE = re.compile(
    rf"{MONTH}\.? \d{{1,2}} ?, ?\d{{4}}|\d{{1,2}} {MONTH}\.? \d{{4}}|\d{{4}}年\d{{1,2}}月\d{{1,2}}日"
)
"""A date that is a whole line: page furniture where it comes back."""
TABLE_NUMBER_RE = re.compile(
    r"(?:#{1,6} )?[<\[【(■●]?\s?(?:(?:Table|TABLE|Exhibit|EXHIBIT)\s{0,3}\d{1,3}(?!\d)|(?:図表|表)\s?\d{1,3}(?=\D|$))"
)
STATEMENT_RE = re.compile(
    r"(?=[貸損包キ財変bsic])(?:貸借対照表|損益計算書|包括利益計算書|キャッシュ・?フロー計算書|キャッシュ・フローの状況|財政状態計算書|変動計算書"
    r"|\bbalance sheets?\b|\bstatements? of (?:operations|income|earnings|profit|loss|cash|comprehensive|financial|changes|shareholders)"
    r"|\bincome statements?\b|\bcash flows? statements?\b|\bstatements? of changes)",
    re.IGNORECASE,
)
BALANCE_RE = re.compile(
    r"貸借対照表|財政状態計算書|財政状態|balance sheets?|financial position|\bas (?:of|at)\b|現在\b",
    re.IGNORECASE,
)
COMPANY_RE = re.compile(
    r"株式会社|(?<!数)\((?:株|有)\)|㈱|\b(?:Inc|INC|Corp|CORP|Ltd|LTD|Corporation|CORPORATION|LIMITED|Limited)\b\.?"
)
APPENDIX_RE = re.compile(r"(?:Appendix|APPENDIX|Attachment|別紙|添付資料?|付表)\s?[\dA-Z]{0,2}")
PERIOD_LINE_RE = re.compile(
    r"\(?(?:(?:For|FOR) (?:the|THE)(?! (?:fiscal )?(?:year|period|YEAR|PERIOD):?\s*$)|(?:As|AS) (?:of|OF|at|AT)\b|(?:Three|Six|Nine|Twelve|Fiscal|Year|Years|THREE|SIX|NINE)\b[^.]{0,40}(?:[Ee]nded|ENDED)|自\s{0,2}(?:[\d１-９(（]|平成|令和|昭和))"
)
PERIOD_LIST_RE = re.compile(rf"[(\s]*{PERIOD_WORD}(?:\s*[、,・/及びとvs.~-]{{1,3}}\s*{PERIOD_WORD})*[)\s]*")
UNIT_HINT_RE = re.compile(
    r"単位|円|米?ドル|千株|\b(?:Units?|UNITS?|Thousands?|Millions?|Billions?|THOUSANDS?|MILLIONS?|[Yy]en|YEN|JPY|USD|US\$|[Dd]ollars?|thousands?|millions?|billions?|[kMGT]bps|%)\b|¥"
    r"|\([百千万]?(?:人|名|件|社|台|株|口|戸|店舗?|契約|回線|拠点|トン|時間)\)|\((?:in )?(?:[Tt]onnes|(?:[Mm]etric )?[Tt]ons|[Hh]ours|[Dd]ays|kg|[Pp]ersons|[Pp]eople|[Cc]ompanies|[Ee]mployees|[Cc]ontracts|[Ss]ubscri(?:bers|ptions)|[Cc]ases|[Ss]hares|[Ss]tores)\)"
)
NOTE_RE = re.compile(
    r"\s*(?:[(\[<【]?(?:注|備考|Notes?\b|NOTES?\b|\*Note)|⁽|[※*†‡①-⑮¹²³]|\^[({*\d]|\(\*?\d{1,2}\)|\d{1,2} (?=[A-Z][a-z]+ [a-z]+ )|Source:|出所)"
)
BULLET_RE = re.compile(r"\s*(?:[・•●○◆◇■□▪‣◎]|[-+*] |\d{1,2}[.)] |\(\d{1,2}\) )")
PAGE_RE = re.compile(
    r"\s*(?:(?:Page|PAGE|p\.|P\.)\s?\d{1,4}(?:\s?(?:/|of)\s?\d{1,4})?|-\s?\d{1,4}\s?-|\d{1,3}\s?ページ目?|\d{1,3}\s?/\s?\d{1,3})\s*"
)
SENTENCE_RE = re.compile(
    r"[。]|[.!?][\"')]?\s+[A-Z\"']|[a-z0-9]{2}[.;]$|[a-z]{3} [a-z]{2,} [a-z]{2,} [a-z]{2,} [a-z]{2,}|である|した(?:。|$)|します|ます。?$"
)
"""Running text: sentence ends, or five lower-case words in a row."""

FULL_STOP_RE = re.compile(
    r"[。.!?;、,](?<!\bvs\.)(?<!\bincl\.)(?<!\bexcl\.)(?<!pprox\.)(?:(?<=。)|(?<=[、,])$|(?<=[a-z]{2}[.!?;])[\"')]?(?:\s|$))"
)
"""A sentence or clause end: a line that holds one before its figures is running text."""

UNIT_HEAD_RE = re.compile(r"\(?(?:単位|[Uu]nits?(?: of measure(?:ment)?)?|UNITS?)\)?")
"""The head of a column of units."""
CUT_SHORT_RE = re.compile(
    r"\b(?:[Ee]nded|[Ee]nding|[Aa]s (?:of|at)|[Ff]or the|[Nn]on-(?!consolidated$)\w+)$|セグメント間の(?:内部)?$"
    rf"|\b(?:[Ee]nded|[Ee]nding|[Aa]s (?:of|at)) {MONTH}\.?$|(?:19|20)\d\d年\d{{1,2}}$|\d月期?第[1-4]四?半?$"
)
"""What a label ends with whose second half stands below its figures; no whole label ends so."""
SECOND_HALF_RE = re.compile(
    r"\((?!内訳|うち)[^()]*(?:\([^()]*\)[^()]*)*\)?|(?!of which\b)[a-z].*|(?:19|20)\d\d"
)
"""Words below a row of figures that end its label: in brackets, in small letters, the year of a date."""

LABEL_MARK_RE = re.compile(
    r"\s*(?:⁽[\d¹²³⁰⁴-⁹]{1,2}⁾|\^[({]{0,2}\*?[\d,]{0,4}\*?[)}]{0,2}|[※*]\s?\d{0,2}(?=$|[\s\)])|\(\*\s?\d{0,2}\)|\((?:注|Note|note)\s?\d{0,2}\)"
    r"|(?<=\S)\s*(?:[.·…] ?){4,}$|(?:注|Note )\d{1,2}$|(?<!(?<![A-Za-z])m)(?<!(?<![A-Za-z])[kcN]m)[¹²³⁰⁴-⁹①-⑮†‡]+|\s?\(\d{1,2}\)$)"
)
"""Note marks in a label; the exponent of a metre is none."""
MARKING_RE = re.compile(r"[⁽^※*(.·…注N¹²³⁰⁴-⁹①-⑮†‡]")
"""What every note mark holds: most labels hold none of it."""
BARE_UNIT_RE = re.compile(
    r"(?:¥|JPY|US\$|USD|EUR|€) ?(?:in )?(?:thousand|million|billion|mn|bn)s?|(?:thousand|million|billion) yen"
    r"|[Yy]en in (?:thousand|million|billion)s|(?:千|百万|億|十億)(?:円|米?ドル)"
)
"""A unit of money with its scale and nothing else; alone at the right end of a line it is that of the table below."""
