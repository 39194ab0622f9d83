"""Where the names that modules of flytekit import from each other are defined; read off flytekit 1.16."""

from collections.abc import Mapping

# Module -> the names that others have from it, by spaces.
HOMES: Mapping[str, str] = {
    "flytekit": "current_context",
    "flytekit.clients.friendly": "SynchronousFlyteClient",
    "flytekit.clients.grpc_utils.deadline_interceptor": "get_scoped_grpc_deadline scoped_grpc_deadline",
    "flytekit.clients.helpers": "iterate_node_executions iterate_task_executions",
    "flytekit.configuration": (
        "Config DataConfig FastSerializationSettings Image ImageConfig LocalConfig PlatformConfig S3Config "
        "SecretsConfig SerializationSettings"
    ),
    "flytekit.configuration.default_images": "DefaultImages",
    "flytekit.configuration.feature_flags": "FeatureFlags",
    "flytekit.configuration.file": (
        "ConfigEntry ConfigFile LegacyConfigEntry YamlConfigEntry get_config_file read_file_if_exists set_if_exists"
    ),
    "flytekit.constants": "CopyFileDetection",
    "flytekit.core.annotation": "FlyteAnnotation",
    "flytekit.core.array_node": "ArrayNode",
    "flytekit.core.array_node_map_task": "ArrayNodeMapTask",
    "flytekit.core.artifact": "Artifact ArtifactIDSpecification ArtifactQuery",
    "flytekit.core.artifact_utils": "idl_partitions_from_dict idl_time_partition_from_datetime",
    "flytekit.core.base_sql_task": "SQLTask",
    "flytekit.core.base_task": "PythonTask Task TaskMetadata TaskResolverMixin kwtypes",
    "flytekit.core.cache": "Cache CachePolicy VersionParameters",
    "flytekit.core.checkpointer": "Checkpoint SyncCheckpoint",
    "flytekit.core.class_based_resolver": "ClassStorageTaskResolver",
    "flytekit.core.condition": "ConditionalSection conditional",
    "flytekit.core.context_manager": (
        "BranchEvalMode CompilationState ExecutionParameters ExecutionState FlyteContext FlyteContextManager "
        "FlyteEntities OutputMetadata OutputMetadataTracker SecretsManager SerializableToString"
    ),
    "flytekit.core.data_persistence": (
        "FileAccessProvider default_local_file_access_provider get_fsspec_storage_options"
    ),
    "flytekit.core.docstring": "Docstring",
    "flytekit.core.environment": "Environment",
    "flytekit.core.hash": "HashMethod",
    "flytekit.core.interface": (
        "Interface output_name_generator transform_function_to_interface transform_inputs_to_parameters "
        "transform_interface_to_list_interface transform_interface_to_typed_interface"
    ),
    "flytekit.core.launch_plan": "LaunchPlan ReferenceLaunchPlan",
    "flytekit.core.local_cache": "LocalTaskCache",
    "flytekit.core.local_fsspec": "FlyteLocalFileSystem",
    "flytekit.core.node": "Node",
    "flytekit.core.options": "Options",
    "flytekit.core.pod_template": "PodTemplate",
    "flytekit.core.promise": (
        "ComparisonExpression ComparisonOps ConjunctionExpression ConjunctionOps NodeOutput Promise "
        "VoidPromise async_flyte_entity_call_handler binding_from_python_std create_and_link_node "
        "create_and_link_node_from_remote create_task_output extract_obj_name flyte_entity_call_handler "
        "translate_inputs_to_literals"
    ),
    "flytekit.core.python_auto_container": (
        "PickledEntity PickledEntityMetadata PythonAutoContainerTask default_notebook_task_resolver "
        "default_task_resolver get_registerable_container_image update_image_spec_copy_handling"
    ),
    "flytekit.core.python_customized_container_task": "PythonCustomizedContainerTask",
    "flytekit.core.python_function_task": (
        "AsyncPythonFunctionTask EagerAsyncPythonFunctionTask PythonFunctionTask PythonInstanceTask"
    ),
    "flytekit.core.reference_entity": (
        "LaunchPlanReference ReferenceEntity ReferenceSpec TaskReference WorkflowReference"
    ),
    "flytekit.core.resources": (
        "ResourceSpec Resources construct_extended_resources convert_resources_to_resource_model"
    ),
    "flytekit.core.schedule": "LaunchPlanTriggerBase",
    "flytekit.core.shim_task": "ExecutableTemplateShimTask ShimTaskExecutor",
    "flytekit.core.task": "ReferenceTask TaskPlugins task",
    "flytekit.core.tracked_abc": "FlyteTrackedABC",
    "flytekit.core.tracker": (
        "TrackedInstance extract_task_module is_functools_wrapped_module_level isnested istestfunction"
    ),
    "flytekit.core.type_engine": (
        "AsyncTypeTransformer DictTransformer ListTransformer LiteralsResolver TypeEngine TypeTransformer "
        "TypeTransformerFailedError UnionTransformer dataclass_from_dict get_batch_size get_underlying_type "
        "modify_literal_uris strict_type_hint_matching"
    ),
    "flytekit.core.type_helpers": "load_type_from_tag",
    "flytekit.core.type_match_checking": "literal_types_match",
    "flytekit.core.utils": "has_return_statement load_proto_from_file str2bool timeit",
    "flytekit.core.worker_queue": "Controller",
    "flytekit.core.workflow": (
        "ImperativeWorkflow PythonFunctionWorkflow ReferenceWorkflow WorkflowBase WorkflowFailurePolicy "
        "WorkflowMetadata WorkflowMetadataDefaults"
    ),
    "flytekit.deck.deck": "Deck DeckField",
    "flytekit.deck.renderer": "ArrowRenderer Renderable TopFrameRenderer",
    "flytekit.exceptions.base": "FlyteException",
    "flytekit.exceptions.eager": "EagerException",
    "flytekit.exceptions.system": (
        "FlyteConnectorNotFound FlyteDownloadDataException FlyteNonRecoverableSystemException "
        "FlyteSystemException FlyteUploadDataException"
    ),
    "flytekit.exceptions.user": (
        "FlyteAssertion FlyteDataNotFoundException FlyteDisapprovalException "
        "FlyteEntityAlreadyExistsException FlyteEntityNotExistException "
        "FlyteFailureNodeInputMismatchException FlyteMissingReturnValueException FlyteMissingTypeException "
        "FlytePromiseAttributeResolveException FlyteRecoverableException FlyteUserException "
        "FlyteUserRuntimeException FlyteValidationException FlyteValueException"
    ),
    "flytekit.extend.backend.base_connector": (
        "AsyncConnectorBase AsyncConnectorExecutorMixin ConnectorRegistry Resource ResourceMeta "
        "SyncConnectorBase SyncConnectorExecutorMixin"
    ),
    "flytekit.extend.backend.utils": "is_terminal_phase mirror_async_methods render_task_template",
    "flytekit.extras.accelerators": "BaseAccelerator",
    "flytekit.image_spec.default_builder": "DefaultImageBuilder",
    "flytekit.image_spec.image_spec": "ImageBuildEngine ImageSpec ImageSpecBuilder",
    "flytekit.image_spec.noop_builder": "NoOpBuilder",
    "flytekit.interaction.parse_stdin": "parse_stdin_to_literal",
    "flytekit.interaction.rich_utils": "RichCallback",
    "flytekit.interaction.string_literals": "literal_map_string_repr literal_string_repr scalar_to_string",
    "flytekit.interactive.utils": "get_task_inputs",
    "flytekit.interactive.vscode_lib.config": "VscodeConfig",
    "flytekit.interactive.vscode_lib.decorator": "vscode",
    "flytekit.interfaces.cli_identifiers": "WorkflowExecutionIdentifier",
    "flytekit.lazy_import.lazy_module": "is_imported lazy_module",
    "flytekit.loggers": "is_display_progress_enabled is_rich_logging_enabled set_flytekit_log_properties",
    "flytekit.models.admin.common": "Sort",
    "flytekit.models.admin.workflow": "WorkflowSpec",
    "flytekit.models.array_job": "ArrayJob",
    "flytekit.models.common": "Labels NamedEntityIdentifier",
    "flytekit.models.concurrency": "ConcurrencyPolicy",
    "flytekit.models.core.execution": "WorkflowExecutionPhase",
    "flytekit.models.core.identifier": "Identifier ResourceType SignalIdentifier",
    "flytekit.models.core.types": "BlobType EnumType",
    "flytekit.models.core.workflow": "BranchNode NodeMetadata",
    "flytekit.models.documentation": "Description Documentation",
    "flytekit.models.domain": "Domain",
    "flytekit.models.execution": (
        "ClusterAssignment ExecutionMetadata ExecutionSpec NodeExecutionGetDataResponse NotificationList "
        "WorkflowExecutionGetDataResponse"
    ),
    "flytekit.models.filters": "ValueIn",
    "flytekit.models.interface": "TypedInterface Variable",
    "flytekit.models.launch_plan": "LaunchPlanState",
    "flytekit.models.literals": (
        "Binary Binding BindingData Blob BlobMetadata Literal LiteralCollection LiteralMap Primitive "
        "RetryStrategy Scalar Schema StructuredDatasetMetadata Union Void"
    ),
    "flytekit.models.matchable_resource": "ExecutionClusterLabel",
    "flytekit.models.node_execution": "DynamicWorkflowNodeMetadata",
    "flytekit.models.project": "Project",
    "flytekit.models.security": "Secret SecurityContext",
    "flytekit.models.task": "Container K8sObjectMetadata K8sPod Sql TaskExecutionMetadata TaskSpec TaskTemplate",
    "flytekit.models.types": "Error LiteralType SchemaType SimpleType StructuredDatasetType TypeStructure UnionType",
    "flytekit.remote.backfill": "create_backfill_workflow",
    "flytekit.remote.data": "download_literal",
    "flytekit.remote.entities": (
        "FlyteBranchNode FlyteLaunchPlan FlyteNode FlyteTask FlyteTaskNode FlyteWorkflow FlyteWorkflowNode"
    ),
    "flytekit.remote.executions": "FlyteNodeExecution FlyteTaskExecution FlyteWorkflowExecution",
    "flytekit.remote.lazy_entity": "LazyEntity",
    "flytekit.remote.metrics": "FlyteExecutionSpan",
    "flytekit.remote.remote": "FlyteRemote",
    "flytekit.remote.remote_callable": "RemoteEntity",
    "flytekit.remote.remote_fs": "get_flyte_fs",
    "flytekit.sensor.base_sensor": "BaseSensor SensorMetadata",
    "flytekit.tools.fast_registration": "FastPackageOptions fast_package",
    "flytekit.tools.ignore": "DockerIgnore GitIgnore IgnoreGroup StandardIgnore",
    "flytekit.tools.interactive": "ipython_check",
    "flytekit.tools.module_loader": "load_object_from_module",
    "flytekit.tools.script_mode": "compress_scripts get_all_modules hash_file ls_files",
    "flytekit.tools.translator": "get_serializable get_serializable_launch_plan",
    "flytekit.types.directory.types": "FlyteDirToMultipartBlobTransformer FlyteDirectory",
    "flytekit.types.error.error": "FlyteError",
    "flytekit.types.file": "FileExt",
    "flytekit.types.file.file": "FlyteFile FlyteFilePathTransformer",
    "flytekit.types.numpy.ndarray": "NumpyArrayTransformer",
    "flytekit.types.pickle.pickle": "FlytePickleTransformer",
    "flytekit.types.schema.types": (
        "FlyteSchemaTransformer LocalIOSchemaReader LocalIOSchemaWriter SchemaEngine SchemaFormat SchemaHandler"
    ),
    "flytekit.types.structured.structured_dataset": (
        "StructuredDataset StructuredDatasetDecoder StructuredDatasetEncoder"
    ),
    "flytekit.utils.asyn": "loop_manager run_sync",
    "flytekit.utils.dict_formatter": "format_dict",
    "flytekit.utils.rate_limiter": "RateLimiter",
}
