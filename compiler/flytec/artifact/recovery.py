"""Puts right what a killed run left: the folder is there, staging is gone, one manifest tells what is in it."""

import os
from pathlib import Path

from flytec.artifact import staging as stage
from flytec.artifact.manifest import Proofs, proofs_of, read_manifest
from flytec.artifact.ownership import sha256_of
from flytec.artifact.place import Place
from flytec.codes import FOREIGN_FILE, OUTPUT_FAILED
from flytec.diagnostics import Location, cannot_run
from flytec.ir import ours


def recover(place: Place) -> Proofs:
    """Cleans up around `place` and returns what the manifests prove to be ours.

    Raises `CannotRunError` FTC402 or FTC404 where something is in the way that is not ours to delete.
    """
    before, pending = _read_or_refuse(place, place.manifest), _read_or_refuse(place, place.pending)
    proofs = proofs_of((before, pending))
    for staging in (place.staging, place.inner_staging):
        if os.path.lexists(staging):
            _clear_leftover(place, staging, proofs, exchanged=pending is not None)
    if pending is not None:
        _settle(place, before, pending)
    for path in (place.manifest, place.pending):
        stage.draft_of(path).unlink(missing_ok=True)
    return proofs


def _read_or_refuse(place: Place, path: Path) -> ours.Manifest | None:
    try:
        return read_manifest(path)
    except ValueError as error:
        raise cannot_run(
            FOREIGN_FILE,
            f"{error}; the manifest of {place.folder.name} was expected there",
            at=Location(str(path)),
            hint="Move or delete that file, or name another output folder.",
        ) from error


def _clear_leftover(place: Place, staging: Path, proofs: Proofs, *, exchanged: bool) -> None:
    """Deletes a staging folder; `exchanged` says that it may be the old folder, which a pending manifest tells."""
    if not stage.is_staging(staging):
        raise cannot_run(
            OUTPUT_FAILED,
            f"{staging} is in the way; flytec needs that name for the time of its run",
            hint="Move or delete it.",
        )
    if (staging / "old").exists() and not place.folder.exists():
        (staging / "old").rename(place.folder)
    if exchanged and staging == place.staging and place.folder.exists():
        stage.clear(staging, place.folder, lambda: proofs)
    else:
        stage.discard(staging)


def _settle(place: Place, before: ours.Manifest | None, pending: ours.Manifest) -> None:
    """Turns the manifests of a killed run and of the one before it into one that lists what is in the folder."""
    found = {
        entry.file_name: entry
        for manifest in (before, pending)
        for entry in (manifest.entries if manifest else ())
        if _is_there(place.folder / entry.file_name, entry.sha256)
    }
    if found:
        settled = ours.Manifest(
            version=pending.version,
            compiler_version=pending.compiler_version,
            flytekit_version=pending.flytekit_version,
            entries=[found[name] for name in sorted(found)],
        )
        stage.write_manifest(place.manifest, settled)
    place.pending.unlink()


def _is_there(path: Path, sha256: str) -> bool:
    return stage.is_regular(path) and sha256_of(path) == sha256
