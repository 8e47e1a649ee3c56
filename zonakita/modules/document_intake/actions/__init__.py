"""Writes of the intake, one file per concern."""
