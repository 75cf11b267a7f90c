"""A training programme of a state's list as an offer."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from credlens.catalog.offer import Offer, Settings
from credlens.catalog.sources.etpl.costs import costs
from credlens.catalog.sources.etpl.fields import Fields, state_name
from credlens.catalog.sources.etpl.outcomes import outcomes
from credlens.catalog.values.addresses import canonical, is_address
from credlens.catalog.values.days import day
from credlens.catalog.values.durations import WEEKS_A_MONTH, workload
from credlens.catalog.values.facts import imported, known, not_stated
from credlens.catalog.values.kinds import Kind, of_words
from credlens.catalog.values.organisations import organisation
from credlens.catalog.values.reading import Reading, proposed_id
from credlens.catalog.values.text import line, plain
from credlens.model.credential import (
    Accreditation,
    Credential,
    EvidenceClass,
    Prerequisite,
    RecognitionClaim,
    Status,
)
from credlens.model.errors import Problem
from credlens.model.fact import Fact, not_looked_up
from credlens.model.offer import (
    Absent,
    Classification,
    DeliveryMode,
    Identifier,
    Kept,
    Relation,
    RelationKind,
)
from credlens.model.quantity import Hours, Months
from credlens.model.skill import Alias

_SCHEME = "etpl"
_MOST_HOURS, _MOST_WEEKS = 20_000, 520
_STATUS = {
    "approved": Status.ACTIVE, "active": Status.ACTIVE, "open": Status.ACTIVE, "eligible": Status.ACTIVE,
    "suspend": Status.DEPRECATED, "suspended": Status.DEPRECATED, "deferred": Status.DEPRECATED,
    "removed": Status.CEASED, "expired": Status.CEASED, "inactive": Status.CEASED, "closed": Status.CEASED, "discontinued": Status.CEASED,
    "denied": Status.CEASED, "disapproved": Status.CEASED,
}  # fmt: skip
# New Jersey's codes of a programme's length, as the Training Explorer names them; "more than four years" has no end.
_DAY = 1 / (7 * WEEKS_A_MONTH)  # in months
_CALENDAR = {
    "1": (0, _DAY), "2": (_DAY, 2 * _DAY), "3": (3 * _DAY, 7 * _DAY), "4": (2 / WEEKS_A_MONTH, 3 / WEEKS_A_MONTH),
    "5": (4 / WEEKS_A_MONTH, 11 / WEEKS_A_MONTH), "6": (3, 5), "7": (6, 12), "8": (13, 24), "9": (36, 48),
}  # fmt: skip
_MORE_THAN_FOUR_YEARS = "10"
# ETA-9171, element 108: what can be had at the end. Of these, the kinds that the programme itself ends with.
_OUTCOMES = {
    "1": "an industry-recognised certificate or certification", "2": "a certificate of completion of an apprenticeship", "3": "a licence of the state or of the federal government",
    "4": "an associate degree", "5": "a baccalaureate degree", "6": "a certificate of completion of an institution of higher education",
    "7": "a secondary school diploma or its equivalent", "8": "employment", "9": "a measurable skill gain towards a credential", "0": "a measurable skill gain towards employment",
}  # fmt: skip
_KIND_OF_OUTCOME = {
    "2": "ApprenticeshipCertificate",
    "4": "AssociateDegree",
    "5": "BachelorDegree",
    "6": "CertificateOfCompletion",
    "7": "SecondarySchoolDiploma",
}
# Somebody else gives these: a training leads to them and is none of them.
_OF_OTHERS = {"License", "Certification"}
_NONE = re.compile(r"\W*(?:none|no prerequisites?|n/?a|not applicable|no requirements?)\W*", re.IGNORECASE)


def offer(fields: Fields, where: str, settings: Settings, free: Counter[str]) -> tuple[Offer | None, list[Problem]]:
    """The offer, and what in the record could not be used.

    Args:
        free: counts the rows whose cost is 0, which says nothing.
    """
    cells = fields.cells
    page = line(cells.get("page"))
    r = Reading(where, imported(_address(page), settings.as_of, where))
    title, provider = line(cells.get("title")), line(cells.get("provider"))
    if not title:
        r.problem("title", "The programme has no name.", "It is left out.")
        return None, r.problems
    key, own = _key(fields, title, provider)
    kind, evidence = _kind(fields, r)
    hours, duration = _length(fields, r)
    status = _status(cells, r)
    description = plain(cells.get("description"))
    prerequisites, absent = _prerequisites(cells, r)
    credential = Credential(
        id=proposed_id(_SCHEME, key),
        title=title,
        aliases=tuple(Alias(a) for a in [line(cells.get("alias"))] if a and a.casefold() != title.casefold()),
        identifiers=_identifiers(key if own else "", _address(page)),
        description=known(description or None, r.source),
        kind=kind,
        evidence_class=evidence,
        status=status,
        provider=known(organisation(provider), r.source),
        official_url=_page(page, line(cells.get("site")), r),
        hours=hours,
        duration=duration,
        mode=_mode(cells, r),
        costs=costs(cells, fields.suppressed, r, free),
        prerequisites=prerequisites,
        absent=absent,
        accreditation=_accreditation(cells, r),
        recognition=_recognition(fields, status, r),
        relations=_relations(cells, r),
        classifications=_classifications(cells, r),
        outcomes=outcomes(fields, r),
        kept=_kept(fields),
    )
    texts = [description, *(plain(t) for t in cells.get("more") or [])]
    return Offer(key, credential, "\n".join(t for t in dict.fromkeys(texts) if t), where), r.problems


def _key(fields: Fields, title: str, provider: str) -> tuple[str, bool]:
    """The list's id with whose list it is; without one, what tells programmes apart, which is no identifier."""
    place = fields.place.removeprefix("US-").casefold()
    if fields.key:
        return (f"{place}-{fields.key}" if place else fields.key), True
    parts = (
        place,
        provider,
        title,
        line(fields.cells.get("cip")),
        line(fields.kept.get("zip") or fields.kept.get("field_zip")),
    )
    return " / ".join(p for p in parts if p), False


def _identifiers(key: str, address: str) -> tuple[Identifier, ...]:
    page = canonical(address)
    return (*((Identifier(_SCHEME, key),) if key else ()), *((Identifier("url", page),) if page else ()))


def _address(text: str) -> str:
    """An address, also of those that are written without ``http``."""
    if is_address(text):
        return text
    with_scheme = f"http://{text}"
    return with_scheme if re.match(r"[\w-]+(\.[\w-]+)+(/|$)", text) and is_address(with_scheme) else ""


def _page(page: str, site: str, r: Reading) -> Fact[str]:
    if _address(page):
        return known(_address(page), r.source)
    return known(_address(site), r.source, note="the provider's site") if _address(site) else not_looked_up()


def _kind(fields: Fields, r: Reading) -> tuple[Fact[str], Fact[EvidenceClass]]:
    """What the programme ends with, where the provider gives that itself; else it is a programme of learning, whatever it leads to."""
    said = line(fields.cells.get("credential"))
    found = of_words(said)
    codes = re.sub(r"[^0-9]", "", line(fields.cells.get("outcome_codes")))
    if (found is None or found.kind in _OF_OTHERS) and len(codes) == 1 and codes in _KIND_OF_OUTCOME:
        found, said = of_words(_KIND_OF_OUTCOME[codes]), _OUTCOMES[codes]
    if found is None or found.kind in _OF_OTHERS:
        found = Kind("LearningProgram", None)
    note = f"the list says: {said}" if said else ""
    return known(found.kind, r.source, note=note), known(found.evidence_class, r.source, note=note)


def _status(cells: Mapping[str, Any], r: Reading) -> Fact[Status]:
    said, of_provider = line(cells.get("status")), line(cells.get("provider_status"))
    found, theirs = _STATUS.get(said.casefold()), _STATUS.get(of_provider.casefold())
    if said and found is None:
        return not_stated(r.source, note=f"the list says: {said}")
    if found is Status.ACTIVE and theirs not in {None, Status.ACTIVE}:
        return known(theirs, r.source, note=f"the list says of the provider: {of_provider}")
    return known(found, r.source, note=f"the list says: {said}")


def _length(fields: Fields, r: Reading) -> tuple[Fact[Hours], Fact[Months]]:
    hours = _number("hours", fields, _MOST_HOURS, r)
    weeks = _number("weeks", fields, _MOST_WEEKS, r)
    calendar = line(fields.cells.get("calendar"))
    if isinstance(hours, Fact):
        length = hours
    else:
        length = known(Hours(hours, hours), r.source, note="clock hours") if hours else not_looked_up()
    if not isinstance(weeks, Fact) and weeks:
        months = round(weeks / WEEKS_A_MONTH, 2)
        return length, known(Months(months, months), r.source, note=f"{weeks:g} weeks")
    if calendar in _CALENDAR:
        low, high = _CALENDAR[calendar]
        return length, known(Months(round(low, 2), round(high, 2)), r.source, note=f"length code {calendar}")
    if calendar == _MORE_THAN_FOUR_YEARS:
        return length, not_stated(r.source, note="more than four years")
    return length, not_looked_up()


def _number(name: str, fields: Fields, most: float, r: Reading) -> float | Fact[Any] | None:
    """A length; 0 says nothing, and -1 of the federal lists that it goes by competence and has none."""
    text = line(fields.cells.get(name)).replace(",", "")
    if fields.suppressed and text in {"-1", "-1.0"}:
        return not_stated(r.source, note="competency-based: no fixed length")
    in_words = workload(text).hours if name == "hours" and re.search("[a-z]", text, re.IGNORECASE) else None
    return in_words.max if in_words else r.number(name, text, most)


def _mode(cells: Mapping[str, Any], r: Reading) -> Fact[DeliveryMode]:
    said = line(cells.get("format")).casefold()
    if re.search(r"hybrid|blended", said):
        return known(DeliveryMode.BLENDED, r.source)
    online, onsite = (
        re.search(r"online|remote|distance|e-?learning", said),
        re.search(r"in-?person|on-?site|classroom", said),
    )
    if online and onsite:
        return not_stated(r.source, note=f"the list says: {said}")
    if online or cells.get("online") is True:
        return known(DeliveryMode.ONLINE, r.source)
    return known(DeliveryMode.ONSITE, r.source) if onsite else not_looked_up()


def _prerequisites(cells: Mapping[str, Any], r: Reading) -> tuple[tuple[Prerequisite, ...], tuple[Absent, ...]]:
    raw = cells.get("prerequisites")
    if isinstance(raw, str) and _NONE.fullmatch(raw.strip()):
        return (), (Absent("prerequisites", (r.source,)),)
    text = plain(raw)
    if not re.search("[a-z]", text, re.IGNORECASE):  # a code of the form, or nothing
        return (), ()
    return (Prerequisite(hard=False, sources=(r.source,), text=text),), ()


def _accreditation(cells: Mapping[str, Any], r: Reading) -> tuple[Accreditation, ...]:
    body = line(cells.get("accreditor"))
    if not body or _NONE.fullmatch(body):
        return ()
    return (Accreditation("institution", "", body, (r.source,), until=day(cells.get("accredited_until"))),)


def _recognition(fields: Fields, status: Fact[Status], r: Reading) -> tuple[RecognitionClaim, ...]:
    """To be on the list, and not struck from it, is the state's recognition. Federal rows are of lists; New Jersey's say it by their status."""
    state = state_name(fields.place)
    listed = status.get(None) is Status.ACTIVE or (fields.suppressed and not line(fields.cells.get("status")))
    if not state or not listed:
        return ()
    return (RecognitionClaim(f"State of {state}", "approved_list", (r.source,), "list of eligible training providers"),)


def _relations(cells: Mapping[str, Any], r: Reading) -> tuple[Relation, ...]:
    """Licences and credentials of others that it leads to. The lists only name them."""
    found = []
    for name, words in (("licence", "licence"), ("industry_credential", "industry credential")):
        title = line(cells.get(name))
        if title and not _NONE.fullmatch(title):
            found.append(Relation(RelationKind.PREPARES_FOR, f"name:{title.casefold()}", (r.source,), title, words))
    credential = line(cells.get("credential"))
    kind = of_words(credential)
    if (
        credential
        and (kind is None or kind.kind in _OF_OTHERS)
        and re.search("licen[sc]|certif", credential, re.IGNORECASE)
    ):
        found.append(Relation(RelationKind.PREPARES_FOR, f"name:{credential.casefold()}", (r.source,), credential))
    return tuple(found)


def _classifications(cells: Mapping[str, Any], r: Reading) -> tuple[Classification, ...]:
    found = []
    digits = re.sub(r"[^0-9]", "", line(cells.get("cip")))
    digits = digits.zfill(6) if len(digits) == 5 else digits  # a spreadsheet took the leading 0
    if len(digits) in {4, 6} and int(digits):
        found.append(Classification("cip", f"{digits[:2]}.{digits[2:]}", line(cells.get("cip_title")), (r.source,)))
    for code in cells.get("soc") or []:
        soc = re.match(r"([0-9]{2})-?([0-9]{4})", line(code))
        if soc and soc[1] != "00":
            found.append(Classification("soc", f"{soc[1]}-{soc[2]}", "", (r.source,)))
    return tuple(dict.fromkeys(found))


def _kept(fields: Fields) -> tuple[Kept, ...]:
    said = dict(fields.kept)
    codes = re.sub(r"[^0-9]", "", line(fields.cells.get("outcome_codes")))
    if codes:
        said["potential outcomes"] = [_OUTCOMES[c] for c in dict.fromkeys(codes)]
    return (Kept(_SCHEME, json.dumps(said, ensure_ascii=False, sort_keys=True, default=str)),) if said else ()
