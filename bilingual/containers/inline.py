r"""Text of segments without their inline tags: tags are no figures, and native code is no text.

XLIFF 1.2 (2.3, inline elements): ``g``, ``mrk`` hold text; ``x``, ``bx``, ``ex`` nothing; ``bpt``, ``ept``, ``ph``,
``it`` native code, in which ``sub`` is text again. TMX 1.4b (content markup): the same with ``hi`` and ``ut``.
XLIFF 2.1 (4.7): ``pc``, ``mrk`` hold text, ``cp`` is a character, the others nothing. A tag that breaks the line
becomes a blank. Text that is raised keeps no plain digits: the mark of a note must not join the figure before it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bilingual.containers.markup import inner_text, local_name, namespace

if TYPE_CHECKING:
    from lxml import etree

CODE = frozenset({"bpt", "ept", "ph", "it", "ut", "x", "bx", "ex", "sc", "ec", "sm", "em"})
"""Elements whose content is not text of the segment."""
PAIRED = frozenset({"g", "pc", "hi", "mrk"})
BREAK_RE = re.compile(
    r"<br\b|<lb\b|<w:(?:br|tab)\b|^\s*\\n\s*$|^(?:x-|xlf:)?(?:lb|br|tab)$|linebreak|\n", re.IGNORECASE
)
RAISED_RE = re.compile(r"<sup\b|superscript|\bsup\b", re.IGNORECASE)
RAISED_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
SPACES_RE = re.compile("[\r\n\t\u2028\u2029\x0b\x0c\x1c-\x1f\x85]+")

TAG_RE = re.compile(r"</?[A-Za-z][\w:.-]*(?:\s[^<>]*)?/?>|</?\d{1,4}/?>|\{/?\d{1,4}/?[>}]|<\d{1,4}\}")
"""Tags written out in plain text: ``<b>``, ``</g>``, ``<1>``, ``<2/>``, ``{1>``, ``<1}``, ``{3}``."""
PRINTF_RE = re.compile(
    r"(?<![\d%])%(?:\d+\$|\(\w+\))?[-+0#]*\d*(?:\.\d+)?[sdifuxXc](?![A-Za-z])|\{[A-Za-z_]\w*\}"
)
"""Placeholders of messages: ``%s``, ``%1$d``, ``%(name)s``, ``{name}``; not the per cent of ``5%``."""


def plain(text: str) -> str:
    """A text on one line, otherwise as it stands."""
    return SPACES_RE.sub(" ", text).strip()


def without_tags(text: str, *, messages: bool = False) -> str:
    """A plain text without the tags that are written out in it; of messages, without placeholders too.

    >>> without_tags("売上高は<1>95億円</1>です{2}。")
    '売上高は95億円です。'
    >>> without_tags("%d files, up 5%", messages=True)
    'files, up 5%'
    """
    text = TAG_RE.sub(lambda found: " " if BREAK_RE.search(found.group()) else "", text)
    return plain(PRINTF_RE.sub("", text) if messages else text)


def inline_text(element: etree._Element | None) -> str:
    """The text of a ``source``, ``target`` or ``seg`` on one line, without its inline tags."""
    if element is None:
        return ""
    return plain("".join(_pieces(element)))


def _pieces(root: etree._Element) -> list[str]:
    """Texts of an element in order; a walk, not a recursion: files nest as deep as they like."""
    from lxml import etree

    pieces: list[str] = []
    quiet: list[bool] = []  # whether the element that we are in is native code
    raised: set[str] = set()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = local_name(element)
        if event == "start":
            quiet.append((name in CODE or (bool(quiet) and quiet[-1])) and name != "sub")
            if name == "sub":
                pieces.append(" ")
            _note(element, name, raised)
            pieces.append(_of_itself(element, name))
            text = element.text
        else:
            quiet.pop()
            if name == "sub":
                pieces.append(" ")
            if name in PAIRED:
                raised.discard(_key(element, name))
            text = element.tail if element is not root else None
        if text and not (quiet and quiet[-1]):
            pieces.append(text.translate(RAISED_DIGITS) if raised else text)
    return pieces


def _note(element: etree._Element, name: str, raised: set[str]) -> None:
    """Remember where raised text begins and ends."""
    if name == "ept":
        raised.discard(_key(element, "bpt"))
    elif name in PAIRED or name == "bpt":
        words = " ".join(
            str(element.get(each) or "") for each in ("ctype", "type", "subType", "equiv", "equiv-text")
        )
        code = inner_text(element) if name == "bpt" else ""
        if RAISED_RE.search(f"{words} {code}"):
            raised.add(_key(element, name))


def _key(element: etree._Element, name: str) -> str:
    number = element.get("i") or element.get("rid") or element.get("id") or ""
    return f"{'bpt' if name in ('bpt', 'ept') else name} {number}"


def _of_itself(element: etree._Element, name: str) -> str:
    """What a tag stands for: a blank where it breaks the line, the character of ``cp``."""
    if name == "cp":
        code = str(element.get("hex") or "")
        return chr(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{1,5}", code) else ""
    if name in CODE:
        hints = [
            str(element.get(each) or "")
            for each in ("ctype", "type", "subType", "equiv-text", "equiv", "disp")
        ]
        code = inner_text(element) if not namespace(element).endswith("document:2.0") else ""
        if any(hint and BREAK_RE.search(hint) for hint in (*hints, code)):
            return " "
    return ""
