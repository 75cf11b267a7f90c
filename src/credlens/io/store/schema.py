"""Brings a database's schema up to date, and refuses one that is newer than this program."""

from __future__ import annotations

from importlib.resources import as_file, files

from sqlalchemy import Engine, inspect, text

from credlens.model.errors import OutsideError

WRITES = "credlens_writes"  # execution option of connections that will write, for databases that lock as a whole
HEAD = "0007"  # the newest migration; a test compares it with the files


def bring_up_to_date(engine: Engine, place: str) -> None:
    """Run the migrations that are missing; nothing when there are none.

    Alembic takes longer to import than a command takes to run, so it is loaded only when there is something to do.

    Raises:
        OutsideError: the database was written by a newer program.
    """
    found = revision(engine)
    if found == HEAD:
        return
    if found is not None and found > HEAD:
        raise OutsideError(
            f"The state was written by a newer version of credlens (schema {found}; this one knows {HEAD}).",
            where=place,
            what_to_do="Update credlens, or use another --home.",
        )
    from alembic.util import CommandError

    try:
        upgrade(engine)
    except CommandError as error:
        raise OutsideError(
            f"The state has a schema that no version of credlens wrote ({found}).",
            where=place,
            what_to_do="Put back a copy of the file, or use another --home.",
        ) from error


def revision(engine: Engine) -> str | None:
    """The schema's version; None for an empty database."""
    if not inspect(engine).has_table("alembic_version"):
        return None
    with engine.connect() as db:
        return db.execute(text("SELECT version_num FROM alembic_version")).scalar()


def upgrade(engine: Engine, to: str = "head") -> None:
    """Run migrations up to a version in one transaction, so that of two commands at once the second finds nothing left to do."""
    from alembic import command
    from alembic.config import Config

    writing = engine.execution_options(**{WRITES: True})
    with as_file(files("credlens.io.store") / "migrations") as scripts, writing.begin() as db:
        config = Config()
        config.set_main_option("script_location", str(scripts).replace("%", "%%"))
        config.attributes["connection"] = db
        command.upgrade(config, to)
