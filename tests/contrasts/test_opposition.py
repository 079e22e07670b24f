"""What two texts say of a contrast, and when they exclude each other."""

from __future__ import annotations

import pytest

from bilingual.contrasts import Vocabulary, named_alike, oppositions, read_contrasts, told, vocabulary

TERM = "TRM001\tsegments\t{how}\tterm\tshort\t短期\tshort-term\t流動\tcurrent\nTRM001\tsegments\t{how}\tterm\tlong\t長期\tlong-term\t固定\tnon-current\n"


def found(ja, en, how=""):
    """The words that exclude each other, as texts."""
    known = Vocabulary(list(read_contrasts(TERM.format(how=how))))
    return [(ja[slice(*one.ja)], en[slice(*one.en)]) for one in told(list(oppositions(known, ja, en)))]


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("短期借入金", "short-term loans"),
        ("借入金", "long-term loans"),
        ("短期借入金", "loans"),
        ("短期借入金", "current portion of long-term loans"),
        ("短期借入金と長期借入金", "long-term loans"),
        ("短期借入金と固定負債", "long-term loans"),
        ("短期借入金", "longish-term loans"),
    ],
)
def test_words_that_may_stand_for_each_other_are_left_alone(ja, en):
    """The same member, no member, a word that may mean it, or one side that names more."""
    assert found(ja, en) == []


@pytest.mark.parametrize("how", ["", "strict"])
def test_another_member_is_told(how):
    """A word of one member against a word of another."""
    assert found("短期借入金の返済", "repayment of Long-Term loans", how) == [("短期", "Long-Term")]


def test_a_strict_member_is_not_excused_by_its_own_word():
    """The other member in English is told even beside the right one, but not where Japanese may mean it."""
    assert found("短期借入金", "short-term and long-term loans", "strict") == [("短期", "long-term")]
    assert found("短期借入金(固定)", "long-term loans", "strict") == []


def test_one_of_several_for_the_same_words():
    """Two contrasts that hold the same words against a text give one opposition."""
    lines = TERM.format(how="") + TERM.format(how="").replace("\tterm\t", "\tmaturity\t")

    both = list(oppositions(Vocabulary(list(read_contrasts(lines))), "短期", "long-term"))

    assert len(both) == 2
    assert len(told(both)) == 1


TWO = "TRM001\tsegments\t{how}\tmarket\thome\t国内\tdomestic\t\tJapan\nTRM001\tsegments\t{how}\tmarket\tabroad\t海外\toverseas\n"


@pytest.mark.parametrize("how", ["", "strict"])
@pytest.mark.parametrize(
    ("ja", "en", "told_words"),
    [
        ("国内12店、海外5店", "12 overseas stores and 5 overseas stores", [("国内", "overseas")]),
        ("国内12店、国内5店", "12 domestic stores and 5 overseas stores", [("国内", "overseas")]),
        ("国内12店、海外5店", "12 stores in Japan, 5 overseas of which 2 overseas ones are new", []),
        ("国内12店、海外5店", "12 stores and 5 overseas stores", []),
        ("国内12店、海外5店", "12 overseas, 5 overseas, 3 overseas", []),
    ],
)
def test_one_of_two_is_named_twice(how, ja, en, told_words):
    """Two members, once each, against the same one twice; not where a word may mean the other, or counts differ."""
    known = Vocabulary(list(read_contrasts(TWO.format(how=how))))

    both = [(ja[slice(*one.ja)], en[slice(*one.en)]) for one in oppositions(known, ja, en)]

    assert both == told_words


def test_words_that_both_name_once_are_labels():
    """Members of one contrast that both texts have once tell which figure is whose; one that stands twice tells nothing."""
    rates = vocabulary("segments")
    ja, en = "変動金利が0.84%、固定金利が1.39%", "floating rates at 0.84% and fixed rates at 1.39%"
    names = [set(mine) for mine, theirs in named_alike(rates, ja, en) if mine.keys() == theirs.keys()]
    assert {"floating", "fixed"} in names
    assert list(named_alike(rates, "変動金利", en)) == []
