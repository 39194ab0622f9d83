"""The classes that the case names, with the names that they have in polars itself."""


class DataFrame:
    __module__ = "polars.dataframe.frame"


class LazyFrame:
    __module__ = "polars.lazyframe.frame"
