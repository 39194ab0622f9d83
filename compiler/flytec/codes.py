"""The table of finding codes: one row a code, and the only place where codes are made.

Numbers are grouped by stage and never reused: 1xx load, 2xx authoring and lowering, 3xx control-plane checks,
4xx artifact, 5xx package and images, 6xx settings, 9xx our own faults.
"""

from flytec.records import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """A finding's stable name: `id` for search, `slug` for memory, `title` for the list of codes."""

    id: str
    slug: str
    title: str

    def __str__(self) -> str:
        return f"{self.id} {self.slug}"

    def __reduce__(self) -> tuple[object, ...]:
        """Pickles as its id: there is one object a code, and findings are told apart by it."""
        return _of_id, (self.id,)


# 1xx load
SOURCE_NOT_FOUND = Code("FTC100", "source-not-found", "A source that was named does not exist")
MODULE_FAILED = Code("FTC101", "module-failed", "A user module raised while it was imported")
MODULE_EXITED = Code("FTC102", "module-exited", "A user module asked the interpreter to exit")
NOTHING_TO_COMPILE = Code("FTC103", "nothing-to-compile", "No task, workflow or launch plan was found")
DUPLICATE_ENTITY = Code("FTC104", "duplicate-entity", "Two entities have one identity")
UNRESOLVED_NAME = Code("FTC105", "unresolved-name", "The module name of an entity cannot be told")
MIXED_ROOTS = Code("FTC106", "mixed-roots", "The sources lie under more than one import root")
FRONTEND_MISSING = Code("FTC107", "frontend-missing", "The front end that was asked for is not installed")
UNUSABLE_SOURCE = Code("FTC108", "unusable-source", "A source is nothing that Python can import")
SHADOWED_MODULE = Code("FTC109", "shadowed-module", "Another module of the same name is imported in place of a source")
REPLACED_MODULE = Code("FTC110", "replaced-module", "Placeholders stand for modules that are not installed")

# 2xx authoring and lowering
UNSUPPORTED_SYMBOL = Code("FTC200", "unsupported-symbol", "A name of flytekit that the stand-in does not have")
INVALID_DECLARATION = Code("FTC201", "invalid-declaration", "A task, workflow or launch plan is declared wrongly")
INVALID_CALL = Code("FTC202", "invalid-call", "An entity is called with inputs that do not fit its interface")
MISSING_ANNOTATION = Code("FTC203", "missing-annotation", "A parameter has no type annotation")
INVALID_BINDING = Code("FTC204", "invalid-binding", "A value cannot be bound to an input or output")
UNSUPPORTED_TYPE = Code("FTC205", "unsupported-type", "A Python type has no Flyte type")
INVALID_LITERAL = Code("FTC206", "invalid-literal", "A value does not fit its declared type")
BODY_FAILED = Code("FTC207", "body-failed", "A workflow's body raised while it was compiled")
INVALID_PROMISE_USE = Code("FTC208", "invalid-promise-use", "A promise is used where a value is needed")
RUN_AT_COMPILE = Code("FTC209", "run-at-compile", "A task or workflow would have to run during compilation")
UNKNOWN_IMAGE = Code("FTC210", "unknown-image", "A container image template does not resolve")
PICKLED_TYPE = Code("FTC211", "pickled-type", "A type travels as a pickle")
TASK_NOT_AT_MODULE_LEVEL = Code("FTC212", "not-at-module-level", "A task function cannot be reached from its module")
MENTION_USED = Code("FTC213", "mention-used", "A name that only task bodies may use is used while compiling")
INVALID_CONDITIONAL = Code("FTC214", "invalid-conditional", "A conditional is written wrongly")
INVALID_GATE = Code("FTC215", "invalid-gate", "A gate is declared wrongly")
LOST_NODE = Code("FTC216", "lost-node", "A call inside a conditional is not part of the workflow")
MERGED_OPERANDS = Code("FTC217", "merged-operands", "Two operands of a conditional are bound as one")
DEPENDS_ON_MISSING = Code("FTC218", "depends-on-missing", "The output would depend on a module that is not installed")
DECORATED_BY_MISSING = Code("FTC219", "decorated-by-missing", "A function goes through a module that is not installed")

# 3xx control-plane checks
# 300 to 329: the workflow compiler's own codes
NO_NODES_FOUND = Code("FTC300", "no-nodes-found", "A workflow has no nodes")
VALUE_REQUIRED = Code("FTC301", "value-required", "Something that the workflow compiler needs is not set")
INVALID_VALUE = Code("FTC302", "invalid-value", "A task's pod cannot be read, or a container in it has no valid name")
UNRECOGNIZED_VALUE = Code("FTC303", "unrecognized-value", "A quantity cannot be parsed, or a value has no type")
MISMATCHING_TYPES = Code("FTC304", "mismatching-types", "A value of one type is given where another is expected")
MISMATCHING_BINDINGS = Code("FTC305", "mismatching-bindings", "A list or a dict is given where none is expected")
AMBIGUOUS_BINDING = Code("FTC306", "ambiguous-binding-union-value", "A list or a dict fits several variants of a union")
INCOMPATIBLE_BINDING = Code("FTC307", "incompatible-binding-union-value", "A list or a dict fits no variant of a union")
ILLEGAL_ENUM_VALUE = Code("FTC308", "illegal-enum-value", "A value is none of an enum's")
PARAMETER_NOT_BOUND = Code("FTC309", "parameter-not-bound", "An input or output has no value")
PARAMETER_BOUND_TWICE = Code("FTC310", "parameter-bound-more-than-once", "An input or output is given two values")
VARIABLE_NAME_NOT_FOUND = Code("FTC311", "variable-name-not-found", "A node has no input or output of a name")
NODE_REFERENCE_NOT_FOUND = Code("FTC312", "node-reference-not-found", "A value comes from a node that is not there")
TASK_REFERENCE_NOT_FOUND = Code("FTC313", "task-reference-not-found", "A node runs a task that is not there")
WORKFLOW_REFERENCE_NOT_FOUND = Code(
    "FTC314", "workflow-reference-not-found", "A node runs a sub-workflow or launch plan that is not there"
)
FIELD_NOT_FOUND = Code("FTC315", "field-not-found", "A dataclass has no field of a name")
SYNTAX_ERROR = Code("FTC316", "syntax-error", "An output has a name that no node can refer to")
BRANCH_NODE_ID_NOT_FOUND = Code("FTC317", "branch-node-id-not-found", "A branch of a conditional runs no node")
BRANCH_NODE_HAS_NO_CONDITION = Code(
    "FTC318", "branch-node-has-no-condition", "A branch of a conditional has no condition"
)
BRANCH_NODE_HAS_NO_DEFAULT = Code("FTC319", "branch-node-has-no-default", "A conditional has no last branch")
NO_CONDITION_FOUND = Code("FTC320", "no-condition-found", "A gate waits for nothing")
CYCLE_DETECTED = Code("FTC321", "cycle-detected", "Nodes wait for each other in a circle")
UNREACHABLE_NODES = Code("FTC322", "unreachable-nodes", "The start of the workflow does not lead to a node")
DUPLICATE_ID = Code("FTC323", "duplicate-id", "Two sub-workflows have one identity")
DUPLICATE_ALIAS = Code("FTC324", "duplicate-alias", "A node renames one output twice")
RECURSIVE_WORKFLOW = Code("FTC325", "recursive-workflow", "A workflow runs itself, which crashes the server")
INCOMPLETE_INTERFACE = Code("FTC326", "incomplete-interface", "A workflow does not say whether it has outputs")
# 330 to 369: registration, by the server's validators
INVALID_IDENTIFIER = Code("FTC330", "invalid-identifier", "An identifier lacks a part, or is one of another kind")
MISSING_PART = Code("FTC331", "missing-part", "A message lacks a part that the server needs")
TASK_TYPE_NOT_ALLOWED = Code("FTC332", "task-type-not-allowed", "The deployment does not take tasks of a type")
INVALID_RESOURCE = Code("FTC333", "invalid-resource", "A resource is asked for twice, in parts or above its own limit")
OVER_PLATFORM_LIMIT = Code("FTC334", "over-platform-limit", "A task asks for more than the deployment allows")
UNKNOWN_DOMAIN = Code("FTC335", "unknown-domain", "The deployment has no such domain")
INVALID_FIXED_INPUT = Code("FTC340", "invalid-fixed-input", "A fixed input of a launch plan is no value")
INVALID_DEFAULT_INPUT = Code("FTC341", "invalid-default-input", "A default input of a launch plan is none")
UNKNOWN_INPUT = Code("FTC342", "unknown-input", "A launch plan gives an input that its workflow does not have")
MISMATCHING_INPUT = Code("FTC343", "mismatching-input", "An input of a launch plan does not fit its type")
INVALID_CRON = Code("FTC345", "invalid-cron", "The server's scheduler does not take a cron expression")
UNBOUND_SCHEDULED_INPUT = Code("FTC346", "unbound-scheduled-input", "A schedule leaves an input without a value")
INVALID_KICKOFF_INPUT = Code("FTC347", "invalid-kickoff-input", "The input for the kickoff time cannot take it")
IDLE_SCHEDULE = Code("FTC348", "idle-schedule", "A schedule never fires, or cannot be activated")
INVALID_NOTIFICATION = Code("FTC350", "invalid-notification", "A notification has no recipient or no final phase")
INVALID_LABEL = Code("FTC351", "invalid-label", "A label is none of Kubernetes', or there are too many")
LAUNCH_CONDITIONS = Code("FTC352", "launch-conditions", "A launch plan has conditions that the server does not know")
TOO_MANY_NODES = Code("FTC355", "too-many-nodes", "A workflow has more nodes than the deployment allows")
MESSAGE_TOO_LARGE = Code("FTC356", "message-too-large", "A message is larger than the server receives")
WORKFLOW_TOO_LARGE = Code("FTC357", "workflow-too-large", "A compiled workflow is larger than the deployment allows")
DESCRIPTION_TOO_LONG = Code("FTC358", "description-too-long", "A short description does not fit the server's database")
UNENCODABLE_VALUE = Code("FTC359", "unencodable-value", "A value has no JSON form, which the server keeps")
REGISTERED_TWICE = Code("FTC360", "registered-twice", "Two messages of one structure have one identity")
CONFLICTING_STRUCTURE = Code("FTC361", "conflicting-structure", "Two messages of different structure have one identity")
# 370 to 379: the hand-over, by flytectl
STRAY_FILE = Code("FTC370", "stray-file", "A file beside the messages stops flytectl")
MISREAD_FILE = Code("FTC371", "misread-file", "flytectl takes a file for something else than it is")
UNPADDED_NAMES = Code("FTC372", "unpadded-names", "File names sort in another order than their numbers")
UNHYDRATED_PLACEHOLDER = Code("FTC373", "unhydrated-placeholder", "A placeholder stands where flytectl fills none in")
UNHYDRATABLE = Code("FTC374", "unhydratable", "A message has a shape that stops or crashes flytectl")
FOREIGN_IDENTITY = Code("FTC375", "foreign-identity", "An entity is registered under another identity than it says")
IGNORED_FILE = Code("FTC376", "ignored-file", "A file in an archive is not registered, or not found")
UNREGISTRABLE_ARCHIVE = Code("FTC377", "unregistrable-archive", "flytectl cannot unpack an archive")
# 380 to 384: references
UNRESOLVED_REFERENCE = Code("FTC380", "unresolved-reference", "A task, workflow or launch plan is not there")
LATE_REFERENCE = Code("FTC381", "late-reference", "Something is registered before what it refers to")
EXTERNAL_REFERENCE = Code("FTC382", "external-reference", "What is referred to is not part of what is checked")
# 385 to 392: what the workflow compiler takes, though it is a mistake
DUPLICATE_NODE_ID = Code("FTC385", "duplicate-node-id", "Two nodes have one id")
UNKNOWN_UPSTREAM_NODE = Code("FTC386", "unknown-upstream-node", "A node waits for one that is not there")
RESERVED_NODE_ID = Code("FTC387", "reserved-node-id", "A node has an id that the server takes for its own")
PATH_EXPLOSION = Code("FTC388", "path-explosion", "A workflow has more paths than the server can walk in time")
UNREFERENCED_SUB_WORKFLOW = Code(
    "FTC389", "unreferenced-sub-workflow", "A workflow carries a sub-workflow that no node runs"
)
FAILING_COMPARISON = Code("FTC390", "failing-comparison", "A condition cannot be evaluated when the workflow runs")
UNBOUND_UNION_INPUT = Code("FTC391", "unbound-union-input", "An input that may not be None has no value")
UNDECIDED_CAST = Code("FTC392", "undecided-cast", "Whether one dataclass goes where another is expected is not known")
# 393 to 399: on the Python side
UNUSED_IGNORE = Code("FTC393", "unused-ignore", "A comment ignores what is not there")
LOCAL_PATH = Code("FTC394", "local-path", "A value is a path on this machine")
CLOCK_VALUE = Code("FTC395", "clock-value", "A value comes from the clock")
ENVIRONMENT_VALUE = Code("FTC396", "environment-value", "A value comes from the environment of the compiler")
RANDOM_VALUE = Code("FTC397", "random-value", "A value comes from chance")
BAKED_IN_SECRET = Code("FTC398", "baked-in-secret", "An environment variable of a container looks like a secret")
STALE_BASELINE = Code("FTC399", "stale-baseline", "The baseline knows findings that are gone")

# 4xx artifact
UNREADABLE_FILE = Code("FTC401", "unreadable-file", "A file cannot be read as a flyteidl message")
FOREIGN_FILE = Code("FTC402", "foreign-file", "The output folder holds a file that flytec did not write")
UNSAFE_NAME = Code("FTC403", "unsafe-name", "An entity's name cannot be a file name")
OUTPUT_FAILED = Code("FTC404", "output-failed", "The output cannot be written")

# 5xx package and images
INVALID_LINK = Code("FTC500", "invalid-link", "A link leads out of the source tree, or in a circle")
UNREADABLE_SOURCE = Code("FTC501", "unreadable-source", "A file or folder of the source tree cannot be read")
INVALID_FILE_NAME = Code("FTC502", "invalid-file-name", "The name of a source file is not UTF-8")
FILE_LEFT_OUT = Code("FTC503", "file-left-out", "Something that no archive can hold is left out")
CHANGING_FILE = Code("FTC504", "changing-file", "A file changed while it was read")
CREDENTIAL = Code("FTC505", "credential", "A file that would be packed looks like a credential")
TOO_LARGE = Code("FTC506", "too-large", "The source archive is larger than it may be, or than is usual")
NOTHING_TO_PACK = Code("FTC507", "nothing-to-pack", "No file is left for the source archive")
UNUSABLE_RULES = Code("FTC508", "unusable-rules", "A file of ignore rules cannot be read or is malformed")
NOT_IMPORTABLE = Code("FTC509", "not-importable", "A module does not load from the packed tree")
OUTSIDE_MODULE = Code("FTC510", "outside-module", "A module that was loaded lies outside of the packed tree")
UNKNOWN_ENTITY = Code("FTC530", "unknown-entity", "A file declares no task or workflow of the name that was given")
NO_BASE_IMAGE = Code("FTC531", "no-base-image", "The image that another is based on does not exist")
WRONG_PLATFORM = Code("FTC532", "wrong-platform", "A platform is none, or the base image is not there for it")
INVALID_BASE_IMAGE = Code("FTC533", "invalid-base-image", "A base image is malformed or of an unknown kind")
REGISTRY_FAILED = Code("FTC534", "registry-failed", "A registry does not answer, or not as a registry does")
REGISTRY_REFUSED = Code("FTC535", "registry-refused", "A registry refuses what it is asked for")
DEPENDENCIES_FAILED = Code("FTC536", "dependencies-failed", "Requirements or a lock file do not resolve")
INSTALLER_MISSING = Code("FTC537", "installer-missing", "No program is there that installs or exports requirements")
BUILDER_MISSING = Code("FTC538", "builder-missing", "A builder of images does not run here")
BUILDER_FAILED = Code("FTC539", "builder-failed", "The program that builds an image failed")
SOURCE_OUTSIDE_ROOT = Code("FTC540", "source-outside-root", "A file for an image lies outside of the source root")
UNSUPPORTED_RECIPE = Code("FTC541", "unsupported-recipe", "An image asks for what its builder cannot do")
NO_PYTHON = Code("FTC542", "no-python", "The Python of a base image cannot be told, or is another one")
PATH_FILES_IGNORED = Code("FTC543", "path-files-ignored", "A .pth file of a package has no effect in the image")
IMAGES_EXTRA_MISSING = Code("FTC544", "images-extra-missing", "The packages for registries are not installed")
NO_REGISTRY = Code("FTC545", "no-registry", "An image is to be pushed, and no registry is named")
OTHER_REGISTRY = Code("FTC546", "other-registry", "An image is pushed to another place than its tasks name")
UNRESOLVED_IMAGE = Code("FTC547", "unresolved-image", "The digest of an image cannot be found")
NO_FLYTEKIT = Code("FTC548", "no-flytekit", "An image lacks flytekit, which starts tasks")
UNLOCKED_PROJECT = Code("FTC549", "unlocked-project", "Dependencies of a project are not in its image")

# 6xx settings
INVALID_SETTING = Code("FTC601", "invalid-setting", "A setting has an unknown key or a wrong value")
INVALID_TRANSPORT = Code("FTC602", "invalid-transport", "A serialized context cannot be decoded")
INVALID_IMAGE = Code("FTC603", "invalid-image", "A container image reference is malformed")
INVALID_RESOURCES = Code("FTC604", "invalid-resources", "A resource request or limit has a wrong value")
INVALID_CONFIG_FILE = Code("FTC605", "invalid-config-file", "A configuration file cannot be read")

# 9xx our own faults
INTERNAL = Code("FTC900", "internal-error", "A fault of flytec's own")


def _of_id(code_id: str) -> Code:
    return next(value for value in globals().values() if isinstance(value, Code) and value.id == code_id)


def all_codes() -> tuple[Code, ...]:
    """Every code, in order of its id."""
    return tuple(sorted((value for value in globals().values() if isinstance(value, Code)), key=lambda code: code.id))
