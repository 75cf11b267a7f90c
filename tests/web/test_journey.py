"""The whole way by forms alone, as a browser without script sends them; and every deletion taken back."""

from __future__ import annotations

import html
import json
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

import pytest

from tests.web.site import Answer, Site, served

RESUME = b"""# Noa Lind (invented)

noa@example.org

## Experience

Office assistant, Pier Goods, 2021 - 2025
- Kept stock lists in Microsoft Excel and wrote SQL queries.

## Certifications

- Google Data Analytics Professional Certificate, Google, 2024
"""
AD = """Data Analyst at {name} (invented)

We are looking for a data analyst for our office.

Requirements
- SQL and Microsoft Excel every day
- Tableau dashboards
- Python is a must
"""
NAMES = ("Harbour Shop", "Kite Works", "Fog Ltd", "Quay Foods", "Tide Bank")


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A person with a resume and five ads, given by the forms."""
    with served(tmp_path_factory.mktemp("own") / "home") as site:
        site.enter()
        read = site.post("/me/profile/documents", files=[("noa.md", RESUME)])
        assert "Your resume was read: noa.md." in read.words
        aimed = site.post("/me/goal", {"text": "\n---\n".join(AD.format(name=n) for n in NAMES), "place": "US"})
        assert aimed.path.startswith("/me/gap?note=")
        assert "5 ads were read" in aimed.words
        yield site


def undo(site: Site, page: Answer) -> Answer:
    """Press the button beside what was just done."""
    form = re.search(
        r'action="(/[a-z]+/undo)"><input type="hidden" name="note" value="(\d+)"><input type="hidden" name="place" value="([^"]*)"',
        page.text,
    )
    assert form, page.words
    return site.post(form[1], {"note": form[2], "place": html.unescape(form[3])})


def test_the_first_page_says_what_to_do_next(site: Site) -> None:
    first = site.get("/")
    assert "Begin: give a resume" in first.words
    site.post("/me/profile/documents", {"text": RESUME.decode()})
    assert "Next: say your goal" in site.get("/").words


@pytest.mark.parametrize("page", ["gap", "options", "plan"])
def test_what_needs_ads_says_so_and_leads_there(site: Site, page: str) -> None:
    shown = site.get(f"/me/{page}")
    assert (shown.status, 'href="/me/goal"' in shown.text) == (200, True)
    assert "First say what you aim at" in shown.words


@pytest.mark.parametrize(
    "page",
    [
        "profile",
        "goal",
        "proof",
        "resume",
        "progress",
        "questions",
        "catalog",
        "catalog-unknowns",
        "data",
        "compare",
        "next",
    ],
)
def test_every_page_of_an_empty_home_teaches(site: Site, page: str) -> None:
    shown = site.get(f"/me/{page}")
    assert shown.status in {200, 422}
    assert "defect" not in shown.words
    assert len(shown.words) > 200


def test_the_gap_names_what_is_missing_and_what_would_follow(own: Site) -> None:
    shown = own.get("/me/gap")
    assert "The gap to" in shown.words
    assert "Close first:" in shown.words
    skill = re.search(r'name="with" value="([^"]+)"', shown.text)
    assert skill
    tried = own.get(f"/me/gap?with={skill[1]}")
    assert re.search(r"With .+, \d of 5 ads are within reach instead of \d", tried.words)
    live = own.get(f"/me/gap/what-if?with={skill[1]}")
    assert "<html" not in live.text
    assert "within reach instead of" in live.words


def test_options_are_narrowed_and_compared(own: Site) -> None:
    every = own.get("/me/options")
    shown = re.findall(r'name="id" value="([^"]+)"', every.text)
    assert len(shown) > 3
    skill = re.search(r'name="skill" value="([^"]+)"', every.text)
    assert skill
    free = own.get(f"/me/options?skill={skill[1]}&most_cost=0")
    assert 0 < len(re.findall(r'name="id" value="', free.text)) < len(shown)
    nothing = own.get(f"/me/options?skill={skill[1]}&most_cost=0&most_hours=0&kind=government&badge=true")
    assert "Nothing fits all of that" in nothing.words
    compared = own.get(f"/me/compare?id={shown[0]}&id={shown[1]}")
    assert (compared.status, "Side by side" in compared.words) == (200, True)


def test_weights_are_tried_kept_and_forgotten(own: Site) -> None:
    pair = "id=google-data-analytics&id=ms-pl-300"
    usual = own.get(f"/me/compare?{pair}")
    names = re.findall(r'name="(w_[a-z_]+)"', usual.text)
    assert len(names) > 10
    one = dict.fromkeys(names, "10") | {names[0]: "100"}
    query = "&".join(f"{n}={v}" for n, v in one.items())
    assert own.get(f"/me/compare/live?{pair}&{query}").words != own.get(f"/me/compare/live?{pair}").words
    kept = own.post("/me/weights", [("id", "google-data-analytics"), *one.items()])
    assert "These weights count from now on" in kept.words
    assert re.search(rf'name="{names[0]}"[^>]*value="100"', own.get("/me/compare?id=ms-pl-300").text)
    assert "The usual weights count again" in own.post("/me/weights", {"id": "ms-pl-300", "forget": "yes"}).words
    wrong = own.send("/me/weights", {"id": "ms-pl-300", names[0]: "101"})
    assert (wrong.status, "'101' is no weight" in Answer(0, "", {}, wrong.body).words) == (422, True)


def test_a_plan_is_looked_at_explained_kept_and_followed(own: Site) -> None:
    limits = "budget=200&hours=10&deadline=2027-06-01&most=2"
    looked = own.get(f"/me/plan?{limits}")
    assert re.search(r"Covers \d+ % of what is missing", looked.words)
    assert "Plan kept" not in looked.words
    assert "What happened since?" not in looked.words
    quick = own.get(f"/me/plan/quick?{limits}")
    assert "<html" not in quick.text
    assert "Covers" in quick.words
    kept = own.post("/me/plan", {"budget": "200", "hours": "10", "deadline": "2027-06-01", "most": "2"})
    assert "The plan is kept" in kept.words
    assert "What happened since?" in kept.words
    step = re.search(r'<option value="([a-z0-9-]+)">', kept.text.partition('name="credential"')[2])
    assert step
    dropped = own.post("/me/plan/event", {"kind": "dropped", "credential": step[1], "day": "2026-11-22"})
    assert "dropped" in dropped.words
    assert own.get("/me/plan").words.count("What happened since?") == 1
    back = undo(own, dropped)
    assert "Taken back" in back.words
    why = own.post("/me/plan/why", {"budget": "200", "hours": "10", "deadline": "2027-06-01", "most": "2"})
    assert "why=true" in why.path
    assert 'id="why"' in why.text


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [("budget", "much", "Budget"), ("hours", "all", "no number of hours"), ("deadline", "soon", "Deadline"), ("most", "many", "no number of credentials")],
)  # fmt: skip
def test_a_limit_that_makes_no_sense_is_told_where_it_stands(own: Site, field: str, value: str, said: str) -> None:
    limits = {"budget": "200", "hours": "10", "deadline": "2027-06-01", "most": "2", field: value}
    refused = own.send("/me/plan", limits)
    page = Answer(0, "", {}, refused.body)
    assert (refused.status, said in page.words) == (422, True)
    assert f'value="{value}"' in page.text  # what was typed is still there


def test_a_plan_that_cannot_be_looked_for_leads_back(own: Site) -> None:
    failed = own.post("/me/plan", {"budget": "200", "hours": "10", "deadline": "2020-01-01", "most": "2"})
    assert "2020-01-01" in failed.words
    assert re.search(r'<a class="button" href="/me/plan\?[^"]*2020-01-01[^"]*">Go back', failed.text)


def test_a_card_is_kept_corrected_and_dropped_and_the_drop_taken_back(own: Site) -> None:
    before = own.get("/me/profile?every=true")
    cards = re.findall(r'name="card" value="([^"]+)"><button name="verdict" value="keep"', before.text)
    assert len(cards) > 3
    assert "It was read right" in own.post("/me/profile/card", {"card": cards[0], "verdict": "keep"}).words
    dropped = own.post("/me/profile/card", {"card": cards[1], "verdict": "drop"})
    assert "left out from now on" in dropped.words
    assert len(re.findall("badge caution", own.get("/me/profile?every=true").text)) == 1
    undo(own, dropped)
    assert len(re.findall("badge caution", own.get("/me/profile?every=true").text)) == 0
    refused = own.send("/me/profile/card", {"card": "none-such", "verdict": "drop"})
    assert refused.status == 422


def test_a_skill_is_claimed_and_denied_and_both_taken_back(own: Site) -> None:
    def skills() -> set[str]:
        return set(re.findall(r'name="skill" value="([^"]+)"', own.get("/me/profile").text))

    before = skills()
    told = own.post("/me/profile/skill", {"skill": "Welding", "level": "beginner"})
    assert "You have Welding" in told.words
    assert len(skills()) == len(before) + 1
    undo(own, told)
    assert skills() == before
    denied = own.post("/me/profile/skill", {"skill": next(iter(before)), "known": "no"})
    assert len(skills()) == len(before) - 1
    undo(own, denied)
    assert skills() == before
    unknown = own.send("/me/profile/skill", {"skill": "zzqx"})
    assert unknown.status == 422


def test_another_resume_and_other_ads_are_taken_back(own: Site) -> None:
    other = own.post("/me/profile/documents", files=[("other.md", b"# Kim (invented)\n\n## Skills\n\n- Welding\n")])
    assert "other.md" in own.get("/me/profile").words
    undo(own, other)
    assert "noa.md" in own.get("/me/profile").words
    aimed = own.post("/me/goal", {"text": AD.format(name="One")})
    assert "1 ad was read" in aimed.words
    undo(own, aimed)
    assert "5 distinct ads" in own.get("/me/goal").words


def test_an_application_is_logged_followed_forgotten_and_brought_back(own: Site) -> None:
    logged = own.post(
        "/me/progress/application",
        {
            "employer": "Harbour Shop",
            "title": "Data Analyst",
            "day": "2026-09-01",
            "ad": AD.format(name="Harbour Shop"),
        },
    )
    assert "The application is logged" in logged.words
    about = re.search(r'name="about" value="([^"]+)"', logged.text)
    assert about
    assert (
        "interview"
        in own.post("/me/progress/step", {"about": about[1], "kind": "interview", "day": "2026-09-10"}).words
    )
    gone = own.post("/me/progress/remove", {"about": about[1]})
    assert about[1] not in own.get("/me/progress").text
    undo(own, gone)
    back = own.get("/me/progress")
    assert f'name="about" value="{about[1]}"' in back.text
    assert "2026-09-10" in back.words
    helped = own.get("/me/helped?id=google-data-analytics")
    assert (helped.status, "With it" in helped.words) == (200, True)
    assert own.get("/me/next").status == 200
    tossed = own.post("/me/progress/coin", {"credential": "google-data-analytics"})
    assert "A coin decides from now on" in tossed.words
    assert (
        "decides no more" in own.post("/me/progress/coin", {"credential": "google-data-analytics", "end": "yes"}).words
    )
    last = own.post("/me/progress/application", {"employer": "Quay Foods", "title": "Analyst", "day": "2026-11-20"})
    assert "Quay Foods" in own.get("/me/progress").words
    undo(own, last)
    assert "Quay Foods" not in own.get("/me/progress").words


def test_a_tracker_waits_to_be_looked_at_or_is_taken_in(own: Site) -> None:
    table = b"Company,Job Title,Date Applied,Status\nTide Bank,Analyst,2026-10-01,Applied\nFog Ltd,,,Applied\n"
    taken = own.post("/me/progress/import", files=[("tracker.csv", table)])
    assert re.search(r"\d logged, \d wait to be looked at", taken.words)
    assert "Tide Bank" in own.get("/me/progress").words
    for entry in re.findall(r'name="entry" value="([^"]+)"', taken.text):
        assert "It is rejected" in own.post("/me/progress/settle", {"entry": entry, "verdict": "reject"}).words
    assert own.send("/me/progress/import", {}).status == 422


def test_a_credential_that_you_hold_goes_on_and_off_the_resume(own: Site) -> None:
    shown = own.get("/me/resume")
    assert "Noa Lind" in shown.words
    entries = re.findall(
        r'name="card" value="([^"]+)"><button class="quiet" name="shown" value="(leave-off|show)"', shown.text
    )
    assert entries
    card, what = entries[-1]
    turned = own.post("/me/resume/entry", {"card": card, "shown": what})
    other = "show" if what == "leave-off" else "leave-off"
    assert (card, other) in re.findall(
        r'name="card" value="([^"]+)"><button class="quiet" name="shown" value="([a-z-]+)"', turned.text
    )
    undo(own, turned)
    assert (card, what) in re.findall(
        r'name="card" value="([^"]+)"><button class="quiet" name="shown" value="([a-z-]+)"', own.get("/me/resume").text
    )


@pytest.mark.parametrize(
    ("path", "kind", "starts"),
    [
        ("resume.pdf", "application/pdf", b"%PDF"),
        ("resume.docx", "application/vnd.openxmlformats", b"PK"),
        ("resume.md", "text/markdown", b"#"),
        ("resume.json", "application/json", b"{"),
        ("resume.xml", "application/xml", b"<?xml"),
        ("brief.pdf?id=google-data-analytics", "application/pdf", b"%PDF"),
        ("portfolio.zip", "application/zip", b"PK"),
        ("calendar.ics", "text/calendar", b"BEGIN:VCALENDAR"),
        ("journal.md", "text/markdown", b""),
        ("share-github", "text/markdown", b""),
        ("share-signature", "text/html", b""),
        ("credlens.zip", "application/zip", b"PK"),
    ],
)
def test_what_is_made_is_downloaded_and_may_do_nothing_by_itself(
    own: Site, path: str, kind: str, starts: bytes
) -> None:
    got = own.get(f"/me/download/{path}")
    assert (got.status, got.headers["content-type"].startswith(kind), got.body.startswith(starts)) == (200, True, True)
    assert got.headers["content-disposition"].startswith("attachment; filename=")
    assert (
        "script-src" not in got.headers["content-security-policy"]
        or "default-src 'none'" in got.headers["content-security-policy"]
    )


def test_the_portfolio_is_a_whole_website(own: Site) -> None:
    with zipfile.ZipFile(BytesIO(own.get("/me/download/portfolio.zip").body)) as packed:
        names = packed.namelist()
    assert "index.html" in names
    assert not [n for n in names if n.startswith("/") or ".." in n]


@pytest.mark.parametrize("path", ["resume.exe", "brief.docx?id=x", "share-nothing", "nothing.zip"])
def test_what_nobody_makes_is_not_there(own: Site, path: str) -> None:
    assert own.get(f"/me/download/{path}").status == 404


def test_the_brief_is_looked_at_alone_and_may_run_nothing(own: Site) -> None:
    got = own.get("/me/brief?id=google-data-analytics")
    assert (got.status, "Google" in got.words) == (200, True)
    policy = got.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script" not in policy
    assert "sandbox" in policy
    assert own.get("/me/brief?id=none-such").status == 422


def test_a_fact_is_said_anew_and_taken_back(own: Site) -> None:
    page = "/me/catalog/google-data-analytics"
    before = own.get(page)
    assert "33 h" not in before.words
    said = own.post(page, {"hours": "33", "source_address": "https://example.org/hours", "source_seen": "2026-11-01"})
    assert "Changed: hours of work" in said.words
    assert "33 h" in said.words
    assert "https://example.org/hours" in said.text
    assert "Forget my own record" in said.words
    undo(own, said)
    assert "33 h" not in own.get(page).words
    own.post(page, {"hours": "34"})
    forgotten = own.post("/me/catalog-remove", {"credential": "google-data-analytics"})
    assert "Your own record is forgotten" in forgotten.words
    assert "34 h" not in own.get(page).words
    undo(own, forgotten)
    assert "34 h" in own.get(page).words
    own.post("/me/catalog-remove", {"credential": "google-data-analytics"})
    for wrong in (
        {"hours": "many"},
        {},
        {"hours": "5", "source_seen": "2027-01-01"},
        {"hours": "5", "source_address": "javascript:x"},
    ):
        assert own.send(page, wrong).status == 422


def test_the_catalog_is_searched_narrowed_and_paged(own: Site) -> None:
    every = own.get("/me/catalog")
    total = re.search(r"(\d+) credentials", every.words)
    assert total
    assert int(total[1]) > 50
    narrowed = own.get("/me/catalog?q=sql&evidence_class=certification")
    fewer = re.search(r"(\d+) credentials?", narrowed.words)
    assert fewer
    assert 0 < int(fewer[1]) < int(total[1])
    more = own.get("/me/catalog?first=20")
    assert not set(re.findall(r'name="id" value="([^"]+)"', every.text)) & set(
        re.findall(r'name="id" value="([^"]+)"', more.text)
    )
    assert "Nothing was found" in own.get("/me/catalog?q=zzzzqqq").words
    assert own.get("/me/catalog?most_cost=much").status == 422
    assert "things to look up" in own.get("/me/catalog-unknowns?lack=unknown").words


def test_questions_are_answered_with_their_evidence(own: Site) -> None:
    shown = own.get("/me/questions")
    for anchor in ("worth", "respected", "choose", "resume", "long", "expire", "degree", "next"):
        part = re.search(rf'<section id="{anchor}".*?</section>', shown.text, re.DOTALL)
        assert part, anchor
        assert 'class="big-answer"' in part[0], anchor
        links = re.findall(r'<a href="(/me/[^"#]+)', part[0])
        assert links
        assert all(own.get(html.unescape(link)).status == 200 for link in links)
    named = own.get("/me/questions?id=ms-pl-300")
    assert "PL-300" in named.words
    assert own.get("/me/questions?id=none-such").status == 422


def test_everything_goes_out_comes_back_and_is_gone(own: Site, tmp_path_factory: pytest.TempPathFactory) -> None:
    whole = own.get("/me/download/credlens.zip").body
    with served(tmp_path_factory.mktemp("second") / "home") as second:
        second.enter()
        assert "Nothing is kept of you yet" in second.get("/me/data").words
        back = second.post("/me/data/import", files=[("credlens.zip", whole)])
        assert "Everything is back" in back.words
        assert "5 distinct ads" in second.get("/me/goal").words
        kept = second.send("/me/data/erase", {"sure": "erase"})
        assert (kept.status, "5 distinct ads" in second.get("/me/goal").words) == (422, True)
        second.post("/me/data/erase", {"sure": "ERASE"})
        assert "Nothing is kept of you yet" in second.get("/me/data").words
        assert "Who are you?" in second.get("/me/profile").words
        again = second.post("/me/data/import", files=[("credlens.zip", whole)])  # the doors were opened anew
        assert "Everything is back" in again.words
        assert second.send("/me/data/import", files=[("x.zip", b"no zip")]).status == 422
        assert second.send("/me/data/import", {}).status == 422


def test_a_badge_is_checked_kept_taken_out_and_brought_back(own: Site) -> None:
    badge = {"@context": "https://w3id.org/openbadges/v2", "type": "Assertion", "id": "https://badges.example.org/1", "badge": {
        "type": "BadgeClass", "id": "https://badges.example.org/b", "name": "Knots", "description": "Ties knots.", "issuer": {
            "type": "Issuer", "id": "https://badges.example.org/i", "name": "Pier School (invented)"}},
        "recipient": {"type": "email", "hashed": False, "identity": "noa@example.org"}, "issuedOn": "2026-01-02T00:00:00Z", "verification": {"type": "hosted"}}  # fmt: skip
    report = own.post("/me/proof/check", files=[("knots.json", json.dumps(badge).encode())])
    assert report.path.startswith("/me/proof/report/")
    assert "Knots" in report.words
    assert "could not check" in report.words  # hosted, and nobody allowed the network
    number = report.path.rpartition("/")[2]
    kept = own.post("/me/proof/keep", {"number": number})
    assert "The badge is in your wallet" in kept.words
    name = re.search(r'name="badge" value="([^"]+)"', kept.text)
    assert name
    assert own.get(f"/me/proof/badge/{name[1]}").status == 200
    assert "1 badge was checked again" in own.post("/me/proof/again").words
    out = own.post("/me/proof/remove", {"badge": name[1]})
    assert "It is empty" in out.words
    undo(own, out)
    assert name[1] in own.get("/me/proof").text
    assert own.get("/me/proof/report/999").status == 404
    assert own.send("/me/proof/keep", {"number": "999"}).status == 422
    assert own.send("/me/proof/check", {}).status == 422
    own.post("/me/proof/remove", {"badge": name[1]})


def test_what_was_taken_back_cannot_be_taken_back_again(own: Site) -> None:
    told = own.post("/me/profile/skill", {"skill": "Welding"})
    undo(own, told)
    note = re.search(r'name="note" value="(\d+)"', told.text)
    assert note
    again = own.send("/me/undo", {"note": note[1], "place": "/me/profile"})
    assert (again.status, "cannot be taken back any more" in again.body.decode()) == (422, True)
    assert own.send("/me/undo", {"note": "no number", "place": "/"}).status == 422


def test_the_example_is_beside_what_is_yours(own: Site) -> None:
    assert own.get("/maria/gap").path == "/"  # not opened yet
    shown = own.post("/example", {"person": "maria"})
    assert shown.path == "/maria/gap"
    assert "Example: Maria, invented" in shown.words
    assert own.post("/example", {"person": "nobody"}).path == "/"
    own.post("/maria/profile/skill", {"skill": "Carpentry"})
    assert "Carpentry" not in own.get("/me/profile").words
    assert own.get("/nobody/gap").status == 404


def test_an_option_of_another_language_stays(own: Site) -> None:
    spanish = own.get("/language/es?back=/me/profile")
    assert '<html lang="es"' in spanish.text
    assert '<html lang="es"' in own.get("/me/goal").text
    assert '<html lang="en"' in own.get("/language/en?back=/").text
    own.cookies.pop("credlens-language", None)
    assert '<html lang="es"' in own.get("/", {"Accept-Language": "fr, es-MX;q=0.8, en;q=0.5"}).text
