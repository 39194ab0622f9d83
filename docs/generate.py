"""Writes the pages of this folder that come from tables: flytekit's names, plug-ins, codes, types: `make docs`."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

from flytec.authoring.rows import Mention, Refused, Row
from flytec.authoring.table import TABLE
from flytec.codes import all_codes
from flytec.explain import COMMAND, MODULE, Explanation, explanations_of
from flytec.lower.types.missing import class_names
from flytec.lower.types.named import NAMED, PLUGGED
from flytec.plugins.table import TABLE as PLUGINS
from flytec.settings.target import FLYTEKIT_TARGET_VERSION

NAMES_PAGE = Path(__file__).with_name("flytekit-names.md")
PLUGINS_PAGE = Path(__file__).with_name("plugins.md")
TYPES_PAGE = Path(__file__).with_name("types.md")
CODES_PAGE = Path(__file__).with_name("codes.md")
_ALL = "flytekitplugins"
RANGES = {
    "1": "Loading",
    "2": "Authoring and lowering",
    "3": "The control plane's rules",
    "4": "Emitted files",
    "5": "Packages and images",
    "6": "Settings",
    "9": "Faults of flytec",
}
LANGUAGES = {".py": "python", ".pb": "textproto", ".toml": "toml", ".json": "json"}


def pages() -> dict[Path, str]:
    """The text of each page."""
    return {
        NAMES_PAGE: names_page(),
        CODES_PAGE: codes_page(),
        PLUGINS_PAGE: plugins_page(),
        TYPES_PAGE: types_page(),
    }


def plugins_page() -> str:
    """What the stand-in has of each plug-in."""
    return "\n".join((*_plugins_head(), *_plugins(), *_gone(), ""))


def _plugins_head() -> Iterator[str]:
    yield from (
        "# Plug-ins",
        "",
        "<!-- `make docs` writes this page from compiler/flytec/plugins/table. -->",
        "",
        "What `import flytekitplugins.NAME` gives without the plug-in's package, as of flytekit",
        f"{FLYTEKIT_TARGET_VERSION}. Names in the last column are for the bodies of tasks and for services of the",
        "control plane: they may be imported, annotated with and subclassed, and calling one at module level is an",
        "error. The types that some plug-ins make known are in [types.md](types.md).",
        "",
        "| plug-in | compiled | only mentioned |",
        "|---|---|---|",
    )


def _plugins() -> Iterator[str]:
    for plugin, modules in groupby(sorted(PLUGINS.keys() - {_ALL}), key=lambda module: module.split(".")[1]):
        rows = {name: row for module in modules for name, row in PLUGINS[module].items()}
        kinds = [[name for name in sorted(rows) if isinstance(rows[name], kind)] for kind in (str, Mention)]
        cells = (", ".join(f"`{name}`" for name in names) for names in kinds)
        yield f"| `{plugin}` | {' | '.join(cells)} |"


def _gone() -> Iterator[str]:
    yield from ("", "Refused:", "")
    for name, row in sorted(PLUGINS[_ALL].items()):
        if isinstance(row, Refused):
            yield f"- `{name}`: {row.reason}"


def types_page() -> str:
    """The types that are known by name."""
    return "\n".join((*_types_head(), *_types_of_libraries(), *_classes(), ""))


def _types_head() -> Iterator[str]:
    yield from (
        "# Types known by name",
        "",
        "<!-- `make docs` writes this page from compiler/flytec/lower/types. -->",
        "",
        "What types of other libraries are to Flyte, as flytekit's transformers have it. No library is imported for",
        "this, whether or not it is installed. A class that derives from one of these is the same. Those of a plug-in",
        "count where user code imports the plug-in, or `plugins` in `[tool.flytec]` names it.",
        "",
        "| type | flytekit's transformer | plug-in |",
        "|---|---|---|",
    )


def _types_of_libraries() -> Iterator[str]:
    rows = {name: (kind.tag, "") for name, kind in NAMED.items() if not name.startswith("flytekit.")}
    rows.update({name: (kind.tag, f"`flytekitplugins.{plugin}`") for name, (plugin, kind) in PLUGGED.items()})
    for name in sorted(rows):
        tag, plugin = rows[name]
        yield f"| `{name}` | {tag} | {plugin} |"


def _classes() -> Iterator[str]:
    found: dict[str, list[str]] = {}
    for name, decisive in class_names().items():
        found.setdefault(decisive, []).append(name)
    yield from (
        "",
        "## Their public classes",
        "",
        "Of a module that is not installed only the name is known that user code spells. These are known for what they",
        "derive from, or for a pickle that has the name of the class:",
        "",
    )
    for decisive in sorted(found):
        names = ", ".join(f"`{name}`" for name in found[decisive])
        yield f"- **{decisive}**: {names}"


def codes_page() -> str:
    """What each code means, with an example of the mistake and of the mend."""
    explanations = list(explanations_of(all_codes()).values())
    return "\n".join((*_codes_head(explanations), *(line for each in explanations for line in _section(each))))


def _codes_head(explanations: list[Explanation]) -> Iterator[str]:
    yield from (
        "# The codes of findings",
        "",
        "<!-- `make docs` writes this page from compiler/flytec/codes.py and compiler/flytec/explain. -->",
        "",
        "`flytec codes FTC304` shows the same. Emitted messages are given in protobuf's text form.",
        "",
    )
    for digit, rows in groupby(explanations, key=lambda row: row.code.id[3]):
        yield from (f"**{RANGES[digit]}**", "", "| code | what it says |", "|---|---|")
        for row in rows:
            yield f"| [{row.code}](#{row.code.id.lower()}-{row.code.slug}) | {row.code.title} |"
        yield ""


def _section(explanation: Explanation) -> Iterator[str]:
    code = explanation.code
    yield from (f"## {code}", "", f"{code.title}.", "", explanation.text, "")
    usual = explanation.command == explanation.mend_command == COMMAND
    for title, files, command in (
        ("The mistake", explanation.mistake, explanation.command),
        ("The mend", explanation.mend, explanation.mend_command),
    ):
        for name, text in files.items():
            where = f", `{name}`" if len(files) > 1 or name != MODULE else ""
            language = LANGUAGES.get(Path(name).suffix, "")
            yield from (f"{title}{where}:", "", f"```{language}", text.rstrip(), "```", "")
        if files and not usual:
            yield from (f"`flytec {command}`", "")


def names_page() -> str:
    """What the stand-in makes of flytekit's names."""
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
    for path, text in pages().items():
        path.write_text(text)
