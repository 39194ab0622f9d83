from flytekit import Workflow, WorkflowFailurePolicy, task, workflow


@task
def greet(name: str) -> str:
    return f"hello {name}"


@task
def shout(text: str, times: int = 2) -> str:
    return text.upper() * times


@task
def notify():
    pass


welcome = Workflow(name="imperative.welcome")
welcome.add_workflow_input("name", str)
greeting = welcome.add_entity(greet, name=welcome.inputs["name"])
welcome.add_entity(notify)
welcome.add_workflow_output("greeting", greeting.outputs["o0"])

# The result of add_workflow_input is the promise itself; values are bound as they are.
loud = Workflow("imperative.loud", failure_policy=WorkflowFailurePolicy.FAIL_AFTER_EXECUTABLE_NODES_COMPLETE)
text = loud.add_workflow_input("text", str)
first = loud.add_task(shout, text=text, times=3)
second = loud.add_task(shout, text=first.o0)
loud.add_workflow_output("first", first.o0)
loud.add_workflow_output("second", second.outputs["o0"])

optional = Workflow("imperative.optional", interruptible=True)
optional.add_entity(greet, name="constant")

nothing = Workflow("imperative.nothing")


@workflow
def decorated(name: str) -> str:
    return shout(text=greet(name=name))
