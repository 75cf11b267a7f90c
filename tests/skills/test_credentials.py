import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.model.occupation import RegulatedOccupation
from credlens.model.skill import Alias
from credlens.skills.credential_names import CredentialName, NameAlias, Trust, named
from credlens.skills.credentials import CredentialIndex
from credlens.skills.sections import Layout


def occupation(id_: str, *names: Alias) -> RegulatedOccupation:
    return RegulatedOccupation(
        id_, id_, (), None, None, "US", "US", needs_degree=False, needs_licence=True, degree=None, degree_note="", licence="",
        licence_names=names, authority="", opens_with="", sources=(),
    )  # fmt: skip


INDEX = CredentialIndex(
    [
        named("pmp", "Project Management Professional (PMP)", [Alias("PMP", exact=True), Alias("CAP", exact=True)]),
        named("cpa", "Certified Public Accountant (CPA)", [Alias("CPA", exact=True)], licence=True),
        CredentialName(
            "pmp",
            "ignored",
            (NameAlias(Alias("CAP", exact=True), Trust.DOUBTFUL), NameAlias(Alias("PM-100", exact=True))),
        ),
        CredentialName("itil", "ITIL certification", (NameAlias(Alias("ITIL"), Trust.SCHEME),)),
        named("course", "Data Analysis with Python (Zorblatt)"),
    ],
    [
        occupation("cpa-us", Alias("CPA license"), Alias("CPA", exact=True)),
        occupation("agent", Alias("SIE", exact=True)),
    ],
)


def ids(text: str) -> list[str]:
    return [c.id for c in INDEX.read(text, Layout(text))[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PMP", ["pmp"]), ("Project Management Professional", ["pmp"]), ("exam PM-100", ["pmp"]), ("CAP or PMP", ["pmp"]), ("the CAP theorem", []),
        ("ITIL certification", ["itil"]), ("ITIL processes", []), ("Data Analysis with Python", []), ("QRZX certification", ["unlisted:qrzx-certification"]),
        ("## Benefits\n- PMP", []), ("PMP and more: PMP", ["pmp"]), ("CPA", []), ("PMP is not required", []),
    ],
)  # fmt: skip
def test_credentials_by_name_code_and_wording(text: str, expected: list[str]) -> None:
    assert ids(text) == expected


def test_the_firmest_place_counts_and_is_shown() -> None:
    text = "PMP is a plus.\n## Requirements\n- PMP\n"
    (found,) = INDEX.read(text, Layout(text))[0]
    assert (found.required, found.quote, found.span) == (True, "PMP", (33, 36))
    assert found.name == "Project Management Professional (PMP)"


def test_a_licence_is_no_credential_and_knows_its_record() -> None:
    text = "## Requirements\n- CPA required\n- the SIE protocol\n- driver's license"
    credentials, licences = INDEX.read(text, Layout(text))
    assert credentials == ()
    assert [(x.name, x.credential) for x in licences] == [("CPA license", "cpa"), ("driver's license", None)]


def test_a_short_abbreviation_of_a_licence_needs_a_word_beside_it() -> None:
    def licences(text: str) -> list[str]:
        return [x.name for x in INDEX.read(text, Layout(text))[1]]

    assert licences("SIE exam passed") == ["SIE"]
    assert licences("the SIE protocol") == []


def test_resumes_name_licences_as_credentials_too() -> None:
    assert [h.key for h in INDEX.hits("CPA, PMP; ITIL processes")] == ["cpa", "pmp"]
    assert [h.name for h in INDEX.licence_hits("CPA, active driver's license")] == ["CPA license", "driver's license"]


def test_unlisted_names_are_given_as_written() -> None:
    text = "Zorblatt Certified Widget Professional preferred"
    (found,) = INDEX.read(text, Layout(text))[0]
    assert (found.id, found.name, found.required) == (
        "unlisted:zorblatt-certified-widget-professional",
        "Zorblatt Certified Widget Professional",
        False,
    )


@pytest.mark.parametrize("piece", ["certified ", "PMP, ", "license ", "certification in ", "(CAP) ", "A, "])
def test_odd_texts_cost_about_their_length(piece: str) -> None:
    text = piece * (30_000 // len(piece))
    started = time.perf_counter()
    INDEX.read(text, Layout(text))
    assert time.perf_counter() - started < 10


@given(
    st.lists(
        st.sampled_from(["PMP", "CAP", ", ", "/", "certified ", "QRZX ", "or ", "(", ")", "license ", "\n- "]),
        max_size=25,
    )
)
def test_places_lie_in_the_text(words: list[str]) -> None:
    text = "".join(words)
    credentials, licences = INDEX.read(text, Layout(text))
    assert all(x.span and text[slice(*x.span)].strip() for x in (*credentials, *licences))
    assert len({c.id for c in credentials}) == len(credentials)
