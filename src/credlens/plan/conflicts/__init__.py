"""Why no plan fits: the smallest set of limits that cannot hold together."""
