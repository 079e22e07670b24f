"""What is remembered between checks never answers for another file, other bytes or other options."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

import bilingual
from bilingual import sides
from bilingual.errors import InputError
from bilingual.model.alignment import Side
from bilingual.options import Options

RELEASE = """売上高は{ja}百万円となりました。営業利益は2,345百万円となりました。

Net sales were {en} million yen. Operating profit was 2,345 million yen.
"""


def write(path: Path, ja: str = "12,345", en: str = "12,345") -> Path:
    """A small release in both languages."""
    path.write_text(RELEASE.format(ja=ja, en=en), encoding="utf-8")
    return path


def errors(path: Path, options: Options | None = None) -> list[str]:
    """The rules that find an error."""
    return [
        one.rule for one in bilingual.check(path, options=options).findings if one.severity.value == "error"
    ]


def test_a_file_that_was_corrected_is_read_anew(tmp_path: Path) -> None:
    """Corrected and made wrong again under one name, a file is judged as it stands each time."""
    path = tmp_path / "release.txt"
    assert not errors(write(path))
    assert errors(write(path, en="12,435"))
    assert not errors(write(path))


def test_a_file_of_the_same_bytes_keeps_its_own_name(tmp_path: Path) -> None:
    """Two files with one content are two documents."""
    for name in ("one.txt", "two.txt"):
        report = bilingual.check(write(tmp_path / name))
        assert report.comparison.ja.document.path.endswith(name)


def test_other_options_read_again(tmp_path: Path) -> None:
    """A limit that the remembered reading did not have still holds."""
    path = write(tmp_path / "release.txt")
    bilingual.check(path)
    with pytest.raises(InputError, match="limit"):
        bilingual.check(path, options=Options(max_characters=20))


def test_other_rules_of_the_same_release(tmp_path: Path) -> None:
    """An alignment that is remembered serves every choice of rules."""
    path = write(tmp_path / "release.txt", en="12,435")
    found = errors(path)
    assert found
    assert not errors(path, Options(disabled=tuple(found)))
    assert errors(path) == found


def test_nothing_is_remembered_with_a_password(tmp_path: Path) -> None:
    """What opens a protected file stays in no memory."""
    path, options = write(tmp_path / "release.txt"), Options(password="secret")
    sides._documents.cache_clear()
    bilingual.check(path, options=options)
    assert sides._documents.cache_info().currsize == 0


def test_what_a_side_says_is_worked_out_once(tmp_path: Path) -> None:
    """The second that asks gets what the first got; another side has its own."""
    comparison = bilingual.check(write(tmp_path / "release.txt")).comparison
    asked: list[Side] = []

    def count(side: Side) -> int:
        asked.append(side)
        return len(side.readings)

    for side in (comparison.ja, comparison.en, comparison.ja):
        assert side.once(count) == len(side.readings)
    assert asked == [comparison.ja, comparison.en]


def test_the_collector_is_left_as_it_was(tmp_path: Path) -> None:
    """A check holds the garbage collector and gives it back; what the program has frozen stays frozen."""
    path = write(tmp_path / "release.txt")
    bilingual.check(path)
    assert gc.isenabled()
    assert not gc.get_freeze_count()
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        bilingual.check(path)
        assert gc.get_freeze_count() >= frozen * 0.9
    finally:
        gc.unfreeze()
    gc.disable()
    try:
        bilingual.check(path)
        assert not gc.isenabled()
    finally:
        gc.enable()
