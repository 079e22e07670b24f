"""What the words of a label say: whether it goes on in the line below it, on folded text."""

from __future__ import annotations

import re

OPEN_RE = re.compile(
    r"(?:\b(?:of|in|to|per|for|and|or|the|from|by|with|ended|ending|as|at|before|after|net|on)|[-,&(])$"
)
"""How a line ends that the next one goes on with."""
PENDING_RE = re.compile(r"(?:\b(?:ended|ending|and|or)|[-,&(])$")
"""The same, where it is no heading of the rows below it either (Profit attributable to)."""
OPEN_WORDS_RE = re.compile(r"(?:及び|並びに|又は|若しくは|に係る|による|に対する|における|に関する|[・、(])$")
"""The same of a Japanese line."""
KANA_RE = re.compile(r"(?!その|のれん|うち|これ|ただし)[ぁ-ん]")
"""How no Japanese label begins."""
STATUS_RE = re.compile(
    r"[(](?:業績)?(?:予想|計画|実績|見込み?|修正後|修正前|[Ff]orecasts?|[Pp]lan(?:ned)?|[Aa]ctual|[Rr]estated)[)]"
)
"""The last line of the label of a row: what its figures are."""


def goes_on(label: str, rest: str) -> bool:
    """Whether a label breaks off, or the line below it cannot begin one.

    >>> [goes_on(*pair) for pair in (("Profit attributable to", "owners"), ("増減額(△は", "減少)"), ("Land", "Goodwill"))]
    [True, True, False]
    """
    if not label or not rest or rest.endswith(":"):
        return False
    if OPEN_RE.search(label) or OPEN_WORDS_RE.search(label) or KANA_RE.match(rest):
        return True
    if len(rest.strip("()")) == 1 and rest.strip("()") > "\u3040" and rest != "計":
        return True
    if (rest[0].islower() and rest[0].isascii()) or STATUS_RE.fullmatch(rest):
        return True
    return label.count("(") > label.count(")") and rest.count(")") > rest.count("(")
