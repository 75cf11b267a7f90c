"""Market: job ads in, demand out.

``formats/`` and ``shapes/`` turn the files that ads come in into :class:`~credlens.model.posting.Posting`; ``dedupe`` and ``near`` find ads that
are the same; ``regions``, ``employers`` and ``titles/`` say where, whose and for which occupation they are.

A person's few ads are counted by ``demand``. Many are read by ``kernel`` and counted by the queries of ``tables``; what the counts mean say
``clustered`` (shares), ``trends``, ``turnover``, ``recognition``, and ``blend`` (few ads together with what was known before).
"""
