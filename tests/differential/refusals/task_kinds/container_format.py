# flytekit: AttributeError
from flytekit import ContainerTask

own = ContainerTask("own", "alpine", ["true"], metadata_format="json")  # expect: FTC201 metadata_format of task own is 'json', expected a member of ContainerTask.MetadataFormat
