"""Blocks to web pages: ruled, or with nothing but columns."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from formats.blocks import FIGURE_RE, Block

STYLE = (
    "body{font:10.5pt 'IPAexGothic','Noto Sans CJK JP',sans-serif;margin:2em}h1{font-size:15pt}h2{font-size:12pt}"
    "h3{font-size:11pt}table{border-collapse:collapse;margin:.5em 0 1em}td,th{padding:1pt 5pt;font-weight:normal;"
    "vertical-align:bottom}td.figure{text-align:right;white-space:nowrap}.caption{margin:.8em 0 .2em}"
    "tr{page-break-inside:avoid}"
)
RULES = "td,th{border:.5pt solid #555}"


def page(blocks: Sequence[Block], title: str, language: str, *, ruled: bool = True) -> str:
    """A web page of the blocks.

    Args:
        blocks: what it shows, from top to bottom.
        title: its title, which a reader of the page does not see.
        language: ``ja`` or ``en``.
        ruled: whether its tables have lines between cells.
    """
    body: list[str] = []
    listed = False
    for block in blocks:
        if (block.kind == "item") is not listed:
            body.append("</ul>" if listed else "<ul>")
            listed = not listed
        body.append(_block(block))
    if listed:
        body.append("</ul>")
    style = STYLE + (RULES if ruled else "")
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{style}</style>'
    lines = "\n".join(body)
    return f'<!DOCTYPE html>\n<html lang="{language}"><head>{head}</head>\n<body>\n{lines}\n</body></html>\n'


def _block(block: Block) -> str:
    words = escape(block.text)
    if block.kind == "table":
        return _table(block)
    if block.kind == "heading":
        return f"<h{block.level}>{words}</h{block.level}>"
    if block.kind == "item":
        return f"<li>{words}</li>"
    return f'<p class="caption">{words}</p>' if block.kind == "caption" else f"<p>{words}</p>"


def _table(block: Block) -> str:
    lines = ["<table>"]
    for number, row in enumerate(block.rows):
        cells = []
        for at, cell in enumerate(row):
            span = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
            name = "th" if number < block.heads else "td"
            figure = ' class="figure"' if at and name == "td" and FIGURE_RE.fullmatch(cell.text) else ""
            cells.append(f"<{name}{span}{figure}>{escape(cell.text)}</{name}>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return "\n".join([*lines, "</table>"])
