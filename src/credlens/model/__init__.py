"""The words: frozen dataclasses that every room speaks in.

A value that comes from outside is a :class:`~credlens.model.fact.Fact`: the value or a typed unknown, with its sources.
Nothing here reads, computes or decides beyond its own invariants; a word that only one room uses lives in that room.
"""
