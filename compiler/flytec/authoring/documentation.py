"""Documentation of entities: `flyteidl.admin.DescriptionEntity` and its parts."""

from enum import Enum

from flytec.authoring.arguments import takes
from flytec.authoring.docstring import Docstring
from flytec.records import dataclass


@takes("Description", value=str, uri=str, icon_link=str)
@dataclass
class Description:
    """A long description, by value or by address."""

    class DescriptionFormat(Enum):
        """The markup; the value is `flyteidl.admin.DescriptionFormat`."""

        UNKNOWN = 0
        MARKDOWN = 1
        HTML = 2
        RST = 3

    value: str | None = None
    uri: str | None = None
    icon_link: str | None = None
    format: DescriptionFormat = DescriptionFormat.RST


@takes("SourceCode", link=str)
@dataclass
class SourceCode:
    """Where the entity's source is kept."""

    link: str | None = None


@takes("Documentation", short_description=str, long_description=Description, source_code=SourceCode)
@dataclass
class Documentation:
    """What is shown about an entity."""

    short_description: str | None = None
    long_description: Description | None = None
    source_code: SourceCode | None = None


class Documented:
    """What has documentation: the user's own with what the docstring says put over it, or that alone.

    Documentation that the user passed is changed in place, when the entity is declared: entities that share one share,
    as with flytekit, what the last docstring put there.
    """

    _given_docs: Documentation | None
    _docstring: Docstring | None

    def _document(self, docs: Documentation | None, docstring: Docstring | None) -> None:
        """Takes what an entity is declared with."""
        self._given_docs, self._docstring = docs, docstring
        if docs is None or docstring is None:
            return
        if docstring.short_description:
            docs.short_description = docstring.short_description
        if docstring.long_description:
            docs.long_description = Description(value=docstring.long_description)

    @property
    def docs(self) -> Documentation | None:
        """What is shown about the entity."""
        if self._given_docs is None and self._docstring is not None:
            described = Description(value=self._docstring.long_description)
            self._given_docs = Documentation(self._docstring.short_description, described)
        return self._given_docs
