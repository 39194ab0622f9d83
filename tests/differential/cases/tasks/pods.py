"""What goes on the pod: a named template, labels, annotations."""

from flytekit import task


@task(pod_template_name="gpu-pool")
def named_template() -> None: ...


@task(labels={"team": "data", "app": "x"})
def labelled() -> None: ...


@task(annotations={"example.org/owner": "me"})
def annotated() -> None: ...


@task(labels={"a": "1"}, annotations={"b": "2"}, pod_template_name="both")
def all_three() -> None: ...
