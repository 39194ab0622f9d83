"""How property tests run: the same examples every time in `make test`, many more and new ones in `make fuzz`."""

from hypothesis import settings

settings.register_profile("check", deadline=None, derandomize=True, database=None)
settings.register_profile("fuzz", deadline=None, max_examples=5000, print_blob=True)
settings.load_profile("check")
