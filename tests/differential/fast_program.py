"""Prints the messages of one package in a fast registration, as the front end that is named makes them.

python fast_program.py FRONTEND ROOT PACKAGE [DISTRIBUTION DESTINATION]
"""

import importlib
import json
import sys
from pathlib import Path
from typing import Literal

from google.protobuf import json_format

from flytec.app.compile import compile_program
from flytec.app.request import CompileRequest
from flytec.load.discover import plan_packages
from flytec.settings import FastSerializationSettings, ImageConfig, SerializationSettings, ToolSettings


def messages(
    frontend: Literal["stand-in", "flytekit"], root: Path, package: str, places: list[str]
) -> list[dict[str, object]]:
    """The messages in their order, without the version of what made them."""
    distribution, destination = places or (None, None)
    settings = SerializationSettings(
        image_config=ImageConfig.from_images("ghcr.io/acme/flows:v1", {"trainer": "ghcr.io/acme/trainer:v1"}),
        fast_serialization_settings=FastSerializationSettings(
            enabled=True, distribution_location=distribution, destination_dir=destination
        ),
    )
    request = CompileRequest(
        plan=plan_packages([package], source_root=root, cwd=root), tool=ToolSettings(frontend=frontend)
    )
    compiled = compile_program(request, settings)
    assert not compiled.findings.errors, compiled.findings.errors
    return [json_format.MessageToDict(unit.message) for unit in compiled.program.units]


if __name__ == "__main__":
    if sys.argv[1] == "flytekit":
        importlib.import_module("images_never_built")
    json.dump(messages(sys.argv[1], Path(sys.argv[2]), sys.argv[3], sys.argv[4:]), sys.stdout)  # type: ignore[arg-type]
