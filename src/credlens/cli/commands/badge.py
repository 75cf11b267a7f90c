"""``credlens badge``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from credlens.app.issuing import revoking, signers, signing
from credlens.app.ports import Ports
from credlens.cli.common import DAY, PATH, as_day, command_options, give
from credlens.cli.failure import EXIT_OK
from credlens.cli.show.badge import show_key, show_list, show_signed

KEY = click.option("--key", required=True, metavar="NAME", help="The key to sign with.")
OUT = click.option("--out", required=True, type=PATH, metavar="FILE", help="Where to write it.")
PROOF = click.option(
    "--proof",
    type=click.Choice([p.value for p in signing.Proof]),
    help="As a signed token, or as JSON with the signature inside.  [default: json for ed25519, jwt for p256]",
)


@click.group()
def badge() -> None:
    """Issue badges that anybody can check, endorse somebody's work, revoke: with a key of your own, on this machine."""


@badge.command()
@click.argument("name")
@click.option(
    "--kind",
    type=click.Choice([k.value for k in signers.KeyName]),
    default=signers.KeyName.ED25519.value,
    show_default=True,
    help="ed25519 suits badges as JSON, p256 those as tokens.",
)
@click.option(
    "--did-web", metavar="URL", help="Sign as the owner of this website, or of this folder of it (https://...)."
)
@click.option("--out", type=PATH, metavar="FILE", help="Where to write what has to be published on the website.")
@command_options
def key(*, ports: Ports, as_json: bool, name: str, kind: str, did_web: str | None, out: Path | None) -> int:
    """Make a key to sign with, called NAME. It stays on this machine; an old one is never replaced.

    Without --did-web the key is its own id: anybody can check what it signed, and nobody can see whose it is unless you tell them.
    """
    give(signers.make_key(ports, name, kind, did_web, out), as_json, show_key)
    return EXIT_OK


@badge.command()
@KEY
@click.option("--file", "award", required=True, type=PATH, metavar="AWARD.yaml", help="What the badge should say.")
@OUT
@click.option("--bake", "picture", type=PATH, metavar="PICTURE", help="Put it into this PNG or SVG.")
@PROOF
@command_options
def issue(
    *, ports: Ports, as_json: bool, key: str, award: Path, out: Path, picture: Path | None, proof: str | None
) -> int:
    """Issue a badge (Open Badges 3.0).

    The file, YAML or JSON, names the issuer (name, url), the achievement (name, description, criteria, type, skills), the recipient (email,
    which is hidden in the badge, or did), and, if you like, until, evidence, and a place in a list in which you can revoke it (status).
    """
    give(signing.issue(ports, award, out, key=key, picture=picture, proof=proof), as_json, show_signed)
    return EXIT_OK


@badge.command()
@KEY
@click.option("--about", required=True, metavar="ID", help="Address or id of what you endorse.")
@click.option("--comment", required=True, metavar="TEXT", help="What you say about it.")
@click.option("--name", metavar="TEXT", help="Your name, as readers should see it.  [default: that of the key]")
@click.option("--content", type=PATH, metavar="FILE", help="The work itself: your words count for this version only.")
@OUT
@PROOF
@command_options
def endorse(
    *,
    ports: Ports,
    as_json: bool,
    key: str,
    about: str,
    comment: str,
    name: str | None,
    content: Path | None,
    out: Path,
    proof: str | None,
) -> int:
    """Sign what you say about a piece of work, a badge or an issuer: a review that others can check."""
    made = signing.endorse(ports, about, comment, out, key=key, name=name, content=content, proof=proof)
    give(made, as_json, show_signed)
    return EXIT_OK


@badge.command()
@KEY
@click.option("--list", "address", required=True, metavar="URL", help="Where you publish the list.")
@click.argument("places", nargs=-1, type=int, metavar="[INDEX]...")
@click.option("--suspend", is_flag=True, help="They do not count for now; this takes a list of its own.")
@click.option("--undo", is_flag=True, help="They count again.")
@click.option("--until", type=DAY, metavar="DATE", help="Last day of the list.  [default: a year from today]")
@OUT
@PROOF
@command_options
def revoke(
    *,
    ports: Ports,
    as_json: bool,
    key: str,
    address: str,
    places: tuple[int, ...],
    suspend: bool,
    undo: bool,
    until: datetime | None,
    out: Path,
    proof: str | None,
) -> int:
    """Write the list of badges that do not count any more, with those at INDEX added; publish it in the place of the old one.

    What was revoked before stays revoked. Without INDEX, the same list is written for a longer time.
    """
    made = revoking.revoke(
        ports, address, places, out, key=key, suspend=suspend, undo=undo, until=as_day(until), proof=proof
    )
    give(made, as_json, show_list)
    return EXIT_OK
