"""Images that tasks run in: what is to be in them (`recipe`, `specs`), and who builds them (`builders`).

`oci` builds without a daemon: `base_image` reads what it starts from, `layers` and `dependencies` make what it adds,
`layout` and `registry` are where it goes. `docker` and `buildah` have their tool do it, from a `dockerfile`. `pinned`
replaces tags by digests in a Program.
"""
