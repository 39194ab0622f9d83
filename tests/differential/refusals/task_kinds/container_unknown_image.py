# flytekit: AssertionError
from flytekit import ContainerTask

own = ContainerTask("own", "{{.image.gpu.fqn}}:v1", [])  # expect: FTC210 task own: {{.image.gpu.fqn}} names image 'gpu', which is not configured
