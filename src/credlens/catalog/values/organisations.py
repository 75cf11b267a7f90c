"""Who stands behind a credential, out of a name."""

from __future__ import annotations

import re

from credlens.model.credential import Organisation, OrganisationKind
from credlens.skills.organisations import organisation_key

_UNIVERSITY = re.compile(
    r"\b(?:universit\w*|universidade?|université|università|college|polytechnic\w*|hochschule|institute? (?:of|für) technology"
    r"|tecnol[oó]gico|[ée]cole|escuela|politecnico|fachhochschule|business school)\b|\b(?:MIT|UCLA|ETH|EPFL|Caltech|HEC Paris)x?\b",
    re.IGNORECASE,
)
_GOVERNMENT = re.compile(
    r"\b(?:department of|ministry|ministerio|government|federal|state board|bureau|council of europe)\b", re.IGNORECASE
)
_BODY = re.compile(
    r"\b(?:association|society|council|chartered|board (?:of|for)|certification board|consortium|federation|\(ISC\)|alliance)\b",
    re.IGNORECASE,
)
_NONPROFIT = re.compile(r"\b(?:foundation|non-?profit|charity|trust)\b", re.IGNORECASE)
# What no word of the name gives away. Kinds of well-known organisations, by our judgement; the key is `organisation_key`.
_KNOWN: dict[OrganisationKind, str] = {
    OrganisationKind.PLATFORM: "coursera, coursera project network, edx, udacity, udemy, linkedin, linkedin learning, futurelearn, pluralsight, datacamp, codecademy, "
    "credly, badgr, canvas credentials, parchment, accredible, skillshare, great learning, simplilearn, alison, sophia, sophia learning, khan academy, deeplearning ai, "
    "deep teaching solutions, learnquest, packt, board infinity, scrimba, starweaver, codio, skillup edtech, skillup, whizlabs",
    OrganisationKind.CORPORATION: "google, google cloud, ibm, ibm skills network, microsoft, amazon, amazon web services, aws, meta, salesforce, oracle, cisco, intuit, "
    "hubspot, sas, adobe, autodesk, intel, nvidia, vmware, snowflake, databricks, red hat, sap, deloitte, pwc, goldman sachs, unilever, siemens, atlassian, "
    "mongodb, infosec, tableau, hashicorp, palo alto networks, qwiklabs, fractal analytics, ey, fred hutchinson cancer center",
    OrganisationKind.PROFESSIONAL_BODY: "comptia, pmi, project management institute, isc2, isaca, cfa institute, shrm, hrci, axelos, peoplecert, iiba, asq, aicpa, acca, ascm",
    OrganisationKind.NONPROFIT: "freecodecamp, mozilla, linux foundation, python institute, united nations development programme",
    OrganisationKind.UNIVERSITY: "hec paris, insead, esade, iese business school, georgia tech, virginia tech, harvard, stanford, yale, columbia, mitx, harvardx, berklee",
}  # fmt: skip
_BY_KEY = {organisation_key(name): kind for kind, names in _KNOWN.items() for name in names.split(", ")}


def organisation(name: str) -> Organisation | None:
    """The organisation of a name, of kind ``OTHER`` when neither the list nor its words say more; None without a name."""
    name = " ".join(name.split())
    return Organisation(name, kind_of(name)) if name else None


def kind_of(name: str) -> OrganisationKind:
    """What kind of organisation a name speaks of."""
    known = _BY_KEY.get(organisation_key(name))
    if known is not None:
        return known
    for pattern, kind in (
        (_UNIVERSITY, OrganisationKind.UNIVERSITY),
        (_GOVERNMENT, OrganisationKind.GOVERNMENT),
        (_BODY, OrganisationKind.PROFESSIONAL_BODY),
        (_NONPROFIT, OrganisationKind.NONPROFIT),
    ):
        if pattern.search(name):
            return kind
    return OrganisationKind.OTHER
