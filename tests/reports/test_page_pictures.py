"""Reports on PDF files show the part of the page that a finding points at."""

from __future__ import annotations

import base64
import re
import struct

from pdf_maker import Maker

from bilingual.pipeline import check
from bilingual.reports import render


def report(folder, text=False):
    """A report on two files whose only figure differs."""
    ja, en = "売上高は84,215百万円となりました。", "Net sales were 84,125 million yen."
    if text:
        (folder / "ja.txt").write_text(ja + "\n", encoding="utf-8")
        (folder / "en.txt").write_text(en + "\n", encoding="utf-8")
        return check(folder / "ja.txt", folder / "en.txt")
    return check(
        Maker().text(60, 90, ja).save(folder / "ja.pdf"), Maker().text(60, 90, en).save(folder / "en.pdf")
    )


def test_findings_in_pdf_files_have_pictures(tmp_path):
    """Both places are pictures inside the page, which may load nothing else."""
    page = render(report(tmp_path), "html")

    sources = re.findall(r'<img src="data:image/png;base64,([^"]+)" width="(\d+)" height="(\d+)"', page)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1]

    assert len(sources) == 2
    assert "img-src data:" in policy and "default-src 'none'" in policy
    for data, width, height in sources:
        png = base64.b64decode(data)
        assert png.startswith(b"\x89PNG")
        assert struct.unpack(">II", png[16:24]) == (int(width), int(height))


def test_a_changed_file_has_no_pictures(tmp_path):
    """Pictures show the file that was checked or nothing."""
    found = report(tmp_path)
    for name in ("ja.pdf", "en.pdf"):
        Maker().text(60, 90, "Something else 1,234").save(tmp_path / name)

    assert "<img" not in render(found, "html")


def test_text_files_have_no_pictures(tmp_path):
    """Without pages nothing may be loaded at all."""
    page = render(report(tmp_path, text=True), "html")

    assert "<img" not in page
    assert "img-src" not in page


def test_places_name_the_page(tmp_path):
    """Text, Markdown and SARIF tell the page; JSON has page and box."""
    found = report(tmp_path)

    assert "p. 1" in render(found, "text")
    assert "p. 1" in render(found, "md")
    assert "p. 1" in render(found, "sarif") or '"page"' in render(found, "sarif")
    places = [finding["ja"] for finding in found.to_dict()["findings"]]
    assert places[0]["page"] == 1
    assert len(places[0]["box"]) == 4
