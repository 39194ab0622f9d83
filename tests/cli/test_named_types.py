"""Types of plug-ins and of the settings, from sources to messages."""

from pathlib import Path

import pytest

from cli.test_settings import flytec
from flytec.artifact.read import read_artifact
from flytec.ir import codec, pb
from layouts import lay_out

# The name of the class counts, not the library: this one stands for polars.
POLARS = {
    "lib/polars/__init__.py": "from polars.dataframe.frame import DataFrame",
    "lib/polars/dataframe/__init__.py": "",
    "lib/polars/dataframe/frame.py": "class DataFrame: ...",
}
PLAIN = """
import polars
from flytekit import task

@task
def load() -> polars.DataFrame:
    return polars.DataFrame()
"""
IMPORTED = f"import flytekitplugins.polars\n{PLAIN}"
DATASET = "structured_dataset_type { }"
PICKLE = (
    'blob { format: "PythonPickle" } metadata { fields { key: "python_class_name" '
    "value { string_value: \"<class \\'polars.dataframe.frame.DataFrame\\'>\" } } }"
)
WARNING = (
    "warning[FTC211 pickled-type]: DataFrame has no Flyte type and travels as a pickle, which only the same "
    "version of Python reads\n  hint: import flytekitplugins.polars, or name polars in plugins of [tool.flytec]\n"
)


def output(folder: Path) -> str:
    """The literal type of the only output of the only task."""
    (unit,) = read_artifact(folder / "out").units
    assert isinstance(unit.message, pb.TaskSpec)
    return " ".join(codec.to_text(unit.message.template.interface.outputs.variables["o0"].type).split())


@pytest.mark.parametrize(
    ("module", "toml", "options", "expected"),
    [
        (IMPORTED, "", [], DATASET),
        (PLAIN, "", ["--plugin", "polars"], DATASET),
        (PLAIN, '[tool.flytec]\nplugins = ["polars"]', [], DATASET),
        (PLAIN, '[tool.flytec]\nplugins = ["spark"]', [], PICKLE),
        (PLAIN, '[tool.flytec.types]\n"polars.dataframe.frame.DataFrame" = "struct"', [], "simple: STRUCT"),
        (IMPORTED, '[tool.flytec.types]\n"polars.dataframe.frame.DataFrame" = "struct"', [], DATASET),
    ],
)
def test_a_type_of_a_plugin_is_what_imports_and_settings_say(
    module: str, toml: str, options: list[str], expected: str, tmp_path: Path
) -> None:
    lay_out(tmp_path, {**POLARS, "flows.py": module, "pyproject.toml": toml})
    code, said = flytec(
        tmp_path, "compile", "flows.py", "-o", "out", *options, env={"PYTHONPATH": str(tmp_path / "lib")}
    )
    assert code == 0, said
    assert output(tmp_path) == expected
    assert (WARNING in said) == (expected == PICKLE), said


def test_flytekits_names_for_torch_and_tensorflow_need_neither(tmp_path: Path) -> None:
    text = (
        "from flytekit import task\nfrom flytekit.extras.pytorch import PyTorchCheckpoint\n"
        "import flytekit.extras.tensorflow\nfrom flytekit.types.file import TFRecordFile\n"
        "@task\ndef save(records: TFRecordFile) -> PyTorchCheckpoint:\n    return PyTorchCheckpoint({1: 2})\n"
    )
    lay_out(tmp_path, {"flows.py": text})
    code, said = flytec(tmp_path, "compile", "flows.py", "-o", "out")
    assert code == 0, said
    assert output(tmp_path) == ('blob { format: "PyTorchCheckpoint" }')


def test_pods_need_no_client_of_kubernetes(tmp_path: Path) -> None:
    """The module names the models in each way that the client has."""
    text = (
        "import kubernetes\nfrom flytekit import PodTemplate, task\nfrom kubernetes import client\n"
        "from kubernetes.client.models import V1Container\nfrom kubernetes.client.models.v1_pod_spec import V1PodSpec\n"
        "assert client.V1Container is V1Container is kubernetes.client.models.V1Container\n"
        "from kubernetes.config import load_incluster_config\n"
        "def pods(): load_incluster_config(); return client.CoreV1Api()\n"
        "@task(pod_template=PodTemplate(pod_spec=V1PodSpec(containers=[V1Container(name='primary', tty=True)])))\n"
        "def build() -> int:\n    return 1\n"
    )
    lay_out(tmp_path, {"flows.py": text})
    hidden = {"PYTHONPATH": str(HIDING), "HIDDEN_PACKAGES": "kubernetes"}
    code, said = flytec(tmp_path, "compile", "flows.py", "-o", "out", env=hidden)
    assert code == 0, said
    assert output(tmp_path) == "simple: INTEGER"


HIDING = Path(__file__).parents[1] / "differential" / "hiding"
