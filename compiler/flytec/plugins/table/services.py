"""Plug-ins whose tasks a service runs, and those that report to one or serve models."""

from collections.abc import Mapping

from flytec.authoring.rows import Row
from flytec.plugins.table.rows import configs, defined, mentioned

_SLURM = "SlurmConfig SlurmFunctionConfig SlurmFunctionTask SlurmScriptConfig SlurmShellTask SlurmTask"
_SQLALCHEMY = "SQLAlchemyConfig SQLAlchemyDefaultImages SQLAlchemyTask"
_BATCH_TASKS = "BatchEndpointTask BatchResult DownloadJSONFilesTask OpenAIFileConfig UploadJSONLFileTask"
_BATCH_EXECUTORS = "DownloadJSONFilesExecutor OpenAIFileDefaultImages UploadJSONLFileExecutor"
_EXPECTATIONS = "BatchRequestConfig GreatExpectationsTask"
_EXPECTATION_TYPES = "GreatExpectationsFlyteConfig GreatExpectationsType"
_LEPTON = (
    "LeptonEndpointConfig LeptonEndpointDeletionTask LeptonEndpointDeploymentTask lepton_endpoint_deletion_task "
    "lepton_endpoint_deployment_task"
)
_LEPTON_ENGINES = "EndpointEngineConfig EndpointType EnvironmentConfig MountReader ScalingConfig ScalingType"
_RENDERERS = (
    "BoxRenderer FrameProfilingRenderer GanttChartRenderer ImageRenderer MarkdownRenderer SourceCodeRenderer "
    "TableRenderer"
)


def _airflow(names: str) -> dict[str, Row]:
    return {name: f"flytec.authoring.airflow_tasks:{name}" for name in names.split()}


NAMES: Mapping[str, Mapping[str, Row]] = {
    "flytekitplugins.airflow": {**_airflow("AirflowObj AirflowTask"), **mentioned("AirflowConnector")},
    "flytekitplugins.airflow.connector": mentioned("AirflowConnector AirflowMetadata get_log_links"),
    "flytekitplugins.airflow.task": _airflow(
        "AirflowContainerTask AirflowObj AirflowTask AirflowTaskResolver airflow_task_resolver"
    ),
    "flytekitplugins.snowflake": {
        **defined("snowflake", "SnowflakeConfig SnowflakeTask"),
        **mentioned("SnowflakeConnector"),
    },
    "flytekitplugins.snowflake.task": defined("snowflake", "SnowflakeConfig SnowflakeTask"),
    "flytekitplugins.snowflake.connector": mentioned(
        "SnowflakeConnector SnowflakeJobMetadata construct_query_link get_connection get_private_key"
    ),
    "flytekitplugins.hive": defined("hive", "HiveConfig HiveSelectTask HiveTask"),
    "flytekitplugins.hive.task": defined("hive", "HiveConfig HiveSelectTask HiveTask"),
    "flytekitplugins.athena": defined("athena", "AthenaConfig AthenaTask"),
    "flytekitplugins.athena.task": defined("athena", "AthenaConfig AthenaTask"),
    "flytekitplugins.bigquery": {
        **defined("bigquery", "BigQueryConfig BigQueryTask"),
        **mentioned("BigQueryConnector"),
    },
    "flytekitplugins.bigquery.task": defined("bigquery", "BigQueryConfig BigQueryTask"),
    "flytekitplugins.bigquery.connector": mentioned("BigQueryConnector BigQueryMetadata"),
    "flytekitplugins.slurm": {
        **defined("slurm", _SLURM),
        **mentioned("SlurmFunctionConnector SlurmScriptConnector"),
    },
    "flytekitplugins.slurm.ssh_utils": mentioned("SSHConfig SlurmCluster T get_ssh_conn ssh_connect"),
    "flytekitplugins.slurm.function.task": defined("slurm", "SlurmFunctionConfig SlurmFunctionTask"),
    "flytekitplugins.slurm.script.task": defined("slurm", "SlurmConfig SlurmScriptConfig SlurmShellTask SlurmTask"),
    "flytekitplugins.sqlalchemy": defined("sqlalchemy", _SQLALCHEMY),
    "flytekitplugins.sqlalchemy.task": defined("sqlalchemy", f"{_SQLALCHEMY} SQLAlchemyTaskExecutor"),
    "flytekitplugins.great_expectations": {
        **defined("great_expectations", f"{_EXPECTATIONS} {_EXPECTATION_TYPES}"),
        **mentioned("GreatExpectationsTypeTransformer"),
    },
    "flytekitplugins.great_expectations.schema": {
        **defined("great_expectations", f"BatchRequestConfig {_EXPECTATION_TYPES}"),
        **mentioned("GreatExpectationsTypeTransformer"),
    },
    "flytekitplugins.great_expectations.task": defined("great_expectations", _EXPECTATIONS),
    "flytekitplugins.duckdb": defined("duckdb", "DuckDBProvider DuckDBQuery"),
    "flytekitplugins.duckdb.task": {
        **defined("duckdb", "DuckDBProvider DuckDBQuery"),
        **mentioned("MissingSecretError QueryOutput connect_local connect_motherduck"),
    },
    "flytekitplugins.optuna": defined("optuna", "Optimizer optimize suggest"),
    "flytekitplugins.optuna.optimizer": {
        **defined("optuna", "Category Float Integer Number Optimizer Suggestion optimize suggest"),
        **mentioned("CallbackType P Result process"),
    },
    "flytekitplugins.openai": {
        **defined("openai", "ChatGPTTask"),
        **defined("openai_batch", f"{_BATCH_TASKS} create_batch"),
        **mentioned("BatchEndpointConnector ChatGPTConnector"),
    },
    "flytekitplugins.openai.batch.connector": mentioned("BatchEndpointConnector BatchEndpointMetadata State"),
    "flytekitplugins.openai.batch.task": defined("openai_batch", f"{_BATCH_TASKS} {_BATCH_EXECUTORS}"),
    "flytekitplugins.openai.batch.workflow": defined("openai_batch", "create_batch"),
    "flytekitplugins.openai.chatgpt.connector": mentioned("ChatGPTConnector"),
    "flytekitplugins.openai.chatgpt.task": defined("openai", "ChatGPTTask"),
    "flytekitplugins.inference": defined("inference", "HFSecret Model NIM NIMSecrets Ollama VLLM"),
    "flytekitplugins.inference.nim.serve": defined("inference", "NIM NIMSecrets"),
    "flytekitplugins.inference.ollama.serve": defined("inference", "Model Ollama"),
    "flytekitplugins.inference.sidecar_template": defined("inference", "ModelInferenceTemplate"),
    "flytekitplugins.inference.vllm.serve": defined("inference", "HFSecret VLLM"),
    "flytekitplugins.dgxc_lepton": {**defined("lepton", _LEPTON), **defined("lepton_engines", _LEPTON_ENGINES)},
    "flytekitplugins.dgxc_lepton.config": {
        **defined("lepton", "LeptonEndpointConfig"),
        **defined("lepton_engines", _LEPTON_ENGINES),
    },
    "flytekitplugins.dgxc_lepton.connector": mentioned(
        "BaseLeptonConnector LeptonEndpointDeletionConnector LeptonEndpointDeploymentConnector LeptonMetadata log_info"
    ),
    "flytekitplugins.dgxc_lepton.task": defined("lepton", _LEPTON),
    "flytekitplugins.mlflow": defined("tracking", "mlflow_autolog"),
    "flytekitplugins.mlflow.tracking": {
        **defined("tracking", "mlflow_autolog"),
        **mentioned("get_run_metrics get_run_params metric_to_df plot_metrics"),
    },
    "flytekitplugins.memray": defined("memray", "memray_profiling"),
    "flytekitplugins.memray.profiling": defined("memray", "memray_profiling"),
    "flytekitplugins.deck": mentioned(_RENDERERS),
    "flytekitplugins.deck.renderer": mentioned(_RENDERERS),
    "flytekitplugins.wandb": defined("tracking", "wandb_init"),
    "flytekitplugins.wandb.tracking": defined("tracking", "wandb_init"),
    "flytekitplugins.comet_ml": defined("tracking", "comet_ml_login"),
    "flytekitplugins.comet_ml.tracking": defined("tracking", "comet_ml_login"),
    "flytekitplugins.neptune": defined("tracking", "neptune_init_run neptune_scale_run"),
    "flytekitplugins.neptune.tracking": defined("tracking", "neptune_init_run"),
    "flytekitplugins.neptune.scale_tracking": defined("tracking", "neptune_scale_run"),
}

TASK_PLUGINS: Mapping[str, Mapping[str, str]] = {
    "dgxc_lepton": configs("lepton", LeptonEndpointConfig="LeptonEndpointDeploymentTask"),
    "slurm": configs("slurm", SlurmFunctionConfig="SlurmFunctionTask"),
}
