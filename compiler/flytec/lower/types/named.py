"""The types of flytekit, its plug-ins and other libraries, by dotted name: no library is imported for them.

A class has the name that its module gives it. Where the public name is another one, both have a row: of a module that
is not installed, only the name that user code spells is known.
"""

import sys
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from flytec.ir import pb
from flytec.lower.literals import blobs as blob_literals
from flytec.lower.literals.blobs import uploaded
from flytec.lower.literals.kinds import Kind, check_instance, check_nothing
from flytec.lower.types import blobs, datasets, plugged, simple
from flytec.lower.types.rows import DATASET, DIRECTORY, ERROR, FILE, JSON_LINES, MESSAGE, MODEL, PICKLE, SCHEMA


def tensorflow_is_imported() -> bool:
    """Whether user modules have imported tensorflow: then, and only then, flytekit has transformers for it."""
    return "tensorflow" in sys.modules or "flytekit.extras.tensorflow" in sys.modules


def _file_of(tag: str, blob_format: str) -> Kind:
    return Kind(tag, blobs.blob(blob_format), uploaded(f"a {tag}"), check_instance)


def _struct_of(tag: str, what: str) -> Kind:
    return Kind(tag, simple.simple(pb.SimpleType.STRUCT), uploaded(what), check_instance)


TENSORFLOW_MODEL = _file_of("TensorFlow Model", "TensorFlowModel")
RECORD_FILE = _file_of("TensorFlow Record File", "TensorFlowRecord")
RECORD_DIRECTORY = Kind(
    "TensorFlow Record Directory",
    blobs.blob("TensorFlowRecord", multipart=True),
    uploaded("a TensorFlow Record Directory"),
    check_instance,
)

NAMED: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "flytekit.types.file.file.FlyteFile": FILE,
        "flytekit.types.directory.types.FlyteDirectory": DIRECTORY,
        "flytekit.types.structured.structured_dataset.StructuredDataset": DATASET,
        "flytekit.types.schema.types.FlyteSchema": SCHEMA,
        "flytekit.types.error.error.FlyteError": ERROR,
        "flytekit.types.iterator.json_iterator.JSONIterator": JSON_LINES,
        "flytekit.types.pickle.pickle.FlytePickle": PICKLE,
        "flytekit.extras.pytorch.checkpoint.PyTorchCheckpoint": _file_of("PyTorch Checkpoint", "PyTorchCheckpoint"),
        "google.protobuf.message.Message": MESSAGE,
        "pydantic.main.BaseModel": MODEL,
        **dict.fromkeys(("pandas.DataFrame", "pandas.core.frame.DataFrame"), DATASET),
        **dict.fromkeys(("pyarrow.Table", "pyarrow.lib.Table"), DATASET),
        "numpy.ndarray": Kind(
            "Numpy Array",
            blobs.blob("NumpyArray"),
            uploaded("an array", takes=blob_literals.is_array_like),
            check_instance,
        ),
        "PIL.Image.Image": _file_of("PIL.Image", "PIL.Image"),
        **dict.fromkeys(("torch.Tensor", "torch._tensor.Tensor"), _file_of("PyTorch Tensor", "PyTorchTensor")),
        **dict.fromkeys(
            ("torch.nn.Module", "torch.nn.modules.Module", "torch.nn.modules.module.Module"),
            _file_of("PyTorch Module", "PyTorchModule"),
        ),
        "sklearn.base.BaseEstimator": _file_of("Sklearn Estimator", "SklearnEstimator"),
        **dict.fromkeys(
            (
                *("tensorflow.keras.Model", "tensorflow.keras.models.Model", "keras.Model", "keras.models.Model"),
                *("tensorflow.keras.Sequential", "tensorflow.keras.models.Sequential", "keras.Sequential"),
                *("keras.models.Sequential", "keras.src.models.model.Model", "keras.models.model.Model"),
                *("keras.engine.training.Model", "keras.src.engine.training.Model"),
            ),
            TENSORFLOW_MODEL,
        ),
        # The plug-in is there where a class of its own is.
        "flytekitplugins.dolt.schema.DoltTable": Kind(
            "DoltTable", plugged.dolt_table_type, plugged.dolt_table_literal, check_instance
        ),
        "flytekitplugins.great_expectations.schema.GreatExpectationsType": Kind(
            "GreatExpectations Transformer", plugged.expectations_type, plugged.expectations_literal, check_instance
        ),
        "flytekitplugins.onnxpytorch.schema.PyTorch2ONNX": _file_of("PyTorch ONNX", "onnx"),
        "flytekitplugins.onnxscikitlearn.schema.ScikitLearn2ONNX": _file_of("ScikitLearn ONNX", "onnx"),
        "flytekitplugins.onnxtensorflow.schema.TensorFlow2ONNX": _file_of("TensorFlow ONNX", "onnx"),
    }
)

_PIPELINE = Kind(
    "PySparkPipelineModel", blobs.blob("binary", multipart=True), uploaded("a PipelineModel"), check_instance
)
_MODIN = Kind("pandas-df-transformer", datasets.any_schema_type, uploaded("a schema"), check_instance)
_PANDERA = Kind("Pandera Transformer", plugged.pandera_type, uploaded("a dataframe"), check_nothing)
_PROFILE = Kind("whylogs-profile-transformer", blobs.blob("binary"), uploaded("a profile"), check_instance)


def _zarr(tag: str) -> Kind:
    return Kind(tag, blobs.blob("binary", multipart=True), uploaded(f"an {tag}"), check_instance)


def _of(plugin: str, kind: Kind, *names: str) -> dict[str, tuple[str, Kind]]:
    return dict.fromkeys(names, (plugin, kind))


PLUGGED: Final[Mapping[str, tuple[str, Kind]]] = MappingProxyType(
    {
        **_of("huggingface", DATASET, "datasets.Dataset", "datasets.arrow_dataset.Dataset"),
        **_of("modin", _MODIN, "modin.pandas.DataFrame", "modin.pandas.dataframe.DataFrame"),
        **_of(
            "omegaconf",
            _struct_of("OmegaConf DictConfig", "a configuration"),
            *("omegaconf.DictConfig", "omegaconf.dictconfig.DictConfig"),
        ),
        **_of(
            "omegaconf",
            _struct_of("OmegaConf ListConfig", "a configuration"),
            *("omegaconf.ListConfig", "omegaconf.listconfig.ListConfig"),
        ),
        **_of("pandera", _PANDERA, "pandera.typing.DataFrame", "pandera.typing.pandas.DataFrame"),
        **_of("polars", DATASET, "polars.DataFrame", "polars.dataframe.frame.DataFrame"),
        **_of("polars", DATASET, "polars.LazyFrame", "polars.lazyframe.frame.LazyFrame"),
        **_of("polars", DATASET, "polars.dataframe.DataFrame", "polars.lazyframe.LazyFrame"),
        **_of(
            "pydantic",
            _struct_of("basemodel-transform", "a model"),
            *("pydantic.v1.BaseModel", "pydantic.v1.main.BaseModel"),
        ),
        **_of("spark", DATASET, "pyspark.sql.DataFrame", "pyspark.sql.dataframe.DataFrame"),
        **_of("spark", DATASET, "pyspark.sql.classic.dataframe.DataFrame"),
        **_of("spark", _PIPELINE, "pyspark.ml.PipelineModel", "pyspark.ml.pipeline.PipelineModel"),
        **_of("vaex", DATASET, "vaex.dataframe.DataFrameLocal"),
        **_of(
            "whylogs",
            _PROFILE,
            *("whylogs.DatasetProfileView", "whylogs.core.DatasetProfileView"),
            *("whylogs.core.view.DatasetProfileView", "whylogs.core.view.dataset_profile_view.DatasetProfileView"),
        ),
        **_of("xarray", _zarr("Xarray DataArray"), "xarray.DataArray", "xarray.core.dataarray.DataArray"),
        **_of("xarray", _zarr("Xarray Dataset"), "xarray.Dataset", "xarray.core.dataset.Dataset"),
    }
)
"""Types that a plug-in makes known and that are pickles without it: `NAME` of `flytekitplugins.NAME`, and the row."""
