# flytekit: accepts
from flytekit import task, workflow
from flytekit.extend import TypeEngine, TypeTransformer
from flytekit.models.core.types import BlobType
from flytekit.models.literals import Blob, BlobMetadata, Literal, Scalar
from flytekit.models.types import LiteralType


class Upload:
    pass


class UploadTransformer(TypeTransformer[Upload]):
    def __init__(self):
        super().__init__("upload", Upload)

    def get_literal_type(self, t):
        return LiteralType(blob=BlobType("x", 0))

    def to_literal(self, ctx, python_val, python_type, expected):
        uri = ctx.file_access.get_random_remote_path()
        return Literal(scalar=Scalar(blob=Blob(BlobMetadata(expected.blob), uri)))

    def to_python_value(self, ctx, lv, expected_python_type):
        return Upload()


TypeEngine.register(UploadTransformer())


@task
def use(it: Upload) -> int:
    return 1


@workflow
def flow() -> int:
    return use(it=Upload())  # expect: FTC209 'it' of literals_that_need_a_task.use: the context of a transformer is asked for its attribute 'file_access' while compiling, expected only in a running task
