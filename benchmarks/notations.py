"""Say one version of clean documents in another notation that means the same, and print what is said of it all the same.

    python benchmarks/notations.py [--n 10] [--first 0] [--only NAME …] [--keep FOLDER] [JA EN | BILINGUAL …]

Signs, dates, units, scale words, punctuation and the words of a change are rewritten over a whole version, as another
company or translator would print them. The figures stay what they were, so every finding above a note that the document
did not have before is a false alarm (or a remark on the notation itself, such as two notations in one document).
Without files: the corpus and `--n` releases of `benchmarks/invented/`.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from faults import SERIOUS
from invented import invent, pages

import bilingual

CORPUS = Path(__file__).parents[1] / "corpus"
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MONTH = "|".join(MONTHS)
_DAY = re.compile(rf"\b({_MONTH}) (\d{{1,2}}), (\d{{4}})\b")
_JA_DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_JAPANESE = re.compile(r"[ぁ-ヿ一-鿿]")
_FULL = str.maketrans("0123456789,.%()+-", "０１２３４５６７８９，．％（）＋－")

Rewriting = Callable[[str], str]


def swap(pattern: str, by: str | Callable[[re.Match[str]], str]) -> Rewriting:
    """A rewriting by one expression."""
    compiled = re.compile(pattern)
    return lambda text: compiled.sub(by, text)


def chain(*steps: Rewriting) -> Rewriting:
    """Rewritings one after the other."""

    def run(text: str) -> str:
        for step in steps:
            text = step(text)
        return text

    return run


def _english_day(form: str) -> Rewriting:
    def day(match: re.Match[str]) -> str:
        month = MONTHS.index(match[1]) + 1
        return form.format(name=match[1], short=match[1][:3], month=month, day=int(match[2]), year=match[3])

    return lambda text: _DAY.sub(day, text)


def _japanese_day(form: str) -> Rewriting:
    def day(match: re.Match[str]) -> str:
        year, month, number = (int(part) for part in match.groups())
        return form.format(year=year, era=year - 2018, month=month, day=number)

    return lambda text: _JA_DAY.sub(day, text)


def _scaled(match: re.Match[str]) -> str:
    """12,345百万円 as 123億45百万円."""
    amount = int(match[1].replace(",", ""))
    large, small = divmod(amount, 100)
    return f"{large}億{small}百万円" if small else f"{large}億円"


def _billions(match: re.Match[str]) -> str:
    amount = match[1].replace(",", "")
    return f"¥{amount[:-3]}.{amount[-3:]} billion"


JAPANESE: dict[str, Rewriting] = {
    "triangle filled": swap("△", "▲"),
    "triangle minus": swap("[△▲](?=[0-9])", "-"),
    "triangle wide minus": swap("[△▲](?=[0-9])", "－"),
    "triangle math minus": swap("[△▲](?=[0-9])", "−"),
    "triangle brackets": swap(r"[△▲]([0-9][0-9,.]*)", r"(\1)"),
    "triangle wide brackets": swap(r"[△▲]([0-9][0-9,.]*)", r"（\1）"),
    "triangle blank": swap("[△▲](?=[0-9])", "△ "),
    "wide figures": lambda text: re.sub(
        r"(?<![A-Za-z0-9./@:-])[0-9][0-9,.]*(?![A-Za-z@./:-])", lambda m: m[0].translate(_FULL), text
    ),
    "wide percent": swap("%", "％"),
    "narrow percent": swap("％", "%"),
    "percent word": swap("[%％](?=[増減の、。])", "パーセント"),
    "wave": swap("～", "〜"),
    "wave as words": swap(r"(\d日)[～〜](?=\d{4}年)", r"\1から"),
    "range ji": swap(r"（(\d{4}年\d+月\d+日)[～〜](\d{4}年\d+月\d+日)）", r"（自 \1 至 \2）"),
    "era": _japanese_day("令和{era}年{month}月{day}日"),
    "slash day": _japanese_day("{year}/{month}/{day}"),
    "dot day": _japanese_day("{year}.{month}.{day}"),
    "blank day": _japanese_day("{year}年 {month}月 {day}日"),
    "era year": swap(r"(20(?:19|2\d))年(?=\d+月期)", lambda m: f"令和{int(m[1]) - 2018}年"),
    "slash period": swap(r"(20\d\d)年(\d+)月期", r"\1/\2期"),
    "short slash period": swap(r"20(\d\d)年(\d+)月期", r"\1/\2期"),
    "quarter wide": swap(r"第([1-4])四半期", lambda m: f"第{m[1].translate(_FULL)}四半期"),
    "quarter kanji": swap(r"第([1-4])四半期", lambda m: f"第{'一二三四'[int(m[1]) - 1]}四半期"),
    "quarter short": swap(r"第([1-4])四半期(?!会計期間|連結|累計)", r"\1Q"),
    "units in brackets": swap(r"[(（]単位[:：]\s*百万円[)）]", "（百万円）"),
    "units named": swap(r"[(（]百万円[)）]", "（単位：百万円）"),
    "units of amounts": swap(r"[(（](?:単位[:：]\s*)?百万円[)）]", "（金額単位：百万円）"),
    "units half": swap(r"[(（](?:単位[:：]\s*)?百万円[)）]", "(単位 百万円)"),
    "oku and millions": swap(r"([0-9][0-9,]{3,})百万円", _scaled),
    "year man": swap(r"前年同期比", "対前年同期比"),
    "year ago": swap(r"前年同期比(?=[0-9])", "前年同期に比べ"),
    "period ago": swap(r"(?<!対)前期比", "対前期比"),
    "growth": swap(r"[%％]増(?=[）)、。])", "%の増加"),
    "loss": swap(r"[%％]減(?=[）)、。])", "%の減少"),
    "up arrow": swap(r"([0-9.]+)[%％]増", r"＋\1％"),
    "down arrow": swap(r"(?<=[(（比])([0-9.]+)[%％]減", r"△\1％"),
    "points pt": swap(r"ポイント", "pt"),
    "points wide": swap(r"ポイント", "％ポイント"),
    "comma wide": swap("、", "，"),
    "stop wide": swap("。", "．"),
    "brackets": lambda text: text.replace("（", "(").replace("）", ")"),
    "wide brackets": lambda text: text.replace("(", "（").replace(")", "）"),
    "dash": swap(r"(?m)(?<=\t)-(?=\t|$)", "－"),
    "dash long": swap(r"(?m)(?<=\t)-(?=\t|$)", "―"),
    "dash bar": swap(r"(?m)(?<=\t)-(?=\t|$)", "—"),
    "dash kana": swap(r"(?m)(?<=\t)-(?=\t|$)", "ー"),
    "dots": swap(r"(?m)(?<=\t)-(?=\t|$)", "…"),
    "per share": swap(r"[1１]株当たり", "１株当り"),
    "yen and sen": swap(r"([0-9]+)\.([0-9]{2})円", r"\1円\2銭"),
    "blank units": swap(r"(?<=[0-9])(?=百万円|億円|千円)", " "),
    "wide blanks": swap(r"(?m)(?<=[^\t\n ]) (?=[^\t\n ])", "　"),
    "labels spread": swap(r"(?m)^(合計|資産|負債|売上高|その他)\t", lambda m: "　".join(m[1]) + "\t"),
    "numbers of items": swap(r"(?m)^\(?（?([1-9])）?\)? ", lambda m: "①②③④⑤⑥⑦⑧⑨"[int(m[1]) - 1] + " "),
    "loss bracket": swap(r"当期純利益(?=\t|$)", "当期純利益又は当期純損失（△）"),
    "fraction": swap(r"([2-9])分の1", r"1/\1"),
    "times": swap(r"(?<=[0-9])倍", " 倍"),
}

ENGLISH: dict[str, Rewriting] = {
    "minus hyphen": swap(r"(?<=[\t ])\((?!1\))([0-9][0-9,.]*)\)(?=%?[\t\n ])", r"-\1"),
    "minus math": swap(r"(?<=[\t ])\((?!1\))([0-9][0-9,.]*)\)(?=%?[\t\n ])", "−\\1"),
    "minus en dash": swap(r"(?<=[\t ])\((?!1\))([0-9][0-9,.]*)\)(?=%?[\t\n ])", "–\\1"),
    "minus blank bracket": swap(r"(?<=[\t ])\((?!1\))([0-9][0-9,.]*)\)(?=%?[\t\n ])", r"( \1 )"),
    "day first": _english_day("{day} {name} {year}"),
    "day short": _english_day("{short}. {day}, {year}"),
    "day short bare": _english_day("{short} {day}, {year}"),
    "day first short": _english_day("{day}-{short}-{year}"),
    "day slash": _english_day("{year}/{month}/{day}"),
    "day iso": _english_day("{year}-{month:02}-{day:02}"),
    "day ordinal": _english_day("{name} {day}th, {year}"),
    "day no comma": _english_day("{name} {day} {year}"),
    "day capitals": lambda text: _DAY.sub(lambda m: m[0].upper(), text),
    "range from to dash": swap(
        r"\(from ([A-Z][a-z]+ \d+, \d{4}) to ([A-Z][a-z]+ \d+, \d{4})\)", r"(\1 - \2)"
    ),
    "range through": swap(
        r"\(from ([A-Z][a-z]+ \d+, \d{4}) to ([A-Z][a-z]+ \d+, \d{4})\)", r"(\1 through \2)"
    ),
    "fiscal year FY/": swap(
        rf"[Ff]iscal [Yy]ear (?:[Ee]nd(?:ed|ing)) ({_MONTH}) \d+, (\d{{4}})",
        lambda m: f"FY{MONTHS.index(m[1]) + 1}/{m[2]}",
    ),
    "fiscal year FYE": swap(rf"[Ff]iscal [Yy]ear (?:[Ee]nd(?:ed|ing)) (?=(?:{_MONTH}) \d)", "FYE "),
    "year ended": swap(rf"[Ff]iscal [Yy]ear [Ee]nded (?=(?:{_MONTH}) \d)", "year ended "),
    "quarter Q": swap(r"\b([Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth) [Qq]uarter\b", lambda m: f"Q{_nth(m[1])}"),
    "quarter ordinal": swap(
        r"\b([Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth) [Qq]uarter\b",
        lambda m: f"{_nth(m[1])}{('st', 'nd', 'rd', 'th')[_nth(m[1]) - 1]} quarter",
    ),
    "JPY": swap(r"¥(?=[0-9])", "JPY "),
    "JPY glued": swap(r"¥(?=[0-9])", "JPY"),
    "Y": swap(r"¥(?=[0-9])", "Y"),
    "yen wide": swap(r"¥(?=[0-9])", "￥"),
    "yen blank": swap(r"¥(?=[0-9])", "¥ "),
    "million yen": swap(r"¥([0-9][0-9,.]*) (million|billion|thousand)", r"\1 \2 yen"),
    "yen behind": swap(r"¥([0-9][0-9,.]*)(?![0-9,.]* (?:million|billion|thousand|trillion))", r"\1 yen"),
    "mn": swap(r"(?<=[0-9]) million\b(?! [a-z]+[0-9])", "mn"),
    "m": swap(r"(?<=[0-9]) million\b(?! [a-z]+[0-9])", "m"),
    "MM": swap(r"(?<=[0-9]) million\b(?! [a-z]+[0-9])", "MM"),
    "mil.": swap(r"(?<=[0-9]) million\b", " mil."),
    "hyphen": swap(r"(?<=[0-9]) million\b", "-million"),
    "capitals": swap(r"(?<=[0-9]) million\b", " Million"),
    "bn": swap(r"(?<=[0-9]) billion\b", "bn"),
    "billions": swap(r"¥([0-9]{1,3}(?:,[0-9]{3})+) million", _billions),
    "whole yen": swap(r"¥([0-9]{1,3}(?:,[0-9]{3})*) million", r"¥\1,000,000"),
    "units yen mm": swap(r"\([Mm]illions of yen\)", "(¥ million)"),
    "units JPY": swap(r"\([Mm]illions of yen\)", "(JPY mn)"),
    "units Unit": swap(r"\([Mm]illions of yen\)", "(Unit: million yen)"),
    "units in": swap(r"\([Mm]illions of yen\)", "(In millions of yen)"),
    "units words of heads": swap(r"Millions of yen(?=[\t\n])", "¥ million"),
    "units heads short": swap(r"Millions of yen(?=[\t\n])", "Million yen"),
    "percent word": swap(r"(?<=[0-9])% (?=[a-z])", " percent "),
    "percent words": swap(r"(?<=[0-9])% (?=[a-z])", " per cent "),
    "points pp": swap(r"percentage points?", "pp"),
    "points": swap(r"percentage points?", "points"),
    "points pt": swap(r" percentage points?", "pt"),
    "points hyphen": swap(r" percentage points?", " %-points"),
    "yoy": swap(r"year on year", "YoY"),
    "yoy slash": swap(r"year on year", "y/y"),
    "yoy hyphen": swap(r"year on year", "year-on-year"),
    "yoy long": swap(r"year on year", "from the same period of the previous fiscal year"),
    "up sign": swap(r"\bup ([0-9.]+%)", r"+\1"),
    "down sign": swap(r"\bdown ([0-9.]+%)", r"-\1"),
    "down bracket": swap(r"\bdown ([0-9.]+%)", r"(\1)"),
    "increase": swap(r"\bup ([0-9.]+%) ", r"an increase of \1 "),
    "decrease": swap(r"\bdown ([0-9.]+%) ", r"a decrease of \1 "),
    "rise of": swap(r"\(up ([0-9.]+%) year on year\)", r"(\1 increase year on year)"),
    "dash en": swap(r"(?m)(?<=\t)-(?=\t|$)", "–"),
    "dash em": swap(r"(?m)(?<=\t)-(?=\t|$)", "—"),
    "dash zero": swap(r"(?m)(?<=\t)-(?=\t|$)", "nil"),
    "dash n/a": swap(r"(?m)(?<=\t)-(?=\t|$)", "n/a"),
    "thin groups": swap(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))", "\u2009"),
    "nonbreaking": swap(r"(?<=[0-9]) (?=million|billion|shares|yen)", "\u00a0"),
    "title case": lambda text: re.sub(
        r"(?m)^([A-Z][a-z ,-]+)(?=\t)", lambda m: m[1].title().replace(" Of ", " of "), text
    ),
    "capital labels": lambda text: re.sub(r"(?m)^([A-Z][a-z ,-]+)(?=\t)", lambda m: m[1].upper(), text),
    "as of": swap(r"\b[Aa]s of (?=[A-Z])", "At "),
    "curly": lambda text: text.replace("'", "’").replace('"', "”"),
    "hyphen soft": swap(r"(?<=[a-z])-(?=[a-z])", "‐"),
    "ordinals spelt": swap(r"(?<![0-9.])([2-9]) times\b", lambda m: f"{_SMALL[int(m[1])]} times"),
    "multiplied": swap(r"(?<=[0-9]) times\b", "x"),
    "fiscal short": swap(r"\bfiscal (20\d\d)\b", r"FY\1"),
    "fiscal two": swap(r"\bfiscal 20(\d\d)\b", r"FY\1"),
    "shares comma": swap(r"(?<=[0-9]) shares\b", " shs."),
}
_SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]


def _nth(word: str) -> int:
    return ("first", "second", "third", "fourth").index(word.lower()) + 1


def documents(options: argparse.Namespace, folder: Path) -> Iterator[list[Path]]:
    """The pairs and bilingual files to rewrite."""
    if options.files:
        files = list(options.files)
        yield from ([files[k], files[k + 1]] for k in range(0, len(files) - 1, 2))
        if len(files) % 2:
            yield [files[-1]]
        return
    for place in sorted(path for path in CORPUS.iterdir() if path.is_dir()):
        both = [place / f"{language}.txt" for language in ("ja", "en")]
        yield both if both[0].exists() else [place / "release.txt"]
    for seed in range(options.first, options.first + options.n):
        both = [folder / f"{seed}.{language}.txt" for language in ("ja", "en")]
        for path, text in zip(both, pages(invent(seed)), strict=True):
            path.write_text(text, encoding="utf-8")
        yield both


def rewritten(text: str, language: str, rewriting: Rewriting) -> str:
    """A text with the runs of lines of one language rewritten; lines without letters go with the lines before them."""
    runs: list[tuple[bool, list[str]]] = []
    japanese = bool(_JAPANESE.search(text[:200]))
    for line in text.splitlines(keepends=True):
        if len(re.findall(r"[A-Za-z]", line)) > 3 or _JAPANESE.search(line):
            japanese = bool(_JAPANESE.search(line))
        if not runs or runs[-1][0] != japanese:
            runs.append((japanese, []))
        runs[-1][1].append(line)
    return "".join(
        rewriting("".join(lines)) if own == (language == "ja") else "".join(lines) for own, lines in runs
    )


def told(files: list[Path]) -> Counter[tuple[str, str]]:
    """How often each rule speaks above a note, and its first words."""
    return Counter(
        (finding.rule, finding.severity.value)
        for finding in bilingual.check(*files).findings
        if finding.severity.value in SERIOUS
    )


def main() -> None:
    """Print the new findings of each rewriting."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--n", type=int, default=10, help="invented documents")
    parser.add_argument("--first", type=int, default=0, help="seed of the first")
    parser.add_argument("--only", nargs="*", default=[], help="names of rewritings")
    parser.add_argument("--keep", type=Path, help="write the rewritten documents into this folder")
    options = parser.parse_args()
    looked = fresh = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for files in documents(options, folder):
            before = told(files)
            for language, table in (("ja", JAPANESE), ("en", ENGLISH)):
                for name, rewriting in table.items():
                    if options.only and name not in options.only:
                        continue
                    place = folder / "rewritten"
                    if options.keep:
                        place = folder / re.sub(
                            r"\W+", "_", f"{files[0].parent.name} {files[0].stem} {language} {name}"
                        )
                    place.mkdir(exist_ok=True)
                    copies, changed = [], False
                    for file in files:
                        text = file.read_text(encoding="utf-8")
                        other = rewritten(text, language, rewriting)
                        changed |= other != text
                        copies.append(place / file.name)
                        copies[-1].write_text(other, encoding="utf-8")
                    if not changed:
                        continue
                    looked += 1
                    new = told(copies) - before
                    fresh += bool(new)
                    if new:
                        words = ", ".join(
                            f"{rule} {severity} × {n}" for (rule, severity), n in sorted(new.items())
                        )
                        print(
                            f"{files[0].parent.name}/{files[0].name} {language} {name}: {words}", flush=True
                        )
    print(f"\n{looked} rewritings, {fresh} with something new")


if __name__ == "__main__":
    main()
