"""Which side of a bilingual file is Japanese: by what the file declares, else by what it holds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from bilingual.containers.tags import language_of_tag
from bilingual.errors import InputError
from bilingual.model.bitext import BitextSegment
from bilingual.model.document import Language
from bilingual.readers.bitext.raw import FOREIGN, UNTRANSLATED, RawSegment

JAPANESE_RE = re.compile("[ぁ-んァ-ヶ一-龠々]")
SAMPLE = 2_000


def told_apart(path: Path, raws: Sequence[RawSegment]) -> tuple[BitextSegment, ...]:
    """Segments with their Japanese and English sides.

    Raises:
        InputError: no segment is in these two languages.
    """
    by_content = _by_content(raws)
    segments = tuple(_placed(raw, by_content) for raw in raws)
    if raws and all(segment.skipped == FOREIGN for segment in segments):
        tags = Counter(f"{raw.source.tag or 'unknown'} and {raw.target.tag or 'unknown'}" for raw in raws)
        raise InputError(
            f"{path}: the segments are in {tags.most_common(1)[0][0]}; only Japanese with English is compared, so give "
            "a file in these languages"
        )
    if not any(segment.ja and segment.en and not segment.skipped for segment in segments):
        raise InputError(
            f"{path}: no segment has both a Japanese and an English text, so there is nothing to compare; "
            "check that the translation is in the file"
        )
    return segments


def _by_content(raws: Sequence[RawSegment]) -> Language:
    """The language of the sources, told by the share of segments with Japanese characters on either side."""
    sample = raws[:SAMPLE]
    sources = sum(bool(JAPANESE_RE.search(raw.source.text)) for raw in sample)
    targets = sum(bool(JAPANESE_RE.search(raw.target.text)) for raw in sample)
    return Language.JA if sources >= targets else Language.EN


def _placed(raw: RawSegment, by_content: Language) -> BitextSegment:
    source, target = language_of_tag(raw.source.tag), language_of_tag(raw.target.tag)
    is_foreign = (raw.source.tag and source is None) or (raw.target.tag and target is None)
    if source is None and target is not None:
        source = target.other
    source = source or by_content
    is_foreign = is_foreign or source is target
    ja, en = (raw.source, raw.target) if source is Language.JA else (raw.target, raw.source)
    skipped = raw.skipped or (FOREIGN if is_foreign else "")
    if not skipped and not (ja.text and en.text):
        skipped = UNTRANSLATED
    return BitextSegment(ja.text, en.text, ja.place, en.place, skipped)
