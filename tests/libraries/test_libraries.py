"""A project that imports large libraries compiles without them to what flytekit makes where all are installed.

`forecast/expected.txt` is what pyflyte emits where `requirements.txt` and the packages in `fakes` are installed; `make
oracle PLUGIN=libraries` writes it afresh.
"""

import json
import subprocess
from pathlib import Path

from differential.oracle import AS_FLYTEKIT, FLYTEC, RUNAWAY_SECONDS, clean_environment, fresh_folder
from plugins.corpus import LIBRARIES, as_text, read
from plugins.test_plugins import difference

# The development environment has some of them.
INSTALLED = ("numpy", "pandas", "pyarrow")
MISSING = (
    *("acme_features", "airflow", "mlflow", "numpy", "pandas", "pyspark", "sklearn", "tensorflow"),
    *("tensorflow_probability", "torch", "transformers", "xgboost"),
)


def compiled(tmp_path: Path, *options: str) -> tuple[str, list[str]]:
    (case,) = LIBRARIES.cases()
    folder = fresh_folder(tmp_path)
    done = subprocess.run(
        [str(FLYTEC), *case.arguments(folder, *AS_FLYTEKIT, *options)],
        cwd=case.folder,
        env=clean_environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
        timeout=RUNAWAY_SECONDS,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    manifest = json.loads(folder.with_name(f"{folder.name}.manifest.json").read_text())
    return as_text(folder), manifest["replaced_modules"]


def test_without_any_library(tmp_path: Path) -> None:
    text, replaced = compiled(tmp_path, *(f"--placeholder={name}" for name in INSTALLED))
    assert replaced == [*MISSING]
    problem = difference(read(LIBRARIES.cases()[0])[1], text)
    assert not problem, problem


def test_with_some_of_them(tmp_path: Path) -> None:
    text, replaced = compiled(tmp_path)
    assert replaced == [name for name in MISSING if name not in INSTALLED]
    problem = difference(read(LIBRARIES.cases()[0])[1], text)
    assert not problem, problem


def test_the_expectation_says_what_made_it() -> None:
    stamp, _ = read(LIBRARIES.cases()[0])
    assert stamp.startswith("# flytekit 1.16.31, flytekitplugins-spark 1.16.31, apache-airflow ")
    assert stamp.endswith(", a fake acme_features")
