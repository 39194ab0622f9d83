"""What a plug-in's configuration cannot be is a finding where it is given."""

from collections.abc import Callable
from typing import Any

import pytest

from flytec.authoring.pod_template import PodTemplate
from flytec.codes import INVALID_DECLARATION
from flytec.diagnostics import UserError
from flytec.plugins import (
    athena,
    awsbatch,
    dask,
    emr_serverless,
    hive,
    k8sdataservice,
    kfmpi,
    kfpytorch,
    kftensorflow,
    lepton,
    lepton_engines,
    optuna,
    papermill,
    pod,
    ray,
    sagemaker,
    sagemaker_deployment,
    sagemaker_functions,
    slurm,
    snowflake,
    spark,
)
from flytec.settings.resources import Resources

WRONG: dict[str, tuple[Callable[[], Any], str]] = {
    "a number as text": (lambda: ray.WorkerNodeConfig("g", "2"), "replicas"),  # type: ignore[arg-type]
    "no list": (lambda: ray.RayJobConfig(ray.WorkerNodeConfig("g", 1)), "worker_node_config"),  # type: ignore[arg-type]
    "pod and resources": (
        lambda: ray.HeadNodeConfig(pod_template=PodTemplate(), requests=Resources(), limits=Resources()),
        "expected one of the two",
    ),
    "no workers": (lambda: dask.WorkerGroup(number_of_workers=0), "number_of_workers"),
    "resources as text": (lambda: dask.Scheduler(limits="4Gi"), "limits"),  # type: ignore[arg-type]
    "numbers in spark_conf": (lambda: spark.Spark(spark_conf={"spark.executor.cores": 1}), "spark_conf"),  # type: ignore[dict-item]
    "a policy as text": (lambda: kfpytorch.Worker(restart_policy="never"), "restart_policy"),  # type: ignore[arg-type]
    "a number as a role": (lambda: kfmpi.MPIJob(worker=3), "worker"),  # type: ignore[arg-type]
    "another plug-in's role": (lambda: kftensorflow.TfJob(worker=kfpytorch.Worker(replicas=1)), "worker"),  # type: ignore[arg-type]
    "half a node": (lambda: kfpytorch.Elastic(nnodes=1.5), "nnodes"),  # type: ignore[arg-type]
    "no pod": (lambda: pod.Pod(pod_spec={"containers": []}), "V1PodSpec"),
    "no notebook": (lambda: papermill.NotebookTask("t", "no.ipynb"), "'no.ipynb' of task t does not exist"),
    "tags as text": (lambda: hive.HiveConfig(tags="a"), "tags"),  # type: ignore[arg-type]
    "no query": (lambda: athena.AthenaTask("t", None), "query_template"),  # type: ignore[arg-type]
    "a warehouse that is none": (lambda: snowflake.SnowflakeConfig("u", "a", "d", "s", None), "warehouse"),  # type: ignore[arg-type]
    "no host": (lambda: slurm.SlurmFunctionConfig(ssh_config={}), "no host"),
    "no request": (lambda: sagemaker.SageMakerEndpointTask("t", None), "config"),  # type: ignore[arg-type]
    "no region": (lambda: sagemaker_deployment.create_sagemaker_deployment("d", {}, {}, {}), "no region"),
    "no role": (lambda: sagemaker_functions.SageMakerTraining("", "r"), "no execution_role_arn"),
    "two machines": (lambda: sagemaker_functions.SageMakerProcessing("a", "r", instance_count=2), "expected 1"),
    "no image": (
        lambda: sagemaker_functions.SageMakerTrainingTask(sagemaker_functions.SageMakerTraining("a", "r"), print),
        "no container_image",
    ),
    "no range": (lambda: optuna.suggest.float(low=1, high=1), "low to be less than high"),
    "a step too far": (lambda: optuna.suggest.integer(low=0, high=4, step=5), "no more than 4"),
    "no trials": (lambda: optuna.Optimizer(print, 1, 0), "n_trials is 0"),
    "no trial": (lambda: optuna.optimize(lambda x: x), "takes no trial"),
    "no objective": (lambda: optuna.Optimizer(3, 1, 1), "no function"),
    "a port as text": (lambda: k8sdataservice.DataServiceConfig(Port="80"), "Port"),  # type: ignore[arg-type]
    "Hive without a query": (lambda: emr_serverless.EMRServerless("role", application_type="HIVE"), "hive_job_driver"),
    "an unknown kind": (lambda: emr_serverless.EMRServerless("role", application_type="HADOOP"), "SPARK or HIVE"),
    "a nameless endpoint": (
        lambda: lepton.LeptonEndpointConfig("", "a", "b", lepton_engines.EndpointEngineConfig.nim("c")),
        "endpoint_name is empty",
    ),
    "too busy": (lambda: lepton_engines.ScalingConfig.gpu(target_utilization=101), "from 1 to 100"),
    "a mount to nowhere": (lambda: lepton_engines.MountReader.node_nfs(("/a",)), "expected .cache_path, mount_path."),
    "priority as text": (lambda: awsbatch.AWSBatchConfig(schedulingPriority="1"), "schedulingPriority"),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("name", WRONG)
def test_arguments_of_a_wrong_kind_are_refused(name: str) -> None:
    make, part = WRONG[name]
    with pytest.raises(UserError, match=part) as refused:
        make()
    assert [finding.code for finding in refused.value.findings] == [INVALID_DECLARATION]
