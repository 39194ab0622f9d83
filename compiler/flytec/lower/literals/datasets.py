"""Literals of structured datasets and schemas."""

from typing import Any

from flytec.diagnostics import UserError
from flytec.ir import pb
from flytec.lower.literals.blobs import checked_uri, uploaded
from flytec.lower.literals.encoding import not_covered
from flytec.lower.literals.kinds import PythonType, TypeSystem, refused_value


def dataset_literal(system: TypeSystem, value: Any, python_type: PythonType, expected: pb.LiteralType) -> pb.Literal:
    """The literal of a dataset that is named by a remote URI; its own format fills in where the type has none."""
    from flytec.authoring.types.structured import StructuredDataset

    if not isinstance(value, StructuredDataset):
        return uploaded("a dataframe")(system, value, python_type, expected)
    if value.dataframe is None and not value.uri:
        raise refused_value("the StructuredDataset has neither a dataframe nor a URI, expected a URI", "give uri=...")
    try:
        uri = checked_uri(value.checked_uri())
    except UserError as error:
        raise not_covered(error) from error
    dataset_type = pb.StructuredDatasetType()
    dataset_type.CopyFrom(expected.structured_dataset_type)
    if not dataset_type.format and value.file_format:
        dataset_type.format = value.file_format
    metadata = pb.StructuredDatasetMetadata(structured_dataset_type=dataset_type)
    return pb.Literal(scalar=pb.Scalar(structured_dataset=pb.StructuredDataset(uri=uri, metadata=metadata)))


def schema_literal(system: TypeSystem, value: Any, python_type: PythonType, expected: pb.LiteralType) -> pb.Literal:
    """The literal of a schema that is open for reading."""
    from flytec.authoring.types.schema import FlyteSchema

    if not isinstance(value, FlyteSchema):
        return uploaded("a schema")(system, value, python_type, expected)
    try:
        uri = checked_uri(value.checked_path())
    except UserError as error:
        raise not_covered(error) from error
    schema_type = system.literal_type(python_type).schema
    return pb.Literal(scalar=pb.Scalar(schema=pb.Schema(uri=uri, type=schema_type)))
