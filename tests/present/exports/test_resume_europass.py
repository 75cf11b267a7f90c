from __future__ import annotations

from defusedxml.ElementTree import fromstring

from credlens.model.cv import Cv, CvEntry
from credlens.present.exports import resume_europass


def test_names_are_europasss_own() -> None:
    cv = Cv(name="Ada <Novak>", work=(CvEntry("a", "Clerk & more", "Bramble", "", "2019-03", "present"),))
    root = fromstring(resume_europass.render(cv))
    hr, eures = "{http://www.hr-xml.org/3}", "{http://www.europass_eures.eu/1.0}"
    assert root.tag == "{http://www.europass.eu/1.0}Candidate"
    assert [e.text for e in root.iter(f"{hr}FamilyName")] == ["<Novak>"]
    assert [e.text for e in root.iter("{http://www.europass.eu/1.0}PositionTitle")] == ["Clerk & more"]
    assert [
        e.text for period in root.iter(f"{eures}EmploymentPeriod") for e in period.iter() if e.text and e.text.strip()
    ] == [
        "2019-03",
        "true",
    ]
