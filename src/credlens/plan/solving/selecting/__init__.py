"""Which set of offers is best, whatever their order: goals, cuts, and the master problem."""
