# flytekit: UnicodeEncodeError
from flytekit import task, workflow


@task(container_image="\ud800:v1")  # expect: FTC201 lone_surrogates.t has the text '\ud800:v1', expected one that UTF-8 can encode
def t(text: str) -> str:
    return text


@workflow
def wf(text: str) -> str:
    return t(text=text)


@workflow  # expect: FTC206 launch plan lone_surrogates.defaults: input 'text': '\udfff' is a str, expected one that has a UTF-8 form
def defaults(text: str = "\udfff") -> str:
    return text
