"""Writing an artifact: the new folder takes the old one's place whole.

An output folder is either the old one whole or the new one whole, whatever kills the run in between, and files that
flytec did not write are never deleted. A new folder is made beside the old one, foreign files are linked into it, and
the two trade places in one atomic step. Nothing waits for the disk: a kill loses nothing, a power cut may.

The exception: where the folder itself has to stay (it is the working folder or around it, a mount point, cannot be
renamed, or holds subfolders), files take their places one at a time, and a run that is killed right then leaves some
old and some new files, each of them whole; the next run completes the folder.
"""

import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from flytec.artifact import staging as stage
from flytec.artifact.layout import Attachment, FileImage, lay_out, pattern_warnings
from flytec.artifact.manifest import ManifestInfo, Proofs, make_manifest
from flytec.artifact.ownership import Survey, foreign_warnings, refuse_to_overwrite, survey
from flytec.artifact.place import Place, must_stay, place_of
from flytec.artifact.recovery import recover
from flytec.artifact.swap import exchange, exclusive
from flytec.codes import OUTPUT_FAILED
from flytec.diagnostics import Diagnostic, DiagnosticSet, Location, Severity, cannot_run
from flytec.ir import ours
from flytec.ir.program import Program
from flytec.records import dataclass

_STAYS = {errno.EBUSY, errno.EXDEV}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_LINKS = {errno.EPERM, errno.EXDEV, errno.EMLINK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was written where, and what is worth a warning about it."""

    folder: Path
    manifest: ours.Manifest
    findings: DiagnosticSet


@dataclass(frozen=True, slots=True)
class _Job:
    place: Place
    images: Sequence[FileImage | Attachment]
    manifest: ours.Manifest
    seen: Survey
    proofs: Proofs


@dataclass(slots=True)
class _Staged:
    """The new folder, None where the folder itself has to stay.

    Once it has begun to take its place, what is left of a run that ends there is for the next run to put right.
    """

    folder: Path | None = None
    begun: bool = False


class _MustStayError(Exception):
    """The folder turned out not to be replaceable; nothing has changed yet."""


def write_artifact(
    program: Program, folder: Path, *, manifest: ManifestInfo, attachments: Iterable[Attachment] = ()
) -> Written:
    """Writes `program` to `folder` and its manifest beside it; the folder then holds these files and foreign ones.

    Attachments are copied to the folder and listed in the manifest after the units.

    Raises `UserError` FTC403 for a name that cannot be a file name, and `CannotRunError`: FTC402 where a foreign
    file is in the way, FTC404 where the system refuses. In each case the folder is as it was before.
    """
    with staged_artifact(program, folder, manifest=manifest, attachments=attachments) as put_in_place:
        return put_in_place()


@contextmanager
def staged_artifact(
    program: Program, folder: Path, *, manifest: ManifestInfo, attachments: Iterable[Attachment] = ()
) -> Iterator[Callable[[], Written]]:
    """Makes the files of `program`; what is given puts them in the place of `folder`, as `write_artifact` does.

    A block that ends without it leaves everything as it was. Raises as `write_artifact` does, at either time.
    """
    units = lay_out(program)
    images: tuple[FileImage | Attachment, ...] = (*units, *attachments)
    place = place_of(folder)

    def put_in_place() -> Written:
        findings = _put_in_place(job, staged)
        warnings = (*pattern_warnings(units), *foreign_warnings(place.folder, job.seen), *findings)
        return Written(folder=place.folder, manifest=job.manifest, findings=DiagnosticSet(warnings))

    try:
        with _existing(place.folder.parent), exclusive(place.folder.parent):
            job = _prepare(place, images, make_manifest(images, manifest))
            with _staged(job) as staged:
                yield put_in_place
    except (OSError, UnicodeEncodeError) as error:
        reason = (error.strerror if isinstance(error, OSError) else "") or str(error)
        raise cannot_run(
            OUTPUT_FAILED,
            f"cannot write the output: {reason}",
            at=Location(str(getattr(error, "filename", None) or folder)),
            hint="Name an output folder that can be written, with -o or -f.",
        ) from error


@contextmanager
def _existing(folder: Path) -> Iterator[None]:
    """Makes a folder with those around it; they go again where the block fails and has left nothing in them."""
    made = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        with suppress(OSError):
            for path in made:
                path.rmdir()
        raise


def _prepare(place: Place, images: Sequence[FileImage | Attachment], manifest: ours.Manifest) -> _Job:
    known = recover(place)
    seen = survey(place.folder, images, known)
    refuse_to_overwrite(place.folder, seen, images)
    return _Job(place, images, manifest, seen, known)


@contextmanager
def _staged(job: _Job) -> Iterator[_Staged]:
    """The new folder beside the old one, with its pending manifest; deleted where it is not put in place."""
    staged = _Staged()
    try:
        if job.seen.flat and not must_stay(job.place.folder):
            staged.folder = _stage(job)
        yield staged
    finally:
        if not staged.begun:
            _give_up(job.place, job.place.staging)


def _stage(job: _Job) -> Path | None:
    staged = stage.begin(job.place.staging)
    stage.write_images(staged, job.images)
    try:
        _carry_over(job, staged)
    except _MustStayError:
        _give_up(job.place, job.place.staging)
        return None
    stage.write_manifest(job.place.pending, job.manifest)
    return staged


def _put_in_place(job: _Job, staged: _Staged) -> tuple[Diagnostic, ...]:
    if staged.folder is not None:
        with suppress(_MustStayError):
            _replace_folder(job, staged, staged.folder)
            return ()
        _give_up(job.place, job.place.staging)
    staged.begun = True
    return _replace_files(job)


def _replace_folder(job: _Job, staged: _Staged, folder: Path) -> None:
    place, staging = job.place, job.place.staging
    staged.begun = True
    try:
        _trade(folder, place.folder, staging / "old")
    except (OSError, _MustStayError):
        staged.begun = False
        raise
    stage.clear(staging, place.folder, cache(lambda: job.proofs.and_of(job.manifest)))
    place.pending.replace(place.manifest)


def _give_up(place: Place, staging: Path) -> None:
    # Errors of the clean-up would hide what went wrong; the next run cleans up as well.
    with suppress(OSError):
        if staging.exists():
            stage.discard(staging)
        for path in (place.pending, stage.draft_of(place.pending)):
            path.unlink(missing_ok=True)


def _carry_over(job: _Job, staged: Path) -> None:
    """Gives the staged folder the old one's mode and owner, and a second link to each foreign file."""
    if not job.seen.exists:
        return
    before = job.place.folder.stat()
    with suppress(PermissionError):
        if hasattr(os, "chown"):
            os.chown(staged, before.st_uid, before.st_gid)
    staged.chmod(stat.S_IMODE(before.st_mode))
    for name in job.seen.foreign:
        try:
            os.link(job.place.folder / name, staged / name, follow_symlinks=False)
        except (OSError, NotImplementedError) as error:
            # A copy would lose what the file's owner gave it, so the file stays and so does its folder.
            if isinstance(error, OSError) and error.errno not in _NO_LINKS:
                raise
            raise _MustStayError from error


def _trade(staged: Path, live: Path, old: Path) -> None:
    """Puts `staged` in the place of `live`, and what was there, if anything, in that of `staged` or to `old`."""
    if not live.exists():
        staged.rename(live)
        return
    try:
        if not exchange(staged, live):
            _trade_in_two_steps(staged, live, old)
    except OSError as error:
        if error.errno in _STAYS:
            raise _MustStayError from error
        raise


def _trade_in_two_steps(staged: Path, live: Path, old: Path) -> None:
    """The way where no exchange is offered: a run that is killed between the steps is put right by the next one."""
    live.rename(old)
    try:
        staged.rename(live)
    except OSError:
        old.rename(live)
        raise


def _replace_files(job: _Job) -> tuple[Diagnostic, ...]:
    place = job.place
    place.folder.mkdir(exist_ok=True)
    findings: tuple[Diagnostic, ...] = ()
    try:
        staged = stage.begin(place.inner_staging)
        stage.write_images(staged, job.images)
        findings = _write_pending_if_allowed(job)
    except BaseException:
        _give_up(place, place.inner_staging)
        raise
    for image in job.images:
        (staged / image.name).replace(place.folder / image.name)
    for name in sorted(job.seen.ours - {image.name for image in job.images}):
        (place.folder / name).unlink()
    stage.discard(place.inner_staging)
    if not findings:
        place.pending.replace(place.manifest)
    return findings


def _write_pending_if_allowed(job: _Job) -> tuple[Diagnostic, ...]:
    """Writes the pending manifest, or warns: the files of a folder in a place of others' are worth having without."""
    try:
        stage.write_manifest(job.place.pending, job.manifest)
    except OSError as error:
        if error.errno not in _NOT_ALLOWED:
            raise
        return (
            Diagnostic(
                code=OUTPUT_FAILED,
                severity=Severity.WARNING,
                message=f"cannot write {job.place.manifest}: {error.strerror}; the next run will not know these files",
                location=Location(str(job.place.folder)),
                hint="Name an output folder within a folder that can be written.",
            ),
        )
    return ()
