"""Parts of Japanese captions and the English words they become.

``morphemes.tsv`` beside this module is a table of facts: left the Japanese morpheme, right its English renderings,
parted by ``|``. It lets captions that no glossary holds be compared part by part (その他 + 流動資産, 売上 + 原価).
"""

from __future__ import annotations

from importlib import resources


def morpheme_table() -> dict[str, tuple[str, ...]]:
    """Japanese morpheme to its English renderings."""
    table = (resources.files("bilingual.glossary") / "morphemes.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines())
    return {japanese: tuple(english.split("|")) for japanese, english in rows}
