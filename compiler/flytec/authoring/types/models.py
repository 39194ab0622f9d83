"""What pydantic asks of the class of a field, without importing pydantic."""

from typing import Any


class ModelField:
    """Lets a dataclass of Flyte's own be a field of a pydantic model, written as what it serializes to."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """pydantic's own schema of the dataclass, with our serializer in it."""
        schema = handler(source)
        handler.resolve_ref_schema(schema)["serialization"] = {"type": "function-plain", "function": cls._to_dict}
        return schema

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> Any:
        """pydantic's own JSON schema without the description, which would be our docstring."""
        described = handler(schema)
        handler.resolve_ref_schema(described).pop("description", None)
        return described

    @staticmethod
    def _to_dict(value: Any) -> Any:
        return value._serialize()
