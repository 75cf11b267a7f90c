"""What each part of a brief says: what is known with its source, what is not as unknown, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from credlens.model.brief import Brief
from credlens.model.credential import Renewal, Validity
from credlens.model.fact import Fact, Method, Source
from credlens.model.gap import Evidence
from credlens.model.offer import Absent
from credlens.model.quantity import Share
from credlens.model.scorecard import Estimate, Flag, FlagState, Scorecard
from credlens.model.verification import Check, Outcome, Verdict
from credlens.present.briefs.sections import SECTIONS
from credlens.present.notes import Notes, Value

READ = Source(Method.READ, "https://provider.example/", date(2026, 10, 1))


def rows(name: str, brief: Brief) -> dict[str, list[str]]:
    section = SECTIONS[name](brief, Notes(brief.made))
    assert section is not None
    return {r.name: [v.text for v in r.values] for r in section.rows}


def values(brief: Brief) -> list[Value]:
    notes = Notes(brief.made)
    found = [s for name in SECTIONS if (s := SECTIONS[name](brief, notes)) is not None]
    return [v for s in found for r in s.rows for v in r.values]


def test_what_it_demanded_keeps_advice_and_conditions_apart(rich_brief: Brief) -> None:
    found = rows("demanded", rich_brief)
    assert found["Workload"] == ["40\N{EN DASH}60\N{NO-BREAK SPACE}h"]
    assert found["Level"] == ["beginner"]
    assert found["Conditions"] == ["Spreadsheets (advised)", "1 year of experience (needed)"]
    assert found["Pace"] == ["at your own pace"]
    assert found["The badge says"] == ["Pass 4 quizzes and hand in a project."]


def test_nothing_asked_for_is_not_the_same_as_not_known(rich_brief: Brief, poor_brief: Brief) -> None:
    none = replace(rich_brief.known, prerequisites=(), absent=(Absent("prerequisites", (READ,)),))
    assert rows("demanded", replace(rich_brief, credential=none))["Conditions"] == ["nothing"]
    assert rows("demanded", poor_brief) == {
        "Not known": ["workload, duration, level and conditions (nobody has looked them up yet)"]
    }


def test_each_assessment_says_what_is_known_of_it_and_what_is_not(rich_brief: Brief) -> None:
    section = SECTIONS["assessed"](rich_brief, Notes(rich_brief.made))
    assert section is not None
    quiz, project = section.rows[0].values
    for words in (
        "quizzes",
        "marked by machine",
        "unlimited attempts",
        "pass mark 80",
        "30\N{NO-BREAK SPACE}min",
        "60",
    ):
        assert words in quiz.text, words
    assert quiz.hint == ""
    assert project.hint == "not known: who marks it, attempts, pass mark or pass rate"
    assert section.rows[1].values[0].text == "no supervision, no identity check"
    assert ("Your result", "Final quiz: 92") in [(r.name, r.values[0].text) for r in section.rows]


def test_skills_stand_by_depth_under_honest_words(rich_brief: Brief) -> None:
    found = rows("certifies", rich_brief)
    assert found["It proves at most"][0].startswith("assessed certificate: ")
    assert (found["Main subjects"], found["One unit each"], found["Only touched"]) == (
        ["SQL"],
        ["Databases"],
        ["Statistics"],
    )
    assert found["Skills the badge names"] == ["SQL (ESCO)"]


def test_three_roles_and_three_kinds_of_accreditation_are_never_merged(rich_brief: Brief) -> None:
    found = rows("behind", rich_brief)
    assert found["Issuer"] == ["Example Academy · did:web:academy.example", "Example Academy (university)"]
    assert found["Provider"] == ["Example Courses (company)"]
    assert found["Platform"] == ["Example Platform (learning platform)"]
    assert found["Accredited programme"] == ["ISO 29993, Example Body"]
    assert found["Not known"] == ["accredited institution and accredited scheme (nothing recorded)"]


def test_recognition_is_counted_with_its_interval(rich_brief: Brief) -> None:
    assert rows("recognised", rich_brief)["Named by ads for data analyst"][0].startswith("7")
    assert "3 of 41 ads" in rows("recognised", rich_brief)["Named by ads for data analyst"][0]


def test_without_a_target_nobody_knows_who_names_it(rich_brief: Brief) -> None:
    assert rows("recognised", replace(rich_brief, aim=None))["Named by ads"][0].startswith(
        "unknown: you named no target"
    )
    assert rich_brief.aim is not None
    unsought = replace(rich_brief, aim=replace(rich_brief.aim, named=None))
    assert "not searched" in rows("recognised", unsought)["Named by ads for data analyst"][0]


def test_what_lapsed_says_so(rich_brief: Brief) -> None:
    assert rich_brief.held is not None
    held = replace(rich_brief.held, expires="2026-03", until=date(2026, 3, 31))
    known = replace(rich_brief.known, validity=Fact(Validity(24), (READ,)), renewal=Fact(Renewal("fee"), (READ,)))
    found = rows("validity", replace(rich_brief, held=held, credential=known))
    assert found["Yours expires"] == ["2026-03: it has expired"]
    assert found["Expiry in general"] == ["after 24\N{NO-BREAK SPACE}months"]
    assert found["Renewal"] == ["paying a fee (cost unknown, hours unknown)"]


def test_an_interviewer_gets_the_address_the_file_and_what_was_found_when(rich_brief: Brief) -> None:
    found = rows("check", rich_brief)
    assert found["Address"] == ["https://badges.example/7"]
    assert found["Its id"] == ["A-7"]
    assert "credlens verify sql.json" in found["The badge file"][0]
    assert found["Checked here"] == [
        "Verified (checked on 22\N{NO-BREAK SPACE}Nov\N{NO-BREAK SPACE}2026): Example Academy issued it."
    ]


def test_a_check_that_did_not_run_is_named(rich_brief: Brief) -> None:
    assert rich_brief.badge is not None
    unseen = Check("status", Outcome.NOT_CHECKED, "Was it revoked?")
    badge = replace(rich_brief.badge, report=replace(rich_brief.badge.report, checks=(unseen,)))
    section = SECTIONS["check"](replace(rich_brief, badge=badge), Notes(rich_brief.made))
    assert section is not None
    assert any(v.hint == "Not checked: Was it revoked?" for r in section.rows for v in r.values)


def test_nobody_is_told_to_hand_out_a_badge_that_was_revoked(rich_brief: Brief) -> None:
    assert rich_brief.badge is not None
    revoked = replace(rich_brief, badge=replace(rich_brief.badge, verdict=Verdict.REVOKED))
    assert "The badge file" not in rows("check", revoked)


def test_without_a_badge_it_was_not_checked(poor_brief: Brief) -> None:
    found = rows("check", poor_brief)
    assert found["Checked here"][0].startswith("not checked")
    assert found["Address"][0].startswith("unknown")


def test_what_it_does_not_cover_stands_beside_what_closed_it(rich_brief: Brief) -> None:
    found = rows("uncovered", rich_brief)
    assert found["Python"][0].startswith("not taught; asked for by 49")
    assert found["Python"][1:] == ["Project: Shop report"]
    assert found["Excel"][1:] == ["Used in work: “Weekly report in Excel”"]
    assert found["Statistics"][0].startswith("touched, little more")
    assert found["Statistics"][1:] == ["nothing to show for it yet"]


def test_of_many_uncovered_skills_the_last_are_only_named(rich_brief: Brief) -> None:
    assert rich_brief.uncovered is not None
    many = tuple(replace(rich_brief.uncovered[0], skill=f"skill {n}", share=Share(40 - n, 41)) for n in range(9))
    found = rows("uncovered", replace(rich_brief, uncovered=many))
    assert len(found) == 7
    assert found["And"] == ["skill 6, skill 7 and skill 8"]


def test_too_narrow_and_the_own_words_stand_there_too(rich_brief: Brief) -> None:
    flag = Flag("too_narrow", FlagState.FIRES, "it is about one product", (Evidence("x", READ),))
    estimate = Estimate(0.5, 0.4, 0.6)
    narrow = replace(
        rich_brief, card=Scorecard("sql-cert", estimate, estimate, (), (flag,)), notes={"closed": "I learnt pandas."}
    )
    found = rows("uncovered", narrow)
    assert found["Narrow"] == ["It is about one product."]
    assert found["Your words"] == ["I learnt pandas."]


@pytest.mark.parametrize("aimed", [True, False])
def test_what_nobody_can_tell_is_unknown(poor_brief: Brief, rich_brief: Brief, aimed: bool) -> None:
    brief = replace(poor_brief, aim=rich_brief.aim if aimed else None)
    assert rows("uncovered", brief)["Skills"][0].startswith("unknown: ")


def test_projects_made_for_it_and_the_badges_evidence_are_shown(rich_brief: Brief, poor_brief: Brief) -> None:
    found = rows("projects", rich_brief)
    assert found["Shop report"] == [
        "made for it: SQL",
        "Sales of an invented shop, by week.",
        "https://person.example/shop",
    ]
    assert found["The badge's evidence"] == ["Shop data · https://person.example/shop"]
    assert rows("projects", poor_brief)["Project"][0].startswith("none yet")


def test_every_fact_of_the_catalog_has_its_footnote(rich_brief: Brief) -> None:
    own = (
        "Project: ",
        "give sql.json",
        "nothing to show",
        "accredited",
        "Sales of",
        "https://person",
        "does not apply",
    )
    bare = [v.text for v in values(rich_brief) if not v.refs and not v.text.startswith(own)]
    assert bare == []


def test_of_what_nobody_knows_nothing_is_said(poor_brief: Brief) -> None:
    said = [v.text for v in values(poor_brief) if not v.unknown]
    assert said == ["2019"]
