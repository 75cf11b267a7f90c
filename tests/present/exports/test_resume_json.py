from __future__ import annotations

import json

from credlens.model.cv import Contact, Cv, CvCertificate, CvEntry, CvSkill
from credlens.present.exports import resume_json


def test_fields_are_those_of_json_resume_with_further_keys_for_credentials() -> None:
    cv = Cv(
        name="Ada Novak",
        contact=Contact("ada@example.org"),
        work=(CvEntry("a", "Clerk", "Bramble", "Bonn", "2019-03", "present", ("Counted stock",)),),
        certificates=(CvCertificate("c", "PL-300", "Microsoft", "2024-05", "2025-05", "X1", verified="2026-11-20"),),
        skills=(CvSkill("sql", "SQL", "advanced", ("PL-300",)),),
    )
    found = json.loads(resume_json.render(cv))
    assert found["basics"] == {"name": "Ada Novak", "email": "ada@example.org"}
    assert found["work"] == [
        {
            "name": "Bramble",
            "position": "Clerk",
            "location": "Bonn",
            "startDate": "2019-03",
            "highlights": ["Counted stock"],
        }
    ]
    assert found["certificates"] == [
        {
            "name": "PL-300",
            "issuer": "Microsoft",
            "date": "2024-05",
            "expires": "2025-05",
            "id": "X1",
            "verified": "2026-11-20",
        }
    ]
    assert found["skills"] == [{"name": "SQL", "level": "advanced", "id": "sql", "evidence": ["PL-300"]}]
    assert "volunteer" not in found
