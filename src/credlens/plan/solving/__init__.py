"""The solver: offers as numbers, a bound over all of them, the choice of a set, and the search that walks between."""
