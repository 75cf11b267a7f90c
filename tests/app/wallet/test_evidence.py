"""What badges show of their holder: what their issuers say of skills, and no more."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime

from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.app.wallet.evidence import findings
from credlens.app.wallet.ports import StoredBadge
from credlens.model.verification import (
    AchievementClaim,
    AlignedSkill,
    Check,
    Claims,
    Mode,
    Outcome,
    Party,
    Report,
    Verdict,
)
from credlens.verify.record import report_to_record

DAY = date(2026, 11, 22)
SQL = AchievementClaim(
    name="SQL for Analysts",
    criteria="Forty queries, marked by a tutor, and a presentation.",
    skills=(AlignedSkill("Tableau"),),
)
REPORT = Report(
    Verdict.VERIFIED,
    "It holds.",
    Mode.STRICT,
    datetime(2026, 11, 22, tzinfo=UTC),
    claims=Claims(issuer=Party("did:key:z6Mk", "Harbour School"), achievements=(SQL,)),
)


def shown(ports: Ports, report: Report) -> dict[str, str]:
    """The quote behind each skill."""
    ports.store()
    text = json.dumps(report_to_record(report))
    ports.wallet().keep(StoredBadge("aaaa", "badge.json", b"{}", DAY, DAY, text), [])
    (found,) = findings(ports, Knowledge(ports))
    return {m.item.skill: m.item.quote for m in found.mentions}


def test_its_title_and_its_alignments_show_skills_and_words_of_its_criteria_do_not(ports: Ports) -> None:
    assert set(shown(ports, REPORT)) == {"sql", "tableau"}


def test_it_is_called_verified_unless_the_issuer_bears_an_odd_name(ports: Ports) -> None:
    assert shown(ports, REPORT)["sql"] == "SQL for Analysts, Harbour School, verified on 2026-11-22"
    odd = Check("issuer_name", Outcome.WARNING, "Is it who it says?", "It looks like another's.")
    assert shown(ports, replace(REPORT, checks=(odd,)))["sql"] == "SQL for Analysts, Harbour School"
