"""Time and memory of PDF files, against what PDFium needs to give all characters with their boxes.

Times are processor times. A check is ``first`` where nothing is remembered of any document, and ``again`` where the same
files were checked before. Two ratios: to text by page with boxes one by one, and to every character asked for with its box.

python benchmarks/pdf_speed.py JA.pdf EN.pdf […]      a file that holds both languages counts by itself
python benchmarks/pdf_speed.py --pages 1000 FILE [FILE]     time and memory of files of so many pages
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2

ROUNDS = 3
OF_GLOSSARIES = frozenset(
    {"load_terms", "_load_terms", "load_default", "_termbase", "_matcher_of", "labels_of", "_template"}
    | {"contrasts", "vocabulary", "_members", "_compiled", "signature"}
    | {"_automaton", "morpheme_table_once"}
)
"""What a process reads once, whatever documents it checks."""


def main() -> None:
    """Measure the files, or the memory of a long file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--pages", type=int, default=0)
    parser.add_argument("--memory-of", type=Path, nargs="+")
    given = parser.parse_args()
    if given.memory_of:
        measure_memory(given.memory_of)
    elif given.pages:
        long_files(given.files, given.pages)
    elif given.files:
        ratio([str(path) for path in given.files])
    else:
        parser.error("name a PDF file, or the two of a pair")


def ratio(files: list[str]) -> None:
    """Whole check against extraction, each the best of some runs in this process."""
    import bilingual

    bilingual.check(*files)
    characters = extract(files)
    base = least(lambda: extract(files))
    singly = least(lambda: extract(files, singly=True))
    reading = least(lambda: [bilingual.read(file) for file in files])
    again = least(lambda: bilingual.check(*files))
    first = least(lambda: bilingual.check(*files), forget)
    told = ", ".join(
        f"{name} {seconds:.3f} s ({seconds / base:.2f} x, {seconds / singly:.2f} x)"
        for name, seconds in (("read", reading), ("check first", first), ("again", again))
    )
    print(f"{characters} characters: PDFium {base:.3f} s, asked for every character {singly:.3f} s, {told}")


def least(work: Callable[[], object], before: Callable[[], None] = lambda: None) -> float:
    """Least processor time of some runs of a piece of work."""
    times = []
    for _ in range(ROUNDS):
        before()
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def extract(files: list[str], *, singly: bool = False) -> int:
    """All characters of all files with their boxes, through the helpers of pypdfium2; their number.

    Boxes come one by one; text by page, or ``singly``, so that every character is known to belong to its box.
    """
    count = 0
    for file in files:
        document = pypdfium2.PdfDocument(file)
        for page in document:
            text = page.get_textpage()
            if not singly:
                text.get_text_range()
            for index in range(text.count_chars()):
                text.get_charbox(index)
                if singly:
                    text.get_text_range(index, 1)
            count += text.count_chars()
        document.close()
    return count


def forget() -> None:
    """Empty every memory of documents, so that each run does the whole work."""
    import functools
    import gc

    for one in gc.get_objects():
        if isinstance(one, functools._lru_cache_wrapper) and one.__module__.startswith("bilingual"):
            name = one.__name__
            if name not in OF_GLOSSARIES:
                one.cache_clear()


def long_files(sources: list[Path], pages: int) -> None:
    """Memory and time that files of many pages take."""
    with tempfile.TemporaryDirectory() as folder:
        targets = []
        for source in sources:
            targets.append(str(Path(folder) / f"long_{source.name}"))
            with pikepdf.open(source) as one, pikepdf.new() as pdf:
                while len(pdf.pages) < pages:
                    pdf.pages.extend(one.pages)
                del pdf.pages[pages:]
                pdf.save(targets[-1])
        subprocess.run([sys.executable, __file__, "--memory-of", *targets], check=True)


def measure_memory(paths: list[Path]) -> None:
    """Read files, check them where they hold both languages, and tell the highest memory after each."""
    import bilingual
    from bilingual.errors import InputError

    for path in paths:
        start = time.process_time()
        document = bilingual.read(path)
        told = f"{len(document.text):,} characters read in {time.process_time() - start:.1f} s"
        print(f"{told}, {peak()} MiB at most")
    del document
    start = time.process_time()
    try:
        bilingual.check(*paths).to_dict()
    except InputError as error:
        print(f"not checked: {error}")
    else:
        print(f"checked in {time.process_time() - start:.1f} s, {peak()} MiB at most")


def peak() -> int:
    """Highest memory of this process so far, in MiB."""
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used // (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()
