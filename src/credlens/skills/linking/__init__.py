"""Linking: from a sentence to the skills it speaks of, also in words that are no name of theirs.

A sentence becomes words (``words``); the lanes (``lanes``) compare it with the skills of an index (``index``); a small learned model
(``fusion``) turns what the lanes say into one probability; ``linker`` walks through the four.
"""
