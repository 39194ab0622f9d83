"""flytekit's literal types and literals, for cases on stdin: `python type_oracle.py < cases.json > answers.json`.

A case is [module name, setup, type expression, value expression or null]. Its answer is {"message": hex of the
deterministic bytes} or {"error": text}. Beside the `answers` stand the public `names` of flytekit's packages of types.
Run in a process of its own: it imports flytekit.
"""

import json
import logging
import os
import pkgutil
import sys
from importlib import import_module
from types import ModuleType
from typing import Any

from type_evaluation import Cases, evaluate

IMAGE = "ghcr.io/acme/flows:v1"


def answer(cases: Cases, context: Any, case: list[Any]) -> dict[str, str]:
    from flytekit.core.type_engine import TypeEngine

    name, setup, type_expression, value_expression = case
    module = sys.modules.get(name) or cases.module(name, setup)
    python_type = evaluate(module, type_expression)
    try:
        literal_type = TypeEngine.to_literal_type(python_type)
        message = literal_type.to_flyte_idl()
        if value_expression is not None:
            value = evaluate(module, value_expression)
            message = TypeEngine.to_literal(context, value, python_type, literal_type).to_flyte_idl()
        return {"message": message.SerializeToString(deterministic=True).hex()}
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}


def public_names() -> dict[str, list[str]]:
    """What each package under `flytekit.types` has that is flytekit's own and no module."""
    import flytekit.types

    names = {}
    for package in pkgutil.iter_modules(flytekit.types.__path__, "flytekit.types."):
        public = {name: each for name, each in vars(import_module(package.name)).items() if not name.startswith("_")}
        names[package.name] = sorted(name for name, each in public.items() if _is_flytekits(each))
    return names


def _is_flytekits(value: object) -> bool:
    return not isinstance(value, ModuleType) and str(getattr(value, "__module__", "")).startswith("flytekit.")


def main() -> None:
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    cases = Cases()
    from flytekit.configuration import Image, ImageConfig, SerializationSettings
    from flytekit.core.context_manager import FlyteContextManager

    logging.disable(logging.CRITICAL)
    image = Image(name="default", fqn=IMAGE.split(":")[0], tag=IMAGE.split(":")[1])
    settings = SerializationSettings(image_config=ImageConfig(default_image=image, images=[image]))
    builder = FlyteContextManager.current_context().with_serialization_settings(settings)
    with FlyteContextManager.with_context(builder) as context:
        made = [answer(cases, context, case) for case in json.load(sys.stdin)]
    json.dump({"answers": made, "names": public_names()}, answers)
    answers.close()


if __name__ == "__main__":
    main()
