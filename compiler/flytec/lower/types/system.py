"""`Types`: the table of types at work, with what one lowering has found out already."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, get_args

from flytec.authoring.placeholders import Placeholder, refusal
from flytec.authoring.types.markers import HashMethod
from flytec.codes import INVALID_LITERAL, PICKLED_TYPE, UNSUPPORTED_TYPE, Code
from flytec.ir import pb
from flytec.lower.literals.containers import tagged
from flytec.lower.literals.kinds import (
    Kind,
    NotCoveredError,
    PythonType,
    is_annotated,
    is_generic_of_classes,
    mismatch,
    refused_value,
    type_label,
    underlying,
)
from flytec.lower.literals.unions import is_optional
from flytec.lower.types.annotations import with_user_annotation
from flytec.lower.types.known import NOTHING_KNOWN, Known
from flytec.lower.types.table import find, own_kinds

if TYPE_CHECKING:
    from flytec.authoring.type_engine import Registration


class Types:
    """Python types to LiteralTypes and values to Literals, memoized for one lowering.

    Messages that are returned are shared: callers copy them and never change them.
    """

    __slots__ = ("_generics", "_kinds", "_known", "_open", "_own", "_pickled", "_types", "_warn")

    def __init__(
        self,
        warn: Callable[[Code, str, str], None],
        transformers: Mapping[PythonType, "Registration"] = MappingProxyType({}),
        known: Known = NOTHING_KNOWN,
    ) -> None:
        """`warn` is called with code, message and hint, once for each type that travels as a pickle.

        `transformers` are the user's own, by the types that they make known; `known` are the plug-ins and settings.
        """
        self._warn = warn
        self._known = known
        self._own = own_kinds(transformers, known)
        # By identity, since `Union[int, str] == Union[str, int]`; the type is kept, so that its id stays its own.
        self._types: dict[int, tuple[PythonType, pb.LiteralType]] = {}
        # Every `list[int]` is an object of its own; those of plain classes are the same wherever they are equal.
        self._generics: dict[PythonType, pb.LiteralType] = {}
        self._kinds: dict[int, tuple[PythonType, Kind]] = {}
        self._open: list[PythonType] = []
        self._pickled: set[str] = set()

    def literal_type(self, python_type: PythonType) -> pb.LiteralType:
        """The literal type that flytekit gives `python_type`, an annotation whose names are resolved.

        Raises:
            UserError: FTC205 for a type that has no Flyte type.
        """
        known = self._types.get(id(python_type))
        if known is not None:
            return known[1]
        plain = is_generic_of_classes(python_type)
        made = self._generics.get(python_type) if plain else None
        if made is None:
            made = with_user_annotation(self._made(python_type), python_type)
            if plain:
                self._generics[python_type] = made
        self._types[id(python_type)] = (python_type, made)
        return made

    def variant_type(self, python_type: PythonType) -> pb.LiteralType:
        """The literal type of a union's variant, whose whole structure is the tag of its kind.

        The fields of a dataclass are not looked at, which is how one may contain itself.
        """
        kind = self.kind_of(python_type)
        if not kind.tag:
            raise _untold_transformer(python_type)
        if kind.bare_type_of is None:
            return tagged(self.literal_type(python_type), kind.tag)
        return tagged(with_user_annotation(kind.bare_type_of(self, python_type), python_type), kind.tag)

    def literal(self, value: Any, python_type: PythonType, expected: pb.LiteralType) -> pb.Literal:
        """The literal that flytekit makes of `value` where `python_type` is declared and `expected` its literal type.

        Raises:
            UserError: FTC206 for a value that does not fit, or that flytekit would upload while it compiles; FTC218 for
                a placeholder.
        """
        if type(value) is Placeholder:
            raise refusal(value, "to be a literal")
        if isinstance(value, tuple):
            raise refused_value(
                "the value is a tuple, expected one that Flyte has a type for", "use a list or a dataclass"
            )
        nothing_fits = python_type is type(None) or python_type is Any or expected.HasField("union_type")
        if value is None and not nothing_fits:
            raise mismatch(value, python_type)
        kind = self.kind_of(python_type)
        try:
            kind.check(self, value, python_type)
        except TypeError as error:  # a type that isinstance() does not take, such as a TypedDict
            raise mismatch(value, python_type) from error
        literal = kind.literal_of(self, value, python_type, expected)
        if not isinstance(python_type, type) and (digest := _hash(value, python_type)) is not None:
            literal.hash = digest
        else:  # a hash that a transformer of the user's own has set counts inside a union only
            literal.ClearField("hash")
        return literal

    def is_optional(self, python_type: PythonType) -> bool:
        """Whether `python_type` is a union with None in it, not so inside `Annotated`."""
        return is_optional(python_type)

    def kind_of(self, python_type: PythonType) -> Kind:
        """The row of the table for `python_type`."""
        known = self._kinds.get(id(python_type))
        if known is not None:
            return known[1]
        kind = find(python_type, self._own, self._known)
        # What is only looked at, as the key of a dict is, has to be known as well.
        for each in () if type(python_type) is type else get_args(underlying(python_type)):
            if type(each) is Placeholder:
                self.kind_of(each)
        self._kinds[id(python_type)] = (python_type, kind)
        return kind

    def pickled(self, name: str, plugin: str = "") -> None:
        """Warns, once, that the type of this name travels as a pickle, and not as the plug-in would have it."""
        if name not in self._pickled:
            self._pickled.add(name)
            hint = "annotate with a type that Flyte has, such as a dataclass"
            if plugin:
                hint = f"import flytekitplugins.{plugin}, or name {plugin} in plugins of [tool.flytec]"
            message = f"{name} has no Flyte type and travels as a pickle, which only the same version of Python reads"
            self._warn(PICKLED_TYPE, message, hint)

    def _made(self, python_type: PythonType) -> pb.LiteralType:
        if any(python_type is each for each in self._open):
            message = f"{type_label(python_type)} contains itself, expected a type of finite depth"
            raise NotCoveredError(UNSUPPORTED_TYPE, message, "refer to the inner value by an id, or pass it as JSON")
        self._open.append(python_type)
        try:
            return self.kind_of(python_type).type_of(self, python_type)
        finally:
            self._open.pop()


def _untold_transformer(python_type: PythonType) -> NotCoveredError:
    message = f"{type_label(python_type)} is in a union, which tells its variants apart by flytekit's transformers"
    return NotCoveredError(UNSUPPORTED_TYPE, message, "name the transformer in [tool.flytec.types]")


def _hash(value: Any, python_type: PythonType) -> str | None:
    """What the first `HashMethod` of the annotation says of the value."""
    for each in get_args(python_type)[1:] if is_annotated(python_type) else ():
        if isinstance(each, HashMethod):
            owner = f"the hash function of {type_label(get_args(python_type)[0])}"
            try:
                digest = each.calculate(value)
            except Exception as error:  # the user's function raises what it likes
                raise refused_value(f"{owner} raised {type(error).__name__}: {error}", "mend the function") from error
            if not isinstance(digest, str | None):
                raise NotCoveredError(INVALID_LITERAL, f"{owner} returned {digest!r}, expected a str", "return a str")
            return digest
    return None
