"""User modules: found, imported with the stand-in in flytekit's place, and cleaned up after."""
