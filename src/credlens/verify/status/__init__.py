"""Whether a credential still holds: every ``credentialStatus`` entry is looked at, by its type."""

from __future__ import annotations

from collections.abc import Mapping

from credlens.registry import Registry
from credlens.verify.content import Content
from credlens.verify.inquiry import Inquiry
from credlens.verify.needs import Steps
from credlens.verify.status.method import StatusMethod

STATUS_METHODS: Registry[StatusMethod] = Registry(
    "status_method",
    {
        "BitstringStatusListEntry": "credlens.verify.status.bitstring:check_bitstring",
        "StatusList2021Entry": "credlens.verify.status.bitstring:check_2021",
        "1EdTechRevocationList": "credlens.verify.status.one_edtech:check",
    },
)
MOST = 10  # entries that are looked at
_AT = "/credentialStatus"


def check_status(content: Content, inquiry: Inquiry) -> Steps[None]:
    """Record ``status_revocation``, ``status_suspension``, ``status_message`` and ``status_list`` for each entry."""
    if not content.status:
        inquiry.not_applicable("status_revocation", "It names no list in which it could be revoked.")
        return
    for number, entry in enumerate(content.status[:MOST]):
        where = _AT if len(content.status) == 1 else f"{_AT}/{number}"
        if not isinstance(entry, Mapping):
            inquiry.failed_as_invalid("status_list", "A status is an object with a type.", where)
            continue
        name = _type(entry)
        if name in STATUS_METHODS.names():
            yield from STATUS_METHODS[name](entry, where, content, inquiry)
        elif not inquiry.strict:
            inquiry.warn(
                "status_revocation", f"The public validator passes over statuses of the kind {name or 'none'}.", where
            )
        else:
            inquiry.not_checked(
                "status_revocation", f"Its status is of a kind that is not known here: {name or 'none'}.", where
            )
    if len(content.status) > MOST:
        inquiry.failed("work", f"It has more than {MOST} statuses; the rest was not looked at.", _AT)


def _type(entry: Mapping[str, object]) -> str:
    """The entry's type, the first that is known of several."""
    named = entry.get("type")
    types = [t for t in (named if isinstance(named, list) else [named]) if isinstance(t, str)]
    return next((t for t in types if t in STATUS_METHODS.names()), types[0] if types else "")
