"""Language tags (BCP 47 and what tools make of it)."""

from __future__ import annotations

import re

from bilingual.model.document import Language

NAMES = {
    **dict.fromkeys(("ja", "jpn", "jp", "japanese", "日本語"), Language.JA),
    **dict.fromkeys(("en", "eng", "english", "英語"), Language.EN),
}


def language_of_tag(tag: str) -> Language | None:
    """The language of a tag such as ``ja-JP`` or ``en_GB``; None for another one.

    >>> language_of_tag("ja-JP"), language_of_tag("EN_us"), language_of_tag("de")
    (<Language.JA: 'ja'>, <Language.EN: 'en'>, None)
    """
    return NAMES.get(re.split("[-_]", tag.strip().lower())[0])
