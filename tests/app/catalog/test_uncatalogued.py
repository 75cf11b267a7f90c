"""A credential that nobody has catalogued: judged from a page, a badge or answers, kept, found again and removed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from credlens.app.catalog.importing import import_records
from credlens.app.catalog.removing import remove
from credlens.app.catalog.searching import search
from credlens.app.catalog.showing import show
from credlens.app.evaluate import evaluate
from credlens.app.options import find_options
from credlens.app.ports import NamedBytes, Ports, Target
from credlens.app.questions import questions, read_answers
from credlens.app.uncatalogued import Origin
from credlens.catalog import codec, pages
from credlens.model.credential import (
    Credential,
    Organisation,
    OrganisationKind,
    Supervision,
    Validity,
    Verification,
)
from credlens.model.errors import InputError, Problem, UserError
from credlens.model.fact import Fact, Method, Source
from credlens.model.offer import Identifier
from credlens.model.posting import Posting
from credlens.model.quantity import Hours
from credlens.model.scorecard import Scorecard
from credlens.model.serial import plain

FOG: dict[str, object] = {
    "title": "Fog Signals Ashore",
    "provider": "Harbour School",
    "skills": "SQL, fog reading",
    "assessment": "project",
    "grader": "tutor",
    "hours": "30-50",
    "price": "free",
    "recognition": "none",
}
BADGE = {
    "@context": "https://w3id.org/openbadges/v2",
    "type": "BadgeClass",
    "id": "https://badges.example.org/classes/7",
    "name": "SQL Reports",
    "description": "Write reports with SQL.",
    "criteria": {"narrative": "Submit a portfolio of three reports."},
    "issuer": {"type": "Issuer", "id": "https://badges.example.org", "name": "Harbour School"},
}


@pytest.fixture
def badge(tmp_path: Path) -> Path:
    path = tmp_path / "badge.json"
    path.write_text(json.dumps(BADGE), encoding="utf-8")
    return path


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A page whose reading is given: how pages are read is tested elsewhere."""

    def read_page(data: bytes, where: str, today: date) -> Any:
        source = Source(Method.PARSED, date=today, note="read in: takes 12 hours")
        credential = Credential(
            "page",
            data.decode(),
            identifiers=(Identifier("url", "example.org/python"),),
            hours=Fact(Hours(12, 12), (source,)),
        )
        return SimpleNamespace(
            credential=credential, text="You learn Python.", problems=(Problem(where, "No price is stated."),)
        )

    monkeypatch.setattr(pages, "read_page", read_page)
    path = tmp_path / "page.html"
    path.write_text("Python for Ports", encoding="utf-8")
    return path


def test_answers_are_judged_with_skills_that_the_taxonomy_knows(ports: Ports) -> None:
    result = evaluate(ports, answers=FOG)
    (own,) = result.own
    assert (own.origin, own.where, own.kept, own.known_as) == (Origin.INTERVIEW, "interview", False, None)
    assert own.credential.id == "harbour-school-fog-signals-ashore"
    assert [t.skill for t in own.credential.skills] == ["sql"]
    assert [p.where for p in own.problems] == ["skills"]
    assert "fog reading" in own.problems[0].message
    card = result.comparison.card(own.credential.id)
    rigour = next(c for c in card.criteria if c.id == "assessment_rigour")
    assert [e.source.note for e in rigour.evidence] == ["said by you"]
    assert result.catalog[own.credential.id].title == "Fog Signals Ashore"


def test_a_badge_and_a_page_are_judged_beside_a_credential_of_the_catalog(
    ports: Ports, badge: Path, page: Path
) -> None:
    result = evaluate(ports, ["google-data-analytics"], pages=[page], badges=[badge])
    judged = {c.credential for c in result.comparison.cards}
    assert judged == {"google-data-analytics", "python-for-ports", "harbour-school-sql-reports"}
    of_page, of_badge = result.own
    assert [t.skill for t in of_page.credential.skills] == ["python"]
    assert [p.message for p in of_page.problems] == ["No price is stated."]
    told = {(f["field"], f["sources"][0].get("note")): f["value"] for f in of_page.to_json()["facts"]}
    assert told["hours", "read in: takes 12 hours"] == {"min": 12, "max": 12, "mode": None}
    assert of_badge.origin is Origin.BADGE
    assert [str(a.type) for a in of_badge.credential.assessment] == ["portfolio"]
    assert not ports.has_state() or not ports.store().records()


def test_answers_about_a_page_complete_and_correct_what_was_read(ports: Ports, page: Path, badge: Path) -> None:
    rest = {"about": "page", "hours": "20-30", "supervision": "supervised_with_id", "assessment": "project"}
    (own,) = evaluate(ports, pages=[page], answers=rest).own
    found = own.credential
    assert (own.origin, found.title, found.id) == (Origin.PAGE, "Python for Ports", "python-for-ports")
    assert found.hours.value == Hours(20, 30)
    assert [(o.value, o.source.method) for o in found.hours.overruled] == [(Hours(12, 12), Method.PARSED)]
    assert found.supervision.get(None) is Supervision.SUPERVISED_WITH_ID
    assert [a.type.value for a in found.assessment] == ["project"]
    assert [t.skill for t in found.skills] == ["python"], "the text is read as before"
    with pytest.raises(InputError, match="none of that kind is given"):
        evaluate(ports, badges=[badge], answers=rest)
    with pytest.raises(InputError, match="neither page nor badge"):
        evaluate(ports, pages=[page], answers={"about": "course"})


def test_what_is_kept_is_shown_found_and_judged_like_before(ports: Ports, page: Path) -> None:
    first = evaluate(ports, answers=FOG, pages=[page], keep=True)
    assert [o.kept for o in first.own] == [True, True]
    fog = first.own[1].credential
    again = evaluate(ports, [o.credential.id for o in first.own])
    assert again.comparison == first.comparison
    shown = show(ports, fog.id).credential
    assert shown == fog, "keeping loses nothing"
    assert plain(shown.hours) == {
        "value": {"min": 30, "max": 50, "mode": None},
        "sources": [{"method": "stated", "date": "2026-11-22", "note": "said by you"}],
    }
    assert fog.id in search(ports, "fog signals").found.ids
    assert "python-for-ports" in search(ports, "", skill="python").found.ids
    options = find_options(ports, "SQL", minimum=1).to_json()["options"]
    assert fog.id in [option["credential"] for option in options]


def test_keeping_the_same_again_changes_nothing_and_something_else_gets_an_id_of_its_own(ports: Ports) -> None:
    first = evaluate(ports, answers=FOG, keep=True).own[0].credential.id
    before = ports.store().records()
    later = replace(ports, today=date(2027, 1, 1))
    assert evaluate(later, answers=FOG, keep=True).own[0].credential.id == first
    assert ports.store().records() == before
    assert evaluate(ports, [first], answers=FOG).own[0].kept, "it was kept before, and that is said"


def test_a_corrected_answer_takes_the_place_of_the_persons_own_record(ports: Ports) -> None:
    first = evaluate(ports, answers=FOG, keep=True).own[0]
    assert first.replaces is None
    later = replace(ports, today=date(2027, 1, 1))
    looked = evaluate(later, answers={**FOG, "hours": 400}).own[0]
    assert (looked.credential.id, looked.replaces, looked.kept) == (f"{first.credential.id}-2", None, False)
    other = evaluate(later, answers={**FOG, "hours": 400}, keep=True).own[0]
    assert (other.credential.id, other.replaces, other.kept) == (first.credential.id, date(2026, 11, 22), True)
    assert [r.name for r in ports.store().records()] == [first.credential.id]
    assert show(ports, first.credential.id).credential.hours.value == Hours(400, 400)


def test_what_somebody_else_wrote_or_a_page_said_is_never_replaced(ports: Ports) -> None:
    by_hand = b"""id: fog
title: Fog Signals Ashore
sources: {me: {method: recalled, date: 2026-11-22}}
issuer: {is: {name: Harbour School, kind: other}, from: me}
"""
    ports.store().save_records([NamedBytes("fog", by_hand)])
    own = evaluate(ports, answers=FOG, keep=True).own[0]
    assert own.known_as is not None
    assert (own.known_as.id, own.known_as.sure, own.replaces) == ("fog", True, None)
    read = Source(Method.PARSED, date=date(2026, 11, 22))
    of_page = Credential(
        "tide", "Tide Tables", issuer=Fact(Organisation("Harbour School", OrganisationKind.OTHER), (read,))
    )
    ports.store().save_records([NamedBytes("tide", codec.pack(of_page))])
    told = evaluate(ports, answers={"title": "Tide Tables", "provider": "Harbour School"}, keep=True).own[0]
    assert (told.credential.id, told.replaces) == ("harbour-school-tide-tables", None)
    kept = {r.name: r.data for r in ports.store().records()}
    assert set(kept) == {"fog", "tide", "harbour-school-tide-tables", own.credential.id}
    assert kept["fog"] == by_hand


def test_what_the_catalog_seems_to_have_is_named_and_what_was_given_is_judged(ports: Ports) -> None:
    answers = {"title": "Google Data Analytics", "provider": "Google", "assessment": "attendance"}
    own = evaluate(ports, answers=answers, keep=True).own[0]
    assert own.known_as is not None
    assert own.known_as.id == "google-data-analytics"
    assert own.known_as.probability > 0.9
    assert "issuer" in own.known_as.because
    assert own.credential.id == "google-data-analytics-2"
    assert show(ports, "google-data-analytics").credential.assessment == ()
    assert [str(a.type) for a in show(ports, "google-data-analytics-2").credential.assessment] == ["attendance"]


def test_a_credential_of_an_imported_catalog_is_recognised_by_its_address(
    ports: Ports, page: Path, written: Callable[..., Path]
) -> None:
    record = {"key": "k1", "title": "Python for Ports and Piers", "names": ["url:example.org/python"]}
    import_records(ports, "one", [written(record)])
    known = evaluate(ports, pages=[page]).own[0].known_as
    assert known is not None
    assert (known.title, known.because.split(",")[0]) == ("Python for Ports and Piers", "one address")
    assert known.probability > 0.9


def test_a_removed_record_is_gone_from_catalog_and_search_and_its_bytes_from_the_store(ports: Ports) -> None:
    kept = evaluate(ports, answers=FOG, keep=True).own[0].credential.id
    assert kept in search(ports, "fog").found.ids
    result = remove(ports, kept)
    assert (result.title, result.still, result.left) == ("Fog Signals Ashore", False, 0)
    assert search(ports, "fog").found.ids == ()
    assert ports.store().records() == ()
    with pytest.raises(UserError, match="no record"):
        remove(ports, kept)
    with pytest.raises(UserError, match="no record"):
        remove(ports, "google-data-analytics")


def test_a_damaged_record_is_left_out_and_named(ports: Ports) -> None:
    kept = evaluate(ports, answers=FOG, keep=True).own[0].credential
    (record,) = ports.store().records()
    assert codec.unpack(record.data) == kept
    ports.store().save_records([replace(record, data=record.data[:40])])
    with pytest.raises(UserError, match="no credential"):
        evaluate(ports, [kept.id])
    assert evaluate(ports, answers=FOG).own[0].credential.id == kept.id


def test_job_ads_are_searched_for_what_the_catalog_does_not_have(ports: Ports) -> None:
    texts = ("You must know SQL and hold the Fog Signals Ashore certificate.", "You must know SQL.")
    ads = tuple(Posting(f"ad-{n}", "Analyst", f"Requirements:\n{text}", f"ad-{n}.txt") for n, text in enumerate(texts))
    ports.store().save_target(Target("Analyst", ads, len(ads)))
    result = evaluate(ports, ["google-data-analytics"], answers=FOG)
    named = {card.credential: _because(card, "recognition") for card in result.comparison.cards}
    assert named[result.own[0].credential.id].startswith("named in 1 of 2 ads")
    assert named["google-data-analytics"].startswith("named in 0 of 2 ads")


def _because(card: Scorecard, criterion: str) -> str:
    return next(c.because for c in card.criteria if c.id == criterion)


def test_a_title_that_is_a_skill_is_not_looked_for_in_ads(ports: Ports) -> None:
    own = evaluate(ports, answers={"title": "Python"}).own[0]
    assert [p.where for p in own.problems] == ["title"]
    assert "not searched for it" in own.problems[0].message


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\x89PNG\r\n\x1a\n rest", "picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "picture"),
        (b"{}", "no badge class"),
        (b"{broken", "JSON"),
        (json.dumps([{**BADGE, "id": f"https://badges.example.org/{n}"} for n in range(21)]).encode(), "21 badges"),
    ],
)
def test_a_file_that_is_no_single_badge_is_refused_with_advice(
    ports: Ports, tmp_path: Path, content: bytes, says: str
) -> None:
    path = tmp_path / "badge"
    path.write_bytes(content)
    with pytest.raises(InputError, match=says) as caught:
        evaluate(ports, badges=[path])
    assert caught.value.problems[0].what_to_do


AWARD = {
    "@context": "https://w3id.org/openbadges/v2",
    "type": "Assertion",
    "id": "https://badges.example.org/awards/1",
    "issuedOn": "2021-05-01T00:00:00Z",
    "expires": "2024-05-01T00:00:00Z",
    "verification": {"type": "HostedBadge"},
    "badge": {
        **BADGE,
        "criteria": {"narrative": "Pass a proctored exam of 60 questions; show a photo ID. You have 3 attempts."},
    },
}


def test_a_badge_in_hand_says_how_long_it_holds_and_that_it_has_lapsed(ports: Ports, badge: Path) -> None:
    badge.write_text(json.dumps(AWARD), encoding="utf-8")
    (own,) = evaluate(ports, badges=[badge]).own
    assert own.credential.validity.get(None) == Validity(36)
    assert "of 2021-05-01 and expires on 2024-05-01" in own.credential.validity.sources[0].note
    assert [p.message for p in own.problems] == [
        "This badge, awarded on 2021-05-01, expired on 2024-05-01: whoever holds it has to renew it."
    ]
    before = replace(ports, today=date(2024, 5, 1))
    assert evaluate(before, badges=[badge]).own[0].problems == ()


def test_the_words_of_a_badges_criteria_are_read_as_those_of_a_page(ports: Ports, badge: Path) -> None:
    badge.write_text(json.dumps(AWARD), encoding="utf-8")
    found = evaluate(ports, badges=[badge]).own[0].credential
    assert [(a.type.value, a.attempts, a.questions) for a in found.assessment] == [("written_exam", 3, 60)]
    assert found.supervision.get(None) is Supervision.SUPERVISED_WITH_ID
    assert "proctored exam" in found.supervision.sources[0].note
    extension = {
        "extensions:AssessmentExtension": {"type": ["Extension"], "assessments": [{"assessmentType": "Artifact"}]}
    }
    badge.write_text(json.dumps({**AWARD, "badge": {**AWARD["badge"], **extension}}), encoding="utf-8")  # type: ignore[dict-item]
    stated = evaluate(ports, badges=[badge]).own[0].credential
    assert [a.type.value for a in stated.assessment] == ["artefact"], "what is stated as data comes first"


@pytest.mark.parametrize(
    ("award", "expected"),
    [
        ({}, Verification("open_badge_3")),
        ({"proof": {"type": "DataIntegrityProof"}}, Verification("open_badge_3", status_list=False)),
        (
            {"proof": [{}], "credentialStatus": {"id": "https://x.example.org/s"}},
            Verification("open_badge_3", status_list=True),
        ),
    ],
)
def test_a_badge_of_version_3_is_signed_and_says_whether_it_can_be_revoked(
    ports: Ports, badge: Path, award: dict[str, Any], expected: Verification
) -> None:
    subject = {"achievement": {**BADGE, "type": ["Achievement"]}}
    record = {"type": ["VerifiableCredential", "OpenBadgeCredential"], "credentialSubject": subject, **award}
    badge.write_text(json.dumps(record), encoding="utf-8")
    assert evaluate(ports, badges=[badge]).own[0].credential.verification.get(None) == expected


def test_nothing_to_judge_is_said_before_anything_is_read(ports: Ports) -> None:
    with pytest.raises(UserError, match="nothing to judge"):
        evaluate(ports)
    with pytest.raises(InputError) as caught:
        evaluate(ports, answers={"title": "Fog", "hours": "long", "level": "hard"}, keep=True)
    assert {p.where for p in caught.value.problems} == {"hours", "level"}
    assert ports.store().records() == ()


def test_a_file_of_answers_is_json_or_yaml(ports: Ports, tmp_path: Path) -> None:
    yaml, twice, words = tmp_path / "a.yaml", tmp_path / "twice.json", tmp_path / "words.yaml"
    yaml.write_text("title: Fog\nhours: 30-50\nassessment: [project, exam]\nexpires: no\nlevel:\n", encoding="utf-8")
    assert read_answers(ports, yaml) == {
        "title": "Fog",
        "hours": "30-50",
        "assessment": ["project", "exam"],
        "expires": False,
        "level": None,
    }
    twice.write_text('{"title": "Fog", "title": "Sun"}', encoding="utf-8")
    with pytest.raises(InputError, match="twice") as caught:
        read_answers(ports, twice)
    assert caught.value.problems[0].where == f"{twice.as_posix()}: title"
    words.write_text("just words", encoding="utf-8")
    with pytest.raises(InputError, match="no answers"):
        read_answers(ports, words)
    yaml.write_text("title: Fog\nhours: [1\n", encoding="utf-8")
    with pytest.raises(InputError, match="not valid YAML") as caught:
        read_answers(ports, yaml)
    assert caught.value.problems[0].where == f"{yaml.as_posix()}:2"


def test_another_face_can_ask_question_by_question(ports: Ports) -> None:
    first = questions(ports).to_json()
    assert (first["next"], first["number"], first["problems"]) == ("title", 1, [])
    grader = next(q for q in first["questions"] if q["id"] == "grader")
    assert grader["follows"] == "assessment"
    assert "project" in grader["opened_by"]
    assert {c["id"] for c in grader["choices"]} == {"auto", "peer", "tutor", "external_expert"}
    after = questions(ports, {"title": "Fog", "address": None, "provider": None, "kind": "cake"})
    assert (after.next.id if after.next else "", [p.where for p in after.problems]) == ("level", ["kind"])
