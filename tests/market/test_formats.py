import io
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.market.adfile import AdFile, collect
from credlens.market.formats import AD_FORMATS, for_name

LONG = "We look for somebody who reads and writes SQL every day."


def read(data: str | bytes, where: str) -> AdFile:
    name = for_name(where)
    assert name is not None
    return of(name, data.encode() if isinstance(data, str) else data, where)


def of(name: str, data: bytes, where: str) -> AdFile:
    return collect(AD_FORMATS[name](io.BytesIO(data), where))


@pytest.mark.parametrize(
    ("filename", "name"),
    [
        ("a.txt", "text"),
        ("A.MD", "markdown"),
        ("a.b.htm", "html"),
        ("x.ndjson", "jsonl"),
        ("x.tsv", "csv"),
        ("cv.pdf", None),
        ("csv", None),
    ],
)
def test_the_extension_chooses_the_format(filename: str, name: str | None) -> None:
    assert for_name(filename) == name


def test_text_is_one_ad_titled_by_its_first_line() -> None:
    (ad,) = read(f"Data Analyst\n\n{LONG}", "a.txt").postings
    assert (ad.title, ad.where, ad.example) == ("Data Analyst", "a.txt", False)


def test_markdown_front_matter_is_used_and_left_out_of_the_text() -> None:
    text = f'---\ntitle: "Analyst: claims"\nemployer: Cobalt\nplace: Hartford\nposted: 2026-09-22\nexample: true\n---\n\n# Other\n\n{LONG}\n'
    (ad,) = read(text, "a.md").postings
    assert (ad.title, ad.employer, ad.place, ad.posted, ad.example) == (
        "Analyst: claims",
        "Cobalt",
        "Hartford",
        date(2026, 9, 22),
        True,
    )
    assert ad.text == f"# Other\n\n{LONG}"


def test_markdown_without_front_matter_takes_its_first_heading() -> None:
    assert read(f"Hello\n\n# **Claims Analyst**\n\n{LONG}", "a.md").postings[0].title == "Claims Analyst"


def test_broken_front_matter_is_a_problem_and_the_ad_is_read() -> None:
    found = read(f"---\ntitle: a: b: c\n---\n# Analyst\n{LONG}", "a.md")
    assert found.postings[0].title == "Analyst"
    assert "front matter" in found.problems[0].message


def test_html_takes_structured_data_first() -> None:
    graph = {
        "@graph": [{"@type": "WebPage"}, {"@type": ["JobPosting"], "title": "Analyst", "description": f"<p>{LONG}</p>"}]
    }
    page = f'<html><head><script type="application/ld+json">{json.dumps(graph)}</script></head><body><h1>Ad</h1></body></html>'
    found = read(page, "a.html")
    assert [(p.title, p.text) for p in found.postings] == [("Analyst", LONG)]
    assert any("'description' as the text" in note for note in found.notes)


def test_html_without_it_is_read_as_a_person_sees_it() -> None:
    page = (
        f"<html><head><title>Site</title><style>p{{}}</style></head><body><nav>Menu</nav><h1>Data <b>Analyst</b></h1><p>{LONG}</p>"
        "<h2>Nice to have</h2><ul><li>Tableau</li><li><p>Looker</p></li></ul><script>alert(1)</script></body></html>"
    )
    (ad,) = read(page, "a.html").postings
    assert ad.title == "Data Analyst"
    assert ad.text == f"# Data Analyst\n\n{LONG}\n\n## Nice to have\n\n- Tableau\n\n- Looker"


def test_html_with_broken_structured_data_says_so_and_reads_the_page() -> None:
    found = read(f'<script type="application/ld+json">{{"@type": </script><h1>Analyst</h1><p>{LONG}</p>', "a.html")
    assert found.postings[0].title == "Analyst"
    assert "JSON-LD" in found.problems[0].message


@pytest.mark.parametrize(
    ("value", "places"),
    [
        ({"title": "A", "description": LONG}, ["a.json"]),
        ([{"description": LONG}, {"description": LONG}], ["a.json:[0]", "a.json:[1]"]),
        ({"name": "x", "jobs": [{"description": LONG}]}, ["a.json:jobs[0]"]),
        ({"data": {"results": [{"job": {"description": LONG}}]}}, ["a.json:data.results[0]"]),
    ],
)
def test_json_shapes(value: object, places: list[str]) -> None:
    assert [p.where for p in read(json.dumps(value), "a.json").postings] == places


@pytest.mark.parametrize(
    ("text", "where", "words"),
    [
        ('{"a": 1,}', "a.json:1:", "not JSON"),
        ("[1, 2]", "a.json:[0]", "object"),
        ('"text"', "a.json", "objects"),
        ("[]", "a.json", "no ads"),
        ('[{"stuff": "x", "id": 2}]', "a.json", "'stuff', 'id'"),
    ],
)
def test_json_that_holds_no_ads_is_a_problem(text: str, where: str, words: str) -> None:
    found = read(text, "a.json")
    assert found.postings == ()
    assert found.problems[0].where.startswith(where)
    assert words in found.problems[0].message


def test_a_broken_line_does_not_stop_the_others() -> None:
    good = json.dumps({"text": LONG})
    found = read(f"{good}\n\n{{oops}}\n{good}\n", "ads.jsonl")
    assert [p.where for p in found.postings] == ["ads.jsonl:1", "ads.jsonl:4"]
    assert [p.where for p in found.problems] == ["ads.jsonl:3"]
    assert "column 2" in found.problems[0].message


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_table_is_read_whatever_stands_between_its_columns(delimiter: str) -> None:
    rows = [["", "Job Title", "Job Description", "Rating"], ["0", "Analyst", f'"{LONG}\nAnd{delimiter} more"', "3.8"]]
    found = read("\ufeff" + "\n".join(delimiter.join(r) for r in rows), "a.csv")
    (ad,) = found.postings
    assert (ad.title, ad.where, ad.text) == ("Analyst", "a.csv:row 1", f"{LONG}\nAnd{delimiter} more")
    assert found.notes == ("a.csv: read 'Job Description' as the text, 'Job Title' as the title; 1 row",)


def test_a_table_without_a_text_column_lists_what_is_there_and_what_would_do() -> None:
    (problem,) = read("id,stuff\n1,x\n", "a.csv").problems
    assert "'id', 'stuff'" in problem.message
    assert "job description" in problem.what_to_do


def test_a_row_without_text_is_a_problem_and_blank_rows_are_nothing() -> None:
    found = read(f'title,description\nA,"{LONG}"\n,\nB,\n', "a.csv")
    assert [p.where for p in found.postings] == ["a.csv:row 1"]
    assert [p.where for p in found.problems] == ["a.csv:row 3"]


def test_a_very_long_cell_is_read() -> None:
    # longer than the csv module's own limit of 128 KiB
    assert len(read(f"text\n{'sql ' * 20_000}{' ' * 60_000}\n", "a.csv").postings) == 1


def test_a_book_in_one_record_is_no_ad_and_the_others_are_read() -> None:
    found = read(f"text\n{'sql ' * 60_000}\nWe need an analyst who knows SQL well for our growing bank.\n", "a.csv")

    assert len(found.postings) == 1
    (problem,) = found.problems
    assert (problem.where, problem.message) == (
        "a.csv:row 1",
        "The text is too long to be one ad (239,999 characters).",
    )


@pytest.mark.parametrize("filename", ["a.txt", "a.md", "a.html", "a.json", "a.jsonl", "a.csv"])
def test_every_format_collects_binary_and_empty_files_as_problems(filename: str) -> None:
    for data, words in ((b"%PDF-1.4 x", "PDF"), (b"PK\x03\x04", "ZIP"), (b"a\x00b", "binary"), (b" \n", "empty")):
        found = read(data, filename)
        assert found.postings == ()
        assert words in found.problems[0].message
        assert found.problems[0].what_to_do


@given(st.sampled_from(AD_FORMATS.names()), st.binary(max_size=200))
def test_no_bytes_make_a_format_raise(name: str, data: bytes) -> None:
    found = of(name, data, "x")
    assert found.postings or found.problems


@given(st.sampled_from(AD_FORMATS.names()), st.text(st.sampled_from('{}[]"<>li/p:,-#\n a1'), max_size=80))
def test_no_text_makes_a_format_raise(name: str, text: str) -> None:
    found = of(name, text.encode(), "x")
    assert found.postings or found.problems


@pytest.mark.parametrize("front", ["x: " + "[" * 5000, "a: &a [b]\nb: &b [*a, *a]\ntitle: *b"])
def test_hostile_front_matter_is_a_problem_and_the_ad_is_read(front: str) -> None:
    text = f"---\n{front}\n---\n{'You know SQL and you like it. ' * 4}"
    ad = of("markdown", text.encode(), "ad.md")
    assert len(ad.postings) == 1
    assert [p.where for p in ad.problems] == ["ad.md"]


@pytest.mark.parametrize("filler", [0, 17_000], ids=["held", "read piece by piece"])
def test_a_number_of_thousands_of_digits_is_a_problem_and_no_crash(filler: int) -> None:
    before = b"".join(b'{"title":"a","description":"' + b"x" * 1000 + b'"},' for _ in range(filler))
    data = b'{"jobs":[' + before + b'{"title":"b","n":' + b"9" * 5000 + b',"description":"y"}]}'
    found = collect(AD_FORMATS["json"](io.BytesIO(data), "ads.json"))
    assert any("thousand digits" in p.message for p in found.problems)
