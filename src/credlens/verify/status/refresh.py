"""Newer versions of a credential: refreshService (OB 3.0, VCDM 2.0 section 5.4), asked once in a verification.

What comes back may be anything that somebody at that address wrote, so it changes no verdict; that there is a newer version is told.
"""

from __future__ import annotations

from collections.abc import Mapping

from credlens.model.verification import Verdict
from credlens.verify.containers import open_badge
from credlens.verify.content import Content
from credlens.verify.inquiry import Inquiry
from credlens.verify.needs import Kind, Missing, Steps

_KINDS = ("1EdTechCredentialRefresh", "VerifiableCredentialRefreshService2021")
_AT = "/refreshService"
_ASKED = "refreshed"


def check_refresh(content: Content, inquiry: Inquiry) -> Steps[None]:
    """Record ``refresh`` when there is a service for it."""
    entry = next((e for e in content.refresh if isinstance(e, Mapping)), None)
    if entry is None:
        return
    named = entry.get("type")
    url = entry.get("id") or entry.get("url")
    if not any(t in _KINDS for t in (named if isinstance(named, list) else [named])):
        inquiry.not_checked("refresh", "Newer versions are offered in a way that is not known here.", _AT)
        return
    if not isinstance(url, str) or not url.startswith(("https://", "http://")):
        inquiry.not_checked("refresh", "It does not say where newer versions are.", _AT)
        return
    if _ASKED in inquiry.desk.memo:
        inquiry.not_checked("refresh", "Newer versions are asked for once only.", _AT)
        return
    inquiry.desk.memo[_ASKED] = True
    reply = yield from inquiry.ask(url, Kind.REFRESH)
    if isinstance(reply, Missing):
        inquiry.missing("refresh", reply, "A newer version", _AT)
        return
    own = Inquiry(inquiry.desk, f"{inquiry.where}{_AT}", inquiry)
    opened = open_badge(reply.data, own)
    found = opened and (opened.token or opened.document)
    if found is None:
        inquiry.not_checked("refresh", f"There is no badge at {url}.", _AT)
        return
    report = yield from inquiry.desk.examine(found, own.where, inquiry)
    newer = report.claims
    if newer.issuer.id != content.issuer_id or newer.id != content.claims.id:
        inquiry.warn("refresh", f"What is at {url} is another badge, or another issuer's.", _AT)
    elif report.verdict is not Verdict.VERIFIED:
        inquiry.warn("refresh", f"The version at {url} does not hold: {report.because}", _AT)
    elif newer == content.claims:
        inquiry.passed("refresh", "The version its issuer offers is this one.", _AT)
    elif newer.issued is not None and content.claims.issued is not None and newer.issued < content.claims.issued:
        inquiry.warn("refresh", f"The version at {url} is older than this one.", _AT)
    else:
        inquiry.warn("refresh", f"There is a newer version at {url}.", _AT, "Ask its holder for that one.")
