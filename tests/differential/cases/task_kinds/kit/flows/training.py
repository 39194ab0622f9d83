from flytekit import kwtypes, task, workflow

from ..kinds import LoadTask, Statement, model, ready, shared_model

own_model = model("own", "x")
also = own_model
load = LoadTask("kit.load", "events", kwtypes(day=str))
count = Statement("kit.count", "select count(*) from events where day = '{{.inputs.day}}'", inputs=kwtypes(day=str))


@task
def report(score: float, rows: int) -> str:
    return f"{score} of {rows}"


@workflow
def wf(day: str) -> str:
    waited = ready(table="events")
    rows = load(day=day)
    count(day=day)
    return report(score=shared_model(a=own_model(x=1.0), b=2.0), rows=rows)
