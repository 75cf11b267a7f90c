"""BitstringStatusListEntry (W3C, 2025) and its predecessor StatusList2021Entry.

The list is a credential of its own: it has to verify, and to be the issuer's, before a bit of it counts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from credlens.model.verification import Report, Verdict
from credlens.verify.containers import open_badge
from credlens.verify.content import Content
from credlens.verify.inquiry import Inquiry
from credlens.verify.limits import MIB
from credlens.verify.needs import Kind, Missing, Steps
from credlens.verify.proofs import jwt
from credlens.verify.status.bits import ListFlaw, expand, value_at
from credlens.verify.status.method import check_of, note_missing

_INDEX = re.compile(r"0|[1-9][0-9]{0,15}", re.ASCII)
_LARGEST = 8  # bits of one entry
_KEPT = MIB  # bytes of a list that is kept unpacked: records name the same list again and again, and most have 16 KiB
_LISTS = {"BitstringStatusListEntry": "BitstringStatusList", "StatusList2021Entry": "StatusList2021"}
_MAY_COUNT = frozenset({Verdict.VERIFIED, Verdict.AUTHENTIC_BUT_EXPIRED, Verdict.COULD_NOT_CHECK})
_ASK = "Ask the issuer; its list of badges that were taken back is not sound."


@dataclass(frozen=True, slots=True)
class _StatusList:
    """A list as it was found at its address.

    Attributes:
        report: on the list as a credential; ``subject``: what it says.
    """

    report: Report
    subject: Mapping[str, Any]


def check_bitstring(entry: Mapping[str, Any], where: str, content: Content, inquiry: Inquiry) -> Steps[None]:
    """One entry of a Bitstring Status List."""
    yield from _check("BitstringStatusListEntry", entry, where, content, inquiry)


def check_2021(entry: Mapping[str, Any], where: str, content: Content, inquiry: Inquiry) -> Steps[None]:
    """One entry of a StatusList2021."""
    yield from _check("StatusList2021Entry", entry, where, content, inquiry)


def _check(kind: str, entry: Mapping[str, Any], where: str, content: Content, inquiry: Inquiry) -> Steps[None]:
    purpose = entry.get("statusPurpose")
    check = check_of(purpose)
    if not inquiry.strict and purpose != "revocation":
        inquiry.not_applicable("status_suspension", "The public validator looks at revocation only.", where)
        return
    url, index, size = entry.get("statusListCredential"), entry.get("statusListIndex"), entry.get("statusSize", 1)
    flaw = _entry_flaw(purpose, url, index, size)
    if flaw:
        inquiry.failed_as_invalid("status_list", flaw, where)
        return
    found = yield from _list_at(str(url), check, where, inquiry)
    if found is None:
        return
    flaw, doubt = _list_flaw(found, str(url), kind, purpose), _doubt(found, content, inquiry)
    if flaw:
        inquiry.failed("status_list", flaw, where, _ASK)
        return
    try:
        bits = _bits(str(url), found.subject.get("encodedList"), kind, inquiry)
        value = value_at(bits, int(str(index)), size)
    except ListFlaw as error:
        if error.work:
            inquiry.failed("work", str(error), where)
        else:
            inquiry.failed("status_list", str(error), where, _ASK)
        return
    if doubt and not value:
        inquiry.not_checked(check, doubt, where, found.report.next_step)
        return
    if doubt:  # what is out of date or somebody else's shows no badge to be good; that it was taken back once stays so
        inquiry.warn("status_list", doubt, where)
    else:
        inquiry.passed("status_list", f"{url} is its issuer's, and sound.", where)
    _tell(check, value, entry, where, inquiry)


def _entry_flaw(purpose: Any, url: Any, index: Any, size: Any) -> str:
    """What is wrong with an entry; empty when nothing is."""
    if not isinstance(purpose, str) or not purpose:
        return "The status does not say what it is for (statusPurpose)."
    if not isinstance(url, str) or not url.startswith(("https://", "http://")):
        return "The status does not say where its list is (statusListCredential)."
    number = str(index) if isinstance(index, int) and not isinstance(index, bool) else index
    if not isinstance(number, str) or not _INDEX.fullmatch(number):
        return "The status does not say which place of the list is its own (statusListIndex)."
    if isinstance(size, bool) or not isinstance(size, int) or not 1 <= size <= _LARGEST:
        return f"The size of a status is a number from 1 to {_LARGEST} (statusSize)."
    return ""


def _list_at(url: str, check: str, where: str, inquiry: Inquiry) -> Steps[_StatusList | None]:
    """The list at an address, verified once for all badges that name it; None when it cannot be had, which is recorded."""
    memo = inquiry.desk.memo
    key = ("status list", url)
    if key not in memo:
        reply = yield from inquiry.ask(url, Kind.STATUS_LIST)
        if isinstance(reply, Missing):
            note_missing(check, reply, where, inquiry)
            return None
        own = Inquiry(inquiry.desk, f"{inquiry.where}{where}", inquiry)
        opened = open_badge(reply.data, own)
        document = None if opened is None else opened.document
        if opened is not None and opened.token is not None:
            unpacked = jwt.unpack(opened.token, own)
            document = None if unpacked is None else unpacked.document
        if opened is None or document is None:
            inquiry.failed("status_list", f"There is no status list at {url}.", where, _ASK)
            return None
        memo[key] = None  # while it is examined: a list whose own status is in itself ends here
        report = yield from inquiry.desk.examine(opened.token or opened.document, own.where, inquiry.of_today())
        subject = document.get("credentialSubject")
        memo[key] = _StatusList(report, subject if isinstance(subject, Mapping) else {})
    found = memo[key]
    if found is None:
        inquiry.failed("status_list", "The list says of itself whether it still holds.", where, _ASK)
    return found if isinstance(found, _StatusList) else None


def _list_flaw(found: _StatusList, url: str, kind: str, purpose: Any) -> str:
    """Why a list does not count at all; empty when it may."""
    report = found.report
    if report.verdict not in _MAY_COUNT:
        return f"The list of its status does not hold itself: {report.because}"
    if report.claims.id and report.claims.id != url:
        return f"The list at {url} says that it is another one: {report.claims.id[:200]}."
    kinds = found.subject.get("type")
    if _LISTS[kind] not in (kinds if isinstance(kinds, list) else [kinds]):
        return f"The list of its status is no {_LISTS[kind]}."
    purposes = found.subject.get("statusPurpose")
    if purpose not in (purposes if isinstance(purposes, list) else [purposes]):
        return f"The list of its status is not for {purpose}."
    return ""


def _doubt(found: _StatusList, content: Content, inquiry: Inquiry) -> str:
    """Why a list cannot show that a badge still holds; empty when it can.

    The standard lets somebody else keep the list; who that is, and whether the issuer wants it, cannot be seen here.
    """
    report = found.report
    if report.verdict is not Verdict.VERIFIED:
        return f"The list of its status does not count now: {report.because}"
    if inquiry.strict and report.claims.issuer.id != content.issuer_id:
        return f"The list of its status is another issuer's: {report.claims.issuer.id or 'nobody is named'}."
    return ""


def _bits(url: str, encoded: Any, kind: str, inquiry: Inquiry) -> bytes:
    """The bits of a list; a small one is unpacked once, a large one is not kept."""
    memo, key = inquiry.desk.memo, ("bits", url)
    kept = memo.get(key)
    if isinstance(kept, bytes):
        return kept
    if not isinstance(encoded, str):
        raise ListFlaw("The list is empty.")
    multibase = kind == "BitstringStatusListEntry" or encoded.startswith("u")
    bits = expand(encoded, inquiry.limits, multibase=multibase)
    if len(bits) <= _KEPT:
        memo[key] = bits
    return bits


def _tell(check: str, value: int, entry: Mapping[str, Any], where: str, inquiry: Inquiry) -> None:
    place = f"Place {entry.get('statusListIndex')} of {entry.get('statusListCredential')}"
    if check == "status_message":
        said = _message(entry, value)
        words = f"{place} ({entry.get('statusPurpose')}) is {value:#x}{said}."
        if value or said:
            inquiry.warn(check, words, where)
        else:
            inquiry.passed(check, words, where)
    elif value:
        inquiry.failed(check, f"{place} is set.", where, "Ask its holder or its issuer why.")
    else:
        inquiry.passed(check, f"{place} is not set.", where)


def _message(entry: Mapping[str, Any], value: int) -> str:
    """What the issuer says a value means; empty when it does not."""
    messages = entry.get("statusMessage")
    for each in messages if isinstance(messages, list) else []:
        if isinstance(each, Mapping) and str(each.get("status")).lower() == f"{value:#x}":
            return f": {str(each.get('message'))[:200]}"
    return ""
