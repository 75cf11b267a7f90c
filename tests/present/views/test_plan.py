"""What stands beside a plan, in the report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from credlens.model.applying import Applying
from credlens.model.crediting import CountsTowards, Crediting
from credlens.model.loop import Loop
from credlens.model.together import Confirmer
from credlens.present.context import Context
from credlens.present.exports import EXPORTS
from credlens.present.views.plan import plans

DAY = date(2026, 3, 14)


def test_when_to_apply_credit_and_remarks_are_printed_and_left_out_where_nothing_is_known(loop: Loop) -> None:
    plan = loop.plans[0]
    step = plan.steps[0].credential
    apply = Applying(3, 0, (), step, DAY, step, "From 14 March 2026 on, 2 of 3 ads are within reach.")
    towards = CountsTowards(
        "Diploma",
        None,
        (step,),
        given=False,
        confirmed_by=Confirmer.PROVIDER,
        condition="",
        says="It counts towards a Diploma.",
    )
    full = replace(plan, applying=apply, credit=Crediting((), (towards,)), remarks=((step, "Aid could lower it"),))
    (view, *_) = plans(Context(replace(loop, plans=(full,)))).plans
    title = Context(loop).title(step)
    assert (view.apply, view.credit, view.remarks) == (
        apply.because,
        (towards.says,),
        (f"{title}: Aid could lower it.",),
    )
    page = EXPORTS["report"](replace(loop, plans=(full,)))
    text = page if isinstance(page, str) else page.decode("utf-8")
    for line in (apply.because, towards.says, "Aid could lower it.", "What it counts for"):
        assert line in text
    bare = EXPORTS["report"](replace(loop, plans=(replace(plan, applying=None, credit=Crediting(), remarks=()),)))
    assert "What it counts for" not in (bare if isinstance(bare, str) else bare.decode("utf-8"))


def test_a_project_says_from_when_its_skills_are_taught(loop: Loop) -> None:
    plan = loop.plans[0]
    dated = replace(plan, project_days=((plan.projects[0].id, DAY),))
    (view, *_) = plans(Context(replace(loop, plans=(dated,)))).plans
    assert "14" in view.projects[0].begin
    assert "2026" in view.projects[0].begin
    assert all(not p.begin for p in view.projects[1:])


def test_how_many_are_priced_in_other_currencies_is_said_first(loop: Loop) -> None:
    foreign = replace(loop, priced_elsewhere=(("GBP", 3), ("USD", 1)))
    lead = plans(Context(foreign)).lead.replace("\N{NO-BREAK SPACE}", " ")
    assert "4 credentials are left out: priced in GBP (3) and USD (1), and there is no exchange rate offline." in lead
    assert "exchange rate" not in plans(Context(loop)).lead
