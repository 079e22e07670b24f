"""Labels with speckle or a second reading before them."""

from __future__ import annotations

import re

from bilingual.model.repair import Damage
from bilingual.tables.line import Field, Line
from bilingual.tables.looks import put, told
from bilingual.tables.wording import Wording

FEWEST = 4
"""Characters that a label keeps."""
_EDGE_RE = re.compile(r"^[·•`'_|]+\s*|(?<=[^\s·•])\s*[·•`'_|]+$|(?<=[\u3040-\u9fff)])・$")


def clean_label_of(line: Line, wording: Wording) -> Line:
    """Read a label without the speckle at its ends, and without a first word that nothing else in the document uses."""
    stub = line.stub
    text = _EDGE_RE.sub("", stub.text)
    first, blank, rest = text.partition(" ")
    if (
        blank
        and len(rest) >= FEWEST
        and rest[0].isalpha()
        and not first.isascii()
        and not wording.uses(first)
    ):
        text = known_label(rest, wording) or text
    if text == stub.text or not text:
        return line
    start = stub.start + max(stub.text.find(text), 0)
    after = Field(start, stub.end, text)
    return put(line, (after, *line.fields[1:]), told("label_debris", Damage.GLYPHS, line, (stub,), (after,)))


def known_label(text: str, wording: Wording) -> str:
    """A label as the document has it elsewhere: the same, or with one other character; empty where it has none."""
    if wording.uses(text):
        return text
    if len(text) < 2 * FEWEST or not wording.may_guess():
        return ""
    for at in range(len(text)):
        pattern = re.escape(text[:at].casefold()) + "(.)" + re.escape(text[at + 1 :].casefold())
        for match in re.finditer(pattern, wording.text):
            if match[1] != text[at].casefold():
                return text[:at] + match[1] + text[at + 1 :]
    return ""
