"""Units as a table: spellings in both languages, what they measure, how they convert."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from bilingual.model.figure import Kind
from bilingual.text.characters import NOTE_MARKS


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure.

    Attributes:
        name: as in ``Figure.unit``.
        kind: what it measures.
        ja: Japanese spellings, as regular expressions.
        en: English spellings, as regular expressions.
        base: unit that it converts to; empty where it converts to nothing else.
        factor: how many of the base unit it is.
        words: an English number word before the noun is a figure (``three companies``).
    """

    name: str
    kind: Kind
    ja: tuple[str, ...]
    en: tuple[str, ...]
    base: str = ""
    factor: Decimal = Decimal(1)
    words: bool = False


def _count(name: str, ja: str, en: str, *, words: bool = False, base: str = "", factor: str = "1") -> Unit:
    spellings = tuple(en.split(";")) if en else ()
    return Unit(name, Kind.COUNT, tuple(ja.split()), spellings, base, Decimal(factor), words)


def _money(name: str, ja: str, en: str) -> Unit:
    return Unit(name, Kind.AMOUNT, tuple(ja.split()), tuple(en.split(";")))


def _worded(name: str, base: str, factor: str, ja: str, en: str) -> Unit:
    """A physical unit whose symbol means too much else to be read: in, A, V."""
    return Unit(name, Kind.PHYSICAL, tuple(ja.split()), tuple(en.split(";")), base, Decimal(factor))


def _physical(symbol: str, base: str, factor: str, ja: str = "", en: str = "") -> Unit:
    spellings = (re.escape(symbol),)
    return Unit(
        symbol,
        Kind.PHYSICAL,
        (*ja.split(), *spellings),
        (*(en.split(";") if en else ()), *spellings),
        base,
        Decimal(factor),
    )


MONEY: tuple[Unit, ...] = (
    _money("JPY", "円 日本円", "(?:Japanese )?yen;JPY"),
    _money("USD", "米ドル 米国ドル ドル(?!建) USD", "U\\.?S\\.? dollars?;dollars?;USD"),
    _money("EUR", "ユーロ", "euros?;EUR"),
    _money("GBP", "英ポンド ポンド", "(?:British )?pounds?(?: sterling)?;GBP"),
    _money("CNY", "人民元 中国元 元(?![年の本])", "(?:Chinese )?yuan;renminbi;RMB;CNY"),
    _money("KRW", "韓国ウォン ウォン", "(?:Korean )?won;KRW"),
    _money("HKD", "香港ドル", "Hong Kong dollars?;HKD"),
    _money("TWD", "台湾ドル 新台湾ドル", "(?:New )?Taiwan dollars?;NT dollars?;TWD"),
    _money("SGD", "シンガポールドル", "Singapore dollars?;SGD"),
    _money("AUD", "豪ドル オーストラリアドル", "Australian dollars?;AUD"),
    _money("CAD", "加ドル カナダドル", "Canadian dollars?;CAD"),
    _money("CHF", "スイスフラン", "Swiss francs?;CHF"),
    _money("INR", "インドルピー ルピー", "(?:Indian )?rupees?;INR"),
    _money("THB", "タイバーツ バーツ", "(?:Thai )?baht;THB"),
    _money("IDR", "インドネシアルピア ルピア", "(?:Indonesian )?rupiah;IDR"),
    _money("BRL", "ブラジルレアル レアル", "(?:Brazilian )?reals?;reais;BRL"),
    _money("VND", "ベトナムドン ドン(?=[のでをとがはに、。)])", "(?:Vietnamese )?dong;VND"),
    _money("MXN", "メキシコペソ", "Mexican pesos?;MXN"),
    _money("PHP", "フィリピンペソ", "Philippine pesos?;PHP"),
    _money("ARS", "アルゼンチンペソ", "Argentin(?:e|ean|ian) pesos?;ARS"),
    _money("CLP", "チリペソ", "Chilean pesos?;CLP"),
    _money("COP", "コロンビアペソ", "Colombian pesos?;COP"),
    _money("MYR", "マレーシアリンギット リンギット", "(?:Malaysian )?ringgits?;MYR"),
    _money("NZD", "NZドル ニュージーランドドル", "(?:New Zealand|NZ) dollars?;NZD"),
    _money("ZAR", "南アフリカランド 南アランド", "(?:South African )?rands?;ZAR"),
    _money("TRY", "トルコリラ リラ", "Turkish liras?;liras?;TRY"),
    _money("RUB", "ロシアルーブル ルーブル", "(?:Russian )?ro?ubles?;RUB"),
    _money("PLN", "ポーランドズロチ ズロチ", "(?:Polish )?zlot(?:y|ys|ych);PLN"),
    _money("CZK", "チェココルナ コルナ", "(?:Czech )?korun[ay]s?;CZK"),
    _money("HUF", "ハンガリーフォリント フォリント", "(?:Hungarian )?forints?;HUF"),
    _money("SEK", "スウェーデンクローナ スウェーデン・クローナ クローナ", "(?:Swedish )?kron(?:a|or);SEK"),
    _money("NOK", "ノルウェークローネ ノルウェー・クローネ", "Norwegian kron(?:e|er);NOK"),
    _money("DKK", "デンマーククローネ デンマーク・クローネ", "Danish kron(?:e|er);DKK"),
    _money(
        "SAR", "サウジアラビアリヤル サウジリヤル サウジアラビア・リヤル", "Saudi (?:Arabian )?riyals?;SAR"
    ),
    _money("AED", "UAEディルハム アラブ首長国連邦ディルハム ディルハム", "(?:UAE )?dirhams?;AED"),
    _money("BDT", "バングラデシュタカ", "(?:Bangladeshi? )?taka;BDT"),
    _money("MMK", "ミャンマーチャット", "(?:Myanmar )?kyats?;MMK"),
    _money("PKR", "パキスタンルピー", "Pakistani? rupees?;PKR"),
    _money("LKR", "スリランカルピー", "Sri Lankan? rupees?;LKR"),
    _money("ILS", "イスラエルシェケル シェケル 新シェケル", "(?:Israeli )?(?:new )?she[kq]els?;ILS"),
)
"""Currencies by ISO code; longer spellings win over shorter ones."""

RATIOS: tuple[Unit, ...] = (
    Unit(
        "%",
        Kind.PERCENT,
        ("%", "パーセント(?!ポイント)"),
        ("%(?![ -]?points?)", "per ?cent(?!age)", "pct(?![A-Za-z])"),
    ),
    Unit("‰", Kind.PERCENT, ("‰", "パーミル"), ("‰", "per mille?"), "%", Decimal("0.1")),
    Unit(
        "pt",
        Kind.POINTS,
        ("%?ポイント", "パーセントポイント", "%?pts?(?![A-Za-z])", "%?pp(?![A-Za-z])"),
        ("percentage[ -]points?", "%[ -]?points?", "%?pts?", "points?", "p\\.p\\.", "ppts?", "pp"),
    ),
    Unit(
        "bps",
        Kind.POINTS,
        ("bps?(?![A-Za-z])", "ベーシスポイント"),
        ("basis[ -]points?", "bps?"),
        "pt",
        Decimal("0.01"),
    ),
    Unit("times", Kind.RATIO, ("倍", "[個杯]分(?![の]?1)"), ("times", "[ -]?fold", "x")),
)
"""Percent, points and multiples."""

_YEARS_RANGED = r"(?:(?<=\D\d年[-~]\d)|(?<=\D\d年から\d)|(?<=\D\d年から\d\d)|(?<=\D\d\d年から\d\d)|(?<=\D\d年[-~]\d\d)|(?<=\D\d\d年[-~]\d\d)|(?<=\D\d\d[-~]\d\d)|(?<=\D\d[-~]\d\d)|(?<=\D\d[-~]\d)|(?<=(?:期間|任期|年数)\d)|(?<=(?:期間|任期|年数)\d\d))年(?!度)"
"""The second end of 3年~50年 or 3~50年."""

_DAYS_COUNTED = r"(?:(?<=\D3[2-9])|(?<=\D[4-9]\d)|(?<=[^\d,][1-9]\d\d)|(?<=\d\.\d))日 日(?=(?:増や|減ら|増加|減少|に(?:短縮|延長)|少な|多[いくか]|取得(?!日)|短縮|延長|短く|長く|以上|以内|以下|未満|超(?!過)))"
"""No day of a month: 85日, 7日短縮."""

COUNTERS: tuple[Unit, ...] = (
    _count("shares", "株(?![式主価])", "(?:[A-Za-z-]+ )?shares?", words=True),
    _count("units", "口(?!座) ADS 台(?!風|湾|頭) 基 機(?!関|能|会|種) 個(?!人|別) 本(?!社|店|体|部|格|年|日|件|業|書|資|決|当) 戸 室 枚 隻 両(?!国) 床(?![面暖下材]) 席(?![巻上])", "units?;planes?;jets?;vehicles?;vessels?;ships?;tankers?;aircraft;machines?;trucks?;rooms?;newbuildings?;ADSs?;ADRs?", words=True),
    _count("persons", "人(?!民|件|材|気|間|工|口) 名(?!称|義|古|目|前) 人月", "(?:people|persons?|employees?|directors?|engineers?|members?(?! (?:countr|states|compan|stores|firms|banks|institution|association|organi|nations|municipal|schools|clubs|econom|hospitals))|officers?|auditors?|shareholders?(?!')|individuals?|executives?|managers?|lawyers|accountants|advisors|advisers|experts|specialists|students|participants|applicants|staff(?: members)?|recruits|graduates|guests|visitors|passengers(?!-)|travell?ers|patients|spectators|workers|recipients|retirees|women|men)", words=True),
    _count("companies", "社(?!会|長|員|債|内|外|屋|名|団|宅|是|章) 法人", "compan(?:y|ies);subsidiar(?:y|ies);affiliates?;firms?;corporations?", words=True),
    _count("sites", "(?:[ヶケか箇カヵ]所|拠点|ポイント地点|地点|施設|工場|事業所|事業場|営業所|支店|支社)", "(?:work)?sites?;locations?;places?;bases?;plants?;mills?;establishments?;factor(?:y|ies);facilit(?:y|ies);offices?", words=True),
    _count("stores", "店舗 店(?!頭|員|長)", "(?:stores?|outlets?|shops?|restaurants?)(?! (?:chains?|operat|compan|owners?|groups?|brands?|manager|clerk|staff|employee));branches", words=True),
    _count("countries", "[ヶケか箇カヵ]国 [ヶケか箇カヵ]国・地域", "countries;nations", words=True),
    _count("items", "件(?!数|名) 種類 種(?!子|別) 品目 品種 銘柄 項目 案件 点(?!検|在|数|灯|か|の) 通(?!期|年|常|貨|信) 校 課題 段階(?!的) タイトル 作品 契約 プロジェクト サービス(?!の|は|を|が|に) 世帯 編 団体 行(?=[の、,。)]|から|が|と|を|に) 棟 物件 回線 局(?![面長員所地]) 曲 冊 便(?!利) 路線 口座 部(?![門分品長署下員屋位隊会]) 食(?![品料材事堂糧肉用欲]) 席(?!上) 頭(?![取角打部金]) 床(?![面需材暖下])", "(?:cases?|items?|contracts?|projects?|types?|kinds?|services?|products?|properties|buildings?|brands?|households|customers?|clients?|subscribers?|users?|institutions?|organizations?|carriers?|issues|titles?|schools?|lines?|subjects?|banks|deals?|transactions?|acquisitions|patients?|applications?|accounts?(?! for)|accidents?|incidents?|notch(?:es)?|stages?|steps?)", words=True),
    _count("rounds", "回(?!線|復|収|答|転|目|避|帰|路|り)", "(?<=[a-z] )rounds?;meetings?", words=True),
    _count("years", rf"歳(?!代) 才(?!能) [ヶケか箇カヵ]年(?:間|度)? 年間 (?<=\d\.\d)年 年(?=(?:以上|以内|内|早|遅|前倒|未満|超|程度|にわたり|かけて|契約|後|前|物|債|満期|ほど|弱|強|の|で|と(?:な|す|し|い|見)|に(?:短縮|延長|変更|設定)|へ(?:短縮|延長|変更)|[、。,)]|(?:[-~]|から)\d{{1,2}}年(?!度))) {_YEARS_RANGED}", "[ -]?years?(?![ -](?:on|over|to)[ -]year)(?:[ -]old)?;fiscal years?", words=True, base="months", factor="12"),
    _count("quarters", "四半期(?:連続|ぶり|(?=とも|全て|すべて|続けて|の間|にわた))", "(?:consecutive )?quarters", words=True, base="months", factor="3"),
    _count("months", "[ヶケか箇カヵ]月(?:間|分)?", "[ -]?months?", words=True, base="months", factor="1"),
    _count("weeks", "週間", "[ -]?weeks?", words=True, base="minutes", factor="10080"),
    _count("days", rf"(?:営業)?日間 営業日 {_DAYS_COUNTED}", "(?:business |calendar |trading |consecutive )?days?", words=True, base="minutes", factor="1440"),
    _count("nights", "泊", "(?:room[- ]|guest )?nights?", words=True),
    _count("hours", "時間", "hours?", words=True, base="minutes", factor="60"),
    _count("minutes", "分間 分(?=以上|以下|以内|未満|超|程度) (?<=\\d\\.\\d)分(?!の|位|割)", "minutes?", words=True, base="minutes", factor="1"),
    _count("seconds", "秒(?:間)?", "seconds?"),
)  # fmt: skip
"""Counters. ``items`` is the general one: it agrees with every counter but shares, companies and persons."""

PHYSICALS: tuple[Unit, ...] = (
    _physical("Tbps", "bit/s", "1e12", "テラビット/秒 テラビット Tbit/s", "tera ?bits? per second;Tbit/s;Tb/s"),
    _physical("Gbps", "bit/s", "1e9", "ギガビット/秒 ギガビット Gbit/s", "giga ?bits? per second;Gbit/s;Gb/s"),
    _physical("Mbps", "bit/s", "1e6", "メガビット/秒 メガビット Mbit/s", "mega ?bits? per second;Mbit/s;Mb/s"),
    _physical("kbps", "bit/s", "1e3", "キロビット/秒 キロビット Kbps", "kilo ?bits? per second;Kbps;kbit/s"),
    _physical("TWh", "Wh", "1e12", "テラワット時", "terawatt[ -]hours?"),
    _physical("GWh", "Wh", "1e9", "ギガワット時", "gigawatt[ -]hours?"),
    _physical("MWh", "Wh", "1e6", "メガワット時", "megawatt[ -]hours?"),
    _physical("kWh", "Wh", "1e3", "キロワット時 KWh", "kilowatt[ -]hours?;KWh"),
    _physical("Wh", "Wh", "1", "ワット時", "watt[ -]hours?"),
    _physical("MVA", "VA", "1e6"),
    _physical("kVA", "VA", "1e3"),
    _physical("GW", "W", "1e9", "ギガワット GWp", "gigawatts?;GWp"),
    _physical("MW", "W", "1e6", "メガワット MWp", "megawatts?;MWp"),
    _physical("kW", "W", "1e3", "キロワット KW kWp", "kilowatts?;KW;kWp"),
    _physical("W", "W", "1", "ワット", "watts?"),
    _worded("hp", "W", "745.7", "馬力", "horsepower"),
    _physical("kV", "V", "1e3", "キロボルト", "kilovolts?"),
    _worded("V", "V", "1", "ボルト", "volts?"),
    _physical("mAh", "Ah", "0.001", "ミリアンペア時", "milliampere[- ]hours?"),
    _physical("Ah", "Ah", "1", "アンペア時", "ampere[- ]hours?"),
    _worded("A", "A", "1", "アンペア", "amperes?;amps?"),
    _physical("MMBtu", "BTU", "1e6", "百万BTU", "MMBTU;million BTU"),
    _physical("BTU", "BTU", "1", "Btu", "Btu"),
    _physical("kcal", "cal", "1e3", "キロカロリー", "kilocalories?"),
    _physical("cal", "cal", "1", "カロリー", "calories?"),
    _physical("dB", "dB", "1", "デシベル", "decibels?"),
    _physical("PJ", "J", "1e15", "ペタジュール", "petajoules?"),
    _physical("TJ", "J", "1e12", "テラジュール", "terajoules?"),
    _physical("GJ", "J", "1e9", "ギガジュール", "gigajoules?"),
    _physical("MJ", "J", "1e6", "メガジュール", "megajoules?"),
    _physical("Mt-CO2", "t", "1e6", r"Mt\s?-?\s?CO[2₂]e?q?", "Mt ?-? ?CO[2₂]e?q?"),
    _physical("kt-CO2", "t", "1e3", r"kt\s?-?\s?CO[2₂]e?q?", "kt ?-? ?CO[2₂]e?q?"),
    _physical("Mt", "t", "1e6", "メガトン", "megatonnes?;megatons?"),
    _physical("kt", "t", "1e3", "", "kilotons?;kilotonnes?"),
    _physical("kg-CO2", "t", "1e-3", r"kg\s?-?\s?CO[2₂]e?q?", "kg ?-? ?CO[2₂]e?q?"),
    _physical("t-CO2", "t", "1", r"t\s?-?\s?CO[2₂]e?q? CO[2₂]換算トン トン-?CO[2₂] トン(?=の?(?:CO[2₂]|二酸化炭素))", "t ?-? ?CO[2₂]e?q?;(?:metric )?ton(?:ne)?s? ?-?(?:of )?CO[2₂](?:[ -]?e(?:q|quivalent)?)?;mtCO[2₂]e?"),
    _physical("t", "t", "1", "トン", "(?:metric )?ton(?:ne)?s?;mt"),
    _physical("DWT", "DWT", "1", "(?:載貨)?重量トン dwt", "dead ?weight (?:metric )?ton(?:ne)?s?;dwt"),
    _worded("GT", "GT", "1", "総トン", "gross ton(?:ne|nage)?s?"),
    _physical("mg", "t", "1e-9", "ミリグラム", "milligrams?"),
    _worded("oz", "oz", "1", "(?:トロイ)?オンス", "(?:troy )?ounces?"),
    _physical("kg", "t", "0.001", "キログラム", "kilograms?"),
    _physical("g", "t", "0.000001", "グラム", "grams?"),
    _physical("km2", "m2", "1e6", "km² 平方キロメートル", "km²;square kilomet(?:er|re)s?;sq\\.? ?km"),
    _physical("km", "m", "1e3", "キロメートル", "kilomet(?:er|re)s?"),
    _physical("m2", "m2", "1", "㎡ m² 平方メートル", "㎡;m²;square met(?:er|re)s?;sq\\.? ?m"),
    _physical("ft2", "m2", "0.09290304", "平方フィート ft²", "ft²;square f(?:ee|oo)t;sq\\.? ?ft\\.?"),
    _physical("tsubo", "m2", "3.3058", "坪", "tsubo"),
    _physical("ha", "m2", "1e4", "ヘクタール", "hectares?"),
    _worded("acre", "m2", "4046.8564224", "エーカー", "acres?"),
    _physical("mL", "L", "0.001", "ml ミリリットル", "ml;millilit(?:er|re)s?"),
    _worded("gal", "gal", "1", "ガロン", "gallons?"),
    _physical("m3", "L", "1e3", "㎥ m³ 立方メートル", "㎥;m³;cubic met(?:er|re)s?"),
    _physical("kL", "L", "1e3", "kl KL kℓ キロリットル", "kl;KL;kilolit(?:er|re)s?"),
    _physical("L", "L", "1", "ℓ リットル", "lit(?:er|re)s?"),
    _physical("nm", "m", "1e-9", "ナノメートル", "nanomet(?:er|re)s?"),
    _physical("μm", "m", "1e-6", "µm マイクロメートル ミクロン", "µm;micromet(?:er|re)s?;microns?"),
    _worded("mile", "mile", "1", "マイル", "miles?"),
    _worded("nautical mile", "nautical mile", "1", "海里", "nautical miles?"),
    _worded("ft", "m", "0.3048", "フィート", "f(?:ee|oo)t"),
    _worded("in", "m", "0.0254", "インチ", "inch(?:es)?"),
    _physical("mm", "m", "0.001", "ミリメートル", "millimet(?:er|re)s?"),
    _physical("cm", "m", "0.01", "センチメートル", "centimet(?:er|re)s?"),
    _physical("m", "m", "1", "メートル", "met(?:er|re)s?"),
    _physical("EB", "B", "1e18", "エクサバイト", "exabytes?"),
    _physical("PB", "B", "1e15", "ペタバイト", "petabytes?"),
    _physical("TB", "B", "1e12", "テラバイト", "terabytes?"),
    _physical("GB", "B", "1e9", "ギガバイト", "gigabytes?"),
    _physical("MB", "B", "1e6", "メガバイト", "megabytes?"),
    _physical("KB", "B", "1e3", "キロバイト kB", "kilobytes?;kB"),
    _physical("THz", "Hz", "1e12"),
    _physical("GHz", "Hz", "1e9", "ギガヘルツ", "gigahertz"),
    _physical("MHz", "Hz", "1e6", "メガヘルツ", "megahertz"),
    _physical("kHz", "Hz", "1e3", "キロヘルツ", "kilohertz"),
    _physical("Hz", "Hz", "1", "ヘルツ", "hertz"),
    _physical("ms", "s", "0.001", "ミリ秒", "milliseconds?;msec"),
    _physical("°C", "K", "1", r"℃ (?<=\d\d)度(?![目数合])", "℃;degrees?(?: Celsius)?"),
    _physical("ppm", "ppm", "1"),
    _physical("bbl", "bbl", "1", "バレル", "barrels?"),
    _physical("TEU", "TEU", "1", "", "TEUs?;twenty-foot equivalent units?"),
    _physical("pkm", "pkm", "1", "人キロ(?:メートル)? 人・?[Kk]m", "passenger[ -]?(?:km|kilomet(?:er|re)s?);RPKs?"),
    _physical("tkm", "tkm", "1", "トン・?キロ(?:メートル)? t・?[Kk]m", "(?:metric )?ton(?:ne)?s?[ -]?(?:km|kilomet(?:er|re)s?)"),
    _physical("vkm", "vkm", "1", "台キロ(?:メートル)? 車両キロ 台・?[Kk]m", "vehicle[ -]?(?:km|kilomet(?:er|re)s?);car[ -]?(?:km|kilomet(?:er|re)s?)"),
)  # fmt: skip
"""Physical units; ``bps`` alone is read as basis points, the sense it has in disclosures."""

UNITS: tuple[Unit, ...] = (*RATIOS, *MONEY, *PHYSICALS, *COUNTERS)
"""All units, in the order in which they are tried."""

PREFIXES: tuple[tuple[str, str], ...] = (
    (r"JPY|¥|Yen|(?<![A-Za-z])Y|円貨", "JPY"),
    (r"US\$|U\.S\.\$|USD|(?<![A-Z])\$", "USD"),
    (r"EUR|€", "EUR"),
    (r"GBP|£", "GBP"),
    (r"RMB|CNY|CN¥", "CNY"),
    (r"KRW|₩", "KRW"),
    (r"HK\$|HKD", "HKD"),
    (r"NT\$|TWD", "TWD"),
    (r"S\$|SGD", "SGD"),
    (r"A\$|AU\$|AUD", "AUD"),
    (r"C\$|CAD", "CAD"),
    (r"CHF", "CHF"),
    (r"THB|฿", "THB"),
    (r"INR|₹", "INR"),
    (r"NZ\$|NZD", "NZD"),
    (r"MYR|RM(?= ?\d)", "MYR"),
    (r"PHP|₱", "PHP"),
    (r"VND|₫", "VND"),
    (r"IDR|Rp\.?(?= ?\d)", "IDR"),
    (r"R\$|BRL", "BRL"),
    (r"ZAR", "ZAR"),
    (r"MXN", "MXN"),
    (r"SEK", "SEK"),
    (r"NOK", "NOK"),
    (r"DKK", "DKK"),
    (r"TRY|₺", "TRY"),
    (r"RUB|₽", "RUB"),
    (r"PLN", "PLN"),
    (r"AED", "AED"),
    (r"ILS|₪", "ILS"),
)
"""Currency signs and codes that stand before the amount."""

CURRENCY_PREFIX = (
    r"(?=[A-Z¥$€£₩฿₹₱₫₺₽₪円])(?:" + "|".join(f"(?P<{code}>{spelling})" for spelling, code in PREFIXES) + ")"
)
"""Where none of the characters that begin one stands, as before nearly all digits of cells, none is tried."""

SCALES_JA: tuple[tuple[str, int], ...] = (
    ("千兆", 15), ("百兆", 14), ("十兆", 13), ("兆", 12), ("千億", 11), ("百億", 10), ("十億", 9), ("億", 8),
    ("千万", 7), ("百万", 6), ("十万", 5), ("万", 4), ("千", 3),
)  # fmt: skip
"""Japanese scale words and their powers of ten."""

_SHORTENED = r"(?:\.(?= ?(?:of |yen|JPY|USD|US\$|EUR|shares|dollars|euros|people|persons|units|tons|\)|\Z)))?"
"""The full stop of a shortened scale word, before what it counts or at the end of a note: Mil. yen, (¥ bil.)."""

SCALES_EN: tuple[tuple[str, int], ...] = (
    ("trillions?", 12), ("billions?", 9), ("millions?", 6), ("thousands?", 3), ("hundreds?", 2),
    (f"trn|tn|tril{_SHORTENED}", 12), (f"bn|bln{_SHORTENED}|bil{_SHORTENED}", 9),
    (f"mln{_SHORTENED}|mn|mil{_SHORTENED}|mm(?!\\w)", 6), (f"thous?{_SHORTENED}", 3),
)  # fmt: skip
"""English scale words and their powers of ten."""

SCALE_EN_RE = re.compile(
    rf"\s{{0,2}}(?:[{NOTE_MARKS}]{{1,4}}\s{{0,2}})?-?(?i:"
    + "|".join(f"({spelling})" for spelling, _ in SCALES_EN)
    + r")(?![A-Za-z])"
)
"""An English scale word behind digits and their note mark; the number of its group tells which."""

LETTER_SCALES: tuple[tuple[str, int], ...] = (("B", 9), ("M", 6), ("K", 3), ("T", 12))
"""One-letter scales, read only after an amount of money or alone in a unit note."""

LETTER_RE = re.compile(
    r"(?: ?(?=[A-Z])|(?=[a-z]))(["
    + "".join(letter + letter.lower() for letter, _ in LETTER_SCALES)
    + r"])(?![A-Za-z0-9])"
)
"""A letter that is a scale behind an amount of money: $56.7M, JPY 500m."""

HARD_COUNTERS = frozenset({"shares", "persons", "companies", "countries", "years", "quarters", "months", "weeks", "days", "hours", "minutes", "seconds"})  # fmt: skip
"""Counters that no other counter translates."""

BY_NAME: dict[str, Unit] = {unit.name: unit for unit in UNITS}


DURATIONS = frozenset({"years", "quarters", "months", "weeks", "days", "hours", "minutes", "seconds"})
"""Counters of time."""


def same_unit(one: str, other: str) -> bool:
    """Whether two units may name the same thing (``items`` and ``sites``), or one side names none."""
    if one == other or not one or not other:
        return True
    if {one, other} == {"rounds", "times"}:
        return True  # 12回 is met 12 times
    first, second = BY_NAME.get(one), BY_NAME.get(other)
    if first is None or second is None:
        return False
    if {one, other} in ({"TEU", "units"}, {"TEU", "items"}):
        return True  # 20フィート換算で38万本 is 380,000 TEU
    if first.kind is not second.kind:
        return False
    if first.kind is Kind.COUNT:
        return not {one, other} & HARD_COUNTERS or (
            "items" in (one, other) and "shares" not in (one, other) and not {one, other} & DURATIONS
        )
    return False


def conversion(one: str, other: str) -> Decimal | None:
    """How many of the second unit one of the first is; None where they do not convert."""
    first, second = BY_NAME.get(one), BY_NAME.get(other)
    if first is None or second is None:
        return None
    if not (first.base or second.base) or (first.base or first.name) != (second.base or second.name):
        return None
    return first.factor / second.factor
