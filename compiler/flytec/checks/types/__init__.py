"""Flyte types as the server compares them: which casts to which, what a literal's type is, how a type is written."""
