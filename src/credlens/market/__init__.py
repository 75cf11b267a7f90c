"""Market: job ads in, demand out.

``formats/`` turns the files that ads come in into :class:`~credlens.model.posting.Posting`; ``demand`` counts what distinct ads ask
for, each share with its n and interval: skills, degrees, licences, and credentials named (recognition, as measured).
"""
