"""Full stops for commas in amounts of Japanese running text, as readers of pictures print them: 7.109百万円, 3.978名.

Nobody states thousandths of a million yen, of a person or of a shop. One such amount may be a slip of somebody;
several are the habit of a reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bilingual.model.document import MappedText
from bilingual.text.edits import Edit

FEWEST = 3
"""Amounts of a document that show the habit."""
_AMOUNT_RE = re.compile(
    r"(?<![\d.,])[1-9]\d{0,2}((?:[.,]\d{3})*\.\d{3}) ?(?:百万円|千円|千株|株|名|人|店|社|点|件|台|戸|拠点)"
)


def dotted_amounts(lines: Sequence[MappedText]) -> Iterator[Edit]:
    """Read the full stops as commas where the document has the habit."""
    found = [
        (number, match)
        for number, line in enumerate(lines)
        if "." in line.text and not line.text.isascii()
        for match in _AMOUNT_RE.finditer(line.text)
    ]
    if len(found) >= FEWEST:
        for number, match in found:
            yield Edit(number, *match.span(1), match[1].replace(".", ","))
