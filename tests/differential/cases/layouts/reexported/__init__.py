"""Only re-exports."""

from reexported._impl.tasks import load, train
from reexported._impl.workflow import pipeline as main_pipeline

__all__ = ["load", "main_pipeline", "train"]
