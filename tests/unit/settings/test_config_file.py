"""flytekit's configuration files."""

from pathlib import Path

import pytest

from flytec.settings import ConfigFile, get_config_file, workflow_packages
from flytec.settings.config_file import LegacyConfigEntry, YamlConfigEntry, find_config_file
from unit.settings.errors import refusal


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_places_are_tried_in_flytekits_order(tmp_path: Path) -> None:
    folder, home = tmp_path / "here", tmp_path / "home"
    environ = {"_FLYTECTL_CONFIG_PYFLYTE_OVERRIDE": str(tmp_path / "a.yaml"), "FLYTECTL_CONFIG": "b.yaml"}

    def found() -> Path | None:
        return find_config_file(environ=environ, folder=folder, home=home)

    places = [
        written(tmp_path / "a.yaml", ""),
        written(folder / "b.yaml", ""),
        written(folder / "flytekit.config", ""),
        written(home / ".flyte" / "config", ""),
        written(home / ".flyte" / "config.yaml", ""),
    ]
    order = [found()]
    del environ["_FLYTECTL_CONFIG_PYFLYTE_OVERRIDE"]
    order.append(found())
    del environ["FLYTECTL_CONFIG"]
    for place in places[2:]:
        order.append(found())
        place.unlink()

    assert order == places
    assert found() is None


def test_file_that_the_environment_names_wrongly_is_passed_over_with_a_warning(tmp_path: Path) -> None:
    path = written(tmp_path / "flytekit.config", "")

    with pytest.warns(UserWarning, match=r"FLYTECTL_CONFIG names .*nowhere, which does not exist"):
        assert find_config_file(environ={"FLYTECTL_CONFIG": "nowhere"}, folder=tmp_path, home=tmp_path) == path


def test_config_file_is_given_or_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = ConfigFile(written(tmp_path / "flytekit.config", ""))
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FLYTECTL_CONFIG", raising=False)

    assert get_config_file(config) is config
    found = get_config_file()
    assert found is not None
    assert found.location == config.location


def test_ini_entries_are_read_as_their_type(tmp_path: Path) -> None:
    text = "[a]\ntext = x\nlist = x, y\nyes = on\nnumber = 7\n"
    config = ConfigFile(written(tmp_path / "x.config", text))
    entries = [
        LegacyConfigEntry("a", "text"),
        LegacyConfigEntry("a", "LIST", list),
        LegacyConfigEntry("a", "yes", bool),
        LegacyConfigEntry("a", "number", int),
        LegacyConfigEntry("a", "other"),
        LegacyConfigEntry("b", "text"),
    ]

    assert [config.get(entry) for entry in entries] == ["x", ["x", " y"], True, 7, None, None]
    assert config.legacy_config is not None
    assert config.yaml_config is None


def test_yaml_entries_are_read_by_their_path(tmp_path: Path) -> None:
    config = ConfigFile(written(tmp_path / "x.yaml", "admin:\n  endpoint: dns:///x\n  insecure: true\n"))
    switches = ("admin.endpoint", "admin.insecure", "admin.other", "admin.endpoint.deeper", "other")

    assert [config.get(YamlConfigEntry(switch)) for switch in switches] == ["dns:///x", True, None, None, None]
    assert config.legacy_config is None


def test_entry_of_the_other_kind_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "x.yaml", "")

    assert refusal(lambda: ConfigFile(path).get(LegacyConfigEntry("a", "b"))) == [
        f"{path}: FTC605 invalid-config-file: LegacyConfigEntry(section='a', option='b', type_=<class 'str'>) "
        "does not fit a YAML file, expected an entry of its kind | Correct the file."
    ]


@pytest.mark.parametrize(
    ("text", "environ", "packages"),
    [
        ("[sdk]\nworkflow_packages = a.b, c ,,\n", {}, ("a.b", "c")),
        ("[sdk]\nworkflow_packages = a\n", {"FLYTE_SDK_WORKFLOW_PACKAGES": "x,y"}, ("x", "y")),
        ("[sdk]\nworkflow_packages = a\n", {"FLYTE_SDK_WORKFLOW_PACKAGES": ""}, ()),
        ("[sdk]\n", {}, ()),
        ("", {}, ()),
    ],
)
def test_workflow_packages(tmp_path: Path, text: str, environ: dict[str, str], packages: tuple[str, ...]) -> None:
    config = ConfigFile(written(tmp_path / "x.config", text))

    assert workflow_packages(config, environ=environ) == packages


def test_yaml_file_has_no_workflow_packages(tmp_path: Path) -> None:
    config = ConfigFile(written(tmp_path / "x.yaml", "sdk: {workflow_packages: a}\n"))

    assert workflow_packages(config, environ={}) == ()
    assert workflow_packages(None, environ={"FLYTE_SDK_WORKFLOW_PACKAGES": "a"}) == ("a",)


@pytest.mark.parametrize(
    ("name", "text", "finding"),
    [
        ("x.config", "\nnope\n", ":2: {code}a line comes before any section, expected [SECTION] first"),
        ("x.config", "[a]\nb = 1\nnope\n", ":3: {code}'nope' is no option, expected NAME = VALUE"),
        ("x.config", "[a]\nb = 1\nb = 2\n", ":3: {code}'b' stands here again, expected it once"),
        ("x.config", "[a]\n[b]\n[a]\n", ":3: {code}'a' stands here again, expected it once"),
        ("x.config", "[a]\n[internal]\n", ":2: {code}section [internal] is flytekit's own, expected none of that name"),
        ("x.yaml", "a: 1\nb: [\n", ":3: {code}malformed YAML (while parsing a flow node expected the node content, "
         "but found '<stream end>'), expected one mapping"),
        ("x.yaml", "a: 1\n---\nb: 1\n", ":2: {code}malformed YAML (expected a single document in the stream "
         "but found another document), expected one mapping"),
        ("x.yaml", "a: \x07\n", ": {code}malformed YAML (unacceptable character #x0007: special characters are not "
         "allowed in \"<unicode string>\", position 3), expected one mapping"),
        ("x.yml", "- a\n", ":1: {code}the file holds ['a'], expected a mapping"),
    ],
)  # fmt: skip
def test_malformed_file_names_its_line(tmp_path: Path, name: str, text: str, finding: str) -> None:
    path = written(tmp_path / name, text)
    expected = f"{path}{finding.replace('{code}', 'FTC605 invalid-config-file: ')} | Correct the file."

    assert refusal(lambda: ConfigFile(path)) == [expected]


def test_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "binary.config").write_bytes(b"[a]\nb = \xff\n")

    assert refusal(lambda: ConfigFile(tmp_path / "no.config")) == [
        f"{tmp_path}/no.config: FTC605 invalid-config-file: the file cannot be read (No such file or directory), "
        "expected a configuration file | Correct the file."
    ]
    assert refusal(lambda: ConfigFile(tmp_path / "binary.config")) == [
        f"{tmp_path}/binary.config: FTC605 invalid-config-file: byte 8 is not UTF-8, expected text | Correct the file."
    ]


def test_wrong_ini_value_names_its_line(tmp_path: Path) -> None:
    path = written(tmp_path / "x.config", "[images]\na = 1\n[b]\na: x\n[images2]\nz=%(nope)s\n")
    config = ConfigFile(path)

    assert refusal(lambda: config.get(LegacyConfigEntry("b", "a", int))) == [
        f"{path}:4: FTC605 invalid-config-file: [b] a cannot be read (invalid literal for int() with base 10: 'x'), "
        "expected int | Correct the file."
    ]
    (finding,) = refusal(lambda: config.get(LegacyConfigEntry("images2", "z")))
    assert finding.startswith(
        f"{path}:6: FTC605 invalid-config-file: [images2] z cannot be read (Bad value substitution"
    )


def test_wrong_images_name_their_line(tmp_path: Path) -> None:
    path = written(tmp_path / "x.yaml", "a:\n  images: 1\nimages: 7\n")

    assert refusal(lambda: ConfigFile(path).images()) == [
        f"{path}:3: FTC605 invalid-config-file: images is 7, expected a mapping of names to references "
        "| Correct the file."
    ]
