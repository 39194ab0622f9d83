"""The flyteidl and flytecpb messages that flytec uses, by the names that their `.proto` files give them.

No other module imports generated code.
"""

from flyteidl.admin.common_pb2 import (
    Annotations,
    AuthRole,
    EmailNotification,
    Labels,
    Notification,
    PagerDutyNotification,
    RawOutputDataConfig,
    SlackNotification,
)
from flyteidl.admin.description_entity_pb2 import Description, DescriptionEntity, SourceCode
from flyteidl.admin.launch_plan_pb2 import (
    ConcurrencyPolicy,
    LaunchPlan,
    LaunchPlanClosure,
    LaunchPlanMetadata,
    LaunchPlanSpec,
)
from flyteidl.admin.schedule_pb2 import CronSchedule, FixedRate, FixedRateUnit, Schedule
from flyteidl.admin.task_pb2 import TaskSpec
from flyteidl.admin.workflow_pb2 import WorkflowSpec
from flyteidl.core.artifact_id_pb2 import (
    ArtifactBindingData,
    ArtifactID,
    ArtifactKey,
    ArtifactQuery,
    InputBindingData,
    LabelValue,
    Partitions,
    RuntimeBinding,
    TimePartition,
    TimeTransform,
)
from flyteidl.core.condition_pb2 import BooleanExpression, ComparisonExpression, ConjunctionExpression, Operand
from flyteidl.core.execution_pb2 import WorkflowExecution
from flyteidl.core.identifier_pb2 import Identifier, ResourceType
from flyteidl.core.interface_pb2 import Parameter, ParameterMap, TypedInterface, Variable, VariableMap
from flyteidl.core.literals_pb2 import (
    Binary,
    Binding,
    BindingData,
    BindingDataCollection,
    BindingDataMap,
    Blob,
    BlobMetadata,
    KeyValuePair,
    Literal,
    LiteralCollection,
    LiteralMap,
    Primitive,
    RetryStrategy,
    Scalar,
    Schema,
    StructuredDataset,
    StructuredDatasetMetadata,
    Union,
    UnionInfo,
    Void,
)
from flyteidl.core.security_pb2 import Identity, OAuth2Client, OAuth2TokenRequest, Secret, SecurityContext
from flyteidl.core.tasks_pb2 import (
    Container,
    DataLoadingConfig,
    ExtendedResources,
    GPUAccelerator,
    IOStrategy,
    K8sObjectMetadata,
    K8sPod,
    Resources,
    RuntimeMetadata,
    SharedMemory,
    Sql,
    TaskMetadata,
    TaskTemplate,
)
from flyteidl.core.types_pb2 import (
    BlobType,
    EnumType,
    Error,
    LiteralType,
    OutputReference,
    PromiseAttribute,
    SchemaType,
    SimpleType,
    StructuredDatasetType,
    TypeAnnotation,
    TypeStructure,
    UnionType,
)
from flyteidl.core.workflow_pb2 import (
    Alias,
    ArrayNode,
    BranchNode,
    GateNode,
    IfBlock,
    IfElseBlock,
    Node,
    NodeMetadata,
    TaskNode,
    TaskNodeOverrides,
    WorkflowMetadata,
    WorkflowMetadataDefaults,
    WorkflowNode,
    WorkflowTemplate,
)
from google.protobuf.duration_pb2 import Duration
from google.protobuf.message import Message
from google.protobuf.struct_pb2 import ListValue, Struct, Value
from google.protobuf.timestamp_pb2 import Timestamp
from google.protobuf.wrappers_pb2 import BoolValue
