"""The documentation names what exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_readme_links_exist():
    """Every relative link and picture of the README leads to a file."""
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)

    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_readme_commands_exist():
    """Every `bilingual COMMAND` of the README is a command of the program."""
    from bilingual.cli import main

    commands = set(re.findall(r"(?m)^bilingual ([a-z]+) ", README))

    assert commands >= {"check", "audit", "align", "figures", "tables", "explain"}
    for command in sorted(commands):
        with pytest.raises(SystemExit) as stopped:
            main([command, "--help"])
        assert stopped.value.code == 0, command


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md", "docs/architecture.md"])
def test_documents_are_plain_utf8(name):
    """Documents are UTF-8 without a byte order mark and end with one line feed."""
    data = (ROOT / name).read_bytes()

    assert not data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\n") and not data.endswith(b"\n\n")
    data.decode("utf-8")
