"""Fixtures of the differential suite: one oracle for each test process."""

from collections.abc import Iterator

import pytest

from differential.oracle import Oracle


@pytest.fixture(scope="session")
def oracle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Oracle]:
    """pyflyte in a worker process; what it wrote before is taken from `.cache/oracle`."""
    running = Oracle(tmp_path_factory.mktemp("oracle"))
    yield running
    running.close()
