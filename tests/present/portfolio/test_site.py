"""A portfolio is whole: every link leads to a file of it or to an https address, and nothing private is in it unless asked for."""

from __future__ import annotations

import re
from dataclasses import replace
from posixpath import dirname, join, normpath

import pytest
from selectolax.lexbor import LexborHTMLParser

from credlens.model.cv import Contact, Cv, CvCertificate, CvSkill
from credlens.present.exports import EXPORTS
from credlens.present.portfolio.site import files_of
from credlens.present.portfolio.views import Portfolio, said_day


def page(files: dict[str, bytes], name: str = "index.html") -> LexborHTMLParser:
    return LexborHTMLParser(files[name].decode())


def words(files: dict[str, bytes], part: str, name: str = "index.html") -> str:
    return " ".join(
        " ".join(node.text(separator=" ") for node in page(files, name).css(part)).replace("\xa0", " ").split()
    )


def test_every_file_is_where_the_links_lead(site: Portfolio) -> None:
    files = files_of(replace(site, resume=b"%PDF-"))
    assert sorted(files) == [
        ".nojekyll",
        "badges/b1/badge.json",
        "badges/b1/check.html",
        "badges/b1/index.html",
        "index.html",
        "pictures/shop-dashboard/1.png",
        "projects/shop-dashboard.html",
        "resume.pdf",
        "reviews/4845fa4cddb9.json",
    ]
    reached = {"index.html", ".nojekyll"}
    for name in (n for n in files if n.endswith(".html")):
        for node in page(files, name).css("a[href], img[src]"):
            address = node.attributes.get("href") or node.attributes.get("src") or ""
            if address.startswith("#"):
                assert page(files, name).css(address)
            elif not address.startswith("https://"):
                reached.add(normpath(join(dirname(name), address.split("#")[0])))
    assert reached == set(files)


def test_no_page_runs_or_loads_anything_from_elsewhere(site: Portfolio) -> None:
    files = files_of(site)
    for name in (n for n in files if n.endswith(".html")):
        text = files[name].decode()
        assert page(files, name).css("script, link[rel=stylesheet], iframe") == []
        assert "default-src 'none'" in text
        assert "base-uri 'none'; form-action 'none'" in text
        assert "javascript:" not in text
    assert "img-src 'self'" in files["projects/shop-dashboard.html"].decode()


def test_how_to_reach_the_person_is_left_off_unless_they_want_it(site: Portfolio) -> None:
    closed = b"".join(files_of(site).values()).decode(errors="replace")
    for private in ("maria@example.org", "555 0100", "Lisbon"):
        assert private not in closed
    assert "https://code.example/maria" in closed
    opened = files_of(replace(site, contact=True))
    assert [a.attributes["href"] for a in page(opened).css("#contact a")] == [
        "mailto:maria@example.org",
        "https://code.example/maria",
    ]
    assert "555 0100" in words(opened, "#contact")


def test_an_address_that_would_smuggle_something_into_a_mail_is_no_link(site: Portfolio) -> None:
    odd = replace(site, contact=True, cv=replace(site.cv, contact=Contact("a@b.example?bcc=c@d.example")))
    assert page(files_of(odd)).css("#contact a") == []


def test_a_skill_says_what_stands_behind_it_and_a_project_once(site: Portfolio) -> None:
    assert words(files_of(site), "#skills .shown") == (
        "SQL Project: Shop dashboard SQL for analysts Excel Used as Analyst Listening By own word"
    )
    assert words(files_of(site), "#skills .facts") == "Languages Spanish (native)"


def test_certificates_are_called_verified_only_with_a_badge_that_is_shown(site: Portfolio) -> None:
    rows = [
        " ".join(r.text(separator=" ").replace("\xa0", " ").split())
        for r in page(files_of(site)).css("#certificates li")
    ]
    assert rows == [
        "SQL for analysts Example Academy · issued 22 Nov 2026 SQL Verified 22 Nov 2026",
        "First Aid Expires Dec 2027 · no. 7",
        "Old badge",
    ]


def test_a_project_of_a_resume_alone_has_no_page(site: Portfolio) -> None:
    cards = page(files_of(site)).css("#projects article")
    assert [bool(c.css("h3 a")) for c in cards] == [True, False]
    assert "School paper 2019 I edited it." in words(files_of(site), "#projects")


def test_a_review_says_what_was_checked_and_what_was_not(site: Portfolio) -> None:
    said = words(files_of(site), "#reviews", "projects/shop-dashboard.html")
    assert "Clear & short." in said
    assert "Robin <Example>" in said
    assert "Signature verified signed over the description as it is here" in said
    assert "the name is what the reviewer says of themselves" in said
    assert "Key: did:key:z6Mk" in said
    for same, expected in ((False, "an earlier version"), (None, "not tied to a version")):
        work = site.works[0]
        review, data = work.reviews[0]
        other = replace(site, works=(replace(work, reviews=((replace(review, same_version=same), data),)),))
        assert expected in words(files_of(other), "#reviews", "projects/shop-dashboard.html")


def test_a_badge_that_is_not_handed_out_can_be_asked_for(site: Portfolio) -> None:
    kept = replace(site, badges=(replace(site.badges[0], data=None),))
    files = files_of(kept)
    assert "badges/b1/badge.json" not in files
    assert "ask for the badge" in words(files, "#check", "badges/b1/index.html")
    assert "credlens verify badge.json --online" in words(files_of(site), "#check", "badges/b1/index.html")


def test_the_same_portfolio_gives_the_same_bytes(site: Portfolio) -> None:
    assert EXPORTS["portfolio"](site) == files_of(site)
    assert list(files_of(site)) == list(files_of(site))


@pytest.mark.parametrize("name", ["", "محمد الفارسي 🎓", "Pretty <b>Name</b> \u202egnorw", "N" * 300])
def test_whoever_it_is_the_page_has_a_name(site: Portfolio, name: str) -> None:
    bare = replace(site, cv=Cv(name, skills=(CvSkill("sql", "SQL"),)), works=(), badges=())
    files = files_of(bare)
    heading = page(files).css_first("h1")
    assert heading is not None
    assert heading.text() == (name.replace("\u202e", "\ufffd") or "Portfolio")
    assert sorted(files) == [".nojekyll", "index.html"]
    assert re.search("An example", files["index.html"].decode()) is None


def test_forty_certificates_are_forty_rows(site: Portfolio) -> None:
    many = tuple(CvCertificate(f"c{n}", f"Certificate {n}") for n in range(40))
    files = files_of(replace(site, cv=replace(site.cv, certificates=many)))
    assert len(page(files).css("#certificates li")) == 40


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("2026-03-04", "4 Mar 2026"),
        ("2026-03", "Mar 2026"),
        ("2026", "2026"),
        ("", ""),
        ("2026-13", "2026-13"),
        ("2026-02-30", "2026-02-30"),
    ],
)
def test_a_day_is_told_as_far_as_it_is_known(said: str, shown: str) -> None:
    assert said_day(said).replace("\xa0", " ") == shown
