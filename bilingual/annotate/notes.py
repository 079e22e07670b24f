"""Notes on the cells of a sheet: their texts, and the boxes that a program shows them in.

A note is a text in one part and a shape of VML in another (ECMA-376, part 1, 18.7, and part 4, 19.4); sheets that have
some keep them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilingual.annotate.remarks import plain_lines
from bilingual.containers.cell_names import cell_at
from bilingual.containers.markup import child, children, namespace
from bilingual.containers.package_edits import PackageEdits, following
from bilingual.errors import InputError

if TYPE_CHECKING:
    from lxml import etree

AUTHOR = "bilingual"
COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
SHAPES = "application/vnd.openxmlformats-officedocument.vmlDrawing"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
BEHIND = (
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
)
"""Children of a sheet that stand behind its legacy drawing."""
EMPTY = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
    'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/>'
    "</v:shapetype></xml>"
)
SHAPE = (
    '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s{id}" type="#_x0000_t202" '
    'style="position:absolute;visibility:hidden;width:300pt;height:110pt" fillcolor="#ffffe1" o:insetmode="auto">'
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox/>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:Anchor>{left},15,{row},2,{right},15,{bottom},4</x:Anchor><x:AutoFill>False</x:AutoFill>"
    "<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)


class SheetNotes:
    """The notes of a sheet, old ones and new ones."""

    def __init__(self, edits: PackageEdits, part: str, root: etree._Element) -> None:
        """Look at a sheet; nothing changes before `write`."""
        self._edits, self._part, self._root = edits, part, root
        self._texts: dict[str, str] = {}

    def add(self, cell: str, text: str) -> None:
        """Add a note to a cell."""
        self._texts[cell] = plain_lines(text)

    def write(self) -> None:
        """Write the notes into the copy."""
        if not self._texts:
            return
        from lxml import etree

        shapes = self._shapes()
        comments = self._comments()
        listed = child(comments, "commentList")
        assert listed is not None
        old = {each.get("ref"): each for each in children(listed, "comment")}
        author = self._author(comments)
        for number, (cell, text) in enumerate(self._texts.items()):
            if cell in old:
                self._say(old[cell], f"\n\n{text}")
                continue
            comment = etree.SubElement(listed, self._name("comment"), ref=cell, authorId=author)
            etree.SubElement(comment, self._name("text"))
            self._say(comment, text)
            place = cell_at(cell)
            if place is not None:
                row, column = place
                shape = SHAPE.format(
                    id=900_000 + number,
                    row=row,
                    column=column,
                    left=column + 1,
                    right=column + 6,
                    bottom=row + 8,
                )
                shapes.append(etree.fromstring(shape))

    def _say(self, comment: etree._Element, words: str) -> None:
        from lxml import etree

        text = child(comment, "text")
        if text is None:
            text = etree.SubElement(comment, self._name("text"))
        plain = child(text, "t")
        if plain is not None:
            plain.text = (plain.text or "") + words
            plain.set(SPACE, "preserve")
            return
        run = etree.SubElement(etree.SubElement(text, self._name("r")), self._name("t"))
        run.text = words
        run.set(SPACE, "preserve")

    def _name(self, name: str) -> str:
        return f"{{{namespace(self._root)}}}{name}"

    def _author(self, comments: etree._Element) -> str:
        from lxml import etree

        authors = child(comments, "authors")
        if authors is None:
            authors = etree.Element(self._name("authors"))
            comments.insert(0, authors)
        for at, each in enumerate(authors):
            if each.text == AUTHOR:
                return str(at)
        etree.SubElement(authors, self._name("author")).text = AUTHOR
        return str(len(authors) - 1)

    def _comments(self) -> etree._Element:
        from lxml import etree

        name = self._edits.package.related(self._part, "comments")
        root = self._edits.tree(name) if name else None
        if root is None:
            root = etree.fromstring(f'<comments xmlns="{namespace(self._root)}"/>')
            name = self._edits.free_name("xl/bilingualComments{}.xml")
            self._edits.put(name, root)
            self._edits.relate(self._part, "comments", name)
            self._edits.declare(COMMENTS, part=name)
        if child(root, "commentList") is None:
            etree.SubElement(root, self._name("commentList"))
        return root

    def _shapes(self) -> etree._Element:
        """The part of shapes that the sheet names, or a new one."""
        from lxml import etree

        drawing = child(self._root, "legacyDrawing")
        key = (
            next((str(value) for name, value in drawing.attrib.items() if str(name).endswith("}id")), "")
            if drawing is not None
            else ""
        )
        relation = self._edits.package.relations(self._part).get(key)
        if relation is not None and not relation.external:
            try:
                found = self._edits.tree(relation.target)
            except InputError:  # mark-up of old programs need not be well-formed
                found = None
            if found is not None:
                return found
        root = etree.fromstring(EMPTY)
        name = self._edits.free_name("xl/drawings/bilingualShapes{}.vml")
        self._edits.put(name, root)
        self._edits.declare(SHAPES, ending="vml")
        number = self._edits.relate(self._part, "vmlDrawing", name)
        if drawing is None:
            drawing = etree.Element(self._name("legacyDrawing"), nsmap={"r": self._edits.kinds})
            self._root.insert(following(self._root, BEHIND), drawing)
        for name_of in [one for one in drawing.attrib if str(one).endswith("}id")]:
            del drawing.attrib[name_of]
        drawing.set(f"{{{self._edits.kinds}}}id", number)
        return root
