"""The steps for a badge of before 3.0: its format, who stands by it, its structure, its extensions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from credlens.model.verification import Claims
from credlens.verify.content import Content
from credlens.verify.earlier.extensions import check_extensions
from credlens.verify.earlier.form import Examined, Form, form_of
from credlens.verify.earlier.hosted import Stated, check_hosted
from credlens.verify.earlier.names import plain
from credlens.verify.earlier.reading import content
from credlens.verify.earlier.record import content as record_content
from credlens.verify.earlier.signed import check_signed
from credlens.verify.earlier.structure import check_structure
from credlens.verify.earlier.upgrade import assertion
from credlens.verify.inquiry import Inquiry
from credlens.verify.needs import Steps
from credlens.verify.proofs.jwt import Unpacked

_FORGED = ("signature", "hosted", "scope", "algorithm")


def examine(
    document: dict[str, Any], address: str | None, unpacked: Unpacked | None, inquiry: Inquiry
) -> Steps[Examined]:
    """Verify a badge but for its dates, its recipient and what is known of its issuer.

    Args:
        document: it, as it stands there; of a token, its content.
        address: where it was found, when it was looked up.
        unpacked: the token; None when it is none.
    """
    twice: list[str] = []
    document = plain(document, twice)
    form = form_of(document)
    if twice:
        inquiry.failed("structure", f"It says {twice[0]!r} twice, under two names.")
    if form is None:
        inquiry.failed("format", "It is no badge of a format that is known here.")
        return Examined(Content(Claims()), "", "", ())
    form = replace(form, place=address or "")
    shown = assertion(document, form)
    if form.first:
        inquiry.passed("context", f"It is an {form.title}; it was read in the words of Open Badges 2.0.")
    stated = yield from _stated(document, shown, unpacked, form, inquiry)
    check_structure(stated, stated.form, inquiry)
    if not inquiry.has_failed(*_FORGED):
        yield from check_extensions(_documents(stated), inquiry)
    proofs = (stated.proof,) if stated.proof else ()
    read = record_content if form.name == "clr1" and not form.endorses else content
    return Examined(read(stated.statement, stated.given, stated.backing, stated.form), form.name, form.title, proofs)


def _documents(stated: Stated) -> tuple[Mapping[str, Any], ...]:
    """The badge, and its class and issuer where they are documents of their own."""
    backing = stated.backing
    apart = (("badge", backing.badge), ("issuer", backing.issuer), ("publisher", backing.issuer))
    return (stated.statement, *(document for name, document in apart if name in backing.places))


def _stated(
    document: dict[str, Any], shown: dict[str, Any], unpacked: Unpacked | None, form: Form, inquiry: Inquiry
) -> Steps[Stated]:
    """Who stands by it."""
    if unpacked is not None:
        return (yield from check_signed(document, shown, unpacked, form, inquiry))
    return (yield from check_hosted(document, shown, form, inquiry))
