"""What stands around a scorecard and is no part of it: studies of others, and how the provider earns by it."""
