"""The flytecpb messages: flytec's own forms for manifests, findings and results, by their `.proto` names."""

from flytecpb.v1.build_pb2 import BuildResult, BuiltImage
from flytecpb.v1.compile_pb2 import CompileCounts, CompileResult, SourceArchive, SourceFile
from flytecpb.v1.diagnostics_pb2 import (
    SEVERITY_ERROR,
    SEVERITY_NOTE,
    SEVERITY_WARNING,
    Baseline,
    BaselineEntry,
    Diagnostic,
    DiagnosticCounts,
    DiagnosticList,
    Subject,
)
from flytecpb.v1.entity_pb2 import (
    RESOURCE_TYPE_LAUNCH_PLAN,
    RESOURCE_TYPE_TASK,
    RESOURCE_TYPE_WORKFLOW,
    Identifier,
    Location,
    ResourceType,
)
from flytecpb.v1.inspect_pb2 import (
    NODE_KIND_CONDITIONAL,
    NODE_KIND_GATE,
    NODE_KIND_LAUNCH_PLAN,
    NODE_KIND_MAP,
    NODE_KIND_TASK,
    NODE_KIND_UNSPECIFIED,
    NODE_KIND_WORKFLOW,
    InspectedArm,
    InspectedCache,
    InspectedContainer,
    InspectedDocumentation,
    InspectedEntity,
    InspectedExecution,
    InspectedLaunchPlan,
    InspectedNode,
    InspectedNotification,
    InspectedPair,
    InspectedSchedule,
    InspectedSecurity,
    InspectedSql,
    InspectedSubWorkflow,
    InspectedTask,
    InspectedVariable,
    InspectedWorkflow,
    Inspection,
    NodeKind,
)
from flytecpb.v1.manifest_pb2 import Manifest, ManifestEntry
