"""A package with a folder that is none."""
