"""The classes that the case names, with the names that they have in xarray itself."""


class Dataset:
    __module__ = "xarray.core.dataset"


class DataArray:
    __module__ = "xarray.core.dataarray"
