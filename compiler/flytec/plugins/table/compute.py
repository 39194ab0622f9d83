"""Plug-ins that run the function of a task on something else than one container."""

from collections.abc import Mapping

from flytec.authoring.rows import Row
from flytec.plugins.table.rows import configs, defined, mentioned

_SPARK_CONNECTOR = mentioned(
    "DatabricksConnector DatabricksConnectorV2 DatabricksJobMetadata get_databricks_token get_header "
    "get_secret_from_k8s list_serviceaccounts_in_k8s result_state_is_available"
)
_SPARK_AUTH = mentioned(
    "DatabricksAuth DatabricksAuthError OAuthM2MAuth OIDCConnectorAuth OIDCNamespaceServiceAccountAuth PATAuth "
    "build_auth select_auth validate_connector_config"
)
_SPARK_CLASSIC = mentioned(
    "ClassicSparkDataFrameSchemaReader ClassicSparkDataFrameSchemaWriter ClassicSparkDataFrameTransformer"
)
_SPARK_FRAMES = mentioned("SparkDataFrameSchemaReader SparkDataFrameSchemaWriter SparkDataFrameTransformer")
_SPARK_HANDLERS = mentioned("ParquetToSparkDecodingHandler SparkToParquetEncodingHandler")

_RAY_CONFIGS = "AutoscalerOptionsConfig HeadNodeConfig RayJobConfig WorkerNodeConfig"
_RAY_MODELS = "AutoscalerOptions HeadGroupSpec RayCluster RayJob WorkerGroupSpec"
_KFMPI = "CleanPodPolicy HorovodJob Launcher MPIJob RestartPolicy RunPolicy Worker"
_KFTENSORFLOW = "Chief CleanPodPolicy Evaluator PS RestartPolicy RunPolicy TfJob Worker"

NAMES: Mapping[str, Mapping[str, Row]] = {
    "flytekitplugins.spark": {
        **defined("spark", "Databricks DatabricksV2 GenericSparkConf Spark"),
        **mentioned("DatabricksConnector PySparkPipelineModelTransformer new_spark_session"),
        **_SPARK_FRAMES,
        **_SPARK_HANDLERS,
    },
    "flytekitplugins.spark.connector": _SPARK_CONNECTOR,
    "flytekitplugins.spark.generic_task": defined("spark", "GenericSparkConf GenericSparkTask"),
    "flytekitplugins.spark.models": mentioned("SparkJob SparkType"),
    "flytekitplugins.spark.pyspark_transformers": mentioned("PySparkPipelineModelTransformer"),
    "flytekitplugins.spark.databricks_auth": _SPARK_AUTH,
    "flytekitplugins.spark.schema": {**_SPARK_FRAMES, **_SPARK_CLASSIC},
    "flytekitplugins.spark.sd_transformers": {
        **_SPARK_HANDLERS,
        **mentioned("ClassicSparkToParquetEncodingHandler ParquetToClassicSparkDecodingHandler SparkDataFrameRenderer"),
    },
    "flytekitplugins.spark.utils": mentioned("is_serverless_config"),
    "flytekitplugins.spark.task": {
        **defined("spark", "Databricks DatabricksV2 PysparkFunctionTask Spark"),
        **mentioned("new_spark_session"),
    },
    "flytekitplugins.ray": defined("ray", _RAY_CONFIGS),
    "flytekitplugins.ray.models": mentioned(_RAY_MODELS),
    "flytekitplugins.ray.task": {**defined("ray", f"{_RAY_CONFIGS} RayFunctionTask"), **mentioned(_RAY_MODELS)},
    "flytekitplugins.dask": defined("dask", "Dask Scheduler WorkerGroup"),
    "flytekitplugins.dask.models": mentioned("DaskJob Scheduler WorkerGroup"),
    "flytekitplugins.dask.task": defined("dask", "Dask DaskTask Scheduler WorkerGroup"),
    "flytekitplugins.kfmpi": defined("kfmpi", _KFMPI),
    "flytekitplugins.kfmpi.task": defined("kfmpi", f"{_KFMPI} HorovodFunctionTask MPIFunctionTask"),
    "flytekitplugins.kftensorflow": defined("kftensorflow", _KFTENSORFLOW),
    "flytekitplugins.kftensorflow.task": defined("kftensorflow", f"{_KFTENSORFLOW} TensorflowFunctionTask"),
}

TASK_PLUGINS: Mapping[str, Mapping[str, str]] = {
    "spark": configs(
        "spark",
        Spark="PysparkFunctionTask",
        Databricks="PysparkFunctionTask",
        DatabricksV2="PysparkFunctionTask",
        GenericSparkConf="GenericSparkTask",
    ),
    "ray": configs("ray", RayJobConfig="RayFunctionTask"),
    "dask": configs("dask", Dask="DaskTask"),
    "kfmpi": configs("kfmpi", MPIJob="MPIFunctionTask", HorovodJob="HorovodFunctionTask"),
    "kftensorflow": configs("kftensorflow", TfJob="TensorflowFunctionTask"),
}
