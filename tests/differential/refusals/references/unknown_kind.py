# flytekit: FlyteValidationException
from flytekit import get_reference_entity

entity = get_reference_entity(9, "p", "d", "n", "v", {}, {})  # expect: FTC201 the resource type of reference n is 9, expected TASK, WORKFLOW or LAUNCH_PLAN of flytekit.models.core.identifier.ResourceType
