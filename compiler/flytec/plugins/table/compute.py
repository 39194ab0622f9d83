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
_KFPYTORCH = "CleanPodPolicy Elastic Master PyTorch RestartPolicy RunPolicy Worker"
_KFTENSORFLOW = "Chief CleanPodPolicy Evaluator PS RestartPolicy RunPolicy TfJob Worker"
_EMR = "EMRServerless EMRServerlessHiveJobDriver EMRServerlessSparkJobDriver EMRServerlessTask"
_NOTEBOOK_CELLS = mentioned("load_flytedirectory load_flytefile load_structureddataset record_outputs")
_PERIAN = "PerianConfig PerianContainerTask PerianTask"
_DBT_SCHEMAS = "BaseDBTInput BaseDBTOutput DBTRunInput DBTRunOutput DBTTestInput DBTTestOutput"
_VSCODE: Mapping[str, Row] = {name: f"flytec.authoring.interactive:{name}" for name in ("VscodeConfig", "vscode")}
_VSCODE_CONFIGS = (
    "CODE_TOGETHER_CONFIG CODE_TOGETHER_EXTENSION COPILOT_CONFIG COPILOT_EXTENSION VIM_CONFIG VIM_EXTENSION"
)
_VSCODE_DEFAULTS = "DEFAULT_CODE_SERVER_DIR_NAMES DEFAULT_CODE_SERVER_EXTENSIONS DEFAULT_CODE_SERVER_REMOTE_PATHS"

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
    "flytekitplugins.kfpytorch": defined("kfpytorch", _KFPYTORCH),
    "flytekitplugins.kfpytorch.error_handling": mentioned("create_recoverable_error_file is_recoverable_worker_error"),
    "flytekitplugins.kfpytorch.pod_template": defined("shared_memory", "add_shared_mem_volume_to_pod_template"),
    "flytekitplugins.kfpytorch.task": {
        **defined("kfpytorch", f"{_KFPYTORCH} PyTorchFunctionTask PytorchElasticFunctionTask"),
        **mentioned("ElasticWorkerResult spawn_helper"),
    },
    "flytekitplugins.pod": defined("pod", "Pod"),
    "flytekitplugins.pod.task": defined("pod", "Pod PodFunctionTask"),
    "flytekitplugins.awsemrserverless": {
        **defined("emr_serverless", _EMR),
        **mentioned("EMRServerlessConnector EMRServerlessJobMetadata"),
    },
    "flytekitplugins.awsemrserverless.boto_handler": mentioned("EMRServerlessHandler"),
    "flytekitplugins.awsemrserverless.connector": mentioned("EMRServerlessConnector EMRServerlessJobMetadata"),
    "flytekitplugins.awsemrserverless.task": defined("emr_serverless", _EMR),
    "flytekitplugins.k8sdataservice": {
        **defined("k8sdataservice", "CleanupSensor DataServiceConfig DataServiceTask"),
        **mentioned("DataServiceConnector"),
    },
    "flytekitplugins.k8sdataservice.connector": mentioned("DataServiceConnector DataServiceMetadata"),
    "flytekitplugins.k8sdataservice.k8s.kube_config": mentioned("KubeConfig"),
    "flytekitplugins.k8sdataservice.k8s.manager": mentioned("K8sManager"),
    "flytekitplugins.k8sdataservice.sensor": defined("k8sdataservice", "CleanupSensor"),
    "flytekitplugins.k8sdataservice.task": defined("k8sdataservice", "DataServiceConfig DataServiceTask"),
    "flytekitplugins.sleep": defined("sleep", "Sleep"),
    "flytekitplugins.sleep.task": defined("sleep", "Sleep SleepFunctionTask"),
    "flytekitplugins.awsbatch": defined("awsbatch", "AWSBatchConfig"),
    "flytekitplugins.awsbatch.task": defined("awsbatch", "AWSBatchConfig AWSBatchFunctionTask"),
    "flytekitplugins.mmcloud": {**defined("mmcloud", "MMCloudConfig MMCloudTask"), **mentioned("MMCloudConnector")},
    "flytekitplugins.mmcloud.task": defined("mmcloud", "MMCloudConfig MMCloudTask"),
    "flytekitplugins.mmcloud.connector": mentioned("MMCloudConnector MMCloudMetadata"),
    "flytekitplugins.mmcloud.utils": mentioned(
        "async_check_output flyte_to_mmcloud_resources mmcloud_status_to_flyte_phase"
    ),
    "flytekitplugins.perian_job": {**defined("perian_job", _PERIAN), **mentioned("PerianConnector")},
    "flytekitplugins.perian_job.task": defined("perian_job", _PERIAN),
    "flytekitplugins.perian_job.connector": mentioned("PerianConnector PerianMetadata"),
    "flytekitplugins.dbt": defined("dbt", f"{_DBT_SCHEMAS} DBTRun DBTTest"),
    "flytekitplugins.dbt.error": mentioned("DBTHandledError DBTUnhandledError"),
    "flytekitplugins.dbt.schema": defined("dbt", f"{_DBT_SCHEMAS} DBTFreshnessInput DBTFreshnessOutput"),
    "flytekitplugins.dbt.task": defined("dbt", "DBTFreshness DBTRun DBTTest"),
    "flytekitplugins.dbt.util": mentioned("run_cli"),
    "flytekitplugins.flyteinteractive": {
        **_VSCODE,
        **defined("flyteinteractive", f"jupyter {_VSCODE_CONFIGS}"),
        **mentioned(f"get_task_inputs {_VSCODE_DEFAULTS}"),
    },
    "flytekitplugins.flyteinteractive.jupyter_lib.decorator": {
        **defined("flyteinteractive", "jupyter"),
        **mentioned("exit_handler write_example_notebook"),
    },
    "flytekitplugins.flyteinteractive.vscode_lib.decorator": {"vscode": _VSCODE["vscode"]},
    "flytekitplugins.flyteinteractive.vscode_lib.config": {
        "VscodeConfig": _VSCODE["VscodeConfig"],
        **defined("flyteinteractive", _VSCODE_CONFIGS),
        **mentioned(_VSCODE_DEFAULTS),
    },
    "flytekitplugins.flyteinteractive.utils": mentioned("get_task_inputs"),
    "flytekitplugins.kftensorflow": defined("kftensorflow", _KFTENSORFLOW),
    "flytekitplugins.papermill": {**defined("papermill", "NotebookTask"), **_NOTEBOOK_CELLS},
    "flytekitplugins.papermill.task": {
        **defined("papermill", "NotebookTask T"),
        **_NOTEBOOK_CELLS,
        **mentioned("load_python_val_from_file save_python_val_to_file"),
    },
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
    "kfpytorch": configs("kfpytorch", PyTorch="PyTorchFunctionTask", Elastic="PytorchElasticFunctionTask"),
    "pod": configs("pod", Pod="PodFunctionTask"),
    "awsbatch": configs("awsbatch", AWSBatchConfig="AWSBatchFunctionTask"),
    "awsemrserverless": configs("emr_serverless", EMRServerless="EMRServerlessTask"),
    "sleep": configs("sleep", Sleep="SleepFunctionTask"),
    "mmcloud": configs("mmcloud", MMCloudConfig="MMCloudTask"),
    "perian_job": configs("perian_job", PerianConfig="PerianTask"),
    "kftensorflow": configs("kftensorflow", TfJob="TensorflowFunctionTask"),
}
