"""The list of credential names, and the whole starter data at work on invented sentences."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from credlens.app.knowledge import Knowledge
from credlens.io.home import open_home
from credlens.io.starter import PackageStarter
from credlens.skills.credential_names import CredentialName, Trust, read
from credlens.skills.credentials import CredentialIndex
from credlens.skills.sections import Layout

FIELDS = {
    "cloud", "data", "education", "finance", "health", "it", "marketing", "people", "project", "security", "supply", "trades",
}  # fmt: skip
CODE = re.compile(
    r"[A-Z0-9]{2,4}-?[A-Z]?\d{2,4}(?:-\d{2})?|\d{3}-\d{3,4}|[A-Z]{2}-\d{3}|[A-Z]\d{2}-\d{3}|1Z0-\d{3,4}|EX\d{3}|[A-Z]{2,3}\d?-\d{3}|[A-Z]{3}-C\d{2}"
)
STARTER = PackageStarter()


@pytest.fixture(scope="module")
def names() -> list[CredentialName]:
    found, problems = read([(f.name, f.data) for f in STARTER.files("credential-names")])
    assert [str(p) for p in problems] == []
    return found


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> CredentialIndex:
    knowledge = Knowledge(open_home(tmp_path_factory.mktemp("home")), own=False)
    return CredentialIndex(knowledge.credential_names, knowledge.occupations)


def test_every_field_of_work_has_its_file_and_there_are_names_enough(names: list[CredentialName]) -> None:
    assert {f.name.split("/")[-1].removesuffix(".yaml") for f in STARTER.files("credential-names")} == FIELDS
    assert len(names) > 1_000


def test_ids_are_stable_words_and_every_name_says_who_says_so(names: list[CredentialName]) -> None:
    assert [n.id for n in names if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", n.id)] == []
    assert all(n.sources for n in names)


def test_no_way_of_writing_belongs_to_two(names: list[CredentialName]) -> None:
    ways = Counter(
        (a.alias.text if a.alias.exact else a.alias.text.casefold(), a.alias.exact) for n in names for a in n.aliases
    )
    assert [way for way, count in ways.items() if count > 1] == []


def test_short_abbreviations_are_exact_in_case(names: list[CredentialName]) -> None:
    loose = [
        a.alias.text
        for n in names
        for a in n.aliases
        if not a.alias.exact and len(a.alias.text) < 4 and a.trust is Trust.FIRM
    ]
    assert loose == []


def test_abbreviations_of_two_letters_are_never_sure(names: list[CredentialName]) -> None:
    sure = [a.alias.text for n in names for a in n.aliases if a.trust is Trust.FIRM and len(a.alias.text) < 3]
    assert sure == []


@pytest.mark.parametrize(
    ("code", "id_"),
    [
        ("SAA-C03", "aws-solutions-architect-associate"), ("SY0-701", "comptia-security-plus"), ("AZ-104", "ms-az-104"), ("AZ-305", "azure-solutions-architect-expert"),
        ("1Z0-829", "oracle-java-certification"), ("200-301", "cisco-ccna"), ("EX200", "redhat-rhcsa"), ("PL-300", "ms-pl-300"), ("CAS-004", "comptia-casp-plus"),
    ],
)  # fmt: skip
def test_exam_codes_name_their_credential(index: CredentialIndex, code: str, id_: str) -> None:
    assert CODE.fullmatch(code)
    assert [c.id for c in index.read(code, Layout(code))[0]] == [id_]


@pytest.mark.parametrize(
    ("text", "credentials", "licence"),
    [
        ("- PMP or CAPM preferred", "pmi-capm pmi-pmp", ""),
        ("- AWS Certified Developer", "aws-developer-associate", ""),
        ("- AWS Certified Solutions Architect \u2013 Professional", "aws-solutions-architect-professional", ""),
        ("- AWS certification a plus", "aws-certification", ""),
        ("- SAA-C03 or AZ-104", "aws-solutions-architect-associate ms-az-104", ""),
        ("- SY0-701", "comptia-security-plus", ""),
        ("- Six Sigma Green Belt required", "asq-cssgb", ""),
        ("- Experience with Six Sigma methodology", "", ""),
        ("- Lean Six Sigma certification", "six-sigma", ""),
        ("- Certified Scrum Master (CSM) or PSM I", "scrum-alliance-csm scrumorg-psm-i", ""),
        ("- As a CSM (customer success manager) you will own renewals", "", ""),
        ("- Our Customer Success Manager (CSM) team", "", ""),
        ("- ITIL v4 Foundation certified", "peoplecert-itil4-foundation", ""),
        ("- Knowledge of ITIL processes", "", ""),
        ("- PRINCE2 Practitioner", "prince2", ""),
        ("- CISSP, CISM, CISA or similar", "isaca-cisa isaca-cism isc2-cissp", ""),
        ("- CompTIA A+, Network+, Security+", "comptia-a-plus comptia-network-plus comptia-security-plus", ""),
        ("- A+ attitude required", "", ""),
        ("- Grade of A+ in maths", "", ""),
        ("- A+ certification", "comptia-a-plus", ""),
        ("- Relevant certifications preferred", "", ""),
        ("- Certification preferred", "", ""),
        ("- Professional certification is a plus", "", ""),
        ("- Industry certifications", "", ""),
        ("- Board certified", "", ""),
        ("- We are ISO 9001 certified and a Great Place to Work certified company", "", ""),
        ("- We hold ISO 27001 certification", "", ""),
        ("- ISO 27001 Lead Auditor", "iso-27001-auditor", ""),
        ("- Training and certification opportunities", "", ""),
        ("- Paid AWS certification opportunities", "", ""),
        ("- Google Analytics certified", "google-analytics-cert", ""),
        ("- Experience with Google Analytics", "", ""),
        ("- HubSpot certification preferred", "hubspot-inbound-marketing", ""),
        ("- Certified Fraud Examiner (CFE)", "acfe-cfe", ""),
        ("- CPA, CFA or CMA preferred", "cfa-charter ima-cma", "1"),
        ("- CMA awards and country music", "", ""),
        ("- Certified Manager of Forgotten Things (CMFT)", "u", ""),
        ("- DABT certification", "toxicology-dabt", ""),
        ("- QRZX certification required", "u", ""),
        ("- Zorblatt Certified Widget Professional", "u", ""),
        ("- Certified Widget Specialist", "u", ""),
        ("- certified copies of records", "", ""),
        ("- Prepare certificates of analysis", "", ""),
        ("- Valid driver's license", "", "driver's license"),
        ("- Full UK driving licence", "", "driver's license"),
        ("- Active RN license", "", "RN"),
        ("- Licensed Clinical Social Worker (LCSW)", "", "1"),
        ("- Manage software licenses", "", ""),
        ("- Manage Microsoft licensing and license agreements", "", ""),
        ("- Admitted to the New York bar", "", "bar"),
        ("- PE license required", "", "1"),
        ("- Private equity (PE) experience", "", ""),
        ("- Professional Engineer (P.Eng.)", "", "1"),
        ("- Reduce CPA and improve ROAS", "", ""),
        ("- CPA or ACCA qualified", "acca", "1"),
        ("- BLS and ACLS certification", "aha-acls aha-bls", ""),
        ("- Use BLS data on wages", "", ""),
        ("- CPR/First Aid certified", "cpr", ""),
        ("- Series 7 and 63 licenses", "", "1"),
        ("- OSHA 30 card", "osha-30", ""),
        ("- Comply with OSHA standards", "", ""),
        ("- ServSafe certified", "servsafe-manager", ""),
        ("- Forklift certified", "forklift-operator", ""),
        ("- SHRM-CP or PHR preferred", "hrci-phr shrm-cp", ""),
        ("- Work with SHRM chapters", "", ""),
        ("- LEED AP BD+C", "leed-ap", ""),
        ("- Experience on LEED projects", "", ""),
        ("- Salesforce certified administrator", "salesforce-admin", ""),
        ("- Microsoft Certified: Azure Data Engineer Associate", "ms-dp-203", ""),
        ("- MCSA/MCSE", "ms-mcsa ms-mcse", ""),
        ("- SAFe Agilist, CSPO", "safe-agilist scrum-alliance-cspo", ""),
        ("- A safe working environment", "", ""),
        ("- CEH, OSCP, GCIH, or GPEN", "ec-council-ceh giac-gcih giac-gpen offsec-oscp", ""),
        ("- Security clearance (TS/SCI)", "", ""),
        ("- CKA/CKAD/CKS", "cka ckad cks", ""),
        ("- Oracle Certified Professional, Java SE", "oracle-ocp", ""),
        ("- Epic certification in Clarity and Caboodle", "epic-certification", ""),
        ("- Tableau Desktop Specialist", "tableau-desktop-specialist", ""),
        ("- Certifications: CIPP/US, CIPM, CIPT", "iapp-cipm iapp-cipp iapp-cipt", ""),
        ("- One of: FRM, PRM, CAIA designation", "caia garp-frm prmia-prm", ""),
        ("- APICS CPIM or CSCP", "ascm-cpim ascm-cscp", ""),
        ("- MRICS qualified surveyor", "rics", ""),
        ("- NEBOSH General Certificate", "nebosh", ""),
        ("- CIPD Level 5", "cipd", ""),
        ("- IIA certification", "iia-certification", ""),
        ("- Microsoft Innovative Educator", "microsoft-mie", ""),
        ("- Paramedic certification", "nremt-paramedic", ""),
        ("- WHMIS and H2S Alive tickets", "ca-h2s-alive ca-whmis", ""),
        ("- Working at Heights ticket", "working-at-heights", ""),
        ("- Inspection and testing of pumps", "", ""),
        ("- Prosci Change Management certification", "prosci", ""),
        ("- ISTQB certified", "istqb-ctfl", ""),
        ("- TEFL certificate and IELTS 7.0", "ielts tefl-120h", ""),
        ("- JLPT N1", "jlpt", ""),
        ("- Certificate IV in Training and Assessment", "tae40116", ""),
        ("- Working with Children Check", "au-wwcc", ""),
        ("- CDL Class A", "", "ommercial driver"),
        ("- TWIC card", "twic", ""),
        ("- ASE certified technician", "ase", ""),
        ("- EPA 608 Universal certification", "epa-608", ""),
        ("- Snowflake SnowPro Core certification", "snowpro-core", ""),
        ("- Databricks certified", "databricks-certification", ""),
        ("- GIAC certifications (GSEC, GCIA)", "giac giac-gcia giac-gsec", ""),
        ("- DoD 8570 IAT Level II", "dod-8570", ""),
        ("- certification in project management", "", ""),
        ("- Certification in UiPath or Blue Prism", "u", ""),
        ("- Certificate in Business Analytics from a top university", "", ""),
        ("- CIA, CFE, CISA", "acfe-cfe iia-cia isaca-cisa", ""),
        ("- Former CIA officers welcome", "", ""),
        ("- Fluent English (TOEFL)", "toefl", ""),
        ("- Certified Public Accountant", "", "CPA"),
        ("- Registered Nurse with active state licensure", "", "1"),
        ("- Certified Nursing Assistant (CNA)", "", "CNA"),
    ],
)  # fmt: skip
def test_credentials_and_licences_of_invented_sentences(
    index: CredentialIndex, text: str, credentials: str, licence: str
) -> None:
    """``u`` stands for a name in no list; a licence of ``1`` for any."""
    ad = f"## Requirements\n{text}\n"
    found, licences = index.read(ad, Layout(ad))
    assert sorted("u" if c.id.startswith("unlisted:") else c.id for c in found) == credentials.split()
    named = [x.name for x in licences]
    assert (not named) if licence == "" else (bool(named) if licence == "1" else any(licence in n for n in named))
