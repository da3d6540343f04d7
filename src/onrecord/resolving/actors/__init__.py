"""Actors across reports: which names can be of one, how alike they are, clusters."""
