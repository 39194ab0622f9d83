"""Stands for Lepton's client, which does not install beside flytekit; the plug-in's connectors alone use it."""
