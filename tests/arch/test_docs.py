"""`docs/flytekit-names.md` is what `make docs` makes of the stand-in's table."""

import runpy

from arch.source import REPOSITORY


def test_the_page_of_names_is_the_tables() -> None:
    generator = runpy.run_path(str(REPOSITORY / "docs" / "generate.py"))
    assert generator["PAGE"].read_text() == generator["page"](), "run: make docs"
