from flytecpb.v1 import diagnostics_pb2 as _diagnostics_pb2
from flytecpb.v1 import entity_pb2 as _entity_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class NodeKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    NODE_KIND_UNSPECIFIED: _ClassVar[NodeKind]
    NODE_KIND_TASK: _ClassVar[NodeKind]
    NODE_KIND_WORKFLOW: _ClassVar[NodeKind]
    NODE_KIND_LAUNCH_PLAN: _ClassVar[NodeKind]
    NODE_KIND_CONDITIONAL: _ClassVar[NodeKind]
    NODE_KIND_GATE: _ClassVar[NodeKind]
    NODE_KIND_MAP: _ClassVar[NodeKind]
NODE_KIND_UNSPECIFIED: NodeKind
NODE_KIND_TASK: NodeKind
NODE_KIND_WORKFLOW: NodeKind
NODE_KIND_LAUNCH_PLAN: NodeKind
NODE_KIND_CONDITIONAL: NodeKind
NODE_KIND_GATE: NodeKind
NODE_KIND_MAP: NodeKind

class Inspection(_message.Message):
    __slots__ = ("version", "entities", "findings")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    ENTITIES_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    version: int
    entities: _containers.RepeatedCompositeFieldContainer[InspectedEntity]
    findings: _containers.RepeatedCompositeFieldContainer[_diagnostics_pb2.Diagnostic]
    def __init__(self, version: _Optional[int] = ..., entities: _Optional[_Iterable[_Union[InspectedEntity, _Mapping]]] = ..., findings: _Optional[_Iterable[_Union[_diagnostics_pb2.Diagnostic, _Mapping]]] = ...) -> None: ...

class InspectedEntity(_message.Message):
    __slots__ = ("resource_type", "id", "source", "origin", "signature", "inputs", "outputs", "documentation", "task", "workflow", "launch_plan")
    RESOURCE_TYPE_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    ORIGIN_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_FIELD_NUMBER: _ClassVar[int]
    INPUTS_FIELD_NUMBER: _ClassVar[int]
    OUTPUTS_FIELD_NUMBER: _ClassVar[int]
    DOCUMENTATION_FIELD_NUMBER: _ClassVar[int]
    TASK_FIELD_NUMBER: _ClassVar[int]
    WORKFLOW_FIELD_NUMBER: _ClassVar[int]
    LAUNCH_PLAN_FIELD_NUMBER: _ClassVar[int]
    resource_type: _entity_pb2.ResourceType
    id: _entity_pb2.Identifier
    source: str
    origin: _entity_pb2.Location
    signature: str
    inputs: _containers.RepeatedCompositeFieldContainer[InspectedVariable]
    outputs: _containers.RepeatedCompositeFieldContainer[InspectedVariable]
    documentation: InspectedDocumentation
    task: InspectedTask
    workflow: InspectedWorkflow
    launch_plan: InspectedLaunchPlan
    def __init__(self, resource_type: _Optional[_Union[_entity_pb2.ResourceType, str]] = ..., id: _Optional[_Union[_entity_pb2.Identifier, _Mapping]] = ..., source: _Optional[str] = ..., origin: _Optional[_Union[_entity_pb2.Location, _Mapping]] = ..., signature: _Optional[str] = ..., inputs: _Optional[_Iterable[_Union[InspectedVariable, _Mapping]]] = ..., outputs: _Optional[_Iterable[_Union[InspectedVariable, _Mapping]]] = ..., documentation: _Optional[_Union[InspectedDocumentation, _Mapping]] = ..., task: _Optional[_Union[InspectedTask, _Mapping]] = ..., workflow: _Optional[_Union[InspectedWorkflow, _Mapping]] = ..., launch_plan: _Optional[_Union[InspectedLaunchPlan, _Mapping]] = ...) -> None: ...

class InspectedVariable(_message.Message):
    __slots__ = ("name", "type", "description", "required", "default")
    NAME_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    REQUIRED_FIELD_NUMBER: _ClassVar[int]
    DEFAULT_FIELD_NUMBER: _ClassVar[int]
    name: str
    type: str
    description: str
    required: bool
    default: str
    def __init__(self, name: _Optional[str] = ..., type: _Optional[str] = ..., description: _Optional[str] = ..., required: _Optional[bool] = ..., default: _Optional[str] = ...) -> None: ...

class InspectedDocumentation(_message.Message):
    __slots__ = ("short_description", "long_description", "source_link", "tags")
    SHORT_DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    LONG_DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    SOURCE_LINK_FIELD_NUMBER: _ClassVar[int]
    TAGS_FIELD_NUMBER: _ClassVar[int]
    short_description: str
    long_description: str
    source_link: str
    tags: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, short_description: _Optional[str] = ..., long_description: _Optional[str] = ..., source_link: _Optional[str] = ..., tags: _Optional[_Iterable[str]] = ...) -> None: ...

class InspectedPair(_message.Message):
    __slots__ = ("name", "value")
    NAME_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    name: str
    value: str
    def __init__(self, name: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...

class InspectedTask(_message.Message):
    __slots__ = ("type", "type_version", "runtime", "containers", "pod_spec", "pod_template_name", "sql", "execution", "cache", "security", "extended_resources", "labels", "annotations", "tags", "config", "custom")
    TYPE_FIELD_NUMBER: _ClassVar[int]
    TYPE_VERSION_FIELD_NUMBER: _ClassVar[int]
    RUNTIME_FIELD_NUMBER: _ClassVar[int]
    CONTAINERS_FIELD_NUMBER: _ClassVar[int]
    POD_SPEC_FIELD_NUMBER: _ClassVar[int]
    POD_TEMPLATE_NAME_FIELD_NUMBER: _ClassVar[int]
    SQL_FIELD_NUMBER: _ClassVar[int]
    EXECUTION_FIELD_NUMBER: _ClassVar[int]
    CACHE_FIELD_NUMBER: _ClassVar[int]
    SECURITY_FIELD_NUMBER: _ClassVar[int]
    EXTENDED_RESOURCES_FIELD_NUMBER: _ClassVar[int]
    LABELS_FIELD_NUMBER: _ClassVar[int]
    ANNOTATIONS_FIELD_NUMBER: _ClassVar[int]
    TAGS_FIELD_NUMBER: _ClassVar[int]
    CONFIG_FIELD_NUMBER: _ClassVar[int]
    CUSTOM_FIELD_NUMBER: _ClassVar[int]
    type: str
    type_version: int
    runtime: str
    containers: _containers.RepeatedCompositeFieldContainer[InspectedContainer]
    pod_spec: str
    pod_template_name: str
    sql: InspectedSql
    execution: InspectedExecution
    cache: InspectedCache
    security: InspectedSecurity
    extended_resources: _containers.RepeatedCompositeFieldContainer[InspectedPair]
    labels: _containers.RepeatedCompositeFieldContainer[InspectedPair]
    annotations: _containers.RepeatedCompositeFieldContainer[InspectedPair]
    tags: _containers.RepeatedCompositeFieldContainer[InspectedPair]
    config: _containers.RepeatedCompositeFieldContainer[InspectedPair]
    custom: str
    def __init__(self, type: _Optional[str] = ..., type_version: _Optional[int] = ..., runtime: _Optional[str] = ..., containers: _Optional[_Iterable[_Union[InspectedContainer, _Mapping]]] = ..., pod_spec: _Optional[str] = ..., pod_template_name: _Optional[str] = ..., sql: _Optional[_Union[InspectedSql, _Mapping]] = ..., execution: _Optional[_Union[InspectedExecution, _Mapping]] = ..., cache: _Optional[_Union[InspectedCache, _Mapping]] = ..., security: _Optional[_Union[InspectedSecurity, _Mapping]] = ..., extended_resources: _Optional[_Iterable[_Union[InspectedPair, _Mapping]]] = ..., labels: _Optional[_Iterable[_Union[InspectedPair, _Mapping]]] = ..., annotations: _Optional[_Iterable[_Union[InspectedPair, _Mapping]]] = ..., tags: _Optional[_Iterable[_Union[InspectedPair, _Mapping]]] = ..., config: _Optional[_Iterable[_Union[InspectedPair, _Mapping]]] = ..., custom: _Optional[str] = ...) -> None: ...

class InspectedContainer(_message.Message):
    __slots__ = ("name", "image", "command_line", "env", "requests", "limits", "ports", "data_config")
    NAME_FIELD_NUMBER: _ClassVar[int]
    IMAGE_FIELD_NUMBER: _ClassVar[int]
    COMMAND_LINE_FIELD_NUMBER: _ClassVar[int]
    ENV_FIELD_NUMBER: _ClassVar[int]
    REQUESTS_FIELD_NUMBER: _ClassVar[int]
    LIMITS_FIELD_NUMBER: _ClassVar[int]
    PORTS_FIELD_NUMBER: _ClassVar[int]
    DATA_CONFIG_FIELD_NUMBER: _ClassVar[int]
    name: str
    image: str
    command_line: _containers.RepeatedScalarFieldContainer[str]
    env: _containers.RepeatedCompositeFieldContainer[InspectedPair]
    requests: _containers.RepeatedCompositeFieldContainer[InspectedPair]
    limits: _containers.RepeatedCompositeFieldContainer[InspectedPair]
    ports: _containers.RepeatedScalarFieldContainer[int]
    data_config: str
    def __init__(self, name: _Optional[str] = ..., image: _Optional[str] = ..., command_line: _Optional[_Iterable[str]] = ..., env: _Optional[_Iterable[_Union[InspectedPair, _Mapping]]] = ..., requests: _Optional[_Iterable[_Union[InspectedPair, _Mapping]]] = ..., limits: _Optional[_Iterable[_Union[InspectedPair, _Mapping]]] = ..., ports: _Optional[_Iterable[int]] = ..., data_config: _Optional[str] = ...) -> None: ...

class InspectedSql(_message.Message):
    __slots__ = ("statement", "dialect")
    STATEMENT_FIELD_NUMBER: _ClassVar[int]
    DIALECT_FIELD_NUMBER: _ClassVar[int]
    statement: str
    dialect: str
    def __init__(self, statement: _Optional[str] = ..., dialect: _Optional[str] = ...) -> None: ...

class InspectedExecution(_message.Message):
    __slots__ = ("retries", "timeout", "interruptible", "deprecated", "deck", "eager")
    RETRIES_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    INTERRUPTIBLE_FIELD_NUMBER: _ClassVar[int]
    DEPRECATED_FIELD_NUMBER: _ClassVar[int]
    DECK_FIELD_NUMBER: _ClassVar[int]
    EAGER_FIELD_NUMBER: _ClassVar[int]
    retries: int
    timeout: str
    interruptible: bool
    deprecated: str
    deck: bool
    eager: bool
    def __init__(self, retries: _Optional[int] = ..., timeout: _Optional[str] = ..., interruptible: _Optional[bool] = ..., deprecated: _Optional[str] = ..., deck: _Optional[bool] = ..., eager: _Optional[bool] = ...) -> None: ...

class InspectedCache(_message.Message):
    __slots__ = ("version", "serialized", "ignored_inputs")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    SERIALIZED_FIELD_NUMBER: _ClassVar[int]
    IGNORED_INPUTS_FIELD_NUMBER: _ClassVar[int]
    version: str
    serialized: bool
    ignored_inputs: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, version: _Optional[str] = ..., serialized: _Optional[bool] = ..., ignored_inputs: _Optional[_Iterable[str]] = ...) -> None: ...

class InspectedSecurity(_message.Message):
    __slots__ = ("iam_role", "service_account", "execution_identity", "oauth2_client", "secrets")
    IAM_ROLE_FIELD_NUMBER: _ClassVar[int]
    SERVICE_ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    EXECUTION_IDENTITY_FIELD_NUMBER: _ClassVar[int]
    OAUTH2_CLIENT_FIELD_NUMBER: _ClassVar[int]
    SECRETS_FIELD_NUMBER: _ClassVar[int]
    iam_role: str
    service_account: str
    execution_identity: str
    oauth2_client: str
    secrets: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, iam_role: _Optional[str] = ..., service_account: _Optional[str] = ..., execution_identity: _Optional[str] = ..., oauth2_client: _Optional[str] = ..., secrets: _Optional[_Iterable[str]] = ...) -> None: ...

class InspectedWorkflow(_message.Message):
    __slots__ = ("nodes", "outputs", "failure_node", "on_failure", "interruptible", "tags", "sub_workflows")
    NODES_FIELD_NUMBER: _ClassVar[int]
    OUTPUTS_FIELD_NUMBER: _ClassVar[int]
    FAILURE_NODE_FIELD_NUMBER: _ClassVar[int]
    ON_FAILURE_FIELD_NUMBER: _ClassVar[int]
    INTERRUPTIBLE_FIELD_NUMBER: _ClassVar[int]
    TAGS_FIELD_NUMBER: _ClassVar[int]
    SUB_WORKFLOWS_FIELD_NUMBER: _ClassVar[int]
    nodes: _containers.RepeatedCompositeFieldContainer[InspectedNode]
    outputs: _containers.RepeatedCompositeFieldContainer[InspectedPair]
    failure_node: InspectedNode
    on_failure: str
    interruptible: bool
    tags: _containers.RepeatedCompositeFieldContainer[InspectedPair]
    sub_workflows: _containers.RepeatedCompositeFieldContainer[InspectedSubWorkflow]
    def __init__(self, nodes: _Optional[_Iterable[_Union[InspectedNode, _Mapping]]] = ..., outputs: _Optional[_Iterable[_Union[InspectedPair, _Mapping]]] = ..., failure_node: _Optional[_Union[InspectedNode, _Mapping]] = ..., on_failure: _Optional[str] = ..., interruptible: _Optional[bool] = ..., tags: _Optional[_Iterable[_Union[InspectedPair, _Mapping]]] = ..., sub_workflows: _Optional[_Iterable[_Union[InspectedSubWorkflow, _Mapping]]] = ...) -> None: ...

class InspectedSubWorkflow(_message.Message):
    __slots__ = ("id", "signature", "workflow")
    ID_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_FIELD_NUMBER: _ClassVar[int]
    WORKFLOW_FIELD_NUMBER: _ClassVar[int]
    id: _entity_pb2.Identifier
    signature: str
    workflow: InspectedWorkflow
    def __init__(self, id: _Optional[_Union[_entity_pb2.Identifier, _Mapping]] = ..., signature: _Optional[str] = ..., workflow: _Optional[_Union[InspectedWorkflow, _Mapping]] = ...) -> None: ...

class InspectedNode(_message.Message):
    __slots__ = ("id", "name", "kind", "target", "call", "inputs", "upstream", "execution", "overrides", "arms", "aliases")
    ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    TARGET_FIELD_NUMBER: _ClassVar[int]
    CALL_FIELD_NUMBER: _ClassVar[int]
    INPUTS_FIELD_NUMBER: _ClassVar[int]
    UPSTREAM_FIELD_NUMBER: _ClassVar[int]
    EXECUTION_FIELD_NUMBER: _ClassVar[int]
    OVERRIDES_FIELD_NUMBER: _ClassVar[int]
    ARMS_FIELD_NUMBER: _ClassVar[int]
    ALIASES_FIELD_NUMBER: _ClassVar[int]
    id: str
    name: str
    kind: NodeKind
    target: _entity_pb2.Identifier
    call: str
    inputs: _containers.RepeatedCompositeFieldContainer[InspectedPair]
    upstream: _containers.RepeatedScalarFieldContainer[str]
    execution: InspectedExecution
    overrides: _containers.RepeatedCompositeFieldContainer[InspectedPair]
    arms: _containers.RepeatedCompositeFieldContainer[InspectedArm]
    aliases: _containers.RepeatedCompositeFieldContainer[InspectedPair]
    def __init__(self, id: _Optional[str] = ..., name: _Optional[str] = ..., kind: _Optional[_Union[NodeKind, str]] = ..., target: _Optional[_Union[_entity_pb2.Identifier, _Mapping]] = ..., call: _Optional[str] = ..., inputs: _Optional[_Iterable[_Union[InspectedPair, _Mapping]]] = ..., upstream: _Optional[_Iterable[str]] = ..., execution: _Optional[_Union[InspectedExecution, _Mapping]] = ..., overrides: _Optional[_Iterable[_Union[InspectedPair, _Mapping]]] = ..., arms: _Optional[_Iterable[_Union[InspectedArm, _Mapping]]] = ..., aliases: _Optional[_Iterable[_Union[InspectedPair, _Mapping]]] = ...) -> None: ...

class InspectedArm(_message.Message):
    __slots__ = ("condition", "node", "error")
    CONDITION_FIELD_NUMBER: _ClassVar[int]
    NODE_FIELD_NUMBER: _ClassVar[int]
    ERROR_FIELD_NUMBER: _ClassVar[int]
    condition: str
    node: InspectedNode
    error: str
    def __init__(self, condition: _Optional[str] = ..., node: _Optional[_Union[InspectedNode, _Mapping]] = ..., error: _Optional[str] = ...) -> None: ...

class InspectedLaunchPlan(_message.Message):
    __slots__ = ("workflow", "fixed_inputs", "schedule", "notifications", "security", "labels", "annotations", "env", "raw_output_prefix", "max_parallelism", "interruptible", "overwrite_cache", "concurrency", "state", "trigger")
    WORKFLOW_FIELD_NUMBER: _ClassVar[int]
    FIXED_INPUTS_FIELD_NUMBER: _ClassVar[int]
    SCHEDULE_FIELD_NUMBER: _ClassVar[int]
    NOTIFICATIONS_FIELD_NUMBER: _ClassVar[int]
    SECURITY_FIELD_NUMBER: _ClassVar[int]
    LABELS_FIELD_NUMBER: _ClassVar[int]
    ANNOTATIONS_FIELD_NUMBER: _ClassVar[int]
    ENV_FIELD_NUMBER: _ClassVar[int]
    RAW_OUTPUT_PREFIX_FIELD_NUMBER: _ClassVar[int]
    MAX_PARALLELISM_FIELD_NUMBER: _ClassVar[int]
    INTERRUPTIBLE_FIELD_NUMBER: _ClassVar[int]
    OVERWRITE_CACHE_FIELD_NUMBER: _ClassVar[int]
    CONCURRENCY_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    TRIGGER_FIELD_NUMBER: _ClassVar[int]
    workflow: _entity_pb2.Identifier
    fixed_inputs: _containers.RepeatedCompositeFieldContainer[InspectedPair]
    schedule: InspectedSchedule
    notifications: _containers.RepeatedCompositeFieldContainer[InspectedNotification]
    security: InspectedSecurity
    labels: _containers.RepeatedCompositeFieldContainer[InspectedPair]
    annotations: _containers.RepeatedCompositeFieldContainer[InspectedPair]
    env: _containers.RepeatedCompositeFieldContainer[InspectedPair]
    raw_output_prefix: str
    max_parallelism: int
    interruptible: bool
    overwrite_cache: bool
    concurrency: str
    state: str
    trigger: str
    def __init__(self, workflow: _Optional[_Union[_entity_pb2.Identifier, _Mapping]] = ..., fixed_inputs: _Optional[_Iterable[_Union[InspectedPair, _Mapping]]] = ..., schedule: _Optional[_Union[InspectedSchedule, _Mapping]] = ..., notifications: _Optional[_Iterable[_Union[InspectedNotification, _Mapping]]] = ..., security: _Optional[_Union[InspectedSecurity, _Mapping]] = ..., labels: _Optional[_Iterable[_Union[InspectedPair, _Mapping]]] = ..., annotations: _Optional[_Iterable[_Union[InspectedPair, _Mapping]]] = ..., env: _Optional[_Iterable[_Union[InspectedPair, _Mapping]]] = ..., raw_output_prefix: _Optional[str] = ..., max_parallelism: _Optional[int] = ..., interruptible: _Optional[bool] = ..., overwrite_cache: _Optional[bool] = ..., concurrency: _Optional[str] = ..., state: _Optional[str] = ..., trigger: _Optional[str] = ...) -> None: ...

class InspectedSchedule(_message.Message):
    __slots__ = ("expression", "offset", "kickoff_time_input")
    EXPRESSION_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    KICKOFF_TIME_INPUT_FIELD_NUMBER: _ClassVar[int]
    expression: str
    offset: str
    kickoff_time_input: str
    def __init__(self, expression: _Optional[str] = ..., offset: _Optional[str] = ..., kickoff_time_input: _Optional[str] = ...) -> None: ...

class InspectedNotification(_message.Message):
    __slots__ = ("channel", "recipients", "phases")
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    RECIPIENTS_FIELD_NUMBER: _ClassVar[int]
    PHASES_FIELD_NUMBER: _ClassVar[int]
    channel: str
    recipients: _containers.RepeatedScalarFieldContainer[str]
    phases: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, channel: _Optional[str] = ..., recipients: _Optional[_Iterable[str]] = ..., phases: _Optional[_Iterable[str]] = ...) -> None: ...
