"""What is said of the things that a text names, clause by clause: 国内は増収、海外は減収."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from bilingual.checks.free_labels import Label
from bilingual.model.document import Language
from bilingual.model.segment import Segment

_CAUSE = r"(?:こと|もの|の)[がでに]|ため|により|によって|に伴[いっう]|を(?:受け|背景|主因|反映)|が(?:響|影響|寄与|貢献|重荷|主因|要因)|結果"
_BORDER_RES = {
    Language.JA: re.compile(
        r"[、。;:()]|一方|(?<!\d),|,(?!\d)|ものの|なか|ながら|つつ|(?<=[るた])が(?=、)"
        rf"|{_CAUSE}"
    ),
    Language.EN: re.compile(
        r"[;:()]|(?<!\d),|,(?!\d)|\. |\b(?:and|but|while|whil[es]t|whereas|although|though|despite|as|with|that|which|where|when|if|because|since|due to|owing to|thanks to|reflecting|driven by|on account of|following"
        r"|(?:more than |partially |partly |fully )?(?:offset(?:ting|s)?|outweigh\w*|compensat\w+ for|ma(?:k|d)\w* up for|absorb\w*|cover(?:ed|ing|s)?|cancel\w* out)(?: by)?|(?:le(?:d|ads?|ading)) to|result(?:ed|ing|s)? in|contribut\w+ to|caus(?:ed|ing|es))\b",
        re.IGNORECASE,
    ),
}
"""What parts the clauses of a segment."""
_ATTRIBUTE_RE = re.compile(r"(?:し(?:た|ている|ていた)|する|した)(?=[一-龠ァ-ヶA-Za-z])")
"""Behind a word of change that tells of what follows it: 減少した売上."""


class Said(NamedTuple):
    """A word of which a text has at least two that exclude each other: up and down, firm and weak."""

    start: int
    end: int
    name: str


def said_of(segment: Segment, said: Sequence[Said], labels: Sequence[Label]) -> dict[str, Said]:
    """What is said of each thing: the only word of its clause, in Japanese the first word behind it.

    A Japanese topic has the predicate of its sentence, behind what tells its cause.

    Args:
        segment: the text, folded.
        said: words of the segment that exclude each other, in order.
        labels: the names of things.

    Returns:
        By name of a thing what is said of it, where the same is said wherever it stands.
    """
    text = segment.text
    clauses = [*_clauses(segment, said)]
    topics = [*_topics(text, clauses)] if segment.language is Language.JA else []
    held: dict[str, list[Said]] = defaultdict(list)
    for label in labels:
        if any(each.start < label.end and label.start < each.end for each in said):
            continue
        places = topics if any(each.start <= label.start < each.end for each in topics) else clauses
        word = next(
            (each.said for each in places if each.start <= label.start and label.end <= each.end), None
        )
        if word is not None:
            for name in label.names:
                held[name].append(word)
    counts = Counter(name for label in labels for name in label.names)
    return {
        name: own[0]
        for name, own in held.items()
        if len(own) == counts[name] and len({each.name for each in own}) == 1
    }


class _Part(NamedTuple):
    """A part of a text, and what is said in it; ``cause`` where it tells a cause."""

    start: int
    end: int
    said: Said | None
    cause: bool = False


def _clauses(segment: Segment, said: Sequence[Said]) -> Iterator[_Part]:
    """The clauses of a segment with what they say, if all their words say the same; in Japanese up to each word."""
    text = segment.text
    ends = {0, *(match.end() for match in _BORDER_RES[segment.language].finditer(text)), len(text)}
    if segment.language is Language.JA:
        ends.update(each.end for each in said)
    for start, end in pairwise(sorted(ends)):
        own = [each for each in said if start < each.end <= end]
        sure = len({each.name for each in own}) == 1 and not _ATTRIBUTE_RE.match(text, own[-1].end)
        behind = own[-1].end if own else start
        cause = _CAUSE_BEHIND_RE.match(text, behind) or _DEARNESS_RE.match(text, behind)
        yield _Part(start, end, own[0] if sure else None, cause is not None)


_CAUSE_BEHIND_RE = re.compile(rf"(?:\([^()]*\))?[^、。()]{{0,6}}?(?:{_CAUSE})")
"""Behind a word of change that tells a cause: 減少したことにより."""
_DEARNESS_RE = re.compile(r"(?<=[一-龠ァ-ヶー][高安])で(?!推移|取引|始|終|寄|引)")
"""Behind a noun of high or low prices, which is a cause: 燃料高で, 円安で."""
_TOPIC_RE = re.compile(r"(?<![でにと])は(?=[、ァ-ヶ一-龠A-Za-z\d])")


def _topics(text: str, clauses: Sequence[_Part]) -> Iterator[_Part]:
    """The topics of a text, each with what the first clause behind it says that tells no cause."""
    for match in _TOPIC_RE.finditer(text):
        start = max(each.start for each in clauses if each.start < match.end())
        behind = (each for each in clauses if each.end > match.end() and not each.cause)
        predicate = next(
            (each for each in behind if text[max(each.start, match.end()) : each.end].strip("、 ")), None
        )
        yield _Part(start, match.end(), predicate.said if predicate else None)
