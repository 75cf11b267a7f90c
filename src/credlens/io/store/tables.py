"""The tables of the state. A change here needs a migration beside it (``migrations/versions``); a test compares the two."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, LargeBinary, MetaData, String, Table, Text

#: Constraint names, so that every database gives them the same ones and migrations can speak of them.
metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(column_0_label)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def _owner() -> Column[str]:
    return Column("person", String(64), ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)


person = Table("person", metadata, Column("id", String(64), primary_key=True))

document = Table(
    "document",
    metadata,
    _owner(),
    Column("position", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("opened", Text),
)

claim = Table(
    "claim",
    metadata,
    _owner(),
    Column("skill", String(200), primary_key=True),
    Column("known", Boolean, nullable=False),
    Column("level", String(16), nullable=False, server_default="unknown"),
)

correction = Table(
    "correction",
    metadata,
    _owner(),
    Column("card", String(64), primary_key=True),
    Column("verdict", String(16), nullable=False),
    Column("value", Text, nullable=False),
)

preference = Table(
    "preference",
    metadata,
    _owner(),
    Column("name", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)

target = Table(
    "target",
    metadata,
    _owner(),
    Column("name", Text, nullable=False),
    Column("read", Integer, nullable=False),
    Column("occupation", String(200)),
    Column("jurisdiction", String(16)),
)

posting = Table(
    "posting",
    metadata,
    _owner(),
    Column("position", Integer, primary_key=True),
    Column("id", String(64), nullable=False),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("found_at", Text, nullable=False),
    Column("employer", Text),
    Column("place", Text),
    Column("posted", Date),
    Column("url", Text),
    Column("example", Boolean, nullable=False),
)

catalog_record = Table(
    "catalog_record",
    metadata,
    Column("name", Text, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

plan = Table(
    "plan",
    metadata,
    _owner(),
    Column("position", Integer, primary_key=True),
    Column("made", Date, nullable=False),
    Column("content", Text, nullable=False),
)
