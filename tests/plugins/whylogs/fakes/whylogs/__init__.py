"""The classes that the plug-in looks up: the real whylogs does not load where flytekit loads the plug-in."""
