class PipelineModel:
    __module__ = "pyspark.ml.pipeline"
