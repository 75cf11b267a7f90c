"""A plan week by week and month by month, and the days not to forget."""
