"""FTC398: environment variables of containers that look like secrets: whoever may read the message may read them.

Told by the forms that issuers give to their tokens, and by names that say what they hold. A name that only mentions a
secret, such as `TOKEN_URL`, and a value that stands for another, such as `$(TOKEN)`, are none.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from flytec.checks.finding import Finding
from flytec.codes import BAKED_IN_SECRET
from flytec.diagnostics import Severity
from flytec.ir import pb
from flytec.ir.program import Unit
from flytec.records import dataclass

# What issuers document about the form of their tokens.
_FORMS = {
    "an AWS access key": r"(?:AKIA|ASIA)[A-Z0-9]{16}",
    "a GitHub token": r"gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{60,}",
    "a GitLab token": r"glpat-[A-Za-z0-9_-]{20,}",
    "a Slack token": r"xox[abprs]-[A-Za-z0-9-]{10,}",
    "a Google API key": r"AIza[A-Za-z0-9_-]{35}",
    "a Hugging Face token": r"hf_[A-Za-z0-9]{30,}",
    "a Stripe key": r"[sr]k_live_[A-Za-z0-9]{20,}",
    "a PyPI token": r"pypi-[A-Za-z0-9_-]{50,}",
    "a JSON web token": r"eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}",
    "a private key": r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----",
    "a URL with a password": r"[a-z][a-z0-9+.-]*://[^/\s:@]+:(?![$<{*]|x+@)[^/\s:@]{3,}@\S+",
}
_FORM = re.compile("|".join(f"(?P<f{number}>{form})" for number, form in enumerate(_FORMS.values())))
_NAME = re.compile(
    r"(?:^|_)(?:PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|API_?KEY|SECRET_?(?:ACCESS_?)?KEY|ACCESS_?KEY|PRIVATE_?KEY)$",
    re.IGNORECASE,
)
_PASSWORD = re.compile(r"(?:^|_)PASS(?:WORD|WD|PHRASE)$", re.IGNORECASE)
# References and blanks: `$VAR`, `${VAR}`, `$(VAR)`, `{{ x }}`, `<token>`, `***`, `xxx`, an ARN, a path, a switch.
_STANDS_FOR = re.compile(
    r"[$<{%].*|\*+|x+|-|arn:.*|[^\s]*/[^\s]*|(?:true|false|none|null|yes|no|on|off|changeme|change-me|dummy|test|example)",
    re.IGNORECASE | re.DOTALL,
)
_SHORTEST = 6
_TOKEN = re.compile(r"(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9_+=.~:-]{16,}")
# What flytec and flytekit put there themselves.
_OWN = frozenset(("_F_SS_C",))


@dataclass(frozen=True, slots=True)
class _Variable:
    """An environment variable, where it is in the unit's message, and the node that sets it, where one does."""

    path: str
    name: str
    value: str
    node: str = ""


def secrets_in_env(unit: Unit) -> Iterator[Finding]:
    """A warning for each variable of a unit's containers and executions that looks like a secret."""
    for variable in _variables(unit):
        reason = _reason(variable.name, variable.value)
        if not reason:
            continue
        yield Finding(
            code=BAKED_IN_SECRET,
            field=variable.path,
            message=f"environment variable {variable.name} {reason}, expected a reference to a secret",
            hint="Give the task secret_requests=[Secret(group=..., key=...)], and revoke what was compiled.",
            severity=Severity.WARNING,
            node=variable.node,
        )


def _variables(unit: Unit) -> Iterator[_Variable]:
    match unit.message:
        case pb.TaskSpec() as spec:
            template = spec.template
            if template.HasField("container"):
                yield from _pairs("template.container.env", template.container.env)
            elif template.HasField("k8s_pod"):
                yield from _of_pod("template.k8s_pod.pod_spec", template.k8s_pod.pod_spec)
        case pb.WorkflowSpec() as spec:
            for index, node in enumerate(spec.template.nodes):
                if node.HasField("task_node") and node.task_node.overrides.HasField("pod_template"):
                    path = f"template.nodes[{index}].task_node.overrides.pod_template.pod_spec"
                    for variable in _of_pod(path, node.task_node.overrides.pod_template.pod_spec):
                        yield replace(variable, node=node.id)
        case pb.LaunchPlan() as plan:
            yield from _pairs("spec.envs.values", plan.spec.envs.values)


def _pairs(path: str, pairs: Iterable[pb.KeyValuePair]) -> Iterator[_Variable]:
    for index, pair in enumerate(pairs):
        if _reason(pair.key, pair.value):
            yield _Variable(f"{path}[{index}].value", pair.key, pair.value)


def _of_pod(path: str, spec: pb.Struct) -> Iterator[_Variable]:
    """Those of all containers of a pod; what has another shape than a pod's is passed over."""
    for kind in ("containers", "initContainers"):
        for number, container in enumerate(_items(spec, kind)):
            for index, pair in enumerate(_items(container.struct_value, "env")):
                name, value = (_text(pair.struct_value, key) for key in ("name", "value"))
                if name and value:
                    yield _Variable(f"{path}.{kind}[{number}].env[{index}].value", name, value)


def _items(struct: pb.Struct, key: str) -> Iterable[pb.Value]:
    return struct.fields[key].list_value.values if key in struct.fields else ()


def _text(struct: pb.Struct, key: str) -> str:
    return struct.fields[key].string_value if key in struct.fields else ""


def _reason(name: str, value: str) -> str:
    """Why a variable looks like a secret, as the predicate of a sentence without the value; empty where it does not."""
    if name in _OWN:
        return ""
    if found := _FORM.search(value):
        number = next(int(group[1:]) for group, text in found.groupdict().items() if text)
        return f"holds {list(_FORMS)[number]}"
    if not _NAME.search(name) or len(value) < _SHORTEST or _STANDS_FOR.fullmatch(value):
        return ""
    if _PASSWORD.search(name) or _TOKEN.fullmatch(value):
        return "holds a value that looks like the secret that its name promises"
    return ""
