"""Segments (the units that are aligned) and tokens."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bilingual.model.document import Language, MappedText, Span
from bilingual.model.quick import quick


class SegmentKind(StrEnum):
    """What a segment is on the page."""

    SENTENCE = "sentence"
    HEADING = "heading"
    CAPTION = "caption"
    LIST_ITEM = "list_item"
    CELL = "cell"
    NOTE = "note"


@quick
@dataclass(frozen=True)
class Segment:
    """A piece of running text: a sentence, heading, caption, list item or note.

    Attributes:
        kind: what it is on the page.
        language: the language of the side it belongs to.
        content: folded text, joined over line ends and page furniture, mapped to the document.
        block: number of the paragraph that it belongs to (sentences of one paragraph share it).
        heading: the nearest heading above, as printed; empty where there is none.
        item: the number before an item of a list, which its text leaves out; empty where there is none.
    """

    kind: SegmentKind
    language: Language
    content: MappedText
    block: int = 0
    heading: str = ""
    item: str = ""

    @property
    def text(self) -> str:
        """The folded text."""
        return self.content.text

    @property
    def span(self) -> Span:
        """Where the segment stands in the document."""
        return self.content.span(0, len(self.content.text))


@dataclass(frozen=True, slots=True)
class Token:
    """A word-like unit.

    Attributes:
        surface: the token as it stands in the text given to the tokenizer.
        start: offset of its first character in that text.
        end: offset after its last character.
        part_of_speech: coarse word class (the tokenizer's own label).
        lemma: dictionary form, or the surface where there is none.
        term: id of the glossary concept that the token is a whole term of, or empty.
    """

    surface: str
    start: int
    end: int
    part_of_speech: str = ""
    lemma: str = ""
    term: str = ""
