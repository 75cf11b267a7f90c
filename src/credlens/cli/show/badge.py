"""Issuing in the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console

from credlens.app.issuing.revoking import WrittenList
from credlens.app.issuing.signers import MadeKey
from credlens.app.issuing.signing import SignedFile
from credlens.cli.show.page import console, numbers, sentence, whole
from credlens.model.naming import harmless


def show_key(made: MadeKey) -> None:
    """The answer to ``badge key``."""
    page = console()
    page.print()
    sentence(page, f"The key {made.name} is made. Your id as an issuer:", style="bold")
    whole(page, made.did)
    sentence(page, "The private key is here. Keep a copy in a safe place; whoever has it can sign in your name:")
    whole(page, made.file)
    if made.document:
        sentence(page, "Publish this file ...")
        whole(page, made.document)
        sentence(page, "... at this address; until then nobody can check what the key signs:")
        whole(page, made.publish_at)
        if len(made.keys) > 1:
            sentence(page, f"It names all keys that are kept here for it: {', '.join(made.keys)}.")


def show_signed(made: SignedFile) -> None:
    """The answer to ``badge issue`` and ``badge endorse``."""
    page = console()
    page.print()
    sentence(page, "Signed and written:", style="bold")
    whole(page, made.file)
    if made.status:
        sentence(page, f"Its place in the list is {made.status.index}: you need it to revoke the badge.")
    _remarks(page, made.remarks)
    if made.next_step:
        sentence(
            page,
            "Write the list and publish it, also while nothing is in it; until then nobody can tell whether the badge holds:",
        )
        whole(page, made.next_step)


def show_list(made: WrittenList) -> None:
    """The answer to ``badge revoke``."""
    page = console()
    page.print()
    if made.changed:
        gone = "do not count for now" if made.purpose == "suspension" else "do not count any more"
        how = "count again" if made.taken_back else gone
        sentence(page, f"From now on these {how}: {numbers(made.changed)}.", style="bold")
    else:
        sentence(page, "Nothing changed but the day until which the list holds.", style="bold")
    sentence(page, f"In the list now: {numbers(made.off)}." if made.off else "There is nothing in the list now.")
    sentence(page, "Publish this file ...")
    whole(page, made.file)
    sentence(page, f"... at this address, and write it anew before {made.until.date()}:")
    whole(page, made.address)
    _remarks(page, made.remarks)


def _remarks(page: Console, remarks: Iterable[str]) -> None:
    for remark in remarks:
        sentence(page, harmless(remark))
