"""Whether a credential fits the JSON Schemas that it names itself (VCDM 2.0 section 4.11; VC JSON Schema; OB 3.0 section 8.2, CredentialSchema).

A schema is a stranger's program: only the one document is used, nothing that it refers to is looked up, and every failure of it is told, not
raised. How long it may take is bounded by whoever runs the verification.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from credlens.verify.content import Content
from credlens.verify.inquiry import Inquiry
from credlens.verify.needs import Kind, Missing, Steps, Why
from credlens.verify.related import digests, fits, has_digest
from credlens.verify.strict_json import JsonFlaw, read
from credlens.verify.structure.shapes import types_of

_DRAFTS = {"1EdTechJsonSchemaValidator2019": "Draft201909Validator", "JsonSchema": "Draft202012Validator"}
"""Type of the entry, and the draft that counts when the schema names none."""
_NOWHERE = (Why.NOT_FOUND, Why.GONE)  # what the public validator takes for a flaw; that we may not look is none
_TOLD = 5
_LONGEST = 160


class _SchemaFlaw(Exception):  # noqa: N818  (the schema has it)
    """A schema cannot be used; the message says why."""


def check_schema(content: Content, document: Mapping[str, Any], inquiry: Inquiry) -> Steps[None]:
    """Record ``schema`` for each schema the credential names.

    A schema that cannot be had or used is ``not_checked``; in the public validator's mode it fails, as there.
    """
    if not content.schemas:
        inquiry.not_applicable("schema", "It names no schema.")
        return
    for entry in content.schemas:
        if isinstance(entry, dict):  # anything else is a flaw of structure
            yield from _check(entry, document, inquiry)


def _check(entry: Mapping[str, Any], document: Mapping[str, Any], inquiry: Inquiry) -> Steps[None]:
    address = entry.get("id")
    draft = next((_DRAFTS[t] for t in types_of(entry) if t in _DRAFTS), None)
    if not isinstance(address, str):
        return
    if draft is None:
        named = ", ".join(types_of(entry))[:60] or "no type"
        inquiry.not_checked("schema", f"This kind of schema is not known here: {named}.", address)
        return
    reply = yield from inquiry.ask(address, Kind.SCHEMA)
    if isinstance(reply, Missing):
        if inquiry.strict or reply.why not in _NOWHERE:
            inquiry.missing("schema", reply, "The schema", address)
        else:
            inquiry.failed(
                "schema", f"The schema was not found, as the public validator demands: {reply.words}", address
            )
        return
    if has_digest(entry):
        stated = digests(entry)
        if stated is None or not fits(reply.data, stated):
            inquiry.failed("schema", "The schema is not the one whose digest the badge states.", address)
            return
    _judge(reply.data, document, draft, address, inquiry)


def _judge(data: bytes, document: Mapping[str, Any], draft: str, address: str, inquiry: Inquiry) -> None:
    try:
        flaws = _flaws(data, document, draft, inquiry)
    except _SchemaFlaw as flaw:
        if inquiry.strict:
            inquiry.not_checked("schema", str(flaw), address)
        else:
            inquiry.failed("schema", f"{flaw} The public validator refuses this.", address)
        return
    for where, words in flaws:
        inquiry.failed("schema", words, where)
    if not flaws:
        inquiry.passed("schema", "It fits.", address)


def _flaws(data: bytes, document: Mapping[str, Any], draft: str, inquiry: Inquiry) -> list[tuple[str, str]]:
    """Where a document does not fit a schema (JSON Pointer, words), at most :data:`_TOLD`.

    Raises:
        _SchemaFlaw: the schema itself is no use.
    """
    try:
        schema = read(data, inquiry.limits)
    except JsonFlaw as flaw:
        raise _SchemaFlaw(f"The schema is no sound JSON: {flaw.message}") from flaw
    if not isinstance(schema, dict | bool):
        raise _SchemaFlaw("What is at the schema's address is no schema.")
    validators = import_module(
        "jsonschema.validators"
    )  # only when a badge names a schema: it takes longer to load than a badge to verify
    registry = import_module("referencing").Registry()  # the empty one: it retrieves nothing
    try:
        kind = validators.validator_for(schema, default=getattr(validators, draft))
        kind.check_schema(schema)
        found = []
        for error in kind(schema, registry=registry).iter_errors(document):
            where = "".join(f"/{str(p).replace('~', '~0').replace('/', '~1')}" for p in error.absolute_path)
            found.append((where, _words(error)))
            if len(found) == _TOLD:
                break
    except Exception as error:
        raise _SchemaFlaw(f"The schema cannot be used: {type(error).__name__}.") from error
    return found


def _words(error: Any) -> str:
    """What is wrong, short: messages of the library hold whole values."""
    message = str(error.message)
    if len(message) > _LONGEST:
        message = f"the rule {str(error.validator)[:40]!r} does not hold"
    return f"It does not fit the schema it names: {message}."
