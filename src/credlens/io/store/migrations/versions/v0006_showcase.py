"""What a person shows: projects with their files and reviews, notes, and what is on the resume."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the five tables."""
    op.create_table(
        "shown",
        sa.Column("person", sa.String(64), _owner("shown"), primary_key=True),
        sa.Column("card", sa.String(200), primary_key=True),
        sa.Column("shown", sa.Boolean, nullable=False),
    )
    op.create_table(
        "note",
        sa.Column("person", sa.String(64), _owner("note"), primary_key=True),
        sa.Column("about", sa.String(200), primary_key=True),
        sa.Column("question", sa.String(64), primary_key=True),
        sa.Column("content", sa.Text, nullable=False),
    )
    op.create_table(
        "project",
        sa.Column("person", sa.String(64), _owner("project"), primary_key=True),
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
    )
    op.create_table(
        "project_file",
        sa.Column("person", sa.String(64), _owner("project_file"), primary_key=True),
        sa.Column("project", sa.String(64), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "review",
        sa.Column("person", sa.String(64), _owner("review"), primary_key=True),
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("project", sa.String(64), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.Column("verified", sa.Date, nullable=False),
        sa.Column("report", sa.Text, nullable=False),
    )


def _owner(table: str) -> sa.ForeignKey:
    return sa.ForeignKey("person.id", ondelete="CASCADE", name=f"fk_{table}_person_person")
