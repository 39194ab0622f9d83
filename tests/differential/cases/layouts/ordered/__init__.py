"""Modules that know nothing of each other."""
