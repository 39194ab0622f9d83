"""Stands for the profiler of frames."""
