import datetime
from typing import List, Optional

from flytekit import ContainerTask, Resources, Secret, TaskMetadata, kwtypes, workflow
from flytekit.types.file import FlyteFile

area = ContainerTask(
    name="area",
    image="ghcr.io/acme/raw:v2",
    command=["sh", "-c", "echo $(( {{.inputs.a}} * {{.inputs.b}} )) > /var/outputs/area"],
    inputs=kwtypes(a=float, b=float),
    outputs=kwtypes(area=float, metadata=str),
    input_data_dir="/var/inputs",
    output_data_dir="/var/outputs",
)
bare = ContainerTask(name="bare", image="alpine", command=["true"])
no_command = ContainerTask("no-command", "alpine", [], arguments=["--help"])
without = ContainerTask("without", "alpine", None)
default_image = ContainerTask("default-image", None, ["true"])
templated = ContainerTask("templated", "{{.image.default.fqn}}:{{.image.default.version}}", ["true"])
other_image = ContainerTask("other-image", "{{ .image.gpu }}", ["nvidia-smi"])
formats = [
    ContainerTask(f"format-{form.name.lower()}", "alpine", ["cat"], metadata_format=form, input_data_dir="/in")
    for form in ContainerTask.MetadataFormat
]
everything = ContainerTask(
    name="task_kinds.everything",
    image="alpine:3.20",
    command=["cat", "{{.inputs.infile}}"],
    inputs=kwtypes(infile=FlyteFile, tags=List[str], note=Optional[str]),
    metadata=TaskMetadata(
        cache=True, cache_version="3", retries=2, timeout=datetime.timedelta(hours=1), interruptible=True, deprecated="x"
    ),
    arguments=["-n", "--all"],
    outputs=kwtypes(out=FlyteFile["csv"]),
    requests=Resources(cpu="1", mem="2Gi", gpu="1", ephemeral_storage="1Gi"),
    limits=Resources(cpu="2", mem="4Gi"),
    input_data_dir="/in",
    output_data_dir="/out",
    secret_requests=[Secret(group="g", key="k"), Secret(group="h", mount_requirement=Secret.MountType.FILE)],
    environment={"MODE": "fast", "A": "b"},
    pod_template_name="template",
    local_logs=True,
    enable_deck=True,
)
ranged = ContainerTask("ranged", "alpine", ["true"], resources=Resources(cpu=("1", "2"), mem="1Gi"))


@workflow
def wf(a: float, infile: FlyteFile) -> FlyteFile:
    result, meta = area(a=a, b=2.0)
    bare() >> no_command()
    return everything(infile=infile, tags=[meta], note=None)
