"""The class that the case names, with the name that it has in datasets itself."""


class Dataset:
    __module__ = "datasets.arrow_dataset"
