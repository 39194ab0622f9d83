"""The programs in the containers of served models: they are part of the messages, so they are the plug-in's."""

from __future__ import annotations

import base64

# Leaves the inputs of the task where other containers find them.
DOWNLOAD_INPUTS = """
import os
import json
import sys

from flyteidl.core import literals_pb2 as _literals_pb2
from flytekit.core import utils
from flytekit.core.context_manager import FlyteContextManager
from flytekit.interaction.string_literals import literal_map_string_repr
from flytekit.models import literals as _literal_models
from flytekit.models.core.types import BlobType
from flytekit.types.file import FlyteFile

input_arg = sys.argv[-1]

ctx = FlyteContextManager.current_context()
local_inputs_file = os.path.join(ctx.execution_state.working_dir, 'inputs.pb')
ctx.file_access.get_data(
    input_arg,
    local_inputs_file,
)
input_proto = utils.load_proto_from_file(_literals_pb2.LiteralMap, local_inputs_file)
idl_input_literals = _literal_models.LiteralMap.from_flyte_idl(input_proto)

inputs = literal_map_string_repr(idl_input_literals)

for var_name, literal in idl_input_literals.literals.items():
    if literal.scalar and literal.scalar.blob:
        if (
            literal.scalar.blob.metadata.type.dimensionality
            == BlobType.BlobDimensionality.SINGLE
        ):
            downloaded_file = FlyteFile.from_source(literal.scalar.blob.uri).download()

            tmp_destination = None
            if not downloaded_file.startswith('/tmp'):
                tmp_destination = '/tmp' + os.path.basename(downloaded_file)
                shutil.copy(downloaded_file, tmp_destination)

            inputs[var_name] = tmp_destination or downloaded_file

with open('/shared/inputs.json', 'w') as f:
    json.dump(inputs, f)
"""

_IMPORTS = """
import base64
import time
import ollama
import requests
"""

_FORMAT_MODELFILE = """import json

with open('/shared/inputs.json', 'r') as f:
    inputs = json.load(f)

class AttrDict(dict):
    def __init__(self, *args, **kwargs):
        super(AttrDict, self).__init__(*args, **kwargs)
        self.__dict__ = self

inputs = {'inputs': AttrDict(inputs)}

encoded_model_file = 'ENCODED'

modelfile = base64.b64decode(encoded_model_file).decode('utf-8').format(**inputs)
modelfile = modelfile.replace('{', '{{').replace('}', '}}')
"""

_PLAIN_MODELFILE = """
encoded_model_file = 'ENCODED'

modelfile = base64.b64decode(encoded_model_file).decode('utf-8')
"""

_WRITE_MODELFILE = """
with open('Modelfile', 'w') as f:
    f.write(modelfile)
"""

_WAIT = """
# Wait for Ollama service to be ready
max_retries = 30
retry_interval = 1
for _ in range(max_retries):
    try:
        response = requests.get('BASE_URL')
        if response.status_code == 200:
            print('Ollama service is ready')
            break
    except requests.RequestException:
        pass
    time.sleep(retry_interval)
else:
    print('Ollama service did not become ready in time')
    exit(1)
"""

_CREATE = """
# Debugging: Shows the status of model creation.
for chunk in ollama.create(model='MODEL', path='Modelfile', stream=True):
    print(chunk)
"""

_PULL = """
# Debugging: Shows the status of model pull.
for chunk in ollama.pull('MODEL', stream=True):
    print(chunk)
"""


def fetch_model(model: str, modelfile: str | None, base_url: str) -> str:
    """Makes Ollama have a model: pulled, or made of a file, which may have places for inputs."""
    wait = _WAIT.replace("BASE_URL", base_url)
    if not modelfile:
        return f"\n{_IMPORTS}\n\n{wait}\n{_PULL.replace('MODEL', model)}"
    make = _FORMAT_MODELFILE if "{inputs" in modelfile else _PLAIN_MODELFILE
    encoded = base64.b64encode(modelfile.encode()).decode()
    made = make.replace("ENCODED", encoded)
    return f"\n{_IMPORTS}\n{made}{_WRITE_MODELFILE}\n{wait}\n{_CREATE.replace('MODEL', model)}"


def download_loras(repositories: list[str], mount_path: str, token: str) -> str:
    """Brings LoRA adapters from Hugging Face; `token` is the variable that holds the token, if there is one."""
    downloads = "".join(_download(repository) for repository in repositories)
    return f"""
            pip install -U "huggingface_hub[cli]"

            export LOCAL_PEFT_DIRECTORY={mount_path}
            mkdir -p $LOCAL_PEFT_DIRECTORY

            TOKEN_VAR_NAME={token}

            # Check if HF token is provided and login if so
            if [ -n "$(printenv $TOKEN_VAR_NAME)" ]; then
                huggingface-cli login --token "$(printenv $TOKEN_VAR_NAME)"
            fi

            # Download LoRAs from Huggingface Hub
            {downloads}

            chmod -R 777 $LOCAL_PEFT_DIRECTORY
            """


def _download(repository: str) -> str:
    name = repository.split("/")[-1]
    return f"""
            mkdir -p $LOCAL_PEFT_DIRECTORY/{name}
            huggingface-cli download {repository} adapter_config.json adapter_model.safetensors --local-dir $LOCAL_PEFT_DIRECTORY/{name}
            """  # noqa: E501 - the line is emitted
