"""Local paths and secrets in messages, whoever emitted them."""

from collections.abc import Iterable

import pytest
from google.protobuf import text_format

from flytec.checks.finding import Finding
from flytec.checks.local_paths import local_paths
from flytec.checks.secrets_in_env import secrets_in_env
from flytec.ir import pb
from flytec.ir.program import EntityMessage, Kind, Unit

KINDS = {pb.TaskSpec: Kind.TASK, pb.WorkflowSpec: Kind.WORKFLOW, pb.LaunchPlan: Kind.LAUNCH_PLAN}


def unit(message: EntityMessage, text: str) -> Unit:
    return Unit(kind=KINDS[type(message)], message=text_format.Parse(text, message))


def rows(findings: Iterable[Finding]) -> list[tuple[str, str, str]]:
    return [(finding.code.id, finding.field, finding.node) for finding in findings]


def blob(uri: str) -> str:
    return f'scalar {{ blob {{ metadata {{ }} uri: "{uri}" }} }}'


def plan(literal: str) -> Unit:
    return unit(pb.LaunchPlan(), f'spec {{ fixed_inputs {{ literals {{ key: "data" value {{ {literal} }} }} }} }}')


@pytest.mark.parametrize("uri", ["/tmp/x.csv", "x.csv", "./x", "../x", "~/x", "file:///tmp/x", "C:/x"])
def test_a_uri_without_a_scheme_is_a_path(uri: str) -> None:
    (finding,) = local_paths(plan(blob(uri)))
    assert (finding.code.id, finding.field, finding.severity.value) == (
        "FTC394",
        "spec.fixed_inputs.literals['data'].scalar.blob.uri",
        "warning",
    )
    assert finding.message == f"input 'data' is {uri!r}, a path on this machine, expected a URI"


@pytest.mark.parametrize("length", [1, 100, 10_000, 3_000_000])
def test_a_path_may_be_of_any_length(length: int) -> None:
    """The length stands in the message, in one byte or several."""
    assert len(list(local_paths(plan(blob("x" * length))))) == 1


@pytest.mark.parametrize("uri", ["s3://bucket/x", "gs://b/x", "https://acme.org/x", "abfs://x@y/z", ""])
def test_a_uri_is_none(uri: str) -> None:
    assert list(local_paths(plan(blob(uri)))) == []


@pytest.mark.parametrize(
    ("literal", "path"),
    [
        ('scalar { schema { uri: "/x" type { } } }', "scalar.schema.uri"),
        ('scalar { structured_dataset { uri: "/x" } }', "scalar.structured_dataset.uri"),
        (f"scalar {{ union {{ value {{ {blob('/x')} }} type {{ }} }} }}", "scalar.union.value.scalar.blob.uri"),
        (f"collection {{ literals {{ {blob('/x')} }} }}", "collection.literals[0].scalar.blob.uri"),
        (f'map {{ literals {{ key: "k" value {{ {blob("/x")} }} }} }}', "map.literals['k'].scalar.blob.uri"),
    ],
)
def test_paths_are_found_in_every_value(literal: str, path: str) -> None:
    assert rows(local_paths(plan(literal))) == [("FTC394", f"spec.fixed_inputs.literals['data'].{path}", "")]


def test_plain_values_are_none() -> None:
    assert list(local_paths(plan('scalar { primitive { string_value: "/tmp/x" } }'))) == []
    assert list(local_paths(plan("scalar { none_type { } }"))) == []


def test_paths_in_nodes_outputs_and_branches() -> None:
    binding = f'inputs {{ var: "data" binding {{ {blob("/x")} }} }}'
    text = f"""
        template {{
          nodes {{ id: "n0" {binding} inputs {{ var: "y" binding {{ promise {{ var: "y" }} }} }} }}
          nodes {{ id: "n1" branch_node {{ if_else {{
            case {{ then_node {{ id: "n0" {binding} }} }} other {{ then_node {{ id: "n1" {binding} }} }}
            else_node {{ id: "n2" {binding} }}
          }} }} }}
          nodes {{ id: "n2" inputs {{ var: "xs" binding {{ collection {{ bindings {{ {blob("/x")} }} }} }} }} }}
          nodes {{ id: "n3" inputs {{ var: "xs" binding {{ map {{
            bindings {{ key: "k" value {{ {blob("/x")} }} }} }} }} }} }}
          failure_node {{ id: "efn" {binding} }}
          outputs {{ var: "o0" binding {{ {blob("/x")} }} }}
        }}
    """
    nodes, arms = "template.nodes", "branch_node.if_else"
    end = "inputs[0].binding.scalar.blob.uri"
    assert rows(local_paths(unit(pb.WorkflowSpec(), text))) == [
        ("FTC394", f"{nodes}[0].{end}", "n0"),
        ("FTC394", f"{nodes}[1].{arms}.case.then_node.{end}", "n1"),
        ("FTC394", f"{nodes}[1].{arms}.other[0].then_node.{end}", "n1"),
        ("FTC394", f"{nodes}[1].{arms}.else_node.{end}", "n1"),
        ("FTC394", f"{nodes}[2].inputs[0].binding.collection.bindings[0].scalar.blob.uri", "n2"),
        ("FTC394", f"{nodes}[3].inputs[0].binding.map.bindings['k'].scalar.blob.uri", "n3"),
        ("FTC394", f"template.failure_node.{end}", "efn"),
        ("FTC394", "template.outputs[0].binding.scalar.blob.uri", ""),
    ]


def container(name: str, value: str) -> Unit:
    made = Unit(kind=Kind.TASK, message=pb.TaskSpec())
    assert isinstance(made.message, pb.TaskSpec)
    made.message.template.container.env.add(key=name, value=value)
    return made


JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U"


@pytest.mark.parametrize(
    ("value", "what"),
    [
        ("AKIA" + "ABCDEFGHIJKLMNOP", "an AWS access key"),
        ("ghp_" + "a1B2" * 9, "a GitHub token"),
        ("glpat-" + "abcdefghij0123456789", "a GitLab token"),
        ("xoxb-" + "1234567890-abcdef", "a Slack token"),
        ("AIza" + "Ab1" * 11 + "xy", "a Google API key"),
        ("hf_" + "aB" * 16, "a Hugging Face token"),
        ("sk_live_" + "a1" * 12, "a Stripe key"),
        ("pypi-" + "Ag" * 30, "a PyPI token"),
        (JWT, "a JSON web token"),
        ("-----BEGIN RSA " + "PRIVATE KEY-----\nMII", "a private key"),
        ("postgresql://me:hunter22@db/x", "a URL with a password"),
    ],
)
def test_tokens_are_told_by_their_form(value: str, what: str) -> None:
    (finding,) = secrets_in_env(container("X", value))
    assert finding.message == f"environment variable X holds {what}, expected a reference to a secret"
    assert value not in finding.message + finding.hint
    assert (finding.field, finding.severity.value) == ("template.container.env[0].value", "warning")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DB_PASSWORD", "correct-horse"),
        ("password", "hunter22"),
        ("API_TOKEN", "f3a1c2d4e5b697887766"),
        ("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY1"),
        ("OPENAI_API_KEY", "sk-proj-a1b2c3d4e5f6a7b8"),
    ],
)
def test_secrets_are_told_by_their_name(name: str, value: str) -> None:
    (finding,) = secrets_in_env(container(name, value))
    assert finding.message == (
        f"environment variable {name} holds a value that looks like the secret that its name promises, "
        "expected a reference to a secret"
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DB_PASSWORD", "${DB_PASSWORD}"),
        ("DB_PASSWORD", "$(DB_PASSWORD)"),
        ("DB_PASSWORD", "{{ .secrets.db }}"),
        ("DB_PASSWORD", "<password>"),
        ("DB_PASSWORD", "changeme"),
        ("DB_PASSWORD", "********"),
        ("DB_PASSWORD", ""),
        ("DB_PASSWORD", "/etc/secrets/db"),
        ("DB_PASSWORD_FILE", "correct-horse"),
        ("TOKEN_URL", "f3a1c2d4e5b697887766"),
        ("HF_TOKEN", "my-secret-name"),
        ("API_TOKEN", "arn:aws:secretsmanager:eu-west-1:1:secret:x1"),
        ("MAX_TOKENS", "5120000000000000000a"),
        ("TOKENIZERS_PARALLELISM", "false"),
        ("SECRET_NAME", "f3a1c2d4e5b697887766"),
        ("DATABASE", "postgresql://me@db/x"),
        ("DATABASE", "postgresql://me:${PASSWORD}@db/x"),
        ("DIGEST", "sha256:0123456789abcdef0123456789abcdef"),
        ("COMMIT", "0123456789abcdef0123456789abcdef01234567"),
        ("_F_SS_C", "AKIA" + "ABCDEFGHIJKLMNOP"),
    ],
)
def test_what_only_looks_like_one_is_none(name: str, value: str) -> None:
    assert list(secrets_in_env(container(name, value))) == []


POD = """
    fields { key: "%s" value { list_value { values { struct_value {
      fields { key: "env" value { list_value {
        values { struct_value {
          fields { key: "name" value { string_value: "DB_PASSWORD" } }
          fields { key: "value" value { string_value: "correct-horse" } }
        } }
        values { struct_value { fields { key: "name" value { string_value: "DB_PASSWORD" } } } }
        values { string_value: "odd" }
      } } }
    } } } } }
"""


@pytest.mark.parametrize("containers", ["containers", "initContainers"])
def test_pods_and_overrides_and_executions_have_them_too(containers: str) -> None:
    pod = POD % containers
    task = unit(pb.TaskSpec(), f"template {{ k8s_pod {{ pod_spec {{ {pod} }} }} }}")
    before = task.message.SerializeToString(deterministic=True)
    where = f"{containers}[0].env[0].value"
    assert rows(secrets_in_env(task)) == [("FTC398", f"template.k8s_pod.pod_spec.{where}", "")]
    assert task.message.SerializeToString(deterministic=True) == before
    override = f"task_node {{ overrides {{ pod_template {{ pod_spec {{ {pod} }} }} }} }}"
    workflow = unit(pb.WorkflowSpec(), f'template {{ nodes {{ id: "n0" }} nodes {{ id: "n1" {override} }} }}')
    path = "template.nodes[1].task_node.overrides.pod_template.pod_spec"
    assert rows(secrets_in_env(workflow)) == [("FTC398", f"{path}.{where}", "n1")]
    plan = unit(pb.LaunchPlan(), 'spec { envs { values { key: "DB_PASSWORD" value: "correct-horse" } } }')
    assert rows(secrets_in_env(plan)) == [("FTC398", "spec.envs.values[0].value", "")]
