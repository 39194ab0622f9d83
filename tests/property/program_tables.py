"""What the grammar of programs chooses from: constants by their types, and settings of entities and nodes."""

from hypothesis import strategies as st

HEADER = """\
from datetime import timedelta
from enum import Enum
from functools import partial
from typing import Annotated, Dict, List, Optional, Tuple

from flytekit import (
    Annotations, Artifact, Cache, ConcurrencyPolicy, ContainerTask, CronSchedule, Documentation, Email, FixedRate,
    Labels, LaunchPlan, PodTemplate, Resources, Secret, Workflow, WorkflowExecutionPhase, WorkflowFailurePolicy,
    approve, conditional, dynamic, eager, kwtypes, map_task, reference_launch_plan, reference_task, reference_workflow,
    sleep, task, wait_for_input, workflow,
)
from flytekit.core.node_creation import create_node
from flytekit.extras.accelerators import T4, A100
from flytekit.extras.tasks.shell import OutputLocation, ShellTask
from flytekit.models.common import RawOutputDataConfig
from flytekit.types.error import FlyteError

made = Artifact(name="made")


class Colour(Enum):
    RED = "red"
    BLUE = "blue"
"""

NUMBERS = st.integers(-9, 9).map(str)
CONSTANTS = {
    "int": NUMBERS,
    "float": st.sampled_from(("0.0", "1.5", "-2.25", "1e300")),
    "str": st.sampled_from(("''", "'a'", "'two words'", "'ü'")),
    "bool": st.sampled_from(("False", "True")),
    "List[int]": st.lists(NUMBERS, max_size=2).map(lambda rows: f"[{', '.join(rows)}]"),
    "Dict[str, int]": st.sampled_from(("{}", "{'a': 1}")),
    "Optional[int]": st.one_of(st.just("None"), NUMBERS),
    "timedelta": st.sampled_from(("timedelta(0)", "timedelta(minutes=90)")),
    "Colour": st.sampled_from(("Colour.RED", "Colour.BLUE")),
}
IMMUTABLE = tuple(kind for kind in CONSTANTS if kind[:5] not in ("List[", "Dict["))
COMPARED = ("int", "float", "str", "bool")
TASK_SETTINGS = (
    *("retries=2", "timeout=60", "timeout=timedelta(hours=1)", "interruptible=True", "interruptible=False"),
    *("cache=True, cache_version='1'", "cache=Cache(version='2', serialize=True)", "deprecated='old'"),
    *("requests=Resources(cpu='1', mem='1Gi')", "limits=Resources(gpu='1')", "environment={'A': 'b'}"),
    *("container_image='ghcr.io/acme/other:v1'", "enable_deck=True", "docs=None", "pod_template_name='p'"),
    *(
        "secret_requests=[Secret(group='g', key='k')]",
        "secret_requests=[Secret('g', mount_requirement=Secret.MountType.FILE)]",
    ),
    *("accelerator=T4", "accelerator=A100.partition_1g_5gb", "shared_memory=True", "shared_memory='2Gi'"),
    *("pod_template=PodTemplate(labels={'l': 'v'})", "docs=Documentation(short_description='short')"),
)
# Tasks that carry the settings would hide them in a pod's environment.
CARRYING_SETTINGS = tuple(row for row in TASK_SETTINGS if not row.startswith("pod_template="))
OVERRIDES = (
    *("retries=3", "timeout=30", "interruptible=True", "node_name='Renamed Node'", "name='shown'", "task_config=None"),
    *("requests=Resources(cpu='2')", "limits=Resources(mem='2Gi')", "cache=True, cache_version='3'"),
    *("container_image='ghcr.io/acme/third:v3'", "accelerator=A100", "shared_memory='1Gi'"),
    "pod_template=PodTemplate(annotations={'a': 'b'})",
)
PLAN_SETTINGS = (
    *("schedule=CronSchedule(schedule='0 6 * * *')", "schedule=FixedRate(timedelta(hours=2))", "max_parallelism=3"),
    *("labels=Labels({'team': 'x'})", "overwrite_cache=True", "auto_activate=True"),
    *("annotations=Annotations({'a': 'b'})", "concurrency=ConcurrencyPolicy(max_concurrency=2)"),
    *(
        "raw_output_data_config=RawOutputDataConfig('s3://b')",
        "notifications=[Email([WorkflowExecutionPhase.FAILED], ['a@b.c'])]",
    ),
)
# flytekit makes literals of other types in an event loop of its own, which waits for ever while a module is imported.
AT_ONCE = ("int", "float", "str", "bool", "timedelta", "Colour")
