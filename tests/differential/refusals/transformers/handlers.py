# flytekit: DuplicateHandlerError
from flytekit.types.structured import StructuredDatasetEncoder, StructuredDatasetTransformerEngine


class Table:
    pass


StructuredDatasetTransformerEngine.register(StructuredDatasetEncoder.__new__(type("A", (StructuredDatasetEncoder,), {"encode": None, "_python_type": Table, "_protocol": "s3", "_supported_format": "x"})))
StructuredDatasetTransformerEngine.register(StructuredDatasetEncoder.__new__(type("B", (StructuredDatasetEncoder,), {"encode": None, "_python_type": Table, "_protocol": "s3", "_supported_format": "x"})))  # expect: FTC201 B is a second encoder of Table for s3
