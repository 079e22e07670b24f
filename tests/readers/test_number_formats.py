"""Numbers as a spreadsheet shows them: one case a notation, and what holds of all of them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual.containers.number_formats import BUILT_IN, formatted, formatted_text

CASES = [
    # value, format, shown
    ("1234567", "#,##0", "1,234,567"),
    ("-1234567", "#,##0", "-1,234,567"),
    ("-1234567", "#,##0;△#,##0", "△1,234,567"),
    ("-1234567", "#,##0;▲#,##0", "▲1,234,567"),
    ("-1234567", "#,##0_);(#,##0)", "(1,234,567)"),
    ("-1234567", "#,##0_);[Red]\\(#,##0\\)", "(1,234,567)"),
    ("-12.3", "0.0_ ;[赤]\\-0.0_ ", "-12.3"),
    ("0", '#,##0;△#,##0;"-"', "-"),
    ("0", "#,##0;△#,##0;－", "－"),
    ("0", "#,###", ""),
    ("5", ";;;", ""),
    ("1234567890", "#,##0,", "1,234,568"),
    ("1234567890", '#,##0,,"百万円"', "1,235百万円"),
    ("1234567890", "#,##0.0,,", "1,234.6"),
    ("-1499", "#,##0,;△#,##0,", "△1"),
    ("0.175", "0.0%", "17.5%"),
    ("0.17500000000000002", "0.0%", "17.5%"),
    ("-0.021", "0.0%;△0.0%", "△2.1%"),
    ("-0.021", "0.0%;(0.0%)", "(2.1%)"),
    ("17.5", '0.0"%"', "17.5%"),
    ("17.5", "0.0\\%", "17.5%"),
    ("2.675", "0.00", "2.68"),
    ("-5", "[<0]△#,##0;#,##0", "△5"),
    ("5", "[<0]△#,##0;#,##0", "5"),
    ("-5", "[>=0]#,##0;(#,##0)", "(5)"),
    ("-5", "[>=100]#,##0;0", "-5"),
    ("120", '[>=100]"多";"少"', "多"),
    ("3", '[=1]"有";[=0]"無";0', "3"),
    ("1234.5", "General", "1234.5"),
    ("0.1234567890123", "General", "0.123456789"),
    ("3", 'General"名"', "3名"),
    ("3", '#,##0"円"', "3円"),
    ("-3", '#,##0"円";"▲"#,##0"円"', "▲3円"),
    ("1234", "[$¥-411]#,##0", "¥1,234"),
    ("1234", "[$JPY] #,##0", "JPY 1,234"),
    ("-1234567", '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)', "(1,234,567)"),
    ("0", '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)', "-"),
    ("1234567", "000-0000", "123-4567"),
    ("7", "000", "007"),
    ("0.5", "#.00", ".50"),
    ("1234.5", "#,##0.##", "1,234.5"),
    ("1234", "#,##0.##", "1,234"),
    ("-5", "#,##0.##;(#,##0.##)", "(5)"),
    ("0.25", "# ?/?", "1/4"),
    ("3.75", "# ??/??", "3 3/4"),
    ("0.5", "?/8", "4/8"),
    ("12345", "0.00E+00", "1.23E+04"),
    ("5", "@", "5"),
    ("2024", '0"年度"', "2024年度"),
    ("2024", '"FY"0', "FY2024"),
    ("45747", "yyyy/m/d", "2025/3/31"),
    ("45747", 'yyyy"年"m"月"d"日"', "2025年3月31日"),
    ("45747", '[$-411]ggge"年"m"月"d"日"', "令和7年3月31日"),
    ("43585", '[$-411]ggge"年"m"月"d"日"', "平成31年4月30日"),
    ("45747", "[$-411]ge.m.d;@", "R7.3.31"),
    ("45747", 'yyyy"年"m"月期"', "2025年3月期"),
    ("45747", "mmmm d, yyyy", "March 31, 2025"),
    ("45747", "mmm-yy", "Mar-25"),
    ("45747", "aaaa", "月曜日"),
    ("45747.75", "yyyy-mm-dd hh:mm", "2025-03-31 18:00"),
    ("45747.75", "h:mm AM/PM", "6:00 PM"),
    ("1.5", "[h]:mm", "36:00"),
    ("59", "yyyy/m/d", "1900/2/28"),
    ("-1", "yyyy/m/d", "-1"),
    ("1E+400", "0", "1E+400"),
]


@pytest.mark.parametrize(("value", "code", "shown"), CASES)
def test_shown(value, code, shown):
    """A number is shown as its format says."""
    assert formatted(Decimal(value), code).strip() == shown


def test_days_since_1904():
    """Some workbooks count days from 1904."""
    assert formatted(Decimal(44285), "yyyy/m/d", from_1904=True) == "2025/3/31"


def test_texts():
    """A text is shown as it is, unless the format says more."""
    assert formatted_text("雲仙", '0;0;0;@"様"') == "雲仙様"
    assert formatted_text("雲仙", "#,##0") == "雲仙"
    assert formatted_text("雲仙", ";;;") == ""


NUMBERS = st.decimals(-(10**9), 10**9, places=4)


@given(NUMBERS)
def test_grouped_digits_are_the_number(value):
    """What is shown reads back as the number, rounded half away from zero."""
    shown = formatted(value, "#,##0.00;△#,##0.00")

    read = Decimal(shown.replace(",", "").replace("△", "-"))
    assert abs(read - value) <= Decimal("0.005")
    assert ("△" in shown) is (value < 0)


@given(NUMBERS, st.integers(0, 3))
def test_scaling_commas_divide(value, commas):
    """Every comma behind the digits divides by a thousand."""
    shown = formatted(value, "0." + "0" * 9 + "," * commas)

    assert abs(Decimal(shown) * 1000**commas - value) <= Decimal(1000) ** commas / 10**9


@given(
    NUMBERS | st.decimals(),
    st.text(st.sampled_from('0#?.,%;"\\_*[]<>=-+()△▲ymdhsgea/@E 円年General'), max_size=24),
)
def test_no_format_is_too_odd(value, code):
    """Any format shows something, or nothing, and fails at none."""
    assert isinstance(formatted(value, code), str)
    assert isinstance(formatted_text("a", code), str)


@pytest.mark.parametrize("code", BUILT_IN.values())
def test_built_in_formats(code):
    """The formats that have no text in the file show numbers."""
    assert formatted(Decimal("45747.25"), code)
