"""Extensions of Open Badges 2.0: whether each fits the JSON Schema that its own context names (OB 2.0, Extensions).

An extension is an object with a context of its own. That context says for which type there is which schema; both are asked for, nothing they refer
to is. A schema that is not there, or is none, makes no badge worse.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

from credlens.verify.earlier.documents import Nothing, object_at
from credlens.verify.earlier.form import is_standard, web
from credlens.verify.inquiry import Inquiry
from credlens.verify.needs import Kind, Steps
from credlens.verify.structure.shapes import Place, listed, pointer, types_of

_MOST = 20  # extensions looked at in one badge
_PREFIX = "extensions:"
_NAMES = ("obi:validation", "validation")
_FOR = ("obi:validatesType", "validatesType")
_SCHEMA = ("obi:validationSchema", "validationSchema")
_CHECK = "extension"
_LONGEST = 160
_TOLD = 5


def check_extensions(documents: tuple[Mapping[str, Any], ...], inquiry: Inquiry) -> Steps[None]:
    """Record ``extension`` for each extension in these documents."""
    for number, (extension, around, where) in enumerate(found for d in documents for found in _found(d, (), None)):
        if number == _MOST:
            inquiry.not_checked(_CHECK, f"It has more than {_MOST} extensions; the rest was not looked at.")
            return
        yield from _check(extension, around, where, inquiry)


def _found(
    value: Any, around: tuple[Any, ...], place: Place
) -> Iterator[tuple[Mapping[str, Any], tuple[Any, ...], str]]:
    """Extensions in a document, at any depth, each with the contexts that it stands in beside those of the standard."""
    if isinstance(value, dict):
        around = (*_contexts(value), *around)
        for name, inner in value.items():
            for each in listed(inner):
                if isinstance(each, dict) and (name.startswith(_PREFIX) or "Extension" in types_of(each)):
                    yield each, around, pointer((place, name))
            if name != "@context":
                yield from _found(inner, around, (place, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _found(inner, around, (place, index))


def _contexts(value: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(context for context in listed(value.get("@context")) if not is_standard(context))


def _check(extension: Mapping[str, Any], around: tuple[Any, ...], where: str, inquiry: Inquiry) -> Steps[None]:
    types = [t for t in types_of(extension) if t != "Extension"]
    if not types:
        inquiry.failed(_CHECK, "An extension has to say of which type it is, beside Extension.", where)
        return
    contexts = _contexts(extension) or around  # the badge may name the context for all that is in it
    if not contexts and "Extension" in types_of(extension):
        inquiry.failed(_CHECK, "An extension has to name its context (@context).", where)
        return
    schemas = []
    for context in contexts:
        if web(context):
            found = yield from object_at(context, Kind.SCHEMA, inquiry)
            if isinstance(found, Nothing):
                found.note(_CHECK, "The extension's context", context, inquiry)
                return
            schemas += _schemas(found, types)
        elif isinstance(context, dict):
            schemas += _schemas(context, types)
    if not schemas:
        inquiry.not_checked(_CHECK, f"Its context names no rules for {types[0][:_LONGEST]!r}.", where)
    for schema in schemas:
        yield from _judge(extension, schema, where, inquiry)


def _schemas(context: Mapping[str, Any], types: list[str]) -> list[str]:
    """Addresses of the schemas that a context names for these types."""
    names = {t.rpartition(":")[2].rpartition("/")[2] for t in types}
    found = []
    for rule in (each for name in _NAMES for each in listed(context.get(name)) if isinstance(each, dict)):
        about = next((rule[name] for name in _FOR if name in rule), None)
        schema = next((rule[name] for name in _SCHEMA if name in rule), None)
        if isinstance(about, str) and about.rpartition(":")[2].rpartition("/")[2] in names and isinstance(schema, str):
            found.append(schema)
    return found


def _judge(extension: Mapping[str, Any], address: str, where: str, inquiry: Inquiry) -> Steps[None]:
    schema = yield from object_at(address, Kind.SCHEMA, inquiry)
    if isinstance(schema, Nothing):
        schema.note(_CHECK, "The extension's schema", address, inquiry)
        return
    flaws = _flaws(extension, schema)
    if flaws is None:
        inquiry.not_checked(_CHECK, f"The schema at {address} cannot be used.", where)
        return
    for place, words in flaws:
        inquiry.failed(_CHECK, words, where + place)
    if not flaws:
        inquiry.passed(_CHECK, f"It fits {address}.", where)


def _flaws(extension: Mapping[str, Any], schema: Mapping[str, Any]) -> list[tuple[str, str]] | None:
    """Where an extension does not fit; None when the schema is no use. A schema is a stranger's program: its every failure is caught."""
    validators = import_module("jsonschema.validators")  # it takes longer to load than a badge to verify
    registry = import_module("referencing").Registry()  # the empty one: it retrieves nothing
    found = []
    try:
        kind = validators.validator_for(
            schema, default=validators.Draft4Validator
        )  # the draft of the standard's own schemas
        kind.check_schema(schema)
        for error in kind(schema, registry=registry).iter_errors(extension):
            where = "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in error.absolute_path)
            message = str(error.message)
            words = message if len(message) <= _LONGEST else f"the rule {str(error.validator)[:40]!r} does not hold"
            found.append((where, f"It does not fit the extension's schema: {words}."))
            if len(found) == _TOLD:
                break
    except Exception:  # noqa: BLE001  (strangers write schemas, and the library raises what it likes; "not checked" is told)
        return None
    return found
