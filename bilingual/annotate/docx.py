"""Word copies with comments on findings; figures in question and confirmed figures are shaded."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bilingual.annotate.remarks import Remark, plain_lines
from bilingual.containers.markup import child, children, descendants, local_name, namespace
from bilingual.containers.package_edits import PackageEdits, following, is_strict
from bilingual.containers.packages import Package
from bilingual.model.document import Document
from bilingual.model.origin import BlockPlace
from bilingual.model.report import Severity
from bilingual.readers.docx.walking import Walker

if TYPE_CHECKING:
    from lxml import etree

AUTHOR = "bilingual"
COLOURS = {Severity.ERROR: "FFC7C2", Severity.WARNING: "FFE3A3", Severity.INFO: "D6E9FF", None: "DDF3DD"}
"""Shades of figures: red, amber, blue, and green for confirmed ones."""
COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
UNSEEN = frozenset({"del", "moveFrom", "txbxContent", "Fallback"})
BEHIND_SHADE = (
    "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath", "rPrChange",
)  # fmt: skip
"""Properties of a run that stand behind its shade (ECMA-376, part 1, 17.3.2.28)."""


def annotated(document: Document, remarks: Sequence[Remark], password: str) -> bytes:
    """A copy of a Word file with remarks in it; nothing of its text changes.

    Raises:
        InputError: the file cannot be opened again.
    """
    path = Path(document.path)
    package = Package(path, path.read_bytes())
    walker = Walker(package)
    walker.read()
    root = walker.root.getparent()
    assert root is not None
    edits = PackageEdits(package, strict=is_strict(root))
    edits.put(walker.main, root)
    comments = _Comments(edits, walker.main, root)
    for remark in remarks:
        if isinstance(remark.origin, BlockPlace):
            runs = _runs(walker, remark, remark.origin)
            for run in runs:
                _shade(run, COLOURS[remark.severity])
            if runs and not remark.is_tick:
                comments.add(runs, remark)
    return edits.data()


class _Comments:
    """The comments of a document, old ones and new ones."""

    def __init__(self, edits: PackageEdits, main: str, root: etree._Element) -> None:
        self._edits, self._main, self._space = edits, main, namespace(root)
        self._part = edits.package.related(main, "comments")
        self._next = 0

    def _tree(self) -> etree._Element:
        from lxml import etree

        tree = self._edits.tree(self._part) if self._part else None
        if tree is None:
            self._part = self._edits.free_name("word/bilingualComments{}.xml")
            tree = etree.Element(self._name("comments"), nsmap={"w": self._space})
            self._edits.put(self._part, tree)
            self._edits.relate(self._main, "comments", self._part)
            self._edits.declare(COMMENTS, part=self._part)
        return tree

    def _name(self, name: str) -> str:
        return f"{{{self._space}}}{name}"

    def add(self, runs: Sequence[etree._Element], remark: Remark) -> None:
        """Add a comment to runs that stand one behind another."""
        from lxml import etree

        tree = self._tree()
        taken = [int(number) for each in tree if (number := each.get(self._name("id"), "")).isdigit()]
        self._next = max([self._next, *(number + 1 for number in taken)])
        number = str(self._next)
        comment = etree.SubElement(tree, self._name("comment"))
        comment.set(self._name("id"), number)
        comment.set(self._name("author"), AUTHOR)
        comment.set(self._name("initials"), "b")
        for line in plain_lines(f"{remark.title}\n{remark.text}").split("\n"):
            paragraph = etree.SubElement(comment, self._name("p"))
            text = etree.SubElement(etree.SubElement(paragraph, self._name("r")), self._name("t"))
            text.text = line
            text.set(SPACE, "preserve")
        start, end = (
            etree.Element(self._name("commentRangeStart")),
            etree.Element(self._name("commentRangeEnd")),
        )
        mark = etree.Element(self._name("r"))
        reference = etree.SubElement(mark, self._name("commentReference"))
        for each in (start, end, reference):
            each.set(self._name("id"), number)
        runs[0].addprevious(start)
        runs[-1].addnext(end)
        end.addnext(mark)


def _runs(walker: Walker, remark: Remark, place: BlockPlace) -> list[etree._Element]:
    """The runs that hold the words of a remark and nothing else; where they are not found, the runs around them."""
    for paragraph in _paragraphs(walker, place):
        texts = list(_texts(paragraph))
        whole = "".join(text.text or "" for text in texts)
        found = _nearest(whole, remark.words, len(remark.before))
        if found is not None:
            return _cut(texts, found, found + len(remark.words))
    for paragraph in _paragraphs(walker, place):
        runs = [parent for text in _texts(paragraph) if (parent := text.getparent()) is not None]
        if runs:
            return list(dict.fromkeys(runs))
    return []


def _paragraphs(walker: Walker, place: BlockPlace) -> list[etree._Element]:
    """The paragraphs of a place; of notes and boxes, which take no comments, the one that they hang on."""
    if not place.part or place.part.startswith("inner table"):
        return walker.sources.get(place, [])
    block = walker.root[place.block]
    inside = [block, *descendants(block, "p")] if local_name(block) == "p" else descendants(block, "p")
    boxed = {id(each) for box in descendants(block, "txbxContent") for each in descendants(box, "p")}
    return [each for each in inside if id(each) not in boxed][:1]


def _texts(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The elements of a paragraph that hold its shown text, in order."""
    pending = list(paragraph)[::-1]
    while pending:
        each = pending.pop()
        name = local_name(each)
        parent = each.getparent()
        if (
            name == "t"
            and parent is not None
            and local_name(parent) == "r"
            and namespace(parent) == namespace(paragraph)
        ):
            yield each
        elif name not in UNSEEN:
            pending.extend(list(each)[::-1])


def _nearest(whole: str, words: str, expected: int) -> int | None:
    """Where words stand in a text, nearest to a place."""
    found: list[int] = []
    at = whole.find(words) if words else -1
    while at >= 0:
        found.append(at)
        at = whole.find(words, at + 1)
    return min(found, key=lambda one: abs(one - expected), default=None)


def _cut(texts: Sequence[etree._Element], start: int, end: int) -> list[etree._Element]:
    """Runs of their own for the characters of a range."""
    runs: list[etree._Element] = []
    at = 0
    for text in texts:
        length = len(text.text or "")
        first, last = max(start, at) - at, min(end, at + length) - at
        at += length
        if first < last:
            if last < length:
                _split(text, last)
            if first:
                text = _split(text, first)
            run = text.getparent()
            if run is not None and run not in runs:
                runs.append(run)
    return runs


def _split(text: etree._Element, at: int) -> etree._Element:
    """Split the run of a text element; returns the text element of the second half."""
    run = text.getparent()
    assert run is not None
    second = run.makeelement(run.tag)
    for name, value in run.attrib.items():
        second.set(name, value)
    properties = child(run, "rPr")
    if properties is not None:
        second.append(copy.deepcopy(properties))
    rest = text.makeelement(text.tag)
    words = text.text or ""
    text.text, rest.text = words[:at], words[at:]
    for each in (text, rest):
        each.set(SPACE, "preserve")
    behind = list(text.itersiblings())
    second.append(rest)
    for each in behind:
        second.append(each)
    tail, run.tail = run.tail, None
    run.addnext(second)
    second.tail = tail
    return rest


def _shade(run: etree._Element, colour: str) -> None:
    space = namespace(run)
    properties = child(run, "rPr")
    if properties is None:
        properties = run.makeelement(f"{{{space}}}rPr")
        run.insert(0, properties)
    for old in children(properties, "shd"):
        properties.remove(old)
    shade = properties.makeelement(f"{{{space}}}shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(f"{{{space}}}{name}", value)
    properties.insert(following(properties, BEHIND_SHADE), shade)
