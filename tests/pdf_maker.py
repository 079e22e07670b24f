"""PDF files for tests, made of words at places: a standard Latin font, and a Japanese one that viewers supply."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name

WIDTH, HEIGHT = 595, 842


class Maker:
    """Pages with words and rules; places in points from the top left, the baseline of words."""

    def __init__(self):
        self.pdf = pikepdf.new()
        self.streams = []
        latin = Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
        )
        self.fonts = Dictionary(L=self.pdf.make_indirect(latin), J=self._japanese("UniJIS-UTF16-H"))
        self.fonts.V = self._japanese("UniJIS-UTF16-V")
        self.page()

    def _japanese(self, encoding):
        descriptor = Dictionary(
            Type=Name.FontDescriptor, FontName=Name("/HeiseiKakuGo-W5"), Flags=4, FontBBox=Array([-92, -250, 1010, 922]),
            ItalicAngle=0, Ascent=752, Descent=-221, CapHeight=737, StemV=114,
        )  # fmt: skip
        system = Dictionary(Registry="Adobe", Ordering="Japan1", Supplement=2)
        descendant = Dictionary(
            Type=Name.Font, Subtype=Name.CIDFontType0, BaseFont=Name("/HeiseiKakuGo-W5"), CIDSystemInfo=system,
            FontDescriptor=self.pdf.make_indirect(descriptor), DW=1000, W=Array([1, 632, 500]),
        )  # fmt: skip
        return self.pdf.make_indirect(
            Dictionary(
                Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/HeiseiKakuGo-W5"), Encoding=Name("/" + encoding),
                DescendantFonts=Array([self.pdf.make_indirect(descendant)]),
            )
        )  # fmt: skip

    def page(self):
        """Begin a page."""
        self.streams.append([])
        return self

    def text(self, x, y, words, size=10, *, right=False, turn=(1, 0, 0, 1), vertical=False, font=None):
        """Words at a place; ``right`` ends them there (figures of half the width only)."""
        latin = all(ord(character) < 128 for character in words) and not vertical
        if right:
            x -= (
                sum(
                    {",": 0.278, ".": 0.278, "(": 0.333, ")": 0.333, "-": 0.333, "%": 0.889}.get(c, 0.556)
                    for c in words
                )
                * size
            )
        shown = f"({_escaped(words)})" if latin else f"<{words.encode('utf-16-be').hex()}>"
        name = font or ("L" if latin else "V" if vertical else "J")
        a, b, c, d = turn
        self.streams[-1].append(f"BT /{name} {size} Tf {a} {b} {c} {d} {x} {HEIGHT - y} Tm {shown} Tj ET")
        return self

    def row(self, y, label, *cells, edges=(300, 380, 460, 540), size=10, left=60):
        """A label and figures that end at the edges."""
        if label:
            self.text(left, y, label, size)
        for edge, cell in zip(edges, cells, strict=False):
            if cell:
                self.text(edge, y, cell, size, right=True)
        return self

    def rule(self, x0, y0, x1, y1):
        """A thin line."""
        self.streams[-1].append(f"0.5 w {x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S")
        return self

    def save(self, path, **options):
        """Write the file."""
        for stream in self.streams:
            page = self.pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
            page.Resources = Dictionary(Font=self.fonts)
            page.Contents = self.pdf.make_stream("\n".join(stream).encode("latin-1"))
        self.pdf.save(path, **options)
        return path


def _escaped(words):
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
