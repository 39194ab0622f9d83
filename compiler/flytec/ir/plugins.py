"""flyteidl's messages of plug-ins, which most programs have none of: apart from `pb`, so that those load none."""

from flyteidl.plugins.dask_pb2 import DaskJob, DaskScheduler, DaskWorkerGroup
from flyteidl.plugins.kubeflow.common_pb2 import RunPolicy
from flyteidl.plugins.kubeflow.mpi_pb2 import DistributedMPITrainingReplicaSpec, DistributedMPITrainingTask
from flyteidl.plugins.kubeflow.pytorch_pb2 import (
    DistributedPyTorchTrainingReplicaSpec,
    DistributedPyTorchTrainingTask,
    ElasticConfig,
)
from flyteidl.plugins.kubeflow.tensorflow_pb2 import (
    DistributedTensorflowTrainingReplicaSpec,
    DistributedTensorflowTrainingTask,
)
from flyteidl.plugins.presto_pb2 import PrestoQuery
from flyteidl.plugins.qubole_pb2 import HiveQuery, QuboleHiveJob
from flyteidl.plugins.ray_pb2 import AutoscalerOptions, HeadGroupSpec, RayCluster, RayJob, WorkerGroupSpec
from flyteidl.plugins.spark_pb2 import SparkApplication, SparkJob
