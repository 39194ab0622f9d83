"""What user modules see as flytekit: the declarations that they make, recorded as plain Python values."""
