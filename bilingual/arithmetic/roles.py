"""Parts that line items play in financial statements, told by their labels in either language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache


class Role(StrEnum):
    """What a line item is, whatever the issuer calls it."""

    SALES = "sales"
    COST = "cost of sales"
    GROSS = "gross profit"
    SELLING = "selling, general and administrative expenses"
    OTHER_OPERATING_INCOME = "other income"
    OTHER_OPERATING_EXPENSES = "other expenses"
    OPERATING = "operating profit"
    OTHER_INCOME = "non-operating income"
    OTHER_EXPENSES = "non-operating expenses"
    ORDINARY = "ordinary profit"
    EXTRAORDINARY_INCOME = "extraordinary income"
    EXTRAORDINARY_LOSSES = "extraordinary losses"
    FINANCE_INCOME = "finance income"
    FINANCE_COSTS = "finance costs"
    PRETAX = "profit before income taxes"
    TAXES = "income taxes"
    PROFIT = "profit"
    MINORITY_PROFIT = "profit attributable to non-controlling interests"
    OWNERS_PROFIT = "profit attributable to owners of parent"
    OTHER_COMPREHENSIVE = "other comprehensive income"
    COMPREHENSIVE = "comprehensive income"
    CURRENT_ASSETS = "current assets"
    FIXED_ASSETS = "non-current assets"
    DEFERRED_ASSETS = "deferred assets"
    ASSETS = "total assets"
    CURRENT_LIABILITIES = "current liabilities"
    FIXED_LIABILITIES = "non-current liabilities"
    LIABILITIES = "total liabilities"
    NET_ASSETS = "net assets"
    CLAIMS = "total liabilities and net assets"
    SHAREHOLDERS_EQUITY = "shareholders' equity"
    ACCUMULATED_OTHER = "accumulated other comprehensive income"
    SHARE_OPTIONS = "share acquisition rights"
    MINORITY = "non-controlling interests"
    OPERATING_CASH = "operating cash flows"
    INVESTING_CASH = "investing cash flows"
    FINANCING_CASH = "financing cash flows"
    EXCHANGE = "effect of exchange rates"
    CASH_CHANGE = "change in cash"
    OPENING_CASH = "opening cash"
    CLOSING_CASH = "closing cash"
    EARNINGS_PER_SHARE = "earnings per share"
    NET_ASSETS_PER_SHARE = "net assets per share"
    AVERAGE_SHARES = "average number of shares"
    EQUITY_RATIO = "equity ratio"
    EQUITY = "equity"
    OPERATING_MARGIN = "operating margin"
    PAYOUT = "payout ratio"
    DIVIDENDS = "dividends per share"
    TOTAL_DIVIDENDS = "total dividends"
    RETURN_ON_EQUITY = "return on equity"
    RETURN_ON_ASSETS = "return on assets"
    DIVIDENDS_ON_EQUITY = "dividends on equity"
    ISSUED = "issued shares"
    TREASURY = "treasury shares"


_TERM = r"(?:当期|四半期|中間期?)"
_RESULT = r"(?:利益|損失|損益)"
_OR_LOSS = r"(?: ?\((?:loss(?:es)?|profit|income)\))?"
_PATTERNS = (
    (
        Role.COST,
        r"(?:売上|営業)原価(?:合計)?",
        r"(?:total )?costs? of (?:net )?(?:sales|revenues?|goods sold)",
    ),
    (
        Role.SALES,
        r"売上(?:高|収益)(?:合計)?|営業収益(?:合計)?",
        r"(?:total |net )?(?:net )?(?:sales|revenues?)",
    ),
    (Role.GROSS, rf"売上総{_RESULT}", rf"gross (?:profit|loss){_OR_LOSS}"),
    (
        Role.SELLING,
        r"販売費(?:及び|および)一般管理費(?:合計)?",
        r"(?:total )?selling, general,? and administrative expenses|(?:total )?sg&a(?: expenses)?",
    ),
    (Role.OTHER_OPERATING_INCOME, r"その他の?(?:営業)?収益", r"other (?:operating )?(?:income|revenues?)"),
    (Role.OTHER_OPERATING_EXPENSES, r"その他の?(?:営業)?費用", r"other (?:operating )?expenses?"),
    (Role.OPERATING, rf"営業{_RESULT}", rf"operating (?:profit|income|loss){_OR_LOSS}"),
    (Role.OTHER_INCOME, r"営業外収益(?:合計)?", r"(?:total )?non-?operating income"),
    (Role.OTHER_EXPENSES, r"営業外費用(?:合計)?", r"(?:total )?non-?operating expenses"),
    (Role.ORDINARY, rf"経常{_RESULT}", rf"ordinary (?:profit|income|loss){_OR_LOSS}"),
    (Role.EXTRAORDINARY_INCOME, r"特別利益(?:合計)?", r"(?:total )?extraordinary (?:income|gains?|profits?)"),
    (Role.EXTRAORDINARY_LOSSES, r"特別損失(?:合計)?", r"(?:total )?extraordinary loss(?:es)?"),
    (Role.FINANCE_INCOME, r"金融収益(?:合計)?", r"(?:total )?financ(?:e|ial) income"),
    (Role.FINANCE_COSTS, r"金融費用(?:合計)?", r"(?:total )?financ(?:e|ial) (?:costs?|expenses?)"),
    (
        Role.PRETAX,
        rf"(?:税金等調整前|税引前|法人税等調整前){_TERM}?純?{_RESULT}",
        rf"(?:profit|income|loss|earnings){_OR_LOSS} before (?:income )?tax(?:es)?(?: and .*)?",
    ),
    (
        Role.TAXES,
        r"法人税等(?:合計)?|法人所得税(?:費用)?(?:合計)?",
        r"(?:total )?income tax(?:es)?(?: expenses?)?(?: \(benefit\))?",
    ),
    (
        Role.MINORITY_PROFIT,
        rf"非支配(?:株主|持分)に帰属する{_TERM}純?{_RESULT}|少数株主{_RESULT}",
        rf"(?:profit|net income|loss|net profit){_OR_LOSS} attributable to (?:non-?controlling|minority) .*",
    ),
    (
        Role.OWNERS_PROFIT,
        rf"(?:親会社|当社)(?:株主|の所有者)に帰属する{_TERM}純?{_RESULT}",
        rf"(?:profit|net income|loss|net profit){_OR_LOSS} attributable to owners of (?:the )?(?:parent|company)(?: company)?",
    ),
    (Role.PROFIT, rf"{_TERM}純?{_RESULT}", rf"(?:net )?(?:profit|income|loss){_OR_LOSS}(?: for the \w+)?"),
    (
        Role.ACCUMULATED_OTHER,
        r"その他の包括利益累計額合計",
        r"total accumulated other comprehensive income" + _OR_LOSS,
    ),
    (
        Role.OTHER_COMPREHENSIVE,
        r"(?:税引後)?その他の包括利益(?:\(税引後\))?合計|税引後その他の包括利益",
        r"total other comprehensive income"
        + _OR_LOSS
        + r"(?:, net of tax)?|other comprehensive income, net of tax",
    ),
    (
        Role.COMPREHENSIVE,
        rf"(?:{_TERM})?包括利益(?:合計)?(?:合計額)?",
        r"(?:total )?comprehensive income" + _OR_LOSS + r"(?: for the \w+)?",
    ),
    (Role.CURRENT_ASSETS, r"流動資産合計", r"total current assets"),
    (Role.FIXED_ASSETS, r"(?:固定|非流動)資産合計", r"total (?:non-?current|fixed) assets"),
    (Role.DEFERRED_ASSETS, r"繰延資産合計", r"total deferred assets"),
    (Role.CURRENT_LIABILITIES, r"流動負債合計", r"total current liabilities"),
    (
        Role.FIXED_LIABILITIES,
        r"(?:固定|非流動)負債合計",
        r"total (?:non-?current|long-term|fixed) liabilities",
    ),
    (Role.ASSETS, r"資産(?:の部)?合計|総資産", r"total assets"),
    (
        Role.CLAIMS,
        r"負債(?:及び|および|・|、)?(?:純資産|資本)(?:の部)?合計",
        r"total liabilities,? and (?:net assets|(?:shareholders'? )?equity)",
    ),
    (Role.LIABILITIES, r"負債(?:の部)?合計", r"total liabilities"),
    (Role.NET_ASSETS, r"純資産(?:の部)?(?:合計)?|資本合計", r"(?:total )?net assets|total equity"),
    (Role.SHAREHOLDERS_EQUITY, r"株主資本合計", r"total shareholders'? equity"),
    (Role.SHARE_OPTIONS, r"新株予約権", r"share acquisition rights|stock acquisition rights|share options"),
    (Role.MINORITY, r"非支配(?:株主)?持分|少数株主持分", r"(?:non-?controlling|minority) interests?"),
    (
        Role.OPERATING_CASH,
        r"営業活動による(?:キャッシュ・?フロー|純?収入)",
        r"(?:net )?cash (?:flows? )?\(?(?:provided by|from|used in)\)?(?: \(used in\))? operating activities",
    ),
    (
        Role.INVESTING_CASH,
        r"投資活動による(?:キャッシュ・?フロー|純?支出)",
        r"(?:net )?cash (?:flows? )?\(?(?:provided by|from|used in)\)?(?: \(used in\))? investing activities",
    ),
    (
        Role.FINANCING_CASH,
        r"財務活動による(?:キャッシュ・?フロー|純?支出)",
        r"(?:net )?cash (?:flows? )?\(?(?:provided by|from|used in)\)?(?: \(used in\))? financing activities",
    ),
    (
        Role.EXCHANGE,
        r"現金(?:及び|および)現金同等物に(?:係る換算差額|対する為替換算差額|係る為替変動による影響額?)",
        r"effects? of exchange rate changes? on cash(?: and cash equivalents)?",
    ),
    (
        Role.CASH_CHANGE,
        r"現金(?:及び|および)現金同等物の(?:純)?(?:増減額?|増加額?|減少額?)",
        r"net (?:increase|decrease|change)(?: \((?:increase|decrease)\))? in cash(?: and cash equivalents)?",
    ),
    (
        Role.OPENING_CASH,
        r"現金(?:及び|および)現金同等物の?(?:期首|四半期首|中間期首)残高",
        r"cash(?: and cash equivalents)?,? (?:at )?(?:the )?beginning of .*",
    ),
    (
        Role.CLOSING_CASH,
        r"現金(?:及び|および)現金同等物の?(?:期末|四半期末|中間期末)残高",
        r"cash(?: and cash equivalents)?,? (?:at )?(?:the )?end of .*",
    ),
    (
        Role.EARNINGS_PER_SHARE,
        rf"(?:基本的)?1株(?:当|あ)?たり{_TERM}純?{_RESULT}(?:金額)?",
        r"(?:basic )?(?:net )?(?:earnings|profit|income|loss)(?: \(loss(?:es)?\))? per share(?:, basic| - basic)?",
    ),
    (
        Role.NET_ASSETS_PER_SHARE,
        r"1株(?:当|あ)?たり(?:純資産|親会社所有者帰属持分)額?",
        r"(?:net assets|equity|book value)(?: attributable to owners of parent)? per share",
    ),
    (
        Role.AVERAGE_SHARES,
        r"(?:普通株式の)?期中平均(?:発行済)?(?:普通)?株式数?(?:総数)?(?:\((?:四半期)?累計\))?",
        r"(?:weighted )?average number of (?:common |ordinary )?shares.*",
    ),
    (
        Role.EQUITY_RATIO,
        r"(?:自己資本|株主資本|親会社所有者帰属持分)比率",
        r"(?:shareholders'? )?equity(?:-to-asset)? ratio|ratio of equity .*to total assets",
    ),
    (
        Role.EQUITY,
        r"自己資本|親会社の所有者に帰属する持分(?:合計)?",
        r"(?:shareholders'? )?equity|(?:total )?equity attributable to owners of (?:the )?parent",
    ),
    (
        Role.OPERATING_MARGIN,
        rf"売上(?:高|収益)営業{_RESULT}率|営業{_RESULT}率",
        r"operating (?:profit|income) (?:margin|to (?:net )?(?:sales|revenues?)(?: ratio)?)|"
        r"ratio of operating (?:profit|income) to (?:net )?(?:sales|revenues?)",
    ),
    (
        Role.RETURN_ON_EQUITY,
        r"(?:自己資本|株主資本)(?:当期)?純?利益率|親会社所有者帰属持分(?:当期)?利益率",
        r"(?:return on|(?:ratio of )?(?:profit|net income) to) (?:shareholders'? )?equity(?: attributable to owners of (?:the )?parent)?(?: ratio)?",
    ),
    (
        Role.RETURN_ON_ASSETS,
        r"総資産(?:経常|税引前)利益率|資産合計税引前利益率",
        r"(?:ratio of )?(?:ordinary (?:profit|income)|(?:profit|income) before (?:income )?tax(?:es)?)[- ]to[- ]total assets(?: ratio)?",
    ),
    (
        Role.DIVIDENDS_ON_EQUITY,
        r"(?:純資産|親会社所有者帰属持分|自己資本)配当率",
        r"(?:ratio of )?dividends?[- ](?:to|on)[- ](?:net assets|equity(?: attributable to owners of (?:the )?parent)?)(?: ratio)?",
    ),
    (
        Role.TOTAL_DIVIDENDS,
        r"配当金?(?:支払)?総額(?:\(合計\))?",
        r"total (?:cash )?dividends?(?: paid)?(?: \((?:total|annual)\))?|total amount of dividends?",
    ),
    (Role.PAYOUT, r"配当性向", r"(?:dividend )?payout ratio"),
    (
        Role.DIVIDENDS,
        r"(?:1株(?:当|あ)?たり)?(?:年間)?配当(?:金|額) (?:合計|年間)",
        r"(?:annual |cash )?dividends?(?: per share)? (?:total|full[- ]year|annual)",
    ),
    (
        Role.ISSUED,
        r"期末発行済株式数?(?:総数)?(?:\(自己株式を含む\))?",
        r"(?:total )?number of (?:issued|shares issued)(?: shares)?(?: and outstanding)? at (?:the )?(?:end of .*?|period[- ]end)"
        r"(?: ?\(including treasury (?:shares|stock)\))?",
    ),
    (
        Role.TREASURY,
        r"期末自己株式数",
        r"(?:total )?number of treasury (?:shares|stock) at (?:the )?(?:end of .*|period[- ]end)",
    ),
)
_ROLES = tuple(role for role, _, _ in _PATTERNS)


def _union(patterns: Iterable[str]) -> re.Pattern[str]:
    """One pattern for all roles; the group that closes last tells which.

    It stands empty behind its pattern, so that a pattern is left at its first letter (half the time for a label).
    """
    return re.compile("|".join(f"(?:{pattern})()" for pattern in patterns))


_JA_RE = _union(ja for _, ja, _ in _PATTERNS)
_EN_RE = _union(en for _, _, en in _PATTERNS)
_NOTE_RE = re.compile(r"[⁽(]?[¹²³⁴⁵⁶⁷⁸⁹⁰*†‡※]+[⁾)]?|\((?:注|note)s? ?\d*\)\d*", re.IGNORECASE)
_SIGN_RE = re.compile(r"\([△▲-]\)|\([△▲-]?は?[^()]*(?:減少|損失|増加)\)|又は(?:四半期|当期|中間)?純?損失")
_OR_RE = re.compile(r"又は.*$")
_SIGNED_RE = re.compile(r"\((?:利益|損失|△損失)\)$")
_UNIT_RE = re.compile(
    r"\((?:単位:?)?(?:百万円|千円|億円|円|千株|株|百万株|%|(?:millions|thousands)? ?(?:of )?(?:yen|shares)|yen)\)",
    re.IGNORECASE,
)
_NUMBER_RE = re.compile(r"^(?:[①-⑳]|\(?\d{1,2}[.)]|[IVX]{1,4}\.?)\s*")
_SPANNING_RE = re.compile(
    r"^(?:年間配当金|annual dividends?(?: per share)?|dividends? per share) (?=配当|.*payout)", re.IGNORECASE
)
"""Words of a head over several columns that belong to some of them only."""
_SPREAD_RE = re.compile(r"(?<=[\u3041-\u9fff])(?<![^ ].) (?=[\u3041-\u9fff](?: |$))")
"""Blanks between the letters of a label that fills its cell (経 常 利 益)."""
_GROUP_RE = re.compile(r"\((?:連結|consolidated)\)$", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def role_of(label: str) -> Role | None:
    """The part that a label names; None for any other.

    >>> role_of("営業利益又は営業損失(△)"), role_of("Net cash provided by (used in) operating activities")
    (<Role.OPERATING: 'operating profit'>, <Role.OPERATING_CASH: 'operating cash flows'>)
    >>> role_of("Operating expenses") is None, role_of("経 常 利 益") is Role.ORDINARY
    (True, True)
    """
    label = _SPANNING_RE.sub("", _SPREAD_RE.sub("", label.strip()))
    plain = _GROUP_RE.sub("", _UNIT_RE.sub("", _NOTE_RE.sub("", _NUMBER_RE.sub("", label)))).strip()
    if plain.isascii():
        found = _EN_RE.fullmatch(plain.lower())
    else:
        japanese = _OR_RE.sub("", _SIGN_RE.sub("", plain)).strip()
        found = _JA_RE.fullmatch(_SIGNED_RE.sub("", japanese)) or _EN_RE.fullmatch(plain.lower())
    return _ROLES[found.lastindex - 1] if found and found.lastindex else None
