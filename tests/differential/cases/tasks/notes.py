"""Deprecation and documentation objects."""

from flytekit import Description, Documentation, SourceCode, task


@task(deprecated="use new_one instead")
def old_one() -> None: ...


@task(docs=Documentation(short_description="In short."))
def short() -> None: ...


@task(
    docs=Documentation(
        short_description="Doubles a number.",
        long_description=Description(value="A long text.\n\nIn two paragraphs."),
        source_code=SourceCode(link="https://example.org/acme/flows"),
    )
)
def in_full(n: int) -> int:
    """A docstring beside the object.

    Args:
        n: the number
    """
    return n * 2


@task(
    docs=Documentation(
        long_description=Description(
            value="# Title", uri="s3://docs/title.md", icon_link="https://example.org/i.png",
            format=Description.DescriptionFormat.MARKDOWN,
        )
    )
)
def long_only() -> None:
    """Short from the docstring."""


@task(docs=Documentation(source_code=SourceCode(link="https://example.org/x")))
def link_only() -> None:
    """Says something.

    And more of it.
    """
