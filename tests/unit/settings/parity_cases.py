"""What flytekit's settings and ours are both asked, each through its own `Api`; answers are JSON.

A case is a function of the api. It runs in a folder that `write_files` filled, with that folder as home.
"""

import os
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple


class Api(NamedTuple):
    """One side: its names, and how it forgets configuration files that it has found."""

    Image: Any
    ImageConfig: Any
    SerializationSettings: Any
    FastSerializationSettings: Any
    EntrypointSettings: Any
    SerializationMode: Any
    Resources: Any
    ResourceSpec: Any
    key_value_callback: Any
    forget_config_files: Callable[[], None]


Case = Callable[[Api], object]

FILES = {
    "lower.config": "[images]\nFoo=a/b:v\nbar = c\n",
    "no_images.config": "[sdk]\nworkflow_packages=a, b\n",
    "internal.config": "[internal]\n",
    "bad_interpolation.config": "[images]\na=%x\n",
    "interpolation.config": "[images]\na=%(b)s\nb=q:1\n",
    "no_section.config": "garbage\n",
    "default_section.config": "[DEFAULT]\nz=y\n[images]\na=b\n",
    "empty.config": "",
    "empty_value.config": "[images]\na=\n",
    "no_value.config": "[images]\na\n",
    "twice.config": "[images]\na=b\na=c\n",
    "section_twice.config": "[images]\n[images]\n",
    "comments.config": "# x\n[images]\n; y\na = b:c\n  :d\n",
    "two.yaml": "images:\n  Foo: a/b:v\n  bar: c\n",
    "empty.yaml": "",
    "no_images.yaml": "admin: 1\n",
    "list.yaml": "images: [a]\n",
    "number.yaml": "images:\n  a: 1\n",
    "null.yaml": "images:\n  a: null\n",
    "null_images.yaml": "images:\n",
    "number_key.yaml": "images: {1: b}\n",
    "syntax.yaml": "a: [\n",
    "documents.yaml": "a: 1\n---\nb: 2\n",
    "top_list.yaml": "- a\n",
    "short.yml": "images: {a: b}\n",
    "spec.yaml": "name: Foo\nregistry: localhost:30000\nplatform: linux/amd64\npython_version: 3.11\n"
    "packages:\n- numpy\nenv: {A: '1', B: 2}\n",
    "spec_small.yaml": "packages: [a]\n",
    "spec_all.yaml": "name: x\nbuilder: default\nconda_packages: [c]\nconda_channels: [d]\nrequirements: reqs.txt\n"
    "apt_packages: [e]\ncuda: '12'\ncudnn: 8\nbase_image: a/b:c\npip_index: i\npip_extra_index_url: [u]\n"
    "pip_extra_args: --pre\nregistry_config: rc.json\nentrypoint: []\ncommands: [run]\n"
    "tag_format: '{spec_hash}-dev'\npython_exec: /p\nruntime_packages: [r]\nbuilder_options: {k: v}\n"
    "builder_config: {image: q}\n",
    "spec_noop.yaml": "builder: noop\nbase_image: base/it:1\n",
    "spec_noop_bare.yaml": "builder: noop\n",
    "spec_unknown.yaml": "nmae: x\n",
    "spec_builder.yaml": "builder: other\n",
    "spec_packages.yaml": "packages: numpy\n",
    "spec_registry.yaml": "registry: 'A b'\n",
    "spec_no_reqs.yaml": "requirements: nowhere.txt\n",
    "spec_options.yaml": "builder_options: [a]\n",
    "reqs.txt": "pandas\n\n",
}

REFERENCES = (
    "a",
    "a:b",
    "localhost:5000/a",
    "localhost:5000/a:v",
    "a@sha256:1",
    "a:b@sha256:1",
    "a@b@c",
    "",
    "a:",
    "@",
    ":x",
    "a:b:c",
    "a/b:c/d",
    "h:1/x@",
    " a:b ",
    "a@",
    "h:5000/a/b:",
    "/",
    "x" * 5000 + ":y",
    *(name for name in FILES if name.startswith("spec")),
)

IMAGE_VALUES = (
    (),
    ("a:b",),
    ("x=a:b",),
    ("default=a:b",),
    ("a:b", "c:d"),
    ("default=a:b", "x=c:d", "x=e:f"),
    ("=a:b",),
    ("a=b=c:d",),
    ("x=a",),
    ("a",),
    ("x=",),
    ("",),
    ("default=a:b", "default=a:b"),
    ("a:b?x=1",),
    ("x=a@sha256:1", "h:1/b:c"),
    ("x=spec.yaml", "spec_small.yaml"),
)

WIRE_FORMS: tuple[object, ...] = (
    {"image_config": {}},
    {"image_config": None},
    {},
    {"image_config": {"default_image": {"name": "a"}}},
    {"image_config": {"default_image": {"name": "a", "fqn": "b", "tag": "c", "digest": "d"}}},
    {"image_config": {}, "later_field": 1},
    {"image_config": {"images": [{"name": "a", "fqn": "b", "tag": 1}]}, "version": 5, "project": 1.5},
    {"image_config": {"images": None}, "python_interpreter": None, "flytekit_virtualenv_root": "/x"},
    {"image_config": {}, "python_interpreter": None},
    {"image_config": {}, "env": {"a": 1}},
    {"image_config": {}, "env": {}},
    {"image_config": {}, "fast_serialization_settings": {"enabled": True, "destination_dir": "."}},
    {"image_config": {}, "fast_serialization_settings": {}},
    {"image_config": {}, "fast_serialization_settings": {"enabled": "false"}},
    {"image_config": {}, "default_resources": {"requests": {}, "limits": {"cpu": ["1", "2"], "mem": 5}}},
    {"image_config": {}, "default_resources": {"requests": {}}},
    {"image_config": {}, "default_resources": {"requests": {}, "limits": {"cpu": {}}}},
    [],
    None,
    "x",
)

RESOURCES: tuple[dict[str, Any], ...] = (
    {},
    {"cpu": 1},
    {"cpu": 0.5, "mem": 1024, "gpu": "1", "ephemeral_storage": "1Gi"},
    {"cpu": ("1", "2")},
    {"cpu": ["1", 2], "mem": ("1", "2"), "gpu": [1, 2], "ephemeral_storage": (1, 2)},
    {"mem": 1.5},
    {"gpu": 1.0},
    {"cpu": [1]},
    {"cpu": (1, 2, 3)},
    {"cpu": ()},
    {"cpu": {}},
    {"cpu": [1, [2]]},
    {"cpu": ("1", None)},
    {"ephemeral_storage": (1.5, 2)},
    {"memory": 1},
)

INTERPRETERS = ("/opt/venv/bin/python3", "python", "", "/", "bin/python", "a/b/c", "/a/", "//a/b", "a\\b", "/x//y//z")


def write_files(folder: Path) -> None:
    """Put the files that cases read into `folder`."""
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")


@contextmanager
def environment(api: Api, **values: str) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(values)
    api.forget_config_files()
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
        api.forget_config_files()


def some_settings(seed: int) -> Callable[[Api], Any]:
    """Settings that differ in every field from one seed to the next; text of all kinds."""
    pick = random.Random(seed)

    def text() -> str:
        return "".join(pick.choices('abz09-_./: "\\\n\té漢🙂\u2028', k=pick.randrange(12)))

    def maybe(make: Callable[[], Any]) -> Any:
        return make() if pick.random() < 0.7 else None

    def image(api: Api) -> Any:
        version = pick.choice([{}, {"tag": text()}, {"digest": text()}])
        return api.Image(text(), text(), **version)

    def resources(api: Api) -> Any:
        return api.Resources(
            cpu=maybe(lambda: pick.choice([text(), 1, 0.5, 1e30])),
            mem=maybe(text),
            gpu=maybe(lambda: pick.choice([2, ["1", "2"], (1, 2)])),
        )

    def make(api: Api) -> Any:
        return api.SerializationSettings(
            api.ImageConfig(maybe(lambda: image(api)), maybe(lambda: [image(api) for _ in range(pick.randrange(3))])),
            maybe(text),
            maybe(text),
            maybe(text),
            env=maybe(lambda: {text(): text() for _ in range(pick.randrange(4))}),
            default_resources=maybe(lambda: api.ResourceSpec(requests=resources(api), limits=resources(api))),
            git_repo=maybe(text),
            python_interpreter=text(),
            flytekit_virtualenv_root=maybe(text),
            fast_serialization_settings=maybe(
                lambda: api.FastSerializationSettings(pick.random() < 0.5, maybe(text), maybe(text))
            ),
            source_root=maybe(text),
        )

    return make


def _everything_of(settings: Any) -> dict[str, object]:
    carrying = settings.with_serialized_context()
    rebuilt = settings.new_builder().build()
    return {
        "dict": settings.to_dict(),
        "json": settings.to_json(),
        "sorted json": settings.to_json(sort_keys=True, indent=1, ensure_ascii=False, separators=(",", ":")),
        "context": settings.serialized_context,
        "carrying": carrying.to_json(),
        "carried": carrying.serialized_context,
        "same when it carries": carrying.with_serialized_context() is carrying,
        "entrypoint": settings.entrypoint_settings.to_dict(),
        "fast": settings.should_fast_serialize(),
        "rebuilt": rebuilt == settings and rebuilt is not settings,
        "back from json": type(settings).from_json(settings.to_json()).to_json(),
        "back from transport": type(settings).from_transport(settings.serialized_context).to_json(),
    }


def _reference(reference: str, allow: bool) -> Case:
    def case(api: Api) -> object:
        image = api.Image.look_up_image_info("n", reference, allow)
        return [image.to_dict(), image.full, image.version]

    return case


def _assigned(api: Api) -> object:
    settings = api.SerializationSettings(api.ImageConfig())
    settings.source_root = "/src"
    settings.env = {"A": "1"}
    settings.env["B"] = "2"
    settings.fast_serialization_settings = api.FastSerializationSettings()
    settings.fast_serialization_settings.enabled = True
    settings.python_interpreter = "/x/y/z"
    return settings.to_json()


def _builder(api: Api) -> object:
    settings = api.SerializationSettings(api.ImageConfig(), env={"A": "1"})
    builder = settings.new_builder()
    same = builder.with_fast_serialization_settings(api.FastSerializationSettings(True)) is builder
    builder.env["B"] = "2"
    builder.project = "p"
    positional = api.SerializationSettings.Builder("p", "d", "v", api.ImageConfig(), flytekit_virtualenv_root="/r")
    return [same, builder.build().to_json(), settings.to_json(), positional.build().to_json()]


def _find(api: Api) -> object:
    first, second = api.Image("x", "a"), api.Image("x", "b")
    configs = (
        api.ImageConfig(),
        api.ImageConfig(first),
        api.ImageConfig(None, [second]),
        api.ImageConfig(first, [second]),
    )
    return [[image and image.fqn for image in map(config.find_image, ("x", "y"))] for config in configs]


def _auto_in_environment(api: Api, **values: str) -> object:
    with environment(api, **values):
        return api.ImageConfig.auto().to_dict()


def _default_image(api: Api) -> object:
    with environment(api, FLYTE_INTERNAL_IMAGE="own/image:7"):
        return [api.ImageConfig.auto_default_image().to_dict(), api.ImageConfig.validate_image(None, "i", ()).to_dict()]


def _schema(**parameters: Any) -> Case:
    def case(api: Api) -> object:
        image = api.Image("a", "b", "c")
        return api.Image.schema(**parameters).dump([image] if parameters.get("many") else image)

    return case


def _schema_load(data: Any, **parameters: Any) -> Case:
    def case(api: Api) -> object:
        loaded = api.Image.schema(**parameters).load(data)
        return [image.to_dict() for image in (loaded if isinstance(loaded, list) else [loaded])]

    return case


CASES: dict[str, Case] = {
    **{f"settings {seed}": lambda api, seed=seed: _everything_of(some_settings(seed)(api)) for seed in range(150)},
    **{f"look up {ref[:40]!r} {allow}": _reference(ref, allow) for ref in REFERENCES for allow in (False, True)},
    **{
        f"validate_image {values}": lambda api, values=values: api.ImageConfig.validate_image(
            None, "image", values
        ).to_dict()
        for values in IMAGE_VALUES
    },
    **{
        f"auto {name}": lambda api, name=name: api.ImageConfig.auto(name).to_dict()
        for name in (*FILES, "nowhere.config", "nowhere.yaml")
        if name.endswith(("config", "yaml", "yml")) and not name.startswith("spec")
    },
    "auto image": lambda api: api.ImageConfig.auto("two.yaml", "d:e").to_dict(),
    "auto image without version": lambda api: api.ImageConfig.auto(img_name="d").to_dict(),
    "auto nothing": lambda api: _auto_in_environment(api),
    "auto environment": lambda api: _auto_in_environment(api, FLYTECTL_CONFIG="two.yaml"),
    "auto override": lambda api: _auto_in_environment(
        api, FLYTECTL_CONFIG="nowhere", _FLYTECTL_CONFIG_PYFLYTE_OVERRIDE="lower.config"
    ),
    "auto default image": lambda api: api.ImageConfig.auto_default_image().to_dict(),
    "default image from the environment": _default_image,
    **{
        f"from_images {default} {others}": lambda api, default=default, others=others: api.ImageConfig.from_images(
            default, others
        ).to_dict()
        for default in ("a:b", "", None, "a")
        for others in (None, {}, {"x": "c", "y": "e:f"})
    },
    "create_from text": lambda api: api.ImageConfig.create_from("x").to_dict(),
    "create_from nothing": lambda api: api.ImageConfig.create_from(None).to_dict(),
    "create_from others": lambda api: api.ImageConfig.create_from(None, [api.Image("a", "b")]).to_dict(),
    "find_image": _find,
    "tag and digest": lambda api: api.Image("a", "b", "c", "d").to_dict(),
    "frozen image": lambda api: setattr(api.Image("a", "b"), "name", "c"),
    "frozen images": lambda api: setattr(api.ImageConfig(), "images", []),
    "hash of an image": lambda api: len({api.Image("a", "b"), api.Image("a", "b"), api.Image("a", "c")}),
    **{
        f"interpreter {path!r}": lambda api, path=path: [
            api.SerializationSettings.venv_root_from_interpreter(path),
            api.SerializationSettings.default_entrypoint_settings(path).path,
        ]
        for path in INTERPRETERS
    },
    "interpreter None": lambda api: api.SerializationSettings.venv_root_from_interpreter(None),
    "for_image": lambda api: api.SerializationSettings.for_image("a:b", "v").to_json(),
    "for_image in full": lambda api: api.SerializationSettings.for_image("a:b", "v", "p", "d", "/x/y/z").to_json(),
    "for_image without version": lambda api: api.SerializationSettings.for_image("a", "v").to_json(),
    "no arguments": lambda api: api.SerializationSettings(),
    "unknown argument": lambda api: api.SerializationSettings(api.ImageConfig(), projct="x"),
    "too many arguments": lambda api: api.SerializationSettings(api.ImageConfig(), *["x"] * 11),
    "no interpreter": lambda api: api.SerializationSettings(api.ImageConfig(), python_interpreter=None),
    "no interpreter but a root": lambda api: api.SerializationSettings(
        api.ImageConfig(), python_interpreter=None, flytekit_virtualenv_root="/x"
    ).to_json(),
    "no image config": lambda api: api.SerializationSettings(None).to_json(),
    "assigned": _assigned,
    "builder": _builder,
    **{
        f"from_dict {form} {infer}": lambda api, form=form, infer=infer: api.SerializationSettings.from_dict(
            dict(form) if isinstance(form, dict) else form, infer_missing=infer
        ).to_json()
        for form in WIRE_FORMS
        for infer in (False, True)
    },
    "from_json of bytes": lambda api: api.SerializationSettings.from_json(b'{"image_config": {}}').to_json(),
    "from_json with hooks": lambda api: api.SerializationSettings.from_json(
        '{"image_config": {}, "version": 5}', parse_int=lambda text: f"v{text}"
    ).to_json(),
    "from_json of no JSON": lambda api: api.SerializationSettings.from_json("{"),
    "from_dict of an instance": lambda api: api.Image.from_dict(api.Image("a", "b")).to_dict(),
    "entrypoint": lambda api: api.EntrypointSettings.from_json(api.EntrypointSettings("/x").to_json()).to_dict(),
    **{
        f"transport {text!r}": lambda api, text=text: api.SerializationSettings.from_transport(text).to_json()
        for text in ("", "!!!", "aGk=", "e30=", "H4sIAAAAAAAC/w==")
    },
    **{f"resources {values}": lambda api, values=values: api.Resources(**values).to_json() for values in RESOURCES},
    **{
        f"resource spec {values}": lambda api, values=values: api.ResourceSpec.from_multiple_resource(
            api.Resources(**values)
        ).to_json()
        for values in RESOURCES
    },
    "resources by position": lambda api: api.Resources("1", "2", "3", "4").to_dict(),
    "resources from JSON": lambda api: api.Resources.from_json('{"cpu": ["1", "2"], "mem": 5, "x": 1}').to_json(),
    "resource spec from JSON": lambda api: api.ResourceSpec.from_json(
        '{"requests": {"gpu": 1}, "limits": {}, "x": 1}'
    ).to_json(),
    "resource spec without limits": lambda api: api.ResourceSpec.from_dict({"requests": {}}),
    "resource spec of null": lambda api: api.ResourceSpec.from_dict({"requests": None, "limits": {}}),
    "resources of a list": lambda api: api.Resources.from_dict([]),
    "resources of no JSON": lambda api: api.Resources.from_json("{"),
    **{
        f"key_value_callback {values}": lambda api, values=values: api.key_value_callback(None, "env", values)
        for values in (None, [], ["a=b"], [" a = b ", "c=d=e"], ["a"], ["=x"], ["a="], ["a=1", "a=2"])
    },
    "modes": lambda api: {mode.name: mode.value for mode in api.SerializationMode},
    "schema": _schema(),
    "schema many": _schema(many=True),
    "schema only": _schema(only=("name",)),
    "schema only unknown": _schema(only=("nmae",)),
    "schema exclude": _schema(exclude=("name",)),
    "schema load_only": _schema(load_only=("name",)),
    "schema dump_only": _schema(dump_only=("name",)),
    "schema load": _schema_load({"name": "a", "fqn": "b"}),
    "schema load many": _schema_load([{"name": "a", "fqn": "b"}], many=True),
    "schema load unknown": _schema_load({"name": "a", "fqn": "b", "x": 1}),
    "schema load unknown excluded": _schema_load({"name": "a", "fqn": "b", "x": 1}, unknown="exclude"),
    "schema load unknown included": _schema_load({"name": "a", "fqn": "b", "x": 1}, unknown="include"),
    "schema load missing": _schema_load({"name": "a"}),
    "schema load missing partial": _schema_load({"name": "a"}, partial=True),
    "schema load missing by name": _schema_load({"name": "a"}, partial=("fqn",)),
    "schema load null": _schema_load({"name": None, "fqn": "b"}),
    "schema load dump_only": _schema_load({"name": "a", "fqn": "b", "tag": "c"}, dump_only=("tag",)),
    "schema load without only": _schema_load({"name": "a", "fqn": "b", "tag": "c"}, only=("name", "fqn")),
    "schema load tag and digest": _schema_load({"name": "a", "fqn": "b", "tag": "c", "digest": "d"}),
    "schema validate": lambda api: api.Image.schema().validate({"name": "a", "fqn": "b"}),
    "schema context": lambda api: api.Image.schema(context={"a": 1}).context,
}


def answers(api: Api) -> dict[str, object]:
    """Every case's answer: its value under "value", or the kind of its error under "error"."""
    return {name: answer(case, api) for name, case in CASES.items()}


def answer(case: Case, api: Api) -> dict[str, object]:
    try:
        return {"value": case(api)}
    except Exception as error:
        return {"error": type(error).__name__}
