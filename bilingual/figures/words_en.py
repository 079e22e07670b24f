"""Words around a figure in English: about, more than, up and down, loss and profit."""

from __future__ import annotations

import re

from bilingual.figures.changes import FALL_EN, LOWER_EN, RAISE_EN, RISE_EN, forms
from bilingual.model.figure import Bound, Direction

UP, DOWN, FLAT = Direction.UP, Direction.DOWN, Direction.FLAT

ABOUT = r"approximately|approx\.?|about|around|roughly|some|nearly|almost|circa|close to|an estimated|estimated|an approximate|approximate"
APPROXIMATE_BEFORE_RE = re.compile(rf"\b(?:{ABOUT}) ?(?:an? )?\Z")
APPROXIMATE_AFTER_RE = re.compile(r" or so\b")

_NO_VERB = "".join(
    f"(?<!{verb} )"
    for verb in [
        "turn",
        "turns",
        "turned",
        "turning",
        "hand",
        "hands",
        "handed",
        "handing",
        "take",
        "takes",
        "took",
        "taken",
        "taking",
        "carry",
        "carries",
        "carried",
        "carrying",
        "roll",
        "rolls",
        "rolled",
        "rolling",
    ]
)
"""Before *over* where it belongs to no verb: handed over 24 units, took over three stores."""

BOUNDS_BEFORE: tuple[tuple[str, Bound], ...] = (
    (r"(?:just|slightly|marginally|barely|narrowly|a (?:little|shade|touch|bit)) (?:under|less than|below)(?: (?:the|our|its))?", Bound.JUST_UNDER),
    (r"(?:just|slightly|marginally|barely|narrowly|a (?:little|shade|touch|bit)) (?:over|more than|above)(?: (?:the|our|its))?", Bound.JUST_OVER),
    (r"at least|one or more (?:[a-z]+ )?units(?: of| \()?|(?:at|equal to) or (?:above|over|(?:more|greater|higher) than)|as (?:little|few|low|short) as|(?:not|never|cannot) (?:be )?(?:f[ae]ll(?:en)?|dropp?(?:ed)?|gone?|dipp?(?:ed)?|declined?|s[iu]nk|come)? ?(?:below|under)(?: the)?|n(?:o|ot) (?:less|lower|smaller|fewer|below) than|no lower than|not less than|no fewer than|(?:a )?minimum(?: of)?|(?:floor|lower limit) (?:of|at)|(?:minimum|lower limit)(?: (?!and\b|but\b)[a-z]+){0,12}(?: (?:is|of|at)|:)", Bound.AT_LEAST),
    (
        r"(?:at|equal to) or (?:below|under|(?:less|fewer|lower) than)|n(?:o|ot) (?:more|higher|greater|larger) than|(?:(?:not|never|cannot) (?:(?:be|to|been|expected|allowed|permitted|intended|likely) ){0,3}|(?:from|without|avoid) )(?:exceed(?:s|ed|ing)?|(?:go(?:ne|ing)?|r(?:ise|isen|ising)|climb(?:ed|ing)?) (?:above|beyond|over))(?: the)?(?:(?: [A-Za-z-]+){1,3} of)?|at most|up to|as much as|as many as|(?:a )?maximum(?: of)?|within|capped at|(?:ceiling|upper limit|cap) (?:of|at)|(?:limited|restricted) to|(?:maximum|upper limit)(?: (?!and\b|but\b)[a-z]+){0,12}(?: (?:is|of|at)|:)",
        Bound.AT_MOST,
    ),
    (rf"(?:more|greater|higher|larger) than|{_NO_VERB}over(?: (?:the )?age(?: of)?)?|" r"exceed(?:s|ed|ing)?(?: the)?(?:(?: [A-Za-z-]+){1,3} of)?|in excess of|above(?: the)?(?: age(?: of)?)?|surpass(?:es|ed|ing)?(?: the)?|upwards? of|top(?:s|ped|ping)(?: the)?|(?:pass|cross)(?:es|ed|ing)?(?: the)?", Bound.MORE),
    (r"(?:less|fewer|lower|smaller) than|under(?: (?:the )?age(?: of)?)?|below(?: the)?(?: age(?: of)?)?|beneath(?: the)?|f[ae]lls? short of(?! the\b)", Bound.LESS),
    (r"after|beyond", Bound.MORE), (r"[≥≧]|>=", Bound.AT_LEAST), (r"[≤≦]|<=", Bound.AT_MOST), (r"(?<![\w)-])>", Bound.MORE), (r"(?<![\d)])<", Bound.LESS),
)  # fmt: skip
"""Limit words before the figure, in the order in which they are tried."""

BOUND_BEFORE_RE = re.compile(
    r"(?=[a-z<>≤≥≦≧])(?:(?<![a-z=-])|(?<=\b[a-z])(?=[<>≤≥≦≧]))(?:"
    + "|".join(f"(?:{spelling})()" for spelling, _ in BOUNDS_BEFORE)
    + r")(?: (?:one|a) (?:(?:trading|share|full) )?unit(?: of| \()?|(?<!above)(?<!after)(?<!below)(?<!beyond)(?<!over)(?<!under)(?<!within) an? (?:aggregate|average|combined|total)(?: of)?)? ?\Z"
)
"""Both are searched for in small letters; the group that tells the bound stands empty behind its words."""
UNDER_RE = re.compile(
    r"\S+ (?:[A-Za-z-]+ ){0,3}?(?:agreements?|arrangements?|brands?|categor(?:y|ies)|conditions?|contracts?|headings?|labels?|laws?|leases?|licen[cs]es?|names?|pillars?|plans?|polic(?:y|ies)|program(?:me)?s?|regulations?|rules?|scenarios?|schemes?|segments?|systems?|themes?)\b"
)
"""A number of things that one is under, which limits nothing: revenue under 120 contracts, sold under two brands."""
BEATEN_RE = re.compile(
    r"[^.;,\d]{0,60} by (?:about |approximately |around |nearly |over |roughly |some )?(?:¥|JPY ?|US\$|\$|€)?\d"
)
"""Behind an amount that is exceeded: the ¥5 billion cost of capital by ¥0.7 billion tells how far, no limit."""
LIMITED_RE = re.compile(
    r"\b(?:at|by|down|for|from|fell|in|is|just|of|slightly|than|to|was|were|with|well) \Z"
)
"""Before *under* where it is a limit whatever is counted: fell to under 120 contracts."""
COMPARED_RE = re.compile(r"\s?(?:higher|lower|greater|larger|smaller|over|above|below|more|less)\b")
"""Between two figures these compare: 10% higher than JPY5 million, 10% over JPY5 million."""

BOUNDS_AFTER: tuple[tuple[str, Bound], ...] = (
    (
        r" or (?:more|higher|above|greater|over|older|better|longer)|(?<!managers)(?<!directors)(?<!officers)(?<!chiefs) and (?:over|above|older|up(?! to))|-plus|\+(?![\d(])| at (?:the |a )?(?:shortest|earliest|least|minimum|lowest)\b| as (?:the|a|its|our) (?:floor|minimum|lower limit)\b| \((?:minimum|lower limit|at least)\)",
        Bound.AT_LEAST,
    ),
    (
        r" or (?:less|fewer|lower|below|under|younger|shorter)| and (?:under|below|younger)| at (?:the |a )?(?:longest|latest|most|maximum|highest)\b| as (?:the|a|its|our) (?:ceiling|cap|maximum|upper limit)\b| \((?:maximum|upper limit|max\.|at most)\)",
        Bound.AT_MOST,
    ),
)
"""Limit words behind the figure."""

UNIT_OF_RE = re.compile(r"\bunits? (?:of |\(?)\Z")
"""Before the shares of which a unit consists: they share its limit."""
BOUND_AFTER_RE = re.compile(
    r"(?:(?<=shares)\)| \(\d[\d,]* shares\))?(?: (?:a|an|per|each|every) (?:hour|day|week|month|quarter|year|annum|person|employee))?(?:"
    + "|".join(f"({spelling})" for spelling, _ in BOUNDS_AFTER)
    + ")",
    re.IGNORECASE,
)

DIRECTIONS: tuple[tuple[str, Direction], ...] = (
    (
        rf"{forms(RISE_EN, RAISE_EN)}|growth|(?<!make )(?<!makes )(?<!made )(?<!making )(?<!gave )(?<!give )(?<!came )(?<!come )(?<!comes )up(?! to)|gain(?:s|ed|ing)|put on|strengthen(?:s|ed|ing)?|firmed|upgraded|expansion|higher"
        r"|advanced|balloons|(?:exceed(?:s|ed|ing)|beat(?:s|ing)?|outperform(?:s|ed|ing)?)(?= [^.,;\d]{1,60} by )|extend(?:s|ed|ing)|improv(?:e[sd]?|ing|ements?)|recover(?:s|ed|ing|y)?|upwards?(?! of)|rallies|bounced|push(?:es|ed|ing)? up|add(?:s|ed|ing)? to(?= [^.,;\d]{1,60} by )|overr[au]ns?(?= )|overshoot(?:s|ing)?|overshot|mount(?:s|ed|ing)|step(?:s|ped|ping)? up|additions?(?= of )",
        UP,
    ),
    (
        rf"(?!lower (?:bound|end|half|limit|part)\b)(?:{forms(FALL_EN, LOWER_EN)})|down|reduction|reductions(?= (?:of|in|by|to))"
        r"|contract(?:ed|ion)|(?:to|will|would|may|could) contract(?= (?:sharply |slightly |further )?by\b)|(?:miss(?:es|ed|ing)|underperform(?:s|ed|ing)?|undershot)(?= [^.,;\d]{1,60} by )|downwards?|slides|eased|weaken(?:s|ed|ing)?|soften(?:s|ed|ing)?|shed(?:s|ding)?|lost|scal(?:ed|es|ing) back|downgraded|(?<=was )off|(?<=were )off|worsen(?:s|ed|ing)?|deteriorat(?:e[sd]?|ing|ion)|(?:took|takes?|taking|taken) (?:away|off)|subtract(?:s|ed|ing)?|(?:knock|shav|tak)(?:e?s|ed?|ing) off|dent(?:s|ed|ing)?|(?:push|drag)(?:e?s|g?ed|g?ing)? down|dampen(?:s|ed|ing)?|curb(?:s|ed|ing)?|fad(?:e[sd]|ing)|crash(?:es)?|div(?:e[sd]|ing)|dove|tail(?:s|ed|ing)? off|removals?(?= of )|(?:weigh(?:s|ed|ing)? on|hurt(?:s|ing)?)(?= [^.,;\d]{1,60} by )",
        DOWN,
    ),
    (r"flat(?! to (?:\Z|[\d§]))|unchanged", FLAT),
)
"""Verbs and nouns that say which way a change goes."""

QUALITY_RE = re.compile(r"(?i:improv|worsen|deteriorat|\bbetter\b|\bworse\b)")
"""Verbs that judge: an improved cost ratio is a lower one."""

_DIRECTION = "|".join(f"({spelling})" for spelling, _ in DIRECTIONS)
_OTHER_CLAUSE = "|".join(spelling for spelling, _ in DIRECTIONS) + "|and|but|while|which|was|were|is|are|that"
_ADVERB = (
    r"slightly|under|well over|well under|a little|significantly|sharply|substantially|steadily|considerably|markedly|drastically|only|just|further|as much as|a total of|an average of|a|an|another"
    r"|more than|less than|over|at least|up to|nearly|the|also|and|continuously|respectively|dramatically|strongly|modestly|negative|roughly"
)
_AGAINST = r"(?:from|compared (?:with|to)|versus|over|in|for|during|on|at)(?: the| a| that of| those of)?(?: §+)(?: basis)?|§+"
DIRECTION_BEFORE_RE = re.compile(
    rf"(?=[A-Za-z])(?<![A-Za-z-])(?i:{_DIRECTION})(?P<middle>(?:,? (?:by|of|to|from|an? (?:annualized|estimated|average|real)|{ABOUT}|{_ADVERB}|{_AGAINST})|,)*"
    rf"|,? (?:in|on|of|for) (?:(?!(?:{_OTHER_CLAUSE}) )[A-Za-z'&§-]+ ){{1,7}}(?:by|of|to|from)(?: (?:{ABOUT}|{_ADVERB}))*"
    rf"|(?:(?<=raise)|(?<=lower)|(?<=crease)|(?<=reduce)|(?<=expand)|(?<=raised)|(?<=raising)|(?<=owered)|(?<=owering)|(?<=reduced)|(?<=reducing)|(?<=creased)|(?<=creasing)|(?<=cut)|(?<=expanded)|(?<=xtended)|(?<=engthened)|(?<=hortened)|(?<=idened)|(?<=arrowed)|(?<=trimmed)|(?<=slashed)|(?<=lifted)|(?<=hiked)|(?<=boosted)|(?<=pared)|(?<= back)|(?<=graded)|(?<=softened)|(?<=eakened)|(?<=trengthened))(?: (?!(?:{_OTHER_CLAUSE}) )[A-Za-z0-9'&§-]+){{1,7}} (?:from|to)"
    rf"|(?: (?!(?:{_OTHER_CLAUSE}) )[A-Za-z0-9'&§-]+){{1,7}} by(?: (?:{ABOUT}|{_ADVERB}))*) ?\Z"
)
BY_TAIL_RE = re.compile(rf"\bby(?: an average of| (?:{ABOUT}))* ?\Z")
TRANSITIVE_RE = re.compile(
    r"\b(?:(rais(?:e[sd]?|ing)|increas(?:e[sd]?|ing)|expand(?:s|ed|ing)?)|(lower(?:s|ed|ing)?|reduc(?:e[sd]?|ing)|cut(?:s|ting)?|decreas(?:e[sd]?|ing)))"
    r" (?:the|our|its|their|this|that) [^.;:]*\Z"
)
"""A verb far before the change: lower the prices of 150 items by an average of 8%."""
_THAN = r"(?= than (?:(?:in|at|a|the|our|its|that|those|of|initially|originally) )*(?:§|budget|earlier|expected|forecast|guidance|initial|last|latest|original|plan|planned|previous|prior|projected|target|before|budgeted))"
"""What a comparison is with, so that its word says which way a change goes: ¥5 less than our earlier forecast."""
_ENDING = r"(?=[.,;)]|\Z)"
DIRECTION_AFTER_RE = re.compile(
    r"\)?(?:,? §+)?(?: (?:a|per) (?:year|month|week|day|hour|person|head|unit))?(?: (?!(?:of|in|to|from|and|or|by|for|as|was|were|is|at|with|on|than|which|that|but|while|the|a|an)\b)[A-Za-z][A-Za-z-]*){0,2}?"
    rf"(?: §+)? (?i:(increase|growth|rise|jump|surge|upturn|uptick|(?<=% )gain|expansion|improvement|higher|(?:larger|bigger|longer|older|heavier|dearer|faster)(?= than )|(?:longer|older)(?=[.,;:)]|\Z)|better{_THAN}|more(?= than (?:it|they) (?:was|were) )|(?<=% )more\b(?! than)|more{_ENDING}|more(?= than (?:(?:the|our|its) )?(?:[¥$€\d]|JPY|\Z))|more expensive|costlier|dearer|more{_THAN}|(?<=[%] )more(?= (?!than\b)[a-z])|up(?= (?:on|from|against|compared)\b)|increment|recovery|ahead(?= of (?:target|plan|schedule|the|last|our|its|initial))|(?<=% )ahead|(?<=[%\d] )above{_ENDING}|above(?= (?:§|th(?:e|at|ose)\b|a year|our|its|average|normal|usual|expectations|initial|previous|last|forecasts?|plans?|targets?))|over(?= (?:the )?(?:initial |previous )?(?:forecasts?|plans?|targets?)| last (?:year|quarter|month|week)'s)|over(?= §'s))|(decrease|decline|reduction|drop|fall|slump|plunge|slide|dip|downturn|shortfall|contraction|cut|lower|fewer|(?:smaller|shorter|younger|lighter|cheaper|slower)(?= than )|(?:shorter|younger)(?=[.,;:)]|\Z)|less(?= than (?:it|they) (?:was|were) )|(?<=% )(?:less|fewer)\b(?! than)|(?:less|fewer){_ENDING}|(?:less|fewer)(?= than (?:(?:the|our|its) )?(?:[¥$€\d]|JPY|\Z))|cheaper|less expensive|(?:worse|less){_THAN}|deterioration|behind(?= (?:target|plan|schedule|the|last|our|its|initial))|(?<=% )behind|(?<=[%\d] )below{_ENDING}|below(?= (?:§|th(?:e|at|ose)\b|a year|our|its|average|normal|usual|expectations|initial|previous|last|forecasts?|plans?|targets?))|down(?= (?:on|from|against|compared)\b)|under(?= (?:§|(?:the |our |its |initial |original )*(?:forecasts?|plans?|targets?|budgets?|last|previous|prior|same|a year)))|short(?= of)|(?<=% )short))\b"
)
APPOSITION_RE = re.compile(
    r",? (?:representing |which (?:is|was|represents|represented) |marking )?an? (?:[a-z]+ )?(?:(increase|improvement|rise)|(decrease|decline|reduction|drop|deterioration)) (?:from|of|over|compared)\b"
)
COORDINATED_RE = re.compile(
    rf"(?:[ ,(]|§|(?i:\b(?:from|compared|to|with|in [a-z]+|in|for|over|versus|against|and|but|by|of|the|as|well|also|approximately|about|on|a|basis|comparison|terms|quarter|year|period|same|previous|than|that|respectively)\b))*"
    rf"(?:,|and|but|or|as well as)(?: also)?(?: by| of)?(?: (?:{ABOUT}))? ?\Z"
)
LIFTED_RE = re.compile(
    rf"\b(?i:({forms(RAISE_EN)}|increas(?:ed|es|ing)|(?:push|driv|drov|pull)\w* up)|({forms(LOWER_EN)}|decreas(?:ed|es|ing)|(?:push|driv|drov|pull|dragg)\w* down)) (?:the|our|its) (?:[A-Za-z&-]+ ){{1,5}}\Z"
)
"""Before the points by which an item was lifted or pushed down: lifted the operating margin 0.2 points."""
PARTED_RES = (
    (re.compile(rf"\badd(?:s|ed|ing)?(?: (?:{ABOUT}|an? (?:extra|additional|further)))* ?\Z", re.IGNORECASE), re.compile(r" (?:on)?to\b"), UP),
    (
        re.compile(rf"\b(?:t(?:akes?|ook|aken|aking)|knock\w*|wip(?:e[sd]?|ing)|lop(?:s|ped|ping)|slic(?:e[sd]?|ing))(?: (?:{ABOUT}))* ?\Z", re.IGNORECASE),
        re.compile(r" (?:off|out of|away from)\b"),
        DOWN,
    ),
)  # fmt: skip
"""Verbs whose second half stands behind the change: took ¥1.2 billion off costs."""
CHANGE_OF_RE = re.compile(
    rf"\b(?:(?:increas|decreas|declin|ris|gr[eo]w|f[ae]ll|rose|drop)\w*(?: (?:of|by))|(?:up|down))(?: (?:{ABOUT}))* ?\Z",
    re.IGNORECASE,
)
"""Before the amount of a change, not before the level that it led to."""
BY_RE = re.compile(rf",? by(?: (?:{ABOUT}))? ")
"""Between a level and the change that led to it: improved to JPY968 million by 228%."""

LOSS = r"loss(?:es)?|in the red|deficit|shortfall|outflows?|negative (?:impact|effect|contribution)s?|cash used|used (?:in|for)|(?:activities|operations) (?:used|consumed)|used (?:net )?cash"
PROFIT = r"positive|in the black|income(?! tax)|profits?|gains?|earnings|surplus|provided by|(?:activities|operations) (?:provided|generated)|(?:cash|funds) generated|provided(?= (?:net )?cash)|(?<=\()provided|provided(?= (?:a year|last year|in the (?:same|prior|previous|year|corresponding))|\))|cash generated|inflows?"
LOSS_RE = re.compile(rf"\b(?i:{LOSS})\b")
PROFIT_RE = re.compile(rf"\b(?i:{PROFIT})\b")
LOSS_BEFORE_RE = re.compile(
    rf"\b(?<!(?i:gain or ))(?<!(?i:gains or ))(?<!(?i:profit or ))(?<!(?i:income or ))(?<!(?i:gain/))(?<!(?i:gains/))(?<!(?i:profit/))(?<!(?i:profits/))(?<!(?i:income/))(?i:{LOSS})\b(?!\))(?P<middle>(?:(?!\b(?i:{PROFIT}|revenues?|sales|expenses?|costs?|increased? (?:of|by)|decreased? (?:of|by)|narrowed by|widened by|includ\w+|exclud\w+|due|because|reflect\w*|relat\w*)\b)[^.;,\d]){{0,70}}|(?:, [^.;,\d]{{0,40}},)?(?: [a-z]+){{0,3}})(?<!\bby )(?<!\bby about )(?<!\bby approximately )\Z"
)
"""Not before the amount of a change: narrowed its loss by ¥0.2 billion."""
_OTHER_PHRASE = (
    r"(?!(?:of|in|to|from|and|or|by|for|as|was|were|is|at|with|on|than|which|that|but|while|compared|versus|vs|against|after|following"
    r"|before|despite|excluding|without|unlike|whereas|although|though|because|owing|due|since|offset|offsetting|plus|less)\b)"
)
"""No word that begins another phrase behind an amount: ¥304 million against a loss."""
LOSS_AFTER_RE = re.compile(
    rf"(?: {_OTHER_PHRASE}[A-Za-z][A-Za-z-]*){{0,4}} (?i:loss(?:es)?|deficit|negative (?:impact|effect|contribution))\b|(?: (?:of|in) (?:net )?cash)? used(?= (?:a year|last year|in the (?:same|prior|previous|year|corresponding)|by (?:operating|investing|financing))|[),])| in the red\b"
)
PROFIT_AFTER_RE = re.compile(
    rf"(?: {_OTHER_PHRASE}[A-Za-z][A-Za-z-]*){{0,3}} (?:(?i:{PROFIT})|provided|in the black)\b"
)
LOSS_MOVED_RE = re.compile(
    r"\b(?i:loss(?:es)?|deficits?)(?: [a-z]+){0,6} (?i:narrow|widen|shrank|shr[iu]nk|fell|f[ae]ll|decreas|increas|grew|declin|improv|deteriorat|reduc|contract|expand)\w*"
    r"(?: [a-z]+){0,3} from \Z"
)
"""Before the first of two amounts of a loss: the loss narrowed from."""
TO_RE = re.compile(r",? to (?:about |approximately |around )?")
CONNECTIVE_RE = re.compile(
    r"(?:[ ,(§]|(?i:\b(?:compared (?:with|to)|and to|and|as|versus|from|in|for|the|of|against|a|an|that|recorded|reported|during)\b))*"
)

LISTED_RE = re.compile(
    rf" (?:on|to|in|at|for) (?!(?i:{PROFIT})\b)(?:(?!and )[A-Za-z'&-]+ ){{1,6}}and (?:of )?(?:(?:{ABOUT}) )?"
)
"""Between two amounts that are the same to two items: a negative impact of JPY3.8 billion on revenue and JPY0.9 billion on profit."""

REASON_RE = re.compile(
    r"\s*(?:[A-Z][A-Za-z ]{2,40}: ?)?(?i:following|given|reflecting|thanks to|owing to|due to|because of|in (?:light|view) of|on the back of|buoyed by|despite|as a result of)\b[^,;.]*\Z"
)
"""Before a period that gives a reason: it says nothing of the figures behind the clause."""
BASE_BEFORE_RE = re.compile(
    r"\b(?i:from|since|beat(?:s|ing|en)?|miss(?:ed|es|ing)|outpac(?:e[sd]?|ing)|topp?(?:s|ed|ing)|trail(?:s|ed|ing)?|exceed(?:ed|s|ing)?|surpass(?:ed|es|ing)?|above|below|compared (?:with|to)|comparing (?:with|to)|versus|vs\.?|over|against|than|relative to|comparison (?:with|to))"
    r"(?: (?:that|those|the figure|the level))?(?: (?:of|in|for|at))?(?: the| a)? ?\Z"
    r"|\btimes(?: the)?(?: (?:that|those|level|amount|figure|number)s?)?(?: (?:of|in|for))?(?: the)? ?\Z"
    r"|\b(?:double|twice|triple|quadruple|half) (?:that (?:of|in|for) )?(?:the )?\Z|\btimes (?:what|as (?:much|many|high|large)(?: [a-z]+)? as)(?: [a-z]+){0,4} ?\Z"
)
ON_RE = re.compile(r"(?<=[%a-z\d]) on(?: the| a)? ?\Z")
"""Before an earlier time that a change is measured from: up 5% on the previous year."""
ADVERB_RE = re.compile(
    r"(?i:year[- ](?:on|over|to)[- ]year|y[o/-]?[- ]?y\b|yoy|qoq|q/q|quarter[- ](?:on|over|to)[- ]quarter|month[- ](?:on|over|to)[- ]month|m[o/-]m\b|week[- ](?:on|over|to)[- ]week|w[o/]w\b|sequential|on[- ](?:year|quarter|month)|(?:compared|versus|vs|against|relative|from)\b.*(?:plan|forecast|budget|target|projection|estimate|guidance))"
)
TRAILING_RE = re.compile(
    r"(?: (?:profit|loss|gain|income|surplus|deficit|per (?:share|unit)))?(?:(?: (?:in|of)(?: [a-z-]+){1,4})? (?:we )?(?:projected|planned|forecast|forecasted|targeted|budgeted|expected|anticipated|envisaged|assumed)(?= for))?,? ?(?:\(|(?i:(?P<from>from)|in|by|for|during|at|as of|as at|on|of|recorded in|reported for|reported in) (?:the )?)?"
)
SHARE_OF_RE = re.compile(r" of (?:our|its|their|this|that) ")
"""Between a percentage and the period that it is a share of: 47% of our full-year target."""
SENTENCE_RE = re.compile(r"[.!?][\"')\]]{0,2}\s+(?=[A-Z(\"'])")

MAJORITY = r"(?:the |a )?majority(?= of)|(?:(?<=form )|(?<=forming )|(?<=forms )|(?<=comprise )|(?<=constitute )|(?<=constituting )|(?<=make up )|(?<=making up )|(?<=being )|(?<=in ))(?:the|a) majority(?!-)(?= ?(?:[,.;)]|$|on\b|at\b|in\b))"
GROWING = r"(?:\A|(?<=[•・] )|(?<=- )|(?<=to )|(?<=will )|(?<=would )|(?<=nearly )|(?<=almost )|(?<=than ))"
"""Before a double that is a verb: to double."""
LEVEL = "|".join(
    rf"(?<={word} )"
    for word in [
        "over", "under", "above", "below", "exceed", "exceeds", "exceeded", "exceeding", "surpassed", "topped", "passed", "hit",
        "reach", "reached", "reaching", "is", "was", "are", "were", "just", "at", "approximately", "least",
    ]
)  # fmt: skip
"""Words before a share that is a level: the ratio exceeded half."""
