"""The generated pages are what `make docs` makes of the tables."""

import runpy

from arch.source import REPOSITORY


def test_generated_pages_are_those_of_the_tables() -> None:
    generator = runpy.run_path(str(REPOSITORY / "docs" / "generate.py"))
    for path, text in generator["pages"]().items():
        assert path.read_text() == text, "run: make docs"
