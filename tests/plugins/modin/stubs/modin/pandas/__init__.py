"""The class that the case names, with the name that it has in modin itself."""


class DataFrame:
    __module__ = "modin.pandas.dataframe"
