"""The JSON form of settings, as flytekit's dataclasses_json writes and reads it."""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from flytec.codes import INVALID_SETTING
from flytec.diagnostics import CannotRunError, cannot_run
from flytec.settings.schema import SettingsSchema
from flytec.settings.validation import findings

A = TypeVar("A", bound="WireForm")


class WireForm:
    """Gives a settings dataclass the JSON methods that flytekit's have, with the same parameters."""

    __slots__ = ()

    def to_dict(self, encode_json: bool = False) -> dict[str, Any]:  # noqa: ARG002
        """Every field by name, nested settings as mappings.

        `encode_json` is part of flytekit's signature; settings hold nothing that JSON lacks, so both values agree.
        """
        return {field.name: _plain(getattr(self, field.name)) for field in fields(self)}  # type: ignore[arg-type]

    def to_json(
        self,
        *,
        skipkeys: bool = False,
        ensure_ascii: bool = True,
        check_circular: bool = True,
        allow_nan: bool = True,
        indent: int | str | None = None,
        separators: tuple[str, str] | None = None,
        default: Callable[[Any], Any] | None = None,
        sort_keys: bool = False,
        **kw: Any,
    ) -> str:
        """`to_dict` as JSON; the parameters are `json.dumps`'s."""
        return json.dumps(
            self.to_dict(),
            skipkeys=skipkeys,
            ensure_ascii=ensure_ascii,
            check_circular=check_circular,
            allow_nan=allow_nan,
            indent=indent,
            separators=separators,
            default=default,
            sort_keys=sort_keys,
            **kw,
        )

    @classmethod
    def from_dict(cls: type[A], kvs: object, *, infer_missing: bool = False) -> A:
        """The inverse of `to_dict`.

        Unknown keys are passed over and numbers pass for text, as in flytekit. `infer_missing` makes None of required
        keys that are absent. Raises CannotRunError FTC601 with one finding for each wrong value.
        """
        return decode(cls, kvs, infer_missing=infer_missing)

    @classmethod
    def from_json(
        cls: type[A],
        s: str | bytes | bytearray,
        *,
        parse_float: Callable[[str], Any] | None = None,
        parse_int: Callable[[str], Any] | None = None,
        parse_constant: Callable[[str], Any] | None = None,
        infer_missing: bool = False,
        **kw: Any,
    ) -> A:
        """`from_dict` of a JSON text; the other parameters are `json.loads`'s. Raises CannotRunError FTC601."""
        values = parse_json(
            cls.__name__, s, parse_float=parse_float, parse_int=parse_int, parse_constant=parse_constant, **kw
        )
        return cls.from_dict(values, infer_missing=infer_missing)

    @classmethod
    def schema(
        cls: type[A],
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
    ) -> SettingsSchema[A]:
        """A reader and writer of this class's JSON form; see `SettingsSchema` for the parameters."""
        return SettingsSchema(
            cls,
            infer_missing=infer_missing,
            only=only,
            exclude=exclude,
            many=many,
            context=context,
            load_only=load_only,
            dump_only=dump_only,
            partial=partial,
            unknown=unknown,
        )


def decode(cls: type[A], values: object, *, infer_missing: bool = False) -> A:
    """Make a `cls` of its wire form; an instance passes through. Raises CannotRunError FTC601."""
    if isinstance(values, cls):
        return values
    names = tuple(field.name for field in fields(cls))  # type: ignore[arg-type]
    try:
        return TypeAdapter(cls).validate_python(values, strict=False, context={"infer_missing": infer_missing})
    except ValidationError as error:
        raise CannotRunError(*findings(cls.__name__, error, names)) from None


def parse_json(owner: str, text: str | bytes | bytearray, **options: Any) -> object:
    """`json.loads` whose failure is CannotRunError FTC601, also for nesting beyond the interpreter's depth."""
    try:
        return json.loads(text, **options)
    except (ValueError, RecursionError) as error:
        raise cannot_run(
            INVALID_SETTING,
            f"{owner}: malformed JSON ({error}), expected an object",
            hint="Pass the text that to_json() returned.",
        ) from None


def _plain(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value
