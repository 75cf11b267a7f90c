"""Links for LinkedIn out of what is held: what documents and badges say, and a page only where it is the issuer's for sure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from credlens.app.ports import Ports, StoredDocument
from credlens.app.presenting.linkedin import LinkedInEntry, linkedin
from credlens.app.verifying.ports import Job
from credlens.app.wallet.badges import add
from credlens.model.errors import UserError
from credlens.model.verification import AchievementClaim, Check, Claims, Mode, Outcome, Party, Report, Verdict

RESUME = """# Robin Example

## Certifications

- Google Data Analytics Professional Certificate, issued May 2024
- Fog Signalling, Harbour School, 2023, Credential ID: FS-0042, https://harbour.example/c/42
- First Aid, expires December 2025
"""


@dataclass
class Says:
    """A verifier that finds a badge in the name of Google, for whatever its bytes say."""

    odd: bool

    def verify(self, jobs: Iterable[Job], _settings: object, _answer: object) -> Iterator[tuple[Job, Report]]:
        for job in jobs:
            claims = Claims(
                id="http://badges.example/7",
                issuer=Party("https://badges.example", "Google"),
                achievements=(AchievementClaim(name=job.data.decode()),),
                issued=datetime(2026, 3, 4, tzinfo=UTC),
            )
            checks = (Check("issuer_name", Outcome.WARNING if self.odd else Outcome.PASSED, "Who?", ""),)
            at = datetime(2026, 11, 22, tzinfo=UTC)
            yield job, Report(Verdict.VERIFIED, "as told", Mode.STRICT, at, claims=claims, checks=checks)


def asked(entry: LinkedInEntry) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(entry.url).query).items()}


def test_each_credential_gets_what_is_known_of_it_and_no_more(ports: Ports) -> None:
    ports.store().replace_documents([StoredDocument("cv.md", RESUME.encode())])
    google, fog, aid = linkedin(ports).entries
    assert asked(google) == {
        "startTask": "CERTIFICATION_NAME",
        "name": "Google Data Analytics Professional Certificate",
        "organizationId": "1441",
        "issueYear": "2024",
        "issueMonth": "5",
    }
    assert google.verified is None
    assert asked(fog) == {
        "startTask": "CERTIFICATION_NAME",
        "name": "Fog Signalling",
        "organizationName": "Harbour School",
        "issueYear": "2023",
        "certUrl": "https://harbour.example/c/42",
        "certId": "FS-0042",
    }
    assert (aid.expired, aid.missing) == (True, ("Issuing organization", "Issue date", "Credential ID", "Credential URL"))  # fmt: skip
    assert linkedin(ports, [fog.card, fog.card]).entries == (fog,)
    assert linkedin(ports, ["google-data-analytics"]).entries == (google,)
    with pytest.raises(UserError, match="'knots'"):
        linkedin(ports, ["knots"])


@pytest.mark.parametrize("odd", [False, True])
def test_a_badge_in_a_well_known_name_gets_its_page_only_when_nothing_is_odd_about_it(
    ports: Ports, tmp_path: Path, *, odd: bool
) -> None:
    told = replace(ports, verifier=Says(odd))
    (tmp_path / "badge.json").write_text("Knots\nand bends")
    add(told, [str(tmp_path / "badge.json")])
    (entry,) = linkedin(told).entries
    found = asked(entry)
    assert found["name"] == "Knots and bends"
    assert ("organizationId" in found, found.get("organizationName")) == ((False, "Google") if odd else (True, None))
    assert "certUrl" not in found
    assert len(entry.unlinked) == (2 if odd else 1)
    assert entry.verified is not odd
    page = entry.to_json()["organization"]
    assert page is None if odd else page["sources"][0]["method"] == "read"
