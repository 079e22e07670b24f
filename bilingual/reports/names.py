"""Short names of documents that still tell them apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import PurePath


def short_names(paths: Iterable[str]) -> dict[str, str]:
    """The shortest ends of paths, whole parts, by which each is told from the others.

    >>> short_names(["2024/q1/ja.txt", "2024/q2/ja.txt", "other.txt"])
    {'2024/q1/ja.txt': 'q1/ja.txt', '2024/q2/ja.txt': 'q2/ja.txt', 'other.txt': 'other.txt'}
    """
    listed = list(dict.fromkeys(paths))
    names: dict[str, str] = {}
    length = 0
    rest = listed
    while rest:
        length += 1
        ends = {path: "/".join(PurePath(path).parts[-length:]) for path in rest}
        counts = Counter(ends.values())
        done = [path for path in rest if counts[ends[path]] == 1 or length >= len(PurePath(path).parts)]
        names.update((path, ends[path]) for path in done)
        rest = [path for path in rest if path not in names]
    return {path: names[path] for path in listed}
