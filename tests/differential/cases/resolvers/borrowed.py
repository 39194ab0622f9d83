"""Workflows and tasks made of functions that another module has."""

from flytekit import Workflow, task, workflow

from pack.deep.flows import wf as other_wf
from pack.plain import body, step

borrowed = workflow(body)
as_task = task(step)

imperative = Workflow("borrowed.imperative")
node = imperative.add_subwf(borrowed, n=1)
imperative.add_subwf(other_wf, n=2)
imperative.add_task(as_task, n=node.o0)
