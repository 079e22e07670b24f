"""Reviewers' decisions: what a sheet says is read or refused, and what was turned down comes back as it was."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual.errors import BilingualError
from bilingual.glossary.extraction import pair_key
from bilingual.glossary.extraction.approving import Outcome, take_over
from bilingual.glossary.extraction.decisions import WORDS, Decision, Verdict, read_decisions
from bilingual.glossary.extraction.rejections import read_rejections, rejections_bytes, rejections_path
from bilingual.model.document import Language
from bilingual.model.termbase import Concept, Term

TERMS = (
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)
    .map(str.strip)
    .filter(bool)
)
JA = st.sampled_from(["売上高", "売上 高", "営業利益", "その他", "ﾃﾞｰﾀ", "データー"])
EN = st.sampled_from(["Net sales", "net sale", "Revenue", "Other", "Others", "Data"])
DECISIONS = st.lists(
    st.tuples(st.sampled_from(list(Verdict)), JA, EN),
    max_size=8,
    unique_by=lambda row: pair_key(row[1], row[2]),
)
"""Sheets that decide each pair once."""


def decided(rows):
    """Decisions of a sheet."""
    return [Decision(line, verdict, ja, en, {}) for line, (verdict, ja, en) in enumerate(rows, start=2)]


@given(st.text(max_size=200))
def test_any_file_is_read_or_refused(text):
    """A text is a list of candidates, or one sentence says why not."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "terms.csv"
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        try:
            decisions, undecided = read_decisions(path)
        except BilingualError as error:
            assert str(path) in str(error)
        else:
            assert undecided >= 0 and all(each.ja and each.en for each in decisions)


@pytest.mark.parametrize("word", WORDS)
def test_words_of_decisions(tmp_path, word):
    """All words that reviewers write are understood, in capitals, too."""
    path = tmp_path / "terms.csv"
    path.write_text(f"decision,ja,en\n{word.upper()},売上高,Net sales\n", encoding="utf-8")

    assert [each.verdict for each in read_decisions(path)[0]] == [WORDS[word]]


@given(st.lists(st.fixed_dictionaries({"ja": TERMS, "en": TERMS, "note": TERMS}), max_size=5))
def test_rejections_come_back(rejections):
    """What is written beside the glossary is read as it was, formulas and quotes included."""
    with tempfile.TemporaryDirectory() as folder:
        glossary = Path(folder) / "ours.csv"
        rejections_path(glossary).write_bytes(rejections_bytes(rejections))

        read = read_rejections(glossary)

    assert [{name: each[name] for name in ("ja", "en", "note")} for each in read] == rejections
    cells = [cell for row in csv.reader(io.StringIO(rejections_bytes(rejections).decode())) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


@given(DECISIONS, DECISIONS)
def test_decisions_are_taken_over_once(first, second):
    """The same sheet twice changes nothing more; no entry is lost; a pair is never approved and rejected at once."""
    base = [Concept("s", (Term("売上高", Language.JA), Term("Revenue", Language.EN)))]
    once = take_over(decided(first), base, [])
    more = take_over(decided(second), once.concepts, once.rejections)
    again = take_over(decided(second), more.concepts, more.rejections)

    assert {concept.id for concept in base} <= {concept.id for concept in more.concepts}
    assert all(
        set(old.terms) <= set(new.terms) for old, new in zip(once.concepts, more.concepts, strict=False)
    )
    assert (again.concepts, again.rejections) == (more.concepts, more.rejections)
    assert all(change.outcome in (Outcome.KNOWN, Outcome.CONFLICT) for change in again.changes)
    pairs = {
        pair_key(ja.text, en.text)
        for concept in more.concepts
        for ja in concept.in_language(Language.JA)
        for en in concept.in_language(Language.EN)
    }
    assert not pairs & {pair_key(each["ja"], each["en"]) for each in more.rejections}
