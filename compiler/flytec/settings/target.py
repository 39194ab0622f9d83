"""The release of flytekit whose output flytec reproduces."""

FLYTEKIT_TARGET_VERSION = "1.16.31"
