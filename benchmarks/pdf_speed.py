"""Time and memory of PDF files, against what PDFium needs to give all characters with their boxes.

python benchmarks/pdf_speed.py JA.pdf EN.pdf […]      a file that holds both languages counts by itself
python benchmarks/pdf_speed.py --pages 1000            memory of a file of so many pages
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pikepdf
import pypdfium2

ROUNDS = 3


def main() -> None:
    """Measure the files, or the memory of a long file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--pages", type=int, default=0)
    parser.add_argument("--memory-of", type=Path)
    given = parser.parse_args()
    if given.memory_of:
        measure_memory(given.memory_of)
    elif given.pages:
        long_file(given.files[0], given.pages)
    else:
        ratio([str(path) for path in given.files])


def ratio(files: list[str]) -> None:
    """Whole check against extraction, each the best of some runs in this process; nothing is remembered between runs."""
    import bilingual
    from bilingual import sides

    bilingual.check(*files)
    extract(files)
    extraction, whole, reading = [], [], []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        characters = extract(files)
        extraction.append(time.perf_counter() - start)
        forget(sides)
        start = time.perf_counter()
        bilingual.check(*files)
        whole.append(time.perf_counter() - start)
        start = time.perf_counter()
        for file in files:
            bilingual.read(file)
        reading.append(time.perf_counter() - start)
    base = min(extraction)
    print(
        f"{characters} characters: PDFium {base:.3f} s, read {min(reading):.3f} s ({min(reading) / base:.2f} x), "
        f"whole check {min(whole):.3f} s ({min(whole) / base:.2f} x)"
    )


def extract(files: list[str]) -> int:
    """All characters of the files with their boxes, as PDFium gives them."""
    count = 0
    for file in files:
        document = pypdfium2.PdfDocument(file)
        for page in document:
            text = page.get_textpage()
            text.get_text_range()
            for index in range(text.count_chars()):
                text.get_charbox(index)
            count += text.count_chars()
        document.close()
    return count


def forget(module: object) -> None:
    """Empty every memory of functions, so that each run does the whole work."""
    import functools
    import gc

    for one in gc.get_objects():
        if isinstance(one, functools._lru_cache_wrapper) and one.__module__.startswith("bilingual"):
            name = one.__name__
            if name not in ("load_terms", "load_default", "_template"):
                one.cache_clear()


def long_file(source: Path, pages: int) -> None:
    """Memory that reading a file of many pages takes at most."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "long.pdf"
        with pikepdf.open(source) as one, pikepdf.new() as pdf:
            while len(pdf.pages) < pages:
                pdf.pages.extend(one.pages)
            del pdf.pages[pages:]
            pdf.save(target)
        subprocess.run([sys.executable, __file__, "--memory-of", str(target)], check=True)


def measure_memory(path: Path) -> None:
    """Read a file and tell the highest memory."""
    import bilingual

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    document = bilingual.read(path)
    seconds = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        f"{len(document.text):,} characters read in {seconds:.1f} s, {after // 1024} MiB at most ({before // 1024} before)"
    )


if __name__ == "__main__":
    main()
