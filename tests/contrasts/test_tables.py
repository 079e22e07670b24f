"""The tables of words beside the vocabulary are sound: complete, without doubles, and read as they are written."""

import re

import pytest

from bilingual.contrasts.answers import answers
from bilingual.contrasts.counters import any_noun, counter_at, counter_counts, counters, is_counter, is_noun
from bilingual.contrasts.lines import packaged, read_rows
from bilingual.contrasts.pieces import alternatives
from bilingual.model.document import Language

ANSWERS = [
    (topic, language, answer)
    for topic in ("times", "things")
    for language in Language
    for answer in answers(topic, language)
]


def test_every_answer_has_a_topic_that_a_rule_asks_for():
    """No line is left over: each belongs to a topic and a language that are asked for."""
    assert len(ANSWERS) == sum(1 for _ in read_rows(packaged("answers.tsv"), 4))


@pytest.mark.parametrize(("topic", "language", "answer"), ANSWERS, ids=lambda value: str(value)[:40])
def test_an_answer_keeps_its_place(topic, language, answer):
    """What is said holds no group of its own, which would shift the others, and both halves match something but nothing."""
    assert not re.compile(answer.said).groups
    assert not re.search(answer.said, "")
    assert answer.answered
    assert not re.search(answer.answered, "")


def test_nothing_is_said_twice():
    """A topic lists what a language says once."""
    said = [(topic, language, answer.said) for topic, language, answer in ANSWERS]
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("counter", counters(), ids=lambda counter: counter.ja)
def test_a_counter_excludes_something(counter):
    """Its patterns hold no groups, and a noun of it is none of all others'."""
    assert not any(re.compile(pattern).groups for pattern in counter)
    others = {noun for other in counters() if other is not counter for noun in alternatives(other.en)}
    assert set(alternatives(counter.en)) - others or counter.en in {other.en for other in counters()} - {""}


@pytest.mark.parametrize(
    ("counter", "noun", "counts"),
    [
        ("校", "schools", True),
        ("校", "campuses", True),
        ("校", "beds", False),
        ("隻", "tankers", True),
        ("隻", "stores", False),
        ("件", "lawsuits", True),
        ("件", "vessels", False),
    ],
)
def test_a_counter_stands_for_its_nouns(counter, noun, counts):
    """A counter may stand for its own nouns and for those that its line allows, and for no other."""
    assert is_counter(counter)
    assert is_noun(noun) or noun == "campuses"
    assert counter_counts(counter, noun) is counts


def test_a_counter_is_no_part_of_another_word():
    """正 and 校正 begin with no counter; a counter with more behind it is not the whole."""
    assert counter_at("校正") is None
    assert counter_at("校を開設") == "校"
    assert not is_counter("校舎")
    assert re.fullmatch(any_noun(), "schools")


def test_predicates_stand_once():
    """Each predicate has beginnings of English words, small letters all."""
    rows = list(read_rows(packaged("predicates.tsv"), 2))
    assert len({ja for ja, _ in rows}) == len(rows)
    assert all(re.fullmatch(r"[a-z]+(?: [a-z]+)*", en) for _, en in rows)


def test_rows_are_filled_in():
    """Remarks and empty lines are no rows, pieces stand where they are named, short lines have empty ends."""
    text = "# remark\n@one\t[1一]\n@each\t@one@個\n\na\t@each@当たり\nb\n"
    assert list(read_rows(text, 3)) == [["a", "[1一]個当たり", ""], ["b", "", ""]]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a\tb\tc\td", "line 1 has 4 fields, not 3"),
        ("# remark\na\t@two@", "line 2 holds the piece 'two'"),
    ],
)
def test_a_bad_line_is_named(text, reason):
    """What a line has too much, or what it takes from nowhere, is said with its number."""
    with pytest.raises(ValueError, match=re.escape(reason)):
        list(read_rows(text, 3))
