"""Registers of accreditors and hosts of badges out of hand-written YAML."""

from __future__ import annotations

from collections.abc import Iterable

from credlens.model.errors import Problem
from credlens.model.fact import Source
from credlens.model.register import BadgeHost, Entry, Lists, Register, Registers
from credlens.yamlfile import Record, load, read_sources, sources_of

ACCREDITED = (Lists.SCHEME.value, Lists.PROGRAMME.value, Lists.INSTITUTION.value)


def read(files: Iterable[tuple[str, bytes]]) -> tuple[Registers, list[Problem]]:
    """Registers out of (file name, bytes) pairs; a file holds one register, or ``badge_hosts``; what has a mistake is left out and listed."""
    registers: dict[str, Register] = {}
    hosts: list[BadgeHost] = []
    problems: list[Problem] = []
    for file, data in files:
        top, found = load(data, file)
        if top is not None and top.has("badge_hosts"):
            hosts += _hosts(top)
        elif top is not None:
            register = _register(top)
            if register is not None and register.id in registers:
                top.problem("id", f"The register {register.id!r} is defined twice.")
            elif register is not None:
                registers[register.id] = register
        problems += found
    return Registers(registers, tuple(hosts)), problems


def _register(top: Record) -> Register | None:
    table = read_sources(top)
    usual = sources_of(top, table)
    of = top.choice("of", Lists)
    if of is None and not top.has("of"):
        top.problem("of", "`of` is missing.", f"Use one of: {', '.join(Lists)}.")
    accredits = top.strings("accredits")
    for word in accredits:
        if word not in ACCREDITED:
            top.problem("accredits", f"`accredits` cannot hold {word!r}.", f"Use: {', '.join(ACCREDITED)}.")
    by = top.strings("by")
    if not by:
        top.problem("by", "Whose list it is does not stand there.", "Add `by:` with the names of the body.")
    found = Register(
        id=top.text("id"),
        title=top.text("title"),
        by=by,
        of=of or Lists.SCHEME,
        address=top.text("address"),
        entries=tuple(_entry(e, table, usual) for e in top.records("entries")),
        standards=top.strings("standards"),
        hosts=top.strings("hosts"),
        whole=top.flag("whole", default=False),
        read_on=top.day("read_on"),
        places=top.strings("places"),
        accredits=accredits,
    )
    if found.whole and found.read_on is None:
        top.problem("read_on", "A whole register needs the day on which it was taken.", "Add `read_on: 2026-11-22`.")
    return found if top.finish() else None


def _entry(entry: Record, table: dict[str, Source], usual: tuple[Source, ...]) -> Entry:
    found = Entry(
        holder=entry.text("holder"),
        sources=sources_of(entry, table, usual),
        scheme=entry.text("scheme", ""),
        credentials=entry.strings("credentials"),
        names=entry.strings("names"),
        since=entry.day("since"),
        until=entry.day("until"),
        note=entry.text("note", ""),
    )
    entry.finish()
    return found


def _hosts(top: Record) -> list[BadgeHost]:
    table = read_sources(top)
    found = []
    for entry in top.records("badge_hosts"):
        host = BadgeHost(
            name=entry.text("name"),
            hosts=entry.strings("hosts"),
            alive=entry.flag("alive", default=True),
            sources=sources_of(entry, table),
            names=entry.strings("names"),
            since=entry.day("since"),
            instead=entry.text("instead", ""),
        )
        if not entry.has("alive"):
            entry.problem("alive", "`alive` is missing.", "Write true or false, as it was when last looked at.")
        if entry.finish():
            found.append(host)
    top.finish()
    return found
