"""Which column of a foreign table is which of ours: by the user's word, by name, or by what the cells hold."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence

from bilingual.containers.tags import language_of_tag
from bilingual.errors import OptionError
from bilingual.glossary.cells import unguarded
from bilingual.glossary.columns import ROW_NAMES, ROW_REQUIRED, TERM_NAMES, TERM_REQUIRED, header_of
from bilingual.model.document import Language

SYNONYMS = {
    "ja": "日本語 和文 日本語用語 日本語名称 日本語表記 和名 原語 用語 勘定科目 科目 科目名 項目名 japanese japanese_term term_ja ja_term jp jpn source_term 原文",
    "en": "英語 英文 英語用語 英語名称 英語表記 英訳 英名 訳語 対訳 english english_term term_en en_term eng translation target_term 訳文",
    "id": "id concept_id conceptid entry_id 番号 項番 管理番号 用語id no no. # key",
    "ja_variants": "日本語同義語 日本語別名 異表記 別表記 表記ゆれ 表記揺れ 別名 別称 略称 同義語 類義語 ja_synonyms japanese_synonyms synonyms synonym",
    "en_variants": "英語同義語 英語別名 別訳 訳揺れ 許容訳 en_synonyms english_synonyms alternatives",
    "ja_forbidden": "日本語禁止語 禁止語 禁止用語 禁止表記 使用禁止 使用禁止語 使用不可 ja_prohibited prohibited prohibited_terms forbidden_terms",
    "en_forbidden": "英語禁止語 禁止訳 禁止訳語 使用禁止訳 en_prohibited do_not_use",
    "status": "ステータス 状態 使用可否 採否 使用区分 status term_status usage_status approval",
    "subject_field": "分野 領域 カテゴリ カテゴリー 区分 分類 subject domain category subject_field entry_subject",
    "definition": "定義 意味 説明 definition meaning description",
    "note": "備考 注 注記 注釈 メモ 補足 コメント entry_note note notes comment comments remark remarks",
    "source": "出典 典拠 引用元 参照 source reference origin",
    "gaap": "会計基準 基準 gaap standard accounting_standard",
    "statement": "財務諸表 表 statement",
    "reviewer": "承認者 確認者 レビュー担当 reviewer approver approved_by",
    "date": "日付 更新日 登録日 作成日 改訂日 date updated modified last_updated",
}
"""Names that other glossaries give their columns, blanks written as ``_``."""
EITHER_LANGUAGE = frozenset(
    [
        "異表記",
        "別表記",
        "表記ゆれ",
        "表記揺れ",
        "別名",
        "別称",
        "略称",
        "同義語",
        "類義語",
        "synonyms",
        "synonym",
        "禁止語",
        "禁止用語",
        "禁止表記",
        "使用禁止",
        "使用禁止語",
        "使用不可",
        "prohibited",
        "prohibited_terms",
        "forbidden_terms",
    ]
)
"""Of these, the names that do not say of which language their terms are."""
REGION_RE = re.compile(
    r"(english|japanese)_?(?:united_states|united_kingdom|us|usa|uk|gb|japan|jp|international)", re.I
)
SIDES = {"source": "ja", "target": "en"}
"""Sides of a translation where both stand in a header; alone, a source is where something comes from."""
NAMES = {name: column for column, names in SYNONYMS.items() for name in names.split()}
JAPANESE_RE = re.compile("[ぁ-んァ-ヶ一-龠々]")
LATIN_RE = re.compile("[A-Za-z]{2}")
TELLING = frozenset(
    {
        "ja_variants",
        "en_variants",
        "ja_forbidden",
        "en_forbidden",
        "status",
        "source",
        "subject_field",
        "definition",
    }
)
"""Columns that make a difference to what is found or said of an entry."""
LIKELY = 0.6
"""Share of cells in a language from which a column is taken to be in it."""
SAMPLE = 200


def mapped_header(
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    given: Mapping[str, str],
    place: str,
    *,
    guess: bool = True,
) -> list[str] | None:
    """The names of the columns as we call them; those that we know no meaning of keep their own.

    Args:
        header: the first row.
        rows: some rows after it, for their content.
        given: columns of ours to the name or the number (from 1) of a column, as the user says.
        place: the file, for a message.
        guess: whether columns without a name that we know are told by what they hold.

    Returns:
        None if no two columns for the two languages are found.

    Raises:
        OptionError: the user named a column that is not there, or a field that is none of ours.
    """
    names = [" ".join(cell.split()) for cell in header]
    chosen = {_column(names, word, place): _field(field, place) for field, word in given.items()}
    if not given and is_ours(names):
        # Our own form: a column that is called like none of ours is a further field, whatever it means elsewhere.
        ours = header_of(names)
        return _distinct(list(ours.names)) if ours is not None else None
    if not {"language", "term"} <= set(chosen.values()):
        _choose(chosen, names, rows, guess=guess)
    fields = set(chosen.values())
    if not {"ja", "en"} <= fields and not {"concept", "language", "term"} <= fields:
        return None
    if not given:
        _set_right(chosen, rows)
    return _distinct([chosen.get(at, name or f"column {at + 1}") for at, name in enumerate(names)])


def _choose(
    chosen: dict[int, str], names: Sequence[str], rows: Sequence[Sequence[str]], *, guess: bool
) -> None:
    """Add to the fields that columns were given those that their names tell, then those that their content tells."""
    fields = set(chosen.values())
    has_sides = {name.lower() for name in names} >= set(SIDES)
    for at, name in enumerate(names):
        field = SIDES[name.lower()] if has_sides and name.lower() in SIDES else _by_name(name)
        if _folded(name) in EITHER_LANGUAGE and not _holds_japanese(rows, at):
            field = field.replace("ja_", "en_")
        # A language may have several columns; every other field has one.
        several = field in ROW_REQUIRED and _is_named_for(name, field)
        if field and at not in chosen and (several or field not in fields):
            chosen[at] = field
            fields.add(field)
    for language, pattern in ((Language.JA, JAPANESE_RE), (Language.EN, LATIN_RE)):
        if guess and language.value not in fields:
            at = _by_content(rows, language, pattern, set(chosen), len(names))
            if at >= 0:
                chosen[at] = language.value
                fields.add(language.value)


def _is_named_for(name: str, field: str) -> bool:
    """Whether a column is called after a language, not after a side or a kind of term."""
    folded = _folded(name)
    language = language_of_tag(REGION_RE.sub(r"\1", folded).replace("_", "-"))
    return language is not None and language.value == field


def _holds_japanese(rows: Sequence[Sequence[str]], at: int) -> bool:
    cells = [row[at] for row in rows[:SAMPLE] if at < len(row) and row[at].strip()]
    return not cells or any(map(JAPANESE_RE.search, cells))


def _set_right(chosen: dict[int, str], rows: Sequence[Sequence[str]]) -> None:
    """Exchange the two languages where the cells say so: 原語 and "source" may be either."""
    at = {field: column for column, field in chosen.items()}
    if "ja" not in at or "en" not in at:
        return
    ja, en = (
        [
            bool(JAPANESE_RE.search(row[column]))
            for row in rows[:SAMPLE]
            if column < len(row) and row[column].strip()
        ]
        for column in (at["ja"], at["en"])
    )
    if ja and en and not any(ja) and sum(en) > LIKELY * len(en):
        chosen[at["ja"]], chosen[at["en"]] = "en", "ja"


def is_ours(names: Sequence[str]) -> bool:
    """Whether a header is one of our own forms, by the very names of the columns that they need."""
    lower = {name.strip().lower() for name in names}
    return lower.issuperset(ROW_REQUIRED) or lower.issuperset(TERM_REQUIRED)


def is_our_csv(data: bytes) -> bool:
    """Whether a file is CSV that our own reader understands: UTF-8, and no column means something by another name.

    >>> is_our_csv("ja,en,memo".encode()), is_our_csv("日本語,英語,memo".encode()), is_our_csv("日本語,英語,禁止語".encode())
    (True, True, False)
    """
    end = data.find(b"\n") + 1 or len(data)
    while end < len(data) and not data[:end].strip(b"\xef\xbb\xbf\r\n ,"):
        end = data.find(b"\n", end) + 1 or len(data)
    try:
        text = data[:end].decode("utf-8-sig")
        data.decode("utf-8")
        first = next((row for row in csv.reader(text.splitlines()) if any(map(str.strip, row))), [])
    except (UnicodeDecodeError, csv.Error):
        return False
    names = [" ".join(unguarded(cell).split()) for cell in first]
    return is_ours(names) or (
        header_of(first) is not None and not TELLING & {_by_name(each) for each in names}
    )


def looks_like_data(row: Sequence[str]) -> bool:
    """Whether a row is no header but a pair of terms already: two cells, one in either language.

    >>> looks_like_data(["売上高", "Net sales"]), looks_like_data(["日本語", "English"])
    (True, False)
    """
    cells = [cell for cell in row if cell.strip()]
    if len(cells) != 2 or any(_by_name(" ".join(cell.split())) for cell in cells):
        return False
    return bool(JAPANESE_RE.search(cells[0])) != bool(JAPANESE_RE.search(cells[1]))


def _folded(name: str) -> str:
    return re.sub(r"[\s_\-]+", "_", name.strip().lower().replace("（", "(").replace("）", ")"))


def _by_name(name: str) -> str:
    folded = _folded(name)
    if folded in ROW_NAMES:
        return folded
    region = REGION_RE.fullmatch(folded)
    if region:
        folded = region.group(1)
    if folded in NAMES:
        return NAMES[folded]
    bare = re.sub(r"\(.*?\)|\[.*?\]", "", folded).strip("_ ")
    inner = re.search(r"[(\[](.*?)[)\]]", folded)
    language = language_of_tag(inner.group(1)) if inner else None
    if bare in ("term", "用語", "source", "target", "原文", "訳文", "") and language is not None:
        return language.value
    tag = (
        language_of_tag(folded.replace("_", "-"))
        if re.fullmatch("[a-z]{2,3}(_[a-z]{2,4})?", folded)
        else None
    )
    return tag.value if tag else NAMES.get(bare, "")


def _by_content(
    rows: Sequence[Sequence[str]], language: Language, pattern: re.Pattern[str], taken: set[int], width: int
) -> int:
    best, best_share = -1, LIKELY
    for at in range(width):
        cells = [row[at] for row in rows[:SAMPLE] if at < len(row) and row[at].strip()]
        if at in taken or not cells:
            continue
        fits = [
            bool(pattern.search(cell)) and (language is Language.JA or not JAPANESE_RE.search(cell))
            for cell in cells
        ]
        share = sum(fits) / len(cells)
        if share > best_share:
            best, best_share = at, share
    return best


def _column(names: Sequence[str], word: str, place: str) -> int:
    if word in names:
        return names.index(word)
    if word.isdecimal() and 1 <= int(word) <= len(names):
        return int(word) - 1
    known = ", ".join(name for name in names if name)[:200]
    raise OptionError(f"{place}: there is no column {word!r}; the columns are {known}")


def _field(field: str, place: str) -> str:
    if field not in ROW_NAMES | TERM_NAMES:
        known = ", ".join(sorted(ROW_NAMES | TERM_NAMES))
        raise OptionError(f"{place}: {field!r} is no field of a glossary; the fields are {known}")
    return field


def _distinct(names: list[str]) -> list[str]:
    """Names of which none but a language stands twice: later ones get a number."""
    seen: dict[str, int] = {}
    out = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        out.append(name if seen[name] == 1 or name in ROW_REQUIRED else f"{name} {seen[name]}")
    return out
