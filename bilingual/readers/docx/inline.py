"""Paragraphs of a Word file to text: what its final view shows of runs, fields, changes and marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bilingual.containers.markup import child, children, local_name
from bilingual.readers.docx.styles import Styles, paragraph_style, switched_on, value, within
from bilingual.readers.drawings import GRAPHICS, graphic_keys
from bilingual.readers.raised import raised

if TYPE_CHECKING:
    from lxml import etree

DELETED = frozenset({"del", "moveFrom"})
INSERTED = frozenset({"ins", "moveTo"})
WITHIN = frozenset({
    "hyperlink", "smartTag", "sdtContent", "customXml", "fldSimple", "ruby", "rubyBase", "dir", "bdo", "oMath",
    "oMathPara", "r", "sSub", "sSup", "e", "sub", "sup", "f", "num", "den", "d", "rad",
})  # fmt: skip
"""Elements of a line whose content is shown."""
DRAWN = frozenset({"drawing", "pict", "object", "AlternateContent"})
SIGNS = {"noBreakHyphen": "-", "softHyphen": "", "tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n"}
SYMBOLS = {0xB1: "±", 0xB4: "×", 0xB7: "•", 0xA3: "≤", 0xB3: "≥", 0x44: "Δ", 0x6D: "μ", 0xB0: "°"}
"""Characters of the font Symbol."""
TOC_RE = re.compile(r"\s*TOC\b")
BLANKS_RE = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Shown:
    """Text as it is shown, and the element that holds it (None where the program writes it)."""

    text: str
    element: etree._Element | None = None
    is_raised: bool = False


@dataclass
class _Field:
    instruction: str = ""
    is_result: bool = False


@dataclass
class Inline:
    """Reads paragraphs one after another; fields may run over their ends.

    Attributes:
        styles: the styles of the document.
        closed_fields: whether every field of the document has an end.
        counts: what was left out, or taken as accepted.
        notes: marks of notes met: kind and id, in order, for the caller to take away.
        boxes: contents of text boxes met, for the caller to take away.
        charts: ids of the relations to charts and diagrams met, for the caller to take away.
        numbers: the number of every note by kind and id.
    """

    styles: Styles
    closed_fields: bool = True
    counts: Counter[str] = field(default_factory=Counter)
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    charts: list[str] = field(default_factory=list)
    numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    _fields: list[_Field] = field(default_factory=list)

    def read(self, paragraph: etree._Element) -> list[Shown]:
        """What a paragraph shows; line ends and tabs as such."""
        hidden = self.styles.hides(paragraph_style(paragraph), "paragraph")
        pieces = list(self._within(paragraph, hidden=hidden))
        while self._fields and not self._fields[-1].is_result:
            self._fields.pop()  # a field whose instruction has no end
        return _marked(pieces)

    def _within(self, element: etree._Element, *, hidden: bool) -> Iterator[Shown]:
        for each in element:
            name = local_name(each)
            if name == "r":
                yield from self._run(each, hidden=hidden)
            elif name in DELETED:
                self.counts["changes"] += 1
            elif name in INSERTED:
                self.counts["changes"] += 1
                yield from self._within(each, hidden=hidden)
            elif name == "sdt":
                yield from self._control(each, hidden=hidden)
            elif name == "fldSimple" and value(each, "instr").strip().startswith("TOC"):
                self.counts["contents"] += 1
            elif name in WITHIN:
                yield from self._within(each, hidden=hidden)
            elif name in DRAWN:
                self._draw(each)
            elif name == "t":  # of a formula
                yield from self._text(each, is_raised=False)

    def _control(self, control: etree._Element, *, hidden: bool) -> Iterator[Shown]:
        properties = child(control, "sdtPr")
        if properties is not None and switched_on(properties, "showingPlcHdr"):
            return
        for content in children(control, "sdtContent"):
            yield from self._within(content, hidden=hidden)

    def _run(self, run: etree._Element, *, hidden: bool) -> Iterator[Shown]:
        properties = child(run, "rPr")
        style = value(within(properties, "rStyle"))
        said = switched_on(properties, "vanish")
        if said is None:
            said = (style and self.styles.hides(style, "character")) or hidden
        shift = value(within(properties, "vertAlign"))
        is_raised = shift == "superscript" or (not shift and bool(style) and self.styles.raises(style))
        for each in run:
            name = local_name(each)
            if name in ("fldChar", "instrText"):
                self._field(each, name)
            elif said:
                self.counts["hidden"] += name == "t"
            elif not self._is_instruction:
                yield from self._content(each, name, is_raised=is_raised)

    @property
    def _is_instruction(self) -> bool:
        return any(
            not one.is_result or (self.closed_fields and TOC_RE.match(one.instruction))
            for one in self._fields
        )

    def _field(self, element: etree._Element, name: str) -> None:
        kind = value(element, "fldCharType")
        if name == "instrText":
            if self._fields:
                self._fields[-1].instruction += element.text or ""
        elif kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].is_result = True
            self.counts["contents"] += TOC_RE.match(self._fields[-1].instruction) is not None
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _content(self, each: etree._Element, name: str, *, is_raised: bool) -> Iterator[Shown]:
        if name == "t":
            yield from self._text(each, is_raised=is_raised)
        elif name in SIGNS:
            yield Shown(SIGNS[name])
        elif name == "sym":
            yield Shown(_symbol(value(each, "char"), value(each, "font")), None, is_raised)
        elif name in ("footnoteReference", "endnoteReference"):
            yield from self._note(each, name.removesuffix("Reference"))
        elif name in DRAWN:
            self._draw(each)
        elif name == "ruby":
            yield from self._within(each, hidden=False)

    def _text(self, element: etree._Element, *, is_raised: bool) -> Iterator[Shown]:
        text = BLANKS_RE.sub(" ", element.text or "")
        if not any(
            str(key).endswith("}space") and kept == "preserve" for key, kept in element.attrib.items()
        ):
            text = text.strip()
        if text:
            yield Shown(text, element, is_raised)

    def _note(self, element: etree._Element, kind: str) -> Iterator[Shown]:
        key = (kind, value(element, "id"))
        if key not in self.numbers:
            self.numbers[key] = 1 + sum(one == kind for one, _ in self.numbers)
            self.notes.append(key)
        if not value(element, "customMarkFollows"):
            yield Shown(raised(str(self.numbers[key])))

    def _draw(self, element: etree._Element) -> None:
        """Keep the text boxes, charts and diagrams of a drawing for the caller; of two versions of it the first counts."""
        if local_name(element) == "AlternateContent":
            versions = children(element, "Choice") or children(element, "Fallback")
            for version in versions[:1]:
                for each in version:
                    self._draw(each)
            return
        found = False
        pending = list(element)[::-1]
        while pending:
            each = pending.pop()
            if local_name(each) == "txbxContent":
                self.boxes.append(each)
                found = True
            elif local_name(each) in GRAPHICS:
                self.charts += graphic_keys(each)
                found = True
            elif local_name(each) == "AlternateContent":
                self._draw(each)
                found = True
            else:
                pending.extend(list(each)[::-1])
        if not found:
            self.counts["pictures"] += 1


def _marked(pieces: list[Shown]) -> list[Shown]:
    """Pieces whose raised digits are superscripts, also where a mark stands in several runs."""
    out: list[Shown] = []
    at = 0
    while at < len(pieces):
        end = at + 1
        while pieces[at].is_raised and end < len(pieces) and pieces[end].is_raised:
            end += 1
        group = pieces[at:end]
        if pieces[at].is_raised:
            mark = raised("".join(piece.text for piece in group))
            start = 0
            for piece in group:
                out.append(Shown(mark[start : start + len(piece.text)], piece.element))
                start += len(piece.text)
        else:
            out += group
        at = end
    return out


def _symbol(code: str, font: str) -> str:
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if 0xF000 <= number <= 0xF0FF:
        return SYMBOLS.get(number - 0xF000, "") if font.lower() == "symbol" else ""
    return chr(number) if 0x20 <= number < 0x11_0000 and not 0xD800 <= number < 0xE000 else ""
