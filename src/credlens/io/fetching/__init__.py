"""Fetching what badges refer to, without being led anywhere inside a network."""
