"""Names that only running tasks use: context, decks, checkpoints, the remote; and exceptions, loggers, lazy modules."""

from collections.abc import Mapping

from flytec.authoring.mention import ContextMention, MentionedName
from flytec.authoring.rows import Mention, Row

_A = "flytec.authoring"
_MENTIONED = Mention(MentionedName)
_USER_EXCEPTIONS = (
    *("FlyteAssertion", "FlyteAuthenticationException", "FlyteCompilationException", "FlyteDataNotFoundException"),
    *("FlyteDisapprovalException", "FlyteEntityAlreadyExistsException", "FlyteEntityNotExistException"),
    *("FlyteEntityNotFoundException", "FlyteFailureNodeInputMismatchException", "FlyteInvalidInputException"),
    *("FlyteMissingReturnValueException", "FlyteMissingTypeException", "FlytePromiseAttributeResolveException"),
    *("FlyteRecoverableException", "FlyteTimeout", "FlyteTypeException", "FlyteUserException"),
    *("FlyteUserRuntimeException", "FlyteValidationException", "FlyteValueException"),
)
_SYSTEM_EXCEPTIONS = (
    *("FlyteAgentNotFound", "FlyteConnectorNotFound", "FlyteDownloadDataException", "FlyteEntrypointNotLoadable"),
    *("FlyteNonRecoverableSystemException", "FlyteNotImplementedException", "FlyteSystemAssertion"),
    *("FlyteSystemException", "FlyteSystemUnavailableException", "FlyteUploadDataException"),
)
_CONTEXTS: dict[str, Row] = dict.fromkeys(("FlyteContext", "FlyteContextManager"), Mention(ContextMention))


def _mentioned(*names: str) -> dict[str, Row]:
    return dict.fromkeys(names, _MENTIONED)


def _exceptions(*names: str) -> dict[str, Row]:
    return {name: f"{_A}.exceptions:{name}" for name in names}


_DECK: dict[str, Row] = {"Deck": f"{_A}.decks:Deck", "DeckField": f"{_A}.task:DeckField"}
_RENDERERS: dict[str, Row] = {
    name: f"{_A}.decks:{name}"
    for name in (
        *("ArrowRenderer", "MarkdownRenderer", "PythonDependencyRenderer", "SourceCodeRenderer", "TopFrameRenderer"),
    )
}
_TESTING: dict[str, Row] = {"patch": f"{_A}.patching:patch", **_mentioned("task_mock")}
_LAZY: dict[str, Row] = {"is_imported": f"{_A}.lazy:is_imported", "lazy_module": f"{_A}.lazy:lazy_module"}

NAMES: Mapping[str, Mapping[str, Row]] = {
    "flytekit": {
        **_mentioned("Checkpoint", "Config", "ExecutionParameters"),
        "Deck": _DECK["Deck"],
        **_CONTEXTS,
        **_mentioned("FlyteRemote", "SensorEngine", "current_context", "load_implicit_plugins", "new_context"),
        "LOGGING_RICH_FMT_ENV_VAR": f"{_A}.lazy:LOGGING_RICH_FMT_ENV_VAR",
        "lazy_module": f"{_A}.lazy:lazy_module",
        "logger": f"{_A}.logs:logger",
    },
    "flytekit.configuration": _mentioned(
        *("Config", "DataConfig", "PlatformConfig", "S3Config", "SecretsConfig", "GCSConfig", "AzureBlobStorageConfig"),
    ),
    "flytekit.core.checkpointer": _mentioned("Checkpoint", "SyncCheckpoint"),
    "flytekit.core.context_manager": {
        **_CONTEXTS,
        **_mentioned("ExecutionParameters", "ExecutionState", "SecretsManager"),
    },
    "flytekit.core.data_persistence": _mentioned("FileAccessProvider"),
    "flytekit.deck": {
        **_DECK,
        **{name: _RENDERERS[name] for name in ("MarkdownRenderer", "SourceCodeRenderer", "TopFrameRenderer")},
    },
    "flytekit.deck.deck": _DECK,
    "flytekit.deck.renderer": _RENDERERS,
    "flytekit.exceptions": {},
    "flytekit.exceptions.base": {
        "FlyteException": f"{_A}.exceptions:FlyteException",
        "FlyteRecoverableException": f"{_A}.exceptions:BaseRecoverableException",
    },
    "flytekit.exceptions.eager": _exceptions("EagerException"),
    "flytekit.exceptions.system": _exceptions(*_SYSTEM_EXCEPTIONS),
    "flytekit.exceptions.user": _exceptions(*_USER_EXCEPTIONS),
    "flytekit.extend": _mentioned("ExecutionState", "FileAccessProvider", "SecretsManager"),
    "flytekit.lazy_import": {},
    "flytekit.lazy_import.lazy_module": _LAZY,
    "flytekit.loggers": {
        "developer_logger": f"{_A}.logs:developer_logger",
        "logger": f"{_A}.logs:logger",
        "user_space_logger": f"{_A}.logs:user_space_logger",
    },
    "flytekit.remote": _mentioned("FlyteRemote"),
    "flytekit.remote.remote": _mentioned("FlyteRemote"),
    "flytekit.core.testing": _TESTING,
    "flytekit.testing": {**_TESTING, **_mentioned("SecretsManager")},
}
