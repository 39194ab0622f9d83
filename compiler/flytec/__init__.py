"""flytec compiles workflow modules written with flytekit's authoring API to flyteidl messages."""

__version__ = "0.1.0"
