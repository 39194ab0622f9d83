"""The manifest beside an artifact: what flytec wrote there, by name and SHA-256, and where each file came from."""

from collections.abc import Iterable, Mapping
from json.encoder import encode_basestring as _quoted
from pathlib import Path

from flytec.artifact.layout import Attachment, FileImage
from flytec.artifact.place import Place
from flytec.diagnostics import Location
from flytec.ir import ours
from flytec.ir.codec import from_json
from flytec.records import dataclass

FORM_VERSION = 1
_RESOURCE_TYPES: Mapping[int, str] = {number: name for name, number in ours.ResourceType.items()}
MAX_MANIFEST_BYTES = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestInfo:
    """What a manifest says about the run: flytec's own version, and the flytekit release whose output it follows.

    `replaced_modules` are not installed, and placeholders stood for them.
    """

    compiler_version: str
    flytekit_version: str
    replaced_modules: tuple[str, ...] = ()


def make_manifest(images: Iterable[FileImage | Attachment], info: ManifestInfo) -> ours.Manifest:
    """The manifest of files that are to be written, in their order."""
    manifest = ours.Manifest(
        version=FORM_VERSION,
        compiler_version=info.compiler_version,
        flytekit_version=info.flytekit_version,
        replaced_modules=info.replaced_modules,
    )
    for image in images:
        _fill_entry(manifest.entries.add(), image)
    return manifest


def manifest_bytes(manifest: ours.Manifest) -> bytes:
    """The manifest as it stands in its file: proto3 JSON, an entry a line.

    The entries are written here rather than by protobuf's own printer, which takes longer for the manifest of a large
    artifact than all its files take to be written.
    """
    lines = ",\n    ".join(map(_entry_json, manifest.entries))
    fields = [
        f'  "version": {manifest.version}',
        f'  "compiler_version": {_quoted(manifest.compiler_version)}',
        f'  "flytekit_version": {_quoted(manifest.flytekit_version)}',
        f'  "entries": [\n    {lines}\n  ]',
    ]
    if manifest.replaced_modules:
        fields.append(f'  "replaced_modules": [{", ".join(map(_quoted, manifest.replaced_modules))}]')
    return ("{\n" + ",\n".join(fields) + "\n}\n").encode()


def _entry_json(entry: ours.ManifestEntry) -> str:
    own = entry.id
    parts = (("project", own.project), ("domain", own.domain), ("name", own.name), ("version", own.version))
    identifier = ", ".join([f'"{field}": {_quoted(value)}' for field, value in parts if value])
    origin = ""
    if entry.HasField("origin"):
        origin = f', "origin": {{"path": {_quoted(entry.origin.path)}, "line": {entry.origin.line}}}'
    return (
        f'{{"file_name": {_quoted(entry.file_name)}, "resource_type": "{_RESOURCE_TYPES[entry.resource_type]}", '
        f'"id": {{{identifier}}}, "sha256": "{entry.sha256}", "size_bytes": {entry.size_bytes}{origin}}}'
    )


def read_manifest(path: Path) -> ours.Manifest | None:
    """The manifest at `path`; None where there is no such file.

    Raises `ValueError` for a file that is no manifest, `OSError` for one that cannot be read. Fields of a later
    version of the form are passed over.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_MANIFEST_BYTES + 1)
    except FileNotFoundError:
        return None
    if len(data) > MAX_MANIFEST_BYTES:
        raise ValueError(f"{path} is larger than a manifest can be")
    try:
        manifest = from_json(ours.Manifest, data, ignore_unknown_fields=True)
    except ValueError as error:
        raise ValueError(f"{path} is no manifest: {error}") from error
    if not manifest.version:
        raise ValueError(f"{path} is no manifest: it has no version")
    return manifest


@dataclass(frozen=True, slots=True)
class Proofs:
    """What manifests say that flytec wrote: a file is ours if both its name and its bytes are in one of them."""

    entries: dict[tuple[str, str], ours.ManifestEntry]

    def of(self, name: str, sha256: str) -> ours.ManifestEntry | None:
        """The entry of a file, if flytec wrote it."""
        return self.entries.get((name, sha256))

    def and_of(self, manifest: ours.Manifest) -> "Proofs":
        """These and what `manifest` says."""
        return Proofs({**self.entries, **proofs_of((manifest,)).entries})

    def names(self) -> frozenset[str]:
        """The names of all files that some manifest lists."""
        return frozenset(name for name, _ in self.entries)

    def origin(self, name: str, sha256: str) -> Location | None:
        """Where a file's entity is declared, if a manifest tells."""
        entry = self.of(name, sha256)
        return Location(entry.origin.path, entry.origin.line) if entry and entry.HasField("origin") else None


def proofs_of(manifests: Iterable[ours.Manifest | None]) -> Proofs:
    """The entries of all given manifests; the later one wins where two have the same file."""
    return Proofs({(entry.file_name, entry.sha256): entry for one in manifests if one for entry in one.entries})


def read_proofs(place: Place) -> Proofs:
    """What the manifests beside a folder prove, those of a killed run included; raises as `read_manifest` does."""
    return proofs_of((read_manifest(place.manifest), read_manifest(place.pending)))


def _fill_entry(target: ours.ManifestEntry, image: FileImage | Attachment) -> None:
    target.file_name = image.name
    target.sha256 = image.sha256
    if isinstance(image, Attachment):
        target.size_bytes = image.size
        return
    unit = image.unit
    own, identifier = unit.id, target.id
    target.resource_type = int(unit.kind)  # type: ignore[assignment]
    identifier.project = own.project
    identifier.domain = own.domain
    identifier.name = own.name
    identifier.version = own.version
    target.size_bytes = len(image.data)
    if unit.origin is not None:
        origin = target.origin
        origin.path, origin.line = unit.origin
