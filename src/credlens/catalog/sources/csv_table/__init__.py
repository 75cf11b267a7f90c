"""Any table, with a column mapping. ``source.py`` is where reading begins."""
