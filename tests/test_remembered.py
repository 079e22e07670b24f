"""What is remembered between checks never answers for another file, other bytes or other options."""

from __future__ import annotations

import gc
import re
from pathlib import Path

import pytest

import bilingual
from bilingual import pipeline, sides, unchanged
from bilingual.errors import InputError
from bilingual.model.alignment import Side
from bilingual.model.memory import Remembering
from bilingual.model.table import Table
from bilingual.options import Options

RELEASE = """売上高は{ja}百万円となりました。営業利益は2,345百万円となりました。

Net sales were {en} million yen. Operating profit was 2,345 million yen.
"""

WITH_TABLE = """(百万円)

\t2024年3月期\t2025年3月期
売上高\t9,876\t{sales}
営業利益\t1,234\t2,345

(Millions of yen)

\tFY2024/3\tFY2025/3
Net sales\t9,876\t{sales}
Operating profit\t1,234\t2,345
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


CORPUS = Path(__file__).parent.parent / "corpus"


def edited(text: str) -> list[str]:
    """A release as a reviewer saves it one time after the other: digits, words, lines and cells change and change back."""
    lines = text.split("\n")
    rows = [number for number, line in enumerate(lines) if line.count("\t") > 1]
    cells = lines[rows[-2]].split("\t")
    cells[1], cells[2] = cells[2], cells[1]
    exchanged = [*lines[: rows[-2]], "\t".join(cells), *lines[rows[-2] + 1 :]]
    shorter = [*lines[: rows[3]], *lines[rows[3] + 1 :]]
    at = [found.start() + 1 for found in re.finditer(r",\d{3}", text)][len(rows) // 2]
    digit = text[:at] + str((int(text[at]) + 1) % 10) + text[at + 1 :]
    longer = text[:at] + "1" + text[at:]
    return [text, digit, longer, "\n".join(exchanged), text, "\n".join(shorter), digit]


@pytest.mark.parametrize("name", ["cloud_year", "forecast_revision"])
def test_a_corrected_release_is_judged_as_if_it_were_new(tmp_path: Path, name: str) -> None:
    """What is kept of the reading before changes nothing in what a check says."""
    path = tmp_path / "release.txt"
    for text in edited((CORPUS / name / "release.txt").read_text(encoding="utf-8")):
        path.write_text(text, encoding="utf-8")
        corrected = bilingual.check(path).to_dict()
        for memory in (unchanged._recalled, unchanged._lately, sides._documents, sides._remembered_side):
            memory.cache_clear()
        assert corrected == bilingual.check(path).to_dict()


def test_what_a_correction_leaves_is_known(tmp_path: Path) -> None:
    """Tables that are as they were stay the same objects; the version without a change knows all that it knew."""
    path = tmp_path / "release.txt"
    text = (CORPUS / "cloud_year" / "release.txt").read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    before = bilingual.check(path).comparison
    cell = next(
        cell
        for row in before.en.tables[-1].rows
        for cell in row.cells
        if cell.figure is not None and len(cell.text) > 3 and cell.text[-1].isdigit()
    )
    at = cell.span.end - 1
    path.write_text(text[:at] + str((int(text[at]) + 1) % 10) + text[at + 1 :], encoding="utf-8")
    after = bilingual.check(path).comparison
    assert after.ja.tables is before.ja.tables
    assert after.ja_relations is before.ja_relations
    assert after.ja.document is not before.ja.document
    assert [new is old for new, old in zip(after.en.tables, before.en.tables, strict=True)] == [
        *[True] * (len(before.en.tables) - 1),
        False,
    ]


def test_what_else_a_function_needs_is_told_apart() -> None:
    """An answer for one value that remembers is no answer for another; of other things the equal ones are the same."""
    value, first, second = Remembering(), Remembering(), Remembering()
    asked: list[object] = []

    def work(_: Remembering, given: object) -> int:
        asked.append(given)
        return len(asked)

    assert [value.once(work, given) for given in (first, first, second, first)] == [1, 1, 2, 3]
    assert [value.once(work, given) for given in (("a", 1), ("a", 1), ("a", 2))] == [4, 4, 5]


def test_what_is_no_longer_remembered_is_freed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A long run of checks keeps the last releases only: tables and what is known of them hold each other."""
    monkeypatch.setattr(pipeline, "MOST_UNSEEN", 5_000)
    gc.collect()

    def kept() -> int:
        return sum(isinstance(each, Table) for each in gc.get_objects())

    before, path = kept(), tmp_path / "release.txt"
    for number in range(10, 40):
        path.write_text(WITH_TABLE.format(sales=f"{number},345"), encoding="utf-8")
        bilingual.check(path)
    assert kept() <= before + 2 * 15


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
