from __future__ import annotations

import csv
import io
import json
from datetime import date

from credlens.app.keeping.tables import tables
from credlens.app.presenting.holdings import Holding
from credlens.model.application import Application, Step, StepKind
from credlens.model.person import EvidenceKind, HeldSkill, Job, Person, SkillEvidence
from credlens.model.skill import Skill, SkillLevel, Taxonomy

SQL = Skill("sql", "SQL", (), None, None, "", ())
TAXONOMY = Taxonomy("t", "1", "", {"sql": SQL})
EVIDENCE = SkillEvidence("sql", EvidenceKind.USED, "resume.md:3", "=cmd()", 1.5, date(2026, 1, 2))
PERSON = Person(
    "Ada",
    {"sql": HeldSkill("sql", SkillLevel.ADVANCED, (EVIDENCE,))},
    jobs=(Job("@analyst", "-Company", date(2024, 1, 1), None, "resume.md:2", ""),),
)
HELD = Holding("card", "+Badge", "Club", None, None, "2024-03", "", "7", "https://club.example/7", "resume.md:9", "")
PLAN = {
    "plans": [
        {
            "name": "fastest",
            "steps": [
                {
                    "credential": "one",
                    "title": "One",
                    "option": "standard",
                    "start": "2026-12-01",
                    "finish": "2026-12-05",
                    "hours": 16,
                    "cost": [
                        {"day": "2026-12-05", "amount": -10, "currency": "USD", "what": "exam", "kind": "discount"}
                    ],
                }
            ],
        }
    ]
}
STATE = {
    "plan": [
        {"made": "2026-11-23", "content": json.dumps(PLAN)},
        {"made": "2026-11-24", "content": "damaged"},
        {"made": "2026-11-24", "content": "[]"},
    ]
}


def rows(name: str, state: object = STATE) -> list[list[str]]:
    found = tables(PERSON, [HELD], TAXONOMY, state)[f"tables/{name}.csv"]  # type: ignore[arg-type]
    assert found.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(found.decode("utf-8-sig"))))[1:]


def test_skills_have_a_row_for_each_piece_of_evidence() -> None:
    assert rows("skills") == [["SQL", "sql", "advanced", "used", "resume.md:3", "'=cmd()", "1.5", "2026-01-02"]]


def test_what_a_spreadsheet_would_take_for_a_formula_is_a_text() -> None:
    assert rows("jobs") == [["'@analyst", "'-Company", "2024-01-01", "", "resume.md:2"]]
    assert rows("credentials") == [
        ["'+Badge", "Club", "2024-03", "", "7", "https://club.example/7", "", "", "", "resume.md:9"]
    ]


def test_plans_have_their_steps_and_payments() -> None:
    assert rows("plan_steps") == [["2026-11-23", "fastest", "one", "One", "standard", "2026-12-01", "2026-12-05", "16"]]
    assert rows("payments") == [["2026-11-23", "fastest", "one", "2026-12-05", "-10", "USD", "exam", "discount"]]


def test_without_plans_there_are_headers_alone() -> None:
    assert rows("plan_steps", {}) == rows("payments", {}) == []


def test_applications_have_the_days_of_what_came_of_them() -> None:
    steps = (Step(StepKind.REPLY, None), Step(StepKind.INTERVIEW, date(2026, 5, 9)))
    sent = Application("a1", date(2026, 5, 1), "=Pier", "Clerk", shown=("one", "two"), referral=False, steps=steps)
    found = tables(PERSON, [], TAXONOMY, {}, [sent])["tables/applications.csv"].decode("utf-8-sig")
    assert list(csv.DictReader(io.StringIO(found))) == [
        {
            "applied": "2026-05-01",
            "employer": "'=Pier",
            "title": "Clerk",
            "shown": "one two",
            "not_shown": "",
            "match": "",
            "resume": "",
            "referral": "no",
            "reply": "yes",
            "interview": "2026-05-09",
            "offer": "",
            "rejection": "",
            "withdrawn": "",
            "id": "a1",
        }
    ]
