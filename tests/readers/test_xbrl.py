"""XBRL instances and inline XBRL to facts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual.errors import InputError
from bilingual.readers import read
from bilingual.readers.xbrl import read_filing
from bilingual.readers.xbrl.values import number_of

HEAD = (
    '<xbrli:context id="C"><xbrli:entity><xbrli:identifier scheme="x">1</xbrli:identifier></xbrli:entity>'
    "<xbrli:period><xbrli:startDate>2024-04-01</xbrli:startDate><xbrli:endDate>2025-03-31</xbrli:endDate>"
    '</xbrli:period><xbrli:scenario><xbrldi:explicitMember dimension="t:a">t:NonConsolidatedMember'
    "</xbrldi:explicitMember></xbrli:scenario></xbrli:context>"
    '<xbrli:context id="I"><xbrli:period><xbrli:instant>2025-04-01T00:00:00</xbrli:instant></xbrli:period>'
    '</xbrli:context><xbrli:unit id="JPY"><xbrli:measure>iso4217:JPY</xbrli:measure></xbrli:unit>'
    '<xbrli:unit id="PS"><xbrli:divide><xbrli:unitNumerator><xbrli:measure>iso4217:JPY</xbrli:measure>'
    "</xbrli:unitNumerator><xbrli:unitDenominator><xbrli:measure>xbrli:shares</xbrli:measure></xbrli:unitDenominator>"
    "</xbrli:divide></xbrli:unit>"
)
INSTANCE = (
    '<?xml version="1.0"?><xbrli:xbrl xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:t="urn:t" '
    'xmlns:xbrldi="http://xbrl.org/2006/xbrldi" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    f'xmlns:iso4217="http://www.xbrl.org/2003/iso4217">{HEAD}{{}}</xbrli:xbrl>'
)
PAGE = (
    '<html xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"><body><div style="display:none"><ix:header><ix:resources>'
    f"{HEAD}</ix:resources></ix:header></div>{{}}</body></html>"
)


def test_facts_of_an_instance(tmp_path):
    """A fact has its value, unit, precision, days and members; texts are left out."""
    path = tmp_path / "a.xbrl"
    path.write_text(
        INSTANCE.format(
            '<t:NetSales contextRef="C" unitRef="JPY" decimals="-6">45000000000</t:NetSales>'
            '<t:Cash contextRef="I" unitRef="JPY" decimals="INF">12</t:Cash>'
            '<t:Nil contextRef="I" unitRef="JPY" xsi:nil="true"/>'
            '<t:PerShare contextRef="C" unitRef="PS" decimals="2">12.34</t:PerShare>'
            '<t:Name contextRef="C">Sample</t:Name><t:Odd contextRef="C" unitRef="JPY">n/a</t:Odd>'
        ),
        encoding="utf-8",
    )

    sales, cash, nil, per_share = read_filing(path)

    assert (sales.name, sales.value, sales.unit, sales.decimals) == (
        "NetSales",
        Decimal(45000000000),
        "JPY",
        -6,
    )
    assert (sales.start, sales.end) == (date(2024, 4, 1), date(2025, 3, 31))
    assert sales.members == ("NonConsolidatedMember",)
    assert (cash.start, cash.end, cash.decimals) == (None, date(2025, 3, 31), None)
    assert nil.value is None
    assert (per_share.unit, per_share.value) == ("JPY", Decimal("12.34"))


def test_facts_of_a_page(tmp_path):
    """Tagged figures of a page have scale and sign of their tags, and the place of their digits in the text."""
    path = tmp_path / "a.htm"
    path.write_text(
        PAGE.format(
            '<p>売上高は<ix:nonFraction name="t:NetSales" contextRef="C" unitRef="JPY" scale="6" decimals="-6" '
            'format="ixt:numdotdecimal">45,000</ix:nonFraction>百万円</p><table><tr><td>損失</td><td>△<ix:nonFraction '
            'name="t:Loss" contextRef="C" unitRef="JPY" scale="6" sign="-" decimals="-6">1,234</ix:nonFraction></td>'
            '<td><ix:nonFraction name="t:Loss" contextRef="I" unitRef="JPY" scale="6" format="ixt:zerodash">－'
            "</ix:nonFraction></td></tr></table>"
        ),
        encoding="utf-8",
    )

    document = read(path)

    assert [document.text[mark.span.start : mark.span.end] for mark in document.marked] == [
        "45,000",
        "1,234",
        "－",
    ]
    assert [mark.fact.value for mark in document.marked] == [45_000_000_000, -1_234_000_000, 0]
    assert read_filing(path) == tuple(mark.fact for mark in document.marked)
    assert "iso4217" not in document.text


NUMBERS = (
    ("1,234", "ixt:numdotdecimal", "1234"), ("1 234", "", "1234"), ("１，２３４", "", "1234"), ("-12.5", "", "-12.5"),
    ("1.234,5", "ixt:numcommadecimal", "1234.5"), ("12円34銭", "ixt:numunitdecimal", "12.34"),
    ("1,200円", "ixt:numunitdecimal", "1200"), ("－", "ixt:zerodash", "0"), ("―", "ixt:numdotdecimal", "0"),
    ("1e5", "", "100000"), ("", "", None), ("n/a", "", None), ("NaN", "", None), ("Infinity", "", None),
    ("1E999999", "", None), ("9" * 99, "", None),
)  # fmt: skip


@pytest.mark.parametrize(("text", "form", "value"), NUMBERS)
def test_numbers_of_facts(text, form, value):
    """A shown number is read as its transformation says; what is no finite number is none."""
    assert number_of(text, form) == (None if value is None else Decimal(value))


@given(st.decimals(min_value=-(10**15), max_value=10**15, places=2))
def test_printed_numbers_come_back(value):
    """Whatever is printed with commas is read back."""
    assert number_of(f"{value:,}", "ixt:numdotdecimal") == value


BROKEN = {
    "no such file": (None, "no such file"),
    "no XBRL": ("<a/>", "neither"),
    "no XML": ("xyz", "well-formed"),
    "no facts": (INSTANCE.format(""), "no numeric facts"),
    "a page without facts": ("<html><body>1</body></html>", "no numeric facts"),
    "entities": (
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
        "entities",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_bad_filings_get_one_sentence(tmp_path, name):
    """A filing that cannot be used is refused with the reason."""
    text, words = BROKEN[name]
    path = tmp_path / "a.xbrl"
    if text is not None:
        path.write_text(text, encoding="utf-8")

    with pytest.raises(InputError, match=words) as caught:
        read_filing(path)

    assert "\n" not in str(caught.value)


@given(st.text(max_size=200))
def test_any_text_in_a_filing(tmp_path_factory, text):
    """Whatever stands in a filing, it is read or refused in one sentence."""
    path = tmp_path_factory.mktemp("filing") / "a.htm"
    path.write_text(
        PAGE.format(f'<ix:nonFraction contextRef="C" scale="x">{text}'), encoding="utf-8", errors="replace"
    )

    with pytest.raises(InputError):
        read_filing(path)
