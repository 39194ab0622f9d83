# flytekit: AttributeError
from flytekit.core.base_task import PythonTask
from flytekit.core.interface import Interface
from flytekit.models.task import Container, K8sObjectMetadata, K8sPod, Resources, Sql


class Own(PythonTask):
    def __init__(self, name, part, value):
        super().__init__("own", name, interface=Interface())
        self.value = value
        setattr(self, part, lambda settings: value)


def container(**changes):
    fields = {"image": "alpine", "command": [], "args": [], "resources": Resources([], []), "env": {}, "config": {}}
    return Container(**{**fields, **changes})


entry = Resources.ResourceEntry
image = Own("image", "get_container", container(image=None))  # expect: ?
env = Own("env", "get_container", container(env=None))  # expect: ?
variable = Own("variable", "get_container", container(env={"A": 1}))  # expect: ?
config = Own("config", "get_container", container(config={1: "a"}))  # expect: ?
args = Own("args", "get_container", container(args=["a", None]))  # expect: ?
quantity = Own("quantity", "get_container", container(resources=Resources([entry(1, 2)], [])))  # expect: ?
resource = Own("resource", "get_container", container(resources=Resources([], [entry("cpu", "2")])))  # expect: ?
labels = Own("labels", "get_k8s_pod", K8sPod(metadata=K8sObjectMetadata(labels={"a": 1})))  # expect: ?
spec = Own("spec", "get_k8s_pod", K8sPod(pod_spec={"a": object}))  # expect: ?
statement = Own("statement", "get_sql", Sql(3))  # expect: ?
extended = Own("extended", "get_extended_resources", {"gpu": "A100"})  # expect: ?
