"""A reader and writer of settings with the parameters of a marshmallow schema, without marshmallow."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import MISSING, fields
from typing import Any, Generic, Protocol, TypeVar

from flytec.codes import INVALID_SETTING
from flytec.diagnostics import CannotRunError, Diagnostic, cannot_run
from flytec.settings.validation import missing
from flytec.settings.wording import unknown_name

UNKNOWN_ACTIONS = ("raise", "exclude", "include")


class _Settings(Protocol):
    def to_dict(self, encode_json: bool = ...) -> dict[str, Any]: ...

    @classmethod
    def from_dict(cls, kvs: object, *, infer_missing: bool = ...) -> Any: ...


S = TypeVar("S", bound=_Settings)


class SettingsSchema(Generic[S]):
    """Loads and dumps one settings class.

    flytekit returns a marshmallow schema here, whose `dumps` fails for every class that holds another one. Ours keeps
    the parameters and the methods, and means by them what marshmallow's manual says, on the fields of the class:

    - `only`, `exclude`: the fields that take part, in both directions;
    - `load_only`, `dump_only`: fields that `dump` leaves out, and that `load` does not know;
    - `many`: data is a list;
    - `partial`: absent required fields become None: all of them (True), or those named;
    - `infer_missing`: the same for all of them, in nested settings also;
    - `unknown`: what `load` does with other keys: "raise" (the default), "exclude", or "include", which also leaves
      them out, since settings have no place for them;
    - `context`: kept as an attribute for the caller.

    Nested settings are read and written whole. Wrong data raises CannotRunError FTC601.
    """

    def __init__(
        self,
        cls: type[S],
        *,
        infer_missing: bool = False,
        only: Collection[str] | None = None,
        exclude: Collection[str] = (),
        many: bool = False,
        context: Mapping[str, Any] | None = None,
        load_only: Collection[str] = (),
        dump_only: Collection[str] = (),
        partial: bool | Collection[str] = False,
        unknown: str | None = None,
    ) -> None:
        self.many = many
        self.context = dict(context or {})
        self._cls = cls
        self._infer_missing = infer_missing
        self._partial = partial
        self._unknown = _unknown_action(cls.__name__, unknown)
        names = tuple(field.name for field in fields(cls))  # type: ignore[arg-type]
        _refuse_unknown(f"{cls.__name__}.schema", (*(only or ()), *exclude, *load_only, *dump_only), names)
        taking_part = [name for name in names if (only is None or name in only) and name not in exclude]
        self._dumped = tuple(name for name in taking_part if name not in load_only)
        self._loaded = tuple(name for name in taking_part if name not in dump_only)
        self._required = tuple(
            field.name
            for field in fields(cls)  # type: ignore[arg-type]
            if field.default is MISSING and field.default_factory is MISSING
        )

    def dump(self, obj: Any, *, many: bool | None = None) -> Any:
        """The JSON form of one object, or of each in a list."""
        if self._is_many(many):
            return [self._dump_one(item) for item in obj]
        return self._dump_one(obj)

    def dumps(self, obj: Any, *args: Any, many: bool | None = None, **kwargs: Any) -> str:
        """`dump` as text; the other arguments are `json.dumps`'s."""
        return json.dumps(self.dump(obj, many=many), *args, **kwargs)

    def load(
        self,
        data: Any,
        *,
        many: bool | None = None,
        partial: bool | Collection[str] | None = None,
        unknown: str | None = None,
    ) -> Any:
        """Settings from their JSON form. Raises CannotRunError FTC601."""
        how = self._partial if partial is None else partial
        action = self._unknown if unknown is None else _unknown_action(self._cls.__name__, unknown)
        if self._is_many(many):
            return [self._load_one(item, how, action) for item in _list(self._cls.__name__, data)]
        return self._load_one(data, how, action)

    def loads(
        self,
        json_data: str | bytes | bytearray,
        *,
        many: bool | None = None,
        partial: bool | Collection[str] | None = None,
        unknown: str | None = None,
        **kwargs: Any,
    ) -> Any:
        """`load` of a JSON text; the other arguments are `json.loads`'s. Raises CannotRunError FTC601."""
        try:
            data = json.loads(json_data, **kwargs)
        except (ValueError, RecursionError) as error:
            message = f"{self._cls.__name__}: malformed JSON ({error}), expected the text of a schema's dumps()"
            raise cannot_run(INVALID_SETTING, message, hint="Correct the text.") from None
        return self.load(data, many=many, partial=partial, unknown=unknown)

    def validate(
        self, data: Any, *, many: bool | None = None, partial: bool | Collection[str] | None = None
    ) -> dict[str, list[str]]:
        """What `load` would refuse, as messages under the key `_schema`; empty for good data."""
        try:
            self.load(data, many=many, partial=partial)
        except CannotRunError as error:
            return {"_schema": [finding.message for finding in error.findings]}
        return {}

    def _is_many(self, many: bool | None) -> bool:
        return self.many if many is None else many

    def _dump_one(self, obj: S) -> dict[str, Any]:
        values = obj.to_dict()
        return {name: values[name] for name in self._dumped}

    def _load_one(self, data: object, partial: bool | Collection[str], unknown: str) -> S:
        values: object = data
        infer_missing = self._infer_missing or partial is True
        if isinstance(data, Mapping):
            if unknown == "raise":
                _refuse_unknown(self._cls.__name__, (str(key) for key in data), self._loaded)
            values = {name: data[name] for name in self._loaded if name in data}
            if not infer_missing:
                excused = partial if isinstance(partial, Collection) else ()
                self._refuse_absent([name for name in self._required if name not in data and name not in excused])
        loaded: S = self._cls.from_dict(values, infer_missing=infer_missing or bool(partial))
        return loaded

    def _refuse_absent(self, names: Iterable[str]) -> None:
        rows = [missing(self._cls.__name__, name) for name in names]
        if rows:
            raise CannotRunError(*rows)


def _unknown_action(owner: str, unknown: str | None) -> str:
    action = "raise" if unknown is None else unknown
    if action not in UNKNOWN_ACTIONS:
        message = f"{owner}.schema: unknown is {unknown!r}, expected one of {', '.join(UNKNOWN_ACTIONS)}"
        raise cannot_run(INVALID_SETTING, message, hint="Name one of them.")
    return action


def _refuse_unknown(owner: str, names: Iterable[str], known: Collection[str]) -> None:
    rows: list[Diagnostic] = [
        unknown_name(f"{owner}: {name!r}", name, tuple(known)) for name in names if name not in known
    ]
    if rows:
        raise CannotRunError(*rows)


def _list(owner: str, data: object) -> list[object]:
    if not isinstance(data, list):
        message = f"{owner}: data is of type {type(data).__name__}, expected a list since many=True"
        raise cannot_run(INVALID_SETTING, message, hint="Pass a list, or many=False.")
    return data
