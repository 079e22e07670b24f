"""Things that an English segment counts and of which a given Japanese one has no word at all: 機材は12機, 12 crews."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilingual.checks.building import sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.model.report import Finding, Severity

_HEADS = "人|名|者|員|氏|客|民|方|組"
_WORDS = (
    ("patients", "患|症例|被験|例|入院|外来|人|名|者"),
    ("doctors|physicians|nurses|pharmacists", "医|ドクター|看護|ナース|薬剤師|人|名"),
    ("engineers|developers", "技術|エンジニア|開発|SE|人|名|者"),
    ("researchers|scientists", "研究|学者|人|名"),
    ("drivers|pilots", "ドライバー|運転|乗務|パイロット|操縦|機長|乗員|運航|人|名"),
    ("crews", "乗|クルー|班|組|隊|人|名"),
    ("teachers|instructors|professors", "教|講師|先生|インストラクター|人|名"),
    ("students|pupils", "生|学|受講|人|名"),
    ("farmers", "農|生産者|漁|酪|人|名"),
    ("volunteers", "ボランティア|有志|人|名"),
    ("members", "会員|員|名|人|メンバー|加盟|組合|者|社|国|店"),
    ("subscribers", "加入|契約|会員|購読|ユーザー|件|人|名|回線|登録|者"),
    ("customers|clients", "客|先|顧|人|名|社|会員|件|者|ユーザー|口|契約|企業|行|店|戸|お得意"),
    ("users", "ユーザー|利用|会員|人|名|者|ID|社|客|アカウント|口座"),
    ("visitors|guests|attendees", "客|来|参加|訪|泊|人|名|者"),
    ("passengers", "客|乗|人|名|者"),
    ("shareholders|investors", "株主|投資家|名|人|者|社"),
    ("suppliers|vendors", "サプライ|仕入|調達|取引先|供給|社|ベンダー|先|業者"),
    ("dealers|dealerships", "ディーラー|販売|店|社"),
    ("tenants", "テナント|社|店|入居|件|借|戸|区画|室"),
    ("hospitals|clinics", "病院|医|院|施設|クリニック|診療|科|先"),
    ("pharmacies|drugstores", "薬|店|ドラッグ"),
    ("schools|universities|colleges|kindergartens", "校|学|スクール|大|教室|園"),
    ("classrooms", "教室|室|学級"),
    ("libraries|museums", "図書|館|ミュージアム"),
    ("hotels", "ホテル|旅館|施設|宿|軒|館|棟|物件|店"),
    ("restaurants", "レストラン|店|食堂|飲食|ダイニング"),
    ("banks", "銀行|行|信|バンク|金融"),
    ("branches", "支店|店|拠点|支社|営業所|支[部所局]"),
    ("offices", "事務所|オフィス|営業所|支社|支店|拠点|事業所|局|所|店|署"),
    ("factories|mills", "工場|プラント|拠点|施設|工|所|製"),
    ("warehouses", "倉庫|物流|センター|棟|庫|拠点"),
    ("airports", "空港"),
    ("terminals", "ターミナル|端末|基地|バース|台|港|局"),
    ("ships|tankers|ferries", "船|隻|艦|タンカー|フェリー"),
    ("vessels", "船|隻|艦|容器"),
    ("trucks|taxis|buses", "トラック|台|車|バス|両|タクシー|便"),
    ("trains|railcars", "列車|電車|編成|両|本|車|便"),
    ("aircraft|planes|jets|helicopters", "機|ヘリ"),
    ("satellites", "衛星|機|基"),
    ("robots|servers|cameras", "ロボット|台|サーバ|カメラ|機"),
    ("reactors", "炉|基|号機"),
    ("houses|homes|dwellings|apartments|condominiums", "戸|棟|住宅|家|邸|軒|室|ホーム|世帯|宅|マンション|住戸|アパート|物件"),
    ("beds", "床|ベッド|台"),
    ("seats", "席|シート|座"),
    ("bridges", "橋"),
    ("tunnels", "トンネル|本|隧道"),
    ("trees", "本|樹|木"),
    ("patents", "特許|件"),
    ("songs", "曲"),
    ("films|movies", "本|作品|映画|編"),
    ("meals", "食"),
    ("bottles", "本|ボトル|瓶"),
    ("parcels|packages", "個|荷|小口|パッケージ|件|宅配|便|梱|包|製品"),
    ("flights", "便|フライト|飛行|航|本|路線"),
    ("routes", "路線|ルート|航路|便|線|経路"),
    ("lanes", "車線|レーン"),
    ("elevators|escalators", "エレベーター|エスカレーター|昇降|基|台"),
    ("holes", "ホール|穴|孔"),
    ("courses", "コース|講|科目|課程|研修|教|皿|場"),
    ("countries|nations", "国|地域"),
    ("provinces", "省|州|県"),
    ("prefectures", "県|都|府|道"),
    ("cities|towns|villages|municipalities", "市|町|村|区|自治"),
    ("islands", "島"),
    ("languages", "言語|語"),
    ("currencies", "通貨"),
    ("auditors", "監査|会計士|名|人"),
    ("committees", "委員会|会"),
    ("clubs", "クラブ|団体|サークル|部"),
    ("teams", "チーム|班|組|隊|団|部|校"),
    ("subsidiaries|affiliates", "社|子会社|関連|グループ|法人|先|行"),
    ("companies|firms|corporations", "社|企業|法人|先|業者|メーカー|グループ|行|団体|銘柄|店|件|局|事業者|会員|者|組合"),
    ("stores|shops|outlets", "店|舗|ショップ|薬局|先|軒|サロン|カ所|箇所|拠点|教室"),
    ("tickets|coupons", "枚|チケット|券|クーポン"),
    ("wafers|panels", "枚|ウエハ|ウェハ|パネル"),
    ("cattle|cows|pigs|hogs|horses|calves", "頭|牛|豚|馬"),
    ("chickens|hens|broilers", "羽|鶏|鳥"),
    ("lawsuits", "件|訴"),
    ("complaints|inquiries", "件|苦情|問い?合|相談|照会|クレーム|声|意見|通"),
    ("households|families", "世帯|戸|家|組|軒|世"),
    ("athletes|players", "選手|人|名|プレイヤー|競技|社"),
    ("lawyers|accountants", "弁護|会計士|名|人"),
    ("employees|workers|people|persons|individuals|women|men", f"{_HEADS}|人員|数|社員|スタッフ|要員|女|男|従業"),
    ("recruits|retirees|applicants|graduates", f"採用|卒|社員|入社|退職|応募|志願|申|学|{_HEADS}"),
    ("kilograms|kilogrammes", "kg|㎏|キロ|グラム"),
    ("liters|litres", "リットル|[Lℓ]|cc"),
    ("barrels", "バレル|bbl|[Bb]/?[Dd]"),
    ("gallons", "ガロン"),
    ("miles", "マイル|海里"),
    ("hectares", "ヘクタール|ha"),
    ("square feet", "フィート|ft"),
    ("degrees", "度|℃|°"),
)  # fmt: skip
"""English plurals and what Japanese writes, one of it, wherever it counts them."""
_NUMBER = r"(?:\d|\b(?i:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million|billion))"
_COUNTED_RE = re.compile(
    rf"{_NUMBER} (?:(?!(?:of|in|to|and|or|for|by|at|with|from|on|than|as|per|a|an|the|percent|yen|shares|tons|across|among|times|days|weeks|months|years|hours|countries|stores|companies|people|employees)\b)[a-z-]+ )?(?:"
    + "|".join(f"({words})" for words, _ in _WORDS)
    + r")\b(?!['’-])"
)
_SAID = [re.compile(said) for _, said in _WORDS]


def unnamed_things(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield the first things that English counts and that no word of Japanese could mean."""
    if not exam.comparison.segments_only or any(len(side.readings) != 1 for side in exam.sides):
        return
    ja, content = exam.ja.readings[0].segment.text, exam.en.readings[0].segment.content
    for match in _COUNTED_RE.finditer(content.text):
        if match.lastindex and not _SAID[match.lastindex - 1].search(ja):
            place = spot(exam.en, content.span(*match.span(match.lastindex)))
            phrase = f"Japanese has no word for {place.text}, which English counts"
            yield make(check, Severity.WARNING, sentence("", phrase), None, place)
            return
