"""Digits that are no figures: telephone numbers, addresses, note marks, references, names."""

from __future__ import annotations

import re
from functools import cache

from bilingual.model.document import Language

DISCLOSURE_CODE = r"(?<![\d,.¥$\-])[1-9]\d{2}-\d{1,2}(?:-[a-i](?:-[ivx]+)?)?(?![\d-]|[,.]\d)"
"""The number of a disclosure of a reporting standard (305-1, 403-9-a): no range begins above its end."""

_ADDRESS = r"https?://[^\s)>」]+"

_MAIL = r"[\w.+-]++@[\w-]+\.[\w.-]+"
_NAME = r"(?<![A-Za-z])(?!(?:JPY|USD|EUR|RMB|EBITDA|US)-)(?:[A-Za-z]+-)+\d+[A-Za-z]*(?![\d,.]*(?: ?%|bps))"

_COMMON_WORDS = (r"\bwww\.[^\s)>」]+", _MAIL, r"\bISO(?:/IEC)? ?\d+(?:[-:]\d+)*", _NAME)
"""Patterns of both languages that begin with a Latin letter; an address of mail begins with anything."""

_COMMON_SIGNS = (
    r"(?<![\d,.])\+?(?:\(?\d{1,4}\)?[- ]?-){1,3}\d{1,4}-\d{3,4}(?![\d,.]*\d)|\+\d{1,3}(?: \d[\d ]{6,14}\d|(?:-\d{1,6}){1,2}-\d{3,4})|〒 ?\d{3}-?\d{4}",
    r"\d{1,2}:\d{2}(?!,\d{3})(?::\d{2})?|(?:19|20)\d\d/\d{1,2}(?:/\d{1,2})?",
    r"\^?\([*※]?\d{1,2}\)(?! ?(?:%|円|百万|千|億|million|billion|thousand))",
    r"\[[*※]?\d{1,2}\]|[*※#]{1,2} ?\d{1,2}(?![\d,.%])|\^\{?\d{1,2}\}?",
    r"24時間365日|\b(?:24[-/]7|24 hours a day)\b",
    rf"{DISCLOSURE_CODE}(?![\d,.]*(?: ?[%％年月日]|[a-z]))",
)
"""Patterns of both languages that begin with a digit or a sign."""

_JAPANESE = (
    r"(?:注(?:記|釈)?|表|図(?:表)?|別紙|資料|付表|添付|脚注|スコープ|ステップ|フェーズ|フェイズ|レベル|ステージ|プラン|バージョン|Ver\.?|No\.?|Vol\.?|#)"
    r" ?\(?\d{1,4}(?:[-.]\d{1,3})*(?![\d,.]* ?(?:%|円|百万|千円|億))\)?",
    r"[上下前後]記の? ?(?:\(\d{1,2}\)|\d{1,2}(?:[.)](?!\d)|(?=[のに及「])))(?:\(\d{1,2}\))?",
    r"原則 ?\d{1,2}[-.]\d{1,2}(?![\d,.]* ?(?:[%年月日回名人社件倍億万円]|[ヶケかカ箇]月))[①-⑳]?(?:(?:[、,・]|及び|および|並びに|と) ?(?:補充原則|原則)? ?\d{1,2}[-.]\d{1,2}[①-⑳]?)*",
    r"第 ?(?:\d+|[一二三四五六七八九十百]+)(?! ?位タイ)(?:[-.]\d+)*(?:条の?\d*|項|号|回|期|版|章|位|次|者|種|部|類|世代)?",
    r"(?:証券)?コード(?:番号)?[^\d\n]{0,6}\d{4}[A-Z]?",
    r"(?<![\d,.])[1一] ?[^\s\d、。()]{1,8}?(?:当た?り|あたり|につき)",
    r"[\d一二三四五六七八九十]+ ?つ(?!いて)|(?:\d+ ?[-~] ?)?\d+ ?(?:番目|回目|つ目|社目|件目|年目|期目|期連続|年連続|期ぶり|年ぶり|四半期連続|四半期ぶり|か月連続|ヶ月連続|月連続|[ヶケか箇カヵ]月ぶり)",
    r"\d+ ?(?:ページ|頁|丁目(?:\d+番(?:\d+号?)?)?|番地(?:の ?\d+(?:号|番)?)?|時(?![間価])|度目|次元|世代|歳?代(?=[前後のがはでに、・])|階(?!級))",
    r"(?<![\d,.])[1一] ?(?:株|口|バレル|トン|台|坪|個|kg|kWh|kl|ガロン|オンス)(?= ?約? ?\d)",
    r"(?<![\d,.第])[1一] ?(?:[箱枚袋缶杯組食冊足着錠瓶巻束包皿玉鉢匹泊室席床]|ケース|セット|パック|ボトル|ダース|区画)(?= ?(?:約|平均)? ?[¥$€]?\d[\d,.]*(?:[万千億]\d*)*(?:円|ドル|ユーロ|元|ポンド))",
    r"(?<=単位は)10{0,2}[億万兆]\w{0,4}",
    r"(?<=の)[1一] ?(?:社|名|人|つ|件|店|拠点|[ヶかカ]所|行)(?=で|と|に|が|、|。|\Z)",
    r"\d{1,3} ?周年",
    r"20 ?フィート(?:コンテナ)?(?=換算)",
    r"震度 ?\d[強弱]?",
    r"(?<!\d)[百千万十億]+[円株人名台個](?=未満(?:の端数|[^。\d]{0,14}(?:切り?捨|四捨五入|切り?上げ)))",
    r"(?:毎?年|毎?月|毎?週|四?半期|毎?日)(?:に|ごとに)? ?[1一][回度]",
    r"\(?注\)? ?\d{1,2}(?= %[一-龠])",
    r"\(注\) ?\d{1,2}[.、](?:1株(?:当た?り|につき)|(?:19|20)\d\d年|(?!\d))",
    r"(?<![\d,.])[1一] ?[人名社店件](?:月|年)?平均",
    r"(?:東証|大証|名証|市場)[一二]部",
    r"(?<![\d,.])[1一] ?(?:株|口)を(?= ?[\d,.一二三四五六七八九十]+ ?(?:株|口)に)",
)

_IN_A_ROW = r"(?<![A-Za-z])(?:[A-Za-z]++|\d++) (?i:(?:straight|consecutive|successive) (?:fiscal )?(?:years?|quarters?|periods?|terms?|months?))\b"

_ENGLISH_WORDS = (
    r"\b(?:Articles|Sections) \d{1,4}(?:, \d{1,4})*,? and \d{1,4}(?= of the\b)",
    r"\b(?=[A-Za-z.]{2,14}+ ?(?:[Nn][Oo]\. ?)?\(?\d)(?i:notes?|tables?|appendi(?:x|ces)|pages?|figures?|exhibits?|sections?|articles?|items?|chapters?|parts?|rules?|principles?"
    r"|steps?|stage|tier|level|scope|phase|version|annex|schedule|footnotes?|paragraphs?|act|sfas|fas|fin|asc|asu|ifrs|ias"
    r"|ifric|eitf|sab|vol\.?|ver\.?|type|class|category|no\.|nos\.|(?<!\bto )(?<!\bwill )(?<!\bnow )number(?= \d+\b(?! of)))"
    r" ?(?:no\. ?)?\(?\d{1,4}(?:[-.]\d{1,3})*[A-Za-z①-⑳]?\)?(?!\d|,\d{3}|\.\d| ?%| (?:million|billion|thousand|percent|shares|months|years))"
    r"(?:(?:, | and | to | or )(?:\d{1,2}(?![\d,.%]| [a-z]*(?:million|billion|percent))|\d{1,2}[-.]\d{1,2}(?:[-.]\d{1,2})?[①-⑳]?(?!\d|,\d|\.\d|%| ?(?:million|billion|percent|times))))*",
    r"\bForms? [\w-]+",
    r"\b(?i:nearest|fractions? (?:of|less than|under|below)|(?:figures|amounts?) (?:of )?(?:less than|under|below)) (?:¥ ?|JPY ?)?(?:one|100?|0\.1|a) (?:hundred )?(?:million|thousand|billion)(?: (?:Japanese )?yen| shares)?\b",
    r"\b(?i:(?:securities )?code|ticker|TSE|TYO)(?: number| no\.)?[:\s]{1,3}\d{4}[A-Z]?",
    r"(?i:\bfirst (?:[a-z-]+ ){1,4}in (?:[a-z]+|\d+) (?:fiscal |consecutive )?(?:years|quarters|periods|terms|months))\b",
    _IN_A_ROW,
    r"\b[Aa]t one (?:point|stage)\b",
    r"\b(?i:one[ -](?:of|time|stop|another|hand|off|sided|way|to-one|third-party)|(?:no|any|every|each|which|another|this|that|the|number) one(?![ -](?:half|third|quarter|fourth|fifth|tenth)|-(?:year|month|week|day|hour|million|billion|trillion)\b))\b",
    r"\b[Yy]ears? \d{1,2}(?:(?: to | and | through | ?- ?)\d{1,2})?(?=:|,? (?:onwards?|and (?:after|beyond|later|onwards?))\b)",
)
_ENGLISH_SIGNS = (
    r"(?:(?<=\bin )|(?<=\bto )|(?<=\bunder )|(?<=\b[Ss]ee ))\d{1,2}(?:\.\d{1,2})?[.)]?(?= (?:above|below)\b(?! (?:the\b|[¥$\d])))",
    r"\d{1,4}(?:-\d{1,4}){1,3}(?=,? [A-Z](?:[A-Za-z-]|,? (?=[A-Z\d])|\d){2,60}?(?:-(?:shi|ku|cho|machi|gun|mura|ken|chome)|\bTokyo)\b)",
    r"(?<![\w.])\d+(?:st|nd|rd|th)\b",
    _IN_A_ROW,
    r"(?:(?<=[;:,] )|(?<=and )|(?<=or ))\d\)(?= )",
)

HEADING = r"\d{1,2}\.(?=\d{1,2}(?:月|[かヶカヵケ]年|期(?!間)|四半期)|(?:19|20)\d\d年(?:度|\d))"
"""The number of a Japanese heading that begins with another number, which no decimal can be: 1.12月度輸送実績."""
_LEADING = rf"^\s*(?:\(\d{{1,2}}\)|\d{{1,2}}[.)](?!\d)|{HEADING}|\d (?=[A-Z\"]|[ぁ-んァ-ヶ一-龠])(?! ?[百千億万円社名人件株割倍箇つ]|[ヶカ]所|[BM]\b|拠点|店舗|ポイント))"

_JAPANESE_TEXT = rf"(?!\s)(?:{'|'.join((*_COMMON_WORDS, *_COMMON_SIGNS, *_JAPANESE))})"
_ENGLISH_TEXT = (
    rf"(?=[A-Za-z])(?<![A-Za-z])(?:{'|'.join((*_COMMON_WORDS, *_ENGLISH_WORDS))})"
    rf"|(?![A-Za-z\s])(?:{'|'.join((_MAIL, *_COMMON_SIGNS, *_ENGLISH_SIGNS))})"
)
"""None begins at a blank and, in English, within a word: each is tried where it may begin, in two thirds of the time."""


@cache
def _compiled(language: Language) -> re.Pattern[str]:
    """All patterns of a language, compiled for the first text: a program that reads none need not wait for it."""
    within = _JAPANESE_TEXT if language is Language.JA else _ENGLISH_TEXT
    return re.compile(rf"{_LEADING}|{_ADDRESS}|{within}")


_GATE_RE = {
    Language.JA: re.compile(r"[\d一二三四五六七八九十]|未満"),
    Language.EN: re.compile(
        r"(?=[\dOoNnFfcs])(?:\d|\b(?:[Oo]ne|[Nn]earest|[Ff]irst|consecutive|straight|successive)\b)"
    ),
}
"""Most sentences of prose hold nothing that could be noise."""


def noise_spans(text: str, language: Language) -> list[tuple[int, int]]:
    """Spans whose digits are no figures, in order."""
    if not _GATE_RE[language].search(text):
        return []
    return [match.span() for match in _compiled(language).finditer(text)]


class Mask:
    """Spans that are read already; asks in rising order are answered in constant time on average."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        """Sort the spans."""
        self._spans = sorted(spans)
        self._at = 0

    def covers(self, start: int, end: int) -> bool:
        """Whether a masked span overlaps; ``start`` must not fall from one call to the next."""
        while self._at < len(self._spans) and self._spans[self._at][1] <= start:
            self._at += 1
        return self._at < len(self._spans) and self._spans[self._at][0] < end
