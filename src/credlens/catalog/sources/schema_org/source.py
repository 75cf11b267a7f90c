"""schema.org's courses, programmes and credentials: out of a saved web page, or a JSON-LD file.

On a page the JSON-LD blocks are read, and microdata where those have nothing. Sites state prices and ratings of a course in a Product of
the same name, or around the course: they count for it where it has none of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from credlens.catalog.offer import CatalogEvent, CatalogSource, Note, Offer, Settings, SourceFile
from credlens.catalog.sources.schema_org.billing import Record
from credlens.catalog.sources.schema_org.record import OFFERS, address_of, credential_of, key_of, text_of
from credlens.catalog.values import jsonld
from credlens.catalog.values.addresses import canonical, is_address
from credlens.catalog.values.days import day
from credlens.catalog.values.facts import imported
from credlens.catalog.values.jsonfile import records
from credlens.catalog.values.reading import Once, Reading
from credlens.model.errors import InputError, Problem
from credlens.skills.decode import decode
from credlens.skills.html_page import canonical_address, json_ld, microdata, objects

_LARGEST = 32 * 1024 * 1024  # bytes of a page, which is held whole
_PRODUCTS = frozenset({"Product", "IndividualProduct"})
_OF_PRODUCT = ("offers", "aggregateRating", "description", "url")
_LISTS = ("@graph.item", "item", "itemListElement.item")
_PAGES = (".html", ".htm")


def read(files: Sequence[SourceFile], settings: Settings) -> Iterator[CatalogEvent]:
    """The offers of all files."""
    once = Once()
    for file in files:
        yield from _file(file, once, settings)


def _file(file: SourceFile, once: Once, settings: Settings) -> Iterator[CatalogEvent]:
    if file.name.casefold().endswith(_PAGES):
        try:
            yield from _page(file, once, settings)
        except InputError as error:
            yield from error.problems
        return
    aside: Counter[str] = Counter()
    nodes: dict[str, Record] = {}
    names: dict[str, set[str]] = {}
    for event in records(file, *_LISTS):
        if not isinstance(event, Problem):
            nodes |= _by_address([event[1]])
            _note_names((r for r, _ in _found([event[1]])), names)
    shared = _shared(names)
    seen = False
    for event in records(file, *_LISTS):
        if isinstance(event, Problem):
            seen = True
            yield event
            continue
        place, record = event
        found = list(_found([record]))
        seen = seen or bool(found)
        if not found:
            aside[next(iter(jsonld.types(record)), "object without a type")] += 1
        for number, (one, around) in enumerate(found, start=1):
            here = place if len(found) == 1 else f"{place}: {number}"
            yield from _offer(_with_product(_joined(one, nodes), around, []), here, "", shared, once, settings)
    if not seen:
        yield Problem(file.name, _NOTHING, "Give a page, or JSON-LD, that has one of them.")
    for kind, number in sorted(aside.items()) if seen else ():
        yield Note(f"{file.name}: {number} {kind} left aside: not something that can be earned")


_NOTHING = "There is no Course, EducationalOccupationalProgram or EducationalOccupationalCredential in it."


def _page(file: SourceFile, once: Once, settings: Settings) -> Iterator[CatalogEvent]:
    with file.open() as stream:
        data = stream.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        yield Problem(file.name, f"The page is larger than {_LARGEST // 2**20} MiB.")
        return
    html, _ = decode(data, file.name)
    tree = LexborHTMLParser(html)
    values, broken = json_ld(tree)
    for error in broken:
        yield Problem(file.name, f"The page's JSON-LD data cannot be parsed: {error}.", "The rest of the page is read.")
    found = _merged(list(_found(values)) or list(_found(microdata(tree))))
    if not found:
        yield Problem(file.name, _NOTHING, "Save the page of the course itself.")
        return
    products = list(objects(values, _PRODUCTS))
    nodes = _by_address(n for v in values for n in (*jsonld.nodes(v), *jsonld.nodes(jsonld.node(v).get("@graph"))))
    address = canonical_address(tree)
    names: dict[str, set[str]] = {}
    _note_names((record for record, _ in found), names)
    shared = _shared(names)
    for number, (record, around) in enumerate(found, start=1):
        alone = len(found) == 1
        here = file.name if alone else f"{file.name}: {number}"
        # The page's own address names the one thing that the page is about, and nothing else on it.
        page = address if alone and is_address(address) else ""
        yield from _offer(_with_product(_joined(record, nodes), around, products), here, page, shared, once, settings)


def _found(values: list[Any]) -> Iterator[tuple[Record, Record]]:
    """(a course, programme or credential; the product around it, empty when there is none), outermost first."""
    for record in objects(values, OFFERS | _PRODUCTS):
        if OFFERS & set(jsonld.types(record)):
            yield record, {}
        else:
            yield from ((inner, record) for inner in objects(list(record.values()), OFFERS))


def _merged(found: list[tuple[Record, Record]]) -> list[tuple[Record, Record]]:
    """The things of a page, each once: blocks on one thing of the same type and name complete each other, unless their addresses differ."""
    merged: list[tuple[Record, Record]] = []
    for record, around in found:
        same = next((i for i, (first, _) in enumerate(merged) if _is_same(first, record)), None)
        if same is None:
            merged.append((record, around))
        else:
            merged[same] = ({**record, **merged[same][0]}, merged[same][1] or around)
    return merged


def _is_same(first: Record, second: Record) -> bool:
    name = jsonld.words(first.get("name")).casefold()
    if not name or name != jsonld.words(second.get("name")).casefold() or jsonld.types(first) != jsonld.types(second):
        return False
    return len({a for r in (first, second) if (a := canonical(r.get("url")))}) < 2


def _note_names(found: Iterable[Record], names: dict[str, set[str]]) -> None:
    """Add the names of things to those of their addresses."""
    for record in found:
        if address := canonical(address_of(record)):
            names.setdefault(address, set()).add(jsonld.words(record.get("name")).casefold())


def _shared(names: dict[str, set[str]]) -> frozenset[str]:
    """Addresses that things of different names have: they are of a page on all of them, and name none."""
    return frozenset(address for address, several in names.items() if len(several) > 1)


def _by_address(nodes: Iterable[Record]) -> dict[str, Record]:
    """What a graph says of organisations, instances and offers that others only point to."""
    return {a: n for n in nodes if (a := jsonld.address_of(n)) and len(n) > 2 and not OFFERS & set(jsonld.types(n))}


def _joined(record: Record, nodes: dict[str, Record]) -> Record:
    """The record with the objects in it that it only points to (``"provider": {"@id": "#us"}``)."""
    if not nodes:
        return record

    def joined(value: Any) -> Any:
        if isinstance(value, list):
            return [joined(v) for v in value]
        alone = isinstance(value, dict) and value.keys() <= {"@id", "@type"}
        return nodes.get(jsonld.address_of(value), value) if alone else value

    return {k: joined(v) for k, v in record.items()}


def _with_product(record: Record, around: Record, products: list[Record]) -> Record:
    """The record, with what the product around it, or the page's product of its name, says and it does not."""
    name = jsonld.words(record.get("name")).casefold()
    named = [p for p in products if jsonld.words(p.get("name")).casefold() == name]
    for product in (around, *named):
        added = {k: product[k] for k in _OF_PRODUCT if k in product and k not in record}
        if around is product and not name and product.get("name"):
            added["name"] = product["name"]
        record = {**record, **added}
    return record


def _offer(
    record: Record, place: str, page: str, shared: Collection[str | None], once: Once, settings: Settings
) -> Iterator[CatalogEvent]:
    if not jsonld.words(record.get("name")):
        yield Problem(place, "It has no name.", "It is left out.")
        return
    address = address_of(record) or page
    key = key_of(record, "" if canonical(address) in shared else address)
    again = once.again(key, record, place)
    if isinstance(again, Problem):
        yield again
    if again:
        return
    changed = day(jsonld.words(record.get("dateModified")))
    reading = Reading(place, imported(address, changed or settings.as_of, place))
    credential = credential_of(record, key, address, reading)
    yield from reading.problems
    yield Offer(key, credential, text_of(record), place)


SOURCE = CatalogSource(
    "schema.org courses, programmes and credentials (saved pages, JSON-LD)", (".html", ".htm", ".json", ".jsonld"), read
)
