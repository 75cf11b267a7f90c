"""Verifiability: can an employer check it without trusting the person who shows it?"""

from __future__ import annotations

from credlens.evaluate.case import Case
from credlens.evaluate.criteria.base import QUALITY, Anchor, Criterion, Finding, by_anchor
from credlens.model.credential import Verification

UNKNOWN = (0.0, 0.7)
ANCHORS = {
    "none": Anchor(0.0, 0.0, "there is nothing to check it with"),
    "pdf": Anchor(0.0, 0.0, "it is a PDF, which anybody can alter"),
    "login_page": Anchor(0.3, 0.3, "it can be checked only behind a login"),
    "public_page": Anchor(0.5, 0.5, "the issuer shows it on a public page"),
    "credly": Anchor(0.7, 0.7, "it is a hosted badge on Credly"),
    "open_badge_2": Anchor(0.7, 0.7, "it is a hosted Open Badge 2"),
}
HOSTED, SIGNED = 0.7, 1.0
BADGE_3 = {
    None: Anchor(
        HOSTED, SIGNED, "it is a signed Open Badge 3; whether it can be revoked (a status list) is not recorded"
    ),
    True: Anchor(SIGNED, SIGNED, "it is a signed Open Badge 3 with a status list, so that it can be revoked"),
    False: Anchor(HOSTED, HOSTED, "it is a signed Open Badge 3 without a status list: nobody sees that it was revoked"),
}


def value(case: Case) -> Finding:
    """The anchor of the format, 0 to 0.7 when it is unknown; a signed badge reaches 1 with a list of what was revoked."""
    return by_anchor(case.credential.verification, _anchor, UNKNOWN, "how it can be verified")


def _anchor(verification: Verification) -> Anchor:
    if verification.format == "open_badge_3":
        return BADGE_3[verification.status_list]
    return ANCHORS.get(verification.format) or Anchor(
        *UNKNOWN, f"the format {verification.format!r} is not on our scale"
    )


CRITERION = Criterion(
    id="verifiability",
    group=QUALITY,
    default_weight=0.07,
    question="Can somebody else check that it is genuine?",
    reference=(
        "Formats: 1EdTech Open Badges 2.0 and 3.0, W3C Verifiable Credentials 2.0. Login page 0.3, hosted badge 0.7, "
        "signed badge with a status list 1; public page 0.5 between them; a judgement of this project."
    ),
    value=value,
    reads=("verification",),
)
