"""Verbs of change of both languages, in one place: what rises, what falls, what raises or lowers something else.

The words judge nothing: 改善 and improved may be a lower ratio, and stand with those who ask. Nor are there words that
mostly say something else (contract, mount, advance, 成長): they stand, with what has to follow them, where they are asked for.

A row of an English table holds the forms of a verb: base, third person, past, participle, -ing; "-" where a form means something else (double-digit).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

BASE, THIRD, PAST, PARTICIPLE, ING = range(5)
FORMS = (BASE, THIRD, PAST, PARTICIPLE, ING)

RISE_EN = """
increase increases increased increased increasing
rise rises rose risen rising
grow grows grew grown growing
climb climbs climbed climbed climbing
jump jumps jumped jumped jumping
surge surges surged surged surging
soar soars soared soared soaring
spike spikes spiked spiked spiking
skyrocket skyrockets skyrocketed skyrocketed skyrocketing
- - rocketed rocketed rocketing
- - leapt leapt -
- - leaped leaped -
swell swells swelled swollen swelling
- - ballooned ballooned ballooning
- - rallied rallied -
rebound rebounds rebounded rebounded rebounding
escalate escalates escalated escalated escalating
- - doubled doubled -
- - tripled tripled tripling
- - trebled trebled trebling
- - quadrupled quadrupled quadrupling
- - multiplied multiplied -
elevate elevates elevated elevated elevating
steepen steepens steepened steepened steepening
heighten heightens heightened heightened heightening
intensify intensifies intensified intensified intensifying
enlarge enlarges enlarged enlarged enlarging
expand expands expanded expanded expanding
widen widens widened widened widening
lengthen lengthens lengthened lengthened lengthening
prolong prolongs prolonged prolonged prolonging
"""
FALL_EN = """
decrease decreases decreased decreased decreasing
decline declines declined declined declining
fall falls fell fallen falling
drop drops dropped dropped dropping
dip dips dipped dipped dipping
slip slips slipped slipped slipping
- - slid slid sliding
slump slumps slumped slumped slumping
plunge plunges plunged plunged plunging
plummet plummets plummeted plummeted plummeting
tumble tumbles tumbled tumbled tumbling
sink sinks sank sunk sinking
- - crashed crashed crashing
- - collapsed collapsed collapsing
shrink shrinks shrank shrunk shrinking
- - - - contracting
narrow narrows narrowed narrowed narrowing
recede recedes receded receded receding
retreat retreats retreated retreated retreating
diminish diminishes diminished diminished diminishing
dwindle dwindles dwindled dwindled dwindling
lessen lessens lessened lessened lessening
wane wanes waned waned waning
- - ebbed ebbed ebbing
subside subsides subsided subsided subsiding
abate abates abated abated abating
halve halves halved halved halving
sag sags sagged sagged sagging
- - tapered tapered tapering
shorten shortens shortened shortened shortening
"""
RAISE_EN = """
raise raises raised raised raising
lift lifts lifted lifted lifting
hike hikes hiked hiked hiking
boost boosts boosted boosted boosting
bolster bolsters bolstered bolstered bolstering
inflate inflates inflated inflated inflating
"""
LOWER_EN = """
lower lowers lowered lowered lowering
reduce reduces reduced reduced reducing
cut cuts cut cut cutting
trim trims trimmed trimmed trimming
slash slashes slashed slashed slashing
curtail curtails curtailed curtailed curtailing
pare pares pared pared paring
shave shaves shaved shaved shaving
compress compresses compressed compressed compressing
erode erodes eroded eroded eroding
squeeze squeezes squeezed squeezed squeezing
depress depresses depressed depressed depressing
"""
EXCEED_EN = """
exceed exceeds exceeded exceeded exceeding
surpass surpasses surpassed surpassed surpassing
outpace outpaces outpaced outpaced outpacing
outstrip outstrips outstripped outstripped outstripping
outperform outperforms outperformed outperformed outperforming
overshoot overshoots overshot overshot overshooting
overrun overruns overran overrun overrunning
"""
TRAIL_EN = """
undershoot undershoots undershot undershot undershooting
underperform underperforms underperformed underperformed underperforming
- trails trailed trailed trailing
- - lagged lagged lagging
"""
_MOVE = r"(?:edg|inch|tick|trend|drift|mov|push|driv|go|creep|com|pick)(?:e[sd]?|ed|s|es|ing)|went|gone|crept|drove|driven|shot|came|go|push|come"
MOVED_UP_EN = rf"(?:{_MOVE}) (?:up|upwards?|higher)(?! with\b| to date\b)"
MOVED_DOWN_EN = rf"(?:{_MOVE}) (?:down|downwards?|lower)|(?:scal(?:ed|es|ing)|par(?:ed|es|ing)|pull(?:ed|s|ing)|f[ae]ll(?:en|s|ing)?|cut(?:s|ting)?|dropp?(?:ed|s|ing)?) back"

RISE_JA = (
    "増加", "増収", "増益", "増員", "増産", "増便", "増床", "増税", "増額", "増配", "急増", "倍増", "微増", "純増", "漸増", "増大", "増幅", "増勢", "上昇", "急騰", "高騰", "急伸", "続伸", "伸び", "伸長", "伸ばし", "伸ばす", "拡大", "膨ら", "膨張", "積み上が", "積み増", "上積み", "上乗せ", "底上げ", "かさ上げ", "跳ね上が", "上振れ", "値上", "値上げ", "値上がり", "賃上げ", "引き上げ", "引上げ", "押し上げ", "押上げ", "切り上げ", "格上げ", "上向き", "上向い", "延長", "延び", "延ばし", "延ばす", "長期化", "長引い", "長引き", "高まっ", "高まり", "高まる", "強まっ", "強まり", "強まる", "かさん", "かさむ", "かさみ", "嵩ん", "大幅増", "小幅増", "増え", "増やし", "増やす",
)  # fmt: skip
FALL_JA = (
    "減少", "減収", "減益", "減員", "減産", "減便", "減床", "減税", "減額", "減配", "急減", "激減", "半減", "微減", "純減", "漸減", "逓減", "低減", "低下", "下落", "急落", "続落", "反落", "暴落", "縮小", "縮減", "縮ん", "縮む", "縮み", "縮まっ", "縮まり", "圧縮", "削減", "削っ", "節減", "下降", "目減り", "割り込", "下振れ", "値下げ", "値下がり", "引き下げ", "引下げ", "押し下げ", "押下げ", "切り下げ", "格下げ", "下向き", "下向い", "落ち込", "減退", "衰退", "弱まっ", "弱まり", "弱まる", "冷え込", "細っ", "狭まっ", "狭まり", "減じ", "短縮", "大幅減", "小幅減", "減っ", "減り", "減らし", "減らす",
)  # fmt: skip
NO_CHANGE_JA = (
    r"(?!率|悩|数(?!量|字)|[はをも]?(?:抑[えい制]|せず|しな[いかけ]|しませ|行わ[ずな]|行いませ|見送))"
)
"""Not behind a change that is none: 増加率, 伸び悩み, 純増数, 減配はせず, 増加を抑えて."""


def forms(*tables: str, of: Iterable[int] = FORMS) -> str:
    """A pattern of the forms of the verbs of some tables.

    >>> forms(TRAIL_EN, of=[PAST]) == one_of(["undershot", "underperformed", "trailed", "lagged"])
    True
    """
    rows = [row.split() for table in tables for row in table.strip().splitlines()]
    return one_of(row[form] for row in rows for form in of if row[form] != "-")


@lru_cache(maxsize=64)
def _one_of(words: tuple[str, ...]) -> str:
    heads: dict[str, list[str]] = {}
    for word in words:
        if word:
            heads.setdefault(word[0], []).append(word[1:])
    branches = [re.escape(head) + _one_of(tuple(tails)) for head, tails in heads.items()]
    if not branches:
        return ""
    end = "?" if "" in words else ""
    return branches[0] if len(branches) == 1 and not end else f"(?:{'|'.join(branches)}){end}"


def one_of(words: Iterable[str]) -> str:
    """A pattern that matches any of some words, the longest that fits, and asks for what they have in common once.

    >>> one_of(["rose", "rise", "rises"])
    'r(?:ose|ise(?:s)?)'
    """
    return _one_of(tuple(dict.fromkeys(words)))


UP_EN = forms(RISE_EN, RAISE_EN, EXCEED_EN)
DOWN_EN = forms(FALL_EN, LOWER_EN, TRAIL_EN)
UP_JA = rf"(?:{one_of(RISE_JA)}){NO_CHANGE_JA}"
DOWN_JA = rf"(?:{one_of(FALL_JA)}){NO_CHANGE_JA}"
"""All verbs that go one way, in any form, where no figure stands beside them."""
