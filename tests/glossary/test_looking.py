"""Looking things up: search in both languages, and which layer gave what."""

from __future__ import annotations

import pytest

from bilingual.glossary import load_default
from bilingual.glossary.counting import count
from bilingual.glossary.layers import layers_of, trace
from bilingual.glossary.searching import search

SEARCHES = [
    ("売上高", "net-sales"),
    ("うりあげ", None),
    ("net sale", "net-sales"),
    ("NET-SALES", "net-sales"),
    ("Ｎｅｔ　ｓａｌｅｓ", "net-sales"),
    ("ｿﾌﾄｳｪｱ", "software"),
    ("そふとうぇあ", "software"),
    ("ソフトウエアー", "software"),
    ("ordinary proft", "ordinary-profit"),
    ("有価証券報告所", "annual-securities-report"),
    ("貸し付け金", None),
    ("", None),
    ("🙂", None),
]


@pytest.mark.parametrize(("words", "concept"), SEARCHES, ids=[case[0] or "nothing" for case in SEARCHES])
def test_search(words, concept):
    """A term is found in either language, width, kana or case, and with a slip."""
    hits = search(load_default().concepts, words, 5)

    assert all(0 < hit.score <= 100 for hit in hits)
    assert len({hit.concept.id for hit in hits}) == len(hits)
    if concept:
        assert hits[0].concept.id == concept


def write(tmp_path, name, text):
    """A glossary file."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_layer_wins_and_hides(tmp_path):
    """Each layer says what it hides below and what hides it above."""
    industry = write(tmp_path, "industry.csv", "id,ja,en,ja_variants\ni,売上高,Revenue,収入\n")
    company = write(tmp_path, "company.csv", "id,ja,en\nc,売り上げ高,Turnover\nd,収入,Income\n")
    found = trace(layers_of([industry, company]), "売上高")

    assert [(entry.concept.id, entry.layer) for entry in found] == [("c", 2), ("i", 1), ("net-sales", 0)]
    assert [(other.id, terms, whole) for other, terms, whole in found[0].hides] == [
        ("net-sales", ("売上高",), True),
        ("i", ("売上高",), True),
    ]
    assert [other.id for other in found[1].hidden_by] == ["c", "d"]
    assert [entry.kept for entry in found] == [("売り上げ高",), (), ()]


def test_a_variant_that_is_taken_leaves_the_rest(tmp_path):
    """A layer that takes a variant hides that variant alone."""
    base = write(tmp_path, "base.csv", "id,ja,en,ja_variants\nb,資産,Assets,財産\n")
    company = write(tmp_path, "company.csv", "id,ja,en\nc,財産,Property\n")
    entry = trace(layers_of([base, company], base=False), "b")[0]

    assert entry.kept == ("資産",)
    assert [other.id for other in entry.hidden_by] == ["c"]


def test_the_same_id_replaces(tmp_path):
    """An entry with the id of a lower one replaces all of it, whatever its terms."""
    company = write(tmp_path, "company.csv", "id,ja,en\nnet-sales,営業収益,Operating revenue\n")
    found = trace(layers_of([company]), "net-sales")

    assert [(entry.layer, entry.kept) for entry in found] == [(1, ("営業収益",)), (0, ())]
    assert found[0].hides[0][2] or found[0].hides[-1][2]


def test_counts_add_up():
    """The numbers by status and by subject field are those of the whole."""
    counts = list(count(load_default().concepts))
    whole = {each.measure: each.number for each in counts if not each.part}

    assert whole["concepts"] == len(load_default().concepts)
    assert sum(each.number for each in counts if each.measure == "terms" and each.part) == whole["terms"]
    assert sum(each.number for each in counts if each.measure == "subject field") == whole["concepts"]
