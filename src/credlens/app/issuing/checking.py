"""Nothing is handed out that our own verifier would call invalid."""

from __future__ import annotations

import json
from datetime import datetime

from credlens.app.issuing.signers import Signer, published
from credlens.app.ports import Ports
from credlens.app.verifying.driving import driven
from credlens.model.errors import UserError
from credlens.model.verification import Report, Verdict

_BAD = (Verdict.INVALID, Verdict.ISSUER_NOT_BOUND)


def must_hold(ports: Ports, signed: str, by: Signer, at: datetime) -> None:
    """See that what was signed holds, once the issuer's document is published. Lists and other documents are not asked for.

    Raises:
        UserError: it does not; with what the verifier has against it.
    """
    report = _report(ports, signed.encode(), by, at)
    if report.verdict in _BAD:
        raise UserError(
            f"It was not written, since no verifier would accept it. {report.because}",
            what_to_do=report.next_step or "Change what it says.",
        )


def _report(ports: Ports, data: bytes, by: Signer, at: datetime) -> Report:
    from credlens.verify.inquiry import Settings
    from credlens.verify.keys.dids import web_address
    from credlens.verify.needs import Document, Missing, Need, Reply, Why
    from credlens.verify.steps import steps

    own = web_address(by.web)

    def answer(need: Need) -> Reply:
        if need.url == own:
            return Document(need.url, json.dumps(published(ports, by.web)).encode(), "given")
        return Missing(need.url, Why.OFFLINE, "It is not asked for now.")

    return driven(steps(data, Settings(at)), answer)
