"""The files of a source tree: which of them an archive or an image takes, and the rule that leaves out each other one.

`listing` walks a tree by rules; `rules` makes the default ones. `git_*` follow git's own, `docker_patterns` those of
`.dockerignore` and `.flyteignore`. Nothing here reads what is in a file, but for the files of rules themselves.
"""
