"""What heads the text below it: titles and numbered items that stand alone, not contact lines, days or answers.

The form of Japanese financial results numbers its titles like items of a list (``1. 経営成績``, ``(1) 当期の概況``), and its
first pages hold short lines that look like titles and head nothing (``問合せ先 …``, ``④ 修正再表示：無``).
"""

from __future__ import annotations

import re

LONGEST_TITLE = 80
NUMBERED_RE = re.compile(r"^\s*(?:\d{1,2}[.)](?=\s)|\([0-9a-zA-Z]{1,2}\)(?=\s))\s*(?P<words>\S.*)$")
_NOTHING_RE = re.compile(
    r"(?:[:：]\s*|\s)(?:有|無|有り|無し|あり|なし|yes|no|none|applicable|not applicable)(?:\s*\([^()]*\))?$|"
    r"\b(?:TEL|FAX|phone|e-?mail|URL)\b|電話|問い?合わ?せ先|https?://|\bwww\.|\S@\S|"
    r"^\(?[^()]{0,60}(?:未満|端数)[^()]{0,20}(?:切り?捨て?|四捨五入|切り?上げ)\)?$|^\([^()]*\brounded\b[^()]*\)$|"
    r"^\(?(?:注|参考|reference\b|notes?\b)|^(?:上場会社名|会社名|代表者|コード番号|company name|representative|contact)\b|"
    r"^(?:(?:19|20)\d\d|令和\s*\d+|平成\s*\d+)年\s*\d{1,2}月\s*\d{1,2}日$|^[A-Z][a-z]+\.? \d{1,2}, (?:19|20)\d\d$",
    re.IGNORECASE,
)
"""Short lines that head nothing: answers of a form, contacts, ways of rounding, references, days."""
_ENDED_RE = re.compile(r"[。.!?;,、]\s*$")
_RUN_IN_RE = re.compile(
    r"^\s*(?:[・■◆●-]\s*)?[(\[〔【<](?P<words>[^()\[\]〔〕【】<>\d]{2,30})[)\]〕】>]\s*\S"
)


def heads(text: str) -> bool:
    """Whether a line that looks like a title heads what stands below it.

    >>> heads("経営成績に関する説明"), heads("④ 修正再表示:無"), heads("問合せ先 経理部 (TEL. 03-5555-0137)")
    (True, False, False)
    """
    return _NOTHING_RE.search(text.strip()) is None


def numbered_title(text: str) -> str:
    """The words of a numbered item that is a title; empty for an item of a list.

    >>> numbered_title("(1) 当期の経営成績の概況"), numbered_title("1. We open an office.")
    ('当期の経営成績の概況', '')
    """
    match = NUMBERED_RE.match(text)
    if match is None or len(text) > LONGEST_TITLE or _ENDED_RE.search(text):
        return ""
    words = match["words"].strip()
    return words if heads(words) else ""


def run_in(text: str) -> str:
    """The words in brackets that open a paragraph and say what it is about; empty for none.

    >>> run_in("(自動車部品) 電動車向けの部品が伸びました。"), run_in("(注) 表示単位未満は切り捨てています。")
    ('自動車部品', '')
    """
    match = _RUN_IN_RE.match(text)
    return match["words"].strip() if match is not None and heads(match["words"]) else ""
