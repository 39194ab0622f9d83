"""Forecasts tomorrow's demand of every shop: a workflow project in ordinary flytekit code."""
