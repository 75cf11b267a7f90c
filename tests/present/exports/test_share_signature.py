"""The signature: name, work by the documents, and at most three credentials that hold."""

from __future__ import annotations

from datetime import date

from selectolax.lexbor import LexborHTMLParser as HTMLParser

from credlens.model.cv import PRESENT, Contact, Cv, CvCertificate, CvEntry
from credlens.present.exports.share_signature import render

TODAY = date(2026, 11, 23)
CV = Cv(
    "Robin Example",
    Contact(email="robin@example.org", phone="+1 555 0100", links=("https://robin.example/", "http://old.example")),
    work=(CvEntry("w", "Data Analyst", "Example Ltd", end=PRESENT),),
    certificates=(
        CvCertificate("c1", "SQL", "Example Academy", "2024-05", link="https://badges.example/1"),
        CvCertificate("c2", "First Aid", issued="2020", expires="2025"),
        CvCertificate("c3", "Sailing"),
        CvCertificate("c4", "Fog Signalling"),
        CvCertificate("c5", "Knots"),
    ),
    target="Chief of Everything",
)


def test_the_text_says_who_what_and_what_holds() -> None:
    assert render(CV, TODAY)[1] == (
        "-- \nRobin Example\nData Analyst, Example Ltd\nhttps://robin.example/\n"
        "SQL, Example Academy, May 2024\nhttps://badges.example/1\nSailing\nFog Signalling\n"
    )


def test_the_page_says_the_same_with_its_style_in_place_and_loads_nothing() -> None:
    tree = HTMLParser(render(CV, TODAY)[0])
    assert [a.attributes["href"] for a in tree.css("a")] == ["https://robin.example/", "https://badges.example/1"]
    assert not tree.css("img, script, style, link, [src], [class]")
    assert "Chief" not in tree.text()
    assert "First Aid" not in tree.text()
    assert "555" not in tree.text()


def test_hostile_names_stay_names() -> None:
    name = '"><script>alert(1)</script>\n\u202eevil'
    bad = Cv(name, Contact(links=('https://a.example/"onclick="x',)), certificates=(CvCertificate("c", name, name),))
    html, text = render(bad, TODAY)
    tree = HTMLParser(html)
    assert not tree.css("script, [onclick]")
    assert [node.text() for node in tree.css("strong")] == ['"><script>alert(1)</script> \ufffdevil']
    assert "\u202e" not in html + text
    assert len(text.splitlines()) == 4


def test_a_name_alone_is_enough() -> None:
    html, text = render(Cv("Robin Example"), TODAY)
    assert text == "-- \nRobin Example\n"
    assert len(HTMLParser(html).css("div div")) == 1
