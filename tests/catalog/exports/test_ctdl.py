from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from credlens.catalog.codec import encode
from credlens.catalog.ctdl.documents import Found, found_in
from credlens.catalog.ctdl.names import EXTENSION, Node
from credlens.catalog.ctdl.statements import canonical_json, elements
from credlens.catalog.ctdl.terms import READERS
from credlens.catalog.exports import EXPORTS
from credlens.catalog.exports.ctdl import EXPORT
from credlens.catalog.offer import CatalogEvent, Note, Offer, Settings, SourceFile
from credlens.catalog.sources.ctdl import SOURCE
from credlens.model.credential import (
    CostItem,
    CostPattern,
    Credential,
    EvidenceClass,
    Organisation,
    OrganisationKind,
    Supervision,
)
from credlens.model.fact import Fact, Method, Source

FIXTURES = Path(__file__).parents[2] / "fixtures" / "catalog" / "ctdl"
SAMPLES = Path(__file__).parents[4] / "shared" / "data" / "catalogs" / "ctdl"
PILOT = "ce-11111111-0000-4000-8000-000000000001"


def folder(root: Path) -> list[SourceFile]:
    paths = sorted(p for p in root.rglob("*") if p.suffix in {".json", ".jsonld", ".jsonl"} and p.is_file())
    return [SourceFile(p.name, lambda p=p: p.open("rb")) for p in paths]  # type: ignore[misc]


def text_file(text: str, name: str = "export.jsonld") -> SourceFile:
    return SourceFile(name, lambda: io.BytesIO(text.encode()))


def imported(*files: SourceFile) -> tuple[dict[str, Offer], list[CatalogEvent]]:
    events = list(SOURCE.read(files, Settings()))
    return {e.key: e for e in events if isinstance(e, Offer)}, [e for e in events if not isinstance(e, Offer)]


def document(offers: dict[str, Offer]) -> str:
    return "".join(EXPORT.write(o.credential for o in offers.values()))


def without_extension(text: str) -> str:
    found = json.loads(text)
    for node in found["@graph"]:
        del node[EXTENSION]
    return json.dumps(found)


def values(record: Any) -> Any:
    """An encoded record without who says it, without what was kept, and without the proposed id."""
    if isinstance(record, dict):
        return {k: values(v) for k, v in record.items() if k not in {"sources", "kept", "id"}}
    return [values(v) for v in record] if isinstance(record, list) else record


def same_records(first: dict[str, Offer]) -> None:
    """Law (a): what goes out comes in again as it was. Law (b): also without the extension, but for who says so."""
    text = document(first)
    again, others = imported(text_file(text))
    assert again == {o.credential.id: o for o in again.values()}, "what is believed is known by our own id"
    assert [o.credential for o in again.values()] == [o.credential for o in first.values()]
    assert others == [] or not first
    bare, _ = imported(text_file(without_extension(text)))
    assert {k: values(encode(o.credential)) for k, o in bare.items()} == {
        k: values(encode(o.credential)) for k, o in first.items()
    }


def nodes_of(files: list[SourceFile]) -> Iterator[tuple[Node, dict[str, Node]]]:
    """The nodes of files, each with the blank nodes of its document."""
    for file in files:
        found = [f for f in found_in(file) if isinstance(f, Found)]
        blank = {(f.scope, f.node.get("@id")): f.node for f in found}
        for f in found:
            yield f.node, {str(name): node for (scope, name), node in blank.items() if scope == f.scope}


def says(there: Any, said: Any, blank: dict[str, Node]) -> bool:
    """Whether a value says all that another one does: it may say more of what the other only refers to."""
    if isinstance(said, str) and said.startswith("_:") and there != said:
        return isinstance(there, dict) and (
            said not in blank or says(there, {k: v for k, v in blank[said].items() if k != "@id"}, blank)
        )
    if isinstance(said, str) and isinstance(there, dict) and "@id" in there:
        return bool(there["@id"] == said)
    if isinstance(said, dict) and isinstance(there, dict):
        names = [k for k in said if not (k == "@id" and str(said[k]).startswith("_:"))]
        return all(any(says(t, s, blank) for t in elements(there.get(k))) for k in names for s in elements(said[k]))
    return canonical_json(there) == canonical_json(said)


def lost(files: list[SourceFile]) -> list[str]:
    """Law (c): the statements of the nodes that became records and that the exported nodes do not make."""
    offers, _ = imported(*files)
    out = {n.get("@id", n["ceterms:name"]["en"] if isinstance(n["ceterms:name"], dict) and "en" in n["ceterms:name"] else ""): n
           for n in json.loads(document(offers))["@graph"]}  # fmt: skip
    seen: set[str] = set()
    missing = []
    for node, blank in nodes_of(files):
        name = str(node.get("@id"))
        if name in out and name not in seen:
            seen.add(name)
            missing += [
                f"{name} {k} {e}"
                for k, v in node.items()
                for e in elements(v)
                if not any(says(t, e, blank) for t in elements(out[name].get(k)))
            ]
    assert seen
    return missing


def test_it_is_in_the_table() -> None:
    assert EXPORTS.names() == ("ctdl", "elm", "csv")
    assert EXPORTS["ctdl"] is EXPORT
    assert EXPORT.ending == ".jsonld"


class TestRoundTrip:
    def test_fixtures(self) -> None:
        offers, _ = imported(*folder(FIXTURES))
        assert len(offers) == 4
        same_records(offers)
        assert lost(folder(FIXTURES)) == []

    @pytest.mark.skipif(not SAMPLES.is_dir(), reason="the registry's samples are not there")
    def test_samples(self) -> None:
        offers, others = imported(*folder(SAMPLES))
        assert len(offers) >= 40
        assert others
        same_records(offers)
        assert lost(folder(SAMPLES)) == []

    def test_nothing_is_a_document_too(self) -> None:
        assert json.loads(document({})) == {"@context": "https://credreg.net/ctdl/schema/context/json", "@graph": []}

    def test_a_lost_statement_would_be_seen(self) -> None:
        """The comparison that the law is tested with tells a node apart that says less."""
        assert not says({"@type": "x", "a": [1]}, {"@type": "x", "a": [1, 2]}, {})
        assert not says("https://example.org/other", "https://example.org/this", {})
        assert says({"@id": "i", "n": 1}, "i", {})


_REFERENCES = ("_:a", "https://example.edu/x", f"https://credentialengineregistry.org/resources/{PILOT}")
_WORDS = (
    "P4W",
    "PT3H",
    "US Dollar",
    "costType:Tuition",
    "audLevel:BeginnerLevel",
    "assessMethod:Exam",
    "2026-01-01",
    "creditUnit:SemesterHour",
    "http://[bad",
)
_PROPERTIES = sorted(
    {*READERS} - {"@type", "ceterms:name"}
    | {f"ceterms:{n}" for n in ("price", "currency", "targetNode", "targetNodeName", "codedNotation", "targetCredential", "targetAssessment",
                                "targetCompetency", "description", "condition", "exactDuration", "alternativeCondition", "directCostType", "keyword")}
    | {"ceterms:name", "@type", "@id", "schema:value"}
)  # fmt: skip
_leaves = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 10**7), st.floats(allow_nan=False), st.text(max_size=6),
    st.sampled_from((*_REFERENCES, *_WORDS, "ceterms:Course", "ceterms:AssessmentProfile", "ceterms:ConditionProfile")),
)  # fmt: skip
_anything = st.recursive(
    _leaves,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.one_of(st.sampled_from(_PROPERTIES), st.sampled_from(("en", "fr-CA", "x"))), inner, max_size=5
        ),
    ),
    max_leaves=20,
)
_nodes = st.dictionaries(st.sampled_from(_PROPERTIES), _anything, max_size=7).map(
    lambda found: (
        {"@type": "ceterms:Certification", "ceterms:name": {"en": "N"}, "@id": f"https://example.edu/{len(found)}"}
        | found
    )
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(_nodes, min_size=1, max_size=3))
def test_whatever_comes_in_goes_out_and_comes_in_again(graph: list[Node]) -> None:
    first, _ = imported(text_file(json.dumps({"@graph": graph})))
    same_records(first)


class TestTheWholeRecord:
    def record(self) -> Credential:
        seen = Source(Method.READ, "https://example.org/p", note="seen")
        cost = CostItem(
            "standard", CostPattern.PER_MONTH, Fact(Decimal("49.90"), (seen,)), "EUR", "tuition", "example-plus"
        )
        return Credential(
            id="example-welder",
            title="Example Welder",
            evidence_class=Fact(EvidenceClass.ASSESSED_CERTIFICATE, (seen,)),
            issuer=Fact(Organisation("Example Guild", OrganisationKind.NONPROFIT), (seen,)),
            supervision=Fact(Supervision.SUPERVISED_WITH_ID, (seen,), condition="at a centre"),
            costs=(cost,),
        )

    def node(self) -> Node:
        (node,) = json.loads("".join(EXPORT.write([self.record()])))["@graph"]
        found: Node = node
        return found

    def imported(self, node: Node) -> tuple[Credential, list[CatalogEvent]]:
        offers, others = imported(text_file(json.dumps({"@graph": [node]})))
        (offer,) = offers.values()
        return offer.credential, others

    def test_a_record_of_another_source_comes_back_whole(self) -> None:
        assert self.imported(self.node()) == (self.record(), [])

    def test_its_terms_are_those_of_the_standard(self) -> None:
        node = self.node()
        assert {k for k in node if not k.startswith(("@", "ceterms:"))} == {EXTENSION}
        assert node["@type"] == "ceterms:Credential"
        (cost,) = node["ceterms:estimatedCost"]
        assert (cost["ceterms:price"], cost["ceterms:currency"], cost["ceterms:paymentPattern"]) == (
            49.9,
            "EUR",
            {"en": "per month"},
        )

    def test_a_changed_term_counts_before_the_extension(self) -> None:
        node = self.node()
        node["ceterms:estimatedCost"][0]["ceterms:price"] = 59
        credential, others = self.imported(node)
        assert credential.costs[0].amount.get(None) == Decimal(59)
        assert not credential.supervision.known
        assert others[0] == Note(
            "export.jsonld: 1 of its records changed after their export; what their CTDL terms say counts."
        )

    @pytest.mark.parametrize(
        "extension",
        [
            3,
            {},
            {"id": 1},
            {"id": "x", "title": "Example Welder", "hours": {"value": {"min": float("nan"), "max": 1}}},
            {"id": "x", "title": "Example Welder", "costs": [
                {"option": "s", "pattern": "one_off", "amount": {"value": "1E+999999999"}, "currency": "EUR", "what": "exam"}
            ]},
        ],
    )  # fmt: skip
    def test_an_extension_that_is_no_record_counts_for_nothing(self, extension: Any) -> None:
        node = self.node() | {EXTENSION: extension}
        credential, others = self.imported(node)
        assert credential.title == "Example Welder"
        assert "1 of its records changed" in str(others[0])

    def test_the_organisations_kind_comes_back_where_the_name_does_not_say_it(self) -> None:
        bare, _ = self.imported({k: v for k, v in self.node().items() if k != EXTENSION})
        assert bare.issuer.get(None) == Organisation("Example Guild", OrganisationKind.NONPROFIT)

    def test_half_a_letter_does_not_stop_the_export(self) -> None:
        text = "".join(EXPORT.write([replace(self.record(), title="a\ud800b")]))
        assert json.loads(text.encode())["@graph"][0]["ceterms:name"] == {"en": "a\ud800b"}


class TestWhatIsKept:
    def test_more_than_the_field_holds_goes_out_as_it_came(self) -> None:
        offers, _ = imported(*folder(FIXTURES))
        (node,) = json.loads("".join(EXPORT.write([offers[PILOT].credential])))["@graph"]
        assert node["ceterms:estimatedCost"][0]["ceterms:costDetails"] == "https://www.example.org/prices"
        assert node["ceterms:dateEffective"] == "2026-01-01"
        assert node["ceterms:name"] == {"en-US": "Certified Harbour Pilot", "fr": "Pilote de port"}

    def test_what_one_value_says_and_another_says_with_more_is_said_by_both(self) -> None:
        """A requirement that is repeated with more around it is one prerequisite; both values go out, in their order."""
        target = {"@type": "ceterms:ConditionProfile", "ceterms:targetCredential": ["https://example.org/a"]}
        more = target | {"ceterms:yearsOfExperience": 1}
        node = {"@id": "https://example.org/x", "@type": "ceterms:Badge", "ceterms:name": {"en": "X"}}
        offers, _ = imported(text_file(json.dumps(node | {"ceterms:requires": [target, more]})))
        assert [p.credentials for p in offers["example.org/x"].credential.prerequisites] == [("url:example.org/a",), ()]
        (out,) = json.loads(document(offers))["@graph"]
        assert [len(c) for c in out["ceterms:requires"]] == [2, 3]
        same_records(offers)

    def test_what_a_changed_field_stood_for_stays_behind(self) -> None:
        offers, _ = imported(*folder(FIXTURES))
        pilot = offers[PILOT].credential
        dearer = replace(pilot.costs[0], amount=replace(pilot.costs[0].amount, value=Decimal(275)))
        (node,) = json.loads("".join(EXPORT.write([replace(pilot, costs=(dearer, *pilot.costs[1:]))])))["@graph"]
        assert sorted(c["ceterms:price"] for c in node["ceterms:estimatedCost"]) == [275, 400]
        assert "ceterms:costDetails" not in node["ceterms:estimatedCost"][0]
