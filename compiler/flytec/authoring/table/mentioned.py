"""Names that only running tasks use: the remote, the models of what runs, files, settings of the process."""

from collections.abc import Mapping

from flytec.authoring.mention import MentionedName
from flytec.authoring.rows import Mention, Row

_MENTIONED = Mention(MentionedName)


def _names(names: str) -> dict[str, Row]:
    return dict.fromkeys(names.split(), _MENTIONED)


NAMES: Mapping[str, Mapping[str, Row]] = {
    "flytekit.configuration": _names("AuthType GenericPersistenceConfig LocalConfig StatsConfig TaskConfig"),
    "flytekit.configuration.default_images": _names("PythonVersion"),
    "flytekit.configuration.file": _names(
        "ConfigEntry ConfigFile LegacyConfigEntry YamlConfigEntry bool_transformer "
        "comma_list_transformer get_config_file int_transformer read_file_if_exists set_if_exists"
    ),
    "flytekit.configuration.internal": _names(
        "AWS AZURE Credentials GCP Images Local LocalSDK Persistence Platform Secrets StatsD"
    ),
    "flytekit.constants": _names("CopyFileDetection"),
    "flytekit.core.context_manager": _names("BranchEvalMode OutputMetadata OutputMetadataTracker SerializableToString"),
    "flytekit.core.data_persistence": _names(
        "azure_setup_args default_local_file_access_provider get_additional_fsspec_call_kwargs "
        "get_fsspec_storage_options s3_setup_args"
    ),
    "flytekit.core.docstring": _names("Docstring"),
    "flytekit.core.hash": _names("HashOnReferenceMixin"),
    "flytekit.core.local_cache": _names("LocalTaskCache ModelLiteralMap"),
    "flytekit.core.local_fsspec": _names("FlyteLocalFileSystem"),
    "flytekit.core.mock_stats": _names("MockStats"),
    "flytekit.core.promise": _names("HasFlyteInterface LocallyExecutable SupportsNodeCreation"),
    "flytekit.core.testing": _names("task_mock"),
    "flytekit.core.type_engine": _names("RestrictedTypeError TypeAnnotationModel"),
    "flytekit.core.utils": _names(
        "AutoDeletingTempDir Directory has_return_statement load_proto_from_file str2bool timeit write_proto_to_file"
    ),
    "flytekit.core.worker_queue": _names("Controller ItemStatus Update WorkItem"),
    "flytekit.deck.deck": _names("TimeLineDeck generate_time_table get_deck_template"),
    "flytekit.deck.renderer": _names("Renderable"),
    "flytekit.exceptions.scopes": _names(
        "FlyteScopedException FlyteScopedSystemException FlyteScopedUserException system_entry_point user_entry_point"
    ),
    "flytekit.exceptions.utils": _names(
        "annotate_exception_with_code get_function_param_location get_source_code_from_fn"
    ),
    "flytekit.extras.tasks.shell": _names("AttrDict"),
    "flytekit.loggers": _names(
        "get_level_from_cli_verbosity initialize_global_loggers is_display_progress_enabled "
        "is_rich_logging_enabled set_developer_properties set_flytekit_log_properties "
        "set_user_logger_properties upgrade_to_rich_logging"
    ),
    "flytekit.models.admin.common": _names("Sort"),
    "flytekit.models.admin.task_execution": _names("TaskExecution TaskExecutionClosure"),
    "flytekit.models.admin.workflow": _names("Workflow WorkflowClosure WorkflowSpec"),
    "flytekit.models.annotation": _names("TypeAnnotation"),
    "flytekit.models.array_job": _names("ArrayJob"),
    "flytekit.models.common": _names(
        "Envs FlyteABCMeta FlyteCustomIdlEntity FlyteIdlEntity FlyteType NamedEntityIdentifier UrlBlob"
    ),
    "flytekit.models.core.catalog": _names("CatalogArtifactTag CatalogMetadata"),
    "flytekit.models.core.compiler": _names("CompiledTask CompiledWorkflow CompiledWorkflowClosure ConnectionSet"),
    "flytekit.models.core.condition": _names("BooleanExpression ComparisonExpression ConjunctionExpression Operand"),
    "flytekit.models.core.errors": _names("ContainerError ErrorDocument"),
    "flytekit.models.core.execution": _names("ExecutionError NodeExecutionPhase TaskExecutionPhase TaskLog"),
    "flytekit.models.core.workflow": _names(
        "Alias ApproveCondition ArrayNode BranchNode GateNode IfBlock IfElseBlock Node NodeMetadata "
        "SignalCondition SleepCondition TaskNode TaskNodeOverrides WorkflowMetadata "
        "WorkflowMetadataDefaults WorkflowNode WorkflowTemplate"
    ),
    "flytekit.models.domain": _names("Domain"),
    "flytekit.models.dynamic_job": _names("DynamicJobSpec"),
    "flytekit.models.event": _names("TaskExecutionMetadata"),
    "flytekit.models.execution": _names(
        "AbortMetadata ClusterAssignment Execution ExecutionClosure ExecutionMetadata ExecutionSpec "
        "LiteralMapBlob NodeExecutionGetDataResponse NotificationList SystemMetadata "
        "TaskExecutionGetDataResponse WorkflowExecutionGetDataResponse"
    ),
    "flytekit.models.filters": _names(
        "Contains Equal Filter FilterList GreaterThan GreaterThanOrEqual LessThan LessThanOrEqual "
        "NotEqual SetFilter ValueIn ValueNotIn"
    ),
    "flytekit.models.interface": _names("Parameter ParameterMap TypedInterface Variable VariableMap"),
    "flytekit.models.launch_plan": _names(
        "Auth LaunchPlan LaunchPlanClosure LaunchPlanMetadata LaunchPlanSpec LaunchPlanState"
    ),
    "flytekit.models.literals": _names(
        "Binding BindingData BindingDataCollection BindingDataMap LiteralOffloadedMetadata "
        "RetryStrategy Schema StructuredDataset"
    ),
    "flytekit.models.matchable_resource": _names(
        "ClusterResourceAttributes ExecutionClusterLabel ExecutionQueueAttributes MatchableResource "
        "MatchingAttributes PluginOverride PluginOverrides"
    ),
    "flytekit.models.named_entity": _names("NamedEntityIdentifier NamedEntityMetadata NamedEntityState"),
    "flytekit.models.node_execution": _names(
        "DynamicWorkflowNodeMetadata NodeExecution NodeExecutionClosure TaskNodeMetadata WorkflowNodeMetadata"
    ),
    "flytekit.models.presto": _names("PrestoQuery"),
    "flytekit.models.project": _names("Project"),
    "flytekit.models.qubole": _names("HiveQuery HiveQueryCollection QuboleHiveJob"),
    "flytekit.models.types": _names("Error OutputReference TypeAnnotationModel"),
    "flytekit.models.workflow_closure": _names("WorkflowClosure"),
    "flytekit.remote.data": _names("download_literal"),
    "flytekit.remote.entities": _names(
        "FlyteArrayNode FlyteBranchNode FlyteGateNode FlyteLaunchPlan FlyteNode FlyteTask "
        "FlyteTaskNode FlyteWorkflow FlyteWorkflowNode"
    ),
    "flytekit.remote.executions": _names(
        "FlyteNodeExecution FlyteTaskExecution FlyteWorkflowExecution RemoteExecutionBase"
    ),
    "flytekit.remote.interface": _names("TypedInterface"),
    "flytekit.remote.lazy_entity": _names("LazyEntity"),
    "flytekit.remote.metrics": _names("FlyteExecutionSpan aggregate_reference_span aggregate_spans print_span"),
    "flytekit.remote.remote": _names("MOST_RECENT_FIRST RegistrationSkipped ResolvedIdentifiers"),
    "flytekit.remote.remote_callable": _names("RemoteEntity"),
    "flytekit.remote.remote_fs": _names("FlyteFS FlytePathResolver HttpFileWriter get_flyte_fs"),
    "flytekit.types.schema.types": _names("generate_ordered_files"),
    "flytekit.types.schema.types_pandas": _names("PandasSchemaReader PandasSchemaWriter ParquetIO"),
    "flytekit.types.structured.basic_dfs": _names("get_pandas_storage_options"),
    "flytekit.types.structured.structured_dataset": _names("flatten_dict get_supported_types"),
    "flytekit.utils.asyn": _names("loop_manager run_sync"),
    "flytekit.utils.dict_formatter": _names("format_dict get_nested_value replace_placeholder"),
    "flytekit.utils.pbhash": _names("compute_hash compute_hash_string"),
    "flytekit.utils.rate_limiter": _names("RateLimiter"),
}
