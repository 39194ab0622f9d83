"""Descriptions from docstrings, in the forms that docstring_parser reads."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docstring_parser import Docstring as Parsed


class Docstring:
    """A docstring's parts; the text is parsed when the first part is asked for."""

    def __init__(self, docstring: str | None = None, callable_: Callable[..., Any] | None = None) -> None:
        self.text = docstring if docstring is not None else getattr(callable_, "__doc__", None)

    @cached_property
    def _parsed(self) -> "Parsed | None":
        if not self.text:
            return None
        from docstring_parser import parse

        return parse(self.text)

    @cached_property
    def input_descriptions(self) -> dict[str, str | None]:
        """Descriptions of parameters by name."""
        return {} if self._parsed is None else {param.arg_name: param.description for param in self._parsed.params}

    @cached_property
    def output_descriptions(self) -> dict[str | None, str | None]:
        """Descriptions of results by the name that the docstring gives them, `None` where it gives none."""
        return {} if self._parsed is None else {row.return_name: row.description for row in self._parsed.many_returns}

    @property
    def short_description(self) -> str | None:
        """The first paragraph."""
        return None if self._parsed is None else self._parsed.short_description

    @property
    def long_description(self) -> str | None:
        """What follows the first paragraph, up to the first section."""
        return None if self._parsed is None else self._parsed.long_description

    def describe_outputs(self, names: tuple[str, ...]) -> dict[str | None, str | None]:
        """Descriptions of the outputs `names`: where the docstring has just one, every output shares it."""
        if len(self.output_descriptions) != 1:
            return self.output_descriptions
        (shared,) = self.output_descriptions.values()
        return dict.fromkeys(names, shared)
