"""Issuers by name and id, with what is told of them; and that nothing is told of the others."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from credlens.model.verification import Claims, Outcome, Party
from credlens.verify.content import Content
from credlens.verify.inquiry import Desk, Inquiry, Settings
from credlens.verify.trust.names import check_issuer_name
from credlens.verify.trust.registries import IssuerEntry, IssuerRegistry, KnownIssuer, Trust

AT = datetime(2026, 11, 23, tzinfo=UTC)
KEY = "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp"
CREDLY = "did:web:www.credly.com:api:v1:obi:v3:issuers:0f6b5b8a-1111-4222-8333-944455556666"
KNOWN = (
    KnownIssuer(
        ("Google", "Google Career Certificates"),
        ("google.com",),
        (),
        ("coursera.org", "credly.com", "sites.google.com"),
    ),
    KnownIssuer(("IBM", "IBM SkillsBuild"), ("ibm.com", "skillsbuild.org"), (), ("credly.com",)),
    KnownIssuer(("Coursera",), ("coursera.org",)),
    KnownIssuer(("Credly",), (), (), ("credly.com", "youracclaim.com")),
    KnownIssuer(("Microsoft",), ("microsoft.com",), (), ("credly.com",)),
    KnownIssuer(("Harvard University", "HarvardX"), ("harvard.edu",), (), ("edx.org",)),
    KnownIssuer(("Massachusetts Institute of Technology", "MIT"), ("mit.edu",)),
    KnownIssuer(("MIT xPRO",), ("xpro.mit.edu",), ("did:key:z6Mkn6E3RLksUuArW6aPXWY6n9Wr5yhjTLEk7vUP448rmj7E",)),
    KnownIssuer(("ISC2", "(ISC)²"), ("isc2.org",), (), ("credly.com",)),
    KnownIssuer(("The Open University",), ("open.ac.uk", "open.edu")),
    KnownIssuer(("LinkedIn",), ("linkedin.com",)),
    KnownIssuer(("AT&T",), ("att.com",)),
    KnownIssuer(("Stanford University",), ("stanford.edu",)),
    KnownIssuer(("Cisco",), ("cisco.com",)),
    KnownIssuer(("Meta",), ("meta.com",)),
    KnownIssuer(("CompTIA",), ("comptia.org",)),
    KnownIssuer(("Instructure",), ("instructure.com",)),
    KnownIssuer(("Udacity",), ("udacity.com",)),
)
TRUST = Trust((), KNOWN)


def told(name: str, id: str = "", url: str = "", trust: Trust | None = TRUST) -> Any:  # noqa: A002
    """The checks that come of an issuer."""

    def nothing(*_: Any) -> Any:
        raise AssertionError

    inquiry = Inquiry(Desk(Settings(AT, trust=trust), nothing))
    check_issuer_name(Content(Claims(issuer=Party(id, name, url))), inquiry)
    return inquiry.checks


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Example University", "did:web:example.edu"),
        ("Example University", KEY),
        ("Academia Ñandú · 学院", "https://nandu.example/issuer"),
        ("Москва", KEY),
        ("Московский университет № 1", KEY),
        ("École Polytechnique", "https://ecole.example"),
        ("E\u0301cole de l\u2019Exemple", KEY),
        ("Ελληνικό Πανεπιστήμιο", KEY),
        ("東京ＡＢＣ大学", KEY),
        ("ＮＴＴ学院", KEY),
        ("جامعة\u200f المثال", KEY),
        ("می\u200cخواهم", KEY),
        ("क्\u200dष School", KEY),
        ("Team 👩\u200d💻 Example", KEY),
        ("Hearts ❤\ufe0f Academy", KEY),
        ("μLearn Example", KEY),
        ("Яндексbot", KEY),
        ("Credly™ Friends & Co.", KEY),
        ("Fog\u00a0Signals\u00a0School", KEY),
        ("Eﬃcient School ½ №", KEY),
        ("Google", "https://google.com/issuer"),
        ("Google", "https://badges.google.com/issuer"),
        ("Google", "did:web:google.com:badges"),
        ("Google", "did:web:cloud.google.com%3A8443"),
        ("GOOGLE", "https://www.google.com"),
        ("Google", CREDLY),
        ("Google Career Certificates", "https://www.credly.com/organizations/google/issuer"),
        ("Google Fans of Example Town", KEY),
        ("Google Career Advice", KEY),
        ("Harvard Street School", KEY),
        ("IBM SkillsBuild", "https://skillsbuild.org/issuer"),
        ("IBM", CREDLY),
        ("MIT xPRO", "did:key:z6Mkn6E3RLksUuArW6aPXWY6n9Wr5yhjTLEk7vUP448rmj7E"),
        ("(ISC)²", "https://isc2.org"),
        ("ISC2", CREDLY),
        ("MLT", KEY),
        ("Metal", KEY),
        ("The Open University", "https://www.open.ac.uk/badges"),
        ("Coursera", "https://www.coursera.org"),
        ("Disco School", "https://disco.example/issuer"),
        ("Crisco", "did:web:crisco.example"),
        ("Meat Academy", "https://meat.example"),
        ("IBN", "did:web:ibn.example"),
        ("Googol Society", "https://googol.example/issuer"),
        ("Harvards", "https://harvards.example/issuer"),
        ("Google Brasil", "https://google.com.br/issuer"),
        ("Example", "https://google.de/issuer"),
        ("Example", "https://learning.example.ac.uk"),
        ("Example", "urn:uuid:4d0b7a0e-1111-4222-8333-944455556666"),
        ("Example", "https://192.0.2.1/issuer"),
        ("Example", ""),
        ("Example\n", KEY),
        ("Stadtbücherei Beispiel", "https://bücherei.example/issuer"),
        ("Stadtbücherei Beispiel", "https://xn--bcherei-n2a.example"),
        ("Школа", "https://школа.рф/issuer"),
        ("Сахар", "https://xn--80aa2cbv.xn--p1ai"),  # all its letters look Latin, under an end of the same alphabet
        ("学院", "https://学院.example"),
        ("Ελλάδα", "did:web:xn--hxakic4aa.example"),
        ("Audacity", "https://audacity.com/issuer"),
        ("Ünited Learning", "https://united.example"),
        ("Méta", KEY),
        ("Credit Company", KEY),
        ("LLC", KEY),
        ("Ltd.", KEY),
        ("Google LLC", "https://google.com/issuer"),
        ("Google Inc.", CREDLY),
    ],
)
def test_nothing_is_told_of_an_issuer_that_is_who_it_says(name: str, id: str) -> None:  # noqa: A002
    assert [(c.outcome, c.reason) for c in told(name, id) if c.outcome is not Outcome.PASSED] == []


CALLED = "called like"
LOOKS = "looks like"


@pytest.mark.parametrize(
    ("name", "id", "words"),
    [
        ("Ｃredly", KEY, "only look like 'Credly'"),
        ("Ｃｒｅｄｌｙ", KEY, CALLED),
        ("𝐂𝐫𝐞𝐝𝐥𝐲", KEY, "only look like 'Credly'"),
        ("Ⓒⓡⓔⓓⓛⓨ Example", KEY, "only look like"),
        ("\u0421\u043eursera", KEY, "Cyrillic and Latin"),
        ("\u0421\u043eursera", KEY, CALLED),
        ("\u0421\u043eursera", "https://coursera.example", CALLED),
        ("\u0399\u0392\u039c", KEY, "called like IBM"),
        ("Goo\u200bgle", KEY, "cannot be seen (U+200B)"),
        ("Goo\u200bgle", KEY, CALLED),
        ("Goo\u200cgle", KEY, "U+200C"),
        ("Goo\u200dgle", KEY, "U+200D"),
        ("Goo\ufe0fgle", KEY, "U+FE0F"),
        ("Goo\u00adgle", KEY, "U+00AD"),
        ("Goo\u3164gle", KEY, "U+3164"),
        ("\u202eelgooG", KEY, "U+202E"),
        ("Example\u200e School", KEY, "U+200E"),
        ("Example\x07School", KEY, "U+0007"),
        ("Google", KEY, "called like Google"),
        ("Google", "", CALLED),
        ("google", "did:web:evil.example", CALLED),
        ("Google.", "did:web:evil.example", CALLED),
        ("Google®", KEY, CALLED),
        ("Google™", KEY, CALLED),
        ("  Google  ", KEY, CALLED),
        ("G00gle", KEY, CALLED),
        ("Goog1e", KEY, CALLED),
        ("GoogIe", KEY, CALLED),
        ("M1crosoft", KEY, CALLED),
        ("Rnicrosoft", KEY, CALLED),
        ("Linkedln", KEY, CALLED),
        ("Harvard-University", KEY, CALLED),
        ("HarvardX", "https://harvardx.certs.example/issuer", "called like Harvard University"),
        ("HarvardX", "did:web:edx.org.evil.example", CALLED),
        ("Google", "did:web:notgoogle.com", CALLED),
        ("Google", "https://google.com@evil.example/issuer", CALLED),
        ("Google", "https://evil.example\\@google.com/issuer", CALLED),
        ("Google", "did:web:evil.example%23.google.com", CALLED),
        ("Google", "did:web:google%2ecom", CALLED),
        ("Google", "https://evil.example/?google.com", CALLED),
        ("Microsoft", "https://www.coursera.org/issuer", CALLED),
        ("MIT xPRO", "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp", CALLED),
        ("Example", "https://g00gle.com/issuer", "looks like google.com"),
        ("Example", "did:web:g00gle.com", LOOKS),
        ("Example", "https://goog1e.com", LOOKS),
        ("Example", "https://login.g00gle.example", LOOKS),
        ("Example", "https://gooogle.com", LOOKS),
        ("Example", "https://gogole.com", LOOKS),
        ("Example", "https://rnicrosoft.com/issuer", "looks like microsoft.com"),
        ("Example", "https://m1crosoft.com/issuer", LOOKS),
        ("Example", "https://microsofft.com/issuer", LOOKS),
        ("Example", "https://microsoflt.com/issuer", LOOKS),
        ("Example", "https://courseera.org/issuer", LOOKS),
        ("Example", "https://coursena.example/issuer", LOOKS),
        ("Example", "https://c1sco.com", LOOKS),
        ("Example", "https://credly.com.evil.example/issuer", "looks like credly.com"),
        ("Example", "https://www-credly.com/issuer", LOOKS),
        ("Example", "https://xn--oogle-qmc.com/issuer", "looks like google.com"),
        ("Example", "did:web:xn--80ak6aa92e.com", "letters of Cyrillic that only look like 'apple'"),
        ("Example", "https://\u0441oursera.org/issuer", "mixes letters of Cyrillic and Latin"),
        ("Example", "https://\u0441oursera.org/issuer", "looks like coursera.org"),
        ("Example", "https://cr\u00e9dly.com/issuer", "looks like credly.com"),
        ("Example", "did:web:xn--crdly-csa.com", "looks like credly.com"),
        ("Example", "https://badges.cr\u00e9dly.com/issuer", "looks like credly.com"),
        ("Example", "https://xn--zzzzzzzzz.com/issuer", "letters that no host may have"),
        ("Example", "https://\u2460.example/issuer", "letters that no host may have"),
        ("lBM", KEY, "called like IBM"),
        ("lBM\u00ae", KEY, "called like IBM"),
        ("\u01c0BM", KEY, "called like IBM"),
        ("1BM", KEY, "called like IBM"),
        ("MlT", KEY, "called like Massachusetts Institute of Technology"),
        ("lnstructure", KEY, "called like Instructure"),
        ("Cr\u00e9dly", KEY, "called like Credly"),
        ("Cre\u0301dly", KEY, "called like Credly"),
        ("Cr\u1eb9dly", KEY, "called like Credly"),
        ("Google LLC", KEY, "called like Google"),
        ("Google LLC", "did:web:evil.example", "called like Google"),
        ("Google, Inc.", KEY, "called like Google"),
        ("Credly Inc", "https://credly.com.evil.example/issuer", "called like Credly"),
        ("Linked In", KEY, "called like LinkedIn"),
        ("M I T", KEY, "called like Massachusetts Institute of Technology"),
    ],
)
def test_what_is_odd_is_told(name: str, id: str, words: str) -> None:  # noqa: A002
    checks = told(name, id)
    assert {c.outcome for c in checks} == {Outcome.WARNING}
    assert [c.reason for c in checks if words in c.reason] != [], [c.reason for c in checks]


def test_the_address_beside_the_id_is_only_a_claim() -> None:
    assert told("Google", KEY, "https://google.com")[0].outcome is Outcome.WARNING
    assert "g00gle.com" in told("Example", KEY, "https://g00gle.com")[0].reason


@pytest.mark.parametrize(
    ("name", "id", "platform"),
    [
        ("Google", CREDLY, "credly.com"),
        ("Credly", CREDLY, "credly.com"),
        ("Google", "https://sites.google.com/view/somebody", "sites.google.com"),
        ("Google", "https://google.com/issuer", ""),
        ("Example", CREDLY, ""),
    ],
)
def test_at_a_platform_the_reason_says_that_others_issue_there_too(name: str, id: str, platform: str) -> None:  # noqa: A002
    (check,) = told(name, id)
    assert check.outcome is Outcome.PASSED
    assert platform in check.reason
    assert bool(check.reason) == bool(platform)


@pytest.mark.parametrize(
    ("entry", "outcome"),
    [
        (IssuerEntry(KEY, "Google"), Outcome.PASSED),
        (IssuerEntry(KEY), Outcome.PASSED),
        (IssuerEntry(KEY, "Chess Club"), Outcome.WARNING),
        (IssuerEntry("did:web:other.example", "Google"), Outcome.WARNING),
    ],
)
def test_an_id_on_a_list_of_the_person_is_who_the_list_says(entry: IssuerEntry, outcome: Outcome) -> None:
    (check,) = told("Google", KEY, trust=Trust((IssuerRegistry("mine", (entry,)),), KNOWN))
    assert check.outcome is outcome


def test_without_known_names_only_letters_and_hosts_are_looked_at() -> None:
    assert told("Google", KEY, trust=None)[0].outcome is Outcome.PASSED
    assert told("Goo\u200bgle", KEY, trust=None)[0].outcome is Outcome.WARNING


def test_an_issuer_without_a_name_is_not_judged_by_it() -> None:
    assert told("", KEY)[0].outcome is Outcome.NOT_APPLICABLE
    assert told("", "https://g00gle.com")[0].outcome is Outcome.WARNING
