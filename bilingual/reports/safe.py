"""Document text is hostile: make it harmless before it is shown."""

from __future__ import annotations

import json
import re

from bilingual.model.report import Json

STEERING = "\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff"
"""C1 controls, direction overrides, invisible characters and lone surrogates, as a range of a pattern."""
STEERING_RE = re.compile(f"[{STEERING}]")
UNSAFE_RE = re.compile(f"[\x00-\x08\x0b-\x1f{STEERING}]")
"""The same with escapes and the other C0 controls (JSON escapes those by itself)."""
SHOWN = "\N{REPLACEMENT CHARACTER}"


def clean(text: str) -> str:
    r"""Replace every character that could steer a terminal or a page; tabs and line ends become blanks.

    >>> clean("a\x1b[31mb\tc")
    'a�[31mb c'
    """
    return UNSAFE_RE.sub(SHOWN, text.replace("\t", " ").replace("\r", "").replace("\n", " "))


def clean_lines(text: str) -> str:
    """The same for a text of several lines: line feeds and tabs stay."""
    return UNSAFE_RE.sub(SHOWN, text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str, most: int = 120) -> str:
    """Clean text on one line, with runs of blanks folded and the end cut off where it is long."""
    folded = " ".join(clean(text).split())
    return folded if len(folded) <= most else folded[: most - 1] + "…"


def json_text(value: Json) -> str:
    r"""JSON with characters of all languages kept; those that could steer a terminal are escaped, so nothing is lost.

    >>> print(json_text(["95億円\x9b31m"]), end="")
    [
      "95億円\u009b31m"
    ]
    """
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return STEERING_RE.sub(lambda found: f"\\u{ord(found.group()):04x}", text) + "\n"
