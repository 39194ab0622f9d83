from enum import Enum


class TrainingMode(Enum):
    EVAL = 0


class OperatorExportTypes(Enum):
    ONNX = 0
