"""What travels beside the `.pb` files: the archive of the sources, and the one `.tgz` that holds all of a release.

`bundle` makes the archive of a listing, with `tarball` and `gzip_stored` for its bytes, `order` for its name,
`contents` for reading, `credentials` and `budget` for what must not be in it. `release` makes the `.tgz`.
"""
