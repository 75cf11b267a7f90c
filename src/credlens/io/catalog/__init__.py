"""The catalog's store: what published catalogs said, and an index over the whole catalog, in the database that holds the state.

``words`` is what can be looked up, ``fts`` SQLite's index of words, ``columns`` what is counted and filtered over many finds at once.
``index`` keeps all of that right when entries come and go, ``rows`` looks entries up, ``search`` asks for the best, ``statements`` and
``doubts`` keep what was said and judged. ``store`` makes one :class:`~credlens.app.catalog.ports.CatalogStore` of them.
"""
