"""The tables of the state. A change here needs a migration beside it (``migrations/versions``); a test compares the two."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

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

plan_event = Table(
    "plan_event",
    metadata,
    _owner(),
    Column("position", Integer, primary_key=True),
    Column("after", Integer, nullable=False),  # position of the plan that was followed when it was told
    Column("told", Date, nullable=False),
    Column("content", Text, nullable=False),
)

# What published catalogs said, and the index over the whole catalog. An entry is known by its slot, a small number that stays its own; its
# number says how good it is as well, so that rows in the order of their numbers come best first (``io.catalog.columns``).

catalog_statement = Table(
    "catalog_statement",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("source", String(64), nullable=False),
    Column("key", Text, nullable=False),
    Column("credential", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("digest", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("seen", Date, nullable=False),
    Column("until", Date),
    Index("ix_catalog_statement_source", "source", "key"),
    Index("ix_catalog_statement_credential", "credential", "until"),
)

catalog_entry = Table(
    "catalog_entry",
    metadata,
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("slot", Integer, nullable=False),
    Column("id", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("sketch", Text, nullable=False),
    UniqueConstraint("slot"),
    UniqueConstraint("id"),
    Index("ix_catalog_entry_key", "key"),
)

catalog_identifier = Table(
    "catalog_identifier",
    metadata,
    Column("scheme", String(64), primary_key=True),
    Column("value", Text, primary_key=True),
    Column("slot", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

catalog_skill = Table(
    "catalog_skill",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    UniqueConstraint("id"),
)

catalog_taught = Table(
    "catalog_taught",
    metadata,
    Column("skill", Integer, primary_key=True, autoincrement=False),
    Column("slot", Integer, primary_key=True, autoincrement=False),
    Column("depth", Integer, nullable=False),
    Column("probability", Float, nullable=False),
    Index("ix_catalog_taught_slot", "slot"),
    sqlite_with_rowid=False,
)

catalog_text = Table(
    "catalog_text",
    metadata,
    Column("slot", Integer, primary_key=True, autoincrement=False),
    Column("data", LargeBinary, nullable=False),
)

catalog_facet = Table(
    "catalog_facet",
    metadata,
    Column("block", Integer, primary_key=True, autoincrement=False),
    Column("facet", String(64), primary_key=True),
    Column("value", Text, primary_key=True),
    Column("members", LargeBinary, nullable=False),
)

catalog_figures = Table(
    "catalog_figures",
    metadata,
    Column("block", Integer, primary_key=True, autoincrement=False),
    Column("quality", LargeBinary, nullable=False),
    Column("hours", LargeBinary, nullable=False),
    Column("prices", LargeBinary, nullable=False),
)

catalog_doubt = Table(
    "catalog_doubt",
    metadata,
    Column("one", Text, primary_key=True),
    Column("other", Text, primary_key=True),
    Column("probability", Float, nullable=False),
    Column("because", Text, nullable=False),
    Column("same", Boolean),
)

catalog_mark = Table(
    "catalog_mark",
    metadata,
    Column("name", String(200), primary_key=True),
    Column("value", Text, nullable=False),
)

badge = Table(
    "badge",
    metadata,
    _owner(),
    Column("id", String(64), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("added", Date, nullable=False),
    Column("verified", Date, nullable=False),
    Column("report", Text, nullable=False),
)

badge_copy = Table(
    "badge_copy",
    metadata,
    _owner(),
    Column("badge", String(64), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("url", Text, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("content_type", Text, nullable=False),
    Column("got", Date, nullable=False),
)

shown = Table(
    "shown",
    metadata,
    _owner(),
    Column("card", String(200), primary_key=True),
    Column("shown", Boolean, nullable=False),
)

note = Table(
    "note",
    metadata,
    _owner(),
    Column("about", String(200), primary_key=True),
    Column("question", String(64), primary_key=True),
    Column("content", Text, nullable=False),
)

project = Table(
    "project",
    metadata,
    _owner(),
    Column("id", String(64), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("content", Text, nullable=False),
)

project_file = Table(
    "project_file",
    metadata,
    _owner(),
    Column("project", String(64), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

review = Table(
    "review",
    metadata,
    _owner(),
    Column("id", String(64), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("project", String(64), nullable=False),
    Column("name", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("verified", Date, nullable=False),
    Column("report", Text, nullable=False),
)

application = Table(
    "application",
    metadata,
    _owner(),
    Column("id", String(64), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("applied", Date, nullable=False),
    Column("content", Text, nullable=False),
)

application_ad = Table(
    "application_ad",
    metadata,
    _owner(),
    Column("application", String(64), primary_key=True),
    Column("ad", String(64), nullable=False),
    Column("content", Text, nullable=False),
)

application_step = Table(
    "application_step",
    metadata,
    _owner(),
    Column("application", String(64), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("day", Date),
    Column("note", Text, nullable=False),
)

used_skill = Table(
    "used_skill",
    metadata,
    _owner(),
    Column("skill", String(200), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("note", Text, nullable=False),
)

trial = Table(
    "trial",
    metadata,
    _owner(),
    Column("credential", Text, primary_key=True),
    Column("seed", Text, nullable=False),
    Column("begun", Date, nullable=False),
    Column("ended", Date),
)

toss = Table(
    "toss",
    metadata,
    _owner(),
    Column("credential", Text, primary_key=True),
    Column("block", String(16), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("shown", Boolean, nullable=False),
    Column("application", String(64), nullable=False),
    Column("day", Date, nullable=False),
)

proposal = Table(
    "proposal",
    metadata,
    _owner(),
    Column("id", String(64), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("rejected", Boolean, nullable=False),
    Column("content", Text, nullable=False),
)
