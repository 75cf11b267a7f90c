"""Use cases around the catalog, one file each."""
