"""The first schema: a person's documents, claims, target with its ads, plans; imported catalog records."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create every table."""
    op.create_table("person", sa.Column("id", sa.String(64), primary_key=True))
    op.create_table(
        "document",
        _owner("document"),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "claim",
        _owner("claim"),
        sa.Column("skill", sa.String(200), primary_key=True),
        sa.Column("known", sa.Boolean, nullable=False),
    )
    op.create_table(
        "target",
        _owner("target"),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("read", sa.Integer, nullable=False),
        sa.Column("occupation", sa.String(200)),
        sa.Column("jurisdiction", sa.String(16)),
    )
    op.create_table(
        "posting",
        _owner("posting"),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("found_at", sa.Text, nullable=False),
        sa.Column("employer", sa.Text),
        sa.Column("place", sa.Text),
        sa.Column("posted", sa.Date),
        sa.Column("url", sa.Text),
        sa.Column("example", sa.Boolean, nullable=False),
    )
    op.create_table(
        "catalog_record",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "plan",
        _owner("plan"),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("made", sa.Date, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
    )


def _owner(table: str) -> sa.Column[str]:
    name = f"fk_{table}_person_person"
    return sa.Column(
        "person", sa.String(64), sa.ForeignKey("person.id", name=name, ondelete="CASCADE"), primary_key=True
    )
