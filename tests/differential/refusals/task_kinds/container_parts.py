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
image = Own("image", "get_container", container(image=None))  # expect: FTC201 task image: the image of the container is None, expected text
env = Own("env", "get_container", container(env=None))  # expect: FTC201 task env: the environment of the container is None, expected a dict
variable = Own("variable", "get_container", container(env={"A": 1}))  # expect: FTC201 task variable: 'A' of the environment of the container is 1, expected text
config = Own("config", "get_container", container(config={1: "a"}))  # expect: FTC201 task config: a key of the config of the container is 1, expected text
args = Own("args", "get_container", container(args=["a", None]))  # expect: FTC201 task args: a part of the args of the container is None, expected text
quantity = Own("quantity", "get_container", container(resources=Resources([entry(1, 2)], [])))  # expect: FTC201 task quantity: a resource request is 2, expected text
resource = Own("resource", "get_container", container(resources=Resources([], [entry("cpu", "2")])))  # expect: FTC201 task resource: the name of a resource limit is 'cpu', expected a number
labels = Own("labels", "get_k8s_pod", K8sPod(metadata=K8sObjectMetadata(labels={"a": 1})))  # expect: FTC201 task labels: 'a' of the labels of the pod is 1, expected text
spec = Own("spec", "get_k8s_pod", K8sPod(pod_spec={"a": object}))  # expect: FTC201 task spec: the specification of the pod is no JSON data: Object of type type is not JSON serializable
statement = Own("statement", "get_sql", Sql(3))  # expect: FTC201 task statement: the SQL statement is 3, expected text
extended = Own("extended", "get_extended_resources", {"gpu": "A100"})  # expect: FTC201 task extended: it gives {'gpu': 'A100'}, expected flyteidl.core.ExtendedResources
