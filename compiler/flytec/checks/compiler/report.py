"""Where the rules put what they find."""

from dataclasses import field

from flytec.checks.finding import Finding
from flytec.codes import Code
from flytec.diagnostics import Severity
from flytec.records import dataclass


@dataclass(slots=True)
class Report:
    """Findings about one template.

    Those about a sub-workflow begin with its name in `prefix`, and are about `carrier`, the node of the workflow
    itself by which it comes to run.
    """

    prefix: str = ""
    carrier: str = ""
    findings: list[Finding] = field(default_factory=list)

    def error(self, code: Code, where: str, message: str, *, node: str = "", hint: str = "") -> None:
        """Adds what the server refuses."""
        self._add(code, where, message, node, hint, Severity.ERROR)

    def warning(self, code: Code, where: str, message: str, *, node: str = "", hint: str = "") -> None:
        """Adds what the server takes, and is a mistake."""
        self._add(code, where, message, node, hint, Severity.WARNING)

    def attempt(self) -> "Report":
        """A report of the same kind, to be thrown away or added with `include`."""
        return Report(self.prefix, self.carrier)

    def include(self, other: "Report") -> None:
        """Adds what another report holds."""
        self.findings += other.findings

    def _add(self, code: Code, where: str, message: str, node: str, hint: str, severity: Severity) -> None:
        self.findings.append(
            Finding(
                code=code,
                field=where,
                message=f"{self.prefix}{message}",
                hint=hint,
                node=self.carrier or node,
                severity=severity,
            )
        )
