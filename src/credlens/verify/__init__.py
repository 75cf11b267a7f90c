"""Verify: the bytes of a badge in, a report of checks out.

The room for judging Open Badges, CLR and W3C credentials on the person's own machine, without opening a socket: it says which documents
it needs and is handed their bytes. Nothing of it is built yet, and no command offers it.
"""
