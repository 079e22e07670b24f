"""Words around a figure in Japanese: about, more than, up and down, loss and profit."""

from __future__ import annotations

import re

from bilingual.figures.changes import FALL_JA, RISE_JA, one_of
from bilingual.model.figure import Bound, Direction

UP, DOWN, FLAT = Direction.UP, Direction.DOWN, Direction.FLAT

_CONTRACTS = "(?<![契予節協])(?<!(?<![達構完])成)(?<!(?<!理)解)"
"""Before 約 where it is no contract: 契約120件, 成約120件, 解約120件; but 達成約9割."""
APPROXIMATE_BEFORE_RE = re.compile(
    rf"(?:{_CONTRACTS}約|およそ|おおよそ|凡そ|ほぼ|概ね|おおむね|大体|推定|概算で?)\s?\Z"
)
APPROXIMATE_AFTER_RE = re.compile(
    r"\s?(?:程度|前後|ほど|くらい|ぐらい|見当|近[いく](?!の[店駅])|に(?:迫る|届く))"
)

BOUNDS_AFTER: tuple[tuple[str, Bound], ...] = (
    (
        r"以上|を下回(?:らな|りませ|って(?:い|お)(?:な|りませ|らず|ませ)|ることは(?:な|ありませ))|未満には?(?:なら|し)(?:な|ませ)|を下限|\(下限\)",
        Bound.AT_LEAST,
    ),
    (
        r"以下|を(?:超え|上回[らり]?|超過し)(?:な[いく]|ませ|て(?:い|お)(?:な|りませ|らず|ませ)|(?:る)?ことは(?:な|ありませ))|以内|内(?![訳容側定])|を(?:上限|限度)|が(?:上限|限度)|\((?:上限|最大)\)",
        Bound.AT_MOST,
    ),
    (
        r"未満|を(?:大幅に|大きく|やや|若干|[わ僅]ずかに|僅かに|少し)?下回|を切|を割[りっ](?![当引振])|に(?:満た|(?:は|も)?(?:届[かき]|達し|到達し|到達でき)(?:な[いかく]|ませ|ず|て(?:い|お)(?:な|りませ|らず|ませ)))|割れ(?!の(?:解消|脱却|是正|改善)|を(?:解消|脱)|から(?:脱|回復|改善))",
        Bound.LESS,
    ),
    (
        r"超(?!過勤|電導|過(?:し|とな|。|\Z))|割れ(?=の(?:解消|脱却|是正|改善)|を(?:解消|脱)|から(?:脱|回復|改善))|を?(?:大幅に|大きく|やや|若干|初めて)?(?:超え|超す|突破)|を(?:大幅に|大きく|やや|若干|初めて)?超過し|(?<=大台)に(?:初めて)?(?:乗[りっるせ]|達し|到達)|を(?:大幅に|大きく|やや|若干|[わ僅]ずかに|僅かに|少し|初めて)?上回",
        Bound.MORE,
    ),
    (r"弱(?![いりめ含者点体気視]|ま[っりる])", Bound.JUST_UNDER),
    (r"強(?![いくめ化み気調含力靭制度]|ま[っりる])|余り?(?![りる剰])|あまり", Bound.JUST_OVER),
)
"""Limit words behind the figure."""

BOUND_AFTER_RE = re.compile(
    r"(?:(?<=株)\))?(?:[A-Za-z]{2,8}|[ァ-ヶー]{2,6}|単元)?(?:\s?\(\d[\d,]*[株口]\))?\s?(?:程度|の(?:大台|節目)|の(?!半)[一-龠ァ-ヶー]{2,8}(?=を(?:大幅に|大きく|やや|若干)?(?:上回|超え|下回)))?\s?(?:"
    + "|".join(f"({spelling})" for spelling, _ in BOUNDS_AFTER)
    + ")"
)

BOUNDS_BEFORE: tuple[tuple[str, Bound], ...] = (
    (r"最大(?:で|値)?|最高で?|最長で?|上限", Bound.AT_MOST),
    (r"[≥≧]|>=", Bound.AT_LEAST),
    (r"[≤≦]|<=", Bound.AT_MOST),
    (r"(?<![\w)=-])>", Bound.MORE),
    (r"(?<![\d)])<", Bound.LESS),
    (r"少なくとも|最低(?:で|でも|限)?|最小で?|最短で?|下限", Bound.AT_LEAST),
)
"""Limit words before the figure."""

MOVED_LIMIT_RE = re.compile(r"引き?[上下]げ|切り?[上下]げ|増額|減額")
"""Behind an amount by which a limit is moved: 下限を5億円引き上げ."""
BOUND_BEFORE_RE = re.compile(
    r"(?:"
    + "|".join(f"({spelling})" for spelling, _ in BOUNDS_BEFORE)
    + r")(?:は|を|:)?\s?(?:(?:年間)?[1一]株(?:当た?り|につき)?|(?:毎?[月年週日]|[月年]間|[1一]日(?:当た?り)?)(?:に|で)?|(?<=少なくとも)[^、。\d]{1,12}の)?\s?(?:約)?\Z"
)

_DIGITS = (r"\d", r"\d\d", r"\d{3}", r"\d\.\d", r"\d\d\.\d", r"\d,\d{3}")
_CURRENCIES = (
    ("[日末週月]比", "円"),
    ("[日末週月]比で", "円"),
    ("比", "ドル"),
    ("[日末]比", r"円\d銭"),
    ("[日末]比", r"円\d\d銭"),
)
_QUOTED = f"(?:{'|'.join(f'(?<={base}{digits}{unit})' for digits in _DIGITS for base, unit in _CURRENCIES)})"
"""Behind the change of a price: 前日比47円安, 計画比12ドル安. With other bases 円安 is the yen."""
QUOTED_RE = re.compile(r"(?<=円)(?:(?P<up>高)|安)(?=の|と|で|に|を|、|。|\)|\Z)")
FOREX_RE = re.compile(r"ドル|ユーロ|ポンド|[人民]元|為替|通貨|USD|EUR|[$€]")
"""Of the price of a thing 6円安 is a fall; where money is exchanged it is the yen that fell."""
DIRECTIONS: tuple[tuple[str, Direction], ...] = (
    (
        rf"{_QUOTED}高|増(?![減床補税員資設])|伸[びばし長]|成長|アップ|プラス|引き?上げ|押し?上げ|向上|回復|積み[上増]|延伸|長[いくか]|高[いくかま]|(?<=[%割])高|上方修正|上回|超過(?=し|とな|達成)|改善|多[いくか]|値上[がげ]|延[びばべ]|反発|持ち直|上向|拡充|好転|復調|急回復|切り上[げが]|(?<![仕来ち立盛])上が[らりるれっ]|上げ(?=[るたてまよ、])|{one_of(RISE_JA)}",
        UP,
    ),
    (
        rf"{_QUOTED}安|(?<!増)減(?![損価資耗税免速災農反])|ダウン|マイナス|(?:前[年期月]|§+|計画|予想|目標)割れ|引き?下げ|押し?下げ|落ち?込|未達|短[いくか]|若[いくか]|低[いくか下減]|(?<=[%割])安|安[いくか]|下方修正|後退|値下[がげ]|下回|悪化|少な[いくか]|落ち(?!着|度)|落と[しす]|縮[んまむみ]|取り?崩|鈍化|下向|抑制|抑え|沈[んみ]|切り下[げが]|下が[らりるれっ]|下げ(?=[るたてまよ、])|{one_of(FALL_JA)}",
        DOWN,
    ),
    (r"横ばい|同水準|同額|変わら", FLAT),
)
"""Predicates that say which way a change goes."""

QUALITY_RE = re.compile(r"改善|悪化")
"""Predicates that judge: an improved cost ratio is a lower one."""

DIRECTION_AFTER_RE = re.compile(
    r"\)?\s?(?:程度|前後|ほど|方(?=[増減少多高低])|近く|超|以上|以下|未満|弱|強|余り|余|あまり)?(?:を超える|を上回る|を下回る)?\s?"
    r"(?P<particle>の|に|へと?|と|を|も|まで|から|だけ|ほど|より[はも]?|分の?)?[はもが]?\s?"
    r"(?:大幅|大きく|大きな|急激|急|更なる|さらなる|さらに|更に|若干|やや|わずか|小幅|順調|着実|大|微|な|に|の|売上高?|営業|経常|利益率?|コスト|固定費|経費|人件費|原価|在庫|残高|負債|借入金"
    r"|収益|費用|実質|純|自然|年率|ずつ|それぞれ|各々|ともに|共に|程度|分|も|と|削|逓|急|激|漸){0,4}"
    r"(?:" + "|".join(f"({spelling})" for spelling, _ in DIRECTIONS) + ")"
)
DIRECTION_BEFORE_RE = re.compile(
    r"(?:"
    + "|".join(f"({spelling})" for spelling, _ in DIRECTIONS)
    + r")(?:[^\d、。()]{0,2}(?:率|額|幅|分)(?:は|が|で|も|を|:|、)?|(?<=純[増減]))\s?(?:約)?\Z"
)
LEVEL_AFTER_RE = re.compile(
    r"(?:微|大幅|小幅|若干の|やや)(?:"
    + "|".join(f"({spelling})" for spelling, _ in DIRECTIONS)
    + r")[収益]?の(?:約)?\Z"
)
"""A level that is named by its change: 微減の28億円."""
RATIO_OF_RE = re.compile(r"比 ?:? ?\Z")
LEVEL_PARTICLES = ("に", "へ", "と", "ま", "か", "よ")
"""Particles behind a level that something rose or fell to or from; the others follow the change itself."""

LOSS = r"損失|赤字|欠損|純損|損(?![益金害])|マイナス|支出|流出|アウトフロー|(?:使用(?:し|され)|支出し|使っ|使われ|により減少し)た(?:資金|キャッシュ|現金)"
PROFIT = r"利益|黒字|収入|インフロー|(?:獲得し|得(?:られ)?|生み出(?:し|され)|創出(?:し|され)|により増加し)た(?:資金|キャッシュ|現金)|(?<![収損実便有減])益(?![金々社])"
LOSS_RE = re.compile(LOSS)
PROFIT_RE = re.compile(PROFIT)
TOPIC_RE = re.compile(
    rf"(?:(?P<loss>{LOSS})|(?P<other>{PROFIT}|損益|売上|収益|費用|原価|資産|負債|純資産|[一-龠ァ-ヶー]))(?:額|幅|計上額)?(?:\([^()]*\))?(?P<topic>は|が|も|を|の|として|,|:|、|\s|\Z)"
)
CAUSE_RE = re.compile(r"により|によって|に伴い|ため|を受け")
"""Behind what explains an amount and does not name it: 損失の計上により."""
LOSS_AFTER_RE = re.compile(
    rf"\s?の[^、。()\d]{{0,14}}?(?:{LOSS})|\s?(?:の)?赤字|\s?の使用(?=[)、。]|でし|であ|とな|だっ|に対|\Z)"
)
PROFIT_AFTER_RE = re.compile(r"\s?の[^、。()\d]{0,30}?(?:利益|黒字|獲得|収入|差益|[却価換算]益)")
CONNECTIVE_RE = re.compile(
    r"(?:[、,()\s§]|および|及び|ならびに|並びに|また|一方|比べ|対し|から|と|で|に|は|が|の|へ|比|末|約|[一-龠ァ-ー]{1,6}で)*"
)

AHEAD = "…前まで"
"""Behind a length of time that has to pass before a day, at least: 90日前までに."""
DECADE = "…台"
"""Behind a figure that names what lies between it and the next round one: 5%台."""

ORIGIN = "…から"
ORIGIN_RE = re.compile(
    r"\)?(?:から(?!の|構成|成)|より|(?:だった|であった)(?:もの|の)?(?:が|を|から)|\s?[→⇒])\s?[^、。]{0,12}?[\d]"
)
"""Behind the level that a change starts from; 80億円から95億円."""

CONTRAST_RE = re.compile(r"[(、]\s?§+[ §]*は\s?(?:約)?\Z")
"""Another period of the same item: (前年同期は194百万円)."""

BASE_AFTER_RE = re.compile(
    r"\s?(?:末|実績|同期|業績|の数値|の実績|の数字|の水準|の同期間?|の?(?:残高|合計額?|総額|金額))?\s?(?:(?:対)?比(?!率|例|重)|差(?!異|額|別)|(?:と|に)(?:比べ|比較)|に対し|(?<=末)に対する|対比|との比較|を基準に|より|から|を(?=[約\d])"
    r"|と(?:同じ|同水準|同程度|同様|同額|同率|変わら)|並み|の\s?(?:約|およそ|ほぼ|実に)?(?:\d+(?:\.\d+)?倍|半分|半額|\d+分の)|(?:の?決算)?(?:発表|公表|時点)(?:時|の))"
)
ABBREVIATED_BASE_RE = re.compile(r"[YQM](?:o|O|/|-o-)[YQM]", re.IGNORECASE)
"""An English base in Japanese text, which needs no 比 behind it: YoY, Q/Q."""
CHANGE_FROM_RE = re.compile(r"(?:比|差|比較)[:で、]?\s?\(?[△▲+±-]?\s?\Z")
"""Before an amount with a mark that is the change itself: 前年同期比+60円, 前期差△3億円."""
SENTENCE_RE = re.compile(r"[。!?](?!\))")
