"""Tokens of both languages: the contract every tokenizer keeps, and what each one keeps whole."""

from __future__ import annotations

import subprocess
import sys
import threading
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilingual import tokenizers
from bilingual.model.document import Language
from bilingual.model.segment import Token
from bilingual.model.termbase import Occurrence
from bilingual.tokenizers import english, japanese

ALPHABET = st.text(
    alphabet=st.one_of(
        st.sampled_from("売上高営業利益は前年、。12,3.%△()- \n\t\x00ーサービスABcd'&/㈱①😀"), st.characters()
    ),
    max_size=60,
)


def _blank(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) in ("Cc", "Cs")


def assert_contract(text: str, tokens: list[Token]) -> None:
    """Tokens are what stands at their offsets, in order, and leave nothing printed out."""
    at = 0
    for token in tokens:
        assert text[token.start : token.end] == token.surface
        assert token.start >= at
        assert token.end > token.start
        assert all(_blank(character) for character in text[at : token.start])
        at = token.end
    assert all(_blank(character) for character in text[at:])


@pytest.mark.parametrize("language", list(Language))
@settings(deadline=None, max_examples=150)
@given(text=ALPHABET)
def test_tokens_cover_the_text(language: Language, text: str) -> None:
    """Every token stands at its offsets; none overlap; only blanks lie between them."""
    assert_contract(text, tokenizers.tokenize(text, language))


@settings(deadline=None, max_examples=100)
@given(text=ALPHABET, spans=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5))
def test_any_occurrences_keep_the_contract(text: str, spans: list[tuple[int, int]]) -> None:
    """Overlapping, empty and outlying occurrences do no harm."""
    occurrences = [Occurrence(start, end, ("c",), "") for start, end in spans]
    for language in Language:
        assert_contract(text, tokenizers.tokenize(text, language, occurrences))


JAPANESE = [
    ("売上高は1,234.5百万円", ["売上", "高", "は", "1,234.5", "百", "万", "円"]),
    ("IPv6とT1", ["IPv6", "と", "T1"]),
    ("JPY9.5", ["JPY", "9.5"]),
    ("増収\n増益", ["増収", "増益"]),
    ("12,345,678株", ["12,345,678", "株"]),
]


@pytest.mark.parametrize(("text", "surfaces"), JAPANESE)
def test_japanese_words(text: str, surfaces: list[str]) -> None:
    """Numbers and names with digits stay whole; a line end ends a word."""
    assert [token.surface for token in japanese.tokenize(text)] == surfaces


ENGLISH = [
    ("JPY9.5 billion", ["JPY", "9.5", "billion"]),
    ("US$1,234.5 (net)", ["US$", "1,234.5", "(", "net", ")"]),
    ("the company's year-over-year gain", ["the", "company", "'s", "year-over-year", "gain"]),
    ("U.S. units of Foo Inc. and Bar", ["U.S.", "units", "of", "Foo", "Inc.", "and", "Bar"]),
    ("R&D in 2Q01 for IPv6", ["R&D", "in", "2Q01", "for", "IPv6"]),
    ("in 2001, 64kbps", ["in", "2001", ",", "64", "kbps"]),
    ("subsidiaries' 3rd -----", ["subsidiaries", "'", "3rd", "-----"]),
]


@pytest.mark.parametrize(("text", "surfaces"), ENGLISH)
def test_english_words(text: str, surfaces: list[str]) -> None:
    """Hyphenated words, abbreviations and numbers stay whole; possessives and currency codes part."""
    assert [token.surface for token in english.tokenize(text)] == surfaces


def test_a_term_is_one_token_with_its_concept() -> None:
    """A glossary occurrence is not cut, and its token names the concept."""
    text = "当期の持分法による投資損失は"
    found = Occurrence(3, 13, ("equity-loss",), "持分法による投資損失")
    token = next(token for token in japanese.tokenize(text, [found]) if token.term)
    assert (token.surface, token.term) == ("持分法による投資損失", "equity-loss")
    found = Occurrence(4, 15, ("revenue",), "total revenue")
    assert "al revenues" in [token.surface for token in english.tokenize("tot-al revenues", [found])]


def test_lemmas_are_dictionary_forms() -> None:
    """A verb gives its dictionary form, an unknown word itself, a loan word no foreign spelling."""
    lemmas = {token.surface: token.lemma for token in japanese.tokenize("サービスが増加し、zqxv")}
    assert lemmas["サービス"] == "サービス"
    assert lemmas["し"] == "為る"
    assert lemmas["zqxv"] == "zqxv"


LONG = {
    "digits": "1" * 200_000,
    "ruler": "-" * 200_000,
    "letters": "a" * 200_000,
    "one kanji": "営" * 200_000,
    "no stop": "営業利益" * 50_000,
    "hyphens": "a-" * 50_000,
    "commas": "1," * 50_000,
}


@pytest.mark.parametrize("name", LONG)
def test_long_input_loses_nothing(name: str) -> None:
    """A single long line of any make does not end the interpreter, and every character stands in a token."""
    for language in Language:
        tokens = tokenizers.tokenize(LONG[name], language)
        assert sum(len(token.surface) for token in tokens) == len(LONG[name])


def test_two_threads_may_tokenize_at_once() -> None:
    """Threads do not see each other's features."""
    texts = ["売上高が増加した。" * 300, "米国子会社の株式を取得する。" * 300]
    expected = [japanese.tokenize(text) for text in texts]
    found: dict[int, list[Token]] = {}

    def work(number: int) -> None:
        found[number] = japanese.tokenize(texts[number % 2])

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [found[number] for number in range(4)] == [*expected, *expected]


def test_the_dictionary_is_not_loaded_by_import() -> None:
    """The signature needs metadata only; `import bilingual.tokenizers` stays cheap."""
    code = (
        "import sys, bilingual.tokenizers as t; print(t.signature()); sys.exit(any(m in sys.modules for m in "
        "('fugashi', 'unidic_lite')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stdout.startswith("fugashi ")
    assert "unidic-lite" in done.stdout


def test_names_have_a_reading_and_loan_words_what_they_were():
    """仙台 is read センダイ, サービス was service; both stand where the text has them."""
    from bilingual.tokenizers.japanese import spoken_words

    text = "仙台工場とサービス部門"

    found = {text[word.start : word.end]: (word.reading, word.source) for word in spoken_words(text)}

    assert found == {"仙台": ("センダイ", ""), "サービス": ("", "service")}
    assert spoken_words("仙" * 9_000) == []
