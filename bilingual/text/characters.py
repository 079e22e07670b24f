"""Named tables of characters: facts only, no rules.

Every table of folding maps one character to one character, so it never moves an offset. Superscripts, circled and
bracketed note marks are in none of them: blanket NFKC turns ``1,234²`` into ``1,2342``.
"""

from __future__ import annotations

import unicodedata

FULLWIDTH_ASCII = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
"""Full-width forms of ASCII: digits, letters, brackets, comma, full stop, per cent."""

SPACES = dict.fromkeys(
    "\N{IDEOGRAPHIC SPACE}\N{NO-BREAK SPACE}\N{EN SPACE}\N{EM SPACE}\N{THIN SPACE}\N{FIGURE SPACE}"
    "\N{NARROW NO-BREAK SPACE}\N{HAIR SPACE}\N{THREE-PER-EM SPACE}\N{FOUR-PER-EM SPACE}\N{SIX-PER-EM SPACE}"
    "\N{PUNCTUATION SPACE}\N{MEDIUM MATHEMATICAL SPACE}",
    " ",
)
"""Blanks of every width."""

LOST = "\N{REPLACEMENT CHARACTER}"
"""What a text layer has for a character that it could not read."""

INVISIBLE = (
    "\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}\N{SOFT HYPHEN}\N{WORD JOINER}\N{ZERO WIDTH JOINER}"
    "\N{ZERO WIDTH NON-JOINER}\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{LEFT-TO-RIGHT EMBEDDING}"
    "\N{RIGHT-TO-LEFT EMBEDDING}\N{POP DIRECTIONAL FORMATTING}\N{LEFT-TO-RIGHT OVERRIDE}"
    "\N{RIGHT-TO-LEFT OVERRIDE}\N{LEFT-TO-RIGHT ISOLATE}\N{RIGHT-TO-LEFT ISOLATE}\N{FIRST STRONG ISOLATE}"
    "\N{POP DIRECTIONAL ISOLATE}"
)
"""Characters that nothing is printed for. Folding makes them blanks; where text is mapped, they part nothing."""

DASHES = dict.fromkeys(
    "\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}\N{HORIZONTAL BAR}"
    "\N{MINUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}\N{SMALL HYPHEN-MINUS}\N{SMALL EM DASH}"
    "\N{BOX DRAWINGS LIGHT HORIZONTAL}\N{HYPHEN BULLET}",
    "-",
)
"""Hyphens, dashes and minus signs: which of them a character is, its neighbours tell."""

WAVES = dict.fromkeys("\N{WAVE DASH}\N{FULLWIDTH TILDE}\N{TILDE OPERATOR}\N{SWUNG DASH}", "~")
"""Range marks. CP932 and EUC-JP decode the same printed sign to different ones of these."""

QUOTES = {
    **dict.fromkeys(
        "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{FULLWIDTH QUOTATION MARK}", '"'
    ),
    **dict.fromkeys(
        "\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}\N{FULLWIDTH APOSTROPHE}", "'"
    ),
}
"""Typographic quotation marks and apostrophes."""

CURRENCY = {"\N{FULLWIDTH YEN SIGN}": "¥", "\N{FULLWIDTH DOLLAR SIGN}": "$"}
"""Full-width currency signs."""

KANGXI = {
    **{chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)},
    "⼀": "一", "⼆": "二", "⼈": "人", "⼊": "入", "⼋": "八", "⼒": "力", "⼗": "十", "⼝": "口", "⼟": "土",
    "⼠": "士", "⼤": "大", "⼥": "女", "⼦": "子", "⼩": "小", "⼭": "山", "⼯": "工", "⼲": "干", "⼼": "心",
    "⼿": "手", "⽀": "支", "⽂": "文", "⽅": "方", "⽇": "日", "⽉": "月", "⽊": "木", "⽌": "止", "⽐": "比",
    "⽔": "水", "⽕": "火", "⽚": "片", "⽜": "牛", "⽣": "生", "⽤": "用", "⽥": "田", "⽩": "白", "⽬": "目",
    "⽯": "石", "⽰": "示", "⽴": "立", "⽶": "米", "⽷": "糸", "⽼": "老", "⾃": "自", "⾄": "至", "⾊": "色",
    "⾏": "行", "⾐": "衣", "⾒": "見", "⾔": "言", "⾚": "赤", "⾜": "足", "⾝": "身", "⾞": "車", "⾥": "里",
    "⾦": "金", "⾧": "長", "⾨": "門", "⾮": "非", "⾯": "面", "⾷": "食", "⾼": "高", "⿊": "黒",
    "⼄": "乙", "⼉": "儿", "⼰": "己", "⼾": "戸",
    "⽗": "父", "⽟": "玉", "⽵": "竹", "⾁": "肉", "⾍": "虫", "⾎": "血", "⾓": "角", "⾕": "谷", "⾖": "豆",
    "⾛": "走", "⾬": "雨", "⾳": "音", "⾵": "風", "⾺": "馬", "⿂": "魚", "⿃": "鳥", "⿈": "黄",
    "⾭": "青", "⾲": "韮", "⿑": "斉", "⿒": "歯", "⿔": "亀",
    "⻑": "長", "⻄": "西", "⻘": "青", "⻝": "食", "⻩": "黄", "⻲": "亀", "⺠": "民", "⺟": "母", "⻤": "鬼",
}  # fmt: skip
"""Kangxi and CJK radicals that PDF text layers hold in place of the characters they look like."""

IDEOGRAPHS = {
    chr(code): plain
    for code in range(0xF900, 0xFADA)
    if (plain := unicodedata.normalize("NFC", chr(code))) != chr(code)
}
"""Compatibility ideographs, which some fonts name for the plain characters: those that canonical equivalence replaces."""

HALFWIDTH_KANA = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFF61, 0xFF9E)}
"""Katakana of half width with their punctuation; voice marks stand behind them as characters of their own."""

SQUARES = {
    square: words
    for square in map(chr, (0x32FF, *range(0x3300, 0x33FF)))
    if not any(map(str.isdigit, words := unicodedata.normalize("NFKC", square)))
}
"""Words in one square: eras, units. Squares with digits (square metres, days, hours) stay as they are."""

VOICE_MARKS = {"\u3099": "\u3099", "\u309a": "\u309a", "\uff9e": "\u3099", "\uff9f": "\u309a"}
"""Voice marks that stand behind their kana, and the combining mark that makes one character of both."""

CONTROLS = {chr(code): " " for code in (*range(9), 11, 12, *range(14, 32), 127, *range(128, 160))}
"""Control characters except tab, line feed and carriage return."""

FOLD: dict[int, str] = {
    ord(printed): folded
    for table in (
        CONTROLS,
        KANGXI,
        IDEOGRAPHS,
        HALFWIDTH_KANA,
        FULLWIDTH_ASCII,
        SPACES,
        dict.fromkeys(INVISIBLE, " "),
        DASHES,
        WAVES,
        QUOTES,
        CURRENCY,
    )
    for printed, folded in table.items()
}
"""All tables together, in the form ``str.translate`` wants; the later table wins."""
FOLD[ord("\N{FULLWIDTH HYPHEN-MINUS}")] = "-"
FOLD[ord("\N{FULLWIDTH TILDE}")] = "~"

NOTE_MARKS = "¹²³⁰⁴⁵⁶⁷⁸⁹⁽⁾①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮†‡※"
"""Characters that stand in note marks and never in a figure."""

KANJI_DIGITS = {
    "〇": 0,
    "零": 0,
    "一": 1,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
"""Kanji digits; 十, 百, 千 and the myriads are scales, not digits."""
