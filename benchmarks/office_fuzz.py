"""Damages Word and Excel files at random and reads them: nothing may crash, hang or raise anything but one sentence.

    python benchmarks/office_fuzz.py [--files 2000] [--seed 1] [FILE …]

Half of the files are damaged as they are (cut off, bytes flipped, pieces exchanged), half in the mark-up of one of their
parts, which is packed again. A file that takes longer than ten seconds counts as a hang.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import signal
import sys
import tempfile
import traceback
import zipfile
from collections import Counter
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

import bilingual  # noqa: E402
from bilingual.readers.bitext import is_bitext  # noqa: E402

HANG = 10
"""Seconds."""
VALUE_RE = re.compile(rb'"([^"]*)"')
TAG_RE = re.compile(rb"<[^>]+>")
EXTREMES = (
    b"", b"0", b"-1", b"1", b"65536", b"99999999999999999999", b"-2147483648", b"1E400", b"NaN", b"A1:XFD1048576",
    b"XFD1048576", b"A0", b"&#x202E;", b"&lol;", b"../../../etc/passwd", b"file:///etc/passwd", b"true", b"\xff\xfe",
    b"%1%2%3%4%5%6%7%8%9", b'[h]:mm;@;"', b"#,##0,,,,,,,,;;;;", b"x" * 5_000,
)  # fmt: skip


class HangError(Exception):
    """A file took too long."""


def main() -> None:
    """Damage and read."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("seeds", nargs="*", type=Path)
    parser.add_argument("--files", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="folder for the files that fail")
    given = parser.parse_args()
    seeds = given.seeds or [
        ROOT / "corpus" / name / f"{stem}{ending}"
        for name, stem in (
            ("sustainability", "ja"),
            ("forecast_revision", "release"),
            ("telecom_pipes", "release"),
        )
        for ending in (".docx", ".xlsx")
    ]
    files = [path.read_bytes() for path in seeds]
    chance = random.Random(given.seed)
    signal.signal(signal.SIGALRM, _hang)
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(given.files):
            data = chance.choice((damaged, remade))(chance.choice(files), chance)
            path = Path(folder) / f"{number:05}.xlsx"
            path.write_bytes(data)
            said = outcome(path)
            counts[said.partition(":")[0]] += 1
            if not said.startswith(("read", "refused")):
                print(number, said)
                if given.keep:
                    given.keep.mkdir(parents=True, exist_ok=True)
                    (given.keep / path.name).write_bytes(data)
            path.unlink()
    print(", ".join(f"{count} {what}" for what, count in counts.most_common()))
    sys.exit(bool(counts["exception"] or counts["hang"]))


def _hang(number: int, frame: FrameType | None) -> None:
    raise HangError


def outcome(path: Path) -> str:
    """What comes of reading a file: ``read``, ``refused``, ``hang`` or ``exception`` with its place."""
    signal.alarm(HANG)
    try:
        is_bitext(path)
        bilingual.read(path)
    except bilingual.InputError as error:
        return "refused" if "\n" not in str(error) and len(str(error)) < 600 else f"exception: {error!r}"
    except HangError:
        return "hang: " + " < ".join(frame.name for frame in traceback.extract_tb(sys.exc_info()[2])[-4:])
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        return f"exception: {type(error).__name__} {str(error)[:80]!r} in {last.filename}:{last.lineno}"
    finally:
        signal.alarm(0)
    return "read"


def damaged(data: bytes, chance: random.Random) -> bytes:
    """A file with other bytes."""
    out = bytearray(data)
    kind = chance.randrange(4)
    if kind == 0:
        return bytes(out[: chance.randrange(len(out))])
    if kind == 1:
        for _ in range(chance.randrange(1, 40)):
            out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
        return bytes(out)
    start, length = chance.randrange(len(out)), chance.randrange(1, 400)
    if kind == 2:
        out[start : start + length] = chance.randbytes(length)
        return bytes(out)
    piece = out[start : start + length]
    del out[start : start + length]
    at = chance.randrange(len(out))
    return bytes(out[:at] + piece + out[at:])


def remade(data: bytes, chance: random.Random) -> bytes:
    """A file with other mark-up in some of its parts, packed again."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        names = [name for name in old.namelist() if name.endswith((".xml", ".rels"))]
        wanted = [name for name in names if name.startswith(("word/", "xl/"))]
        chosen = {chance.choice(wanted), chance.choice(names)}
        for name in old.namelist():
            part = old.read(name)
            if name in chosen and chance.random() < 0.03:
                continue
            new.writestr(name, _other(part, chance) if name in chosen else part)
    return buffer.getvalue()


def _other(part: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randrange(1, 6)):
        kind = chance.randrange(6)
        tags = list(TAG_RE.finditer(part))
        if kind == 0 or not tags:
            values = list(VALUE_RE.finditer(part))
            if values:
                match = chance.choice(values)
                part = part[: match.start(1)] + chance.choice(EXTREMES) + part[match.end(1) :]
            continue
        tag = chance.choice(tags)
        if kind == 1:
            part = part[: tag.start()] + part[tag.end() :]
        elif kind == 2:
            part = part[: tag.end()] + tag[0] * chance.randrange(1, 400) + part[tag.end() :]
        elif kind == 3:
            other = chance.choice(tags)
            part = part[: tag.start()] + other[0] + part[tag.end() :]
        elif kind == 4:
            name = tag[0].strip(b"</>").split()[0:1] or [b"a"]
            depth = chance.randrange(1, 2_000)
            part = (
                part[: tag.start()]
                + b"<"
                + name[0]
                + b">"
                + (b"<" + name[0] + b">") * depth
                + (b"</" + name[0] + b">") * (depth + 1)
                + part[tag.start() :]
            )
        else:
            text = chance.choice(
                (b"<!DOCTYPE a [<!ENTITY e 'x'>]>", b"&e;", b"<![CDATA[", b"<!--", b"\x00", b"<?a b?>")
            )
            part = part[: tag.start()] + text + part[tag.start() :]
    return part


if __name__ == "__main__":
    main()
