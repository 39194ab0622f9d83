"""`flytekitplugins.pandera`: dataframes that are validated as they come and go."""

from dataclasses import dataclass


@dataclass
class ValidationConfig:
    """What a running task does with a dataframe that does not fit: `raise` or `warn`."""

    __module__ = "flytekitplugins.pandera.config"

    on_error: str = "raise"
