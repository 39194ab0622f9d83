"""flyteidl's messages of plug-ins, which most programs have none of: apart from `pb`, so that those load none."""

from flyteidl.plugins.spark_pb2 import SparkApplication, SparkJob
