"""What published catalogs said, and the index over the whole catalog."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the tables, and SQLite's own index of words."""
    _statements()
    _entries()
    _columns()
    op.create_table(
        "catalog_doubt",
        sa.Column("one", sa.Text, primary_key=True),
        sa.Column("other", sa.Text, primary_key=True),
        sa.Column("probability", sa.Float, nullable=False),
        sa.Column("because", sa.Text, nullable=False),
        sa.Column("same", sa.Boolean),
    )
    op.create_table(
        "catalog_mark",
        sa.Column("name", sa.String(200), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE catalog_words USING fts5(title, names, organisations, skills, description,"
            " content='', tokenize='porter unicode61 remove_diacritics 2')"
        )


def _statements() -> None:
    op.create_table(
        "catalog_statement",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("source", sa.String(64), nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("credential", sa.Text, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("file", sa.Text, nullable=False),
        sa.Column("seen", sa.Date, nullable=False),
        sa.Column("until", sa.Date),
    )
    op.create_index("ix_catalog_statement_source", "catalog_statement", ["source", "key"])
    op.create_index("ix_catalog_statement_credential", "catalog_statement", ["credential", "until"])


def _entries() -> None:
    number = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    op.create_table(
        "catalog_entry",
        sa.Column("number", number, primary_key=True, autoincrement=False),
        sa.Column("slot", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("sketch", sa.Text, nullable=False),
        sa.UniqueConstraint("slot", name="uq_catalog_entry_slot"),
        sa.UniqueConstraint("id", name="uq_catalog_entry_id"),
    )
    op.create_index("ix_catalog_entry_key", "catalog_entry", ["key"])
    op.create_table(
        "catalog_identifier",
        sa.Column("scheme", sa.String(64), primary_key=True),
        sa.Column("value", sa.Text, primary_key=True),
        sa.Column("slot", sa.Integer, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "catalog_skill",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.UniqueConstraint("id", name="uq_catalog_skill_id"),
    )
    op.create_table(
        "catalog_taught",
        sa.Column("skill", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("slot", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("depth", sa.Integer, nullable=False),
        sa.Column("probability", sa.Float, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_catalog_taught_slot", "catalog_taught", ["slot"])
    op.create_table(
        "catalog_text",
        sa.Column("slot", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )


def _columns() -> None:
    op.create_table(
        "catalog_facet",
        sa.Column("block", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("facet", sa.String(64), primary_key=True),
        sa.Column("value", sa.Text, primary_key=True),
        sa.Column("members", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "catalog_figures",
        sa.Column("block", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("quality", sa.LargeBinary, nullable=False),
        sa.Column("hours", sa.LargeBinary, nullable=False),
        sa.Column("prices", sa.LargeBinary, nullable=False),
    )
