"""The classes that the case names, with the names that they have in omegaconf itself."""


class DictConfig:
    __module__ = "omegaconf.dictconfig"


class ListConfig:
    __module__ = "omegaconf.listconfig"
