"""``credlens weights``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from credlens.app import weighting as use_case
from credlens.app.ports import Ports
from credlens.app.weighting import WeightsResult
from credlens.cli.common import PATH, command_options, give
from credlens.cli.show.weights import show_criteria, show_presets, show_question, show_result
from credlens.model.errors import UserError
from credlens.model.interview import Answer, Question, Says

GROUPS = ("quality", "suitability")
SAYS = {"a": Says.MORE, "b": Says.LESS, "=": Says.EQUAL, "?": Says.UNKNOWN}
STOP = "q"


@click.group()
def weights() -> None:
    """What matters to you: say it once, and it counts wherever credentials are judged."""


@weights.command()
@command_options
def show(*, ports: Ports, as_json: bool) -> int:
    """What each criterion counts now, and who said so."""
    give(use_case.show(ports), as_json, show_result)
    return 0


@weights.command()
@command_options
def presets(*, ports: Ports, as_json: bool) -> int:
    """Weights with a name: for whom they are, and where they come from."""
    give(use_case.presets(ports), as_json, show_presets)
    return 0


@weights.command()
@click.argument("given", metavar="PRESET|FILE")
@command_options
def use(*, ports: Ports, as_json: bool, given: str) -> int:
    """Use the weights of a preset, or of a FILE (JSON or YAML), from now on.

    A word without a dot or slash is the name of a preset.
    """
    named = not any(mark in given for mark in "./\\")
    give(use_case.use(ports, given if named else Path(given)), as_json, show_result)
    return 0


@weights.command()
@click.option("--ranking", is_flag=True, help="Rank all criteria at once, instead of comparing two at a time.")
@click.option("--group", type=click.Choice(GROUPS), help="Ask about this group only.")
@click.option(
    "--answers", type=PATH, metavar="FILE", help="Take the answers from a JSON or YAML file; nothing is asked."
)
@command_options
def ask(*, ports: Ports, as_json: bool, ranking: bool, group: str | None, answers: Path | None) -> int:
    """Be asked what matters to you; what follows from your answers is not asked.

    A file of answers is a list such as [{"one": "cost", "other": "time", "says": "more"}], where says is more, less, equal or unknown;
    with --ranking it is {"quality": "recognition, assessment_rigour = supervision, durability"}, best first.
    """
    groups = GROUPS if group is None else (group,)
    how = _rank if ranking else _compare
    give(how(ports, groups, answers), as_json, show_result)
    return 0


@weights.command()
@command_options
def reset(*, ports: Ports, as_json: bool) -> int:
    """Forget your weights: the default ones count again."""
    give(use_case.reset(ports), as_json, show_result)
    return 0


def _compare(ports: Ports, groups: Sequence[str], path: Path | None) -> WeightsResult:
    if path is not None:
        known = [name for group in groups for name in use_case.questions(group)]
        given = [a for a in use_case.read_answers(ports, path) if len(groups) > 1 or a.one in known]
    else:
        given = []
        for group in groups:
            given += _asked(ports, group)
    return use_case.answer(ports, given) if given else use_case.show(ports)


def _asked(ports: Ports, group: str) -> list[Answer]:
    """Ask about a group until nothing is open or the person stops."""
    given: list[Answer] = []
    while (question := use_case.question(ports, group, given).question) is not None:
        says = _ask(question)
        if says is None:
            break
        given.append(Answer(question.one, question.other, says))
    return given


def _ask(question: Question) -> Says | None:
    show_question(question)
    choice = click.Choice([*SAYS, STOP])
    return SAYS.get(
        click.prompt("a, b, = (equal), ? (do not know), q (stop)", type=choice, show_choices=False, err=True)
    )


def _rank(ports: Ports, groups: Sequence[str], path: Path | None) -> WeightsResult:
    if path is not None:
        for group, words in use_case.read_rankings(ports, path).items():
            if len(groups) > 1 or group in groups:
                use_case.rank(ports, group, words)
        return use_case.show(ports)
    for group in groups:
        _ranked(ports, group)
    return use_case.show(ports)


def _ranked(ports: Ports, group: str) -> None:
    """Ask for the ranking of a group until it makes sense; an empty answer leaves the group as it is."""
    show_criteria(group, use_case.questions(group))
    while words := click.prompt(
        "Best first, such as 3, 1 = 2 (Enter: leave as it is)", default="", show_default=False, err=True
    ):
        try:
            use_case.rank(ports, group, words)
        except UserError as error:
            click.echo(f"{error.message} {error.what_to_do or ''}", err=True)
        else:
            return
