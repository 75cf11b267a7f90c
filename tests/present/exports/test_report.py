from __future__ import annotations

import itertools
import re
from base64 import b64encode
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from credlens.model.credential import Catalog, Organisation, OrganisationKind
from credlens.model.demand import Demand
from credlens.model.errors import Problem
from credlens.model.fact import Fact, Method, Source
from credlens.model.gap import Evidence, Gap, Gate
from credlens.model.loop import Loop
from credlens.model.person import HeldCredential, Person
from credlens.model.plan import Community
from credlens.model.scorecard import Comparison
from credlens.present.exports import EXPORTS
from credlens.present.exports.report import render

PAYLOAD = '<script>alert("x")</script><img src="https://evil.example/x">'


def text_of(html: str) -> str:
    body = HTMLParser(html).body
    assert body is not None
    return re.sub(r"\s+", " ", body.text(separator=" "))


def bare(loop: Loop) -> Loop:
    nothing = Demand(0, 0, 0, {}, {}, {}, {}, ())
    return replace(
        loop,
        person=Person("You", {}),
        demand=nothing,
        gap=Gap("data analyst", 0, (), (), ()),
        catalog=Catalog({}),
        options={},
        comparison=Comparison((), ()),
        plans=(),
        why_no_plan=(),
        left_out=(),
        considering=(),
        communities=(),
        notes=(),
        problems=(),
        story="",
        example=False,
    )


def test_the_report_is_an_export(loop: Loop) -> None:
    assert EXPORTS["report"](loop) == render(loop)


def test_the_same_loop_gives_the_same_bytes(loop: Loop) -> None:
    assert render(loop).encode() == render(loop).encode()


def test_the_page_has_its_landmarks(loop: Loop) -> None:
    tree = HTMLParser(render(loop))
    assert tree.css_first("html").attributes["lang"] == "en"
    assert "data analyst" in tree.css_first("title").text()
    for landmark in ("body > header", "body > nav[aria-label]", "body > main", "body > footer"):
        assert len(tree.css(landmark)) == 1
    assert tree.css_first("a.skip").attributes["href"] == "#main"


def test_headings_are_in_order(loop: Loop) -> None:
    levels = [int(n) for n in re.findall(r"<h([1-6])", render(loop))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_every_table_says_what_it_is_and_heads_its_rows_and_columns(loop: Loop) -> None:
    tables = HTMLParser(render(loop)).css("table")
    assert len(tables) > 8
    for table in tables:
        assert table.css_first("caption").text(strip=True)
        assert all(th.attributes["scope"] == "col" for th in table.css("thead th"))
        assert all(len(row.css("th[scope=row]")) == 1 for row in table.css("tbody tr"))
        columns = len(table.css("thead th"))
        assert all(len(row.css("th, td")) == columns for row in table.css("tbody tr"))


def test_every_link_inside_the_page_arrives_and_no_id_occurs_twice(loop: Loop) -> None:
    tree = HTMLParser(render(loop))
    ids = [n.attributes["id"] for n in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    targets = {str(n.attributes["href"])[1:] for n in tree.css("[href^='#']")}
    assert targets <= set(ids)


def test_nothing_is_loaded(loop: Loop) -> None:
    html = render(loop)
    tree = HTMLParser(html)
    assert not tree.css(
        "script, link, img, iframe, object, embed, video, audio, source, form, base, [src], [srcset], [style]"
    )
    assert all(str(n.attributes["href"]).startswith("#") for n in tree.css("use"))
    assert set(re.findall(r"url\(([^)]*)\)", html)) == {"#hatch"}
    assert not re.search(r"\son[a-z]+=", html)


def test_the_page_forbids_itself_to_load_anything(loop: Loop) -> None:
    tree = HTMLParser(render(loop))
    policy = str(tree.css_first("meta[http-equiv='Content-Security-Policy']").attributes["content"])
    style = re.search(r"<style>(.*?)</style>", render(loop), re.DOTALL)
    assert style is not None
    digest = b64encode(sha256(style.group(1).encode()).digest()).decode()
    assert policy.startswith("default-src 'none'")
    assert f"style-src 'sha256-{digest}'" in policy


def test_links_go_only_to_https_and_tell_nobody_where_from(loop: Loop) -> None:
    outside = [n for n in HTMLParser(render(loop)).css("a") if not str(n.attributes["href"]).startswith("#")]
    assert outside
    assert all(str(n.attributes["href"]).startswith("https://") for n in outside)
    assert all(n.attributes["rel"] == "noreferrer" for n in outside)


def hostile(loop: Loop) -> Loop:
    source = Source(Method.READ, f"javascript:{PAYLOAD}", date(2026, 1, 1), PAYLOAD)
    catalog = loop.catalog
    credential = replace(
        catalog["google-data-analytics"],
        title=PAYLOAD,
        provider=Fact(Organisation(PAYLOAD, OrganisationKind.OTHER), (source,), PAYLOAD, PAYLOAD),
        official_url=Fact("javascript:alert(1)"),
        kind=Fact(PAYLOAD),
    )
    skills = {k: replace(s, label=PAYLOAD) for k, s in loop.taxonomy.skills.items()}
    card = loop.comparison.cards[0]
    flag = replace(card.flags[0], id=PAYLOAD, because=PAYLOAD)
    criterion = replace(card.criteria[0], id=PAYLOAD, because=PAYLOAD, evidence=(Evidence(PAYLOAD, source),))
    hostile_card = replace(card, flags=(flag,), criteria=(criterion,))
    gate = Gate(PAYLOAD, "ads", loop.gap.gates[0].state, False, PAYLOAD, PAYLOAD, PAYLOAD, (Evidence(PAYLOAD, source),))
    plan = replace(
        loop.plans[0], name=PAYLOAD, projects=(replace(loop.plans[0].projects[0], title=PAYLOAD, data=PAYLOAD),)
    )
    return replace(
        loop,
        person=replace(loop.person, name=PAYLOAD, credentials=(HeldCredential(PAYLOAD, None, None, None, PAYLOAD),)),
        demand=replace(loop.demand, titles=((PAYLOAD, 3),)),
        gap=replace(loop.gap, target=PAYLOAD, gates=(gate,)),
        taxonomy=replace(loop.taxonomy, skills=skills, attribution=PAYLOAD),
        catalog=Catalog({**catalog.credentials, credential.id: credential}, PAYLOAD),
        comparison=replace(loop.comparison, cards=(hostile_card, *loop.comparison.cards[1:])),
        plans=(plan,),
        why_no_plan=(PAYLOAD,),
        left_out=(("google-data-analytics", PAYLOAD),),
        communities=(Community("c", PAYLOAD, f"javascript:{PAYLOAD}", (), PAYLOAD, None, PAYLOAD),),
        notes=(PAYLOAD,),
        problems=(Problem(PAYLOAD, PAYLOAD, PAYLOAD),),
        story=PAYLOAD,
    )


def test_whatever_a_text_holds_stays_text(loop: Loop) -> None:
    html = render(hostile(loop))
    tree = HTMLParser(html)
    assert not tree.css("script, img")
    assert html.count("&lt;script&gt;alert") > 30
    assert not tree.css("a[href^='javascript']")


def test_no_share_stands_without_its_n(loop: Loop) -> None:
    for row in HTMLParser(render(loop)).css("#gap .figures"):
        assert re.search(r"\d+ of \d+ ads", row.text()), row.text()


def test_unknown_is_said_and_hatched(loop: Loop) -> None:
    tree = HTMLParser(render(loop))
    said = {n.text() for n in tree.css(".unknown")}
    assert "unknown: price and workload are not stated" in said
    assert "unknown: nobody has looked it up yet" in said
    assert "unknown: no ad says how firmly" in said
    assert tree.css("rect.hatched[fill='url(#hatch)']")


def test_every_skill_and_credential_is_printed_by_its_name(loop: Loop) -> None:
    text = text_of(render(loop))
    for key, skill in loop.taxonomy.skills.items():
        assert skill.label in text
        assert key == skill.label.lower() or "-" not in key or key not in text
    for key in ("google-data-analytics", "comptia-data", "brightpath-sql"):
        assert loop.catalog[key].title in text


def test_what_the_taxonomy_and_the_catalog_have_lost_is_still_named(loop: Loop) -> None:
    lost = replace(loop, taxonomy=replace(loop.taxonomy, skills={}), catalog=Catalog({}))
    assert "data visualization" in text_of(render(lost))


def test_old_values_are_marked_where_they_stand(loop: Loop) -> None:
    assert "may have changed" in HTMLParser(render(loop)).css_first(".card .big").text()


def test_a_gate_stands_above_the_offers_and_no_plan_hides_it(loop: Loop, law_gate: Gate) -> None:
    html = render(replace(loop, gap=replace(loop.gap, gates=(law_gate,))))
    text = text_of(html)
    assert html.index('id="gates"') < html.index('id="gap"') < html.index('id="options"') < html.index('id="plan"')
    assert "No microcredential opens the way to data analyst: first it takes this: a registered nurse licence." in text
    assert "Money spent on microcredentials alone cannot lead to this goal." in text
    assert "A state-approved programme, then the examination, then the state licence." in text
    assert HTMLParser(html).css("article.gate.stop")


def test_when_no_plan_fits_the_reasons_and_the_next_step_are_said(loop: Loop) -> None:
    text = text_of(
        render(replace(loop, plans=(), why_no_plan=("the cheapest option costs USD 98, your budget is USD 50",)))
    )
    assert "No plan fits." in text
    assert "The cheapest option costs USD 98, your budget is USD 50." in text
    assert "Change one limit" in text


def test_examples_are_called_invented_and_real_ones_are_not(loop: Loop) -> None:
    assert "Example person and example ads, invented" in text_of(render(loop))
    real = replace(loop, example=False, demand=replace(loop.demand, examples=False))
    assert "invented:" not in text_of(render(real))
    ads_only = replace(loop, example=False)
    assert "Example ads, invented" in text_of(render(ads_only))


def test_it_promises_nothing(loop: Loop) -> None:
    text = text_of(render(loop))
    assert "The credential alone will not be enough." in text
    assert "promises no job" in text
    assert "!" not in text


def test_a_loop_of_which_nothing_is_known_still_makes_a_page(loop: Loop) -> None:
    html = render(bare(loop))
    assert "no skill that could be read" in text_of(html)
    assert len(HTMLParser(html).css("h1")) == 1


@pytest.mark.parametrize("part", ["plans", "considering", "communities", "left_out", "problems", "notes"])
def test_each_part_may_be_empty(loop: Loop, part: str) -> None:
    empty: dict[str, Any] = {part: ()}
    levels = [int(n) for n in re.findall(r"<h([1-6])", render(replace(loop, **empty)))]
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
