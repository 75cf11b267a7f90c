import pytest

from credlens.skills.credential_context import Context


def supported(text: str, name: str, *, scheme: bool = False, other: str = "") -> bool:
    start = text.index(name)
    others = [(text.index(other), text.index(other) + len(other))] if other else []
    return Context(text).supports(start, start + len(name), scheme=scheme, others=others)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("CAP certification", "CAP"), ("CAP-certified", "CAP"), ("certified CAP", "CAP"), ("designation such as CAP", "CAP"), ("CAP preferred", "CAP"),
        ("a CAP is required", "CAP"), ("certifications (CAP, XYZ)", "CAP"), ("XYZ, CAP or similar certification", "CAP"), ("CAP holder", "CAP"),
        ("certified in CAP", "CAP"), ("CAP or equivalent", "CAP"),
    ],
)  # fmt: skip
def test_words_that_make_an_abbreviation_a_credential(text: str, name: str) -> None:
    assert supported(text, name)


@pytest.mark.parametrize(
    "text",
    [
        "CAP theorem",
        "hold the CAP on costs",
        "market CAP",
        "CAP accreditation of the laboratory",
        "CAP. Certification preferred",
    ],
)
def test_words_that_do_not(text: str) -> None:
    assert not supported(text, "CAP")


def test_the_neighbour_in_a_list_tells() -> None:
    assert supported("CISA, CAP", "CAP", other="CISA")
    assert supported("CAP/CISA", "CAP", other="CISA")
    assert not supported("CISA. The CAP", "CAP", other="CISA")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ITIL certification", True), ("certifications: PMP, ITIL", True), ("knowledge of ITIL processes", False), ("experience with ITIL, PMP certification", False),
        ("ITIL preferred", False), ("Six Sigma, Change Management or other certifications", True),
    ],
)  # fmt: skip
def test_methods_are_known_without_a_certificate(text: str, expected: bool) -> None:
    name = "Six Sigma" if "Six" in text else "ITIL"
    assert supported(text, name, scheme=True) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PMP required", False), ("PMP reimbursement", True), ("our PMP", True), ("we hold PMP", True), ("paid PMP", True), ("logo_PMP_2", True),
        ("PMP certified organization", True),
    ],
)  # fmt: skip
def test_benefits_and_the_company_ask_for_nothing(text: str, expected: bool) -> None:
    start = text.index("PMP")
    assert Context(text).denies(start, start + 3) is expected


def test_an_abbreviation_behind_other_words_means_those() -> None:
    def spelt(text: str, name: str, title: str) -> bool:
        start = text.index(f"({name})") + 1
        return Context(text).spelt_out(start, start + len(name), title)

    assert spelt("Massachusetts Contingency Plan (MCP)", "MCP", "Microsoft Certified Professional (MCP)")
    assert spelt("Fiber Channel over IP (FCIP)", "FCIP", "Fellow Chartered Insurance Professional")
    assert not spelt("Microsoft Certified Professional (MCP)", "MCP", "Microsoft Certified Professional (MCP)")
    assert not spelt(
        "Fellowship in the Casualty Actuarial Society (FCAS)", "FCAS", "Fellow of the Casualty Actuarial Society (FCAS)"
    )
    assert not spelt("certified (MCP)", "MCP", "Microsoft Certified Professional (MCP)")
