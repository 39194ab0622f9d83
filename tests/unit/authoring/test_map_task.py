"""What the differential suite cannot reach of map tasks: every ratio."""

from flyteidl.plugins.array_job_pb2 import ArrayJob
from google.protobuf.json_format import MessageToDict
from hypothesis import given
from hypothesis import strategies as st

from flytec.authoring.function_task import task
from flytec.authoring.map_task import legacy_map_task, map_task
from flytec.authoring.recorder import Recorder, recording
from flytec.settings import ImageConfig, SerializationSettings

SETTINGS = SerializationSettings(image_config=ImageConfig())


def square(n: int) -> int:
    return n * n


@given(st.floats(min_value=0, max_value=1), st.integers(min_value=0, max_value=2**32 - 1))
def test_custom_data_of_legacy_map_tasks_are_what_protobuf_writes(ratio: float, concurrency: int) -> None:
    with recording(Recorder()):
        mapped = legacy_map_task(task(square), concurrency=concurrency, min_success_ratio=ratio)
    message = ArrayJob(parallelism=concurrency, min_success_ratio=ratio)
    assert mapped.get_custom(SETTINGS) == MessageToDict(message)


def test_the_task_below_keeps_its_own_command_line() -> None:
    with recording(Recorder()):
        below = task(square)
        mapped = map_task(below)
        own = below.get_command(SETTINGS)
        mapped_args = mapped.get_container(SerializationSettings(image_config=ImageConfig.from_images("a/b:c"))).args
        assert (own[0], mapped_args[0], below.get_command(SETTINGS)) == ("pyflyte-execute", "pyflyte-map-execute", own)


def test_one_bound_set_can_be_used_for_several_map_tasks() -> None:
    bound = {"n"}
    with recording(Recorder()):
        first, second = (map_task(task(square), bound_inputs=bound) for _ in range(2))
    first.bound_inputs.add("m")
    assert (bound, second.bound_inputs, first.name == second.name) == ({"n"}, {"n"}, True)
