"""Entities to flyteidl messages: the only code that sets a field of a message."""
