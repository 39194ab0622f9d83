"""Prints flytekit's answers to the parity cases, as JSON. Runs in a process of its own: `... CASES_FOLDER`."""

import json
import sys
import warnings


def main() -> None:
    sys.path.insert(0, sys.argv[1])
    warnings.simplefilter("ignore")
    import parity_cases
    from flytekit.clis.sdk_in_container.serialize import SerializationMode
    from flytekit.configuration import (
        EntrypointSettings,
        FastSerializationSettings,
        Image,
        ImageConfig,
        SerializationSettings,
    )
    from flytekit.configuration.file import get_config_file
    from flytekit.core.resources import Resources, ResourceSpec
    from flytekit.interaction.click_types import key_value_callback

    api = parity_cases.Api(
        Image=Image,
        ImageConfig=ImageConfig,
        SerializationSettings=SerializationSettings,
        FastSerializationSettings=FastSerializationSettings,
        EntrypointSettings=EntrypointSettings,
        SerializationMode=SerializationMode,
        Resources=Resources,
        ResourceSpec=ResourceSpec,
        key_value_callback=key_value_callback,
        forget_config_files=get_config_file.cache_clear,
    )
    # flytekit prints while it answers, so the answers go to a file.
    with open("answers.json", "w", encoding="utf-8") as stream:  # noqa: PTH123
        json.dump(parity_cases.answers(api), stream)


main()
