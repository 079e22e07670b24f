"""Settings that stay with a project: ``bilingual.toml``."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from bilingual.errors import InputError, OptionError
from bilingual.model.contrast import OwnContrast, OwnMember
from bilingual.model.report import Severity
from bilingual.options import CompanyProfile, Options

NAME = "bilingual.toml"
JAPANESE_RE = re.compile("[ぁ-んァ-ヶｦ-ﾟ一-鿿々]")
"""What tells a Japanese word from an English one."""
Kind = TypeVar("Kind", int, str)
KNOWN: Mapping[str, tuple[str, ...]] = {
    "": ("glossaries", "date", "company", "rules", "severity", "limits", "contrasts"),
    "company": ("fiscal_year_end", "year_naming", "rounding", "release_time_zone", "name"),
    "rules": ("disable",),
    "limits": ("max_characters",),
}


def load_config(path: Path | None = None, start: Path | None = None) -> Options:
    """Read the settings: the given file, or ``bilingual.toml`` in the working directory, or none.

    Raises:
        OptionError: for a file that is missing or no TOML, an unknown key or a value that does not fit.
    """
    if path is None:
        path = (start or Path.cwd()) / NAME
        if not path.is_file():
            return Options()
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise OptionError(f"{path}: cannot be read ({error.strerror}); check the name") from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise OptionError(f"{path}: line {line}: expected UTF-8 text; save the file as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise OptionError(f"{path}: expected TOML ({error})") from None
    return _options(path, settings)


def _options(path: Path, settings: Mapping[str, object]) -> Options:
    _only(path, "", settings)
    company = _table(path, settings, "company")
    rules = _table(path, settings, "rules")
    limits = _table(path, settings, "limits")
    severity = _table(path, settings, "severity", known=False)
    options = Options(
        glossaries=tuple(str(path.parent / name) for name in _words(path, settings, "glossaries")),
        disabled=tuple(_rule(path, code) for code in _words(path, rules, "disable", "rules.")),
        severities=tuple((_rule(path, code), _severity(path, code, word)) for code, word in severity.items()),
        company=CompanyProfile(
            _value(path, company, "fiscal_year_end", int, _is_month, "a month from 1 to 12"),
            _value(path, company, "year_naming", str, _one_of("start", "end"), '"start" or "end"'),
            _value(path, company, "rounding", str, _one_of("half_up", "down"), '"half_up" or "down"'),
            _value(
                path, company, "release_time_zone", str, _is_zone, 'a time zone such as "America/New_York"'
            ),
            _value(path, company, "name", str, _is_name, "the name of the issuer"),
        ),
        date=_date(path, settings.get("date", "")),
        contrasts=_contrasts(path, settings),
    )
    most = _value(path, limits, "max_characters", int, _is_count, "a number of characters")
    return replace(options, max_characters=most) if most else options


def _only(path: Path, section: str, table: Mapping[str, object]) -> None:
    for key in table:
        if key not in KNOWN[section]:
            name = f"{section}.{key}" if section else key
            raise OptionError(f"{path}: unknown key {name!r}; expected one of {', '.join(KNOWN[section])}")


def _table(
    path: Path, settings: Mapping[str, object], section: str, *, known: bool = True
) -> dict[str, object]:
    table = settings.get(section, {})
    if not isinstance(table, dict):
        raise OptionError(f"{path}: {section!r} must be a table: [{section}]")
    if known:
        _only(path, section, table)
    return table


def _words(path: Path, table: Mapping[str, object], key: str, prefix: str = "") -> list[str]:
    words = table.get(key, [])
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise OptionError(f'{path}: {prefix}{key} must be a list of strings, such as ["one", "two"]')
    return words


def _value(
    path: Path,
    table: Mapping[str, object],
    key: str,
    kind: type[Kind],
    fits: Callable[[object], bool],
    expected: str,
) -> Kind | None:
    value = table.get(key)
    if value is None:
        return None
    if not isinstance(value, kind) or not fits(value):
        raise OptionError(f"{path}: {key} is {value!r}; expected {expected}")
    return value


def _contrasts(path: Path, settings: Mapping[str, object]) -> tuple[OwnContrast, ...]:
    """Words that exclude each other: a table for each contrast, a list of words in both languages for each member."""
    found = []
    for name in _table(path, settings, "contrasts", known=False):
        table = _table(path, _table(path, settings, "contrasts", known=False), name, known=False)
        prefix = f"contrasts.{name}."
        members = tuple(_member(path, table, key, prefix) for key in table)
        words = [word.casefold() for member in members for word in (*member.ja, *member.en)]
        if len(members) < 2 or len(set(words)) < len(words):
            raise OptionError(
                f"{path}: contrasts.{name} needs two members or more, and no word under two of them"
            )
        found.append(OwnContrast(name, members))
    return tuple(found)


def _member(path: Path, table: Mapping[str, object], key: str, prefix: str) -> OwnMember:
    words = _words(path, dict(table), key, prefix)
    ja = tuple(word for word in words if JAPANESE_RE.search(word))
    en = tuple(word for word in words if word.strip() and word not in ja)
    if not ja or not en:
        raise OptionError(
            f'{path}: {prefix}{key} needs words in both languages, such as ["熊本工場", "Kumamoto Plant"]'
        )
    return OwnMember(key, ja, en)


def _date(path: Path, value: object) -> str:
    """A date of TOML, or a string that is a day, a month or a year."""
    try:
        return known_date(value.isoformat() if type(value) is date else str(value)) if value else ""
    except OptionError as error:
        raise OptionError(f"{path}: {error}") from None


def _is_name(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_month(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 12


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _is_zone(value: object) -> bool:
    from zoneinfo import ZoneInfo

    try:
        return isinstance(value, str) and bool(ZoneInfo(value))
    except (ValueError, OSError, LookupError):
        return False


def _one_of(*words: str) -> Callable[[object], bool]:
    return lambda value: value in words


def known_date(text: str) -> str:
    """A day, month or year (ISO 8601).

    Raises:
        OptionError: anything else.
    """
    parts = text.split("-")
    try:
        if [len(part) for part in parts] not in ([4], [4, 2], [4, 2, 2]):
            raise ValueError
        date(*map(int, [*parts, "1", "1"][:3]))
    except ValueError:
        raise OptionError(
            f"date is {text!r}; expected a day, month or year: 2026-11-21, 2026-11 or 2026"
        ) from None
    return text


def known_code(code: str) -> str:
    """A rule's code in capitals.

    Raises:
        OptionError: if there is no such rule.
    """
    from bilingual.checks import CHECKS

    if code.upper() not in {check.code for check in CHECKS}:
        raise OptionError(f"{code!r} is no rule; bilingual explain lists all rules")
    return code.upper()


def _rule(path: Path, code: str) -> str:
    try:
        return known_code(code)
    except OptionError as error:
        raise OptionError(f"{path}: {error}") from None


def _severity(path: Path, code: str, word: object) -> Severity:
    if word not in [severity.value for severity in Severity]:
        raise OptionError(f"{path}: severity of {code} is {word!r}; expected error, warning or info")
    return Severity(word)


def load_baseline(path: Path) -> frozenset[str]:
    """The fingerprints of the findings of an earlier JSON report.

    Raises:
        InputError: for a file that is missing or no report.
    """
    try:
        report = json.loads(path.read_text(encoding="utf-8-sig"))
        reports = report if isinstance(report, list) and report else [report]
        return frozenset(_identifier(finding["id"]) for one in reports for finding in one["findings"])
    except OSError as error:
        raise InputError(f"{path}: the baseline cannot be read ({error.strerror}); check the name") from None
    except json.JSONDecodeError as error:
        raise InputError(
            f"{path}: line {error.lineno}, column {error.colno}: this is no report of bilingual, no JSON ({error.msg}); "
            f"make one with: bilingual check … --format json -o {path}"
        ) from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise InputError(
            f"{path}: this is no report of bilingual; make one with: bilingual check … --format json -o {path}"
        ) from None


def _identifier(given: object) -> str:
    if not isinstance(given, str):
        raise TypeError(given)
    return given
