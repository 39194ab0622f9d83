"""Artifacts: a Program as a folder of `.pb` files with a manifest beside it, written whole and read back.

`write` makes one, with `layout` for the names, `ownership` to tell our files from others, and `place`, `staging`,
`swap` and `recovery` for the file system's part. `read` makes a Program of a folder, file, archive or stream.
"""
