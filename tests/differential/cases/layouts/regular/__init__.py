"""A package with packages in it."""
