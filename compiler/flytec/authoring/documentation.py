"""Documentation of entities: `flyteidl.admin.DescriptionEntity` and its parts."""

from dataclasses import dataclass
from enum import Enum

from flytec.authoring.arguments import takes
from flytec.authoring.docstring import Docstring


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


def documented(docs: Documentation | None, docstring: Docstring | None) -> Documentation | None:
    """`docs` with what the docstring says put over it.

    The object that the user passed is changed in place: entities that share one `Documentation` share, as with
    flytekit, what the last docstring put there.
    """
    if docstring is None:
        return docs
    if docs is None:
        return Documentation(docstring.short_description, Description(value=docstring.long_description))
    if docstring.short_description:
        docs.short_description = docstring.short_description
    if docstring.long_description:
        docs.long_description = Description(value=docstring.long_description)
    return docs
