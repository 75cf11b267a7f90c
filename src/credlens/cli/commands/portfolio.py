"""``credlens portfolio``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from credlens.app.ports import Ports
from credlens.app.presenting import projects, reviews
from credlens.app.presenting.portfolio import portfolio as make
from credlens.app.verifying.asking import Asked
from credlens.cli.commands.wallet import DOCUMENTS, ONLINE
from credlens.cli.common import DAY, PATH, as_day, command_options, give
from credlens.cli.failure import EXIT_NEGATIVE, EXIT_OK
from credlens.cli.show.portfolio import show_added, show_asked, show_list, show_portfolio, show_removed, show_reviews
from credlens.model.errors import UserError


@click.group(invoke_without_command=True)
@click.option("--out", type=PATH, metavar="DIR", help="Folder to write the website into.")
@click.option("--contact", is_flag=True, help="Show your e-mail address, telephone and place to everybody.")
@click.option("--with-resume", is_flag=True, help="Put your resume beside it, as PDF.")
@click.pass_context
@command_options
def portfolio(
    ctx: click.Context, *, ports: Ports, as_json: bool, out: Path | None, contact: bool, with_resume: bool
) -> int:
    """Your projects, skills and badges as a website in a folder, without JavaScript: open it, or put it on any web server.

    Nothing is published by this. What you left off your resume is left off here, and so is how to reach you unless you add --contact.
    """
    if ctx.invoked_subcommand is not None:
        return EXIT_OK
    if out is None:
        raise UserError(
            "Where should the website be written?",
            where="--out",
            what_to_do="Name a folder: credlens portfolio --out DIR",
        )
    give(make(ports, out, contact=contact, with_resume=with_resume), as_json, show_portfolio)
    return EXIT_OK


@portfolio.command()
@click.argument("path", type=PATH, metavar="FOLDER|README")
@click.option("--title", metavar="TEXT", help="What it is called.  [default: the README's first heading]")
@click.option("--link", metavar="URL", help="Where it can be seen (https://...).")
@click.option(
    "--skill", "skills", multiple=True, metavar="NAME", help="A skill it shows, besides those the README names."
)
@click.option("--credential", "credentials", multiple=True, metavar="ID", help="A credential that it was made for.")
@click.option("--done", type=DAY, metavar="DATE", help="The day it was finished.")
@click.option("--id", metavar="ID", help="Short name for it.  [default: made from the title]")
@command_options
def add(
    *,
    ports: Ports,
    as_json: bool,
    path: Path,
    title: str | None,
    link: str | None,
    skills: tuple[str, ...],
    credentials: tuple[str, ...],
    done: datetime | None,
    id: str | None,  # noqa: A002
) -> int:
    """Put in a project: a folder with a README, or the README itself. One of the same ID is brought up to date.

    The README and the pictures that it shows out of its folder are copied; the rest of the project is not.
    """
    made = projects.add(
        ports, path, title=title, link=link, skills=skills, credentials=credentials, done=as_day(done), id=id
    )
    give(made, as_json, show_added)
    return EXIT_OK


@portfolio.command("list")
@command_options
def list_(*, ports: Ports, as_json: bool) -> int:
    """Your projects with their reviews."""
    give(projects.show(ports), as_json, show_list)
    return EXIT_OK


@portfolio.command()
@click.argument("id")
@command_options
def remove(*, ports: Ports, as_json: bool, id: str) -> int:  # noqa: A002
    """Take a project out, with its reviews and your notes about it."""
    give(projects.remove(ports, id), as_json, show_removed)
    return EXIT_OK


@portfolio.command()
@click.argument("id")
@click.option("--key", required=True, metavar="NAME", help="Your key to sign the request with (credlens badge key).")
@click.option("--out", required=True, type=PATH, metavar="FILE", help="Where to write it; the text goes beside it.")
@click.option("--name", metavar="TEXT", help="Your name, as the reviewer should see it.  [default: that of the key]")
@click.option("--message", metavar="TEXT", help="What the reviewer should look at.")
@command_options
def ask(
    *,
    ports: Ports,
    as_json: bool,
    id: str,  # noqa: A002
    key: str,
    out: Path,
    name: str | None,
    message: str | None,
) -> int:
    """Ask somebody for a review of a project: a signed request, and a text that says how to answer it."""
    give(reviews.ask(ports, id, out, key=key, name=name, message=message), as_json, show_asked)
    return EXIT_OK


@portfolio.command()
@click.argument("files", nargs=-1, required=True, type=PATH, metavar="FILE...")
@ONLINE
@DOCUMENTS
@command_options
def review(*, ports: Ports, as_json: bool, files: tuple[Path, ...], offline: bool, documents: Path | None) -> int:
    """Verify reviews that you were sent, and keep those that hold and are about a project of yours."""
    result = reviews.add(ports, files, Asked(online=not offline, documents=documents))
    give(result, as_json, show_reviews)
    return EXIT_NEGATIVE if result.refused else EXIT_OK


@portfolio.command()
@click.argument("id")
@command_options
def unreview(*, ports: Ports, as_json: bool, id: str) -> int:  # noqa: A002
    """Take a review out."""
    give(reviews.remove(ports, id), as_json, show_removed)
    return EXIT_OK
