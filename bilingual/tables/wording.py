"""The words of a document: whether a label, or a part of one, is used elsewhere in it."""

from __future__ import annotations

from bilingual.text.layer import TextLayer


class Wording:
    """Counts how often words stand in a document, in capitals or small letters; made when it is first asked."""

    def __init__(self, layer: TextLayer) -> None:
        self._layer = layer
        self._text: str | None = None

    @property
    def text(self) -> str:
        """The document in small letters, blanks as they stand, lines parted."""
        if self._text is None:
            self._text = "\n".join(line.text for line in self._layer.lines).casefold()
        return self._text

    def uses(self, words: str) -> int:
        """How often words stand in the document beyond the place that asks."""
        return max(0, self.text.count(words.casefold()) - 1)

    def familiarity(self, words: str) -> int:
        """Per cent of the pairs of letters in a label that stand in the document more than once."""
        pairs = {words[at : at + 2].casefold() for at in range(len(words) - 1)}
        if not pairs:
            return 100
        return 100 * sum(self.text.find(pair, self.text.find(pair) + 1) >= 0 for pair in pairs) // len(pairs)

    def has(self, words: str) -> bool:
        """Whether the document holds words that do not stand so at the place that asks."""
        return words.casefold() in self.text
