"""Prints the documents of the corpus as PDF files, as companies publish them, and keeps them for the tests.

    python benchmarks/print_corpus.py [NAME …]          needs Chromium, fontTools and a Japanese TrueType font (IPAex); LibreOffice for Word

Tables come in three styles: ruled, parted by horizontal rules only, and without rules. Heads span their columns, heads of
tables are repeated on every page, and every page has a running head and a number.
"""

from __future__ import annotations

import html
import io
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pikepdf
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "corpus"
OUT = ROOT / "tests" / "data" / "pdf"
STYLES = {
    "parts_maker": "ruled",
    "network_quarter": "lines",
    "cloud_year": "plain",
    "telecom_pipes": "ruled",
    "wholesale_year": "ruled",
}
WORD = ("parts_maker",)
"""Documents whose Word twin is printed too."""
CSS = """
@page { size: A4 %(page)s; margin: 18mm 14mm 16mm 14mm; @bottom-center { content: "- " counter(page) " -"; font: 8pt IPAexGothic; }
        @top-right { content: "%(head)s"; font: 8pt IPAexGothic; } }
body { font: 9.5pt/1.5 IPAexGothic, sans-serif; }
p { margin: 0 0 5pt 0; text-align: justify; } pre { font: 6.5pt/1.35 IPAGothic, IPAexGothic, monospace; }
table { border-collapse: collapse; font-size: 7.6pt; line-height: 1.3; margin: 0 0 8pt 0; }
td { padding: 1.2pt 5pt; text-align: right; white-space: nowrap; } td:first-child { text-align: left; white-space: normal; max-width: 200pt; }
thead td { text-align: center; white-space: normal; vertical-align: middle; } thead { break-after: avoid; } tr { break-inside: avoid; } table.short { break-inside: avoid; }
sup { font-size: 65%%; }
table.ruled td { border: 0.6pt solid #333; } table.lines { border-top: 1pt solid #333; border-bottom: 1pt solid #333; }
table.lines thead td[colspan] { border-bottom: 0.5pt solid #333; } table.lines thead tr:last-child td { border-bottom: 0.7pt solid #333; }
"""
FIGURE_RE = re.compile(r"[△▲(+\-¥$]*\d[\d,.]*[)%）]*|-+|N/A|—")


def main() -> None:
    """Print what is named, or everything."""
    names = sys.argv[1:] or sorted(path.parent.name for path in CORPUS.glob("*/gold.json"))
    for name in names:
        for source in sorted((CORPUS / name).glob("*.txt")):
            if "arithmetic" in source.stem:
                continue
            target = OUT / name / f"{source.stem}.pdf"
            target.parent.mkdir(parents=True, exist_ok=True)
            print_page(page(source.read_text(encoding="utf-8"), name), target)
            print(f"{target.relative_to(ROOT)}: {target.stat().st_size:,} bytes")
        if name in WORD and shutil.which("soffice"):
            for source in sorted((CORPUS / name).glob("*.docx")):
                print_word(source, OUT / name / f"{source.stem}.word.pdf")


def page(text: str, name: str) -> str:
    """A document as a web page."""
    wide = max((line.count("\t") for line in text.split("\n")), default=0) > 8
    title = next(line for line in text.split("\n") if line.strip()).strip(" #")[:40]
    css = CSS % {"page": "landscape" if wide else "portrait", "head": title.replace('"', "")}
    return (
        f"<!DOCTYPE html><meta charset=utf-8><style>{css}</style><body>"
        + "".join(blocks(text, name))
        + "</body>"
    )


def blocks(text: str, name: str) -> list[str]:
    """Paragraphs, tables, and tables that blanks lay out."""
    out: list[str] = []
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        line = lines[at]
        first = at
        if "\t" in line or line.startswith("|"):
            while at < len(lines) and ("\t" in lines[at] or lines[at].startswith("|")):
                at += 1
            out.append(table([cells(one) for one in lines[first:at]], STYLES.get(name, "plain")))
            continue
        if name == "hosting_columns" and (line.startswith("  ") or re.search(r"\S {3,}\S", line)):
            while at < len(lines) and lines[at].strip():
                at += 1
            out.append("<pre>" + "\n".join(map(marked, lines[first:at])) + "</pre>")
            continue
        at += 1
        if line.strip():
            out.append(f"<p>{marked(line)}</p>")
    return out


def cells(line: str) -> list[str]:
    """The cells of a row."""
    return [cell.strip() for cell in (line.split("\t") if "\t" in line else line.strip("|").split("|"))]


def marked(text: str) -> str:
    """Text with its mark-up, raised note marks small."""
    words = html.escape(text.lstrip("#").strip() if text.startswith("#") else text)
    words = re.sub(r"&lt;(/?i)&gt;", r"<\1>", words)
    return re.sub(
        r"⁽([\d¹²³⁰⁴-⁹]+)⁾",
        lambda m: f"<sup>({m[1].translate(str.maketrans('⁰¹²³⁴⁵⁶⁷⁸⁹', '0123456789'))})</sup>",
        words,
    )


def table(rows: list[list[str]], style: str) -> str:
    """A table; the rows above the first one with figures are its head."""
    rows = [row for row in rows if not all(re.fullmatch(r":?-{2,}:?", cell) for cell in row if cell)]
    width = max(map(len, rows))
    rows = [row + [""] * (width - len(row)) for row in rows]
    heads = next((i for i, row in enumerate(rows) if is_body(row)), 0)
    last = heads - 1
    head = "".join(head_row(row, spans=number < last) for number, row in enumerate(rows[:heads]))
    body = "".join(
        "<tr>" + "".join(f"<td>{marked(cell)}</td>" for cell in row) + "</tr>" for row in rows[heads:]
    )
    names = f"{style} short" if len(rows) < 16 else style
    return (
        f"<table class='{names}'>"
        + (f"<thead>{head}</thead>" if head else "")
        + f"<tbody>{body}</tbody></table>"
    )


def is_body(row: list[str]) -> bool:
    """Whether a row is no head: it has figures, or a label alone."""
    return any(is_figure(cell) for cell in row[1:]) or bool(row[0] and not any(row[1:]))


def is_figure(cell: str) -> bool:
    """Whether a cell holds a figure that is no year."""
    return (
        bool(FIGURE_RE.fullmatch(cell))
        and not re.fullmatch(r"(?:19|20)\d\d", cell)
        and not re.fullmatch(r"\(\d\)", cell)
    )


def head_row(row: list[str], *, spans: bool) -> str:
    """A row of a head; in all but the last, a head stands over the empty cells after it."""
    out = [f"<td>{marked(row[0])}</td>"]
    at = 1
    while at < len(row):
        end = at + 1
        while spans and row[at] and end < len(row) and not row[end]:
            end += 1
        out.append(
            f"<td colspan={end - at}>{marked(row[at])}</td>"
            if end > at + 1
            else f"<td>{marked(row[at])}</td>"
        )
        at = end
    return "<tr>" + "".join(out) + "</tr>"


def print_page(content: str, target: Path) -> None:
    """Print a web page with a browser."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "page.html"
        source.write_text(content, encoding="utf-8")
        subprocess.run(
            [
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-pdf-header-footer",
                "--disable-pdf-tagging",
                f"--print-to-pdf={target}",
                source.as_uri(),
            ],
            check=True,
            capture_output=True,
        )
    shrink(target)


def unhinted(data: bytes) -> bytes:
    """A TrueType font without what sharpens it on coarse screens: half its size."""
    font = TTFont(io.BytesIO(data), recalcBBoxes=False)
    for tag in ("fpgm", "prep", "cvt ", "gasp"):
        if tag in font:
            del font[tag]
    for name in font["glyf"].keys():  # noqa: SIM118 - a table, no dictionary
        font["glyf"][name].removeHinting()
    made = io.BytesIO()
    font.save(made, reorderTables=None)
    return made.getvalue()


def print_word(source: Path, target: Path) -> None:
    """Print a Word file with LibreOffice."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True)
        shutil.copy(Path(folder) / f"{source.stem}.pdf", target)
    shrink(target)
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size:,} bytes")


def shrink(target: Path) -> None:
    """Leave out what the browser adds for screen readers, and pack the rest."""
    pikepdf.settings.set_flate_compression_level(9)
    with pikepdf.open(target, allow_overwriting_input=True) as pdf:
        for key in ("/StructTreeRoot", "/MarkInfo", "/Outlines"):
            if key in pdf.Root:
                del pdf.Root[key]
        for one in pdf.pages:
            if "/StructParents" in one.obj:
                del one.obj["/StructParents"]
        for one in pdf.objects:
            if isinstance(one, pikepdf.Dictionary) and "/FontFile2" in one:
                one.FontFile2.write(unhinted(one.FontFile2.read_bytes()))
        pdf.remove_unreferenced_resources()
        pdf.save(
            target,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            recompress_flate=True,
            deterministic_id=True,
        )


if __name__ == "__main__":
    main()
