# flytekit: ValueError
from flytekit.types.structured import StructuredDatasetDecoder, StructuredDatasetTransformerEngine


class Decoder(StructuredDatasetDecoder):
    def __init__(self):
        super().__init__(Decoder)

    def decode(self, ctx, flyte_value, current_task_metadata):
        raise NotImplementedError


StructuredDatasetTransformerEngine.register(Decoder(), default_for_type=True)  # expect: FTC201 Decoder is for all storages and the default of its type, expected one storage
