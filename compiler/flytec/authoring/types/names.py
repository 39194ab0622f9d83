"""flytekit's names of types: which of our objects each stands for.

A value is a target ("package.module:attribute"), `MENTIONED` for a name that may be imported and used in the bodies of
tasks only, or "!" and the reason why the name is not to be had.
"""

from collections.abc import Mapping
from types import MappingProxyType

MENTIONED = "?"

_A = "flytec.authoring.types"


def _from(module: str, *names: str) -> dict[str, str]:
    return {name: f"{_A}.{module}:{name}" for name in names}


def _only_mentioned(*names: str) -> dict[str, str]:
    return dict.fromkeys(names, MENTIONED)


def _refused(reason: str, *names: str) -> dict[str, str]:
    return dict.fromkeys(names, f"!{reason}")


_FILE = _from("file", "FlyteFile")
_FILE_ALIASES = _from(
    "file",
    *("CSVFile", "FileExt", "HDF5EncodedFile", "HTMLPage", "JPEGImageFile", "JSONLFile", "JoblibSerializedFile"),
    *("ONNXFile", "PDFFile", "PNGImageFile", "PythonNotebook", "PythonPickledFile", "SVGImageFile", "TFRecordFile"),
    *("csv", "hdf5", "html", "ipynb", "joblib", "jpeg", "jsonl_file", "onnx", "pdf", "png", "python_pickle", "svg"),
    "tfrecords_file",
)
_DIRECTORY = _from("directory", "FlyteDirectory")
_DATASET = _from("structured", "StructuredDataset")
_DATASET_FORMATS = _from(
    "structured", "CSV", "GENERIC_FORMAT", "GENERIC_PROTOCOL", "PARQUET", "StructuredDatasetFormat"
)
_ERROR = _from("error", "FlyteError")
_PICKLE = _from("pickle", "FlytePickle")
_SCHEMA = {
    **_from("schema", "FlyteSchema", "SchemaFormat", "SchemaOpenMode"),
    **_only_mentioned("LocalIOSchemaReader", "LocalIOSchemaWriter", "SchemaEngine", "SchemaHandler"),
    **_only_mentioned("SchemaReader", "SchemaWriter"),
}
_CHECKPOINT = _from("learning", "PyTorchCheckpoint")
_HASH = _from("markers", "HashMethod")
_BATCH_SIZE = _from("markers", "BatchSize")
_ANNOTATION = _from("markers", "FlyteAnnotation")


def _of(module: str, *names: str) -> dict[str, str]:
    return {name: f"flytec.authoring.{module}:{name}" for name in names}


_ENGINE = {
    **_of("type_engine", "TypeEngine"),
    **_of("transformers", "AsyncTypeTransformer", "RestrictedTypeError", "RestrictedTypeTransformer"),
    **_of("transformers", "SimpleTransformer", "TypeTransformer", "TypeTransformerFailedError"),
    **_of("built_in_transformers", "DataclassTransformer", "DictTransformer", "EnumTransformer", "ListTransformer"),
    **_of("built_in_transformers", "UnionTransformer"),
}
_HANDLERS = _of(
    "dataset_handlers",
    *("DuplicateHandlerError", "StructuredDatasetDecoder", "StructuredDatasetEncoder"),
    "StructuredDatasetTransformerEngine",
)
_LITERALS = _of("models_literals", "Blob", "BlobMetadata", "Literal", "Scalar")
_TYPE_MODELS = _of("models_types", "LiteralType")
_BLOB_TYPE = _of("models_types", "BlobType")
_ANNOTATED = {"TypeAnnotationModel": "flytec.authoring.models_types:TypeAnnotation"}

NAMES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "flytekit": {
            **_BATCH_SIZE,
            **_BLOB_TYPE,
            **_DATASET,
            **_DIRECTORY,
            **_FILE,
            **_HASH,
            **_LITERALS,
            **_TYPE_MODELS,
            **_from("structured", "StructuredDatasetFormat"),
            **_of("models_types", "StructuredDatasetType"),
            "StructuredDatasetTransformerEngine": _HANDLERS["StructuredDatasetTransformerEngine"],
            **_refused("it is another name of flytekit.types.directory, import that", "directory"),
            **_refused("it is another name of flytekit.types.file, import that", "file"),
            **_refused("it is another name of flytekit.types.iterator, import that", "iterator"),
        },
        "flytekit.core.annotation": _ANNOTATION,
        "flytekit.core.hash": _HASH,
        "flytekit.core.type_engine": {**_BATCH_SIZE, **_ENGINE, **_ANNOTATED, **_only_mentioned("LiteralsResolver")},
        "flytekit.extend": {
            **{name: _ENGINE[name] for name in ("DictTransformer", "TypeEngine", "TypeTransformer")},
        },
        "flytekit.extras.pytorch": _CHECKPOINT,
        "flytekit.extras.pytorch.checkpoint": {**_CHECKPOINT, **_only_mentioned("IsDataclass")},
        "flytekit.extras.pytorch.native": {},
        "flytekit.extras.sklearn": {},
        "flytekit.extras.sklearn.native": {},
        "flytekit.extras.tensorflow": {},
        "flytekit.extras.tensorflow.model": {},
        "flytekit.extras.tensorflow.record": _from("learning", "TFRecordDatasetConfig"),
        "flytekit.models.literals": {
            **_LITERALS,
            **_of(
                "models_literals", "Binary", "LiteralCollection", "LiteralMap", "LiteralOffloadedMetadata", "Primitive"
            ),
            **_of("models_literals", "Schema", "StructuredDataset", "StructuredDatasetMetadata", "Union", "Void"),
        },
        "flytekit.models.annotation": _of("models_types", "TypeAnnotation"),
        "flytekit.models.core.types": {**_BLOB_TYPE, **_of("models_types", "EnumType")},
        "flytekit.models.types": {
            **_TYPE_MODELS,
            **_ANNOTATED,
            **_of(
                "models_types",
                "Error",
                "SchemaType",
                "SimpleType",
                "StructuredDatasetType",
                "TypeStructure",
                "UnionType",
            ),
        },
        "flytekit.types": {},
        "flytekit.types.directory": {
            **_DIRECTORY,
            **_from("directory", "TFRecordsDirectory", "TensorboardLogs", "tensorboard", "tfrecords_dir"),
        },
        "flytekit.types.directory.types": {**_DIRECTORY, **_from("directory", "noop")},
        "flytekit.types.error": _ERROR,
        "flytekit.types.error.error": _ERROR,
        "flytekit.types.file": {**_FILE, **_FILE_ALIASES},
        "flytekit.types.file.image": {},
        "flytekit.types.file.file": {**_FILE, **_from("file", "noop")},
        "flytekit.types.iterator": _from("iterator", "FlyteIterator", "JSON"),
        "flytekit.types.iterator.iterator": _from("iterator", "FlyteIterator"),
        "flytekit.types.iterator.json_iterator": _from(
            "iterator", "JSON", "JSONCollection", "JSONIterator", "JSONScalar"
        ),
        "flytekit.types.numpy": {},
        "flytekit.types.pickle": _PICKLE,
        "flytekit.types.pickle.pickle": _PICKLE,
        "flytekit.types.schema": _SCHEMA,
        "flytekit.types.schema.types": _SCHEMA,
        "flytekit.types.structured": {**_DATASET, **_HANDLERS},
        "flytekit.types.structured.structured_dataset": {**_DATASET, **_DATASET_FORMATS, **_HANDLERS},
    }
)
