"""The ``credlens`` command: finds the sub-command, and turns every failure into words and an exit code."""

from __future__ import annotations

import os
import sys
import traceback
from typing import Any

import click

from credlens.cli.failure import EXIT_BUG, EXIT_USAGE, exit_code, report
from credlens.cli.lazy import LazyGroup

# The matrices here are small: a second thread costs twice the processor time and saves nothing. Read when numpy is first imported; whoever sets
# one of these has the last word.
for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ.setdefault(_name, "1")

#: Sub-command -> where it is. Loaded when called, so that ``--help`` starts fast.
COMMANDS = {
    "demo": ("credlens.cli.commands.demo:demo", "The whole loop on an invented person: gap, options, plan, report."),
    "web": ("credlens.cli.commands.web:web", "All of it as pages in your browser, on this machine."),
    "gap": ("credlens.cli.commands.gap:gap", "What job ads ask for, what you can show, what is missing."),
    "market": ("credlens.cli.commands.market:market", "What many job ads ask for: demand, trends, recognition."),
    "options": ("credlens.cli.commands.options:options", "Credentials that would close one skill, side by side."),
    "evaluate": ("credlens.cli.commands.evaluate:evaluate", "Scorecards: evidence, unknowns, red flags."),
    "compare": ("credlens.cli.commands.evaluate:compare", "The same, for two or more credentials."),
    "weights": ("credlens.cli.commands.weights:weights", "What matters to you: choose weights, or be asked."),
    "plan": ("credlens.cli.commands.plan:plan", "The best set and order under budget, hours and deadline."),
    "replan": ("credlens.cli.commands.replan:replan", "What happened since the plan, and what changes."),
    "profile": (
        "credlens.cli.commands.profile:profile",
        "What you can show: import, review, correct; what you can spend.",
    ),
    "catalog": (
        "credlens.cli.commands.catalog:catalog",
        "Credentials and their facts: search, show, stats, check, import.",
    ),
    "verify": ("credlens.cli.commands.verify:verify", "Is this badge real, unchanged, and does it still hold?"),
    "wallet": ("credlens.cli.commands.wallet:wallet", "Your badges, kept and verified on this machine."),
    "trust": ("credlens.cli.commands.trust:trust", "Lists of issuers that you trust."),
    "badge": ("credlens.cli.commands.badge:badge", "Issue badges, endorse work, revoke: signed on this machine."),
    "resume": ("credlens.cli.commands.resume:resume", "Your resume: PDF, DOCX, Markdown, JSON Resume, Europass."),
    "portfolio": ("credlens.cli.commands.portfolio:portfolio", "Your projects and badges as a website in a folder."),
    "brief": ("credlens.cli.commands.brief:brief", "One page to explain a credential in an interview."),
    "linkedin": ("credlens.cli.commands.linkedin:linkedin", "A link that adds a credential to your LinkedIn profile."),
    "share": ("credlens.cli.commands.share:share", "GitHub section, e-mail signature, ELM, badge backpack."),
    "calendar": ("credlens.cli.commands.calendar:calendar", "Expiry, renewal and plan in your own calendar."),
    "journal": ("credlens.cli.commands.journal:journal", "Posts about what you did, drafted from facts."),
    "log": ("credlens.cli.commands.log:log", "Applications and what came of them, logged in seconds."),
    "funnel": ("credlens.cli.commands.helped:funnel", "How far your applications come, and where it is stuck."),
    "helped": ("credlens.cli.commands.helped:helped", "Did showing a credential help? What your log says."),
    "pool": ("credlens.cli.commands.pool:pool", "What the logs of many people say of a credential together."),
    "next": ("credlens.cli.commands.next_:next_", "What to do next: apply more, people, a project, a credential."),
    "read": ("credlens.cli.commands.read:read", "Skills and requirements in one text, or in many."),
    "taxonomy": ("credlens.cli.commands.taxonomy:taxonomy", "The skills the program knows."),
    "export": ("credlens.cli.commands.export:export", "Everything of yours in one zip file."),
    "import": ("credlens.cli.commands.import_:import_", "Everything back from such a file."),
    "erase": ("credlens.cli.commands.erase:erase", "Everything of yours gone, also from the raw bytes."),
    "bench": ("credlens.cli.commands.bench:bench", "How well and how fast the program does its work."),
    "doctor": ("credlens.cli.commands.doctor:doctor", "Is this installation healthy?"),
}


def _version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"credlens {version('credlens')}")
        ctx.exit()


@click.group(
    cls=LazyGroup,
    table=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 ok, 1 an honest negative answer, 2 usage, 3 input unreadable, 4 network needed but not allowed, 70 a defect. "
    "Start with: credlens demo",
)
@click.option("--version", is_flag=True, callback=_version, expose_value=False, is_eager=True, help="Show the version.")
def credlens() -> None:
    """What should I earn next, is it worth it, did it help?

    credlens reads job ads and your resume, finds the gap, compares credentials on evidence, and plans the best set and order. On this
    machine, without an account, without the network.
    """


def run(arguments: list[str]) -> int:
    """The command line as a function: arguments in, exit code out."""
    as_json = "--json" in arguments
    try:
        result: Any = credlens.main(args=arguments, prog_name="credlens", standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("Stopped.", err=True)
        return EXIT_USAGE
    except Exception as failure:  # noqa: BLE001 - the outermost place: whatever happens becomes words and an exit code
        if exit_code(failure) == EXIT_BUG:
            traceback.print_exc()
        report(failure, as_json=as_json)
        return exit_code(failure)
    return result if isinstance(result, int) else 0


def main() -> None:
    """Entry point of the ``credlens`` script."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(run(sys.argv[1:]))
