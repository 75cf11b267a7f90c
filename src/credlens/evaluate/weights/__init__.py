"""Whose priorities: default weights, a person's own points, or an order of importance."""

from credlens.evaluate.weights.groups import GroupWeights, default_weights, group_weights

__all__ = ["GroupWeights", "default_weights", "group_weights"]
