"""The classes that the case names, with the names that they have in pandera itself."""


class DataFrameModel: ...


def Field(**kwargs): ...  # noqa: N802
