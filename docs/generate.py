"""Writes docs/flytekit-names.md from the stand-in's table: `make docs`."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from flytec.authoring.rows import Mention, Refused, Row
from flytec.authoring.table import TABLE
from flytec.settings.target import FLYTEKIT_TARGET_VERSION

PAGE = Path(__file__).with_name("flytekit-names.md")


def page() -> str:
    """The page's text."""
    return "\n".join((*_head(), *_modules(), *_reasons(), ""))


def _head() -> Iterator[str]:
    supported, mentioned, refused = _counts(row for names in TABLE.values() for row in names.values())
    yield from (
        "# flytekit's names",
        "",
        "<!-- `make docs` writes this page from compiler/flytec/authoring/table. -->",
        "",
        f"What the stand-in makes of the names that flytekit {FLYTEKIT_TARGET_VERSION} exports, by the modules that",
        "they are imported from:",
        "",
        f"- **supported** ({supported}): compiled as flytekit compiles them;",
        f"- **mention-only** ({mentioned}): for the bodies of tasks; may be imported, annotated with and subclassed at",
        "  module level, and is an error when it is called there;",
        f"- **refused** ({refused}): an error at the line of the import, with the reason below; `--frontend flytekit`",
        "  compiles them.",
        "",
        "A name that is not counted here is an error as well. A name that several modules have is counted in each.",
        "",
    )


def _modules() -> Iterator[str]:
    yield "| module | supported | mention-only | refused |"
    yield "|---|--:|--:|--:|"
    for module in sorted(TABLE):
        if TABLE[module]:
            cells = (str(count or "") for count in _counts(TABLE[module].values()))
            yield f"| `{module}` | {' | '.join(cells)} |"


def _reasons() -> Iterator[str]:
    yield from ("", "## Why names are refused", "")
    for reason, places in sorted(_by_reason(TABLE).items()):
        yield f"- **{reason}**: {', '.join(f'`{place}`' for place in sorted(places))}"


def _by_reason(table: Mapping[str, Mapping[str, Row]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for module, names in table.items():
        for name, row in names.items():
            if isinstance(row, Refused):
                found.setdefault(row.reason, []).append(f"{module}.{name}")
    return found


def _counts(rows: Iterable[Row]) -> tuple[int, int, int]:
    kinds = [type(row) for row in rows]
    return kinds.count(str), kinds.count(Mention), kinds.count(Refused)


if __name__ == "__main__":
    PAGE.write_text(page())
