"""Models that Ollama serves: pulled, made of a file, made of a file with places for inputs."""

from flytekit import task, workflow
from flytekitplugins.inference import Model, Ollama

pulled = Ollama(model=Model(name="llama3.1"))
made = Ollama(
    model=Model(name="mario", mem="2Gi", cpu=2, modelfile="FROM llama3\nSYSTEM You are Mario.\n"),
    image="ollama/ollama:0.3",
    port=11435,
    cpu=3,
    gpu=2,
    mem="20Gi",
)
with_inputs = Ollama(
    model=Model(name="tuned", modelfile="FROM {inputs.base}\nADAPTER {inputs.gguf}\nPARAMETER t 1\n"),
    download_inputs_mem="1Gi",
    download_inputs_cpu=4,
)


@task(container_image="ghcr.io/acme/app:v1", pod_template=pulled.pod_template)
def ask(question: str) -> str:
    return pulled.base_url


@task(pod_template=made.pod_template)
def mario(question: str) -> str:
    return made.base_url


@task(pod_template=with_inputs.pod_template)
def tuned(base: str, gguf: str) -> str:
    return base


@workflow
def wf(question: str) -> str:
    return tuned(base=mario(question=question), gguf=ask(question=question))
