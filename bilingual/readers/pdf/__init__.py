"""PDF files as lines of text: running text in reading order, table rows as cells between tabs, with the way back.

The characters and drawn rules come from PDFium (`library`); the rest of the room turns their places into lines:

``characters`` drops overprinted copies and marks raised note marks, ``fragments`` joins characters into stretches,
``rows`` puts them on baselines, ``columns`` parts columns of running text, ``regions`` tells tables from running text,
``tables`` gives every cell its column, ``paragraphs`` joins wrapped lines, ``running`` finds running heads and feet.
``strips``, ``sheet_pages`` and ``wide_pages`` lay pages beside each other that one sheet was printed on.
"""

from bilingual.readers.pdf.document import read_pdf

__all__ = ["read_pdf"]
