"""Names that are known and not to be had, each with the reason."""

from collections.abc import Mapping

from flytec.authoring.rows import Refused, Row

_MESSAGES = Refused("it is part of how flytekit makes messages, which flytec does by itself")
_TRANSFORMERS = Refused("it is one of flytekit's own transformers, of which the stand-in has the literal types only")
_HANDLERS = Refused("flytekit's own handlers of dataframes serve running tasks; import them in the body of the task")
_IMAGES = Refused("flytec names the images that an ImageSpec describes, and leaves building them to others")
_ARTIFACTS = Refused("flytec writes artifacts as flytekit does by itself, and asks no plug-in")
_PLUGINS = Refused("plug-ins of flytekit's own commands have no say in what flytec does")
_FLAGS = Refused("flytec has a setting of its own for the root of packages, package_root")
_COMMANDS = Refused("it is part of flytekit's commands, of which flytec has its own")
_RUNNING = Refused("it serves running tasks only; import it in the body of the task")
_LIBRARY = Refused("its types travel in flytekit's own way for this library, which the stand-in does not have")


def _all(refused: Refused, names: str) -> dict[str, Row]:
    return dict.fromkeys(names.split(), refused)


# A package that is refused as a whole is a name of the package that it lies in.
NAMES: Mapping[str, Mapping[str, Row]] = {
    "flytekit": {
        **_all(_COMMANDS, "bin clients clis interaction tools"),
        "interfaces": _RUNNING,
    },
    "flytekit.extend.backend": _all(_COMMANDS, "connector_service"),
    "flytekit.extras": {"pydantic_transformer": _TRANSFORMERS},
    "flytekit.extras.pytorch": _all(
        _TRANSFORMERS, "PyTorchCheckpointTransformer PyTorchModuleTransformer PyTorchTensorTransformer"
    ),
    "flytekit.extras.pytorch.checkpoint": _all(_TRANSFORMERS, "PyTorchCheckpointTransformer"),
    "flytekit.extras.pytorch.native": _all(
        _TRANSFORMERS, "PyTorchModuleTransformer PyTorchTensorTransformer PyTorchTypeTransformer"
    ),
    "flytekit.extras.sklearn": _all(_TRANSFORMERS, "SklearnEstimatorTransformer"),
    "flytekit.extras.sklearn.native": _all(_TRANSFORMERS, "SklearnEstimatorTransformer SklearnTypeTransformer"),
    "flytekit.extras.tensorflow": _all(
        _TRANSFORMERS,
        "TensorFlowModelTransformer TensorFlowRecordFileTransformer TensorFlowRecordsDirTransformer",
    ),
    "flytekit.extras.tensorflow.model": _all(_TRANSFORMERS, "TensorFlowModelTransformer"),
    "flytekit.extras.tensorflow.record": {
        **_all(_TRANSFORMERS, "TensorFlowRecordFileTransformer TensorFlowRecordsDirTransformer"),
        **_all(_MESSAGES, "extract_metadata_and_uri"),
    },
    "flytekit.interactive": {
        **_all(_RUNNING, "get_task_inputs utils"),
    },
    "flytekit.image_spec": _all(_IMAGES, "DefaultImageBuilder ImageBuildEngine NoOpBuilder"),
    "flytekit.types.file.image": _all(_TRANSFORMERS, "PILImageTransformer"),
    "flytekit.configuration.feature_flags": _all(_FLAGS, "FeatureFlags"),
    "flytekit.configuration.plugin": _all(_PLUGINS, "FlytekitPlugin FlytekitPluginProtocol get_plugin"),
    "flytekit.core.artifact": _all(
        _ARTIFACTS, "ArtifactSerializationHandler DefaultArtifactSerializationHandler Serializer"
    ),
    "flytekit.core.artifact_utils": _all(_MESSAGES, "idl_partitions_from_dict idl_time_partition_from_datetime"),
    "flytekit.core.context_manager": _all(_MESSAGES, "CompilationState FlyteEntities"),
    "flytekit.core.environment": _all(_MESSAGES, "forge"),
    "flytekit.core.interface": _all(
        _MESSAGES,
        "default_output_name detect_artifact extract_return_annotation output_name_generator "
        "remap_shared_output_descriptions repr_kv repr_type_signature "
        "transform_function_to_interface transform_inputs_to_parameters "
        "transform_interface_to_list_interface transform_interface_to_typed_interface "
        "transform_type transform_types_to_list_of_type transform_variable_map "
        "verify_outputs_artifact_bindings",
    ),
    "flytekit.core.node": _all(_MESSAGES, "assert_no_promises_in_resources assert_not_promise"),
    "flytekit.core.pod_template": _all(_MESSAGES, "serialize_pod_template"),
    "flytekit.core.promise": _all(
        _MESSAGES,
        "async_flyte_entity_call_handler binding_data_from_python_std binding_from_python_std "
        "create_and_link_node create_and_link_node_from_remote create_native_named_tuple "
        "create_task_output extract_obj_name flyte_entity_call_handler get_primitive_val "
        "resolve_attr_path_in_dict resolve_attr_path_in_pb_struct resolve_attr_path_in_promise "
        "resolve_attr_path_recursively to_binding translate_inputs_to_literals "
        "translate_inputs_to_native",
    ),
    "flytekit.core.python_auto_container": _all(
        _MESSAGES, "PickledEntity PickledEntityMetadata update_image_spec_copy_handling"
    ),
    "flytekit.core.reference_entity": _all(_MESSAGES, "ReferenceSpec ReferenceTemplate"),
    "flytekit.core.resources": _all(
        _MESSAGES, "construct_extended_resources convert_resources_to_resource_model pod_spec_from_resources"
    ),
    "flytekit.core.task": _all(_MESSAGES, "decorate_function"),
    "flytekit.core.tracker": _all(
        _MESSAGES,
        "InstanceTrackingMeta get_full_module_path import_module_from_file "
        "is_functools_wrapped_module_level is_ipython_or_pickle_exists isnested istestfunction",
    ),
    "flytekit.core.type_engine": {
        **_all(
            _MESSAGES,
            "convert_marshmallow_json_schema_to_python_class "
            "convert_mashumaro_json_schema_to_python_class dataclass_from_dict display_pickle_warning "
            "generate_attribute_list_from_dataclass_json "
            "generate_attribute_list_from_dataclass_json_mixin get_batch_size get_underlying_type "
            "is_annotated modify_literal_uris strict_type_hint_matching",
        ),
        **_all(
            _TRANSFORMERS,
            "BinaryIOTransformer BoolTransformer DateTransformer DatetimeTransformer FloatTransformer "
            "IntTransformer LiteralTypeTransformer NoneTransformer ProtobufTransformer StrTransformer "
            "TextIOTransformer TimedeltaTransformer",
        ),
    },
    "flytekit.core.type_helpers": _all(_MESSAGES, "load_type_from_tag"),
    "flytekit.core.type_match_checking": _all(_MESSAGES, "literal_types_match"),
    "flytekit.core.workflow": _all(
        _MESSAGES,
        "GLOBAL_START_NODE WorkflowMetadata WorkflowMetadataDefaults construct_input_promises "
        "get_promise get_promise_map",
    ),
    "flytekit.image_spec.default_builder": _all(
        _IMAGES,
        "DefaultImageBuilder create_docker_context get_flytekit_for_pypi "
        "prepare_poetry_lock_command prepare_python_executable prepare_python_install "
        "prepare_uv_lock_command",
    ),
    "flytekit.image_spec.image_spec": _all(
        _IMAGES, "ImageBuildEngine ImageSpecBuilder validate_container_registry_name"
    ),
    "flytekit.image_spec.noop_builder": _all(_IMAGES, "NoOpBuilder"),
    "flytekit.remote.backfill": _all(_MESSAGES, "create_backfill_workflow"),
    "flytekit.remote.remote": _all(_MESSAGES, "CoreNode"),
    "flytekit.types.directory.types": _all(_TRANSFORMERS, "FlyteDirToMultipartBlobTransformer"),
    "flytekit.types.error.error": _all(_TRANSFORMERS, "ErrorTransformer"),
    "flytekit.types.file.file": _all(_TRANSFORMERS, "FlyteFilePathTransformer"),
    "flytekit.types.iterator.iterator": _all(_TRANSFORMERS, "IteratorTransformer"),
    "flytekit.types.iterator.json_iterator": _all(_TRANSFORMERS, "JSONIteratorTransformer"),
    "flytekit.types.numpy.ndarray": {
        **_all(_MESSAGES, "extract_metadata"),
        **_all(_TRANSFORMERS, "NumpyArrayTransformer"),
    },
    "flytekit.types.pickle.pickle": _all(_TRANSFORMERS, "FlytePickleTransformer"),
    "flytekit.types.schema.types": _all(_TRANSFORMERS, "FlyteSchemaTransformer"),
    "flytekit.types.schema.types_pandas": _all(_TRANSFORMERS, "PandasDataFrameTransformer"),
    "flytekit.types.structured": {
        **_all(
            _HANDLERS,
            "lazy_import_structured_dataset_handler register_arrow_handlers register_bigquery_handlers "
            "register_csv_handlers register_pandas_handlers register_snowflake_handlers",
        ),
        **_all(_LIBRARY, "bigquery snowflake"),
    },
    "flytekit.types.structured.basic_dfs": _all(
        _HANDLERS,
        "ArrowToParquetEncodingHandler CSVToPandasDecodingHandler PandasToCSVEncodingHandler "
        "PandasToParquetEncodingHandler ParquetToArrowDecodingHandler "
        "ParquetToPandasDecodingHandler",
    ),
    "flytekit.types.structured.structured_dataset": _all(
        _MESSAGES, "convert_schema_type_to_structured_dataset_type extract_cols_and_format flyte_dataset_transformer"
    ),
}
