"""Catalog: records of many shapes in, comparable credentials out.

One file in ``sources/`` for each shape. Every field of a credential is a fact with its source, or a typed unknown; what cannot be used
is listed with its place, and does not stop the rest.
"""
