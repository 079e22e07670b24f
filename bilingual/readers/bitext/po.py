"""PO to segments. Specification: the manual of GNU gettext, "The Format of PO Files".

Every entry that is in use gives a segment (a plural form one each). The id is ``msgctxt``, else the first reference,
else the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bilingual.containers.inline import without_tags
from bilingual.errors import InputError
from bilingual.model.origin import SegmentPlace
from bilingual.readers.bitext.raw import UNTRANSLATED, Half, RawSegment

STRING_RE = re.compile(r'\s*(?:#~\s*)?(?:msg\w+(?:\[\d+\])?\s|")')
"""The beginning of a line that holds a text."""
WHOLE_RE = re.compile(r'\s*(?:#~\s*)?(?:msg\w+(?:\[\d+\])?\s+)?"(?:[^"\\]|\\.)*"\s*')


def po_segments(path: Path, text: str) -> Iterator[RawSegment]:
    """The segments of a PO file, in order.

    Raises:
        InputError: naming the line that breaks the format.
    """
    import polib

    if not text.endswith("\n"):
        text += "\n"
    for number, line in enumerate(text.split("\n"), start=1):
        if STRING_RE.match(line) and not WHOLE_RE.fullmatch(line):  # polib drops what such a line says
            raise InputError(
                f"{path}: line {number}: expected a text in quotes to its end; check it with msgfmt --check"
            )
    try:
        catalog = polib.pofile(text)
    except (OSError, ValueError, IndexError) as error:
        reason = str(error).rpartition(": ")[2] if "(line" not in str(error) else str(error)
        raise InputError(
            f"{path}: expected a PO file ({_place(reason)}); check it with msgfmt --check"
        ) from None
    metadata = {name.lower(): value for name, value in catalog.metadata.items()}
    target = metadata.get("language", "")
    source = metadata.get("x-source-language", "")
    for number, entry in enumerate((each for each in catalog if not each.obsolete), start=1):
        reference = ":".join(part for part in entry.occurrences[0] if part) if entry.occurrences else ""
        name = str(entry.msgctxt or reference or number)
        forms = [(name, entry.msgid, entry.msgstr)]
        if entry.msgid_plural:
            originals = (entry.msgid, entry.msgid_plural)
            forms = [
                (f"{name}[{form}]", originals[min(int(form), 1)], translation)
                for form, translation in entry.msgstr_plural.items()
            ]
        for identifier, original, translation in forms:
            place = SegmentPlace(identifier, entry.linenum or 0)
            yield RawSegment(
                Half(without_tags(original, messages=True), source, place),
                Half(without_tags(translation, messages=True), target, place),
                UNTRANSLATED if entry.fuzzy and not translation else "",
            )


def _place(reason: str) -> str:
    return reason.replace("Syntax error in po file ", "").strip()[:100]
