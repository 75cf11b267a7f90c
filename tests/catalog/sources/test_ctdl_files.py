from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from credlens.catalog.offer import CatalogEvent, Note, Offer, Settings, SourceFile
from credlens.catalog.sources.ctdl import SOURCE
from credlens.model.credential import EvidenceClass
from credlens.model.errors import Problem

FIXTURES = Path(__file__).parents[2] / "fixtures" / "catalog" / "ctdl"
PILOT = "ce-11111111-0000-4000-8000-000000000001"


def on_disk(*names: str) -> list[SourceFile]:
    return [SourceFile(name, lambda name=name: (FIXTURES / name).open("rb")) for name in names]  # type: ignore[misc]


def written(name: str, content: Any) -> SourceFile:
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    return SourceFile(name, lambda: io.BytesIO(data))


def events(*files: SourceFile) -> list[CatalogEvent]:
    return list(SOURCE.read(files, Settings()))


def offers(*files: SourceFile) -> dict[str, Offer]:
    return {e.key: e for e in events(*files) if isinstance(e, Offer)}


def problems(*files: SourceFile) -> list[str]:
    return [str(e) for e in events(*files) if isinstance(e, Problem)]


def notes(*files: SourceFile) -> list[str]:
    return [e.words for e in events(*files) if isinstance(e, Note)]


class TestFiles:
    def test_what_is_no_credential_is_counted(self) -> None:
        assert notes(*on_disk("courses.jsonld"))[-1] == (
            "courses.jsonld: 1 ceterms:Occupation left aside: they are no credentials."
        )

    def test_how_much_of_a_file_the_fields_took(self) -> None:
        node = {"@id": "https://example.org/x", "@type": "ceterms:Badge", "ceterms:name": {"en": "X"}}
        (note,) = notes(written("a.json", node | {"ceterms:image": "y", "ceterms:inLanguage": "en-US"}))
        assert note.startswith(
            "a.json: of the statements of its records 2 fill fields wholly, 1 in part, and 1 fit none;"
        )

    def test_a_required_assessment_that_no_file_has(self) -> None:
        condition = {"@type": "ceterms:ConditionProfile", "ceterms:targetAssessment": ["https://example.org/exam"]}
        node = {"@id": "https://example.org/x", "@type": "ceterms:Badge", "ceterms:name": {"en": "X"}}
        assert notes(written("a.json", node | {"ceterms:requires": [condition]}))[0] == (
            "a.json: 1 required assessments are in none of the files; what they test is unknown."
        )

    def test_a_file_that_only_serves_says_so(self) -> None:
        (words,) = notes(*on_disk("serving.jsonl"))
        assert words.startswith("serving.jsonl: 1 ceterms:CredentialOrganization, 1 ceterms:CostManifest")

    def test_what_people_hold_is_left_aside(self) -> None:
        held = {
            "type": "VerifiableCredential",
            "credentialSubject": {"achievement": {"type": "ceterms:BachelorDegree"}},
        }
        (note,) = notes(written("vc.json", held))
        assert note == "vc.json: 1 VerifiableCredential left aside: what a person holds is no offer."

    def test_what_was_sent_to_the_publisher(self) -> None:
        node = {"@id": "https://example.org/x", "@type": "ceterms:License", "ceterms:name": {"en": "X"}}
        sent = {"PublishForOrganizationIdentifier": "ce-1", "GraphInput": {"@context": "c", "@graph": [node]}}
        assert (
            offers(written("a.json", sent))["example.org/x"].credential.evidence_class.get(None)
            is EvidenceClass.LICENCE
        )

    def test_a_byte_order_mark_and_lines(self) -> None:
        node = {"@id": "https://example.org/é", "@type": "ceterms:Badge", "ceterms:name": {"fr": "É"}}
        data = b"\xef\xbb\xbf" + "\n".join(json.dumps(n, ensure_ascii=False) for n in (node, node)).encode()
        assert [e.credential.title for e in events(written("a.jsonl", data)) if isinstance(e, Offer)] == ["É"]

    def test_broken_json_has_its_place(self) -> None:
        (found,) = events(written("a.json", b'{"@graph": [{"@id": "x"\n"y"'))
        assert isinstance(found, Problem)
        assert "line 2, column 1" in found.message

    @pytest.mark.parametrize("resource", ["{", None, 3, "[" * 400 + "]" * 400])
    def test_an_envelope_without_a_resource(self, resource: Any) -> None:
        (found,) = events(written("a.json", {"envelope_ceterms_ctid": PILOT, "decoded_resource": resource}))
        assert isinstance(found, Problem)
        assert PILOT in found.message

    def test_without_a_name_it_is_a_problem(self) -> None:
        (found,) = problems(written("a.json", {"@id": "https://example.org/x", "@type": "ceterms:Course"}))
        assert found == "a.json: This ceterms:Course has no name, so it cannot be used. Give it `ceterms:name`."

    def test_given_twice(self) -> None:
        node = {"@id": "https://example.org/x", "@type": "ceterms:Course", "ceterms:name": "X"}
        (found,) = problems(written("a.json", [node, node, node | {"ceterms:name": "Y"}]))
        assert found.startswith("a.json: record 3: 'example.org/x' is given twice")

    def test_a_mention_does_not_stand_before_the_whole(self) -> None:
        mention = {"@id": "https://example.org/x", "@type": "ceterms:Course", "ceterms:name": "X"}
        full = mention | {"ceterms:description": "All of it."}
        files = [written("a.json", mention), written("b.json", full)]
        assert offers(*files)["example.org/x"].credential.description.get("") == "All of it."
        assert problems(*files) == []
        assert (
            notes(*files)[0]
            == "a.json: 1 nodes only mention what another node of the same address describes more fully."
        )

    def test_a_number_that_is_no_ctid(self) -> None:
        node = {"@id": "https://example.org/x", "@type": "ceterms:Course", "ceterms:name": "X", "ceterms:ctid": "ce-12"}
        assert list(offers(written("a.json", node))) == ["example.org/x"]
        assert problems(written("a.json", node))[0].startswith(
            "a.json (example.org/x): ceterms:ctid: 'ce-12' is no CTID"
        )

    def test_other_json_has_no_node_of_ours(self) -> None:
        assert notes(written("a.json", [])) == ["a.json: there is no node of CTDL in it."]
        assert notes(written("a.json", {"x": 1})) == [
            "a.json: 1 nodes without a type left aside: they are no credentials."
        ]


class TestCircles:
    def test_references_are_followed_once(self) -> None:
        def part(own: str, other: str) -> dict[str, Any]:
            ref = f"https://example.edu/{other}"
            conditions = [{"@type": "ceterms:ConditionProfile", "ceterms:targetCredential": [ref]}]
            about = {
                "ceterms:hasPart": [ref],
                "ceterms:requires": conditions,
                "ceterms:hasCondition": [{"ceterms:targetComponent": [ref]}],
            }
            return {
                "@id": f"https://example.edu/{own}",
                "@type": "ceterms:Certificate",
                "ceterms:name": {"en": own},
            } | about

        found = offers(written("a.json", {"@graph": [part("a", "b"), part("b", "a"), part("c", "c")]}))
        assert found["example.edu/a"].credential.relations[0].target == "url:example.edu/b"
        assert found["example.edu/c"].credential.prerequisites[0].credentials == ("url:example.edu/c",)

    def test_blank_nodes_that_fan_out_are_cut_off(self) -> None:
        fan = [
            {"@id": f"_:{level}", "@type": "ceterms:Thing", "ceterms:x": [f"_:{level + 1}"] * 30} for level in range(12)
        ]
        top = {
            "@id": "https://example.edu/a",
            "@type": "ceterms:Course",
            "ceterms:name": {"en": "A"},
            "ceterms:x": "_:0",
        }
        assert list(offers(written("a.json", {"@graph": [top, *fan]}))) == ["example.edu/a"]
