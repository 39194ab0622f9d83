"""The models that stand for those of Kubernetes' client, beside the client's own."""

from collections.abc import Callable
from importlib.metadata import version
from importlib.resources import files
from typing import Any

import kubernetes.client as real
import pytest

from flytec.authoring.kubernetes_models import ApiClient, model, model_names, module_name


class Ours:
    """`kubernetes.client`, as far as it is served."""

    ApiClient = ApiClient

    def __getattr__(self, name: str) -> Any:
        return model(name)


OURS = Ours()


def undescribed(schema: Any) -> Any:
    match schema:
        case dict():
            return {key: undescribed(each) for key, each in schema.items() if key not in ("description", "title")}
        case list():
            return [undescribed(each) for each in schema]
        case _:
            return schema


@pytest.mark.parametrize("name", ["V1Pod", "V1PodTemplateSpec", "V1Secret", "V1ConfigMap", "V1NetworkPolicy", "V1Job"])
def test_the_fields_and_their_types_are_the_clients(name: str) -> None:
    """A schema takes in all models that a model holds."""
    assert undescribed(model(name).model_json_schema()) == undescribed(getattr(real, name).model_json_schema())
    assert model(name).attribute_map == getattr(real, name).attribute_map


def test_the_table_is_that_of_the_installed_client() -> None:
    stamp = files("flytec.authoring").joinpath("kubernetes_models.txt").read_text("utf-8").splitlines()[0]
    assert stamp == f"# kubernetes {version('kubernetes')}, written by make tables"


def test_modules_are_named_as_the_clients() -> None:
    names = [name for name in model_names() if hasattr(real.models, name)]
    assert len(names) > 500
    assert {name: module_name(name) for name in names} == {name: real.models._exports[name][1:] for name in names}


VALUES: list[Callable[[Any], Any]] = [
    lambda k: k.V1Container(name="main").to_dict(),
    lambda k: k.V1Container(name="main", env=[k.V1EnvVar(name="A", value="1")]).to_dict(serialize=True),
    lambda k: k.V1Probe(_exec=k.V1ExecAction(command=["true"])).to_dict(),
    lambda k: k.V1Probe(exec={"command": ["true"]})._exec.to_dict(),
    lambda k: k.V1VolumeMount(name="a", mountPath="/a").mount_path,
    lambda k: k.V1PodSpec(containers=[{"name": "main"}]).containers[0].name,
    lambda k: k.V1PodSpec.from_dict({"containers": [{"name": "a", "unknown": 1}], "hostIPC": True}).to_dict(),
    lambda k: k.V1Container(name="a") == k.V1Container(name="a"),
    lambda k: k.V1Container(name="a") == k.V1Container(name="b"),
    lambda k: repr(k.V1Container(name="a")),
    lambda k: k.ApiClient().sanitize_for_serialization(k.V1Pod(spec=k.V1PodSpec(containers=[k.V1Container(name="a")]))),
]


@pytest.mark.parametrize("value", VALUES)
def test_values_are_the_clients(value: Callable[[Any], Any]) -> None:
    assert value(OURS) == value(real)


REFUSED: list[Callable[[Any], Any]] = [
    lambda k: k.V1Container(nme="main"),
    lambda k: k.V1Container(),
    lambda k: k.V1Container("main"),
    lambda k: k.V1Container(name=1),
    lambda k: k.V1Container(name="a", image=3.5),
    lambda k: k.V1EnvVar(name="a", value=1),
    lambda k: k.V1PodSpec(containers=[k.V1EnvVar(name="a")]),
    lambda k: setattr(k.V1Container(name="a"), "name", 1),
    lambda k: setattr(k.V1Container(name="a"), "nme", "a"),
    lambda k: k.V1Probe(exec=None, _exec=None),
]


@pytest.mark.parametrize("value", REFUSED)
def test_what_the_client_refuses_is_refused_in_its_words(value: Callable[[Any], Any]) -> None:
    with pytest.raises(Exception) as theirs:  # noqa: PT011  the words are compared below
        value(real)
    with pytest.raises(type(theirs.value)) as ours:
        value(OURS)
    assert str(ours.value).replace("KubernetesModel", "BaseModel") == str(theirs.value)
