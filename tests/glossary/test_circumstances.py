"""Terms that are in use for a time or for a company only: what they are on a day, for somebody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilingual
from bilingual.cli import main
from bilingual.glossary import load
from bilingual.glossary.matcher import Matcher
from bilingual.model.document import Language
from bilingual.model.termbase import Concept, Term, Termbase, TermStatus
from bilingual.options import CompanyProfile, Options
from bilingual.terms import issuer, load_terms, terms_for

JA, EN = Language.JA, Language.EN
OLD = Term("Ordinary income", EN, valid_until="2015-03")
NEW = Term("Ordinary profit", EN, valid_from="2015-04")
OURS = Term("Recurring profit", EN, scope="Company X")
BAD = Term("Current income", EN, TermStatus.FORBIDDEN, scope="Company X")
CONCEPT = Concept("ordinary-profit", (Term("経常利益", JA), OLD, NEW, OURS, BAD))
BASE = Termbase((CONCEPT, Concept("profit", (Term("利益", JA), Term("Profit", EN)))))

STATUSES = [
    # day, company, what the English terms are; "" means that the term is left out
    ("2015-03-31", "", ["preferred", "admitted", "admitted", "admitted"]),
    ("2015-04-01", "", ["deprecated", "preferred", "admitted", "admitted"]),
    ("2015", "", ["preferred", "preferred", "admitted", "admitted"]),
    ("", "", ["preferred", "preferred", "admitted", "admitted"]),
    ("2020-01-01", "ｃｏｍｐａｎｙ　x", ["deprecated", "admitted", "preferred", "forbidden"]),
    ("2020-01-01", "Company Y", ["deprecated", "preferred", "", ""]),
]


@pytest.mark.parametrize(("day", "company", "expected"), STATUSES)
def test_status_depends_on_day_and_company(day, company, expected):
    """Expired terms are deprecated, others' terms are gone, a company's own one is the only preferred one."""
    terms = {term.text: term.status.value for term in BASE.at(day, company).by_id["ordinary-profit"].terms}

    assert [terms.get(term.text, "") for term in (OLD, NEW, OURS, BAD)] == expected


def test_preferred_terms_come_first():
    """On a day the term to use stands before those that are over."""
    found = BASE.at("2020-01-01").by_id["ordinary-profit"].in_language(EN)

    assert found[0].text == "Ordinary profit"


def test_terms_without_conditions_stay_the_same_termbase():
    """Where nothing depends on day or company the termbase is the very same: its indexes go on to hold."""
    plain = Termbase((BASE.concepts[1],))

    assert plain.at("2020-01-01", "Company X") is plain


def test_terms_of_another_company_are_not_found():
    """The matcher of a termbase for a company does not know the words of another one."""
    assert Matcher(BASE.at(company="Company X")).exact("Recurring profit", EN) == ("ordinary-profit",)
    assert Matcher(BASE.at(company="Company Y")).exact("Recurring profit", EN) == ()


@given(
    day=st.sampled_from(["", "1999", "2015-03", "2015-04-01", "2030-12-31"]),
    company=st.sampled_from(["", "Company X", "Company Y"]),
)
def test_what_was_settled_stays_settled(day, company):
    """Asking a termbase of a day for the same day once more changes no status but that of terms in their scope."""
    once = BASE.at(day, company)

    assert once.at(day, company).concepts == once.concepts


ISSUERS = [
    (["Company X"], ["2024年5月10日 Company X 決算"], "Company X"),
    (["Company X"], ["２０２４年 ＣＯＭＰＡＮＹ　Ｘ"], "Company X"),
    (["IIJ"], ["IIJX announces"], ""),
    (["IIJ"], ["(IIJ)"], "IIJ"),
    (["例示電機"], ["株式会社例示電機 代表取締役"], "例示電機"),
    (["Company X", "Company Y"], ["Company X sells to Company Y"], ""),
    (["Company X"], ["nobody"], ""),
    ([], ["Company X"], ""),
]


@pytest.mark.parametrize(("scopes", "heads", "expected"), ISSUERS)
def test_issuer_is_learned_from_the_top(scopes, heads, expected):
    """The one company of the scopes that is named as a word; nobody where two are."""
    assert issuer(scopes, heads) == expected


GLOSSARY = """concept,language,term,status,from,until,scope,concept_source
lease,ja,リース負債,preferred,,,,IFRS 16
lease,en,Lease obligations,preferred,,2019-03,,IFRS 16
lease,en,Lease liabilities,preferred,2019-04,,,IFRS 16
lease,en,Leasing debt,preferred,,,例示電機,
"""
RELEASE = """2024年5月10日
株式会社例示電機

連結財政状態計算書
 2024年3月31日 2023年3月31日
リース負債 12,345 11,876
資産合計 98,765 97,531

May 10, 2024
Reiji Electric

Consolidated Statement of Financial Position
 March 31, 2024 March 31, 2023
Lease obligations 12,345 11,876
Total assets 98,765 97,531
"""


@pytest.fixture
def glossary(tmp_path):
    """A glossary whose terms have days and a scope."""
    path = tmp_path / "ours.csv"
    path.write_text(GLOSSARY, encoding="utf-8")
    return path


def preferred(termbase, concept="lease"):
    """The English terms to use."""
    terms = termbase.by_id[concept].in_language(EN)
    return [term.text for term in terms if term.status is TermStatus.PREFERRED]


def test_day_and_company_come_from_the_document(tmp_path, glossary):
    """The release says its day and its issuer: the issuer's term is the one to use, the old one is over."""
    release = tmp_path / "release.txt"
    release.write_text(RELEASE, encoding="utf-8")

    termbase = bilingual.check(release, glossaries=[glossary]).comparison.termbase

    assert preferred(termbase) == ["Leasing debt"]
    statuses = {term.text: term.status for term in termbase.by_id["lease"].in_language(EN)}
    assert statuses["Lease obligations"] is TermStatus.DEPRECATED


def test_options_go_before_what_the_document_says(glossary):
    """A given day and company decide."""
    options = Options((str(glossary),), date="2018-06-30", company=CompanyProfile(name="Somebody else"))

    assert preferred(terms_for(options).termbase) == ["Lease obligations"]


def test_packaged_terms_are_indexed_once():
    """Without conditions every day and company has the same index."""
    assert terms_for(Options(date="2001-11-14")) is load_terms()


def test_command_takes_day_and_company(tmp_path, glossary, capsys):
    """--date and --company reach the check; a date that is none is one sentence and status 2."""
    release = tmp_path / "release.txt"
    release.write_text(RELEASE, encoding="utf-8")
    given = ["check", str(release), "--glossary", str(glossary), "--company", "例示電機"]

    assert main([*given, "--date", "2024-05-10"]) in (0, 1)
    assert main([*given, "--date", "10 May"]) == 2
    assert "2026-11-21" in capsys.readouterr().err


def test_scopes_and_days_are_read_from_files(glossary):
    """What the columns from, until and scope say arrives."""
    termbase = load([glossary])

    assert termbase.is_conditional
    assert termbase.scopes == ("例示電機",)
