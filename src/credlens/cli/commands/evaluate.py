"""``credlens evaluate`` and ``credlens compare``."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import click

from credlens.app.evaluate import EvaluateResult
from credlens.app.evaluate import evaluate as use_case
from credlens.app.ports import Ports
from credlens.cli.common import PATH, command_options, give
from credlens.cli.given_options import Given, given, given_options
from credlens.cli.show.scorecard import show_result
from credlens.cli.weights_option import said_weights, weights_options
from credlens.model.errors import UserError
from credlens.model.weighting import Weighting

WHY = click.option(
    "--why",
    is_flag=False,
    flag_value="",
    metavar="[WHAT]",
    help="The tree behind each number; WHAT is one credential, criterion, flag, quality, suitability or warnings.",
)
HTML = click.option("--html", type=PATH, metavar="FILE", help="Also write one self-contained page with charts.")


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID]...")
@given_options
@click.option("--questions", is_flag=True, help="Only list the questions of the interview, with their ids.")
@weights_options
@WHY
@HTML
@command_options
def evaluate(
    *,
    ports: Ports,
    as_json: bool,
    ids: tuple[str, ...],
    questions: bool,
    weights: Path | None,
    preset: str | None,
    why: str | None,
    html: Path | None,
    **described: Any,
) -> int:
    """Scorecards of credentials: quality and suitability apart, the evidence, the unknowns, the red flags.

    With job ads given before (credlens gap --ads), recognition is measured in them. A credential that the catalog does not have can be read
    from its page or badge, or described in an interview.
    """
    if questions:
        _list_questions(ports, as_json=as_json)
        return 0
    own = given(ports, **described)
    found = _judged(ports, ids, own, said_weights(ports, weights, preset), html)
    give(found, as_json, partial(_show, why=why))
    return 0


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID]...")
@given_options
@weights_options
@WHY
@HTML
@command_options
def compare(
    *,
    ports: Ports,
    as_json: bool,
    ids: tuple[str, ...],
    weights: Path | None,
    preset: str | None,
    why: str | None,
    html: Path | None,
    **described: Any,
) -> int:
    """Two or more credentials side by side, with the chance that each is best."""
    own = given(ports, **described)
    if len(set(ids)) + own.number < 2:
        raise UserError(
            "There is nothing to compare.", where="ID", what_to_do="Name at least two different credentials."
        )
    found = _judged(ports, ids, own, said_weights(ports, weights, preset), html)
    give(found, as_json, partial(_show, why=why))
    return 0


def _judged(
    ports: Ports, ids: tuple[str, ...], own: Given, weights: Weighting | None, html: Path | None
) -> EvaluateResult:
    return use_case(
        ports,
        ids,
        pages=own.pages,
        badges=own.badges,
        answers=own.answers,
        keep=own.keep,
        weights=weights,
        html=html,
    )


def _show(result: EvaluateResult, *, why: str | None) -> None:
    show_result(result, why=why)
    if result.own:
        from credlens.cli.show.uncatalogued import show_own

        show_own(result)


def _list_questions(ports: Ports, *, as_json: bool) -> None:
    from credlens.app.questions import questions
    from credlens.cli.show.questions import show_questions

    give(questions(ports), as_json, lambda found: click.echo(show_questions(found)))
