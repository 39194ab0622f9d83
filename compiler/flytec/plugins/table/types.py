"""Plug-ins that make types of other libraries known; what the types are is in `flytec.lower.types.named`."""

from collections.abc import Mapping

from flytec.authoring.rows import Row
from flytec.plugins.table.rows import defined, mentioned

_POLARS = mentioned("ParquetToPolarsDataFrameDecodingHandler PolarsDataFrameToParquetEncodingHandler")
_GEOPANDAS = mentioned("GeoPandasDecodingHandler GeoPandasEncodingHandler")
_HUGGINGFACE = mentioned("HuggingFaceDatasetToParquetEncodingHandler ParquetToHuggingFaceDatasetDecodingHandler")
_VAEX = mentioned("ParquetToVaexDataFrameDecodingHandler VaexDataFrameToParquetEncodingHandler")
_WHYLOGS = mentioned("WhylogsConstraintsRenderer WhylogsSummaryDriftRenderer")
_PROFILES = mentioned("WhylogsDatasetProfileTransformer")
_PYDANTIC = mentioned("BaseModelTransformer")
_XARRAY = mentioned("XarrayDaZarrTypeTransformer XarrayZarrTypeTransformer")
_PANDERA = defined("pandera", "ValidationConfig")
_MODE = defined("omegaconf", "OmegaConfTransformerMode")


def _converted(model: str) -> dict[str, Row]:
    return {**defined("onnx", f"{model} {model}Config"), **mentioned(f"{model}Transformer extract_config to_onnx")}


_DOLT = {**defined("dolt", "DoltConfig DoltTable"), **mentioned("DoltTableNameTransformer")}

NAMES: Mapping[str, Mapping[str, Row]] = {
    "flytekitplugins.dolt": _DOLT,
    "flytekitplugins.dolt.schema": _DOLT,
    "flytekitplugins.geopandas": _GEOPANDAS,
    "flytekitplugins.geopandas.gdf_transformers": {**_GEOPANDAS, **mentioned("GeoPandasDataFrameRenderer")},
    "flytekitplugins.huggingface": _HUGGINGFACE,
    "flytekitplugins.huggingface.sd_transformers": {**_HUGGINGFACE, **mentioned("HuggingFaceDatasetRenderer")},
    "flytekitplugins.modin": mentioned("ModinPandasDataFrameTransformer"),
    "flytekitplugins.modin.schema": mentioned(
        "ModinPandasDataFrameTransformer ModinPandasSchemaReader ModinPandasSchemaWriter"
    ),
    "flytekitplugins.omegaconf": {
        **_MODE,
        **defined("omegaconf", "local_transformer_mode set_transformer_mode"),
        **mentioned("DictConfigTransformer ListConfigTransformer get_transformer_mode"),
    },
    "flytekitplugins.omegaconf.config": _MODE,
    "flytekitplugins.omegaconf.dictconfig_transformer": mentioned(
        "DictConfigTransformer T check_if_valid_dictconfig create_struct extract_type_and_value_maps "
        "handle_base_dataclass is_flattenable parse_node_value parse_type_description"
    ),
    "flytekitplugins.omegaconf.listconfig_transformer": mentioned("ListConfigTransformer T"),
    "flytekitplugins.omegaconf.type_information": mentioned("all_annotations extract_node_type substitute_types"),
    "flytekitplugins.onnxpytorch": defined("onnx", "PyTorch2ONNX PyTorch2ONNXConfig"),
    "flytekitplugins.onnxpytorch.schema": _converted("PyTorch2ONNX"),
    "flytekitplugins.onnxscikitlearn": defined("onnx", "ScikitLearn2ONNX ScikitLearn2ONNXConfig"),
    "flytekitplugins.onnxscikitlearn.schema": _converted("ScikitLearn2ONNX"),
    "flytekitplugins.onnxtensorflow": defined("onnx", "TensorFlow2ONNX TensorFlow2ONNXConfig"),
    "flytekitplugins.onnxtensorflow.schema": _converted("TensorFlow2ONNX"),
    "flytekitplugins.pandera": {**_PANDERA, **mentioned("PandasReportRenderer PanderaPandasTransformer")},
    "flytekitplugins.pandera.config": _PANDERA,
    "flytekitplugins.pandera.pandas_renderer": mentioned("PandasReport PandasReportRenderer"),
    "flytekitplugins.pandera.pandas_transformer": mentioned("PanderaPandasTransformer T"),
    "flytekitplugins.polars": _POLARS,
    "flytekitplugins.polars.sd_transformers": {
        **_POLARS,
        **mentioned(
            "ParquetToPolarsLazyFrameDecodingHandler PolarsDataFrameRenderer PolarsLazyFrameToParquetEncodingHandler"
        ),
    },
    "flytekitplugins.pydantic": _PYDANTIC,
    "flytekitplugins.pydantic.basemodel_transformer": _PYDANTIC,
    "flytekitplugins.vaex": _VAEX,
    "flytekitplugins.vaex.sd_transformers": {**_VAEX, **mentioned("VaexDataFrameRenderer")},
    "flytekitplugins.whylogs": {**_WHYLOGS, **_PROFILES},
    "flytekitplugins.whylogs.renderer": _WHYLOGS,
    "flytekitplugins.whylogs.schema": _PROFILES,
    "flytekitplugins.xarray": _XARRAY,
    "flytekitplugins.xarray.xarray_transformers": _XARRAY,
}
