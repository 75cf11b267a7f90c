"""Results as terminal text: tables, small charts, plain sentences. One file for each kind of result."""
