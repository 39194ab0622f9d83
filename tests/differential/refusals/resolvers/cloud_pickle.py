# flytekit: accepts
from flytekit.extras.cloud_pickle_resolver import experimental_cloud_pickle_resolver  # expect: FTC200 flytekit.extras.cloud_pickle_resolver.experimental_cloud_pickle_resolver cannot be compiled: what its command lines hold differs from run to run
