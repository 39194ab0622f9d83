"""The builder that has buildah build a generated Dockerfile."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

from flytec.codes import REGISTRY_FAILED, REGISTRY_REFUSED
from flytec.diagnostics import CannotRunError, Diagnostic
from flytec.images.builder import Bases, Built, Delivery
from flytec.images.dockerfile import make_context, secret_id
from flytec.images.recipe import Recipe, check_unchanged
from flytec.images.reference import parse_image
from flytec.images.registry import BACK_OFF_SECONDS
from flytec.images.tool import ToolFailedError, output_of, run_tool
from flytec.records import dataclass

_INFO = ("buildah", "info")
_REFUSED = re.compile(r"unauthorized|denied|authentication required|forbidden", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BuildahBuilder:
    """`buildah build` and `buildah push`."""

    name: str = "buildah"

    def missing(self) -> str:
        """Whether buildah is missing, or finds no place for images, in words."""
        if output_of(["buildah", "--version"]) is None:
            return "buildah is not installed"
        return "" if output_of(_INFO) is not None else "buildah info fails"

    def describe(self, recipe: Recipe, delivery: Delivery, bases: Bases) -> str:
        """The commands, the Dockerfile and the files of its context."""
        with tempfile.TemporaryDirectory(prefix="flytec-build-") as work:
            context = make_context(recipe, _base(recipe, bases), Path(work))
        commands = [_build_command(recipe, delivery, "CONTEXT")]
        if delivery.push:
            commands.append(_push_command(recipe, delivery, "DIGEST"))
        told = [f"# {' '.join(command)}" for command in commands]
        return "\n".join([*told, context.dockerfile, *(f"# {name}" for name in sorted(context.files)), ""])

    def build(self, recipe: Recipe, delivery: Delivery, bases: Bases) -> Built:
        """Builds, and pushes with the credentials of buildah and docker. See `Builder.build`."""
        with tempfile.TemporaryDirectory(prefix="flytec-build-") as folder:
            root = Path(folder)
            for name in ("context", "work"):
                (root / name).mkdir()
            make_context(recipe, _base(recipe, bases), root / "work").write(root / "context")
            check_unchanged(recipe)
            try:
                run_tool(_build_command(recipe, delivery, str(root / "context")), delivery.log)
            except ToolFailedError as error:
                raise error.finding(recipe.name) from error
            if delivery.push:
                digest_file = root / "digest"
                _push(_push_command(recipe, delivery, str(digest_file)), recipe, delivery)
                digest = digest_file.read_text(encoding="utf-8").strip()
            else:
                digest = _local_digest(recipe)
        return Built(recipe=recipe, builder=self.name, digest=digest, pushed=delivery.push)


def _base(recipe: Recipe, bases: Bases) -> str:
    built = bases.get(recipe.base)
    if built is None:
        return recipe.base
    return built.reference if built.pushed else built.recipe.target


def _build_command(recipe: Recipe, delivery: Delivery, context: str) -> list[str]:
    # --no-cache, for a stage that pip filled yesterday is not what pip would make of the requirements today.
    words = ["buildah", "build", "--format", "oci", "--no-cache", "--timestamp", "0"]
    words += [*_isolation(), "--platform", ",".join(recipe.platforms), *_tls(recipe.base, delivery)]
    words += ["--manifest" if len(recipe.platforms) > 1 else "--tag", recipe.target]
    for index, (source, _) in enumerate(recipe.secret_mounts):
        words += ["--secret", f"id={secret_id(index)},src={source}"]
    return [*words, context]


def _isolation() -> list[str]:
    """How programs run in images where no runtime such as crun is installed, without which buildah runs none."""
    try:
        runtime = json.loads(output_of(_INFO) or "{}")["host"]["OCIRuntime"]
    except (ValueError, LookupError, TypeError):
        return []
    return [] if runtime else ["--isolation", "chroot"]


def _push_command(recipe: Recipe, delivery: Delivery, digest_file: str) -> list[str]:
    push = ["manifest", "push", "--all"] if len(recipe.platforms) > 1 else ["push"]
    auth = ["--authfile", recipe.registry_config] if recipe.registry_config else []
    where = ["--digestfile", digest_file, *_tls(recipe.target, delivery), recipe.target, f"docker://{recipe.target}"]
    return ["buildah", *push, *auth, *where]


def _tls(image: str, delivery: Delivery) -> list[str]:
    plain = delivery.access.plain_http
    if plain is None:
        try:
            plain = parse_image(image).is_loopback
        except CannotRunError:
            plain = False  # a layout
    return ["--tls-verify=false"] if plain else []


def _push(command: Sequence[str], recipe: Recipe, delivery: Delivery) -> None:
    host = parse_image(recipe.target).host
    for wait in (*BACK_OFF_SECONDS, None):
        try:
            run_tool(command, delivery.log)
        except ToolFailedError as error:
            refused = any(_REFUSED.search(line) for line in error.lines)
            if refused or wait is None:
                raise _push_failed(host, recipe, error, refused=refused) from error
        else:
            return
        delivery.access.tell(f"{host}: buildah push failed; trying again in {wait:g} s")
        delivery.access.sleep(wait)


def _push_failed(host: str, recipe: Recipe, error: ToolFailedError, *, refused: bool) -> CannotRunError:
    how = "refused" if refused else "failed"
    tries = "" if refused else f" ({len(BACK_OFF_SECONDS) + 1} tries)"
    return CannotRunError(
        Diagnostic(
            code=REGISTRY_REFUSED if refused else REGISTRY_FAILED,
            message=f"registry {host} {how} to write {recipe.target}: buildah push ended with {error.code}{tries}",
            notes=error.lines,
            hint=f"Run buildah login {host}." if refused else "Look whether the registry is up, then run again.",
        )
    )


def _local_digest(recipe: Recipe) -> str:
    said = output_of(["buildah", "images", "--format", "{{.Digest}}", recipe.target])
    return (said or "").splitlines()[0] if said else ""
