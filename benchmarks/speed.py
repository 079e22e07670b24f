"""Measure speed as ratios within one run: absolute seconds belong to the machine, ratios to the code.

Times are processor times of this process (the least of several runs), so other work on the machine does not count.

    python benchmarks/speed.py [RELEASE.txt]

Prints one line per measure:

- ``check``: one warm check of a release, over the time that fugashi alone needs to tokenize its Japanese lines
  (words with class and lemma; in brackets, cutting into words without reading either) plus one
  regular-expression pass over its English lines. ``again`` is a release that this process has checked before, with the
  same bytes (its reading and its alignment are remembered); ``corrected`` one in which a digit has changed since (what its
  lines, cells and sentences say is remembered); ``first`` one that the process has not seen.
- ``join``: one check of ten documents joined into one file, over the mean of the ten checked one by one.
- ``rows``: a table of 10,000 rows on each side over one of 1,000 rows (linear would be 10).
- ``cold``: ``bilingual --version`` and ``--help`` over ``python -c "import fugashi"``.
- ``memory``: peak resident size of one check in a process of its own, in MiB.
"""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import bilingual
from bilingual.model.document import Language

CORPUS = Path(__file__).parent.parent / "corpus"
WORD_RE = re.compile(r"[A-Za-z]+(?:['-][A-Za-z]+)*|\d[\d,.]*|[^\sA-Za-z\d]")


def seconds(work: Callable[[], object], repeats: int = 9) -> float:
    """Least processor time of a piece of work after one warm-up."""
    work()
    times = []
    for _ in range(repeats):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def tokenizing_alone(release: Path, *, features: bool) -> float:
    """Fugashi over the Japanese lines plus one regex pass over the English lines."""
    import fugashi

    from bilingual.readers import read
    from bilingual.text.language import line_languages
    from bilingual.text.layer import read_layer

    document = read(release)
    languages = line_languages(read_layer(document))
    lines = [document.line_text(number + 1) for number in range(len(languages))]
    japanese = [line for line, language in zip(lines, languages, strict=True) if language is Language.JA]
    english = [line for line, language in zip(lines, languages, strict=True) if language is Language.EN]
    tagger = fugashi.Tagger()

    def work() -> None:
        for line in japanese:
            words = tagger(line)
            if features:
                [(word.surface, word.feature.pos1, word.feature.lemma) for word in words]
        for line in english:
            WORD_RE.findall(line)

    return seconds(work, 25)


def corrected_check(release: Path, runs: int = 5) -> float:
    """Processor time of a check after one digit of the release has changed, each time another one."""
    text = release.read_text(encoding="utf-8")
    places = [found.start() for found in re.finditer(r"(?<=\d,)\d(?=\d\d)", text)]
    times = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, release.name)
        for run in range(runs + 1):
            at = places[len(places) * run // (runs + 1)]
            path.write_text(text[:at] + str((int(text[at]) + 1) % 10) + text[at + 1 :], encoding="utf-8")
            start = time.process_time()
            bilingual.check(path)
            times.append(time.process_time() - start)
    return min(times[1:])


def first_check(release: Path, runs: int = 5) -> float:
    """Processor time of the first check of a release by a process that has checked another one."""
    other = CORPUS / "cloud_year" / "release.txt"
    code = (
        "import time, bilingual\n"
        f"bilingual.check({str(other)!r})\n"
        f"start = time.process_time(); bilingual.check({str(release)!r}); print(time.process_time() - start)"
    )
    done = [
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True) for _ in range(runs)
    ]
    return min(float(run.stdout) for run in done)


def join_ratio() -> float:
    """Ten documents of the corpus joined into one, over their mean."""
    releases = sorted(CORPUS.glob("*/release.txt")) + sorted(CORPUS.glob("*/planted.txt"))
    for ja in sorted(CORPUS.glob("*/ja.txt")):
        releases.append(ja)
    texts = []
    for release in releases:
        text = release.read_text(encoding="utf-8")
        if release.name == "ja.txt":
            text += "\n\n" + release.with_name("en.txt").read_text(encoding="utf-8")
        texts.append(text)
    texts = (texts * 10)[:10]
    with tempfile.TemporaryDirectory() as folder:
        single = []
        for number, text in enumerate(texts):
            path = Path(folder, f"{number}.txt")
            path.write_text(text, encoding="utf-8")
            single.append(seconds(lambda path=path: bilingual.check(path), 3))  # type: ignore[misc]
        joined = Path(folder, "joined.txt")
        joined.write_text("\n\n".join(texts), encoding="utf-8")
        return seconds(lambda: bilingual.check(joined), 3) / (sum(single) / len(single))


def row_ratio() -> float:
    """A table of 10,000 rows over one of 1,000 rows."""

    def table(rows: int) -> str:
        numbers = [(number * 7919) % 999_983 for number in range(rows)]
        ja = "".join(f"項目{number}\t{value:,}\t{value * 3:,}\n" for number, value in enumerate(numbers))
        en = "".join(f"Item {number}\t{value:,}\t{value * 3:,}\n" for number, value in enumerate(numbers))
        return (
            f"売上高の内訳\n\n(百万円)\n\n\t2024年3月期\t2025年3月期\n{ja}\n\n"
            f"Breakdown of net sales (Millions of yen)\n\n\tFY2024/3\tFY2025/3\n{en}"
        )

    with tempfile.TemporaryDirectory() as folder:
        times = []
        for rows in (1_000, 10_000):
            path = Path(folder, f"{rows}.txt")
            path.write_text(table(rows), encoding="utf-8")
            times.append(first_check(path, 1))
    return times[1] / times[0]


def process_seconds(*arguments: str) -> float:
    """Wall time of a Python process of its own."""
    times = []
    for _ in range(9):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return min(times)


def peak_memory(release: Path) -> float:
    """Peak resident size of one check, in MiB, measured in a child process."""
    subprocess.run(
        [sys.executable, "-c", f"import bilingual; bilingual.check({str(release)!r}).to_dict()"], check=True
    )
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def main() -> None:
    """Run all measures."""
    release = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS / "network_quarter" / "release.txt"
    print(f"memory  {peak_memory(release):.0f} MiB peak for one check of {release.name} (bar: 200)")
    full, bare = (tokenizing_alone(release, features=features) for features in (True, False))
    for name, check in (
        ("again", seconds(lambda: bilingual.check(release))),
        ("corrected", corrected_check(release)),
        ("first", first_check(release)),
    ):
        print(
            f"check   {check / full:.1f} x tokenizing alone, {name} (bar: 20; {check * 1000:.0f} ms) [{check / bare:.1f} x]"
        )
    cold = process_seconds("-c", "import fugashi")
    for option in ("--version", "--help"):
        print(
            f"cold    {process_seconds('-m', 'bilingual', option) / cold:.1f} x import fugashi: {option} (bar: 6)"
        )
    print(f"join    {join_ratio():.1f} x the mean of ten documents (bar: 12)")
    print(f"rows    {row_ratio():.1f} x for ten times the rows")


if __name__ == "__main__":
    main()
