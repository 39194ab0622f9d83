"""The class that the plug-in and the case name; vaex itself does not install beside flytekit."""

from vaex import dataframe  # noqa: F401
