"""flytec's own settings: sources, their order, and errors that name the place."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from flytec.settings import ToolSettings, load_tool_settings
from unit.settings.errors import refusal

NAMES = (
    "image, project, domain, version, env, python_interpreter, virtualenv_root, source_root, packages, frontend, "
    "target_version, package_root, config_file, format, keep_going, no_check, check, platform, known, closed, "
    "baseline, plugins, missing_imports, placeholders, types"
)
NO_CHECK_SETTINGS: dict[str, Any] = {"ignore": {}, "warn": {}, "error": {}}
NO_LIMITS = dict.fromkeys(("cpu", "memory", "gpu", "storage", "ephemeral_storage"))
NO_TYPE = dict.fromkeys(("format", "multipart", "name", "schema_file", "file", "transformer"))
NO_PLATFORM: dict[str, Any] = {
    "preset": None,
    "node_limit": None,
    "message_size": None,
    "workflow_size": None,
    "task_types": (),
    "domains": (),
    "limits": NO_LIMITS,
}


def loaded(folder: Path, *, toml: str = "", environ: dict[str, str] | None = None, **flags: Any) -> ToolSettings:
    if toml:
        (folder / "pyproject.toml").write_text(toml)
    return load_tool_settings(flags=flags, environ=environ or {}, start=folder)


def test_defaults(tmp_path: Path) -> None:
    settings = loaded(tmp_path)

    assert settings.model_dump() == {
        "image": (),
        "project": None,
        "domain": None,
        "version": None,
        "env": {},
        "python_interpreter": None,
        "virtualenv_root": None,
        "source_root": None,
        "packages": (),
        "frontend": "stand-in",
        "target_version": "1.16.31",
        "package_root": "auto",
        "config_file": None,
        "format": "text",
        "keep_going": False,
        "no_check": False,
        "check": NO_CHECK_SETTINGS,
        "platform": NO_PLATFORM,
        "known": (),
        "closed": False,
        "baseline": None,
        "plugins": (),
        "missing_imports": "placeholder",
        "placeholders": (),
        "types": {},
    }
    assert settings.origin_of("format") == "default"


def test_option_counts_more_than_variable_more_than_pyproject(tmp_path: Path) -> None:
    toml = '[tool.flytec]\nproject = "toml"\ndomain = "toml"\nversion = "toml"\n'
    environ = {"FLYTEC_PROJECT": "env", "FLYTEC_DOMAIN": "env"}
    settings = loaded(tmp_path, toml=toml, environ=environ, project="flag")

    assert [(getattr(settings, name), settings.origin_of(name)) for name in ("project", "domain", "version")] == [
        ("flag", "option --project"),
        ("env", "environment variable FLYTEC_DOMAIN"),
        ("toml", "pyproject.toml: [tool.flytec] version"),
    ]


def test_every_setting_is_read_from_pyproject(tmp_path: Path) -> None:
    toml = """
[tool.flytec]
image = ["a:1", "x=b:2"]
project = "p"
domain = "d"
version = "v"
python-interpreter = "/venv/bin/python"
virtualenv_root = "/venv"
source-root = "src"
packages = ["a.b"]
frontend = "flytekit"
target-version = "1.16.30"
package-root = "lib"
config-file = "/etc/flyte.config"
format = "json"
keep-going = true
no-check = true
known = ["released", "/srv/other.tgz"]
closed = true
baseline = "known.json"
plugins = ["polars"]
missing-imports = "error"
placeholders = ["acme.broken"]
[tool.flytec.env]
A = "1"
[tool.flytec.check]
ignore = ["FTC211"]
warn = {"legacy/**" = ["FTC3*"], "*.py" = ["FTC393"], "/top.py" = ["FTC394"]}
error = {"**" = ["FTC395"]}
[tool.flytec.platform]
node-limit = 50
message-size = "8Mi"
workflow_size = 1000
task-types = ["python-task"]
domains = ["production"]
limits = {cpu = 4, memory = "2Gi", ephemeral-storage = "1G"}
[tool.flytec.types]
"acme.Frame" = "structured-dataset"
"acme.Trip" = {kind = "struct", schema-file = "trip.json", transformer = "Trips"}
"""
    assert loaded(tmp_path, toml=toml).model_dump() == {
        "image": ("a:1", "x=b:2"),
        "project": "p",
        "domain": "d",
        "version": "v",
        "env": {"A": "1"},
        "python_interpreter": "/venv/bin/python",
        "virtualenv_root": "/venv",
        "source_root": str(tmp_path / "src"),
        "packages": ("a.b",),
        "frontend": "flytekit",
        "target_version": "1.16.30",
        "package_root": str(tmp_path / "lib"),
        "config_file": "/etc/flyte.config",
        "format": "json",
        "keep_going": True,
        "no_check": True,
        "check": {
            "ignore": {"**": ("FTC211",)},
            "warn": {
                f"{tmp_path}/legacy/**": ("FTC3*",),
                f"{tmp_path}/**/*.py": ("FTC393",),
                f"{tmp_path}/top.py": ("FTC394",),
            },
            "error": {"**": ("FTC395",)},
        },
        "platform": {
            "preset": None,
            "node_limit": 50,
            "message_size": "8Mi",
            "workflow_size": "1000",
            "task_types": ("python-task",),
            "domains": ("production",),
            "limits": {**NO_LIMITS, "cpu": "4", "memory": "2Gi", "ephemeral_storage": "1G"},
        },
        "known": (str(tmp_path / "released"), "/srv/other.tgz"),
        "closed": True,
        "baseline": str(tmp_path / "known.json"),
        "plugins": ("polars",),
        "missing_imports": "error",
        "placeholders": ("acme.broken",),
        "types": {
            "acme.Frame": {**NO_TYPE, "kind": "structured-dataset"},
            "acme.Trip": {
                **NO_TYPE,
                "kind": "struct",
                "schema_file": str(tmp_path / "trip.json"),
                "transformer": "Trips",
            },
        },
    }


def test_every_setting_is_read_from_the_environment(tmp_path: Path) -> None:
    environ = {
        "FLYTEC_IMAGE": "a:1, x=b:2",
        "FLYTEC_PROJECT": "p",
        "FLYTEC_DOMAIN": "",
        "FLYTEC_VERSION": "v",
        "FLYTEC_ENV": "A=1, B=x=y",
        "FLYTEC_PYTHON_INTERPRETER": "/venv/bin/python",
        "FLYTEC_VIRTUALENV_ROOT": "/venv",
        "FLYTEC_SOURCE_ROOT": "src",
        "FLYTEC_PACKAGES": "a.b,c",
        "FLYTEC_FRONTEND": "flytekit",
        "FLYTEC_TARGET_VERSION": "1.16.30",
        "FLYTEC_PACKAGE_ROOT": ".",
        "FLYTEC_CONFIG_FILE": "flyte.config",
        "FLYTEC_FORMAT": "json",
        "FLYTEC_KEEP_GOING": "Yes",
        "FLYTEC_NO_CHECK": "on",
        "FLYTEC_CHECK": '{"ignore": {"a/b.py": ["pickled-type"]}}',
        "FLYTEC_PLATFORM": "server-defaults",
        "FLYTEC_KNOWN": "a,b.tgz",
        "FLYTEC_CLOSED": "true",
        "FLYTEC_BASELINE": "known.json",
        "FLYTEC_PLUGINS": "polars, spark",
        "FLYTEC_MISSING_IMPORTS": "error",
        "FLYTEC_PLACEHOLDERS": "acme,torch",
        "FLYTEC_TYPES": '{"acme.Blob": {"kind": "blob", "format": "csv"}}',
        "OTHER": "x",
    }
    assert loaded(tmp_path, environ=environ).model_dump() == {
        "image": ("a:1", "x=b:2"),
        "project": "p",
        "domain": None,
        "version": "v",
        "env": {"A": "1", "B": "x=y"},
        "python_interpreter": "/venv/bin/python",
        "virtualenv_root": "/venv",
        "source_root": "src",
        "packages": ("a.b", "c"),
        "frontend": "flytekit",
        "target_version": "1.16.30",
        "package_root": ".",
        "config_file": "flyte.config",
        "format": "json",
        "keep_going": True,
        "no_check": True,
        "check": {**NO_CHECK_SETTINGS, "ignore": {f"{tmp_path}/a/b.py": ("pickled-type",)}},
        "platform": {**NO_PLATFORM, "preset": "server-defaults"},
        "known": ("a", "b.tgz"),
        "closed": True,
        "baseline": "known.json",
        "plugins": ("polars", "spark"),
        "missing_imports": "error",
        "placeholders": ("acme", "torch"),
        "types": {"acme.Blob": {**NO_TYPE, "kind": "blob", "format": "csv"}},
    }


def test_environment_values_with_commas_are_json(tmp_path: Path) -> None:
    assert loaded(tmp_path, environ={"FLYTEC_ENV": ' {"A": "1,2"}'}).env == {"A": "1,2"}


def test_flytekits_variable_sets_the_package_root_under_ours(tmp_path: Path) -> None:
    environ = {"FLYTE_PYTHON_PACKAGE_ROOT": "."}
    settings = loaded(tmp_path, toml='[tool.flytec]\npackage_root = "x"\n', environ=environ)

    assert settings.package_root == "."
    assert settings.origin_of("package_root") == "environment variable FLYTE_PYTHON_PACKAGE_ROOT"
    assert loaded(tmp_path, environ={**environ, "FLYTEC_PACKAGE_ROOT": "y"}).package_root == "y"


def test_options_that_were_not_given_do_not_count(tmp_path: Path) -> None:
    settings = loaded(
        tmp_path, environ={"FLYTEC_IMAGE": "a:1", "FLYTEC_KEEP_GOING": "1"}, image=(), keep_going=None, env={}
    )

    assert (settings.image, settings.keep_going) == (("a:1",), True)


def test_environment_of_options_is_a_mapping_or_pairs(tmp_path: Path) -> None:
    assert loaded(tmp_path, env={"A": "1"}).env == {"A": "1"}
    assert loaded(tmp_path, env=("A=1", "B=x=y")).env == {"A": "1", "B": "x=y"}
    assert refusal(lambda: loaded(tmp_path, env=("A",))) == [
        "FTC601 invalid-setting: option --env: 'A' has no '=', expected KEY=VALUE | Write A=VALUE."
    ]


def test_package_root_words_are_no_paths(tmp_path: Path) -> None:
    assert loaded(tmp_path, toml='[tool.flytec]\npackage_root = "."\n').package_root == "."
    assert loaded(tmp_path, toml='[tool.flytec]\npackage_root = "auto"\n').package_root == "auto"


def test_nearest_pyproject_with_a_table_counts(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text('[tool.flytec]\nproject = "outer"\nsource_root = "src"\n')
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.other]\n")
    settings = loaded(inner)

    assert (settings.project, settings.source_root) == ("outer", str(tmp_path / "src"))
    assert settings.origin_of("project") == f"{tmp_path}/pyproject.toml: [tool.flytec] project"


@pytest.mark.parametrize(
    ("toml", "environ", "flags", "finding"),
    [
        ('format = "xml"', {}, {},
         "pyproject.toml: [tool.flytec] format is 'xml', expected 'text' or 'json' | Correct format."),
        ("", {"FLYTEC_FORMAT": "xml"}, {},
         "environment variable FLYTEC_FORMAT is 'xml', expected 'text' or 'json' | Correct format."),
        ("", {}, {"format": "xml"}, "option --format is 'xml', expected 'text' or 'json' | Correct format."),
        ('image = "a:1"', {}, {}, "pyproject.toml: [tool.flytec] image is 'a:1', expected a list | Correct image."),
        ('image = ["a:1", 2]', {}, {},
         "pyproject.toml: [tool.flytec] image[1] is 2, expected a string | Correct image."),
        ('image = [""]', {}, {}, "pyproject.toml: [tool.flytec] image[0] is '', expected text | Correct image."),
        ("", {}, {"image": ("a@sha256:1\nb@sha256:2",)},
         "option --image[0] is 'a@sha256:1\\nb@sha256:2', expected one image, without white space | Correct image."),
        ("env = {A = 1}", {}, {}, "pyproject.toml: [tool.flytec] env.A is 1, expected a string | Correct env."),
        ("env = 7", {}, {}, "pyproject.toml: [tool.flytec] env is 7, expected a mapping | Correct env."),
        ("keep-going = 1", {}, {},
         "pyproject.toml: [tool.flytec] keep-going is 1, expected true or false | Correct keep_going."),
        ('target-version = "v2"', {}, {},
         "pyproject.toml: [tool.flytec] target-version is 'v2', expected a version such as 1.16.31 "
         "| Correct target_version."),
        ("", {}, {"packages": 7}, "option --pkgs is 7, expected a list | Correct packages."),
        ("", {}, {"source_root": 7}, "option --local-source-root is 7, expected a string | Correct source_root."),
        ("[tool.flytec.check]\neror = []", {}, {}, "pyproject.toml: [tool.flytec] check.eror is no setting, "
         "expected one of ignore, warn, error | Write error."),
        ("[tool.flytec.check]\nignore = ['FTC211', 'FTC99']", {}, {},
         "pyproject.toml: [tool.flytec] check.ignore[1] is 'FTC99', expected the number or name of a code, "
         "such as FTC304, mismatching-types or FTC3* | Correct check."),
        ("[tool.flytec.check]\nwarn = {'legacy/**' = 'FTC3*'}", {}, {},
         "pyproject.toml: [tool.flytec] check.warn.legacy/** is 'FTC3*', expected a list | Correct check."),
        ("[tool.flytec.platform]\nnode-limt = 3", {}, {}, "pyproject.toml: [tool.flytec] platform.node_limt is no "
         "setting, expected one of preset, node_limit, message_size, workflow_size, task_types, domains, "
         "limits | Write node_limit."),
        ("[tool.flytec.platform]\nnode-limit = -1", {}, {},
         "pyproject.toml: [tool.flytec] platform.node_limit is -1, expected a whole number from 0 | Correct platform."),
        ("[tool.flytec.platform]\nnode-limit = '9'", {}, {},
         "pyproject.toml: [tool.flytec] platform.node_limit is '9', expected a whole number | Correct platform."),
        ("[tool.flytec.platform]\nmessage-size = '4MB'", {}, {}, "pyproject.toml: [tool.flytec] "
         "platform.message_size is '4MB', expected a quantity such as 2, 500m or 4Mi | Correct platform."),
        ("[tool.flytec.platform]\nlimits = {cpu = true}", {}, {}, "pyproject.toml: [tool.flytec] "
         "platform.limits.cpu is True, expected a quantity such as 2, 500m or 4Mi | Correct platform."),
        ("[tool.flytec.platform]\nlimits = {memry = 1}", {}, {}, "pyproject.toml: [tool.flytec] platform.limits.memry "
         "is no setting, expected one of cpu, memory, gpu, storage, ephemeral_storage | Write memory."),
        ("platform = 'mine'", {}, {},
         "pyproject.toml: [tool.flytec] platform is 'mine', expected 'server-defaults' | Correct platform."),
        ("platform = 3", {}, {}, "pyproject.toml: [tool.flytec] platform is 3, expected a table | Correct platform."),
        ("plugins = ['polar']", {}, {}, "pyproject.toml: [tool.flytec] plugins[0] is 'polar', expected 'airflow', "
         "'huggingface', 'modin', 'omegaconf', 'pandera', 'polars', 'pydantic', 'spark', 'vaex', 'whylogs' or 'xarray' "
         "| Correct plugins."),
        ("", {}, {"plugins": ("spar",)}, "option --plugin[0] is 'spar', expected 'airflow', "
         "'huggingface', 'modin', 'omegaconf', 'pandera', 'polars', 'pydantic', 'spark', 'vaex', 'whylogs' or 'xarray' "
         "| Correct plugins."),
        ("", {}, {"placeholders": ("acme-core",)}, "option --placeholder[0] is 'acme-core', "
         "expected the dotted name of a module, such as acme.core | Correct placeholders."),
        ("types = 'x'", {}, {}, "pyproject.toml: [tool.flytec] types is 'x', expected a mapping | Correct types."),
        ("[tool.flytec.types]\nFrame = 'pickle'", {}, {}, "pyproject.toml: [tool.flytec] types.Frame is 'Frame', "
         "expected a dotted name such as acme.frames.Frame | Correct types."),
        ("[tool.flytec.types]\n'acme.Frame' = 'dataset'", {}, {}, "pyproject.toml: [tool.flytec] types.acme.Frame is "
         "'dataset', expected 'structured-dataset', 'blob', 'pickle', 'struct' or 'literal-type' | Correct types."),
        ("[tool.flytec.types]\n'acme.Frame' = 7", {}, {},
         "pyproject.toml: [tool.flytec] types.acme.Frame is 7, expected a table | Correct types."),
        ("[tool.flytec.types]\n'acme.Frame' = 'blob'", {}, {}, "pyproject.toml: [tool.flytec] types.acme.Frame is "
         "{'kind': 'blob'}, expected a format too, which may be empty | Correct types."),
        ("[tool.flytec.types]\n'acme.Frame' = {kind = 'literal-type'}", {}, {}, "pyproject.toml: [tool.flytec] "
         "types.acme.Frame is {'kind': 'literal-type'}, expected a file too | Correct types."),
        ("[tool.flytec.types]\n'acme.Frame' = {kind = 'struct', multipart = true}", {}, {}, "pyproject.toml: "
         "[tool.flytec] types.acme.Frame is {'kind': 'struct', 'multipart': True}, expected no multipart, which "
         "belongs to the kind blob | Correct types."),
        ("[tool.flytec.types]\n'acme.Frame' = {kind = 'blob', format = 'a', multi-part = true}", {}, {},
         "pyproject.toml: [tool.flytec] types.acme.Frame.multi_part is no setting, expected one of kind, format, "
         "multipart, name, schema_file, file, transformer | Write multipart."),
        ("[tool.flytec.types]\n'acme.Frame' = {kind = 'pickle', name = 'a b'}", {}, {}, "pyproject.toml: [tool.flytec] "
         "types.acme.Frame.name is 'a b', expected a dotted name such as acme.frames.Frame | Correct types."),
        ("known = 'x'", {}, {}, "pyproject.toml: [tool.flytec] known is 'x', expected a list | Correct known."),
        ("", {"FLYTEC_PLATFORM": "mine"}, {},
         "environment variable FLYTEC_PLATFORM is 'mine', expected 'server-defaults' | Correct platform."),
        ("", {"FLYTEC_CHECK": "x"}, {}, "environment variable FLYTEC_CHECK is malformed JSON (Expecting value: line 1 "
         "column 1 (char 0)), expected an object | Correct the JSON."),
        ("imge = []", {}, {},
         f"pyproject.toml: [tool.flytec] imge is no setting, expected one of {NAMES} | Write image."),
        ("", {"FLYTEC_KEEP_GOING": "maybe"}, {}, "environment variable FLYTEC_KEEP_GOING is 'maybe', "
         "expected one of 1, true, yes, on, 0, false, no, off | Set it to 1 or 0."),
        ("", {"FLYTEC_ENV": "A=1,2"}, {}, "environment variable FLYTEC_ENV has '2' without '=', "
         "expected KEY=VALUE between commas | Write values that hold commas as a JSON object."),
        ("", {"FLYTEC_ENV": "{"}, {}, "environment variable FLYTEC_ENV is malformed JSON (Expecting property name "
         "enclosed in double quotes: line 1 column 2 (char 1)), expected an object of strings | Correct the JSON."),
        ("", {"FLYTEC_ENV": '{"A": 1}'}, {},
         "environment variable FLYTEC_ENV.A is 1, expected a string | Correct env."),
        ("source-root = '.'\nsource_root = '.'", {}, {},
         "pyproject.toml: [tool.flytec] has source_root and source-root, expected one of the two | Remove one."),
    ],
)  # fmt: skip
def test_wrong_setting_names_its_place(
    tmp_path: Path, toml: str, environ: dict[str, str], flags: dict[str, object], finding: str
) -> None:
    text = toml and f"[tool.flytec]\n{toml}\n"

    assert refusal(lambda: loaded(tmp_path, toml=text, environ=environ, **flags)) == [
        f"FTC601 invalid-setting: {finding}"
    ]


def test_unknown_variable_is_refused(tmp_path: Path) -> None:
    (finding,) = refusal(lambda: loaded(tmp_path, environ={"FLYTEC_IMAG": "a:1"}))

    assert finding.startswith(
        "FTC601 invalid-setting: environment variable FLYTEC_IMAG is no setting, expected one of FLYTEC_"
    )
    assert finding.endswith(" | Write FLYTEC_IMAGE.")


def test_unknown_option_is_refused(tmp_path: Path) -> None:
    (finding,) = refusal(lambda: loaded(tmp_path, imag="a:1"))

    assert finding.startswith("FTC601 invalid-setting: option --imag is no setting, expected one of --image, --project")
    assert finding.endswith(" | Write --image.")


def test_all_wrong_settings_are_reported(tmp_path: Path) -> None:
    findings = refusal(lambda: loaded(tmp_path, environ={"FLYTEC_FORMAT": "xml"}, frontend="other", version=1))

    assert findings == [
        "FTC601 invalid-setting: environment variable FLYTEC_FORMAT is 'xml', expected 'text' or 'json' "
        "| Correct format.",
        "FTC601 invalid-setting: option --frontend is 'other', expected 'stand-in' or 'flytekit' | Correct frontend.",
        "FTC601 invalid-setting: option --version is 1, expected a string | Correct version.",
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"[tool.flytec]\nimage = [\n", ":2: FTC605 invalid-config-file: malformed TOML ("),
        (b"a = 1\n\nb = = 2\n\n", ":3: FTC605 invalid-config-file: malformed TOML ("),
        (b"a = \xff", ": FTC605 invalid-config-file: byte 4 is not UTF-8, expected text"),
        (b"[tool]\nflytec = 3", ": FTC605 invalid-config-file: tool.flytec is 3, expected a table"),
    ],
)
def test_unreadable_pyproject_names_the_file(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_bytes(content)
    (finding,) = refusal(lambda: loaded(tmp_path))

    assert finding.startswith(f"{path}{message}")


def test_settings_are_frozen(tmp_path: Path) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        loaded(tmp_path).format = "json"
