"""Verify: the bytes of a badge in, a report of checks out.

The room for judging Open Badges, CLR and W3C credentials on the person's own machine. It opens no socket and no file: :func:`steps` says
which documents it needs and is handed their bytes (:mod:`credlens.verify.needs`), so that the same bytes always give the same report.
"""
