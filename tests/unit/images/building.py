"""Recipes and builds for the tests of builders."""

import io
from pathlib import Path
from typing import Any

from flytec.diagnostics import FlytecError
from flytec.images.builder import Delivery
from flytec.images.recipe import ImageFile, Recipe, files_digest
from flytec.images.registry import Access


def recipe(base: str, **fields: Any) -> Recipe:
    given = {
        "name": "acme/flows:tag",
        "repository": "acme/flows",
        "tag": "tag",
        "base": base,
        "platforms": ("linux/amd64",),
        "content": files_digest((*fields.get("files", ()), *fields.get("sources", ()))),
        **fields,
    }
    return Recipe(**given)


def source(folder: Path, name: str, text: str = "x = 1\n") -> ImageFile:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return ImageFile(f"/root/{name}", str(path))


def delivery(folder: Path, *, push: bool = False, **options: Any) -> Delivery:
    return Delivery(
        push=push,
        layout=None if push else folder / "layout",
        cache=folder / "cache",
        access=Access(sleep=lambda _: None, tell=lambda _: None),
        log=options.pop("log", io.StringIO()),
        **options,
    )


def said(error: FlytecError) -> list[str]:
    return [f"{row.code} {row.message}" for row in error.findings]
