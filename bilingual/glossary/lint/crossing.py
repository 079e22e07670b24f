"""What is wrong between concepts: two entries for one thing, terms that belong to two, relations in a circle."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence

from bilingual.glossary.keys import SMALL_KANA
from bilingual.glossary.lint.entries import at_concept, at_term, key_of
from bilingual.glossary.problems import Problem
from bilingual.model.document import Language
from bilingual.model.termbase import Concept, RelationKind, Term, TermStatus

PARTED_RE = re.compile(r"[(（](?:又は)?[△▲](?:は)?([^()（）]*)[)）]")
"""What a minus sign means, said in brackets: （△損失）, （△は損失）, （▲は損失）."""
FLOW_RE = re.compile(r"(?:増減額?|[増減][加少]額?)[(（](?:△は?|▲は?)?(増加|減少)[)）]")
FLOWS = {"増加": "減少（増加）", "減少": "増加（減少）"}
"""減少（増加）, 減少額（△増加） and 増減額（△は増加） say one thing: a figure without a minus is a decrease."""
KATAKANA_RE = re.compile("[ァ-ヺー]{3,}")
LONG_WORD = 6
"""Katakana words from this length on are hardly another word for a long vowel more (ビル, ビール)."""
WAYS = {
    RelationKind.BROADER: ("generic", 1),
    RelationKind.NARROWER: ("generic", -1),
    RelationKind.PART_OF: ("partitive", 1),
    RelationKind.HAS_PART: ("partitive", -1),
}
"""Relations that must not go round, and which of the two concepts is above."""

Owned = tuple[Concept, Term]


def sense(concept: Concept) -> tuple[str, str]:
    """What tells concepts of one name apart, besides the standards."""
    return concept.subject_field, concept.statement


def share_standard(one: Concept, other: Concept) -> bool:
    """Whether there is a standard under which both stand."""
    return not one.gaap or not other.gaap or bool(set(one.gaap) & set(other.gaap))


def duplicates(concepts: Sequence[Concept]) -> Iterator[Problem]:
    """Concepts with the same id, or with the same preferred terms in the same sense."""
    ids: dict[str, Concept] = {}
    senses: dict[tuple[str, ...], list[Owned]] = defaultdict(list)
    for concept in concepts:
        earlier = ids.setdefault(concept.id, concept)
        if earlier is not concept:
            message = f"{concept.id!r} stands in {earlier.file}, line {earlier.line}, too"
            yield at_concept(
                concept, "id", "duplicate-id", message, "give it an id of its own, or merge the two"
            )
        for term in concept.in_language(Language.JA):
            if term.status is not TermStatus.PREFERRED:
                break
            senses[_brackets_read(term), term.scope, *sense(concept)].append((concept, term))
    for owned in senses.values():
        yield from _rivals(owned)


def _brackets_read(term: Term) -> str:
    """The key of a term, however its brackets say what a minus means."""
    if "(" not in term.text and "（" not in term.text:
        return key_of(term)
    text = FLOW_RE.sub(lambda flow: FLOWS[flow[1]], term.text)
    return key_of(Term(PARTED_RE.sub(r"\1", text), term.language))


def _rivals(owned: Sequence[Owned]) -> Iterator[Problem]:
    for at, (concept, term) in enumerate(owned):
        for earlier, other in owned[:at]:
            if earlier is concept or not share_standard(concept, earlier):
                continue
            place = f"{earlier.id!r} ({earlier.file}, line {earlier.line})"
            ours, theirs = (
                concept.preferred(Language.EN, term.scope),
                earlier.preferred(Language.EN, other.scope),
            )
            if term.text != other.text:
                message = f"{term.text!r} is another spelling of {other.text!r}, preferred in {place}"
                yield at_term(
                    concept, term, "spelling-twin", message, "merge the two, or say what parts them"
                )
            elif ours and theirs and key_of(ours) == key_of(theirs):
                message = f"the same terms as {place}"
                yield at_term(concept, term, "duplicate-concept", message, "merge the two")
            else:
                message = f"{term.text!r} is preferred in {place} too, with another translation"
                way_out = "merge the two, or tell them apart by subject field, statement or standard"
                yield at_term(concept, term, "duplicate-concept", message, way_out)
            break


def strangers(concepts: Sequence[Concept]) -> Iterator[Problem]:
    """Japanese variants that are the preferred term of another concept: the text would say two things."""
    owners: dict[tuple[str, ...], list[Concept]] = defaultdict(list)
    for concept in concepts:
        for term in concept.in_language(Language.JA):
            if term.status is TermStatus.PREFERRED:
                owners[key_of(term), *sense(concept)].append(concept)
    for concept in concepts:
        for term in concept.in_language(Language.JA):
            if term.status in (TermStatus.PREFERRED, TermStatus.FORBIDDEN):
                continue
            for owner in owners.get((key_of(term), *sense(concept)), ()):
                if owner is not concept and share_standard(owner, concept):
                    message = f"{term.text!r} is the preferred term of {owner.id!r} ({owner.file}, line {owner.line})"
                    way_out = "take it out here, or merge the two"
                    yield at_term(concept, term, "variant-is-preferred", message, way_out)
                    break


def english_twins(concepts: Sequence[Concept]) -> Iterator[Problem]:
    """Preferred English terms of one file that differ in case, hyphens, plural or brackets only."""
    spellings: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    owned: dict[tuple[str, str], list[Owned]] = defaultdict(list)
    for concept in concepts:
        for term in concept.in_language(Language.EN):
            if term.status is TermStatus.PREFERRED:
                key = concept.file, key_of(term)
                spellings[key][term.text] += 1
                owned[key].append((concept, term))
    for at, counts in spellings.items():
        if len(counts) > 1:
            usual = max(counts, key=lambda text: counts[text])
            for concept, term in owned[at]:
                if term.text != usual:
                    message = f"{term.text!r} is spelled {usual!r} in another entry"
                    yield at_term(concept, term, "spelling-twin", message, "spell them alike")


def katakana_twins(concepts: Sequence[Concept]) -> Iterator[Problem]:
    """Katakana words that the preferred terms spell in two ways: ソフトウエア and ソフトウェア, サーバ and サーバー."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    places: dict[str, list[Owned]] = defaultdict(list)
    for concept in concepts:
        for term in concept.in_language(Language.JA):
            if term.status is TermStatus.PREFERRED:
                for word in KATAKANA_RE.findall(term.text):
                    counts[_sound(word)][word] += 1
                    places[word].append((concept, term))
    for spelled in counts.values():
        if len(spelled) > 1:
            usual = max(spelled, key=lambda word: spelled[word])
            for word in spelled:
                for concept, term in places[word] if word != usual else ():
                    message = f"{word} is spelled {usual} in another entry"
                    yield at_term(
                        concept, term, "katakana-twin", message, "spell them alike; variants may differ"
                    )


def _sound(word: str) -> str:
    """A katakana word without what its spellings differ in: small vowels and long vowels (in a short word, the last).

    >>> _sound("データセンターサービス") == _sound("データセンタサービス"), _sound("カード") == _sound("カド")
    (True, False)
    """
    sound = word.translate(SMALL_KANA)
    return sound.replace("ー", "") if len(word) >= LONG_WORD else sound.rstrip("ー")


def relations(concepts: Sequence[Concept], known: Container[str]) -> Iterator[Problem]:
    """Relations that lead nowhere, and circles."""
    above: dict[str, dict[str, set[str]]] = {way: defaultdict(set) for way in ("generic", "partitive")}
    by_id = {concept.id: concept for concept in concepts}
    order = {name: at for at, name in enumerate(by_id)}
    for concept in concepts:
        for relation in concept.relations:
            if relation.target not in by_id and relation.target not in known:
                message = f"there is no concept {relation.target!r}"
                way_out = "correct the id, or give the file that holds it as well"
                yield at_concept(concept, "relations", "unknown-relation", message, way_out)
            if relation.kind in WAYS:
                way, direction = WAYS[relation.kind]
                lower, upper = (concept.id, relation.target)[::direction]
                above[way][lower].add(upper)
    for graph in above.values():
        for circle in _circles(graph):
            members = [name for name in circle if name in by_id]
            if members:
                first = min(members, key=order.__getitem__)
                at = circle.index(first)
                message = f"goes round: {' > '.join([*circle[at:], *circle[:at], first])}"
                yield at_concept(
                    by_id[first], "relations", "cycle", message, "take one of these relations out"
                )


def _circles(graph: Mapping[str, set[str]]) -> Iterator[list[str]]:
    """One circle for every step that leads back (depth first, without recursion)."""
    done: set[str] = set()
    for start in graph:
        path: list[str] = []
        place: dict[str, int] = {}
        stack = [(start, iter(sorted(graph.get(start, ()))))] if start not in done else []
        if stack:
            place[start] = 0
            path.append(start)
        while stack:
            node, following = stack[-1]
            step = next(following, None)
            if step is None:
                stack.pop()
                path.pop()
                del place[node]
                done.add(node)
            elif step in place:
                yield path[place[step] :]
            elif step not in done:
                place[step] = len(path)
                path.append(step)
                stack.append((step, iter(sorted(graph.get(step, ())))))
