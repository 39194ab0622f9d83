"""Names that modules of flytekit import from each other: the same object as where it is defined, so the same row.

Read off flytekit 1.16; `tests/differential/test_names.py` finds what is missing.
"""

from collections.abc import Mapping

from flytec.authoring.rows import Row, StandInTable
from flytec.authoring.table.homes import HOMES

# Module -> the names that it has from `HOMES`, by spaces.
_IMPORTED: Mapping[str, str] = {
    "flytekit": "Artifact Environment ImageSpec PodTemplate",
    "flytekit.configuration": (
        "ConfigEntry ConfigFile ImageBuildEngine ImageSpec ResourceSpec get_config_file read_file_if_exists "
        "set_if_exists"
    ),
    "flytekit.configuration.internal": "ConfigEntry ConfigFile LegacyConfigEntry YamlConfigEntry",
    "flytekit.configuration.plugin": "CachePolicy Config FlyteRemote get_config_file",
    "flytekit.core.array_node": (
        "ExecutionState FlyteContext LaunchPlan Literal LiteralCollection Node Promise ReferenceLaunchPlan "
        "ReferenceTask Scalar VoidPromise create_and_link_node create_and_link_node_from_remote "
        "flyte_entity_call_handler transform_interface_to_list_interface "
        "transform_interface_to_typed_interface translate_inputs_to_literals"
    ),
    "flytekit.core.array_node_map_task": (
        "Container ExecutionState FlyteContext FlyteContextManager K8sPod LaunchPlan NodeMetadata "
        "PythonFunctionTask PythonInstanceTask PythonTask ReferenceTask SerializationSettings Sql "
        "TaskResolverMixin TypeEngine Variable load_object_from_module loop_manager timeit "
        "transform_interface_to_list_interface"
    ),
    "flytekit.core.artifact": "FlyteContextManager OutputMetadata SerializableToString",
    "flytekit.core.base_sql_task": "Interface PythonTask TaskMetadata",
    "flytekit.core.base_task": (
        "DeckField Description Documentation ExecutionParameters ExecutionState FlyteContext "
        "FlyteContextManager FlyteDownloadDataException FlyteEntities FlyteNonRecoverableSystemException "
        "FlyteUploadDataException FlyteUserRuntimeException Interface LocalConfig LocalTaskCache Promise "
        "SecurityContext SerializationSettings TrackedInstance TypeEngine TypeTransformerFailedError Variable "
        "VoidPromise create_and_link_node create_task_output extract_obj_name flyte_entity_call_handler "
        "idl_partitions_from_dict idl_time_partition_from_datetime run_sync timeit "
        "transform_interface_to_typed_interface translate_inputs_to_literals"
    ),
    "flytekit.core.cache": "ImageSpec PodTemplate",
    "flytekit.core.class_based_resolver": (
        "PythonAutoContainerTask SerializationSettings TaskResolverMixin TrackedInstance"
    ),
    "flytekit.core.condition": (
        "Binding BindingData ComparisonExpression ComparisonOps ConjunctionExpression ConjunctionOps Error "
        "FlyteContextManager Literal Node NodeOutput Promise RetryStrategy VoidPromise create_task_output"
    ),
    "flytekit.core.container_task": (
        "FlyteContext ImageSpec Interface LiteralMap PodTemplate PythonTask ResourceSpec Resources Secret "
        "SecurityContext SerializationSettings TaskMetadata get_registerable_container_image "
        "update_image_spec_copy_handling"
    ),
    "flytekit.core.context_manager": (
        "Checkpoint Config FileAccessProvider Node SecretsConfig SerializationSettings SyncCheckpoint "
        "WorkflowExecutionIdentifier default_local_file_access_provider"
    ),
    "flytekit.core.data_persistence": (
        "DataConfig FlyteAssertion FlyteDataNotFoundException FlyteDownloadDataException FlyteLocalFileSystem "
        "FlyteUploadDataException loop_manager timeit"
    ),
    "flytekit.core.dynamic_workflow_task": "PythonFunctionTask",
    "flytekit.core.environment": "task",
    "flytekit.core.gate": (
        "ExecutionState FlyteContext FlyteContextManager FlyteDisapprovalException LiteralType Promise Scalar "
        "TypeEngine VoidPromise flyte_entity_call_handler parse_stdin_to_literal scalar_to_string"
    ),
    "flytekit.core.interface": (
        "Artifact ArtifactIDSpecification ArtifactQuery Docstring FlyteContextManager "
        "FlyteMissingReturnValueException FlyteMissingTypeException FlyteValidationException Literal Scalar "
        "TypeEngine UnionTransformer Void has_return_statement"
    ),
    "flytekit.core.launch_plan": (
        "ConcurrencyPolicy FlyteContext FlyteContextManager FlyteEntities Interface LaunchPlanReference "
        "LaunchPlanTriggerBase ReferenceEntity create_and_link_node transform_function_to_interface "
        "transform_inputs_to_parameters translate_inputs_to_literals"
    ),
    "flytekit.core.legacy_map_task": (
        "ArrayJob Container ExecutionState FlyteContext FlyteContextManager K8sPod PythonFunctionTask "
        "PythonInstanceTask PythonTask SerializationSettings Sql Task TaskResolverMixin TrackedInstance "
        "Variable load_object_from_module timeit transform_interface_to_list_interface"
    ),
    "flytekit.core.local_cache": "Literal LiteralCollection lazy_module",
    "flytekit.core.node": (
        "BaseAccelerator Cache PodTemplate ResourceSpec Resources construct_extended_resources "
        "convert_resources_to_resource_model"
    ),
    "flytekit.core.node_creation": (
        "BranchEvalMode ExecutionState FlyteContext LaunchPlan Node PythonTask VoidPromise WorkflowBase run_sync"
    ),
    "flytekit.core.promise": (
        "AsyncTypeTransformer BaseAccelerator Binary BranchEvalMode Cache DictTransformer ExecutionParameters "
        "ExecutionState FlyteContext FlyteContextManager FlytePromiseAttributeResolveException Interface "
        "ListTransformer Literal Node OutputMetadataTracker Primitive Scalar SimpleType TypeEngine "
        "TypeTransformer TypeTransformerFailedError UnionTransformer loop_manager run_sync"
    ),
    "flytekit.core.python_auto_container": (
        "BaseAccelerator CopyFileDetection FlyteContextManager FlyteTrackedABC ImageBuildEngine ImageConfig "
        "ImageSpec PodTemplate PythonTask ResourceSpec Resources Secret SecurityContext SerializationSettings "
        "TaskMetadata TaskResolverMixin TrackedInstance construct_extended_resources extract_task_module "
        "timeit"
    ),
    "flytekit.core.python_customized_container_task": (
        "ExecutableTemplateShimTask FlyteContext Image ImageConfig ImageSpec PythonTask ResourceSpec "
        "Resources Secret SecurityContext SerializationSettings ShimTaskExecutor Task TaskResolverMixin "
        "TrackedInstance get_registerable_container_image load_object_from_module load_proto_from_file"
    ),
    "flytekit.core.python_function_task": (
        "Controller Deck Docstring EagerException ExecutionState FlyteContext FlyteContextManager "
        "FlyteNonRecoverableSystemException FlyteTrackedABC FlyteValueException ImageConfig ImageSpec "
        "Interface LiteralMap Promise PythonAutoContainerTask PythonFunctionWorkflow SerializationSettings "
        "Task TaskMetadata TaskResolverMixin ValueIn VoidPromise WorkflowBase WorkflowFailurePolicy "
        "WorkflowMetadata WorkflowMetadataDefaults async_flyte_entity_call_handler default_task_resolver "
        "extract_task_module is_functools_wrapped_module_level isnested istestfunction loop_manager "
        "transform_function_to_interface translate_inputs_to_literals"
    ),
    "flytekit.core.reference": "FlyteValidationException ReferenceLaunchPlan ReferenceTask ReferenceWorkflow",
    "flytekit.core.reference_entity": (
        "BranchEvalMode ExecutionState FlyteContext Interface Promise TypeEngine VoidPromise "
        "create_and_link_node create_task_output extract_obj_name transform_interface_to_typed_interface "
        "translate_inputs_to_literals"
    ),
    "flytekit.core.resources": "BaseAccelerator",
    "flytekit.core.shim_task": (
        "ExecutionParameters ExecutionState FlyteContext FlyteContextManager TrackedInstance TypeEngine"
    ),
    "flytekit.core.task": (
        "AsyncPythonFunctionTask BaseAccelerator Cache DeckField Documentation EagerAsyncPythonFunctionTask "
        "ImageSpec Interface PodTemplate PythonFunctionTask PythonTask ReferenceEntity Resources Secret "
        "TaskMetadata TaskReference TaskResolverMixin VersionParameters output_name_generator str2bool "
        "transform_function_to_interface vscode"
    ),
    "flytekit.core.testing": "PythonTask ReferenceEntity WorkflowBase",
    "flytekit.core.tracked_abc": "TrackedInstance",
    "flytekit.core.tracker": "FeatureFlags ipython_check",
    "flytekit.core.type_engine": (
        "Binary FlyteAnnotation FlyteContext HashMethod Literal LiteralCollection LiteralMap LiteralType "
        "Primitive Scalar SimpleType TypeStructure Union UnionType Void is_imported literal_map_string_repr "
        "literal_types_match load_proto_from_file load_type_from_tag loop_manager str2bool timeit"
    ),
    "flytekit.core.type_match_checking": "EnumType LiteralType UnionType",
    "flytekit.core.utils": "PodTemplate ResourceSpec SerializationSettings",
    "flytekit.core.worker_queue": (
        "Deck FlyteContextManager FlyteSystemException ImageConfig Labels LaunchPlan Options PythonTask "
        "RateLimiter ReferenceEntity SerializationSettings WorkflowBase WorkflowExecutionPhase"
    ),
    "flytekit.core.workflow": (
        "ClassStorageTaskResolver CompilationState ConditionalSection Description Docstring Documentation "
        "ExecutionState FlyteContext FlyteContextManager FlyteEntities FlyteError "
        "FlyteFailureNodeInputMismatchException FlyteValidationException FlyteValueException Interface Node "
        "NodeOutput Options Promise PythonAutoContainerTask PythonTask ReferenceEntity Task TypeEngine "
        "VoidPromise WorkflowReference binding_from_python_std conditional create_task_output "
        "extract_obj_name extract_task_module flyte_entity_call_handler transform_function_to_interface "
        "transform_interface_to_typed_interface translate_inputs_to_literals"
    ),
    "flytekit.deck.deck": "ExecutionParameters ExecutionState FlyteContext FlyteContextManager ipython_check",
    "flytekit.deck.renderer": "lazy_module",
    "flytekit.exceptions.scopes": "is_rich_logging_enabled",
    "flytekit.exceptions.system": "FlyteException",
    "flytekit.exceptions.utils": "FlyteUserException",
    "flytekit.experimental.eager_function": (
        "DataConfig ExecutionState FlyteContext FlyteContextManager FlyteRemote PlatformConfig S3Config current_context"
    ),
    "flytekit.extend": "DictTransformer get_serializable",
    "flytekit.extend.backend.base_connector": (
        "ExecutionState FlyteConnectorNotFound FlyteContext FlyteContextManager FlyteUserException "
        "ImageConfig LiteralMap PythonFunctionTask PythonTask SerializationSettings TaskExecutionMetadata "
        "TaskTemplate TypeEngine dataclass_from_dict is_terminal_phase mirror_async_methods "
        "render_task_template set_flytekit_log_properties"
    ),
    "flytekit.extend.backend.utils": "TaskTemplate",
    "flytekit.extras.cloud_pickle_resolver": (
        "PythonAutoContainerTask SerializationSettings TaskResolverMixin TrackedInstance"
    ),
    "flytekit.extras.sqlite3.task": (
        "DefaultImages FlyteContext PythonCustomizedContainerTask SQLTask SerializationSettings "
        "ShimTaskExecutor kwtypes lazy_module"
    ),
    "flytekit.extras.tasks.shell": (
        "ExecutionParameters FlyteDirectory FlyteFile FlyteRecoverableException Interface PythonInstanceTask "
        "TaskPlugins"
    ),
    "flytekit.extras.webhook.connector": (
        "ConnectorRegistry LiteralMap Resource SyncConnectorBase TaskTemplate format_dict literal_map_string_repr"
    ),
    "flytekit.extras.webhook.task": (
        "Documentation Interface PythonTask SerializationSettings SyncConnectorExecutorMixin"
    ),
    "flytekit.image_spec": "DefaultImageBuilder ImageBuildEngine ImageSpec NoOpBuilder",
    "flytekit.image_spec.default_builder": (
        "CopyFileDetection DockerIgnore GitIgnore IgnoreGroup ImageSpec ImageSpecBuilder StandardIgnore ls_files"
    ),
    "flytekit.image_spec.image_spec": "CopyFileDetection FlyteAssertion",
    "flytekit.image_spec.noop_builder": "ImageSpec ImageSpecBuilder",
    "flytekit.interactive": "VscodeConfig get_task_inputs vscode",
    "flytekit.models.admin.workflow": "Documentation",
    "flytekit.models.core.workflow": "K8sObjectMetadata PodTemplate",
    "flytekit.models.execution": "DynamicWorkflowNodeMetadata ExecutionClusterLabel",
    "flytekit.models.launch_plan": "ConcurrencyPolicy",
    "flytekit.models.literals": "Error LiteralType StructuredDatasetType",
    "flytekit.models.task": "Documentation",
    "flytekit.remote": (
        "FlyteBranchNode FlyteLaunchPlan FlyteNode FlyteNodeExecution FlyteTask FlyteTaskExecution "
        "FlyteTaskNode FlyteWorkflow FlyteWorkflowExecution FlyteWorkflowNode"
    ),
    "flytekit.remote.backfill": "FlyteLaunchPlan ImperativeWorkflow LaunchPlan WorkflowBase WorkflowFailurePolicy",
    "flytekit.remote.data": "BlobType FileAccessProvider Literal RichCallback literal_string_repr",
    "flytekit.remote.entities": (
        "Binding FlyteContext Identifier RemoteEntity TaskSpec TypedInterface WorkflowSpec "
        "create_and_link_node_from_remote"
    ),
    "flytekit.remote.executions": "FlyteTask FlyteWorkflow LiteralsResolver TypedInterface",
    "flytekit.remote.lazy_entity": "FlyteContext Identifier RemoteEntity",
    "flytekit.remote.remote": (
        "ArrayNode ArrayNodeMapTask Artifact BranchNode ClusterAssignment Config ConfigFile CopyFileDetection "
        "DataConfig Domain ExecutionClusterLabel ExecutionMetadata ExecutionSpec FastPackageOptions "
        "FastSerializationSettings FileAccessProvider FlyteAssertion FlyteBranchNode FlyteContext "
        "FlyteContextManager FlyteEntityAlreadyExistsException FlyteEntityNotExistException "
        "FlyteExecutionSpan FlyteLaunchPlan FlyteNode FlyteNodeExecution FlyteTask FlyteTaskExecution "
        "FlyteTaskNode FlyteValueException FlyteWorkflow FlyteWorkflowExecution Identifier ImageConfig "
        "ImageSpec LaunchPlan LaunchPlanState LazyEntity Literal LiteralMap LiteralsResolver "
        "NamedEntityIdentifier NodeExecutionGetDataResponse NodeMetadata NotificationList Options "
        "PickledEntity PickledEntityMetadata PodTemplate Project PythonAutoContainerTask PythonFunctionTask "
        "PythonFunctionWorkflow PythonTask ReferenceEntity ReferenceLaunchPlan ReferenceSpec ReferenceTask "
        "ReferenceWorkflow RemoteEntity ResourceSpec ResourceType SerializationSettings SignalIdentifier Sort "
        "SynchronousFlyteClient TypeEngine WorkflowBase WorkflowExecutionGetDataResponse "
        "WorkflowFailurePolicy compress_scripts create_backfill_workflow default_notebook_task_resolver "
        "download_literal extract_task_module fast_package get_all_modules get_flyte_fs "
        "get_scoped_grpc_deadline get_serializable get_serializable_launch_plan hash_file ipython_check "
        "is_display_progress_enabled iterate_node_executions iterate_task_executions run_sync "
        "scoped_grpc_deadline strict_type_hint_matching translate_inputs_to_literals"
    ),
    "flytekit.remote.remote_callable": (
        "BranchEvalMode ExecutionState FlyteContext Identifier NodeMetadata Promise VoidPromise "
        "create_and_link_node_from_remote extract_obj_name"
    ),
    "flytekit.remote.remote_fs": "hash_file",
    "flytekit.sensor.base_sensor": (
        "AsyncConnectorExecutorMixin Interface PythonTask ResourceMeta SerializationSettings TaskMetadata"
    ),
    "flytekit.sensor.file_sensor": "BaseSensor FlyteContextManager",
    "flytekit.sensor.sensor_engine": (
        "AsyncConnectorBase ConnectorRegistry FlyteContextManager LiteralMap Resource SensorMetadata "
        "TaskTemplate TypeEngine"
    ),
    "flytekit.testing": "SecretsManager",
    "flytekit.types.directory": "FlyteDirToMultipartBlobTransformer",
    "flytekit.types.directory.types": (
        "AsyncTypeTransformer Binary Blob BlobMetadata BlobType FileExt FlyteAssertion FlyteContext "
        "FlyteContextManager FlyteFile Literal LiteralType Scalar TypeEngine TypeTransformerFailedError "
        "get_batch_size loop_manager"
    ),
    "flytekit.types.error.error": (
        "Error FlyteContext Literal LiteralType Scalar TypeEngine TypeTransformer TypeTransformerFailedError"
    ),
    "flytekit.types.file": "FlyteFilePathTransformer",
    "flytekit.types.file.file": (
        "AsyncTypeTransformer Binary Blob BlobMetadata BlobType FlyteAssertion FlyteContext "
        "FlyteContextManager FlytePickleTransformer Literal LiteralType Scalar TypeEngine "
        "TypeTransformerFailedError get_underlying_type"
    ),
    "flytekit.types.iterator.iterator": (
        "FlyteContext Literal LiteralCollection LiteralType TypeEngine TypeTransformer TypeTransformerFailedError"
    ),
    "flytekit.types.iterator.json_iterator": (
        "AsyncTypeTransformer Blob BlobMetadata FlyteContext Literal LiteralType Scalar TypeEngine "
        "TypeTransformerFailedError"
    ),
    "flytekit.types.numpy": "NumpyArrayTransformer",
    "flytekit.types.numpy.ndarray": (
        "AsyncTypeTransformer Blob BlobMetadata FlyteContext HashMethod Literal LiteralType Scalar TypeEngine "
        "TypeTransformerFailedError"
    ),
    "flytekit.types.pickle.pickle": (
        "AsyncTypeTransformer Blob BlobMetadata FlyteContext FlyteContextManager Literal LiteralType Scalar TypeEngine"
    ),
    "flytekit.types.schema": "FlyteSchemaTransformer",
    "flytekit.types.schema.types": (
        "AsyncTypeTransformer Binary FlyteContext FlyteContextManager Literal LiteralType Scalar Schema "
        "SchemaType TypeEngine TypeTransformerFailedError"
    ),
    "flytekit.types.schema.types_pandas": (
        "AsyncTypeTransformer FlyteContext Literal LiteralType LocalIOSchemaReader LocalIOSchemaWriter Scalar "
        "Schema SchemaEngine SchemaFormat SchemaHandler SchemaType TypeEngine"
    ),
    "flytekit.types.structured": "ArrowRenderer TopFrameRenderer is_imported",
    "flytekit.types.structured.basic_dfs": (
        "DataConfig FlyteContext StructuredDataset StructuredDatasetDecoder StructuredDatasetEncoder "
        "StructuredDatasetMetadata StructuredDatasetType get_fsspec_storage_options lazy_module"
    ),
    "flytekit.types.structured.structured_dataset": (
        "AsyncTypeTransformer Binary FlyteContext FlyteContextManager Literal LiteralType Renderable Scalar "
        "SchemaType StructuredDatasetMetadata StructuredDatasetType TypeEngine TypeTransformerFailedError "
        "lazy_module loop_manager modify_literal_uris"
    ),
    "flytekit.utils.rate_limiter": "run_sync",
}

# Module, name -> the module that it has it from, for names that two modules have.
_FROM_ANOTHER: Mapping[tuple[str, str], str] = {
    ("flytekit.core.array_node_map_task", "Task"): "flytekit.models.task",
    ("flytekit.core.promise", "Resources"): "flytekit.models.task",
    ("flytekit.models.core.workflow", "Resources"): "flytekit.models.task",
    ("flytekit.remote.entities", "Node"): "flytekit.models.core.workflow",
    ("flytekit.remote.entities", "WorkflowMetadata"): "flytekit.models.core.workflow",
    ("flytekit.remote.entities", "WorkflowMetadataDefaults"): "flytekit.models.core.workflow",
    ("flytekit.remote.remote", "Node"): "flytekit.models.core.workflow",
    ("flytekit.remote.remote", "TypedInterface"): "flytekit.remote.interface",
    ("flytekit.remote.remote", "WorkflowExecutionIdentifier"): "flytekit.models.core.identifier",
}


def reexported(table: StandInTable) -> StandInTable:
    """The rows of names that are imported where they are found, each a row of `table`, found where it is defined."""
    home_of = {name: module for module, names in HOMES.items() for name in names.split()}
    rows: dict[str, dict[str, Row]] = {
        module: {name: _row(table, home_of[name], name) for name in names.split()}
        for module, names in _IMPORTED.items()
    }
    for (module, name), home in _FROM_ANOTHER.items():
        rows.setdefault(module, {})[name] = _row(table, home, name)
    return rows


def _row(table: StandInTable, home: str, name: str) -> Row:
    """The row of a name, or that of the refused package which it lies in."""
    row = table.get(home, {}).get(name)
    while row is None:
        home, _, module = home.rpartition(".")
        assert home, f"no row says what {name} is"
        row = table.get(home, {}).get(module)
    return row
