"""Together: what a set of credentials covers of a target's work, what it leaves out, and which degrees it counts towards."""
