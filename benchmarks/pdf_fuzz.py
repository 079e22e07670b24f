"""Damages PDF files at random and reads them: nothing may crash, hang or raise anything but one sentence.

    python benchmarks/pdf_fuzz.py [--files 2000] [--seed 1] [FILE.pdf …]

A child process reads the files one after another, so that a crash or a hang ends the child and is counted.
"""

from __future__ import annotations

import argparse
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
SLOW = 30.0
"""Seconds after which a file counts as a hang."""
NUMBER_RE = re.compile(rb"-?\d+(?:\.\d+)?")
WORDS = (
    b"/Kids",
    b"/Parent",
    b"/Count",
    b"/Length",
    b"/Contents",
    b"/Resources",
    b"/Font",
    b"/XObject",
    b"/W",
    b"obj",
    b"stream",
    b"endobj",
)
EXTREMES = (
    b"0",
    b"-1",
    b"1",
    b"2147483647",
    b"-2147483648",
    b"99999999999999999999",
    b"1e38",
    b"0.0000001",
    b"NaN",
)


def main() -> None:
    """Damage and read."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("seeds", nargs="*", type=Path)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.read:
        read_all(given.read)
        return
    seeds = given.seeds or sorted((ROOT / "tests" / "data" / "pdf").rglob("*.pdf"))
    with tempfile.TemporaryDirectory() as folder:
        counts = run(Path(folder), [path.read_bytes() for path in seeds], given.files, given.seed)
    print(", ".join(f"{count} {what}" for what, count in counts.most_common()))
    sys.exit(bool(counts["crash"] or counts["hang"] or counts["exception"]))


def run(folder: Path, seeds: list[bytes], files: int, seed: int) -> Counter[str]:
    """Write damaged files and have children read them."""
    chance = random.Random(seed)
    for number in range(files):
        (folder / f"{number:05}.pdf").write_bytes(damaged(chance.choice(seeds), chance))
    counts: Counter[str] = Counter()
    left = set(folder.glob("*.pdf"))
    while left:
        child = subprocess.Popen(
            [sys.executable, __file__, "--read", str(folder)], stdout=subprocess.PIPE, text=True
        )
        current, started = None, time.monotonic()
        assert child.stdout is not None
        import selectors

        selector = selectors.DefaultSelector()
        selector.register(child.stdout, selectors.EVENT_READ)
        while True:
            if not selector.select(timeout=SLOW):
                child.kill()
                counts["hang"] += 1
                print("hang:", keep(current))
                break
            line = child.stdout.readline()
            if not line:
                if child.wait() and current is not None:
                    counts["crash"] += 1
                    print("crash:", keep(current))
                break
            word, _, rest = line.strip().partition(" ")
            if word == "begin":
                current, started = folder / rest, time.monotonic()
            else:
                counts[word] += 1
                if word == "exception":
                    print(rest)
                if time.monotonic() - started > 5:
                    counts["slow"] += 1
                (folder / current.name).unlink(missing_ok=True) if current else None
                current = None
        if current is not None:
            current.unlink(missing_ok=True)
        left = set(folder.glob("*.pdf"))
        if child.poll() == 0:
            break
    return counts


def keep(path: Path | None) -> str:
    """Put a file that did harm beside this program's temporary files, to look at."""
    if path is None:
        return "nothing"
    target = Path(tempfile.gettempdir()) / f"harm-{path.name}"
    target.write_bytes(path.read_bytes())
    return str(target)


def read_all(folder: Path) -> None:
    """Read all files of a folder, telling what became of each."""
    import bilingual

    for path in sorted(folder.glob("*.pdf")):
        print("begin", path.name, flush=True)
        try:
            bilingual.read(path)
            print("read", flush=True)
        except bilingual.InputError as error:
            print("refused" if "\n" not in str(error) else "exception lines in a sentence", flush=True)
        except Exception as error:
            print(
                "exception", path.name, type(error).__name__, str(error)[:100].replace("\n", " "), flush=True
            )


def damaged(data: bytes, chance: random.Random) -> bytes:
    """A file with one to six kinds of damage."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        chance.choice((flip, cut, remove, repeat, number, word, swap, loop))(out, chance)
    return bytes(out)


def flip(out: bytearray, chance: random.Random) -> None:
    """Some bytes changed."""
    for _ in range(chance.randint(1, 40)):
        if out:
            out[chance.randrange(len(out))] = chance.randrange(256)


def cut(out: bytearray, chance: random.Random) -> None:
    """The end missing."""
    if chance.random() < 0.4:
        del out[chance.randrange(len(out) // 2, len(out) + 1) :]


def remove(out: bytearray, chance: random.Random) -> None:
    """A stretch missing."""
    at = chance.randrange(len(out) + 1)
    del out[at : at + chance.randint(1, 400)]


def repeat(out: bytearray, chance: random.Random) -> None:
    """A stretch twice."""
    at = chance.randrange(len(out) + 1)
    out[at:at] = out[at : at + chance.randint(1, 2000)]


def number(out: bytearray, chance: random.Random) -> None:
    """A number made extreme."""
    found = list(NUMBER_RE.finditer(bytes(out[:200_000])))
    if found:
        match = chance.choice(found)
        out[match.start() : match.end()] = chance.choice(EXTREMES)


def word(out: bytearray, chance: random.Random) -> None:
    """A key exchanged for another."""
    old, new = chance.sample(WORDS, 2)
    at = out.find(old, chance.randrange(len(out) + 1))
    if at >= 0:
        out[at : at + len(old)] = new


def swap(out: bytearray, chance: random.Random) -> None:
    """Two stretches exchanged."""
    if len(out) > 400:
        a, b = sorted(chance.sample(range(len(out) - 100), 2))
        one, other = bytes(out[a : a + 60]), bytes(out[b : b + 60])
        out[b : b + 60], out[a : a + 60] = one, other


def loop(out: bytearray, chance: random.Random) -> None:
    """A reference turned to another object, which may be the object itself or one above it."""
    found = list(re.finditer(rb"(\d+) 0 R", bytes(out[:400_000])))
    if found:
        match = chance.choice(found)
        out[match.start() : match.end()] = b"%d 0 R" % chance.randint(1, 60)


if __name__ == "__main__":
    main()
