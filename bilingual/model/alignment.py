"""What corresponds to what, and what corresponds to nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bilingual.model.contrast import OwnContrast
from bilingual.model.document import Document, Language, Span
from bilingual.model.facts import FiledFigure
from bilingual.model.figure import Difference, Figure, FiscalCalendar, PeriodMention
from bilingual.model.memory import Remembering
from bilingual.model.quick import quick
from bilingual.model.relation import Relation
from bilingual.model.repair import Repair
from bilingual.model.segment import Segment
from bilingual.model.table import Row, Table
from bilingual.model.termbase import Termbase


@quick
@dataclass(frozen=True)
class SegmentReading(Remembering):
    """A segment with what was found in it; offsets of ``periods`` are into ``segment.text``."""

    segment: Segment
    figures: tuple[Figure, ...] = ()
    periods: tuple[PeriodMention, ...] = ()


@dataclass(frozen=True, eq=False)
class RunningText(Remembering):
    """The running text of a side, as far as it is understood without what stands around it; it equals itself only.

    Attributes:
        language: its language.
        readings: its segments in reading order.
        calendar: the fiscal calendar learned from the documents.
    """

    language: Language
    readings: tuple[SegmentReading, ...]
    calendar: FiscalCalendar


@dataclass(frozen=True, eq=False)
class Side(Remembering):
    """One half of a bitext, prepared; it equals itself only.

    What ``once`` works out of a side needs nothing of the document but the lines of this side.

    Attributes:
        document: the file.
        language: the language of this half.
        lines: inclusive ranges of lines of this language.
        readings: running text with its figures, in reading order.
        tables: tables in reading order.
        calendar: the fiscal calendar learned from the documents.
        abridged: the text declares itself an abridged version (抄訳, 簡易版, summary translation).
        excerpt: the text declares itself an excerpt (抜粋, excerpts of).
        repairs: where it is read otherwise than its text layer has it, running text and tables.
        filed: cells that the document tags as facts (inline XBRL), as they are printed.
    """

    document: Document
    language: Language
    lines: tuple[tuple[int, int], ...]
    readings: tuple[SegmentReading, ...]
    tables: tuple[Table, ...]
    calendar: FiscalCalendar
    abridged: bool = False
    excerpt: bool = False
    repairs: tuple[Repair, ...] = ()
    filed: tuple[FiledFigure, ...] = ()

    @property
    def running(self) -> RunningText:
        """Its running text, the same object each time."""
        return self.once(running_text)

    def forget(self) -> None:
        """Keep nothing of what was made of the side and of its parts."""
        for part in (self.running, *self.tables, *self.readings):
            part.forget()
        super().forget()


def running_text(side: Side) -> RunningText:
    """The running text of a side; ask with ``Side.running``."""
    return RunningText(side.language, side.readings, side.calendar)


class PairKind(StrEnum):
    """What is paired."""

    TABLE = "table"
    ROW = "row"
    HEADING = "heading"
    PROSE = "prose"
    PROSE_TABLE = "prose-table"
    CELL = "cell"  # two cells of words in paired rows
    NOTE = "note"


@quick
@dataclass(frozen=True, slots=True)
class FigurePair:
    """Two figures that stand for the same fact, and in what they differ.

    ``differences`` is empty where they agree.
    """

    ja: Figure
    en: Figure
    differences: tuple[Difference, ...] = ()

    @property
    def agrees(self) -> bool:
        """Whether the two denote the same quantity (nothing serious differs)."""
        return not self.differences or all(difference.serious != 2 for difference in self.differences)


@dataclass(frozen=True, slots=True)
class PeriodPair:
    """Two period mentions that stand for the same time, and in what they differ."""

    ja: PeriodMention
    en: PeriodMention
    ja_span: Span
    en_span: Span
    differences: tuple[Difference, ...] = ()


@quick
@dataclass(frozen=True, slots=True)
class Anchor:
    """A place of an aligned unit: a span, with the line that a reader is sent to."""

    span: Span
    line: int


@quick
@dataclass(frozen=True, slots=True)
class Pair:
    """Two places (or groups of places) that correspond.

    Attributes:
        kind: what is paired.
        score: how well, from 0 to 1.
        ja: places on the Japanese side.
        en: places on the English side.
        figures: their figures, paired.
        periods: period mentions of their running text, paired.
        evidence: phrases that say why (``values``, ``concept``, ``order``).
        ja_row: the row of a row pair; None otherwise.
        en_row: the same on the English side.
        ja_table: the table of a row or table pair; None otherwise.
        en_table: the same on the English side.
        ja_readings: running text of a prose, heading or note pair.
        en_readings: the same on the English side.
        column_map: for a table pair, columns that correspond (Japanese index, English index).
    """

    kind: PairKind
    score: float
    ja: tuple[Anchor, ...]
    en: tuple[Anchor, ...]
    figures: tuple[FigurePair, ...] = ()
    periods: tuple[PeriodPair, ...] = ()
    evidence: tuple[str, ...] = ()
    ja_row: Row | None = None
    en_row: Row | None = None
    ja_table: Table | None = None
    en_table: Table | None = None
    ja_readings: tuple[SegmentReading, ...] = ()
    en_readings: tuple[SegmentReading, ...] = ()
    column_map: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Leftover:
    """Something without a counterpart: ``kind`` is ``row``, ``table``, ``prose`` or ``figure``."""

    language: Language
    kind: str
    span: Span
    line: int
    figure: Figure | None = None
    table: Table | None = None
    row: Row | None = None


@dataclass(frozen=True)
class Alignment:
    """Everything that was paired, and the leftovers of both sides."""

    pairs: tuple[Pair, ...] = ()
    leftovers: tuple[Leftover, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """All that a check may look at.

    Attributes:
        ja: the Japanese side.
        en: the English side.
        alignment: what corresponds.
        termbase: the glossary.
        segments_only: the pairs came aligned from the caller (no document around them), or are treated as if they had.
        within_documents: they are sentences of documents: what one leaves out may stand in the sentence beside it.
        ja_relations: what the Japanese figures should satisfy, with the verdict on each.
        en_relations: the same for the English ones.
        filed: figures of both sides with the facts of the filing that state the same.
        contrasts: words of the project that exclude each other.
    """

    ja: Side
    en: Side
    alignment: Alignment
    termbase: Termbase
    segments_only: bool = False
    within_documents: bool = False
    ja_relations: tuple[Relation, ...] = ()
    en_relations: tuple[Relation, ...] = ()
    filed: tuple[FiledFigure, ...] = ()
    contrasts: tuple[OwnContrast, ...] = ()

    def relations(self, language: Language) -> tuple[Relation, ...]:
        """What the figures of a side should satisfy."""
        return self.ja_relations if language is Language.JA else self.en_relations

    def side(self, language: Language) -> Side:
        """The side in the given language."""
        return self.ja if language is Language.JA else self.en
