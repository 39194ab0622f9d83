"""flytekit's exceptions, for task bodies that raise and catch them; flytec itself raises none of them."""

from __future__ import annotations

from typing import Any


class FlyteException(Exception):
    """The base of flytekit's exceptions."""

    def __init__(self, *args: Any, timestamp: float | None = None) -> None:
        super().__init__(*args)
        self.timestamp = timestamp


class BaseRecoverableException(FlyteException):
    """The base of what is retried."""


class FlyteUserException(FlyteException):
    """A fault of the user's."""


class FlyteUserRuntimeException(FlyteException):
    """An exception that user code raised."""


class FlyteTypeException(FlyteUserException, TypeError):
    """A value of a wrong type."""


class FlyteValueException(FlyteUserException, ValueError):
    """A wrong value."""


class FlyteDataNotFoundException(FlyteValueException):
    """Data that is not there."""


class FlyteEntityNotFoundException(FlyteValueException):
    """An entity that is not registered."""


class FlyteAssertion(FlyteUserException, AssertionError):
    """An assertion that does not hold."""


class FlyteValidationException(FlyteAssertion):
    """A declaration that is not valid."""


class FlyteFailureNodeInputMismatchException(FlyteAssertion):
    """A failure handler whose inputs are not the workflow's."""


class FlyteDisapprovalException(FlyteAssertion):
    """A result that was not approved."""


class FlyteEntityAlreadyExistsException(FlyteAssertion):
    """An entity that is registered already."""


class FlyteEntityNotExistException(FlyteAssertion):
    """An entity that does not exist."""


class FlyteTimeout(FlyteAssertion):
    """Something that took too long."""


class FlyteRecoverableException(FlyteUserException, BaseRecoverableException):
    """A fault that is worth a retry."""


class FlyteAuthenticationException(FlyteAssertion):
    """A log-in that failed."""


class FlyteInvalidInputException(FlyteUserException):
    """A request that the API refused."""


class FlytePromiseAttributeResolveException(FlyteAssertion):
    """An attribute that a value does not have."""


class FlyteCompilationException(FlyteUserException):
    """A workflow that does not compile."""


class FlyteMissingTypeException(FlyteCompilationException):
    """A parameter without annotation."""


class FlyteMissingReturnValueException(FlyteCompilationException):
    """A function that does not return what it declares."""


class FlyteSystemException(BaseRecoverableException):
    """A fault of the platform's."""


class FlyteSystemUnavailableException(FlyteSystemException):
    """A platform that does not answer."""


class FlyteNotImplementedException(FlyteSystemException, NotImplementedError):
    """Something that the platform cannot do."""


class FlyteEntrypointNotLoadable(FlyteSystemException):
    """Code that the container cannot load."""


class FlyteSystemAssertion(FlyteSystemException, AssertionError):
    """An assertion of the platform's that does not hold."""


class FlyteAgentNotFound(FlyteSystemException, AssertionError):
    """A task type without agent."""


class FlyteConnectorNotFound(FlyteSystemException, AssertionError):
    """A task type without connector."""


class FlyteDownloadDataException(FlyteSystemException):
    """Data that could not be fetched."""


class FlyteUploadDataException(FlyteSystemException):
    """Data that could not be stored."""


class FlyteNonRecoverableSystemException(FlyteException):
    """A fault of the platform's that no retry mends."""


class EagerException(Exception):
    """A failure inside an eager workflow."""


class IgnoreOutputs(Exception):
    """Says that a task's outputs are not to be stored."""
