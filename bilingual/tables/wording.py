"""The words of a document: whether a label, or a part of one, is used elsewhere in it."""

from __future__ import annotations

import re
from collections import Counter

from bilingual.text.layer import TextLayer

_WORD_RE = re.compile(r"[^\W\d_]+")
_PARTICLES = frozenset(["the", "of", "and", "for", "with", "from", "per", "in", "to", "by", "on", "at"])
"""Words that stand everywhere and name nothing."""
SCRAP = 2
"""Letters of what is left of a word."""
SCRAPS = 4
"""Times that the same scrap may stand in a document."""
GUESSES = 100
"""Labels of a document for which one with another letter is looked for: each search reads the whole document."""


class Wording:
    """Counts how often words stand in a document, in capitals or small letters.

    Its index is made when it is first asked. Words whose rarest three letters are not used elsewhere are answered
    without a search, so that asking for every label of a long document stays linear.
    """

    def __init__(self, layer: TextLayer) -> None:
        self._layer = layer
        self._text: str | None = None
        self._threes: Counter[str] = Counter()
        self._answers: dict[str, int] = {}
        self._guesses = GUESSES
        self._words: Counter[str] | None = None

    @property
    def text(self) -> str:
        """The document in small letters, blanks as they stand, lines parted."""
        if self._text is None:
            self._text = "\n".join([line.text for line in self._layer.lines]).casefold()
            text = self._text
            self._threes = Counter([text[at : at + 3] for at in range(len(text) - 2)])
        return self._text

    def uses(self, words: str) -> int:
        """How often words stand in the document beyond the place that asks: none, once, or twice and more."""
        return max(0, self._count(words.casefold()) - 1)

    def has(self, words: str) -> bool:
        """Whether the document holds words that do not stand so at the place that asks."""
        return self._count(words.casefold()) > 0

    def familiarity(self, words: str) -> int:
        """Per cent of the pairs of letters in a label that stand in the document more than once."""
        pairs = {words[at : at + 2].casefold() for at in range(len(words) - 1)}
        if not pairs:
            return 100
        return 100 * sum(self._count(pair) > 1 for pair in pairs) // len(pairs)

    def may_name(self, label: str) -> bool:
        """Whether a label may be one: in Latin letters, a word of it stands elsewhere too; else it is no scrap."""
        if self._words is None:
            self._words = Counter(_WORD_RE.findall(self.text))
        if not label.isascii():
            return len(label) > SCRAP or self.text.count(label.casefold()) > SCRAPS
        words = [word for word in _WORD_RE.findall(label.casefold()) if word not in _PARTICLES]
        own = min((self._words[word] for word in words), default=0)
        return any(len(word) > SCRAP and self._words[word] > own for word in words) or (
            len(words) == 1 and len(words[0]) > SCRAP
        )

    def may_guess(self) -> bool:
        """Whether one more label may be looked for with another letter."""
        self._guesses -= 1
        return self._guesses >= 0

    def _count(self, words: str) -> int:
        """How often words stand in the document, at most three times."""
        known = self._answers.get(words)
        if known is None:
            known = self._answers[words] = self._search(words)
        return known

    def _search(self, words: str) -> int:
        text = self.text
        most = min((self._threes[words[at : at + 3]] for at in range(len(words) - 2)), default=3)
        found, at = 0, -1
        while found < min(most, 3) and (at := text.find(words, at + 1)) >= 0:
            found += 1
        return found
