"""The table of finding codes: one row a code, and the only place where codes are made.

Numbers are grouped by stage and never reused: 1xx load, 2xx authoring and lowering, 3xx control-plane checks,
4xx artifact, 5xx package and images, 6xx settings, 9xx our own faults.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """A finding's stable name: `id` for search, `slug` for memory, `title` for the list of codes."""

    id: str
    slug: str
    title: str

    def __str__(self) -> str:
        return f"{self.id} {self.slug}"


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

# 6xx settings
INVALID_SETTING = Code("FTC601", "invalid-setting", "A setting has an unknown key or a wrong value")
INVALID_TRANSPORT = Code("FTC602", "invalid-transport", "A serialized context cannot be decoded")
INVALID_IMAGE = Code("FTC603", "invalid-image", "A container image reference is malformed")
INVALID_RESOURCES = Code("FTC604", "invalid-resources", "A resource request or limit has a wrong value")
INVALID_CONFIG_FILE = Code("FTC605", "invalid-config-file", "A configuration file cannot be read")

# 9xx our own faults
INTERNAL = Code("FTC900", "internal-error", "A fault of flytec's own")


def all_codes() -> tuple[Code, ...]:
    """Every code, in order of its id."""
    return tuple(sorted((value for value in globals().values() if isinstance(value, Code)), key=lambda code: code.id))
