# flytekit: TypeError
from flytekit.types.structured import StructuredDatasetTransformerEngine

StructuredDatasetTransformerEngine.register("frames")  # expect: FTC201 a handler is a str, expected a StructuredDatasetEncoder or StructuredDatasetDecoder
