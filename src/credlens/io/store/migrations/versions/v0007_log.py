"""The log of applications: what was sent, what came of it, tosses of the coin, and what waits to be looked at."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the seven tables."""
    _create(
        "application",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("applied", sa.Date, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
    )
    _create(
        "application_ad",
        sa.Column("application", sa.String(64), primary_key=True),
        sa.Column("ad", sa.String(64), nullable=False),
        sa.Column("content", sa.Text, nullable=False),
    )
    _create(
        "application_step",
        sa.Column("application", sa.String(64), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("day", sa.Date),
        sa.Column("note", sa.Text, nullable=False),
    )
    _create(
        "used_skill",
        sa.Column("skill", sa.String(200), primary_key=True),
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("note", sa.Text, nullable=False),
    )
    _create(
        "trial",
        sa.Column("credential", sa.Text, primary_key=True),
        sa.Column("seed", sa.Text, nullable=False),
        sa.Column("begun", sa.Date, nullable=False),
        sa.Column("ended", sa.Date),
    )
    _create(
        "toss",
        sa.Column("credential", sa.Text, primary_key=True),
        sa.Column("block", sa.String(16), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("shown", sa.Boolean, nullable=False),
        sa.Column("application", sa.String(64), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
    )
    _create(
        "proposal",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("rejected", sa.Boolean, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
    )


def _create(table: str, *columns: sa.Column[object]) -> None:
    owner = sa.ForeignKey("person.id", ondelete="CASCADE", name=f"fk_{table}_person_person")
    op.create_table(table, sa.Column("person", sa.String(64), owner, primary_key=True), *columns)
