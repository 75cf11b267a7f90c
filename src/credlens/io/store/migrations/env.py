"""Alembic's environment: runs on the connection it is handed, inside that connection's transaction."""

from __future__ import annotations

from alembic import context

from credlens.io.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite cannot alter most things in place
    transactional_ddl=True,
)
context.run_migrations()
