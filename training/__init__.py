"""Data preparation, training and export of the reading model; never imported by the package."""
