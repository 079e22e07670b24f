"""Noun phrases of running text, simply cut: nouns that stand together in Japanese, words between stop words in English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bilingual.model.document import Language
from bilingual.model.segment import Token

NOUN = "名詞"
IN_PHRASE = frozenset({NOUN, "接頭辞", "接尾辞", "形状詞", "name", "term"})
"""Word classes of UniDic that stand inside a compound; ``name`` and ``term`` are the tokenizer's own."""
JOINERS = frozenset("・･/&-")
LONGEST_JA = 24
LONGEST_EN = 6
SHORTEST_JA = 2
TIMES_JA_WORDS = "今 当 同 本 前 次 来 昨 毎 各 約 計 他 等 など ため こと もの よう 上記 下記 以下 以上 及び"
TIMES_JA = frozenset(TIMES_JA_WORDS.split())
"""Words that point or hedge: no term begins or ends with them."""
ENDS_JA = frozenset(["上", "化", "的", "内", "中", "後", "間", "時", "別", "用", "向け"])
"""Suffixes that make an adverb or a verb of a term."""
WORDY_JA = re.compile(r"[ァ-ヺ一-龠々]")
STOP_WORDS_EN = """
    a an the this that these those such each every all any some no other another same both its their our
    his her it they we he she you i who which what whose when where while there here of in on at by for
    from to with without into onto over under between among through during after before since until as
    than about against per via within upon across and or but nor so yet if because although though
    however therefore thus moreover also not only both either neither is are was were be been being am
    has have had having do does did done will would shall should can could may might must went held came
    took given taken full half let said says say made make makes making due mainly primarily
    approximately respectively compared including include includes included excluding excluded based
    related resulting resulted reflecting reflected owing following followed according increased
    decreased increase decrease increases decreases rose fell grew declined declining growing improved
    improve improves continued continue continues expects expected expect forecast forecasts announced
    announce announces reported report reports recorded record posted post amounted totaled totalled
    reached reach showed show shows remained remain became become becomes began begin started start
    launched launch ended ending provided provide provides used use uses using well more most less least
    much many few several very further up down out off again just new approximate around nearly almost
    company year years quarter quarters month months period first second third fourth last next previous
    prior current fiscal billion million thousand percent yen january february march april june july
    august september october november december
"""
STOP_EN = frozenset(STOP_WORDS_EN.split())
"""Function words, words of time and amount, and the verbs that releases are full of: no term holds them."""
LINK_EN = frozenset({"of", "and", "&", "for", "in"})
"""Words that may stand inside a term (cost of sales), not at its ends."""


def chunks(tokens: Sequence[Token], language: Language, text: str) -> list[str]:
    """The noun phrases of a text, each as it is printed, in order; phrases with figures in them are none.

    Args:
        tokens: the words of the text.
        language: its language.
        text: the text.
    """
    runs = _japanese(tokens, text) if language is Language.JA else _english(tokens, text)
    return list(runs)


def _japanese(tokens: Sequence[Token], text: str) -> Iterator[str]:
    run: list[Token] = []
    for token in [*tokens, Token("。", len(text) + 2, len(text) + 3)]:
        joins = bool(run) and (token.start == run[-1].end or _is_spaced_name(run[-1], token))
        if run and token.surface in JOINERS and token.start == run[-1].end:
            run.append(token)
            continue
        if not (token.part_of_speech in IN_PHRASE and (joins or not run)):
            yield from _phrase(run, text)
            run = []
        if token.part_of_speech in IN_PHRASE and not (token.start and text[token.start - 1].isdigit()):
            run.append(token)  # behind a digit it counts something: 億円, 社, 年度


def _is_spaced_name(before: Token, after: Token) -> bool:
    """Whether a blank parts two words of one name: ``IIJ エコノミー``."""
    near = after.start == before.end + 1
    return near and before.surface[-1:].isascii() is not after.surface[:1].isascii()


def _phrase(run: Sequence[Token], text: str) -> Iterator[str]:
    words = list(run)
    while words and (words[0].surface in TIMES_JA or words[0].surface in JOINERS):
        words = words[1:]
    while words and (
        words[-1].surface in TIMES_JA or words[-1].surface in JOINERS or words[-1].surface in ENDS_JA
    ):
        words = words[:-1]
    if not words:
        return
    phrase = text[words[0].start : words[-1].end]
    is_noun = any(word.part_of_speech in (NOUN, "term") for word in words)
    if SHORTEST_JA <= len(phrase) <= LONGEST_JA and is_noun and _is_wordy(phrase):
        yield phrase


def _is_wordy(phrase: str) -> bool:
    return bool(WORDY_JA.search(phrase)) and not any(map(str.isdigit, phrase))


def _english(tokens: Sequence[Token], text: str) -> Iterator[str]:
    run: list[Token] = []
    for token in [*tokens, Token(".", len(text) + 2, len(text) + 3, "sign")]:
        word = token.surface.lower()
        is_word = token.part_of_speech in ("word", "abbreviation", "term")
        joins = bool(run) and token.start - run[-1].end <= 1
        if is_word and word not in STOP_EN and not word.endswith("ly"):
            if run and not joins:
                yield from _ended(run, text)
                run = []
            run.append(token)
        elif run and joins and (word in LINK_EN or token.surface in ("-", "/")):
            run.append(token)
        else:
            yield from _ended(run, text)
            run = []


def _ended(run: Sequence[Token], text: str) -> Iterator[str]:
    """A run, and the parts of it between its linking words: cost of sales, cost, sales."""
    words = list(run)
    while words and (not words[-1].surface[-1:].isalnum() or words[-1].surface.lower() in LINK_EN):
        words = words[:-1]
    parts: list[list[Token]] = [[]]
    for word in words:
        if word.surface.lower() in LINK_EN:
            parts.append([])
        else:
            parts[-1].append(word)
    whole = [words] if len(parts) > 1 else []
    for part in [*whole, *parts]:
        phrase = text[part[0].start : part[-1].end] if part else ""
        if len(phrase) > 2 and len(part) <= LONGEST_EN and not any(map(str.isdigit, phrase)):
            yield phrase


def heads(phrase: str) -> list[str]:
    """An English phrase and what is left of it when words before its head go, the longest first.

    >>> heads("international backbone costs")
    ['international backbone costs', 'backbone costs', 'costs']
    """
    words = phrase.split(" ")
    return [" ".join(words[at:]) for at in range(len(words)) if words[at].lower() not in LINK_EN]
