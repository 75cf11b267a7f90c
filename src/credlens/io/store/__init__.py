"""Stores: where a person's state lives, behind :class:`credlens.app.ports.Store`."""
